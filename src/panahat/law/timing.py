"""Periods, the rules by which they are counted, and the calendar of days off."""

from collections.abc import Mapping, Sequence
from datetime import date
from functools import cached_property
from typing import Annotated, Literal

from panahat.law.model import ActKey, Confidence, NormKey, Place, SourceKey
from panahat.records import Key, Names, Record, Refers, Some, Words, Written

Unit = Literal["hours", "days", "calendar-days", "working-days", "months", "years", "named-day"]
"""days: сутки; calendar-days: календарные дни; named-day: a day that a ruling names, so there is nothing to count."""


class Deadline(Record):
    """One period: what starts it, how long it runs, by which rule, under which norm, and who must keep it.

    `direction` is «after» the event, or «before» (the act must be done no later than this long before the event).
    `safe_counts_first_day`: whether the day of the event counts is disputed for this period, so the safe day counts it.
    `length` is None for a named day.
    """

    key: Key
    event: Words
    length: int | None
    unit: Unit
    safe_counts_first_day: bool = False
    direction: Literal["after", "before"] = "after"
    keeper: Literal["applicant", "authority"]
    rule: Annotated[str, Refers(("counting",))]
    norm: NormKey
    places: Some[Place] = ()
    how: str | None = None
    note: str | None = None
    checked_on: date
    verify_before_use: bool = False


class CountingRule(Record):
    """How a code counts.

    `skip_first_day`: the day (hour) of the event is not counted. `nonworking_included`: days off inside the period
    count (working-days periods never count them). `roll`: a last day that is a day off moves to the next working day.
    `safe_counts_every_day`: the safe day is counted as if days off inside counted, because the rule's text is disputed.
    `safe_counts_first_day`: it is counted as if the day of the event counted too, because no text says that it does not.
    `norms` maps each statement to the keys of the norms that say it. `disputed` says why a careful lawyer must not rely
    on the rule's more generous reading.
    """

    key: Key
    act: ActKey | None = None
    title: Words
    skip_first_day: bool
    nonworking_included: bool
    roll: bool
    safe_counts_every_day: bool = False
    safe_counts_first_day: bool = False
    norms: Annotated[
        Mapping[str, Some[NormKey]],
        Names(("start", "inside", "end", "roll", "filing", "missed", "restoration"), ()),
    ]
    start: Words
    inside: Words = Words()
    end: Words = Words()
    filing: Words = Words()
    restoration: Words = Words()
    disputed: Words = Words()
    edition: str | None = None
    seen_until: date | None = None
    confidence: Confidence
    checked_on: date
    sources: Some[SourceKey]


class DayOff(Record):
    """A day off that is no ordinary Saturday or Sunday (or a holiday that falls on one).

    `estimated`: the day follows the lunar calendar and has not been announced yet.
    """

    on: Annotated[date, Written("date")]
    kind: Literal["national", "state", "religious", "transferred"]
    name: Words
    moved_from: date | None = None
    moved_by: Literal["law", "government", "labour-authority"] | None = None
    confidence: Confidence
    estimated: bool = False
    note: str | None = None
    sources: Some[SourceKey]


class WorkingWeekend(Record):
    """A Saturday or Sunday that is worked, because its rest was moved."""

    on: Annotated[date, Written("date")]
    moved_to: date
    act: str
    confidence: Confidence
    note: str | None = None
    sources: Some[SourceKey]


class NoDayOff(Record):
    """A day that is often taken for a day off and is none."""

    on: Annotated[date, Written("date")]
    why: Words
    sources: Some[SourceKey]


class Year(Record):
    """The days off of one year, for the five-day week.

    `complete`: all days off that law and orders give are in. `orders`: «closed» when the year is over, «open» while an
    order moving a day of rest may still come; `orders_seen_through` is then the last day for which orders were sought.
    """

    year: int
    complete: bool
    orders: Literal["closed", "open"]
    orders_seen_through: date | None = None
    checked_on: date
    note: str | None = None
    missing: Some[str] = ()
    conflicts: Some[str] = ()
    days_off: Some[DayOff]
    working_weekends: Sequence[WorkingWeekend]
    not_days_off: Sequence[NoDayOff] = ()
    sources: Some[SourceKey]

    @cached_property
    def off(self) -> Mapping[date, DayOff]:
        """The days off by their dates."""
        return {day.on: day for day in self.days_off}

    @cached_property
    def worked(self) -> frozenset[date]:
        """The Saturdays and Sundays that are worked."""
        return frozenset(day.on for day in self.working_weekends)

    def is_working(self, on: date) -> bool:
        """Whether `on`, a day of this year, is a working day."""
        return on not in self.off and (on.weekday() < 5 or on in self.worked)
