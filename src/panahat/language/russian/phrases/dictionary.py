"""pymorphy3 for words outside our list; the only file that imports it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any, cast

from panahat.language.forms import Six
from panahat.language.russian.letters import restore_all
from panahat.language.russian.phrases.heads import Group, Reading
from panahat.language.russian.phrases.known import known
from panahat.language.russian.phrases.tokens import abbreviation, is_space, is_word

_CASES = ("nomn", "gent", "datv", "accs", "ablt", "loct")
_GENDERS = {"masc": "m", "femn": "f", "neut": "n"}
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
        return
    if abbreviation(token) and len(token) <= 6:
        return
    if "-" in token:
        yield from _hyphened(token.lower())
        return
    yield from _parsed(token.lower())


def _parsed(word: str) -> Iterator[Reading]:
    for parse in _analyzer().parse(word):
        tag = parse.tag
        if (
            tag.case != "nomn"
            or tag.POS not in ("NOUN", "ADJF", "PRTF")
            or {"Surn", "Patr", "Name", "Abbr", "Init"} & set(tag.grammemes)
        ):
            continue
        gender = "p" if tag.number == "plur" else _GENDERS.get(tag.gender, "m")
        if tag.POS == "NOUN":
            guessed = not _analyzer().word_is_known(word)
            animate = tag.animacy == "anim"
            yield Reading("noun", gender, animate, lambda _, p=parse: _noun(p), guessed)
            if "ms-f" in tag.grammemes or "Ms-f" in tag.grammemes:
                yield Reading("noun", "f", animate, lambda _, p=parse: _noun(p), guessed)
        else:
            kind = "participle" if tag.POS == "PRTF" else "adjective"
            yield Reading(kind, gender, False, lambda animate, p=parse: _adjective(p, animate))


def _noun(parse: Any) -> Six:
    forms = [parse.word]
    for case in _CASES[1:]:
        inflected = parse.inflect({case, parse.tag.number or "sing"})
        forms.append(inflected.word if inflected is not None else parse.word)
    return cast(Six, tuple(forms))


def _adjective(parse: Any, animate: bool) -> Six:
    tag = parse.tag
    forms = [parse.word]
    for case in _CASES[1:]:
        asked = {case, tag.number} if tag.number == "plur" else {case, "sing", tag.gender}
        if case == "accs" and (tag.number == "plur" or tag.gender == "masc"):
            asked.add("anim" if animate else "inan")
        inflected = parse.inflect(asked)
        forms.append(inflected.word if inflected is not None else parse.word)
    return cast(Six, tuple(forms))


def _hyphened(word: str) -> Iterator[Reading]:
    """«инспектор-психолог»: both parts if both are nouns in the nominative; else the last part alone."""
    first, _, last = word.rpartition("-")
    heads = [r for r in in_dictionary(first) if r.kind == "noun" and not r.guessed] if len(first) > 1 else []
    for tail in in_dictionary(last):
        if tail.kind == "noun" and heads:
            both = heads[0].forms(heads[0].animate)
            six = cast(Six, tuple(f"{a}-{b}" for a, b in zip(both, tail.forms(tail.animate), strict=True)))
        elif tail.kind == "noun":
            six = cast(Six, tuple(f"{first}-{form}" for form in tail.forms(tail.animate)))
        else:
            yield Reading(
                tail.kind,
                tail.gender,
                False,
                lambda animate, t=tail: cast(Six, tuple(f"{first}-{f}" for f in t.forms(animate))),
            )
            continue
        yield Reading("noun", tail.gender, tail.animate, lambda _, s=six: s, tail.guessed)


def collective(parts: list[str]) -> Group | None:
    """«двое сотрудников полиции» → «двоих сотрудников …», «двоим сотрудникам …»: the numeral and the genitive after it."""
    numeral = _COLLECTIVE.get(parts[0].lower())
    if numeral is None:
        return None
    forms: dict[int, Six] = {0: cast(Six, (parts[0].lower(), *numeral))}
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
    for parse in _analyzer().parse(token.lower()):
        if parse.tag.case == "gent" and parse.tag.number == "plur" and parse.tag.POS in ("NOUN", "ADJF", "PRTF"):
            return parse
    return None
