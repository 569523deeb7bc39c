"""Names of files that every office takes: small Latin letters, digits and hyphens, and no person's name among them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from panahat.case.facts import groups
from panahat.language.latin import readable

if TYPE_CHECKING:
    from panahat.case.models import Case

_WORD = re.compile(r"[^\W_]+(?:-[^\W_]+)*")
_LATIN = re.compile(r"[^a-z0-9]+")
_STEM = 4
"""So many letters of a name tell it in every grammatical case."""


def names_of_people(case: Case) -> frozenset[str]:
    """The beginnings of every name in the case, in Latin letters."""
    found: set[str] = set()
    for _, group, node in groups(case):
        if group.name == "PersonName":
            for part in (node.surname, node.given, node.patronymic, node.latin, node.kk):
                found |= {_stem(word) for word in _WORD.findall(part or "") if len(word) > 1}
    return frozenset(found)


def short(title: str, people: frozenset[str] | None, letters: int) -> str:
    """«postanovlenie-suda-ot-28-yanvarya»: the words of a title that are no name, as far as there is room.

    Capitals inside a title begin proper names, of people too who stand nowhere else in the case: such words are left out,
    unless `people` is None, for a title that names nobody.
    """
    words = _WORD.findall(title)
    kept = [w for n, w in enumerate(words) if people is None or ((not n or w == w.lower()) and _stem(w) not in people)]
    out = ""
    for word in filter(None, (_LATIN.sub("-", readable(w).lower()).strip("-") for w in kept)):
        longer = f"{out}-{word}".strip("-")
        if len(longer) > letters:
            break
        out = longer
    return re.sub(r"(-(?:o|ob|ot|na|i|v|s|k|iz|po|dlya|zhane|of|the|and|to|on|in)(-\d+)?)+$", "", out)


def _stem(word: str) -> str:
    return _LATIN.sub("", readable(word).lower())[:_STEM]
