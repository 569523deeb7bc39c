"""Citations by key, as of a date: «пункты 7 и 11 части 1 статьи 590 УПК РК» in every case of the language.

    cite(law, ["kz-upk-592-1", "kz-upk-592-4"], on).forms["gen"]  ->  «частей 1 и 4 статьи 592 …»

An act is judged by the law of its day: with `judged`, a norm that has changed since then is cited as it stood that day
beside the norm of today, and one that has not changed is cited once.

The name of the act stays a marker until the whole text is known (`panahat.law.mentions`). A key that cannot be cited on
that day gives a problem and no text.
"""

import re
from collections.abc import Mapping, Sequence
from datetime import date

from msgspec import Struct

from panahat.language import citing
from panahat.language.forms import EachCase
from panahat.law.codes import NO_NAME_IN_LANGUAGE, STRANGE_PLACE
from panahat.law.mentions import marker
from panahat.law.model import UNITS, NormVersion, Place, Standing
from panahat.law.places import tree
from panahat.law.registry import Law
from panahat.law.standing import problems_of, repealed_since
from panahat.problems import Problem, in_order

_NUMBER = re.compile(r"\d{1,4}(?:[.-]\d{1,3})*")
_LETTER = re.compile(r"[а-яёa-z]|" + _NUMBER.pattern)


NARROWER = ("part", "point", "subpoint", "paragraph")
"""The units by which a reference may narrow a norm."""


class Ref(Struct, frozen=True):
    """A norm by key, narrowed to the part, point, subpoint or paragraph named: Ref("ru-uk-158", part="2")."""

    key: str
    part: str | None = None
    point: str | None = None
    subpoint: str | None = None
    paragraph: str | None = None


class Judged(Struct, frozen=True):
    """The day of the act that is judged, and how a language says what has changed since (`wording`).

    `moved` joins {then} and {now}, the places of a norm that stands elsewhere today; `amended` says of {cited} that its
    text is another today.
    """

    on: date
    wording: Mapping[str, str]


class Citation(Struct, frozen=True):
    """A citation in every case; `keys` are the norms it names, `versions` the versions in force that it rests on.

    `forms` are empty texts where nothing could be cited; `problems` then say why. `standings` is how each asked norm
    stands, in the order asked: what a whole filing needs to say each doubt once (`panahat.law.standing.problems_of`).
    A norm that has changed since the act that is judged stands there for both days.
    """

    forms: EachCase[str]
    keys: tuple[str, ...]
    problems: tuple[Problem, ...]
    versions: tuple[NormVersion, ...]
    standings: tuple[Standing, ...]


def cite(
    law: "Law",
    refs: Sequence[str | Ref],
    on: date,
    lang: str = "ru",
    *,
    judged: Judged | None = None,
    final: bool = False,
) -> Citation:
    """The norms `refs` as they stand on `on`, as one citation; in a final filing a doubt is an error.

    A topic key gives the place in the act in force that day. Acts stand in the order in which `refs` first names them,
    places in the order of the act; equal places fall together and a whole article swallows its parts. What has changed
    since the act that is `judged` comes last.
    """
    problems: list[Problem] = []
    versions: dict[str, NormVersion] = {}
    standings: dict[tuple[str, date], Standing] = {}
    same, then, now, amended = _Places(), _Places(), _Places(), _Places()
    for ref in (Ref(ref) if isinstance(ref, str) else ref for ref in refs):
        chosen = _standings(law, ref.key, on, judged)
        standings |= {(s.key, s.on): s for s in chosen}
        found = [s.version for s in chosen if s.state == "in-force" and s.version is not None]
        flaws = [flaw for v in found if (flaw := _flaw(law, ref, v, lang)) is not None]
        problems += flaws
        if flaws or not found:
            continue
        versions[ref.key] = found[-1]
        narrowed = [_of(law, ref, v) for v in found]
        if len(found) == 1:
            same.add(*narrowed[0])
        elif narrowed[0] == narrowed[1]:
            amended.add(*narrowed[0])
        else:
            then.add(*narrowed[0])
            now.add(*narrowed[1])
    problems += problems_of(standings.values(), law.acts, law.norms, final)
    gone = (law.standing(s.key, on) for s in standings.values() if s.on != on and (s.key, on) not in standings)
    problems += [repealed_since(s, judged.on, law.acts) for s in gone if judged is not None and s.state == "repealed"]
    forms = _forms(law, same, lang)
    if judged is not None and (then or amended):
        forms = _changed(forms, [_forms(law, p, lang) for p in (then, now, amended)], judged, lang)
    return Citation(
        forms, tuple(versions), tuple(in_order(problems)), tuple(versions.values()), tuple(standings.values())
    )


class _Places(dict[str, list[Place]]):
    """Places by act, in the order in which the acts were first named."""

    def add(self, act: str, places: Sequence[Place]) -> None:
        self.setdefault(act, []).extend(places)


def _standings(law: "Law", key: str, on: date, judged: Judged | None) -> list[Standing]:
    """How the norm stands on `on`; before it, how it stood when the act was made, where it was in force and another."""
    today = law.standing(key, on)
    if judged is None or judged.on >= on:
        return [today]
    before = law.standing(key, judged.on)
    if before.state != "in-force":
        return [today]
    if today.state != "in-force":
        return [before]
    return [today] if before.version == today.version else [before, today]


def _flaw(law: "Law", ref: Ref, version: NormVersion, lang: str) -> Problem | None:
    """Why the norm cannot be named: its act has no name in the language, or has no such unit."""
    act = law.acts[version.act]
    if act.names(lang) is None:
        return Problem(NO_NAME_IN_LANGUAGE, facts={"act": act.key})
    return None if _sound(ref, tuple(act.units)) else Problem(STRANGE_PLACE, facts={"key": ref.key})


def _of(law: "Law", ref: Ref, version: NormVersion) -> tuple[str, list[Place]]:
    """The act and the places that the reference names in it."""
    ladder = tuple(law.acts[version.act].units)
    return version.act, [_narrowed(place, ref, ladder) for place in version.places]


def _changed(same: EachCase[str], changed: Sequence[EachCase[str]], judged: Judged, lang: str) -> EachCase[str]:
    """What stands as it stood, then what has changed since the act that is judged, in every case."""

    def made(case: str) -> str:
        then, now, amended = (forms[case] for forms in changed)
        moved = judged.wording["moved"].format(then=then, now=now) if then else ""
        reworded = judged.wording["amended"].format(cited=amended) if amended else ""
        return citing(lang).listed([text for text in (same[case], reworded, moved) if text])

    return EachCase(same.cases, made)


def cite_article(
    law: "Law", act: str, article: str, lang: str, part: str | None = None, point: str | None = None
) -> EachCase[str]:
    """An article that the case itself names, of an act of the registry, in every case; empty where it cannot be named."""
    known, ref = law.acts.get(act), Ref("", part, point)
    if (
        known is None
        or known.names(lang) is None
        or not _NUMBER.fullmatch(article)
        or not _sound(ref, tuple(known.units))
    ):
        return EachCase(citing(lang).cases, lambda _: "")
    return _forms(law, {act: [Place(article=article, part=part, point=point)]}, lang)


def _forms(law: "Law", places: Mapping[str, Sequence[Place]], lang: str) -> EachCase[str]:
    """The places, by act, as one text in every case; an act without a place is named as a whole."""
    speech = citing(lang)
    named = {act: law.acts[act].names(lang) for act in places}
    units = {act: names.units for act, names in named.items() if names is not None}
    trees = {act: tree(found, tuple(law.acts[act].units)) for act, found in places.items()}

    def cited(act: str, case: str) -> str:
        if not trees[act]:
            return marker(act, case)
        return speech.cited(speech.placed(trees[act], units[act], case), marker(act, speech.act_case))

    return EachCase(speech.cases, lambda case: speech.listed([cited(act, case) for act in trees]) if trees else "")


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
