"""No command ends with 1 and no word, whatever is wrong with the case."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner

from panahat.cli import main

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
    for command in COMMANDS[1:]:
        if command[0] == "explain":
            continue
        done = CliRunner().invoke(main, ["--lang", "en", command[0], str(case), *command[1:]])
        assert done.exit_code == 1, command
        assert "law/no-calendar" in done.output, command
