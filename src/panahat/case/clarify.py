"""Marks «to be clarified»: any fact may be written as {value: …, clarify: "whom to ask"}, or as {clarify: …} alone.

A group takes `clarify` among its own keys. The marks are taken out of the tree before the schema reads it, so every kind of
field can bear one; `CaseFile.clarify` keeps them by the path of their fact. What is marked and not given is not known,
though the schema requires it.
"""

from __future__ import annotations

import copy
from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any, cast

from msgspec.structs import replace

from panahat.case import codes
from panahat.case.facts import get
from panahat.case.positions import Positions
from panahat.case.shape import CLARIFY, ROOT, VALUE, Field, GroupShape, Shapes
from panahat.problems import Path, Problem

if TYPE_CHECKING:
    from panahat.case.engine import Engine
    from panahat.case.models import Case

OPEN = "⟦…⟧"
"""What stands for a part of a name that is marked and not given: a name cannot do without its parts."""
_STAND_IN = {
    **dict.fromkeys(("day", "partial", "partial_or_unknown", "moment"), "2000-01-01"),
    "flag": "true",
    "count": "1",
    "sheets": "1",
    "positive": "1",
    "country": "RU",
    "name": OPEN,
}
_ALWAYS = frozenset(
    {
        "Case.schema",
        "Case.id",
        "Case.filing",
        "Filing.on",
        "Annex.id",
        "Exclusion.id",
        "Visa.destination",
        "Visa.profile",
    }
    | {"Extradition.requesting_state"}
)
"""Facts that nothing can stand in for: what the file is, the day that decides which law holds, whom a text speaks to."""


class Settled:
    """A tree without its marks: `tree`, the `marks` by path, `problems` of marks that say nothing a person could read."""

    def __init__(self, tree: Mapping[str, Any], shapes: Shapes, positions: Positions, name: str) -> None:
        self.marks: dict[Path, str] = {}
        self.problems: list[Problem] = []
        self._shapes, self._positions, self._name = shapes, positions, name
        self.tree = self._group(tree, shapes[ROOT], ())
        self.positions = positions.lifted(path for path in self.marks) if self.marks else positions

    def lifted(self, paths: Iterable[Path]) -> frozenset[Path]:
        """`paths` without the step «value» below a mark."""
        return frozenset(
            tuple(step for n, step in enumerate(path) if step != VALUE or path[:n] not in self.marks) for path in paths
        )

    def _group(self, tree: Mapping[str, Any], shape: GroupShape, path: Path) -> dict[str, Any]:
        out = {}
        for key, value in tree.items():
            field = shape.fields.get(key)
            if field is not None:
                out[key] = self._value(value, field, (*path, key))
            elif key == CLARIFY:
                self._mark(value, path)
            else:
                out[key] = value
        return out

    def _value(self, value: Any, field: Field, path: Path) -> Any:
        if isinstance(value, dict) and CLARIFY in value and value.keys() <= {CLARIFY, VALUE}:
            self._mark(value[CLARIFY], path)
            value = value.get(VALUE)
        if isinstance(value, list) and field.many:
            return [self._value(item, replace(field, many=False), (*path, n)) for n, item in enumerate(value)]
        if isinstance(value, dict) and field.group and not field.many:
            return self._group(value, self._shapes[field.group], path)
        return value

    def _mark(self, text: Any, path: Path) -> None:
        if isinstance(text, str) and text.strip() and "\n" not in text.strip():
            self.marks[path] = text.strip()
        elif text is not None:
            here = (*path, CLARIFY)
            self.problems.append(Problem(codes.CLARIFY_TEXT, self._name, here, *self._positions.value(here)))


def settled(tree: Mapping[str, Any], marks: Mapping[Path, str], made: Engine) -> Case:
    """The case of `tree`; a required fact that is marked and not given is None, an empty list where it is a list.

    Raises ValidationError where the schema refuses the tree.
    """
    whole: dict[str, Any] = copy.deepcopy(dict(tree)) if marks else dict(tree)
    gone = [path for mark in marks for path in _stand_in(whole, mark, made.shapes)]
    case = cast("Case", made.validator.validate_python(whole))
    for path in gone:
        field = made.shapes.field(path)
        if field is not None and field.kind != "name":
            vars(get(case, path[:-1]))[field.attribute] = () if field.many else None
    return case


def alone(tree: Mapping[str, Any], marks: Iterable[Path]) -> frozenset[Path]:
    """The facts that are marked and not given."""
    return frozenset(path for path in marks if _at(tree, path) is None)


def _stand_in(tree: dict[str, Any], path: Path, shapes: Shapes) -> Iterator[Path]:
    """Puts something the schema takes where a required fact is marked and not given; the paths of what was put there."""
    group, field = _at(tree, path[:-1]), shapes.field(path)
    key, above = str(path[-1]), shapes.group_at(path[:-1])
    if field is None or not field.required or not isinstance(group, dict) or key in group or above is None:
        return
    if f"{above.name}.{key}" in _ALWAYS or key == "gender":
        return
    if field.group in ("", "Words", "Text") or field.many:
        made: Any = (
            {"ru": "x"} if field.group else field.choices[0] if field.choices else _STAND_IN.get(field.kind, "x")
        )
        group[key] = [made] if field.many else made
        yield path
        return
    group[key] = {}
    for below in shapes[field.group].fields:
        yield from _stand_in(tree, (*path, below), shapes)


def _at(tree: Any, path: Path) -> Any:
    for step in path:
        if isinstance(step, int) is not isinstance(tree, list) or (isinstance(step, str) and step not in tree):
            return None
        tree = tree[step]
    return tree
