"""Whether every name that a description file uses exists: norms, bodies, warnings, arguments, facts, in conditions too."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Mapping
from difflib import get_close_matches
from types import MappingProxyType
from typing import Any

from panahat.argue import codes
from panahat.argue.condition_reading import Known, check, check_fact, paths
from panahat.argue.model import Argument
from panahat.law.registry import Law
from panahat.messages import N_
from panahat.pages import Page
from panahat.problems import Path, Problem

_USED = re.compile(r"\b(cite|decisions|soft)\.([A-Za-z0-9_]+)")
_CALLED = {
    "norms": N_("norm"),
    "acts": N_("act"),
    "bodies": N_("body"),
    "deadlines": N_("period"),
    "decisions": N_("decision"),
    "soft_law": N_("document"),
    "warnings": N_("warning"),
    "arguments": N_("argument"),
}
Also = Mapping[str, Callable[[Page, Path, str], None]]


def check_names(page: Page, known: Known, own: str = "", also: Also = MappingProxyType({})) -> None:
    """Notes every name on the page that is not known, and every flaw of its conditions.

    `own` is the argument that the page is of, which it cannot name; `also` says how other kinds of names are checked.
    """
    arguments = [id for id in known.arguments if id != own]
    for sections, value, path in page.refers:
        kind = sections[0]
        if kind == "condition":
            check(page, path, value, known)
        elif kind == "looked":
            check_fact(page, path, value, known)
        elif kind == "fact":
            check_is_fact(page, path, value)
        elif kind in also:
            also[kind](page, path, value)
        else:
            valid = [
                n for section in sections for n in (arguments if kind == "arguments" else getattr(known.law, section))
            ]
            check_name(page, path, value, valid, _CALLED[kind])


def check_name(page: Page, path: Path, name: Any, valid: Collection[str], kind: str) -> None:
    """Notes a name that is none of those that are valid, with the nearest of them; `kind` is what it should name."""
    if not isinstance(name, str) or name not in valid:
        near = get_close_matches(str(name), list(valid), 1, 0)
        page.say(codes.UNKNOWN_NAME, path, name=str(name), kind=f"@{kind}", nearest="".join(near))


def check_is_fact(page: Page, path: Path, dotted: str) -> None:
    """Notes a path that no case file has (groups only, no list items)."""
    if not is_fact(dotted):
        page.say(codes.CONDITION_FIELD, path, name=dotted, nearest=nearest_field(dotted))


def is_fact(dotted: str) -> bool:
    """Whether a case file can hold a fact at `dotted` (groups only, no list items)."""
    from panahat.case.engine import shapes

    return shapes().field(tuple(dotted.split("."))) is not None


def nearest_field(dotted: str) -> str:
    """The path of the schema that is most like `dotted`."""
    return "".join(get_close_matches(dotted, list(paths()), 1, 0))


def check_argument(page: Page, argument: Argument, folder: str, law: Law) -> None:
    """Notes what is wrong with an argument whose fields are sound: its name, no condition, decisions that do not support."""
    if argument.id != folder:
        page.say(codes.ID_DIFFERS, ("id",), folder=folder)
    if not (argument.all or argument.any or argument.none):
        page.say(codes.NO_CONDITION)
    for n, cited in enumerate(argument.decisions):
        if cited.key in law.decisions and (reason := unfit(law.decisions[cited.key])):
            page.say(codes.UNFIT_DECISION, ("decisions", n), name=cited.key, reason="@" + reason)
    for field, listed, known in (
        ("decisions", argument.decisions, law.decisions),
        ("soft_law", argument.soft_law, law.soft_law),
    ):
        for n, cited in enumerate(listed):
            for at in cited.at if cited.key in known else ():
                check_name(page, (field, n, "at"), at, known[cited.key].paragraphs, N_("paragraph that was read"))


def check_groups(page: Page, argument: Argument, text: str) -> None:
    """Notes every citation that the text of the argument uses and its page does not declare."""
    declared = {
        "cite": ("cites", list(argument.cites)),
        "decisions": ("decisions", [a.name for a in argument.decisions]),
        "soft": ("soft_law", [a.name for a in argument.soft_law]),
    }
    for word, name in sorted(set(_USED.findall(text))):
        field, known = declared[word]
        if name not in known:
            page.say(codes.UNKNOWN_GROUP, (field,), name=f"{word}.{name}", field=field, known=", ".join(known))


def unanswered(name: str, text: str) -> list[Problem]:
    """That the text `name` does not say what the other side will answer («? …»), or what is said to that («! …»)."""
    missing = [
        code
        for mark, code in (("? ", codes.NO_OBJECTION), ("! ", codes.NO_ANSWER))
        if not any(line.startswith(mark) for line in text.splitlines())
    ]
    return [Problem(code, name, (), text.rstrip().count("\n") + 1) for code in missing]


def unfit(decision: Any) -> str:
    """Why a published decision may not be cited in support («»: it may): adverse, or known from memory only."""
    if decision.adverse:
        return N_("adverse")
    return N_("known from memory only") if "recalled" in (decision.confidence, decision.outcome_confidence) else ""
