"""Dates as Kazakh filings print them: «2026 жылғы 11 ақпан» with its cases."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from panahat.language.kazakh.endings import with_suffixes
from panahat.language.kazakh.forms import KazakhForms
from panahat.language.kazakh.suffixes import harmony
from panahat.language.typography import NBSP
from panahat.language.wordlists import wordlist


@dataclass(frozen=True, slots=True)
class DateForms:
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
    quoted = f"{day.year}{NBSP}жылғы «{day.day}»{NBSP}{month.nom}"
    return DateForms(nom, gen, dat, acc, loc, abl, ins, head + attr, quoted, f"{day:%d.%m}.{day.year:04}")


@lru_cache(maxsize=12)
def month_forms(month: int) -> KazakhForms:
    """The month 1–12 in seven cases: «ақпан, ақпанның, ақпанға …»."""
    return with_suffixes(wordlist("kk/calendar")["months"][month - 1])
