"""A starter case file: every key that one kind of filing needs, with its explanation, ready to be filled in.

A line of explanation begins with «# », a key that may be used begins with «#» and no space: whoever needs it deletes
the «#». A group that the filing can do without is folded into one line that names the command which opens it. Values
are left empty, so that `check` reports exactly what is still missing.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct

from panahat.case.engine import shapes
from panahat.case.needs import TEXTS, Need, Needs, plain
from panahat.case.shape import ROOT, Field, GroupShape
from panahat.case.words import explained
from panahat.messages import N_, Translator, translator

KINDS = {
    "day": N_("a date: 2026-02-09"),
    "partial": N_("a date, or as much of it as is known: 2026-02-09, 2026-02, 2026"),
    "partial_or_unknown": N_("a date, or as much of it as is known: 2026-02-09, 2026-02, 2026, unknown"),
    "moment": N_("a day, and an hour where it is known: 2026-01-28 12:00"),
    "flag": N_("true or false"),
    "count": N_("a whole number"),
    "positive": N_("a whole number from 1"),
    "country": N_("a state, two Latin capitals: RU, KZ"),
    "sheets": N_("a number, or the first and the last: 4-6"),
    "iin": N_("twelve digits"),
    "id": N_("small Latin letters, digits, hyphens"),
}
_NEEDED = N_("needed")
_WANTED = N_("if known")
ONE_OF = N_("one of: {words}")
_IN_BRACKETS = N_("in brackets: [{example}]")
_SEVERAL = N_("a list; begin each entry with a dash")
_HEAD = (
    N_("Case file for the filing «{filing}»."),
    N_("Write after the colon; leave empty what is not known. Lines with «# » explain and may be deleted."),
    N_("A key behind «#» without a space may be used: delete the «#». Put a text with a colon or a comma into quotes."),
    N_("A long text: write «|» after the colon and the text below it, indented; a blank line begins a new paragraph."),
    N_(
        "Not certain, or still to be asked? Write {{value: …, clarify: …}}, or {{clarify: …}} where nothing is known yet."
    ),
    N_("A group with «…» is folded: the command beside it prints its keys, to be put in the place of that line."),
    N_(
        "Never write names of people who must not appear in court. Check the file with: panahat check FILE --for "
        "{filing}"
    ),
    N_("Editors that know YAML complete keys and explain them once there is: panahat schema -o {schema}"),
)
SCHEMA_FILE = "panahat.schema.json"
"""The JSON Schema a starter file points its editor to; it lies beside the case file."""
ALL = "all"
_LEFT_OUT = frozenset({"synthetic"})
PLAIN = frozenset({"NameForms", "Reference"})


def starter(needs: Needs, language: str, unfold: Sequence[str] = ()) -> str:
    """The starter file for the filing of `needs`, explained in `language` (ru, kk or en).

    `unfold` names groups to be shown open although the filing can do without them; «all» opens every one.
    """
    return "\n".join(_Writer(needs, translator(language), frozenset(unfold)).lines()) + "\n"


def part(needs: Needs, language: str, unfold: Sequence[str]) -> str:
    """The lines of the starter file that show the groups `unfold`, indented as they stand in it."""
    writer = _Writer(needs, translator(language), frozenset(unfold))
    return "\n".join(line for name in unfold for line in writer.part(tuple(name.split(".")))) + "\n"


def groups() -> tuple[str, ...]:
    """Every group of facts that a starter file may fold, as `unfold` names it, in the order of the schema."""
    return tuple(_groups(shapes()[ROOT], ()))


def _groups(group: GroupShape, path: tuple[str, ...]) -> Iterator[str]:
    for field in group.fields.values():
        if field.group and field.group not in PLAIN | TEXTS:
            yield ".".join((*path, field.key))
            yield from _groups(shapes()[field.group], (*path, field.key))


class _Writer(Struct, frozen=True):
    needs: Needs
    tr: Translator
    unfold: frozenset[str]

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages in which the filing may be read."""
        return self.needs.languages

    def lines(self) -> Iterator[str]:
        yield f"# yaml-language-server: $schema={SCHEMA_FILE}"
        for text in _HEAD:
            yield f"# {self.tr(text).format(filing=self.needs.kind, schema=SCHEMA_FILE)}"
        for field in shapes()[ROOT].fields.values():
            if field.key not in _LEFT_OUT:
                written = list(self._field(field, (field.key,), 0))
                if len(written) > 1 and field.group:
                    yield ""
                yield from written

    def part(self, path: tuple[str, ...]) -> Iterator[str]:
        """The lines of the group at `path`, indented as they stand in the file."""
        field = shapes().field(path)
        if field is not None:
            yield from self._field(field, path, len(path) - 1)

    def _mark(self, field: Field, path: tuple[str, ...]) -> str:
        """Whether the key is needed or wanted, "" if neither."""
        if field.required or _asks(self.needs.needs, path):
            return _NEEDED
        return _WANTED if _asks(self.needs.wants, path) else ""

    def _is_open(self, field: Field, path: tuple[str, ...]) -> bool:
        """Whether the group at `path` is shown open: needed, also by the final filing only, or unfolded."""
        below = ".".join(path)
        asked = ALL in self.unfold or any(f"{name}.".startswith(f"{below}.") for name in self.unfold)
        final = tuple(want for want in self.needs.wants if want.final)
        return asked or field.required or _asks((*self.needs.needs, *final), path)

    def _field(self, field: Field, path: tuple[str, ...], depth: int) -> Iterator[str]:
        mark = self._mark(field, path)
        pad = "  " * depth
        group = shapes()[field.group] if field.group else None
        if group is not None and group.name not in PLAIN | TEXTS:
            if not self._is_open(field, path):
                command = f"panahat new {self.needs.kind} --only {'.'.join(path)}"
                yield f"{pad}# {field.key}: …  # {self._help(field, mark, with_kind=False)}: {command}"
                return
            yield f"{pad}# {self._help(field, mark)}"
            yield f"{pad}{field.key}:"
            ordered = self._ordered(group, path) if field.many else group.fields.values()
            below = [x for f in ordered for x in self._field(f, (*path, f.key), depth + 1)]
            yield from _as_item(below, depth) if field.many else below
        elif self._is_used(field, path):
            if len(field.choices) != 1:  # the version of the file explains itself
                yield f"{pad}# {self._help(field, mark)}"
            yield from self._value_lines(field, group, depth)
        else:
            yield f"{pad}#{field.key}:{self._value(field, group)}  # {self._help(field, '')}"

    def _value_lines(self, field: Field, group: GroupShape | None, depth: int) -> Iterator[str]:
        """The key with an empty value; a text of several sentences has a line for each language."""
        pad = "  " * depth
        if group is not None and group.name == "Text":
            yield f"{pad}{field.key}:"
            yield from (f"{pad}  {key}:" for key in self.languages)
        else:
            yield f"{pad}{field.key}:{self._value(field, group)}"

    def _is_used(self, field: Field, path: tuple[str, ...]) -> bool:
        """Whether the key stands in the file ready to be filled in."""
        if field.group and field.group not in PLAIN | TEXTS:
            return self._is_open(field, path)
        return bool(self._mark(field, path)) or field.key == "proof"

    def _ordered(self, group: GroupShape, path: tuple[str, ...]) -> list[Field]:
        """The fields of a group, one that is used in front, because an entry of a list begins with it."""
        fields = list(group.fields.values())
        first = next((n for n, f in enumerate(fields) if self._is_used(f, (*path, f.key))), 0)
        return [fields[first], *fields[:first], *fields[first + 1 :]]

    def _help(self, field: Field, mark: str, *, with_kind: bool = True) -> str:
        parts = [self.tr(field.description)]
        if len(field.choices) > 1:
            parts.append(self.tr(ONE_OF).format(words=explained(field.choices, self.tr)))
        elif field.kind in KINDS and field.key != "proof":
            parts.append(self.tr(KINDS[field.kind]))
        if field.many and field.group and with_kind and field.group not in PLAIN:
            parts.append(self.tr(_SEVERAL))
        elif field.many and not field.group and field.key != "proof":
            shown = ", ".join(field.choices[:2]) or {"country": "RU"}.get(field.kind, "…")
            parts.append(self.tr(_IN_BRACKETS).format(example=shown))
        return "; ".join(parts) + (f" — {self.tr(mark)}" if mark else "")

    def _value(self, field: Field, group: GroupShape | None) -> str:
        if field.key == "schema":
            return f" {field.choices[0]}"
        if group is not None and not field.many:
            words = ", ".join(f"{language}: " for language in self.languages)
            return " {}" if group.name in PLAIN else f" {{{words}}}"
        if field.many:
            return "" if field.required or field.nullable else " []"
        if field.kind == "table":
            return " {}"
        return f" {field.default}" if field.default else ""


def _as_item(lines: list[str], depth: int) -> Iterator[str]:
    """The lines of a group as one entry of a list: the first key that is used behind a dash."""
    pad = "  " * depth
    opened = False
    for line in lines:
        bare = line.removeprefix(pad + "  ")
        if not opened and not bare.startswith("#"):
            opened = True
            yield f"{pad}- {bare}"
        else:
            yield line


def _asks(needs: tuple[Need, ...], path: tuple[str, ...]) -> bool:
    """Whether one of `needs` names the key at `path` or something below it."""
    return any(plain(pattern)[: len(path)] == path for need in needs for pattern in need.any_of)
