"""Letters of one script that look like letters of another, and where they hide in a word."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from panahat.messages import N_

# Cyrillic letter, and the Latin letter it is mistaken for. Upper-case В, К, М, Н, Т have look-alikes; their small forms
# are near enough to be typed for each other in a key.
_PAIRS = "АA ВB СC ЕE НH ІI ЈJ КK МM ОO РP ЅS ТT ХX УY аa сc еe һh іi јj оo рp ѕs хx уy әə"
_NEAR = "вb кk мm тt нh дd гg лl пn иi уu зz бb фf"
_GREEK = "αa οo νv ιi ρp κk τt υu εe χx ΑA ΒB ΕE ΖZ ΗH ΙI ΚK ΜM ΝN ΟO ΡP ΤT ΥY ΧX"

CYRILLIC_TO_LATIN = {ord(p[0]): p[1] for p in _PAIRS.split()}
LATIN_TO_CYRILLIC = {ord(p[1]): p[0] for p in _PAIRS.split() if p[0] not in "ЅЈѕј"}
_TO_KEY = {ord(p[0]): p[1] for p in f"{_NEAR} {_GREEK} {_PAIRS}".split()}

_WORD = re.compile(r"[^\W\d_]+")
_TOUCHING = re.compile("[A-Za-z\u00c0-\u02af][\u0400-\u052f]|[\u0400-\u052f][A-Za-z\u00c0-\u02af]")
_LONE = re.compile("(?<![^\\s«(„])[acokyABCEHKMOTXY](?=\\s+[\u0400-\u052f])")


class Letter(NamedTuple):
    """A foreign letter: the word it stands in and its place there, both counted from 1, and the letter itself."""

    word: int
    place: int
    letter: str


def is_latin(letter: str) -> bool:
    """Whether a letter is of the Latin alphabet, with its extensions."""
    return letter < "\u02b0" and letter.isalpha()


def is_not_latin(letter: str) -> bool:
    return not is_latin(letter)


def is_cyrillic(letter: str) -> bool:
    """Whether a letter is of the Cyrillic alphabet, with its extensions."""
    return "\u0400" <= letter <= "\u052f"


def alphabet(letter: str) -> str:
    """The English name of the alphabet of a letter, as messages say it (the letter itself is never shown)."""
    if is_latin(letter):
        return N_("a Latin letter")
    if is_cyrillic(letter):
        return N_("a Cyrillic letter")
    return N_("a Greek letter") if "\u0370" <= letter <= "\u03ff" else N_("a letter of another alphabet")


def meant_key(key: str, known: Iterable[str]) -> tuple[str, Letter] | None:
    """The known key that `key` was meant to be, and its first foreign letter; None if no look-alike explains it."""
    foreign = next((i for i, c in enumerate(key) if ord(c) > 127), None)
    if foreign is None or len(key) > 60:
        return None
    meant = key.translate(_TO_KEY).lower()
    return (meant, Letter(1, foreign + 1, key[foreign])) if meant in set(known) else None


def mixed_letters(text: str) -> Iterator[Letter]:
    """The look-alike letters of words written in two scripts.

    A word counts only when all its letters of one script could be letters of the other: «Теlegram» with a Cyrillic «Т»,
    «спрaвка» with a Latin «a»; not «IT-отдел» or «SMMщик».
    """
    if not _TOUCHING.search(text):
        return
    for number, match in enumerate(_WORD.finditer(text), 1):
        word = match[0]
        if not _TOUCHING.search(word):
            continue
        latin = [i for i, c in enumerate(word) if is_latin(c)]
        cyrillic = [i for i, c in enumerate(word) if is_cyrillic(c)]
        latin_hides = all(ord(word[i]) in LATIN_TO_CYRILLIC for i in latin)
        cyrillic_hides = all(ord(word[i]) in CYRILLIC_TO_LATIN for i in cyrillic)
        if latin_hides and (not cyrillic_hides or len(latin) <= len(cyrillic)):
            yield from (Letter(number, i + 1, word[i]) for i in latin)
        elif cyrillic_hides:
            yield from (Letter(number, i + 1, word[i]) for i in cyrillic)


def lone_letters(text: str) -> Iterator[Letter]:
    """Latin letters alone before a Cyrillic word, where a preposition or conjunction would stand («c», «o»)."""
    for match in _LONE.finditer(text):
        yield Letter(len(_WORD.findall(text[: match.end()])), 1, match[0])


def letters_of(text: str, foreign: Callable[[str], bool]) -> Iterator[Letter]:
    """Every letter of `text` that is `foreign`."""
    for number, match in enumerate(_WORD.finditer(text), 1):
        yield from (Letter(number, i + 1, c) for i, c in enumerate(match[0]) if foreign(c))
