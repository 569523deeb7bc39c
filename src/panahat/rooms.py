"""How a room offers what its modules hold: each module is imported when the first of its names is asked for."""

from __future__ import annotations

import sys
from collections.abc import Callable
from importlib import import_module
from typing import Any


def opened(room: str, **modules: str) -> Callable[[str], Any]:
    """The `__getattr__` of the package `room`: «module="name other_name"» says where each of its names stands."""
    homes = {name: module for module, names in modules.items() for name in names.split()}

    def find(name: str) -> Any:
        if name not in homes:
            raise AttributeError(f"module {room} has no attribute {name}")
        found = getattr(import_module(f"{room}.{homes[name]}"), name)
        setattr(sys.modules[room], name, found)
        return found

    return find
