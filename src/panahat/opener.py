"""The one opener of files from outside: an ordinary file of a sensible size that this user may read, or why it is not one.

Nothing here waits: a pipe, a socket, a device or a folder is told by what it is before a byte is read, and a file of more
than the limit by its size. Every refusal is a `Problem` with a remedy, never an exception of the system.
"""

from __future__ import annotations

import errno
import os
import stat
import sys
from pathlib import Path

from panahat import codes, locked
from panahat.problems import Code, Problem, Refused

GREATEST = 20_000_000
"""The greatest size of any file that is read, in bytes."""

_FLAGS = os.O_RDONLY | sum(getattr(os, name, 0) for name in ("O_NONBLOCK", "O_NOCTTY", "O_CLOEXEC", "O_BINARY"))


def read(path: Path | str, limit: int = GREATEST, name: str = "", *, asking: bool = True) -> bytes:
    """What the file at `path` holds, opened where it is locked; its passphrase is asked for only where `asking`.

    Raises Refused with the one thing that stands against it, at `name` or the path.
    """
    return locked.opened(read_as_it_is(path, limit, name), name or str(path), asking=asking)


def read_as_it_is(path: Path | str, limit: int = GREATEST, name: str = "") -> bytes:
    """The bytes of the file at `path`, locked or not. Raises Refused as `read` does."""
    name = name or str(path)
    try:
        handle = os.open(path, _FLAGS)
        try:
            pieces = [os.read(handle, _judge(handle, limit, name) + 1)]
            while pieces[-1] and sum(map(len, pieces)) <= limit:
                pieces.append(os.read(handle, limit))
        finally:
            os.close(handle)
    except (OSError, ValueError) as error:
        raise Refused([_problem(error, name)]) from None
    return whole(b"".join(pieces), limit, name)


def whole(content: bytes, limit: int, name: str) -> bytes:
    """`content` itself. Raises Refused where it is larger than `limit`."""
    if len(content) > limit:
        raise Refused([_too_large(limit, name)])
    return content


def read_if_there(path: Path | str, limit: int = GREATEST, name: str = "") -> bytes | None:
    """The bytes of the file at `path`; None where there is none. Raises Refused as `read` does."""
    try:
        return read(path, limit, name)
    except Refused as refused:
        if refused.problems[0].code is codes.NONE:
            return None
        raise


def read_text(path: Path, name: str = "") -> str:
    """The text of the file at `path`, without the mark of UTF-8. Raises Refused as `read` does, or where it is no UTF-8."""
    return decode(read(path, name=name), name or str(path))


def decode(content: bytes, name: str) -> str:
    """The text of `content` without the mark of UTF-8, its line breaks as LF. Raises Refused at what is no UTF-8."""
    try:
        return content.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
    except UnicodeDecodeError as wrong:
        line = content.count(b"\n", 0, wrong.start) + 1
        column = wrong.start - content.rfind(b"\n", 0, wrong.start)
        raise Refused([Problem(codes.NOT_UTF8, name, line=line, column=column)]) from None


def read_input(limit: int) -> bytes:
    """What standard input gives, at most one byte more than `limit`. Raises Refused where it gives nothing."""
    try:
        return sys.stdin.buffer.read(limit + 1)
    except (AttributeError, OSError, ValueError):
        raise Refused([Problem(codes.NO_INPUT, "-")]) from None


def against(path: Path, limit: int | None = None) -> Code | None:
    """What stands against reading the file at `path`; None where nothing does."""
    try:
        with os.fdopen(os.open(path, _FLAGS), "rb") as stream:
            _judge(stream.fileno(), limit, "")
    except (OSError, ValueError) as error:
        return _problem(error, "").code
    except Refused as refused:
        return refused.problems[0].code
    return None


def _judge(handle: int, limit: int | None, name: str) -> int:
    """The size of the open file. Raises Refused where it is not ordinary, or larger than `limit`."""
    found = os.fstat(handle)
    if not stat.S_ISREG(found.st_mode):
        raise Refused([Problem(codes.FOLDER if stat.S_ISDIR(found.st_mode) else codes.NOT_ORDINARY, name)])
    if limit is not None and found.st_size > limit:
        raise Refused([_too_large(limit, name)])
    return found.st_size


def _too_large(limit: int, name: str) -> Problem:
    return Problem(codes.TOO_BIG, name, facts={"limit": f"{limit:,}".replace(",", " ")})


def _problem(error: OSError | ValueError, name: str) -> Problem:
    if isinstance(error, ValueError):
        return Problem(codes.NAME, name)
    return Problem(_code(error.errno), name, facts={"reason": errno.errorcode.get(error.errno or 0, "?")})


def _code(number: int | None) -> Code:
    match number:
        case errno.ENOENT | errno.ENOTDIR:
            return codes.NONE
        case errno.ELOOP:
            return codes.CIRCLE
        case errno.ENAMETOOLONG:
            return codes.NAME
        case errno.EACCES | errno.EPERM:
            return codes.CLOSED
        case errno.EISDIR:
            return codes.FOLDER
        case errno.ENXIO:
            return codes.NOT_ORDINARY
        case _:
            return codes.UNREADABLE
