"""Cardinal numbers in words."""

from __future__ import annotations

from panahat.language.forms import CASES
from panahat.language.wordlists import wordlist

GENDERS = ("m", "f", "n", "p")
LIST = "ru/numerals"


def words(n: int, case: str = "nom", gender: str = "m", animate: bool = False) -> str:
    """`n` in words in the `case` of the noun's `gender`: «двадцать один», «двадцати одного», «двадцать одну».

    `gender` is m, f, n, or p for a noun without singular («одни сутки», «двое суток»); `animate` matters for the
    accusative («двух», «одного»). 0 to 999 come from `templates/language/ru/numerals.yaml`, more from num2words.
    ValueError for a negative number, an unknown case or gender, and for 22–24, 32–34 … «сутки» in the nominative or
    accusative: Russian has no such form, write digits there.
    """
    if n < 0 or case not in CASES or gender not in GENDERS:
        raise ValueError("a number from 0 up, one of the six cases, gender m, f, n or p")
    if n > 999:
        return _library(n, case, gender, animate)
    column = CASES.index(case)
    hundreds, rest = n - n % 100, n % 100
    tens, units = (0, rest) if rest < 20 else (rest - rest % 10, rest % 10)
    found = [_row(value)[column] for value in (hundreds, tens) if value]
    if units or not found:
        found.append(_unit(units, case, gender, animate, alone=not found))
    return " ".join(found)


def _unit(n: int, case: str, gender: str, animate: bool, alone: bool) -> str:
    """The last word, 0–19, which agrees in gender and, at the end of the accusative, in animacy."""
    column = CASES.index(case)
    if n == 1:
        if case == "acc" and animate and gender in "mp":
            column = CASES.index("gen")
        return _listed("one", gender)[column]
    if n in (2, 3, 4) and case in ("nom", "acc"):
        if gender == "p":
            if not alone:
                raise ValueError(
                    f"no Russian numeral goes before a noun without singular after tens: write …{n} in digits"
                )
            return str(wordlist(LIST)["collective"][n])
        if case == "acc" and animate and alone:
            return _row(n)[CASES.index("gen")]
    return "две" if n == 2 and gender == "f" and case in ("nom", "acc") else _row(n)[column]


def _row(value: int) -> list[str]:
    return list(wordlist(LIST)["numbers"][value])


def _listed(key: str, gender: str) -> list[str]:
    return list(wordlist(LIST)[key][gender])


def _library(n: int, case: str, gender: str, animate: bool) -> str:
    """num2words for thousands and more; the last three digits stay our own, so that both agree in gender."""
    from num2words import num2words

    whole, rest = n - n % 1000, n % 1000
    if case == "acc" and animate:
        case = "acc" if rest else "nom"
    head = str(
        num2words(
            whole, lang="ru", case={"nom": "n", "gen": "g", "dat": "d", "acc": "a", "ins": "i", "prep": "p"}[case]
        )
    )
    return f"{head} {words(rest, case, gender, animate)}" if rest else head
