"""A finished document is opened again; whatever is lost on the way stops the filing."""

from __future__ import annotations

import pytest
from word_files import docx, p, page_field, parts, row, run, table, zipped

from panahat.problems import Refused
from panahat.render.reading_back import paragraphs, read_back

BODY = (
    p("Первый"),
    table(2, row("а", p("б") + p("в")), row("г", "д")),
    p(run("после"), "<w:r><w:tab/></w:r>", run("табуляции")),
)
TEXTS = ["Первый", "а", "б", "в", "г", "д", "после\tтабуляции"]


def code_of(docx_bytes: bytes, expected: list[str], exact: bool = False) -> tuple[str, str]:
    with pytest.raises(Refused) as refused:
        read_back(docx_bytes, expected, exact=exact, name="f.docx")
    found = refused.value.problems[0]
    assert "СЕКРЕТ" not in repr(refused.value.problems)
    return found.code.id, found.facts.get("paragraph", found.facts.get("part", ""))


class DescribeReading:
    def it_gives_every_paragraph_with_part_and_style_headers_after_the_body(self) -> None:
        found = paragraphs(docx(*BODY, p("с", style="Title1"), header=p("верх"), footer=p(page_field("PAGE"))))
        assert [q.text for q in found] == [*TEXTS, "с", "1", "верх"]
        assert [q.part for q in found][-2:] == ["word/footer1.xml", "word/header1.xml"]
        assert [q.style for q in found if q.text in ("а", "с")] == ["", "Title1"]

    def it_reads_signs_as_characters(self) -> None:
        signs = "".join(f"<w:r><w:{s}/></w:r>" for s in ("br", "cr", "noBreakHyphen", "softHyphen"))
        assert paragraphs(docx(p(run("а"), signs, run("б"))))[0].text == "а\n\n\u2011\u00adб"

    def it_takes_no_tab_stop_for_a_tab(self) -> None:
        stops = '<w:p><w:pPr><w:tabs><w:tab w:val="left" w:pos="1"/></w:tabs></w:pPr>' + run("а") + "</w:p>"
        assert paragraphs(docx(stops))[0].text == "а"

    def it_reads_any_prefix(self) -> None:
        content = parts(p("а"))
        xml = content["word/document.xml"].decode().replace("w:", "q:").replace("xmlns:w", "xmlns:q")
        content["word/document.xml"] = xml.encode()
        assert [q.text for q in paragraphs(zipped(content))] == ["а"]


class DescribeReadingBack:
    def it_finds_expected_paragraphs_in_order(self) -> None:
        assert len(read_back(docx(*BODY), ["Первый", "в", "после\tтабуляции"])) == len(TEXTS)
        read_back(docx(*BODY, header=p("верх")), TEXTS, exact=True)
        read_back(docx(*BODY, p(), p("к")), [*TEXTS, "к", ""], exact=True)

    @pytest.mark.parametrize(
        ("expected", "exact", "number"),
        [
            (["Первый", "СЕКРЕТ"], False, "2"),
            (["а", "Первый"], False, "2"),
            (["Первы"], False, "1"),
            (["а", "а"], False, "2"),
            (["Первый", "б"], True, "2"),
            (TEXTS[:-1], True, "7"),
            ([*TEXTS, "ещё"], True, "8"),
        ],
    )
    def it_names_the_number_of_what_is_lost(self, expected: list[str], exact: bool, number: str) -> None:
        assert code_of(docx(*BODY), expected, exact) == ("render/lost-text", number)

    def it_does_not_take_a_header_for_the_body(self) -> None:
        assert code_of(docx(p("а"), header=p("верх")), ["верх"]) == ("render/lost-text", "1")

    def it_refuses_broken_xml_in_any_part(self) -> None:
        for part in ("word/document.xml", "word/header1.xml", "word/styles.xml"):
            content = parts(*BODY, header=p("верх"))
            content[part] = content[part][:-4]
            assert code_of(zipped(content), TEXTS)[0] == "seal/xml-broken"

    def it_refuses_a_document_type_in_any_part(self) -> None:
        for part in ("word/document.xml", "word/styles.xml"):
            content = parts(*BODY)
            head, rest = content[part].split(b"?>", 1)
            content[part] = head + b'?><!DOCTYPE x [<!ENTITY e "">]>' + rest
            assert code_of(zipped(content), TEXTS)[0] == "seal/doctype"

    def it_refuses_dangling_references_and_unknown_types(self) -> None:
        content = parts(*BODY, header=p("верх"))
        del content["word/header1.xml"]
        assert code_of(zipped(content), TEXTS)[0] == "seal/dangling"
        content = parts(*BODY, extra={"word/x.bin": b"1"})
        assert code_of(zipped(content), TEXTS)[0] == "seal/content-types"
