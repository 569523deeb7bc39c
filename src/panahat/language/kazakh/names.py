"""Names of persons in seven cases. Only the last word takes the suffix, once; the words before it stay as written.

A full name is «Тегі Аты Әкесінің аты», a short one «А.Ә. Тегі»: the initials go first, so that the suffix stands on a
word. The spelling of the document is kept. Forms that a person confirmed in the case file win.
"""

from __future__ import annotations

from collections.abc import Mapping

from panahat.language import doubt_ids
from panahat.language.kazakh.suffixes import KazakhForms, Sound, harmony, possessive, sound, with_suffixes
from panahat.language.typography import NBSP
from panahat.language.wordlists import words

LIST = "kk/names"
_KAZAKH = frozenset("әғқңөұүһі")


def decline_name(
    surname: str, given: str, patronymic: str | None, overrides: Mapping[str, str] | None = None
) -> KazakhForms:
    """«Тегі Аты Әкесінің аты» in seven cases; `overrides` holds confirmed forms of the whole name by case.

    ValueError for an override of a case that does not exist.
    """
    *head, last = " ".join(filter(None, (surname, given, patronymic))).split(" ")
    forms = _patronymic(last) if patronymic else (surname_word(last) if not given else with_suffixes_of_name(last))
    return forms.before("".join(f"{word} " for word in head)).but(overrides or {})


def short_name(
    surname: str, given: str, patronymic: str | None, overrides: Mapping[str, str] | None = None
) -> KazakhForms:
    """«А.Ә. Тегі» in seven cases, a no-break space before the surname; arguments as for `decline_name`."""
    *head, last = surname.split(" ")
    first = initials(given, patronymic)
    return surname_word(last).before(first + NBSP * bool(first) + "".join(f"{w} " for w in head)).but(overrides or {})


initials_first = short_name


def initials(given: str, patronymic: str | None) -> str:
    """«А.С.», «А-К.Ж.» for a hyphenated given name, «А.» without a patronymic; «оглы», «қызы» give no initial."""
    first = "-".join(piece[0].upper() for piece in "".join(given.split(" ")[:1]).split("-") if piece)
    more = [w[0].upper() for w in (*given.split(" ")[1:], *(patronymic or "").split(" ")[:1]) if w]
    return "".join(f"{letter}." for letter in (first, *more) if letter)


def surname_word(word: str) -> KazakhForms:
    """The forms of one word of a surname; of «Римский-Корсаков» the last piece takes the suffix."""
    head, gap, last = word.rpartition("-")
    return _surname(last).before(head + gap)


def with_suffixes_of_name(word: str) -> KazakhForms:
    """The forms of one word of a given name: «Анна-Мария» takes the suffix once."""
    head, gap, last = word.rpartition("-")
    return _plain(last).before(head + gap)


def _plain(word: str) -> KazakhForms:
    """The forms of a word by its own sound, or back where its end is listed so."""
    back = word.lower().endswith(tuple(words(LIST, "back_ends")))
    return with_suffixes(word, Sound(True, sound(word).ending) if back else None)


def _patronymic(word: str) -> KazakhForms:
    head, gap, last = word.rpartition("-")
    return (_son_of(last) or _plain(last)).before(head + gap)


def _surname(word: str) -> KazakhForms:
    low = word.lower()
    son = _son_of(word)
    if son is not None:
        return son
    if low.endswith(("ев", "ёв")) and len(low) > 3:
        return _in_ev(word, low)
    if low.endswith("ов") and len(low) > 3:
        return _in_ov(word, low)
    if low.endswith(("ук", "юк", "ак", "як")) and len(low) > 3:
        return with_suffixes(word, None, doubt_ids.KK_SURNAME_UK_AK)
    return _plain(word)


def _son_of(word: str) -> KazakhForms | None:
    """The forms of «Серікұлы», «Бейшенбек қызы», which end in a possessive; None for any other word."""
    low = word.lower()
    if low.endswith(tuple(words(LIST, "sons"))):
        return possessive(word)
    return possessive(word, doubt_ids.KK_OGLY) if low in words(LIST, "sons_doubtful") else None


def _in_ev(word: str, low: str) -> KazakhForms:
    """-аев, -оев, -уев are back (Тоқаевқа), -иев front; any other is disputed, front more often than not (Медведевтің)."""
    if low.endswith(("аев", "оев", "уев")):
        return with_suffixes(word, Sound(True, "voiceless"))
    return with_suffixes(word, Sound(False, "voiceless"), *(() if low.endswith("иев") else (doubt_ids.KK_SURNAME_EV,)))


def _in_ov(word: str, low: str) -> KazakhForms:
    """-ов is back (Петровқа, Асановқа), save after a Turkic stem with a front vowel, where texts differ."""
    stem = low[:-2]
    turkic = not _KAZAKH.isdisjoint(stem) or stem.endswith(tuple(words(LIST, "turkic_stems")))
    if not turkic or not any(c in "аеёиоуыэюяәөұүі" for c in stem) or harmony(stem):
        return with_suffixes(word, sound(low))
    back = stem in words(LIST, "turkic_back")
    return with_suffixes(word, Sound(back, "voiceless"), doubt_ids.KK_SURNAME_TURKIC_OV)
