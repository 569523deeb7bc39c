"""Periods: counted as the codes say, shown step by step, never beyond what the calendar knows."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from panahat.law.counting import Count, count, filing_terms
from panahat.law.reckon import months_after
from panahat.law.registry import load_law
from panahat.law.timing import Deadline
from panahat.law.workdays import SAYINGS
from panahat.library import Library
from panahat.messages import translator
from panahat.problems import Refused

LAW = load_law(Library.standing(), date(2026, 11, 28))
EXAMPLES = [
    example
    for name in ("examples.yaml", "counting_examples.yaml")
    for example in yaml.safe_load((Path(__file__).parent / name).read_text(encoding="utf-8"))
]
COMPLAINT = "dl-592-complaint"
EN = translator("en")


def period(rule: str, length: int, unit: str, keeper: str = "applicant", direction: str = "after") -> Any:
    """A law with one period, «p», counted by the registry's own rules and calendar."""
    raw = {
        "key": "p",
        "event": {"ru": "…"},
        "length": length,
        "unit": unit,
        "direction": direction,
        "keeper": keeper,
        "rule": rule,
        "norm": "kz-upk-592-1",
        "checked_on": "2026-11-22",
    }
    return SimpleNamespace(deadlines={"p": Deadline(raw)}, counting=LAW.counting, calendar=LAW.calendar)


def codes(counted: Count) -> set[str]:
    return {p.code.id for p in counted.problems}


def kinds(counted: Count) -> list[str]:
    return [step.kind for step in counted.steps]


class DescribeWorkedExamples:
    """`examples.yaml`: the examples of the law data; `counting_examples.yaml`: further ones."""

    @pytest.mark.parametrize("example", EXAMPLES, ids=[e["id"] for e in EXAMPLES])
    def it_counts_as_a_lawyer_counted_by_hand(self, example: dict[str, Any]) -> None:
        counted = self._counted(example)
        found = {name: getattr(counted, name).isoformat() for name in ("first_day", "unrolled", "due", "safe")}
        expected = {name: str(example.get(name) or example["due"]) for name in found}
        assert {name: text.removesuffix(":00") for name, text in found.items()} == expected

    @pytest.mark.parametrize("example", [e for e in EXAMPLES if "deadline" in e], ids=lambda e: str(e["id"]))
    def it_knows_the_same_periods_as_the_law_data(self, example: dict[str, Any]) -> None:
        known = LAW.deadlines[example["deadline"]]
        assert (known.length, known.unit, known.rule) == (example["length"], example["unit"], example["rule"])

    @pytest.mark.parametrize("example", [e for e in EXAMPLES if "alternative" in e], ids=lambda e: str(e["id"]))
    def it_shows_the_other_reading(self, example: dict[str, Any]) -> None:
        shown = [step.last for step in self._counted(example).steps if step.kind == "literal"]
        assert [day.isoformat() for day in shown if day] == [str(example["alternative"])]

    def _counted(self, example: dict[str, Any]) -> Count:
        event = example["event"]
        start = event if isinstance(event, date) else datetime.fromisoformat(event)
        if "deadline" in example:
            return count(LAW, example["deadline"], start)
        keeper = example.get("keeper", "authority" if example["rule"] == "upk-custody" else "applicant")
        return count(period(example["rule"], example["length"], example["unit"], keeper), "p", start)


class DescribeTheComplaintToTheSupremeCourt:
    COUNT = count(LAW, COMPLAINT, date(2026, 1, 29))

    def it_has_ten_days_and_moves_from_sunday_to_monday(self) -> None:
        assert self.COUNT.first_day == date(2026, 1, 30)
        assert self.COUNT.unrolled == date(2026, 2, 8)
        assert self.COUNT.due == date(2026, 2, 9)
        assert self.COUNT.safe == date(2026, 2, 6)
        assert [(off.on, off.name) for off in self.COUNT.moved_by] == [(date(2026, 2, 8), None)]

    def it_names_the_norms_it_follows(self) -> None:
        assert self.COUNT.norms[0] == "kz-upk-592-1"
        assert {"kz-upk-48-2", "kz-upk-48-4"} <= set(self.COUNT.norms)
        assert set(self.COUNT.norms) <= set(LAW.norms)

    def it_shows_every_step(self) -> None:
        assert [step.say(EN) for step in self.COUNT.steps] == [
            "29.01.2026 (Thu): the event; this day is not counted",
            "30.01.2026 (Fri) is day 1, 08.02.2026 (Sun) is day 10; days off are counted",
            "the period ends at 24:00 on 08.02.2026 (Sun)",
            "08.02.2026 (Sun) is a day off (Saturday or Sunday): the last day moves to 09.02.2026 (Mon)",
            "timely under every reading: 06.02.2026 (Fri), the last ordinary working day",
        ]

    def it_says_how_many_days_are_left(self) -> None:
        assert self.COUNT.left(date(2026, 2, 1)) == 8
        assert self.COUNT.left(date(2026, 2, 9)) == 0
        assert self.COUNT.left(date(2026, 2, 10)) == -1

    def it_says_by_how_much_a_filing_is_late(self) -> None:
        assert self.COUNT.late_by(date(2026, 2, 2)) == 0
        assert self.COUNT.late_by(date(2026, 2, 9)) == 0
        assert self.COUNT.late_by(date(2026, 2, 12)) == 3
        assert not self.COUNT.missed(datetime(2026, 2, 9, 23, 59))
        assert self.COUNT.missed(date(2026, 2, 10))

    def it_takes_only_the_day_of_a_moment(self) -> None:
        assert count(LAW, COMPLAINT, datetime(2026, 1, 29, 18, 5)) == self.COUNT

    def it_can_be_read_by_a_program(self) -> None:
        told = self.COUNT.as_dict()
        assert (told["start"], told["due"], told["safe"]) == ("2026-01-29", "2026-02-09", "2026-02-06")
        assert [step["kind"] for step in told["steps"]] == kinds(self.COUNT)


class DescribeDaysOff:
    def it_names_each_holiday_that_moved_the_last_day(self) -> None:
        counted = count(LAW, COMPLAINT, date(2026, 3, 11))
        assert [off.on.day for off in counted.moved_by] == [21, 22, 23, 24, 25]
        assert "Наурыз" in counted.steps[-2].say(EN)

    def it_stays_on_a_sunday_that_was_made_a_working_day(self) -> None:
        counted = count(LAW, COMPLAINT, date(2024, 12, 26))
        assert counted.due == date(2025, 1, 5)
        assert "working-weekend" in kinds(counted)

    def it_shows_the_days_off_it_passed_over(self) -> None:
        counted = count(period("appk-procedure", 20, "working-days", "authority"), "p", date(2026, 3, 6))
        passed = [(s.first, s.last) for s in counted.steps if s.kind == "passed"]
        assert (date(2026, 3, 21), date(2026, 3, 25)) in passed
        assert passed[0] == (date(2026, 3, 7), date(2026, 3, 9))

    def it_does_not_move_a_period_of_custody(self) -> None:
        counted = count(period("upk-custody", 2, "months", "authority"), "p", date(2026, 1, 15))
        assert counted.due.weekday() == 5
        assert {"no-roll", "literal"} <= set(kinds(counted))
        assert [s.last for s in counted.steps if s.kind == "literal"] == [date(2026, 3, 15)]


class DescribeTheCalendar:
    def it_is_an_error_to_rest_on_a_year_without_a_calendar(self) -> None:
        counted = count(LAW, COMPLAINT, date(2031, 5, 5))
        assert [(p.code.id, p.level, p.facts["year"]) for p in counted.problems] == [
            ("law/no-calendar", "error", "2031")
        ]

    def it_warns_while_orders_of_the_year_may_still_move_days(self) -> None:
        assert codes(count(LAW, COMPLAINT, date(2026, 11, 9))) == {"law/calendar-open"}

    def it_does_not_warn_of_days_for_which_orders_were_looked_for(self) -> None:
        assert codes(count(LAW, COMPLAINT, date(2026, 1, 29))) == set()

    def it_warns_of_an_incomplete_year(self) -> None:
        found = count(LAW, COMPLAINT, date(2027, 3, 10)).problems
        assert {(p.code.id, p.level) for p in found} >= {("law/calendar-incomplete", "warning")}

    def it_says_nothing_of_a_closed_year(self) -> None:
        assert codes(count(LAW, COMPLAINT, date(2025, 6, 2))) == set()

    def it_names_both_years_where_a_period_crosses_them(self) -> None:
        counted = count(LAW, COMPLAINT, date(2026, 12, 23))
        assert counted.due == date(2027, 1, 5)
        assert {p.facts["year"] for p in counted.problems} == {"2026", "2027"}

    def it_counts_the_new_constitution_day_of_2027(self) -> None:
        counted = count(LAW, COMPLAINT, date(2027, 3, 5))
        assert (counted.unrolled, counted.due) == (date(2027, 3, 15), date(2027, 3, 16))


class DescribeDisputes:
    def it_warns_where_two_readings_differ(self) -> None:
        counted = count(period("koap", 10, "days"), "p", date(2025, 5, 22))
        assert "law/counting-disputed" in codes(counted)
        assert "cautious" in kinds(counted)

    def it_does_not_warn_where_they_agree(self) -> None:
        counted = count(period("upk-custody", 72, "hours", "authority"), "p", datetime(2025, 5, 22, 10))
        assert codes(counted) == set()

    def it_warns_of_a_period_that_must_be_verified(self) -> None:
        law = period("upk", 10, "days")
        law.deadlines["p"] = Deadline({**law.deadlines["p"].raw, "verify_before_use": True})
        assert "law/deadline-unverified" in codes(count(law, "p", date(2025, 6, 2)))


class DescribeHours:
    def it_skips_the_current_hour(self) -> None:
        counted = count(LAW, "dl-592-forward", datetime(2026, 5, 8, 14, 0))
        assert counted.due == datetime(2026, 5, 9, 15, 0)
        assert counted.missed(datetime(2026, 5, 9, 15, 1))
        assert not counted.missed(datetime(2026, 5, 9, 15, 0))

    def it_counts_detention_to_the_minute(self) -> None:
        counted = count(LAW, "dl-587-detention", datetime(2026, 2, 6, 21, 40))
        assert counted.due == counted.safe == datetime(2026, 2, 9, 21, 40)

    def it_refuses_a_day_without_an_hour(self) -> None:
        with pytest.raises(Refused) as refused:
            count(LAW, "dl-592-forward", date(2026, 5, 8))
        assert [p.code.id for p in refused.value.problems] == ["law/hour-not-known"]


class DescribeCountingBack:
    @pytest.mark.parametrize(
        "length, unit, due",
        [
            (10, "days", date(2026, 3, 21)),
            (1, "months", date(2026, 2, 28)),
            (3, "working-days", date(2026, 3, 26)),
        ],
    )
    def it_gives_the_last_day_that_is_early_enough(self, length: int, unit: str, due: date) -> None:
        counted = count(period("upk", length, unit, direction="before"), "p", date(2026, 3, 31))
        assert counted.due == due
        assert counted.safe <= due
        assert counted.safe.weekday() < 5

    def it_counts_hours_back(self) -> None:
        counted = count(LAW, "dl-588-prosecutor", datetime(2026, 2, 9, 21, 40))
        assert counted.due == datetime(2026, 2, 9, 9, 40)

    def it_ends_the_day_before_a_named_day(self) -> None:
        counted = count(LAW, "dl-koap-appeal-stay", date(2026, 2, 9))
        assert (counted.due, counted.safe) == (date(2026, 2, 8), date(2026, 2, 6))


class DescribeSeveralStarts:
    def it_lets_the_earliest_copy_govern_and_shows_both(self) -> None:
        terms = filing_terms(LAW, COMPLAINT, {"client": date(2025, 1, 29), "defender": date(2025, 2, 10)})
        assert terms.governing == "client"
        assert terms.first.due == date(2025, 2, 10)
        assert terms.counts["defender"].due == date(2025, 2, 20)
        assert [p.code.id for p in terms.problems] == ["law/two-starts"]

    def it_has_nothing_to_say_when_both_copies_came_the_same_day(self) -> None:
        terms = filing_terms(LAW, COMPLAINT, {"defender": date(2025, 1, 29), "client": date(2025, 1, 29)})
        assert terms.problems == ()

    def it_lets_the_earlier_start_govern_when_both_end_on_one_day(self) -> None:
        terms = filing_terms(LAW, COMPLAINT, {"defender": date(2026, 1, 30), "client": date(2026, 1, 29)})
        assert terms.counts["client"].due == terms.counts["defender"].due
        assert terms.governing == "client"

    def it_gathers_the_problems_of_all_counts_once(self) -> None:
        terms = filing_terms(LAW, COMPLAINT, {"client": date(2026, 11, 9), "defender": date(2026, 11, 12)})
        assert [p.code.id for p in terms.problems] == ["law/calendar-open", "law/two-starts"]


class DescribeTheRegistry:
    def it_refuses_a_period_it_does_not_have(self) -> None:
        with pytest.raises(Refused) as refused:
            count(LAW, "dl-none", date(2026, 1, 29))
        assert [p.code.id for p in refused.value.problems] == ["law/unknown-deadline"]

    @pytest.mark.parametrize("key", sorted(LAW.deadlines))
    def it_can_count_every_period_in_it(self, key: str) -> None:
        counted = count(LAW, key, datetime(2025, 6, 3, 11, 20))
        assert counted.steps
        assert all(step.say(EN) for step in counted.steps)
        assert set(counted.norms) <= set(LAW.norms)

    def it_can_say_every_step_in_every_language(self) -> None:
        for language in ("ru", "kk", "en"):
            assert all(translator(language)(text) for text in SAYINGS.values())


DAYS = st.dates(date(2022, 2, 1), date(2025, 9, 30))
RULES = st.sampled_from(["upk", "upk-custody", "koap", "gpk", "appk-procedure", "appk-court", "refugees", "careful"])
LENGTHS = st.one_of(
    st.tuples(st.integers(1, 40), st.sampled_from(["days", "calendar-days", "working-days"])),
    st.tuples(st.integers(1, 3), st.just("months")),
)
KEEPERS = st.sampled_from(["applicant", "authority"])


class DescribeEveryPeriod:
    @given(DAYS, RULES, LENGTHS, KEEPERS)
    def it_runs_forward(self, start: date, rule: str, length: tuple[int, str], keeper: str) -> None:
        counted = count(period(rule, *length, keeper), "p", start)
        assert counted.start <= counted.first_day <= counted.unrolled <= counted.due
        assert counted.start <= counted.safe <= counted.due

    @given(DAYS, RULES, LENGTHS)
    def it_ends_on_a_working_day_where_the_code_moves_it(self, start: date, rule: str, length: tuple[int, str]) -> None:
        counted = count(period(rule, *length), "p", start)
        if LAW.counting[rule].roll:
            year = LAW.calendar(counted.due.year)
            assert year is not None
            assert year.is_working(counted.due)
        else:
            assert counted.due == counted.unrolled

    @given(DAYS, st.integers(0, 60), RULES, LENGTHS, KEEPERS)
    def it_never_ends_earlier_for_a_later_start(
        self, start: date, later: int, rule: str, length: tuple[int, str], keeper: str
    ) -> None:
        law = period(rule, *length, keeper)
        one, other = count(law, "p", start), count(law, "p", start + timedelta(days=later))
        assert one.unrolled <= other.unrolled
        assert one.due <= other.due
        assert one.safe <= other.safe

    @given(DAYS, st.integers(1, 40))
    def it_never_ends_earlier_for_a_longer_length(self, start: date, length: int) -> None:
        assert (
            count(period("upk", length, "days"), "p", start).due
            <= count(period("upk", length + 1, "days"), "p", start).due
        )

    @given(DAYS, st.integers(-36, 36))
    def it_keeps_the_day_of_the_month_where_the_month_has_it(self, start: date, months: int) -> None:
        found = months_after(start, months)
        assert found.day == start.day or (found + timedelta(days=1)).day == 1
        assert (found.year * 12 + found.month) - (start.year * 12 + start.month) == months
