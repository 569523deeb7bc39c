"""Periods: from the day of an event to the last day to act, counted in the open.

    count(law, "dl-592-complaint", date(2026, 1, 29)).due  ->  2026-02-09, a Monday, because 2026-02-08 is a Sunday

Which code counts how is data (`templates/law/counting.yaml`); so are the days off (`templates/law/calendar/`).
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from msgspec import Struct
from msgspec.structs import asdict

from panahat.law.codes import COUNTING_DISPUTED, DEADLINE_UNVERIFIED, HOUR_NOT_KNOWN, TWO_STARTS, UNKNOWN_DEADLINE
from panahat.law.reckon import Reckoning, reckon
from panahat.law.registry import Law
from panahat.law.timing import CountingRule, Deadline
from panahat.law.workdays import Step, Workdays
from panahat.problems import Problem, Refused, in_order


class Count(Reckoning, frozen=True):
    """One counted period.

    `start` is the event, `first_day` the first counted day, `unrolled` the day the length ends on, `due` the last day
    by the code (`unrolled`, or the working day it moves to because of the days off in `moved_by`), `safe` the last
    ordinary working day that is timely under every reading. They are dates, or naive local datetimes where the period
    runs in hours. `norms` are the keys of the norm that sets the period and of those that say how to count it.
    """

    deadline: Deadline
    rule: CountingRule
    start: date
    norms: tuple[str, ...]
    problems: tuple[Problem, ...]

    def left(self, today: date) -> int:
        """Days from `today` to the due day: 0 on the last day, negative once it is past."""
        return (_day(self.due) - _day(today)).days

    def late_by(self, on: date) -> int:
        """Days by which an act on `on` comes after the due day; 0 when it is in time."""
        return max(0, -self.left(on))

    def missed(self, at: date) -> bool:
        """Whether `at` is after the period: after its last day, or its last minute where both are datetimes."""
        if isinstance(at, datetime) and isinstance(self.due, datetime):
            return at > self.due
        return _day(at) > _day(self.due)

    def surely(self, on: date) -> bool:
        """Whether an act on `on` is in time under every reading."""
        return _day(on) <= _day(self.safe)

    def as_dict(self) -> dict[str, Any]:
        """The count for programs: ISO dates, norm keys, steps."""
        return {
            "deadline": self.deadline.key,
            "start": self.start.isoformat(),
            "first_day": self.first_day.isoformat(),
            "unrolled": self.unrolled.isoformat(),
            "due": self.due.isoformat(),
            "safe": self.safe.isoformat(),
            "norms": list(self.norms),
            "steps": [step.as_dict() for step in self.steps],
        }


class Terms(Struct, frozen=True):
    """One period with several possible starts: a count for each, by who the start belongs to, and which one governs."""

    counts: Mapping[str, Count]
    governing: str
    problems: tuple[Problem, ...]

    @property
    def first(self) -> Count:
        """The governing count: the one that ends first."""
        return self.counts[self.governing]


def count(law: Law, deadline_key: str, start: date) -> Count:
    """The period of `deadline_key` that an event on `start` sets running.

    `start` must be a datetime where the period runs in hours; elsewhere only its day is used. Raises Refused for a
    period the law data does not have, or one in hours whose hour is not known.
    """
    deadline = law.deadlines.get(deadline_key)
    if deadline is None:
        from panahat.law.searching import near

        known = near(law, deadline_key, section="deadline")
        raise Refused([Problem(UNKNOWN_DEADLINE, facts={"deadline": deadline_key, "near": ", ".join(known) or "—"})])
    rule = law.counting[deadline.rule]
    facts = {"deadline": deadline_key}
    if deadline.unit == "hours":
        if not isinstance(start, datetime):
            raise Refused([Problem(HOUR_NOT_KNOWN, facts=facts)])
    else:
        start = _day(start)
    days = Workdays(law)
    found = reckon(deadline, rule, start, days)
    problems = list(days.problems())
    if rule.disputed.ru and _readings_differ(deadline, rule, found.steps):
        problems.append(Problem(COUNTING_DISPUTED, facts=facts))
    if deadline.verify_before_use:
        problems.append(Problem(DEADLINE_UNVERIFIED, facts=facts))
    norms = dict.fromkeys([deadline.norm, *(norm for step in found.steps for norm in step.norms)])
    return Count(
        **asdict(found), deadline=deadline, rule=rule, start=start, norms=tuple(norms), problems=tuple(problems)
    )


def filing_terms(law: Law, deadline_key: str, starts: Mapping[str, date]) -> Terms:
    """The period counted from each of `starts` (who received the copy -> when).

    CPC art. 592 part 1 counts from receipt of the copy and does not say by whom, so the count that ends first governs
    and the others are shown beside it. `starts` holds at least one day.
    """
    counts = {who: count(law, deadline_key, start) for who, start in starts.items()}
    governing = min(counts, key=lambda who: (counts[who].due, counts[who].start))
    problems = [problem for counted in counts.values() for problem in counted.problems]
    if len(set(starts.values())) > 1:
        problems.append(Problem(TWO_STARTS, facts={"deadline": deadline_key}))
    return Terms(counts, governing, tuple(in_order(problems)))


def _readings_differ(deadline: Deadline, rule: CountingRule, steps: tuple[Step, ...]) -> bool:
    """Whether the dispute about the rule touches this period: working days, two readings shown, or no rule at all."""
    return deadline.unit == "working-days" or rule.act is None or any(s.kind in ("literal", "cautious") for s in steps)


def _day(on: date) -> date:
    return on.date() if isinstance(on, datetime) else on
