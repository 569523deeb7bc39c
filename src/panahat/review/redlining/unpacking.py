"""A folder that is unpacked once and then used by every later run: there whole, or not there.

It is filled under a private name and takes its own name at one stroke, so a run that is cut off leaves nothing that looks
finished and of two runs at the same moment the first one wins. What it must hold is written down in it and looked at
before each use; a folder that lost a file or a part of one is made anew.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

_LIST = ".contents"
_UNFINISHED = ".unpacking-"
_STALE = 3600  # seconds after which an unfinished folder is nobody's


def unpacked(base: Path, name: str, unpack: Callable[[Path], None]) -> Path:
    """The folder `name` in `base`, filled by `unpack` unless it is whole. Raises OSError, or what `unpack` raises."""
    folder = base / name
    if _is_whole(folder):
        return folder
    _sweep(base)
    made = Path(tempfile.mkdtemp(prefix=_UNFINISHED, dir=base))
    try:
        unpack(made)
        (made / _LIST).write_text(_listed(made), "utf-8")
        _put(made, folder)
    finally:
        shutil.rmtree(made, ignore_errors=True)
    return folder


def _put(made: Path, folder: Path) -> None:
    """`made` takes the name of `folder`, unless somebody else has put a whole one there; a damaged one goes."""
    for _ in range(3):
        with contextlib.suppress(OSError):
            made.rename(folder)
            return
        if _is_whole(folder):
            return
        with contextlib.suppress(OSError):
            aside = Path(tempfile.mkdtemp(prefix=_UNFINISHED, dir=folder.parent))
            folder.rename(aside / "damaged")
            shutil.rmtree(aside, ignore_errors=True)
    made.rename(folder)


def _is_whole(folder: Path) -> bool:
    try:
        return (folder / _LIST).read_text("utf-8") == _listed(folder)
    except (OSError, UnicodeDecodeError):
        return False


def _listed(folder: Path) -> str:
    """Name and size of every file in `folder`, one a line."""
    found = []
    for root, _, files in os.walk(folder):
        for file in files:
            path = Path(root) / file
            if path != folder / _LIST:
                found.append(f"{path.relative_to(folder).as_posix()} {path.lstat().st_size}")
    return "\n".join(sorted(found))


def _sweep(base: Path) -> None:
    """Takes away what runs that were cut off have left."""
    for left in base.glob(f"{_UNFINISHED}*"):
        with contextlib.suppress(OSError):
            if time.time() - left.stat().st_mtime > _STALE:
                shutil.rmtree(left, ignore_errors=True)
