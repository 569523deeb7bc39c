"""Words for what the case file names by a key: countries, the choices of the schema, terms.

A word that was written from memory carries the doubt `language/kk-recalled-wording` until a lawyer confirms it.
"""

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any, NamedTuple

from panahat.language import doubt_ids
from panahat.language.kazakh.phrases import decline_phrase
from panahat.language.kazakh.suffixes import CASES, KazakhForms
from panahat.language.wordlists import choices, narrowest, wordlist

_GENDERS = ("male", "female")


class Term(NamedTuple):
    """A term of procedure in both languages; `article` is the place where the Kazakh was met, or empty."""

    kk: str
    ru: str
    seen: bool
    article: str


def country(code: str) -> KazakhForms:
    """The official Kazakh name of the country with the ISO 3166 two-letter `code`; KeyError if it is not listed."""
    return _forms(_listed("countries", code))


@cache
def country_codes() -> frozenset[str]:
    """The codes that `country` knows."""
    return frozenset(code for code in wordlist("kk/countries") if len(code) == 2)


def citizen_of(code: str) -> KazakhForms:
    """«Ресей Федерациясының азаматы»; in the genitive the state stays bare: «Ресей Федерациясы азаматының»."""
    state, citizen = country(code), _forms(wordlist("kk/lexicon")["citizen"])
    named = (state.nom if case == "gen" else state.gen for case in CASES)
    forms = (f"{of} {who}" for of, who in zip(named, citizen.seven, strict=True))
    return KazakhForms.of(forms, (*state.doubts, *citizen.doubts))


def choice(group: str, field: str, key: str, gender: str = "male") -> KazakhForms | str | None:
    """The words of a key of a field of the schema, in seven cases or as they stand; None where there are none."""
    found = (choices("kk", group, field) or {}).get(key)
    if found is None or "text" in found:
        return found and str(found["text"])
    return _forms({**found, "kk": narrowest(found, gender) or found["kk"]})


def agree() -> dict[str, dict[str, str]]:
    """The pronouns by case, the same for everybody: he («ол», «оның» …), they («олар» …)."""
    read = wordlist("kk/agreement")
    return {name: dict(zip(CASES, row, strict=True)) for name, row in read.items()}


@cache
def terms() -> Mapping[str, Term]:
    """The terms of procedure by id: `terms()["ext_extradition"].kk` is «ұстап беру (экстрадициялау)»."""
    return {
        id: Term(row["kk"], row["ru"], row["status"] == "seen", row.get("article", ""))
        for id, row in wordlist("kk/terms")["terms"].items()
    }


def recalled() -> dict[str, str]:
    """Every word of the lists that a native lawyer has yet to confirm, by «list/key»: «countries/UA» is «Украина»."""
    return {
        name: text
        for file in ("countries", "lexicon", "nouns", "abbreviations")
        for name, text in _recalled(file, wordlist(f"kk/{file}"))
    }


def _recalled(name: str, entry: Mapping[Any, Any]) -> Iterator[tuple[str, str]]:
    if entry.get("status") == "recalled":
        told = ("kk", "text", "noun", *_GENDERS)
        words = [text for key, text in entry.items() if key.startswith(told)] or [name.rpartition("/")[2]]
        yield name, " / ".join(dict.fromkeys(words))
    for key, value in entry.items():
        if isinstance(value, dict):
            yield from _recalled(f"{name}/{key}", value)


def _listed(file: str, *keys: str) -> dict[str, Any]:
    entry = wordlist(f"kk/{file}")
    for key in keys:
        entry = entry[key]
    return entry


def _forms(entry: Mapping[str, Any]) -> KazakhForms:
    forms = decline_phrase(entry["kk"])
    return forms.doubted(doubt_ids.KK_RECALLED) if entry["status"] == "recalled" else forms
