"""pymorphy3 for words outside our list; the only file that imports it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache, partial
from typing import Any, cast

from panahat.language.forms import Six
from panahat.language.russian.paradigms import restore_all
from panahat.language.russian.phrase_words import Group, Reading, abbreviation, is_space, is_word, known

_CASES = ("nomn", "gent", "datv", "accs", "ablt", "loct")
_GENDERS = {"masc": "m", "femn": "f", "neut": "n"}
_NAMES = frozenset({"Surn", "Patr", "Name", "Abbr", "Init"})
_COLLECTIVE = {
    "двое": ("двоих", "двоим", "двоих", "двоими", "двоих"),
    "трое": ("троих", "троим", "троих", "троими", "троих"),
    "четверо": ("четверых", "четверым", "четверых", "четверыми", "четверых"),
    "несколько": ("нескольких", "нескольким", "нескольких", "несколькими", "нескольких"),
}


@cache
def _analyzer() -> Any:
    from pymorphy3 import MorphAnalyzer

    return MorphAnalyzer(lang="ru")


def in_dictionary(token: str) -> Iterator[Reading]:
    """The readings of `token` in the nominative: ours if the list has the word, else pymorphy3's, likeliest first."""
    own = list(known(token))
    if any(r.kind in ("noun", "person") for r in own) or token[0].isdigit():
        yield from own
    elif "-" in token:
        yield from _hyphened(token.lower())
    elif not abbreviation(token) or len(token) > 6:
        yield from _parsed(token.lower(), own)


def _parsed(word: str, own: list[Reading]) -> Iterator[Reading]:
    """pymorphy3's readings of `word`; of a plain adjective our own forms (it makes «высочайшего» of «высший»)."""
    for parse in _analyzer().parse(word):
        tag = parse.tag
        if tag.case != "nomn" or tag.POS not in ("NOUN", "ADJF", "PRTF") or _NAMES & set(tag.grammemes):
            continue
        gender = "p" if tag.number == "plur" else _GENDERS.get(tag.gender, "m")
        forms = cast(Callable[[bool], Six], partial(_inflected, parse))
        if tag.POS == "NOUN":
            yield Reading("noun", gender, tag.animacy == "anim", forms, guessed=not _analyzer().word_is_known(word))
        else:
            plain = next((r.forms for r in own if r.gender == gender), forms)
            yield Reading("participle" if tag.POS == "PRTF" else "adjective", gender, False, plain)


def _inflected(parse: Any, animate: bool) -> Six:
    """The six forms; of an adjective, the accusative that stands by an animate or inanimate noun."""
    tag = parse.tag
    same = {tag.number or "sing"}
    if tag.POS != "NOUN" and tag.number != "plur":
        same.add(tag.gender)
    forms = [parse.word]
    for case in _CASES[1:]:
        asked = {case, *same}
        if tag.POS != "NOUN" and case == "accs" and (tag.number == "plur" or tag.gender == "masc"):
            asked.add("anim" if animate else "inan")
        inflected = parse.inflect(asked)
        forms.append(parse.word if inflected is None else inflected.word)
    return cast(Six, tuple(forms))


def _hyphened(word: str) -> Iterator[Reading]:
    """«инспектор-психолог»: both parts if both are nouns in the nominative; else the last part alone."""
    first, _, last = word.rpartition("-")
    head: Six = (first,) * 6
    if len(first) > 1:
        heads = (r for r in in_dictionary(first) if r.kind == "noun" and not r.guessed)
        found = next(heads, None)
        both = found.forms(found.animate) if found is not None else head
    else:
        both = head
    for tail in in_dictionary(last):
        before = both if tail.kind == "noun" else head
        joined = cast(Callable[[bool], Six], partial(_joined, before, tail.forms))
        yield Reading(tail.kind, tail.gender, tail.animate, joined, tail.guessed)


def _joined(before: Six, forms: Callable[[bool], Six], animate: bool) -> Six:
    return cast(Six, tuple(f"{a}-{b}" for a, b in zip(before, forms(animate), strict=True)))


def collective(parts: list[str]) -> Group | None:
    """«двое сотрудников» → «двоих сотрудников», «двоим сотрудникам»: the numeral and the genitive after it."""
    numeral = _COLLECTIVE.get(parts[0].lower())
    if numeral is None:
        return None
    forms: dict[int, Six] = {0: (parts[0].lower(), *numeral)}
    for n in range(1, len(parts)):
        if is_space(parts[n]):
            continue
        parsed = _genitive(parts[n]) if is_word(parts[n]) else None
        if parsed is None:
            break
        gen = parts[n].lower()
        dat, ins, prep = (parsed.inflect({case, "plur"}).word for case in ("datv", "ablt", "loct"))
        forms[n] = (gen, gen, dat, gen, ins, prep)
        if parsed.tag.POS == "NOUN":
            break
    written = {n: restore_all(parts[n], six) for n, six in forms.items()}
    return Group(written, max(forms), "p", True)


def _genitive(token: str) -> Any:
    """The reading of `token` as a genitive plural, or None."""
    for parse in _analyzer().parse(token.lower()):
        if parse.tag.case == "gent" and parse.tag.number == "plur" and parse.tag.POS in ("NOUN", "ADJF", "PRTF"):
            return parse
    return None
