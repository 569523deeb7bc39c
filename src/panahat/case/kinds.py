"""How a text becomes a day, a flag, a number or an IIN; each refuses with a short reason that never repeats the text.

These functions stand apart from the models, because the reader of a case file needs them and not the models themselves.
"""

from __future__ import annotations

import re
from datetime import date, time
from typing import Any

from panahat.case.core import PydanticCustomError
from panahat.case.limits import COUNT, FIRST_YEAR, LAST_YEAR
from panahat.moments import Moment, PartialDate

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
_PARTIAL = re.compile(r"(\d{4})(?:-(\d{2}))?", re.ASCII)
_CLOCK = re.compile(r"([01]\d|2[0-3]):[0-5]\d", re.ASCII)
_NUMBER = re.compile(r"\d{1,9}", re.ASCII)
UNKNOWN = "unknown"
_SHEETS = re.compile(r"(\d{1,4})(?:\s?[-–]\s?(\d{1,4}))?", re.ASCII)
_IIN = re.compile(r"\d{12}", re.ASCII)


def day(value: Any) -> Any:
    """A date written year-month-day, within a life's reach."""
    if isinstance(value, date):
        return value
    if isinstance(value, str) and _PARTIAL.fullmatch(value):
        raise PydanticCustomError("day_needed", "a month or a year is not enough here: the day is needed")
    if not isinstance(value, str) or not _DAY.fullmatch(value):
        raise PydanticCustomError("day", "a date is written year-month-day, for example 2026-02-09")
    try:
        found = date.fromisoformat(value)
    except ValueError:
        raise PydanticCustomError("day_impossible", "there is no such day in the calendar") from None
    if not FIRST_YEAR <= found.year <= LAST_YEAR:
        raise PydanticCustomError("day_century", "the year is out of range")
    return found


def partial(value: Any) -> Any:
    """A date as far as it is known: 2026-02-09, 2026-02 or 2026."""
    found = _PARTIAL.fullmatch(value) if isinstance(value, str) else None
    if found is None:
        return value if isinstance(value, PartialDate) else day(value)
    year, month = int(found[1]), int(found[2]) if found[2] else None
    if month is not None and not 1 <= month <= 12:
        raise PydanticCustomError("day_impossible", "there is no such month in the calendar")
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise PydanticCustomError("day_century", "the year is out of range")
    return PartialDate(year, month)


def partial_or_unknown(value: Any) -> Any:
    """A date as far as it is known, or None where the file says «unknown»."""
    return None if value is None or value == UNKNOWN else partial(value)


def moment(value: Any) -> Any:
    """A day, with hour and minute after a space where they are known: «2026-01-28 12:00»."""
    if isinstance(value, Moment):
        return value
    text = value if isinstance(value, str) else ""
    on, _, clock = text.partition(" ")
    found = day(on)
    if not clock:
        return Moment(found)
    if not _CLOCK.fullmatch(clock):
        raise PydanticCustomError("clock", "an hour is written with two digits, a colon and the minutes: 09:05")
    return Moment(found, time.fromisoformat(clock))


def flag(value: Any) -> Any:
    """True or False, written `true` or `false`."""
    if isinstance(value, bool):
        return value
    if value == "true":
        return True
    if value == "false":
        return False
    raise PydanticCustomError("flag", "write true or false")


def count(value: Any) -> Any:
    """A whole number from 0, in digits."""
    if isinstance(value, str) and _NUMBER.fullmatch(value):
        value = int(value)
    if not isinstance(value, int) or isinstance(value, bool) or not 0 <= value <= COUNT:
        raise PydanticCustomError("count", "write a whole number in digits")
    return value


def positive(value: Any) -> Any:
    """A whole number from 1, in digits."""
    value = count(value)
    if value < 1:
        raise PydanticCustomError("count_positive", "this number is at least 1")
    return value


def sheets(value: Any) -> Any:
    """Sheets of a document: one, «3», or a run of them, «4-6»; a pair of the first and the last."""
    if isinstance(value, tuple):
        return value
    found = _SHEETS.fullmatch(value) if isinstance(value, str) else None
    first, last = (int(found[1]), int(found[2] or found[1])) if found else (0, 0)
    if not 0 < first <= last:
        raise PydanticCustomError("sheets", "sheets are written «3» or «4-6»")
    return first, last


def iin(value: Any) -> Any:
    """An individual identification number: twelve digits."""
    if not isinstance(value, str) or not _IIN.fullmatch(value):
        raise PydanticCustomError("iin", "an IIN has twelve digits")
    return value


def checks_out(iin: str) -> bool:
    """Whether the last digit of an IIN is the check digit of the others (two passes, modulo 11)."""
    digits = [int(c) for c in iin]
    check = sum(w * d for w, d in zip(range(1, 12), digits, strict=False)) % 11
    if check == 10:
        check = sum(w * d for w, d in zip((3, 4, 5, 6, 7, 8, 9, 10, 11, 1, 2), digits, strict=False)) % 11
    return check == digits[11] != 10
