"""Names of persons in six cases: full, surname with initials, initials first.

Order of authority: the forms a person confirmed, our exceptions (`templates/language/ru/names.yaml`), rules that need
no stress (a woman's surname on a consonant stays as it is), and pytrovich for the rest.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import lru_cache
from itertools import chain
from typing import cast

from msgspec import Struct

from panahat.language import doubt_ids
from panahat.language.forms import NameForms, Six
from panahat.language.russian.name_words import given_word, patronymic_word, surname_word
from panahat.language.russian.paradigms import fold, foreign, restore, syllables
from panahat.language.typography import NBSP
from panahat.language.wordlists import words


def split_name(text: str) -> tuple[str, str, str | None]:
    """(surname, given name, patronymic or None) of «Фамилия Имя Отчество»; a patronymic may have two words («… оглы»).

    The given name is «» where the text has one word only.
    """
    surname, *rest = text.split() or [""]
    return surname, rest[0] if rest else "", " ".join(rest[1:]) or None


_WOMEN = ("ова", "ева", "ёва", "ская", "цкая")
_MEN = ("ов", "ев", "ёв", "ский", "цкий")


def clashes(surname: str, patronymic: str | None, female: bool) -> list[str]:
    """The id of the warning, if surname or patronymic has the ending of the other gender."""
    other = _MEN if female else _WOMEN
    pieces = [p for p in fold(surname).replace("-", " ").split() if syllables(p) > (1 if female else 2)]
    last = pieces[-1] if pieces else ""
    father = fold(patronymic or "")
    wrong = father.endswith(("ич", "ыч")) if female else father.endswith(("вна", "чна"))
    wrong = wrong or father.endswith(("оглы", "улы", "уулу") if female else ("кызы", "гызы"))
    return [doubt_ids.NAME_GENDER_CLASH] if wrong or last.endswith(other) else []


First = Callable[[str], bool]
Rule = Callable[[str, bool], tuple[Six, tuple[str, ...]]]
LIST = "ru/names"


class Part(Struct, frozen=True):
    """The forms of one part of a name and the ids of the doubts about them."""

    six: Six
    doubts: tuple[str, ...] = ()


def decline_surname(text: str, female: bool) -> Part:
    """A surname: every piece declines, save first pieces and particles that never do («Бонч-Бруевич», «фон Берг»)."""
    return _frozen(text) if _ends_in_son_of(text) else _words(text, surname_word, female, _surname_first)


def decline_given(text: str, female: bool) -> Part:
    """A given name: each word, and each piece of a woman's «Анна-Мария»; of a man's «Жан-Жак» only the last piece."""
    whole = _words(text, given_word, female, _any_first if female else _male_first)
    if " " in text or (not female and "-" in text):
        return Part(whole.six, (*whole.doubts, doubt_ids.NAME_COMPOUND))
    return whole


def decline_patronymic(text: str, female: bool) -> Part:
    """A patronymic: of «Саид-Ахмедович» the last piece; with «оглы», «кызы», «ұлы», «қызы» it stays as written."""
    return _frozen(text) if _ends_in_son_of(text) else _words(text, patronymic_word, female, _male_first)


def eastern(surname: str, given: str, female: bool = False) -> list[Part]:
    """Surname and given name of «Ким Чен Ир», where only the last word declines; empty for any other name."""
    folded = [fold(w) for w in given.replace("-", " ").split()]
    short = syllables(fold(surname)) == 1 or fold(surname) in words(LIST, "surnames_eastern")
    if len(folded) < 2 or not short or any(syllables(w) != 1 for w in folded):
        return []
    head, gap, last = given.rpartition(" ") if " " in given else given.rpartition("-")
    tail = _piece(last, given_word, female)
    six = cast(Six, tuple(head + gap + form for form in tail.six))
    return [_frozen(surname), Part(six, (*tail.doubts, doubt_ids.NAME_EASTERN_ORDER))]


def _words(text: str, rule: Rule, female: bool, first: First) -> Part:
    """Every word between spaces, every piece between hyphens; `first` says which pieces before a hyphen decline."""
    tokens = text.split(" ")
    parts = []
    for n, token in enumerate(tokens):
        *before, last = token.split("-")
        pieces = [_piece(p, rule, female) if first(fold(p)) and not _particle(p) else _frozen(p) for p in before]
        pieces.append(_frozen(last) if n < len(tokens) - 1 and _particle(last) else _piece(last, rule, female))
        parts.append(_join(pieces, "-"))
    return _join(parts, " ")


def _piece(piece: str, rule: Rule, female: bool) -> Part:
    """One word without spaces and hyphens, in its own letters."""
    folded = fold(piece)
    if foreign(piece):
        return Part((piece,) * 6, (doubt_ids.NAME_FOREIGN_LETTERS,))
    if len(folded.rstrip(".")) < 2 or folded.endswith("."):
        return Part((piece,) * 6, (doubt_ids.NAME_SINGLE_LETTER,) if piece else ())
    six, doubts = rule(folded, female)
    return Part(cast(Six, tuple(restore(piece, form) for form in six)), doubts)


def _join(parts: list[Part], gap: str) -> Part:
    six = cast(Six, tuple(gap.join(forms) for forms in zip(*(p.six for p in parts), strict=True)))
    return Part(six, tuple(d for p in parts for d in p.doubts))


def _frozen(text: str) -> Part:
    return Part((text,) * 6)


def _ends_in_son_of(text: str) -> bool:
    """True for «Гусейн оглы», «Бейшенбек кызы», «Ногайулы»: a father's name with a word for son or daughter."""
    tail = fold(text).replace("-", " ").split(" ")[-1]
    return tail.endswith(tuple(words(LIST, "son_of")))


def _surname_first(folded: str) -> bool:
    return folded not in words(LIST, "surnames_first_frozen")


def _male_first(folded: str) -> bool:
    return folded in words(LIST, "men_given_declined_first")


def _any_first(folded: str) -> bool:
    return True


def _particle(word: str) -> bool:
    return fold(word) in words(LIST, "particles")


GENDERS = ("male", "female")


def decline_name(
    surname: str, given: str, patronymic: str | None, gender: str, overrides: Mapping[str, str]
) -> NameForms:
    """«Фамилия Имя Отчество» in six cases; `overrides` holds confirmed forms of the whole name by case.

    `gender` is «male» or «female»; ValueError otherwise, and for an override of a case that does not exist.
    """
    parts, doubts = _parts(surname, given, patronymic, gender)
    return NameForms.of((" ".join(words) for words in zip(*parts, strict=True)), doubts).but(overrides)


def short_name(
    surname: str, given: str, patronymic: str | None, gender: str, overrides: Mapping[str, str]
) -> NameForms:
    """«Фамилия И.О.» in six cases, a no-break space before the initials; arguments as for `decline_name`."""
    parts, doubts = _parts(surname, given, patronymic, gender)
    tail = NBSP + initials(given, patronymic)
    return NameForms.of((form + tail for form in parts[0]), doubts).but(overrides)


def initials_first(
    surname: str, given: str, patronymic: str | None, gender: str, overrides: Mapping[str, str]
) -> NameForms:
    """«И.О. Фамилия» in six cases, a no-break space before the surname; arguments as for `decline_name`."""
    parts, doubts = _parts(surname, given, patronymic, gender)
    head = initials(given, patronymic) + NBSP
    return NameForms.of((head + form for form in parts[0]), doubts).but(overrides)


def initials(given: str, patronymic: str | None) -> str:
    """«А.С.», «А.-М.» for a hyphened given name, «А.» without a patronymic; «оглы», «кызы» give no initial."""
    of_given = "".join("-".join(f"{piece[0].upper()}." for piece in word.split("-") if piece) for word in given.split())
    father = (patronymic or "").split()[:1]
    return of_given + "".join(f"{word[0].upper()}." for word in father)


@lru_cache(maxsize=256)
def _parts(surname: str, given: str, patronymic: str | None, gender: str) -> tuple[tuple[Six, ...], tuple[str, ...]]:
    """The forms of surname, given name and (if there is one) patronymic, and the doubts about them."""
    if gender not in GENDERS:
        raise ValueError("gender is male or female")
    female = gender == "female"
    parts: list[Part]
    if patronymic is None and eastern(surname, given):
        parts = eastern(surname, given, female)
    else:
        parts = [decline_surname(surname, female), decline_given(given, female)]
        if patronymic is not None:
            parts.append(decline_patronymic(patronymic, female))
    doubts = chain(clashes(surname, patronymic, female), *(p.doubts for p in parts))
    return tuple(p.six for p in parts), tuple(dict.fromkeys(doubts))
