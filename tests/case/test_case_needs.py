"""What a filing asks of a case, and finding facts by path."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from case_world import DELETE, changed, checked, load

from panahat.case.facts import expand, get, path_of, walk
from panahat.case.needs import Need, Needs, is_known
from panahat.messages import translator
from panahat.problems import ERROR, WARNING


def gaps(pattern: str, changes: dict[str, Any], **circumstances: Any) -> list[tuple[str, str]]:
    """(place, level) of every fact that is asked for and absent."""
    needs = Needs("letter", (Need.of(pattern),))
    return [(p.where, p.level) for p in checked(changes, needs=needs, **circumstances) if p.code.id == "case/needed"]


class DescribeNeeds:
    def it_is_content_with_a_fact_that_is_there(self) -> None:
        for pattern in ("client.name", "extradition.decision.number", "asylum[].filed", "annexes[]", "risk.past_harm"):
            assert gaps(pattern, {}) == []

    def it_names_the_fact_that_is_absent(self) -> None:
        assert gaps("client.born.place", {"client.born.place": DELETE}) == [("client.born.place", ERROR)]

    def it_names_the_fact_even_where_its_group_is_absent(self) -> None:
        assert gaps("entry.route", {"entry": DELETE}) == [("entry.route", ERROR)]

    def it_says_which_filing_asks_and_what_the_fact_is(self) -> None:
        needs = Needs("letter", (Need.of("entry.route"),))
        (problem,) = [p for p in checked({}, needs=needs) if p.code.id == "case/needed"]
        said = problem.say(translator("en"), problem.code.what)
        assert said == "The filing «letter» needs entry.route: route: «Стамбул — Алматы — …»."
        assert problem.line == load(changed({})).positions.of(("entry",))[0]

    @pytest.mark.parametrize(
        ("pattern", "gone", "named"),
        [
            ("entry.route", "entry", "entry"),
            ("risk.health", "risk.health", "risk.health"),
            ("asylum[].certificate", "asylum[0].certificate", "asylum.certificate"),
            ("extradition.decision.number", "extradition.decision.number", ""),
            ("client.address", "client.iin", ""),
        ],
    )
    def it_names_the_command_that_prints_the_lines_of_a_group_the_file_lacks(
        self, pattern: str, gone: str, named: str
    ) -> None:
        changes = {} if gone == "client.iin" else {gone: DELETE}
        (problem,) = [
            p for p in checked(changes, needs=Needs("letter", (Need.of(pattern),))) if p.code.id == "case/needed"
        ]
        assert problem.facts["lines"] == (f" (panahat new letter --only {named})" if named else "")

    def it_asks_for_a_fact_of_every_item(self) -> None:
        assert gaps("asylum[].registered", {"asylum[0].registered": DELETE}) == [("asylum[0].registered", ERROR)]
        assert gaps("asylum[].registered", {"asylum": []}) == [], "none is an answer"
        assert gaps("asylum[].registered", {"asylum": DELETE}) == [("asylum", ERROR)]

    def it_asks_for_at_least_one(self) -> None:
        assert gaps("extradition.charges[]", {"extradition.charges": []}) == [("extradition.charges", ERROR)]

    def it_takes_an_empty_list_for_absent_only_where_it_does_not_mean_none(self) -> None:
        assert gaps("extradition.charges", {"extradition.charges": []}) == [("extradition.charges", ERROR)]
        assert gaps("risk.past_harm", {"risk.past_harm": []}) == []

    def it_is_content_with_one_of_several(self) -> None:
        either = "extradition.decision.served.client | extradition.decision.served.defender"
        assert gaps(either, {}) == []
        nothing = {"extradition.decision.served": {"how": {"ru": "под расписку"}}}
        assert gaps(either, nothing) == [("extradition.decision.served.client", ERROR)]

    def it_asks_below_a_group_only_if_the_group_is_there(self) -> None:
        assert gaps("extradition.arrest?.until", {"extradition.arrest": DELETE}) == []
        assert gaps("extradition.arrest?.until", {"extradition.arrest.until": DELETE}) == [
            ("extradition.arrest.until", ERROR)
        ]

    @pytest.mark.parametrize("path", ["client.shoe_size", "client.name.surname.x", "client.name[]", "x", ""])
    def it_knows_no_path_that_no_case_has(self, path: str) -> None:
        assert not is_known(path)


class DescribeWants:
    @pytest.mark.parametrize(("final", "level"), [(False, WARNING), (True, ERROR)])
    def it_becomes_an_error_in_a_final_filing_where_the_filing_says_so(self, final: bool, level: str) -> None:
        needs = Needs("letter", (), (Need.of("entry.route"), Need.of("entry.place", True)))
        found = {p.where: p.level for p in checked({}, needs=needs, final=final) if p.where.startswith("entry")}
        assert found == {"entry.route": WARNING, "entry.place": level}

    def it_has_a_code_of_its_own(self) -> None:
        found = {p.code.id for p in checked({}, needs=Needs("letter", (), (Need.of("entry.route"),)))}
        assert found == {"case/wanted"}


class DescribeFinding:
    case = load(changed({})).case

    def it_gets_a_fact_by_path_or_dotted_path(self) -> None:
        assert get(self.case, "asylum[0].certificate.issued") == date(2025, 9, 12)
        assert get(self.case, ("client", "citizenship", 0)) == "RU"
        assert get(self.case, "schema") == "1"

    def it_gets_none_for_what_is_not_known(self) -> None:
        for dotted in (
            "asylum[3].filed",
            "client.address.ru",
            "extradition.charges[0].damage.ru",
            "representative.name.latin",
        ):
            assert get(self.case, dotted) is None

    def it_gets_nothing_below_an_equivalent_that_does_not_exist(self) -> None:
        case = load(changed({"extradition.charges[0].kz": "none"})).case
        assert get(case, "extradition.charges[0].kz") == "none"
        assert get(case, "extradition.charges[0].kz.article") is None

    def it_reads_a_dotted_path(self) -> None:
        assert path_of("asylum[0].decisions[12].on") == ("asylum", 0, "decisions", 12, "on")

    def it_expands_a_pattern_to_every_place(self) -> None:
        assert [p for p, _ in expand(self.case, "events[].on")] == [("events", 0, "on"), ("events", 1, "on")]
        assert list(expand(self.case, "client.address.kk")) == [(("client", "address", "kk"), None)]

    def it_walks_over_every_known_fact_with_its_help_text(self) -> None:
        facts = {path: (value, text) for path, value, text in walk(self.case)}
        assert facts["client", "born", "on"] == (date(1991, 5, 14), "date of birth")
        assert facts["client", "citizenship", 0][0] == "RU"
        assert facts["schema",][0] == "1"
        assert all(value is not None and get(self.case, path) == value for path, (value, _) in facts.items())

    def it_walks_over_every_value_that_stands_in_the_file(self) -> None:
        file = load(changed({"client.name.forms": {"ru": {"gen": "Студёной Аглаи Мироновны"}}}))
        walked = {path for path, _, _ in walk(file.case)}
        walked |= {path[:-1] for path in walked if path[-1] == "annex"}  # an id alone stands for the reference
        leaves = {
            p for p in file.positions._values if not any(q[: len(p)] == p and q != p for q in file.positions._values)
        }
        empty = {("asylum", 0, "decisions"), ("risk", "past_harm"), ("risk", "health")}
        assert leaves - walked == empty
