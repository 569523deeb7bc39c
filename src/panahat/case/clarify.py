"""Marks «to be clarified»: any fact may be written as {value: …, clarify: "whom to ask"}, or as {clarify: …} alone.

A group takes `clarify` among its own keys. The marks are taken out of the tree before the schema reads it, so every kind of
field can bear one; `CaseFile.clarify` keeps them by the path of their fact.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from msgspec.structs import replace

from panahat.case import codes
from panahat.case.positions import Positions
from panahat.case.shape import CLARIFY, ROOT, VALUE, Field, GroupShape, Shapes
from panahat.problems import Path, Problem


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
