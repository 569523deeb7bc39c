"""How Kazakh names a place in an act: «590-бабы бірінші бөлігінің 7) және 11) тармақтары»."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from panahat.language.kazakh.suffixes import CASES, ordinal
from panahat.language.tongues import Branch, Citing, Tree
from panahat.language.typography import NBSP, nbsp

AND = " және "
_FIRST = "бірінші "
_SAMPLE = re.compile("[ -]")

_BACK, _FRONT = " ның на н нда нан мен", " нің не н нде нен мен"
_FORMS = {
    "бап": ("бабы", "баптары", _BACK),
    "бөлім": ("бөлімі", "бөлімдері", _FRONT),
    "бөлік": ("бөлігі", "бөліктері", _FRONT),
    "тармақ": ("тармағы", "тармақтары", _BACK),
    "тармақша": ("тармақшасы", "тармақшалары", _BACK),
    "абзац": ("абзацы", "абзацтары", _BACK),
}
_WORDS = {
    (unit, case, many): stem + suffix
    for unit, (one, several, suffixes) in _FORMS.items()
    for many, stem in enumerate((one, several))
    for case, suffix in zip(CASES, suffixes.split(" "), strict=True)
}


def word(unit: str, case: str, *, many: bool = False) -> str:
    """A unit's name with the possessive suffix in a case: word("бап", "dat") is «бабына»; KeyError for a strange unit."""
    return _WORDS[unit, case, many]


def numbered(numbers: Sequence[str], sample: str, case: str) -> str:
    """Units of one kind, named as in `sample`: «6, 7 және 9-баптары», «бірінші және жетінші бөліктері», «7) тармағы».

    A letter stands as the act writes it, «г» in quotes and b with a bracket; a Roman number takes no hyphen.
    """
    shown = [_number(text, sample) for text in numbers]
    name = word(_SAMPLE.split(sample)[-1], case, many=len(numbers) > 1)
    return f"{_listed([text for text, _ in shown])}{shown[-1][1]}{name}"


def _phrases(tree: Tree, units: Mapping[str, str], case: str) -> list[str]:
    """One phrase for each run of neighbours that share a word, and one for each unit that is cited by its parts."""
    phrases: list[str] = []
    run: list[str] = []
    for at, branch in enumerate(tree):
        sample = units[branch.level]
        if branch.parts:
            inside = _listed(_phrases(branch.parts, units, case))
            phrases.append(f"{numbered([branch.number], sample, _link(branch))} {inside}")
            continue
        run.append(branch.number)
        after = tree[at + 1] if at + 1 < len(tree) else None
        if after is None or after.parts or after.level != branch.level:
            phrases.append(numbered(run, sample, case))
            run = []
    return phrases


def _link(branch: Branch) -> str:
    """The case of a unit before its parts: genitive, but bare where the only unit inside it is itself cited by parts."""
    return "nom" if len(branch.parts) == 1 and branch.parts[0].parts else "gen"


def _number(text: str, sample: str) -> tuple[str, str]:
    """A number as it is printed in the manner of `sample`, and what joins it to the word after it."""
    if not text[0].isdecimal():
        return _letter(text), NBSP
    if sample.startswith(_FIRST):
        return (ordinal(int(text)), " ") if text.isdecimal() and 0 < int(text) < 1000 else (text, "-")
    return (f"{text})", NBSP) if ")" in sample else (text, "-")


def _letter(text: str) -> str:
    """A letter or a Roman number as the act prints it: «г» in quotes, b), F, II."""
    if not text.isascii():
        return f"«{text}»"
    return f"{text})" if text.islower() else text


def _listed(items: Sequence[str]) -> str:
    return items[0] if len(items) == 1 else ", ".join(items[:-1]) + AND + items[-1]


class KazakhCiting:
    """The act in the genitive, then «592-бабының бірінші бөлігі»."""

    cases: tuple[str, ...] = CASES
    act_case = "gen"

    def placed(self, tree: Tree, units: Mapping[str, str], case: str) -> str:
        """«590-бабы бірінші бөлігінің 7) тармағы, 592-бабының жетінші бөлігі».

        `units` gives the act's own name for each level, by example. Articles that hold lists are parted by commas only,
        so that «және» never stands at two depths.
        """
        phrases = _phrases(tree, units, case)
        return nbsp(", ".join(phrases) if any(AND in phrase for phrase in phrases) else _listed(phrases))

    def cited(self, place: str, act: str) -> str:
        return f"{act} {place}"

    def listed(self, items: Sequence[str]) -> str:
        """«6», «6 және 9», «6, 7 және 9»."""
        return _listed(items)

    def introduced(self, full: str, short: str) -> str:
        """«… кодексінің (бұдан әрі – ҚР ҚПК)»: the suffix stands on the full name."""
        return f"{full} (бұдан әрі – {short})"

    def tied(self, text: str) -> str:
        return nbsp(text)


CITING: Citing = KazakhCiting()
