"""Dates as filings print them.

The twelve genitives are kept here: importing Babel for them costs some 30 ms, a quarter of a whole command.
"""

from __future__ import annotations

from datetime import date

from panahat.language.typography import NBSP
from panahat.moments import AnyDate, PartialDate

_MONTHS = (
    "января", "февраля", "марта", "апреля", "мая", "июня",
    "июля", "августа", "сентября", "октября", "ноября", "декабря",
)  # fmt: skip


def date_text(day: date) -> str:
    """«11 февраля 2026 года», the day bound to the month and the year to its word by no-break spaces."""
    return f"{day.day}{NBSP}{_MONTHS[day.month - 1]} {day.year}{NBSP}года"


def date_quoted(day: date) -> str:
    """«05» февраля 2026 года: the form of a signature line, the day in two digits and angle quotes."""
    return f"«{day.day:02}»{NBSP}{_MONTHS[day.month - 1]} {day.year}{NBSP}года"


def date_short(day: date) -> str:
    """11.02.2026."""
    return f"{day:%d.%m}.{day.year:04}"


def date_forms(when: AnyDate) -> dict[str, str]:
    """A date as far as it is known: `text` says when («14 мая 2023 года», «в мае 2023 года», «в 2022 году»), `start` the
    same at the start of a sentence, nom, gen, dat and acc its cases («с мая 2023 года»), `quoted` and `short` as above.
    """
    if not isinstance(when, PartialDate):
        text = date_text(when)
        return {"start": text, **dict.fromkeys(("text", "nom", "gen", "dat", "acc"), text)} | {
            "quoted": date_quoted(when),
            "short": date_short(when),
        }
    year, genitive = f"{when.year}{NBSP}", _MONTHS[when.month - 1] if when.month else ""
    if when.month:
        stem, soft = genitive[:-1], genitive[-1] == "я"
        nom = f"{stem}{'й' if genitive == 'мая' else 'ь' if soft else ''} {year}года"
        gen, text = f"{genitive} {year}года", f"в{NBSP}{stem}е {year}года"
        dat, short = f"{stem}{'ю' if soft else 'у'} {year}года", f"{when.month:02}.{when.year}"
    else:
        nom, gen, dat, text, short = year + "год", year + "года", year + "году", f"в{NBSP}{year}году", str(when.year)
    start = text[0].upper() + text[1:]
    return {"text": text, "start": start, "nom": nom, "gen": gen, "dat": dat, "acc": nom, "quoted": gen, "short": short}
