"""Facts are found by their paths; what no case has is not known."""

from __future__ import annotations

from pathlib import Path

from panahat.case.facts import get
from panahat.case.loading import load_bytes

CASE = Path(__file__).resolve().parents[2] / "cases/border-guard.yaml"


def test_a_fact_of_an_act_where_none_is_complained_of_is_not_known() -> None:
    case = load_bytes(CASE.read_bytes(), CASE.name).case
    assert get(case, ("act", "on")) is None
    assert get(case, "act.answers.torture.grade") is None
    assert get(case, "filing.on") is not None
