"""What a scenario may expect, by name; each function raises AssertionError where the expectation is not met."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from panahat.argue.advice import advise
from panahat.argue.deciding import asks, decide
from panahat.argue.model import Argument, Decision
from panahat.building import review
from panahat.case.loading import CaseFile
from panahat.drafting.model import Draft
from panahat.law.registry import Law
from panahat.problems import ERROR, Code, Problem, Refused
from panahat.workspace import Workspace


@dataclass(frozen=True)
class Outcome:
    """What followed from the facts of one scenario."""

    file: CaseFile
    law: Law
    decisions: tuple[Decision, ...]
    kind: str

    def __getitem__(self, id: str) -> Decision:
        return next(d for d in self.decisions if d.argument.id == id)

    @property
    def warnings(self) -> set[str]:
        return {id for d in self.decisions for id in d.warn}


Expectation = Callable[[Outcome, Any], None]
EXPECTATIONS: dict[str, Expectation] = {}


COMPLAINT = "supreme-court-complaint"


def outcome(file: CaseFile, law: Law, arguments: tuple[Argument, ...], kind: str = "") -> Outcome:
    """What follows from the facts in a filing of that kind."""
    kind = kind or COMPLAINT
    return Outcome(
        file,
        law,
        decide(file, law, arguments, file.case.filing.on, _workspace().filing_of(file, kind).pleading(file)),
        kind,
    )


def expectation(check: Expectation) -> Expectation:
    """Registers `check` under its own name."""
    EXPECTATIONS[check.__name__] = check
    return check


@expectation
def included(found: Outcome, ids: list[str]) -> None:
    assert {id: found[id].verdict for id in ids} == dict.fromkeys(ids, "included")


@expectation
def excluded(found: Outcome, reasons: Mapping[str, str]) -> None:
    for id, reason in reasons.items():
        decision = found[id]
        assert decision.verdict == "excluded", (id, decision.verdict)
        assert reason in {decision.because, *(f.test for f in decision.deciding)}, id


@expectation
def unknown(found: Outcome, missing: Mapping[str, list[str]]) -> None:
    for id, facts in missing.items():
        decision = found[id]
        assert decision.verdict == "unknown", (id, decision.verdict)
        assert [where(path) for path in decision.missing] == facts, id


@expectation
def left_out(found: Outcome, ids: list[str]) -> None:
    assert {id: found[id].verdict for id in ids} == dict.fromkeys(ids, "left-out")


@expectation
def by_lawyer(found: Outcome, ids: list[str]) -> None:
    """Included by the lawyer's choice, not by the facts."""
    assert {id: (found[id].verdict, found[id].because) for id in ids} == dict.fromkeys(ids, ("included", "lawyer"))


@expectation
def warnings(found: Outcome, ids: list[str]) -> None:
    assert set(ids) <= found.warnings


@expectation
def silent(found: Outcome, ids: list[str]) -> None:
    assert not set(ids) & found.warnings


@expectation
def problems(found: Outcome, codes: list[str]) -> None:
    assert sorted(p.code.id for p in advise(found.file, found.law, found.decisions)) == sorted(codes)


def asked(found: Outcome, ids: list[str]) -> None:
    assert sorted(asks(found.decisions)) == sorted(ids)


EXPECTATIONS["asks"] = asked


def where(path: tuple[str | int, ...]) -> str:
    return Problem(Code("", "", "", "", ""), path=path).where


def drafted(found: Outcome) -> Draft:
    """The filing that follows from the facts."""
    return _workspace().draft(found.file, found.kind)


@cache
def _workspace() -> Workspace:
    return Workspace.at(None)


@expectation
def stands(found: Outcome, states: Mapping[str, str]) -> None:
    """Whether each kind of filing can be made on the day of the case: open, closing, late, closed, later and so on."""
    assert {kind: _workspace().state(found.file, kind).name for kind in states} == states


@expectation
def stops(found: Outcome, places: Mapping[str, list[str]]) -> None:
    """Where each of these problems stops the final filing, by its code."""
    try:
        problems = review(_workspace(), found.file, found.kind, final=True).problems
    except Refused as refused:
        problems = tuple(refused.problems)
    errors = [(p.code.id, p.where) for p in problems if p.level == ERROR]
    assert {code: [where for id, where in errors if id == code] for code in places} == places


@expectation
def left(found: Outcome, kinds: list[str]) -> None:
    """The kinds of filings that are left where this one cannot be made."""
    assert list(_workspace().state(found.file, found.kind).instead) == kinds


@expectation
def lacks(found: Outcome, facts: list[str]) -> None:
    """The facts without which it is not known whether the filing can be made."""
    assert [where(path) for path in _workspace().state(found.file, found.kind).missing] == facts


@expectation
def counts(found: Outcome, days: Mapping[str, list[str]]) -> None:
    """The last and the safe day of each period of the filing, from the fact that governs it."""
    terms = {t.deadline: t.count for t in reversed(_workspace().terms(found.file, found.kind))}
    assert {key: [f"{terms[key].due:%Y-%m-%d}", f"{terms[key].safe:%Y-%m-%d}"] for key in days} == days


@expectation
def requests(found: Outcome, ids: list[str]) -> None:
    """The requests of the complaint, in their order."""
    assert list(drafted(found).asks) == ids


@expectation
def motions(found: Outcome, ids: list[str]) -> None:
    assert set(ids) <= set(drafted(found).motions)


@expectation
def no_motions(found: Outcome, ids: list[str]) -> None:
    assert not set(ids) & set(drafted(found).motions)


@expectation
def says(found: Outcome, passages: list[str]) -> None:
    """Words that stand in the complaint."""
    text = drafted(found).text.replace("\u00a0", " ")
    assert [p for p in passages if p not in text] == []


@expectation
def never_says(found: Outcome, passages: list[str]) -> None:
    text = drafted(found).text.replace("\u00a0", " ")
    assert [p for p in passages if p in text] == []


@expectation
def sheet_warns(found: Outcome, ids: list[str]) -> None:
    """Warnings that reach the lawyer's review sheet."""
    assert set(ids) <= set(drafted(found).warnings)


@expectation
def sheet_is_silent_on(found: Outcome, ids: list[str]) -> None:
    assert not set(ids) & set(drafted(found).warnings)
