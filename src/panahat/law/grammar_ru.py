"""How Russian names a place in an act: «пункты 7 и 11 части 1 статьи 590».

The innermost unit is the head and takes the asked case; every unit above it stands in the genitive. Units of one
kind side by side share one word in the plural. Nothing here knows an act or a key: another language stands beside it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from panahat.law.model import CASES
from panahat.law.places import Tree

cases: Sequence[str] = CASES
act_case = "gen"
NBSP = "\u00a0"
_MONTHS = "января|февраля|марта|апреля|мая|июня|июля|августа|сентября|октября|ноября|декабря"
_TIE = re.compile(rf"(?<=\d) (?=(?:{_MONTHS}|года?|год)\b)|(?<=№) (?=\d)|(?<=«О) | (?=(?:РК|РФ)\b)")

_FORMS: dict[str, tuple[str, str]] = {
    "статья": ("статья статьи статье статью статьёй статье", "статьи статей статьям статьи статьями статьях"),
    "часть": ("часть части части часть частью части", "части частей частям части частями частях"),
    "пункт": ("пункт пункта пункту пункт пунктом пункте", "пункты пунктов пунктам пункты пунктами пунктах"),
    "подпункт": (
        "подпункт подпункта подпункту подпункт подпунктом подпункте",
        "подпункты подпунктов подпунктам подпункты подпунктами подпунктах",
    ),
    "абзац": ("абзац абзаца абзацу абзац абзацем абзаце", "абзацы абзацев абзацам абзацы абзацами абзацах"),
    "раздел": (
        "раздел раздела разделу раздел разделом разделе",
        "разделы разделов разделам разделы разделами разделах",
    ),
}
_WORDS = {
    (unit, case, many): form
    for unit, numbers in _FORMS.items()
    for many, forms in enumerate(numbers)
    for case, form in zip(CASES, forms.split(), strict=True)
}


def cited(place: str, act: str) -> str:
    """A place with its act: «часть 1 статьи 592» and the act in the genitive."""
    return f"{place} {act}"


def introduced(full: str, short: str) -> str:
    """«… Республики Казахстан (далее — УПК РК)»."""
    return f"{full} (далее — {short})"


def tied(text: str) -> str:
    """`text` with no-break spaces in dates, after «№» and before «РК», «РФ»."""
    return _TIE.sub(NBSP, text)


def listed(items: Sequence[str]) -> str:
    """`items` as one list: «6», «6 и 9», «6, 7 и 9»."""
    return items[0] if len(items) == 1 else ", ".join(items[:-1]) + " и " + items[-1]


def word(unit: str, case: str, *, many: bool = False) -> str:
    """A unit's name in a case: word("статья", "ins") is «статьёй»; KeyError for a unit that is not in the table."""
    return _WORDS[unit, case, many]


def number(text: str) -> str:
    """A unit's number as it is printed; a Cyrillic letter stands in quotes: «пункт «г» части 3»."""
    return f"«{text}»" if len(text) == 1 and "а" <= text.lower() <= "я" else text


def placed(tree: Tree, units: Mapping[str, str], case: str) -> str:
    """All places of one act, without the act: «пункт 7 части 1 статьи 590, части 1 и 7 статьи 592».

    `units` gives the act's own word for each level (`Act.units`). Articles that hold lists are parted by commas only,
    so that «и» never stands at two depths.
    """
    phrases = _phrases(tree, units, case)
    return ", ".join(phrases) if any(" и " in phrase for phrase in phrases) else listed(phrases)


def _phrases(tree: Tree, units: Mapping[str, str], case: str) -> list[str]:
    """One phrase for each run of neighbours that share a word, and one for each unit that is cited by its parts."""
    phrases: list[str] = []
    run: list[str] = []
    for at, branch in enumerate(tree):
        unit = units[branch.level]
        if branch.parts:
            inside = listed(_phrases(branch.parts, units, case))
            phrases.append(f"{inside} {word(unit, 'gen')}{NBSP}{number(branch.number)}")
            continue
        run.append(number(branch.number))
        after = tree[at + 1] if at + 1 < len(tree) else None
        if after is None or after.parts or after.level != branch.level:
            phrases.append(f"{word(unit, case, many=len(run) > 1)}{NBSP}{listed(run)}")
            run = []
    return phrases
