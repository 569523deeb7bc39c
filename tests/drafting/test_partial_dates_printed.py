"""Dates known in part come out as people say them, in every language; what nobody knows is left out."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from plainly import plain

from panahat.case.loading import load_bytes
from panahat.workspace import Workspace

CASES = Path(__file__).resolve().parents[2] / "cases"


def drafted(case: str, kind: str, language: str, **changes: Any) -> str:
    """The text of the draft of a worked case with `changes` («a__b» for a.b; None takes the fact away)."""
    data = yaml.load((CASES / f"{case}.yaml").read_text("utf-8"), yaml.BaseLoader)
    for path, value in changes.items():
        node: Any = data
        *above, last = (int(s) if s.isdigit() else s for s in path.split("__"))
        for step in above:
            node = node[step]
        if value is None:
            node.pop(last, None)
        else:
            node[last] = value
    workspace = Workspace.at(None)
    file = load_bytes(yaml.safe_dump(data, allow_unicode=True, width=10_000).encode(), "case.yaml")
    draft = workspace.draft(file, kind, language)
    return plain("\n".join(p.text for p in draft.paragraphs))


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("ru", ("В мае 2024 года: пытки.", "с 2021 года", "05.2024")),
        ("kk", ("2024 жылғы мамырда: азаптау.", "2021 жылы жариялаған", "05.2024")),
    ],
)
def test_a_complaint_says_as_much_as_is_known(language: str, expected: tuple[str, ...]) -> None:
    changes = {
        "risk__past_harm__0__on": "2024-05",
        "risk__past_harm__0__kind": "torture",
        "events__0__on": "2024-05",
        "extradition__wanted__since": "2021",
    }
    text = drafted("regional-critic", "supreme-court-complaint", language, **changes)
    for words in expected:
        assert words in text


def test_a_complaint_prints_no_date_where_nobody_knows_it() -> None:
    changes = {"risk__past_harm__0__on": "unknown", "risk__past_harm__0__kind": "torture"}
    assert "\nПытки. Исполнители" in drafted("regional-critic", "supreme-court-complaint", "ru", **changes).replace(
        "— ", ""
    )


@pytest.mark.parametrize(
    ("language", "expected"),
    [("ru", ("с мая 2021 года",)), ("kk", ("2021 жылғы мамырдан бері",)), ("en", ("since May 2021",))],
)
def test_a_letter_says_as_much_as_is_known(language: str, expected: tuple[str, ...]) -> None:
    text = drafted("journalist", "humanitarian-visa-letter", language, visa__acquaintance__since="2021-05")
    for words in expected:
        assert words in text


@pytest.mark.parametrize(
    ("language", "expected"), [("ru", "2019 год, город Уфа"), ("kk", "2019 жыл, Уфа қаласы"), ("en", "2019, Ufa")]
)
def test_the_table_of_a_letter_gives_the_year_of_birth_alone(language: str, expected: str) -> None:
    text = drafted("client-with-family", "humanitarian-visa-letter", language, visa__family__1__born__on="2019")
    assert expected in text.split("\n")
