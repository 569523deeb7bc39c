"""What the client fears: activities before and after leaving, military service, children."""

from __future__ import annotations

from collections.abc import Iterator

from panahat.case import codes
from panahat.case.rules.people import age_on
from panahat.case.rules.scene import Scene
from panahat.moments import last_day
from panahat.problems import Problem

_PARENT_AGE = 12
_SERVICE = ("unit", "left_on", "war_crimes_ordered", "took_part")


def activities(scene: Scene) -> Iterator[Problem]:
    """«After leaving» beside the day of leaving."""
    left = scene.get("entry.left_home_on")
    if left is None or scene.case.risk is None:
        return
    for n, activity in enumerate(scene.case.risk.activities):
        if None in (activity.on, activity.after_leaving):
            continue
        if (activity.after_leaving and activity.on < left) or (not activity.after_leaving and activity.on > left):
            yield scene.problem(codes.ACTIVITY_ABROAD, ("risk", "activities", n, "after_leaving"))


def military(scene: Scene) -> Iterator[Problem]:
    """No military status, yet facts of service."""
    found = scene.case.risk.military if scene.case.risk is not None else None
    if found is None or found.status != "none":
        return
    if any(getattr(found, name) not in (None, False) for name in _SERVICE):
        yield scene.problem(codes.MILITARY_NONE, ("risk", "military", "status"))


def children(scene: Scene) -> Iterator[Problem]:
    """A child nearly as old as the client."""
    for n, relative in enumerate((scene.case.risk.family or ()) if scene.case.risk is not None else ()):
        born = relative.born if relative.relation == "child" else None
        own = scene.get("client.born.on")
        if born is not None and own is not None and age_on(own, last_day(born)) < _PARENT_AGE:
            yield scene.problem(codes.CHILD_AGE, ("risk", "family", n, "born"))
