"""Words that remember where they come from: the facts, norms, annexes and arguments behind a printed text."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal, Self

from msgspec import Struct

from panahat.law.mentions import OPEN

Kind = Literal["fact", "norm", "annex", "argument", "figure", "words"]


class Source(Struct, frozen=True, order=True):
    """One origin of words: a fact by its path («asylum[0].status»), a norm or annex by its key, an argument's paragraph.

    A figure is a number or month that the words name outside citations, for the comparison of two languages. Words are a
    printed text with its own facts, norms and annexes (see `Spoken`), so that a change of words can name its cause.
    """

    kind: Kind
    name: str


def annex_of(name: str) -> str:
    """The id of the annex that a source of that name leads to: «ruling» of «ruling:4-6»."""
    return name.partition(":")[0]


class Traced(str):
    """A text with its sources; everywhere else it is a plain `str`."""

    __slots__ = ("sources",)
    sources: frozenset[Source]

    def __new__(cls, text: str, sources: Iterable[Source] = ()) -> Self:
        said = super().__new__(cls, text)
        said.sources = frozenset(sources)
        return said

    def again(self, text: str) -> Traced:
        """`text` with the sources of this one: what a filter makes of it."""
        return Traced(text, self.sources)


class Cited(Traced):
    """A citation of norms or decisions: its figures are compared by key, not by digit."""

    __slots__ = ()

    def again(self, text: str) -> Cited:
        return Cited(text, self.sources)


class Spoken(Struct, frozen=True, order=True):
    """A text as it was printed in a paragraph, and the facts, norms and annexes behind it as (kind, name)."""

    text: str
    sources: tuple[tuple[str, str], ...]


_BETWEEN, _INSIDE = "\x1e", "\x1f"


def spoken_source(said: Traced) -> Source:
    """The words of `said` as a source of their own."""
    behind = sorted(f"{s.kind}{_INSIDE}{s.name}" for s in said.sources if s.kind in ("fact", "norm", "annex"))
    return Source("words", _BETWEEN.join([str(said), *behind]))


def spoken(name: str) -> Spoken:
    """What a source of words says; of a citation, the places before the first name of an act."""
    text, *behind = name.split(_BETWEEN)
    text = text.partition(OPEN)[0].strip()
    return Spoken(text, tuple((kind, key) for kind, _, key in (b.partition(_INSIDE) for b in behind)))
