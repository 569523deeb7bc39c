"""Ordinal numbers as Kazakh words, for parts and paragraphs: «бірінші», «он екінші»."""

from __future__ import annotations

from functools import cache

from panahat.shelf import shipped


def ordinal(n: int) -> str:
    """`n` from 1 to 999 as an ordinal word; ValueError otherwise."""
    if not 1 <= n <= 999:
        raise ValueError("an ordinal number of a unit is between 1 and 999")
    hundreds, tens, ones = n // 100, n % 100 - n % 10, n % 10
    values = [*([hundreds] if hundreds > 1 else ()), *([100] if hundreds else ()), *(v for v in (tens, ones) if v)]
    *head, last = values
    return " ".join([*(_numerals()[v][0] for v in head), _numerals()[last][1]])


@cache
def _numerals() -> dict[int, tuple[str, str]]:
    """Cardinal and ordinal by value: the list of the language room, so that one list serves both rooms."""
    import yaml

    read = yaml.load((shipped() / "language" / "kk" / "numerals.yaml").read_bytes(), Loader=yaml.CSafeLoader)
    return {value: (cardinal, ordinal) for value, (cardinal, ordinal) in read.items()}
