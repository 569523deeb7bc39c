"""Paragraphs that were split or joined around a conflict and so belong to it: they are accepted or rejected with it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from panahat.review.merging.planning import Act
from panahat.review.merging.reading import Block

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
