"""The walk over YAML events that builds the tree, notes every place, and refuses what a case file must not hold."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from typing import Any

from panahat.case.characters import FORBIDDEN
from panahat.case.codes import reading as codes
from panahat.case.decoding import forbidden_code
from panahat.case.limits import Limits
from panahat.case.positions import Mark
from panahat.case.syntax import TEMPLATE
from panahat.problems import Code, Path, Problem

_NULLS = frozenset({"", "null", "~"})
_AWAIT_KEY = object()
_NOWHERE = object()


class _Frame:
    """An open list or mapping: its path, its node, the key that awaits a value, and where its keys stood."""

    __slots__ = ("flow", "key", "lines", "mark", "node", "path", "size")

    def __init__(self, path: Path, node: Any, mark: Mark, flow: bool) -> None:
        self.path = path
        self.node = node
        self.mark = mark
        self.flow = flow
        self.key: Any = _AWAIT_KEY
        self.lines: dict[str, int] = {}
        self.size = 0


class Walk:
    """Takes events one by one; afterwards `root`, `keys`, `values`, `broken`, `bare` and `problems` hold the result."""

    def __init__(self, name: str, limits: Limits, *, clean: bool) -> None:
        self.root: Any = None
        self.keys: dict[Path, Mark] = {}
        self.values: dict[Path, Mark] = {}
        self.broken: set[Path] = set()
        self.bare: set[Mark] = set()
        self.problems: list[Problem] = []
        self._name = name
        self._limits = limits
        self._clean = clean
        self._stack: list[_Frame] = []
        self._skipped = 0
        self._documents = 0
        self._nodes = 0

    def take(self, event: Any) -> bool:
        """Takes one event; False when reading on makes no sense."""
        kind = type(event).__name__
        if kind == "ScalarEvent":
            return self._count(event) and self._scalar(event)
        if kind == "MappingStartEvent":
            return self._count(event) and self._open(event, {})
        if kind == "SequenceStartEvent":
            return self._count(event) and self._open(event, [])
        if kind in ("MappingEndEvent", "SequenceEndEvent"):
            self._close()
        elif kind == "AliasEvent":
            return self._count(event) and self._alias(event)
        elif kind == "DocumentStartEvent":
            self._documents += 1
            if self._documents > 1:
                self._say(codes.SEVERAL_DOCUMENTS, _mark(event))
                return False
        return True

    def _say(self, code: Code, mark: Mark, path: Path = (), facts: Mapping[str, str] | None = None) -> None:
        self.problems.append(Problem(code, self._name, path, mark[0], mark[1], facts or {}))

    def _count(self, event: Any) -> bool:
        self._nodes += 1
        if self._nodes > self._limits.nodes:
            self._say(codes.TOO_MANY_NODES, _mark(event), (), {"limit": str(self._limits.nodes)})
            return False
        return True

    def _place(self, mark: Mark) -> Path | None:
        """The path at which the next value goes; None when it goes nowhere."""
        if not self._stack:
            return ()
        frame = self._stack[-1]
        if isinstance(frame.node, list):
            path = (*frame.path, len(frame.node))
            self.keys[path] = mark
            return path
        return None if frame.key is _NOWHERE else (*frame.path, frame.key)

    def _put(self, value: Any) -> None:
        """Puts a value where the innermost open node awaits one."""
        if not self._stack:
            self.root = value
            return
        frame = self._stack[-1]
        if isinstance(frame.node, list):
            frame.node.append(value)
        else:
            if frame.key is not _NOWHERE:
                frame.node[frame.key] = value
            frame.key = _AWAIT_KEY

    def _awaits_key(self) -> bool:
        return bool(self._stack) and isinstance(self._stack[-1].node, dict) and self._stack[-1].key is _AWAIT_KEY

    def _grow(self, mark: Mark) -> bool:
        """Counts one more entry of the innermost open node; False when there are too many."""
        frame = self._stack[-1]
        frame.size += 1
        if frame.size <= self._limits.items:
            return True
        self._say(codes.TOO_MANY_ITEMS, mark, frame.path, {"limit": str(self._limits.items)})
        return False

    def _is_item(self) -> bool:
        return bool(self._stack) and isinstance(self._stack[-1].node, list)

    def _scalar(self, event: Any) -> bool:
        if self._skipped:
            return True
        mark = _mark(event)
        if self._awaits_key():
            return self._grow(mark) and self._key(event, mark)
        if self._is_item() and not self._grow(mark):
            return False
        path = self._place(mark)
        value = self._text(event, mark, path)
        if path is not None:
            self.values[path] = mark
        if value is None and self._stack and self._stack[-1].flow and path is not None and isinstance(path[-1], str):
            self.bare.add(self.keys[path])
        self._put(value)
        return True

    def _text(self, event: Any, mark: Mark, path: Path | None) -> str | None:
        """The text of a scalar with everything refusable in it reported."""
        value: str = event.value
        where = path or ()
        self._marked(event, mark, where)
        if not event.style and value in _NULLS:
            return None
        if len(value) > self._limits.scalar:
            self._say(codes.VALUE_TOO_LONG, mark, where, {"limit": str(self._limits.scalar)})
            self.broken.add(where)
        if TEMPLATE.search(value):
            self._say(codes.TEMPLATE_SYNTAX, mark, where)
            self.broken.add(where)
        if "\t" in value:
            self._say(codes.TAB_IN_VALUE, mark, where)
            self.broken.add(where)
        if event.style == '"' or not self._clean:
            value = self._letters(value, mark, where)
        return value

    def _letters(self, value: str, mark: Mark, path: Path) -> str:
        """`value` without forbidden characters, letters composed; those from «\\u…» escapes are reported here."""
        found = FORBIDDEN.search(value)
        if found:
            if self._clean:
                code, facts = forbidden_code(found[0])
                self._say(code, mark, path, facts)
            self.broken.add(path)
            value = FORBIDDEN.sub("", value)
        return unicodedata.normalize("NFC", value)

    def _marked(self, event: Any, mark: Mark, path: Path) -> None:
        if event.anchor is not None:
            self._say(codes.ANCHOR, mark, path)
        if event.tag is not None:
            self._say(codes.TAG, mark, path)

    def _key(self, event: Any, mark: Mark) -> bool:
        """Takes a key; what cannot be one is reported, and its value goes nowhere."""
        frame = self._stack[-1]
        frame.key = _NOWHERE
        self._marked(event, mark, frame.path)
        key: str = event.value
        wrong = self._wrong_key(key, event.style)
        if wrong is not None:
            self._say(wrong, mark, frame.path, {"limit": str(self._limits.key)})
            return True
        if event.style == '"' or not self._clean:
            key = self._letters(key, mark, frame.path)
        if key in frame.lines:
            self._say(codes.DUPLICATE_KEY, mark, (*frame.path, key), {"line": str(frame.lines[key])})
            return True
        frame.lines[key] = mark[0]
        frame.key = key
        self.keys[(*frame.path, key)] = mark
        return True

    def _wrong_key(self, key: str, style: str) -> Code | None:
        if key == "<<" and not style:
            return codes.MERGE_KEY
        if key == "":
            return codes.KEY_NOT_TEXT
        if len(key) > self._limits.key:
            return codes.KEY_TOO_LONG
        return codes.TEMPLATE_SYNTAX if TEMPLATE.search(key) else None

    def _open(self, event: Any, node: Any) -> bool:
        mark = _mark(event)
        if len(self._stack) + self._skipped >= self._limits.depth:
            self._say(codes.TOO_DEEP, mark, (), {"limit": str(self._limits.depth)})
            return False
        if self._skipped:
            self._skipped += 1
            return True
        if self._awaits_key():
            frame = self._stack[-1]
            braces = frame.flow and mark == (frame.mark[0], frame.mark[1] + 1)
            self._say(codes.TEMPLATE_SYNTAX if braces else codes.KEY_NOT_TEXT, mark, frame.path)
            if braces:
                self.broken.add(frame.path)
            frame.key = _NOWHERE
            self._skipped = 1
            return True
        if self._is_item() and not self._grow(mark):
            return False
        path = self._place(mark)
        self._marked(event, mark, path or ())
        if path is None:
            self._stack[-1].key = _AWAIT_KEY
            self._skipped = 1
            return True
        self.values[path] = mark
        self._put(node)
        self._stack.append(_Frame(path, node, mark, bool(event.flow_style)))
        return True

    def _close(self) -> None:
        if self._skipped:
            self._skipped -= 1
        else:
            self._stack.pop()

    def _alias(self, event: Any) -> bool:
        if self._skipped:
            return True
        mark = _mark(event)
        if self._awaits_key():
            frame = self._stack[-1]
            self._say(codes.ALIAS, mark, frame.path)
            frame.key = _NOWHERE
            return True
        path = self._place(mark)
        self._say(codes.ALIAS, mark, path or ())
        if path is not None:
            self.broken.add(path)
        self._put(None)
        return True


def _mark(event: Any) -> Mark:
    start = event.start_mark
    return start.line + 1, start.column + 1
