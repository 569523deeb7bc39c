"""A warning of the law data reaches everybody it speaks to: by kind of filing, by norm and act cited, by condition."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml

from panahat.building import review
from panahat.drafting import load_filings, review_sheet
from panahat.library import Library, shipped
from panahat.problems import Refused
from panahat.workspace import Workspace

ROOT = Path(__file__).resolve().parents[2]
CASE = ROOT / "cases/transit-activist.yaml"
KIND = "supreme-court-complaint"
SOURCE = (shipped() / "law/warnings.yaml").read_text("utf-8")
OWN = {
    "w-own-all": {},
    "w-own-kind": {"filings": [KIND]},
    "w-own-other-kind": {"filings": ["expulsion-appeal"]},
    "w-own-norm": {"norms": ["kz-upk-592-1"]},
    "w-own-other-norm": {"filings": [KIND], "norms": ["kz-appk-91-3"]},
    "w-own-act": {"acts": ["kz-upk"]},
    "w-own-other-act": {"acts": ["kz-koap"]},
    "w-own-held": {"filings": [KIND], "when": {"fact": "client.held"}},
    "w-own-free": {"filings": [KIND], "when": {"not": {"fact": "client.held"}}},
    "w-own-unknown": {"filings": [KIND], "when": {"fact": "filing.region"}},
    "w-own-pending": {"when": "claim-pending"},
}
GIVEN = {"w-own-all", "w-own-kind", "w-own-norm", "w-own-act", "w-own-held", "w-own-unknown", "w-own-pending"}


def office(folder: Path, warnings: Mapping[str, Any]) -> Workspace:
    own = [{"key": k, "text": {"ru": f"Текст {k}."}, **({"applies_to": a} if a else {})} for k, a in warnings.items()]
    (folder / "law").mkdir()
    (folder / "law/warnings.yaml").write_text(SOURCE + yaml.safe_dump(own, allow_unicode=True), "utf-8")
    return Workspace.at(folder)


def test_a_warning_is_on_the_sheet_in_check_and_in_explain_where_it_applies_and_nowhere_else(tmp_path: Path) -> None:
    workspace = office(tmp_path, OWN)
    file = workspace.load(CASE)
    seen = review(workspace, file, KIND)
    [draft] = seen.drafts
    assert {w for w in draft.warnings if "own" in w} == GIVEN
    sheet = review_sheet([draft], file, workspace.law, workspace.filing(KIND), seen.problems, [])["sheet"]
    assert {w["text"].replace("\u00a0", " ") for w in sheet["warnings"]} >= {f"Текст {w}." for w in GIVEN}
    assert not any("w-own" in str(p["what"]) for p in sheet["problems"])
    [note] = [p for p in seen.problems if p.code.id == "draft/caution"]
    assert note.level == "note"
    assert {w for w in note.facts["warnings"].split(", ") if "own" in w} == GIVEN
    told = {w["id"]: w["made"] for w in workspace.explain(file, KIND)["warnings"] if "own" in str(w["id"])}
    assert {id for id, made in told.items() if made is not False} == GIVEN
    assert told["w-own-free"] is False


def test_the_condition_of_a_filing_comes_before_the_law_data(tmp_path: Path) -> None:
    workspace = Workspace.at(None)
    file = workspace.load(ROOT / "cases/journalist.yaml")
    draft = workspace.draft(file, "humanitarian-visa-letter")
    assert "humanitarian-visa-letter" in workspace.law.warnings["w-visa-servicemen"].applies_to.filings
    assert "w-visa-servicemen" not in draft.warnings


@pytest.mark.parametrize(
    ("condition", "code"),
    [
        ({"fact": "client.hold"}, "argue/condition-field"),
        ("claim-pendig", "argue/unknown-name"),
        ({"facts": "client.held"}, "argue/unknown-name"),
    ],
)
def test_a_warning_whose_condition_names_nothing_is_refused_at_its_line(
    tmp_path: Path, condition: object, code: str
) -> None:
    workspace = office(tmp_path, {"w-own": {"when": condition}})
    with pytest.raises(Refused) as caught:
        load_filings(Library((tmp_path, shipped())), workspace.law)
    [problem] = caught.value.problems
    assert (problem.code.id, problem.file) == (code, "law/warnings.yaml")
    assert (problem.line or 0) > SOURCE.count("\n")
