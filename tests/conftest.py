"""For every test: a cache of its own run, no network, no locale, office or case of the person who runs it."""

from __future__ import annotations

import gc
import os
import socket
from collections.abc import Callable, Iterator
from functools import cache, partial
from pathlib import Path

import pytest
from hypothesis import settings

REPO = Path(__file__).resolve().parents[1]


@pytest.fixture(scope="session", autouse=True)
def _own_cache(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    names = ("PANAHAT_CACHE", "PANAHAT_LANG", "XDG_STATE_HOME", "PYTHONDONTWRITEBYTECODE")
    before = {name: os.environ.get(name) for name in names}
    os.environ.pop(
        "PYTHONDONTWRITEBYTECODE", None
    )  # the program is compiled once, not by each command that a test starts
    root = tmp_path_factory.getbasetemp()
    root = root.parent if "PYTEST_XDIST_WORKER" in os.environ else root  # one for all workers of a run
    for name, folder in (("PANAHAT_CACHE", root / "cache"), ("XDG_STATE_HOME", root / "state")):
        folder.mkdir(mode=0o700, exist_ok=True)
        os.environ[name] = str(folder)
    os.environ["PANAHAT_LANG"] = "en"
    yield
    for name, value in before.items():
        if value is None:
            os.environ.pop(name, None)
        else:
            os.environ[name] = value


def pytest_collection_finish() -> None:
    """What is loaded by now stays: looking for garbage in it again and again would be a fifth of the time of all tests."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(100_000, 20, 20)


_OF_DOCUMENTS = {f"test_{name}" for name in ("templates", "damage", "output", "zip")}


@pytest.fixture(autouse=True)
def _no_cache(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where documents are made by hand, no compiled template is kept between tests unless a test asks for a cache."""
    if request.path.parent.name in ("render", "seal") or request.path.stem in _OF_DOCUMENTS:
        monkeypatch.setenv("PANAHAT_CACHE", "off")


@pytest.fixture(autouse=True)
def _elsewhere(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where drafts are opened, case files are looked for around the current folder too: not in this repository."""
    if request.path.parent.name in ("docket", "review", "versions"):
        (tmp_path / "here").mkdir()
        monkeypatch.chdir(tmp_path / "here")


@pytest.fixture(autouse=True)
def _no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("a test opened a network connection")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket, "create_connection", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)


@pytest.fixture(scope="session")
def _unpacked(tmp_path_factory: pytest.TempPathFactory) -> Callable[[], Path]:
    """The redline program, unpacked when it is first asked for and kept for the session."""
    from panahat.review.redlining import engine

    return cache(partial(engine._program, tmp_path_factory.mktemp("program")))


@pytest.fixture
def program_at_hand(_unpacked: Callable[[], Path], monkeypatch: pytest.MonkeyPatch) -> None:
    """For tests of what redlines say: the program is not unpacked anew for each, as it is for a user."""
    monkeypatch.setattr("panahat.review.redlining.engine._program", lambda _: _unpacked())


settings.register_profile("panahat", derandomize=True, deadline=None)
settings.load_profile("panahat")
