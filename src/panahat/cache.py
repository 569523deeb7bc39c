"""What was read, checked or compiled before, kept between runs: data only, never code, never anything from a case.

One folder, `$XDG_CACHE_HOME/panahat`, one file an entry, named by kind and by a digest of everything the entry was made
from. An entry counts only if its own digest is right, and that is made with a secret key kept elsewhere
(`$XDG_STATE_HOME/panahat/cache.key`): whoever can write entries but not read the key cannot make one, nor move one to
another name. Folder, entry and key must be the user's own, writable by nobody else, and no links; else they are as if they
were not there, and everything is made anew. `PANAHAT_CACHE=off` turns the cache off; `PANAHAT_CACHE=DIR` names another folder.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import stat
from functools import cache
from pathlib import Path

_SEAL = 32
_GREATEST = 64_000_000


def load(kind: str, digest: str) -> bytes | None:
    """The entry, unchanged since it was stored; None where there is none."""
    base, name = _folder(), f"{kind}-{digest}"
    if base is None or not _own_folder(base):
        return None
    kept = _read(base / name)
    key = _key(_secret())
    return kept[_SEAL:] if kept and key and kept[:_SEAL] == _seal(key, name, kept[_SEAL:]) else None


def store(kind: str, digest: str, content: bytes) -> None:
    """Keeps `content`, atomically; a cache that cannot be written is no error."""
    base, name = _folder(), f"{kind}-{digest}"
    if base is not None and _made(base) and (key := _key(_secret())):
        _write(base / name, _seal(key, name, content) + content)


def place() -> Path | None:
    """The folder of the cache; None where it is turned off."""
    return _folder()


def trusted() -> bool:
    """Whether the cache is used: its folder and its secret are the user's alone."""
    base = _folder()
    return base is not None and _made(base) and _key(_secret()) is not None


def _seal(key: bytes, name: str, content: bytes) -> bytes:
    return hashlib.blake2b(name.encode() + b"\0" + content, key=key, digest_size=_SEAL).digest()


def _folder() -> Path | None:
    chosen = os.environ.get("PANAHAT_CACHE", "")
    if chosen == "off":
        return None
    return _absolute(chosen) if chosen else _home("XDG_CACHE_HOME", ".cache", "panahat")


def _secret() -> Path | None:
    return _home("XDG_STATE_HOME", ".local/state", "panahat/cache.key")


def _home(variable: str, usual: str, name: str) -> Path | None:
    """`name` in the folder that the variable names, else in the usual one of the user; None where that is no full path."""
    folder = os.environ.get(variable) or os.path.expanduser(f"~/{usual}")  # noqa: PTH111 - asked for every entry
    return _absolute(f"{folder}/{name}")


@cache
def _absolute(path: str) -> Path | None:
    return Path(path) if Path(path).is_absolute() else None


@cache
def _key(place: Path | None) -> bytes | None:
    """The secret of this user, made when it is first needed; None where it cannot be kept."""
    if place is None or not _made(place.parent):
        return None
    if len(_read(place) or b"") != _SEAL:
        _write(place, os.urandom(_SEAL))
    key = _read(place)
    return key if key and len(key) == _SEAL else None


def _made(folder: Path) -> bool:
    """Whether the folder is there, made if need be, and the user's alone."""
    with contextlib.suppress(OSError):
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    return _own_folder(folder)


def _own_folder(folder: Path) -> bool:
    try:
        found = folder.lstat()
    except OSError:
        return False
    return stat.S_ISDIR(found.st_mode) and _own(found)


def _own(found: os.stat_result) -> bool:
    mine = not hasattr(os, "getuid") or found.st_uid == os.getuid()
    return mine and (os.name == "nt" or not stat.S_IMODE(found.st_mode) & 0o022)


def _read(file: Path) -> bytes | None:
    """The content of a regular file of the user's own; None for anything else."""
    flags = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
    try:
        with os.fdopen(os.open(file, flags), "rb") as stream:
            found = os.fstat(stream.fileno())
            whole = stat.S_ISREG(found.st_mode) and found.st_size <= _GREATEST
            return stream.read() if whole and _own(found) else None
    except OSError:
        return None


def _write(file: Path, content: bytes) -> None:
    import tempfile

    with contextlib.suppress(OSError):
        handle, name = tempfile.mkstemp(dir=file.parent)
        try:
            with os.fdopen(handle, "wb") as out:
                out.write(content)
            Path(name).replace(file)
        except BaseException:
            Path(name).unlink(missing_ok=True)
            raise
