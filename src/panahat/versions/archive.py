"""Case files near documents, and the states that git keeps of them; each folder is looked through once."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from panahat import locked, opener
from panahat.git import Repository
from panahat.problems import Refused

if TYPE_CHECKING:
    from panahat.versions.naming import Named

COMMITS = 500
"""How many commits of a folder of cases are looked through, from the newest."""

_FILES = 2_000
_BYTES = 1_000_001
_SUFFIXES = tuple(ending + lock for ending in (".yaml", ".yml") for lock in ("", locked.SUFFIX))


@dataclass(frozen=True)
class Kept:
    """One state of a case file: its bytes, what to call it, and the commit it is from («»: as it lies on disk)."""

    content: bytes
    name: str
    path: Path
    commit: str = ""

    @cached_property
    def digest(self) -> str:
        return hashlib.sha256(self.content).hexdigest()

    @property
    def id(self) -> str:
        """The id that the case states, read without checking it."""
        for line in self.content.decode(errors="replace").splitlines():
            if line.startswith("id:"):
                return line.removeprefix("id:").split("#")[0].strip().strip("'\"")
        return ""


class Archive:
    """The states of case files, as they lie on disk and as git keeps them."""

    def __init__(self) -> None:
        self._today: dict[Path, list[Kept]] = {}
        self._former: dict[Path, list[Kept]] = {}

    def today(self, folders: Iterable[Path]) -> Iterator[Kept]:
        """Every case file that lies in one of the folders, each once."""
        seen: set[Path] = set()
        for folder in folders:
            key = folder.resolve()
            if key not in self._today:
                self._today[key] = list(_lying(folder))
            if key not in seen:
                seen.add(key)
                yield from self._today[key]

    def former(self, folders: Iterable[Path]) -> Iterator[Kept]:
        """Every state that git keeps of a case file in one of the folders, newest first in each."""
        seen: set[Path] = set()
        for folder in folders:
            key = folder.resolve()
            if key not in self._former:
                self._former[key] = list(_kept(folder))
            if key not in seen:
                seen.add(key)
                yield from self._former[key]

    def states(self, named: Named) -> Iterator[Kept]:
        """The state of a case file that was named, then, without a revision, its former ones, newest first."""
        yield Kept(named.read(), named.words, named.path, named.commit)
        if named.repository is None:
            place = named.path.resolve()
            yield from (k for k in self.former([named.path.parent]) if k.path.resolve() == place)

    def of_digest(self, digest: str, folders: Iterable[Path], stem: str = "") -> Kept | None:
        """The state with this SHA-256; among equal ones that of the file called `stem`. None where there is none."""
        folders = list(folders)
        for states in (self.today(folders), self.former(folders)):
            found = [kept for kept in states if kept.digest == digest]
            if found:
                return min(found, key=lambda kept: locked.plain(kept.path).stem != stem)
        return None


def near(document: Path) -> list[Path]:
    """Where the case of a document may lie: its folder, the one above, their `cases/`, and the same of the current one."""
    return [f for folder in (document.parent, document.parent.parent, Path()) for f in (folder, folder / "cases")]


def _lying(folder: Path) -> Iterator[Kept]:
    files = sorted(folder.iterdir()) if folder.is_dir() else []
    for path in [f for f in files if f.name.endswith(_SUFFIXES)][:_FILES]:
        if path.is_file() and path.stat().st_size < _BYTES:
            yield from _readable(opener.read_as_it_is(path), str(path), path)


def _readable(content: bytes, name: str, path: Path, commit: str = "") -> Iterator[Kept]:
    """The state, opened where it is locked; none where no key at hand opens it: another's case is passed by."""
    try:
        yield Kept(locked.opened(content, name, asking=False), name, path, commit)
    except Refused:
        return


def _kept(folder: Path) -> Iterator[Kept]:
    repository = Repository.around(folder)
    inside = repository.inside(folder.resolve()) if repository else None
    if repository is None or inside is None:
        return
    place = "" if inside == "." else f"{inside}/"
    specs = [f":(glob,top){place}*{suffix}" for suffix in _SUFFIXES]
    for commit, name, content in repository.history(specs, COMMITS):
        path = folder / name.removeprefix(place)
        yield from _readable(content, f"{path}@{commit}", path, commit)
