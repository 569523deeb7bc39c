"""The sandbox: the one place where the words of templates and arguments are filled in.

Jinja reads a text into a tree of plain data (`engine`), which is walked (`runtime`) on plain dicts, lists, texts and whole
numbers: nothing can be called, a missing name stops at once, loops and sizes have limits (`limits`). `compile_text` keeps
trees on disk, never any code or case; `run_text` prints. The Word engine uses `runtime` as it is, with escaping.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping
from typing import Any

from msgspec.json import decode, encode

from panahat import cache
from panahat.sandbox.runtime import FILTERS, FORMAT, Fault, Surface, run

Tree = list[Any]
Finalize = Callable[[Any], Any]


class BadText(Exception):
    """A text that cannot be compiled: `reason` in words, `line` in it (from 1)."""

    def __init__(self, reason: str, line: int) -> None:
        self.reason = reason
        self.line = line
        super().__init__(f"{reason} (line {line})")


def compile_text(source: str, dialect: str = "", to_jinja: Callable[[str], str] = str) -> Tree:
    """The compiled tree of a Jinja text, or of one in a `dialect` (its name and version) that `to_jinja` turns into Jinja.

    Raises BadText where it cannot be compiled or uses what is barred.
    """
    key = hashlib.sha256(f"{FORMAT}\0{dialect}\0{source}".encode()).hexdigest()
    kept = cache.load("text", key)
    if kept is not None:
        tree: Tree = decode(kept)
        return tree
    tree = _compiled(to_jinja(source))
    cache.store("text", key, encode(tree))
    return tree


def _compiled(source: str) -> Tree:
    from jinja2 import TemplateSyntaxError

    from panahat.sandbox.engine import compile_source, forbidden

    try:
        barred = sorted(set(forbidden(source)))
        if barred:
            raise BadText(", ".join(barred), 1)
        return compile_source(source)
    except TemplateSyntaxError as error:
        raise BadText(error.message or "", error.lineno) from None


class _Plain(Surface):
    """A surface that prints without escaping; filters keep what a text remembers (its `again`)."""

    def __init__(self, finalize: Finalize) -> None:
        super().__init__()
        self.finalize = finalize
        self.filters.update({name: _of_same_kind(FILTERS[name]) for name in ("capfirst", "lower", "upper")})


def _of_same_kind(change: Callable[..., Any]) -> Callable[[Any], Any]:
    def changed(text: Any) -> Any:
        again = getattr(text, "again", None)
        result = change(text)
        return again(result) if again else result

    return changed


def run_text(tree: Tree, data: Mapping[str, Any], finalize: Finalize) -> str:
    """What the tree prints with `data`, each printed value through `finalize`. Raises Fault (`kind`, `name`)."""
    return run(tree, data, _Plain(finalize))
