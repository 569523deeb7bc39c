"""Finds the tags of a paragraph and says what is wrong with each, by itself."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from panahat.messages import N_
from panahat.problems import Code, Problem
from panahat.render import codes
from panahat.render.reading import Line, Run
from panahat.sandbox.limits import LIMITS
from panahat.seal.zipping import label

ANY_TAG = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}", re.DOTALL)
_INSIDE = re.compile(r"\{([{%#])([-+]?)(p|tr|tc|r)?(?:\s+|(?<=[-+{%#]))(.*?)\s*([-+]?)[}%#]\}", re.DOTALL)
_STRING = re.compile(r"'[^']*'|\"[^\"]*\"")
_WORD = re.compile(r"[^\W\d]\w*")
_CURLY = re.compile("[«»„‚‹›]")
_REPAIRED = str.maketrans("“”‘’", "\"\"''")  # docxtpl makes these straight
_OPEN = re.compile(r"\{\{|\{%|\{#|\}\}|%\}|#\}")
_TOUCHING = re.compile(r"\{\{[{%#]|[}%#]\}\}")  # a brace of the text that touches a tag
_BLOCKS = {
    "if": "{{%{0}%}}{{%endif%}}",
    "elif": "{{%if x%}}{{%{0}%}}{{%endif%}}",
    "else": "{{%if x%}}{{%{0}%}}{{%endif%}}",
    "endif": "{{%if x%}}{{%{0}%}}",
    "for": "{{%{0}%}}{{%endfor%}}",
    "endfor": "{{%for x in y%}}{{%{0}%}}",
    "set": "{{%{0}%}}",
}
MERGING = ("vm", "hm", "colspan", "cellbg")
"""Words of docxtpl's own for merging and colouring cells."""


@dataclass(frozen=True, slots=True)
class Tag:
    """One tag: where it stands, its text, kind ({ prints, % governs, # comments), form (p, tr, tc, r) and body."""

    line: Line
    text: str
    start: int
    kind: str
    form: str
    body: str

    @property
    def word(self) -> str:
        """The first word of a governing tag: if, for, endif …"""
        return self.body.split(None, 1)[0] if self.kind == "%" and self.body.split() else ""


def find_tags(line: Line) -> tuple[list[Tag], list[Problem]]:
    """The tags of a paragraph in order, and everything wrong with each by itself."""
    tags: list[Tag] = []
    problems: list[Problem] = []
    for match in ANY_TAG.finditer(line.text):
        inside = _INSIDE.fullmatch(match[0])
        if inside is None:
            problems.append(problem(codes.SYNTAX, line, tag=match[0], reason="@" + N_("it is empty")))
            continue
        kind, before, form, body, after = inside.groups()
        tag = Tag(line, match[0], match.start(), kind, form or "", body.strip().translate(_REPAIRED))
        tags.append(tag)
        problems += _flaws(tag, bool(before or after))
    rest = ANY_TAG.sub(" ", line.text)
    if _OPEN.search(rest) or _TOUCHING.search(line.text):
        problems.append(problem(codes.SPLIT_TAG, line))
    if any(ord(c) < 32 or 0x7F <= ord(c) < 0xA0 for run in line.runs for c in run.text if c not in "\t\n"):
        problems.append(problem(codes.CONTROL_CHARACTER, line))
    return tags, problems


def problem(code: Code, line: Line, **facts: str) -> Problem:
    """A problem of the paragraph `line`."""
    place = {"part": label(line.part), "paragraph": str(line.number), "text": line.text[:120]}
    return Problem(code, path=(line.part, line.number), facts=place | facts)


def _flaws(tag: Tag, trimmed: bool) -> Iterator[Problem]:
    if tag.kind == "#":
        return
    if trimmed:
        yield problem(codes.TRIM, tag.line, tag=tag.text)
    if any(c.isspace() and c != " " for c in tag.text):
        yield problem(codes.SPLIT_TAG, tag.line)
    if len(tag.text) > LIMITS["tag"]:
        yield problem(codes.SYNTAX, tag.line, tag=tag.text[:60] + "…", reason="@" + N_("it is too long"))
        return
    if len({run.look for run in runs_of(tag)}) > 1:
        yield problem(codes.SPLIT_LOOK, tag.line, tag=tag.text)
    bare = _STRING.sub("''", tag.body)
    if (tag.kind == "{" and tag.form) or re.search(r"\|\s*safe\b", bare):
        yield problem(codes.UNSAFE, tag.line, tag=tag.text)
        return
    odd = [c for c in "{}%&" if c in tag.body]
    if odd:
        yield problem(codes.SYNTAX, tag.line, tag=tag.text, reason=odd[0])
        return
    foreign = [(word, c) for word in _WORD.findall(bare) for c in word if not c.isascii()][:1]
    for name, letter in foreign:
        named = f"«{letter}» ({unicodedata.name(letter, '?').title()})"
        yield problem(codes.FOREIGN_LETTER, tag.line, name=name, letter=named)
    if _CURLY.search(bare):
        yield problem(codes.QUOTES, tag.line, tag=tag.text)
    elif not foreign:
        yield from _grammar(tag)


def _grammar(tag: Tag) -> Iterator[Problem]:
    """What Jinja says of the tag by itself, and what templates may not use."""
    from jinja2 import TemplateSyntaxError

    from panahat.sandbox.engine import forbidden

    if tag.kind == "%" and tag.word in MERGING:
        return
    if tag.kind == "%" and tag.word not in _BLOCKS:
        yield problem(codes.UNKNOWN_TAG, tag.line, tag=tag.text)
        return
    source = _BLOCKS[tag.word].format(tag.body) if tag.kind == "%" else "{{" + tag.body + "}}"
    try:
        for what in dict.fromkeys(forbidden(source)):
            yield problem(codes.FORBIDDEN, tag.line, tag=tag.text, what=what)
    except RecursionError:
        yield problem(codes.SYNTAX, tag.line, tag=tag.text, reason="@" + N_("too many brackets"))
    except TemplateSyntaxError as error:
        yield problem(codes.SYNTAX, tag.line, tag=tag.text, reason=error.message or "?")


def runs_of(tag: Tag) -> Iterator[Run]:
    """The runs that hold a piece of the tag."""
    at = 0
    for run in tag.line.runs:
        if at < tag.start + len(tag.text) and at + len(run.text) > tag.start:
            yield run
        at += len(run.text)
