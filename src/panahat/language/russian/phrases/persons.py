"""A person named after an office: «следователь Зорин И.И.», «судья Р.Т. Оспанова», «прокурор Зорин Иван Ильич»."""

from __future__ import annotations

import re

from panahat.language import doubt_ids
from panahat.language.forms import Six
from panahat.language.russian.letters import fold
from panahat.language.russian.names.parts import decline_given, decline_patronymic, decline_surname
from panahat.language.russian.phrases.tokens import is_space, is_word

_INITIALS = re.compile(r"[^\W\d_]\.(?:-?\s?[^\W\d_]\.)*")
_WOMAN = ("ова", "ева", "ёва", "ина", "ына", "ская", "цкая")
_MAN = ("ов", "ев", "ёв", "ин", "ын", "ский", "цкий")
_FATHER = ("вич", "ьич", "улы", "вна", "чна", "кызы")


def person(parts: list[str], start: int) -> tuple[dict[int, Six], list[str]]:
    """The forms of a person's name at or after token `start`, by number of token, and the ids of doubts; maybe none."""
    words = [n for n in range(start, len(parts)) if not is_space(parts[n])]
    for at, n in enumerate(words):
        if _INITIALS.fullmatch(parts[n]):
            beside = [*words[at + 1 : at + 2], *words[max(at - 1, 0) : at]]
            surname = next((i for i in beside if _named(parts[i])), None)
            return _surname(parts, surname) if surname is not None else ({}, [])
    for at in range(len(words) - 2):
        three = words[at : at + 3]
        if all(_named(parts[n]) for n in three) and fold(parts[three[2]]).endswith(_FATHER):
            return _full(parts, three)
    if words and _named(parts[words[0]]) and fold(parts[words[0]]).endswith(_WOMAN + _MAN):
        return _surname(parts, words[0])
    return {}, []


def _surname(parts: list[str], n: int) -> tuple[dict[int, Six], list[str]]:
    word = fold(parts[n])
    part = decline_surname(parts[n], female=word.endswith(_WOMAN))
    told = word.endswith(_WOMAN + _MAN) or len({*part.six}) == 1
    return {n: part.six}, [*part.doubts, *([] if told else [doubt_ids.PHRASE_PERSON])]


def _full(parts: list[str], three: list[int]) -> tuple[dict[int, Six], list[str]]:
    surname, given, father = (parts[n] for n in three)
    female = fold(father).endswith(("на", "кызы"))
    found = (decline_surname(surname, female), decline_given(given, female), decline_patronymic(father, female))
    return {n: p.six for n, p in zip(three, found, strict=True)}, [d for p in found for d in p.doubts]


def _named(token: str) -> bool:
    return is_word(token) and len(token) > 1 and token[0].isupper() and not token.isupper()
