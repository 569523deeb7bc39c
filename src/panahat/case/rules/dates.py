"""Dates in order: birth before everything, nothing after the filing, each step after the one before it."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from panahat.case import codes
from panahat.case.facts import walk
from panahat.case.needs import dotted
from panahat.case.rules.scene import Scene, described
from panahat.moments import AnyDate, Moment, first_day, last_day
from panahat.problems import Code, Path, Problem

_ACTS, _REMEDIES = ("asylum[].decisions[]", "residence.refusal"), ("complaint", "appeal")
CONTESTED = tuple(f"{act}.{remedy}" for act in _ACTS for remedy in _REMEDIES)
"""What was done against an administrative act."""
_STEPS = ("filed", "decided", "served")
# The second cannot lie before the first; «[]» at the same list means the same item of it.
_ORDER = (
    ("entry.left_home_on", "entry.on"),
    ("asylum[].filed", "asylum[].registered"),
    ("asylum[].filed", "asylum[].certificate.issued"),
    ("asylum[].certificate.issued", "asylum[].certificate.expires"),
    ("asylum[].filed", "asylum[].decisions[].on"),
    ("asylum[].registered", "asylum[].decisions[].on"),
    *((f"{a}.on", f"{a}.{r}.filed") for a in _ACTS for r in _REMEDIES),
    *((f"{r}.{x}", f"{r}.{y}") for r in CONTESTED for x, y in pairwise(_STEPS)),
    *((f"{a}.complaint.filed", f"{a}.appeal.filed") for a in _ACTS),
    ("extradition.charges[].alleged_on", "extradition.charges[].alleged_until"),
    ("extradition.charges[].alleged_on", "extradition.charges[].charged_on"),
    ("extradition.charges[].alleged_on", "extradition.request.on"),
    ("extradition.request.on", "extradition.request.received"),
    ("extradition.request.on", "extradition.decision.on"),
    ("extradition.request.received", "extradition.decision.on"),
    ("extradition.arrest.detained", "extradition.arrest.temporary.on"),
    ("extradition.arrest.detained", "extradition.arrest.on"),
    ("extradition.arrest.temporary.on", "extradition.arrest.on"),
    ("extradition.arrest.on", "extradition.arrest.extensions[].on"),
    ("extradition.arrest.until", "extradition.arrest.extensions[].until"),
    ("un_measures[].filed", "un_measures[].requested_on"),
    ("client.documents[].issued", "client.documents[].expires"),
    ("expulsion.offences[].alleged_on", "expulsion.offences[].detected_on"),
    ("expulsion.offences[].alleged_on", "expulsion.protocol.on"),
    ("expulsion.offences[].detected_on", "expulsion.protocol.on"),
    ("expulsion.protocol.on", "expulsion.ruling.on"),
    ("expulsion.application.on", "expulsion.ruling.on"),
    ("expulsion.detained", "expulsion.released"),
    ("expulsion.ruling.on", "expulsion.appeal.filed"),
    ("expulsion.appeal.filed", "expulsion.appeal.arrived"),
    ("expulsion.appeal.filed", "expulsion.appeal.decided"),
    ("expulsion.ruling.on", "expulsion.executed_on"),
    ("expulsion.crime_reported.on", "expulsion.crime_reported.reported_on"),
    ("transit.arrived", "transit.applications[].on"),
    ("transit.arrived", "transit.entry_refusal.on"),
    ("residence.applied", "residence.refusal.on"),
    ("residence.refusal.on", "residence.refusal.appeal.filed"),
    ("risk.third_states[].since", "risk.third_states[].until"),
)
_USUAL = (
    ("entry.on", "client.held.since"),
    ("entry.on", "extradition.arrest.detained"),
    ("entry.on", "asylum[].filed"),
    *((f"{a}.served.client", f"{a}.{r}.filed") for a in _ACTS for r in _REMEDIES),
    ("extradition.request.on", "extradition.assurances[].on"),
)
_OLDEST_FIRST = ("asylum[].filed", "asylum[].decisions[].on", "extradition.arrest.extensions[].until")
_MAY_LIE_AHEAD = frozenset({"expires", "until", "lawful_until", "leave_by", "return_planned"})


def in_order(scene: Scene) -> Iterator[Problem]:
    """Each step of a procedure after the step before it."""
    for code, pairs in ((codes.DATES_ORDER, _ORDER), (codes.DATES_UNUSUAL, _USUAL)):
        for earlier, later in pairs:
            yield from _pair(scene, code, earlier, later)


def _pair(scene: Scene, code: Code, earlier: str, later: str) -> Iterator[Problem]:
    first = list(scene.expand(earlier))
    for late_path, late in scene.expand(later) if first else ():
        for early_path, early in first:
            if last_day(late) < first_day(early) and _same_items(early_path, late_path):
                facts = {"later": described(late_path), "earlier": described(early_path)}
                paths = {"later_path": dotted(late_path), "earlier_path": dotted(early_path)}
                yield scene.problem(code, late_path, **facts, **paths)


def _same_items(one: Path, other: Path) -> bool:
    """Whether the two paths stand in the same item of every list they share."""
    for a, b in zip(one, other, strict=False):
        if a != b:
            return not (isinstance(a, int) and isinstance(b, int))
    return True


def oldest_first(scene: Scene) -> Iterator[Problem]:
    """Lists whose last entry counts as the latest."""
    for pattern in _OLDEST_FIRST:
        for (above, older), (path, newer) in pairwise(scene.expand(pattern)):
            depth = len(path) - 2
            if newer < older and above[:depth] == path[:depth]:
                yield scene.problem(codes.LIST_ORDER, path, key=dotted(path[:depth]))
    for (_, older), (path, newer) in pairwise(scene.expand("events[].on")):
        if newer < older:
            yield scene.problem(codes.EVENTS_ORDER, path)


def within_life(scene: Scene) -> Iterator[Problem]:
    """Nothing of the client's before birth, and nothing that has happened after the filing."""
    born = scene.case.client.born.on
    filed = scene.case.filing.on
    for path, value, _ in walk(scene.case):
        if not isinstance(value, AnyDate | Moment) or path == ("client", "born", "on"):
            continue
        own = path[:2] not in (("risk", "family"), ("visa", "family"), ("visa", "recommender"))
        if own and born is not None and last_day(value) <= born:
            yield scene.problem(codes.BEFORE_BIRTH, path)
        if first_day(value) > filed and path[-1] not in _MAY_LIE_AHEAD:
            yield scene.problem(codes.AFTER_FILING, path)
    if born is not None and born > filed:
        yield scene.problem(codes.AFTER_FILING, ("client", "born", "on"))


def filing_day(scene: Scene) -> Iterator[Problem]:
    """The day of the filing beside today."""
    if scene.today is not None and scene.case.filing.on > scene.today:
        yield scene.problem(codes.FILING_IN_FUTURE, ("filing", "on"))
