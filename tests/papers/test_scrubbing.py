"""A scrubbed file tells nothing but what it shows, shows all that it showed, and what needs a person stops the work."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pytest
from annex_files import paper, photo, with_root
from click.testing import CliRunner
from docx import Document
from docx.shared import Cm
from foreign import PAIRS
from PIL import Image
from pypdf import PdfReader
from word_files import docx, p, page_field, run

from panahat.cli import main
from panahat.papers import scrubbing, word_scrubbing
from panahat.papers.scrubbing import revealed, scrubbed
from panahat.problems import Refused
from panahat.review.document import read_document
from panahat.seal.pictures import is_bare
from panahat.seal.zipping import read_zip

SECRET = "Secret-1234"
TRACKED = '<w:p><w:r><w:t>а</w:t></w:r><w:ins w:id="1" w:author="Secret-1234"><w:r><w:t>б</w:t></w:r></w:ins></w:p>'


def by_python_docx(picture: bytes) -> bytes:
    """An author, a list, a table, a hidden run, a comment, and a picture in the text and in the header."""
    document = Document()
    document.core_properties.author = SECRET
    document.add_heading("Заголовок", 1)
    for item in ("один", "два"):
        document.add_paragraph(item, style="List Number")
    document.add_table(1, 1).cell(0, 0).text = "ячейка"
    document.add_picture(BytesIO(picture), width=Cm(3))
    document.sections[0].header.paragraphs[0].add_run().add_picture(BytesIO(picture))
    line = document.add_paragraph("видно")
    line.add_run(SECRET).font.hidden = True
    document.add_comment(line.runs[:1], SECRET, SECRET)
    out = BytesIO()
    document.save(out)
    return out.getvalue()


def codes(content: bytes, changes: str = "") -> set[str]:
    with pytest.raises(Refused) as refused:
        scrubbed(content, changes)
    return {q.code.id for q in refused.value.problems}


def words(content: bytes) -> list[str]:
    return [u.text for u in read_document(content).units]


class DescribeAScrubbedDocument:
    def it_tells_nothing_and_keeps_text_lists_tables_and_pictures(self) -> None:
        dirty = by_python_docx(photo())
        made = scrubbed(dirty)
        assert revealed(made) == []
        assert words(made) == ["Заголовок", "один", "два", "ячейка", "видно"]
        assert [u.label for u in read_document(made).units if u.text in ("один", "два")] == ["1.", "2."]
        content = {m.name: m.content() for m in read_zip(made)}
        assert not any(SECRET.encode() in data for data in content.values())
        assert [name for name in content if "media" in name] == ["word/media/image1.jpeg"]
        assert sum(data.count(b"r:embed") for data in content.values()) == 2
        assert is_bare(content["word/media/image1.jpeg"])

    def it_opens_in_another_program_with_its_pictures(self) -> None:
        opened = Document(BytesIO(scrubbed(by_python_docx(photo(form="PNG")))))
        assert len(opened.inline_shapes) == 1
        assert opened.part.related_parts[opened.inline_shapes[0]._inline.graphic.graphicData.pic.blipFill.blip.embed]

    def it_is_steady(self) -> None:
        once = scrubbed(by_python_docx(photo()))
        assert scrubbed(once) == once

    def it_loses_what_was_cut_off_a_picture(self) -> None:
        dirty = {m.name: m.content() for m in read_zip(by_python_docx(photo(form="PNG")))}
        cut = b'<a:srcRect r="50000"/><a:stretch>'
        dirty["word/document.xml"] = dirty["word/document.xml"].replace(b"<a:stretch>", cut)
        from word_files import zipped

        made = {m.name: m.content() for m in read_zip(scrubbed(zipped(dirty)))}
        sizes = {Image.open(BytesIO(data)).size for name, data in made.items() if "media" in name}
        assert sizes == {(30, 40), (60, 40)}
        assert b"srcRect" not in made["word/document.xml"]

    @pytest.mark.parametrize(
        "inside",
        [
            '<w:hyperlink r:id="rId9"><w:r><w:t>слово</w:t></w:r></w:hyperlink>',
            '<w:sdt><w:sdtPr><w:alias w:val="Secret-1234"/></w:sdtPr>'
            "<w:sdtContent><w:r><w:t>слово</w:t></w:r></w:sdtContent></w:sdt>",
            '<w:smartTag w:element="Secret-1234"><w:smartTagPr/><w:r><w:t>слово</w:t></w:r></w:smartTag>',
            '<w:bookmarkStart w:id="1" w:name="Secret-1234"/><w:r><w:t>слово</w:t></w:r><w:bookmarkEnd w:id="1"/>',
            page_field("AUTHOR Secret-1234").replace("<w:t>1<", "<w:t>слово<"),
            '<w:fldSimple w:instr="FILENAME Secret-1234"><w:r><w:t>слово</w:t></w:r></w:fldSimple>',
            run("слово") + run(SECRET, "<w:vanish/>"),
        ],
        ids=["link", "control", "smart tag", "bookmark", "field", "simple field", "hidden run"],
    )
    def it_keeps_the_word_and_loses_what_stood_round_it(self, inside: str) -> None:
        link = (
            f'<Relationship Id="rId9" Type="{_R}/hyperlink" Target="https://{SECRET}.example" TargetMode="External"/>'
        )
        made = scrubbed(docx(f"<w:p>{inside}</w:p>", relationships=[link]))
        assert words(made) == ["слово"]
        assert not any(SECRET.encode() in m.content() for m in read_zip(made))

    def it_keeps_page_numbers(self) -> None:
        made = {m.name: m.content() for m in read_zip(scrubbed(docx(p("а"), footer=p(page_field("PAGE")))))}
        assert b"PAGE" in made["word/footer1.xml"]

    @pytest.mark.parametrize(("changes", "text"), [("accept", ["аб"]), ("reject", ["а"])])
    def it_asks_whether_changes_count(self, changes: str, text: list[str]) -> None:
        assert codes(docx(TRACKED)) == {"scrub/tracked-changes"}
        assert words(scrubbed(docx(TRACKED), changes)) == text

    @pytest.mark.parametrize(
        ("inside", "code"),
        [
            (run("а", '<w:color w:val="FFFFFF"/>'), "seal/hidden"),
            ("<w:r><w:pict/></w:r>", "seal/picture"),
            ("<w:foreign/>", "seal/foreign-element"),
            (
                page_field(
                    'IF </w:instrText></w:r><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>PAGE'
                ),
                "seal/field",
            ),
        ],
        ids=["white letters", "a shape", "unknown", "a computed field"],
    )
    def it_stops_by_name_at_what_it_may_not_decide(self, inside: str, code: str) -> None:
        assert code in codes(docx(f"<w:p>{run('слово')}{inside}</w:p>"))

    @pytest.mark.parametrize("name", PAIRS)
    def it_is_clean_or_refused_whatever_wrote_it(self, name: str) -> None:
        for document in PAIRS[name]():
            try:
                made = scrubbed(document, "accept")
            except Refused as refused:
                stopped = {q.code.id for q in refused.problems}
            else:
                stopped = set()
                assert revealed(made) == []
            assert stopped <= {"seal/picture", "seal/foreign-element"}

    def it_is_not_handed_out_where_a_word_would_be_lost(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """The proof sees: with a guard switched off a word is lost, and the work stops."""
        monkeypatch.setattr(word_scrubbing, "_hidden", lambda run: True)
        assert codes(docx(p("слово"), p("слово"))) == {"scrub/not-the-same"}


class DescribeAScrubbedPaper:
    def it_keeps_every_page_of_a_pdf_and_tells_nothing(self) -> None:
        info = b"<</Author(Secret-1234)/CreationDate(D:2020)>>"
        note = b"<</Subtype/Text/T(Secret-1234)/Contents(Secret-1234)/Rect[0 0 1 1]>>"
        link = b"<</Subtype/Link/Rect[0 0 1 1]/A<</S/URI/URI(Secret-1234)>>>>"
        dirty = with_root(
            b"/OpenAction<</S/JavaScript/JS(1)>>/Names<</EmbeddedFiles<</Names[]>>>>/Metadata 5 0 R",
            b"<</Length 11>>stream\nSecret-1234\nendstream",
            page=b"/Annots[" + note + link + b"]",
            info=info,
        )
        assert {q.code.id for q in revealed(dirty)} == {"inspect/reveals", "inspect/holds-more"}
        made = scrubbed(dirty)
        assert revealed(made) == []
        assert SECRET.encode() not in made
        assert len(PdfReader(BytesIO(made)).pages) == 1

    def it_leaves_what_pages_draw_byte_for_byte(self) -> None:
        drawn = [
            [page.get_contents().get_data() for page in PdfReader(BytesIO(c)).pages]
            for c in (paper("a", 3), scrubbed(paper("a", 3)))
        ]
        assert drawn[0] == drawn[1]

    @pytest.mark.parametrize(
        ("extra", "code"),
        [(b"/AcroForm<</SigFlags 3/Fields[]>>", "scrub/signature"), (b"/OCProperties<<>>", "scrub/layers")],
    )
    def it_stops_at_a_signature_and_at_layers(self, extra: bytes, code: str) -> None:
        assert codes(with_root(extra)) == {code}

    @pytest.mark.parametrize("form", ["JPEG", "PNG"])
    def it_keeps_the_pixels_of_a_picture(self, form: str) -> None:
        made = scrubbed(photo(form=form))
        assert revealed(made) == []
        assert Image.open(BytesIO(made)).tobytes() == Image.open(BytesIO(photo(form=form))).tobytes()

    def it_turns_a_photograph_as_viewers_do(self) -> None:
        made = scrubbed(photo(turned=6))
        assert Image.open(BytesIO(made)).size == (40, 60)
        assert revealed(made) == []

    def it_is_never_handed_out_while_anything_is_told(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(scrubbing, "upright", lambda content: content)
        assert codes(photo()) == {"inspect/reveals"}


class DescribeTheCommands:
    def it_writes_a_copy_and_leaves_the_file(self, tmp_path: Path) -> None:
        dirty = by_python_docx(photo())
        file = tmp_path / "справка.docx"
        file.write_bytes(dirty)
        run_ = CliRunner().invoke
        told = run_(main, ["inspect", str(file)])
        assert told.exit_code == 1
        assert SECRET not in told.output
        made = run_(main, ["scrub", str(file), "-o", str(tmp_path / "чисто")])
        assert made.exit_code == 0, made.output
        assert SECRET not in made.output
        assert file.read_bytes() == dirty
        again = run_(main, ["inspect", str(tmp_path / "чисто" / "справка.docx")])
        assert again.exit_code == 0, again.output

    def it_writes_nothing_where_it_stops(self, tmp_path: Path) -> None:
        file = tmp_path / "a.docx"
        file.write_bytes(docx(TRACKED))
        made = CliRunner().invoke(main, ["scrub", str(file), "-o", str(tmp_path / "b.docx")])
        assert made.exit_code == 1
        assert "scrub/tracked-changes" in made.output
        assert [q.name for q in tmp_path.iterdir()] == ["a.docx"]

    def it_speaks_of_every_file(self, tmp_path: Path) -> None:
        for name, content in (("a.pdf", paper("a", 1)), ("b.png", photo(form="PNG")), ("c.gif", b"GIF89a")):
            (tmp_path / name).write_bytes(content)
        told = CliRunner().invoke(
            main, ["--lang", "en", "inspect", *(str(tmp_path / n) for n in ("a.pdf", "b.png", "c.gif"))]
        )
        assert told.exit_code == 1
        for words_ in (
            "a.pdf: tells nothing",
            "b.png: warning [inspect/reveals]",
            "place (GPS)",
            "c.gif: error [pack/not-a-paper]",
        ):
            assert words_ in told.output


_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
