"""The one way to the terminal: what leaves is shown, never obeyed.

Names, revisions, titles and texts come from outside and may hold escape sequences or marks that turn writing round. While a
command runs, everything written to standard output and standard error goes through here, whoever writes it: characters that
a terminal would obey are shown as `\\x1b` or `\\u202e`. Colours of our own are written with a mark drawn anew for each run,
which no text from outside can hold, and become colours only here.
"""

from __future__ import annotations

import codecs
import os
import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

_OBEYED = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")
_BREAKS = str.maketrans({"\n": r"\n", "\t": r"\t"})
_MARK = f"\x00{os.urandom(8).hex()}"
_STYLED = re.compile(rf"{_MARK}\[([0-9;]*)m")
_COLOURS = {"red": 31, "green": 32, "yellow": 33, "magenta": 35, "cyan": 36, "white": 37}


def visible(text: str) -> str:
    """`text` with every character that a terminal would obey written out, apart from line breaks and tabs."""
    return _OBEYED.sub(lambda m: f"\\x{ord(m[0]):02x}" if m[0] < "\x80" else f"\\u{ord(m[0]):04x}", text)


def one_line(text: str) -> str:
    """A name from outside as one line: line breaks and tabs written out too."""
    return visible(text.translate(_BREAKS))


def in_json(text: str) -> str:
    """JSON with every character that a terminal would obey as JSON writes it out."""
    return _OBEYED.sub(lambda m: f"\\u{ord(m[0]):04x}", text)


def echo(text: object = "", *, err: bool = False) -> None:
    """Prints a line."""
    print(text, file=sys.stderr if err else sys.stdout, flush=True)


def pour(text: str) -> None:
    """Prints a whole text with its own line ends, as UTF-8 whatever the locale."""
    if hasattr(sys.stdout, "reconfigure"):
        sys.stdout.reconfigure(encoding="utf-8", newline="\n")
    print(text, end="", flush=True)


def hand_on() -> None:
    """Hands on everything that was printed."""
    sys.stdout.flush()
    sys.stderr.flush()


def style(text: str, fg: str | None = None, *, bold: bool = False) -> str:
    """`text` to be shown in a colour where the terminal has colours."""
    chosen = ";".join(str(code) for code in (_COLOURS.get(fg or ""), 1 if bold else None) if code)
    return f"{_MARK}[{chosen}m{text}{_MARK}[0m" if chosen else text


class _Shown:
    """A stream that shows what is written to it; it has no `buffer`, so that nobody can write past it."""

    def __init__(self, stream: Any) -> None:
        self._stream = stream
        self._colours = stream.isatty()
        if hasattr(stream, "reconfigure"):
            ascii = codecs.lookup(stream.encoding or "ascii").name == "ascii"
            stream.reconfigure(encoding="utf-8" if ascii else stream.encoding, errors="backslashreplace")

    def write(self, text: str) -> int:
        pieces = _STYLED.split(text)
        pieces[::2] = map(visible, pieces[::2])
        pieces[1::2] = [f"\x1b[{codes}m" if self._colours else "" for codes in pieces[1::2]]
        self._stream.write("".join(pieces))
        return len(text)

    def writelines(self, lines: Any) -> None:
        for line in lines:
            self.write(line)

    def __getattr__(self, name: str) -> Any:
        if name == "buffer":
            raise AttributeError(name)
        return getattr(self._stream, name)


@contextmanager
def guarded() -> Iterator[None]:
    """While it lasts, everything printed is shown."""
    before = sys.stdout, sys.stderr
    shown = tuple(_Shown(stream) if stream else stream for stream in before)
    sys.stdout, sys.stderr = shown
    try:
        yield
    finally:
        for name, old, new in zip(("stdout", "stderr"), before, shown, strict=True):
            if getattr(sys, name) is new:
                setattr(sys, name, old)
