"""A starter case file: every key that one kind of filing needs, with its explanation, ready to be filled in.

A line of explanation begins with «# », a key that may be used begins with «#» and no space: whoever needs it deletes
the «#». Values are left empty, so that `check` reports exactly what is still missing.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from panahat.case.engine import shapes
from panahat.case.needs import Need, Needs, plain
from panahat.case.shape import ROOT, Field, GroupShape
from panahat.case.words import explained
from panahat.messages import N_, Translator, translator

_KINDS = {
    "day": N_("a date: 2026-02-09"),
    "flag": N_("true or false"),
    "count": N_("a whole number"),
    "positive": N_("a whole number from 1"),
    "country": N_("a state, two Latin capitals: RU, KZ"),
    "iin": N_("twelve digits"),
    "id": N_("small Latin letters, digits, hyphens"),
}
_NEEDED = N_("needed")
_WANTED = N_("if known")
_WORDS = N_("one of: {words}")
_SEVERAL = N_("a list; begin each entry with a dash")
_HEAD = (
    N_("Case file for the filing «{filing}»."),
    N_("Write after the colon; leave empty what is not known. Lines with «# » explain and may be deleted."),
    N_("A key behind «#» without a space may be used: delete the «#». Put a text with a colon or a comma into quotes."),
    N_("A long text: write «|» after the colon and the text below it, indented; a blank line begins a new paragraph."),
    N_(
        "Never write names of people who must not appear in court. Check the file with: panahat check FILE --for "
        "{filing}"
    ),
)
_OTHERS = N_("Other groups of facts a case file may hold: {groups}.")
_LEFT_OUT = frozenset({"synthetic"})
_FOLDED = frozenset({"NameForms"})


def starter(needs: Needs, language: str) -> str:
    """The starter file for the filing of `needs`, explained in `language` (ru, kk or en)."""
    return "\n".join(_Writer(needs, translator(language)).lines()) + "\n"


@dataclass(frozen=True, slots=True)
class _Writer:
    needs: Needs
    tr: Translator

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages in which the filing may be read."""
        return self.needs.languages

    def lines(self) -> Iterator[str]:
        for text in _HEAD:
            yield f"# {self.tr(text).format(filing=self.needs.kind)}"
        root = shapes()[ROOT]
        others = []
        for field in root.fields.values():
            if field.key in _LEFT_OUT:
                continue
            if not field.required and not self._mark(field, (field.key,)):
                others.append(field.key)
                continue
            if field.group:
                yield ""
            yield from self._field(field, (field.key,), 0, active=True)
        if others:
            yield ""
            yield f"# {self.tr(_OTHERS).format(groups=', '.join(others))}"

    def _mark(self, field: Field, path: tuple[str, ...]) -> str:
        """Whether the key is needed or wanted, "" if neither."""
        if field.required or _asks(self.needs.needs, path):
            return _NEEDED
        return _WANTED if _asks(self.needs.wants, path) else ""

    def _field(self, field: Field, path: tuple[str, ...], depth: int, *, active: bool) -> Iterator[str]:
        mark = self._mark(field, path)
        active = active and (bool(mark) or field.key == "proof")
        yield f"{'  ' * depth}# {self._help(field, mark if active else '')}"
        pad = "  " * depth + ("" if active else "#")
        group = shapes()[field.group] if field.group else None
        if group is None or group.name in _FOLDED or (group.name == "Words" and not field.many):
            yield f"{pad}{field.key}:{self._value(field, group)}"
            return
        yield f"{pad}{field.key}:"
        if field.many:
            below = list(self._group(group, path, depth + 1, active=active))
            yield from _as_item(below, depth)
        else:
            yield from self._group(group, path, depth + 1, active=active)

    def _group(self, group: GroupShape, path: tuple[str, ...], depth: int, *, active: bool) -> Iterator[str]:
        if group.name in ("Words", "Text"):
            yield from (f"{'  ' * depth}{'' if active else '#'}{key}:" for key in self.languages)
            return
        for field in group.fields.values():
            yield from self._field(field, (*path, field.key), depth, active=active)

    def _help(self, field: Field, mark: str) -> str:
        parts = [self.tr(field.description)]
        if len(field.choices) > 1:
            parts.append(self.tr(_WORDS).format(words=explained(field.choices, self.tr)))
        elif field.kind in _KINDS and field.key != "proof":
            parts.append(self.tr(_KINDS[field.kind]))
        if field.many and field.group:
            parts.append(self.tr(_SEVERAL))
        return "; ".join(parts) + (f" — {self.tr(mark)}" if mark else "")

    def _value(self, field: Field, group: GroupShape | None) -> str:
        if field.key == "schema":
            return f" {field.choices[0]}"
        if group is not None:
            words = ", ".join(f"{language}: " for language in self.languages)
            return " {}" if group.name in _FOLDED else f" {{{words}}}"
        if field.many:
            return "" if field.required or field.nullable else " []"
        if field.kind == "table":
            return " {}"
        return f" {field.default}" if field.default else ""


def _as_item(lines: list[str], depth: int) -> Iterator[str]:
    """The lines of a group as one entry of a list: the first key behind a dash."""
    pad = "  " * depth
    opened = False
    for line in lines:
        bare = line.removeprefix(pad + "  ")
        if not opened and not bare.startswith("# "):
            opened = True
            yield f"{pad}#- {bare[1:]}" if bare.startswith("#") else f"{pad}- {bare}"
        else:
            yield line


def _asks(needs: tuple[Need, ...], path: tuple[str, ...]) -> bool:
    """Whether one of `needs` names the key at `path` or something below it."""
    return any(plain(pattern)[: len(path)] == path for need in needs for pattern in need.any_of)
