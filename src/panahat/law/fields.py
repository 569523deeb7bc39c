"""The small parts that shapes of law entries are made of: each reads one node into plain data, or says what is wrong.

A `Read` takes (page, node, path) and returns JSON-ready data; on a flaw it records a problem and returns None.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

import yaml

from panahat.law.codes import MISSING_FIELD, UNKNOWN_FIELD, WRONG_TYPE
from panahat.law.nodes import Node, Page, Reference, is_null, pairs
from panahat.messages import N_
from panahat.problems import Path

Read = Callable[[Page, Node, Path], Any]

KEY = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
UNIT = re.compile(r"[0-9]+(?:[-.][0-9]+)*|[IVXLC]+|[A-Za-zА-Яа-яё]")
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")

_A_KEY = N_("a key of small Latin letters, digits and hyphens")
_A_COLUMN = N_("the name of a column: small Latin letters, digits, low lines")
_A_TEXT = N_("a text that is not empty")
_A_DAY = N_("a day that exists, written like 2026-02-09")
_A_FLAG = N_("true or false")
_A_NUMBER = N_("a whole number")
_A_LIST = N_("a list")
_A_GROUP = N_("a group of fields")
_A_UNIT = N_("the number or letter of an article, part or point, as the act writes it")
_ONE_OF = N_("one of the words that README.md lists for this field")


def _wrong(page: Page, node: Node, path: Path, expected: str) -> None:
    page.say(WRONG_TYPE, node, path, expected=f"@{expected}")


def scalar(expected: str, accept: Callable[[str], Any]) -> Read:
    """A text that `accept` turns into data; where it gives None, `expected` says what was wanted."""

    def read(page: Page, node: Node, path: Path) -> Any:
        value = accept(node.value) if isinstance(node, yaml.ScalarNode) and not is_null(node) else None
        if value is None:
            _wrong(page, node, path, expected)
        return value

    return read


def _as_day(value: str) -> str | None:
    if not _DAY.fullmatch(value):
        return None
    try:
        date.fromisoformat(value)
    except ValueError:
        return None
    return value


text = scalar(_A_TEXT, lambda v: v if v.strip() and v == v.strip() else None)
key = scalar(_A_KEY, lambda v: v if KEY.fullmatch(v) else None)
day = scalar(_A_DAY, _as_day)
column = scalar(_A_COLUMN, lambda v: v if re.fullmatch(r"[a-z][a-z0-9_]*", v) else None)
flag = scalar(_A_FLAG, {"true": True, "false": False}.get)
number = scalar(_A_NUMBER, lambda v: int(v) if re.fullmatch(r"\d{1,5}", v) else None)
unit = scalar(_A_UNIT, lambda v: v if UNIT.fullmatch(v) else None)


def one_of(*words: str) -> Read:
    """One of `words`."""
    return scalar(_ONE_OF, lambda v: v if v in words else None)


def refer(*sections: str) -> Read:
    """A key that must exist in one of `sections`."""

    def read(page: Page, node: Node, path: Path) -> Any:
        value = key(page, node, path)
        if value is not None:
            page.refers.append(Reference(sections, value, node, path))
        return value

    return read


def many(item: Read, least: int = 0) -> Read:
    """A list of `item`, of `least` entries or more."""

    def read(page: Page, node: Node, path: Path) -> Any:
        if not isinstance(node, yaml.SequenceNode) or len(node.value) < least:
            _wrong(page, node, path, _A_LIST)
            return None
        return [item(page, entry, (*path, n)) for n, entry in enumerate(node.value)]

    return read


def condition(page: Page, node: Node, path: Path) -> Any:
    """A condition as plain data: texts, lists and mappings; what it names is checked where conditions are."""
    if isinstance(node, yaml.MappingNode):
        return {n: condition(page, v, (*path, n)) for n, (_, v) in pairs(page, node, path).items()}
    if isinstance(node, yaml.SequenceNode):
        return [condition(page, v, (*path, n)) for n, v in enumerate(node.value)]
    return text(page, node, path)


def named(item: Read, name: Read = key) -> Read:
    """A group whose field names are free (each read by `name`), every value an `item`."""

    def read(page: Page, node: Node, path: Path) -> Any:
        if not isinstance(node, yaml.MappingNode):
            _wrong(page, node, path, _A_GROUP)
            return None
        fields = pairs(page, node, path)
        return {name(page, n, (*path, k)): item(page, v, (*path, k)) for k, (n, v) in fields.items()}

    return read


@dataclass(frozen=True)
class Need:
    """A field that must be there; with `nullable` it may say `null`."""

    read: Read
    nullable: bool = False


def group(fields: Mapping[str, Read | Need]) -> Read:
    """A group of the given fields: those in `Need` must be there, the others may; a `null` is as good as absent.

    The data keeps the order of the file, which says how an act nests its units.
    """
    known = ", ".join(fields)

    def read(page: Page, node: Node, path: Path) -> Any:
        if not isinstance(node, yaml.MappingNode):
            _wrong(page, node, path, _A_GROUP)
            return None
        given = pairs(page, node, path)
        out: dict[str, Any] = {}
        for name, (where, value) in given.items():
            field = fields.get(name)
            if field is None:
                page.say(UNKNOWN_FIELD, where, (*path, name), field=name, known=known)
            elif not is_null(value):
                reader = field.read if isinstance(field, Need) else field
                out[name] = reader(page, value, (*path, name))
        for name, field in fields.items():
            if isinstance(field, Need) and name not in out and not (field.nullable and name in given):
                page.say(MISSING_FIELD, given[name][1] if name in given else node, (*path, name), field=name)
        return out

    return read
