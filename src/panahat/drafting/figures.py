"""The figures of a text: numbers and months, the same in every language, for the comparison of two."""

from __future__ import annotations

import re

_NUMBER = re.compile(r"\d+")
_MONTHS = {
    "ru": "январ феврал март апрел ма[йяе]\\b июн июл август сентябр октябр ноябр декабр".split(),
    "kk": "қаңтар ақпан наурыз сәуір мамыр маусым шілде тамыз қыркүйек қазан қараша желтоқсан".split(),
}
_MONTH = {
    language: [
        (f"month {n}", re.compile(rf"(?<=\d)[\s\u00a0»]+{stem}", re.IGNORECASE)) for n, stem in enumerate(stems, 1)
    ]
    for language, stems in _MONTHS.items()
}


def figures(text: str, language: str) -> frozenset[str]:
    """The numbers of `text`, without leading zeros, and the months that follow a number: {"11", "month 2", "2026"}."""
    found = {n.lstrip("0") or "0" for n in _NUMBER.findall(text)}
    for name, pattern in _MONTH.get(language, ()) if found else ():
        if pattern.search(text):
            found.add(name)
    return frozenset(found)
