"""The case suffixes of Kazakh: which of them a word takes, by its last vowel and its last sound.

    Жоғарғы Соты (possessive)   -ның -на -н -нда -нан -мен
    ақпан (nasal, back)         -ның -ға -ды -да -нан -мен
    Сергеев (voiceless, front)  -тің -ке -ті -те -тен -пен

A back vowel before the suffix asks for а/ы in it, a front one for е/і. Russian words keep the rule with three additions
of the norm: final в, б, г, д sound voiceless, -ь makes the word front, and final и behaves like й.
"""

from __future__ import annotations

from functools import cache
from typing import NamedTuple, cast

from panahat.language.kazakh.forms import Seven

BACK, FRONT = "аоұыуюяё", "әеөүіиэ"
VOWELS = BACK + FRONT
_VOICELESS = "кқпстшщфхһцчвбгғд"
# suffixes after the stem, by the class of its last sound; ы and а become і and е in a front word
_AFTER = {
    "vowel": "ның ға ны да дан мен",
    "nasal": "ның ға ды да нан мен",
    "sonorant": "дың ға ды да дан мен",
    "buzzing": "дың ға ды да дан бен",
    "voiceless": "тың қа ты та тан пен",
    "possessive": "ның на н нда нан мен",
}
_NEIGHBOUR = str.maketrans("ҳҷӣӯўїєґҝҹҗ", "хжиууиегкчж")
_TO_FRONT = str.maketrans("аығқ", "еігк")


class Sound(NamedTuple):
    """How a word ends: whether it is back, and the class of its last sound (a key of the table above)."""

    back: bool
    ending: str


def sound(word: str) -> Sound:
    """The sound of the end of `word`, in any Cyrillic letters; ValueError for a word without a vowel."""
    low = word.lower().translate(_NEIGHBOUR)
    back = harmony(low)
    if low[-1] in "ьъ":
        low = low.rstrip("ьъ")
    return Sound(back, _class(low[-1]))


def harmony(low: str) -> bool:
    """True if a word in small letters is back. A final у, ю («алу», «беру», «жою») follows the vowel before it."""
    if low.endswith("ь"):
        return False
    for at in range(len(low) - 1, -1, -1):
        letter = low[at]
        if letter in VOWELS:
            if letter in "ую" and at == len(low) - 1 and any(c in VOWELS for c in low[:at]):
                continue
            return letter in BACK
    raise ValueError("a word without a vowel has no harmony")


def _class(letter: str) -> str:
    if letter in "мнң":
        return "nasal"
    if letter in "рлйуию":
        return "sonorant"
    if letter in "зж":
        return "buzzing"
    return "voiceless" if letter in _VOICELESS else "vowel"


@cache
def suffixes(of: Sound) -> Seven:
    """The seven suffixes, the nominative's empty."""
    found = _AFTER[of.ending]
    return cast(Seven, ("", *(found if of.back else found.translate(_TO_FRONT)).split()))


def attached(written: str, of: Sound, hyphen: str = "") -> Seven:
    """`written` with its suffixes, in capitals after a word in capitals."""
    shouted = not hyphen and len(written) > 1 and written.upper() == written
    return cast(Seven, tuple(written + _joined(s, hyphen, shouted) for s in suffixes(of)))


def _joined(suffix: str, hyphen: str, shouted: bool) -> str:
    return hyphen * bool(suffix) + (suffix.upper() if shouted else suffix)
