"""A cleaned document says only what it shows, and loses nothing of what it shows."""

from __future__ import annotations

import zipfile
from io import BytesIO

import pytest
from docx import Document
from lxml import etree
from word_files import W, docx, p, page_field, parts, row, run, table, zipped

from panahat.problems import Refused
from panahat.render.reading_back import paragraphs
from panahat.seal.cleaning import clean, scrub
from panahat.seal.inspection import inspect
from panahat.seal.zipping import pack

_WORD14 = "http://schemas.microsoft.com/office/word/2010/wordml"
_IGNORABLE = (
    f' xmlns:w14="{_WORD14}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" mc:Ignorable="w14"'
)


def python_docx_file() -> bytes:
    """What python-docx makes of its own default template: 333 rsid marks, a thumbnail, a customXml part, an author."""
    document = Document()
    document.core_properties.author = "СЕКРЕТ Автор"
    document.core_properties.last_modified_by = "СЕКРЕТ"
    document.add_heading("Заголовок", 1)
    document.add_paragraph("Пункт", style="List Number")
    document.add_table(2, 2, style="Light Grid Accent 1").cell(0, 0).text = "ячейка"
    document.sections[0].header.paragraphs[0].text = "верх"
    out = BytesIO()
    document.save(out)
    return out.getvalue()


class DescribeCleaning:
    def it_leaves_nothing_to_find_in_a_document_of_python_docx(self) -> None:
        dirty = python_docx_file()
        assert len(inspect(dirty)) > 5
        made = scrub(dirty)
        assert inspect(made) == []
        with zipfile.ZipFile(BytesIO(made)) as z:
            for name in z.namelist():
                assert "СЕКРЕТ".encode() not in z.read(name)
                assert b"rsid" not in z.read(name)
                assert b"2013" not in z.read(name)
            assert not [n for n in z.namelist() if "thumbnail" in n or "customXml" in n or "webSettings" in n]

    def it_keeps_every_paragraph_style_and_number(self) -> None:
        dirty = python_docx_file()
        assert [(q.style, q.text) for q in paragraphs(scrub(dirty))] == [(q.style, q.text) for q in paragraphs(dirty)]
        with zipfile.ZipFile(BytesIO(scrub(dirty))) as z:
            assert {"word/styles.xml", "word/numbering.xml", "word/theme/theme1.xml"} <= set(z.namelist())

    def it_opens_in_python_docx(self) -> None:
        document = Document(BytesIO(scrub(python_docx_file())))
        assert document.paragraphs[0].text == "Заголовок"
        assert document.core_properties.author == ""

    def it_is_steady(self) -> None:
        once = scrub(python_docx_file())
        assert scrub(once) == once

    def it_takes_out_marks_of_editing_and_what_word_ignores(self) -> None:
        body = (
            '<w:p w:rsidR="00AA" w:rsidRDefault="00BB" w14:paraId="11" w14:textId="22">'
            '<w:proofErr w:type="spellStart"/><w:bookmarkStart w:id="0" w:name="_GoBack"/>'
            '<w:r w:rsidRPr="00CC"><w:rPr><w14:ligatures w14:val="none"/><w:lang w:val="ru-RU"/></w:rPr>'
            '<w:lastRenderedPageBreak/><w:t>слово</w:t></w:r><w:bookmarkEnd w:id="0"/></w:p>'
        )
        xml = clean(docx(body, attributes=_IGNORABLE)).parts["word/document.xml"].decode()
        assert "слово" in xml
        assert 'w:lang w:val="ru-RU"' in xml
        for word in (
            "rsid",
            "paraId",
            "textId",
            "proofErr",
            "bookmark",
            "lastRendered",
            "ligatures",
            "w14",
            "Ignorable",
        ):
            assert word not in xml

    def it_keeps_only_settings_that_change_the_look(self) -> None:
        settings = (
            '<w:zoom w:percent="90"/><w:attachedTemplate r:id="rId9"/><w:trackRevisions/>'
            '<w:defaultTabStop w:val="708"/>'
            '<w:docVars><w:docVar w:name="a" w:val="СЕКРЕТ"/></w:docVars><w:rsids><w:rsidRoot w:val="1"/></w:rsids>'
        )
        root = etree.fromstring(clean(docx(p("а"), settings=settings)).parts["word/settings.xml"])
        assert [child.tag for child in root] == [f"{{{W}}}defaultTabStop"]

    def it_keeps_page_numbers(self) -> None:
        simple = '<w:p><w:fldSimple w:instr=" NUMPAGES \\* MERGEFORMAT "><w:r><w:t>2</w:t></w:r></w:fldSimple></w:p>'
        xml = clean(docx(p("а"), footer=p(page_field("PAGE")) + simple)).parts["word/footer1.xml"].decode()
        assert "PAGE" in xml
        assert "NUMPAGES" in xml

    def it_gives_parts_their_standard_names(self) -> None:
        content = parts(p("а"), header=p("верх"))
        content["word/odd.xml"] = content.pop("word/header1.xml")
        for name in ("[Content_Types].xml", "word/_rels/document.xml.rels"):
            content[name] = content[name].replace(b"header1.xml", b"odd.xml")
        made = clean(zipped(content))
        assert made.kinds["word/header1.xml"] == "header"
        assert inspect(pack([], made.parts)) == []


REFUSED = [
    ("inserted text", '<w:p><w:ins w:id="1" w:author="a"><w:r><w:t>б</w:t></w:r></w:ins></w:p>', "seal/tracked"),
    ("deleted text", '<w:p><w:del w:id="1"><w:r><w:delText>б</w:delText></w:r></w:del></w:p>', "seal/tracked"),
    ("a moved paragraph", '<w:p><w:moveFrom w:id="1"><w:r><w:t>б</w:t></w:r></w:moveFrom></w:p>', "seal/tracked"),
    ("a changed look", p(run("а", '<w:rPrChange w:id="1" w:author="a"><w:rPr/></w:rPrChange>')), "seal/tracked"),
    (
        "an inserted row",
        table(1, '<w:tr><w:trPr><w:ins w:id="1"/></w:trPr><w:tc>' + p("а") + "</w:tc></w:tr>"),
        "seal/tracked",
    ),
    (
        "a comment",
        '<w:p><w:commentRangeStart w:id="0"/>' + run("а") + '<w:commentRangeEnd w:id="0"/></w:p>',
        "seal/comment",
    ),
    ("hidden text", p(run("а", "<w:vanish/>")), "seal/hidden"),
    ("a hidden paragraph mark", "<w:p><w:pPr><w:rPr><w:vanish/></w:rPr></w:pPr></w:p>", "seal/hidden"),
    ("a hidden row", table(1, "<w:tr><w:trPr><w:hidden/></w:trPr><w:tc>" + p("а") + "</w:tc></w:tr>"), "seal/hidden"),
    ("white text", p(run("а", '<w:color w:val="FFFFFF"/>')), "seal/hidden"),
    ("black on black", p(run("а", '<w:color w:val="000000"/><w:shd w:val="clear" w:fill="000000"/>')), "seal/hidden"),
    ("tiny text", p(run("а", '<w:sz w:val="2"/>')), "seal/hidden"),
    ("squeezed text", p(run("а", '<w:w w:val="1"/>')), "seal/hidden"),
    (
        "a flat line",
        '<w:p><w:pPr><w:spacing w:line="1" w:lineRule="exact"/></w:pPr>' + run("а") + "</w:p>",
        "seal/hidden",
    ),
    ("text outside any run", "<w:p>тайна</w:p>", "seal/hidden"),
    ("the author's name", p(page_field("AUTHOR")), "seal/field"),
    ("the file's place", '<w:p><w:fldSimple w:instr="FILENAME \\p"/></w:p>', "seal/field"),
    ("a remote picture", p(page_field('INCLUDEPICTURE "https://example.org/x.png" \\d')), "seal/field"),
    ("a command", p(page_field("DDEAUTO c:\\\\x cmd")), "seal/field"),
    ("a field split over runs", p(page_field("PA</w:instrText><w:instrText>GE AUTHOR")), "seal/field"),
    (
        "a field in a field",
        p(
            page_field("PAGE").replace(
                "PAGE", 'PAGE </w:instrText></w:r><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>QUOTE'
            )
        ),
        "seal/field",
    ),
    ("a hyperlink", '<w:p><w:hyperlink w:anchor="a">' + run("а") + "</w:hyperlink></w:p>", "seal/hyperlink"),
    ("a drawing", p("<w:r><w:drawing/></w:r>"), "seal/picture"),
    (
        "a text box",
        p('<w:r><mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"/></w:r>'),
        "seal/picture",
    ),
    ("an embedded object", p("<w:r><w:object/></w:r>"), "seal/picture"),
    ("a content control", "<w:sdt><w:sdtContent>" + p("а") + "</w:sdtContent></w:sdt>", "seal/control"),
    ("a form field", p('<w:r><w:fldChar w:fldCharType="begin"><w:ffData/></w:fldChar></w:r>'), "seal/control"),
    ("a foreign chunk", '<w:altChunk r:id="rId9"/>', "seal/embedding"),
    (
        "a formula",
        '<w:p><m:oMath xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"/></w:p>',
        "seal/foreign-element",
    ),
    ("an invented element", "<w:p><w:invented/></w:p>", "seal/foreign-element"),
]


class DescribeRefusing:
    @pytest.mark.parametrize(("name", "element", "code"), REFUSED, ids=[r[0] for r in REFUSED])
    @pytest.mark.parametrize("place", ["document", "header1", "footnotes"])
    def it_names_part_and_paragraph(self, name: str, element: str, code: str, place: str) -> None:
        more = {"document": {}, "header1": {"header": p("а") + element}}.get(
            place, {"footnotes": f'<w:footnote w:id="1">{p("а")}{element}</w:footnote>'}
        )
        with pytest.raises(Refused) as refused:
            clean(docx(p("а"), *([element] if place == "document" else []), **more))
        found = [q for q in refused.value.problems if q.code.id == code]
        assert found, refused.value.problems
        assert {q.facts["part"] for q in found} == {place}
        number = "1" if code in ("seal/embedding",) or "sdt" in element or "<w:tr>" in element else "2"
        assert number in {q.facts["paragraph"] for q in found}

    def it_lets_letters_be_white_on_a_dark_ground_and_a_switch_be_off(self) -> None:
        white = run("а", '<w:color w:val="FFFFFF"/><w:shd w:val="clear" w:fill="1F3864"/>')
        clean(docx(p(white, run("б", '<w:vanish w:val="0"/>'))))

    def it_refuses_a_style_that_hides(self) -> None:
        content = parts(p("а"))
        content["word/styles.xml"] = content["word/styles.xml"].replace(b"<w:b/>", b"<w:b/><w:vanish/>")
        with pytest.raises(Refused) as refused:
            clean(zipped(content))
        assert [(q.code.id, q.facts["style"]) for q in refused.value.problems] == [
            ("seal/hidden-style", "Filing Title")
        ]

    def it_says_everything_at_once(self) -> None:
        elements = [REFUSED[n][1] for n in (0, 5, 6, 15)]
        with pytest.raises(Refused) as refused:
            clean(docx(*elements))
        assert {q.code.id for q in refused.value.problems} == {
            "seal/tracked",
            "seal/comment",
            "seal/hidden",
            "seal/field",
        }

    def it_needs_a_table_row_all_the_same(self) -> None:
        clean(docx(table(1, row("а")), p("к")))
