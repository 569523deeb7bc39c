"""Private marks inside a text while a draft is being written; none survives into a Draft, none can come from a case.

All are from Unicode's private use area, which the case reader refuses. U+E000/E001 belong to act mentions (`law.mentions`).
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from panahat.draft.said import Said, Source

OPEN, KIND, CLOSE = "\ue010", "\ue011", "\ue012"  # one paragraph: OPEN kind KIND text CLOSE
CELL = "\ue013"  # between the cells of a table row
BOLD_ON, BOLD_OFF, ITALIC_ON, ITALIC_OFF = "\ue014", "\ue015", "\ue016", "\ue017"
FROM, TO = "\ue018", "\ue019"  # FROM number TO: the text that follows has the sources of that number

_SOURCE = re.compile(f"{FROM}(\\d+){TO}")
PARAGRAPH = re.compile(f"{OPEN}([^{KIND}]*){KIND}([^{CLOSE}]*){CLOSE}")


class Ledger:
    """Numbers the sources of what Jinja prints, so that each paragraph can be asked for its own."""

    def __init__(self) -> None:
        self._sources: list[frozenset[Source]] = []
        self._numbers: dict[frozenset[Source], int] = {}

    def finalize(self, value: object) -> object:
        """What Jinja prints for `value`: its text, preceded by the mark of its sources."""
        if isinstance(value, Said) and value.sources:
            number = self._numbers.setdefault(value.sources, len(self._sources))
            if number == len(self._sources):
                self._sources.append(value.sources)
            return f"{FROM}{number}{TO}{value}"
        return value

    def take(self, text: str) -> tuple[str, frozenset[Source]]:
        """`text` without marks of sources, and the sources they named."""
        found: set[Source] = set()
        for number in _SOURCE.findall(text):
            found |= self._sources[int(number)]
        return _SOURCE.sub("", text), frozenset(found)


def union(sources: Iterable[frozenset[Source]]) -> frozenset[Source]:
    return frozenset().union(*sources)
