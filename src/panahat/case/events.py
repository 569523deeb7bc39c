"""The walk over YAML events that builds the tree, notes every place, and refuses what a case file must not hold."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Mapping
from typing import Any

from panahat.case import codes
from panahat.case.characters import forbidden, forbidden_code, suspect
from panahat.case.limits import Limits
from panahat.case.positions import Mark
from panahat.case.syntax import TEMPLATE
from panahat.problems import Code, Path, Problem

_NULLS = frozenset({"", "null", "~"})
_AWAIT_KEY = object()
_NOWHERE = object()


class _Frame:
    """An open list or mapping: its path and node, the key that awaits a value, and where its keys stood."""

    __slots__ = ("flow", "is_list", "key", "lines", "mark", "node", "path", "size")

    def __init__(self, path: Path, node: Any, mark: Mark, flow: bool) -> None:
        self.path = path
        self.node = node
        self.is_list = type(node) is list
        self.mark = mark
        self.flow = flow
        self.key: Any = _AWAIT_KEY
        self.lines: dict[str, int] = {}
        self.size = 0


class Walk:
    """Takes events one by one; then `root`, `keys`, `values`, `broken`, `bare` and `problems` hold the result."""

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
        self._top: _Frame | None = None
        self._skipped = 0
        self._documents = 0
        self._nodes = 0
        self._fine: set[str] = set()

    def takers(self, kinds: Any) -> Mapping[type, Callable[[Any], bool]]:
        """What takes each class of event (of the module `kinds`); it answers False where reading on makes no sense."""
        return {
            kinds.ScalarEvent: self._scalar,
            kinds.MappingStartEvent: self._mapping,
            kinds.SequenceStartEvent: self._sequence,
            kinds.MappingEndEvent: self._close,
            kinds.SequenceEndEvent: self._close,
            kinds.AliasEvent: self._alias,
            kinds.DocumentStartEvent: self._document,
        }

    def _say(self, code: Code, mark: Mark, path: Path = (), facts: Mapping[str, str] | None = None) -> None:
        self.problems.append(Problem(code, self._name, path, mark[0], mark[1], facts or {}))

    def _document(self, event: Any) -> bool:
        self._documents += 1
        if self._documents > 1:
            self._say(codes.SEVERAL_DOCUMENTS, _mark(event))
        return self._documents == 1

    def _is_one_more(self, mark: Mark) -> bool:
        """Counts a key or value of the file and, in a list, of the list; False when there are too many."""
        self._nodes += 1
        if self._nodes > self._limits.nodes:
            self._say(codes.TOO_MANY_VALUES, mark, (), {"limit": str(self._limits.nodes)})
            return False
        frame = self._top
        if self._skipped or frame is None or (not frame.is_list and frame.key is not _AWAIT_KEY):
            return True
        frame.size += 1
        if frame.size > self._limits.items:
            self._say(codes.TOO_MANY_ITEMS, mark, frame.path, {"limit": str(self._limits.items)})
            return False
        return True

    def _place(self, mark: Mark) -> Path | None:
        """The path at which the next value goes; None when it goes nowhere."""
        frame = self._top
        if frame is None:
            return ()
        if frame.is_list:
            path = (*frame.path, len(frame.node))
            self.keys[path] = mark
            return path
        return None if frame.key is _NOWHERE else (*frame.path, frame.key)

    def _put(self, value: Any) -> None:
        """Puts a value where the innermost open node awaits one."""
        frame = self._top
        if frame is None:
            self.root = value
        elif frame.is_list:
            frame.node.append(value)
        else:
            if frame.key is not _NOWHERE:
                frame.node[frame.key] = value
            frame.key = _AWAIT_KEY

    def _scalar(self, event: Any) -> bool:
        mark = _mark(event)
        if not self._is_one_more(mark):
            return False
        if self._skipped:
            return True
        frame = self._top
        if frame is not None and not frame.is_list and frame.key is _AWAIT_KEY:
            self._key(event, mark, frame)
            return True
        path = self._place(mark)
        value = self._text(event, mark, path or ())
        if path is not None:
            self.values[path] = mark
            if value is None and frame is not None and frame.flow and not frame.is_list:
                self.bare.add(self.keys[path])
        self._put(value)
        return True

    def _text(self, event: Any, mark: Mark, path: Path) -> str | None:
        """The text of a scalar, with everything refusable in it reported."""
        value: str = event.value
        if event.anchor is not None or event.tag is not None:
            self._marked(event, mark, path)
        if not event.style and value in _NULLS:
            return None
        if len(value) > self._limits.scalar:
            self._refuse(codes.VALUE_TOO_LONG, mark, path, {"limit": str(self._limits.scalar)})
        if ("{" in value or "}" in value) and TEMPLATE.search(value):
            self._refuse(codes.TEMPLATE_SYNTAX, mark, path)
        if "\t" in value:
            self._refuse(codes.TAB_IN_VALUE, mark, path)
        if event.style == '"' or not self._clean:
            value = self._letters(value, mark, path)
        return value

    def _refuse(self, code: Code, mark: Mark, path: Path, facts: Mapping[str, str] | None = None) -> None:
        self._say(code, mark, path, facts)
        self.broken.add(path)

    def _letters(self, value: str, mark: Mark, path: Path) -> str:
        """`value` without forbidden characters, letters composed; those from «\\u…» escapes are reported here."""
        found = forbidden().search(value) if suspect(value) else None
        if found:
            if self._clean:
                code, facts = forbidden_code(found[0])
                self._say(code, mark, path, facts)
            self.broken.add(path)
            value = forbidden().sub("", value)
        return unicodedata.normalize("NFC", value)

    def _marked(self, event: Any, mark: Mark, path: Path) -> None:
        if event.anchor is not None:
            self._say(codes.ANCHOR, mark, path)
        if event.tag is not None:
            self._say(codes.TAG, mark, path)

    def _key(self, event: Any, mark: Mark, frame: _Frame) -> None:
        """Takes a key; what cannot be one is reported, and its value goes nowhere."""
        frame.key = _NOWHERE
        key: str = event.value
        if event.anchor is not None or event.tag is not None:
            self._marked(event, mark, frame.path)
        if key not in self._fine:
            wrong = self._wrong_key(key, event.style)
            if wrong is not None:
                self._say(wrong, mark, frame.path, {"limit": str(self._limits.key)})
                return
            if not event.style:
                self._fine.add(key)
        if event.style == '"' or not self._clean:
            key = self._letters(key, mark, frame.path)
        if key in frame.lines:
            self._say(codes.DUPLICATE_KEY, mark, (*frame.path, key), {"line": str(frame.lines[key])})
            return
        frame.lines[key] = mark[0]
        frame.key = key
        self.keys[(*frame.path, key)] = mark

    def _wrong_key(self, key: str, style: str) -> Code | None:
        if len(key) > self._limits.key:
            return codes.KEY_TOO_LONG
        if key == "<<" and not style:
            return codes.MERGE_KEY
        if key == "":
            return codes.KEY_NOT_TEXT
        return codes.TEMPLATE_SYNTAX if TEMPLATE.search(key) else None

    def _mapping(self, event: Any) -> bool:
        return self._open(event, {})

    def _sequence(self, event: Any) -> bool:
        return self._open(event, [])

    def _open(self, event: Any, node: Any) -> bool:
        mark = _mark(event)
        if not self._is_one_more(mark):
            return False
        if len(self._stack) + self._skipped >= self._limits.depth:
            self._say(codes.TOO_DEEP, mark, (), {"limit": str(self._limits.depth)})
            return False
        if self._skipped:
            self._skipped += 1
            return True
        frame = self._top
        if frame is not None and not frame.is_list and frame.key is _AWAIT_KEY:
            self._key_is_no_text(mark, frame)
            return True
        path = self._place(mark)
        self._marked(event, mark, path or ())
        if path is None:
            self._put(node)
            self._skipped = 1
            return True
        self.values[path] = mark
        self._put(node)
        self._top = _Frame(path, node, mark, bool(event.flow_style))
        self._stack.append(self._top)
        return True

    def _key_is_no_text(self, mark: Mark, frame: _Frame) -> None:
        """A list or mapping in the place of a key: «{{ … }}» without quotes looks so to YAML."""
        if frame.flow and mark == (frame.mark[0], frame.mark[1] + 1):
            self._refuse(codes.TEMPLATE_SYNTAX, mark, frame.path)
        else:
            self._say(codes.KEY_NOT_TEXT, mark, frame.path)
        frame.key = _NOWHERE
        self._skipped = 1

    def _close(self, _: Any) -> bool:
        if self._skipped:
            self._skipped -= 1
        else:
            self._stack.pop()
            self._top = self._stack[-1] if self._stack else None
        return True

    def _alias(self, event: Any) -> bool:
        mark = _mark(event)
        if not self._is_one_more(mark):
            return False
        if self._skipped:
            return True
        frame = self._top
        if frame is not None and not frame.is_list and frame.key is _AWAIT_KEY:
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
