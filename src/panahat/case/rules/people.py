"""The client and the representative: age, gender beside name, citizenship, documents, authority."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from panahat.case import codes
from panahat.case.kinds import checks_out
from panahat.case.rules.charges import asked
from panahat.case.rules.scene import Scene
from panahat.messages import N_
from panahat.moments import last_day
from panahat.problems import Path, Problem

LEAST_AGE, MOST_AGE, ADULT = 14, 110, 18
_AGES_OF_DOUBT = (14, 16)
_MALE = ("ич", "оглы", "оғлы", "улы", "ұлы")
_FEMALE = ("овна", "евна", "ична", "кызы", "қызы", "гызы")
_MALE_SURNAME = ("ов", "ев", "ёв", "ский", "цкий", "ской", "цкой")
_FEMALE_SURNAME = ("ова", "ева", "ёва", "ская", "цкая")


def age_on(born: date, day: date) -> int:
    """Full years of age on `day`."""
    return day.year - born.year - ((day.month, day.day) < (born.month, born.day))


def age(scene: Scene) -> Iterator[Problem]:
    """A believable age; a child; a young age at the alleged act."""
    born = scene.get("client.born.on")
    if born is None:
        return
    years = age_on(born, scene.case.filing.on)
    here: Path = ("client", "born", "on")
    if not LEAST_AGE <= years <= MOST_AGE:
        yield scene.problem(codes.AGE, here, age=str(years), least=str(LEAST_AGE), most=str(MOST_AGE))
    elif years < ADULT:
        yield scene.problem(codes.MINOR, here)
    for path, day in scene.expand("extradition.charges[].alleged_on"):
        then = age_on(born, last_day(day))
        limit = next((a for a in _AGES_OF_DOUBT if 0 <= then < a), None)
        if limit is not None:
            yield scene.problem(codes.YOUNG_AT_ACT, path, age=str(then), limit=str(limit))


def gender(scene: Scene) -> Iterator[Problem]:
    """Patronymic and surname beside the gender given, unless its forms were confirmed; given names of two."""
    for path in (("client",), ("representative",)):
        person = scene.get(path)
        if person is None:
            continue
        name, is_male = person.name, person.gender == "male"
        confirmed = name.forms is not None and bool(name.forms.ru)
        own = _FEMALE if is_male else _MALE
        surname = _FEMALE_SURNAME if is_male else _MALE_SURNAME
        if confirmed:
            continue
        if name.patronymic and name.patronymic.lower().endswith(own):
            yield scene.problem(codes.GENDER_DOUBT, (*path, "name", "patronymic"))
        elif name.surname.lower().endswith(surname):
            yield scene.problem(codes.GENDER_DOUBT, (*path, "name", "surname"))
        words = name.given.lower().split()
        if name.patronymic is None and len(words) > 1 and words[-1].endswith(_MALE + _FEMALE):
            yield scene.problem(codes.PATRONYMIC_IN_GIVEN, (*path, "name", "given"))


def papers(scene: Scene) -> Iterator[Problem]:
    """Citizenship, IIN and identity documents."""
    client = scene.case.client
    if "KZ" in client.citizenship:
        yield scene.problem(codes.OWN_CITIZEN, ("client", "citizenship"))
    if client.iin is not None and not checks_out(client.iin):
        yield scene.problem(codes.IIN_CHECK, ("client", "iin"))
    born = scene.get("client.born.on")
    if client.iin is not None and born is not None and client.iin[:6] != born.strftime("%y%m%d"):
        yield scene.problem(codes.IIN_BIRTH, ("client", "iin"))
    for path, expires in scene.expand("client.documents[].expires"):
        if expires < scene.case.filing.on:
            yield scene.problem(codes.DOCUMENT_EXPIRED, path)


_NOTICE = {
    "kz-upk": N_("Code of Criminal Procedure art. 68 part 8"),
    "kz-koap": N_("Code of Administrative Offences art. 750 part 7"),
}
"""Where the code of the proceedings says how an advocate proves authority (kz-upk-68-8, kz-koap-750-7)."""


def authority(scene: Scene) -> Iterator[Problem]:
    """The representative's right to act: a notice of defence for an advocate, a power of attorney for anyone else."""
    who: Any = scene.case.representative
    if who is None:
        return
    if who.role == "advocate":
        norm = scene.needs.norm if scene.needs is not None else ""
        code = next((code for code in _NOTICE if norm.startswith(f"{code}-")), "kz-upk")
        for key in ("licence", "defence_notice"):
            if getattr(who, key) is None:
                yield scene.problem(codes.NO_AUTHORITY, ("representative", key), norm=f"@{_NOTICE[code]}")
    elif who.role is not None and who.power_of_attorney is None:
        yield scene.problem(codes.NO_POWER_OF_ATTORNEY, ("representative", "power_of_attorney"))


def custody(scene: Scene) -> Iterator[Problem]:
    """Where the client is, beside the arrest and the way of lodging."""
    case = scene.case
    held = case.client.held
    arrest = case.extradition.arrest if case.extradition is not None else None
    submission = case.filing.submission
    if held is None:
        if arrest is not None and _runs(arrest, case.filing.on):
            yield scene.problem(codes.HELD_NOWHERE, ("client", "held"))
        if submission == "custody":
            yield scene.problem(codes.SUBMISSION_CUSTODY, ("filing", "submission"))
        return
    if case.extradition is not None and asked(case.extradition) and arrest is None:
        yield scene.problem(codes.HELD_WITHOUT_ARREST, ("client", "held"))
    if arrest is not None and None not in (held.since, arrest.detained) and held.since < arrest.detained.day:
        yield scene.problem(codes.HELD_BEFORE_DETAINED, ("client", "held", "since"))
    if submission == "eds" and case.representative is None:
        yield scene.problem(codes.SUBMISSION_EDS, ("filing", "submission"))
    if case.client.address is not None:
        yield scene.problem(codes.ADDRESS_WHILE_HELD, ("client", "address"))


def _runs(arrest: Any, day: date) -> bool:
    """Whether the arrest, as far as its end is known, runs on `day`."""
    ends = [e.until for e in arrest.extensions] + ([arrest.until] if arrest.until is not None else [])
    return not ends or max(ends) >= day
