"""Every act by its one shape: made before it was announced, served and over; served on the client; no contradiction."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from panahat.case import codes
from panahat.case.engine import shapes
from panahat.case.facts import groups
from panahat.case.needs import dotted
from panahat.case.rules.scene import Scene, described
from panahat.moments import last_day
from panahat.problems import Path, Problem

_LATER = ("announced", "served.client", "served.defender", "until")


def acts(case: Any) -> Iterator[tuple[Path, Any]]:
    """(path, act) of every act of the case, in the order of the schema: whatever has the fields of an act."""
    needed = shapes()["Act"].fields.keys()
    return ((path, act) for path, group, act in groups(case) if needed <= group.fields.keys())


def in_order(scene: Scene) -> Iterator[Problem]:
    """Nothing is announced, served or over before the act was made."""
    for path, act in acts(scene.case):
        for later in _LATER:
            here = (*path, *later.split("."))
            known = shapes().field(here) is not None
            value = scene.get(here) if known and act.on is not None else None
            if value is not None and last_day(value) < act.on:
                facts = {"later": described(here), "earlier": described((*path, "on"))}
                paths = {"later_path": dotted(here), "earlier_path": dotted((*path, "on"))}
                yield scene.problem(codes.DATES_ORDER, here, **facts, **paths)


def service(scene: Scene) -> Iterator[Problem]:
    """Receipt of every act whose service is told of."""
    for path, act in acts(scene.case):
        if act.served is None:
            continue
        if act.served.client is None and act.served.defender is None:
            yield scene.problem(codes.NOT_SERVED, (*path, "served"))
        elif act.served.client is None:
            yield scene.problem(codes.CLIENT_NOT_SERVED, (*path, "served", "client"))


def answers(scene: Scene) -> Iterator[Problem]:
    """An act that is said to be silent has no words to quote."""
    for path, act in acts(scene.case):
        for question in shapes()["Answers"].fields if act.answers is not None else ():
            answer = getattr(act.answers, question)
            if answer is not None and answer.grade == "silent" and answer.quote is not None:
                yield scene.problem(codes.ANSWER_SILENT_QUOTED, (*path, "answers", question, "grade"))


def bodies(scene: Scene) -> Iterator[Problem]:
    """The key of the body that made an act."""
    for path, act in acts(scene.case):
        if act.body is not None and act.body not in scene.law.bodies:
            yield scene.problem(codes.UNKNOWN_BODY, (*path, "body"), known=", ".join(sorted(scene.law.bodies)))


def terms(scene: Scene) -> Iterator[Problem]:
    """An act that ends after the longest term the law allows, or was made after the last moment to make it."""
    arrest = scene.get("extradition.arrest")
    if arrest is None or arrest.detained is None:
        return
    from panahat.law.counting import count

    began = arrest.detained.day
    first = arrest.temporary if arrest.temporary is not None and arrest.temporary.on is not None else arrest
    path: Path = ("extradition", "arrest")
    where = (*path, "temporary", "on") if first is not arrest else (*path, "on")
    if first.on is not None:
        start, made = arrest.detained.exact, first.announced.exact if first.announced is not None else None
        due = count(scene.law, DETENTION, start).due if start is not None else None
        days = (scene.law.deadlines[DETENTION].length or 0) // 24
        over = made > due if due is not None and made is not None else (first.on - began).days > days
        if over:
            yield scene.problem(codes.DETENTION_LIMIT, where)
    until = count(scene.law, TEMPORARY, began).due
    temporary = arrest.temporary
    if temporary is not None and temporary.until is not None and temporary.until > until:
        yield scene.problem(codes.TEMPORARY_LIMIT, (*path, "temporary", "until"), due=until.isoformat())
    if temporary is not None and arrest.on is not None and arrest.on > until:
        yield scene.problem(codes.TEMPORARY_LIMIT, (*path, "on"), due=until.isoformat())


DETENTION, TEMPORARY = "dl-587-detention", "dl-588-temporary"
"""Keys of the limits of detention (CPC art. 587 part 4) and of temporary custody (art. 588 part 1)."""
