"""The steps of a count, each naming the norms it follows; working days, days off, and the years they rest on."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, datetime, timedelta
from typing import Any

from msgspec import Struct

from panahat.law.codes import CALENDAR_INCOMPLETE, CALENDAR_OPEN, NO_CALENDAR
from panahat.law.registry import Law
from panahat.law.timing import Year
from panahat.messages import N_, Translator
from panahat.problems import Problem
from panahat.records import Words

SAYINGS: Mapping[str, str] = {
    "event": N_("{first}: the event; this day is not counted"),
    "event-hour": N_("{first}: the event; the current hour is not counted"),
    "event-counted": N_("{first}: the event; the period begins with it"),
    "named": N_("{first}: the day the ruling names; act before it"),
    "every-day": N_("{first} is day 1, {last} is day {n}; days off are counted"),
    "working-days": N_("{first} is day 1, {last} is day {n}; only working days are counted"),
    "passed": N_("{first}–{last}: days off, not counted ({why})"),
    "hours": N_("counted in hours ({n}): from {first} to {last}"),
    "months": N_("counted in months ({n}): the same day of the last month is {last}"),
    "months-short": N_("counted in months ({n}): the last month has no such day, so its last day, {last}"),
    "inclusive": N_("the first day is counted, so the period ends one day earlier: {last}"),
    "literal": N_("another reading keeps the same day of the last month, {last}; the earlier day protects the person"),
    "back": N_("counted back from {first}: no later than {last}"),
    "end": N_("the period ends at 24:00 on {last}"),
    "roll": N_("{first} is a day off ({why}): the last day moves to {last}"),
    "working-weekend": N_("{first} was made a working day by order: the last day does not move"),
    "no-roll": N_("{first} is a day off ({why}); this period does not move"),
    "cautious": N_("counting every day, as is cautious here: {last} is day {n}"),
    "safe": N_("timely under every reading: {last}, the last ordinary working day"),
    "safe-hour": N_("timely under every reading: until {last}"),
    "safe-end": N_("over under every reading: {last}, whatever day of the week"),
    "safe-first": N_("timely under every reading: only {last}, the day of the event itself"),
}
_WEEKDAYS = (N_("Mon"), N_("Tue"), N_("Wed"), N_("Thu"), N_("Fri"), N_("Sat"), N_("Sun"))
_WEEKEND = N_("Saturday or Sunday")


class Step(Struct, frozen=True):
    """One step: its `kind` (a key of SAYINGS), the days it speaks of, how many, why, and by which norms.

    `why` names the holidays; an empty Words among them is a plain Saturday or Sunday.
    """

    kind: str
    first: date | None = None
    last: date | None = None
    n: int | None = None
    why: tuple[Words, ...] = ()
    norms: tuple[str, ...] = ()

    def say(self, tr: Translator, language: str = "ru") -> str:
        """The step as a sentence in the user's language; holidays by their names in `language`, else in Russian."""
        return tr(SAYINGS[self.kind]).format(
            first=self.first and spoken(self.first, tr),
            last=self.last and spoken(self.last, tr),
            n=self.n,
            why=", ".join(getattr(w, language, None) or w.ru or tr(_WEEKEND) for w in self.why),
        )

    def as_dict(self) -> dict[str, Any]:
        """The step for programs: kind, first, last, n, why (Russian names), norms."""
        return {
            "kind": self.kind,
            "first": self.first and self.first.isoformat(),
            "last": self.last and self.last.isoformat(),
            "n": self.n,
            "why": [w.ru for w in self.why],
            "norms": list(self.norms),
        }


def spoken(on: date, tr: Translator) -> str:
    """A day as people write it: «08.02.2026 (вс)», with the hour where there is one."""
    hour = f" {on:%H:%M}" if isinstance(on, datetime) else ""
    return f"{on:%d.%m.%Y}{hour} ({tr(_WEEKDAYS[on.weekday()])})"


ONE = timedelta(days=1)


class Off(Struct, frozen=True):
    """A day off and the name of its holiday; `name` is None on a plain Saturday or Sunday."""

    on: date
    name: Words | None


class Workdays:
    """The calendar as one count reads it; remembers every year it was asked about, and the last day in it."""

    def __init__(self, law: Law) -> None:
        self._law = law
        self._years: dict[int, Year | None] = {}
        self._latest: dict[int, date] = {}

    def off(self, on: date) -> Off | None:
        """Why `on` is a day off; None for a working day. In a year without a calendar only the week decides."""
        if on.year not in self._years:
            self._years[on.year] = self._law.calendar(on.year)
        self._latest[on.year] = max(on, self._latest.get(on.year, on))
        year = self._years[on.year]
        if year and on in year.off:
            return Off(on, year.off[on].name)
        moved = year is not None and on in year.worked
        return Off(on, None) if on.weekday() > 4 and not moved else None

    def ordinary(self, on: date) -> bool:
        """Whether `on` is a working day that no order had to make one."""
        return self.off(on) is None and on.weekday() < 5

    def working_from(self, on: date) -> date:
        """The first working day that is `on` or later."""
        while self.off(on):
            on += ONE
        return on

    def working_until(self, on: date) -> date:
        """The last working day that is `on` or earlier."""
        while self.off(on):
            on -= ONE
        return on

    def ordinary_until(self, on: date) -> date:
        """The last ordinary working day that is `on` or earlier."""
        while not self.ordinary(on):
            on -= ONE
        return on

    def offs(self, first: date, last: date) -> Iterator[Off]:
        """The days off from `first` to `last`, both included."""
        while first <= last:
            if off := self.off(first):
                yield off
            first += ONE

    def problems(self) -> Iterator[Problem]:
        """What is wrong with the years the answer rests on."""
        for number, year in sorted(self._years.items()):
            facts = {"year": str(number)}
            if year is None:
                yield Problem(NO_CALENDAR, facts=facts)
                continue
            if not year.complete:
                yield Problem(CALENDAR_INCOMPLETE, facts=facts)
            seen = year.orders_seen_through
            if year.orders == "open" and (seen is None or self._latest[number] > seen):
                yield Problem(CALENDAR_OPEN, facts=facts)
