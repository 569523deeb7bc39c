"""Reads what a document says, for `contents`."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator

from panahat.problems import Problem, Refused
from panahat.review import codes
from panahat.review.document import word_part
from panahat.review.redlining import contents as says
from panahat.review.redlining.contents import (
    Block,
    Cell,
    Contents,
    Fields,
    Held,
    Numbering,
    Paragraph,
    Section,
    Table,
    counts_pages,
)
from panahat.review.redlining.preparing import style_names
from panahat.seal.package import Package, open_package
from panahat.seal.xml import Element, R, W, tree

_W = f"{{{W}}}"
_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_V = "{urn:schemas-microsoft-com:vml}"
_STRICT = b"http://purl.oclc.org/ooxml/wordprocessingml/main"
_SIGNS = {
    f"{_W}tab": "\t",
    f"{_W}ptab": "\t",
    f"{_W}cr": says.LINE,
    f"{_W}noBreakHyphen": "\u2011",
    f"{_W}softHyphen": "\u00ad",
}
_BREAKS = {"page": says.PAGE, "column": says.COLUMN}
_SAID = {f"{_W}{name}" for name in ("t", "delText")} | {f"{_M}t"}
_CODES = {f"{_W}{name}" for name in ("instrText", "delInstrText")}
_NOTES = {f"{_W}footnoteReference": "footnote", f"{_W}endnoteReference": "endnote"}
_OBJECTS = {f"{_W}{name}" for name in ("object", "altChunk", "contentPart")}
_SILENT = {f"{_W}{name}" for name in ("pPr", "rPr", "sdtPr", "sdtEndPr", "tblPr", "trPr", "tcPr", "tblGrid", "sectPr")}
_TYPES = tuple(f"{kind} {type}" for kind in ("header", "footer") for type in ("default", "first", "even"))


def contents(content: bytes) -> Contents:
    """What the document in `content` says. Raises Refused where it cannot be read strictly, or is no Word document."""
    return Reader(content).contents()


class Reader:
    """One document. Raises Refused where it cannot be read strictly, is no Word document or is saved as «Strict»."""

    def __init__(self, content: bytes) -> None:
        self._package = open_package(content)
        main = word_part(self._package)
        if _STRICT in self._package.members[main].content():
            raise Refused([Problem(codes.NOT_WORD)])
        self._main = main
        self._part = main
        self._styles = style_names(self._package)
        self._numbering = Numbering(self._tree(self._package.one(main, "numbering")))
        self._fields = Fields()
        self._notes: list[tuple[str, str]] = []
        self._marks: list[Held] = []

    def contents(self) -> Contents:
        """What it says."""
        root = self._tree(self._main)
        body = next((e for e in root if e.tag == f"{_W}body"), root) if root is not None else None
        if body is None:
            raise Refused([Problem(codes.NOT_WORD)])
        blocks: list[Block] = []
        ends: list[tuple[int, Element]] = []
        for element in _blocks(body):
            _add(blocks, self._block(element))
            if (section := element.find(f"{_W}pPr/{_W}sectPr")) is not None:
                ends.append((len(blocks), section))
        last = body.find(f"{_W}sectPr")
        if last is not None:
            ends.append((len(blocks), last))
        notes = tuple(self._note(kind, id) for kind, id in self._notes)
        return Contents(tuple(blocks), tuple(self._sections(ends)), notes)

    def _tree(self, part: str | None) -> Element | None:
        return tree(part, self._package.members[part].content()) if part is not None else None

    def _story(self, part: str, root: Element) -> tuple[Block, ...]:
        """The blocks below `root` of another part; () where nothing is said there."""
        before, self._part = self._part, part
        blocks = self._said_in(root)
        self._part = before
        silent = all(isinstance(b, Paragraph) and not b.text and not b.numbering for b in blocks)
        return () if silent else blocks

    def _sections(self, ends: list[tuple[int, Element]]) -> Iterator[Section]:
        """The sections; what one does not say of its headers is as in the one before."""
        targets = {r.id: r.target for r in self._package.relationships.get(self._main, ())}
        frame: dict[str, tuple[Block, ...]] = {}
        for end, section in ends:
            for reference in section:
                kind = str(reference.tag).removeprefix(_W).removesuffix("Reference")
                if kind in ("header", "footer"):
                    part = targets.get(reference.get(f"{{{R}}}id", ""))
                    root = self._tree(part)
                    said = self._story(part, root) if part is not None and root is not None else ()
                    frame[f"{kind} {reference.get(f'{_W}type', 'default')}"] = said
            first = section.find(f"{_W}titlePg")
            shown = [t for t in _TYPES if "first" not in t or _on(first)]
            yield Section(end, tuple((t, frame[t]) for t in shown if frame.get(t)))

    def _note(self, kind: str, id: str) -> tuple[str, tuple[Block, ...]]:
        part = self._package.one(self._main, f"{kind}s")
        root = self._tree(part)
        if part is None or root is None:
            return kind, ()
        note = next((e for e in root if e.get(f"{_W}id") == id), None)
        return kind, self._story(part, note) if note is not None else ()

    def _said_in(self, holder: Element) -> tuple[Block, ...]:
        blocks: list[Block] = []
        for element in _blocks(holder):
            _add(blocks, self._block(element))
        return tuple(blocks)

    def _block(self, element: Element) -> Block:
        if element.tag == f"{_W}p":
            return self._paragraph(element)
        if element.tag == f"{_W}tbl":
            rows = tuple(tuple(map(self._cell, _inside(row, "tc"))) for row in _inside(element, "tr"))
            style = element.find(f"{_W}tblPr/{_W}tblStyle")
            columns = len(element.findall(f"{_W}tblGrid/{_W}gridCol"))
            return Table(rows, (style.get(f"{_W}val", "") if style is not None else "", columns))
        return Paragraph(says.OBJECT)

    def _cell(self, cell: Element) -> Cell:
        properties = cell.find(f"{_W}tcPr")
        span = properties.find(f"{_W}gridSpan") if properties is not None else None
        merge = properties.find(f"{_W}vMerge") if properties is not None else None
        return Cell(
            self._said_in(cell),
            int(span.get(f"{_W}val", "1")) if span is not None else 1,
            "" if merge is None else merge.get(f"{_W}val", "continue"),
        )

    def _paragraph(self, paragraph: Element) -> Paragraph:
        outer, self._marks = self._marks, []
        text = "".join(self._said(paragraph))
        held, self._marks = tuple(self._marks), outer
        return Paragraph(
            text,
            self._style(paragraph),
            self._numbering.of(paragraph.find(f"{_W}pPr/{_W}numPr")),
            held,
        )

    def _style(self, paragraph: Element) -> str:
        """The name of its style; «» where it has none of its own, or one that the document does not define."""
        style = paragraph.find(f"{_W}pPr/{_W}pStyle")
        return self._styles.get(style.get(f"{_W}val", ""), "") if style is not None else ""

    def _said(self, element: Element) -> Iterator[str]:
        """The text inside an element of a paragraph, with marks."""
        for child in element:
            tag = str(child.tag)
            if tag in _SILENT or tag == f"{_MC}Fallback":
                continue
            self._fields.see(child)
            if tag in _SAID:
                yield "" if self._fields.counts_pages else child.text or ""
            elif tag in _CODES:
                yield says.FIELD + "".join((child.text or "").split())
            elif tag in _SIGNS:
                yield _SIGNS[tag]
            elif tag == f"{_W}br":
                yield _BREAKS.get(child.get(f"{_W}type", ""), says.LINE)
            elif tag == f"{_W}sym":
                self._marks.append(f"{child.get(f'{_W}font')} {child.get(f'{_W}char')}")
                yield says.SYMBOL
            elif tag in _NOTES:
                self._notes.append((_NOTES[tag], child.get(f"{_W}id", "")))
                yield says.NOTE
            elif tag == f"{_W}txbxContent":
                self._marks.append(self._said_in(child))
                yield says.BOX
            elif tag in (f"{_A}blip", f"{_V}imagedata"):
                self._marks.append(self._picture(child))
                yield says.PICTURE
            elif tag in _OBJECTS:
                yield says.OBJECT
            else:
                said = "".join(self._said(child))
                if tag == f"{_W}fldSimple":
                    code = child.get(f"{_W}instr", "")
                    yield says.FIELD + "".join(code.split())
                    said = "" if counts_pages(code) else said
                yield said

    def _picture(self, element: Element) -> str:
        """A digest of the picture's bytes; its address where it is elsewhere."""
        id = element.get(f"{{{R}}}embed") or element.get(f"{{{R}}}id") or element.get(f"{{{R}}}link") or ""
        found = next((r for r in self._package.relationships.get(self._part, ()) if r.id == id), None)
        if found is None:
            return ""
        return found.target if found.external else _digest(self._package, found.target)


def _add(blocks: list[Block], block: Block) -> None:
    """Adds a block; tables of one look with nothing between them are one table, as Word shows them, others stay two."""
    last = blocks[-1] if blocks else None
    if isinstance(block, Table) and isinstance(last, Table) and last.look == block.look:
        blocks[-1] = Table(last.rows + block.rows, last.look)
    else:
        blocks.append(block)


def _digest(package: Package, part: str) -> str:
    return hashlib.sha256(package.members[part].content()).hexdigest()


def _on(switch: Element | None) -> bool:
    return switch is not None and switch.get(f"{_W}val", "1") not in ("0", "false", "off")


def _blocks(holder: Element) -> Iterator[Element]:
    """Paragraphs, tables and foreign chunks directly in `holder` or in content controls and the like there."""
    for child in holder:
        tag = str(child.tag)
        if tag in (f"{_W}p", f"{_W}tbl", f"{_W}altChunk"):
            yield child
        elif tag not in _SILENT and tag != f"{_MC}Fallback":
            yield from _blocks(child)


def _inside(holder: Element, name: str) -> Iterator[Element]:
    """Rows of a table or cells of a row, those in content controls too."""
    for child in holder:
        if child.tag == f"{_W}{name}":
            yield child
        elif str(child.tag) not in _SILENT:
            yield from _inside(child, name)
