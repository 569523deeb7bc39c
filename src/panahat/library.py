"""The library of templates, arguments and law: the shipped folder, with an office's own files laid over it, file by file."""

from __future__ import annotations

import hashlib
import os
import time
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from functools import cache, cached_property
from pathlib import Path

from msgspec import DecodeError, Struct
from msgspec.json import decode, encode

from panahat import cache as disk
from panahat import opener

_SETTLED = 2_000_000_000
"""How long, in nanoseconds, a file must have been left alone before its looks may speak for its content."""
Look = tuple[int, int, int, int, int]


@cache
def shipped() -> Path:
    """The folder `templates/` that came with the program: inside the package when installed, else beside `src/`."""
    here = Path(__file__).resolve().parent
    inside = here / "templates"
    return inside if inside.is_dir() else here.parents[1] / "templates"


class Library(Struct, frozen=True, dict=True):
    """Folders in order of precedence; the first that has a file gives it."""

    folders: tuple[Path, ...]

    @classmethod
    def standing(cls, office: Path | None = None) -> Library:
        """The shipped library, with the folder `office` over it where given."""
        return cls((office.resolve(), shipped()) if office else (shipped(),))

    def find(self, name: str) -> Path | None:
        """The file `name` («filings/supreme-court-complaint/ru.docx»), or None."""
        if not _is_inside(name):
            return None
        files = (f"{folder}/{name}" for folder in self.folders)
        return next((Path(file) for file in files if _is_there(file)), None)

    def files(self, under: str) -> Mapping[str, str]:
        """The path of every file below `under` by its name, sorted by name, each name once."""
        if under not in self._listed:
            seen: dict[str, str] = {}
            for folder in self.folders:
                for name in _files(f"{folder}/{under}", under and f"{under}/"):
                    seen.setdefault(name, f"{folder}/{name}")
            self._listed[under] = dict(sorted(seen.items()))
        return self._listed[under]

    def walk(self, under: str, suffix: str) -> Iterator[tuple[str, Path]]:
        """(name, file) of every file below `under` that ends in `suffix`, sorted by name, each name once."""
        yield from ((n, Path(f)) for n, f in self.files(under).items() if n.endswith(suffix, len(under)))

    def seals(self, files: Iterable[str]) -> dict[str, str]:
        """SHA-256 of each file's content by its path, without those that are not there.

        A file that nobody has touched since it was sealed (inode, size, times of its content and of its state, which no
        program can set) is not read again.
        """
        known = self._seals
        found: dict[str, str] = {}
        fresh = False
        for file in files:
            look = _look(file)
            if look is None or known.get(file, ((), ""))[0] != look:
                content = opener.read_if_there(file)
                if content is None:
                    continue
                known[file] = look or (0, 0, 0, 0, 0), hashlib.sha256(content).hexdigest()
                fresh |= look is not None
            found[file] = known[file][1]
        if fresh:
            kept = {file: seal for file, seal in known.items() if any(seal[0])}
            disk.store("seals", self._places, encode(kept))
        return found

    @cached_property
    def _listed(self) -> dict[str, dict[str, str]]:
        return {}

    @cached_property
    def _seals(self) -> dict[str, tuple[Look, str]]:
        with suppress(DecodeError):
            return decode(disk.load("seals", self._places) or b"{}", type=dict[str, tuple[Look, str]])
        return {}

    @cached_property
    def _places(self) -> str:
        return hashlib.sha256("\0".join(map(str, self.folders)).encode()).hexdigest()

    @cached_property
    def law_digest(self) -> str:
        """SHA-256 over the names and contents of all law files, independent of folder, clock and order on disk."""
        files = {name: file for name, file in self.files("law").items() if name.endswith(".yaml")}
        total = hashlib.sha256()
        seals = self.seals(files.values())
        for name, file in files.items():
            if file not in seals:
                opener.read(file, name=name)
            total.update(name.encode() + b"\0" + bytes.fromhex(seals[file]))
        return total.hexdigest()


def _look(file: str) -> Look | None:
    """By what a file shows that nobody has touched it; None where there is none, or it was touched just now."""
    try:
        found = os.stat(file)  # noqa: PTH116 - asked of some three hundred files by every command
    except (OSError, ValueError):
        return None
    settled = max(found.st_mtime_ns, found.st_ctime_ns) < time.time_ns() - _SETTLED
    if os.name == "nt" or not settled:  # Windows does not tell when a file's state was changed
        return None
    return found.st_dev, found.st_ino, found.st_size, found.st_mtime_ns, found.st_ctime_ns


def _is_inside(name: str) -> bool:
    """Whether a name cannot lead out of its folder."""
    return not name.startswith("/") and ".." not in name.split("/")


def _is_there(file: str) -> bool:
    """Whether there is anything but a folder; what is no ordinary file is refused when it is read, not passed over."""
    return os.path.lexists(file) and not os.path.isdir(file)  # noqa: PTH112 - asked for every text


def _files(folder: str, before: str) -> Iterator[str]:
    """The names, with `before` in front, of all files below `folder`; linked folders are not entered."""
    try:
        entries = list(os.scandir(folder))
    except OSError:
        return
    for entry in entries:
        if entry.is_dir(follow_symlinks=False):
            yield from _files(entry.path, f"{before}{entry.name}/")
        elif not (entry.is_symlink() and os.path.isdir(entry.path)):  # noqa: PTH112 - a circle of links is a file here
            yield before + entry.name
