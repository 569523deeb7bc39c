"""Do the languages of a template or an argument have the same structure: paragraphs, styles, conditions, citations?"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import zip_longest

from panahat.drafting.codes import STRUCTURE
from panahat.drafting.outline import Line
from panahat.drafting.passages import lines_of
from panahat.messages import N_
from panahat.problems import Problem

_NAMES = re.compile(r"\b(?:cite|decisions|soft|annex)\.[a-z0-9_]+")
_SHOWN = 60

Row = tuple[str, str]
"""What kind of paragraph, and its Jinja text."""


def compare_outlines(name: str, one: Sequence[Line], other_name: str, other: Sequence[Line]) -> list[Problem]:
    """Where two templates of one filing part: the first place, with both paragraph numbers and the text."""
    return _first_difference(name, [_row(x) for x in one], other_name, [_row(x) for x in other])


def compare_passages(name: str, one: str, other_name: str, other: str) -> list[Problem]:
    """Where two texts of one argument part."""
    return _first_difference(name, lines_of(one), other_name, lines_of(other))


def _row(line: Line) -> Row:
    return ("tag", line.text) if line.governs else (line.style, line.text)


def _first_difference(name: str, one: Sequence[Row], other_name: str, other: Sequence[Row]) -> list[Problem]:
    for number, (a, b) in enumerate(zip_longest(one, other, fillvalue=("", "")), 1):
        difference = _difference(a, b)
        if difference:
            text = a[1] if len(a[1]) <= _SHOWN else a[1][:_SHOWN] + "…"
            facts = {
                "number": str(number),
                "other": str(number),
                "there": other_name,
                "difference": "@" + difference,
                "text": text,
            }
            return [Problem(STRUCTURE, name, line=number, facts=facts)]
    return []


def _difference(a: Row, b: Row) -> str:
    if a[0] != b[0]:
        return N_("another kind of paragraph")
    if a[0] == "tag" and _tight(a[1]) != _tight(b[1]):
        return N_("another condition or loop")
    if set(_NAMES.findall(a[1])) != set(_NAMES.findall(b[1])):
        return N_("other norms, decisions or annexes")
    return ""


def _tight(tag: str) -> str:
    return re.sub(r"\s+", "", tag)
