"""What the lawyer should know about the choice of arguments: contradictions, unknown choices, steps to take."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from panahat.argue import codes
from panahat.argue.model import Decision
from panahat.case.engine import shapes
from panahat.case.facts import get, walk
from panahat.case.loading import CaseFile
from panahat.law.registry import Law
from panahat.problems import Code, Path, Problem


def advise(file: CaseFile, law: Law, decisions: Sequence[Decision], known: Iterable[str] = ()) -> list[Problem]:
    """The problems of `decisions`, each at its place in the case file; no value of the case is named.

    `known` are arguments that other filings plead: choosing one of them is no mistake.
    """
    found: list[Problem] = []

    def say(code: Code, path: Path, **facts: str) -> None:
        line, column = file.positions.of(path)
        found.append(Problem(code, file.name, path, line, column, facts))

    by_id = {d.argument.id: d for d in decisions}
    others = set(known) - by_id.keys()
    choice = file.case.arguments
    excluded = {x.id for x in choice.exclude}
    for n, id in enumerate(choice.include):
        path: Path = ("arguments", "include", n)
        if id in others:
            continue
        if id not in by_id:
            say(codes.UNKNOWN_CHOICE, path, nearest=_nearest(id, by_id))
        elif id in excluded:
            say(codes.BOTH_CHOSEN, path, argument=id)
        elif by_id[id].truth is False:
            say(codes.INCLUDE_CONTRADICTED, path, argument=id)
        elif by_id[id].truth is True:
            say(codes.NEEDLESS_INCLUDE, path, argument=id)
    for n, exclusion in enumerate(choice.exclude):
        if exclusion.id not in by_id and exclusion.id not in others:
            say(codes.UNKNOWN_CHOICE, ("arguments", "exclude", n, "id"), nearest=_nearest(exclusion.id, by_id))
    for decision in decisions:
        for other in decision.argument.excludes if decision.included else ():
            if other in by_id and by_id[other].included:
                path = ("arguments", "include", choice.include.index(other))
                say(codes.CONTRADICTION, path, argument=decision.argument.id, other=other)
    for decision in decisions:
        for path in decision.lacks:
            at = shapes().field(path)
            say(codes.NEEDS_FACT, path, argument=decision.argument.id, field=f"@{at.description}" if at else "")
    _on_asylum(file, decisions, say)
    for path, value, _ in walk(file.case):
        dual = law.duals.get(get(file.case, (*path[:-1], "article"))) if path[-1] == "kz" and value == "none" else None
        if dual is not None and dual.candidates:
            say(codes.COUNTERPART_DISPUTED, path, articles=", ".join(dual.candidates))
    return found


def _on_asylum(file: CaseFile, decisions: Sequence[Decision], say: Callable[[Code, Path], None]) -> None:
    claims = file.case.asylum
    truths = {f.test: f for d in decisions for f in d.findings}
    if claims == () and "claim-pending" in truths:
        say(codes.NO_ASYLUM_CLAIM, ("asylum",))
    appeal = truths.get("refusal-under-appeal")
    if claims and appeal is not None and appeal.truth is None:
        say(codes.APPEAL_UNKNOWN, appeal.missing[0])


def _nearest(id: str, known: dict[str, Decision]) -> str:
    from difflib import get_close_matches

    close = get_close_matches(id, known, 1, 0)
    return close[0] if close else ""
