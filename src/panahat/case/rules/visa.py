"""The letter for a humanitarian visa: said before anyone writes it, whether that state takes such a request at all."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date
from functools import cache
from typing import TYPE_CHECKING, Any

from panahat.case import codes
from panahat.case.facts import texts
from panahat.case.rules.people import ADULT, age_on
from panahat.case.rules.scene import Scene
from panahat.case.words import meanings
from panahat.messages import LANGUAGES, N_
from panahat.moments import last_day
from panahat.problems import Path, Problem, in_languages

if TYPE_CHECKING:
    from panahat.law.destinations import Destination

_STATUS = {
    "closed": "@" + N_("closed"),
    "suspended": "@" + N_("suspended"),
    "none": "@" + N_("not known to exist"),
}
_INDIVIDUAL = {
    "exceptional": "@" + N_("in exceptional cases"),
    "case-by-case": "@" + N_("case by case"),
    "no": "@" + N_("there is none"),
    "unknown": "@" + N_("not known"),
}
_ORDER = ("open", "unknown", "suspended", "closed", "none")
_NO_WAY = "no"


def keys(scene: Scene) -> Iterator[Problem]:
    """Destination, programme and post exist in the law data."""
    visa = scene.case.visa
    if visa is None:
        return
    known = scene.law.destinations
    if visa.destination not in known:
        yield scene.problem(codes.DESTINATION_UNKNOWN, ("visa", "destination"), known=", ".join(known))
        return
    found = known[visa.destination]
    if visa.programme is not None and found.programme(visa.programme) is None:
        offered = ", ".join(p.key for p in found.programmes if p.status != "none") or "—"
        yield scene.problem(codes.PROGRAMME_UNKNOWN, ("visa", "programme"), destination=_name(found), known=offered)
    if found.post(visa.post) is None:
        posts = ", ".join(p.key for p in found.posts)
        yield scene.problem(codes.POST_UNKNOWN, ("visa", "post"), destination=_name(found), known=posts)


def fallback(scene: Scene) -> Iterator[Problem]:
    """The state to ask if the first refuses: another one, in the law data, and not known to be shut."""
    visa, found = _asked(scene)
    if found is None or visa.fallback is None:
        return
    second, here = scene.law.destinations.get(visa.fallback), ("visa", "fallback")
    if second is None:
        yield scene.problem(codes.DESTINATION_UNKNOWN, here, known=", ".join(scene.law.destinations))
        return
    fits = others(scene, lambda d: d.key != visa.fallback and d.takes(visa.profile))
    if second.key == found.key:
        yield scene.problem(codes.FALLBACK_SAME, here, others=fits)
    elif not second.takes(visa.profile):
        yield scene.problem(codes.FALLBACK_SHUT, here, fallback=second.key, others=fits)


def other_states(scene: Scene) -> Iterator[Problem]:
    """Texts that speak of the state asked, and titles of its papers, that name another destination."""
    visa, found = _asked(scene)
    if found is None:
        return
    ids = {cited.annex for paper in visa.papers for cited in paper.proof}
    spoken = [(path, text) for path, text in texts(scene.case) if path[:1] == ("visa",) and path[1] in _OF_STATE]
    spoken += [(("annexes", n, "title"), a.title) for n, a in enumerate(scene.case.annexes) if a.id in ids]
    for path, text in spoken:
        said = [(language, words) for language in LANGUAGES if (words := getattr(text, language, None))]
        for other in scene.law.destinations.values():
            if other.key != found.key and any(_names(words, form) for x, words in said for form in _called(other, x)):
                yield scene.problem(codes.OTHER_STATE, path, named=_name(other), destination=_name(found))


_OF_STATE = ("plan", "ties", "urgency", "consent", "travel_document")
"""Parts of the request whose texts speak of the state asked."""


@cache
def _called(state: Destination, language: str) -> frozenset[str]:
    """The names of the state, usual and official, in every form of the language."""
    from panahat.language.kazakh import lexicon as kazakh
    from panahat.language.russian import lexicon as russian

    forms = {*state.names(language).values(), getattr(state.official, language) or ""}
    tongue: Any = {"ru": russian, "kk": kazakh}.get(language)
    if tongue is not None and state.country in tongue.country_codes():
        official = tongue.country(state.country)
        forms |= {getattr(official, case) for case in state.names(language) if hasattr(official, case)}
    return frozenset(forms - {""})


def _names(text: str, name: str) -> bool:
    """Whether the text has the name as whole words."""
    return name in text and re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text) is not None


def door(scene: Scene) -> Iterator[Problem]:
    """The programme is not known to be shut; without one, the state takes single cases."""
    visa, found = _asked(scene)
    if found is None:
        return
    facts = {
        "destination": _name(found),
        "others": others(scene, lambda d: d.takes(visa.profile)),
        "individual": _INDIVIDUAL[found.individual],
    }
    programme = found.programme(visa.programme) if visa.programme is not None else None
    if programme is not None:
        facts |= {"programme": programme.key, "as_of": programme.as_of or "—"}
        if programme.is_shut:
            since = f" ← {programme.since}" if programme.since else ""
            here: Path = ("visa", "programme")
            yield scene.problem(codes.PROGRAMME_SHUT, here, status=_STATUS[programme.status], since=since, **facts)
        elif programme.status == "unknown":
            yield scene.problem(codes.PROGRAMME_STATUS, ("visa", "programme"), **facts)
    elif all(p.is_shut for p in found.programmes):
        by_way = {_NO_WAY: codes.NO_WAY_IN, "unknown": codes.WAY_UNKNOWN}
        yield scene.problem(by_way.get(found.individual, codes.SINGLE_CASES), ("visa", "destination"), **facts)


def profile(scene: Scene) -> Iterator[Problem]:
    """The state takes people of this profile, and their family; nobody it excludes."""
    visa, found = _asked(scene)
    if found is None:
        return
    facts = {"destination": _name(found), "profile": f"@{meanings()[visa.profile]}"}
    alike = others(scene, lambda d: d.takes(visa.profile))
    said = {"no": codes.PROFILE_NOT_TAKEN, "unknown": codes.PROFILE_UNKNOWN}.get(found.profiles[visa.profile].value)
    if said is not None:
        yield scene.problem(said, ("visa", "profile"), others=alike, **facts)
    if visa.family:
        said = {"no": codes.FAMILY_NOT_TAKEN, "unknown": codes.FAMILY_UNKNOWN}.get(found.profiles["family"].value)
        if said is not None:
            together = others(scene, lambda d: d.takes(visa.profile) and d.takes("family"))
            yield scene.problem(said, ("visa", "family"), others=together, destination=_name(found))
    tests = {x.test for x in found.excluded}
    service = visa.service
    if service is not None and service.took_part and "took-part" in tests:
        yield scene.problem(
            codes.TOOK_PART_EXCLUDED, ("visa", "service", "took_part"), others=alike, destination=_name(found)
        )
    if service is not None and service.no_crimes is False and "crimes" in tests:
        yield scene.problem(codes.CRIMES_EXCLUDED, ("visa", "service", "no_crimes"), destination=_name(found))


def passport(scene: Scene) -> Iterator[Problem]:
    """A valid passport, or a request for a paper to travel on that this state is known to give."""
    visa, found = _asked(scene)
    if found is None:
        return
    filed = scene.case.filing.on
    listed = [d for d in scene.case.client.documents if d.kind == "travel-passport"]
    good = [d for d in listed if d.expires is None or d.expires >= filed]
    paper = visa.travel_document
    here: Path = ("visa", "travel_document", "state")
    if paper is not None and paper.state == "valid" and not good:
        yield scene.problem(codes.PASSPORT_STATE if listed else codes.PASSPORT_NOT_LISTED, here)
    usable = bool(good) and (paper is None or paper.state == "valid")
    facts = {
        "destination": _name(found),
        "others": others(scene, lambda d: d.travel_document.possible in ("yes", "case-by-case")),
    }
    if usable and found.passport_rule.non_biometric == "not-accepted":
        if paper is None or paper.biometric is None:
            yield scene.problem(
                codes.PASSPORT_CHIP_UNKNOWN, ("visa", "travel_document", "biometric"), destination=_name(found)
            )
        elif not paper.biometric and not visa.laissez_passer:
            since = found.passport_rule.since or "—"
            yield scene.problem(
                codes.PASSPORT_WITHOUT_CHIP,
                ("visa", "travel_document", "biometric"),
                destination=_name(found),
                since=since,
            )
    if not usable and not visa.laissez_passer:
        yield scene.problem(codes.LAISSEZ_PASSER, ("visa", "laissez_passer"))
    if visa.laissez_passer:
        said = {"no": codes.LAISSEZ_PASSER_IMPOSSIBLE, "unknown": codes.LAISSEZ_PASSER_UNKNOWN}.get(
            found.travel_document.possible
        )
        if said is not None:
            yield scene.problem(said, ("visa", "laissez_passer"), **facts)


def consent(scene: Scene) -> Iterator[Problem]:
    """The client's consent, with its day, and that of every relative who travels."""
    visa, found = _asked(scene)
    if found is None:
        return
    given = visa.consent
    if given is not None and given.given is False:
        yield scene.problem(codes.CONSENT_WITHHELD, ("visa", "consent", "given"))
    elif given is None or None in (given.given, given.on):
        yield scene.problem(codes.NO_CONSENT, ("visa", "consent"))
    for n, relative in enumerate(visa.family or ()):
        if not relative.consents:
            asked = "consent" in found.annexes and _is_child(relative, scene.case.filing.on)
            code = codes.CHILD_CONSENT if asked else codes.FAMILY_CONSENT
            yield scene.problem(code, ("visa", "family", n, "consents"), destination=_name(found))


def _is_child(relative: Any, day: date) -> bool:
    """Whether the relative is under age on `day`, as far as the date of birth is known."""
    born = relative.born.on
    return relative.relation == "child" and (born is None or age_on(last_day(born), day) < ADULT)


def service(scene: Scene) -> Iterator[Problem]:
    """What a serviceman's letter must say plainly."""
    visa, found = _asked(scene)
    if found is None:
        return
    if visa.service is None:
        if visa.profile == "deserter":
            yield scene.problem(codes.NO_SERVICE, ("visa", "service"))
        return
    for name in ("unit", "left_on", "took_part", "did", "reason", "no_crimes", "may_be_vetted"):
        if getattr(visa.service, name) is None:
            yield scene.problem(codes.SERVICE_UNSAID, ("visa", "service", name))


def statements(scene: Scene) -> Iterator[Problem]:
    """Every statement says how it is known."""
    visa, found = _asked(scene)
    if found is None:
        return
    for n, said in enumerate(visa.statements):
        if said.source == "reported" and said.by is None:
            yield scene.problem(codes.REPORTED_BY, ("visa", "statements", n, "by"))
        if said.source == "documented" and not said.proof:
            yield scene.problem(codes.DOCUMENTED_BY, ("visa", "statements", n, "proof"))


def papers(scene: Scene) -> Iterator[Problem]:
    """Papers the state expects, its languages, and whether the entry is confirmed for that day."""
    visa, found = _asked(scene)
    if found is None:
        return
    attached = {p.kind for p in visa.papers}
    needless = {"no-passport-note"} if not visa.laissez_passer else set()
    needless |= {"military-papers", "vetting"} if visa.service is None else set()
    needless |= {"family-papers"} if not visa.family else set()
    needless |= {"asylum-papers"} if scene.case.asylum == () else set()
    sought = scene.case.extradition
    is_sought = sought is not None and (sought.request or sought.arrest or sought.decision)
    needless |= {"extradition-papers"} if not is_sought else set()
    for kind in found.annexes:
        if kind not in attached | needless:
            yield scene.problem(
                codes.PAPER_MISSING, ("visa", "papers"), destination=_name(found), paper=f"@{meanings()[kind]}"
            )
    if not set(scene.languages) & set(found.languages):
        yield scene.problem(
            codes.LETTER_LANGUAGE,
            ("visa", "destination"),
            destination=_name(found),
            languages=", ".join(found.languages),
            language=", ".join(scene.languages),
        )
    if found.verify_before_use and not scene.law.confirmed.edition(found.key, scene.case.filing.on):
        checked = found.checked_on.isoformat()
        yield scene.problem(
            codes.DESTINATION_UNVERIFIED,
            ("visa", "destination"),
            destination=_name(found),
            entry=found.key,
            checked=checked,
        )


def others(scene: Scene, fits: Callable[[Destination], bool]) -> str:
    """The keys of other destinations that fit, those with an open programme first."""
    asked = scene.case.visa.destination if scene.case.visa is not None else ""
    found = [d for d in scene.law.destinations.values() if d.key != asked and fits(d)]
    found.sort(key=lambda d: min(_ORDER.index(p.status) for p in d.programmes))
    return ", ".join(d.key for d in found) or "—"


def _asked(scene: Scene) -> tuple[Any, Destination | None]:
    """The request and the state asked; no state where the filing does not go to one, or the state is not known."""
    visa = scene.case.visa
    if visa is None or scene.needs is None or not scene.needs.about("visa", "destination"):
        return visa, None
    return visa, scene.law.destinations.get(visa.destination)


def _name(state: Destination) -> str:
    """The state's name in each language, for the reader of a message."""
    return in_languages({language: getattr(state.name, language) for language in LANGUAGES})
