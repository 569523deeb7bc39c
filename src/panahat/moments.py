"""Days as people know them: to the minute, to the day, or to the month or the year only."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, time, timedelta
from typing import NamedTuple, TypeVar

from msgspec import Struct

T = TypeVar("T")


class Moment(NamedTuple):
    """A day of the calendar with its clock time (local time of the case), or without it where that is not known."""

    day: date
    clock: time | None = None

    @property
    def exact(self) -> datetime | None:
        """The moment to the minute; None where the hour is not known."""
        return datetime.combine(self.day, self.clock) if self.clock is not None else None

    def isoformat(self) -> str:
        """As the case file writes it: «2026-01-28 12:00» or «2026-01-28»."""
        return f"{self.day.isoformat()} {self.clock:%H:%M}" if self.clock is not None else self.day.isoformat()


class PartialDate(Struct, frozen=True):
    """A date known to the month or to the year only; one known to the day is a `date`.

    `<`, `>`, `<=` and `>=` hold only where every day it may be makes them hold: where precision does not decide, neither
    a comparison nor its opposite holds.
    """

    year: int
    month: int | None = None

    @property
    def first(self) -> date:
        """The earliest day it may be."""
        return date(self.year, self.month or 1, 1)

    @property
    def last(self) -> date:
        """The latest day it may be."""
        return month_end(self.year, self.month or 12)

    def isoformat(self) -> str:
        """As the case file writes it: «2023-05» or «2023»."""
        return f"{self.year:04}-{self.month:02}" if self.month else f"{self.year:04}"

    __str__ = isoformat

    def __lt__(self, other: AnyDate) -> bool:
        return self.last < first_day(other)

    def __le__(self, other: AnyDate) -> bool:
        return self.last <= first_day(other)

    def __gt__(self, other: AnyDate) -> bool:
        return self.first > last_day(other)

    def __ge__(self, other: AnyDate) -> bool:
        return self.first >= last_day(other)


AnyDate = date | PartialDate


def month_end(year: int, month: int) -> date:
    """The last day of a month."""
    if month == 12:
        return date(year, 12, 31)
    return date(year, month + 1, 1) - timedelta(days=1)


def day_of(value: date | Moment) -> date:
    """The day of a date or of a moment."""
    return value.day if isinstance(value, Moment) else value


def first_day(value: AnyDate | Moment) -> date:
    """The earliest day that `value` may be."""
    return value.first if isinstance(value, PartialDate) else _day(value)


def last_day(value: AnyDate | Moment) -> date:
    """The latest day that `value` may be."""
    return value.last if isinstance(value, PartialDate) else _day(value)


def span(value: AnyDate | Moment) -> tuple[datetime, datetime]:
    """The earliest and the latest minute that `value` may be; the end of a day is the first minute of the next."""
    exact = value.exact if isinstance(value, Moment) else value if isinstance(value, datetime) else None
    if exact is not None:
        return exact, exact
    return datetime.combine(first_day(value), time()), datetime.combine(last_day(value), time()) + timedelta(days=1)


def _day(value: date | Moment) -> date:
    day = day_of(value)
    return day.date() if isinstance(day, datetime) else day


def in_time(dated: Iterable[tuple[AnyDate | None, T]]) -> list[T]:
    """The things in order of time: a year stands before its months, a month before its days, equal ones as they came.

    What has no date stays behind what it was told after.
    """
    keyed: list[tuple[date, T]] = []
    for when, thing in dated:
        keyed.append((first_day(when) if when is not None else keyed[-1][0] if keyed else date.min, thing))
    return [thing for _, thing in sorted(keyed, key=lambda pair: pair[0])]
