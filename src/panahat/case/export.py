"""Writes the pydantic models down as a table: the core schema with names for classes and functions, and the shapes."""

from __future__ import annotations

from collections.abc import Mapping
from types import FunctionType
from typing import Any, get_args

from panahat.case import kinds
from panahat.case.limits import NAME, PROSE
from panahat.case.models import Case
from panahat.case.models.base import COUNTRY, ID_PATTERN, Facts, Prints

_DROPPED = frozenset({"metadata", "serialization", "json_schema_input_schema", "return_schema"})
Schema = Mapping[str, Any]
Steps = tuple[str | int, ...]


def export() -> dict[str, Any]:
    """The table of the models: {"core": core schema, "named": what `engine` puts into it, "shapes": rows of every group}.

    A row of «named» is a path in the core schema, a word that says what stands there, and its name.
    """
    Case.model_rebuild(force=True)
    core = Case.__pydantic_core_schema__
    groups = _groups(core)
    known = {_target(g): g for g in groups}
    named: list[tuple[Steps, str, str]] = []
    plain = _plain(core, (), named)
    return {"core": plain, "named": named, "shapes": {name: _group(g, known) for name, g in sorted(known.items())}}


def _plain(value: Any, path: Steps, named: list[tuple[Steps, str, str]]) -> Any:
    """`value` as JSON can hold it; what it cannot is left out and noted in `named`."""
    if isinstance(value, Mapping):
        if value.get("type") == "default" and isinstance(value.get("default"), Facts):
            return {**_plain({**value, "default": {}}, path, named), "validate_default": True}
        return {k: _plain(v, (*path, k), named) for k, v in value.items() if k not in _DROPPED}
    if isinstance(value, list):
        return [_plain(v, (*path, n), named) for n, v in enumerate(value)]
    if value == () and isinstance(value, tuple):
        named.append((path, "tuple", ""))
        return None
    if isinstance(value, type) and issubclass(value, Facts):
        named.append((path, "group", value.__name__))
        return None
    if isinstance(value, FunctionType) and value in vars(kinds).values():
        named.append((path, "kind", value.__name__))
        return None
    if value is None or isinstance(value, str | int | bool):
        return value
    raise TypeError(f"the schema holds a {type(value).__name__} that cannot be written down")


def _groups(schema: Any) -> list[Schema]:
    """Every model schema inside `schema`."""
    if isinstance(schema, Mapping):
        own = [schema] if schema.get("type") == "model" else []
        return own + [g for k, v in schema.items() if k not in _DROPPED for g in _groups(v)]
    if isinstance(schema, list):
        return [g for v in schema for g in _groups(v)]
    return []


def _target(schema: Schema) -> str:
    return str(schema["cls"].__name__)


def _group(schema: Schema, known: Mapping[str, Schema]) -> dict[str, Any]:
    model: type[Facts] = schema["cls"]
    refs = {g["ref"]: name for name, g in known.items()}
    fields = []
    for attribute, field in schema["schema"]["fields"].items():
        info = model.model_fields[attribute]
        row: dict[str, Any] = {"key": info.alias or attribute, "attribute": attribute, "description": info.description}
        row |= {"required": info.is_required(), "default": _default(info.default)}
        row["prints"] = _prints(info.annotation) or next((m for m in info.metadata if isinstance(m, Prints)), "")
        fields.append({**row, **_field(field["schema"], refs)})
    return {"doc": " ".join((model.__doc__ or "").split()), "fields": fields, "short": getattr(model, "SHORT", "")}


def _prints(hint: Any) -> str:
    """The mark, inside a type, of how its values print; "" where the type alone says it."""
    marks = (m for m in getattr(hint, "__metadata__", ()) if isinstance(m, Prints))
    return next(marks, None) or next((found for part in get_args(hint) if (found := _prints(part))), "")


def _default(value: Any) -> str:
    """A default as the file would write it; "" where it is nothing."""
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(value) if isinstance(value, str | int) else ""


def _field(schema: Schema, refs: Mapping[str, str]) -> dict[str, Any]:
    """What a field may hold, as the keywords of `shape.Field`."""
    kind = schema["type"]
    if kind == "default":
        return _field(schema["schema"], refs)
    if kind == "nullable":
        return {**_field(schema["schema"], refs), "nullable": True}
    if kind == "tuple":
        bounds = {name: schema[key] for name, key in (("least", "min_length"), ("most", "max_length")) if key in schema}
        return {**_field(schema["items_schema"][0], refs), "many": True, **bounds}
    if kind == "literal":
        return {"kind": "choice", "choices": list(schema["expected"])}
    if kind == "model":
        return {"kind": "group", "group": _target(schema)}
    if kind == "definition-ref":
        return {"kind": "group", "group": refs[schema["schema_ref"]]}
    if kind == "union":
        parts = [_field(c[0] if isinstance(c, tuple) else c, refs) for c in schema["choices"]]
        return {**parts[0], "choices": parts[1]["choices"]}
    if kind == "dict":
        return {
            "kind": "table",
            "choices": list(schema["keys_schema"]["expected"]),
            "limit": schema["values_schema"]["max_length"],
        }
    if kind in ("function-before", "function-plain"):
        return {"kind": schema["function"]["function"].__name__}
    if kind == "str":
        return _text(schema)
    raise TypeError(f"a field of type {kind} has no shape")


def _text(schema: Schema) -> dict[str, Any]:
    pattern, limit = schema.get("pattern"), schema.get("max_length")
    if pattern == COUNTRY:
        return {"kind": "country"}
    if pattern == ID_PATTERN:
        return {"kind": "id", "limit": limit}
    return {"kind": {PROSE: "prose", NAME: "name"}.get(limit or 0, "line"), "limit": limit}
