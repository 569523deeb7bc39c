"""Which item of one sequence is which of another: equal, changed, or moved. Items are blocks of a text or rows of a table."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass

from panahat.aligning import CELLS, LIKE, LONG, likest, most_alike, nearby, similarity

LIKE_ELSEWHERE = 0.8
"""How similar an item in another place must be to count as moved and changed."""


@dataclass(frozen=True, slots=True)
class Item:
    """One item: equal keys are equal items; only items of one kind are ever paired; `bound` ones pair only with bound."""

    kind: str
    key: Hashable
    text: str
    bound: bool = False


@dataclass(frozen=True, slots=True)
class Match:
    """Item `old` of the one sequence is item `new` of the other; `moved` where it left its order."""

    old: int
    new: int
    moved: bool = False


def align(old: Sequence[Item], new: Sequence[Item]) -> list[Match]:
    """Every pair, by `old`. What is bound divides both sequences where both have as many bound items."""
    if len(old) == len(new) == 1 and old[0].kind == new[0].kind:  # as in a cell: one paragraph, whatever it says
        return [Match(0, 0)]
    matched: dict[int, int] = {}
    cuts = [[i for i, x in enumerate(items) if x.bound] for items in (old, new)]
    if len(cuts[0]) == len(cuts[1]):
        a = c = 0
        for b, d in zip([*cuts[0], len(old)], [*cuts[1], len(new)], strict=True):
            matched.update(_in_order(old, new, range(a, b), range(c, d)))
            if b < len(old):
                matched[b] = d
            a, c = b + 1, d + 1
    else:
        matched.update(_in_order(old, new, range(len(old)), range(len(new))))
    taken = set(matched.values())
    lost = [i for i in range(len(old)) if i not in matched]
    gained = [j for j in range(len(new)) if j not in taken]
    found = [Match(i, j) for i, j in matched.items()]
    found += [Match(i, j, True) for i, j in _elsewhere(old, new, lost, gained)]
    return sorted(found, key=lambda m: m.old)


def _in_order(old: Sequence[Item], new: Sequence[Item], left: range, right: range) -> Iterator[tuple[int, int]]:
    """Equal ones first, then those of equal text, then those most alike."""
    for a, b, equal in _stretches([old[i].key for i in left], [new[j].key for j in right], left, right):
        if equal:
            yield from zip(a, b, strict=True)
        elif a and b:
            texts = [[(x[n].kind, x[n].text or n) for n in part] for x, part in ((old, a), (new, b))]
            for c, d, same in _stretches(texts[0], texts[1], a, b):
                if same:
                    yield from zip(c, d, strict=True)
                elif c and d:
                    yield from _gap(old, new, c, d)


def _stretches(
    old: Sequence[Hashable], new: Sequence[Hashable], left: range, right: range
) -> Iterator[tuple[range, range, bool]]:
    """(part of left, part of right, whether equal), in order."""
    from rapidfuzz.distance import LCSseq

    a = c = 0
    for block in LCSseq.editops(list(old), list(new)).as_matching_blocks():
        if block.a > a or block.b > c:
            yield left[a : block.a], right[c : block.b], False
        if block.size:
            yield left[block.a : block.a + block.size], right[block.b : block.b + block.size], True
        a, c = block.a + block.size, block.b + block.size


def _gap(old: Sequence[Item], new: Sequence[Item], left: range, right: range) -> Iterator[tuple[int, int]]:
    """The pairs of similar items inside one gap, in order, with the greatest likeness together."""
    if len(left) * len(right) > CELLS:
        yield from nearby(left, right, lambda i, j: _alike(old[i], new[j]))
        return
    yield from most_alike(left, right, lambda i, j: _alike(old[i], new[j]))


def _alike(a: Item, b: Item) -> float:
    """How alike two items of one gap are; 0 where they are not one item. Tables and empty paragraphs pair easily."""
    if a.kind != b.kind or a.bound != b.bound:
        return 0.0
    if a.kind == "tbl":
        return 0.3 + similarity(a.text, b.text)
    if not a.text.strip() and not b.text.strip():
        return 0.1
    found = similarity(a.text, b.text)
    return found if found >= LIKE else 0.0


def _by_key(item: Item) -> Hashable:
    return item.kind, item.key


def _by_text(item: Item) -> Hashable:
    return item.kind, item.text


def _elsewhere(
    old: Sequence[Item], new: Sequence[Item], lost: Sequence[int], gained: Sequence[int]
) -> Iterator[tuple[int, int]]:
    """The pairs of items left over that are the same in another place: equal, of equal text, or long and much alike."""
    lost = [i for i in lost if old[i].text.strip() and not old[i].bound]
    gained = [j for j in gained if new[j].text.strip() and not new[j].bound]
    gone: set[int] = set()
    used: set[int] = set()
    for same in (_by_key, _by_text):
        where: dict[Hashable, list[int]] = defaultdict(list)
        for j in gained:
            if j not in used:
                where[same(new[j])].append(j)
        for i in lost:
            if i not in gone and (found := where.get(same(old[i]))):
                gone.add(i)
                used.add(found[0])
                yield i, found.pop(0)
    rest = [i for i in lost if i not in gone and len(old[i].text) >= LONG]
    free = [j for j in gained if j not in used and len(new[j].text) >= LONG]
    if len(rest) * len(free) <= CELLS:
        kinds = ((i, j) for i in rest for j in free if old[i].kind == new[j].kind)
        yield from likest(((similarity(old[i].text, new[j].text), i, j) for i, j in kinds), LIKE_ELSEWHERE)
