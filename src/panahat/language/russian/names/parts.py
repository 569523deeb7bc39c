"""A surname, a given name, a patronymic as written: several words, hyphens, particles, capitals."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple, cast

from panahat.language import doubt_ids
from panahat.language.forms import Six
from panahat.language.russian.letters import fold, foreign, restore, syllables
from panahat.language.russian.names.given import given_word, patronymic_word
from panahat.language.russian.names.surnames import surname_word
from panahat.language.wordlists import words

First = Callable[[str], bool]
Rule = Callable[[str, bool], tuple[Six, tuple[str, ...]]]
LIST = "ru/names"


class Part(NamedTuple):
    """The forms of one part of a name and the ids of the doubts about them."""

    six: Six
    doubts: tuple[str, ...] = ()


def decline_surname(text: str, female: bool) -> Part:
    """A surname: every piece declines, save first pieces and particles that never do («Бонч-Бруевич», «фон Берг»)."""
    return _frozen(text) if _ends_in_son_of(text) else _words(text, surname_word, female, _surname_first)


def decline_given(text: str, female: bool) -> Part:
    """A given name: each word, and each piece of a woman's «Анна-Мария»; of a man's «Жан-Жак» only the last piece."""
    whole = _words(text, given_word, female, _any_first if female else _male_first)
    if " " in text or (not female and "-" in text):
        return Part(whole.six, (*whole.doubts, doubt_ids.NAME_COMPOUND))
    return whole


def decline_patronymic(text: str, female: bool) -> Part:
    """A patronymic: of «Саид-Ахмедович» the last piece; with «оглы», «кызы», «ұлы», «қызы» it stays as written."""
    return _frozen(text) if _ends_in_son_of(text) else _words(text, patronymic_word, female, _male_first)


def eastern(surname: str, given: str, female: bool = False) -> list[Part]:
    """Surname and given name of «Ким Чен Ир», where only the last word declines; empty for any other name."""
    folded = [fold(w) for w in given.replace("-", " ").split()]
    short = syllables(fold(surname)) == 1 or fold(surname) in words(LIST, "surnames_eastern")
    if len(folded) < 2 or not short or any(syllables(w) != 1 for w in folded):
        return []
    head, gap, last = given.rpartition(" ") if " " in given else given.rpartition("-")
    tail = _piece(last, given_word, female)
    six = cast(Six, tuple(head + gap + form for form in tail.six))
    return [_frozen(surname), Part(six, (*tail.doubts, doubt_ids.NAME_EASTERN_ORDER))]


def _words(text: str, rule: Rule, female: bool, first: First) -> Part:
    """Every word between spaces, every piece between hyphens; `first` says which pieces before a hyphen decline."""
    tokens = text.split(" ")
    parts = []
    for n, token in enumerate(tokens):
        *before, last = token.split("-")
        pieces = [_piece(p, rule, female) if first(fold(p)) and not _particle(p) else _frozen(p) for p in before]
        pieces.append(_frozen(last) if n < len(tokens) - 1 and _particle(last) else _piece(last, rule, female))
        parts.append(_join(pieces, "-"))
    return _join(parts, " ")


def _piece(piece: str, rule: Rule, female: bool) -> Part:
    """One word without spaces and hyphens, in its own letters."""
    folded = fold(piece)
    if foreign(piece):
        return Part((piece,) * 6, (doubt_ids.NAME_FOREIGN_LETTERS,))
    if len(folded.rstrip(".")) < 2 or folded.endswith("."):
        return Part((piece,) * 6, (doubt_ids.NAME_SINGLE_LETTER,) if piece else ())
    six, doubts = rule(folded, female)
    return Part(cast(Six, tuple(restore(piece, form) for form in six)), doubts)


def _join(parts: list[Part], gap: str) -> Part:
    six = cast(Six, tuple(gap.join(forms) for forms in zip(*(p.six for p in parts), strict=True)))
    return Part(six, tuple(d for p in parts for d in p.doubts))


def _frozen(text: str) -> Part:
    return Part((text,) * 6)


def _ends_in_son_of(text: str) -> bool:
    """True for «Гусейн оглы», «Бейшенбек кызы», «Ногайулы»: a father's name with a word for son or daughter."""
    tail = fold(text).replace("-", " ").split(" ")[-1]
    return tail.endswith(tuple(words(LIST, "son_of")))


def _surname_first(folded: str) -> bool:
    return folded not in words(LIST, "surnames_first_frozen")


def _male_first(folded: str) -> bool:
    return folded in words(LIST, "men_given_declined_first")


def _any_first(folded: str) -> bool:
    return True


def _particle(word: str) -> bool:
    return fold(word) in words(LIST, "particles")
