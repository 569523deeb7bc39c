"""The sandbox: the one place where the words of templates and arguments are filled in.

Jinja compiles a text (`engine`); its code runs here (`runtime`) on plain dicts, lists, texts and whole numbers: nothing can
be called, a missing name stops at once, loops and sizes have limits (`limits`). `compile_text` keeps compiled code on disk,
never any data; `run_text` prints. The Word engine uses `runtime` as it is, with escaping.
"""

from __future__ import annotations

import hashlib
import marshal
import sys
from collections.abc import Callable, Mapping
from types import CodeType
from typing import Any

from panahat import cache
from panahat.sandbox.runtime import FILTERS, Fault, Surface, load, run

FORMAT = 1
Finalize = Callable[[Any], Any]


class BadText(Exception):
    """A text that cannot be compiled: `reason` in words, `line` in it (from 1)."""

    def __init__(self, reason: str, line: int) -> None:
        self.reason = reason
        self.line = line
        super().__init__(f"{reason} (line {line})")


def compile_text(source: str, name: str) -> CodeType:
    """The compiled code of a Jinja text called `name`. Raises BadText where it cannot be compiled or uses what is barred."""
    key = hashlib.sha256(f"{FORMAT}\0{sys.version}\0{name}\0{source}".encode()).hexdigest()
    kept = cache.load("text", key)
    if kept is not None:
        try:
            code = marshal.loads(kept)  # noqa: S302 - a folder only this user can write to
        except (EOFError, ValueError, TypeError):
            code = None
        if isinstance(code, CodeType):
            return code
    code = _compiled(source, name)
    cache.store("text", key, marshal.dumps(code))
    return code


def _compiled(source: str, name: str) -> CodeType:
    from jinja2 import TemplateSyntaxError

    from panahat.sandbox.engine import compile_source, forbidden

    try:
        barred = sorted(set(forbidden(source)))
        if barred:
            raise BadText(", ".join(barred), 1)
        return compile_source(source, name)
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


def run_text(code: CodeType, data: Mapping[str, Any], finalize: Finalize) -> str:
    """What the code prints with `data`, each printed value through `finalize`. Raises Fault (`kind`, `name`)."""
    return run(load(code), data, _Plain(finalize))


__all__ = ["BadText", "Fault", "compile_text", "run_text"]
