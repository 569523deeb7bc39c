"""What changed inside a paragraph: the smallest set of words taken out and put in."""

from __future__ import annotations

import re
from dataclasses import dataclass

from panahat.aligning import opcodes

_TOKEN = re.compile(r"\d+(?:[.,/:]\d+)*|\w+|\s|[^\w\s]")
NBSP = "\u00a0"


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of two texts: `old` and `new` are equal where nothing changed, else one may be empty.

    `at` and `to` are the places of `old` and `new` in their texts, in characters from 0.
    """

    old: str
    new: str
    at: int
    to: int

    @property
    def changed(self) -> bool:
        return self.old != self.new

    @property
    def seen(self) -> tuple[str, str]:
        """Both texts as a reader sees the change: where only the kind of a space differs, a no-break space is «⍽»."""
        if self.old and self.new and _plain(self.old) == _plain(self.new):
            return self.old.replace(NBSP, "⍽"), self.new.replace(NBSP, "⍽")
        return self.old, self.new


def tokens(text: str) -> list[str]:
    """The words, numbers (dates whole), spaces and signs of `text`; joined they give it back."""
    return _TOKEN.findall(text)


def pieces(old: str, new: str) -> tuple[Piece, ...]:
    """Both texts in stretches, equal and changed by turns, with as few changed words as there can be."""
    left, right = tokens(old), tokens(new)
    rough = [(same, left[a:b], right[c:d]) for a, b, c, d, same in opcodes(left, right)]
    return _placed(_readable(rough))


def _readable(rough: list[tuple[bool, list[str], list[str]]]) -> list[tuple[str, str]]:
    """Changed words with only a space between them become one change: people read phrases, not letters."""
    out: list[tuple[bool, str, str]] = []
    for n, (same, a, b) in enumerate(rough):
        old, new = "".join(a), "".join(b)
        bridge = same and 0 < n < len(rough) - 1 and not old.strip() and _phrase(rough[n - 1]) and _phrase(rough[n + 1])
        if out and (bridge or not same) and not out[-1][0]:
            out[-1] = (False, out[-1][1] + old, out[-1][2] + new)
        else:
            out.append((same, old, new))
    return [(old, new) for _, old, new in out]


def _phrase(piece: tuple[bool, list[str], list[str]]) -> bool:
    """Whether both sides of a changed stretch have words."""
    return any(t.strip() for t in piece[1]) and any(t.strip() for t in piece[2])


def _placed(stretches: list[tuple[str, str]]) -> tuple[Piece, ...]:
    out, at, to = [], 0, 0
    for old, new in stretches:
        out.append(Piece(old, new, at, to))
        at += len(old)
        to += len(new)
    return tuple(out)


def _plain(text: str) -> str:
    return " ".join(text.split()) if text.strip() else " "
