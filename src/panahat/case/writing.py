"""Whether every text is written in the letters of its language: no look-alike of another alphabet in a word."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from panahat.case import codes
from panahat.case.characters import (
    Letter,
    alphabet,
    code_point,
    is_latin,
    is_not_latin,
    letters_of,
    lone_letters,
    mixed_letters,
)
from panahat.case.positions import Positions
from panahat.case.shape import ROOT, Field, GroupShape, Shapes
from panahat.problems import Code, Path, Problem

_SIGN = re.compile(r"[^\w\s.'’ʼ\-]|[\d_]")
_NOTHING = frozenset(
    "none null nil nan n/a na undefined todo tbd tba fixme xx xxx xxxx хх ххх хххх test тест текст text".split()
)
"""What programs and templates leave where nobody wrote anything."""
_UNKNOWN = frozenset(
    (
        "нет, нету, не известно, неизвестно, неизвестен, нет данных, не знаю, не указано, уточнить, н/д, "
        "жоқ, белгісіз, мәлімет жоқ, дерек жоқ, нақтылау керек, unknown, not known, no, no data, to be clarified"
    ).split(", ")
)
"""What people write where they do not know."""
_NUMBER = re.compile(r"\d+(?:[.-]\d+)*")
"""The number of an article or of its part, as a code writes it."""
_LEFT = re.compile(r"\?\?|_{3,}|\b(?:TODO|FIXME|TBD|X{3,}|Х{3,})\b|\[\s*…?\s*\]|<[^<>]{1,60}>")
"""Marks that somebody meant to come back to."""
_TEXT_KINDS = frozenset({"line", "prose", "name"})


def writing(tree: Mapping[str, Any], positions: Positions, name: str, shapes: Shapes) -> list[Problem]:
    """Every problem of letters in the texts of `tree`."""
    problems: list[Problem] = []
    for path, value, field, group in _texts(tree, shapes[ROOT], (), shapes):
        line, column = positions.value(path)
        for code, facts in _doubts(value, field, group):
            problems.append(Problem(code, name, path, line, column, {"key": field.key, **facts}))
    return problems


def _texts(tree: Any, group: GroupShape, path: Path, shapes: Shapes) -> Iterator[tuple[Path, str, Field, str]]:
    """(path, text, field, name of the group) of every printable text below `tree`."""
    for key, value in tree.items():
        field = group.fields.get(key)
        if field is None:
            continue
        here = (*path, key)
        items = enumerate(value) if isinstance(value, list) else ()
        if isinstance(value, str) and field.kind in _TEXT_KINDS:
            yield here, value, field, group.name
        elif isinstance(value, dict) and field.kind == "table":
            yield from (((*here, k), v, field, group.name) for k, v in value.items() if isinstance(v, str))
        elif isinstance(value, dict) and field.group:
            yield from _texts(value, shapes[field.group], here, shapes)
        for n, item in items:
            if isinstance(item, dict) and field.group:
                yield from _texts(item, shapes[field.group], (*here, n), shapes)


def _doubts(value: str, field: Field, group: str) -> Iterator[tuple[Code, dict[str, str]]]:
    if field.kind == "line" and (field.prints == "article" or field.key == "part"):
        if value and not _NUMBER.fullmatch(value) and not (field.key == "part" and value == "-"):
            yield codes.NOT_A_NUMBER, {"field": f"@{field.description}"}
        return
    said = value.strip(" .").casefold()
    if (field.prints, value) == ("number", "none") or (field.key, value) == ("part", "-"):
        return  # what the schema names for «there is none»
    if value and (said in _NOTHING or not any(c.isalnum() for c in value)):
        yield codes.NO_FACT, {}
        return
    if said in _UNKNOWN:
        yield codes.UNKNOWN_FACT, {}
    elif _LEFT.search(value):
        yield codes.LEFT_OPEN, {}
    if group == "PersonName" and field.key == "latin":
        yield from _first(codes.NOT_LATIN, letters_of(value, is_not_latin))
    elif group in ("PersonName", "NameForms"):
        yield from _first(codes.LATIN_IN_NAME, letters_of(value, is_latin))
        sign = _SIGN.search(value)
        if sign:
            yield codes.NAME_SIGN, {"code": code_point(sign[0])}
        if field.kind == "name" and len(value) > 1 and (value.isupper() or value[0].islower()):
            yield codes.NAME_CAPITALS, {}
    else:
        yield from _first(codes.MIXED_WORD, mixed_letters(value))
        if group in ("Words", "Text") and field.key != "en":
            yield from _first(codes.LONE_LETTER, lone_letters(value))
    if "  " in value:
        yield codes.SPACES, {}


def _first(code: Code, letters: Iterator[Letter]) -> Iterator[tuple[Code, dict[str, str]]]:
    """The problem of the first foreign letter of each word."""
    words = set()
    for found in letters:
        if found.word not in words:
            words.add(found.word)
            facts = {"word": str(found.word), "place": str(found.place), "letter": f"@{alphabet(found.letter)}"}
            yield code, {**facts, "code": code_point(found.letter)}
