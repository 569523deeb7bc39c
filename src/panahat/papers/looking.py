"""An annex looked at before it is packed: what it is, how many pages it has, what it tells of its making."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from pypdf import PdfReader
from pypdf.generic import ArrayObject, DictionaryObject, StreamObject

from panahat import codes as outside
from panahat.messages import N_
from panahat.page_counting import opened
from panahat.papers import codes
from panahat.papers.photos import Picture, picture
from panahat.problems import Problem, Refused
from panahat.seal.inspection import inspect
from panahat.seal.pictures import JPEG, PNG, jpeg_tells

_PROPERTIES = {
    "/Author": N_("author"),
    "/Title": N_("title"),
    "/Subject": N_("title"),
    "/Keywords": N_("title"),
    "/Creator": N_("program"),
    "/Producer": N_("program"),
    "/CreationDate": N_("times"),
    "/ModDate": N_("times"),
}
_NOTES = ("/Text", "/FreeText", "/Highlight", "/Underline", "/StrikeOut", "/Squiggly", "/Caret", "/Ink", "/Stamp")
_OLD_WORD = b"\xd0\xcf\x11\xe0"


@dataclass(frozen=True)
class Paper:
    """An annex: its kind («pdf», «picture», «docx»), its pages, what it tells of its making, what no copy takes over."""

    kind: str
    content: bytes
    pages: int
    tells: tuple[str, ...] = ()
    left_out: tuple[str, ...] = ()
    signed: bool = False
    reader: PdfReader | None = None
    picture: Picture | None = None

    def converted(self, pdf: bytes) -> Paper:
        """A Word document as the PDF that was made of it. Raises Refused where that cannot be read."""
        made = look(pdf)
        return replace(made, tells=self.tells)


def look(content: bytes) -> Paper:
    """The annex in `content`. Raises Refused with what stands against packing it."""
    if content.startswith((JPEG, PNG)):
        found = picture(content)
        return Paper("picture", content, 1, found.tells, picture=found)
    if b"%PDF-" in content[:1024]:
        return _pdf(content)
    if content.startswith(b"PK\x03\x04"):
        told = inspect(content)  # refuses what is no Word document
        return Paper("docx", content, 0, (N_("author, times or history of a Word document"),) if told else ())
    encrypted = content.startswith(_OLD_WORD) and "EncryptedPackage".encode("utf-16-le") in content
    raise Refused([Problem(codes.ENCRYPTED if encrypted else codes.NOT_A_PAPER)])


def _pdf(content: bytes) -> Paper:
    try:
        reader, pages = opened(content)
        if len(reader.pages) != pages:
            raise Refused([Problem(outside.PDF_DAMAGED)])
        for page in reader.pages:
            for stream in streams(page):
                stream.get_data()
            _ = page.cropbox, page.get("/Resources")
        tells, left_out = (tuple(dict.fromkeys(found)) for found in (_tells(reader), _left_out(reader)))
        return Paper("pdf", content, pages, tells, left_out, _signed(reader, content), reader)
    except Refused:
        raise
    except Exception:  # noqa: BLE001 - a reader may fail on damaged bytes in any way
        raise Refused([Problem(outside.PDF_DAMAGED)]) from None


def streams(page: Any) -> list[StreamObject]:
    """The streams of a page's content."""
    content = page.get("/Contents")
    content = _resolved(content)
    listed = content if isinstance(content, ArrayObject) else [content]
    return [s for one in listed if one is not None and isinstance(s := one.get_object(), StreamObject)]


def _resolved(found: Any) -> Any:
    """What a reference leads to."""
    return found.get_object() if hasattr(found, "get_object") else found


def is_jpeg(found: Any) -> bool:
    """Whether an object of a PDF is a JPEG as a camera or scanner wrote it."""
    return isinstance(found, StreamObject) and found.get("/Filter") in ("/DCTDecode", ["/DCTDecode"])


def _tells(reader: PdfReader) -> Iterator[str]:
    root, info = reader.root_object, reader.trailer.get("/Info")
    described = info.get_object() if info is not None else None
    if isinstance(described, DictionaryObject):
        yield from (
            _PROPERTIES.get(name, N_("other properties")) for name, value in described.items() if str(value).strip()
        )
    if "/Metadata" in root:
        yield N_("notes of the program (XMP, IPTC, comments)")
    for page in reader.pages:
        if "/PieceInfo" in page or "/Metadata" in page:
            yield N_("notes of the program (XMP, IPTC, comments)")
        for note in shown_notes(page):
            if note.get("/Subtype") in _NOTES and ("/T" in note or "/M" in note):
                yield N_("names and times of comments")
        yield from _pictures_tell(page.get("/Resources"), 0)


def _pictures_tell(resources: Any, depth: int) -> Iterator[str]:
    """What the photographs among the resources of a page tell, those in forms too."""
    resources = resources.get_object() if resources is not None else None
    if not isinstance(resources, DictionaryObject) or depth > 3 or "/XObject" not in resources:
        return
    for name in resources["/XObject"]:
        found = resources["/XObject"][name]
        if not isinstance(found, StreamObject):
            continue
        if is_jpeg(found):
            yield from jpeg_tells(found._data)
        if "/Metadata" in found:
            yield N_("notes of the program (XMP, IPTC, comments)")
        if found.get("/Subtype") == "/Form":
            yield from _pictures_tell(found.get("/Resources"), depth + 1)


def shown_notes(page: Any) -> list[DictionaryObject]:
    """The annotations of a page."""
    listed = page.get("/Annots")
    listed = _resolved(listed)
    found = [one.get_object() for one in listed] if isinstance(listed, ArrayObject) else []
    return [one for one in found if isinstance(one, DictionaryObject)]


def _left_out(reader: PdfReader) -> Iterator[str]:
    """What a copy of the pages doesn't take over."""
    root = reader.root_object
    names = _resolved(root.get("/Names", {}))
    if "/EmbeddedFiles" in names or "/AF" in root or "/Collection" in root:
        yield N_("attached files")
    if "/JavaScript" in names or "/OpenAction" in root or "/AA" in root:
        yield N_("scripts and actions")
    if "/OCProperties" in root:
        yield N_("layers that can be hidden")
    if "/XFA" in _resolved(root.get("/AcroForm", {})):
        yield N_("a form that only some programs show")
    for page in reader.pages:
        for note in shown_notes(page):
            if note.get("/Subtype") == "/FileAttachment":
                yield N_("attached files")
            elif note.get("/Subtype") in ("/RichMedia", "/Screen", "/Movie", "/Sound", "/3D"):
                yield N_("sound and film")
            elif "/AA" in note or note.get("/Subtype") == "/Link":
                yield N_("links")


def _signed(reader: PdfReader, content: bytes) -> bool:
    form = _resolved(reader.root_object.get("/AcroForm", {}))
    return bool(int(form.get("/SigFlags", 0)) & 1) or b"/ByteRange" in content
