"""Dates as filings print them.

The twelve genitives are kept here: importing Babel for them costs some 30 ms, a quarter of a whole command.
"""

from __future__ import annotations

from datetime import date

from panahat.language.typography import NBSP

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
