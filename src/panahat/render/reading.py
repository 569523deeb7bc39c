"""The paragraphs of a part as a lawyer sees them: number, style, place, text, and the runs the text is made of."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from msgspec import Struct

from panahat.seal.xml import W

if TYPE_CHECKING:
    from lxml.etree import _Element

_W = f"{{{W}}}"
_SIGNS = {
    f"{_W}tab": "\t",
    f"{_W}ptab": "\t",
    f"{_W}br": "\n",
    f"{_W}cr": "\n",
    f"{_W}noBreakHyphen": "\u2011",
    f"{_W}softHyphen": "\u00ad",
}
_EXTRA = tuple(f"{_W}{name}" for name in ("sectPr", "footnoteReference", "endnoteReference", "fldChar", "fldSimple"))


class Run(Struct, frozen=True):
    """A stretch of a paragraph's text; `look` is its formatting as XML.

    `field` is the code of the field it belongs to, or what stands there in place of text («symbol F0FE»).
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


def lines(part: str, root: _Element, styles: Mapping[str, str]) -> Iterator[Line]:
    """The paragraphs of the part in document order. `styles`: name by id, the default paragraph style under «»."""
    places: dict[_Element, int] = {}

    def place(element: _Element | None) -> int:
        return 0 if element is None else places.setdefault(element, len(places) + 1)

    for number, paragraph in enumerate(root.iter(f"{_W}p"), 1):
        style = paragraph.find(f"{_W}pPr/{_W}pStyle")
        outside = list(paragraph.iterancestors(f"{_W}tc", f"{_W}tr", f"{_W}tbl"))
        around = {str(e.tag): e for e in reversed(outside)}
        yield Line(
            part,
            number,
            styles.get(style.get(f"{_W}val", "") if style is not None else "", "?"),
            tuple(_runs(paragraph)),
            next(paragraph.iter(*_EXTRA), None) is not None,
            place(paragraph.getparent()),
            place(around.get(f"{_W}tc")),
            place(around.get(f"{_W}tr")),
            place(around.get(f"{_W}tbl")),
            sum(e.tag == f"{_W}tbl" for e in outside),
        )


def _runs(paragraph: _Element) -> Iterator[Run]:
    """The runs in order; inside a field, each with the field's code."""
    from lxml import etree

    code: list[str] = []
    inside = False
    for run in paragraph.iter(f"{_W}r"):
        if next(run.iterancestors(f"{_W}p")) is not paragraph:
            continue
        look = run.find(f"{_W}rPr")
        simple = next(run.iterancestors(f"{_W}fldSimple"), None)
        formatting = b"" if look is None else etree.tostring(look, with_tail=False)
        text: list[str] = []
        for child in run:
            if child.tag == f"{_W}t":
                text.append(child.text or "")
            elif child.tag == f"{_W}sym":
                yield from (Run("".join(text), formatting), Run("", formatting, symbol(child.get(f"{_W}char", ""))))
                text.clear()
            elif child.tag == f"{_W}fldChar":
                inside = child.get(f"{_W}fldCharType") != "end"
                code = code if inside else []
            elif child.tag == f"{_W}instrText":
                code.append(child.text or "")
            else:
                text.append(_SIGNS.get(str(child.tag), ""))
        name = simple.get(f"{_W}instr", "") if simple is not None else "".join(code)
        if text or name:
            yield Run("".join(text), formatting, name.split()[0] if name.split() else "")


def symbol(code: str) -> str:
    """What the twin calls a sign of a symbol font, by its place in the font."""
    return f"symbol {code}"


def style_names(root: _Element) -> dict[str, str]:
    """Style name by id; the default paragraph style also under «»."""
    names = {}
    for style in root.iter(f"{_W}style"):
        name = style.find(f"{_W}name")
        shown = name.get(f"{_W}val", "") if name is not None else ""
        names[style.get(f"{_W}styleId", "")] = shown
        if style.get(f"{_W}type") == "paragraph" and style.get(f"{_W}default") in ("1", "true", "on"):
            names[""] = shown
    return names
