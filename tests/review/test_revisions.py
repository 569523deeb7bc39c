"""Accepting and rejecting: every kind of tracked change, wherever it stands, leaves what Word leaves."""

from __future__ import annotations

import re

import pytest
from word_files import W, docx, p, row, run, table, zipped

from panahat.problems import Refused
from panahat.seal.revisions import Tracked, accept_all, reject_all, tracked
from panahat.seal.zipping import read_zip

_WHO = 'w:id="1" w:author="Редактор" w:date="2026-01-01T00:00:00Z"'
_TEXT = re.compile(r"<w:t(?: [^>]*)?>([^<]*)</w:t>")


def mark(kind: str, inside: str = "") -> str:
    """An element of a tracked change."""
    return f"<w:{kind} {_WHO}>{inside}</w:{kind}>"


def gone(text: str) -> str:
    """A deleted run."""
    return mark("del", f'<w:r><w:delText xml:space="preserve">{text}</w:delText></w:r>')


def put(text: str) -> str:
    """An inserted run."""
    return mark("ins", run(text))


def ended(kind: str, *inside: str, style: str = "") -> str:
    """A paragraph whose own mark is tracked."""
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    return f"<w:p><w:pPr>{named}<w:rPr>{mark(kind)}</w:rPr></w:pPr>{''.join(inside)}</w:p>"


def part(content: bytes, name: str = "word/document.xml") -> str:
    return next(m for m in read_zip(content) if m.name == name).content().decode()


def body(content: bytes) -> str:
    """The XML of the text, without the section at its end, empty properties and the care for spaces."""
    inside = re.sub(
        r".*<w:body[^>]*>|<w:sectPr>(?:(?!<w:sectPr).)*</w:sectPr></w:body>.*", "", part(content), flags=re.S
    )
    inside = inside.replace(' xml:space="preserve"', "")
    for _ in range(3):
        inside = re.sub(r"<w:(rPr|pPr|trPr|tcPr|numPr)(/>|></w:\1>)", "", inside)
    return inside


def lines(content: bytes) -> list[str]:
    """The text of each paragraph; «#» and its style before it where it has one."""
    found = re.findall(r"<w:p(?:/>|[ >].*?(?:</w:p>))", body(content), flags=re.S)
    styles = [re.search(r'w:pStyle w:val="(\w+)"', x) for x in found]
    return [(f"#{s[1]} " if s else "") + "".join(_TEXT.findall(x)) for x, s in zip(found, styles, strict=True)]


def both(*inside: str) -> tuple[list[str], list[str]]:
    """The paragraphs when all is accepted, and when all is rejected."""
    content = docx(*inside)
    return lines(accept_all(content)), lines(reject_all(content))


def bodies(*inside: str) -> tuple[str, str]:
    content = docx(*inside)
    return body(accept_all(content)), body(reject_all(content))


class DescribeWordsTrackedInAParagraph:
    def it_keeps_what_was_put_in_or_what_was_taken_out(self) -> None:
        assert both(p(run("Срок "), gone("пять"), put("семь"), run(" дней"))) == (
            ["Срок семь дней"],
            ["Срок пять дней"],
        )

    def it_makes_deleted_text_plain_text_again(self) -> None:
        assert bodies(p(gone("пять")))[1] == "<w:p><w:r><w:t>пять</w:t></w:r></w:p>"

    def it_makes_deleted_field_codes_plain_codes_again(self) -> None:
        code = mark("del", "<w:r><w:delInstrText> PAGE </w:delInstrText></w:r>")
        assert bodies(p(code))[1] == "<w:p><w:r><w:instrText> PAGE </w:instrText></w:r></w:p>"

    def it_settles_moves_and_takes_out_their_ranges(self) -> None:
        start = '<w:moveFromRangeStart w:id="2" w:author="Р" w:name="m"/>'
        there = '<w:moveToRangeStart w:id="3" w:author="Р" w:name="m"/>'
        accepted, rejected = bodies(
            p(start, mark("moveFrom", run("раз ")), '<w:moveFromRangeEnd w:id="2"/>', run("два")),
            p(there, mark("moveTo", run("раз ")), '<w:moveToRangeEnd w:id="3"/>', run("три")),
        )
        assert re.sub(r"</?w:[rt]>", "", accepted) == "<w:p>два</w:p><w:p>раз три</w:p>"
        assert re.sub(r"</?w:[rt]>", "", rejected) == "<w:p>раз два</w:p><w:p>три</w:p>"

    def it_drops_what_one_put_in_and_another_took_out(self) -> None:
        assert both(p(run("а"), mark("ins", run("б") + gone("в")))) == (["аб"], ["а"])

    @pytest.mark.parametrize(
        "wrapper",
        [
            '<w:hyperlink w:anchor="x">{}</w:hyperlink>',
            "<w:sdt><w:sdtContent>{}</w:sdtContent></w:sdt>",
            '<w:smartTag w:element="x">{}</w:smartTag>',
            '<w:fldSimple w:instr="REF x">{}</w:fldSimple>',
        ],
    )
    def it_reaches_inside_links_controls_and_fields(self, wrapper: str) -> None:
        assert both(p(run("а"), wrapper.format(gone("б") + put("в") + run("г")))) == (["авг"], ["абг"])

    def it_leaves_no_empty_link_behind(self) -> None:
        assert "hyperlink" not in bodies(p(run("а"), f'<w:hyperlink w:anchor="x">{gone("б")}</w:hyperlink>'))[0]

    def it_reaches_inside_text_boxes(self) -> None:
        box = f"<w:r><w:pict><w:txbxContent>{p(gone('б'), put('в'))}</w:txbxContent></w:pict></w:r>"
        accepted, rejected = bodies(p(box))
        assert (_TEXT.findall(accepted), _TEXT.findall(rejected)) == (["в"], ["б"])

    def it_takes_out_the_marks_of_tracked_controls(self) -> None:
        ranges = "".join(
            f'<w:customXml{kind}Range{end} w:id="4"/>' for kind in ("Ins", "Del") for end in ("Start", "End")
        )
        accepted, rejected = bodies(p(ranges, run("а"), put("б")))
        assert "customXml" not in accepted + rejected


class DescribeTrackedParagraphMarks:
    def it_splits_or_joins_at_an_inserted_mark(self) -> None:
        split = (ended("ins", run("Первый. ")), p("Второй."))
        assert both(*split) == (["Первый. ", "Второй."], ["Первый. Второй."])

    def it_joins_or_splits_at_a_deleted_mark(self) -> None:
        assert both(ended("del", run("Первый. ")), p("Второй.")) == (["Первый. Второй."], ["Первый. ", "Второй."])

    def it_gives_the_joined_paragraph_the_properties_of_the_last(self) -> None:
        joined = (ended("del", run("Первый. "), style="Title1"), p("Второй.", style="Quote"))
        assert both(*joined)[0] == ["#Quote Первый. Второй."]

    def it_puts_the_joined_words_behind_the_properties(self) -> None:
        joined = bodies(ended("del", run("а")), p("б", style="Title1"))[0]
        assert joined.startswith('<w:p><w:pPr><w:pStyle w:val="Title1"/></w:pPr>')

    def it_joins_a_whole_chain(self) -> None:
        chain = (ended("del", run("а")), ended("del", gone("б")), ended("del", run("в")), p("г"))
        assert both(*chain) == (["авг"], ["а", "б", "в", "г"])

    def it_takes_out_whole_paragraphs(self) -> None:
        assert both(p("а"), ended("del", gone("б")), ended("ins", put("в")), p("г")) == (
            ["а", "в", "г"],
            ["а", "б", "г"],
        )

    @pytest.mark.parametrize(("kind", "left"), [("moveFrom", 0), ("moveTo", 1)])
    def it_takes_out_moved_paragraphs(self, kind: str, left: int) -> None:
        settled = both(p("а"), ended(kind, mark(kind, run("б"))), p("в"))
        assert settled[left] == ["а", "в"]
        assert settled[1 - left] == ["а", "б", "в"]

    def it_takes_out_the_last_paragraph_of_the_text(self) -> None:
        assert both(p("а"), ended("ins", put("б"))) == (["а", "б"], ["а"])

    def it_takes_out_a_paragraph_before_a_table(self) -> None:
        assert both(p("а"), ended("ins", put("б")), table(1, row("в")), p("г")) == (
            ["а", "б", "в", "г"],
            ["а", "в", "г"],
        )

    def it_takes_out_the_first_paragraph_before_a_table(self) -> None:
        assert both(ended("ins", put("а")), table(1, row("б")), p("в"))[1] == ["б", "в"]

    def it_keeps_the_words_of_a_paragraph_before_a_table(self) -> None:
        assert both(ended("del", run("а")), table(1, row("б")), p("в"))[0] == ["а", "б", "в"]

    def it_leaves_a_cell_its_paragraph(self) -> None:
        assert both(table(1, row(ended("ins", put("а")))), p("б")) == (["а", "б"], ["", "б"])

    def it_passes_over_bookmarks_between_paragraphs(self) -> None:
        between = '<w:bookmarkStart w:id="9" w:name="x"/><w:bookmarkEnd w:id="9"/>'
        assert both(ended("del", run("а")), between, p("б"))[0] == ["аб"]

    def it_lets_the_section_go_that_ended_there(self) -> None:
        section = "<w:sectPr><w:pgSz/></w:sectPr>"
        end = f"<w:p><w:pPr><w:rPr>{mark('del')}</w:rPr>{section}</w:pPr>{run('а')}</w:p>"
        accepted, rejected = bodies(end, p("б"))
        assert section not in accepted
        assert section.replace("<w:pgSz>", "<w:pgSz/>") in rejected


class DescribeTrackedProperties:
    @pytest.mark.parametrize(
        ("xml", "accepted", "rejected"),
        [
            (
                f"<w:p><w:r><w:rPr><w:b/>{mark('rPrChange', '<w:rPr><w:i/></w:rPr>')}</w:rPr><w:t>а</w:t></w:r></w:p>",
                "<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>а</w:t></w:r></w:p>",
                "<w:p><w:r><w:rPr><w:i/></w:rPr><w:t>а</w:t></w:r></w:p>",
            ),
            (
                f'<w:p><w:pPr><w:jc w:val="center"/><w:rPr><w:b/></w:rPr>'
                f"{mark('pPrChange', '<w:pPr><w:keepNext/></w:pPr>')}</w:pPr></w:p>",
                '<w:p><w:pPr><w:jc w:val="center"/><w:rPr><w:b/></w:rPr></w:pPr></w:p>',
                "<w:p><w:pPr><w:keepNext/><w:rPr><w:b/></w:rPr></w:pPr></w:p>",
            ),
            (
                f'<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/>{mark("ins")}</w:numPr></w:pPr></w:p>',
                '<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr></w:p>',
                "<w:p/>",
            ),
            (
                f'<w:p><w:pPr><w:numPr><w:numId w:val="1"/>{mark("numberingChange")}</w:numPr></w:pPr></w:p>',
                '<w:p><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:p>',
                '<w:p><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:p>',
            ),
            (
                f"<w:p><w:pPr><w:rPr><w:b/>{mark('rPrChange', '<w:rPr/>')}</w:rPr></w:pPr></w:p>",
                "<w:p><w:pPr><w:rPr><w:b/></w:rPr></w:pPr></w:p>",
                "<w:p/>",
            ),
        ],
        ids=["run", "paragraph", "number put in", "number changed", "paragraph mark"],
    )
    def it_keeps_the_present_or_gives_back_the_former(self, xml: str, accepted: str, rejected: str) -> None:
        settled = bodies(xml)
        assert settled[0] == accepted
        assert re.sub(r"<w:p></w:p>", "<w:p/>", settled[1]) == rejected

    def it_settles_the_properties_of_tables_rows_and_cells(self) -> None:
        xml = (
            f'<w:tbl><w:tblPr><w:jc w:val="left"/>{mark("tblPrChange", "<w:tblPr/>")}</w:tblPr>'
            f'<w:tblGrid><w:gridCol w:w="2"/>'
            f'<w:tblGridChange w:id="8"><w:tblGrid><w:gridCol w:w="1"/></w:tblGrid></w:tblGridChange></w:tblGrid>'
            f'<w:tr><w:tblPrEx><w:jc w:val="right"/>{mark("tblPrExChange", "<w:tblPrEx/>")}</w:tblPrEx>'
            f"<w:trPr><w:cantSplit/>{mark('trPrChange', '<w:trPr/>')}</w:trPr>"
            f"<w:tc><w:tcPr><w:noWrap/>{mark('tcPrChange', '<w:tcPr><w:hideMark/></w:tcPr>')}</w:tcPr>"
            f"{p('а')}</w:tc></w:tr></w:tbl>"
        )
        accepted, rejected = bodies(xml, p("б"))
        assert "Change" not in accepted + rejected
        for word, in_new, in_old in (
            ('jc w:val="left"', True, False),
            ('jc w:val="right"', True, False),
            ('gridCol w:w="2"', True, False),
            ('gridCol w:w="1"', False, True),
            ("cantSplit", True, False),
            ("noWrap", True, False),
            ("hideMark", False, True),
        ):
            assert ((word in accepted), (word in rejected)) == (in_new, in_old), word

    def it_settles_the_section_and_keeps_its_headers(self) -> None:
        change = mark("sectPrChange", '<w:sectPr><w:pgSz w:w="1"/></w:sectPr>')
        refer = '<w:headerReference w:type="default" r:id="rIdheader"/>'
        section = f'<w:p><w:pPr><w:sectPr>{refer}<w:pgSz w:w="2"/>{change}</w:sectPr></w:pPr></w:p>'
        content = docx(section, p("а"), header=p("в"))
        assert f'{refer}<w:pgSz w:w="2"/></w:sectPr>' in part(accept_all(content))
        assert f'{refer}<w:pgSz w:w="1"/></w:sectPr>' in part(reject_all(content))


def tracked_row(kind: str, *cells: str) -> str:
    return row(*cells).replace("<w:tr>", f"<w:tr><w:trPr>{mark(kind)}</w:trPr>")


def tracked_cell(kind: str, text: str) -> str:
    return f"<w:tc><w:tcPr>{kind}</w:tcPr>{p(text)}</w:tc>"


class DescribeTrackedTables:
    def it_keeps_or_drops_rows(self) -> None:
        rows = table(1, row("а"), tracked_row("ins", p(put("б"))), tracked_row("del", p(gone("в"))))
        assert both(rows, p("г")) == (["а", "б", "г"], ["а", "в", "г"])

    def it_lets_a_table_go_whose_rows_all_go(self) -> None:
        accepted, rejected = bodies(table(1, tracked_row("del", p(gone("а")))), p("б"))
        assert "tbl" not in accepted
        assert "tbl" in rejected

    def it_lets_a_nested_table_go_and_leaves_the_cell_sound(self) -> None:
        inner = table(1, tracked_row("ins", p(put("а"))))
        accepted, rejected = bodies(table(1, row(inner + p("б"))), p("в"))
        assert accepted.count("<w:tbl>") == 2
        assert rejected.count("<w:tbl>") == 1
        only = bodies(table(1, f"<w:tr><w:tc>{inner}</w:tc></w:tr>"), p("в"))[1]
        assert "<w:tc><w:p/></w:tc>" in only

    def it_keeps_or_drops_cells(self) -> None:
        cells = tracked_cell(mark("cellIns"), "а") + tracked_cell(mark("cellDel"), "б") + tracked_cell("", "в")
        accepted, rejected = both(table(3, f"<w:tr>{cells}</w:tr>"), p("г"))
        assert (accepted, rejected) == (["а", "в", "г"], ["б", "в", "г"])

    def it_settles_the_merging_of_cells(self) -> None:
        merge = f'<w:cellMerge {_WHO} w:vMerge="rest" w:vMergeOrig="cont"/>'
        accepted, rejected = bodies(table(1, f"<w:tr>{tracked_cell(merge, 'а')}</w:tr>"), p("б"))
        assert '<w:tcPr><w:vMerge w:val="restart"/></w:tcPr>' in accepted
        assert '<w:tcPr><w:vMerge w:val="continue"/></w:tcPr>' in rejected

    def it_lets_the_merging_go_that_was_not_there_before(self) -> None:
        cell = tracked_cell(f'<w:vMerge w:val="restart"/><w:cellMerge {_WHO} w:vMerge="rest"/>', "а")
        assert "vMerge" not in bodies(table(1, f"<w:tr>{cell}</w:tr>"), p("б"))[1]


_NOTES = "".join(
    f'<w:footnote w:id="{n}">{p(gone("стар") if n == 2 else run(f"сноска {n}"), put("нов") if n == 2 else "")}</w:footnote>'
    for n in (1, 2)
)


class DescribeTheOtherParts:
    def it_settles_headers_and_footers(self) -> None:
        content = docx(p("а"), header=p(gone("б"), put("в")), footer=p(gone("г"), put("д")))
        for settled, header, footer in ((accept_all(content), "в", "д"), (reject_all(content), "б", "г")):
            assert _TEXT.findall(part(settled, "word/header1.xml")) == [header]
            assert _TEXT.findall(part(settled, "word/footer1.xml")) == [footer]

    def it_leaves_a_header_its_paragraph(self) -> None:
        content = docx(p("а"), header=ended("ins", put("б")))
        assert part(reject_all(content), "word/header1.xml").count("<w:p>") == 1

    def it_settles_notes_and_lets_those_go_whose_reference_went(self) -> None:
        text = p(
            mark("ins", '<w:r><w:footnoteReference w:id="1"/></w:r>'), '<w:r><w:footnoteReference w:id="2"/></w:r>'
        )
        content = docx(text, footnotes=_NOTES)
        assert _TEXT.findall(part(accept_all(content), "word/footnotes.xml")) == ["сноска 1", "нов"]
        assert _TEXT.findall(part(reject_all(content), "word/footnotes.xml")) == ["стар"]

    def it_leaves_all_other_parts_as_they_were(self) -> None:
        content = docx(p(put("а")), header=p("б"))
        assert part(accept_all(content), "word/styles.xml") == part(content, "word/styles.xml")

    def it_returns_a_document_without_changes_byte_by_byte(self) -> None:
        content = docx(p("а"), header=p("б"))
        assert accept_all(content) == content
        assert reject_all(content) == content

    def it_makes_the_same_bytes_each_time(self) -> None:
        content = docx(p(put("а"), gone("б")))
        assert accept_all(content) == accept_all(content)
        assert reject_all(content) == reject_all(content)

    def it_reads_documents_saved_as_strict(self) -> None:
        strict = {
            m.name: m.content().replace(W.encode(), b"http://purl.oclc.org/ooxml/wordprocessingml/main")
            for m in read_zip(docx(p(put("а"), gone("б"))))
        }
        assert _TEXT.findall(part(accept_all(zipped(strict)))) == ["а"]

    def it_refuses_what_is_no_document(self) -> None:
        with pytest.raises(Refused):
            accept_all(b"PK")


class DescribeSayingWhatIsTracked:
    def it_counts_the_changes_of_all_parts_and_names_the_authors(self) -> None:
        other = put("в").replace("Редактор", "Адвокат")
        found = tracked(docx(p(put("а"), gone("б")), ended("ins"), header=p(other)))
        assert found == Tracked(4, ("Адвокат", "Редактор"))
        assert found

    def it_is_falsy_where_nothing_is_tracked(self) -> None:
        assert not tracked(docx(p("а")))

    @pytest.mark.parametrize("settle", [accept_all, reject_all])
    def it_finds_nothing_after_all_is_settled(self, settle: object) -> None:
        content = docx(
            ended("del", gone("а"), put("б")),
            ended("moveTo", mark("moveTo", run("в"))),
            table(1, tracked_row("ins", p(put("г"))), tracked_row("del", p(gone("д"))), row("е")),
            f"<w:p><w:pPr>{mark('pPrChange', '<w:pPr/>')}</w:pPr></w:p>",
        )
        assert tracked(content).count > 9
        assert not tracked(settle(content))  # type: ignore[operator]
