"""The chronology of a case: every dated fact, found by one walk over its groups, in order of time."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, time
from typing import TYPE_CHECKING, Any

from msgspec import Struct
from msgspec.structs import replace

from panahat.case.facts import groups
from panahat.moments import AnyDate, Moment, day_of, first_day, last_day
from panahat.problems import Path

if TYPE_CHECKING:
    from panahat.case.models import Case

DAYS = ("day", "partial", "partial_or_unknown", "moment")
"""Kinds of a field that holds a date."""
OWN_WORDS = "what"
"""The text of a group that tells its dated fact in the file's own words."""


class Dated(Struct, frozen=True):
    """A dated fact: the path of its date and the group that bears it.

    `names` say what the date is, the most exact first: «Ruling.served.client», «Service.client». `own`: the group tells it
    in its own words. `unsettled`: the dates do not decide whether it came after everything that stands before it.
    """

    path: Path
    on: AnyDate | Moment
    group: Any
    names: tuple[str, ...]
    own: bool
    unsettled: bool = False


def dated(case: Case) -> list[Dated]:
    """Every dated fact of `case` in order of time: a year before its months, a month before its days, hours where known."""
    told = sorted(_dated(case), key=lambda d: (first_day(d.on), _clock(d.on)))
    latest = date.min
    for n, one in enumerate(told):
        told[n] = replace(one, unsettled=first_day(one.on) < latest)
        latest = max(latest, last_day(one.on))
    return told


def _dated(case: Case) -> Iterator[Dated]:
    """Every dated fact in the order of the schema; an announcement on the day of its act is the act."""
    owners: dict[Path, str] = {}
    for path, shape, group in groups(case):
        owners[path] = shape.name
        own = shape.fields[OWN_WORDS].group == "Text" if OWN_WORDS in shape.fields else False
        above = owners.get(path[:-1], "")
        days = set()
        for field in shape.fields.values():
            on = getattr(group, field.attribute) if field.kind in DAYS else None
            if on is None or (isinstance(on, Moment) and on.day in days):
                continue
            days.add(day_of(on))
            names = (f"{above}.{path[-1]}.{field.key}",) if above else ()
            yield Dated((*path, field.key), on, group, (*names, f"{shape.name}.{field.key}"), own)


def _clock(on: AnyDate | Moment) -> time:
    return on.clock or time.min if isinstance(on, Moment) else time.min
