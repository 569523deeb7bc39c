"""A look at the facts that remembers what it saw: every fact read, every fact that was missing, every norm used."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, Any

from panahat.argue.truth import Truth, every, some
from panahat.problems import Path

if TYPE_CHECKING:
    from panahat.argue.periods import Periods
    from panahat.law import Law


@dataclass(frozen=True, slots=True)
class Bench:
    """What tests may consult beside the facts: the law, the figures for charges, the day of the filing."""

    law: Law
    on: date
    periods: Periods


@dataclass(slots=True)
class Look:
    """A place in the case file (`node` at `path`) and the record of what was read from there on.

    Calling it with a dotted path gives the fact; None is a fact that is not known, and is recorded as missing.
    """

    node: Any
    bench: Bench
    path: Path = ()
    facts: dict[Path, None] = field(default_factory=dict)
    missing: dict[Path, None] = field(default_factory=dict)
    norms: dict[str, None] = field(default_factory=dict)

    def __call__(self, dotted: str) -> Any:
        """The fact at `dotted` below this place; None (recorded as missing) if it or a group above it is not known."""
        value = self.glance(dotted)
        if value is None:
            self.missing[self.path + tuple(dotted.split("."))] = None
        return value

    def glance(self, dotted: str) -> Any:
        """The fact at `dotted`, where the decision does not wait for it: an unknown one is not recorded as missing."""
        value = self.node
        for step in dotted.split("."):
            value = getattr(value, step)
            if value is None:
                return None
        self.facts[self.path + tuple(dotted.split("."))] = None
        return value

    def each(self, dotted: str) -> list[Look] | None:
        """A fresh look at every item of the list at `dotted`; None (recorded as missing) if the list is not known."""
        items = self(dotted)
        if items is None:
            return None
        return [Look(item, self.bench, (*self.path, *dotted.split("."), n)) for n, item in enumerate(items)]

    def last(self, dotted: str) -> Look | None:
        """A look at the last item of the list at `dotted`, recording here; None if the list is not known or empty."""
        items = self(dotted)
        if not items:
            return None
        path = (*self.path, *dotted.split("."), len(items) - 1)
        return Look(items[-1], self.bench, path, self.facts, self.missing, self.norms)

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
            self.facts.update(look.facts)
            self.norms.update(look.norms)
            if truth is None:
                self.missing.update(look.missing)
        return truth
