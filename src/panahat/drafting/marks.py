"""Private marks inside a text while a draft is being written; none survives into a Draft, none can come from a case.

All are from Unicode's private use area, which the case reader refuses. U+E000/E001 belong to act mentions (`law.mentions`).
"""

from __future__ import annotations

import re

from panahat.drafting.figures import figures
from panahat.drafting.traced import Cited, Source, Traced, spoken_source

OPEN, KIND, CLOSE = "\ue010", "\ue011", "\ue012"  # one paragraph: OPEN kind KIND text CLOSE
CELL = "\ue013"  # between the cells of a table row
BOLD_ON, BOLD_OFF, ITALIC_ON, ITALIC_OFF = "\ue014", "\ue015", "\ue016", "\ue017"
FROM, TO = "\ue018", "\ue019"  # FROM number TO: the text that follows has the sources of that number
APART, BACK = "\ue01b", "\ue01c"  # around a citation or a finished passage: figures inside are not counted here

_SOURCE = re.compile(f"{FROM}(\\d+){TO}")
PARAGRAPH = re.compile(f"{OPEN}([^{KIND}]*){KIND}([^{CLOSE}]*){CLOSE}")


class Ledger:
    """Numbers the sources of what Jinja prints, so that each paragraph can be asked for its own."""

    def __init__(self) -> None:
        self._sources: list[frozenset[Source]] = []
        self._numbers: dict[frozenset[Source], int] = {}

    def finalize(self, value: object) -> object:
        """What Jinja prints for `value`: its text, preceded by the mark of its sources."""
        if isinstance(value, Traced) and value.sources:
            finished = any(s.kind == "argument" for s in value.sources)
            sources = value.sources if finished else value.sources | {spoken_source(value)}
            number = self._numbers.setdefault(sources, len(self._sources))
            if number == len(self._sources):
                self._sources.append(sources)
            apart = isinstance(value, Cited) or finished
            return f"{FROM}{number}{TO}{APART}{value}{BACK}" if apart else f"{FROM}{number}{TO}{value}"
        return value

    def take(self, text: str, language: str) -> tuple[str, frozenset[Source]]:
        """`text` without marks, and the sources it named, its own figures among them."""
        found: set[Source] = set()
        for number in _SOURCE.findall(text):
            found |= self._sources[int(number)]
        bare = _SOURCE.sub("", text)
        found |= {Source("figure", f) for f in figures(_ASIDE.sub(" ", bare), language)}
        return bare.replace(APART, "").replace(BACK, ""), frozenset(found)


_ASIDE = re.compile(f"{APART}[^{BACK}]*{BACK}")
