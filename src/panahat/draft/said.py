"""Words that remember where they come from: the facts, norms, annexes and arguments behind a printed text."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Literal, Self

Kind = Literal["fact", "norm", "annex", "argument", "figure"]


@dataclass(frozen=True, slots=True, order=True)
class Source:
    """One origin of words: a fact by its path («asylum[0].status»), a norm or annex by its key, an argument's paragraph.

    A figure is a number or month that the words name outside citations, for the comparison of two languages.
    """

    kind: Kind
    name: str


class Said(str):
    """A text with its sources; everywhere else it is a plain `str`."""

    __slots__ = ("sources",)
    sources: frozenset[Source]

    def __new__(cls, text: str, sources: Iterable[Source] = ()) -> Self:
        said = super().__new__(cls, text)
        said.sources = frozenset(sources)
        return said

    def again(self, text: str) -> Said:
        """`text` with the sources of this one: what a filter makes of it."""
        return Said(text, self.sources)


class Cited(Said):
    """A citation of norms or decisions: its figures are compared by key, not by digit."""

    __slots__ = ()

    def again(self, text: str) -> Cited:
        return Cited(text, self.sources)


def plain(value: Any) -> Any:
    """`value` with every `Said` as plain `str`: what the document engine may see."""
    if isinstance(value, dict):
        return {k: plain(v) for k, v in value.items()}
    if isinstance(value, list):
        return [plain(v) for v in value]
    return str.__str__(value) if isinstance(value, Said) else value
