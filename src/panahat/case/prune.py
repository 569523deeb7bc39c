"""What is left empty is not known: empty keys, and groups of only empty keys, are as if they were not written.

A text that stands for a group becomes the group.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from panahat.case.shape import ROOT, Field, GroupShape, Shapes


def prune(tree: Mapping[str, Any], shapes: Shapes) -> dict[str, Any]:
    """`tree` without keys that hold nothing; a group or list of groups that says nothing stays only if required."""
    return _group(tree, shapes[ROOT], shapes)


def _group(tree: Mapping[str, Any], shape: GroupShape, shapes: Shapes) -> dict[str, Any]:
    out = {}
    for key, value in tree.items():
        field = shape.fields.get(key)
        if field is None:
            out[key] = value
            continue
        kept = _value(value, field, shapes)
        if kept is not None:
            out[key] = kept
    return out


def _value(value: Any, field: Field, shapes: Shapes) -> Any:
    if isinstance(value, list) and field.many and field.group:
        short = shapes[field.group].short
        whole = [{short: v} if short and isinstance(v, str) else v for v in value]
        kept = [_group(v, shapes[field.group], shapes) if isinstance(v, dict) else v for v in whole]
        unused = kept and all(isinstance(v, dict) and _is_empty(v, shapes[field.group]) for v in kept)
        return None if unused and not field.required else kept
    if isinstance(value, dict) and not field.many:
        if field.group:
            kept_group = _group(value, shapes[field.group], shapes)
            return kept_group if field.required or not _is_empty(kept_group, shapes[field.group]) else None
        if field.kind == "table":
            return {k: v for k, v in value.items() if v is not None or k not in field.choices}
    return value


def _is_empty(kept: Mapping[str, Any], shape: GroupShape) -> bool:
    """Whether a group says nothing: only empty groups, and empty lists where an empty list is the same as none."""
    return all(
        key in shape.fields and (value == {} or (value == [] and not shape.fields[key].nullable))
        for key, value in kept.items()
    )
