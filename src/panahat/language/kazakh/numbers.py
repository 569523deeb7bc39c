"""Numbers with nouns and dates in Kazakh."""

from __future__ import annotations

from datetime import date
from functools import lru_cache
from typing import Any

from msgspec import Struct
from msgspec.structs import asdict

from panahat.language.kazakh.suffixes import CASES, KazakhForms, harmony, possessive, with_suffixes, words
from panahat.language.typography import NBSP
from panahat.language.wordlists import wordlist
from panahat.moments import AnyDate, PartialDate


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


class DateForms(Struct, frozen=True):
    """A day in seven cases; `attr` («…ақпандағы»), `quoted` («2026 жылғы «11» ақпан»), `short` (11.02.2026)."""

    nom: str
    gen: str
    dat: str
    acc: str
    loc: str
    abl: str
    ins: str
    attr: str
    quoted: str
    short: str

    @property
    def text(self) -> str:
        """The form without a case: «2026 жылғы 11 ақпан»."""
        return self.nom


def date_forms(day: date) -> DateForms:
    """The printed forms of a day; no leading zero, no-break spaces after the year and after the day."""
    month = month_forms(day.month)
    attr = month.loc + ("ғы" if harmony(month.nom) else "гі")
    head = f"{day.year}{NBSP}жылғы {day.day}{NBSP}"
    nom, gen, dat, acc, loc, abl, ins = (head + form for form in month.seven)
    quoted = f"{day.year}{NBSP}жылғы «{day.day:02}»{NBSP}{month.nom}"
    return DateForms(nom, gen, dat, acc, loc, abl, ins, head + attr, quoted, f"{day:%d.%m}.{day.year:04}")


def dated(when: AnyDate) -> dict[str, str]:
    """A date as far as it is known, in the forms of a day and with `text` and `start`.

    Of a month or a year `text` says when: «2023 жылғы мамырда», «2022 жылы»; `start` is the same at the start of a sentence.
    """
    if not isinstance(when, PartialDate):
        day = date_forms(when)
        return {"text": day.nom, "start": day.nom, **asdict(day)}
    if when.month:
        head, month = f"{when.year}{NBSP}жылғы{NBSP}", month_forms(when.month)
        forms = dict(zip(CASES, (head + form for form in month.seven), strict=True))
        attr = forms["loc"] + ("ғы" if harmony(month.nom) else "гі")
        text, short = forms["loc"], f"{when.month:02}.{when.year}"
    else:
        year = with_suffixes("жыл").seven
        forms = dict(zip(CASES, (f"{when.year}{NBSP}{form}" for form in year), strict=True))
        forms["loc"] = text = f"{when.year}{NBSP}жылы"
        attr, short = f"{when.year}{NBSP}жылғы", str(when.year)
    return {"text": text, "start": text, **forms, "attr": attr, "quoted": forms["nom"], "short": short}


@lru_cache(maxsize=12)
def month_forms(month: int) -> KazakhForms:
    """The month 1–12 in seven cases: «ақпан, ақпанның, ақпанға …»."""
    return with_suffixes(wordlist("kk/calendar")["months"][month - 1])
