"""No command ends with 1 and no word, whatever is wrong with the case."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner

from panahat.cli import COMMANDS as COMMAND_NAMES
from panahat.cli import main
from panahat.problems import Refused

CASE = Path(__file__).resolve().parents[2] / "cases/transit-activist.yaml"
BROKEN = {
    "a missing field in an appeal": {
        "status": "refused",
        "decisions": [{"on": "2026-01-20", "outcome": "refused", "appeal": {"status": "pending"}}],
    },
    "a date that is no date": {"filed": "sometime"},
}
COMMANDS = (
    ["check"],
    ["check", "--for", "supreme-court-complaint", "--final"],
    ["explain", "--for", "supreme-court-complaint"],
    ["deadlines"],
    ["render", "--for", "supreme-court-complaint"],
)


@pytest.mark.parametrize("wrong", BROKEN)
@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_a_broken_case_is_told(tmp_path: Path, wrong: str, command: list[str]) -> None:
    data = yaml.load(CASE.read_text("utf-8"), yaml.BaseLoader)
    data["client"].pop("iin")  # null in the file
    data["asylum"][0].update(BROKEN[wrong])
    case = tmp_path / "case.yaml"
    case.write_text(yaml.safe_dump(data, allow_unicode=True), "utf-8")
    done = CliRunner().invoke(main, ["--lang", "en", command[0], str(case), *command[1:]])
    assert done.exit_code == 1
    assert "to mend" in done.output
    if command[0] != "render":
        told = CliRunner().invoke(main, ["--lang", "en", command[0], str(case), *command[1:], "--json"])
        assert told.exit_code == 1
        assert json.loads(told.stdout)["problems"]


def test_a_year_without_a_calendar_is_refused_everywhere(tmp_path: Path) -> None:
    data = yaml.load(CASE.read_text("utf-8"), yaml.BaseLoader)
    data["client"].pop("iin")  # null in the file
    data["extradition"]["decision"]["served"]["client"] = "2029-01-29"
    case = tmp_path / "case.yaml"
    case.write_text(yaml.safe_dump(data, allow_unicode=True), "utf-8")
    for command in COMMANDS:
        done = CliRunner().invoke(main, ["--lang", "en", command[0], str(case), *command[1:]])
        assert done.exit_code == 1, command
        assert "law/no-calendar" in done.output, command


FAILING = {
    "filings": [["--templates", "office", "filings"]],
    "law": [
        ["law", "no-such-entry"],
        ["law", "impact", "no-such-entry", "."],
        ["law", "impact", "kz-upk-592-1", "nowhere"],
        ["--templates", "lawless", "law"],
        ["--templates", "lawless", "law", "check"],
    ],
    "new": [["new", "no-such-kind"], ["new", "supreme-court-complaint", "-o", "bad.yaml"]],
    "ask": [["ask", "good.yaml", "--for", "no-kind"], ["ask", "broken.yaml", "--for", "supreme-court-complaint"]],
    "schema": [["schema", "-o", "bad.yaml/schema.json"]],
    "doctor": [["--templates", "office", "doctor"]],
    "check": [["check", "bad.yaml"], ["check", "none.yaml"], ["check", "bad.yaml", "none.yaml", "--json"]],
    "explain": [
        ["explain", "bad.yaml", "--for", "supreme-court-complaint"],
        ["explain", "good.yaml", "--for", "no-kind"],
    ],
    "remedies": [
        ["remedies", "none.yaml"],
        ["remedies", "bad.yaml", "--json"],
        ["remedies", "good.yaml", "--on", "30.11.2026"],
    ],
    "deadlines": [
        ["deadlines"],
        ["deadlines", "none.yaml"],
        ["deadlines", "--count", "no-such-period", "--from", "2026-01-01"],
        ["deadlines", "--count", "dl-592-complaint", "--from", "2029-01-01"],
        ["deadlines", "good.yaml", "--for", "no-kind"],
    ],
    "names": [["names", "Имя", "--gender", "x"]],
    "render": [
        ["render", "none.yaml", "--for", "supreme-court-complaint"],
        ["render", "good.yaml", "--for", "no-kind"],
        ["render", "good.yaml", "--for", "supreme-court-complaint", "--in", "en"],
        ["render", "good.yaml", "--for", "humanitarian-visa-letter"],
    ],
    "pack": [
        ["pack", "none.yaml", "--for", "supreme-court-complaint", "-o", "out"],
        ["pack", "good.yaml", "--for", "no-kind", "-o", "out"],
        ["pack", "good.yaml", "--for", "supreme-court-complaint", "-o", "out"],
    ],
    "trace": [["trace", "bad.docx"], ["trace", "none.docx"]],
    "diff": [["diff", "bad.docx", "bad.docx"], ["diff", "bad.yaml", "bad.yaml"], ["diff", "none.docx", "bad.docx"]],
    "merge": [["merge", "bad.docx", "bad.docx", "bad.docx", "-o", "out.docx"]],
    "inspect": [["inspect", "bad.docx"], ["inspect", "none.docx"]],
    "scrub": [["scrub", "bad.docx", "-o", "out.docx"], ["scrub", "bad.docx", "-o", "out.pdf"]],
    "lock": [["lock"], ["lock", "bad.yaml", "--to", "nobody"], ["lock", "bad.yaml", "--add", "nobody"]],
    "unlock": [["unlock", "none.age", "-o", "out.yaml"]],
    "docket": [["docket", "stale", "nowhere"]],
    "templates": [
        ["--templates", "office", "templates", "check"],
        ["--templates", "office", "templates", "check", "--json"],
        ["templates", "text", "bad.docx"],
    ],
    "git-setup": [["git-setup"]],
}


def test_every_command_is_tried_with_what_it_cannot_do() -> None:
    assert set(FAILING) == set(COMMAND_NAMES)


@pytest.mark.parametrize("words", [w for listed in FAILING.values() for w in listed], ids=" ".join)
def test_a_command_that_fails_says_why(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, words: list[str]) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "office/filings/own").mkdir(parents=True)
    (tmp_path / "office/filings/own/filing.yaml").write_text("kind: other\n", "utf-8")
    (tmp_path / "lawless/law").mkdir(parents=True)
    (tmp_path / "lawless/law/bodies.yaml").write_text("- key: own\n", "utf-8")
    (tmp_path / "bad.docx").write_text("not a document", "utf-8")
    (tmp_path / "bad.yaml").write_text("schema: 1\n", "utf-8")
    (tmp_path / "broken.yaml").write_text("schema: [", "utf-8")
    (tmp_path / "good.yaml").write_bytes(CASE.read_bytes())
    before = sorted(tmp_path.iterdir())
    done = CliRunner().invoke(main, ["--lang", "en", *words])
    assert done.exit_code in (1, 2)
    assert re.search(r"to mend|Error: |could not be done", done.output) or json.loads(done.stdout)["problems"]
    assert "made a mistake" not in done.output
    assert sorted(tmp_path.iterdir()) == before


def test_a_refusal_without_a_problem_is_a_mistake_of_the_program() -> None:
    with pytest.raises(ValueError, match="without a problem"):
        Refused([])
