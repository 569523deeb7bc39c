"""A document is read as its reader sees it, whatever the program that saved it left behind."""

from __future__ import annotations

import pytest
from review_world import edited, rendered
from word_files import R, docx, p, page_field, row, run, table

from panahat.problems import Refused
from panahat.review.document import read_document
from panahat.review.merging import merge
from panahat.review.redlining.contents_reading import contents
from panahat.seal.inspection import inspect
from panahat.seal.zipping import read_zip

MC = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'


def texts(body: str) -> list[str]:
    return [u.text for u in read_document(docx(body)).units]


def codes(content: bytes) -> list[str]:
    with pytest.raises(Refused) as refused:
        read_document(content, "name.docx")
    assert all(problem.file == "name.docx" for problem in refused.value.problems)
    return [problem.code.id for problem in refused.value.problems]


class DescribeText:
    def it_joins_runs_however_they_were_split(self) -> None:
        assert texts(p(run("От"), '<w:proofErr w:type="spellStart"/>', run("каз", "<w:b/>"))) == ["Отказ"]

    def it_leaves_out_empty_paragraphs_and_numbers_the_rest(self) -> None:
        found = read_document(docx(p("а") + p("") + p(" ") + p("б"))).units
        assert [(u.number, u.text) for u in found] == [(1, "а"), (2, "б")]

    def it_keeps_no_break_spaces_tabs_and_breaks(self) -> None:
        assert texts(p("а\u00a0б", "<w:r><w:tab/><w:br/><w:noBreakHyphen/></w:r>")) == ["а\u00a0б\t\n\u2011"]

    def it_shows_a_page_number_as_a_field_because_it_changes_by_itself(self) -> None:
        assert texts(p("стр. ", page_field("PAGE"), " из ", page_field("NUMPAGES"))) == ["стр. ‹PAGE› из ‹NUMPAGES›"]

    def it_keeps_the_result_of_another_field(self) -> None:
        assert texts(p("см. ", page_field("REF x"))) == ["см. 1"]

    def it_reads_links_and_controls_and_skips_the_fallback_of_a_drawing(self) -> None:
        body = (
            f"<w:p><w:hyperlink>{run('ссылка ')}</w:hyperlink><w:sdt><w:sdtContent>{run('поле ')}</w:sdtContent></w:sdt>"
            f"<mc:AlternateContent {MC}><mc:Choice Requires='wps'>{run('раз')}</mc:Choice>"
            f"<mc:Fallback>{run('раз')}</mc:Fallback></mc:AlternateContent></w:p>"
        )
        assert texts(body) == ["ссылка поле раз"]

    def it_knows_table_row_and_cell_also_inside_a_cell(self) -> None:
        inner = table(1, row("внутри"))
        body = p("до") + table(2, row("а", "б"), row("в", p("г") + inner + p("")))
        found = {u.text: u.place for u in read_document(docx(body)).units}
        assert found == {
            "до": (),
            "а": (1, 1, 1),
            "б": (1, 1, 2),
            "в": (1, 2, 1),
            "г": (1, 2, 2),
            "внутри": (1, 2, 2, 1, 1, 1),
        }


class DescribeStories:
    def it_reads_headers_with_their_kind_after_the_text(self) -> None:
        stories = {u.story for u in read_document(rendered().filing).units}
        assert stories == {"", "header", "header first"}

    def it_sees_a_change_in_a_header(self) -> None:
        made = rendered().filing
        names = [m.name for m in read_zip(made) if "header" in m.name and "ПРОЕКТ".encode() in m.content()]
        changed = edited(made, {"ПРОЕКТ": "ЧЕРНОВИК"}, names[0])
        assert read_document(changed).units != read_document(made).units
        assert read_document(changed).body == read_document(made).body


class DescribeRefusals:
    def it_refuses_what_is_no_word_document(self) -> None:
        assert codes(b"%PDF-1.7") == ["seal/not-a-zip"]

    def it_refuses_a_document_cut_short(self) -> None:
        assert codes(rendered().filing[:-200]) == ["seal/zip-broken"]

    def it_refuses_a_document_without_text(self) -> None:
        assert codes(docx(p(""))) == ["review/no-text"]

    def it_refuses_macros(self) -> None:
        main = "application/vnd.ms-word.document.macroEnabled.main+xml"
        plain = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
        assert codes(edited(docx(p("а")), {plain: main}, "[Content_Types].xml")) == ["review/macro"]

    def it_calls_a_document_with_macros_so_wherever_it_is_read(self) -> None:
        main = "application/vnd.ms-word.document.macroEnabledTemplate.main+xml"
        plain = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
        content = edited(docx(p("а")), {plain: main}, "[Content_Types].xml")
        for read in (read_document, contents, lambda c: merge(c, c, c)):
            with pytest.raises(Refused, match="review/macro"):
                read(content)

    def it_reads_past_a_reference_that_nothing_uses(self) -> None:
        reference = f'<Relationship Id="rId7" Type="{R}/{{}}" Target="gone.xml"/>'
        unused = docx(p("а"), relationships=[reference.format("keyMapCustomizations")])
        assert [u.text for u in read_document(unused).units] == ["а"]
        with pytest.raises(Refused, match="seal/dangling"):
            inspect(unused)

    def it_refuses_a_reference_that_the_text_needs(self) -> None:
        reference = f'<Relationship Id="rId7" Type="{R}/{{}}" Target="gone.xml"/>'
        assert codes(docx(p("а"), relationships=[reference.format("numbering")])) == ["seal/dangling"]
        shown = p("а", '<w:r><w:object r:id="rId7"/></w:r>')
        assert codes(docx(shown, relationships=[reference.format("oleObject")])) == ["seal/dangling"]

    def it_refuses_a_table_of_another_office_program(self) -> None:
        plain = "wordprocessingml.document.main+xml"
        sheet = edited(docx(p("а")), {plain: "spreadsheetml.sheet.main+xml"}, "[Content_Types].xml")
        assert codes(sheet) == ["review/not-word"]
