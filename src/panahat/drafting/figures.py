"""The figures of a text: numbers and months, the same in every language, for the comparison of two."""

from __future__ import annotations

import re
from functools import cache

_NUMBER = re.compile(r"\d+")
_MONTHS = {
    "ru": "январ феврал март апрел ма[йяе]\\b июн июл август сентябр октябр ноябр декабр".split(),
    "kk": "қаңтар ақпан наурыз сәуір мамыр маусым шілде тамыз қыркүйек қазан қараша желтоқсан".split(),
}


@cache
def _month(language: str) -> re.Pattern[str] | None:
    """What finds a month after a number; each month is the group of its number."""
    stems = "|".join(f"({stem})" for stem in _MONTHS.get(language, ()))
    return re.compile(rf"(?<=\d)[\s\u00a0»]+(?:{stems})", re.IGNORECASE) if stems else None


def figures(text: str, language: str) -> frozenset[str]:
    """The numbers of `text`, without leading zeros, and the months that follow a number: {"11", "month 2", "2026"}."""
    found = {n.lstrip("0") or "0" for n in _NUMBER.findall(text)}
    month = _month(language) if found else None
    return frozenset(found if month is None else found | {f"month {m.lastindex}" for m in month.finditer(text)})
