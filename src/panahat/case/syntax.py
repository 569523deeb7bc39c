"""What libyaml says about a broken file, in plain words and at the place where a person should look."""

from __future__ import annotations

import re
from typing import Any

from panahat.case import codes
from panahat.problems import Code, Problem

TEMPLATE = re.compile(r"\{_?[{%#]|[}%#]_?\}")
"""Signs of the template language; in a value none of them may stand."""
_PASTED = re.compile(r"[ \u00a0]*\u00a0")
"""The beginning of a line that was pasted from a document or a page, where a space is not an ordinary one."""
_OPENING = re.compile(r"\{_?[{%#]")

# (words of libyaml's problem or context, the code); the first that fits wins.
_SAYINGS: tuple[tuple[str, Code], ...] = (
    ("mapping values are not allowed", codes.YAML_COLON),
    ("could not find expected ':'", codes.YAML_NO_COLON),
    ("found unexpected end of stream", codes.YAML_QUOTE),
    ("found unexpected document indicator", codes.YAML_QUOTE),
    ("while parsing a flow", codes.YAML_BRACKET),
    ("tab character", codes.TAB),
    ("while scanning an alias", codes.ALIAS),
    ("while scanning an anchor", codes.ANCHOR),
    ("while scanning a tag", codes.TAG),
    ("while parsing a tag", codes.TAG),
    ("undefined tag handle", codes.TAG),
    ("block sequence entries are not allowed", codes.YAML_DASH),
    ("cannot start any token", codes.YAML_CHARACTER),
    ("directive", codes.YAML_CHARACTER),
    ("while scanning a block scalar", codes.YAML_CHARACTER),
    ("expected node content", codes.YAML_CHARACTER),
    ("while parsing a quoted scalar", codes.YAML_ESCAPE),
    ("expected <document start>", codes.SEVERAL_DOCUMENTS),
    ("exceeded maximum nesting depth", codes.TOO_DEEP),
    ("expected '-' indicator", codes.YAML_INDENT),
    ("expected key", codes.YAML_INDENT),
)
_WHERE_IT_OPENED = frozenset({codes.YAML_QUOTE, codes.YAML_BRACKET, codes.YAML_NO_COLON})
"""Codes whose place is where the thing began; the parser stops only where it misses the end, often a line later."""


def explain(error: Any, text: str, name: str, depth: int) -> list[Problem]:
    """The problems behind a YAMLError of libyaml; template signs left outside quotes are named as what they are."""
    said = f"{getattr(error, 'context', '')} {getattr(error, 'problem', '')}"
    code = next((code for words, code in _SAYINGS if words in said), codes.YAML)
    mark = getattr(error, "problem_mark", None)
    if code in _WHERE_IT_OPENED and getattr(error, "context_mark", None) is not None:
        mark = error.context_mark
    line, column = (mark.line + 1, mark.column + 1) if mark is not None else (1, 1)
    rows = text.split("\n")
    row = rows[line - 1] if line <= len(rows) else ""
    pasted = next(
        (n for n in range(line, max(0, line - 3), -1) if rows[n - 1 : n] and _PASTED.match(rows[n - 1])), None
    )
    if pasted is not None:
        return [Problem(codes.SPACE_INDENT, name, line=pasted, column=1)]
    if code is codes.YAML_COLON and (begun := _key_without_colon(rows[:line])):
        code, line, column = codes.YAML_NO_COLON, *begun
    if code is codes.YAML_CHARACTER and row[column - 1 : column] == "\t":
        code = codes.TAB
    if code is codes.SEVERAL_DOCUMENTS and "TAG" in said:
        code = codes.TAG
    templates = _unquoted_templates(text, name)
    opened = getattr(error, "context_mark", None)
    if any(t.line in (line, opened.line + 1 if opened else line) for t in templates):
        return templates
    return [*templates, Problem(code, name, line=line, column=column, facts={"limit": str(depth)})]


def _key_without_colon(rows: list[str]) -> tuple[int, int] | None:
    """Place of a key that lost its colon, where the last of `rows` is «key: value» and was taken for the rest of it."""
    key, _, _ = rows[-1].partition(":")
    for number in range(len(rows) - 1, 0, -1):
        row = rows[number - 1]
        said = row.strip()
        if said and not said.startswith("#"):
            column = len(row) - len(row.lstrip(" -")) + 1
            level = len(key) - len(key.lstrip(" -")) + 1
            return (number, column) if ":" not in row and column == level else None
    return None


def _unquoted_templates(text: str, name: str) -> list[Problem]:
    found = []
    for number, row in enumerate(text.split("\n"), 1):
        bare = re.sub(r"(^|\s)#(?![}#%]).*", "", row)
        match = _OPENING.search(bare)
        if match:
            found.append(Problem(codes.TEMPLATE_SYNTAX, name, line=number, column=match.start() + 1))
    return found


def tabs(text: str, name: str) -> list[Problem]:
    """Every line that begins with a tab, where YAML counts spaces."""
    return [
        Problem(codes.TAB, name, line=number, column=len(row) - len(row.lstrip(" ")) + 1)
        for number, row in enumerate(text.split("\n"), 1)
        if row.lstrip(" ").startswith("\t") and row.strip()
    ]


def hashes(text: str, name: str) -> list[Problem]:
    """Lines where an unquoted value is followed by «#» and a letter or digit: «дом №5 #7» would lose its end."""
    found = []
    at = text.find(" #")
    line, counted = 1, 0
    while at >= 0:
        begin = text.rfind("\n", 0, at) + 1
        end = text.find("\n", at)
        end = len(text) if end < 0 else end
        if _cuts_off(text[begin:at].rstrip(), text[at + 2 : end]):
            line += text.count("\n", counted, begin)
            counted = begin
            found.append(Problem(codes.HASH, name, line=line, column=at - begin + 2))
        at = text.find(" #", end)
    return found


def _cuts_off(before: str, after: str) -> bool:
    """Whether a «#» between the two parts of a line cuts off the end of an unquoted value."""
    if not before or before[-1] in ":,-[{" or any(sign in before for sign in "'\"#"):
        return False
    return after[:1].strip("#! ") != ""
