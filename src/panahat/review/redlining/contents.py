"""What a document says, strictly: its paragraphs, automatic numbers whatever the ids of lists, fields nobody says."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import TypeAlias

from panahat.messages import N_
from panahat.seal.xml import Element, W

_W = f"{{{W}}}"
PAGES = ("PAGE", "NUMPAGES", "SECTIONPAGES")


class Fields:
    """The fields that are open while a text is read element by element."""

    def __init__(self) -> None:
        self._open: list[list[str]] = []

    def see(self, element: Element) -> None:
        """Takes note of an element: the begin, the code or the end of a field."""
        if element.tag == f"{_W}fldChar":
            kind = element.get(f"{_W}fldCharType")
            if kind == "begin":
                self._open.append([])
            elif kind == "end" and self._open:
                self._open.pop()
        elif element.tag in (f"{_W}instrText", f"{_W}delInstrText") and self._open:
            self._open[-1].append(element.text or "")

    @property
    def counts_pages(self) -> bool:
        """Whether what is read now is a number of pages."""
        return any(counts_pages("".join(code)) for code in self._open)


def counts_pages(code: str) -> bool:
    """Whether the field with this code is a number of pages."""
    return bool(code.split()) and code.split()[0].upper() in PAGES


def settle_page_numbers(root: Element) -> None:
    """Gives every number of pages the same result, so that it is no difference."""
    fields = Fields()
    for element in root.iter(f"{_W}fldChar", f"{_W}instrText", f"{_W}t"):
        fields.see(element)
        if element.tag == f"{_W}t" and fields.counts_pages:
            element.text = "1"
    for simple in root.iter(f"{_W}fldSimple"):
        if counts_pages(simple.get(f"{_W}instr", "")):
            for text in simple.iter(f"{_W}t"):
                text.text = "1"


class Numbering:
    """The lists of a document, numbered as they first appear in it."""

    def __init__(self, root: Element | None) -> None:
        self._abstract: dict[str, Element] = {}
        self._lists: dict[str, Element] = {}
        self._seen: dict[str, int] = {}
        for element in root if root is not None else ():
            if element.tag == f"{_W}abstractNum":
                self._abstract[element.get(f"{_W}abstractNumId", "")] = element
            elif element.tag == f"{_W}num":
                self._lists[element.get(f"{_W}numId", "")] = element

    def of(self, properties: Element | None) -> str:
        """Which list, level, form and start: «list 1, level 0: decimal %1. 1»; «» where there is no number of its own."""
        if properties is None:
            return ""
        id = _value(properties, "numId")
        level = _value(properties, "ilvl") or "0"
        if not id:
            return f"level {level}"
        if id == "0" or id not in self._lists:
            return "none"
        number = self._seen.setdefault(id, len(self._seen) + 1)
        return f"list {number}, level {level}: {self._form(id, level)}"

    def _form(self, id: str, level: str) -> str:
        found = self._lists[id]
        override = next((e for e in found if e.tag == f"{_W}lvlOverride" and e.get(f"{_W}ilvl") == level), None)
        start = _value(override, "startOverride") if override is not None else ""
        holders = [override, self._abstract.get(_value(found, "abstractNumId"))]
        for holder in holders:
            for form in holder if holder is not None else ():
                if form.tag == f"{_W}lvl" and form.get(f"{_W}ilvl") == level:
                    start = start or _value(form, "start")
                    return f"{_value(form, 'numFmt')} {_value(form, 'lvlText')} {start}"
        return start


def _value(holder: Element, name: str) -> str:
    found = holder.find(f"{_W}{name}")
    return found.get(f"{_W}val", "") if found is not None else ""


NOTE, PICTURE, BOX, OBJECT, SYMBOL, FIELD, LINE, PAGE, COLUMN = "\x01\x02\x03\x04\x05\x06\x0b\x0c\x0e"
TEXT, FRAME, NOTES = "text", "frame", "notes"
_SIGNS = dict.fromkeys(map(ord, (LINE, PAGE, COLUMN, "\t", FIELD)))
WORDS, LISTS, STYLES = N_("words"), N_("automatic numbers of a list"), N_("the style of a paragraph")
BREAKS, EMPTY = N_("breaks, tabs or fields between words"), N_("empty paragraphs")
TABLES, SECTIONS = N_("rows and cells of a table"), N_("sections and their headers")
THINGS = N_("pictures, boxes or signs between words")


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Text with marks, style, numbering («» or its level and format), and for each mark of a box or object what it holds."""

    text: str
    style: str = ""
    numbering: str = ""
    held: tuple[Held, ...] = ()


@dataclass(frozen=True, slots=True)
class Cell:
    """What a cell holds, over how many columns, and its part in a vertical merge («», «restart», «continue»)."""

    blocks: tuple[Block, ...]
    columns: int = 1
    merged: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """The rows of a table; its `look` is its style and how many columns it has."""

    rows: tuple[tuple[Cell, ...], ...]
    look: tuple[str, int] = field(default=("", 0), compare=False)


Block: TypeAlias = Paragraph | Table
Held: TypeAlias = "str | tuple[Block, ...]"


@dataclass(frozen=True, slots=True)
class Section:
    """After how many blocks of the text a section ends, and what each header and footer in it says, by «header first»."""

    end: int
    frame: tuple[tuple[str, tuple[Block, ...]], ...]


@dataclass(frozen=True, slots=True)
class Contents:
    """All that a document says: its text, the sections, and (kind, blocks) of each note by the order of reference."""

    body: tuple[Block, ...]
    sections: tuple[Section, ...]
    notes: tuple[tuple[str, tuple[Block, ...]], ...]


@dataclass(frozen=True, slots=True)
class Place:
    """Where two documents differ: in the text, the frame (headers and footers) or the notes, and the paragraph's number.

    Paragraphs with text are counted from 1; 0 where no paragraph can be named. `what` says in a reader's words what differs.
    """

    story: str
    number: int
    what: str = field(default=WORDS, compare=False)


def differences(a: Contents, b: Contents) -> list[Place]:
    """Every place where `b` differs from `a`, by the paragraphs of `a`; empty exactly where they are equal."""
    if a == b:
        return []
    frames = [[("", blocks) for s in c.sections for blocks in (t for _, t in s.frame)] for c in (a, b)]
    found = [
        *_story(TEXT, [("", a.body)], [("", b.body)]),
        *_story(FRAME, *frames),
        *_story(NOTES, a.notes, b.notes),
    ]
    if not found or (a.sections != b.sections and frames[0] == frames[1] and a.body == b.body):
        found.append(Place(FRAME if a.sections != b.sections else TEXT, 0, SECTIONS))
    return found


_Part: TypeAlias = tuple[str, tuple[Block, ...]]


def _story(story: str, a: Sequence[_Part], b: Sequence[_Part]) -> Iterator[Place]:
    if list(a) == list(b):
        return
    from difflib import SequenceMatcher

    left, right = [list(_flat(parts)) for parts in (a, b)]
    numbers: dict[int, str] = {}
    matcher = SequenceMatcher(None, [t for t, _, _ in left], [t for t, _, _ in right], autojunk=False)
    for tag, start, end, first, last in matcher.get_opcodes():
        if tag != "equal":
            mine, others = ([block for _, _, block in side] for side in (left[start:end], right[first:last]))
            told = _what(mine, others)
            numbers |= dict.fromkeys([n for _, n, _ in left[start:end] or left[max(0, start - 1) : start]], told)
    yield from (Place(story, n, what) for n, what in (numbers or {0: WORDS}).items())


def _what(mine: Sequence[Block | None], others: Sequence[Block | None]) -> str:
    """What differs between two stretches of paragraphs."""
    paragraphs = [[b for b in side if isinstance(b, Paragraph)] for side in (mine, others)]
    if any(isinstance(b, Table) for b in (*mine, *others)):
        return TABLES
    full = [[p for p in side if p.text.strip() or p.held] for side in paragraphs]
    if full[0] == full[1]:
        return EMPTY
    differing = [(a, b) for a, b in zip(*full, strict=False) if a != b]
    if len(full[0]) != len(full[1]) or not differing:
        return WORDS
    a, b = differing[0]
    if a.text != b.text:
        return BREAKS if a.text.translate(_SIGNS) == b.text.translate(_SIGNS) else WORDS
    return LISTS if a.numbering != b.numbering else STYLES if a.style != b.style else THINGS


def _flat(parts: Sequence[_Part]) -> Iterator[tuple[str, int, Block | None]]:
    """(what one paragraph or piece of structure is, the number of the paragraph with text it is or follows, the block)."""
    number = 0
    for n, (kind, blocks) in enumerate(parts):
        yield f"{n} {kind}" if kind else "", number, None
        for block, path in _walk(blocks, ()):
            if isinstance(block, Paragraph):
                number += bool(block.text.strip())
                yield repr((path, block)), number, block
            else:
                yield repr((path, [[(c.columns, c.merged) for c in row] for row in block.rows])), number, block


def _walk(blocks: Sequence[Block], path: tuple[str, ...]) -> Iterator[tuple[Block, tuple[str, ...]]]:
    for block in blocks:
        yield block, path
        if isinstance(block, Table):
            for row in block.rows:
                for m, cell in enumerate(row):
                    yield from _walk(cell.blocks, (*path, str(m)))
