"""The library of templates, arguments and law: the shipped folder, with an office's own files laid over it, file by file."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator
from functools import cache, cached_property
from pathlib import Path, PurePosixPath

from msgspec import Struct

from panahat import opener


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
        for folder in self.folders:
            if _is_inside(name) and _is_there(folder / name):
                return folder / name
        return None

    def walk(self, under: str, suffix: str) -> Iterator[tuple[str, Path]]:
        """(name, file) of every file below `under` that ends in `suffix`, sorted by name, each name once."""
        if under not in self._listed:
            seen: dict[str, Path] = {}
            for folder in self.folders:
                for name in _files(str(folder / under), under and f"{under}/"):
                    seen.setdefault(name, folder / name)
            self._listed[under] = sorted(seen.items())
        yield from (found for found in self._listed[under] if found[0].endswith(suffix, len(under)))

    def seal(self, file: Path) -> bytes | None:
        """SHA-256 of a file's content, taken once; None where there is no file."""
        if file not in self._seals:
            content = opener.read_if_there(file)
            self._seals[file] = None if content is None else hashlib.sha256(content).digest()
        return self._seals[file]

    @cached_property
    def _listed(self) -> dict[str, list[tuple[str, Path]]]:
        return {}

    @cached_property
    def _seals(self) -> dict[Path, bytes | None]:
        return {}

    @cached_property
    def law_digest(self) -> str:
        """SHA-256 over the names and contents of all law files, independent of folder, clock and order on disk."""
        total = hashlib.sha256()
        for name, file in self.walk("law", ".yaml"):
            total.update(name.encode() + b"\0" + hashlib.sha256(opener.read(file, name=name)).digest())
        return total.hexdigest()


def _is_inside(name: str) -> bool:
    """Whether a name cannot lead out of its folder."""
    steps = PurePosixPath(name)
    return not steps.is_absolute() and ".." not in steps.parts


def _is_there(path: Path) -> bool:
    """Whether there is anything but a folder; what is no ordinary file is refused when it is read, not passed over."""
    return os.path.lexists(path) and not path.is_dir()


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
