"""Any Word file as text: what its reader sees once every change is accepted, each paragraph and row a line of its own."""

from __future__ import annotations

import difflib
from pathlib import Path

import pytest
from word_files import R, W, docx, p, page_field, parts, row, run, table, zipped

from panahat.problems import Refused
from panahat.render.template import compile_bytes
from panahat.render.text_reading import twin_text

_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
_BY = 'w:id="1" w:author="Ветрова А." w:date="2026-02-09T10:00:00Z"'


def text(tmp_path: Path, *body: str, **more: object) -> list[str]:
    """The lines of the document with this body."""
    return _text(tmp_path, docx(*body, **more))


def _text(tmp_path: Path, content: bytes) -> list[str]:
    file = tmp_path / "x.docx"
    file.write_bytes(content)
    shown = twin_text(file)
    assert shown.endswith("\n")
    return shown.splitlines()


def inserted(*runs: str) -> str:
    return f"<w:ins {_BY}>{''.join(map(run, runs))}</w:ins>"


def deleted(*runs: str) -> str:
    return "".join(f"<w:del {_BY}><w:r><w:delText>{r}</w:delText></w:r></w:del>" for r in runs)


def ended(mark: str, *runs: str, style: str = "") -> str:
    """A paragraph whose mark is tracked."""
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    return f"<w:p><w:pPr>{named}<w:rPr><w:{mark} {_BY}/></w:rPr></w:pPr>{''.join(runs)}</w:p>"


def field(code: str, result: str) -> str:
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r><w:instrText xml:space="preserve"> {code} </w:instrText></w:r>'
        f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{result}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def box(*inside: str) -> str:
    """A run with a text box as Word saves it: once for programs of today, once for old ones."""
    content = f"<w:txbxContent>{''.join(inside)}</w:txbxContent>"
    return (
        '<w:r><mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">'
        f'<mc:Choice xmlns:wps="urn:wps" Requires="wps"><w:drawing><wps:txbx>{content}</wps:txbx></w:drawing></mc:Choice>'
        f'<mc:Fallback><w:pict><v:textbox xmlns:v="urn:v">{content}</v:textbox></w:pict></mc:Fallback>'
        "</mc:AlternateContent></w:r>"
    )


def notes(kind: str, inside: str) -> dict[str, object]:
    """What adds a part of endnotes or comments to a document."""
    one = kind.removesuffix("s")
    said = f'<w:{one} w:id="1" w:author="Ветрова" w:initials="АВ">{inside}</w:{one}>'
    content = f'{_HEAD}<w:{kind} xmlns:w="{W}">{said}</w:{kind}>'
    return {
        "extra": {f"word/{kind}.xml": content.encode()},
        "relationships": [f'<Relationship Id="rId{kind}" Type="{R}/{kind}" Target="{kind}.xml"/>'],
        "types": [f'<Override PartName="/word/{kind}.xml" ContentType="{_WORD}.{kind}+xml"/>'],
    }


class DescribeTrackedChanges:
    def it_shows_the_text_as_if_accepted(self, tmp_path: Path) -> None:
        said = text(tmp_path, p(run("Срок — "), deleted("пять"), inserted("десять"), run(" суток.")))
        assert said == ["[Normal] Срок — десять суток."]

    def it_shows_moved_text_only_where_it_went(self, tmp_path: Path) -> None:
        moved = f"<w:moveFrom {_BY}>{run('а')}</w:moveFrom>", f"<w:moveTo {_BY}>{run('а')}</w:moveTo>"
        assert text(tmp_path, ended("moveFrom", moved[0]), p("б"), p(moved[1])) == ["[Normal] б", "[Normal] а"]

    def it_joins_a_paragraph_whose_mark_is_deleted_with_the_next_whose_style_stays(self, tmp_path: Path) -> None:
        body = (ended("del", run("Суд "), style="Title1"), ended("del", run("и ")), p("закон."), p("Далее."))
        assert text(tmp_path, *body) == ["[Normal] Суд и закон.", "[Normal] Далее."]

    def it_leaves_a_deleted_paragraph_out(self, tmp_path: Path) -> None:
        gone = ended("del", deleted("Лишнее."), style="Title1")
        assert text(tmp_path, p("а"), gone, p("б")) == ["[Normal] а", "[Normal] б"]
        assert text(tmp_path, p("а"), gone, table(1, row("б"))) == ["[Normal] а", "[table] б"]
        kept = ended("del", run("Осталось."))
        assert text(tmp_path, kept, table(1, row("б"))) == ["[Normal] Осталось.", "[table] б"]

    def it_keeps_a_paragraph_whose_mark_is_inserted(self, tmp_path: Path) -> None:
        assert text(tmp_path, ended("ins", inserted("Новое.")), p("б")) == ["[Normal] Новое.", "[Normal] б"]

    def it_leaves_deleted_rows_and_cells_out(self, tmp_path: Path) -> None:
        gone = row("в", "г").replace("<w:tr>", f"<w:tr><w:trPr><w:del {_BY}/></w:trPr>")
        half = row("д", "е").replace("</w:tcPr>", f"<w:cellDel {_BY}/></w:tcPr>", 1)
        new = row("ж", "з").replace("<w:tr>", f"<w:tr><w:trPr><w:ins {_BY}/></w:trPr>")
        assert text(tmp_path, table(2, row("а", "б"), gone, half, new)) == [
            "[table] а | б",
            "[table] е",
            "[table] ж | з",
        ]

    def it_takes_the_new_style_where_the_style_was_changed(self, tmp_path: Path) -> None:
        change = f'<w:pPrChange {_BY}><w:pPr><w:pStyle w:val="Normal"/></w:pPr></w:pPrChange>'
        body = p("а", style="Title1").replace("</w:pPr>", f"{change}</w:pPr>")
        assert text(tmp_path, body) == ["[Filing Title] а"]

    def it_leaves_a_deleted_field_out(self, tmp_path: Path) -> None:
        gone = f"<w:del {_BY}>{field('REF x', '').replace('instrText', 'delInstrText')}</w:del>"
        assert text(tmp_path, p(run("а"), gone, run("б"))) == ["[Normal] аб"]


class DescribeWhatStandsInText:
    def it_shows_links_controls_and_inserted_passages(self, tmp_path: Path) -> None:
        body = p(
            f'<w:hyperlink r:id="x">{run("сайт")}</w:hyperlink>',
            f"<w:sdt><w:sdtPr><w:alias/></w:sdtPr><w:sdtContent>{run(', поле')}</w:sdtContent></w:sdt>",
            f'<w:smartTag w:uri="u" w:element="e">{run(", метка")}</w:smartTag>',
        )
        block = f"<w:sdt><w:sdtContent>{p('Абзац')}</w:sdtContent></w:sdt>"
        assert text(tmp_path, body, block) == ["[Normal] сайт, поле, метка", "[Normal] Абзац"]

    def it_shows_controls_round_rows_and_cells(self, tmp_path: Path) -> None:
        one = (
            row("а", "б")
            .replace("<w:tc>", "<w:sdt><w:sdtContent><w:tc>", 1)
            .replace("</w:tc>", "</w:tc></w:sdtContent></w:sdt>", 1)
        )
        body = table(2, f"<w:sdt><w:sdtContent>{one}</w:sdtContent></w:sdt>", row("в", "г"))
        assert text(tmp_path, body) == ["[table] а | б", "[table] в | г"]

    def it_names_page_numbers_and_shows_what_other_fields_say(self, tmp_path: Path) -> None:
        body = p(
            run("см. "), field("REF раздел", run("раздел 2")), run(", "), field('HYPERLINK "u"', run("сайт")), run(", с. "),
            page_field("PAGE"), run(" из "), f'<w:fldSimple w:instr=" NUMPAGES ">{run("14")}</w:fldSimple>',
        )  # fmt: skip
        assert text(tmp_path, body) == ["[Normal] см. раздел 2, сайт, с. ‹PAGE› из ‹NUMPAGES›"]

    def it_shows_a_field_in_a_field_once(self, tmp_path: Path) -> None:
        contents = field("TOC", run("Доводы") + "<w:r><w:tab/></w:r>" + field("PAGEREF _Toc1", run("3")))
        choice = field("IF", run("первая")).replace(
            "IF", "IF </w:instrText></w:r>" + page_field("PAGE") + "<w:r><w:instrText>", 1
        )
        assert text(tmp_path, p(contents), p(choice)) == ["[Normal] Доводы⇥‹PAGEREF›", "[Normal] первая"]

    def it_shows_text_boxes_once_after_the_paragraph_they_hang_on(self, tmp_path: Path) -> None:
        hung = p(run("до, "), box(p("в рамке"), p("ещё")), run("после"))
        assert text(tmp_path, hung, p("конец")) == [
            "[Normal] до, после",
            "[Normal] в рамке",
            "[Normal] ещё",
            "[Normal] конец",
        ]
        assert text(tmp_path, table(2, row("а", p(box(p("б")))))) == ["[table] а |  / б"]

    def it_takes_the_fallback_where_there_is_nothing_else(self, tmp_path: Path) -> None:
        spare = (
            '<w:r><mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">'
            "<mc:Fallback><w:t>запас</w:t></mc:Fallback></mc:AlternateContent></w:r>"
        )
        assert text(tmp_path, p(spare + run("!"))) == ["[Normal] запас!"]
        assert text(
            tmp_path,
            p(
                spare.replace("<w:t>", "<w:pict><w:txbxContent><w:p><w:r><w:t>").replace(
                    "</w:t>", "</w:t></w:r></w:p></w:txbxContent></w:pict>"
                )
            ),
        ) == ["[Normal]", "[Normal] запас"]

    def it_marks_symbols_and_pictures(self, tmp_path: Path) -> None:
        sign = '<w:r><w:sym w:font="Wingdings" w:char="F0FE"/><w:t> да</w:t></w:r>'
        body = p(sign, "<w:r><w:drawing/></w:r>", run("."))
        assert text(tmp_path, body) == ["[Normal] ‹symbol F0FE› да‹picture›."]

    def it_shows_formulas(self, tmp_path: Path) -> None:
        body = p(
            run("х "),
            '<m:oMath xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"><m:r><m:t>=2</m:t></m:r></m:oMath>',
        )
        assert text(tmp_path, body) == ["[Normal] х =2"]


class DescribeTables:
    def it_gives_the_rows_of_a_table_in_a_table_lines_of_their_own(self, tmp_path: Path) -> None:
        inner = table(2, row("1", "2"), row("3", "4"))
        body = table(2, row("а", p("до") + inner + p("после")), row("б", "в"))
        assert text(tmp_path, body) == [
            "[table] а | до", "[table 2] 1 | 2", "[table 2] 3 | 4", "[table] после", "[table] б | в",
        ]  # fmt: skip

    @pytest.mark.parametrize("cell", [("1", "два"), ("6", "семь"), ("а", "бэ")])
    def it_changes_one_line_for_one_word(self, tmp_path: Path, cell: tuple[str, str]) -> None:
        inner = table(2, row("1", "2"), row("3", "4"))
        body = table(3, row("а", p("до") + inner + p("после"), "конец"), row("5", p("6") + p("7"), ""))
        before = text(tmp_path, p("Абзац"), body)
        after = text(tmp_path, p("Абзац"), body.replace(f">{cell[0]}<", f">{cell[1]}<", 1))
        changed = [line for line in difflib.ndiff(before, after) if line[0] in "+-"]
        assert [line[0] for line in changed] == ["-", "+"]


class DescribeOtherParts:
    def it_shows_headers_footers_and_notes_under_their_titles(self, tmp_path: Path) -> None:
        made = {
            "header": p("Верх"),
            "footer": p(page_field("PAGE")),
            "footnotes": f'<w:footnote w:id="1">{p("Сноска")}</w:footnote>',
        }
        assert text(tmp_path, p("Текст"), **made, **notes("endnotes", p("В конце"))) == [
            "[Normal] Текст", "=== header", "[Normal] Верх", "=== footer", "[Normal] ‹PAGE›",
            "=== footnotes", "[Normal] Сноска", "=== endnotes", "[Normal] В конце",
        ]  # fmt: skip

    def it_shows_what_comments_say_and_not_who_says_it(self, tmp_path: Path) -> None:
        said = text(tmp_path, p("Текст"), **notes("comments", p("Проверить срок")))
        assert said == ["[Normal] Текст", "=== comments", "[Normal] Проверить срок"]

    def it_leaves_out_the_empty_notes_that_word_keeps_for_lines_between_text_and_notes(self, tmp_path: Path) -> None:
        empty = f'<w:footnote w:type="separator" w:id="0">{p("<w:r><w:separator/></w:r>")}</w:footnote>'
        assert text(tmp_path, p("Текст"), footnotes=empty) == ["[Normal] Текст"]
        noted = f'{empty}<w:footnote w:id="2">{p("Сноска")}</w:footnote>'
        assert text(tmp_path, p("Текст"), footnotes=noted)[1:] == ["=== footnotes", "[Normal] Сноска"]
        content = docx(p("{{ x }}"), footnotes=noted)
        assert compile_bytes(content, "x").twin.splitlines() == _text(tmp_path, content)

    def it_gives_a_template_with_endnotes_the_twin_it_is_checked_against(self, tmp_path: Path) -> None:
        sign = '<w:r><w:sym w:font="Wingdings" w:char="F0FE"/></w:r>'
        content = docx(
            p(run("{{ x }} "), sign), table(1, row(table(1, row("а")) + p("б"))), **notes("endnotes", p("В конце"))
        )
        assert compile_bytes(content, "x").twin.splitlines() == _text(tmp_path, content)

    def it_reads_the_strict_form(self, tmp_path: Path) -> None:
        strict = {
            W: "http://purl.oclc.org/ooxml/wordprocessingml/main",
            R: "http://purl.oclc.org/ooxml/officeDocument/relationships",
        }
        made = parts(p("Текст", style="Title1"), table(1, row("а")), header=p("Верх"))
        for old, new in strict.items():
            made = {name: content.replace(old.encode(), new.encode()) for name, content in made.items()}
        said = _text(tmp_path, zipped(made))
        assert said == ["[Filing Title] Текст", "[table] а", "=== header", "[Normal] Верх"]


class DescribeFilesThatAreNoDocument:
    @pytest.mark.parametrize(
        ("content", "code"),
        [
            (b"", "seal/not-a-zip"),
            (b"version https://git-lfs.github.com/spec/v1\n", "seal/not-a-zip"),
            (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512), "render/protected"),
            (docx(p("а"))[:-30], "seal/zip-broken"),
            (
                zipped({n: c.replace(b"wordprocessingml", b"spreadsheetml") for n, c in parts(p("а")).items()}),
                "render/not-word",
            ),
            (zipped(parts(p("а")) | {"word/document.xml": b"<a>"}), "seal/xml-broken"),
        ],
    )
    def it_refuses_them_by_the_files_name(self, tmp_path: Path, content: bytes, code: str) -> None:
        with pytest.raises(Refused) as refused:
            _text(tmp_path, content)
        assert [(q.code.id, q.file) for q in refused.value.problems] == [(code, "x.docx")]
