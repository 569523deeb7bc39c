"""Bodies, offices, places and other phrases in seven cases: the suffix stands on the last word.

Whether that word is a possessive («Соты»: -на, -н) or plain («сот»: -қа, -ты) is read from its ending and from the
tables of `templates/language/kk/phrases.yaml`.
"""

from __future__ import annotations

import re
from functools import lru_cache

from panahat.language import doubt_ids
from panahat.language.kazakh.suffixes import (
    VOWELS,
    KazakhForms,
    Sound,
    abbreviation,
    attached,
    has_vowel,
    is_abbreviation,
    number,
    possessive,
    with_suffixes,
)
from panahat.language.wordlists import words

LIST = "kk/phrases"
_BRACKETED = re.compile(r"(.*\S) \(([^()]+)\)")
_PIECES = re.compile(r"(.*?)([^\s\-–«»\"“”()№]+)([»\"”]?)", re.S)
_NUMBER = re.compile(r"\d{1,12}")


@lru_cache(maxsize=1024)
def decline_phrase(text: str) -> KazakhForms:
    """`text`, given in the nominative, in seven cases: «Қазақстан Республикасының Жоғарғы Соты, …Сотына, …Сотын».

    In the genitive the body it belongs to loses its own -ның: «Қазақстан Республикасы Жоғарғы Сотының». A double term
    of the codes declines in both its parts: «ұстап беруге (экстрадициялауға)».
    """
    pair = _BRACKETED.fullmatch(text)
    if pair:
        return _both(pair[1], pair[2])
    found = _PIECES.fullmatch(text)
    if found is None:
        return KazakhForms.frozen(text, doubt_ids.KK_NO_SOUND)
    head, last, quote = found.groups()
    if quote:
        return _quoted(head, last, quote)
    forms = last_word(last).before(head)
    return _without_middle(head, forms) if is_possessive(last)[0] else forms


def last_word(word: str) -> KazakhForms:
    """The forms of one word as the last of a phrase."""
    if _NUMBER.fullmatch(word):
        return number(word)
    if is_abbreviation(word):
        return abbreviation(word)
    mine, guessed = is_possessive(word)
    if mine:
        return possessive(word, *((doubt_ids.KK_GUESSED_POSSESSIVE,) if guessed else ()))
    low = word.lower()
    if low.endswith(("кт", "ск")) and has_vowel(low):
        doubts = (doubt_ids.KK_CLUSTER,) if low.endswith("ск") else ()
        nom, *oblique = attached(word + "і", Sound(False, "vowel"))
        return KazakhForms.of((nom[:-1], *oblique), doubts)
    return with_suffixes(word)


def is_possessive(word: str) -> tuple[bool, bool]:
    """(whether a word ends in the possessive of the third person, whether that is a guess)."""
    low = word.lower()
    if low[-1:] not in ("ы", "і") or len(low) < 3 or low in words(LIST, "plain"):
        return False, False
    if low in words(LIST, "possessive") or low.endswith(("ұлы", "қызы")):
        return True, False
    if (low[-2] == "с" and low[-3] in VOWELS) or low.endswith(tuple(words(LIST, "possessive_endings"))):
        return True, False
    if low.endswith(tuple(words(LIST, "plain_endings"))):
        return False, False
    return True, True


def _both(outer: str, inner: str) -> KazakhForms:
    """A term with its double in brackets: both decline; a proper name in brackets stays as it is."""
    term = decline_phrase(outer)
    double = decline_phrase(inner) if inner[:1].islower() else KazakhForms.frozen(inner)
    doubts = (*term.doubts, *double.doubts)
    return KazakhForms.of((f"{a} ({b})" for a, b in zip(term.seven, double.seven, strict=True)), doubts)


def _quoted(head: str, last: str, quote: str) -> KazakhForms:
    """«Мемориал»-дың: the suffix follows the closing quotation mark."""
    bare = last_word(last)
    tails = [form.removeprefix(last).lstrip("-") for form in bare.seven]
    forms = (f"{head}{last}{quote}{'-' * bool(tail)}{tail}" for tail in tails)
    return KazakhForms.of(forms, (*bare.doubts, doubt_ids.KK_QUOTED))


def _without_middle(head: str, forms: KazakhForms) -> KazakhForms:
    """The forms whose genitive has no second genitive before it, unless a date or a number stands between."""
    before = head.split(" ")
    for at in range(len(before) - 1, -1, -1):
        bare = before[at][:-3]
        if before[at].endswith(("ның", "нің")) and bare.lower() in words(LIST, "bare_in_genitive"):
            rest = [bare, *before[at + 1 :]]
            if any(c.isdigit() for c in head):
                break
            gen = " ".join([*before[:at], *rest]) + forms.gen.removeprefix(head)
            return KazakhForms.of((forms.nom, gen, *forms.seven[2:]), forms.doubts)
    return forms


__all__ = ["decline_phrase", "is_possessive", "last_word"]
