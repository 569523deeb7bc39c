"""What a compiled template runs on: plain data in, text out, and nothing else within reach.

Jinja compiles the template (`engine`); its code runs here, on functions of the same names that know only dicts, lists,
texts and numbers. `x.y` is a key of a dict and never an attribute of an object, nothing can be called, a missing name
(or None) stops at once, every printed value is escaped. Jinja itself is not imported, which saves a command a fifth of
its time.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import islice
from types import CodeType
from typing import Any

from panahat.sandbox.limits import LIMITS

EACH = "each"
"""The filter that `engine` puts round everything a loop goes through."""

missing: Any = object()

_SPECIAL = re.compile(
    '[&<>"\x00-\x1f\x7f-\x9f\u200b\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ufffe\uffff\ud800-\udfff]'
)
_ESCAPES = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;"}


class Fault(Exception):
    """The template and the data do not fit: `kind` is undefined, not-text, not-a-list, character, rounds or size.

    `name` is a name of the template or of a character, never a value.
    """

    def __init__(self, kind: str, name: str = "") -> None:
        self.kind = kind
        self.name = name
        super().__init__(f"{kind} {name}")


def printed(value: Any) -> str:
    """`value` as XML text. Raises Fault for all but text and whole numbers, and for control and hidden characters."""
    if isinstance(value, str):
        return value if _SPECIAL.search(value) is None else _SPECIAL.sub(_escape, value)
    if type(value) is int:
        return str(value)
    raise Fault("not-text")


def _escape(match: re.Match[str]) -> str:
    character = match[0]
    if character not in _ESCAPES:
        raise Fault("character", f"U+{ord(character):04X}")
    return _ESCAPES[character]


def undefined(hint: str = "", name: str = "", **_: Any) -> Any:
    """Stops: the data has no `name`."""
    raise Fault("undefined", name or hint)


def field(thing: Any, name: str) -> Any:
    """`thing.name`: a key of a dict, or what a loop knows of itself."""
    if isinstance(thing, dict):
        value = thing.get(name)
        if value is not None:
            return value
    elif type(thing) is Loop and name in LOOP:
        return getattr(thing, name)
    raise Fault("undefined", name)


def item(thing: Any, key: Any) -> Any:
    """`thing[key]`: a key of a dict or a place in a list."""
    if isinstance(thing, dict) and isinstance(key, str):
        return field(thing, key)
    if isinstance(thing, list) and type(key) is int and -len(thing) <= key < len(thing):
        return thing[key]
    raise Fault("undefined", key if isinstance(key, str) else "[…]")


def joined_text(parts: Iterable[Any], between: str = "") -> str:
    """`a ~ b`. Raises Fault where it would be longer than a part may be."""
    texts = [_text(part) for part in parts]
    if sum(map(len, texts)) + len(between) * len(texts) > LIMITS["characters"]:
        raise Fault("size")
    return between.join(texts)


def binary(_: Any, sign: str, left: Any, right: Any) -> Any:
    """`a + b`, `a - b`: of whole numbers, or two texts put together."""
    if type(left) is int and type(right) is int:
        return left + right if sign == "+" else left - right
    if sign == "+" and isinstance(left, str) and isinstance(right, str):
        return joined_text((left, right))
    raise TypeError


def _text(value: Any) -> str:
    if isinstance(value, str):
        return value
    if type(value) is int:
        return str(value)
    raise Fault("not-text")


def _list(value: Any) -> list[Any]:
    if isinstance(value, list):
        return value
    raise Fault("not-a-list")


def _end(values: Any, place: int) -> Any:
    if not _list(values):
        raise Fault("undefined", "[…]")
    return values[place]


def _length(value: Any) -> int:
    return len(value) if isinstance(value, str) else len(_list(value))


FILTERS: Mapping[str, Callable[..., Any]] = {
    "join": lambda values, between="": joined_text(_list(values), _text(between)),
    "first": lambda values: _end(values, 0),
    "last": lambda values: _end(values, -1),
    "length": _length,
    "lower": lambda text: _text(text).lower(),
    "upper": lambda text: _text(text).upper(),
    "capfirst": lambda text: _text(text)[:1].upper() + _text(text)[1:],
}
TESTS: Mapping[str, Callable[..., bool]] = {
    "odd": lambda n: bool(n % 2),
    "even": lambda n: not n % 2,
}
LOOP = frozenset(("index", "index0", "revindex", "revindex0", "first", "last", "length"))


class Loop:
    """`loop` inside a for: where it stands. Iterating gives (item, the loop itself)."""

    __slots__ = ("_items", "index0", "length")

    def __init__(self, items: Iterable[Any], *_: Any) -> None:
        self._items = list(items)
        self.length = len(self._items)
        self.index0 = -1

    def __iter__(self) -> Iterator[tuple[Any, Loop]]:
        for place, thing in enumerate(self._items):
            self.index0 = place
            yield thing, self

    @property
    def index(self) -> int:
        return self.index0 + 1

    @property
    def revindex(self) -> int:
        return self.length - self.index0

    @property
    def revindex0(self) -> int:
        return self.length - self.index0 - 1

    @property
    def first(self) -> bool:
        return self.index0 == 0

    @property
    def last(self) -> bool:
        return self.index0 == self.length - 1


class Surface:
    """What compiled code calls its environment; one for each run, because it counts the rounds of all loops."""

    getattr = staticmethod(field)
    getitem = staticmethod(item)
    finalize: Callable[[Any], Any] = staticmethod(printed)
    undefined = staticmethod(undefined)
    call_binop = staticmethod(binary)
    concat = staticmethod("".join)
    tests = TESTS

    def __init__(self) -> None:
        self.rounds = 0
        self.filters: dict[str, Callable[..., Any]] = {**FILTERS, EACH: self._each}

    def _each(self, values: Any) -> list[Any]:
        self.rounds += len(_list(values))
        if self.rounds > LIMITS["rounds"]:
            raise Fault("rounds")
        return _list(values)


class Names:
    """The data by name, as compiled code asks for it."""

    __slots__ = ("data", "exported_vars", "vars")

    def __init__(self, data: Mapping[str, Any]) -> None:
        self.data = data
        self.vars: dict[str, Any] = {}
        self.exported_vars: set[str] = set()

    def resolve_or_missing(self, name: str) -> Any:
        value = self.data.get(name)
        return missing if value is None else value


_PROVIDED = {
    "LoopContext": Loop,
    "TemplateRuntimeError": Fault,
    "Undefined": undefined,
    "identity": lambda value: value,
    "internalcode": lambda function: function,
    "missing": missing,
    "str_join": joined_text,
}


def load(code: CodeType) -> dict[str, Any]:
    """What compiled code defines: `root`, which prints the template piece by piece, and `debug_info`."""
    space: dict[str, Any] = {**_PROVIDED, "__builtins__": _BUILTINS, "environment": None}
    exec(code, space)  # noqa: S102 - compiled by `engine` from a checked template
    return space


def run(space: Mapping[str, Any], data: Mapping[str, Any], surface: Surface | None = None) -> str:
    """The text that a loaded template prints with `data` (on `surface`: by default one that escapes for XML).

    Raises Fault, or TypeError where an operation does not fit its values.
    """
    pieces: list[str] = []
    total = 0
    printing: Iterator[str] = space["root"](Names(data), missing, surface or Surface())
    while batch := list(islice(printing, 2000)):
        pieces += batch
        total += sum(map(len, batch))
        if total > LIMITS["characters"]:
            raise Fault("size")
    return "".join(pieces)


_BUILTINS = {"str": str, "KeyError": KeyError}
"""All that compiled code needs of Python; with nothing else there, nothing else can be reached."""
