"""A phrase cut into words; its main word, the first noun in the nominative that agrees with every adjective before it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from typing import cast

from msgspec import Struct

from panahat.language import doubt_ids
from panahat.language.forms import Six
from panahat.language.russian.paradigms import adjective, feminine, fold, masculine, neuter, restore_all
from panahat.language.wordlists import pairs, wordlist, words

_TOKEN = re.compile(r"[«„“\"][^»”\"]*[»”\"]|[^\W\d_]\.(?:\s?[^\W\d_]\.)+|\w+(?:[-’'/]\w+)*\.?|\s+|[^\w\s]")
_INITIALS = re.compile(r"(?:[А-ЯЁӘҒҚҢӨҰҮҺІ]\.){1,3}")
_NUMBER_WORD = re.compile(r"\d+-(?:й|я|е|ый|ая|ое)")


def tokens(text: str) -> list[str]:
    """Words, abbreviations with their full stop, quoted names whole, spaces and signs; joined they are `text` again."""
    parts: list[str] = []
    for part in _TOKEN.findall(text):
        if part.endswith(".") and len(part) > 1 and not abbreviated(part):
            parts += [part[:-1], "."]
        else:
            parts.append(part)
    return parts


def abbreviated(token: str) -> bool:
    """True for «г.», «им.», «и.о.», «ст.»: a short word with a full stop, or letters with full stops."""
    return token.endswith(".") and (token.count(".") > 1 or len(token) <= 5)


def is_word(token: str) -> bool:
    """True for a word of letters (hyphens allowed), or an ordinal like «2-й»."""
    if token[:1].isalpha():
        return not token.endswith(".")
    return bool(_NUMBER_WORD.fullmatch(token))


def is_space(token: str) -> bool:
    return token.isspace()


def preposition(token: str) -> bool:
    return token.lower() in words("ru/phrases", "prepositions")


def abbreviation(token: str) -> bool:
    """True for «СМАС», «КНБ», «СИЗО-1», «ЛА-155/1»: capitals only (at least two), or capitals with digits."""
    letters = [c for c in token if c.isalpha()]
    return len(letters) >= 2 and all(c.isupper() for c in letters)


def never_changes(token: str) -> bool:
    """True for a first word after which the whole phrase stays: quoted, or abbreviated («г.», «и.о.»)."""
    return token[0] in '«„“"' or (abbreviated(token) and not _INITIALS.fullmatch(token))


LIST = "ru/phrases"
_JOINS = frozenset({"и", "или", "либо", "(", ")", ",", "не"})


class Reading(Struct, frozen=True):
    """One way to read a word: a «noun», an «adjective», a «participle», or an adjective that can name a «person».

    `gender` is m, f, n or p (plural); `forms(animate)` gives the six folded forms, of an adjective beside such a noun.
    """

    kind: str
    gender: str
    animate: bool
    forms: Callable[[bool], Six]
    guessed: bool = False


class Group(Struct, frozen=True):
    """The words that decline, by number of token, and what is known of the main word."""

    forms: dict[int, Six]
    head: int
    gender: str
    animate: bool
    doubts: tuple[str, ...] = ()

    @property
    def end(self) -> int:
        """The number of the token after the group."""
        return max(self.forms) + 1


Reader = Callable[[str], Iterable[Reading]]


def find(parts: list[str], start: int, read: Reader, no_heads: frozenset[int] = frozenset()) -> Group | None:
    """The main word at or after token `start`, read by `read`; None where there is none or a word is not understood.

    Tokens in `no_heads` are adjectives even if they could be a noun («дежурный прокурор», «рабочий день»).
    """
    before: dict[int, list[Reading]] = {}
    agreed = {"m", "f", "n", "p"}
    for n in range(start, len(parts)):
        token = parts[n]
        if is_space(token) or (before and token.lower() in _JOINS) or token.lower() in words(LIST, "adverbs"):
            continue
        readings = [r for r in read(token) if r.gender in agreed] if is_word(token) else []
        if n in no_heads:
            readings = [r for r in readings if r.kind != "noun"]
        head = next((r for r in readings if r.kind == "noun"), None)
        if (head is None or head.guessed) and n not in no_heads:
            head = next((r for r in readings if r.kind == "person"), head)
        if head is not None:
            adjective = any(r.kind != "noun" for r in readings) and not _stands_alone(parts, n)
            beside = _beside(parts, start, n, read, no_heads) if adjective else None
            return beside or _group(parts, before, n, head)
        if not readings:
            return _past_complement(parts, before, n, read, agreed)
        before[n] = readings
        agreed &= {r.gender for r in readings}
    return None


def _stands_alone(parts: list[str], n: int) -> bool:
    """True where nothing, a sign, a preposition or «обязанности» and the like follow: the word is the main one."""
    following = next((p for p in parts[n + 1 :] if not is_space(p)), "")
    return (
        not is_word(following) or preposition(following) or following.lower() in words(LIST, "complements_of_persons")
    )


def _beside(parts: list[str], start: int, n: int, read: Reader, no_heads: frozenset[int]) -> Group | None:
    """«дежурный прокурор»: the noun that follows with nothing but its own adjectives between; else None."""
    group = find(parts, start, read, no_heads | {n})
    if group is None or n not in group.forms:
        return None
    between = (i for i in range(n, group.head) if not is_space(parts[i]) and parts[i].lower() not in _JOINS)
    return group if all(i in group.forms for i in between) else None


def _past_complement(
    parts: list[str], before: dict[int, list[Reading]], n: int, read: Reader, agreed: set[str]
) -> Group | None:
    """The main word beyond what belongs to a participle («приравненный к нему суд»); None with no participle."""
    if not before or all(r.kind != "participle" for r in before[max(before)]):
        return None
    for i in range(n + 1, len(parts)):
        readings = read(parts[i]) if is_word(parts[i]) else []
        noun = next((r for r in readings if r.kind == "noun" and r.gender in agreed and not r.guessed), None)
        word_before = next((p for p in reversed(parts[:i]) if not is_space(p)), "")
        if noun is not None and not preposition(word_before):
            return _group(parts, before, i, noun)
    return None


def _group(parts: list[str], before: dict[int, list[Reading]], n: int, head: Reading) -> Group:
    forms = {n: restore_all(parts[n], head.forms(head.animate))}
    for i, readings in before.items():
        chosen = next(r for r in readings if r.gender == head.gender)
        forms[i] = restore_all(parts[i], chosen.forms(head.animate))
    return Group(forms, n, head.gender, head.animate, (doubt_ids.PHRASE_GUESSED_HEAD,) if head.guessed else ())


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
