"""Which paragraph of one text is which of another: equal, changed, moved, or only in one of them.

Equal paragraphs in order come first (a longest common subsequence); between them the most similar are paired in order;
what is left over is looked for elsewhere, as moved.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

LIKE = 0.5
"""How similar two paragraphs in the same place must be to count as one that was changed."""

LIKE_ELSEWHERE = 0.75
"""How similar a paragraph in another place must be to count as moved and changed."""

LONG = 30
"""Characters from which a paragraph can be recognised in another place; shorter ones (dates, numbers) repeat."""

CELLS = 60_000  # pairs compared one with another in one gap; a bigger gap is first divided
_NEAR = 40  # how far apart two paragraphs of an undivided big gap may stand


@dataclass(frozen=True, slots=True)
class Pair:
    """One paragraph by its index in the old and in the new text (None where it is not there); `moved` out of order."""

    old: int | None
    new: int | None
    moved: bool = False


def align(old: Sequence[str], new: Sequence[str]) -> list[Pair]:
    """Every paragraph of both texts once, in the order of the new text, removed ones where they stood."""
    matched = dict(_in_order(old, new))
    lost = [i for i in range(len(old)) if i not in matched]
    taken = set(matched.values())
    elsewhere = dict(_elsewhere(old, new, lost, [j for j in range(len(new)) if j not in taken]))
    return _listed(len(old), len(new), matched, elsewhere)


def similarity(a: str, b: str) -> float:
    """How alike two texts are, by words, or by letters where they are short, capitals
    aside: 1 equal, 0 nothing in common."""
    from rapidfuzz.distance import Indel

    a, b = a.lower(), b.lower()
    if len(a) < LONG or len(b) < LONG:
        return float(Indel.normalized_similarity(a, b, score_cutoff=LIKE))
    return float(Indel.normalized_similarity(a.split(), b.split(), score_cutoff=LIKE))


def alike_at_ends(a: str, b: str) -> bool:
    """Whether the equal beginnings and ends of two texts alone make them alike."""
    return 2 * sum(common(a, b)) >= LIKE * (len(a) + len(b))


def _in_order(old: Sequence[str], new: Sequence[str]) -> Iterator[tuple[int, int]]:
    for a, b, c, d, equal in opcodes(old, new):
        if equal:
            yield from zip(range(a, b), range(c, d), strict=True)
        elif a < b and c < d:
            yield from _gap(old, new, range(a, b), range(c, d))


def common(old: Sequence[str], new: Sequence[str]) -> tuple[int, int]:
    """How many items are equal at the beginning, and how many of the rest at the end."""
    most = min(len(old), len(new))
    start = next((n for n in range(most) if old[n] != new[n]), most)
    end = next((n for n in range(most - start) if old[-1 - n] != new[-1 - n]), most - start)
    return start, end


def opcodes(old: Sequence[str], new: Sequence[str]) -> Iterator[tuple[int, int, int, int, bool]]:
    """(start and end in old, start and end in new, whether equal), in order, equal and other stretches by turns.

    The equal items are a longest common subsequence; what is equal at both ends is taken off first.
    """
    start, end = common(old, new)
    if start:
        yield 0, start, 0, start, True
    a, b, c, d = start, len(old) - end, start, len(new) - end
    if a < b and c < d and max(b - a, d - c) > 1:
        yield from _between(old[a:b], new[c:d], start)
    elif a < b or c < d:
        yield a, b, c, d, False
    if end:
        yield b, len(old), d, len(new), True


def _between(old: Sequence[str], new: Sequence[str], offset: int) -> Iterator[tuple[int, int, int, int, bool]]:
    """The same of two stretches that begin and end differently, `offset` items into both."""
    from rapidfuzz.distance import LCSseq

    waiting: tuple[int, int, int, int] | None = None
    for op in LCSseq.opcodes(list(old), list(new)):
        a, b, c, d = (n + offset for n in (op.src_start, op.src_end, op.dest_start, op.dest_end))
        if op.tag == "equal":
            if waiting:
                yield (*waiting, False)
            waiting = None
            yield a, b, c, d, True
        else:
            waiting = (waiting[0], b, waiting[2], d) if waiting else (a, b, c, d)
    if waiting:
        yield (*waiting, False)


def _gap(old: Sequence[str], new: Sequence[str], left: range, right: range) -> Iterator[tuple[int, int]]:
    """The pairs of similar paragraphs inside one gap, in order, with the greatest likeness together."""
    if len(left) * len(right) > CELLS:
        yield from _divided(old, new, left, right)
        return
    if len(left) == len(right) == 1:
        if alike_at_ends(old[left[0]], new[right[0]]) or similarity(old[left[0]], new[right[0]]) >= LIKE:
            yield left[0], right[0]
        return
    yield from most_alike(left, right, lambda i, j: _liked(old[i], new[j]))


def most_alike(left: range, right: range, alike: Callable[[int, int], float]) -> Iterator[tuple[int, int]]:
    """The pairs of a gap, in order, with the greatest likeness together; `alike` is 0 for what is no pair."""
    width = len(right)
    likeness = [[alike(i, j) for j in right] for i in left]
    best = [[0.0] * (width + 1) for _ in range(len(left) + 1)]
    for i in range(len(left) - 1, -1, -1):
        row, below = best[i], best[i + 1]
        for j in range(width - 1, -1, -1):
            top = max(below[j], row[j + 1])
            row[j] = max(top, likeness[i][j] + below[j + 1]) if likeness[i][j] else top
    i = j = 0
    while i < len(left) and j < width:
        if best[i][j] == best[i + 1][j]:
            i += 1
        elif best[i][j] == best[i][j + 1]:
            j += 1
        else:
            yield left[i], right[j]
            i, j = i + 1, j + 1


def nearby(left: range, right: range, alike: Callable[[int, int], float]) -> Iterator[tuple[int, int]]:
    """The pairs of a gap too big to compare all with all: each with the first like it among the next ones."""
    at = 0
    for i in left:
        window = right[at : at + _NEAR]
        found = next((j for j in window if alike(i, j)), None)
        if found is not None:
            yield i, found
            at = found - right[0] + 1


def likest(pairs: Iterable[tuple[float, int, int]], least: float = LIKE_ELSEWHERE) -> Iterator[tuple[int, int]]:
    """Of (likeness, i, j) those alike enough to have changed places, the likest first, each item once."""
    gone: set[int] = set()
    used: set[int] = set()
    for _, i, j in sorted((p for p in pairs if p[0] >= least), key=lambda p: (-p[0], p[1:])):
        if i not in gone and j not in used:
            gone.add(i)
            used.add(j)
            yield i, j


def _liked(a: str, b: str) -> float:
    found = similarity(a, b)
    return found if found >= LIKE else 0.0


def _divided(old: Sequence[str], new: Sequence[str], left: range, right: range) -> Iterator[tuple[int, int]]:
    """The pairs of a big gap: paragraphs that begin alike divide it; what no beginning divides is paired nearby."""
    for a, b, c, d, equal in opcodes([old[i][:40] for i in left], [new[j][:40] for j in right]):
        here, there = left[a:b], right[c:d]
        if equal:
            yield from zip(here, there, strict=True)
        elif len(here) * len(there) <= CELLS:
            yield from _gap(old, new, here, there)
        else:
            yield from nearby(here, there, lambda i, j: _liked(old[i], new[j]))


def _elsewhere(
    old: Sequence[str], new: Sequence[str], lost: Sequence[int], gained: Sequence[int]
) -> Iterator[tuple[int, int]]:
    """The pairs of paragraphs left over that are the same in another place."""
    where: dict[str, list[int]] = defaultdict(list)
    for j in gained:
        where[new[j]].append(j)
    used: set[int] = set()
    rest: list[int] = []
    for i in lost:
        if len(old[i]) >= LONG and where[old[i]]:
            j = where[old[i]].pop(0)
            used.add(j)
            yield i, j
        elif len(old[i]) >= LONG:
            rest.append(i)
    free = [j for j in gained if j not in used and len(new[j]) >= LONG]
    if len(rest) * len(free) <= CELLS:
        yield from likest((similarity(old[i], new[j]), i, j) for i in rest for j in free)


def _listed(olds: int, news: int, matched: dict[int, int], elsewhere: dict[int, int]) -> list[Pair]:
    """All pairs in the order of the new text; what is gone stands before what came in its place."""
    origin = {j: i for i, j in matched.items()}
    moved = {j: i for i, j in elsewhere.items()}
    following, ends = olds, [0] * news
    for j in range(news - 1, -1, -1):
        following = ends[j] = origin.get(j, following)
    out: list[Pair] = []
    at = 0
    for j in range(news):
        out += [Pair(i, None) for i in range(at, ends[j]) if i not in elsewhere]
        at = max(at, ends[j])
        if j in origin:
            out.append(Pair(origin[j], j))
            at = origin[j] + 1
        else:
            out.append(Pair(moved.get(j), j, moved=j in moved))
    return [*out, *(Pair(i, None) for i in range(at, olds) if i not in elsewhere)]
