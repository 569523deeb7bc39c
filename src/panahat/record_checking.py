"""Whether the data of a file has the shape of its record (`panahat.records`): every flaw is noted at its place.

What comes back is the plain data that a record is made from: flags and numbers as such, only known fields, nothing that
is `null`, in the order of the file, which says how an act nests its units. None stands for what was refused.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path as FilePath
from typing import Annotated, Any, Literal, TypeVar, get_args, get_origin

from msgspec import Struct
from msgspec.structs import fields

from panahat import codes, opener
from panahat.messages import N_
from panahat.pages import Page, read_page
from panahat.problems import Path, Refused
from panahat.records import (
    LANGUAGES,
    NEEDED,
    Added,
    Field,
    Kind,
    Least,
    Names,
    OneOf,
    Record,
    Refers,
    Single,
    Words,
    bare,
)

R = TypeVar("R", bound=Record)

Scalar = tuple[str, Callable[[str], Any]]
"""What is expected, in words, and what turns a text into it (None: it does not)."""

_A_LIST = N_("a list")
_A_GROUP = N_("a group of fields")


def _fitting(pattern: str) -> Callable[[str], Any]:
    whole = re.compile(pattern)
    return lambda value: value if whole.fullmatch(value) else None


def _as_day(value: str) -> str | None:
    try:
        return value if re.fullmatch(r"\d{4}-\d{2}-\d{2}", value) and date.fromisoformat(value) else None
    except ValueError:
        return None


_PARTIAL = r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?"
_TYPES: Mapping[Any, Scalar] = {
    str: (N_("a text that is not empty"), lambda v: v if v.strip() and v == v.strip() else None),
    date: (N_("a day that exists, written like 2026-02-09"), _as_day),
    bool: (N_("true or false"), {"true": True, "false": False}.get),
    int: (N_("a whole number"), lambda v: int(v) if re.fullmatch(r"\d{1,5}", v) else None),
}
_KINDS: Mapping[str, Scalar] = {
    "text": _TYPES[str],
    "day": _TYPES[date],
    "number": (_TYPES[int][0], _fitting(r"\d{1,4}")),
    "decimal": (N_("a number, with a point before the fraction"), _fitting(r"\d+(\.\d+)?")),
    "key": (N_("a key of small Latin letters, digits and hyphens"), _fitting("[a-z0-9]+(?:-[a-z0-9]+)*")),
    "column": (N_("the name of a column: small Latin letters, digits, low lines"), _fitting("[a-z][a-z0-9_]*")),
    "unit": (
        N_("the number or letter of an article, part or point, as the act writes it"),
        _fitting(r"[0-9]+(?:[-.][0-9]+)*|[IVXLC]+|[A-Za-zА-Яа-яё]"),
    ),
    "when": (N_("a year, a month or a day, written like 2026, 2026-02 or 2026-02-09"), _fitting(_PARTIAL)),
    "country": (N_("a state, two Latin capitals"), _fitting("[A-Z]{2}")),
    "language": (N_("a language, two small Latin letters"), _fitting("[a-z]{2}")),
}


def read_record(name: str, file: FilePath | None, kind: type[R]) -> R:
    """What the library's file `name` says. Raises Refused with everything wrong with it, FileNotFoundError where it is None."""
    if file is None:
        raise FileNotFoundError(name)
    page = read_page(name, opener.read(file, name=name))
    raw = check(page, kind, page.data) if page.data is not None else None
    if page.problems or raw is None:
        raise Refused(page.problems)
    return kind(raw)


def check(page: Page, kind: type[Record | Struct], data: Any, path: Path = ()) -> dict[str, Any] | None:
    """The plain data of a record, from the data at `path` of the page, every flaw noted there; None where it is no group."""
    found: dict[str, Any] | None = _value(page, kind, data, path)
    return found


def _value(page: Page, annotation: Any, value: Any, path: Path) -> Any:
    """The plain data of a value of that type."""
    plain, marks = bare(annotation), tuple(_marks(annotation))
    origin, inner = get_origin(plain), get_args(plain)
    if origin in (Sequence, tuple):
        return _many(page, inner[0], marks, value, path)
    if origin is Mapping:
        return _named(page, inner[1], marks, value, path)
    if isinstance(plain, type) and issubclass(plain, Record | Struct | Words):
        return _group(page, plain, marks, value, path)
    if Kind("condition") in marks:
        found = _condition(page, value, path)
    else:
        found = _scalar(page, plain, marks, value, path)
    for mark in marks:
        if isinstance(mark, Refers) and found is not None:
            page.refers.append((mark.sections, found, path))
    return found


def _scalar(page: Page, plain: Any, marks: Sequence[Any], value: Any, path: Path) -> Any:
    """One text: a word of those that its type or a mark lists, or of the kind that the first mark names, or of its type."""
    words = next((mark.words for mark in marks if isinstance(mark, OneOf)), get_args(plain))
    if words:
        if value in words:
            return value
        page.say(codes.NOT_ONE_OF, path, known=", ".join(words))
        return None
    names = ("key" if isinstance(mark, Refers) else mark.name for mark in marks if isinstance(mark, Kind | Refers))
    expected, accept = next((_KINDS[name] for name in names), _TYPES.get(plain, _TYPES[str]))
    found = accept(value) if isinstance(value, str) else None
    return _wrong(page, path, expected) if found is None else found


def _many(page: Page, item: Any, marks: Sequence[Any], value: Any, path: Path) -> Any:
    if any(isinstance(mark, Single) for mark in marks) and not isinstance(value, list):
        return [_value(page, item, value, path)]
    least = next((mark.items for mark in marks if isinstance(mark, Least)), 0)
    if not isinstance(value, list) or len(value) < least:
        return _wrong(page, path, _A_LIST)
    return [_value(page, item, one, (*path, n)) for n, one in enumerate(value)]


def _named(page: Page, item: Any, marks: Sequence[Any], value: Any, path: Path) -> Any:
    """A mapping with names of its own; where a mark lists them, a group of such fields."""
    names = next((mark for mark in marks if isinstance(mark, Names)), None)
    if names is not None:
        return _fields(page, _listed(names, item), value, path)
    if not isinstance(value, dict):
        return _wrong(page, path, _A_GROUP)
    expected, accept = next((_KINDS[mark.name] for mark in marks if isinstance(mark, Kind)), _KINDS["key"])
    for name in value:
        if accept(name) is None:
            _wrong(page, (*path, name), expected)
    return {name: _value(page, item, one, (*path, name)) for name, one in value.items()}


def _listed(names: Names, item: Any) -> dict[str, Field]:
    """The fields that a mark lists."""
    needed = names.names if names.needed is None else names.needed
    return {name: Field(name, item, NEEDED if name in needed else None) for name in names.names}


def _condition(page: Page, value: Any, path: Path) -> Any:
    if isinstance(value, dict):
        return {name: _condition(page, one, (*path, name)) for name, one in value.items()}
    if isinstance(value, list):
        return [_condition(page, one, (*path, n)) for n, one in enumerate(value)]
    return _value(page, str, value, path)


def _group(page: Page, kind: Any, marks: Sequence[Any], value: Any, path: Path) -> Any:
    """The fields of a class; what stands there alone is the value of its field for that."""
    described = _described(kind, marks)
    alone = getattr(kind, "alone", "")
    if alone and not isinstance(value, dict):
        return {alone: _value(page, described[alone].type, value, path)}
    return _fields(page, described, value, path)


def _described(kind: Any, marks: Sequence[Any]) -> dict[str, Field]:
    """The fields that a file may give of a class; of `Words` the languages that must be there, as a mark says."""
    if kind is Words:
        return _listed(next((mark for mark in marks if isinstance(mark, Names)), Names(LANGUAGES, ("ru",))), str)
    if issubclass(kind, Record):
        return {field.written: field for field in kind.fields.values()}
    return {
        field.encode_name: Field(field.encode_name, field.type, NEEDED if field.required else None)
        for field in fields(kind)
        if not any(isinstance(mark, Added) for mark in _marks(field.type))
    }


def _fields(page: Page, fields: Mapping[str, Field], value: Any, path: Path) -> Any:
    """A group of the given fields; a `null` is as good as absent."""
    if not isinstance(value, dict):
        return _wrong(page, path, _A_GROUP)
    out: dict[str, Any] = {}
    for name, one in value.items():
        if name not in fields:
            page.say(codes.UNKNOWN_FIELD, (*path, name), field=name, known=", ".join(fields))
        elif one is not None:
            out[name] = _value(page, fields[name].type, one, (*path, name))
    for name, field in fields.items():
        if field.needed and name not in out and not (field.nullable and name in value):
            page.say(codes.MISSING_FIELD, (*path, name), field=name)
    return out


def _wrong(page: Page, path: Path, expected: str) -> None:
    page.say(codes.WRONG_TYPE, path, expected=f"@{expected}")


def _marks(annotation: Any) -> Iterator[Any]:
    """Every mark on the type, the outermost first, also below a union with `None`."""
    while get_args(annotation):
        if get_origin(annotation) is Annotated:
            yield from annotation.__metadata__
            annotation = get_args(annotation)[0]
            continue
        below = [one for one in get_args(annotation) if one is not type(None)]
        if get_origin(annotation) in (Sequence, Mapping, Literal) or len(below) > 1:
            return
        annotation = below[0]
