"""What the validator refused, said in the words of the case file: never its input, never a name of our code."""

from __future__ import annotations

import difflib
from collections.abc import Mapping
from typing import Any

from panahat.case import codes
from panahat.case.characters import alphabet, code_point, meant_key
from panahat.case.limits import FIRST_YEAR, LAST_YEAR
from panahat.case.reading import Reading
from panahat.case.shape import Field, GroupShape, Shapes
from panahat.problems import Code, Path, Problem

_CODES: Mapping[str, Code] = {
    "string_too_short": codes.EMPTY,
    "string_too_long": codes.TOO_LONG,
    "string_type": codes.NOT_TEXT,
    "tuple_type": codes.NOT_LIST,
    "too_short": codes.LIST_EMPTY,
    "too_long": codes.LIST_LONG,
    "dict_type": codes.NOT_GROUP,
    "literal_error": codes.CHOICE,
    "day": codes.DAY,
    "day_needed": codes.DAY_NEEDED,
    "day_impossible": codes.NO_SUCH_DAY,
    "day_century": codes.YEAR,
    "clock": codes.CLOCK,
    "flag": codes.FLAG,
    "count": codes.COUNT,
    "count_positive": codes.POSITIVE,
    "sheets": codes.SHEETS,
    "iin": codes.IIN,
}
_MOST_UNKNOWN = 250
"""Unknown keys looked at closely; a file with more holds something else than a case."""
_CHOICES: Mapping[str, Code] = {"region": codes.REGION}
"""Fields whose unknown word has a problem of its own, with the nearest words."""
_PATTERNS = {"id": codes.ID, "country": codes.COUNTRY}


def refusals(error: Any, tree: Mapping[str, Any], reading: Reading, name: str, shapes: Shapes) -> list[Problem]:
    """The problems behind a ValidationError, in no order; nothing is said of values the reader already refused."""
    return _Refusals(tree, reading, name, shapes).of(error.errors(include_input=False, include_url=False))


class _Refusals:
    def __init__(self, tree: Mapping[str, Any], reading: Reading, name: str, shapes: Shapes) -> None:
        self._tree = tree
        self._reading = reading
        self._name = name
        self._shapes = shapes
        self._meant: set[Path] = set()

    def of(self, errors: list[dict[str, Any]]) -> list[Problem]:
        problems: list[Problem] = []
        known: list[dict[str, Any]] = []
        for error in errors:
            if error["type"] != "extra_forbidden" and error["loc"][-1] != "[key]":
                known.append(error)
            elif len(problems) < _MOST_UNKNOWN:
                problems.append(self._unknown(tuple(s for s in error["loc"] if s != "[key]")))
        for error in known:
            path = self._path(error["loc"])
            if path is None or self._is_broken(path) or (error["type"] == "missing" and path in self._meant):
                continue
            problems.append(self._known(path, error))
        return [p for p in problems if not self._is_broken(p.path)]

    def _is_broken(self, path: Path) -> bool:
        return any(path[:length] in self._reading.broken for length in range(1, len(path) + 1))

    def _path(self, loc: tuple[str | int, ...]) -> Path | None:
        """The path of a `loc`; None for the branch of a union that the value does not take."""
        path: Path = ()
        for step in loc:
            if isinstance(step, str) and self._shapes.field((*path, step)) is None:
                # The name of a union's branch: a group goes by its own name, a word by another.
                group = self._shapes.group_at(path)
                if (group is not None and step == group.name) is not isinstance(self._at(path), dict):
                    return None
                continue
            path = (*path, step)
        return path

    def _at(self, path: Path) -> Any:
        value: Any = self._tree
        for step in path:
            value = value[step]
        return value

    def _known(self, path: Path, error: dict[str, Any]) -> Problem:
        field = self._shapes.field(path)
        if field is None:
            raise ValueError(f"no field for an error of type {error['type']}")
        kind = error["type"]
        value = None if kind == "missing" else self._at(path)
        code, facts = self._say(path, field, kind, value)
        facts |= {"key": field.key, "field": f"@{field.description}"}
        ctx = error.get("ctx", {})
        limit = ctx.get("max_length", ctx.get("min_length", field.limit))
        facts["limit"] = str(limit) if limit is not None else ""
        at = self._reading.positions.of(path) if kind == "missing" else self._reading.positions.value(path)
        return Problem(code, self._name, path, *at, facts)

    def _say(self, path: Path, field: Field, kind: str, value: Any) -> tuple[Code, dict[str, str]]:
        """The code for what is wrong with `value`, and the facts only that code needs."""
        if kind == "missing":
            return self._missing(path)
        if value is None:
            return codes.EMPTY_ITEM, {}
        if path == ("schema",):
            return codes.SCHEMA, {"known": ", ".join(field.choices)}
        if kind == "model_type" or (kind == "literal_error" and field.group and not isinstance(value, str)):
            return self._group(field)
        if kind == "literal_error":
            return self._choice(field, value)
        if kind == "string_pattern_mismatch":
            return _PATTERNS.get(field.kind, codes.NOT_ONE_LINE), {}
        if kind == "string_too_long" and field.kind == "id":
            return codes.ID, {}
        facts = {"first": str(FIRST_YEAR), "last": str(LAST_YEAR)} if kind == "day_century" else {}
        if kind == "dict_type":
            facts["known"] = ", ".join(field.choices)
        return _CODES[kind], facts

    def _missing(self, path: Path) -> tuple[Code, dict[str, str]]:
        """The code for a fact that is not there: an empty key or none, in every case or in a group that may be left out."""
        blank = path in self._reading.positions
        above = (path[:length] for length in range(len(path) - 1, 0, -1))
        fields = ((step, self._shapes.field(step)) for step in above)
        group = next((step for step, field in fields if field is not None and not field.required), ())
        if not group:
            return codes.BLANK if blank else codes.MISSING, {}
        where = Problem(codes.MISSING, path=group).where
        return codes.BLANK_IN_GROUP if blank else codes.MISSING_IN_GROUP, {"group": where}

    def _group(self, field: Field) -> tuple[Code, dict[str, str]]:
        known = ", ".join(self._shapes[field.group].fields)
        return codes.NOT_WORDS if field.group in ("Words", "Text") else codes.NOT_GROUP, {"known": known}

    def _choice(self, field: Field, value: Any) -> tuple[Code, dict[str, str]]:
        meant = meant_key(value, field.choices) if isinstance(value, str) else None
        if meant:
            word, letter = meant
            facts = {"word": word, "place": str(letter.place), "letter": f"@{alphabet(letter.letter)}"}
            return codes.LOOKALIKE_CHOICE, {**facts, "code": code_point(letter.letter)}
        from panahat.case.words import glossed, meant_word, nearest_words

        known = {"known": glossed(field.choices)}
        if isinstance(value, str) and (said := meant_word(value, field.choices)):
            return codes.MEANT_CHOICE, {**known, "word": said}
        if field.key in _CHOICES:
            return _CHOICES[field.key], {**known, "nearest": glossed(nearest_words(str(value), field.choices))}
        return codes.CHOICE, known

    def _unknown(self, loc: tuple[str | int, ...]) -> Problem:
        parent = self._path(loc[:-1]) or ()
        key = str(loc[-1])
        raw = (*parent, key)
        at = self._reading.positions.of(raw)
        code, facts = self._meaning(parent, key, bare=at in self._reading.bare)
        return Problem(code, self._name, parent, *at, facts)

    def _meaning(self, parent: Path, key: str, *, bare: bool) -> tuple[Code, dict[str, str]]:
        """What an unknown key was probably meant to be."""
        group = self._shapes.group_at(parent)
        here = self._keys(parent, group)
        facts = {"known": ", ".join(here)}
        meant = meant_key(key, here)
        if meant:
            self._meant.add((*parent, meant[0]))
            letter = meant[1]
            facts |= {"key": meant[0], "place": str(letter.place), "letter": f"@{alphabet(letter.letter)}"}
            return codes.LOOKALIKE_KEY, {**facts, "code": code_point(letter.letter)}
        near = difflib.get_close_matches(key.lower(), here, 1, 0.75)
        if near:
            self._meant.add((*parent, near[0]))
            return codes.NEAR_KEY, {**facts, "key": near[0], "field": f"@{here[near[0]]}"}
        if bare:
            return codes.COMMA, facts
        places = self._shapes.places(key)
        if 0 < len(places) <= 3:
            return codes.MISPLACED_KEY, {**facts, "key": key, "elsewhere": ", ".join(places)}
        return codes.UNKNOWN_KEY, facts

    def _keys(self, parent: Path, group: GroupShape | None) -> dict[str, str]:
        """The keys that may stand below `parent`, with what they mean."""
        if group is not None:
            return {key: field.description for key, field in group.fields.items()}
        field = self._shapes.field(parent)
        return dict.fromkeys(field.choices, field.description) if field is not None else {}
