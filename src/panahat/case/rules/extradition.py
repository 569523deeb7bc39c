"""The extradition procedure: service, arrest, how the procedure was kept, requests of treaty bodies."""

from __future__ import annotations

from collections.abc import Iterator

from panahat.case import codes
from panahat.case.rules.scene import Scene
from panahat.problems import Path, Problem

ARREST = "dl-589-arrest"
"""Key of the limit of arrest (CPC art. 589 part 7)."""
_RULING: Path = ("extradition", "decision")


def arrest(scene: Scene) -> Iterator[Problem]:
    """An arrest that has run out, that goes beyond its limit, or that lacks its sanction."""
    found = scene.case.extradition.arrest if scene.case.extradition is not None else None
    if found is None:
        return
    path: Path = ("extradition", "arrest")
    held = scene.case.client.held is not None
    ends = [until for until in (*(e.until for e in found.extensions), found.until) if until is not None]
    if held and ends and max(ends) < scene.case.filing.on:
        yield scene.problem(codes.ARREST_OVER, (*path, "until"))
    if (found.until is not None or found.extensions) and None in (found.by, found.on):
        missing = "by" if found.by is None else "on"
        yield scene.problem(codes.SANCTION, (*path, missing))
    if held and found.detained is not None:
        from panahat.law.counting import count

        due = count(scene.law, ARREST, found.detained.day).due
        if scene.case.filing.on > due:
            yield scene.problem(codes.ARREST_LIMIT, (*path, "detained"), due=due.isoformat())


def procedure(scene: Scene) -> Iterator[Problem]:
    """Interpreter, defender and copies beside the other facts."""
    kept = scene.case.extradition.procedure if scene.case.extradition is not None else None
    if kept is None:
        return
    path: Path = ("extradition", "procedure")
    speaks = scene.case.client.speaks
    if kept.interpreter is not None and kept.interpreter.needed is not None and speaks is not None:
        understands = bool({"ru", "kk"} & set(speaks))
        if kept.interpreter.needed is understands:
            yield scene.problem(codes.INTERPRETER, (*path, "interpreter", "needed"))
    served = scene.get((*_RULING, "served"))
    if served is None:
        return
    if kept.copies is not None and kept.copies.ruling_given is not None:
        here = (*path, "copies", "ruling_given")
        if not kept.copies.ruling_given and served.client is not None:
            yield scene.problem(codes.COPY_NOT_GIVEN, here)
        if kept.copies.ruling_given and served.client is None:
            yield scene.problem(codes.COPY_UNDATED, here)
    told = kept.defence.notified if kept.defence is not None else None
    if told is not None and told is (served.defender is None):
        yield scene.problem(codes.DEFENDER_UNDATED, (*path, "defence", "notified"))


def treaty_bodies(scene: Scene) -> Iterator[Problem]:
    """Communications to UN treaty bodies: the body, and the day of its request."""
    known = sorted(key for key in scene.law.bodies if key.startswith("un-"))
    for n, measure in enumerate(scene.case.un_measures or ()):
        path: Path = ("un_measures", n)
        if measure.body is not None and measure.body not in known:
            yield scene.problem(codes.UN_BODY, (*path, "body"), known=", ".join(known))
        asked = measure.status in ("requested", "lifted")
        if measure.status is not None and asked is (measure.requested_on is None):
            yield scene.problem(codes.UN_REQUEST, (*path, "status"))
