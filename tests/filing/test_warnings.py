"""A warning of the law data reaches everybody it speaks to: by kind of filing, by norm and act cited, by condition."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml
from worked_cases import CASES, workspace

from panahat.building import review
from panahat.case.loading import load_bytes
from panahat.drafting.filing_loading import load_filings
from panahat.drafting.relief import caution_text
from panahat.drafting.sheet import review_sheet
from panahat.library import Library, shipped
from panahat.messages import translator
from panahat.problems import ERROR, WARNING, Problem, Refused
from panahat.workspace import Workspace

ROOT = Path(__file__).resolve().parents[2]
CASE = ROOT / "cases/transit-activist.yaml"
KIND, APPEAL = "supreme-court-complaint", "expulsion-appeal"
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


def plain(data: Any) -> Any:
    """`data` without the keys whose value is null."""
    if isinstance(data, dict):
        return {k: plain(v) for k, v in data.items() if v not in ("null", "")}
    return [plain(v) for v in data] if isinstance(data, list) else data


class DescribeARuleOfTheLawData:
    """A warning with a severity: an «error» stops a final filing, a «block» a draft too; where it looks for words, there."""

    @staticmethod
    def with_passage(
        case: str, text: str, kind: str, *, final: bool = False, section: str = "requests"
    ) -> list[Problem]:
        data = plain(yaml.load((CASES / f"{case}.yaml").read_text("utf-8"), yaml.BaseLoader))
        passage = {"section": section, "text": {"ru": text, "kk": text}}
        data["filing"]["additions"] = [passage]
        file = load_bytes(yaml.safe_dump(data, allow_unicode=True, width=10_000).encode(), "case.yaml")
        seen = review(workspace(), file, kind, final=final)
        return [p for p in seen.problems if p.code.id == "draft/law-forbids"]

    @pytest.mark.parametrize(
        ("case", "kind", "text", "rule", "level"),
        [
            (
                "transit-activist",
                KIND,
                "Обязать Генерального Прокурора отказать в выдаче.",
                "wr-592-no-remand",
                WARNING,
            ),
            ("transit-activist", KIND, "Признать, что она невиновна.", "wr-592-guilt", WARNING),
            ("transit-activist", KIND, "Известить посольство о заседании.", "wr-koap-consulate", ERROR),
            (
                "border-guard",
                APPEAL,
                "О немедленном вступлении решения в законную силу.",
                "wr-koap-immediate-force",
                ERROR,
            ),
            ("border-guard", APPEAL, "Направить дело на новое рассмотрение.", "wr-koap-no-remand", WARNING),
        ],
    )
    def it_is_found_in_the_lawyers_own_passage(self, case: str, kind: str, text: str, rule: str, level: str) -> None:
        [problem] = self.with_passage(case, text, kind)
        assert (problem.facts["key"], problem.level, problem.where) == (rule, level, "filing.additions[0]")
        assert problem.line is not None
        if level == WARNING:
            assert [p.level for p in self.with_passage(case, text, kind, final=True)] == [ERROR]

    def it_is_not_found_in_the_facts_nor_where_the_words_are_denied(self) -> None:
        told = "Ему предложили подписать ходатайство о незамедлительном рассмотрении."
        assert not self.with_passage("border-guard", told, APPEAL, section="facts")
        assert not self.with_passage("border-guard", "Не известить посольство о заседании.", APPEAL)

    @pytest.mark.parametrize(("severity", "draft"), [("block", ERROR), ("error", WARNING), ("warning", "")])
    def it_holds_where_its_condition_does(self, tmp_path: Path, severity: str, draft: str) -> None:
        scope = {"filings": [KIND], "when": {"fact": "client.held"}}
        rule = {"key": "wr-own", "text": {"ru": "Текст."}, "severity": severity, "applies_to": scope}
        (tmp_path / "law").mkdir()
        (tmp_path / "law/warnings.yaml").write_text(SOURCE + yaml.safe_dump([rule], allow_unicode=True), "utf-8")
        own = Workspace.at(tmp_path)
        for final, level in ((False, draft), (True, draft and ERROR)):
            seen = review(own, own.load(CASE), KIND, final=final)
            found = [(p.level, p.where) for p in seen.problems if p.facts.get("key") == "wr-own"]
            assert found == ([(level, "client.held")] if level else [])

    def it_is_told_in_the_readers_language_or_marked_as_russian_only(self) -> None:
        [problem] = self.with_passage("transit-activist", "Известить посольство о заседании.", KIND)
        assert problem.say(translator("ru"), problem.code.what).endswith("консульство государства преследования.")
        assert problem.say(translator("en"), problem.code.what).endswith("преследования. (in Russian only)")
        assert caution_text(workspace().law, "wr-koap-consulate", "kk").endswith(" (тек орысша)")

    def it_troubles_no_worked_case(self) -> None:
        for case, kind in (
            ("transit-activist", KIND),
            ("regional-critic", KIND),
            ("border-guard", APPEAL),
            ("expelled-it-worker", APPEAL),
        ):
            file = workspace().load(CASES / f"{case}.yaml")
            assert not [
                p for p in review(workspace(), file, kind, "kk-ru").problems if p.code.id == "draft/law-forbids"
            ]
