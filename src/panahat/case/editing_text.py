"""The text of a case file with its nodes, in which one thing is changed; `editing` proves what comes of it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise, takewhile
from textwrap import wrap
from typing import Any

from panahat.case.engine import shapes
from panahat.case.reading import Tree
from panahat.case.shape import CLARIFY, VALUE
from panahat.messages import LANGUAGES
from panahat.problems import Path

_WIDTH = 120
_SHORT = 100
"""The longest text that stands beside its key; a longer one stands below it."""
_UNSAFE = re.compile(
    r"""^$|^[\s\-?:,\[\]{}#&*!|>'"%@`=<~]|\s$|:\s|:$|\s\#|[\n\t\x00-\x1f\x7f-\x9f\ufeff\u2028\u2029]|^(?:null|\.\.\.)$"""
)
"""Texts that a YAML file cannot write as they are; in brackets neither those of `_IN_BRACKETS`."""
_TOGETHER = frozenset({*LANGUAGES, CLARIFY, VALUE})
"""Keys that stand together in one line, in brackets, where there is room."""
_IN_BRACKETS = re.compile(r"[,\[\]{}]")
_DOUBLE, _SINGLE = '"', "'"


def at(tree: Any, path: Path) -> Any:
    """What a tree has at `path`; None where it has nothing."""
    for step in path:
        if isinstance(step, int):
            tree = tree[step] if isinstance(tree, list) and step < len(tree) else None
        else:
            tree = tree.get(step) if isinstance(tree, dict) else None
    return tree


def with_value(tree: Tree, path: Path, value: Tree) -> Any:
    """`tree` with `value` at `path`."""
    if not path:
        return value
    step, below = path[0], path[1:]
    if isinstance(step, int):
        entries = list(tree) if isinstance(tree, list) else []
        return [*entries[:step], with_value(at(entries, (step,)), below, value), *entries[step + 1 :]]
    return {**(tree if isinstance(tree, dict) else {}), step: with_value(at(tree, (step,)), below, value)}


class Page:
    """A text with its nodes, in which one thing is changed; `quoted` puts every new text in quotes."""

    def __init__(self, text: str, quoted: bool = False) -> None:
        import yaml

        self.text = text
        self._quoted = quoted
        self._break = "\r\n" if "\r\n" in text else "\n"
        self._root = yaml.compose(text, Loader=yaml.CBaseLoader)

    def put(self, raw: Path, path: Path, value: Tree) -> str:
        """The text with `value` at `raw`, which the schema calls `path`; what grows long in brackets is laid out in lines."""
        node, length, key = self._root, 0, None
        brackets: tuple[Any, Any, int] | None = None
        while length < len(raw) and (found := self._below(node, raw[length])):
            (key, node), length = found, length + 1
            if brackets is None and getattr(node, "flow_style", False):
                brackets = key, node, length
        if brackets and (length < len(raw) or node is not brackets[1]):
            written = self._inside(raw, path, value, key, node, length)
            line = written[written.rfind("\n", 0, brackets[1].start_mark.index) + 1 :].partition("\n")[0]
            if len(line) <= _WIDTH:
                return written
            return self._replace(*brackets[:2], with_value(_value(brackets[1]), raw[brackets[2] :], value))
        return self._inside(raw, path, value, key, node, length)

    def _inside(self, raw: Path, path: Path, value: Tree, key: Any, node: Any, length: int) -> str:
        """The text with `value` at `raw`, of which the file has `length` steps, the last behind `key` with the value `node`."""
        for step in reversed(raw[length + 1 if length < len(raw) else length :]):
            value = [value] if isinstance(step, int) else {step: value}
        if length == len(raw):
            return self._replace(key, node, value)
        step = raw[length]
        if node is None:
            return self._ended(self.text) + self._lines(self._entry(str(step), value, 0))
        if self._is_empty(node) or not node.value:
            return self._replace(key, node, [value] if isinstance(step, int) else {step: value})
        if isinstance(step, int):
            return self._append(node, value)
        steps = tuple(s for s in raw[:length] if s != VALUE) if len(raw) > len(path) else raw[:length]
        group = shapes().group_at(steps)
        return self._insert(node, str(step), value, list(group.fields) if group else [])

    def take(self, raw: Path) -> str:
        key, entries = self._found(raw[:-1])
        if len(entries.value) == 1:
            return self._replace(key, entries, None)
        n = int(raw[-1])
        if entries.flow_style:
            items = entries.value
            last = n == len(items) - 1
            start = self._end(items[n - 1]) if last else items[n].start_mark.index
            end = self._end(items[n]) if last else items[n + 1].start_mark.index
            return self.text[:start] + self.text[end:]
        start, end = self._stretches(entries)[n]
        return self.text[:start] + self.text[end:]

    def move(self, raw: Path, to: int) -> str:
        _, entries = self._found(raw[:-1])
        if entries.flow_style:
            spans = [(item.start_mark.index, self._end(item)) for item in entries.value]
            between = [self.text[a[1] : b[0]] for a, b in pairwise(spans)]
        else:
            spans, between = self._stretches(entries), [""] * (len(entries.value) - 1)
        parts = [self.text[start:end] for start, end in spans]
        parts = [p if entries.flow_style else self._ended(p) for p in parts]
        parts.insert(to, parts.pop(int(raw[-1])))
        joined = "".join(part + gap for part, gap in zip(parts, (*between, ""), strict=True))
        return self.text[: spans[0][0]] + joined + self.text[spans[-1][1] :]

    def _found(self, raw: Path) -> tuple[Any, Any]:
        key, node = None, self._root
        for step in raw:
            key, node = self._below(node, step) or (None, None)
        return key, node

    @staticmethod
    def _below(node: Any, step: str | int) -> tuple[Any, Any] | None:
        """(key, value) one step below a node; the key of an entry of a list is None."""
        kind = getattr(node, "id", "")
        if kind == "sequence" and isinstance(step, int) and step < len(node.value):
            return None, node.value[step]
        if kind == "mapping":
            return next(((k, v) for k, v in node.value if k.value == step), None)
        return None

    @staticmethod
    def _is_empty(node: Any) -> bool:
        return node.id == "scalar" and not node.style and node.value in ("", "null", "~")

    def _end(self, node: Any) -> int:
        """Where what the node says ends, without the comments that follow it."""
        start, end = int(node.start_mark.index), int(node.end_mark.index)
        if node.id == "scalar":
            return start + len(self.text[start:end].rstrip()) if node.style in ("|", ">") else end
        if node.flow_style or not node.value:
            return end
        if node.id == "sequence":
            return self._end(node.value[-1])
        key, value = node.value[-1]
        return int(max(self._end(value), self._colon(key)))

    def _colon(self, key: Any) -> int:
        return self.text.index(":", int(key.end_mark.index)) + 1

    def _line_start(self, at: int) -> int:
        return self.text.rfind("\n", 0, at) + 1

    def _line_end(self, at: int) -> int:
        """Where the line after the one of `at` begins."""
        found = self.text.find("\n", at)
        return len(self.text) if found < 0 else found + 1

    def _column(self, at: int) -> int:
        return at - self._line_start(at)

    def _ended(self, text: str) -> str:
        return text if not text or text.endswith("\n") else text + self._break

    def _lines(self, lines: Sequence[str]) -> str:
        return "".join(line + self._break for line in lines)

    def _replace(self, key: Any, node: Any, value: Tree) -> str:
        """The text with `value` in the place of `node`, which stands behind `key` or behind the dash of an entry."""
        start, end = node.start_mark.index, self._end(node)
        inside = self._in_brackets(node)
        behind = self._colon(key) if key is not None else self._dash(node) + 1 if not inside else start
        column = self._column(key.start_mark.index if key is not None else behind - 1) if not inside else 0
        inline, below = self._written(value, column + 2, inside, node)
        gap = " " if inline and self.text[start - 1 : start] in (":", "-") else ""
        if inside:
            said = inline or ("null" if key is None else "")
            return self.text[:start] + gap + said + self.text[end:]
        if node.id != "scalar" and not node.flow_style:
            if self._line_start(start) < behind:  # the group of an entry, behind its dash
                first = below[0].lstrip() if below else inline
                rest = self._break + self._lines(below[1:])[: -len(self._break)] if len(below) > 1 else ""
                return self.text[:start] + first + rest + self.text[end:]
            head = self.text[:behind] + (f" {inline}" if inline else "") + self.text[behind : self._line_start(start)]
            return head + self._lines(below) + self.text[self._line_end(end) :]
        ends, line = end, self._line_end(end)
        rest = self.text[line:]
        if getattr(node, "style", None) in ("|", ">"):
            ends = start + len(self.text[start:end].split(maxsplit=1)[0])
            line = self._line_end(ends)
        before = self.text[:start] if inline else self.text[:start].rstrip(" ")
        return self._ended(before + gap + inline + self.text[ends:line]) + self._lines(below) + rest

    def _in_brackets(self, node: Any) -> bool:
        """Whether a node stands inside { } or [ ]."""
        return any(a.start_mark.index < node.start_mark.index < a.end_mark.index for a in self._flows(self._root))

    def _flows(self, node: Any) -> Iterator[Any]:
        if node.id == "scalar":
            return
        if node.flow_style:
            yield node
            return
        for below in node.value:
            yield from self._flows(below[1] if node.id == "mapping" else below)

    def _dash(self, item: Any) -> int:
        return self.text.rindex("-", 0, max(item.start_mark.index, 1))

    def _append(self, entries: Any, value: Tree) -> str:
        last = entries.value[-1]
        if entries.flow_style:
            at = self._end(last)
            return f"{self.text[:at]}, {self._written(value, 0, True)[0]}{self.text[at:]}"
        at = self._stretches(entries)[-1][1]
        column = self._column(self._dash(entries.value[0]))
        return self._ended(self.text[:at]) + self._lines(self._item(value, column)) + self.text[at:]

    def _stretches(self, entries: Any) -> list[tuple[int, int]]:
        """(begin, end) of each entry in lines: the comments above an entry go with it, those indented below the last too."""
        column = self._column(self._dash(entries.value[0]))
        ends = [self._line_end(self._end(item)) for item in entries.value]
        for line in self.text[ends[-1] :].splitlines(keepends=True):
            if not line.lstrip().startswith("#") or len(line) - len(line.lstrip()) <= column:
                break
            ends[-1] += len(line)
        return list(zip([self._line_start(self._dash(entries.value[0])), *ends], ends, strict=False))

    def _insert(self, group: Any, key: str, value: Tree, order: Sequence[str]) -> str:
        """The text with a key put into a group, behind the one that stands before it in the schema."""
        rank = {name: n for n, name in enumerate(order)}
        before = [pair for pair in group.value if rank.get(pair[0].value, -1) < rank.get(key, len(rank))]
        if group.flow_style:
            said = f"{key}: {self._written(value, 0, True)[0]}".rstrip()
            if not before:
                at = group.value[0][0].start_mark.index
                return f"{self.text[:at]}{said}, {self.text[at:]}"
            at = max(self._end(before[-1][1]), self._colon(before[-1][0]))
            return f"{self.text[:at]}, {said}{self.text[at:]}"
        column = self._column(group.value[0][0].start_mark.index)
        lines = self._entry(key, value, column)
        start, end = self._line_start(group.value[0][0].start_mark.index), self._line_end(self._end(group))
        following = takewhile(lambda x: not x.strip() or x.lstrip().startswith("#"), self.text[end:].splitlines(True))
        shown = re.compile(
            rf"^ {{{column}}}#(?:{key}:| {key}: …)(?:.*?  # (?P<help>.*?))?(?:: panahat new .*)?\r?$", re.M
        )
        found = shown.search(self.text, start, end + sum(map(len, following)))
        if found:  # the line of the starter file that offers the key
            help = [f"{' ' * column}# {found['help']}"] if found["help"] else []
            at = self._line_end(found.end())
            return self.text[: found.start()] + self._lines([*help, *lines]) + self.text[at:]
        last = before[-1] if before else group.value[0]
        at = self._line_end(max(self._end(last[1]), self._colon(last[0])))
        if not before and self._column(last[0].start_mark.index) == len(self._indent(last[0].start_mark.index)):
            at = start
        return self._ended(self.text[:at]) + self._lines(lines) + self.text[at:]

    def _indent(self, at: int) -> str:
        line = self.text[self._line_start(at) : at]
        return line[: len(line) - len(line.lstrip(" "))]

    def _entry(self, key: str, value: Tree, column: int) -> list[str]:
        inline, below = self._written(value, column + 2, False)
        return [f"{' ' * column}{key}:" + (f" {inline}" if inline else ""), *below]

    def _item(self, value: Tree, column: int) -> list[str]:
        inline, below = self._written(value, column + 2, False, whole=True)
        if isinstance(value, dict) and below:
            return [f"{' ' * column}- {below[0].lstrip()}", *below[1:]]
        return [f"{' ' * column}- {inline}", *below]

    def _written(
        self, value: Tree, column: int, inside: bool, node: Any = None, *, whole: bool = False
    ) -> tuple[str, list[str]]:
        """(what stands beside the key, the lines below it, at `column`); `inside` brackets all stands beside it.

        `whole`: a group has a line for each key.
        """
        if value is None or value == "":
            return "", []
        if isinstance(value, str):
            return self._text(value, column, inside, getattr(node, "style", None))
        short = self._in_one_line(value)
        below_it = value.values() if isinstance(value, dict) else value
        plain = all(v is None or (isinstance(v, str) and "\n" not in v) for v in below_it)
        if isinstance(value, dict) and not getattr(node, "flow_style", False):
            plain = plain and value.keys() <= _TOGETHER
        if inside or not value or (plain and not whole and len(short) <= _SHORT):
            return short, []
        if isinstance(value, dict):
            return "", [line for key, below in value.items() for line in self._entry(key, below, column)]
        return "", [line for below in value for line in self._item(below, column)]

    def _in_one_line(self, value: Tree) -> str:
        if isinstance(value, dict):
            return "{" + ", ".join(f"{k}: {self._in_one_line(v)}".rstrip() for k, v in value.items()) + "}"
        if isinstance(value, list):
            return "[" + ", ".join(map(self._in_one_line, value)) + "]"
        return self._text(value, 0, True, None)[0] if value else ""

    def _text(self, value: str, column: int, inside: bool, style: str | None) -> tuple[str, list[str]]:
        if self._quoted:
            return self._double(value), []
        many = "\n" in value
        if not inside and (many or len(value) > _SHORT):
            rows = value.split("\n") if many else wrap(value, _WIDTH - column, **_WHOLE_WORDS)
            return ("|-" if many else ">-"), [f"{' ' * column}{row}".rstrip() for row in rows]
        if style == _SINGLE and not many:
            return "'" + value.replace("'", "''") + "'", []
        if style == _DOUBLE or _UNSAFE.search(value) or (inside and _IN_BRACKETS.search(value)):
            return self._double(value), []
        return value, []

    @staticmethod
    def _double(value: str) -> str:
        said = value.replace("\\", "\\\\").replace(_DOUBLE, '\\"').replace("\n", "\\n").replace("\t", "\\t")
        return f'"{said}"'


def _value(node: Any) -> Tree:
    """What a node says."""
    if node.id == "mapping":
        return {key.value: _value(below) for key, below in node.value}
    if node.id == "sequence":
        return [_value(below) for below in node.value]
    return None if Page._is_empty(node) else str(node.value)


_WHOLE_WORDS: Any = {"break_long_words": False, "break_on_hyphens": False}
