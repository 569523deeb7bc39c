"""Words for what the case file names by a key: countries and the choices of the schema."""

from __future__ import annotations

from functools import cache

from panahat.language.forms import NameForms
from panahat.language.russian.agreement import agree
from panahat.language.wordlists import choices, wordlist


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
    found = found[gender] if isinstance(found, dict) else found
    return NameForms.of(found) if isinstance(found, list) else found
