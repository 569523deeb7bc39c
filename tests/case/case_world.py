"""A small world for tests of the case room: a consistent invented case, ways to change it, and a small law."""

from __future__ import annotations

from collections.abc import Mapping
from copy import deepcopy
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from panahat.case.checking import check
from panahat.case.facts import path_of
from panahat.case.loading import CaseFile, load_bytes
from panahat.law.registry import Law, load_law
from panahat.library import Library
from panahat.problems import Problem, Refused

HERE = Path(__file__).parent
BASE = (HERE / "base.yaml").read_text("utf-8")
SECRET = "СЕКРЕТ-1234"
DELETE = object()
TODAY = date(2026, 11, 28)


@cache
def law() -> Law:
    """The law data that comes with the program."""
    return load_law(Library.standing(), TODAY)


def changed(changes: Mapping[str, Any], base: str = BASE) -> str:
    """`base` with the values at the given dotted paths replaced (DELETE takes a key or item away)."""
    tree = yaml.load(base, yaml.BaseLoader)
    for dotted, value in changes.items():
        *above, last = path_of(dotted)
        node = tree
        for step in above:
            node = node[step]
        if value is DELETE:
            del node[last]
        elif isinstance(node, list) and last == len(node):
            node.append(deepcopy(value))
        else:
            node[last] = deepcopy(value)
    return yaml.dump(tree, allow_unicode=True, sort_keys=False, width=10_000, default_style=None)


def load(text: str | bytes) -> CaseFile:
    return load_bytes(text if isinstance(text, bytes) else text.encode(), "case.yaml")


def refused(text: str | bytes) -> list[Problem]:
    """The problems for which `text` is refused; it must be refused."""
    try:
        load(text)
    except Refused as wrong:
        return wrong.problems
    raise AssertionError("the file was accepted")


def codes(problems: list[Problem]) -> list[str]:
    return [p.code.id for p in problems]


def checked(changes: Mapping[str, Any], **circumstances: Any) -> list[Problem]:
    """What `check` finds in the base case after `changes`."""
    asked: dict[str, Any] = {"needs": None, "final": False, "base": None, **circumstances}
    return check(load(changed(changes)), law(), **asked)


def late(changes: Mapping[str, Any], *, final: bool = False) -> list[Problem]:
    """What the periods of the filings that the case may become find in the base case after `changes`."""
    from panahat.workspace import Workspace

    found = Workspace.at(None).check(load(changed(changes)), final=final)
    return [p for p in found if p.code.id.startswith(("case/late", "draft/"))]
