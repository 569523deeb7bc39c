"""`panahat remedies` names what can be filed on a day and nothing that is closed, sorted by what closes first."""

from __future__ import annotations

import json
from datetime import date, datetime
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
import yaml
from click.testing import CliRunner, Result
from worked_cases import CASES, WORKED, TextLoader, workspace

from panahat.case.loading import CaseFile, load_bytes
from panahat.cli import main
from panahat.drafting.remedies import URGENCY, Remedy
from panahat.messages import LANGUAGES

TABLE = yaml.load(Path(__file__).with_name("remedies.yaml").read_text("utf-8"), yaml.BaseLoader)
ROWS = [(row["case"], day, states) for row in TABLE for day, states in row["days"].items()]
NAMED = {kind for _, _, states in ROWS for kinds in states.values() for kind in kinds}


def run(*args: str) -> Result:
    return CliRunner().invoke(main, ["--lang", "en", "remedies", *args])


def changed(name: str, facts: dict[str, Any]) -> bytes:
    """The worked case with these facts by path; None takes one away."""
    data = yaml.load((CASES / f"{name}.yaml").read_text("utf-8"), TextLoader)
    for path, value in facts.items():
        *above, last = path.split(".")
        group = data
        for step in above:
            group = group[step]
        if value is None:
            group.pop(last)
        else:
            group[last] = value
    return yaml.safe_dump(data, allow_unicode=True, sort_keys=False).encode()


def standing(file: CaseFile, on: date) -> dict[str, Remedy]:
    return {r.filing.kind: r for r in workspace().remedies(file, on)}


@pytest.mark.parametrize(("case", "day", "states"), ROWS, ids=lambda x: x if isinstance(x, str) else "")
def test_each_remedy_stands_on_its_day_as_the_table_says(case: str, day: str, states: dict[str, list[str]]) -> None:
    found = standing(workspace().load(CASES / f"{case}.yaml"), date.fromisoformat(day))
    told = {kind: name for name, kinds in states.items() for kind in kinds}
    assert {kind: r.state.name for kind, r in found.items() if kind in NAMED} == {
        kind: told.get(kind, "not-applicable") for kind in found if kind in NAMED
    }


def test_the_table_has_every_worked_case_on_three_days() -> None:
    assert {row["case"] for row in TABLE} <= set(WORKED)
    assert all(len(row["days"]) == 3 for row in TABLE)
    assert set(URGENCY) - {"not-applicable"} == {name for _, _, states in ROWS for name in states}


@pytest.mark.parametrize("case", WORKED)
def test_what_closes_first_stands_first_and_what_is_shut_promises_nothing(case: str) -> None:
    file = workspace().load(CASES / f"{case}.yaml")
    found = workspace().remedies(file)
    order = [URGENCY.index(r.state.name) for r in found]
    assert order == sorted(order)
    for name in URGENCY:
        days = [str(r.state.safe) for r in found if r.state.name == name and r.state.safe]
        assert days == sorted(days)
    shut = {r.filing.kind for r in found if not r.applies}
    for r in found:
        assert not (r.effects or r.beside or r.lacks) or r.applies
        assert not {b.kind for b in r.beside} & shut


def test_what_goes_together_is_told_of_both_and_in_order() -> None:
    found = standing(workspace().load(CASES / "expelled-it-worker.yaml"), date(2026, 1, 28))
    assert [(b.kind, b.order) for b in found["expulsion-appeal"].beside] == [("asylum-application", "with")]
    assert ("expulsion-appeal", "with") in {(b.kind, b.order) for b in found["asylum-application"].beside}
    found = standing(workspace().load(CASES / "refused-deserter.yaml"), date(2026, 5, 20))
    assert ("refugee-refusal-claim", "before") in {(b.kind, b.order) for b in found["refugee-refusal-complaint"].beside}
    assert ("refugee-refusal-complaint", "after") in {(b.kind, b.order) for b in found["refugee-refusal-claim"].beside}


def test_a_late_complaint_is_not_said_to_suspend_by_itself() -> None:
    file = workspace().load(CASES / "transit-activist.yaml")
    for day, effects in ((date(2026, 2, 9), ["automatic", "nothing"]), (date(2026, 2, 10), ["on-request", "nothing"])):
        assert [e.effect for e in standing(file, day)["supreme-court-complaint"].effects] == effects
    unserved = load_bytes(changed("transit-activist", {"extradition.decision.served.client": None}), "unserved.yaml")
    found = standing(unserved, date(2026, 2, 9))["supreme-court-complaint"]
    assert found.state.name == "unknown"
    assert "automatic" not in [e.effect for e in found.effects]


def crossed(at: str) -> CaseFile:
    """Someone who crossed the border then, is free and has not asked for asylum."""
    facts: dict[str, Any] = {"asylum": [], "expulsion": None, "entry.crossed_at": at}
    return load_bytes(changed("border-guard", facts), "crossed.yaml")


def test_a_period_in_hours_is_over_to_the_minute() -> None:
    file = crossed("2026-08-14 14:20")
    hours = {at: datetime.fromisoformat(f"2026-08-15 {at}") for at in ("14:20", "15:00", "15:01")}
    seen = {at: standing(file, hour)["asylum-application"].state for at, hour in hours.items()}
    assert {at: state.name for at, state in seen.items()} == {"14:20": "closing", "15:00": "closing", "15:01": "late"}
    assert seen["14:20"].says["en"] == "the safe day is 15.08.2026 14:20, the last day is 15.08.2026 15:00"


def test_an_hour_clock_without_an_hour_says_which_fact_lacks_it() -> None:
    problems = standing(crossed("2026-08-14"), date(2026, 8, 15))["asylum-application"].problems
    assert [(p.code.id, p.where) for p in problems] == [("law/hour-not-known", "entry.crossed_at")]


def test_a_period_without_a_calendar_is_told_and_the_rest_still_stands(tmp_path: Path) -> None:
    far = {"extradition.decision.on": "2031-01-27", "extradition.decision.served": {"client": "2031-01-29"}}
    case = tmp_path / "far.yaml"
    case.write_bytes(changed("transit-activist", {**far, "filing.on": "2031-02-03"}))
    result = run(str(case), "--on", "2031-02-03", "--json")
    told = json.loads(result.stdout)
    assert result.exit_code == 1
    assert [p["code"] for p in told["problems"]] == ["law/no-calendar"]
    assert len(told["remedies"]) == len(workspace().filings)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_terminal_shows_table_effects_days_ahead_and_what_is_shut(language: str) -> None:
    case = str(CASES / "border-guard.yaml")
    told = CliRunner().invoke(main, ["--lang", language, "remedies", case, "--on", "2026-08-21"])
    assert told.exit_code == 0
    filing = workspace().filings["expulsion-appeal"]
    for said in (
        filing.title[language],
        "24.08.2026",
        "28.08.2026",
        filing.suspends[0].says[language],
        "kz-koap-834-4",
    ):
        assert said in told.stdout
    assert told.stdout.index("expulsion-appeal") < told.stdout.index("humanitarian-visa-letter")


def test_json_says_the_same_and_explain_without_a_kind_too() -> None:
    case = str(CASES / "border-guard.yaml")
    told = json.loads(run(case, "--on", "2026-08-21", "--json").stdout)
    first = told["remedies"][0]
    assert (first["kind"], first["state"], first["due"]) == ("expulsion-appeal", "closing", "2026-08-24")
    assert [e["event"] for e in told["ahead"]] == ["safe", "due", "safe", "due"]
    explained = json.loads(CliRunner().invoke(main, ["--lang", "en", "explain", case, "--json"]).stdout)
    assert {r["kind"] for r in explained["remedies"]} == set(workspace().filings)


def test_the_picture_is_well_formed_and_names_no_client(tmp_path: Path) -> None:
    case = str(CASES / "border-guard.yaml")
    target = tmp_path / "days.svg"
    assert run(case, "--on", "2026-08-21", "--svg", str(target)).exit_code == 0
    text = target.read_text("utf-8")
    root = ElementTree.fromstring(text)
    assert root.tag.endswith("svg")
    assert workspace().load(CASES / "border-guard.yaml").case.client.name.surname not in text
    assert "expulsion-appeal" in text
    assert "asylum-application" not in text
    assert run(case, "--svg", str(target)).exit_code == 1
    assert target.read_text("utf-8") == text


@pytest.mark.parametrize("args", [["--on", "tomorrow"], ["--on", "2026-02-30"], ["--on", "2026-02-09 25:00"]])
def test_a_wrong_day_is_refused_in_words(args: list[str]) -> None:
    result = run(str(CASES / "border-guard.yaml"), *args)
    assert result.exit_code == 2
    assert "2026-02-09" in result.output


def test_forms_are_those_of_one_kind() -> None:
    result = CliRunner().invoke(main, ["--lang", "en", "explain", str(CASES / "journalist.yaml"), "--forms"])
    assert result.exit_code == 2
    assert "--for" in result.output
