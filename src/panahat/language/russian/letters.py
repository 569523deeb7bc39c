"""Letters: capitals, ё, and Kazakh letters that Russian endings must leave alone."""

from __future__ import annotations

from typing import cast

from panahat.language.forms import Six

VOWELS = "аеёиоуыэюя"
HUSHING = "жшчщ"
_LOOK_ALIKE = str.maketrans("әғқңөұүһіҳҷӣӯўїєґҝҹҗ", "агкноуухихчиууиеггчж")
_CYRILLIC = frozenset("абвгдеёжзийклмнопрстуфхцчшщъыьэюя")


def fold(word: str) -> str:
    """`word` in as many small Russian letters: a Kazakh, Tajik or Ukrainian letter as its Russian neighbour."""
    return word.lower().translate(_LOOK_ALIKE)


def foreign(word: str) -> bool:
    """True if `word` has a letter that is no letter of a Cyrillic alphabet known here."""
    return any(c.isalpha() and c not in _CYRILLIC for c in fold(word))


def restore(written: str, form: str, yo: bool = False) -> str:
    """The folded `form` in the letters of `written`: its capitals, its ё, its Kazakh letters, and no new ё.

    `yo=True` takes ё and е for one letter, for dictionaries that add the dots themselves.
    """
    if "-" in written and written.count("-") == form.count("-"):
        return "-".join(restore(w, f, yo) for w, f in zip(written.split("-"), form.split("-"), strict=True))
    folded = fold(written)
    same = 0
    for a, b in zip(_plain(folded) if yo else folded, _plain(form) if yo else form, strict=False):
        if a != b:
            break
        same += 1
    ending = _plain(form[same:])
    shouted = len(written) > 1 and written.upper() == written
    return written[:same] + (ending.upper() if shouted else ending)


def restore_all(written: str, six: Six) -> Six:
    """Six folded forms from a dictionary (ё and е taken for one letter) in the letters of `written`."""
    return cast(Six, tuple(restore(written, form, yo=True) for form in six))


def syllables(word: str) -> int:
    """The number of vowels in a folded word."""
    return sum(c in VOWELS for c in word)


def _plain(text: str) -> str:
    return text.replace("ё", "е")
