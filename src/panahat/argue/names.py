"""Whether every name an argument uses exists: tests, norms, warnings, decisions, soft law, other arguments, facts."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from difflib import get_close_matches
from typing import TYPE_CHECKING, Any

from panahat.argue import codes
from panahat.argue.condition_reading import Known, check, check_fact
from panahat.argue.model import Argument
from panahat.messages import N_
from panahat.pages import Page
from panahat.problems import Path, Problem

if TYPE_CHECKING:
    from panahat.law import Law

_CONDITIONS = ("all", "any", "none", "facts")
_USED = re.compile(r"\b(cite|decisions|soft)\.([A-Za-z0-9_]+)")


def check_names(page: Page, argument: Argument, folder: str, known: Known) -> None:
    """Notes every name in the argument's page that is not known, at its place."""
    law = known.law
    if argument.id != folder:
        page.say(codes.ID_DIFFERS, ("id",), folder=folder)
    if not (argument.all or argument.any or argument.none):
        page.say(codes.NO_CONDITION)
    check_conditions(page, {field: getattr(argument, field) for field in _CONDITIONS}, known)
    _known(
        page,
        ("excludes",),
        argument.excludes,
        [id for id in known.arguments if id != argument.id],
        "@" + N_("argument"),
    )
    warnings = [*law.warnings, *law.contradictions, *law.norms]
    for n, warn in enumerate(argument.warn):
        _known(page, ("warn", n), [warn.id], warnings, "@" + N_("warning"), listed=False)
        if warn.when:
            check(page, ("warn", n, "when"), warn.when, known)
    for n, weight in enumerate(argument.weights):
        if weight.when:
            check(page, ("weight", n, "when"), weight.when, known)
    for n, need in enumerate(argument.needs):
        check_fact(page, ("needs", n), need.path, known)
        if need.when:
            check(page, ("needs", n, "when"), need.when, known)
    for group, cites in argument.cites.items():
        dated = bool(cites.on)
        _known(page, ("cites", group, "norms") if dated else ("cites", group), cites.norms, law.norms, "@" + N_("norm"))
        if dated and not is_fact(cites.on):
            page.say(
                codes.UNKNOWN_NAME, ("cites", group, "on"), name=cites.on, kind="@" + N_("fact"), nearest="filing.on"
            )
    _known(page, ("soft_law",), argument.soft_law, law.soft_law, "@" + N_("document"))
    _known(page, ("decisions",), argument.decisions, law.decisions, "@" + N_("decision"))
    for n, key in enumerate(argument.decisions):
        if key in law.decisions and (reason := unfit(law.decisions[key])):
            page.say(codes.UNFIT_DECISION, ("decisions", n), name=key, reason="@" + reason)


def check_conditions(page: Page, data: Mapping[str, Any], known: Known) -> None:
    """Notes every flaw of the conditions of an argument that stand in `data`."""
    for field in _CONDITIONS:
        for n, expr in enumerate(data.get(field, ())):
            check(page, (field, n), expr, known)


def check_periods_names(page: Page, law: Law) -> None:
    """Notes every norm named in a periods.yaml that the registry lacks."""
    for name in ("categories", "prosecution", "absolute", "threshold", "military"):
        _known(page, (name, "norm"), [page.data[name]["norm"]], law.norms, "@" + N_("norm"), listed=False)
    for n, rule in enumerate(page.data["never"]):
        _known(page, ("never", n, "norm"), [rule["norm"]], law.norms, "@" + N_("norm"), listed=False)


def check_groups(page: Page, argument: Argument, text: str) -> None:
    """Notes every citation that the text of the argument uses and its page does not declare."""
    declared = {
        "cite": ("cites", list(argument.cites)),
        "decisions": ("decisions", [key.replace("-", "_") for key in argument.decisions]),
        "soft": ("soft_law", [key.replace("-", "_") for key in argument.soft_law]),
    }
    for word, name in sorted(set(_USED.findall(text))):
        field, known = declared[word]
        if name not in known:
            page.say(codes.UNKNOWN_GROUP, (field,), name=f"{word}.{name}", field=field, known=", ".join(known))


def check_answered(page: Page, folder: str, text: str) -> None:
    """Notes that the text does not say what the other side will answer («? …»), or what is said to that («! …»)."""
    for mark, code in (("? ", codes.NO_OBJECTION), ("! ", codes.NO_ANSWER)):
        if not any(line.startswith(mark) for line in text.splitlines()):
            last = text.rstrip().count("\n") + 1
            page.problems.append(Problem(code, f"arguments/{folder}/ru.md", (), last))


def unfit(decision: Any) -> str:
    """Why a published decision may not be cited in support («»: it may): adverse, or known from memory only."""
    if decision.adverse:
        return N_("adverse")
    return N_("known from memory only") if "recalled" in (decision.confidence, decision.outcome_confidence) else ""


def is_fact(dotted: str) -> bool:
    """Whether a case file can hold a fact at `dotted` (groups only, no list items)."""
    from panahat.case import shapes

    return shapes().field(tuple(dotted.split("."))) is not None


def _known(
    page: Page, path: Path, names: Iterable[str], known: Iterable[str], kind: str, *, listed: bool = True
) -> None:
    valid = list(known)
    for n, name in enumerate(names):
        if name not in valid:
            close = get_close_matches(name, valid, 1, 0)
            place = (*path, n) if listed else path
            page.say(codes.UNKNOWN_NAME, place, name=name, kind=kind, nearest=close[0] if close else "")
