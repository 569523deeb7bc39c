"""Word files built by code are shared with the tests of the render room."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "render"))


@pytest.fixture(autouse=True)
def _elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Case files are looked for around the current folder too: not in this repository."""
    (tmp_path / "here").mkdir()
    monkeypatch.chdir(tmp_path / "here")


@pytest.fixture(scope="session", autouse=True)
def _no_program_left(_own_cache: None) -> Iterator[None]:
    """The program that makes redlines is unpacked once a run, and is too big to be left behind."""
    yield
    for unpacked in Path(os.environ["PANAHAT_CACHE"]).glob("docxodus-*"):
        shutil.rmtree(unpacked, ignore_errors=True)
