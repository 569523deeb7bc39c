"""English words of a letter: dates, states, documents, relatives, names in Latin letters.

>>> date_text(date(2026, 2, 11))
'11\\xa0February 2026'
>>> choice("Relative", "relation", "child", "female").nom
'daughter'
>>> title_case("STUDENAIA-LVOVA")
'Studenaia-Lvova'
"""

from __future__ import annotations

from datetime import date
from functools import cache
from typing import NamedTuple

from panahat.language.wordlists import choices, narrowest, wordlist
from panahat.moments import AnyDate, PartialDate


class Plain(NamedTuple):
    """A name or phrase that does not change."""

    nom: str
    doubts: tuple[str, ...] = ()


def date_text(when: AnyDate) -> str:
    """When: «11 February 2026», the day bound to the month; «in May 2023», «in 2022» where no more is known."""
    return f"in\u00a0{date_name(when)}" if isinstance(when, PartialDate) else date_name(when)


def date_name(when: AnyDate) -> str:
    """A date, or what is known of it, as it stands after «since» or in a table: «11 February 2026», «May 2023», «2022»."""
    from babel.dates import format_date

    if not isinstance(when, PartialDate):
        return format_date(when, "d\u00a0MMMM y", locale="en_GB")
    return format_date(when.first, "MMMM\u00a0y", locale="en_GB") if when.month else str(when.year)


def date_short(day: date) -> str:
    """«11.02.2026», as in the other languages of a letter."""
    return day.strftime("%d.%m.%Y")


@cache
def country(code: str) -> str:
    """The name of the state with the ISO 3166 two-letter `code`; KeyError if there is none."""
    own = wordlist("en/lexicon")["countries"].get(code)
    if own is not None:
        return str(own)
    from babel import Locale

    return str(Locale("en", "GB").territories[code])


def choice(group: str, field: str, key: str, gender: str = "male") -> Plain | str | None:
    """The words of a key of a field of the schema, as a name or as they stand; None where there are none."""
    found = (choices("en", group, field) or {}).get(key)
    if isinstance(found, dict) and "text" in found:
        return str(found["text"])
    found = narrowest(found, gender) if isinstance(found, dict) else found
    return Plain(found) if found is not None else None


def counted(number: int, noun: str) -> str:
    """A number with its noun: «1 year», «10 years»."""
    return f"{number}\u00a0{wordlist('en/lexicon')['nouns'][noun][number != 1]}"


def title_case(latin: str) -> str:
    """A Latin name of a passport in ordinary capitals: «Studenaia-Lvova» for «STUDENAIA-LVOVA»."""
    return " ".join("-".join(part[:1].upper() + part[1:].lower() for part in word.split("-")) for word in latin.split())
