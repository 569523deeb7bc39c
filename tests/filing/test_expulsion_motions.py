"""Motions of an expulsion appeal that rest on a fact of their own: more time for evidence, a crime against the client."""

from __future__ import annotations

from typing import Any

import pytest
import yaml
from worked_cases import CASES, workspace

from panahat.case.loading import load_bytes

KIND = "expulsion-appeal"
CRIME = {
    "what": {"ru": "Его избили в отделе.", "kk": "Оны бөлімде соққыға жыққан."},
    "grave": "true",
    "reported_on": "2026-08-19",
    "proof": ["ruling"],
}
SAID = {
    "extend": {"ru": "не более чем на десять суток", "kk": "он тәуліктен аспайтын"},
    "crime": {"ru": "о тяжком преступлении, совершённом против него", "kk": "өзіне қарсы ауыр қылмыс жасалғаны"},
}


def motions(language: str, change: dict[str, dict[str, Any]]) -> list[str]:
    """The motions of the worked appeal with facts added to groups."""
    data = yaml.load((CASES / "border-guard.yaml").read_text("utf-8"), yaml.BaseLoader)
    del data["client"]["iin"]  # «null»: text to this loader
    for group, facts in change.items():
        data[group] |= facts
    file = load_bytes(yaml.safe_dump(data, allow_unicode=True, width=10_000).encode(), "case.yaml")
    draft = workspace().draft(file, KIND, language)
    return [p.text.replace("\u00a0", " ") for p in draft.paragraphs if p.style == "Ходатайство"]


@pytest.mark.parametrize("language", ["ru", "kk"])
@pytest.mark.parametrize(
    ("motion", "change"),
    [
        ("extend", {"filing": {"more_evidence": {"ru": "справка из больницы", "kk": "ауруханадан анықтама"}}}),
        ("crime", {"expulsion": {"crime_reported": CRIME}}),
    ],
)
def test_it_is_made_where_its_fact_is_told_and_only_there(language: str, motion: str, change: dict[str, Any]) -> None:
    said = SAID[motion][language]
    [made] = [text for text in motions(language, change) if said in text]
    assert "КоАП" in made or "ӘҚБтК" in made
    assert not [text for text in motions(language, {}) if said in text]


def test_a_lesser_crime_does_not_adjourn_the_case() -> None:
    lesser = {"expulsion": {"crime_reported": {**CRIME, "grave": "false"}}}
    assert not [text for text in motions("ru", lesser) if SAID["crime"]["ru"] in text]
