"""Dates as people know them: written, compared, sorted, printed and counted from only as far as they are known."""

from __future__ import annotations

import json
from datetime import date

import pytest
from case_world import changed as case_with
from case_world import checked, codes, late, law, load, refused

from panahat.argue.conditions import weigh
from panahat.argue.look import Around, Bench, Look
from panahat.argue.truth import Truth
from panahat.case.facts import get
from panahat.case.schema import json_schema
from panahat.drafting.periods import terms
from panahat.language.english import date_name, date_text
from panahat.language.kazakh.numbers import dated
from panahat.language.russian.numbers import date_forms
from panahat.moments import AnyDate, PartialDate, in_time
from panahat.problems import Refused

MAY, YEAR, DAY = PartialDate(2023, 5), PartialDate(2022), date(2023, 5, 14)


class DescribeAWrittenDate:
    @pytest.mark.parametrize(("written", "known"), [("2023", PartialDate(2023)), ("2023-05", MAY), ("2023-05-14", DAY)])
    def it_is_known_as_far_as_it_is_written(self, written: str, known: AnyDate) -> None:
        assert get(load(case_with({"risk.activities[0].on": written})).case, "risk.activities[0].on") == known

    def it_is_unknown_where_the_file_says_so_and_the_field_bears_it(self) -> None:
        harm = {
            "on": "unknown",
            "kind": "torture",
            "by": {"ru": "сотрудники"},
            "what": {"ru": "Били."},
            "proof": ["request"],
        }
        assert get(load(case_with({"risk.past_harm": [harm]})).case, "risk.past_harm[0].on") is None
        assert codes(refused(case_with({"risk.activities[0].on": "unknown"}))) == ["case/day"]

    @pytest.mark.parametrize("written", ["2023", "2023-05"])
    def it_needs_the_day_where_a_period_or_a_paper_does(self, written: str) -> None:
        [problem] = refused(case_with({"extradition.decision.served.client": written}))
        assert (problem.code.id, problem.where) == ("case/day-needed", "extradition.decision.served.client")

    @pytest.mark.parametrize("written", ["2023-13", "2023-00"])
    def it_has_a_month_of_the_calendar(self, written: str) -> None:
        assert codes(refused(case_with({"events[0].on": written}))) == ["case/no-such-day"]

    def it_lies_in_a_lifetime(self) -> None:
        assert codes(refused(case_with({"events[0].on": "0223-05"}))) == ["case/year"]

    def it_may_be_a_month_or_a_year_for_an_editor_too(self) -> None:
        fields = json.loads(json_schema("en"))["definitions"]
        assert "integer" in fields["Activity"]["properties"]["on"]["anyOf"][0]["type"]
        assert "unknown" in fields["Persecution"]["properties"]["on"]["anyOf"][0]["pattern"]
        assert fields["Service"]["properties"]["client"]["anyOf"][0]["format"] == "date"


class DescribeComparison:
    @pytest.mark.parametrize(
        ("earlier", "later", "truth"),
        [
            (YEAR, MAY, True),
            (MAY, YEAR, False),
            (MAY, DAY, None),
            (DAY, PartialDate(2023), None),
            (PartialDate(2023, 4), DAY, True),
            (date(2023, 6, 1), MAY, False),
        ],
    )
    def it_is_open_where_precision_does_not_decide(self, earlier: AnyDate, later: AnyDate, truth: Truth) -> None:
        facts = {"entry.left_home_on": earlier.isoformat(), "entry.on": later.isoformat()}
        assert weigh({"before": ["entry.left_home_on", "entry.on"]}, look(facts)) is truth
        assert (earlier < later, earlier >= later) == (truth is True, truth is False)

    @pytest.mark.parametrize(("limit", "truth"), [("10", True), ("20", None), ("50", False)])
    def it_counts_days_apart_only_as_far_as_they_are_sure(self, limit: str, truth: Truth) -> None:
        facts = {"entry.left_home_on": "2023-05", "entry.on": "2023-06-15"}
        apart = {"from": "entry.left_home_on", "to": "entry.on", "at_least": limit}
        seen = look(facts)
        assert weigh({"apart": apart}, seen) is truth
        assert bool(seen.missing) is (truth is None)

    def it_finds_only_an_order_that_is_surely_wrong(self) -> None:
        assert "case/dates-order" not in codes(checked({"entry.left_home_on": "2025-08", "entry.on": "2025-08-31"}))
        assert "case/dates-order" in codes(checked({"entry.left_home_on": "2025-09", "entry.on": "2025-08-31"}))


def look(facts: dict[str, str]) -> Look:
    return Look(load(case_with(facts)).case, Bench(law(), date(2026, 2, 9), None, Around()))  # type: ignore[arg-type]


def test_a_chronology_puts_a_year_before_its_months_and_the_undated_behind_what_they_follow() -> None:
    told = [(DAY, "day"), (None, "undated"), (MAY, "month"), (PartialDate(2023), "year"), (YEAR, "before")]
    assert in_time(told) == ["before", "year", "month", "day", "undated"]


class DescribeAPeriod:
    def it_runs_only_from_a_day_and_says_so(self) -> None:
        from msgspec.structs import replace

        from panahat.drafting.filing_loading import load_filings
        from panahat.library import Library

        filing = load_filings(Library.standing())["supreme-court-complaint"]
        period = replace(filing.periods[0], starts={"client": "entry.on"}, otherwise={})
        with pytest.raises(Refused) as caught:
            terms(load(case_with({"entry.on": "2025-08"})), law(), replace(filing, periods=(period,)))
        [problem] = caught.value.problems
        assert (problem.code.id, problem.where) == ("draft/period-from-month", "entry.on")
        assert problem.line is not None
        assert late({"entry.on": "2025-08"}) == late({})


class DescribePrinting:
    def it_says_when_in_russian(self) -> None:
        assert [date_forms(d)["text"].replace("\u00a0", " ") for d in (YEAR, MAY, DAY)] == [
            "в 2022 году",
            "в мае 2023 года",
            "14 мая 2023 года",
        ]

    def it_has_the_cases_that_prepositions_need_in_russian(self) -> None:
        march = {k: v.replace("\u00a0", " ") for k, v in date_forms(PartialDate(2023, 3)).items()}
        assert march | {} == {
            "text": "в марте 2023 года",
            "start": "В марте 2023 года",
            "nom": "март 2023 года",
            "gen": "марта 2023 года",
            "dat": "марту 2023 года",
            "acc": "март 2023 года",
            "quoted": "марта 2023 года",
            "short": "03.2023",
        }
        assert date_forms(PartialDate(2023, 1))["nom"].startswith("январь ")

    def it_says_when_in_kazakh(self) -> None:
        said = [dated(d) for d in (YEAR, MAY, DAY)]
        assert [d["text"].replace("\u00a0", " ") for d in said] == [
            "2022 жылы",
            "2023 жылғы мамырда",
            "2023 жылғы 14 мамыр",
        ]
        assert [d["abl"].replace("\u00a0", " ") for d in said[:2]] == ["2022 жылдан", "2023 жылғы мамырдан"]
        assert [d["attr"].replace("\u00a0", " ") for d in said[:2]] == ["2022 жылғы", "2023 жылғы мамырдағы"]

    def it_says_when_in_english(self) -> None:
        assert [date_text(d).replace("\u00a0", " ") for d in (YEAR, MAY, DAY)] == [
            "in 2022",
            "in May 2023",
            "14 May 2023",
        ]
        assert [date_name(d).replace("\u00a0", " ") for d in (YEAR, MAY)] == ["2022", "May 2023"]
