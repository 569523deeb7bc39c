"""The codes of this room, by name: `codes.DAMAGED`; what they say stands in `codes.txt`."""

from __future__ import annotations

from panahat.problems import Code, Codes

BOOK = Codes(__file__)


def __getattr__(name: str) -> Code:
    return BOOK.named(name)
