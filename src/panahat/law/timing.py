"""Periods, the rules by which they are counted, and the calendar of days off."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Literal

from msgspec import Struct

from panahat.law.model import Confidence, Place, Raw, Words, day

Unit = Literal["hours", "days", "calendar-days", "working-days", "months", "years", "named-day"]
"""days: сутки; calendar-days: календарные дни; named-day: a day that a ruling names, so there is nothing to count."""


class Deadline(Struct, frozen=True):
    """One period: what starts it, how long it runs, by which rule, under which norm, and who must keep it.

    `direction` is «after» the event, or «before» (the act must be done no later than this long before the event).
    `length` is None for a named day.
    """

    key: str
    event: Words
    length: int | None
    unit: Unit
    direction: Literal["after", "before"]
    keeper: Literal["applicant", "authority"]
    rule: str
    norm: str
    places: Sequence[Place]
    how: str | None
    note: str | None
    checked_on: date
    verify_before_use: bool

    @classmethod
    def of(cls, raw: Raw) -> Deadline:
        return cls(
            raw["key"],
            Words.of(raw["event"]),
            raw.get("length"),
            raw["unit"],
            raw.get("direction", "after"),
            raw["keeper"],
            raw["rule"],
            raw["norm"],
            tuple(Place.of(p) for p in raw.get("places", ())),
            raw.get("how"),
            raw.get("note"),
            date.fromisoformat(raw["checked_on"]),
            raw.get("verify_before_use", False),
        )


class CountingRule(Struct, frozen=True):
    """How a code counts.

    `skip_first_day`: the day (hour) of the event is not counted. `nonworking_included`: days off inside the period
    count (working-days periods never count them). `roll`: a last day that is a day off moves to the next working day.
    `safe_counts_every_day`: the safe day is counted as if days off inside counted, because the rule's text is disputed.
    `norms` maps each statement (start, inside, end, roll, filing, restoration) to the keys of the norms that say it.
    `disputed` says why a careful lawyer must not rely on the rule's more generous reading.
    """

    key: str
    act: str | None
    title: Words
    skip_first_day: bool
    nonworking_included: bool
    roll: bool
    safe_counts_every_day: bool
    norms: Mapping[str, Sequence[str]]
    start: Words
    inside: Words
    end: Words
    filing: Words
    restoration: Words
    disputed: Words
    edition: str | None
    seen_until: date | None
    confidence: Confidence
    checked_on: date
    sources: Sequence[str]

    @classmethod
    def of(cls, raw: Raw) -> CountingRule:
        return cls(
            raw["key"],
            raw.get("act"),
            Words.of(raw["title"]),
            raw["skip_first_day"],
            raw["nonworking_included"],
            raw["roll"],
            raw.get("safe_counts_every_day", False),
            raw["norms"],
            Words.of(raw["start"]),
            Words.of(raw.get("inside")),
            Words.of(raw.get("end")),
            Words.of(raw.get("filing")),
            Words.of(raw.get("restoration")),
            Words.of(raw.get("disputed")),
            raw.get("edition"),
            day(raw.get("seen_until")),
            raw["confidence"],
            date.fromisoformat(raw["checked_on"]),
            raw.get("sources", ()),
        )


class DayOff(Struct, frozen=True):
    """A day off that is no ordinary Saturday or Sunday (or a holiday that falls on one).

    `estimated`: the day follows the lunar calendar and has not been announced yet.
    """

    on: date
    kind: Literal["national", "state", "religious", "transferred"]
    name: Words
    moved_from: date | None
    estimated: bool
    confidence: Confidence
    note: str | None

    @classmethod
    def of(cls, raw: Raw) -> DayOff:
        return cls(
            date.fromisoformat(raw["date"]),
            raw["kind"],
            Words.of(raw["name"]),
            day(raw.get("moved_from")),
            raw.get("estimated", False),
            raw["confidence"],
            raw.get("note"),
        )


class Year(Struct, frozen=True):
    """The days off of one year, for the five-day week.

    `complete`: all days off that law and orders give are in. `orders`: «closed» when the year is over, «open» while an
    order moving a day of rest may still come; `orders_seen_through` is then the last day for which orders were sought.
    """

    year: int
    complete: bool
    orders: Literal["closed", "open"]
    orders_seen_through: date | None
    days_off: Mapping[date, DayOff]
    working_weekends: frozenset[date]
    note: str | None

    @classmethod
    def of(cls, raw: Raw) -> Year:
        days = [DayOff.of(d) for d in raw["days_off"]]
        return cls(
            raw["year"],
            raw["complete"],
            raw["orders"],
            day(raw.get("orders_seen_through")),
            {d.on: d for d in days},
            frozenset(date.fromisoformat(d["date"]) for d in raw["working_weekends"]),
            raw.get("note"),
        )

    def is_working(self, on: date) -> bool:
        """Whether `on`, a day of this year, is a working day."""
        if on in self.days_off:
            return False
        return on.weekday() < 5 or on in self.working_weekends
