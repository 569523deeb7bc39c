"""`panahat doctor`: every fault of an installation is named with its remedy, in the user's language; nothing is changed."""

from __future__ import annotations

import importlib.metadata
import json
import re
from pathlib import Path

import pytest
from plainly import run


def findings(*words: str) -> dict[str, dict[str, str]]:
    rows = json.loads(run("--lang", "en", *words, "doctor", "--json").output)["findings"]
    return {row["name"]: row for row in rows}


@pytest.fixture(autouse=True)
def _apart(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


@pytest.mark.parametrize("language", ["ru", "kk", "en"])
def test_a_sound_installation_is_called_ready_in_the_users_language(language: str) -> None:
    shown = run("--lang", language, "doctor")
    assert shown.exit_code == 0
    assert {"ru": "готов", "kk": "дайын", "en": "ready"}[language] in shown.output
    said = re.sub(
        r"panahat [a-z ]+|render --pdf|diff --docx|git diff|pip install \S+|\S*/\S+|Times.*Serif", "", shown.output
    )
    assert language == "en" or not re.search(r"\b(is|not|the|in|and|to)\b", said)


def test_every_part_is_looked_at() -> None:
    parts = {"Panahat", "Python", "packages", "templates", "law data", "cache", "the office's folder", "git"}
    assert parts | {"LibreOffice", "python-redlines", "font"} <= set(findings())


def test_a_package_of_another_version_is_named_with_both(monkeypatch: pytest.MonkeyPatch) -> None:
    known = importlib.metadata.version
    monkeypatch.setattr(importlib.metadata, "version", lambda name: "0.0.1" if name == "click" else known(name))
    found = findings()["packages"]
    assert found["state"] == "wrong"
    assert re.search(r"click 0\.0\.1 instead of \d", found["said"])
    assert run("doctor").exit_code == 1


def test_a_cache_that_others_may_write_is_to_be_mended(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shared = tmp_path / "cache"
    shared.mkdir()
    shared.chmod(0o777)
    monkeypatch.setenv("PANAHAT_CACHE", str(shared))
    found = findings()["cache"]
    assert found["state"] == "wrong"
    assert "chmod 700" in found["remedy"]
    monkeypatch.setenv("PANAHAT_CACHE", "off")
    assert findings()["cache"]["state"] == "optional"


def test_the_offices_folder_that_counts_here_is_named(tmp_path: Path) -> None:
    assert findings()["the office's folder"]["state"] == "optional"
    (tmp_path / "templates" / "arguments").mkdir(parents=True)
    assert findings()["the office's folder"]["state"] == "ok"
    (tmp_path / "empty").mkdir()
    assert findings("--templates", "empty")["the office's folder"]["state"] == "wrong"


def test_a_flaw_in_the_offices_templates_is_counted_and_the_command_that_shows_it_named(tmp_path: Path) -> None:
    broken = tmp_path / "office" / "arguments" / "mine" / "argument.yaml"
    broken.parent.mkdir(parents=True)
    broken.write_text("title: [", "utf-8")
    found = findings("--templates", "office")["templates"]
    assert (found["state"], found["remedy"]) == ("wrong", "See them with: panahat templates check")


def test_programs_that_are_not_there_are_optional(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    assert {findings()[name]["state"] for name in ("git", "LibreOffice")} == {"optional"}
    assert run("doctor").exit_code == 0
