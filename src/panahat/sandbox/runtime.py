"""What a compiled template runs on: plain data in, text out, and nothing else within reach.

Jinja reads the template (`engine`) and makes a tree of plain data; here the tree is walked: a closed list of operations that
know only dicts, lists, texts and numbers. No code is made of a template, and none can be hidden in a tree. `x.y` is a key of
a dict and never an attribute of an object, nothing can be called, a missing name (or None) stops at once, every printed
value is escaped. Jinja itself is not imported, which saves a command a fifth of its time.
"""

from __future__ import annotations

import operator
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any, NoReturn

from panahat.sandbox.limits import LIMITS

FORMAT = 4
"""Raised whenever trees change their form, so that an older cache is not used."""

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


def undefined(name: str) -> NoReturn:
    """Stops: the data has no `name`."""
    raise Fault("undefined", name)


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


def binary(sign: str, left: Any, right: Any) -> Any:
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

    def __init__(self, items: Sequence[Any]) -> None:
        self._items = items
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
    """What a walk goes by; one for each run, because it counts the rounds of all loops. `line`: where it is, or stopped."""

    getattr = staticmethod(field)
    finalize: Callable[[Any], Any] = staticmethod(printed)

    def __init__(self) -> None:
        self.line = 0
        self.rounds = 0
        self.filters = dict(FILTERS)

    def each(self, values: Any) -> list[Any]:
        """The list that a loop goes through, counted."""
        self.rounds += len(_list(values))
        if self.rounds > LIMITS["rounds"]:
            raise Fault("rounds")
        return _list(values)


class _Walk:
    """One walk over a tree: what it has printed, and the names that are set where it stands, before those of the data."""

    def __init__(self, data: Mapping[str, Any], surface: Surface) -> None:
        self.data = data
        self.names: dict[str, Any] = {}
        self.surface = surface
        self.pieces: list[str] = []
        self.size = 0

    def block(self, steps: Sequence[Any]) -> None:
        for step in steps:
            if isinstance(step, str):
                self.out(step)
            else:
                self.surface.line = step[1]
                _STEPS[step[0]](self, *step[2:])

    def out(self, text: str) -> None:
        self.pieces.append(text)
        self.size += len(text)
        if self.size > LIMITS["characters"]:
            raise Fault("size")

    def value(self, node: Sequence[Any]) -> Any:
        return _VALUES[node[0]](self, *node[1:])

    def print(self, node: Sequence[Any]) -> None:
        self.out(str(self.surface.finalize(self.value(node))))

    def choose(self, test: Sequence[Any], body: Sequence[Any], otherwise: Sequence[Any]) -> None:
        self.block(body if self.value(test) else otherwise)

    def loop(self, target: Any, values: Any, test: Any, body: Sequence[Any], otherwise: Sequence[Any]) -> None:
        """Walks `body` for each value; what it sets is forgotten after each round."""
        listed = self.surface.each(self.value(values))
        outer = self.names
        if test is not None:
            listed = [thing for thing in listed if self.fits(target, thing, test)]
        for thing, where in Loop(listed):
            self.names = {**outer, "loop": where}
            self.put(target, thing)
            self.block(body)
        self.names = outer
        if not listed:
            self.block(otherwise)

    def fits(self, target: Any, thing: Any, test: Sequence[Any]) -> bool:
        outer = self.names
        self.names = dict(outer)
        self.put(target, thing)
        found = bool(self.value(test))
        self.names = outer
        return found

    def assign(self, target: Any, node: Sequence[Any]) -> None:
        self.put(target, self.value(node))

    def put(self, target: Any, value: Any) -> None:
        """Names `value`, or each item of the list or pair that it is."""
        if isinstance(target, str):
            self.names[target] = value
            return
        if not isinstance(value, (list, tuple)):
            raise Fault("not-a-list")
        if len(value) != len(target):
            raise TypeError
        for name, item in zip(target, value, strict=True):
            self.put(name, item)

    def name(self, name: str) -> Any:
        value = self.names[name] if name in self.names else self.data.get(name)
        return undefined(name) if value is None else value

    def compare(self, first: Sequence[Any], *others: tuple[str, Sequence[Any]]) -> bool:
        left = self.value(first)
        for sign, node in others:
            right = self.value(node)
            if not _COMPARED[sign](left, right):
                return False
            left = right
        return True

    def condition(self, test: Sequence[Any], one: Sequence[Any], other: Sequence[Any] | None) -> Any:
        chosen = one if self.value(test) else other
        return undefined("… if …") if chosen is None else self.value(chosen)


_STEPS: Mapping[str, Callable[..., None]] = {
    "print": _Walk.print,
    "if": _Walk.choose,
    "for": _Walk.loop,
    "set": _Walk.assign,
}
_COMPARED: Mapping[str, Callable[[Any, Any], Any]] = {
    "eq": operator.eq,
    "ne": operator.ne,
    "gt": operator.gt,
    "gteq": operator.ge,
    "lt": operator.lt,
    "lteq": operator.le,
    "in": lambda part, whole: part in whole,
    "notin": lambda part, whole: part not in whole,
}
_VALUES: Mapping[str, Callable[..., Any]] = {
    "name": _Walk.name,
    "const": lambda walk, value: value,
    "list": lambda walk, *items: [walk.value(i) for i in items],
    "tuple": lambda walk, *items: tuple(walk.value(i) for i in items),
    "concat": lambda walk, *items: joined_text([walk.value(i) for i in items]),
    "cond": _Walk.condition,
    "filter": lambda walk, name, of, *args: walk.surface.filters[name](walk.value(of), *map(walk.value, args)),
    "test": lambda walk, name, of, *args: TESTS[name](walk.value(of), *map(walk.value, args)),
    "field": lambda walk, thing, name: walk.surface.getattr(walk.value(thing), name),
    "item": lambda walk, thing, key: item(walk.value(thing), walk.value(key)),
    "compare": _Walk.compare,
    "binary": lambda walk, sign, left, right: binary(sign, walk.value(left), walk.value(right)),
    "and": lambda walk, left, right: walk.value(left) and walk.value(right),
    "or": lambda walk, left, right: walk.value(left) or walk.value(right),
    "not": lambda walk, value: not walk.value(value),
}
"""All that a tree can ask for. Whatever else stands in one is a KeyError, whoever wrote it."""


def run(tree: Sequence[Any], data: Mapping[str, Any], surface: Surface | None = None) -> str:
    """The text that a compiled template prints with `data` (on `surface`: by default one that escapes for XML).

    Raises Fault, or TypeError where an operation does not fit its values.
    """
    walk = _Walk(data, surface or Surface())
    walk.block(tree)
    return "".join(walk.pieces)
