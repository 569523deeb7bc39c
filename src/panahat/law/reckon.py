"""From an event to the last day, step by step, by the rule of one code.

Four ways to read a length: hours, every day, working days, months. The unrolled last day is where the length ends; the
due day is where the code's roll puts it; the safe day is the last ordinary working day that is in time under every
reading.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, datetime, timedelta

from msgspec import Struct

from panahat.law.timing import CountingRule, Deadline
from panahat.law.workdays import ONE, Off, Step, Workdays
from panahat.moments import month_end
from panahat.records import Words


class Reckoning(Struct, frozen=True):
    """The days a count came to, why the due day moved, and the steps."""

    first_day: date
    unrolled: date
    due: date
    safe: date
    moved_by: tuple[Off, ...]
    steps: tuple[Step, ...]


def reckon(deadline: Deadline, rule: CountingRule, start: date, days: Workdays) -> Reckoning:
    """The period that `start` sets running; `start` is a datetime exactly where the period runs in hours."""
    if deadline.unit == "named-day" or deadline.direction == "before":
        return _before(deadline, rule, start, days)
    if isinstance(start, datetime):
        return _hours(deadline, rule, start)
    if deadline.unit == "working-days" or (deadline.unit == "days" and not rule.nonworking_included):
        return _working_days(deadline, rule, start, days)
    return _every_day(deadline, rule, start, days)


def months_after(on: date, months: int) -> date:
    """The same day `months` later (earlier if negative), or the last day of a month that has no such day."""
    year, month = divmod(on.year * 12 + on.month - 1 + months, 12)
    return on.replace(year=year, month=month + 1, day=min(on.day, month_end(year, month + 1).day))


def _every_day(deadline: Deadline, rule: CountingRule, start: date, days: Workdays) -> Reckoning:
    """Days, months and years, days off included (CPC art. 48 part 3, 4; CCP art. 122, 123)."""
    first = start + ONE if rule.skip_first_day else start
    steps = [_event(rule, start)]
    length = _length(deadline)
    if deadline.unit in ("months", "years"):
        months = length * (12 if deadline.unit == "years" else 1)
        unrolled = months_after(start, months)
        kind = "months" if unrolled.day == start.day else "months-short"
        steps.append(Step(kind, last=unrolled, n=months, norms=_norms(rule, "end")))
        if not rule.skip_first_day:
            literal, unrolled = unrolled, unrolled - ONE
            steps.append(Step("inclusive", last=unrolled, norms=_norms(rule, "start")))
            steps.append(Step("literal", last=literal))
    else:
        unrolled = first + (length - 1) * ONE
        steps.append(Step("every-day", first, unrolled, length, norms=_norms(rule, "inside")))
    steps.append(Step("end", last=unrolled, norms=_norms(rule, "end")))
    due, moved_by, rolling = _rolled(rule, unrolled, days)
    safe, last = _safe(deadline, rule, start, unrolled, days)
    return Reckoning(first, unrolled, due, safe, moved_by, (*steps, *rolling, last))


def _working_days(deadline: Deadline, rule: CountingRule, start: date, days: Workdays) -> Reckoning:
    """Days of which only working ones count (APPC art. 76, 99; Administrative Offences Code art. 739 part 3)."""
    first = start + ONE if rule.skip_first_day else start
    length = _length(deadline)
    opening = due = days.working_from(first)
    for _ in range(length - 1):
        due = days.working_from(due + ONE)
    inside = _norms(rule, "inside")
    steps = [_event(rule, start)]
    for block in _blocks(days.offs(first, due)):
        steps.append(Step("passed", block[0].on, block[-1].on, why=_why(block), norms=inside))
    steps.append(Step("working-days", opening, due, length, norms=inside))
    steps.append(Step("end", last=due, norms=_norms(rule, "end")))
    if deadline.unit == "days" and rule.safe_counts_every_day:
        cautious = first + (length - 1) * ONE
        steps.append(Step("cautious", last=cautious, n=length))
        safe, last = _safe(deadline, rule, start, cautious, days)
    else:
        safe, last = _safe(deadline, rule, start, due - ONE, days)
    return Reckoning(opening if deadline.unit == "working-days" else first, due, due, safe, (), (*steps, last))


def _hours(deadline: Deadline, rule: CountingRule, start: datetime) -> Reckoning:
    """Hours, nights and days off included; the current hour is skipped or not (CPC art. 48 part 2)."""
    length = _length(deadline) * timedelta(hours=1)
    whole = start.replace(minute=0, second=0, microsecond=0) + timedelta(hours=1)
    first = whole if rule.skip_first_day else start
    due, safe = first + length, start + length
    event = Step("event-hour", start, norms=_norms(rule, "start")) if rule.skip_first_day else _event(rule, start)
    run = Step("hours", first, due, deadline.length, norms=_norms(rule, "inside"))
    return Reckoning(first, due, due, safe, (), (event, run, Step("safe-hour", last=safe)))


def _before(deadline: Deadline, rule: CountingRule, start: date, days: Workdays) -> Reckoning:
    """The last day on which an act is early enough before a day that is already known; it never rolls forward."""
    length = deadline.length or 1
    if isinstance(start, datetime):
        due: date = start - timedelta(hours=length)
        steps = (Step("back", start, due, norms=_norms(rule, "end")), Step("safe-hour", last=due))
        return Reckoning(due, due, due, due, (), steps)
    if deadline.unit == "working-days":
        due = start
        for _ in range(length):
            due = days.working_until(due - ONE)
    elif deadline.unit in ("months", "years"):
        due = months_after(start, -length * (12 if deadline.unit == "years" else 1))
    else:
        due = start - length * ONE
    named = deadline.unit == "named-day"
    told = Step("named", start) if named else Step("back", start, due, norms=_norms(rule, "end"))
    safe = days.ordinary_until(due)
    return Reckoning(due, due, due, safe, (), (told, Step("end", last=due), Step("safe", last=safe)))


def _rolled(rule: CountingRule, last: date, days: Workdays) -> tuple[date, tuple[Off, ...], list[Step]]:
    """The last day where the code lets it move, the days off that moved it, and the steps that say so."""
    off = days.off(last)
    if off is None:
        moved = last.weekday() > 4
        return last, (), [Step("working-weekend", last, norms=_norms(rule, "roll"))] if moved and rule.roll else []
    if not rule.roll:
        return last, (), [Step("no-roll", last, why=_why([off]), norms=_norms(rule, "roll"))]
    due = days.working_from(last)
    passed = tuple(days.offs(last, due))
    return due, passed, [Step("roll", last, due, why=_why(passed), norms=_norms(rule, "roll"))]


def _safe(deadline: Deadline, rule: CountingRule, start: date, last: date, days: Workdays) -> tuple[date, Step]:
    """The last ordinary working day until `last`; a day earlier for an authority, whose first day may already count.

    A period of detention ends where it ends; no safe day lies before the event.
    """
    if deadline.keeper == "authority" and not rule.skip_first_day and not rule.roll:
        end = max(last, start)
        return end, Step("safe-end", last=end)
    early = rule.safe_counts_first_day or deadline.safe_counts_first_day
    counted_early = (early or deadline.keeper == "authority") and deadline.unit != "working-days"
    safe = days.ordinary_until(last - ONE if counted_early else last)
    return (safe, Step("safe", last=safe)) if safe >= start else (start, Step("safe-first", last=start))


def _event(rule: CountingRule, start: date) -> Step:
    return Step("event" if rule.skip_first_day else "event-counted", start, norms=_norms(rule, "start"))


def _blocks(offs: Iterable[Off]) -> list[list[Off]]:
    """The days off in unbroken runs."""
    blocks: list[list[Off]] = []
    for off in offs:
        if blocks and off.on - blocks[-1][-1].on == ONE:
            blocks[-1].append(off)
        else:
            blocks.append([off])
    return blocks


def _why(offs: Sequence[Off]) -> tuple[Words, ...]:
    """The names of the days off, each once, in order."""
    return tuple(dict.fromkeys(off.name or Words() for off in offs))


def _norms(rule: CountingRule, statement: str) -> tuple[str, ...]:
    return tuple(rule.norms.get(statement, ()))


def _length(deadline: Deadline) -> int:
    if deadline.length is None:
        raise ValueError(f"period {deadline.key} has no length")
    return deadline.length
