"""Every limit on a case file, in one table; tests lower them instead of building huge files."""

from msgspec import Struct


class Limits(Struct, frozen=True):
    """What the reader takes at most; beyond it a file is an attack or a mistake, refused with a plain message."""

    file_bytes: int = 1_000_000
    depth: int = 30
    nodes: int = 20_000
    items: int = 1_000
    """Entries of one list or one mapping."""
    scalar: int = 20_000
    """Characters of one value."""
    key: int = 60
    """Characters of one key."""
    problems: int = 200
    """Problems shown for one file; more would hide the first ones."""


LIMITS = Limits()

LINE = 300
"""Characters of a value that stands inside a sentence or a line."""
PROSE = 6_000
"""Characters of a value that is a text of several sentences."""
NAME = 80
"""Characters of one part of a name."""
ID = 60
"""Characters of an id."""
COUNT = 100_000_000
"""Largest whole number."""
FIRST_YEAR, LAST_YEAR = 1900, 2100
"""Years a date of a case can fall in; another year is a slip of the keys."""
