"""pytrovich, asked with gender and part of the name always given; the only file that imports it."""

from __future__ import annotations

from functools import cache
from typing import Any, Literal, cast

from panahat.language.forms import Six
from panahat.language.russian.names.settled import settled

NamePart = Literal["surname", "given", "patronymic"]


@cache
def _library() -> tuple[Any, dict[str, Any], tuple[Any, ...], tuple[Any, Any]]:
    from pytrovich.enums import Case, Gender, NamePart
    from pytrovich.maker import PetrovichDeclinationMaker

    parts = {"surname": NamePart.LASTNAME, "given": NamePart.FIRSTNAME, "patronymic": NamePart.MIDDLENAME}
    cases = (Case.GENITIVE, Case.DATIVE, Case.ACCUSATIVE, Case.INSTRUMENTAL, Case.PREPOSITIONAL)
    return PetrovichDeclinationMaker(), parts, cases, (Gender.MALE, Gender.FEMALE)


def by_library(word: str, part: NamePart, female: bool) -> Six:
    """The forms of one folded word without spaces or hyphens; the library is loaded for words that are not settled."""
    plain = settled(word, part, female)
    if plain is not None:
        return plain
    maker, parts, cases, genders = _library()
    forms = (maker.make(parts[part], genders[female], case, word) for case in cases)
    return cast(Six, (word, *forms))
