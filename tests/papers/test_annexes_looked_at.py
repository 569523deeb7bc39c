"""What an annex is, what it tells of its making, and what stands against packing it."""

from __future__ import annotations

from io import BytesIO

import pytest
from annex_files import paper, photo, with_root, written
from PIL import Image
from pypdf import PdfReader, PdfWriter
from word_files import docx, p

from panahat import page_counting
from panahat.papers.limits import LIMITS
from panahat.papers.looking import look
from panahat.problems import Refused
from panahat.seal.pictures import CAMERA, PLACE, bare_jpeg, jpeg_tells


def encrypted() -> bytes:
    writer = PdfWriter(clone_from=PdfReader(BytesIO(paper("a / b", 1))))
    writer.encrypt("secret", algorithm="RC4-128")
    out = BytesIO()
    writer.write(out)
    return out.getvalue()


def codes(content: bytes) -> list[str]:
    with pytest.raises(Refused) as refused:
        look(content)
    return [q.code.id for q in refused.value.problems]


class DescribeAnAnnex:
    def it_is_a_pdf_with_its_pages(self) -> None:
        found = look(paper("a / b", 3))
        assert (found.kind, found.pages, found.tells, found.left_out, found.signed) == ("pdf", 3, (), (), False)

    @pytest.mark.parametrize("form", ["JPEG", "PNG"])
    def it_may_be_a_picture_of_one_page(self, form: str) -> None:
        found = look(photo(form=form))
        assert (found.kind, found.pages) == ("picture", 1)

    def it_may_be_a_word_document(self) -> None:
        assert look(docx(p("Справка"))).kind == "docx"

    @pytest.mark.parametrize(
        ("content", "code"),
        [
            (b"", "pack/not-a-paper"),
            (b"GIF89a", "pack/not-a-paper"),
            (b"PK\x03\x04 broken", "seal/zip-broken"),
            (b"%PDF-1.4 nothing more", "file/pdf-damaged"),
            (paper("a / b", 2)[:700], "file/pdf-damaged"),
            (photo()[:400], "pack/damaged"),
            (written([b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[]/Count 0>>"]), "file/pdf-empty"),
            (b"\xd0\xcf\x11\xe0" + "EncryptedPackage".encode("utf-16-le"), "pack/encrypted"),
        ],
        ids=["empty", "gif", "zip", "only a head", "cut off", "half a photo", "no pages", "word with password"],
    )
    def it_is_refused(self, content: bytes, code: str) -> None:
        assert codes(content) == [code]

    def it_is_refused_with_a_password(self) -> None:
        assert codes(encrypted()) == ["file/pdf-encrypted"]

    def it_may_have_so_many_pages_and_pixels_and_no_more(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setitem(page_counting.LIMITS, "pages", 2)
        monkeypatch.setitem(LIMITS, "pixels", 100)
        assert codes(paper("a / b", 3)) == ["file/pdf-too-long"]
        assert codes(photo()) == ["pack/too-many-pixels"]


class DescribeWhatItTells:
    def it_names_the_kinds_of_properties_and_no_value(self) -> None:
        info = b"<</Author(Secret-1234)/Producer(X)/CreationDate(D:2020)/Company(Y)>>"
        found = look(with_root(b"/Metadata 5 0 R", b"<</Length 0>>stream\n\nendstream", info=info))
        assert found.tells == (
            *("author", "program", "times", "other properties"),
            "notes of the program (XMP, IPTC, comments)",
        )

    @pytest.mark.parametrize("form", ["JPEG", "PNG"])
    def it_knows_what_a_camera_writes(self, form: str) -> None:
        assert look(photo(form=form)).tells == (CAMERA, PLACE)

    def it_looks_into_the_photographs_of_a_pdf(self) -> None:
        data = photo()
        image = (
            b"<</Type/XObject/Subtype/Image/Filter/DCTDecode/Length %d>>stream\n" % len(data) + data + b"\nendstream"
        )
        found = look(with_root(b"", image, page=b"/Resources<</XObject<</I 5 0 R>>>>"))
        assert found.tells == (CAMERA, PLACE)

    @pytest.mark.parametrize(
        ("extra", "page", "left_out"),
        [
            (b"/OpenAction<</S/JavaScript/JS(1)>>", b"", "scripts and actions"),
            (b"/Names<</EmbeddedFiles<</Names[]>>>>", b"", "attached files"),
            (b"", b"/Annots[<</Subtype/FileAttachment/Rect[0 0 1 1]>>]", "attached files"),
            (b"", b"/Annots[<</Subtype/Link/Rect[0 0 1 1]/A<</S/URI/URI(x)>>>>]", "links"),
            (b"/OCProperties<<>>", b"", "layers that can be hidden"),
        ],
    )
    def it_names_what_no_page_shows(self, extra: bytes, page: bytes, left_out: str) -> None:
        assert look(with_root(extra, page=page)).left_out == (left_out,)

    def it_sees_an_electronic_signature(self) -> None:
        assert look(with_root(b"/AcroForm<</SigFlags 3/Fields[]>>")).signed


class DescribeABarePhotograph:
    def it_keeps_the_pixels_and_tells_nothing(self) -> None:
        bare = bare_jpeg(photo())
        assert list(jpeg_tells(bare)) == []
        assert b"Secret-1234" not in bare
        assert Image.open(BytesIO(bare)).tobytes() == Image.open(BytesIO(photo())).tobytes()

    def it_loses_what_lies_behind_the_picture(self) -> None:
        assert b"hidden" not in bare_jpeg(photo() + b"hidden")
