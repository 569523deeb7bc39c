"""A change of facts changes arguments, requests and warnings as the scenarios say."""

from __future__ import annotations

import pytest
from expectations import EXPECTATIONS, outcome
from scenario import Scenario, scenarios
from worked_cases import workspace

from panahat.argue.load import load_arguments
from panahat.argue.model import Argument
from panahat.case.loading import load_bytes
from panahat.law.registry import Law, load_law
from panahat.library import Library

ALL = list(scenarios())


@pytest.fixture(scope="module")
def law() -> Law:
    return load_law(Library.standing())


@pytest.fixture(scope="module")
def arguments(law: Law) -> tuple[Argument, ...]:
    return load_arguments(Library.standing(), law)


@pytest.mark.parametrize("scenario", ALL, ids=lambda s: f"{s.file}: {s.title}")
def test_the_change_has_its_consequences(scenario: Scenario, law: Law, arguments: tuple[Argument, ...]) -> None:
    found = outcome(load_bytes(scenario.source, scenario.file), law, arguments, scenario.kind)
    assert scenario.expect
    for name, expected in scenario.expect.items():
        EXPECTATIONS[name](found, expected)


def test_every_scenario_says_what_and_why_once() -> None:
    assert all(s.title and s.why for s in ALL)
    assert len({s.title for s in ALL}) == len(ALL)


NEVER = {
    ("interim-proportionate", "unknown"): "whether there is a refusal to suspend is always known",
    (
        "return-to-danger",
        "fails",
    ): "a case that tells what is feared names a ground: no ground means nothing is told yet",
    ("handover-to-danger", "fails"): "the same: whoever tells what is feared names a ground",
    ("no-state-protection", "fails"): "an empty list of persecution means that it is not told yet",
    ("no-internal-flight", "fails"): "where the client was found is told or not: the case cannot deny it",
    ("unfair-trial", "fails"): "signs of an unfair trial are told or not: the case cannot deny them",
}
"""What no facts can bring about, and why. Every other argument holds, fails and stays open in some scenario."""


def test_every_argument_holds_and_fails_and_stays_open(arguments: tuple[Argument, ...]) -> None:
    told = {
        "holds": {id for s in ALL for name in ("included", "by_lawyer") for id in s.expect.get(name, ())},
        "fails": {id for s in ALL for id in s.expect.get("excluded", ())},
        "unknown": {id for s in ALL for id in s.expect.get("unknown", ())},
    }
    untold = {(a.id, outcome) for a in arguments for outcome, ids in told.items() if a.id not in ids}
    assert untold == set(NEVER)


@pytest.mark.parametrize("kind", sorted(k for k, f in workspace().filings.items() if f.norm))
def test_every_remedy_is_open_in_one_scenario_and_shut_in_another(kind: str) -> None:
    states = {s.expect["stands"][kind] for s in ALL if kind in s.expect.get("stands", ())}
    assert states & {"open", "closing"}
    assert states & {"closed", "late"}


def test_every_period_of_a_remedy_is_counted_in_some_scenario() -> None:
    filings = workspace().filings.values()
    periods = {p.key for f in filings for p in f.every_period}
    assert periods - {key for s in ALL for key in s.expect.get("counts", ())} == set()


def test_more_than_thirty_changes_of_facts_are_told() -> None:
    assert sum(bool(s.change) for s in ALL) > 30
