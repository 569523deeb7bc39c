"""The forms of the last word of a text: plain, possessive, a number, an abbreviation, a word in quotation marks."""

from __future__ import annotations

import re
from functools import cache

from panahat.language import doubt_ids
from panahat.language.kazakh.forms import KazakhForms
from panahat.language.kazakh.numerals import words as number_in_words
from panahat.language.kazakh.suffixes import VOWELS, Sound, attached, harmony, sound
from panahat.language.wordlists import wordlist

_CYRILLIC = re.compile("[\u0400-\u04ff]+(?:['’][\u0400-\u04ff]+)*")
_CAPITALS = re.compile("[А-ЯЁӘҒҚҢӨҰҮҺІ]")


def with_suffixes(word: str, of: Sound | None = None, *doubts: str) -> KazakhForms:
    """The forms of one word; `of` says how it ends where its own last vowel does not. Undeclined if it has no sound."""
    if not _CYRILLIC.fullmatch(word):
        return KazakhForms.frozen(word, *doubts, doubt_ids.KK_FOREIGN_LETTERS)
    if len(word) < 2 or not has_vowel(word):
        return KazakhForms.frozen(word, *doubts, doubt_ids.KK_NO_SOUND)
    return KazakhForms.of(attached(word, of or sound(word)), doubts)


def possessive(word: str, *doubts: str) -> KazakhForms:
    """The forms of a word with the possessive of the third person: «Соты, Сотының, Сотына, Сотын»."""
    return with_suffixes(word, Sound(harmony(word.lower()), "possessive"), *doubts)


def number(digits: str) -> KazakhForms:
    """The forms of a number in digits, its suffix by how it is read: «592-нің», «10-ға»."""
    last = number_in_words(int(digits)).split()[-1]
    return KazakhForms.of(attached(digits, sound(last), "-"))


def is_abbreviation(word: str) -> bool:
    """True for «ҚПК», «ӘҚБтК», «БҰҰ»: at least two capitals, the last letter one of them, seven letters at most."""
    if not (2 <= len(word) <= 7 and _CYRILLIC.fullmatch(word) and _CAPITALS.match(word[-1])):
        return False
    return len(_CAPITALS.findall(word)) >= max(2, len(word) - 2)


@cache
def abbreviation(word: str) -> KazakhForms:
    """The forms of an abbreviation with a hyphen: the stored reading, else its last letter's name, with a doubt."""
    listed = wordlist("kk/abbreviations")
    stored = listed[word] if word in listed else {"read": listed["letters"][word[-1]], "status": "recalled"}
    doubts = () if stored["status"] == "seen" else (doubt_ids.KK_ABBREVIATION,)
    return KazakhForms.of(attached(word, sound(stored["read"]), "-"), doubts)


def has_vowel(word: str) -> bool:
    """Whether a word has a vowel to take its harmony from."""
    return any(c in VOWELS or c in "ӣӯўїє" for c in word.lower())
