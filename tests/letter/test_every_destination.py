"""Every state of the law data can be asked: its letter is rendered in every language, tidy, its addressee at the head."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest
import yaml

from panahat.building import document
from panahat.case.loading import load_bytes
from panahat.drafting.model import Draft
from panahat.render.reading_back import paragraphs
from panahat.workspace import Workspace

CASE = Path(__file__).resolve().parents[2] / "cases/journalist.yaml"
KIND = "humanitarian-visa-letter"


@cache
def workspace() -> Workspace:
    return Workspace.at(None)


def letter(destination: str, language: str) -> Draft:
    data = yaml.load(CASE.read_text("utf-8"), yaml.BaseLoader)
    data["visa"] = {k: v for k, v in data["visa"].items() if k not in ("programme", "post")} | {
        "destination": destination
    }
    data["visa"]["post"] = workspace().law.destinations[destination].posts[0].key
    source = yaml.safe_dump(_known(data), allow_unicode=True, sort_keys=False)
    return workspace().draft(load_bytes(source.encode(), "case.yaml"), KIND, language)


def _known(data: object) -> object:
    if isinstance(data, dict):
        return {k: _known(v) for k, v in data.items() if v not in ("null", "")}
    return [_known(v) for v in data] if isinstance(data, list) else data


@pytest.mark.parametrize("language", ["ru", "kk", "en"])
@pytest.mark.parametrize("destination", list(workspace().law.destinations))
def test_a_letter_to_every_state_is_rendered_tidy(destination: str, language: str) -> None:
    draft = letter(destination, language)
    assert [p.facts for p in draft.problems if p.code.id == "draft/untidy"] == []
    printed = [p.text for p in paragraphs(document(workspace(), [draft])) if p.text]  # read back there, word by word
    assert set(printed) >= {p.text for p in draft.paragraphs}
    to = getattr(workspace().law.destinations[destination].posts[0].to, language)
    assert to in [text.replace("\u00a0", " ") for text in printed]
