"""Everything that can be wrong with a case file, by subject: the file, the schema, and rules between facts.

`BOOK` holds all of them; asking for it loads every subject, while a command loads only those it uses.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from panahat.case.codes.book import BOOK

__all__ = ["BOOK"]

_SUBJECTS = ("dates", "needs", "people", "procedure", "reading", "record", "schema", "visa", "writing")


def __getattr__(name: str) -> Any:
    if name != "BOOK":
        raise AttributeError(name)
    for subject in _SUBJECTS:
        import_module(f"{__name__}.{subject}")
    return import_module(f"{__name__}.book").BOOK
