"""Limitation, categories and military articles are counted by the figures of the law data."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from argue_world import PERIODS, TODAY, SmallFile, SmallLaw, argument, case, look

from panahat.argue.charges import below_threshold, military, reckon
from panahat.argue.facts_of_charges import charge_facts
from panahat.argue.look import Look
from panahat.argue.periods import years_after
from panahat.argue.tests import TESTS
from panahat.argue.truth import Truth
from panahat.moments import AnyDate, PartialDate


def charged(kz: Any, *, alleged: str = "2019-11-16", until: str = "", **extradition: Any) -> tuple[Look, Look]:
    """Looks at the one charge and at the extradition of a small case."""
    charge = {"article": "ru-uk-158", "alleged_on": alleged, "conduct": {"ru": "Так."}, "kz": kz}
    if until:
        charge["alleged_until"] = until
    facts = {"extradition": {"requesting_state": "RU", "charges": [charge], **extradition}}
    eye = look(facts)
    case = Look(eye.node.extradition, eye.bench, ("extradition",))
    charges = eye.each("extradition.charges")
    assert charges is not None
    return charges[0], case


def received(day: str) -> dict[str, str]:
    return {"purpose": "prosecution", "received": day}


class DescribeCategories:
    @pytest.mark.parametrize(
        ("longest", "category"),
        [(2, "minor"), (3, "medium"), (5, "medium"), (6, "grave"), (12, "grave"), (13, "especially-grave")],
    )
    def it_follows_the_longest_term_of_the_part(self, longest: int, category: str) -> None:
        assert PERIODS.category(longest) == category

    def it_has_the_figures_of_article_71(self) -> None:
        assert PERIODS.prosecution.years == {
            "misdemeanour": 1,
            "minor": 2,
            "medium": 5,
            "grave": 10,
            "especially-grave": 15,
        }
        assert PERIODS.absolute.years == {"minor": 5, "medium": 10, "grave": 15, "especially-grave": 20}

    def it_takes_the_stated_category_before_the_term(self) -> None:
        kz = {"article": "kz-uk-188", "gravity": "grave", "max_years": "3"}
        truth, _ = reckon(*charged(kz, evaded="false", request=received("2025-09-29")))
        assert truth is False


class DescribeLimitation:
    def it_runs_out_after_the_anniversary_not_on_it(self) -> None:
        kz = {"article": "kz-uk-188", "max_years": "3"}
        on_the_day = reckon(*charged(kz, evaded="false", request=received("2024-11-16")))
        day_after = reckon(*charged(kz, evaded="false", request=received("2024-11-17")))
        assert on_the_day == (False, None)
        assert day_after[0] is True
        assert day_after[1] is not None
        assert (day_after[1].years, day_after[1].expired_on, day_after[1].absolute) == (5, date(2024, 11, 16), False)

    def it_counts_from_the_last_day_of_a_lasting_act(self) -> None:
        kz = {"article": "kz-uk-188", "max_years": "3"}
        truth, _ = reckon(*charged(kz, until="2021-01-01", evaded="false", request=received("2025-09-29")))
        assert truth is False

    def it_falls_back_to_the_absolute_limit_when_the_client_evaded(self) -> None:
        kz = {"article": "kz-uk-188", "max_years": "3"}
        truth, found = reckon(*charged(kz, alleged="2013-01-10", evaded="true", request=received("2025-09-29")))
        assert truth is True
        assert found is not None
        assert (found.years, found.absolute) == (10, True)

    def it_needs_no_word_on_evasion_once_the_absolute_limit_has_passed(self) -> None:
        kz = {"article": "kz-uk-188", "max_years": "3"}
        truth, found = reckon(*charged(kz, alleged="2013-01-10", request=received("2025-09-29")))
        assert truth is True
        assert found is not None
        assert found.absolute

    def it_waits_for_a_word_on_evasion_between_the_two(self) -> None:
        charge, case = charged({"article": "kz-uk-188", "max_years": "3"}, request=received("2025-09-29"))
        assert reckon(charge, case) == (None, None)
        assert ("extradition", "evaded") in case.missing

    def it_needs_no_day_of_receipt_where_request_and_ruling_agree(self) -> None:
        kz = {"article": "kz-uk-188", "max_years": "3"}
        sent_late = {"purpose": "prosecution", "on": "2025-09-19"}
        assert reckon(*charged(kz, evaded="false", request=sent_late))[0] is True
        ruling = {"body": "gp-head", "on": "2024-10-01", "served": {"client": "2024-10-02"}}
        assert reckon(*charged(kz, evaded="false", decision=ruling))[0] is False

    def it_waits_for_the_day_of_receipt_where_they_do_not(self) -> None:
        kz = {"article": "kz-uk-188", "max_years": "3"}
        ruling = {"body": "gp-head", "on": "2025-01-27", "served": {"client": "2025-01-29"}}
        request = {"purpose": "prosecution", "on": "2024-09-19"}
        charge, case = charged(kz, evaded="false", request=request, decision=ruling)
        assert reckon(charge, case) == (None, None)
        assert list(case.missing) == [("extradition", "request", "received")]

    def it_never_ends_for_extremist_crimes(self) -> None:
        kz = {"article": "kz-uk-258", "max_years": "9"}
        charge, case = charged(kz, alleged="1999-01-01", evaded="false", request=received("2025-09-29"))
        assert reckon(charge, case) == (False, None)
        assert "kz-uk-3-39" in charge.norms

    def it_never_ends_for_the_named_parts_only(self) -> None:
        assert PERIODS.never_barred("kz-uk-404", "1") is None
        assert PERIODS.never_barred("kz-uk-404", "2") == "kz-uk-3-39"
        assert PERIODS.never_barred("kz-uk-404", None) == "kz-uk-3-39"

    def it_has_no_period_where_there_is_no_such_crime(self) -> None:
        assert reckon(*charged("none", evaded="false", request=received("2025-09-29"))) == (False, None)

    def it_waits_for_a_category(self) -> None:
        charge, case = charged({"article": "kz-uk-188"}, evaded="false", request=received("2025-09-29"))
        assert reckon(charge, case) == (None, None)
        assert list(charge.missing) == [("extradition", "charges", 0, "kz", "gravity")]

    def it_moves_a_leap_day_to_the_first_of_march(self) -> None:
        assert years_after(date(2020, 2, 29), 5) == date(2025, 3, 1)
        assert years_after(date(2020, 2, 29), 4) == date(2024, 2, 29)


class DescribeMilitaryArticles:
    @pytest.mark.parametrize(("number", "inside"), [(436, False), (437, True), (466, True), (467, False), (388, False)])
    def it_is_the_chapter_and_nothing_else(self, number: int, inside: bool) -> None:
        assert PERIODS.is_military(f"kz-uk-{number}") is inside

    def it_believes_the_case_before_the_registry(self) -> None:
        assert military(charged({"article": "kz-uk-442"})[0]) is True
        assert military(charged("none")[0]) is False


class DescribeThreshold:
    def it_asks_every_charge(self) -> None:
        one = {"article": "ru-uk-158", "alleged_on": "2019-11-16", "conduct": {"ru": "Так."}, "max_years": "0"}
        facts = {"extradition": {"requesting_state": "RU", "charges": [one, {**one, "max_years": "2"}]}}
        assert TESTS["request-below-threshold"].ask(look(facts)) is False

    def it_is_met_by_a_kazakh_term_below_a_year(self) -> None:
        assert below_threshold(charged({"article": "kz-uk-1", "max_years": "0"})[0]) is True

    def it_does_not_measure_a_sentence_already_passed(self) -> None:
        one = {"article": "ru-uk-158", "alleged_on": "2019-11-16", "conduct": {"ru": "Так."}, "max_years": "0"}
        facts = {"extradition": {"requesting_state": "RU", "request": {"purpose": "sentence"}, "charges": [one]}}
        assert TESTS["request-below-threshold"].ask(look(facts)) is False


class DescribeFactsOfCharges:
    def it_tells_each_charge_apart(self) -> None:
        theft = {
            "article": "ru-uk-158",
            "alleged_on": "2019-11-16",
            "conduct": {"ru": "Так."},
            "kz": {"article": "kz-uk-188", "custodial": "true", "max_years": "3"},
            "max_years": "5",
        }
        desertion = {"article": "ru-uk-338", "alleged_on": "2024-01-01", "conduct": {"ru": "Ушёл."}}
        facts = {
            "extradition": {
                "requesting_state": "RU",
                "charges": [theft, desertion],
                "evaded": "false",
                "request": received("2025-09-29"),
            }
        }
        first, second = charge_facts(SmallFile(case(facts)), SmallLaw(), [argument("a")], TODAY)  # type: ignore[arg-type]
        assert (first.without_counterpart, first.without_custody, first.below_threshold) == (False, False, False)
        assert (first.military, first.extremist, first.time_barred) == (False, False, True)
        assert first.limitation is not None
        assert (second.military, second.without_counterpart, second.time_barred) == (True, None, None)
        assert second.limitation is None

    def it_is_empty_where_there_is_no_extradition(self) -> None:
        assert charge_facts(SmallFile(case()), SmallLaw(), [argument("a")], TODAY) == ()  # type: ignore[arg-type]


def test_an_act_whose_day_is_not_known_is_barred_only_where_every_day_makes_it_so() -> None:
    def found(received_on: str) -> tuple[Truth, AnyDate | None]:
        kz = {"article": "kz-uk-188", "max_years": "3"}
        truth, limitation = reckon(*charged(kz, alleged="2019-11", evaded="false", request=received(received_on)))
        return truth, limitation.expired_on if limitation else None

    assert found("2024-12-01") == (True, PartialDate(2024, 11))
    assert found("2024-11-15") == (None, None)
    assert found("2024-11-01") == (False, None)
