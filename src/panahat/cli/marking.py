"""Changed words in the terminal: what was taken out and put in, with the text around it, the rest shortened."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from panahat.cli.terminal import style

if TYPE_CHECKING:
    from panahat.review.comparing import Piece

_CONTEXT = 60


def marked(pieces: Sequence[Piece]) -> str:
    """A text as «… [-old-]{+new+} …»."""
    return "".join(_piece(piece, n == 0, n == len(pieces) - 1) for n, piece in enumerate(pieces))


def _piece(piece: Piece, first: bool, last: bool) -> str:
    if not piece.changed:
        return shortened(piece.new, first=first, last=last)
    before, after = piece.seen
    old = style(f"[-{_seen(before)}-]", fg="red") if before else ""
    new = style(f"{{+{_seen(after)}+}}", fg="green") if after else ""
    return old + new


def _seen(text: str) -> str:
    """Tabs and line breaks made visible."""
    return text.replace("\n", "↵").replace("\t", "⇥")


def shortened(text: str, *, first: bool, last: bool) -> str:
    """The ends of a text that touch a change; its beginning where nothing changed."""
    if len(text) <= 2 * _CONTEXT:
        return text
    head = "" if first else text[:_CONTEXT].rsplit(" ", 1)[0]
    tail = "" if last else text[-_CONTEXT:].split(" ", 1)[-1]
    if first and last:
        return text[: 2 * _CONTEXT].rsplit(" ", 1)[0] + " …"
    return f"{head} … {tail}".strip(" ") if head and tail else (f"… {tail}" if tail else f"{head} …")
