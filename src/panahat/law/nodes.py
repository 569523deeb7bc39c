"""A YAML file as nodes that know their line and column; every scalar is text, and a plain `null` is nothing."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import yaml

from panahat.law.codes import ALIAS, BROKEN_YAML, NOT_UTF8, REPEATED_FIELD
from panahat.problems import Code, Path, Problem

Node = Any
"""A node of PyYAML's composer (it has no types): ScalarNode, SequenceNode or MappingNode, or None for an empty file."""


@dataclass
class Page:
    """One file being read: its name, and every problem found in it so far."""

    name: str
    problems: list[Problem] = field(default_factory=list)
    refers: list[Reference] = field(default_factory=list)

    def say(self, code: Code, node: Node, path: Path = (), **facts: str) -> None:
        """Records a problem at `node`."""
        mark = node.start_mark if node is not None else None
        line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
        self.problems.append(Problem(code, self.name, path, line, column, facts))


@dataclass(frozen=True, slots=True)
class Reference:
    """A key written at a place, that must exist in one of the sections."""

    sections: tuple[str, ...]
    key: str
    node: Node
    path: Path


def compose(page: Page, content: bytes) -> Node:
    """The root node of the file; None (and a problem on the page) where the file cannot be read."""
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError:
        page.problems.append(Problem(NOT_UTF8, page.name, (), 1, 1))
        return None
    try:
        root = yaml.compose(text, yaml.CSafeLoader)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
        page.problems.append(Problem(BROKEN_YAML, page.name, (), line, column))
        return None
    except yaml.reader.ReaderError as error:
        line = text.count("\n", 0, error.position) + 1
        page.problems.append(Problem(BROKEN_YAML, page.name, (), line, 1))
        return None
    if root is None:
        page.problems.append(Problem(BROKEN_YAML, page.name, (), 1, 1))
        return None
    return root if _once(page, root) else None


def _once(page: Page, root: Node) -> bool:
    """Whether no node is used twice; each alias is a problem."""
    seen: set[int] = set()
    waiting, clean = [root], True
    while waiting:
        node = waiting.pop()
        if id(node) in seen:
            page.say(ALIAS, node)
            clean = False
            continue
        seen.add(id(node))
        if isinstance(node, yaml.SequenceNode):
            waiting += node.value
        elif isinstance(node, yaml.MappingNode):
            waiting += [part for pair in node.value for part in pair]
    return clean


def is_null(node: Node) -> bool:
    """Whether the node says «nothing»: a plain `null`, `~` or an empty value."""
    return isinstance(node, yaml.ScalarNode) and not node.style and node.value in ("null", "~", "")


def pairs(page: Page, node: yaml.MappingNode, path: Path) -> dict[str, tuple[Node, Node]]:
    """The fields of a mapping: name -> (node of the name, node of the value); a name given twice is a problem."""
    found: dict[str, tuple[Node, Node]] = {}
    for name, value in node.value:
        text = str(name.value)
        if text in found:
            page.say(REPEATED_FIELD, name, path, field=text)
        else:
            found[text] = (name, value)
    return found
