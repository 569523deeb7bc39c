"""The record of Kazakh corrections: what was mended stays mended; one that matches nothing is named with its place."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml

from panahat.drafting.corrections import NAME, correction_problems
from panahat.library import Library, shipped

ROOT = Path(__file__).parents[2]
TEXT = "arguments/ethnic-regional-targeting/kk.md"
RECORD = yaml.safe_load((shipped() / NAME).read_text("utf-8"))


def plain(text: str) -> str:
    return re.sub(r"\s+", " ", text.replace("\u2011", "-"))


def office(tmp_path: Path, *rows: dict[str, str]) -> Library:
    file = tmp_path / NAME
    file.parent.mkdir(parents=True)
    file.write_text(yaml.safe_dump(list(rows), allow_unicode=True), "utf-8")
    text = tmp_path / TEXT
    text.parent.mkdir(parents=True)
    text.write_text((shipped() / TEXT).read_text("utf-8"), "utf-8")
    return Library((tmp_path,))


def test_no_mended_words_stand_in_the_texts_again() -> None:
    assert not correction_problems(Library((shipped(),)))


def test_every_correction_is_taken_or_refused_with_a_reason() -> None:
    assert len(RECORD) == 288
    assert all(row.get("refused", "why").strip() and row.get("taken", "where").strip() for row in RECORD)


def test_nor_in_the_worked_cases() -> None:
    for row in RECORD:
        if row["text"].startswith("cases/") and "—" not in row["was"] and row["was"] != "рапорт":
            assert plain(row["was"]) not in plain((ROOT / row["text"]).read_text("utf-8"))


@pytest.mark.parametrize(
    ("row", "code"),
    [
        ({"was": (shipped() / TEXT).read_text("utf-8")[:25], "now": "…"}, "draft/correction-undone"),
        ({"was": "мұндай сөздер жоқ", "now": "…", "refused": "…"}, "draft/correction-unmatched"),
        ({"was": "…"}, "draft/bad-correction"),
    ],
)
def test_one_that_came_undone_or_matches_nothing_is_named_with_its_place(
    tmp_path: Path, row: dict[str, str], code: str
) -> None:
    (problem,) = correction_problems(office(tmp_path, {"text": TEXT, **row}))
    assert problem.code.id == code
    assert problem.file == NAME
    assert problem.line
    assert problem.facts.get("text", TEXT) == TEXT


def test_the_client_has_one_name_in_every_kazakh_text() -> None:
    texts = [p for kind in ("*.yaml", "*.md", "*.txt") for p in shipped().rglob(kind) if p.name != "lexicon.yaml"]
    texts += (ROOT / "src/panahat/messages").rglob("*.po")
    assert not [p.name for p in texts if "сенім білдіруш" in p.read_text("utf-8")]
    lexicon = (shipped() / "language/kk/lexicon.yaml").read_text("utf-8")
    assert not [line for line in lexicon.splitlines() if "сенім білдіруш" in line and not line.startswith("#")]
