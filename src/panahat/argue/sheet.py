"""A small YAML file as plain data with the place of every key and item; every scalar is text."""

from __future__ import annotations

from typing import Any

from msgspec import Struct

from panahat import opener
from panahat.argue import codes
from panahat.problems import Code, Path, Problem, Refused

_DEEPEST = 40


class Sheet(Struct):
    """One file: its name on the library, its data (mappings, lists, text), where everything stands, what is wrong."""

    name: str
    data: Any = None
    places: dict[Path, tuple[int, int]] = {}
    problems: list[Problem] = []

    def say(self, code: Code, path: Path = (), **facts: str) -> None:
        """Notes a problem at `path`, or at the nearest place above it."""
        near = path
        while near and near not in self.places:
            near = near[:-1]
        line, column = self.places.get(near, (1, 1))
        self.problems.append(Problem(code, self.name, path, line, column, facts))


def read_sheet(name: str, content: bytes) -> Sheet:
    """The file `name` from its bytes; a file that is no YAML has data None and a problem."""
    import yaml

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    sheet = Sheet(name)
    try:
        node = yaml.compose(opener.decode(content, name), loader)
    except Refused as refused:
        sheet.problems += refused.problems
        return sheet
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
        sheet.problems.append(Problem(codes.UNREADABLE, name, (), line, column))
        return sheet
    if node is not None and _once(node, sheet):
        sheet.data = _plain(node, (), sheet)
    return sheet


def _once(root: Any, sheet: Sheet) -> bool:
    """Whether no part of the file is used twice and none lies deeper than any file needs; else a problem says where."""
    seen: set[int] = set()
    waiting = [(root, 0)]
    while waiting:
        node, depth = waiting.pop()
        if id(node) in seen or depth > _DEEPEST:
            code = codes.ALIAS if id(node) in seen else codes.TOO_DEEP
            mark = node.start_mark
            sheet.problems.append(Problem(code, sheet.name, (), mark.line + 1, mark.column + 1))
            return False
        seen.add(id(node))
        below = [] if node.id == "scalar" else node.value
        waiting += [(x, depth + 1) for part in below for x in (part if isinstance(part, tuple) else (part,))]
    return True


def _plain(node: Any, path: Path, sheet: Sheet) -> Any:
    sheet.places.setdefault(path, (node.start_mark.line + 1, node.start_mark.column + 1))
    if node.id == "scalar":
        return node.value
    if node.id == "sequence":
        return [_plain(item, (*path, n), sheet) for n, item in enumerate(node.value)]
    found: dict[str, Any] = {}
    for key, value in node.value:
        field_path = (*path, str(key.value))
        sheet.places[field_path] = (key.start_mark.line + 1, key.start_mark.column + 1)
        if str(key.value) in found:
            sheet.say(codes.REPEATED_FIELD, field_path, field=str(key.value))
        found[str(key.value)] = _plain(value, field_path, sheet)
    return found
