"""A look remembers what decided, and nothing else."""

from __future__ import annotations

from argue_world import look

from panahat.argue.truth import every, no, none, some

CHARGE = {"article": "ru-uk-158", "alleged_on": "2019-11-16", "conduct": {"ru": "Так."}}


def two_charges(first: dict[str, object], second: dict[str, object]) -> dict[str, object]:
    return {"extradition": {"requesting_state": "RU", "charges": [{**CHARGE, **first}, {**CHARGE, **second}]}}


class DescribeTruth:
    def it_is_false_before_it_is_unknown_in_every(self) -> None:
        assert every([True, None, False]) is False
        assert every([True, None]) is None
        assert every([]) is True

    def it_is_true_before_it_is_unknown_in_some(self) -> None:
        assert some([False, None, True]) is True
        assert some([False, None]) is None
        assert some([]) is False

    def it_keeps_the_unknown_when_turned_round(self) -> None:
        assert (no(True), no(False), no(None)) == (False, True, None)
        assert none([None, False]) is None
        assert none([False]) is True


class DescribeLook:
    def it_records_a_missing_fact_with_its_whole_path_when_a_group_above_is_absent(self) -> None:
        eye = look()
        assert eye("extradition.arrest.bail_set") is None
        assert list(eye.missing) == [("extradition", "arrest", "bail_set")]
        assert not eye.facts

    def it_records_a_fact_it_read(self) -> None:
        eye = look()
        assert eye("client.gender") == "female"
        assert list(eye.facts) == [("client", "gender")]

    def it_does_not_wait_for_a_glance(self) -> None:
        eye = look()
        assert eye.glance("extradition.evaded") is None
        assert not eye.missing

    def it_keeps_only_the_item_that_decided(self) -> None:
        eye = look(two_charges({"max_years": "2"}, {"political": {"ru": "Знак."}}))
        charges = eye.each("extradition.charges")
        assert charges is not None
        assert eye.some(charges, lambda c: True if c("political") is not None else None) is True
        assert list(eye.facts) == [("extradition", "charges", 1, "political")]
        assert not eye.missing

    def it_names_what_is_missing_in_every_item_that_could_decide(self) -> None:
        eye = look(two_charges({}, {}))
        charges = eye.each("extradition.charges")
        assert charges is not None
        assert eye.some(charges, lambda c: True if c("political") is not None else None) is None
        assert [p[2] for p in eye.missing] == [0, 1]

    def it_keeps_every_item_that_failed_when_none_holds(self) -> None:
        eye = look(two_charges({"max_years": "2"}, {"max_years": "3"}))
        charges = eye.each("extradition.charges")
        assert charges is not None
        assert eye.some(charges, lambda c: c("max_years") > 5) is False
        assert {p[2] for p in eye.facts if len(p) > 2} == {0, 1}
