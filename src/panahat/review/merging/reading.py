"""Reads paragraphs, cells and tables of a draft into what is seen of them, for comparing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from panahat.review.merging.names import (
    ID,
    MARKERS,
    MC,
    PPR,
    RPR,
    SDT,
    SECT,
    TBL,
    TC,
    TR,
    VAL,
    XML_SPACE,
    P,
    local,
    value,
    w,
)
from panahat.review.merging.opened import NOTES, Draft
from panahat.review.merging.styles import Looks, Sheet
from panahat.seal import xml
from panahat.seal.xml import Element

OBJECT = "\ufffc"
GAP = "\u2029"
"""Stands between the paragraphs of a row or table in the texts of a report."""

SIGNS = {name: sign for name, sign in xml.SIGNS.items() if name != "br"}  # a break may be of a page
_VOLATILE = frozenset(
    "PAGE NUMPAGES SECTION SECTIONPAGES PAGEREF DATE TIME SAVEDATE PRINTDATE CREATEDATE FILENAME".split()
)
_SKIPPED = frozenset("del moveFrom pPr rPr instrText delText delInstrText proofErr lastRenderedPageBreak".split()) | {
    name.rpartition("}")[2] for name in MARKERS
}
Look = tuple[tuple[str, str | int], ...]
Span = tuple[str, Look]


@dataclass(frozen=True, slots=True)
class Para:
    """A paragraph as it is seen: how it is set, its text in stretches of one look, its plain text, and its notes."""

    shape: tuple[str, Look, bool]
    spans: tuple[Span, ...]
    text: str
    notes: tuple[tuple[str, str], ...] = ()


@dataclass(slots=True)
class Block:
    """A paragraph («p»), table («tbl»), row («tr») or other block; `key` is equal where all that is seen is equal."""

    kind: str
    element: Element
    key: object
    text: str
    para: Para | None = None
    lead: list[Element] = field(default_factory=list)

    @property
    def section(self) -> bool:
        """Whether a section of the document ends with it."""
        return self.para is not None and self.para.shape[2]


class Reader:
    """Reads the blocks of one draft; what was read once is kept."""

    def __init__(self, draft: Draft, base: Draft) -> None:
        self.draft = draft
        self._known: dict[Element, Block] = {}
        self.looks = Looks(Sheet(draft.of_kind("styles")), Sheet(base.of_kind("styles")))

    def blocks(self, container: Element | None) -> tuple[list[Block], list[Element]]:
        """The blocks of a body, cell, header or note, each with the markers before it, and the markers at the end."""
        out: list[Block] = []
        lead: list[Element] = []
        for child in () if container is None else container.iterchildren():
            if child.tag in MARKERS:
                lead.append(child)
            elif child.tag not in (SECT, w("tcPr")):
                block = self.block(child)
                block.lead, lead = lead, []
                out.append(block)
        return out, lead

    def block(self, element: Element) -> Block:
        """The block that an element of the draft, as it was opened, is."""
        if element not in self._known:
            self._known[element] = self._block(element)
        return self._known[element]

    def _block(self, element: Element) -> Block:
        if element.tag == P:
            para = self.para(element)
            notes = tuple(self._note(kind, id) for kind, id in para.notes)
            return Block("p", element, (para.shape, para.spans, notes), para.text, para)
        if element.tag == TBL:
            rows = self.rows(element)
            style = self.looks.name("table", value(element.find(w("tblPr")), "tblStyle"))
            return Block("tbl", element, ("tbl", style, tuple(r.key for r in rows)), GAP.join(r.text for r in rows))
        if element.tag == TR:
            return self._row(element)
        inside = element.find(w("sdtContent")) if element.tag == SDT else element
        blocks, _ = self.blocks(inside) if inside is not None and local(element) in ("sdt", "customXml") else ([], [])
        if blocks:
            return Block("other", element, ("other", tuple(b.key for b in blocks)), GAP.join(b.text for b in blocks))
        return Block("other", element, ("other", _digest(element)), "".join(element.itertext()))

    def rows(self, table: Element) -> list[Block]:
        """The rows of a table as blocks."""
        return [self.block(row) for row in table.iterchildren(TR)]

    def _row(self, element: Element) -> Block:
        keys, texts = [], []
        for cell in element.iterchildren(TC):
            blocks, _ = self.blocks(cell)
            properties = cell.find(w("tcPr"))
            keys.append((_merge(properties), value(properties, "gridSpan") or "1", tuple(b.key for b in blocks)))
            texts.append(GAP.join(b.text for b in blocks))
        return Block("tr", element, ("tr", tuple(keys)), GAP.join(texts))

    def container_key(self, container: Element | None) -> tuple[object, ...]:
        """Equal for containers in which everything seen is equal; trailing empty paragraphs do not count."""
        return tuple(b.key for b in self.blocks(container)[0] if b.text or b.kind != "p" or (b.para and b.para.spans))

    def _note(self, kind: str, id: str) -> object:
        return (kind, self.container_key(self.draft.note(kind, id)))

    def para(self, element: Element) -> Para:
        properties = element.find(PPR)
        style, look = self.looks.paragraph(properties)
        section = properties is not None and properties.find(SECT) is not None
        spans: list[tuple[str, Look]] = []
        notes: list[tuple[str, str]] = []
        plain: list[str] = []
        for text, look_of, note in _Inside(self.looks, style).of(element):
            if note:
                notes.append(note)
            if text and not text.startswith(OBJECT):
                plain.append(text)
            if spans and spans[-1][1] == look_of:
                spans[-1] = (spans[-1][0] + text, look_of)
            elif text:
                spans.append((text, look_of))
        done = tuple(spans)
        if done and next(element.iter(w("footnoteRef"), w("endnoteRef")), None) is not None:
            done = _unspaced(done)
        return Para((style, look, section), done, "".join(plain), tuple(notes))


def _unspaced(spans: tuple[Span, ...]) -> tuple[Span, ...]:
    """The spans of a note's first paragraph without the space after its number, which programs write differently."""
    first, *rest = spans
    text = first[0].lstrip(" \t\u00a0")
    return ((text, first[1]), *rest) if text else tuple(rest)


def _merge(properties: Element | None) -> str:
    merged = None if properties is None else properties.find(w("vMerge"))
    return "" if merged is None else merged.get(VAL, "continue")


def _digest(element: Element) -> str:
    return " ".join(re.sub(r"\{.*\}", "", str(e.tag)) for e in element.iter()) + "".join(element.itertext())


class _Inside:
    """Walks a paragraph: (text, how it looks, note reference) piece by piece."""

    def __init__(self, looks: Looks, style: str) -> None:
        self.looks = looks
        self.style = style
        self.fields: list[list[str]] = []
        self.links = 0

    def of(self, element: Element) -> Iterator[tuple[str, Look, tuple[str, str] | None]]:
        for child in element.iterchildren():
            name = local(child)
            if name == "r":
                yield from self._run(child)
            elif name == "fldSimple":
                yield from self._simple(child)
            elif name == "sdt":
                content = child.find(w("sdtContent"))
                if content is not None:
                    yield from self.of(content)
            elif child.tag == f"{{{MC}}}AlternateContent":
                yield from self.of(_choice(child))
            elif name == "hyperlink":
                self.links += 1
                yield from self.of(child)
                self.links -= 1
            elif name and name not in _SKIPPED and not name.endswith("Pr"):
                yield from self.of(child)
            elif not name:
                yield OBJECT + _digest(child), (), None

    def _hidden(self) -> bool:
        """Whether what stands here is a field's instruction, or a result that changes by itself."""
        return any(f[1] == "code" or f[0].split(" ", 1)[0] in _VOLATILE for f in self.fields)

    def _simple(self, child: Element) -> Iterator[tuple[str, Look, tuple[str, str] | None]]:
        self.fields.append([_instruction(child.get(w("instr"), "")), "result"])
        yield from self._mark()
        yield from self.of(child)
        self.fields.pop()

    def _mark(self) -> Iterator[tuple[str, Look, None]]:
        code = self.fields[-1][0]
        if code and not code.startswith("HYPERLINK"):
            yield OBJECT + code, (), None

    def _run(self, run: Element) -> Iterator[tuple[str, Look, tuple[str, str] | None]]:
        look: Look = self.looks.run(self.style, run.find(RPR))
        if self.links or any(f[0].startswith("HYPERLINK") for f in self.fields):
            look = (*look, ("link", 1))
        for child in run.iterchildren():
            name = local(child)
            if name == "fldChar":
                yield from self._field(child.get(w("fldCharType"), ""))
            elif name == "instrText" and self.fields:
                self.fields[-1][0] += child.text or ""
            elif self._hidden() or name in _SKIPPED:
                continue
            else:
                yield from self._piece(child, name, look)

    def _field(self, kind: str) -> Iterator[tuple[str, Look, None]]:
        if kind == "begin":
            self.fields.append(["", "code"])
        elif self.fields and kind in ("separate", "end"):
            if self.fields[-1][1] == "code":
                self.fields[-1] = [_instruction(self.fields[-1][0]), "result"]
                yield from self._mark()
            if kind == "end":
                self.fields.pop()

    def _piece(self, child: Element, name: str, look: Look) -> Iterator[tuple[str, Look, tuple[str, str] | None]]:
        if name == "t":
            text = child.text or ""
            yield text if child.get(XML_SPACE) == "preserve" else text.strip(" \t\r\n"), look, None
        elif name == "br":
            yield {"page": "\f", "column": "\v"}.get(child.get(w("type"), ""), "\n"), look, None
        elif name in SIGNS:
            yield SIGNS[name], look, None
        elif name.removesuffix("Reference") in NOTES:
            kind = name.removesuffix("Reference")
            yield OBJECT + kind, (), (kind, child.get(ID, ""))
        elif name == "sym":
            yield f"{OBJECT}sym {child.get(w('char'), '')}", (), None
        elif name in ("drawing", "pict", "object"):
            yield OBJECT + _digest(child), (), None
        elif child.tag == f"{{{MC}}}AlternateContent":
            for inner in _choice(child).iterchildren():
                yield from self._piece(inner, local(inner), look)


def _choice(alternate: Element) -> Element:
    found = alternate.find(f"{{{MC}}}Choice")
    return alternate if found is None else found


def _instruction(code: str) -> str:
    """A field's instruction without switches of format and extra spaces; of a changing field only its name."""
    words = re.sub(r"\\\*\s*\w+", "", code).split()
    if not words:
        return ""
    name = words[0].upper()
    return name if name in _VOLATILE else " ".join([name, *words[1:]])
