"""Numbers with nouns: «3 парақ», «он тәулік», «күнтізбелік бес күн». After a number the noun stays in the singular."""

from __future__ import annotations

from typing import Any

from panahat.language.kazakh.endings import possessive, with_suffixes
from panahat.language.kazakh.forms import KazakhForms
from panahat.language.kazakh.numerals import words
from panahat.language.typography import NBSP
from panahat.language.wordlists import wordlist


def counted(n: int, noun: str, case: str = "nom") -> str:
    """`n` in digits with its noun: «3 парақ», «5 жылға»; thousands parted by no-break spaces, and so number and noun.

    `noun` is a key of `templates/language/kk/nouns.yaml`; KeyError otherwise, ValueError for a case that does not exist.
    """
    digits = f"{n:,}".replace(",", NBSP) if abs(n) > 9999 else str(n)
    return f"{_before(noun)}{digits}{NBSP}{noun_after(noun, case)}"


def spelled_term(n: int, noun: str, case: str = "nom") -> str:
    """`n` in words with its noun: «он тәулік», «бес жұмыс күні», «он тәуліктен»; errors as for `counted` and `words`."""
    return f"{_before(noun)}{words(n)} {noun_after(noun, case)}"


def noun_after(noun: str, case: str = "nom") -> str:
    """The noun as it stands after any number."""
    entry = _entry(noun)
    *head, last = entry["noun"].split()
    forms: KazakhForms = possessive(last) if entry.get("possessive", False) else with_suffixes(last)
    return " ".join([*head, forms.case(case)])


def _before(noun: str) -> str:
    """A word that stands before the number, with its space, or nothing."""
    entry = _entry(noun)
    return f"{entry['before']} " if "before" in entry else ""


def _entry(noun: str) -> dict[str, Any]:
    entry: dict[str, Any] = wordlist("kk/nouns")[noun]
    return entry
