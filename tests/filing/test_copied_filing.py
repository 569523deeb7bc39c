"""A filing is its folder: a copy under another name, with its own sections, request, period and addressee, needs no Python."""

from __future__ import annotations

import io
import json
import shutil
import zipfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
import yaml
from click.testing import CliRunner, Result
from msgspec.structs import replace

from panahat.building import make, review
from panahat.case.loading import CaseFile, load_bytes
from panahat.cli import main
from panahat.drafting.context import vocabulary
from panahat.drafting.filings import Section
from panahat.library import shipped
from panahat.render.template import compile_template
from panahat.workspace import Workspace

ROOT = Path(__file__).resolve().parents[2]
KIND = "own-filing"
SECTION = "everything"


@dataclass(frozen=True)
class Copy:
    """A filing to copy: its worked case, the period the copy has instead of one, a day on which that is over.

    `changed` is a fact that the copy's text prints, with another value; `request` the request that the copy renames.
    """

    source: str
    case: str
    periods: list[dict[str, Any]]
    late_on: str
    changed: tuple[str, str]
    request: str = "notify"

    @property
    def file(self) -> Path:
        return ROOT / f"cases/{self.case}.yaml"


COPIES = (
    Copy(
        "supreme-court-complaint",
        "transit-activist",
        [{"key": "dl-appk-pretrial", "starts": {"decision": "extradition.decision.on"}}],
        "2027-06-01",
        ("extradition.decision.number", "00-X/26-777"),
    ),
    Copy(
        "expulsion-appeal",
        "expelled-it-worker",
        [
            {"key": "dl-107-complaint", "starts": {"announced": "expulsion.ruling.announced"}},
            {"key": "dl-koap-appeal-stay", "starts": {"leave": "expulsion.ruling.leave_by"}, "binds": "false"},
        ],
        "2026-03-20",
        ("expulsion.ruling.number", "000-26-00-3/777"),
    ),
)


def arguments_of(data: dict[str, Any]) -> list[str]:
    """The arguments that the sections of a filing.yaml plead."""
    workspace = Workspace.at(None)
    return [a.id for a in workspace.arguments if workspace.filings[data["kind"]].place_of(a) is not None]


def renamed(document: bytes, request: str) -> bytes:
    """A Word template with the request under its own name."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(document)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for entry in old.infolist():
            content = old.read(entry)
            if entry.filename == "word/document.xml":
                assert f"ask.{request}".encode() in content
                content = content.replace(f"ask.{request}".encode(), b"ask.own")
            new.writestr(entry, content)
    return out.getvalue()


@pytest.fixture(scope="module", params=COPIES, ids=lambda c: c.source)
def copied(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> tuple[Copy, Path]:
    """An office's folder whose own kind of filing has one section, a request, a period and an addressee of its own."""
    copy: Copy = request.param
    folder = tmp_path_factory.mktemp("office")
    home = folder / "filings" / KIND
    shutil.copytree(shipped() / "filings" / copy.source, home)
    data = yaml.load((home / "filing.yaml").read_text("utf-8"), yaml.BaseLoader)
    title = {"ru": "Всё", "kk": "Бәрі"}
    data["sections"] = [{"id": SECTION, "title": title, "arguments": arguments_of(data)}]
    data["kind"] = KIND
    data["addressee"] = {"named": "client.held.place"}
    data["periods"] = copy.periods
    data["open"] = [rule for rule in data["open"] if rule["state"] != "late"]  # those words were of the other period
    data["motions"] += [{"id": "spoken", "when": {"forum": "court", "known": "act.on"}}]
    data["asks"] = [a for a in data["asks"] if a["id"] != copy.request]
    data["asks"] += [{"id": "own", "when": {"late": "false"}, "norm": "kz-upk-50"}]
    (home / "filing.yaml").write_text(yaml.safe_dump(data, allow_unicode=True), "utf-8")
    for language in ("ru", "kk"):
        word = home / f"{language}.docx"
        word.write_bytes(renamed(word.read_bytes(), copy.request))
        word.with_suffix(".txt").write_text(compile_template(word, word.name).twin, "utf-8")
    return copy, folder


def run(office: Path, *words: str) -> Result:
    return CliRunner().invoke(main, ["--lang", "en", "--templates", str(office), *words])


def told(office: Path, *words: str) -> dict[str, list[dict[str, Any]]]:
    done = run(office, *words, "--json")
    assert done.exit_code == 0, done.output
    found: dict[str, list[dict[str, Any]]] = json.loads(done.stdout)
    return found


def with_fact(file: Path, dotted: str, value: Any) -> bytes:
    """The case with another value of one fact."""
    data = _given(yaml.load(file.read_text("utf-8"), yaml.BaseLoader))
    inner = data
    *steps, last = dotted.split(".")
    for step in steps:
        inner = inner[step]
    inner[last] = value
    return yaml.safe_dump(data, allow_unicode=True, sort_keys=False).encode()


def _given(data: Any) -> Any:
    if isinstance(data, dict):
        return {k: _given(v) for k, v in data.items() if v not in ("null", "~", "")}
    return [_given(v) for v in data] if isinstance(data, list) else data


def late_case(copy: Copy) -> CaseFile:
    return load_bytes(with_fact(copy.file, "filing.on", copy.late_on), "case.yaml")


def test_its_own_period_is_counted_and_its_lateness_decides(copied: tuple[Copy, Path]) -> None:
    copy, office = copied
    rows = told(office, "deadlines", str(copy.file), "--for", KIND)["deadlines"]
    [(_, fact)] = copy.periods[0]["starts"].items()
    assert [(r["deadline"], r["fact"]) for r in rows] == [(copy.periods[0]["key"], fact)]
    assert rows[0]["late"] is False
    workspace, late = Workspace.at(office), late_case(copy)
    assert "case/late" in {p.code.id for p in workspace.check(late, KIND)}
    assert {w["id"]: w["made"] for w in workspace.explain(late, KIND)["requests"]}["own"] is False
    assert "case/late" not in {p.code.id for p in workspace.check(workspace.load(copy.file), KIND)}


def test_explain_says_which_requests_are_made_and_why(copied: tuple[Copy, Path]) -> None:
    copy, office = copied
    rows = told(office, "explain", str(copy.file), "--for", KIND)
    assert {a["section"] for a in rows["arguments"]} == {SECTION}
    assert [a["id"] for a in rows["arguments"]] == list(Workspace.at(office).filing(KIND).sections[0].arguments)
    assert any(a["verdict"] == "included" for a in rows["arguments"])
    [own] = [w for w in rows["requests"] if w["id"] == "own"]
    assert own["made"] is True
    assert own["norms"] == ["kz-upk-50"]
    assert "has not passed" in str(own["label"])
    [spoken] = [w for w in rows["motions"] if w["id"] == "spoken"]
    assert spoken["made"] is True
    [fact] = spoken["facts"]
    assert fact["path"] == f"{Workspace.at(office).filing(KIND).act}.on"


def test_a_section_may_list_its_arguments_in_its_own_order(copied: tuple[Copy, Path]) -> None:
    copy, office = copied
    workspace = Workspace.at(office)
    filing = workspace.filing(KIND)
    first, second, *_ = filing.sections[0].arguments
    listed = replace(filing, sections=(Section("own", {"ru": "Всё"}, (second, first)),))
    file = workspace.load(copy.file)
    assert [d.argument.id for d in workspace.decide(file, listed)] == [second, first]
    assert {d.argument.section for d in workspace.decide(file, listed)} == {"own"}


def test_check_and_render_say_the_same(copied: tuple[Copy, Path]) -> None:
    copy, office = copied
    workspace = Workspace.at(office)
    file = workspace.load(copy.file)
    seen = review(workspace, file, KIND, "kk-ru", base=copy.file.parent)
    made = make(workspace, file, KIND, "kk-ru", base=copy.file.parent)
    assert made.problems == seen.problems
    assert "own" in made.drafts[0].asks


def test_its_files_are_rendered_traced_and_compared(copied: tuple[Copy, Path], tmp_path: Path) -> None:
    copy, office = copied
    shutil.copytree(copy.file.parent / "annexes", tmp_path / "annexes")
    case, other = tmp_path / "case.yaml", tmp_path / "other.yaml"
    shutil.copy(copy.file, case)
    other.write_bytes(with_fact(copy.file, *copy.changed))
    for file, folder in ((case, "a"), (other, "b")):
        done = run(office, "render", str(file), "--for", KIND, "-o", f"{tmp_path / folder}/")
        assert done.exit_code == 0, done.output
    old, new = (next(f for f in (tmp_path / x).glob("*.docx") if ".review." not in f.name) for x in "ab")
    traced = run(office, "trace", str(old), "--case", str(case), "--json")
    assert traced.exit_code == 0, traced.output
    by_request = [p for p in json.loads(traced.stdout)["paragraphs"] if "ask.own" in str(p["condition"])]
    assert len(by_request) == 1
    compared = run(office, "diff", str(old), str(new), "--old-case", str(case), "--case", str(other), "--json")
    assert compared.exit_code == 0, compared.output
    causes = {(c["kind"], c["name"]) for change in json.loads(compared.stdout)["changes"] for c in change["causes"]}
    assert ("fact", copy.changed[0]) in causes
    assert run(office, "diff", str(old), str(old)).exit_code == 0


def test_a_filing_may_complain_of_the_latest_of_several_acts(tmp_path: Path) -> None:
    copy = COPIES[0]
    home = tmp_path / "filings" / KIND
    shutil.copytree(shipped() / "filings" / copy.source, home)
    data = yaml.load((home / "filing.yaml").read_text("utf-8"), yaml.BaseLoader)
    data |= {"kind": KIND, "act": "asylum.decisions", "forum": "body"}
    data["motions"] += [
        {"id": "silent", "when": {"is": {"act.answers.torture.grade": "silent"}, "forum": "body"}},
        {"id": "heard", "when": {"is": {"act.answers.torture.grade": "answered"}}},
    ]
    (home / "filing.yaml").write_text(yaml.safe_dump(data, allow_unicode=True), "utf-8")
    refused = yaml.load((ROOT / "cases/regional-critic.yaml").read_text("utf-8"), yaml.BaseLoader)
    refused["asylum"][-1]["decisions"][-1]["answers"] = {"torture": {"grade": "silent"}}
    file = load_bytes(yaml.safe_dump(_given(refused), allow_unicode=True).encode(), "case.yaml")
    workspace = Workspace.at(tmp_path)
    rows = {w["id"]: w for w in workspace.explain(file, KIND)["motions"]}
    assert (rows["silent"]["made"], rows["heard"]["made"]) == (True, False)
    last = len(refused["asylum"][-1]["decisions"]) - 1
    [fact] = [f["path"] for f in rows["silent"]["facts"]]
    assert fact == f"asylum[{len(refused['asylum']) - 1}].decisions[{last}].answers.torture.grade"
    words = vocabulary(file, workspace.law, workspace.filing(KIND), workspace.arguments, "ru").data
    assert words["forum"] == "body"
    assert words["act"] == words["asylum"][-1]["decisions"][-1]
