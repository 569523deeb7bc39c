"""What a merge gives: the merged document, and a list of everything each side did."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

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
    """One change by one side: its kind, its place, and the texts of the three drafts (None where it is not there)."""

    kind: str
    place: Place
    base: str | None
    theirs: str | None
    ours: str | None


@dataclass(frozen=True, slots=True)
class Conflict:
    """One paragraph, row or table that both changed differently; kind is what the new draft did to it.

    `shown` is False where the document cannot show it as tracked changes, so that the report alone says it.
    """

    kind: str
    place: Place
    base: str | None
    theirs: str | None
    ours: str | None
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
    conflicts: tuple[Conflict, ...]
    notes: tuple[Note, ...]

    def __iter__(self) -> Iterator[Step | Conflict]:
        """Every step and conflict."""
        yield from self.taken_ours
        yield from self.kept_theirs
        yield from self.same
        yield from self.conflicts
