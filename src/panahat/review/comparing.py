"""What changed between two documents: paragraph by paragraph, word by word, moved ones recognised, and beside the words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from panahat.aligning import align, opcodes, similarity
from panahat.review.document import Document, Shown, Unit

_TOKEN = re.compile(r"\d+(?:[.,/:]\d+)*|\w+|\s|[^\w\s]")
NBSP = "\u00a0"


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of two texts: `old` and `new` are equal where nothing changed, else one may be empty.

    `at` and `to` are the places of `old` and `new` in their texts, in characters from 0.
    """

    old: str
    new: str
    at: int
    to: int

    @property
    def changed(self) -> bool:
        return self.old != self.new

    @property
    def seen(self) -> tuple[str, str]:
        """Both texts as a reader sees the change: where only the kind of a space differs, a no-break space is «⍽»."""
        if self.old and self.new and _plain(self.old) == _plain(self.new):
            return self.old.replace(NBSP, "⍽"), self.new.replace(NBSP, "⍽")
        return self.old, self.new


def tokens(text: str) -> list[str]:
    """The words, numbers (dates whole), spaces and signs of `text`; joined they give it back."""
    return _TOKEN.findall(text)


def pieces(old: str, new: str) -> tuple[Piece, ...]:
    """Both texts in stretches, equal and changed by turns, with as few changed words as there can be."""
    left, right = tokens(old), tokens(new)
    rough = [(same, left[a:b], right[c:d]) for a, b, c, d, same in opcodes(left, right)]
    return _placed(_readable(rough))


def _readable(rough: list[tuple[bool, list[str], list[str]]]) -> list[tuple[str, str]]:
    """Changed words with only a space between them become one change: people read phrases, not letters."""
    out: list[tuple[bool, str, str]] = []
    for n, (same, a, b) in enumerate(rough):
        old, new = "".join(a), "".join(b)
        bridge = same and 0 < n < len(rough) - 1 and not old.strip() and _phrase(rough[n - 1]) and _phrase(rough[n + 1])
        if out and (bridge or not same) and not out[-1][0]:
            out[-1] = (False, out[-1][1] + old, out[-1][2] + new)
        else:
            out.append((same, old, new))
    return [(old, new) for _, old, new in out]


def _phrase(piece: tuple[bool, list[str], list[str]]) -> bool:
    """Whether both sides of a changed stretch have words."""
    return any(t.strip() for t in piece[1]) and any(t.strip() for t in piece[2])


def _placed(stretches: list[tuple[str, str]]) -> tuple[Piece, ...]:
    out, at, to = [], 0, 0
    for old, new in stretches:
        out.append(Piece(old, new, at, to))
        at += len(old)
        to += len(new)
    return tuple(out)


def _plain(text: str) -> str:
    return " ".join(text.split()) if text.strip() else " "


_NUMBER = re.compile(r"\d+(?:\.\d+)*[.)]\s")
"""«5. », «5.1. », «5) »: not the day of a date."""
_END = " ¶ "
_PARTS = 4
_WHOLE = 0.9
"""How alike a paragraph and its parts together must be for it to be split, not replaced."""
CHANGED, ADDED, REMOVED, MOVED = "changed", "added", "removed", "moved"
SPLIT, JOINED = "split", "joined"
LOOK = "look"
"""The words are the same; what a reader sees of them is not."""


@dataclass(frozen=True, slots=True)
class Change:
    """One paragraph that differs: `kind` is changed, added, removed, moved (then the words may differ too), look, split
    or joined.

    `more` are the further paragraphs of one that was split into several, or was joined from several.
    """

    kind: str
    old: Unit | None
    new: Unit | None
    more: tuple[Unit, ...] = ()

    @property
    def pieces(self) -> tuple[Piece, ...]:
        """Both texts in equal and changed stretches; «¶» where a paragraph was split or joined."""
        return pieces(*(_END.join(u.text for u in side) for side in self.sides))

    @property
    def sides(self) -> tuple[tuple[Unit, ...], tuple[Unit, ...]]:
        """All paragraphs before and after."""
        old, new = ((unit,) if unit else () for unit in (self.old, self.new))
        return (*old, *(self.more if self.kind == JOINED else ())), (*new, *(self.more if self.kind == SPLIT else ()))

    @property
    def numbers(self) -> tuple[str, str] | None:
        """The number at the paragraph's head, before and after, where nothing else changed; else None."""
        if self.old is None or self.new is None or self.more or self.old.unseen != self.new.unseen:
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
    return tuple(row for story in stories for row in _reshaped(list(_story(_of(old, story), _of(new, story)))))


def _reshaped(rows: list[Row]) -> Iterator[Row]:
    """The rows, those that are one change as one."""
    at = 0
    while at < len(rows):
        made, many = next(((m, n) for n in range(2, _PARTS + 1) if (m := _one(rows[at : at + n], n))), (rows[at], 1))
        yield made
        at += many


def _one(rows: Sequence[Row], many: int) -> Row | None:
    """The one change that `many` rows are: one paragraph became several, several one, or one another in its cell."""
    found = [row.change for row in rows if row.change and row.change.kind in (CHANGED, ADDED, REMOVED)]
    cells = [(len(c.unit.place), c.unit.place[-1:]) for c in found]
    if [c.kind for c in found] == [REMOVED, ADDED] and cells[0] == cells[1] != (0, ()):
        return Row(found[1].unit, Change(CHANGED, found[0].old, found[1].new))  # in one cell, however short
    sides = [[u for c in found if (u := c.old)], [u for c in found if (u := c.new)]]
    if len(found) < many or min(map(len, sides)) != 1 or max(map(len, sides)) == 1:
        return None
    if len({u.place for side in sides for u in side}) > 1 or not _alike(*sides):
        return None
    (old, *before), (new, *after) = sides
    return Row(new, Change(SPLIT if after else JOINED, old, new, (*before, *after)))


def _alike(old: Sequence[Unit], new: Sequence[Unit]) -> bool:
    """Whether both sides say the same as a whole, and every part is worth calling one."""
    texts = [" ".join(u.text for u in side).split() for side in (old, new)]
    return texts[0] == texts[1] or similarity(*(" ".join(words) for words in texts)) >= _WHOLE


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


@dataclass(frozen=True, slots=True)
class ThingChange:
    """One thing beside the text that differs: `old` or `new` is None where it is only in the other document."""

    old: Shown | None
    new: Shown | None

    @property
    def shown(self) -> Shown:
        """The thing as it is, or as it was."""
        found = self.new or self.old
        if found is None:
            raise ValueError("a change of nothing")
        return found


def compare_things(old: Document, new: Document) -> tuple[ThingChange, ...]:
    """The things that differ, kind by kind, each kind in the order of the text."""
    if [s.thing.form for s in old.things] == [s.thing.form for s in new.things]:
        return ()
    kinds = dict.fromkeys(s.thing.kind for document in (old, new) for s in document.things)
    return tuple(change for kind in kinds for change in _kind(_things(old, kind), _things(new, kind)))


def not_compared(old: Document, new: Document) -> dict[str, int]:
    """How many things of each kind say the same and are stored otherwise, so that how they look was not compared."""
    counts: dict[str, int] = {}
    for kind in dict.fromkeys(s.thing.kind for s in new.things if s.thing.look):
        known = {(s.thing.form, s.thing.look) for s in _things(old, kind)}
        forms = {form for form, _ in known}
        found = [s.thing for s in _things(new, kind)]
        count = sum(t.form in forms and (t.form, t.look) not in known for t in found)
        counts |= {kind: count} if count else {}
    return counts


def _things(document: Document, kind: str) -> list[Shown]:
    return [s for s in document.things if s.thing.kind == kind]


def _kind(old: Sequence[Shown], new: Sequence[Shown]) -> Iterator[ThingChange]:
    for a, b, c, d, equal in opcodes([s.thing.form for s in old], [s.thing.form for s in new]):
        if not equal:
            paired = min(b - a, d - c)
            yield from (ThingChange(old[a + n], new[c + n]) for n in range(paired))
            yield from (ThingChange(gone, None) for gone in old[a + paired : b])
            yield from (ThingChange(None, come) for come in new[c + paired : d])
