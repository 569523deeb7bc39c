"""A moment as people know it: the day, and the hour and minute where somebody looked at the clock."""

from __future__ import annotations

from datetime import date, datetime, time
from typing import NamedTuple


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


def day_of(value: date | Moment) -> date:
    """The day of a date or of a moment."""
    return value.day if isinstance(value, Moment) else value
