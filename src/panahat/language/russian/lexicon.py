"""Words that agree with a person, and words for what the case file names by a key: countries, choices of the schema."""

from __future__ import annotations

from functools import cache
from typing import Any

from panahat.language.forms import CASES, NameForms
from panahat.language.wordlists import choices, narrowest, wordlist

_AGREEMENT = "ru/agreement"
_COLUMN = {"male": 0, "female": 1}


@cache
def agree(gender: str) -> dict[str, Any]:
    """Plain data for a person of `gender` («male», «female»; ValueError otherwise), treated as read-only.

    he: six cases («он»); him: gen, dat, acc, ins, prep after prepositions («него»); his: «его»; citizen: six cases
    («гражданин»); v: verbs in the past tense and short participles by name («обратился»); p: full participles by name
    in six cases («разыскиваемый», the accusative of a person).
    """
    if gender not in _COLUMN:
        raise ValueError("gender is male or female")
    n, read = _COLUMN[gender], wordlist(_AGREEMENT)
    after = _forms(read["him"][gender])
    return {
        "he": _forms(read["he"][gender]),
        "him": {case: after[case] for case in CASES[1:]},
        "his": read["his"][n],
        "citizen": _forms(read["citizen"][gender]),
        "v": {name: pair[n] for name, pair in read["v"].items()},
        "p": {name: _forms(both[gender]) for name, both in read["p"].items()},
    }


def _forms(row: list[str]) -> dict[str, str]:
    return dict(zip(CASES, row, strict=True))


def country(code: str) -> NameForms:
    """The official Russian name of the country with the ISO 3166 two-letter `code`; KeyError if it is not listed."""
    return NameForms.of(wordlist("ru/countries")[code])


@cache
def country_codes() -> frozenset[str]:
    """The codes that `country` knows."""
    return frozenset(code for code in wordlist("ru/countries") if len(code) == 2)


def citizen_of(code: str, gender: str) -> NameForms:
    """«гражданин Российской Федерации», «гражданка …» in six cases."""
    state = country(code).gen
    return NameForms.of(f"{citizen} {state}" for citizen in agree(gender)["citizen"].values())


def choice(group: str, field: str, key: str, gender: str = "male") -> NameForms | str | None:
    """The words of a key of a field of the schema, in six cases or as they stand; None where there are none."""
    found = (choices("ru", group, field) or {}).get(key)
    found = narrowest(found, gender) if isinstance(found, dict) else found
    return NameForms.of(found) if isinstance(found, list) else found
