"""How people answer, and how a question is put to them: words, dates, states and articles as they write them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any

from panahat.cli.output import language, tr
from panahat.messages import LANGUAGES, N_, translator

if TYPE_CHECKING:
    from panahat.case.story import Question
    from panahat.law.registry import Law

BACK, LATER, UNKNOWN, NONE, STOP, HELP = "back", "later", "unknown", "none", "stop", "help"
SAID = {
    BACK: (N_("back"), "<"),
    LATER: (N_("later"), ""),
    UNKNOWN: (N_("not known"), "!"),
    NONE: (N_("none"), "-"),
    STOP: (N_("stop"), "q"),
    HELP: (N_("help"), "?"),
}
"""What may be said instead of an answer: as a word, or as a sign."""
_YES, _NO = N_("yes"), N_("no")
_LANGUAGES = {"ru": N_("in Russian"), "kk": N_("in Kazakh"), "en": N_("in English")}
_FORMATS = {
    "day": N_("a date, for example 09.02.2026"),
    "partial": N_("a date, or as much of it as is known: 09.02.2026, 02.2026, 2026"),
    "partial_or_unknown": N_("a date, or as much of it as is known: 09.02.2026, 02.2026, 2026"),
    "moment": N_("a date, with the hour where it is known: 28.01.2026 12:00"),
    "flag": N_("yes or no"),
    "country": N_("a state: its name or its two letters; several with commas"),
    "id": N_("small Latin letters, digits, hyphens"),
}
_DATE = re.compile(r"(?:(\d{1,2})[./])?(\d{1,2})[./](\d{4})(?:\s+(\d{1,2}:\d{2}))?")
_ANNEX = re.compile(r"([a-z0-9]+(?:-[a-z0-9]+)*)(?:\s+(\d+(?:-\d+)?))?")
_WHICH_ANNEX = N_(
    "An annex is named by its id or its number in the list, a sheet behind it: «ruling 3». Known: {known}"
)


class Unfit(Exception):
    """An answer that is none; its text says why, in the user's language."""


def value(question: Question, said: str, law: Law, annexes: Sequence[str]) -> Any:
    """What the file writes for an answer: True or False where it is asked whether there is something. Raises Unfit."""
    if question.kind != "fact":
        return _flag(said)
    field = question.field
    if field.key == "proof":
        return _annexes(said, annexes)
    make = _MAKERS.get(field.kind)
    one: Callable[[str], Any] = (lambda s: _chosen(s, field.choices)) if field.choices else make or str
    if field.prints in ("norm", "body"):
        one = partial(_key, law=law)
    return [one(part.strip()) for part in said.split(",") if part.strip()] if field.many else one(said)


def _key(said: str, law: Law) -> str:
    """The key of the law data that is meant: as it stands there, or found by its number or words."""
    from panahat.law.searching import search

    found = search(law, said)
    exact = [hit for hit in found if hit.key == said]
    if len(exact or found) == 1:
        return (exact or found)[0].key
    if not found:
        raise Unfit(tr(N_("The law data know nothing of this kind. Try the number of the article, or fewer words.")))
    shown = "; ".join(
        f"{hit.key} ({hit.title.get(language()) or next(iter(hit.title.values()), '')})" for hit in found[:8]
    )
    raise Unfit(tr(N_("Several fit. Write the one you mean: {found}"), found=shown))


def _annexes(said: str, known: Sequence[str]) -> list[Any]:
    """The annexes, named by id or by their number in the list, with a sheet behind it where one is meant."""
    found: list[Any] = []
    for part in filter(None, map(str.strip, said.split(","))):
        one = _ANNEX.fullmatch(part)
        if one is None:
            raise Unfit(tr(_WHICH_ANNEX, known=", ".join(known) or "–"))
        id = known[int(one[1]) - 1] if one[1].isdecimal() and 0 < int(one[1]) <= len(known) else one[1]
        found.append({"annex": id, "pages" if "-" in one[2] else "page": one[2]} if one[2] else id)
    return found


def label(question: Question) -> Iterator[str]:
    """What is asked, in words: the group it stands in, then the fact; the number of an entry; the language of a text."""
    from panahat.case.engine import shapes

    to = translator(language())
    path = question.path
    for length in range(1, len(path) + 1):
        step, field = path[length - 1], shapes().field(path[:length])
        if isinstance(step, int):
            yield f"№ {step + 1}"
        elif step in LANGUAGES and length == len(path):
            yield tr(_LANGUAGES[str(step)])
        elif field is not None and length > len(path) - 3:
            yield to(field.description)
    if question.kind == "there":
        yield tr(N_("is there any? yes or no"))
    elif question.kind == "more":
        yield tr(N_("one more? yes or no"))
    elif question.field.key == "proof":
        yield tr(N_("ids or numbers of the annexes, with commas; a sheet behind: «ruling 3»"))
    elif hint := _FORMATS.get(question.field.kind):
        yield tr(hint)
    if question.needed:
        yield tr(N_("needed"))


def choices(question: Question) -> Iterator[str]:
    """The words of which the answer is one, numbered, with their meanings."""
    from panahat.case.words import meanings

    if question.kind == "fact" and len(question.field.choices) > 1:
        for n, word in enumerate(question.field.choices, 1):
            yield f"{n}. {tr(meanings()[word]) if word in meanings() else word}"


def explained(question: Question) -> str:
    from panahat.case.guide import example

    shown = example(question.field) if question.kind == "fact" else ""
    place = ".".join(str(step) for step in question.path)
    said = tr(N_("In the file this is «{place}»."), place=place)
    return f"{said} {tr(N_('For example: {example}'), example=shown)}" if shown else said


def command(said: str) -> str:
    """Which of the words or signs that are no answer was said; «» where it is an answer."""
    asked = said.strip(" .").casefold()
    for name, (word, sign) in SAID.items():
        if said == sign or asked in {translator(x)(word).casefold() for x in LANGUAGES}:
            return name
    return ""


def may_be_none(question: Question) -> bool:
    return question.kind != "fact" or question.field.many


def _flag(said: str) -> bool:
    for word, value in ((_YES, True), (_NO, False)):
        words = {translator(x)(word).casefold() for x in LANGUAGES}
        if said.casefold() in words | {w[0] for w in words}:
            return value
    raise Unfit(tr(N_("Answer yes or no.")))


def _date(said: str) -> str:
    """A date as the file writes it: «09.02.2026» becomes «2026-02-09»; anything else stays as it is."""
    found = _DATE.fullmatch(said)
    if found is None:
        return said
    day, month, year, clock = found.groups()
    return f"{year}-{int(month):02}" + (f"-{int(day):02}" if day else "") + (f" {clock:0>5}" if clock else "")


def _chosen(said: str, choices: Sequence[str]) -> str:
    """The word meant by its number, itself, or its meaning in any language."""
    from panahat.case.words import meant_word

    if said.isdecimal() and said not in choices and 0 < int(said) <= len(choices):
        return choices[int(said) - 1]
    word = said if said in choices else meant_word(said, tuple(choices))
    if word is None:
        raise Unfit(tr(N_("Write the number of one of these.")))
    return word


def _country(said: str) -> str:
    from panahat.language.states import state_called

    letters = state_called(said)
    if letters is None:
        raise Unfit(tr(N_("No state is called so. Write its two letters: RU, KZ.")))
    return letters


_MAKERS: Mapping[str, Callable[[str], Any]] = {
    **dict.fromkeys(("day", "partial", "partial_or_unknown", "moment"), _date),
    "flag": lambda said: "true" if _flag(said) else "false",
    "country": _country,
}
