"""What changed between two documents: paragraph by paragraph, word by word, moved paragraphs recognised."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from panahat.aligning import align
from panahat.review.document import Document, Unit
from panahat.review.words import Piece, pieces

_NUMBER = re.compile(r"\d+(?:\.\d+)*\.?\s")
CHANGED, ADDED, REMOVED, MOVED = "changed", "added", "removed", "moved"
LOOK = "look"
"""The words are the same; what a reader sees of them is not."""


@dataclass(frozen=True, slots=True)
class Change:
    """One paragraph that differs: `kind` is changed, added, removed, moved (then the words may differ too) or look."""

    kind: str
    old: Unit | None
    new: Unit | None

    @property
    def pieces(self) -> tuple[Piece, ...]:
        """Both texts in equal and changed stretches."""
        return pieces(self.old.text if self.old else "", self.new.text if self.new else "")

    @property
    def numbers(self) -> tuple[str, str] | None:
        """The number at the paragraph's head, before and after, where nothing else changed; else None."""
        if self.old is None or self.new is None or self.old.unseen != self.new.unseen:
            return None
        if self.old.text == self.new.text and self.old.label and self.new.label and self.old.label != self.new.label:
            return self.old.label.strip(". "), self.new.label.strip(". ")
        a, b = _NUMBER.match(self.old.text), _NUMBER.match(self.new.text)
        same = a and b and a[0] != b[0] and self.old.text[a.end() :] == self.new.text[b.end() :]
        return (a[0].strip(". "), b[0].strip(". ")) if a and b and same else None

    @property
    def unseen(self) -> tuple[tuple[str, str, bool], ...]:
        """(how, words, whether it is so now) of all that does not show as it is said, before and after, where these differ.

        Of a paragraph that came or went, all of it.
        """
        before, after = (unit.unseen if unit else () for unit in (self.old, self.new))
        if before == after and not (self.old and self.new and self._marked_otherwise(self.old, self.new)):
            return ()
        gone = [item for item in before if item not in after]
        came = [item for item in after if item not in before] or ([] if gone else list(after))
        return (*((*item, False) for item in gone), *((*item, True) for item in came))

    @staticmethod
    def _marked_otherwise(old: Unit, new: Unit) -> bool:
        """Whether the same words show otherwise."""
        return old.text == new.text and old.marks != new.marks

    @property
    def labels(self) -> tuple[str, str] | None:
        """The automatic number before and after where it differs, «» where there is none; else None."""
        if self.old is None or self.new is None or self.old.label == self.new.label:
            return None
        return self.old.label, self.new.label

    @property
    def unit(self) -> Unit:
        """The paragraph as it is, or as it was."""
        found = self.new or self.old
        if found is None:
            raise ValueError("a change of nothing")
        return found


@dataclass(frozen=True, slots=True)
class Row:
    """One paragraph of the new text, or a removed one in its place: with its change, or None where nothing changed."""

    unit: Unit
    change: Change | None


def compare_documents(old: Document, new: Document) -> tuple[Row, ...]:
    """Every paragraph of both documents once, in the order of the new one, story by story (the text, headers, notes)."""
    stories = dict.fromkeys(u.story for document in (new, old) for u in document.units)
    return tuple(row for story in stories for row in _story(_of(old, story), _of(new, story)))


def _of(document: Document, story: str) -> list[Unit]:
    return [u for u in document.units if u.story == story]


def _story(old: list[Unit], new: list[Unit]) -> Iterator[Row]:
    for pair in align([u.text for u in old], [u.text for u in new]):
        a = old[pair.old] if pair.old is not None else None
        b = new[pair.new] if pair.new is not None else None
        if b is None:
            if a is not None:
                yield Row(a, Change(REMOVED, a, None))
        elif a is None:
            yield Row(b, Change(ADDED, None, b))
        elif pair.moved:
            yield Row(b, Change(MOVED, a, b))
        elif a.text != b.text:
            yield Row(b, Change(CHANGED, a, b))
        else:
            same = a.marks == b.marks and a.label == b.label
            yield Row(b, None if same else Change(LOOK, a, b))


def changes(rows: Iterable[Row]) -> tuple[Change, ...]:
    """The changes alone."""
    return tuple(row.change for row in rows if row.change)
