"""Citations by key, as of a date: «пункты 7 и 11 части 1 статьи 590 УПК РК» in every case of the language.

    cite(law, ["kz-upk-592-1", "kz-upk-592-4"], on).forms["gen"]  ->  «частей 1 и 4 статьи 592 …»

The name of the act stays a marker until the whole text is known (`panahat.law.mentions`). A key that cannot be cited on
that day gives a problem and no text.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from panahat.language import citing
from panahat.law.codes import NO_NAME_IN_LANGUAGE, STRANGE_PLACE
from panahat.law.mentions import marker
from panahat.law.model import UNITS, NormVersion, Place, Standing
from panahat.law.places import tree
from panahat.law.standing import problems_of
from panahat.problems import Problem, in_order

if TYPE_CHECKING:
    from panahat.law.registry import Law

_NUMBER = re.compile(r"\d{1,4}(?:[.-]\d{1,3})*")
_LETTER = re.compile(r"[а-яёa-z]|" + _NUMBER.pattern)


NARROWER = ("part", "point", "subpoint", "paragraph")
"""The units by which a reference may narrow a norm."""


class Ref(NamedTuple):
    """A norm by key, narrowed to the part, point, subpoint or paragraph named: Ref("ru-uk-158", part="2")."""

    key: str
    part: str | None = None
    point: str | None = None
    subpoint: str | None = None
    paragraph: str | None = None


class Citation(NamedTuple):
    """A citation in every case; `keys` are the norms it names, `versions` the versions in force that it rests on.

    `forms` are empty texts where nothing could be cited; `problems` then say why. `standings` is how each asked norm
    stands, in the order asked: what a whole filing needs to say each doubt once (`panahat.law.standing.problems_of`).
    """

    forms: Mapping[str, str]
    keys: tuple[str, ...]
    problems: tuple[Problem, ...]
    versions: tuple[NormVersion, ...]
    standings: tuple[Standing, ...]


def cite(law: Law, refs: Sequence[str | Ref], on: date, lang: str = "ru", *, final: bool = False) -> Citation:
    """The norms `refs` as they stand on `on`, as one citation; in a final filing a doubt is an error.

    A topic key gives the place in the act in force that day. Acts stand in the order in which `refs` first names them,
    places in the order of the act; equal places fall together and a whole article swallows its parts.
    """
    places: dict[str, list[Place]] = {}
    problems: list[Problem] = []
    versions: dict[str, NormVersion] = {}
    standings: dict[str, Standing] = {}
    for ref in (Ref(ref) if isinstance(ref, str) else ref for ref in refs):
        standing = standings[ref.key] = law.standing(ref.key, on)
        if standing.state != "in-force" or standing.version is None:
            continue
        act = law.acts[standing.version.act]
        if act.names(lang) is None:
            problems.append(Problem(NO_NAME_IN_LANGUAGE, facts={"act": act.key}))
            continue
        ladder = tuple(act.units)
        if not _sound(ref, ladder):
            problems.append(Problem(STRANGE_PLACE, facts={"key": ref.key}))
            continue
        versions[ref.key] = standing.version
        narrowed = [_narrowed(place, ref, ladder) for place in standing.version.places]
        places.setdefault(standing.version.act, []).extend(narrowed)
    found = tuple(standings.values())
    problems += problems_of(found, law.acts, law.norms, final)
    forms = _forms(law, places, lang)
    return Citation(forms, tuple(versions), tuple(in_order(problems)), tuple(versions.values()), found)


def cite_article(
    law: Law, act: str, article: str, lang: str, part: str | None = None, point: str | None = None
) -> Mapping[str, str]:
    """An article that the case itself names, of an act of the registry, in every case; empty where it cannot be named."""
    known, ref = law.acts.get(act), Ref("", part, point)
    if (
        known is None
        or known.names(lang) is None
        or not _NUMBER.fullmatch(article)
        or not _sound(ref, tuple(known.units))
    ):
        return dict.fromkeys(citing(lang).cases, "")
    return _forms(law, {act: [Place(article=article, part=part, point=point)]}, lang)


def _forms(law: Law, places: Mapping[str, Sequence[Place]], lang: str) -> dict[str, str]:
    """The places, by act, as one text in every case; an act without a place is named as a whole."""
    speech = citing(lang)
    named = {act: law.acts[act].names(lang) for act in places}
    units = {act: names.units for act, names in named.items() if names is not None}
    trees = {act: tree(found, tuple(law.acts[act].units)) for act, found in places.items()}

    def cited(act: str, case: str) -> str:
        if not trees[act]:
            return marker(act, case)
        return speech.cited(speech.placed(trees[act], units[act], case), marker(act, speech.act_case))

    return {case: speech.listed([cited(act, case) for act in trees]) if trees else "" for case in speech.cases}


def _narrowed(place: Place, ref: Ref, ladder: Sequence[str]) -> Place:
    """The place with the units that the reference names, and nothing narrower of the old place."""
    named = {level: number for level in NARROWER if (number := getattr(ref, level)) is not None}
    if not named:
        return place
    below = ladder[min(map(ladder.index, named)) + 1 :]
    kept = {level: getattr(place, level) for level in UNITS if level not in below}
    return Place(**{**kept, **named})


def _sound(ref: Ref, ladder: Sequence[str]) -> bool:
    """Whether what narrows the reference, which may come from a case file, are numbers of units that the act has."""
    named = {level: number for level in NARROWER if (number := getattr(ref, level)) is not None}
    return all(
        level in ladder and (_NUMBER if level == "part" else _LETTER).fullmatch(number)
        for level, number in named.items()
    )
