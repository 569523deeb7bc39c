"""Jinja as Panahat allows it: a sandbox on plain data with no globals, few filters, and undefined names an error.

Code is compiled once for each text and kept in the cache (never any data). Escaping is the caller's: `finalize` is
called with every printed value.
"""

from __future__ import annotations

import hashlib
import marshal
import sys
from collections.abc import Callable, Mapping
from functools import cache
from types import CodeType
from typing import Any

from jinja2 import StrictUndefined, Template
from jinja2 import __version__ as jinja_version
from jinja2.sandbox import ImmutableSandboxedEnvironment

from panahat import cache as disk

FILTERS = ("join", "first", "last", "length")
TESTS = ("defined", "undefined", "equalto", "eq", "ne", "lt", "gt", "le", "ge", "in", "true", "false", "string")

Finalize = Callable[[Any], Any]


def _of_same_kind(change: Callable[[str], str]) -> Callable[[str], str]:
    """A filter that keeps what a text remembers (`again`), where it remembers anything."""

    def changed(text: str) -> str:
        again: Callable[[str], str] | None = getattr(text, "again", None)
        result = change(str(text))
        return again(result) if again else result

    return changed


OWN_FILTERS = {
    "capfirst": _of_same_kind(lambda text: text[:1].upper() + text[1:]),
    "lower": _of_same_kind(str.lower),
    "upper": _of_same_kind(str.upper),
}


class Sandbox(ImmutableSandboxedEnvironment):
    """A Jinja environment that can only print, choose and loop over the data it is given."""

    def __init__(self, finalize: Finalize | None = None) -> None:
        super().__init__(
            undefined=StrictUndefined,
            finalize=finalize,
            autoescape=False,
            trim_blocks=False,
            keep_trailing_newline=True,
            auto_reload=False,
            cache_size=0,
        )
        self.globals.clear()
        self.filters = {name: self.filters[name] for name in FILTERS} | OWN_FILTERS
        self.tests = {name: self.tests[name] for name in TESTS}

    def is_safe_callable(self, obj: Any) -> bool:
        """Nothing in the data may be called."""
        return False


@cache
def _compiler() -> Sandbox:
    return Sandbox(finalize=lambda value: value)


def compile_text(source: str, name: str) -> CodeType:
    """The compiled code of a Jinja text; `name` is what an error calls it. Raises jinja2.TemplateSyntaxError."""
    key = hashlib.sha256(f"{sys.version}\0{jinja_version}\0{name}\0{source}".encode()).hexdigest()
    kept = disk.load("text", key)
    if kept is not None:
        try:
            code = marshal.loads(kept)  # noqa: S302 - a folder only this user can write to
        except (EOFError, ValueError, TypeError):
            code = None
        if isinstance(code, CodeType):
            return code
    code = _compiler().compile(source, name, name)
    disk.store("text", key, marshal.dumps(code))
    return code


def run_text(code: CodeType, data: Mapping[str, Any], finalize: Finalize) -> str:
    """What the code prints with `data`. Raises jinja2.UndefinedError where a name is not in the data."""
    environment = Sandbox(finalize)
    return Template.from_code(environment, code, environment.make_globals(None)).render(data)
