"""Kazakh letters lost to their Russian neighbours («казак» for «қазақ») in words whose spelling is known."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from panahat.language.kazakh.lexicon import terms

_FOLD = str.maketrans("әғқңөұүһі", "агкноуухи")
_WORD = re.compile(r"[а-яёәғқңөұүһі]+", re.IGNORECASE)
LEAST = 6
"""Shorter words are left alone: too many of them mean something else without the Kazakh letter."""


class Lost(NamedTuple):
    """One lost letter: the number of the word in the text and of the letter in the word (from 1), and the letter meant."""

    word: int
    letter: int
    meant: str


def lost_letters(text: str) -> list[Lost]:
    """Letters of known Kazakh terms that `text` writes with their Russian neighbours."""
    known = _known()
    found: list[Lost] = []
    for number, match in enumerate(_WORD.finditer(text), 1):
        word = match[0].lower()
        for length in range(len(word), LEAST - 1, -1):
            meant = known.get(word[:length].translate(_FOLD))
            if meant is None:
                continue
            if word[:length] not in meant:
                found += _differences(number, word[:length], min(meant))
            break
    return found


def _differences(number: int, word: str, meant: str) -> list[Lost]:
    return [Lost(number, n, m) for n, (w, m) in enumerate(zip(word, meant, strict=True), 1) if w != m]


@cache
def _known() -> dict[str, frozenset[str]]:
    """Known words by their spelling without Kazakh letters; only words that have such letters."""
    out: dict[str, set[str]] = {}
    plain: set[str] = set()
    for term in terms().values():
        for match in _WORD.finditer(term.kk):
            word = match[0].lower()
            if len(word) < LEAST:
                continue
            if word.translate(_FOLD) == word:
                plain.add(word)
            else:
                out.setdefault(word.translate(_FOLD), set()).add(word)
    return {folded: frozenset(words) for folded, words in out.items() if folded not in plain}
