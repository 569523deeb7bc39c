"""Working days and days off, and which years of the calendar an answer rests on.

A day off is a Saturday, a Sunday, a holiday or a day of rest moved by law or order; a Saturday or Sunday whose rest
was moved away is a working day (Labour Code, art. 84, 85). The codes leave «нерабочий день» undefined: this is the
reading of the law data, for the five-day week.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import TYPE_CHECKING, NamedTuple

from panahat.law.codes import CALENDAR_INCOMPLETE, CALENDAR_OPEN, NO_CALENDAR
from panahat.law.model import Words
from panahat.problems import Problem

if TYPE_CHECKING:
    from panahat.law.registry import Law
    from panahat.law.timing import Year

ONE = timedelta(days=1)


class Off(NamedTuple):
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
        if year and on in year.days_off:
            return Off(on, year.days_off[on].name)
        moved = year is not None and on in year.working_weekends
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
