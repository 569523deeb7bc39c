"""A file from outside as it may leave the house: what it would tell beside what it shows, and the file without it.

What a reader sees stays word for word, and that is proven before the result is handed out. What only a person can decide
(tracked changes, letters that nobody can see, layers) and what is not known stops the work by name.
"""

from __future__ import annotations

from io import BytesIO
from typing import Any

from pypdf import PdfReader, PdfWriter
from pypdf.generic import ArrayObject, DictionaryObject, NameObject

from panahat.papers import codes
from panahat.papers.binding import forget_making
from panahat.papers.looking import Paper, look, shown_notes, streams
from panahat.papers.photos import upright
from panahat.papers.word_scrubbing import word
from panahat.problems import Problem, Refused
from panahat.seal.inspection import inspect
from panahat.seal.pdf import finished
from panahat.seal.revisions import accept_all, reject_all, tracked

CHANGES = {"accept": accept_all, "reject": reject_all}
_PASSIVE = ("/AA", "/OpenAction", "/AF", "/Collection", "/Metadata", "/PieceInfo", "/SpiderInfo", "/URI")
_NOISE = ("/Text", "/Popup", "/FileAttachment", "/RichMedia", "/Screen", "/Movie", "/Sound", "/3D", "/Link")
"""Annotations that draw nothing on a page: notes, attached files, sound and film, links over its words."""


def revealed(content: bytes) -> list[Problem]:
    """What a Word document, PDF, JPEG or PNG would tell beside what it shows; empty where nothing. Raises Refused."""
    if content.startswith(b"PK\x03\x04"):
        return inspect(content)
    return _told(look(content))


def scrubbed(content: bytes, changes: str = "") -> bytes:
    """The file without what it would tell; tracked changes are settled where `changes` is «accept» or «reject».

    Raises Refused with all that only a person can decide, or where it is none of the kinds that `revealed` reads.
    """
    made = _word(content, changes) if content.startswith(b"PK\x03\x04") else _paper(look(content))
    left = revealed(made)
    if left:  # never silently: what could not be taken out stops the work
        raise Refused(left)
    return made


def _told(paper: Paper) -> list[Problem]:
    said = ((codes.REVEALS, paper.tells), (codes.HOLDS_MORE, paper.left_out))
    return [Problem(code, facts={"names": ", ".join(f"@{{{n}}}" for n in names)}) for code, names in said if names]


def _paper(paper: Paper) -> bytes:
    if paper.picture is not None:
        return upright(paper.content)
    stops = [Problem(codes.SIGNATURE)] if paper.signed else []
    if "layers that can be hidden" in paper.left_out:
        stops.append(Problem(codes.LAYERS))
    if stops:
        raise Refused(stops)
    assert paper.reader is not None
    return _pdf(paper.reader, paper.content)


def _pdf(reader: PdfReader, content: bytes) -> bytes:
    """The pages as they are, each with the same content, in a file without history."""
    writer = PdfWriter(clone_from=BytesIO(content))
    root = writer.root_object
    for name in _PASSIVE:
        root.pop(name, None)
    names = root["/Names"].get_object() if "/Names" in root else {}
    for name in ("/EmbeddedFiles", "/JavaScript"):
        names.pop(name, None)
    form = root["/AcroForm"].get_object() if "/AcroForm" in root else {}
    form.pop("/XFA", None)
    for page in writer.pages:
        for name in _PASSIVE:
            page.pop(name, None)
        shown = [note for note in shown_notes(page) if note.get("/Subtype") not in _NOISE]
        if "/Annots" in page:
            page[NameObject("/Annots")] = ArrayObject(_still(note) for note in shown)
    forget_making(writer)
    made = finished(
        PdfWriter(clone_from=PdfReader(BytesIO(finished(writer, "")))), ""
    )  # only what is still referred to
    again = PdfReader(BytesIO(made))
    if [*map(_drawn, reader.pages)] != [*map(_drawn, again.pages)]:
        raise Refused([Problem(codes.NOT_THE_SAME)])
    return made


def _still(note: DictionaryObject) -> Any:
    """An annotation that does nothing when it is touched."""
    for name in ("/A", "/AA", "/Popup", "/AF"):
        note.pop(name, None)
    return note.indirect_reference or note


def _drawn(page: Any) -> list[bytes]:
    return [stream.get_data() for stream in streams(page)]


def _word(content: bytes, changes: str) -> bytes:
    found = tracked(content)
    if found and not changes:
        raise Refused([Problem(codes.TRACKED_CHANGES, facts={"count": str(found.count)})])
    return word(CHANGES[changes](content) if found else content)
