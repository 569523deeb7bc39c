"""Typography of free text: no-break spaces, paragraphs, quotation marks."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import Any

from panahat.language.wordlists import words

NBSP = "\u00a0"

_LIST = "ru/typography"
_OPENING, _CLOSING = "(«„“[\"'", ",;:!?)»”]\"'"
_DASHES = ("—", "–")
HYPHEN = "\u2011"
_TIED = re.compile(r"(?<=\d)-(?=\w)|(?<=\w)-(?=\d)|(?<=[А-ЯЁӘҒҚҢӨҰҮҺІ])-(?=[а-яёәғқңөұүһі])")
_ADDRESS = re.compile(r"\S*(?:@|://|www\.)\S*")


def nbsp(text: str) -> str:
    """`text` with no-break spaces and hyphens where a line must not end; nothing else changes, twice is as good as once.

    Bound: «ст. 592», «статьи 592», «№ 15», «11 февраля», «2026 года», «10 суток», «10 000», «И.О. Фамилия»,
    «Фамилия И.О.», «г. Алматы», «УПК РК», «и т. д.», and a dash to the word before it; numbers and suffixes at their
    hyphen: «592-бабының», «ҚПК-нің», «26-00-3/514», never an address of mail or of a page. Short prepositions are left
    alone: bound ones make justified lines gape.
    """
    return _hyphened(_joined(text) if " " in text else text)


def _hyphened(text: str) -> str:
    if "-" not in text or _TIED.search(text) is None:
        return text
    held = [found.span() for found in _ADDRESS.finditer(text)]
    return _TIED.sub(lambda m: m[0] if any(a <= m.start() < b for a, b in held) else HYPHEN, text)


@lru_cache(4096)
def _joined(text: str) -> str:
    pieces = re.split("([ \u00a0])", text)  # word, space, word, …
    before = ""
    for n in range(0, len(pieces) - 2, 2):
        left, space, right = pieces[n : n + 3]
        if space == " " and left and right and _bound(left, right, before[-1:].isdigit()):
            pieces[n + 1] = NBSP
        before = left
    return "".join(pieces)


@lru_cache(4096)
def _bound(left: str, right: str, after_number: bool) -> bool:
    """True if the space between `left` and `right` must hold; `after_number`: the word before `left` ends with a digit."""
    if right in _DASHES:
        return True
    states, pairs, leads, leads_after_number, places, units, stems = _lists()
    first, last = left.lstrip(_OPENING), right.rstrip(_CLOSING)
    low = first.lower()
    if last in states or last.rstrip(".") in states or f"{low}_{last.lower()}" in pairs:
        return True
    if first in ("№", "№№", "§", "§§") or left in ("«О", "«Об"):
        return True
    if low in leads and not (low in leads_after_number and after_number):
        return right[0].isalnum() or right[0] in _OPENING + "№"
    number_after = right.lstrip(_OPENING)[:1].isdigit()
    if number_after and low in places:
        return True
    if left.rstrip(_CLOSING)[-1:].isdigit():
        follows = last.lower().rstrip(".") if last.count(".") > 1 else last.lower()
        if follows in units or follows.rstrip(".") in units or follows.startswith(stems):
            return True
        if number_after:
            return _thousands(first, last.rstrip("."))
    return not first.islower() and ((_initials(first) and _name(last)) or (_name(first) and _initials(last)))


@cache
def _lists() -> tuple[Any, ...]:
    """The word lists that `_bound` asks, in its order."""
    names = ("states", "pairs", "leads", "leads_after_number", "places", "units")
    states, pairs, leads, *more = (words(_LIST, name) for name in names)
    own = "kk/typography"
    return (states, pairs | words(own, "pairs"), leads | words(own, "leads"), *more, tuple(words(own, "unit_stems")))


def _thousands(left: str, right: str) -> bool:
    """True between the groups of «10 000»."""
    return left.isdigit() and len(left) <= 3 and right.isdigit() and len(right) == 3


def _initials(word: str) -> bool:
    """True for «А.», «А.С.», «А.-М.»."""
    letters = word.replace("-", "").split(".")
    return len(letters) > 1 and not letters[-1] and all(len(c) == 1 and c.isupper() for c in letters[:-1])


def _name(word: str) -> bool:
    """True for a capitalised word, or initials that go on («А. С.»)."""
    return (word[:1].isupper() and word[1:2].islower()) or _initials(word)


def paragraphs(text: str) -> list[str]:
    """The paragraphs of `text`: apart by blank lines; inside one, line ends and doubled spaces are one space.

    Straight quotation marks become «…» only in a paragraph where every one of them is clearly opening (after a space,
    an opening bracket, a dash or at the start, before a letter or digit) or clearly closing, each pair is whole and no
    quotation stands inside another; else all of them stay as written. Hyphens, apostrophes and no-break spaces stay.
    """
    out = []
    for block in re.split(r"\n[ \t\u00a0]*\n", text.replace("\r\n", "\n")):
        line = re.sub(r"[ \t\n]+", " ", block).strip(" ")
        if line:
            out.append(_quoted(line))
    return out


def _quoted(line: str) -> str:
    if '"' not in line:
        return line
    pieces, opened = [], False
    for n, char in enumerate(line):
        if char in "«»“”„" and opened:
            return line
        if char != '"':
            pieces.append(char)
            continue
        before, after = line[n - 1 : n] if n else "", line[n + 1 : n + 2]
        opening = (not before or before in " \u00a0([—–-") and after.isalnum()
        closing = (before.isalnum() or before in ".!?…%)") and not after.isalnum()
        if opening in (closing, opened):
            return line
        opened = opening
        pieces.append("«" if opening else "»")
    return line if opened else "".join(pieces)
