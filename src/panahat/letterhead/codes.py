"""What can be wrong with office.yaml and its logo: each code by its name here; its words stand in codes.txt."""

from __future__ import annotations

from panahat.problems import Code, Codes

BOOK = Codes(__file__)


def __getattr__(name: str) -> Code:
    return BOOK.named(name)
