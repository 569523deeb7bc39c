"""Where every key and value of a case file stands."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from panahat.case.shape import VALUE
from panahat.problems import Path

Mark = tuple[int, int]


class Positions:
    """1-based (line, column) of keys and values by path; what is absent stands where its nearest ancestor stands."""

    __slots__ = ("_keys", "_values")

    def __init__(self, keys: Mapping[Path, Mark], values: Mapping[Path, Mark]) -> None:
        self._keys = keys
        self._values = values

    def of(self, path: Path) -> Mark:
        """Place of the key (or list item) at `path`, or of its nearest existing ancestor; (1, 1) for the whole file."""
        return self._nearest(self._keys, path)

    def value(self, path: Path) -> Mark:
        """Place of the value at `path`, or of its nearest existing ancestor."""
        return self._nearest(self._values, path) if path in self._values else self.of(path)

    def lifted(self, marked: Iterable[Path]) -> Positions:
        """The places where every fact of `marked` stands at its own path, and not under «value» below it."""
        keys, values = dict(self._keys), dict(self._values)
        for path in marked:
            below = (*path, VALUE)
            for marks, lifted in ((self._keys, keys), (self._values, values)):
                lifted |= {
                    path + p[len(below) :]: m for p, m in marks.items() if p[: len(below)] == below and p != below
                }
            if below in self._values:
                values[path] = self._values[below]
        return Positions(keys, values)

    def __contains__(self, path: Path) -> bool:
        return path in self._values

    @staticmethod
    def _nearest(marks: Mapping[Path, Mark], path: Path) -> Mark:
        while path and path not in marks:
            path = path[:-1]
        return marks.get(path, (1, 1))
