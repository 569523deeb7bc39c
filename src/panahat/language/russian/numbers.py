"""Numbers in words and with nouns («10 суток», «на 3 листах», «десяти суток»), and dates as filings print them."""

from __future__ import annotations

from datetime import date
from typing import Any

from panahat.language.forms import CASES
from panahat.language.typography import NBSP
from panahat.language.wordlists import wordlist
from panahat.moments import AnyDate, PartialDate

GENDERS = ("m", "f", "n", "p")
_NUMERALS = "ru/numerals"


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
            return str(wordlist(_NUMERALS)["collective"][n])
        if case == "acc" and animate and alone:
            return _row(n)[CASES.index("gen")]
    return "две" if n == 2 and gender == "f" and case in ("nom", "acc") else _row(n)[column]


def _row(value: int) -> list[str]:
    return list(wordlist(_NUMERALS)["numbers"][value])


def _listed(key: str, gender: str) -> list[str]:
    return list(wordlist(_NUMERALS)[key][gender])


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


_NOUNS = "ru/nouns"


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
    entry: dict[str, Any] = wordlist(_NOUNS)[noun]
    return entry


_MONTHS = (
    "января", "февраля", "марта", "апреля", "мая", "июня",
    "июля", "августа", "сентября", "октября", "ноября", "декабря",
)  # fmt: skip


def date_text(day: date) -> str:
    """«11 февраля 2026 года», the day bound to the month and the year to its word by no-break spaces."""
    return f"{day.day}{NBSP}{_MONTHS[day.month - 1]} {day.year}{NBSP}года"


def date_quoted(day: date) -> str:
    """«05» февраля 2026 года: the form of a signature line, the day in two digits and angle quotes."""
    return f"«{day.day:02}»{NBSP}{_MONTHS[day.month - 1]} {day.year}{NBSP}года"


def date_short(day: date) -> str:
    """11.02.2026."""
    return f"{day:%d.%m}.{day.year:04}"


def date_forms(when: AnyDate) -> dict[str, str]:
    """A date as far as it is known: `text` says when («14 мая 2023 года», «в мае 2023 года», «в 2022 году»), `start` the
    same at the start of a sentence, nom, gen, dat and acc its cases («с мая 2023 года»), `quoted` and `short` as above.
    """
    if not isinstance(when, PartialDate):
        text = date_text(when)
        return {"start": text, **dict.fromkeys(("text", "nom", "gen", "dat", "acc"), text)} | {
            "quoted": date_quoted(when),
            "short": date_short(when),
        }
    year, genitive = f"{when.year}{NBSP}", _MONTHS[when.month - 1] if when.month else ""
    if when.month:
        stem, soft = genitive[:-1], genitive[-1] == "я"
        nom = f"{stem}{'й' if genitive == 'мая' else 'ь' if soft else ''} {year}года"
        gen, text = f"{genitive} {year}года", f"в{NBSP}{stem}е {year}года"
        dat, short = f"{stem}{'ю' if soft else 'у'} {year}года", f"{when.month:02}.{when.year}"
    else:
        nom, gen, dat, text, short = year + "год", year + "года", year + "году", f"в{NBSP}{year}году", str(when.year)
    start = text[0].upper() + text[1:]
    return {"text": text, "start": start, "nom": nom, "gen": gen, "dat": dat, "acc": nom, "quoted": gen, "short": short}
