"""What is still to be asked for a filing, in the order in which people tell it (`templates/story.yaml`)."""

from collections.abc import Iterator, Sequence
from typing import Any

from msgspec import Struct

from panahat.case.engine import shapes
from panahat.case.needs import TEXTS, Needs, plain
from panahat.case.shape import CLARIFY, VALUE, Field
from panahat.case.starter_file import PLAIN
from panahat.library import Library
from panahat.problems import Path
from panahat.record_checking import read_record
from panahat.records import AllWords, Record, Some

FILE = "story.yaml"
_ASIDE = frozenset({"schema", "synthetic", "arguments"})
"""What nobody is asked for."""


class Section(Record):
    """One part of the story: what it is called, and the facts told in it."""

    title: AllWords
    asks: Some[str]


class Story(Record):
    """The parts in their order."""

    sections: Some[Section]


class Question(Struct, frozen=True):
    """One fact to ask for: its place, the section it belongs to, and whether the filing cannot do without it.

    `kind` is «fact» (a value), «there» (whether there is such a group or list at all) or «more» (whether a list goes on).
    """

    path: Path
    field: Field
    section: Section
    needed: bool
    kind: str = "fact"


def story(library: Library) -> Story:
    """The story on the library. Raises Refused with everything wrong with its file."""
    return read_record(FILE, library.find(FILE), Story)


def questions(
    tree: Any, needs: Needs, told: Story, opened: Sequence[Path], *, every: bool = False
) -> Iterator[Question]:
    """What the facts in `tree` leave to be asked for the filing of `needs`, in the order of the story.

    `opened` are the groups and lists that the person said are there; `every` also asks for what the filing can do without.
    """
    for section in told.sections:
        for dotted in section.asks:
            path: Path = tuple(dotted.split("."))
            field = shapes().field(path)
            if field is not None and path[0] not in _ASIDE:
                fresh = says(_at(tree, path[:-1])) is False or path[:-1] in opened
                yield from _Asking(section, needs, frozenset(opened), every).field(_at(tree, path), field, path, fresh)


class _Asking(Struct, frozen=True):
    section: Section
    needs: Needs
    opened: frozenset[Path]
    every: bool

    def field(self, value: Any, field: Field, path: Path, fresh: bool) -> Iterator[Question]:
        """What is to be asked at one place; `fresh`: its group is only now told, so all that stands in it is asked for."""
        if isinstance(value, dict) and CLARIFY in value and value.keys() <= {CLARIFY, VALUE}:
            if value.get(VALUE) is None:  # it is marked: somebody will ask
                return
            value = value[VALUE]
        if field.group in PLAIN - {"Reference"} or field.kind == "table":
            return
        asked = self._asked(field, path, fresh)
        if field.group in TEXTS and not field.many:
            yield from self._text(value, field, path, asked)
        elif not field.group or field.group == "Reference":
            if (
                value in (None, [], [None])
                and (asked is not None or self.every)
                and (value is None or not field.nullable)
            ):
                yield self._question(path, field, bool(asked))
        elif field.many:
            yield from self._list(value, field, path, asked)
        elif isinstance(value, dict) or path in self.opened or asked:
            yield from self._group(value, field, path)
        elif asked is not None or self.every:
            yield self._question(path, field, False, "there")

    def _list(self, value: Any, field: Field, path: Path, asked: bool | None) -> Iterator[Question]:
        entries = value if isinstance(value, list) and not _is_blank(value) else []
        if path not in self.opened and not entries:
            if value != [] and (asked is not None or self.every):
                yield self._question(path, field, bool(asked), "there")
            return
        one = Field(field.key, field.attribute, field.description, field.kind, group=field.group)
        told = [*entries, None] if (*path, len(entries)) in self.opened else entries
        for n, entry in enumerate(told):
            yield from self._group(entry, one, (*path, n))
        if path in self.opened:
            yield self._question(path, field, False, "more")

    def _group(self, value: Any, field: Field, path: Path) -> Iterator[Question]:
        fresh = not says(value) or path in self.opened
        for below in shapes()[field.group].fields.values():
            yield from self.field(_at(value, (below.key,)), below, (*path, below.key), fresh)

    def _text(self, value: Any, field: Field, path: Path, asked: bool | None) -> Iterator[Question]:
        if asked is None and not self.every and value is None:
            return
        for language in self.needs.languages:
            if _at(value, (language,)) is None:
                below = shapes()[field.group].fields[language]
                yield self._question((*path, language), below, bool(asked) and below.required)

    def _asked(self, field: Field, path: Path, fresh: bool) -> bool | None:
        """True where the filing cannot do without the fact, False where it asks for it, None where it does not."""
        steps = tuple(step for step in path if isinstance(step, str))
        if field.required or self._names(self.needs.needs, steps, below=False):
            return True
        own = fresh and (not field.group or field.group in TEXTS or field.group == "Reference")
        wanted = self._names((*self.needs.wants, *self.needs.needs), steps, below=own)
        return False if wanted else None

    @staticmethod
    def _names(asked: Sequence[Any], steps: Path, *, below: bool) -> bool:
        """Whether one of `asked` names the fact or something in it; with `below`, also where it names the fact's own group."""
        for pattern in (plain(p) for need in asked for p in need.any_of):
            if pattern[: len(steps)] == steps or (below and pattern == steps[:-1]):
                return True
        return False

    def _question(self, path: Path, field: Field, needed: bool, kind: str = "fact") -> Question:
        return Question(path, field, self.section, needed, kind)


def _is_blank(entries: Any) -> bool:
    """Whether a list has nothing but entries in which nothing is said: those of a starter file."""
    return bool(entries) and not any(says(entry) for entry in entries)


def says(value: Any) -> bool:
    """Whether what a file has at a place tells any fact."""
    if isinstance(value, dict):
        return any(map(says, value.values()))
    return bool(value)


def _at(tree: Any, path: Path) -> Any:
    for step in path:
        tree = tree.get(step) if isinstance(tree, dict) else None
    return tree
