"""The schema of a case file as a table: which keys a group has, what each may hold, and how its help text reads.

The table is what the reader, the messages, the starter file, the JSON Schema and `walk` need to know of the models.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import Any

from msgspec import Struct

from panahat.messages import N_
from panahat.problems import Path

ROOT = "Case"
CLARIFY, VALUE = "clarify", "value"
"""The keys of a mark «to be clarified» (see `clarify`)."""


class Field(Struct, frozen=True):
    """One key of a group.

    `kind` is line, prose, name, id, country, day, partial (day, month or year), partial_or_unknown, moment, flag,
    count, positive, sheets, iin, choice (one of `choices`), group (the
    keys of `group`, or one of `choices`) or table (any of `choices` as keys, a line each). With `many` it is a list of
    these. `required`: the key must be there. `nullable`: it may be unknown. `least` and `most` bound a list,
    `limit` a text; `default` is what an absent key means, as the file would write it; `prints` is
    how a text prints the value where the kind alone does not say it: named, body, norm, years or days.
    """

    key: str
    attribute: str
    description: str
    kind: str
    required: bool = False
    nullable: bool = False
    many: bool = False
    group: str = ""
    choices: tuple[str, ...] = ()
    least: int | None = None
    most: int | None = None
    limit: int | None = None
    default: str = ""
    prints: str = ""


CLARIFY_HELP = N_("what is to be clarified, and with whom")
_CLARIFY = Field(CLARIFY, CLARIFY, CLARIFY_HELP, "line")


class GroupShape(Struct, frozen=True):
    """A group: its name, what it is, and its fields by key in the order of the schema.

    `short`: the key whose value alone may stand for the whole group.
    """

    name: str
    doc: str
    fields: Mapping[str, Field]
    short: str = ""


class Shapes:
    """All groups by name, built from the table when first asked for."""

    def __init__(self, table: Mapping[str, Any]) -> None:
        self._table = table
        self._built: dict[str, GroupShape] = {}

    def __getitem__(self, name: str) -> GroupShape:
        found = self._built.get(name)
        if found is None:
            row = self._table[name]
            fields = {f["key"]: Field(**{**f, "choices": tuple(f.get("choices", ()))}) for f in row["fields"]}
            found = self._built[name] = GroupShape(name, row["doc"], fields, row["short"])
        return found

    def __iter__(self) -> Iterator[str]:
        return iter(self._table)

    @cached_property
    def _where(self) -> Mapping[str, str]:
        """The first place of every group in the case file: «extradition.charges[].kz»."""
        found = {ROOT: ""}
        waiting = [ROOT]
        while waiting:
            name = waiting.pop(0)
            for field in self[name].fields.values():
                if field.group and field.group not in found:
                    found[field.group] = f"{found[name]}.{field.key}".lstrip(".") + ("[]" if field.many else "")
                    waiting.append(field.group)
        return found

    @cached_property
    def plain_act(self) -> Path:
        """The first path of an act that has only what every act has: somebody made it and served it."""
        acts = [name for name in self._where if {"by", "on", "served", "answers"} <= self[name].fields.keys()]
        smallest = min(acts, key=lambda name: len(self[name].fields))
        return tuple(self._where[smallest].replace("[]", "").split("."))

    def places(self, key: str) -> tuple[str, ...]:
        """Every group that has `key`, by its first place in the case file."""
        return tuple(where or key for name, where in self._where.items() if key in self[name].fields)

    def field(self, path: Path) -> Field | None:
        """The field a path leads to (list positions are stepped over); None if the schema has no such path."""
        group: GroupShape | None = self[ROOT]
        field: Field | None = None
        for n, step in enumerate(path):
            if step == CLARIFY and n == len(path) - 1:
                return _CLARIFY
            if isinstance(step, int):
                if field is None or not field.many:
                    return None
                continue
            if field is not None and field.kind == "table" and step in field.choices:
                group, field = None, Field(step, step, field.description, "line", limit=field.limit)
                continue
            if group is None or step not in group.fields:
                return None
            field = group.fields[step]
            group = self[field.group] if field.group else None
        return field

    def group_at(self, path: Path) -> GroupShape | None:
        """The group whose keys stand below `path`."""
        if not path:
            return self[ROOT]
        field = self.field(path)
        return self[field.group] if field is not None and field.group else None

    def known_part(self, path: Path) -> Path:
        """`path` as far as the schema knows it, so that no word of a case file gets into a message by way of a key."""
        for length in range(len(path), 0, -1):
            if self.field(path[:length]) is not None:
                return path[:length]
        return ()
