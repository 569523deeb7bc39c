"""JSON Schema of a case file, for editors that complete keys and show explanations while one types."""

from __future__ import annotations

import json
from typing import Any

from panahat.case.engine import shapes
from panahat.case.limits import COUNT, LINE
from panahat.case.shape import CLARIFY, CLARIFY_HELP, ROOT, VALUE, Field, GroupShape
from panahat.messages import N_, Translator, translator

_MARK = "ToClarify"
_MARK_HELP = N_("a fact that is not certain: its value, if there is one, and what is to be clarified")
_TITLE = N_("Case file of Panahat")
_DRAFT = "http://json-schema.org/draft-07/schema#"
_PARTIAL = r"^\d{4}(-\d{2}){0,2}$"
# Editors read numbers and yes/no as such where the reader here takes text.
_KINDS: dict[str, dict[str, Any]] = {
    "day": {"type": "string", "format": "date", "pattern": r"^\d{4}-\d{2}-\d{2}$"},
    "sheets": {"type": ["string", "integer"], "pattern": r"^\d+( ?[-–] ?\d+)?$"},
    "partial": {"type": ["string", "integer"], "pattern": _PARTIAL},
    "partial_or_unknown": {"type": ["string", "integer"], "pattern": f"{_PARTIAL}|^unknown$"},
    "moment": {"type": "string", "pattern": r"^\d{4}-\d{2}-\d{2}( \d{2}:\d{2})?$"},
    "flag": {"type": "boolean"},
    "count": {"type": "integer", "minimum": 0, "maximum": COUNT},
    "positive": {"type": "integer", "minimum": 1, "maximum": COUNT},
    "iin": {"type": ["string", "integer"]},
    "country": {"type": "string", "pattern": "^[A-Z]{2}$"},
    "id": {"type": ["string", "number"]},
    "line": {"type": ["string", "number"]},
    "name": {"type": "string"},
    "prose": {"type": "string"},
}


def json_schema(language: str) -> str:
    """The JSON Schema (draft 7) with explanations in `language`, as text that ends with a line break."""
    tr = translator(language)
    table = shapes()
    definitions = {name: _group(table[name], tr) for name in table}
    definitions[_MARK] = {
        "type": "object",
        "description": tr(_MARK_HELP),
        "required": [CLARIFY],
        "properties": {VALUE: {}, CLARIFY: _clarify(tr)},
        "additionalProperties": False,
    }
    whole = {"$schema": _DRAFT, "title": tr(_TITLE), "$ref": f"#/definitions/{ROOT}", "definitions": definitions}
    return json.dumps(whole, ensure_ascii=False, indent=1) + "\n"


def _group(group: GroupShape, tr: Translator) -> dict[str, Any]:
    out: dict[str, Any] = {
        "type": "object",
        "additionalProperties": False,
        "properties": {**{field.key: _field(field, tr) for field in group.fields.values()}, CLARIFY: _clarify(tr)},
    }
    required = [field.key for field in group.fields.values() if field.required]
    return {**out, "required": required} if required else out


def _clarify(tr: Translator) -> dict[str, Any]:
    """The key `clarify` of a mark and of every group."""
    return {"type": "string", "minLength": 1, "description": tr(CLARIFY_HELP)}


def _field(field: Field, tr: Translator) -> dict[str, Any]:
    one = _one(field)
    if field.many:
        one = {"type": "array", "items": one}
        bounds = {"minItems": field.least, "maxItems": field.most}
        one |= {key: bound for key, bound in bounds.items() if bound is not None}
    mark: dict[str, Any] = {"$ref": f"#/definitions/{_MARK}"}
    one = {"anyOf": [one, mark] if field.required else [one, mark, {"type": "null"}]}
    text = tr(field.description)
    extra = {"default": field.default} if field.default else {}
    return {"title": field.key, "description": text, **extra, **one}


def _one(field: Field) -> dict[str, Any]:
    """The schema of one value of a field."""
    if field.kind == "group":
        group: dict[str, Any] = {"$ref": f"#/definitions/{field.group}"}
        if short := shapes()[field.group].short:
            return {"anyOf": [_one(shapes()[field.group].fields[short]), group]}
        return {"anyOf": [group, {"enum": list(field.choices)}]} if field.choices else group
    if field.kind == "choice":
        words: list[Any] = list(field.choices)
        return {"enum": [*words, *(int(w) for w in words if w.isdigit())]}
    if field.kind == "table":
        line = {"type": "string", "maxLength": field.limit or LINE}
        return {"type": "object", "additionalProperties": False, "properties": dict.fromkeys(field.choices, line)}
    limit = {"maxLength": field.limit} if field.limit else {}
    return {**_KINDS[field.kind], **limit}
