"""What a document says, read strictly: whatever is said counts, whatever a program keeps for itself does not."""

from __future__ import annotations

import edits
import pytest
from edits import NBSP, Doc, Para, packed, written
from word_files import STYLES, R, W, p, page_field, row, run, table

from panahat.problems import Refused
from panahat.review.redlining.contents import FRAME, NOTES, TEXT, Contents, Place, differences
from panahat.review.redlining.contents_reading import contents
from panahat.seal.zipping import member, pack, read_zip

_NS = f'xmlns:w="{W}" xmlns:r="{R}"'
_MORE = (
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:v="urn:schemas-microsoft-com:vml"'
    ' xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
    ' xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
)


def document(body: str, end: str = "", **parts: str) -> bytes:
    """A Word file with this body; further parts by name («header1»)."""
    files = {
        "word/document.xml": f"<w:document {_NS} {_MORE}><w:body>{body}<w:sectPr>{end}</w:sectPr></w:body></w:document>"
    }
    files["word/styles.xml"] = STYLES
    files |= {f"word/{name}.xml": content for name, content in parts.items()}
    return packed({name: content.encode() for name, content in files.items()})


def says(body: str, end: str = "", **parts: str) -> Contents:
    return contents(document(body, end, **parts))


def header(text: str) -> str:
    return f"<w:hdr {_NS}>{p(text) if text else '<w:p/>'}</w:hdr>"


def plain(*texts: str) -> Doc:
    return Doc([Para([(t, False)]) for t in texts])


class DescribeWhatCounts:
    @pytest.mark.parametrize(
        ("one", "other"),
        [
            ("Статья 178", f"Статья{NBSP}178"),
            ("статья 178", "Статья 178"),
            ("статья 178", "статья  178"),
            ("статья 178", "статья 178 "),
            ("«статья»", "“статья”"),
            ("статья\t178", "статья 178"),
            ("статья\n178", "статья\t178"),
            ("а\u2011б", "а-б"),
        ],
    )
    def it_is_every_character(self, one: str, other: str) -> None:
        a, b = contents(written(plain("Начало", one))), contents(written(plain("Начало", other)))
        assert a != b
        assert differences(a, b) == [Place(TEXT, 2)]

    @pytest.mark.parametrize(
        ("one", "other"),
        [
            (p("а", style="Title1"), p("а")),
            ("<w:p><w:r><w:br/></w:r></w:p>", '<w:p><w:r><w:br w:type="page"/></w:r></w:p>'),
            (p("а") + p("б"), p("аб")),
            (p("а") + p("б"), p("б") + p("а")),
            (p("а") + "<w:p/>" + p("б"), p("а") + p("б")),
            (table(2, row("а", "б")), table(1, row("а"), row("б"))),
            (table(1, row("а"), row("б")), table(1, row("а"))),
            (table(1, row(table(1, row("а")) + p(""))), table(1, row(p("а") + p("")))),
            (table(1, row("а")), p("а")),
            (p(page_field("PAGE")), p(page_field("NUMPAGES"))),
            (p(page_field("PAGE")), p("1")),
            ("<w:p><w:r><w:sym w:font='Wingdings' w:char='F0FC'/></w:r></w:p>", "<w:p/>"),
            (f"<w:p><w:r><w:pict><v:textbox><w:txbxContent>{p('а')}</w:txbxContent></v:textbox></w:pict></w:r></w:p>",
             f"<w:p><w:r><w:pict><v:textbox><w:txbxContent>{p('б')}</w:txbxContent></v:textbox></w:pict></w:r></w:p>"),
            ("<w:p><w:r><w:drawing><a:blip r:embed='x'/></w:drawing></w:r></w:p>", "<w:p/>"),
        ],
    )  # fmt: skip
    def it_is_structure_and_what_stands_in_the_text(self, one: str, other: str) -> None:
        a, b = says(p("Начало") + one + p("конец")), says(p("Начало") + other + p("конец"))
        assert a != b
        assert differences(a, b)
        assert differences(b, a)
        assert {place.story for place in differences(a, b)} == {TEXT}

    def it_is_the_list_a_paragraph_is_in_and_how_it_is_numbered(self) -> None:
        doc = plain("а", "б")
        for block, level in zip(doc.body, (0, 1), strict=True):
            assert isinstance(block, Para)
            block.level = level
        other = written(doc)
        members = {m.name: m for m in read_zip(other)}
        numbering = members["word/numbering.xml"].content()
        letters = pack(members.values(), {"word/numbering.xml": numbering.replace(b'"decimal"', b'"russianLower"')})
        assert contents(other) != contents(letters)
        doc.body[1] = Para([("б", False)], level=0)
        assert contents(other) != contents(written(doc))

    def it_is_each_header_where_it_is_seen(self) -> None:
        first = '<w:headerReference w:type="default" r:id="header1"/><w:headerReference w:type="first" r:id="header2"/>'
        renamed = {"header1": header("Проект"), "header2": header("Жоба")}
        a = says(p("а"), first + "<w:titlePg/>", **renamed)
        assert a == says(p("а"), first + "<w:titlePg/>", **renamed)
        for other in (
            says(p("а"), first, **renamed),
            says(p("а"), first.replace("header2", "header1") + "<w:titlePg/>", header1=header("Проект")),
            says(p("а"), first + "<w:titlePg/>", header1=header("Проект"), header2=header("")),
            says(p("а")),
        ):
            assert a != other
            assert {place.story for place in differences(a, other)} == {FRAME}

    def it_is_each_note_where_it_is_referred_to(self) -> None:
        doc = plain("а", "б")
        assert isinstance(doc.body[0], Para)
        doc.body[0].note = "Примечание"
        a = contents(written(doc))
        doc.body[0].note = "Другое"
        assert differences(a, contents(written(doc))) == [Place(NOTES, 1)]
        doc.body[0].note = ""
        assert {place.story for place in differences(a, contents(written(doc)))} == {TEXT, NOTES}

    def it_is_nothing_less_where_tracked_changes_were_forgotten(self) -> None:
        tracked = '<w:del w:id="1" w:author="x"><w:r><w:delText>б</w:delText></w:r></w:del>'
        assert says(p(run("а"), tracked)) != says(p("а"))


class DescribeWhatDoesNotCount:
    @pytest.mark.parametrize(
        ("one", "other"),
        [
            (p("слово"), p(run("сло"), run("во", "<w:b/>"))),
            (p("слово"), f'<w:p w:rsidR="00AA00BB">{run("слово")}<w:proofErr w:type="spellEnd"/></w:p>'),
            (p("слово"), f'<w:p><w:bookmarkStart w:id="0" w:name="_GoBack"/>{run("слово")}<w:bookmarkEnd w:id="0"/></w:p>'),
            (p("слово"), f"<w:p><w:hyperlink w:anchor='x'>{run('слово')}</w:hyperlink></w:p>"),
            (p("слово"), f"<w:sdt><w:sdtPr/><w:sdtContent>{p('слово')}</w:sdtContent></w:sdt>"),
            (p("слово"), "<w:p><w:r><w:lastRenderedPageBreak/><w:t>слово</w:t></w:r></w:p>"),
            (p(page_field("PAGE")), p(page_field("PAGE").replace("<w:t>1<", "<w:t>14<"))),
            (table(1, row("а")) + table(1, row("б")), table(1, row("а"), row("б"))),
            ("<w:p><w:r><w:pict><v:shapetype/></w:pict></w:r></w:p>", "<w:p><w:r/></w:p>"),
        ],
    )  # fmt: skip
    def it_is_how_a_program_writes_it(self, one: str, other: str) -> None:
        assert says(one) == says(other)
        assert differences(says(one), says(other)) == []

    def it_is_what_ids_parts_and_lists_are_called(self) -> None:
        doc = edits.World(3).doc()
        a = contents(written(doc))
        doc.lists = 7
        assert contents(written(doc)) == a
        first = '<w:headerReference w:type="default" r:id="header1"/>'
        assert says(p("а"), first, header1=header("б")) == says(
            p("а"), first.replace("1", "9"), header9=header("б"), header1=header("не показан")
        )

    def it_is_an_empty_header_or_note(self) -> None:
        first = '<w:headerReference w:type="default" r:id="header1"/>'
        assert says(p("а"), first, header1=header("")) == says(p("а"))
        reference = '<w:p><w:r><w:footnoteReference w:id="2"/></w:r></w:p>'
        notes = f"<w:footnotes {_NS}>{{}}</w:footnotes>"
        empty = notes.format('<w:footnote w:id="2"/>')
        assert says(reference, footnotes=empty) == says(
            reference, footnotes=notes.format('<w:footnote w:id="2"><w:p/></w:footnote>')
        )


class DescribeTablesThatTouch:
    def it_takes_them_for_one_only_where_they_look_alike(self) -> None:
        one, other = table(1, row("а")), table(2, row("б", "в"))
        assert says(one + one) == says(table(1, row("а"), row("а")))
        assert says(one + other) != says(table(1, row("а"), row("б", "в")))


class DescribeThePlaces:
    def it_counts_paragraphs_with_text_as_the_comparison_does(self) -> None:
        a = says(p("а") + "<w:p/>" + table(2, row("б", "в")) + p("г"))
        b = says(p("а") + "<w:p/>" + table(2, row("б", "В")) + p("г"))
        assert differences(a, b) == [Place(TEXT, 3)]

    def it_names_a_place_wherever_two_documents_differ(self) -> None:
        for seed in range(40):
            old, new, kinds = edits.pair(seed)
            a, b = contents(old), contents(new)
            assert bool(differences(a, b)) == (a != b), kinds

    def it_says_nothing_of_the_text(self) -> None:
        places = differences(says(p("СЕКРЕТ")), says(p("ТАЙНА")))
        assert "СЕКРЕТ" not in str(places)
        assert "ТАЙНА" not in str(places)


class DescribeWhatIsNoDocument:
    @pytest.mark.parametrize("content", [b"", b"PK", b"<html/>"])
    def it_is_refused(self, content: bytes) -> None:
        with pytest.raises(Refused):
            contents(content)

    def it_is_refused_without_a_text(self) -> None:
        rels = '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"/>'
        types = (
            '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
            '<Default Extension="rels" ContentType="x"/></Types>'
        )
        content = pack([member("[Content_Types].xml", types.encode()), member("_rels/.rels", rels.encode())], {})
        with pytest.raises(Refused) as refused:
            contents(content)
        assert [q.code.id for q in refused.value.problems] == ["review/not-word"]
