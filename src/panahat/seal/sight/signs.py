"""Signs of symbol fonts by their names, and the stretches of a text that do not show as they are said."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from panahat.seal.sight.styles import plain

_FONTS = frozenset(("symbol", "webdings", "wingdings", "wingdings 2", "wingdings 3", "marlett", "mt extra"))
_FIRST, _LAST = "\uf000", "\uf0ff"


def symbol(font: str, code: str) -> str:
    """A sign of a font, whatever letter stands in its place."""
    return " ".join(("‹symbol", *font.split(), f"{code.upper()}›"))


def letters(data: str, fonts: Mapping[str, str]) -> str:
    """The text in these fonts (attributes of w:rFonts), signs of a symbol font by name."""
    if not fonts and max(data) < _FIRST:
        return data
    font = next((f for key in ("ascii", "hAnsi") if (f := plain(fonts).get(key, ""))), "")
    signs = font.lower() in _FONTS
    return "".join(
        symbol(font, f"{ord(c):04X}") if _FIRST <= c <= _LAST or (signs and not c.isspace()) else c for c in data
    )


@dataclass(frozen=True, slots=True)
class Mark:
    """Characters `start` to `end` of a paragraph do not show as they are said; `how` is one of `looks`."""

    start: int
    end: int
    how: str


def marks(pieces: Sequence[tuple[str, str]]) -> tuple[Mark, ...]:
    """The stretches that do not show, joined where they touch; empty space hides nothing."""
    if not any(how for _, how in pieces):
        return ()
    out: list[Mark] = []
    at = 0
    for text, how in pieces:
        end = at + len(text)
        if how and out and out[-1].how == how and out[-1].end == at:
            out[-1] = Mark(out[-1].start, end, how)
        elif how and text.strip():
            out.append(Mark(at, end, how))
        at = end
    return tuple(out)
