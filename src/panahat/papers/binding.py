"""Annexes as stamped pages: each in a PDF of its own, and all bound behind the filing in one PDF with bookmarks.

A page keeps its content whole: it is set into an A4 page below the strip of the stamp, so that a stamp never covers anything.
What a page shows is taken over, nothing else: no script, link, attached file or field of a form that could be filled.
"""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO
from typing import Any

from msgspec import Struct
from pypdf import PdfReader, PdfWriter
from pypdf.generic import (
    ArrayObject,
    BooleanObject,
    DecodedStreamObject,
    DictionaryObject,
    EncodedStreamObject,
    FloatObject,
    NameObject,
    NumberObject,
    StreamObject,
    TextStringObject,
)

from panahat.papers.ink import INK, NAME
from panahat.papers.looking import Paper, is_jpeg, shown_notes, streams
from panahat.papers.photos import Picture
from panahat.seal.pdf import finished
from panahat.seal.pictures import bare_jpeg

A4 = (595.276, 841.89)
SIZE, LEADING, LEFT, RIGHT, FOOT = 8.5, 11.0, 56.7, 28.35, 18.0
_MOST = 4
_SHOWN = frozenset(
    "/FreeText /Line /Square /Circle /Polygon /PolyLine /Highlight /Underline /Squiggly /StrikeOut /Stamp /Caret /Ink "
    "/Widget".split()
)
"""Annotations that are part of what a page shows."""
_WITHOUT = ("/A", "/AA", "/Dest", "/P", "/Parent", "/Popup", "/IRT", "/AF", "/StructParent", "/OC", "/Kids")
_WHO = ("/T", "/M", "/CreationDate", "/NM", "/Subj", "/Contents", "/RC")
_MAKING = ("/Metadata", "/PieceInfo", "/LastModified")
Matrix = tuple[float, float, float, float, float, float]


class Cover(Struct, frozen=True):
    """What is stamped on an annex: the lines over its first page, the line over the others, the number of each page."""

    lines: tuple[str, ...]
    again: str
    page: str
    """«л. {page} из {pages}»."""


class Bound(Struct, frozen=True):
    """A part of the whole: its title for the bookmark, a finished PDF that's taken as it is, or an annex with its cover."""

    title: str
    pdf: bytes | None = None
    paper: Paper | None = None
    cover: Cover | None = None


def stamped(part: Bound, *, scrub: bool) -> bytes:
    """The annex alone, each page with its stamp; unless scrubbed, with the properties that the file had."""
    writer = PdfWriter()
    sheets = _Sheets(writer)
    sheets.annex(part)
    if scrub:
        forget_making(writer)
    kept = part.paper.reader if part.paper is not None and not scrub else None
    return finished(writer, part.title, keep=kept)


def bound(parts: Sequence[Bound], title: str, language: str, *, scrub: bool) -> bytes:
    """Everything in one PDF: pages counted through, a bookmark for each part; tags where the first part has them."""
    first = parts[0].pdf
    writer = PdfWriter(clone_from=BytesIO(first)) if first is not None else PdfWriter()
    sheets = _Sheets(writer)
    starts = [0]
    for part in parts:
        if part.pdf is None:
            sheets.annex(part)
        elif part.pdf is not first:
            writer.append(BytesIO(part.pdf), import_outline=False)
            for page in writer.pages[starts[-1] :]:
                page.pop("/StructParents", None)  # the tags that it counts are those of the first part
        starts.append(len(writer.pages))
    root = writer.root_object
    root.pop("/OpenAction", None)
    root.pop("/Outlines", None)
    for part, at in zip(parts, starts, strict=False):
        writer.add_outline_item(title=part.title, page_number=at)
    for n, page in enumerate(writer.pages, 1):
        sheets.number(page, n, len(writer.pages))
    if scrub:
        forget_making(writer)
    if "/MarkInfo" in root and any("/StructParents" not in page for page in writer.pages):
        root["/MarkInfo"].get_object()[NameObject("/Suspects")] = BooleanObject(True)  # scans have no structure
    root[NameObject("/Lang")] = root.get("/Lang") or TextStringObject(language)
    return finished(writer, title, accessible=False)


class _Sheets:
    """Pages laid out and stamped in one document."""

    def __init__(self, writer: PdfWriter) -> None:
        self.writer = writer
        self.font = INK.font(writer)

    def annex(self, part: Bound) -> None:
        """The pages of an annex, each with its stamp."""
        paper, cover = part.paper, part.cover
        assert paper is not None
        assert cover is not None
        for n in range(1, paper.pages + 1):
            right = cover.page.format(page=n, pages=paper.pages)
            lines = cover.lines if n == 1 else (cover.again,)
            if paper.picture is not None:
                self._picture(paper.picture, lines, right)
            else:
                assert paper.reader is not None
                self._page(paper.reader.pages[n - 1], lines, right)

    def _page(self, source: Any, lines: Sequence[str], right: str) -> None:
        """A page of a PDF."""
        box, unit = source.cropbox, float(source.get("/UserUnit", 1))
        turned = int(source.get("/Rotate") or 0) % 360
        form = _form(source, self.writer, box)
        place = _Place(float(box.width), float(box.height), turned, unit, self._strip(lines, right))
        page = self._laid(place, form, float(box.left), float(box.bottom))
        if "/Group" in source:
            page[NameObject("/Group")] = source["/Group"].clone(self.writer)
        shown = [self._annotation(a, place, box) for a in shown_notes(source) if a.get("/Subtype") in _SHOWN]
        if shown:
            page[NameObject("/Annots")] = ArrayObject(shown)
        self._stamp(page, place, lines, right)

    def _picture(self, picture: Picture, lines: Sequence[str], right: str) -> None:
        """A photograph or scan as a page."""
        strip = self._strip(lines, right)
        place = _Place(picture.width, picture.height, picture.turned, 1, strip, edge=RIGHT)
        image = EncodedStreamObject()
        image._data = picture.image._data
        image.update(picture.image)
        page = self._laid(place, image, 0, 0, (picture.width, picture.height))
        self._stamp(page, place, lines, right)

    def _laid(
        self, place: _Place, content: StreamObject, left: float, bottom: float, unit: tuple[float, float] = (1, 1)
    ) -> Any:
        """A new A4 page that shows the content in its place."""
        page = self.writer.add_blank_page(*place.size)
        held = self.writer._add_object(content)
        resources = {"/XObject": _named({"/Annex": held}), "/Font": _named({NAME: self.font})}
        page[NameObject("/Resources")] = _named(resources)
        if place.turned:
            page[NameObject("/Rotate")] = NumberObject(place.turned)
        s, (x, y) = place.scale, place.at
        drawn = f"q {s * unit[0]:.5f} 0 0 {s * unit[1]:.5f} {x - s * left:.3f} {y - s * bottom:.3f} cm /Annex Do Q"
        self._write(page, drawn)
        return page

    def _strip(self, lines: Sequence[str], right: str) -> float:
        """The height of the strip over the content."""
        return 12 + LEADING * len(self._lines(lines, right, A4[0]))

    def _lines(self, lines: Sequence[str], right: str, width: float) -> list[str]:
        room = width - LEFT - RIGHT - INK.width(right, SIZE) - 12
        most = max(1, _MOST // len(lines))
        return [piece for line in lines for piece in INK.lines(line, SIZE, room, most)]

    def _stamp(self, page: Any, place: _Place, lines: Sequence[str], right: str) -> None:
        """The lines of the stamp at the left, the number of the page at the right, a rule below."""
        width, height = place.seen
        said = [
            INK.written(line, SIZE, LEFT, height - 8 - LEADING * n)
            for n, line in enumerate(self._lines(lines, right, A4[0]), 1)
        ]
        said.append(INK.written(right, SIZE, width - RIGHT - INK.width(right, SIZE), height - 8 - LEADING))
        low = height - place.strip + 1
        said.append(f"0.4 w {LEFT:.2f} {low:.2f} m {width - RIGHT:.2f} {low:.2f} l S")
        self._write(page, f"q {_numbers(place.upright)} cm {' '.join(said)} Q")

    def number(self, page: Any, n: int, of: int) -> None:
        """«17 / 45» in the corner below."""
        box, turned = page.mediabox, int(page.get("/Rotate") or 0) % 360
        place = _Place(float(box.width), float(box.height), turned, 1, 0)
        text = f"{n} / {of}"
        width = place.size[1] if turned in (90, 270) else place.size[0]
        resources = page["/Resources"].get_object()
        fonts = resources["/Font"].get_object() if "/Font" in resources else _named({})
        resources[NameObject("/Font")] = _named({**fonts, NAME: self.font})
        said = INK.written(text, 7.5, width - RIGHT - INK.width(text, 7.5), 10)
        self._write(page, f"/Artifact BMC q {_numbers(place.upright)} cm {said} Q EMC")

    def _write(self, page: Any, content: str) -> None:
        """More content over what the page has."""
        stream = DecodedStreamObject()
        stream.set_data(f"\n{content}\n".encode("ascii"))
        held = self.writer._add_object(stream.flate_encode())
        before = page.raw_get("/Contents") if "/Contents" in page else None
        listed = before.get_object() if before is not None else ArrayObject()
        own = list(listed) if isinstance(listed, ArrayObject) else [before]
        page[NameObject("/Contents")] = ArrayObject([*own, held])

    def _annotation(self, source: DictionaryObject, place: _Place, box: Any) -> Any:
        """An annotation in its new place, without what it does and what it leads to."""
        made = source.clone(self.writer, ignore_fields=_WITHOUT)
        x, y, s = *place.at, place.scale
        left, bottom, right, top = (float(n) for n in source["/Rect"])
        rect = [
            x + s * (left - float(box.left)),
            y + s * (bottom - float(box.bottom)),
            x + s * (right - float(box.left)),
            y + s * (top - float(box.bottom)),
        ]
        made[NameObject("/Rect")] = ArrayObject([FloatObject(round(n, 3)) for n in rect])
        return getattr(made, "indirect_reference", None) or self.writer._add_object(made)


class _Place:
    """Where content of that size and turn stands on an A4 page below the strip: all in the page's own measure."""

    def __init__(self, width: float, height: float, turned: int, unit: float, strip: float, *, edge: float = 0) -> None:
        aside = turned in (90, 270)
        across, up = (height, width) if aside else (width, height)
        self.turned, self.strip = turned, strip
        if not strip:
            self.size = (width, height)
        else:
            self.seen = A4 if up >= across else A4[::-1]
            self.size = self.seen[::-1] if aside else self.seen
            room = (self.seen[0] - 2 * edge, self.seen[1] - strip - FOOT)
            self.scale = min(room[0] / across, room[1] / up, unit)
            shown = (across * self.scale, up * self.scale)
            left, low = (self.seen[0] - shown[0]) / 2, FOOT + (room[1] - shown[1]) / 2
            a, b, c, d, e, f = self.upright
            corners = [
                (a * x + c * y + e, b * x + d * y + f) for x in (left, left + shown[0]) for y in (low, low + shown[1])
            ]
            self.at = (min(x for x, _ in corners), min(y for _, y in corners))

    @property
    def upright(self) -> Matrix:
        """From what the reader sees to the page's own measure."""
        width, height = self.size
        return {
            90: (0.0, 1.0, -1.0, 0.0, width, 0.0),
            180: (-1.0, 0.0, 0.0, -1.0, width, height),
            270: (0.0, -1.0, 1.0, 0.0, 0.0, height),
        }.get(self.turned, (1.0, 0.0, 0.0, 1.0, 0.0, 0.0))


def _form(source: Any, writer: PdfWriter, box: Any) -> StreamObject:
    """What a page draws, as a thing of its own: nothing that it leaves open can reach the stamp."""
    found = streams(source)
    form: StreamObject
    if len(found) == 1 and isinstance(found[0], EncodedStreamObject):
        form = EncodedStreamObject()
        form._data = found[0]._data
        for name in ("/Filter", "/DecodeParms"):
            if name in found[0]:
                form[NameObject(name)] = found[0][name].clone(writer)
    else:
        plain = DecodedStreamObject()
        plain.set_data(b"\n".join(s.get_data() for s in found))
        form = plain.flate_encode()
    resources = source.get("/Resources")
    form[NameObject("/Type")] = NameObject("/XObject")
    form[NameObject("/Subtype")] = NameObject("/Form")
    form[NameObject("/BBox")] = ArrayObject([FloatObject(float(n)) for n in box])
    form[NameObject("/Resources")] = resources.get_object().clone(writer) if resources is not None else _named({})
    return form


def forget_making(writer: PdfWriter) -> None:
    """Takes out of everything in the document what tells of its making."""
    for found in writer._objects:
        if not isinstance(found, DictionaryObject):
            continue
        names = [*_MAKING, *(_WHO if found.get("/Subtype") in _SHOWN - {"/Widget"} else ())]
        for name in names:
            if name in found and found.get("/Type") != "/Catalog":
                del found[name]
        if is_jpeg(found):
            found._data = bare_jpeg(found._data)


def _named(values: dict[str, Any]) -> DictionaryObject:
    return DictionaryObject({NameObject(name): value for name, value in values.items()})


def _numbers(matrix: Matrix) -> str:
    return " ".join(f"{n:g}" for n in matrix)


def pages_of(pdf: bytes) -> int:
    """How many pages a finished PDF has."""
    return len(PdfReader(BytesIO(pdf)).pages)
