"""A text in every case: only what is asked for is made, and it reads as any mapping of forms."""

from __future__ import annotations

import pytest

from panahat.language.forms import EachCase

CASES = ("nom", "gen")


def it_makes_a_form_once_and_only_when_it_is_asked_for() -> None:
    made: list[str] = []

    def make(case: str) -> str:
        made.append(case)
        return case.upper()

    forms = EachCase(CASES, make)
    turned = forms.each(str.lower)
    assert made == []
    assert (turned["gen"], turned.get("gen"), forms["gen"]) == ("gen", "gen", "GEN")
    assert made == ["gen"]


def it_reads_as_a_mapping_of_all_its_cases() -> None:
    forms = EachCase(CASES, str.upper)
    assert forms == {"nom": "NOM", "gen": "GEN"} == dict(forms) == {**forms}
    assert (list(forms), len(forms), "gen" in forms, "ins" in forms) == (["nom", "gen"], 2, True, False)
    assert list(forms.values()) == ["NOM", "GEN"]


def it_has_no_other_case() -> None:
    forms = EachCase(CASES, str.upper)
    assert forms.get("ins") is None
    with pytest.raises(KeyError):
        forms["ins"]
