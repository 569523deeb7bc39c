"""A filing is its folder: a copy under another name, with its own sections, request, period and addressee, needs no Python."""

from __future__ import annotations

import json
import shutil
from dataclasses import replace
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner, Result

from panahat.case import load_bytes
from panahat.cli import main
from panahat.desk import Desk
from panahat.draft.context import vocabulary
from panahat.draft.filings import Section
from panahat.making import make, review
from panahat.shelf import shipped

ROOT = Path(__file__).resolve().parents[2]
CASE = ROOT / "cases/transit-activist.yaml"
KIND = "own-complaint"


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An office's folder whose own kind of filing has one section, another request, another period and addressee."""
    folder = tmp_path_factory.mktemp("office")
    home = folder / "filings" / KIND
    shutil.copytree(shipped() / "filings/supreme-court-complaint", home)
    data = yaml.load((home / "filing.yaml").read_text("utf-8"), yaml.BaseLoader)
    data["kind"] = KIND
    data["addressee"] = {"named": "extradition.arrest.by"}
    data["periods"] = [
        {"key": "dl-589-arrest", "starts": {"arrest": "extradition.arrest.detained"}, "filed": "filing.on"}
    ]
    data["sections"] = [s for s in data["sections"] if s["id"] == "refuge"]
    data["act"] = "asylum.decisions"
    data["forum"] = "body"
    data["motions"] += [
        {"id": "silent", "when": {"is": {"act.answers.torture.grade": "silent"}, "forum": "body"}},
        {"id": "heard", "when": {"is": {"act.answers.torture.grade": "answered"}}},
    ]
    data["asks"] += [{"id": "own", "when": {"late": "false", "fact": "client.held"}}]
    (home / "filing.yaml").write_text(yaml.safe_dump(data, allow_unicode=True), "utf-8")
    return folder


def run(office: Path, *words: str) -> Result:
    return CliRunner().invoke(main, ["--lang", "en", "--templates", str(office), *words])


def told(office: Path, *words: str) -> dict[str, list[dict[str, object]]]:
    done = run(office, *words, "--json")
    assert done.exit_code == 0, done.output
    found: dict[str, list[dict[str, object]]] = json.loads(done.stdout)
    return found


def test_its_own_period_is_counted_and_its_lateness_decides(office: Path) -> None:
    [row] = told(office, "deadlines", str(CASE), "--for", KIND)["deadlines"]
    assert (row["deadline"], row["fact"]) == ("dl-589-arrest", "extradition.arrest.detained")
    assert row["late"] is False
    data = yaml.load(CASE.read_text("utf-8"), yaml.BaseLoader)
    data["client"].pop("iin")  # null in the file
    data["filing"]["on"] = "2027-06-01"
    late = load_bytes(yaml.safe_dump(data, allow_unicode=True).encode(), "case.yaml")
    desk = Desk.at(office)
    assert "case/late" in {p.code.id for p in desk.check(late, KIND)}
    assert {w["id"]: w["made"] for w in desk.explain(late, KIND)["requests"]}["own"] is False


def test_explain_says_which_requests_are_made_and_why(office: Path) -> None:
    rows = told(office, "explain", str(CASE), "--for", KIND)
    assert {a["section"] for a in rows["arguments"]} == {"refuge"}
    [own] = [w for w in rows["requests"] if w["id"] == "own"]
    assert own["made"] is True
    assert "has not passed" in str(own["label"])


def test_arguments_and_requests_know_the_act_complained_of_and_the_forum(office: Path) -> None:
    refused = (ROOT / "cases/regional-critic.yaml").read_text("utf-8")
    data = yaml.load(refused, yaml.BaseLoader)
    data["asylum"][-1]["decisions"][-1]["answers"] = {"torture": {"grade": "silent"}}
    file = load_bytes(yaml.safe_dump(data, allow_unicode=True).encode(), "case.yaml")
    desk = Desk.at(office)
    rows = {w["id"]: w for w in desk.explain(file, KIND)["motions"]}
    assert (rows["silent"]["made"], rows["heard"]["made"]) == (True, False)
    last = len(data["asylum"][-1]["decisions"]) - 1
    [fact] = [f["path"] for f in rows["silent"]["facts"]]
    assert fact == f"asylum[{len(data['asylum']) - 1}].decisions[{last}].answers.torture.grade"
    words = vocabulary(file, desk.law, desk.filing(KIND), desk.arguments, "ru").data
    assert words["forum"] == "body"
    assert words["act"] == words["asylum"][-1]["decisions"][-1]


def test_a_section_may_list_its_arguments_in_its_own_order(office: Path) -> None:
    desk = Desk.at(office)
    filing = desk.filing(KIND)
    listed = replace(filing, sections=(Section("refuge", {"ru": "Всё"}, ("torture-risk", "refugee-non-return")),))
    file = desk.load(CASE)
    assert [d.argument.id for d in desk.decide(file, listed)] == ["torture-risk", "refugee-non-return"]
    assert {d.argument.section for d in desk.decide(file, listed)} == {"refuge"}


def test_check_and_render_say_the_same(office: Path) -> None:
    desk = Desk.at(office)
    file = desk.load(CASE)
    seen = review(desk, file, KIND, "kk-ru")
    made = make(desk, file, KIND, "kk-ru")
    assert made.problems == seen.problems
    assert "own" in made.drafts[0].asks


def test_its_files_are_rendered_traced_and_compared(office: Path, tmp_path: Path) -> None:
    case = tmp_path / "case.yaml"
    shutil.copy(CASE, case)
    out = tmp_path / "out"
    out.mkdir()
    done = run(office, "render", str(case), "--for", KIND, "-o", str(out))
    assert done.exit_code == 0, done.output
    [filing] = [f for f in out.glob("*.docx") if ".review." not in f.name]
    traced = run(office, "trace", str(filing), "--case", str(case), "--json")
    assert traced.exit_code == 0, traced.output
    compared = run(office, "diff", str(filing), str(filing))
    assert compared.exit_code == 0, compared.output
