"""How Kazakh names a place in an act: «590-бабы бірінші бөлігінің 7) және 11) тармақтары»."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache

from panahat.law.model import KAZAKH_CASES
from panahat.law.places import Branch, Tree
from panahat.library import shipped


def ordinal(n: int) -> str:
    """`n` from 1 to 999 as an ordinal word; ValueError otherwise."""
    if not 1 <= n <= 999:
        raise ValueError("an ordinal number of a unit is between 1 and 999")
    hundreds, tens, ones = n // 100, n % 100 - n % 10, n % 10
    values = [*([hundreds] if hundreds > 1 else ()), *([100] if hundreds else ()), *(v for v in (tens, ones) if v)]
    *head, last = values
    return " ".join([*(_numerals()[v][0] for v in head), _numerals()[last][1]])


@cache
def _numerals() -> dict[int, tuple[str, str]]:
    """Cardinal and ordinal by value: the list of the language room, so that one list serves both rooms."""
    import yaml

    read = yaml.load((shipped() / "language" / "kk" / "numerals.yaml").read_bytes(), Loader=yaml.CSafeLoader)
    return {value: (cardinal, ordinal) for value, (cardinal, ordinal) in read.items()}


cases: Sequence[str] = KAZAKH_CASES
act_case = "gen"
NBSP = "\u00a0"
AND = " және "
_MONTHS = "қаңтар|ақпан|наурыз|сәуір|мамыр|маусым|шілде|тамыз|қыркүйек|қазан|қараша|желтоқсан"
_FIRST = "бірінші "
_SAMPLE = re.compile("[ -]")
_TIE = re.compile(rf"(?<=\d) (?=(?:{_MONTHS}|жыл))|(?<=№) (?=\d)|(?<=\bҚР) |(?<=\bРФ) ")

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
    for case, suffix in zip(KAZAKH_CASES, suffixes.split(" "), strict=True)
}


def cited(place: str, act: str) -> str:
    """A place with its act: the act in the genitive, then «592-бабының бірінші бөлігі»."""
    return f"{act} {place}"


def introduced(full: str, short: str) -> str:
    """«… кодексінің (бұдан әрі – ҚР ҚПК)»: the suffix stands on the full name."""
    return f"{full} (бұдан әрі – {short})"


def tied(text: str) -> str:
    """`text` with no-break spaces in dates, after «№» and after «ҚР», «РФ»."""
    return _TIE.sub(NBSP, text)


def listed(items: Sequence[str]) -> str:
    """`items` as one list: «6», «6 және 9», «6, 7 және 9»."""
    return items[0] if len(items) == 1 else ", ".join(items[:-1]) + AND + items[-1]


def word(unit: str, case: str, *, many: bool = False) -> str:
    """A unit's name with the possessive suffix in a case: word("бап", "dat") is «бабына»; KeyError for a strange unit."""
    return _WORDS[unit, case, many]


def numbered(numbers: Sequence[str], sample: str, case: str) -> str:
    """Units of one kind, named as in `sample`: «6, 7 және 9-баптары», «бірінші және жетінші бөліктері», «7) тармағы».

    A letter stands as the act writes it, «г» in quotes and b with a bracket; a Roman number takes no hyphen.
    """
    shown = [_number(text, sample) for text in numbers]
    name = word(_SAMPLE.split(sample)[-1], case, many=len(numbers) > 1)
    return f"{listed([text for text, _ in shown])}{shown[-1][1]}{name}"


def placed(tree: Tree, units: Mapping[str, str], case: str) -> str:
    """All places of one act, without the act: «590-бабы бірінші бөлігінің 7) тармағы, 592-бабының жетінші бөлігі».

    `units` gives the act's own name for each level, by example. Articles that hold lists are parted by commas only, so
    that «және» never stands at two depths.
    """
    phrases = _phrases(tree, units, case)
    return ", ".join(phrases) if any(AND in phrase for phrase in phrases) else listed(phrases)


def _phrases(tree: Tree, units: Mapping[str, str], case: str) -> list[str]:
    """One phrase for each run of neighbours that share a word, and one for each unit that is cited by its parts."""
    phrases: list[str] = []
    run: list[str] = []
    for at, branch in enumerate(tree):
        sample = units[branch.level]
        if branch.parts:
            inside = listed(_phrases(branch.parts, units, case))
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
