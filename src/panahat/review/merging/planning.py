"""In which order the items of a merged text stand, which items of three drafts are one, and which belong to a conflict."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from panahat.aligning import LONG
from panahat.review.merging.aligning import Item, Match, align
from panahat.review.merging.reading import Block


@dataclass(frozen=True, slots=True)
class Act:
    """One item of the result, by its index in each draft (None where it is not there).

    `crowded` says that both added something at this place, `echoed` that theirs added the same text elsewhere.
    """

    base: int | None
    theirs: int | None
    ours: int | None
    moved_theirs: bool = False
    moved_ours: bool = False
    crowded: bool = False
    echoed: bool = False


def plan(base: Sequence[Item], theirs: Sequence[Item], ours: Sequence[Item]) -> list[Act]:
    """Every item of every draft once, in the order of the result: theirs, with what ours moved and added put in."""
    return _Plan(base, theirs, ours).acts()


class _Plan:
    def __init__(self, base: Sequence[Item], theirs: Sequence[Item], ours: Sequence[Item]) -> None:
        self.base, self.theirs, self.ours = base, theirs, ours
        self.in_theirs: dict[int, Match] = {m.old: m for m in align(base, theirs)}
        self.in_ours: dict[int, Match] = {m.old: m for m in align(base, ours)}
        self.of_theirs = {m.new: m for m in self.in_theirs.values()}
        self.of_ours = {m.new: m for m in self.in_ours.values()}
        self.stable = {
            b
            for b in range(len(base))
            if b in self.in_theirs and b in self.in_ours and not self.in_theirs[b].moved and not self.in_ours[b].moved
        }

    def acts(self) -> list[Act]:
        twins = self._twins()
        put_in = self._put_in(set(twins.values()))
        out: list[Act] = []
        anchor: int | None = None
        waiting = True
        crowd = False
        for i in range(len(self.theirs)):
            match = self.of_theirs.get(i)
            if match is None:
                out.append(Act(None, i, twins.get(i)))
                crowd = crowd or i not in twins
                continue
            if waiting:
                out += self._crowded(put_in[anchor], crowd)
                waiting = False
            other = self.in_ours.get(match.old)
            if other is None or not other.moved or match.moved:
                moved = bool(other and other.moved)
                out.append(Act(match.old, i, other.new if other else None, match.moved, moved))
            if match.old in self.stable:
                anchor, waiting, crowd = match.old, True, False
        if waiting:
            out += self._crowded(put_in[anchor], crowd)
        return out

    def _crowded(self, acts: list[Act], crowd: bool) -> list[Act]:
        if not crowd:
            return acts
        return [replace(a, crowded=True) if a.base is None else a for a in acts]

    def _anchors(self, matches: dict[int, Match], count: int) -> list[int | None]:
        """For each item of one draft the last stable item before it."""
        out: list[int | None] = []
        anchor: int | None = None
        for i in range(count):
            out.append(anchor)
            match = matches.get(i)
            if match and match.old in self.stable:
                anchor = match.old
        return out

    def _twins(self) -> dict[int, int]:
        """What both added alike at one place: the index in ours by the index in theirs."""
        free: dict[tuple[object, object], list[int]] = defaultdict(list)
        for j, anchor in enumerate(self._anchors(self.of_ours, len(self.ours))):
            if j not in self.of_ours:
                free[anchor, self.ours[j].key].append(j)
        out: dict[int, int] = {}
        last = -1
        for i, anchor in enumerate(self._anchors(self.of_theirs, len(self.theirs))):
            if i not in self.of_theirs:
                waiting = free[anchor, self.theirs[i].key]
                found = next((j for j in waiting if j > last), None)
                if found is not None:
                    out[i] = last = found
        return out | self._far_twins(out)

    def _far_twins(self, near: dict[int, int]) -> dict[int, int]:
        """What both added alike at different places, where it is long enough to be one thing."""
        used = set(near.values())
        free: dict[object, list[int]] = defaultdict(list)
        for j, item in enumerate(self.ours):
            if j not in self.of_ours and j not in used and len(item.text) >= LONG:
                free[item.kind, item.key].append(j)
        out: dict[int, int] = {}
        for i, item in enumerate(self.theirs):
            if i not in self.of_theirs and i not in near and (same := free.get((item.kind, item.key))):
                out[i] = same.pop(0)
        return out

    def _put_in(self, twins: set[int]) -> dict[int | None, list[Act]]:
        """What does not stand in theirs, or was moved by ours alone, by the stable item that it follows."""
        out: dict[int | None, list[Act]] = defaultdict(list)
        echoes = {x.text for i, x in enumerate(self.theirs) if i not in self.of_theirs and x.text.strip()}
        anchor: int | None = None
        for b in range(len(self.base)):
            if b in self.stable:
                anchor = b
            elif b not in self.in_theirs and b not in self.in_ours:
                out[anchor].append(Act(b, None, None))
        for j, anchor in enumerate(self._anchors(self.of_ours, len(self.ours))):
            match = self.of_ours.get(j)
            if match is None:
                if j not in twins:
                    out[anchor].append(Act(None, None, j, echoed=self.ours[j].text in echoes))
            elif (other := self.in_theirs.get(match.old)) is None:
                out[anchor].append(Act(match.old, None, j, moved_ours=match.moved))
            elif match.moved and not other.moved:
                out[anchor].append(Act(match.old, other.new, j, moved_ours=True))
        return out


_HELD = 0.5  # share of a paragraph's words that must stand, in order, in the other
_FAR = 3  # how many paragraphs one may be split into on either side
_MANY = 300  # removed paragraphs from which on only the near ones are looked at
_LEAST = 3  # words by which a paragraph is known for a part of another


def companions(acts: Sequence[Act], blocks: Sequence[Sequence[Block]]) -> set[int]:
    """The places in `acts` of what was split off from, or joined to, a paragraph that both changed differently."""
    base, theirs, ours = blocks
    alone = [_alone(acts, side) for side in range(3)]
    out: set[int] = set()
    by_base = {act.base: n for n, act in enumerate(acts) if act.base is not None}
    for act in acts:
        out |= _joined_to(act, acts, blocks, by_base)
        if act.base is None or base[act.base].kind != "p":
            continue
        b = base[act.base]
        t = None if act.theirs is None else theirs[act.theirs]
        o = None if act.ours is None else ours[act.ours]
        if not _both_changed(b, t, o):
            continue
        for n, here in alone[0].items():
            joined = t if acts[here].theirs is None else o
            near = abs(n - act.base) <= _FAR
            if not near and len(alone[0]) > _MANY:
                continue
            least = 1 if near else _LEAST
            if joined is not None and _held(base[n].text, joined.text, least):
                out.add(here)
        for n, here in _around(act.theirs, alone[1]):
            if _held(theirs[n].text, b.text, _LEAST):
                out.add(here)
        for n, here in _around(act.ours, alone[2]):
            if _held(ours[n].text, b.text, _LEAST):
                out.add(here)
    return out


def _both_changed(base: Block, theirs: Block | None, ours: Block | None) -> bool:
    """Whether both changed it, differently."""
    keys = [None if b is None else b.key for b in (theirs, ours)]
    return keys[0] != keys[1] and base.key not in keys


def _joined_to(act: Act, acts: Sequence[Act], blocks: Sequence[Sequence[Block]], by_base: dict[int, int]) -> set[int]:
    """Where one side changed a paragraph that the other had joined to its neighbour: that neighbour, changed by one alone."""
    base, theirs, ours = blocks
    if act.base is None or (act.theirs is None) == (act.ours is None):
        return set()
    b = base[act.base]
    changed = theirs[act.theirs] if act.theirs is not None else ours[act.ours or 0]
    if b.key == changed.key:
        return set()
    out: set[int] = set()
    for n in (act.base - 1, act.base + 1):
        near = acts[by_base[n]] if n in by_base else None
        if near is None or near.theirs is None or near.ours is None or base[n].kind != "p":
            continue
        joined, left = theirs[near.theirs], ours[near.ours]
        if act.ours is None:
            joined, left = left, joined
        if left.key == base[n].key != joined.key and _held(b.text, joined.text, 1):
            out.add(by_base[n])
    return out


def _alone(acts: Sequence[Act], side: int) -> dict[int, int]:
    """What one side removed (for the base) or added: its place in `acts` by its index."""
    out: dict[int, int] = {}
    for here, act in enumerate(acts):
        indexes = (act.base, act.theirs, act.ours)
        n = indexes[side]
        if n is None:
            continue
        if sum(i is not None for i in indexes) == 2 if side == 0 else indexes.count(None) == 2:
            out[n] = here
    return out


def _around(n: int | None, alone: dict[int, int]) -> Iterator[tuple[int, int]]:
    if n is None:
        return
    for step in (-1, 1):
        for far in range(1, _FAR + 1):
            here = alone.get(n + step * far)
            if here is None:
                break
            yield n + step * far, here


def _held(part: str, whole: str, least: int) -> bool:
    """Whether `whole` begins or ends with `part`, or most words of `part`, at least so many, stand in it in order."""
    from rapidfuzz.distance import LCSseq

    words = part.split()
    if words and (whole.startswith(part) or whole.endswith(part)):
        return True
    return len(words) >= least and LCSseq.similarity(words, whole.split()) >= _HELD * len(words)
