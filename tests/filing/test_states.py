"""A filing that cannot be made on its day is refused or told as its rule says, with what is left; every command says so."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import pytest
from click.testing import CliRunner
from msgspec.structs import replace
from worked_cases import CASES, workspace

from panahat.cli import main
from panahat.drafting.filings import FilingKind, Opening
from panahat.drafting.states import STATE_WORDS, state_of, with_state
from panahat.messages import LANGUAGES, translator
from panahat.problems import ERROR, NOTE, WARNING, Problem

COMPLAINT, APPEAL = "supreme-court-complaint", "expulsion-appeal"
FILE = workspace().load(CASES / "transit-activist.yaml")


def run(*args: str) -> Any:
    return json.loads(CliRunner().invoke(main, ["--lang", "en", *args, "--json"]).stdout)


def told(rule: Opening, *, final: bool = False) -> list[Problem]:
    """What is said of the complaint where `rule` is its only one."""
    filings: dict[str, FilingKind] = {**workspace().filings}
    filings[COMPLAINT] = filing = replace(filings[COMPLAINT], open=(rule,))
    state = state_of(filing, workspace().witness(FILE, filing), workspace().terms(FILE, COMPLAINT), date(2026, 2, 9))
    return list(with_state([], FILE, state, filings, final=final))


SAYS = {"ru": "потому что {due}", "kk": "себебі {due}", "en": "because {due}"}


@pytest.mark.parametrize(
    ("state", "stops", "draft", "final"),
    [
        ("closed", None, ERROR, ERROR),
        ("not-applicable", None, ERROR, ERROR),
        ("closed", "final", WARNING, ERROR),
        ("closed", "nothing", WARNING, WARNING),
        ("later", None, WARNING, WARNING),
        ("later", "draft", ERROR, ERROR),
        ("late", "final", WARNING, ERROR),
        ("unknown", None, NOTE, NOTE),
        ("open", None, "", ""),
        ("closing", None, "", ""),
    ],
)
def test_a_rule_says_what_it_stops(state: Any, stops: Any, draft: str, final: str) -> None:
    rule = Opening(state, {"fact": "client.held"}, SAYS, (APPEAL,), stops)
    assert [p.level for p in told(rule)] == list(filter(None, [draft]))
    assert [p.level for p in told(rule, final=True)] == list(filter(None, [final]))


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_reason_the_last_day_and_what_is_left_are_told_in_each_language(language: str) -> None:
    tr = translator(language)
    [problem] = told(Opening("closed", {"fact": "client.held"}, SAYS, (APPEAL,)))
    assert SAYS[language].replace("{due}", "09.02.2026") in problem.say(tr, problem.code.what)
    assert workspace().filing(APPEAL).title[language] in problem.say(tr, problem.code.remedy)
    assert problem.where == "client.held"
    assert all(tr(word) for word in STATE_WORDS.values())


def test_the_state_of_another_day_leaves_the_case_as_it_is() -> None:
    days = [date(2026, 1, 30), date(2026, 2, 4), date(2026, 2, 9), date(2026, 2, 10)]
    assert [workspace().state(FILE, COMPLAINT, day).name for day in days] == ["open", "closing", "closing", "late"]
    assert FILE.case.filing.on == date(2026, 2, 9)


def test_every_command_tells_the_same_state() -> None:
    case = str(CASES / "border-guard.yaml")
    [explained] = run("explain", case, "--for", APPEAL)["state"]
    [counted] = [row for row in run("deadlines", case)["states"] if row["kind"] == APPEAL]
    assert {**explained, "case": "border-guard"} == counted
    assert (explained["state"], explained["due"], explained["safe"]) == ("closing", "2026-08-24", "2026-08-24")
    refused = [p for p in run("check", case, "--for", COMPLAINT)["problems"] if p["code"] == "draft/not-open"]
    assert [(p["severity"], "no decision to extradite" in p["message"]) for p in refused] == [(ERROR, True)]


def test_own_words_for_being_late_stand_in_place_of_the_general_ones() -> None:
    file = workspace().load(CASES / "border-guard.yaml")
    late = workspace().state(file, APPEAL, date(2026, 9, 7))
    said = list(with_state([], file, late, workspace().filings))
    assert (late.name, [p.level for p in said]) == ("late", [WARNING])
    assert "01.09.2026" in late.says["en"]


def test_every_kind_says_why_in_each_language() -> None:
    for filing in workspace().filings.values():
        for rule in filing.open:
            assert set(rule.says) == set(LANGUAGES), filing.kind
            assert not any(text.endswith(".") for text in rule.says.values()), filing.kind


def test_an_application_after_a_refusal_names_the_kinds_against_the_refusal() -> None:
    """Who was refused is not left with a closed door: the filings against the refusal are named, and exist."""
    filings = workspace().filings
    left = [rule.instead for rule in filings["asylum-application"].open if rule.state == "closed" and rule.instead]
    assert left == [
        ("refugee-refusal-complaint", "refugee-refusal-claim"),
        ("refugee-refusal-claim", "interim-relief-motion"),
        ("refugee-refusal-complaint", "refugee-refusal-claim"),
    ]
    assert {kind for kinds in left for kind in kinds} <= set(filings)


# What is left is no other kind of filing: the words say what to do, or nothing is known to be left.
IN_WORDS = {
    "asylum-application": {"an application is being decided", "refugee status has been granted"}
    | {"status was refused and the refusal stood", "the five days ended on"},
    "civil-expulsion-appeal": {"the appeal has been decided"},
    "extradition-arrest-complaint": {"the client has been released"},
    "expulsion-appeal": {"the appeal has been decided; what remains", "the period ended on {due}"},
    "interim-relief-motion": {
        "the judgment on the claim is in force",
        "the claim has been decided and there is nothing to secure",
    },
    "lawyers-inquiry": {"the client does not consent"},
    "refugee-refusal-claim": {"the claim has been decided; the appeal is left"},
    "residence-refusal-complaint": {"a claim against this refusal", "a complaint on the same matter"},
    "supreme-court-complaint": {"a complaint against this decision"},
}


def test_whoever_comes_too_late_is_told_what_is_left() -> None:
    """A closed or late state names another filing, or is one of those that say it in words: nobody adds one unthought."""
    filings = workspace().filings
    shut = [(f.kind, r) for f in filings.values() for r in f.open if r.state in ("closed", "late")]
    assert {kind for _, rule in shut for kind in rule.instead} <= set(filings)
    bare = [(kind, rule.says["en"]) for kind, rule in shut if not rule.instead]
    words = [(kind, start) for kind, starts in IN_WORDS.items() for start in starts]
    assert [one for one in bare if not any(one[0] == k and one[1].startswith(w) for k, w in words)] == []
    assert [one for one in words if not any(k == one[0] and t.startswith(one[1]) for k, t in bare)] == []
