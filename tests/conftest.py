"""For every test: a cache of its own run, no network, no locale, office or case of the person who runs it."""

from __future__ import annotations

import os
import socket
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

REPO = Path(__file__).resolve().parents[1]


@pytest.fixture(scope="session", autouse=True)
def _own_cache(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    before = {name: os.environ.get(name) for name in ("PANAHAT_CACHE", "PANAHAT_LANG", "XDG_STATE_HOME")}
    os.environ["PANAHAT_CACHE"] = str(tmp_path_factory.mktemp("cache"))
    os.environ["XDG_STATE_HOME"] = str(tmp_path_factory.mktemp("state"))
    os.environ["PANAHAT_LANG"] = "en"
    yield
    for name, value in before.items():
        if value is None:
            os.environ.pop(name, None)
        else:
            os.environ[name] = value


@pytest.fixture(autouse=True)
def _no_cache(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """In the rooms that make templates, no compiled template is kept between tests unless a test asks for a cache."""
    if request.path.parent.name in ("attacks", "render", "seal"):
        monkeypatch.setenv("PANAHAT_CACHE", "off")


@pytest.fixture(autouse=True)
def _elsewhere(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where drafts are opened, case files are looked for around the current folder too: not in this repository."""
    if request.path.parent.name in ("docket", "review"):
        (tmp_path / "here").mkdir()
        monkeypatch.chdir(tmp_path / "here")


@pytest.fixture(autouse=True)
def _no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("a test opened a network connection")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket, "create_connection", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)


settings.register_profile("panahat", derandomize=True, deadline=None)
settings.load_profile("panahat")
