"""In which order the items of a merged text stand, and which items of the three drafts are one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace

from panahat.aligning import LONG
from panahat.review.merging.aligning import Item, Match, align


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
