"""A YAML file of the library as plain data with the place of every key and item; every scalar is text.

A plain `null`, `~` or empty value is None. Nothing is used twice, nothing lies deeper than any file needs.
"""

from __future__ import annotations

from typing import Any

from msgspec import Struct

from panahat import codes, opener
from panahat.problems import Code, Path, Problem, Refused

_DEEPEST = 40
_NULLS = ("null", "~", "")


class Page(Struct):
    """One file: its name on the library, its data (mappings, lists, texts), where everything stands, what is wrong.

    `refers` are the keys that must exist elsewhere: the sections that may have them, the key, its path.
    """

    name: str
    data: Any = None
    places: dict[Path, tuple[int, int]] = {}
    problems: list[Problem] = []
    refers: list[tuple[tuple[str, ...], str, Path]] = []

    def say(self, code: Code, path: Path = (), **facts: str) -> None:
        """Notes a problem at `path`, or at the nearest place above it."""
        line, column = self.place(path)
        self.problems.append(Problem(code, self.name, path, line, column, facts))

    def place(self, path: Path) -> tuple[int, int]:
        """Line and column of `path`, or of the nearest place above it."""
        while path and path not in self.places:
            path = path[:-1]
        return self.places.get(path, (1, 1))


def read_page(name: str, content: bytes) -> Page:
    """The file `name` from its bytes; a file that is no YAML has data None and a problem, an empty one only data None."""
    import yaml

    page = Page(name)
    try:
        text = opener.decode(content, name)
        root = yaml.compose(text, yaml.CSafeLoader)
    except Refused as refused:
        page.problems += refused.problems
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
        page.problems.append(Problem(codes.BROKEN, name, (), line, column))
    except yaml.YAMLError as error:  # from PyYAML's reader: a character, and where it stands
        page.problems.append(Problem(codes.BROKEN, name, (), text.count("\n", 0, error.args[1]) + 1, 1))
    else:
        if root is not None and _once(page, root):
            page.data = _plain(page, root, ())
    return page


def _once(page: Page, root: Any) -> bool:
    """Whether no part of the file is used twice and none lies too deep; else a problem says where."""
    seen: set[int] = set()
    waiting = [(root, 0)]
    while waiting:
        node, depth = waiting.pop()
        if id(node) in seen or depth > _DEEPEST:
            page.places[()] = (node.start_mark.line + 1, node.start_mark.column + 1)
            page.say(codes.ALIAS if id(node) in seen else codes.TOO_DEEP)
            return False
        seen.add(id(node))
        below = [] if node.id == "scalar" else node.value
        waiting += [(x, depth + 1) for part in below for x in (part if isinstance(part, tuple) else (part,))]
    return True


def _plain(page: Page, node: Any, path: Path) -> Any:
    page.places.setdefault(path, (node.start_mark.line + 1, node.start_mark.column + 1))
    if node.id == "scalar":
        return None if not node.style and node.value in _NULLS else node.value
    if node.id == "sequence":
        return [_plain(page, item, (*path, n)) for n, item in enumerate(node.value)]
    found: dict[str, Any] = {}
    for key, value in node.value:
        name = str(key.value)
        if name in found:
            page.places[(*path, name)] = (key.start_mark.line + 1, key.start_mark.column + 1)
            page.say(codes.REPEATED_FIELD, (*path, name), field=name)
            continue
        page.places[(*path, name)] = (key.start_mark.line + 1, key.start_mark.column + 1)
        found[name] = _plain(page, value, (*path, name))
    return found
