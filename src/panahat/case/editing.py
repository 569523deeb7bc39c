"""Changes in the text of a case file: the smallest that does it. Comments, order and quotes stay; each change is proven.

A change is written into the text itself, between the places that libyaml gives, and the file is read again: the facts must be
the former ones with that one change, or the text stays as it was. A value at a mark «to be clarified» goes under its `value`.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from typing import Any

from panahat.case import codes
from panahat.case.editing_text import Page, at, with_value
from panahat.case.engine import shapes
from panahat.case.reading import Tree, read
from panahat.case.shape import CLARIFY, VALUE
from panahat.problems import Path, Problem, Refused


def put(text: str, path: Path, value: Tree, name: str = "-") -> str:
    """`text` with `value` at `path`; None leaves the key empty: not known. What is missing on the way is opened.

    A number one past the end of a list adds an entry. Raises Refused where the file cannot be read, or the change not be
    proven (`case/edit-unproven`); ValueError where no case has such a path.
    """
    if shapes().field(path) is None:
        raise ValueError("no case has such a path")
    tree = _facts(text, name)
    raw = _raw(tree, path)
    wanted = with_value(tree, raw, _normal(value))
    return _proven(text, wanted, lambda quoted: Page(text, quoted).put(raw, path, value), name, path)


def take(text: str, path: Path, name: str = "-") -> str:
    """`text` without the entry of a list at `path`; the list of the last one is not known then. Raises as `put`."""
    tree = _facts(text, name)
    raw = _raw(tree, path)
    entries = at(tree, raw[:-1])
    left = [entry for n, entry in enumerate(entries) if n != raw[-1]] or None
    wanted = with_value(tree, raw[:-1], left)
    return _proven(text, wanted, lambda _: Page(text).take(raw), name, path)


def move(text: str, path: Path, to: int, name: str = "-") -> str:
    """`text` with the entry of a list at `path` in place `to` (counted from 0), comments above it with it. Raises as `put`."""
    tree = _facts(text, name)
    raw = _raw(tree, path)
    entries = list(at(tree, raw[:-1]))
    entries.insert(to, entries.pop(int(raw[-1])))
    wanted = with_value(tree, raw[:-1], entries)
    return _proven(text, wanted, lambda _: Page(text).move(raw, to), name, path)


def clarify(text: str, path: Path, question: str, name: str = "-") -> str:
    """`text` with the fact at `path` marked to be clarified, its value kept. Raises as `put`."""
    tree = _facts(text, name)
    raw = _raw(tree, path)
    value = at(tree, raw)
    mark: dict[str, Tree] = {CLARIFY: question} if value is None else {VALUE: value, CLARIFY: question}
    marked = raw[:-1] if raw != path and raw[-1] == VALUE else raw
    wanted = with_value(tree, marked, _normal(mark))
    return _proven(text, wanted, lambda quoted: Page(text, quoted).put(marked, path, mark), name, path)


def fact(text: str, path: Path, name: str = "-") -> Tree:
    """What the file says at `path`, as it writes it; None where it says nothing. Raises Refused where it cannot be read."""
    tree = _facts(text, name)
    found: Tree = at(tree, _raw(tree, path)) if path else tree
    return found


def _facts(text: str, name: str) -> dict[str, Any]:
    """The tree of a file; an empty one holds no fact. Raises Refused where it cannot be read to its end."""
    try:
        reading = read(text.encode(), name)
    except Refused as refused:
        if {p.code for p in refused.problems} == {codes.EMPTY_FILE}:
            return {}
        raise
    if not reading.whole:
        raise Refused(reading.problems)
    return reading.tree


def _proven(text: str, wanted: Tree, made: Callable[[bool], str], name: str, path: Path) -> str:
    """What `made` gives, plainly or with new texts in quotes, once reading it gives `wanted`; Refused where neither does."""
    for quoted in (False, True):
        found = made(quoted)
        try:
            if _facts(found, name) == wanted:
                return found
        except Refused:
            continue
    raise Refused([Problem(codes.EDIT_UNPROVEN, name, path)])


def _normal(value: Tree) -> Tree:
    """`value` as the reader gives it back: letters composed, an empty text not known."""
    if isinstance(value, dict):
        return {key: _normal(below) for key, below in value.items()}
    if isinstance(value, list):
        return [_normal(below) for below in value]
    return unicodedata.normalize("NFC", value) if value else None


def _raw(tree: Tree, path: Path) -> Path:
    """`path` as the file has it: a fact that is marked stands under `value`."""
    raw: Path = ()
    here: Any = tree
    for step in (*path, None):
        if isinstance(here, dict) and here.keys() == {CLARIFY, VALUE} and step not in here:
            raw, here = (*raw, VALUE), here[VALUE]
        if step is not None:
            raw, here = (*raw, step), at(here, (step,))
    return raw
