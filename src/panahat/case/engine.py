"""The validator of a case file, made from the pydantic models once and kept as a table.

Building fifty pydantic models takes longer than everything else `check` does. What pydantic hands to its core is plain
data, apart from our own functions and classes; written down by name it makes a table that the next run gives to
`pydantic_core` directly: same rules, same engine, no models. The table holds no fact of any case.
"""

from __future__ import annotations

import hashlib
import sys
from functools import cache
from pathlib import Path
from typing import Any

from msgspec import Struct
from msgspec.json import decode

from panahat import cache as disk
from panahat.case import kinds
from panahat.case.core import SchemaValidator, __version__
from panahat.case.groups import group_class, models_loaded
from panahat.case.shape import Shapes

_KIND = "case-schema"
_HERE = Path(__file__).parent
_SOURCES = (*sorted((_HERE / "models").glob("*.py")), _HERE / "kinds.py", _HERE / "limits.py", _HERE / "export.py")


class Engine(Struct, frozen=True, eq=False):
    """`validator` turns a tree of texts into groups of facts; `shapes` describes the schema."""

    validator: SchemaValidator
    shapes: Shapes


def engine() -> Engine:
    """The engine for this version of the models; from disk where it was made before."""
    return _engine(models_loaded())


@cache
def _engine(with_models: bool) -> Engine:
    """The engine; made anew when the models are loaded, because they change what a case is made of."""
    table = _revive(_table())
    return Engine(SchemaValidator(table["core"]), Shapes(table["shapes"]))


@cache
def shapes() -> Shapes:
    """The schema as a table, the same with the models and without."""
    return engine().shapes


def _table() -> bytes:
    """The table as JSON."""
    digest = _digest()
    table = disk.load(_KIND, digest)
    if table is None:
        import json

        from panahat.case.export import export

        table = json.dumps(export(), separators=(",", ":")).encode()
        disk.store(_KIND, digest, table)
    return table


def _digest() -> str:
    total = hashlib.sha256(f"{__version__} {sys.version_info[:3]}".encode())
    for file in _SOURCES:
        total.update(file.read_bytes())
    return total.hexdigest()


def _revive(content: bytes) -> dict[str, Any]:
    """The table with functions and classes in their places."""
    table: dict[str, Any] = decode(content)
    for (*path, last), what, name in table["named"]:
        place = table["core"]
        for step in path:
            place = place[step]
        place[last] = group_class(name) if what == "group" else getattr(kinds, name) if what == "kind" else ()
    return table
