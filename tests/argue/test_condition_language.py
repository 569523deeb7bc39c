"""The language of conditions, word by word: three answers, the facts that decided, and what it says in three languages."""

from __future__ import annotations

import re
from itertools import product
from pathlib import Path
from typing import Any

import pytest
import yaml
from argue_world import NAMED, PERIODS, TODAY, SmallLaw, case

from panahat.argue.condition_words import in_words
from panahat.argue.conditions import OPERATORS, weigh
from panahat.argue.look import Around, Bench, Expr, Look
from panahat.argue.truth import Truth
from panahat.problems import Code, Problem

HERE = Path(__file__).parent
TABLE: dict[str, dict[str, Any]] = yaml.load((HERE / "condition_language.yaml").read_text("utf-8"), yaml.BaseLoader)
NAMED_TESTS = yaml.load((HERE / "named_tests.yaml").read_text("utf-8"), yaml.BaseLoader)
ANSWERS: dict[str, Truth] = {"holds": True, "fails": False, "unknown": None}
AROUND = Around(
    NAMED,
    carried={"pleaded": True, "left-out": False}.get,
    asked=("annul",),
    late={"over": True, "running": False, "not-started": None},
    forum="court",
)
NOWHERE = Code("", "", "", "", "")


def outcome(word: str, answer: str) -> dict[str, Any]:
    """The facts of one outcome, with the condition that is asked."""
    row = TABLE[word]
    if "same_as" in row:
        found = NAMED_TESTS[row["same_as"]][answer]
        row = {**row, answer: found if answer == "unknown" else {"facts": found}}
    return {"when": row["when"], **row[answer]}


def ask(expr: Expr, facts: dict[str, Any]) -> tuple[Truth, Look]:
    look = Look(case(facts), Bench(SmallLaw(), TODAY, PERIODS, AROUND))  # type: ignore[arg-type]
    return weigh(expr, look), look


def written(paths: Any) -> list[str]:
    return [Problem(NOWHERE, path=p).where for p in paths]


def test_every_word_is_tried_in_every_outcome() -> None:
    assert set(TABLE) == set(OPERATORS)
    for word, row in TABLE.items():
        if "same_as" not in row:
            assert set(ANSWERS) - set(row) == set(row.get("never", ())), word


@pytest.mark.parametrize(
    ("word", "answer"), [(w, a) for w, a in product(TABLE, ANSWERS) if a not in TABLE[w].get("never", ())]
)
def test_a_word_answers_and_names_the_facts_that_decided(word: str, answer: str) -> None:
    given = outcome(word, answer)
    truth, look = ask(given["when"], given["facts"])
    assert truth is ANSWERS[answer]
    if "read" in given:
        assert written(look.facts) == given["read"]
    if "missing" in given:
        assert written(look.missing) == given["missing"]


@pytest.mark.parametrize(("pair", "truth"), [(["2025-08-30", "entry.on"], True), (["entry.on", "2025-08-31"], False)])
def test_a_day_may_stand_where_a_fact_may(pair: list[str], truth: Truth) -> None:
    said, look = ask({"before": pair}, {"entry": {"on": "2025-08-31", "how": "transit"}})
    assert (said, written(look.facts), list(look.pairs)) == (truth, ["entry.on"], [])
    assert "30.08.2025" in in_words({"before": ["2025-08-30", "entry.on"]}, "ru", NAMED)


@pytest.mark.parametrize("word", TABLE)
def test_a_word_is_explained_in_three_languages(word: str) -> None:
    said = {language: in_words(TABLE[word]["when"], language, NAMED) for language in ("ru", "kk", "en")}
    assert all(text and "{" not in text for text in said.values())
    assert len(set(said.values())) == 3
    assert re.search("[а-яё]", said["ru"])
    assert re.search("[әғқңөұүһі]", said["kk"])
    assert not re.search("[а-яё]", said["en"])


@pytest.mark.parametrize(
    ("arrest", "truth"),
    [
        ({"detained": "2026-01-05 09:40", "announced": "2026-01-08 09:41"}, True),
        ({"detained": "2026-01-05 09:40", "announced": "2026-01-08 09:40"}, False),
        ({"detained": "2026-01-05", "announced": "2026-01-08 09:40"}, None),
        ({"detained": "2026-01-05", "announced": "2026-01-08"}, None),
        ({"detained": "2026-01-05", "announced": "2026-01-09 00:01"}, True),
        ({"detained": "2026-01-05 09:40", "announced": "2026-01-07"}, False),
    ],
)
def test_hours_are_counted_to_the_minute_and_open_where_the_clock_would_decide(
    arrest: dict[str, str], truth: Truth
) -> None:
    asked = {"from": "extradition.arrest.detained", "to": "extradition.arrest.announced", "unit": "hours"}
    facts = {"extradition": {"requesting_state": "RU", "charges": [], "arrest": arrest}}
    assert ask({"apart": {**asked, "more_than": "72"}}, facts)[0] is truth
