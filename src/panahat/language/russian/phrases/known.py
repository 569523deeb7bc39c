"""Words of our own list, declined by our own endings: no dictionary need be loaded for them."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import cast

from panahat.language.forms import Six
from panahat.language.russian.letters import fold
from panahat.language.russian.paradigms import adjective, feminine, masculine, neuter
from panahat.language.russian.phrases.heads import Reading
from panahat.language.russian.phrases.tokens import abbreviation
from panahat.language.wordlists import pairs, wordlist, words

LIST = "ru/phrases"
_PARTICIPLES = ("ущ", "ющ", "ащ", "ящ", "вш", "анн", "енн", "ённ", "ем", "им", "ят", "ит")
_ORDINAL = {"й": ("m", ("го", "му", "м", "м")), "я": ("f", ("й", "й", "й", "й")), "е": ("n", ("го", "му", "м", "м"))}


def known(token: str) -> Iterator[Reading]:
    """The readings of `token` that our list gives; none for a word it does not have."""
    if token[0].isdigit():
        yield from _ordinal(token)
        return
    word = fold(token)
    nouns = list(_nouns(word))
    if nouns:
        yield from nouns
        return
    if abbreviation(token) and len(word) <= 6:
        return
    found = adjective(word, animate=False)
    if found is None or not _plain_adjective(word):
        return
    kind = "participle" if word.removesuffix("ся")[:-2].endswith(_PARTICIPLES) else "adjective"
    if word in words(LIST, "adjectives_for_persons"):
        kind = "person"
    yield Reading(kind, found[0], kind == "person", lambda animate: _adjective(word, animate))


def _nouns(word: str) -> Iterator[Reading]:
    """The nouns of the list that `word` can be: itself, a plural, «судья» of both genders, «врач-терапевт»."""
    noun = _noun(word) or (_compound(word) if "-" in word else None)
    if noun is not None:
        yield noun
        if word in words(LIST, "men_in_a"):
            yield Reading("noun", "f", True, noun.forms)


def _noun(word: str) -> Reading | None:
    """A noun of the list: masculine things and persons, feminine and neuter words, plurals with their six forms."""
    plural = wordlist(LIST)["plurals"].get(word)
    if plural is not None:
        six = cast(Six, (word, *plural.split()))
        return Reading("noun", "p", six[3] == six[1], lambda _: six)
    if word in words(LIST, "things") or word in words(LIST, "people"):
        animate = word in words(LIST, "people")
        stem = pairs(LIST, "stems").get(word)
        stressed = word in words(LIST, "stress_on_ending")
        six = masculine(word, animate=animate, stem=stem, stressed=stressed)
        return Reading("noun", "m", animate, lambda _: six)
    if word in words(LIST, "feminine"):
        return Reading("noun", "f", False, lambda _: feminine(word))
    if word in words(LIST, "men_in_a"):
        return Reading("noun", "m", True, lambda _: feminine(word))
    if word in words(LIST, "neuter"):
        return Reading("noun", "n", False, lambda _: neuter(word))
    return None


def _compound(word: str) -> Reading | None:
    """«врач-терапевт»: each part declines, save «премьер-», «генерал-» and their like."""
    first, _, last = word.partition("-")
    tail = _noun(last)
    if tail is None:
        return None
    if first in words(LIST, "first_parts_frozen"):
        head: Six = (first,) * 6
    else:
        reading = _noun(first)
        if reading is None:
            return None
        head = reading.forms(reading.animate)
    six = cast(Six, tuple(f"{a}-{b}" for a, b in zip(head, tail.forms(tail.animate), strict=True)))
    return Reading("noun", tail.gender, tail.animate, lambda _: six)


def _ordinal(token: str) -> Iterator[Reading]:
    """«2-й отдел»: «2-го отдела»."""
    number, _, end = token.partition("-")
    if end in _ORDINAL:
        gender, (gen, dat, ins, prep) = _ORDINAL[end]
        acc = {"m": token, "f": f"{number}-ю", "n": token}[gender]
        rest = (f"{number}-{ins}", f"{number}-{prep}")
        thing: Six = (token, f"{number}-{gen}", f"{number}-{dat}", acc, *rest)
        person: Six = (*thing[:3], thing[1], *rest)
        yield Reading("adjective", gender, False, lambda animate: person if animate and gender == "m" else thing)


@cache
def _adjective(word: str, animate: bool) -> Six:
    found = adjective(word, animate=animate)
    assert found is not None
    return found[1]


def _plain_adjective(word: str) -> bool:
    """False for what only looks like an adjective («отделение», «санаторий») and for «третий»: the dictionary knows."""
    full = word.removesuffix("ся")
    if full.endswith("ие"):
        return full[-3] in "гкхжшчщ"
    if full.endswith("ий"):
        return full[-3] in "гкхшчщн" and not full.endswith(("ачий", "ичий"))
    return True
