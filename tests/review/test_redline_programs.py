"""Redlines of documents that another program has saved: its own names and numbers are no changes, real changes are."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

import pytest
from edits import packed
from word_files import R, W, p, page_field, row, table

from panahat.review.redlining.contents_reading import contents
from panahat.review.redlining.engine import redline
from panahat.seal.revisions import accept_all, reject_all, tracked
from panahat.seal.zipping import member, pack, read_zip

pytestmark = pytest.mark.usefixtures("program_at_hand")
_NS = f'xmlns:w="{W}" xmlns:r="{R}"'
_PAGE = '<w:pgSz w:w="11906" w:h="16838"/><w:titlePg/>'


def header(*paragraphs: str) -> str:
    return f"<w:hdr {_NS}>{''.join(paragraphs)}</w:hdr>"


def style(id: str, name: str, more: str = "") -> str:
    return f'<w:style w:type="paragraph" w:styleId="{id}"><w:name w:val="{name}"/>{more}</w:style>'


def section(default: str, first: str) -> str:
    references = "".join(
        f'<w:headerReference w:type="{t}" r:id="{id}"/>' for t, id in (("default", default), ("first", first))
    )
    return f"<w:sectPr>{references}{_PAGE}</w:sectPr>"


def document(body: str, styles: str = "", headers: Mapping[str, str] | None = None) -> bytes:
    """A Word file; `headers` by the name of their part, which is their id of reference too."""
    normal = '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>'
    parts = {
        "word/document.xml": f"<w:document {_NS}><w:body>{body}</w:body></w:document>",
        "word/styles.xml": f"<w:styles {_NS}>{normal}{styles}</w:styles>",
        **{f"word/{name}.xml": content for name, content in (headers or {}).items()},
    }
    made = packed({name: content.encode() for name, content in parts.items()})
    members = {m.name: m.content() for m in read_zip(made)}
    rels = members["word/_rels/document.xml.rels"].decode()
    for name in headers or {}:
        rels = re.sub(f'Id="header"([^>]*{name}.xml)', rf'Id="{name}"\1', rels)
    return packed_again(members | {"word/_rels/document.xml.rels": rels.encode()})


def packed_again(members: Mapping[str, bytes]) -> bytes:
    return pack([member(name, content) for name, content in members.items()], {})


def given_back(old: bytes, new: bytes) -> bytes:
    """The redline; both documents come back from it."""
    made = redline(old, new)
    assert contents(reject_all(made)) == contents(old)
    assert contents(accept_all(made)) == contents(new)
    return made


def part(content: bytes, name: str = "word/document.xml") -> str:
    return next(m for m in read_zip(content) if m.name == name).content().decode()


class DescribeNamesThatAProgramGives:
    def it_knows_styles_by_their_names(self) -> None:
        old = document(
            p("Шапка", style="Shapka") + p("Текст", style="Tekst"), style("Shapka", "Шапка") + style("Tekst", "Текст")
        )
        new = document(
            p("Шапка", style="Style17") + p("Текст", style="Shapka"),
            style("Style17", "шапка") + style("Shapka", "Текст"),
        )
        assert not tracked(given_back(old, new))

    def it_carries_styles_that_only_the_new_document_has(self) -> None:
        old = document(p("Текст"))
        look = '<w:pPr><w:numPr><w:numId w:val="5"/></w:numPr><w:jc w:val="center"/></w:pPr>'
        new = document(p("Текст") + p("Заголовок", style="Zag"), style("Zag", "Заголовок", look))
        made = given_back(old, new)
        assert 'w:styleId="Zag"' in part(made, "word/styles.xml")
        assert "numPr" not in part(made, "word/styles.xml")
        assert '<w:pStyle w:val="Zag"/>' in part(made)

    def it_does_not_take_one_header_for_another_by_its_id(self) -> None:
        old = document(
            p("Текст один") + section("header1", "header2"),
            headers={"header1": header(p("Проект")), "header2": header(p("Первая"))},
        )
        new = document(
            p("Текст два") + section("header2", "header1"),
            headers={"header2": header(p("Проект")), "header1": header(p("Первая"))},
        )
        assert tracked(given_back(old, new)).count == 2

    def it_takes_no_notice_of_how_many_pages_there_were(self) -> None:
        def made(pages: str) -> bytes:
            said = page_field("NUMPAGES").replace("<w:t>1<", f"<w:t>{pages}<")
            return document(p("Текст") + section("header1", "header1"), headers={"header1": header(p("Лист ", said))})

        assert not tracked(given_back(made("2"), made("14")))


class DescribeWhatTheProgramDoesNotTrack:
    def it_is_a_style_in_a_cell(self) -> None:
        def made(name: str) -> bytes:
            return document(table(2, row(p("а", style=name), "б")) + p("конец"), style("Aa", "Аа") + style("Bb", "Бб"))

        given = given_back(made("Aa"), made("Bb"))
        assert part(given).count("<w:pPrChange") == 1
        assert '<w:pStyle w:val="Aa"/>' in part(reject_all(given))

    @pytest.mark.parametrize("turn", [False, True])
    def it_is_the_end_of_a_section_that_moves_into_a_paragraph(self, turn: bool) -> None:
        heads = {"header1": header(p("Проект")), "header2": header(p("Первая"))}

        def end(text: str) -> str:
            said = p(text) if text else "<w:p></w:p>"
            return said.replace("<w:p>", f"<w:p><w:pPr>{section('header1', 'header2')}</w:pPr>", 1)

        last = p("Второй раздел документа") + section("header1", "header2")
        old = document(p("Начало документа") + p("Конец первого раздела") + end("") + last, headers=heads)
        new = document(p("Начало документа") + end("Конец первого раздела") + last, headers=heads)
        made = given_back(*((new, old) if turn else (old, new)))
        assert tracked(made)

    def it_is_the_header_of_a_section_whose_end_is_rewritten(self) -> None:
        names = ("header1", "header2", "header3", "header4")
        heads = {n: header(p(t)) for n, t in zip(names, ("ЖОБА", "Бірінші", "ПРОЕКТ", "Первая"), strict=True)}

        def made(signature: str, place: str) -> bytes:
            end = p(signature).replace("<w:p>", f"<w:p><w:pPr>{section('header1', 'header2')}</w:pPr>", 1)
            return document(
                p("Өтініш мәтіні") + end + p("Текст обращения") + p(place) + section("header3", "header4"),
                headers=heads,
            )

        given_back(
            made("Атқарушы директор Ермекова", "Исполнительный директор"), made("Басқарма төрағасы", "Председатель")
        )


class DescribeTheLookOfAStyle:
    def it_is_a_tracked_change_like_any_other(self) -> None:
        old = document(p("Текст", style="Zag"), style("Zag", "Заголовок"))
        new = document(p("Текст", style="Zag"), style("Zag", "Заголовок", "<w:rPr><w:b/></w:rPr>"))
        made = redline(old, new, author="Рецензент")
        assert tracked(made).authors == ("Рецензент",)
        assert "<w:b/>" in part(accept_all(made), "word/styles.xml")
        assert "<w:b/>" not in part(reject_all(made), "word/styles.xml")
        assert "w:date" not in part(made, "word/styles.xml")


class DescribeChangesThatChangeNothing:
    @pytest.mark.parametrize(
        ("change", "count"),
        [
            (lambda x: x.replace("<w:r>", "<w:r><w:rPr/>"), 0),
            (lambda x: x.replace("<w:r>", '<w:r><w:rPr><w:lang w:val="ru-RU"/></w:rPr>'), 0),
            (lambda x: x.replace("<w:r>", "<w:r><w:rPr><w:b/></w:rPr>"), 1),
        ],
    )
    def it_is_not_marked(self, change: Callable[[str], str], count: int) -> None:
        old, new = document(p("Текст")), document(change(p("Текст")))
        assert tracked(given_back(old, new)).count == count
