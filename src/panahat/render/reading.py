"""The paragraphs of a part as a lawyer sees them: number, style, place, text, and the runs the text is made of."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from msgspec import Struct

from panahat.seal.xml import SIGNS, Element, W

_W = f"{{{W}}}"
_M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_SIGNS = {f"{_W}{name}": sign for name, sign in SIGNS.items()}
_PICTURES = tuple(f"{_W}{name}" for name in ("drawing", "pict", "object"))
_PAGES = frozenset(("PAGE", "NUMPAGES", "SECTIONPAGES", "PAGEREF"))
_EXTRA = tuple(f"{_W}{name}" for name in ("sectPr", "footnoteReference", "endnoteReference", "fldChar", "fldSimple"))


class Run(Struct, frozen=True):
    """A stretch of a paragraph's text; `look` is its formatting as XML.

    `field` is the name of the page's number it belongs to, or what stands there in place of text («symbol F0FE»).
    """

    text: str
    look: bytes
    field: str = ""


class Line(Struct, frozen=True):
    """One paragraph: part, number in it (from 1, every `w:p` counted), style name, runs; where it stands.

    `extra`: it holds more than text (a section break, a note's mark, a field). `holder` stands for its parent element,
    `cell`, `row` and `table` for those round it, 0 where there is none: numbers, equal for equal places. `depth` is how
    many tables it stands in.
    """

    part: str
    number: int
    style: str
    runs: tuple[Run, ...]
    extra: bool
    holder: int
    cell: int
    row: int
    table: int
    depth: int = 0

    @property
    def text(self) -> str:
        return "".join(run.text for run in self.runs)


class _Field(Struct):
    """A field that is being read: its code, and whether we are in its result."""

    code: str = ""
    shown: bool = False

    @property
    def page(self) -> str:
        """The field's name where it is a page number, else «»."""
        name = self.code.split(maxsplit=1)[0] if self.code.strip() else ""
        return name if name.upper() in _PAGES else ""


def lines(part: str, root: Element, styles: Mapping[str, str]) -> Iterator[Line]:
    """The paragraphs of the part in document order. `styles`: name by id, the default paragraph style under «»."""
    places: dict[Element, int] = {}
    fields: list[_Field] = []

    def place(element: Element | None) -> int:
        return 0 if element is None else places.setdefault(element, len(places) + 1)

    for number, paragraph in enumerate(root.iter(f"{_W}p"), 1):
        style = paragraph.find(f"{_W}pPr/{_W}pStyle")
        outside = list(paragraph.iterancestors(f"{_W}tc", f"{_W}tr", f"{_W}tbl"))
        around = {str(e.tag): e for e in reversed(outside)}
        yield Line(
            part,
            number,
            styles.get(style.get(f"{_W}val", "") if style is not None else "", "?"),
            tuple(_runs(paragraph, fields)),
            next(paragraph.iter(*_EXTRA), None) is not None,
            place(paragraph.getparent()),
            place(around.get(f"{_W}tc")),
            place(around.get(f"{_W}tr")),
            place(around.get(f"{_W}tbl")),
            sum(e.tag == f"{_W}tbl" for e in outside),
        )


def _runs(paragraph: Element, fields: list[_Field]) -> Iterator[Run]:
    """The runs in order, formulas too; `fields` are those open where the paragraph begins, and then where it ends."""
    from lxml import etree

    for run in paragraph.iter(f"{_W}r", f"{_M}t", f"{_W}fldSimple"):
        if next(run.iterancestors(f"{_W}p")) is not paragraph:
            continue
        look = run.find(f"{_W}rPr")
        formatting = b"" if look is None else etree.tostring(look, with_tail=False)
        simple = [_Field(s.get(f"{_W}instr", ""), True) for s in run.iterancestors(f"{_W}fldSimple")]
        pieces = [(run.text or "", "")] if run.tag == f"{_M}t" else _pieces(run, fields, simple)
        for name, group in groupby(pieces, key=lambda piece: piece[1]):
            text = "".join(text for text, _ in group)
            if text or name:
                yield Run(text, formatting, name)


def _pieces(run: Element, fields: list[_Field], simple: Sequence[_Field]) -> Iterator[tuple[str, str]]:
    """(text, `Run.field`) of each thing in a run: of a field what it says, of a page's number its name as well."""
    if run.tag == f"{_W}fldSimple":
        yield "", _Field(run.get(f"{_W}instr", ""), True).page
    for child in run:
        around = [*simple, *fields]
        page = next((field.page for field in around if field.page), "")
        if child.tag == f"{_W}fldChar":
            step = child.get(f"{_W}fldCharType")
            if step == "begin":
                fields.append(_Field())
            elif fields and step in ("separate", "end"):
                last = fields.pop()
                if all(field.shown for field in fields):
                    yield "", last.page
                if step == "separate":
                    last.shown = True
                    fields.append(last)
        elif child.tag == f"{_W}instrText" and fields:
            fields[-1].code += child.text or ""
        elif not all(field.shown for field in around):
            continue
        elif child.tag == f"{_W}t":
            yield child.text or "", page
        elif child.tag == f"{_W}sym":
            yield "", page or f"symbol {child.get(f'{_W}char', '')}"
        elif child.tag in _PICTURES and next(child.iter(f"{_W}p"), None) is None:
            yield "", page or "picture"
        else:
            yield _SIGNS.get(str(child.tag), ""), page


def style_names(root: Element) -> dict[str, str]:
    """Style name by id; the default paragraph style also under «»."""
    names = {}
    for style in root.iter(f"{_W}style"):
        name = style.find(f"{_W}name")
        shown = name.get(f"{_W}val", "") if name is not None else ""
        names[style.get(f"{_W}styleId", "")] = shown
        if style.get(f"{_W}type") == "paragraph" and style.get(f"{_W}default") in ("1", "true", "on"):
            names[""] = shown
    return names
