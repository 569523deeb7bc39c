"""Rooms that are called like the function of their name: `panahat.draft(…)`, `panahat.render(…)`.

Python puts a room's module in the place of the function of the same name as soon as anything imports the room; so the
module itself is the function.
"""

from __future__ import annotations

import sys
from types import ModuleType
from typing import Any


class _Room(ModuleType):
    """A module that does, when called, what the function of its name in `panahat.api` does."""

    def __call__(self, *args: Any, **named: Any) -> Any:
        from panahat import api

        return getattr(api, self.__name__.rpartition(".")[2])(*args, **named)


def make_callable(name: str) -> None:
    """Makes the room called `name` callable."""
    sys.modules[name].__class__ = _Room
