"""Numbers with nouns: «10 суток», «на 3 листах», «десяти суток»."""

from __future__ import annotations

from typing import Any

from panahat.language.forms import CASES
from panahat.language.russian.numerals import words
from panahat.language.typography import NBSP
from panahat.language.wordlists import wordlist

LIST = "ru/nouns"


def counted(n: int, noun: str, case: str = "nom") -> str:
    """`n` in digits with its noun in the case the number asks for: «1 лист», «3 листа», «5 листов», «5 листами».

    Thousands are parted by a no-break space, and so are number and noun. `noun` is a key of
    `templates/language/ru/nouns.yaml`; KeyError otherwise, ValueError for a case that does not exist.
    """
    return f"{digits(n)}{NBSP}{noun_after(n, noun, case)}"


def spelled_term(n: int, noun: str, case: str = "nom") -> str:
    """`n` in words with its noun: «десять суток», «десяти суток», «двадцать один день».

    ValueError where Russian has no form («22 суток» in the nominative) and as `words` and `counted`.
    """
    entry = _entry(noun)
    return f"{words(n, case, entry['gender'], entry.get('animate', False))} {noun_after(n, noun, case)}"


def noun_after(n: int, noun: str, case: str = "nom") -> str:
    """The noun as it stands after the number `n`."""
    if case not in CASES:
        raise ValueError(f"no Russian case is called {case}")
    entry = _entry(noun)
    if "frozen" in entry:
        return str(entry["frozen"])
    quantity, column = plural(n), CASES.index(case)
    if quantity == "one":
        return str(entry["one"][column])
    if case in ("nom", "acc"):
        if case == "acc" and entry.get("animate", False) and n in (2, 3, 4):
            return str(entry["many"][CASES.index("gen")])
        return str(entry["few"] if quantity == "few" else entry["many"][CASES.index("gen")])
    return str(entry["many"][column])


def plural(n: int) -> str:
    """«one» (1, 21, 101), «few» (2–4, 22–24) or «many» (5–20, 0, 11–14, 111)."""
    if n % 10 == 1 and n % 100 != 11:
        return "one"
    return "few" if 2 <= n % 10 <= 4 and not 12 <= n % 100 <= 14 else "many"


def digits(n: int) -> str:
    """`n` with thousands parted by no-break spaces; four digits stay together."""
    return f"{n:,}".replace(",", NBSP) if abs(n) > 9999 else str(n)


def _entry(noun: str) -> dict[str, Any]:
    entry: dict[str, Any] = wordlist(LIST)[noun]
    return entry
