"""Names of persons in six cases: full, surname with initials, initials first.

Order of authority: the forms a person confirmed, our exceptions (`templates/language/ru/names.yaml`), rules that need
no stress (a woman's surname on a consonant stays as it is), and pytrovich for the rest.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from itertools import chain

from panahat.language.forms import NameForms, Six
from panahat.language.russian.names.clashes import clashes
from panahat.language.russian.names.parts import Part, decline_given, decline_patronymic, decline_surname, eastern
from panahat.language.typography import NBSP

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


__all__ = ["GENDERS", "decline_name", "initials", "initials_first", "short_name"]
