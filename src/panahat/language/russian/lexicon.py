"""Words for what the case file names by a key: countries, documents, relatives, roles, grounds of persecution."""

from __future__ import annotations

from functools import cache

from panahat.language.forms import NameForms
from panahat.language.russian.agreement import agree
from panahat.language.wordlists import wordlist


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


def document_kind(kind: str) -> NameForms:
    """The name of a kind of identity document: «паспорт гражданина для выезда за границу»."""
    return NameForms.of(wordlist("ru/lexicon")["documents"][kind])


def relation(kind: str, gender: str) -> NameForms:
    """A relative by kind and gender: «супруга», «сын»."""
    return NameForms.of(wordlist("ru/lexicon")["relations"][kind][gender])


def role(kind: str, gender: str = "male") -> NameForms:
    """Who signs: «адвокат», «юридический консультант», «родственник»; also defender, representative, applicant."""
    found = wordlist("ru/lexicon")["roles"][kind]
    return NameForms.of(found[gender] if isinstance(found, dict) else found)


def ground(kind: str) -> str:
    """A ground of persecution in the genitive, to follow «по признаку»: «политических убеждений»."""
    return str(wordlist("ru/lexicon")["grounds"][kind])
