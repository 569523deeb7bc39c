"""Bodies, offices, places and other short names in six cases, by the rule of the main word.

The words before the main word that agree with it decline, everything after it stays («Комитета национальной
безопасности»). Besides the main word decline: a second one joined by «и» or a comma in the nominative («суд и
прокурор»), an adjective right behind it («область Московская»), a participle after a comma («органа, рассматривающего
жалобу»), the name of a town after «город», a person after an office («следователя Зорина И.И.»). Abbreviations,
numbers and names in quotation marks never change.

Common words are declined by our own endings from `templates/language/ru/phrases.yaml`; pymorphy3 is loaded only for
others.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import cast

from panahat.language import doubt_ids
from panahat.language.forms import CASES, NameForms, Six
from panahat.language.russian.dictionary import collective, in_dictionary
from panahat.language.russian.names import decline_given, decline_patronymic, decline_surname
from panahat.language.russian.paradigms import adjective, feminine, fold, masculine, restore_all
from panahat.language.russian.phrase_words import (
    Group,
    abbreviation,
    find,
    is_space,
    is_word,
    known,
    never_changes,
    preposition,
    tokens,
)
from panahat.language.wordlists import wordlist, words

LIST = "ru/phrases"
PLACES = frozenset({"город", "село", "деревня", "станица"})


def place(parts: list[str], group: Group) -> dict[int, Six]:
    """The forms of the place name that follows the main word at once; none for names that stay as written.

    After «город» a name on a consonant or -а declines, after «село», «деревня», «станица» only one on -а, -я; names in
    -о, -е, -и, -у, -ы, plurals and those in the list `places_frozen` stay.
    """
    names = _capitalised(parts, group.head + 1)
    if not names:
        return {}
    town = fold(parts[group.head]) == "город"
    first = adjective(fold(parts[names[0]]), animate=False)
    if len(names) == 2 and first is not None:
        second = fold(parts[names[1]])
        if first[0] == "m" and second[-1] not in "аеёиоуыэюя" and adjective(second, animate=False) is None and town:
            noun = masculine(second, animate=False)
            return {n: restore_all(parts[n], six) for n, six in zip(names, (first[1], noun), strict=True)}
        if first[0] == "p":
            return {}
    six = _name(fold(parts[names[0]]), town)
    return {names[0]: restore_all(parts[names[0]], six)} if six else {}


def _capitalised(parts: list[str], start: int) -> list[int]:
    """The first one or two words at `start`, by number of token, as long as they have a capital."""
    names: list[int] = []
    for n in range(start, len(parts)):
        if is_space(parts[n]):
            continue
        if not is_word(parts[n]) or not parts[n][0].isupper() or len(names) == 2:
            break
        names.append(n)
    return names


def on_river(parts: list[str]) -> Group | None:
    """«Ростов-на-Дону» by itself."""
    six = _name(fold(parts[0]), town=True) if len(parts) == 1 and "-на-" in parts[0] else None
    return Group({0: restore_all(parts[0], six)}, 0, "m", False) if six else None


def _name(word: str, town: bool) -> Six | None:
    if word in words(LIST, "places_frozen"):
        return None
    if "-на-" in word:
        first, _, rest = word.partition("-")
        six = _name(first, town)
        return cast(Six, tuple(f"{form}-{rest}" for form in six)) if six else None
    if "-" in word:
        first, _, last = word.rpartition("-")
        six = _name(last, town)
        return cast(Six, tuple(f"{first}-{form}" for form in six)) if six else None
    found = adjective(word, animate=False)
    if found is not None and found[0] in ("m", "f") and not word.endswith("ай"):
        return found[1] if town or found[0] == "f" else None
    if word[-1] in "ая":
        return feminine(word)
    if not town or word[-1] in "еёиоуыэю":
        return None
    if word.endswith("ь") and word not in words(LIST, "places_masculine_soft") and not word.endswith("поль"):
        return feminine(word)
    return masculine(word, animate=False)


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


_PARTICIPLE = tuple(
    f"{stem}{end}" for stem in ("щ", "вш") for end in ("ий", "ая", "ее", "ие", "ийся", "аяся", "ееся", "иеся")
)
_PASSIVE = tuple(f"{stem}{end}" for stem in ("нн", "м", "т") for end in ("ый", "ая", "ое", "ые"))
_NOMINATIVE = ("ый", "ский", "цкий", "щий", "ая", "яя", "ые", "ские", "цкие", "щие")
_TAKES_ACCUSATIVE = frozenset({"в", "на", "через", "за", "под", "про", "по"})


def decline_tail(parts: list[str], group: Group, columns: dict[int, Six]) -> list[str]:
    """Adds to `columns` what declines after `group`, and gives the ids of doubts about it."""
    doubts: list[str] = []
    columns.update(_adjective_behind(parts, group))
    if fold(parts[group.head]) in PLACES:
        columns.update(place(parts, group))
    if group.animate and group.gender != "p":
        found, doubts = person(parts, group.end)
        columns.update(found)
    for n in range(group.end, len(parts)):
        if parts[n] != "," and parts[n].lower() not in ("и", "или", "либо"):
            continue
        second = _second(parts, n + 1, group)
        if second is not None:
            columns.update(second.forms)
            return [*doubts, *second.doubts, *decline_tail(parts, second, columns)]
        if parts[n] == ",":
            columns.update(_participle(parts, n + 1, group))
    return doubts


def _adjective_behind(parts: list[str], group: Group) -> dict[int, Six]:
    """«область Московская»: an adjective right behind the main word, if its ending can only be the nominative."""
    n = next((i for i in range(group.head + 1, len(parts)) if not is_space(parts[i])), group.head)
    if n == group.head or n in group.forms or not fold(parts[n]).endswith(_NOMINATIVE):
        return {}
    found = adjective(fold(parts[n]), animate=group.animate)
    return {n: restore_all(parts[n], found[1])} if found is not None and found[0] == group.gender else {}


def _second(parts: list[str], start: int, group: Group) -> Group | None:
    """Another main word in the nominative, beginning at `start`; none after a preposition with the accusative."""
    last = next((p.lower() for p in reversed(parts[group.end : start]) if preposition(p)), "")
    first = next((i for i in range(start, len(parts)) if not is_space(parts[i])), start)
    if last in _TAKES_ACCUSATIVE or first >= len(parts):
        return None
    found = find(parts, start, known)
    if found is None and fold(parts[first]).endswith(_NOMINATIVE):
        found = find(parts, start, in_dictionary)
    if found is None or first not in found.forms:
        return None
    like_genitive = len(found.forms) == 1 and fold(parts[found.head]) in words("ru/phrases", "plurals_like_genitive")
    return None if like_genitive else found


def _participle(parts: list[str], start: int, group: Group) -> dict[int, Six]:
    """«…, рассматривающий жалобу»: the participle after a comma, if it agrees with the main word."""
    n = next((i for i in range(start, len(parts)) if not is_space(parts[i])), start)
    if n >= len(parts) or not fold(parts[n]).endswith(_PARTICIPLE + _PASSIVE):
        return {}
    found = adjective(fold(parts[n]), animate=group.animate)
    return {n: restore_all(parts[n], found[1])} if found is not None and found[0] == group.gender else {}


def decline(text: str) -> NameForms:
    """`text` in six cases; see `panahat.language.decline_phrase`."""
    stored = wordlist("ru/phrases")["whole"].get(text)
    if stored is not None:
        return NameForms.of(stored)
    parts = tokens(text)
    if not parts or never_changes(parts[0]) or _abbreviated_head(parts[0]):
        return NameForms.frozen(text)
    group = (
        find(parts, 0, known)
        or on_river(parts)
        or _person_alone(parts)
        or collective(parts)
        or find(parts, 0, in_dictionary)
    )
    if group is None:
        return NameForms.frozen(text, doubt_ids.PHRASE_UNKNOWN_HEAD)
    columns: dict[int, Six] = dict(group.forms)
    doubts = list(group.doubts) + decline_tail(parts, group, columns)
    rows = ("".join(columns[n][c] if n in columns else part for n, part in enumerate(parts)) for c in range(len(CASES)))
    return NameForms.of(rows, doubts)


def _abbreviated_head(token: str) -> bool:
    """True for «КНБ», «РГУ», «СИЗО-1», which never change; a known word in capitals is no abbreviation."""
    return abbreviation(token) and (len(token) <= 6 or not token.isalpha()) and not list(known(token))


def _person_alone(parts: list[str]) -> Group | None:
    """«Зорин И.И.»: a person with no office; only with initials or a patronymic."""
    forms, doubts = person(parts, 0)
    plain = len(forms) == 1 and not any(p.endswith(".") for p in parts)
    return None if not forms or plain else Group(forms, max(forms), "p", True, tuple(doubts))


@lru_cache(maxsize=512)
def decline_phrase(text: str) -> NameForms:
    """`text`, a short name in the nominative, in six cases, with its own capitals, spaces and ё.

    Where no main word is found the text stays as written, and `doubts` says so; so does a word guessed by pymorphy3.
    """

    return decline(text)
