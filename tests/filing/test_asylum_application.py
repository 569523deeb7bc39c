"""An application for refugee status: what stops it, said with its place; whom it goes to in every region."""

from __future__ import annotations

from typing import Any, get_args

import pytest
import yaml
from worked_cases import CASES, workspace

from panahat.building import review
from panahat.case.loading import CaseFile, load_bytes
from panahat.case.models.record import Region
from panahat.drafting.recipients import addresses
from panahat.problems import ERROR, Refused

KIND = "asylum-application"


def case(**changes: Any) -> CaseFile:
    """The worked case of the deserter in town, with groups changed; None takes a fact away."""
    raw = yaml.load((CASES / "transit-deserter.yaml").read_text("utf-8"), yaml.BaseLoader)
    raw.pop("transit")
    raw["client"].pop("iin")
    raw["client"]["address"] = {"ru": "город Уральск", "kk": "Орал қаласы"}
    raw["entry"]["how"] = "visa-free"
    for group, facts in changes.items():
        if not isinstance(facts, dict):
            raw[group] = facts
            continue
        raw[group].update({name: value for name, value in facts.items() if value is not None})
        for name in [name for name, value in facts.items() if value is None]:
            raw[group].pop(name)
    return load_bytes(yaml.safe_dump(raw, allow_unicode=True).encode(), "application.yaml")


def stops(**changes: Any) -> set[tuple[str, str]]:
    """(code, place) of what stops the final application; of the facts alone, not of law nobody has read again."""
    try:
        problems = review(workspace(), case(**changes), KIND, final=True).problems
    except Refused as refused:
        problems = tuple(refused.problems)
    return {(p.code.id, p.where) for p in problems if p.level == ERROR and p.path}


@pytest.mark.parametrize(
    ("changes", "stop"),
    [
        ({}, set()),
        ({"filing": {"region": None}}, {("draft/no-addressee", "filing.region"), ("case/needed", "filing.region")}),
        ({"filing": {"region": "atlantis"}}, {("case/region", "filing.region")}),
        ({"risk": {"grounds": None}}, {("case/missing-in-group", "risk.grounds")}),
        ({"risk": {"fear": None}}, {("case/missing-in-group", "risk.fear")}),
        ({"client": {"citizenship": ["KZ"]}}, {("draft/not-open", "client.citizenship")}),
        (
            {"asylum": [{"filed": "2026-02-02", "authority": {"ru": "орган", "kk": "орган"}, "status": "pending"}]},
            {("draft/not-open", "asylum")},
        ),
        ({"entry": {"on": "2026-02"}}, {("draft/period-from-month", "entry.on")}),
    ],
)
def test_what_stops_it_is_said_at_its_place(changes: dict[str, Any], stop: set[tuple[str, str]]) -> None:
    assert stops(**changes) == stop


@pytest.mark.parametrize("region", get_args(Region))
def test_every_region_has_its_body_in_both_languages(region: str) -> None:
    file, filing = case(filing={"region": region}), workspace().filing(KIND)
    [found] = [a for a in addresses(file.case, workspace().law, filing, workspace().witness(file, filing)) if a.known]
    name = workspace().law.bodies[found.body].name
    assert found.body == f"{region}-executive-body"
    assert (name.ru or "").startswith("местный исполнительный орган")
    assert (name.kk or "").endswith("жергілікті атқарушы органы")
