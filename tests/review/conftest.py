"""Word files built by code are shared with the tests of the render room."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "render"))


@pytest.fixture(autouse=True)
def _elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Case files are looked for around the current folder too: not in this repository."""
    (tmp_path / "here").mkdir()
    monkeypatch.chdir(tmp_path / "here")
