"""Finding facts in a case by their paths, and walking over all of them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from panahat.case.engine import shapes
from panahat.case.shape import ROOT, GroupShape
from panahat.problems import Path

if TYPE_CHECKING:
    from panahat.case.models import Case

_STEP = re.compile(r"([a-z_]+)|\[(\d*)\]")


def path_of(dotted: str) -> Path:
    """The path of «asylum[0].status»: ("asylum", 0, "status")."""
    return tuple(m[1] or int(m[2]) for m in _STEP.finditer(dotted))


def get(case: Case, path: Path | str) -> Any:
    """The fact at `path`; None where it, or a group or item on the way to it, is not known.

    A path that no case has, such as «act.on» where a filing complains of no act, is not known either.
    """
    value: Any = case
    for step in path_of(path) if isinstance(path, str) else path:
        if value is None or value == "none" or value == ():
            return None
        if isinstance(step, int):
            value = value[step] if step < len(value) else None
        elif isinstance(value, dict):
            value = value.get(step)
        else:
            value = getattr(value, "schema_" if step == "schema" else step, None)
    return value


def latest(case: Case, dotted: str) -> Path:
    """The path of «asylum.decisions» with the last item of each list on the way: ("asylum", 1, "decisions", 0)."""
    path: Path = ()
    value: Any = case
    for step in filter(None, dotted.split(".")):
        path, value = (*path, step), None if value is None else getattr(value, step, None)
        if type(value) is tuple and value:  # a moment is a tuple, too
            path, value = (*path, len(value) - 1), value[-1]
    return path


def walk(case: Case) -> Iterator[tuple[Path, Any, str]]:
    """(path, value, description) of every known fact, in the order of the schema: texts, days, numbers, flags.

    `description` is the English help text of the fact's key (`messages.translator` turns it into the user's language).
    """
    return _walk(case, shapes()[ROOT], ())


def _walk(node: Any, group: GroupShape, path: Path) -> Iterator[tuple[Path, Any, str]]:
    for field in group.fields.values():
        value = getattr(node, field.attribute)
        here = (*path, field.key)
        if field.kind == "table":
            yield from (((*here, key), form, field.description) for key, form in value.items())
            continue
        items = [((*here, n), item) for n, item in enumerate(value or ())] if field.many else [(here, value)]
        for at, item in items:
            if item is None:
                continue
            if field.group and not isinstance(item, str):
                yield from _walk(item, shapes()[field.group], at)
            else:
                yield at, item, field.description


def expand(case: Case, pattern: str) -> Iterator[tuple[Path, Any]]:
    """(path, value) of every place that a pattern such as «asylum[].decisions[].on» names; the value may be None.

    A list that is not known, or empty, gives no place.
    """
    yield from _expand(case, (), pattern.split("."))


def _expand(value: Any, path: Path, steps: list[str]) -> Iterator[tuple[Path, Any]]:
    if not steps:
        yield path, value
        return
    name, many = steps[0].removesuffix("[]"), steps[0].endswith("[]")
    below = None if value is None or isinstance(value, str) else getattr(value, name)
    if not many:
        yield from _expand(below, (*path, name), steps[1:])
        return
    for n, item in enumerate(below or ()):
        yield from _expand(item, (*path, name, n), steps[1:])


def groups(case: Case) -> Iterator[tuple[Path, GroupShape, Any]]:
    """(path, shape, group) of every group of facts the case gives, each before those inside it, in the order of the schema."""
    kept, found = _last[0]
    if kept is not case:
        found = []
        _gather(case, shapes()[ROOT], (), found)
        _last[0] = case, found
    return iter(found)


_last: list[tuple[Case | None, list[tuple[Path, GroupShape, Any]]]] = [(None, [])]
"""The groups of the case that was last asked for: a dozen rules ask in turn."""


def _gather(node: Any, group: GroupShape, path: Path, found: list[tuple[Path, GroupShape, Any]]) -> None:
    found.append((path, group, node))
    for field in group.fields.values():
        value = getattr(node, field.attribute)
        if not field.group or value is None or isinstance(value, str):
            continue
        here = (*path, field.key)
        for at, item in [((*here, n), v) for n, v in enumerate(value)] if field.many else [(here, value)]:
            _gather(item, shapes()[field.group], at, found)


def texts(case: Case) -> Iterator[tuple[Path, Any]]:
    """(path, text) of every text by language: the groups Words and Text, in the order of the schema."""
    return ((path, text) for path, group, text in groups(case) if group.name in ("Words", "Text"))
