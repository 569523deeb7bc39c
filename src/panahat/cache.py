"""Compiled templates and law kept between runs; never anything from a case.

One folder, `$XDG_CACHE_HOME/panahat` (mode 700, owned by the user, else no cache is used), one file an entry, named by
kind and by a digest of everything the entry was made from. A missing, foreign or damaged entry is made anew.
`PANAHAT_CACHE=off` turns it off; `PANAHAT_CACHE=DIR` names another folder.
"""

from __future__ import annotations

import contextlib
import os
import stat
from pathlib import Path


def folder() -> Path | None:
    """The cache folder, made if need be; None where there can be none that only the user may write to."""
    chosen = os.environ.get("PANAHAT_CACHE", "")
    if chosen == "off":
        return None
    base = Path(chosen) if chosen else Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "panahat"
    try:
        base.mkdir(mode=0o700, parents=True, exist_ok=True)
        found = base.stat()
    except (OSError, RuntimeError):
        return None
    mine = not hasattr(os, "getuid") or found.st_uid == os.getuid()
    return base if mine and not stat.S_IMODE(found.st_mode) & 0o022 else None


def load(kind: str, digest: str) -> bytes | None:
    """The entry, or None."""
    base = folder()
    if base is None:
        return None
    try:
        return (base / f"{kind}-{digest}").read_bytes()
    except OSError:
        return None


def store(kind: str, digest: str, content: bytes) -> None:
    """Keeps `content`, atomically; a cache that cannot be written is no error."""
    base = folder()
    if base is None:
        return
    import tempfile

    with contextlib.suppress(OSError):
        handle, name = tempfile.mkstemp(dir=base)
        try:
            with os.fdopen(handle, "wb") as out:
                out.write(content)
            Path(name).replace(base / f"{kind}-{digest}")
        except BaseException:
            Path(name).unlink(missing_ok=True)
            raise
