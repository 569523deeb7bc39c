"""A template's paragraphs filled with words: the body of the Draft, paragraph by paragraph, each with its origin.

The outline of a Word template is a list of (style, Jinja text) in document order; a text that is only a tag governs the
paragraphs up to its closing tag. The same Jinja that fills the Word file fills the outline, so both say the same.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any, Protocol

from msgspec import Struct

from panahat.drafting.marks import CLOSE, KIND, OPEN, PARAGRAPH, Ledger
from panahat.drafting.traced import Source
from panahat.sandbox import compile_text, run_text

_TAG = re.compile(r"\{%-?\s*(.*?)\s*-?%\}")


class Line(Protocol):
    """One paragraph of a template: its style and Jinja text; `governs` where it is only a tag that governs others."""

    @property
    def style(self) -> str: ...
    @property
    def text(self) -> str: ...
    @property
    def governs(self) -> bool: ...


class Filled(Struct, frozen=True):
    """One paragraph of the draft as the template gives it: line number in the outline (from 1), style, text, sources."""

    number: int
    style: str
    text: str
    sources: frozenset[Source]
    condition: tuple[str, ...]


def fill(lines: Sequence[Line], data: Mapping[str, Any], name: str, language: str) -> list[Filled]:
    """The paragraphs that `lines` print with `data`, in order. Raises sandbox.Fault."""
    source: list[str] = []
    conditions: list[tuple[str, ...]] = []
    open_tags: list[str] = []
    for number, line in enumerate(lines):
        if line.governs:
            _follow(_TAG.sub(r"\1", line.text), open_tags)
            source.append(line.text)
        else:
            source.append(f"{OPEN}{number}{KIND}{line.text}{CLOSE}")
        conditions.append(tuple(open_tags))
    ledger = Ledger()
    printed = run_text(compile_text("".join(source)), data, ledger.finalize)
    out = []
    for index, body in PARAGRAPH.findall(printed):
        text, sources = ledger.take(body, language)
        n = int(index)
        out.append(Filled(n + 1, lines[n].style, text, sources, conditions[n]))
    return out


def _follow(tag: str, open_tags: list[str]) -> None:
    """Keeps the stack of open conditions and loops."""
    word = tag.split(" ", 1)[0]
    if word in ("if", "for"):
        open_tags.append(tag)
    elif word in ("elif", "else") and open_tags:
        open_tags[-1] = f"{tag} ({open_tags[-1]})" if word == "elif" else f"not ({open_tags[-1]})"
    elif word.startswith("end") and open_tags:
        open_tags.pop()
