"""Before a letter is written: what the state takes, what the papers allow, what the client agreed to."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from letter_world import DELETE, WORKED, problems, workspace

from panahat.library import Library
from panahat.messages import translator
from panahat.problems import errors

SCENARIOS = [
    pytest.param(s, id=f"{group}: {s['name']}")
    for group, listed in yaml.safe_load((Path(__file__).parent / "rules.yaml").read_text("utf-8")).items()
    for s in listed
]


def changes(scenario: dict[str, Any]) -> dict[str, Any]:
    return {path: DELETE if value is None else value for path, value in scenario["change"].items()}


@pytest.mark.parametrize("scenario", SCENARIOS)
def test_a_changed_fact_is_answered(scenario: dict[str, Any]) -> None:
    found = problems(scenario["case"], changes(scenario), scenario.get("language", "en"))
    for code, places in scenario["expect"].items():
        assert sorted(p.where for p in found if p.code.id == code) == sorted(places), [p.code.id for p in found]


@pytest.mark.parametrize("case", WORKED)
def test_a_worked_case_may_be_written(case: str) -> None:
    assert errors(problems(case)) == []


class DescribeWhatTheMessagesSay:
    def said(self, changes: dict[str, Any], case: str = "journalist") -> str:
        found = [p.as_dict(translator("en")) for p in problems(case, changes)]
        return "\n".join(f"{p['message']} {p['why']} {p['hint']}" for p in found)

    def it_lists_the_destinations_where_one_is_unknown(self) -> None:
        text = self.said({"visa.destination": "atlantis"})
        assert "germany, france, czechia" in text
        assert "switzerland" in text

    def it_says_why_a_programme_is_shut_and_where_else_to_ask(self) -> None:
        text = self.said({"visa.destination": "germany", "visa.programme": "expedited-admission"})
        assert "«expedited-admission» of «Germany» is closed (as seen on 2025-10-24" in text
        assert "france" in text.split("choose a destination that takes this profile:")[1]
        assert "finland" not in text.split("choose a destination that takes this profile:")[1].split(".")[0]

    def it_names_no_state_that_refuses_the_profile_as_another_way(self) -> None:
        text = self.said(
            {"visa.destination": "czechia", "visa.programme": "civil-society", "visa.post": DELETE}, "refused-officer"
        )
        others = text.split("Choose a destination that takes it:")[1].split(";")[0]
        assert "france" in others
        for refusing in ("poland", "lithuania", "latvia", "estonia", "netherlands", "ireland"):
            assert refusing not in others

    def it_never_shows_a_value_of_the_case(self) -> None:
        text = self.said({"visa.destination": "atlantis", "visa.consent": DELETE})
        assert "atlantis" not in text
        assert "LUZGAREVA" not in text


def test_family_is_refused_where_the_data_says_so(tmp_path: Path) -> None:
    shipped = Library.standing().find("law/destinations.yaml")
    assert shipped is not None
    swiss, rest = shipped.read_text("utf-8").split("- key: switzerland\n")[1].split("\n- key:", 1)
    head = shipped.read_text("utf-8").split("- key: switzerland\n")[0]
    office = re.sub(r"(    family:\n      value:) case-by-case", r"\1 'no'", swiss)
    assert office != swiss
    (tmp_path / "law").mkdir()
    (tmp_path / "law/destinations.yaml").write_text(f"{head}- key: switzerland\n{office}\n- key:{rest}", "utf-8")
    found = {p.code.id: p.where for p in problems("client-with-family", at=workspace(tmp_path))}
    assert found["case/family-not-taken"] == "visa.family"


class DescribeAFinalLetter:
    def it_is_refused_without_consent(self) -> None:
        codes = {p.code.id for p in errors(problems("journalist", {"visa.consent": DELETE}, final=True))}
        assert "case/no-consent" in codes

    def it_is_refused_until_the_office_has_confirmed_the_state(self, tmp_path: Path) -> None:
        assert "case/destination-unverified" in {p.code.id for p in errors(problems("refused-officer", final=True))}
        row = "- {key: france, edition_on: 2026-11-20, by: А.Б., on: 2026-11-20}\n"
        (tmp_path / "confirmations.yaml").write_text(row, "utf-8")
        assert errors(problems("refused-officer", final=True, at=workspace(tmp_path))) == []

    def it_is_refused_again_when_the_confirmation_is_old(self, tmp_path: Path) -> None:
        row = "- {key: france, edition_on: 2026-10-01, by: А.Б., on: 2026-10-01}\n"
        (tmp_path / "confirmations.yaml").write_text(row, "utf-8")
        codes = {p.code.id for p in errors(problems("refused-officer", final=True, at=workspace(tmp_path)))}
        assert codes == {"case/destination-unverified"}

    def it_is_refused_where_a_text_lacks_its_language(self) -> None:
        lacking = {"visa.plan": {"ru": "По приезде она будет работать в редакции."}}
        codes = {p.code.id: p.where for p in errors(problems("journalist", lacking, final=True))}
        assert codes["case/untranslated"] == "visa.plan"


def test_other_filings_hear_nothing_of_the_letter() -> None:
    from letter_world import changed

    found = workspace().check(changed("journalist", {"visa.consent": DELETE, "visa.programme": DELETE}))
    assert not [p.code.id for p in found if p.where.startswith("visa") and p.code.id != "case/no-proof"]


def test_a_starter_file_has_a_place_for_english() -> None:
    from panahat.case.starter_file import starter

    text = starter(workspace().filing("humanitarian-visa-letter").needs, "en")
    assert "{ru: , kk: , en: }" in text
    assert "destination:" in text
    assert (
        "en"
        not in starter(workspace().filing("supreme-court-complaint").needs, "en").split("place: {")[1].split("}")[0]
    )
