"""Parts of a name that speak for the other gender."""

from __future__ import annotations

from panahat.language import doubt_ids
from panahat.language.russian.letters import fold, syllables

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
