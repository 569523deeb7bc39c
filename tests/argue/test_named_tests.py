"""Every named condition and every test in Python in its three truth values, from `named_tests.yaml`."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from argue_world import NAMED, ask

from panahat.argue.tests import TESTS
from panahat.problems import Code, Problem

TABLE: dict[str, dict[str, Any]] = yaml.load(
    Path(__file__).with_name("named_tests.yaml").read_text("utf-8"), yaml.BaseLoader
)
NOWHERE = Code("", "", "", "", "")


def act_of(id: str) -> dict[str, str]:
    """The act complained of, where it is not the one that most filings fight."""
    return {"act": TABLE[id]["act"]} if "act" in TABLE[id] else {}


def test_the_table_covers_every_named_test_in_every_outcome() -> None:
    assert set(TABLE) == {*NAMED, *TESTS}
    assert not set(NAMED) & set(TESTS)
    for id, row in TABLE.items():
        never = row.get("never", [])
        assert {"holds", "fails", "unknown"} - set(row) == ({never} if isinstance(never, str) else set(never)), id


@pytest.mark.parametrize("id", [id for id, row in TABLE.items() if "holds" in row])
def test_it_holds_and_names_the_facts_it_read(id: str) -> None:
    truth, eye = ask(id, TABLE[id]["holds"], **act_of(id))
    assert truth is True
    assert eye.facts


@pytest.mark.parametrize("id", [id for id, row in TABLE.items() if "fails" in row])
def test_it_fails_and_names_the_facts_it_read(id: str) -> None:
    truth, eye = ask(id, TABLE[id]["fails"], **act_of(id))
    assert truth is False
    assert eye.facts


@pytest.mark.parametrize("id", [id for id, row in TABLE.items() if "unknown" in row])
def test_it_is_unknown_and_names_the_missing_fact(id: str) -> None:
    truth, eye = ask(id, TABLE[id]["unknown"]["facts"], **act_of(id))
    assert truth is None
    assert [Problem(NOWHERE, path=p).where for p in eye.missing] == TABLE[id]["unknown"]["missing"]


def test_an_empty_case_never_breaks_a_test_and_every_unknown_names_a_fact() -> None:
    for id in TABLE:
        truth, eye = ask(id)
        if truth is None:
            assert eye.missing, id


def test_labels_are_english_sentences_for_translation() -> None:
    assert all(t.label and t.label.isascii() for t in TESTS.values())
    assert len({t.label for t in TESTS.values()}) == len(TESTS)
