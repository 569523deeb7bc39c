"""Places inside an act as a tree: which articles, which parts of them, in the order of the act.

Equal places fall together, a whole unit swallows its parts, and neighbours stand in the order of the act: 589, 589-1,
590.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from panahat.language.tongues import Branch, Tree
from panahat.law.model import UNITS, Place

Rung = tuple[str, str]
Path = tuple[Rung, ...]
_ROMAN = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}


def tree(places: Iterable[Place], ladder: Sequence[str]) -> Tree:
    """The places as a tree in the order of the act; empty where only the act as a whole is meant.

    `ladder` names the act's levels from the widest in (the keys of `Act.units`): a law has части inside пункты, a code
    пункты inside части. KeyError for a place on a level the act does not have.
    """
    return _grown([_path(place, ladder) for place in places], ladder)


def order(number: str, level: str) -> tuple[tuple[int, str], ...]:
    """What puts numbers in the order of the act: 7 < 11, 589 < 589-1 < 590, 207 < 207.3, II < IV, A < F, «а» < «г»."""
    if level == "article" and re.fullmatch("[IVXLC]+", number):
        return ((_roman(number), ""),)
    return tuple((int(p), "") if p.isdecimal() else (-1, p) for p in re.findall(r"\d+|[^\W\d_]+", number))


def _path(place: Place, ladder: Sequence[str]) -> Path:
    numbers = {level: getattr(place, level) for level in UNITS}
    foreign = [level for level, number in numbers.items() if number is not None and level not in ladder]
    if foreign:
        raise KeyError(foreign[0])
    return tuple((level, numbers[level]) for level in ladder if numbers[level] is not None)


def _grown(paths: Iterable[Path], ladder: Sequence[str]) -> Tree:
    inner: dict[Rung, list[Path]] = {}
    for path in paths:
        if path:
            inner.setdefault(path[0], []).append(path[1:])
    branches = (Branch(*rung, () if () in below else _grown(below, ladder)) for rung, below in inner.items())
    return tuple(sorted(branches, key=lambda b: (ladder.index(b.level), order(b.number, b.level))))


def _roman(number: str) -> int:
    values = [_ROMAN[letter] for letter in number]
    return sum(-v if v < after else v for v, after in zip(values, [*values[1:], 0], strict=True))
