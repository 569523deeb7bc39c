"""Three values: True holds, False fails, None is not known because a fact is missing (Kleene's strong logic)."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeAlias

Truth: TypeAlias = bool | None


def every(truths: Iterable[Truth]) -> Truth:
    """True if all hold (or there are none), False if one fails, else None."""
    seen = list(truths)
    if any(t is False for t in seen):
        return False
    return None if any(t is None for t in seen) else True


def some(truths: Iterable[Truth]) -> Truth:
    """True if one holds, False if all fail (or there are none), else None."""
    seen = list(truths)
    if any(t is True for t in seen):
        return True
    return None if any(t is None for t in seen) else False


def no(truth: Truth) -> Truth:
    """The opposite; what is not known stays so."""
    return None if truth is None else not truth


def none(truths: Iterable[Truth]) -> Truth:
    """True if all fail (or there are none), False if one holds, else None."""
    return no(some(truths))
