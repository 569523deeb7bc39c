"""What a merge gives, and how it is collected: what each side did, and where in the result each thing is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from panahat.review.merging.names import TBL, TC, TR, P, w
from panahat.review.merging.reading import Block
from panahat.seal.xml import Element

CHANGED = "changed"
ADDED = "added"
REMOVED = "removed"
MOVED = "moved"
FORMATTING = "formatting"


@dataclass(frozen=True, slots=True)
class Place:
    """Where it stands in the result: the story («» the text, «header», «footer first», «footnotes»…), the number of the
    paragraph there among those with text (for what is gone: of the one before it), and (table, row) from 1 where it
    is in a table."""

    story: str
    number: int
    row: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Step:
    """One change: its kind, its place, and the texts of the three drafts (None where it is not there).

    `result` is the text of a paragraph in which both changed different words.
    """

    kind: str
    place: Place
    base: str | None
    theirs: str | None
    ours: str | None
    result: str = ""


@dataclass(frozen=True, slots=True)
class Conflict(Step):
    """One paragraph, row or table that both changed differently; kind is what the new draft did to it.

    `shown` is False where the document cannot show it as tracked changes, so that the report alone says it.
    """

    shown: bool = True


@dataclass(frozen=True, slots=True)
class Note:
    """Something to check: an English text for the translator, its place where it has one, and what it is about."""

    text: str
    place: Place | None = None
    about: str = ""


@dataclass(frozen=True)
class Merged:
    """The merged document and the report on it, each list in the order of the document."""

    document: bytes
    taken_ours: tuple[Step, ...]
    kept_theirs: tuple[Step, ...]
    same: tuple[Step, ...]
    joined: tuple[Step, ...]
    conflicts: tuple[Conflict, ...]
    notes: tuple[Note, ...]

    def __iter__(self) -> Iterator[Step]:
        """Every step and conflict."""
        yield from self.taken_ours
        yield from self.kept_theirs
        yield from self.same
        yield from self.joined
        yield from self.conflicts


TAKEN, KEPT, SAME, JOINED, CONFLICT = "taken", "kept", "same", "joined", "conflict"
_TEXT = (w("t"), w("delText"))


@dataclass(slots=True)
class _Event:
    side: str
    kind: str
    story: str
    at: Element | None
    texts: tuple[str | None, str | None, str | None]
    shown: bool = True
    result: str = ""


class Report:
    """What each side did; `at` is the element last written, by which something gone is placed."""

    def __init__(self) -> None:
        self.at: Element | None = None
        self.story = ""
        self.roots: dict[str, Element] = {}
        self._events: list[_Event] = []
        self._notes: list[tuple[str, Element | None, str, str]] = []

    def say(self, side: str, kind: str, at: Element | None, *blocks: Block | None) -> None:
        """Records one change by `side` with what the three drafts have there."""
        base, theirs, ours = (None if b is None else b.text for b in blocks)
        self._events.append(_Event(side, kind, self.story, self.at if at is None else at, (base, theirs, ours)))

    def join(self, at: Element, blocks: Sequence[Block], result: str) -> None:
        """Records a paragraph in which both changed different words."""
        base, theirs, ours = (b.text for b in blocks)
        self._events.append(_Event(JOINED, CHANGED, self.story, at, (base, theirs, ours), result=result))

    def unshown(self, kind: str, story: str, *texts: str | None) -> None:
        """Records a conflict that the document itself does not show."""
        base, theirs, ours = texts
        self._events.append(_Event(CONFLICT, kind, story, None, (base, theirs, ours), False))

    def note(self, text: str, at: Element | None = None, about: str = "") -> None:
        """Records something to check."""
        self._notes.append((text, at, self.story, about))

    def names(self, text: str) -> bool:
        """Whether one of the recorded changes says this text."""
        return any(said and text in said for event in self._events for said in event.texts)

    def steps(self, side: str) -> tuple[Step, ...]:
        """The recorded changes of one side, in the order of the document."""
        places = self._places()
        return tuple(
            Step(e.kind, _place(places, e.story, e.at), *e.texts, result=e.result)
            for e in self._events
            if e.side == side
        )

    def conflicts(self) -> tuple[Conflict, ...]:
        places = self._places()
        return tuple(
            Conflict(e.kind, _place(places, e.story, e.at), *e.texts, shown=e.shown)
            for e in self._events
            if e.side == CONFLICT
        )

    def notes(self) -> tuple[Note, ...]:
        places = self._places()
        return tuple(Note(t, None if at is None else _place(places, story, at), a) for t, at, story, a in self._notes)

    def _places(self) -> dict[Element, tuple[int, tuple[int, ...]]]:
        """The number and the row of every block in the result."""
        out: dict[Element, tuple[int, tuple[int, ...]]] = {}
        for root in self.roots.values():
            _Walk(out).of(root, ())
        return out


class _Walk:
    def __init__(self, out: dict[Element, tuple[int, tuple[int, ...]]]) -> None:
        self.out = out
        self.number = 0

    def of(self, element: Element, row: tuple[int, ...]) -> None:
        tables = 0
        for child in element.iterchildren():
            if child.tag == P:
                if any((t.text or "").strip() for t in child.iter(*_TEXT)):
                    self.number += 1
            elif child.tag == TBL:
                tables += 1
                for n, tr in enumerate(child.iterchildren(TR), 1):
                    here = (*row, tables, n)
                    self.out[tr] = (self.number + 1, here)
                    for cell in tr.iterchildren(TC):
                        self.out[cell] = (self.number, here)
                        self.of(cell, here)
            elif child.tag in (w("sdt"), w("sdtContent"), w("footnote"), w("endnote")):
                self.of(child, row)
            self.out.setdefault(child, (self.number, row))


def _place(places: dict[Element, tuple[int, tuple[int, ...]]], story: str, at: Element | None) -> Place:
    if at is None:
        return Place(story, 0)
    number, row = places.get(at, (0, ()))
    return Place(story, number, row)


def kind_of(old: Block, new: Block) -> str:
    """What changed between two versions of a block: its text, or only its look."""
    return FORMATTING if words(old) == words(new) else CHANGED


def words(block: Block) -> object:
    """The text of a block with the marks of what is not text."""
    return "".join(t for t, _ in block.para.spans) if block.para else block.text
