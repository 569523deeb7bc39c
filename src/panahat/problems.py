"""What can be wrong, said so that the reader can mend it.

A `Code` is one kind of problem: what happened, why it matters, what to do. A `Problem` is one occurrence of it at one
place. Problems are collected, never raised one at a time; `Refused` carries all of them to the door. No problem holds a
value from a case file: `facts` are names the schema or the law data chose (field names, ids, limits, dates of law).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from typing import Any

from msgspec import Struct

from panahat.messages import N_, Translator

_GLOSS = re.compile(r"([\w-]+) \(@\{(.*?)\}\)")
_MEANING = re.compile(r"@\{(.*?)\}")
ERROR = "error"
WARNING = "warning"
NOTE = "note"
_ORDER = {ERROR: 0, WARNING: 1, NOTE: 2}

Path = tuple[str | int, ...]


class Code(Struct, frozen=True):
    """One kind of problem: its id («case/unknown-key»), severity, and English texts that the catalogues translate."""

    id: str
    severity: str
    what: str
    why: str
    remedy: str


class Codes:
    """The codes of a room, read when first asked for from the `codes.txt` beside the module `file`.

    Four lines a code: severity and id, what, why, remedy. Lines that begin with # are for the reader.
    """

    def __init__(self, file: str) -> None:
        self._file = file[: file.rindex("codes.")] + "codes.txt"

    @cached_property
    def codes(self) -> dict[str, Code]:
        """Every code by its id."""
        with open(self._file, encoding="utf-8") as stream:  # noqa: PTH123 - no path object for a few short lines
            lines = [line.strip() for line in stream if line.strip() and not line.startswith("#")]
        heads = [line.split() for line in lines[::4]]
        texts = zip(lines[1::4], lines[2::4], lines[3::4], strict=True)
        return {id: Code(id, severity, *text) for (severity, id), text in zip(heads, texts, strict=True)}

    @cached_property
    def _names(self) -> dict[str, Code]:
        return {id.partition("/")[2].upper().replace("-", "_"): code for id, code in self.codes.items()}

    def named(self, name: str) -> Code:
        """The code «draft/no-text» as NO_TEXT. Raises AttributeError where there is none."""
        if name.startswith("_") or name not in self._names:
            raise AttributeError(name)
        return self._names[name]

    def __iter__(self) -> Iterator[Code]:
        return iter(self.codes.values())


class Problem(Struct, frozen=True):
    """One occurrence of a code: its place (file, path of keys, 1-based line and column) and the names its text needs."""

    code: Code
    file: str = ""
    path: Path = ()
    line: int | None = None
    column: int | None = None
    facts: Mapping[str, str] = {}
    severity: str = ""

    @property
    def level(self) -> str:
        """`severity` of this occurrence: the code's own unless this occurrence raises or lowers it."""
        return self.severity or self.code.severity

    @property
    def where(self) -> str:
        """The path as people write it: «asylum[0].status»."""
        out = ""
        for step in self.path:
            out += f"[{step}]" if isinstance(step, int) else (f".{step}" if out else step)
        return out

    def as_dict(self, tr: Translator) -> dict[str, Any]:
        """The problem for programs: code, severity, file, path, line, column, message, why, hint."""
        return {
            "code": self.code.id,
            "severity": self.level,
            "file": self.file,
            "path": self.where,
            "line": self.line,
            "column": self.column,
            "message": self.say(tr, self.code.what),
            "why": self.say(tr, self.code.why),
            "hint": self.say(tr, self.code.remedy),
        }

    def say(self, tr: Translator, text: str) -> str:
        """`text` in the user's language with this problem's names filled in."""
        return tr(text).format_map(_Names(self.facts, tr))


class _Names(dict[str, str]):
    """Names of a problem's text; a value «@msgid», or its parts «word (@{msgid})» and «@{msgid}», are themselves translated."""

    def __init__(self, facts: Mapping[str, str], tr: Translator) -> None:
        super().__init__({k: _said(v, tr) for k, v in facts.items()})


_OWN = N_("en")
"""The code of the language itself: what tells a translator's language."""
RUSSIAN_ONLY = N_("in Russian only")
_EACH, _OF = "\x1d", "\x1f"


def in_languages(words: Mapping[str, str | None]) -> str:
    """A fact of a problem that stands in the data in several languages; the reader's one is shown, else the Russian one."""
    return _EACH.join(f"{language}{_OF}{text}" for language, text in words.items() if text)


def _said(value: str, tr: Translator) -> str:
    if value.startswith("@"):
        return tr(value[1:])
    if _OF in value:
        each = dict(part.split(_OF, 1) for part in value.split(_EACH))
        return each.get(tr(_OWN)) or f"{each['ru']} ({tr(RUSSIAN_ONLY)})"
    if "@{" not in value:
        return value
    return _MEANING.sub(lambda m: tr(m[1]), _GLOSS.sub(lambda m: _glossed(m[1], tr(m[2])), value))


def _glossed(word: str, meaning: str) -> str:
    """«male (мужской)», or the word alone where its meaning says no more."""
    return word if meaning.casefold() == word.replace("-", " ") else f"{word} ({meaning})"


def in_order(problems: Iterable[Problem]) -> list[Problem]:
    """`problems` by file, line, column, then severity and code; each once."""
    unique: dict[tuple[Any, ...], Problem] = {}
    for p in problems:
        unique.setdefault((p.code.id, p.file, p.path, p.line, tuple(sorted(p.facts.items()))), p)
    return sorted(
        unique.values(),
        key=lambda p: (p.file, p.line or 0, p.column or 0, _ORDER[p.level], p.code.id, p.where),
    )


def errors(problems: Iterable[Problem]) -> list[Problem]:
    """Those of `problems` that stop the work."""
    return [p for p in problems if p.level == ERROR]


class Refused(Exception):
    """The work was refused; `problems` says everything that is wrong, in order.

    `str()` names only codes and places, so that a traceback or a log never shows a case's content.
    """

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = in_order(problems)
        if not self.problems:
            raise ValueError("refused without a problem: nobody could mend it")
        super().__init__("; ".join(f"{p.code.id} {p.where} {p.line or ''}".strip() for p in self.problems))
