"""A look at the facts that remembers what it saw: every fact read, every fact that was missing, every norm used."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from datetime import date
from typing import Annotated, Any

from msgspec import Struct

from panahat.argue.periods import Periods
from panahat.argue.truth import Truth, every, some
from panahat.law.registry import Law
from panahat.moments import AnyDate, Moment
from panahat.problems import Path
from panahat.records import LANGUAGES, Kind, Names, Refers

Expr = str | Mapping[str, Any]
"""A condition as plain data."""
When = Annotated[Expr, Kind("condition"), Refers(("condition",))]
"""A condition that a description file writes."""
FactPath = Annotated[str, Kind("text"), Refers(("fact",))]
"""The dotted path of a fact of a case file."""
NormKey = Annotated[str, Refers(("norms",))]
ArgumentKey = Annotated[str, Refers(("arguments",))]
WarningKey = Annotated[str, Refers(("warnings", "contradictions", "norms"))]
"""A warning of the law data, or a norm whose own note is one."""
Titles = Annotated[Mapping[str, str], Names(LANGUAGES)]
"""A title in every language."""

Called = Mapping[tuple[str, str], Mapping[str, str]]
"""Titles by language of arguments («carried», id) and of requests («asked», id), for conditions that name them."""

ACT = "act"
"""What conditions and texts call the act that the filing complains of."""


def fixed_day(word: str) -> date | None:
    """The day that a condition writes where a fact may stand: 2026-07-01."""
    try:
        return date.fromisoformat(word)
    except ValueError:
        return None


def of_act(path: Path) -> Path:
    """A path that begins with «act» as one that the schema knows: every act has the fields of a plain one."""
    from panahat.case.engine import shapes

    return (*shapes().plain_act, *path[1:]) if path[:1] == (ACT,) else path


class Condition(Struct, frozen=True):
    """A named condition of `templates/conditions.yaml`: what it says when it holds, by language, and when it does.

    `pair` marks one that sets two dates side by side: «for» or «against» the client («»: it makes no such pair).
    """

    id: str
    holds: Mapping[str, str]
    when: Expr
    pair: str = ""


class Pair(Struct, frozen=True):
    """Two dates of which the first is surely the earlier one, with the facts they come from."""

    earlier: AnyDate | Moment
    later: AnyDate | Moment
    facts: tuple[Path, Path]


class Around(Struct, frozen=True):
    """What conditions look at besides facts and law: named conditions, other arguments, requests, lateness by period.

    `carried` says whether an argument is pleaded, `asked` which requests pleaded arguments support, `late` whether a
    period is over (None: it does not run, or cannot be counted), `binding` which of them make the filing late (None:
    all). `act` is the path of the act complained of, which conditions call «act», and `forum` the kind of body that reads
    the filing («»: none).
    """

    named: Mapping[str, Condition] = {}
    carried: Callable[[str], Truth] = lambda _: None
    asked: Iterable[str] = ()
    late: Mapping[str, Truth] = {}
    binding: Collection[str] | None = None
    act: Path = ()
    forum: str = ""


class Bench(Struct, frozen=True):
    """What tests may consult beside the facts: the law, the day of the filing, the figures for charges, what is around."""

    law: Law
    on: date
    periods: Periods
    around: Around


class Look(Struct):
    """A place in the case file (`node` at `path`) and the record of what was read from there on.

    Calling it with a dotted path gives the fact; None is a fact that is not known, and is recorded as missing.
    """

    node: Any
    bench: Bench
    path: Path = ()
    facts: dict[Path, None] = {}
    missing: dict[Path, None] = {}
    norms: dict[str, None] = {}
    pairs: dict[Pair, None] = {}
    above: Look | None = None

    def __call__(self, dotted: str) -> Any:
        """The fact at `dotted` below this place; None (recorded as missing) if it or a group above it is not known.

        «^.» climbs out of the list item to where the list was looked at; «act.» is the act complained of.
        """
        value = self.glance(dotted)
        if value is None:
            self.lacks(dotted)
        return value

    def glance(self, dotted: str) -> Any:
        """The fact at `dotted`, where the decision does not wait for it: an unknown one is not recorded as missing."""
        place, steps = self._place(dotted)
        value = place.node
        for step in steps:
            value = None if value == "none" else value[step] if isinstance(step, int) else getattr(value, step, None)
            if value is None:
                return None
        self.facts[(*place.path, *steps)] = None
        return value

    def lacks(self, *dotted: str) -> Truth:
        """Records that these facts are not known well enough; None, the answer they allow."""
        self.missing.update(dict.fromkeys(map(self.whole, dotted)))
        return None

    def _place(self, dotted: str) -> tuple[Look, list[str | int]]:
        """The look from which `dotted` goes down, and its steps."""
        place, steps = self, dotted.split(".")
        while steps[0] == "^" and place.above is not None:
            place, steps = place.above, steps[1:]
        if steps[0] == ACT and not place.path and self.bench.around.act:
            return place, [*self.bench.around.act, *steps[1:]]
        return place, [*steps]

    def told(self, dotted: str) -> Any:
        """The fact at `dotted`; an empty list that cannot mean «there are none» is not known."""
        from panahat.case.engine import shapes

        value = self(dotted)
        if value == ():
            at = shapes().field(self.whole(dotted))
            if at is not None and not at.nullable:
                self.lacks(dotted)
                return None
        return value

    def whole(self, dotted: str) -> Path:
        """The whole path of `dotted`."""
        place, steps = self._place(dotted)
        return (*place.path, *steps)

    def again(self) -> Look:
        """A look at the same place with an empty record."""
        return Look(self.node, self.bench, self.path, above=self.above)

    def take(self, other: Look, *, missing: bool) -> None:
        """Takes over what another look recorded."""
        self.facts.update(other.facts)
        self.norms.update(other.norms)
        self.pairs.update(other.pairs)
        if missing:
            self.missing.update(other.missing)

    def each(self, dotted: str) -> list[Look] | None:
        """A fresh look at every item of the list at `dotted`; None (recorded as missing) if the list is not known."""
        items = self(dotted)
        if items is None:
            return None
        at = self.whole(dotted)
        return [Look(item, self.bench, (*at, n), above=self) for n, item in enumerate(items)]

    def last(self, dotted: str) -> Look | None:
        """A look at the last item of the list at `dotted`, recording here; None if the list is not known or empty."""
        items = self(dotted)
        if not items:
            return None
        path = (*self.whole(dotted), len(items) - 1)
        return Look(items[-1], self.bench, path, self.facts, self.missing, self.norms, self.pairs, self)

    def pair(self, earlier: AnyDate | Moment, later: AnyDate | Moment, *dotted: str) -> Truth:
        """Records that one date is earlier than the other, with the facts they come from; True, the answer they allow."""
        first, second = map(self.whole, dotted)
        self.pairs[Pair(earlier, later, (first, second))] = None
        return True

    def norm(self, key: str) -> None:
        """Records that the answer rests on the norm `key`."""
        self.norms[key] = None

    def some(self, items: Iterable[Look], test: Callable[[Look], Truth]) -> Truth:
        """Whether `test` holds for one of `items`; only the items that decided stay on record."""
        return self._weigh(items, test, True)

    def every(self, items: Iterable[Look], test: Callable[[Look], Truth]) -> Truth:
        """Whether `test` holds for all of `items`; only the items that decided stay on record."""
        return self._weigh(items, test, False)

    def _weigh(self, items: Iterable[Look], test: Callable[[Look], Truth], decisive: bool) -> Truth:
        weighed = [(test(look), look) for look in items]
        truth = (some if decisive else every)(t for t, _ in weighed)
        settled = [look for t, look in weighed if t is truth]
        if settled and truth is decisive:
            # A fact about the list as a whole says less than the items that decided.
            for path in [p for p in self.facts if any(look.path[: len(p)] == p for look in settled)]:
                del self.facts[path]
        for look in settled or [look for _, look in weighed]:
            self.take(look, missing=truth is None)
        return truth
