"""How Russian names a place in an act: «пункты 7 и 11 части 1 статьи 590».

The innermost unit is the head and takes the asked case; every unit above it stands in the genitive. Units of one
kind side by side share one word in the plural. Nothing here knows an act or a key: another language stands beside it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from panahat.language.forms import CASES
from panahat.language.tongues import Citing, Tree
from panahat.language.typography import NBSP, nbsp

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


def word(unit: str, case: str, *, many: bool = False) -> str:
    """A unit's name in a case: word("статья", "ins") is «статьёй»; KeyError for a unit that is not in the table."""
    return _WORDS[unit, case, many]


def number(text: str) -> str:
    """A unit's number as it is printed; a Cyrillic letter stands in quotes: «пункт «г» части 3»."""
    return f"«{text}»" if len(text) == 1 and "а" <= text.lower() <= "я" else text


def _phrases(tree: Tree, units: Mapping[str, str], case: str) -> list[str]:
    """One phrase for each run of neighbours that share a word, and one for each unit that is cited by its parts."""
    phrases: list[str] = []
    run: list[str] = []
    for at, branch in enumerate(tree):
        unit = units[branch.level]
        if branch.parts:
            inside = _listed(_phrases(branch.parts, units, case))
            phrases.append(f"{inside} {word(unit, 'gen')}{NBSP}{number(branch.number)}")
            continue
        run.append(number(branch.number))
        after = tree[at + 1] if at + 1 < len(tree) else None
        if after is None or after.parts or after.level != branch.level:
            phrases.append(f"{word(unit, case, many=len(run) > 1)}{NBSP}{_listed(run)}")
            run = []
    return phrases


def _listed(items: Sequence[str]) -> str:
    return items[0] if len(items) == 1 else ", ".join(items[:-1]) + " и " + items[-1]


class RussianCiting:
    """«часть 1 статьи 592» and the act in the genitive."""

    cases: tuple[str, ...] = CASES
    act_case = "gen"

    def placed(self, tree: Tree, units: Mapping[str, str], case: str) -> str:
        """«пункт 7 части 1 статьи 590, части 1 и 7 статьи 592».

        `units` gives the act's own word for each level (`Act.units`). Articles that hold lists are parted by commas only,
        so that «и» never stands at two depths.
        """
        phrases = _phrases(tree, units, case)
        return nbsp(", ".join(phrases) if any(" и " in phrase for phrase in phrases) else _listed(phrases))

    def cited(self, place: str, act: str) -> str:
        return f"{place} {act}"

    def listed(self, items: Sequence[str]) -> str:
        """«6», «6 и 9», «6, 7 и 9»."""
        return _listed(items)

    def introduced(self, full: str, short: str) -> str:
        """«… Республики Казахстан (далее — УПК РК)»."""
        return f"{full} (далее — {short})"

    def tied(self, text: str) -> str:
        return nbsp(text)


CITING: Citing = RussianCiting()
