"""Decisions: the facts first, then the lawyer's choice, then what excludes what."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, ClassVar

import pytest
from argue_world import NAMED, TODAY, SmallFile, SmallLaw, argument, case

from panahat.argue.advice import advise
from panahat.argue.claims import claim_state
from panahat.argue.deciding import asks, decide, ordered, periods_of
from panahat.argue.explaining import explain_data
from panahat.argue.model import Argument, Decision, Warn, Weight
from panahat.messages import translator

PENDING = {"asylum": [{"filed": "2025-09-03", "authority": {"ru": "орган"}, "status": "pending"}]}
NONE: dict[str, Any] = {"asylum": []}


def decided(arguments: Sequence[Argument], facts: dict[str, Any]) -> tuple[SmallFile, dict[str, Decision]]:
    file = SmallFile(case(facts))
    decisions = decide(file, SmallLaw(), arguments, TODAY)  # type: ignore[arg-type]
    return file, {d.argument.id: d for d in decisions}


def codes(file: SmallFile, decisions: dict[str, Decision]) -> list[str]:
    problems = advise(file, SmallLaw(), list(decisions.values()))  # type: ignore[arg-type]
    assert all(p.as_dict(translator("en"))["message"] for p in problems)
    return [p.code.id for p in problems]


def choose(include: Sequence[str] = (), exclude: Sequence[str] = ()) -> dict[str, Any]:
    return {
        "arguments": {
            "include": list(include),
            "exclude": [{"id": id, "because": {"ru": "так решил адвокат"}} for id in exclude],
        }
    }


class DescribeVerdicts:
    def it_includes_what_the_facts_carry(self) -> None:
        _, got = decided([argument("a", all=("claim-pending",))], PENDING)
        assert (got["a"].verdict, got["a"].because, got["a"].missing) == ("included", "", ())

    def it_excludes_what_they_deny(self) -> None:
        _, got = decided([argument("a", all=("claim-pending",))], NONE)
        assert got["a"].verdict == "excluded"
        assert [f.test for f in got["a"].deciding] == ["claim-pending"]

    def it_does_not_know_where_a_fact_is_missing(self) -> None:
        _, got = decided([argument("a", all=("claim-pending",))], {})
        assert (got["a"].verdict, got["a"].missing) == ("unknown", (("asylum",),))

    def it_needs_one_of_any(self) -> None:
        _, got = decided([argument("a", any=("asylum-granted", "claim-pending"))], PENDING)
        assert got["a"].verdict == "included"
        assert [f.test for f in got["a"].deciding] == ["claim-pending"]

    def it_fails_when_one_of_none_holds(self) -> None:
        _, got = decided([argument("a", none=("claim-pending",))], PENDING)
        assert got["a"].verdict == "excluded"
        assert [f.role for f in got["a"].deciding] == ["none"]

    def it_names_every_fact_that_could_turn_it_in(self) -> None:
        _, got = decided([argument("a", any=("claim-pending", "un-measures-requested"))], {})
        assert got["a"].missing == (("asylum",), ("un_measures",))

    def it_forgets_what_is_missing_once_the_answer_is_certain(self) -> None:
        _, got = decided([argument("a", all=("claim-pending", "un-measures-requested"))], NONE)
        assert (got["a"].verdict, got["a"].missing) == ("excluded", ())


class DescribeTheLawyersChoice:
    def it_turns_an_unknown_argument_in(self) -> None:
        file, got = decided([argument("a", all=("claim-pending",))], choose(include=["a"]))
        assert (got["a"].verdict, got["a"].because) == ("included", "lawyer")
        assert got["a"].choice == ("arguments", "include", 0)
        assert codes(file, got) == []

    def it_cannot_turn_in_what_the_facts_deny(self) -> None:
        file, got = decided([argument("a", all=("claim-pending",))], {**NONE, **choose(include=["a"])})
        assert (got["a"].verdict, got["a"].because) == ("excluded", "")
        assert "argue/include-contradicted" in codes(file, got)

    def it_leaves_out_what_the_facts_carry(self) -> None:
        _, got = decided([argument("a", all=("claim-pending",))], {**PENDING, **choose(exclude=["a"])})
        assert (got["a"].verdict, got["a"].because) == ("left-out", "lawyer")
        assert got["a"].choice == ("arguments", "exclude", 0)
        assert got["a"].truth is True

    @pytest.mark.parametrize(
        ("chosen", "code"),
        [
            (choose(include=["b"]), "argue/unknown-choice"),
            (choose(exclude=["b"]), "argue/unknown-choice"),
            (choose(include=["a"], exclude=["a"]), "argue/both-chosen"),
            (choose(include=["a"]), "argue/needless-include"),
        ],
    )
    def it_is_questioned_where_it_makes_no_sense(self, chosen: dict[str, Any], code: str) -> None:
        file, got = decided([argument("a", all=("claim-pending",))], {**PENDING, **chosen})
        assert code in codes(file, got)


class DescribeExclusion:
    PAIR = (
        argument("strong", all=("claim-pending",), excludes=("weak",)),
        argument("weak", all=("un-measures-requested",), force=20),
    )
    MEASURES: ClassVar[dict[str, Any]] = {
        "un_measures": [{"body": "un-hrc", "filed": "2026-02-01", "status": "requested"}]
    }

    def it_leaves_out_what_an_included_argument_excludes(self) -> None:
        _, got = decided(self.PAIR, {**PENDING, **self.MEASURES})
        assert (got["weak"].verdict, got["weak"].because) == ("excluded", "strong")

    def it_leaves_out_an_unknown_one_too(self) -> None:
        _, got = decided(self.PAIR, PENDING)
        assert (got["weak"].verdict, got["weak"].because, got["weak"].missing) == ("excluded", "strong", ())

    def it_does_nothing_while_the_stronger_is_left_out(self) -> None:
        _, got = decided(self.PAIR, {**PENDING, **self.MEASURES, **choose(exclude=["strong"])})
        assert got["weak"].verdict == "included"

    def it_is_a_contradiction_if_the_lawyer_wants_both(self) -> None:
        file, got = decided(self.PAIR, {**PENDING, **self.MEASURES, **choose(include=["weak"])})
        assert got["weak"].verdict == "included"
        assert "argue/contradiction" in codes(file, got)


class DescribeWarnings:
    def it_gives_those_of_included_arguments_only(self) -> None:
        made = [argument("a", all=("claim-pending",), warn=(Warn("always"), Warn("never", "no-asylum-claim")))]
        assert decided(made, PENDING)[1]["a"].warn == ("always",)
        assert decided(made, NONE)[1]["a"].warn == ()

    def it_warns_where_the_condition_is_not_known(self) -> None:
        made = [argument("a", all=("claim-pending",), warn=(Warn("maybe", "charge-extremist"),))]
        assert decided(made, PENDING)[1]["a"].warn == ("maybe",)


class DescribeFactsOfThisPerson:
    def it_does_not_plead_the_law_alone(self) -> None:
        bare = argument("a", all=("claim-pending",), facts=({"fact": "risk.fear"}, {"fact": "risk.persecution"}))
        _, got = decided([bare], PENDING)
        assert (got["a"].verdict, got["a"].missing) == ("unknown", (("risk", "fear"), ("risk", "persecution")))

    def it_pleads_with_one_of_them(self) -> None:
        one = argument("a", all=("claim-pending",), facts=({"fact": "risk.fear"}, {"fact": "asylum"}))
        _, got = decided([one], PENDING)
        assert got["a"].verdict == "included"

    def it_names_an_empty_list_as_what_is_missing(self) -> None:
        _, got = decided([argument("a", facts=({"fact": "asylum"},))], NONE)
        assert (got["a"].verdict, got["a"].missing) == ("unknown", (("asylum",),))

    def it_leaves_the_choice_to_the_lawyer(self) -> None:
        bare = argument("a", all=("claim-pending",), facts=({"fact": "risk.fear"},))
        _, got = decided([bare], {**PENDING, **choose(include=["a"])})
        assert (got["a"].verdict, got["a"].because) == ("included", "lawyer")


class DescribeWeights:
    def it_puts_the_section_with_the_heaviest_ground_first(self) -> None:
        light = argument("a", all=("claim-pending",), weights=(Weight("support"),))
        heavy = argument("b", all=("claim-pending",), section="risk", weights=(Weight("decisive"),))
        _, got = decided([light, heavy], PENDING)
        assert [d.argument.id for d in ordered(got.values(), ["refuge", "risk"])] == ["b", "a"]

    def it_ranks_inside_a_section_by_weight_then_force(self) -> None:
        late = argument("a", all=("claim-pending",), force=1, weights=(Weight("risk"),))
        first = argument("b", all=("claim-pending",), force=9, weights=(Weight("protection"),))
        _, got = decided([late, first], PENDING)
        assert [d.argument.id for d in ordered(got.values(), ["refuge"])] == ["b", "a"]
        assert [d.argument.id for d in ordered(got.values(), ["refuge"], listed=["refuge"])] == ["a", "b"]

    @pytest.mark.parametrize(("facts", "rank"), [(PENDING, 0), (NONE, 3)])
    def it_weighs_by_the_case(self, facts: dict[str, Any], rank: int) -> None:
        weights = (Weight("decisive", "claim-pending"), Weight("procedure"))
        _, got = decided([argument("a", weights=weights)], facts)
        assert got["a"].weight == rank

    def it_leaves_an_argument_not_pleaded_without_weight(self) -> None:
        light = argument("a", all=("claim-pending",), weights=(Weight("decisive"),))
        other = argument("b", section="risk", weights=(Weight("support"),))
        _, got = decided([light, other], NONE)
        assert [d.argument.id for d in ordered(got.values(), ["refuge", "risk"])] == ["b", "a"]


class DescribeAdviceOnAsylum:
    def it_urges_to_file_where_no_claim_was_made(self) -> None:
        assert codes(*decided([argument("a", all=("claim-pending",))], NONE)) == ["argue/no-asylum-claim"]

    def it_asks_about_the_appeal_of_a_refusal(self) -> None:
        refused = {"filed": "2025-09-03", "authority": {"ru": "орган"}, "status": "refused"}
        file, got = decided([argument("a", all=("refusal-under-appeal",))], {"asylum": [refused]})
        assert codes(file, got) == ["argue/appeal-unknown"]
        assert got["a"].missing == (("asylum", 0, "decisions"),)

    @pytest.mark.parametrize(
        ("status", "appeal", "state"),
        [
            ("pending", None, "pending"),
            ("granted", None, "granted"),
            ("refused", None, "refused"),
            ("refused", "pending", "refused-under-appeal"),
            ("refused", "dismissed", "refused"),
            ("terminated", "pending", "ended"),
            ("withdrawn", None, "ended"),
        ],
    )
    def it_has_one_word_for_the_state_of_the_claim(self, status: str, appeal: str | None, state: str) -> None:
        ruling: dict[str, Any] = {"on": "2025-12-01", "outcome": "refused"}
        if appeal:
            ruling["appeal"] = {"to": {"ru": "суд"}, "filed": "2025-12-20", "status": appeal}
        claim = {"filed": "2025-09-03", "authority": {"ru": "орган"}, "status": status, "decisions": [ruling]}
        assert claim_state(case({"asylum": [claim]})) == state

    def it_tells_no_claim_from_a_claim_that_is_not_told(self) -> None:
        assert claim_state(case()) is None
        assert claim_state(case(NONE)) == "absent"


class DescribeAdviceOnCharges:
    def it_names_the_counterpart_that_the_registry_sees(self) -> None:
        charge = {"article": "ru-uk-282-3", "alleged_on": "2024-02-05", "conduct": {"ru": "Так."}, "kz": "none"}
        file, got = decided([argument("a", any=("charge-without-counterpart",))], extradited(charge))
        [problem] = advise(file, SmallLaw(), list(got.values()))  # type: ignore[arg-type]
        assert (problem.code.id, problem.where) == ("argue/counterpart-disputed", "extradition.charges[0].kz")
        assert problem.facts == {"articles": "kz-uk-258"}

    def it_is_silent_where_the_registry_sees_none(self) -> None:
        charge = {"article": "ru-uk-280-3", "alleged_on": "2024-02-05", "conduct": {"ru": "Так."}, "kz": "none"}
        assert codes(*decided([argument("a", any=("charge-without-counterpart",))], extradited(charge))) == []


def extradited(charge: dict[str, Any]) -> dict[str, Any]:
    return {"extradition": {"requesting_state": "RU", "charges": [charge]}}


class DescribeOrder:
    def it_follows_the_sections_of_the_filing_then_force(self) -> None:
        made = [
            argument("c", all=("claim-pending",), section="risk", force=20),
            argument("b", all=("claim-pending",), section="risk", force=10),
            argument("a", all=("claim-pending",), section="refuge"),
            argument("x", all=("claim-pending",), section="humanity"),
        ]
        _, got = decided(made, PENDING)
        assert [d.argument.id for d in ordered(got.values(), ["risk", "refuge"])] == ["b", "c", "a"]

    def it_collects_each_request_once(self) -> None:
        made = [
            argument("a", all=("claim-pending",), asks=("annul", "suspend")),
            argument("b", all=("claim-pending",), asks=("annul", "release")),
            argument("c", all=("asylum-granted",), asks=("other",)),
        ]
        assert asks(decided(made, PENDING)[1].values()) == ("annul", "suspend", "release")


class DescribeExplanation:
    def it_shows_tests_facts_and_places_but_no_value(self) -> None:
        made = [argument("a", all=("claim-pending",), any=("un-measures-requested",))]
        file, got = decided(
            made, {"asylum": [{"filed": "2025-09-03", "authority": {"ru": "СЕКРЕТ"}, "status": "pending"}]}
        )
        [told] = explain_data(got.values(), file)  # type: ignore[arg-type]
        assert (told["id"], told["verdict"], told["truth"]) == ("a", "unknown", None)
        assert told["missing"] == [{"path": "un_measures", "line": 2, "column": 1}]
        first, second = told["tests"]
        assert first["facts"][-1] == {"path": "asylum[0].status", "line": 4, "column": 1}
        assert (first["truth"], first["decides"], second["truth"], second["decides"]) == (True, False, None, True)
        assert "СЕКРЕТ" not in repr(told)

    def it_translates_labels(self) -> None:
        file, got = decided([argument("a", all=("claim-pending",))], PENDING)
        [told] = explain_data(got.values(), file, "ru")  # type: ignore[arg-type]
        assert told["tests"][0]["label"] == NAMED["claim-pending"].holds["ru"]

    def it_shows_where_the_lawyer_chose(self) -> None:
        file, got = decided([argument("a", all=("claim-pending",))], {**PENDING, **choose(exclude=["a"])})
        [told] = explain_data(got.values(), file)  # type: ignore[arg-type]
        assert (told["because"], told["choice"]["path"]) == ("lawyer", "arguments.exclude[0]")


def test_figures_must_come_with_the_arguments() -> None:
    with pytest.raises(LookupError):
        periods_of([argument("a", periods=None)])
