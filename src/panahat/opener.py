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

from panahat.messages import N_
from panahat.problems import Code, CodeBook, Problem, Refused

GREATEST = 20_000_000
"""The greatest size of any file that is read, in bytes."""

BOOK = CodeBook()
_ORDINARY = N_("What is read here is one ordinary file that the user may read.")

NONE = BOOK.error(
    "file/none",
    what=N_("There is no such file."),
    why=N_("Nothing can be read from this path."),
    remedy=N_("Check the name and the folder. A case file to begin with: panahat new KIND -o FILE."),
)
FOLDER = BOOK.error(
    "file/folder",
    what=N_("This is a folder, not a file."),
    why=_ORDINARY,
    remedy=N_("Name the file in it."),
)
NOT_ORDINARY = BOOK.error(
    "file/not-ordinary",
    what=N_("This is no ordinary file but a pipe, a socket or a device."),
    why=N_("Reading it could go on for ever."),
    remedy=N_("Copy what it gives into an ordinary file; a case may come on standard input with «-»."),
)
CIRCLE = BOOK.error(
    "file/circle",
    what=N_("The links by this name lead to one another in a circle."),
    why=N_("There is no file at their end."),
    remedy=N_("Delete the link, and put the file itself in its place."),
)
NAME = BOOK.error(
    "file/name",
    what=N_("No file can have this name: it is too long or holds a zero byte."),
    why=_ORDINARY,
    remedy=N_("Give the file a short name, and write it anew."),
)
CLOSED = BOOK.error(
    "file/closed",
    what=N_("This user may not read the file."),
    why=_ORDINARY,
    remedy=N_("Ask its owner for the right to read it, or copy it to a folder of your own."),
)
TOO_LARGE = BOOK.error(
    "file/too-large",
    what=N_("The file is larger than {limit} bytes."),
    why=N_("Nothing that people write for a case is so large; reading it could use up the memory of the computer."),
    remedy=N_("Look whether it is the right file; take pictures and foreign content out of a document."),
)
UNREADABLE = BOOK.error(
    "file/unreadable",
    what=N_("The system could not read the file ({reason})."),
    why=_ORDINARY,
    remedy=N_("Copy the file to another disk and try again."),
)
NO_INPUT = BOOK.error(
    "file/no-input",
    what=N_("Standard input is closed or cannot be read."),
    why=N_("With «-» the case is read from standard input."),
    remedy=N_("Name the file, or send its text: panahat check - < FILE."),
)
NOT_UTF8 = BOOK.error(
    "file/not-utf8",
    what=N_("The text is not in UTF-8."),
    why=N_("In another encoding its letters would be read wrongly."),
    remedy=N_("Open the file in the editor and save it again with the encoding UTF-8."),
)
_REASONS = {
    errno.ENOENT: NONE,
    errno.ENOTDIR: NONE,
    errno.ELOOP: CIRCLE,
    errno.ENAMETOOLONG: NAME,
    errno.EACCES: CLOSED,
    errno.EPERM: CLOSED,
    errno.EISDIR: FOLDER,
    errno.ENXIO: NOT_ORDINARY,
}
_FLAGS = os.O_RDONLY | sum(getattr(os, name, 0) for name in ("O_NONBLOCK", "O_NOCTTY", "O_CLOEXEC", "O_BINARY"))


def read(path: Path | str, limit: int = GREATEST, name: str = "") -> bytes:
    """The bytes of the file at `path`. Raises Refused with the one thing that stands against it, at `name` or the path."""
    name = name or str(path)
    try:
        with os.fdopen(os.open(path, _FLAGS), "rb") as stream:
            _judge(stream.fileno(), limit, name)
            content = stream.read(limit + 1)
    except (OSError, ValueError) as error:
        raise Refused([_problem(error, name)]) from None
    return whole(content, limit, name)


def whole(content: bytes, limit: int, name: str) -> bytes:
    """`content` itself. Raises Refused where it is larger than `limit`."""
    if len(content) > limit:
        raise Refused([_too_large(limit, name)])
    return content


def read_if_there(path: Path, limit: int = GREATEST, name: str = "") -> bytes | None:
    """The bytes of the file at `path`; None where there is none. Raises Refused as `read` does."""
    try:
        return read(path, limit, name)
    except Refused as refused:
        if refused.problems[0].code is NONE:
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
        raise Refused([Problem(NOT_UTF8, name, line=line, column=column)]) from None


def read_input(limit: int) -> bytes:
    """What standard input gives, at most one byte more than `limit`. Raises Refused where it gives nothing."""
    try:
        return sys.stdin.buffer.read(limit + 1)
    except (AttributeError, OSError, ValueError):
        raise Refused([Problem(NO_INPUT, "-")]) from None


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


def _judge(handle: int, limit: int | None, name: str) -> None:
    """Raises Refused where the open file is not ordinary, or larger than `limit`."""
    found = os.fstat(handle)
    if not stat.S_ISREG(found.st_mode):
        raise Refused([Problem(FOLDER if stat.S_ISDIR(found.st_mode) else NOT_ORDINARY, name)])
    if limit is not None and found.st_size > limit:
        raise Refused([_too_large(limit, name)])


def _too_large(limit: int, name: str) -> Problem:
    return Problem(TOO_LARGE, name, facts={"limit": f"{limit:,}".replace(",", " ")})


def _problem(error: OSError | ValueError, name: str) -> Problem:
    if isinstance(error, ValueError):
        return Problem(NAME, name)
    code = _REASONS.get(error.errno or 0, UNREADABLE)
    return Problem(code, name, facts={"reason": errno.errorcode.get(error.errno or 0, "?")})
