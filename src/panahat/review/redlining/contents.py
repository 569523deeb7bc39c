"""What a document says, strictly, so that two documents can be proven to say the same.

Every character counts: spaces, case, tabs, breaks. What stands in the text without being text is a mark, a character that
no document can hold. Headers and footers count by what they say in each section, notes by the order of their references.
How a word looks, where lines break and what programs keep for themselves does not count.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TypeAlias

NOTE, PICTURE, BOX, OBJECT, SYMBOL, FIELD, LINE, PAGE, COLUMN = "\x01\x02\x03\x04\x05\x06\x0b\x0c\x0e"
TEXT, FRAME, NOTES = "text", "frame", "notes"


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
    """The rows of a table."""

    rows: tuple[tuple[Cell, ...], ...]


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

    Paragraphs with text are counted from 1; 0 where no paragraph can be named.
    """

    story: str
    number: int


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
        found.append(Place(FRAME if a.sections != b.sections else TEXT, 0))
    return found


_Part: TypeAlias = tuple[str, tuple[Block, ...]]


def _story(story: str, a: Sequence[_Part], b: Sequence[_Part]) -> Iterator[Place]:
    if list(a) == list(b):
        return
    from difflib import SequenceMatcher

    left, right = [list(_flat(parts)) for parts in (a, b)]
    numbers: dict[int, None] = {}
    matcher = SequenceMatcher(None, [t for t, _ in left], [t for t, _ in right], autojunk=False)
    for tag, start, end, _, _ in matcher.get_opcodes():
        if tag != "equal":
            numbers |= dict.fromkeys([n for _, n in left[start:end] or left[max(0, start - 1) : start]])
    yield from (Place(story, n) for n in numbers or [0])


def _flat(parts: Sequence[_Part]) -> Iterator[tuple[str, int]]:
    """(what one paragraph or piece of structure is, the number of the paragraph with text it is or follows)."""
    number = 0
    for n, (kind, blocks) in enumerate(parts):
        yield f"{n} {kind}" if kind else "", number
        for block, path in _walk(blocks, ()):
            if isinstance(block, Paragraph):
                number += bool(block.text.strip())
                yield repr((path, block)), number
            else:
                yield repr((path, [[(c.columns, c.merged) for c in row] for row in block.rows])), number


def _walk(blocks: Sequence[Block], path: tuple[str, ...]) -> Iterator[tuple[Block, tuple[str, ...]]]:
    for block in blocks:
        yield block, path
        if isinstance(block, Table):
            for row in block.rows:
                for m, cell in enumerate(row):
                    yield from _walk(cell.blocks, (*path, str(m)))
