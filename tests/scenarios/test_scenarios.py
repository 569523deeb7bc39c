"""A change of facts changes arguments, requests and warnings as the scenarios say."""

from __future__ import annotations

import pytest
from expectations import EXPECTATIONS, outcome
from scenario import Scenario, scenarios

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


def test_there_are_scenarios_for_every_argument_in_and_out(arguments: tuple[Argument, ...]) -> None:
    told_in = {id for s in ALL for name in ("included", "by_lawyer") for id in s.expect.get(name, ())}
    told_out = {id for s in ALL for name in ("excluded", "unknown", "left_out") for id in s.expect.get(name, ())}
    ids = {a.id for a in arguments}
    assert ids - told_in == set()
    assert ids - told_out == set()


def test_more_than_thirty_changes_of_facts_are_told() -> None:
    assert sum(bool(s.change) for s in ALL) > 30
