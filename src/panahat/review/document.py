"""A Word document as its reader sees it: paragraphs in order with their places, headers, footers and notes included.

Read with expat alone, so that two drafts are compared in a moment. Whatever Word or LibreOffice adds on saving (marks of
edits, split runs, bookmarks) leaves no trace here. Tracked changes are taken as accepted, and said. What is hidden, struck
or unreadable stays in the text and is marked; what is shown beside the text is listed.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from panahat.problems import Problem, Refused
from panahat.review import codes
from panahat.seal.package import Package, open_package
from panahat.seal.sight.looks import Looks
from panahat.seal.sight.reading import Mark, PartReader
from panahat.seal.sight.styles import styles_of, theme_of
from panahat.seal.sight.things import Thing, comments, resolved
from panahat.seal.xml import tree

if TYPE_CHECKING:
    from panahat.seal.revisions import Tracked
    from panahat.seal.sight.numbers import Numbers

_MACRO = frozenset(("vbaProject", "wordVbaData", "activeXControlBinary"))
_FRAMES = ("header", "footer")
BODY = ""

Place = tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Unit:
    """One paragraph that says something: its story («» the text, «header», «footnotes»…), its number there from 1, its text.

    `place` is (table, row, cell) from 1, repeated for a table inside a cell; () outside of tables. `label` is its automatic
    number, `marks` are the stretches of its text that a reader does not see as they are said.
    """

    story: str
    number: int
    text: str
    place: Place = ()
    label: str = ""
    marks: tuple[Mark, ...] = ()
    heading: bool = field(default=False, compare=False)

    @property
    def unseen(self) -> tuple[tuple[str, str], ...]:
        """(how, words) of each stretch that does not show as it is said."""
        return tuple((mark.how, self.text[mark.start : mark.end]) for mark in self.marks)

    @property
    def row(self) -> Place:
        """The row it stands in, () outside of tables."""
        return self.place[:2]


@dataclass(frozen=True, slots=True)
class Shown:
    """A thing beside the text, with its story and the number of its paragraph among those that say something."""

    thing: Thing
    story: str = ""
    number: int = 0


@dataclass(frozen=True)
class Document:
    """All paragraphs with text: the body first, then headers, footers and notes; what was tracked in it.

    `things` are what it shows beside the text, in order, each with its story and the number of the paragraph it stands in.
    """

    units: tuple[Unit, ...]
    tracked: Tracked | None = None
    things: tuple[Shown, ...] = ()

    @property
    def body(self) -> tuple[Unit, ...]:
        return tuple(u for u in self.units if u.story == BODY)


def read_document(content: bytes, name: str = "") -> Document:
    """The document in `content`, called `name` in problems; tracked changes are taken as accepted.

    Raises Refused where it cannot be read strictly, holds macros, or has no text.
    """
    try:
        package, found = open_package(content), None
        stories = _Stories(package)
        if stories.tracked:
            from panahat.seal.revisions import accept_all, tracked

            found = tracked(content)
            stories = _Stories(open_package(accept_all(content)))
    except Refused as refused:
        raise Refused(
            Problem(p.code, name or p.file, p.path, p.line, p.column, p.facts) for p in refused.problems
        ) from None
    if not stories.units:
        raise Refused([Problem(codes.NO_TEXT, name)])
    return Document(tuple(stories.units), found or None, tuple(stories.things))


def word_part(package: Package) -> str:
    """The part with the text. Raises Refused where there is none, or it comes with macros."""
    main = package.text
    if main is None:
        raise Refused([Problem(codes.NOT_WORD)])
    kinds = {r.kind for found in package.relationships.values() for r in found}
    if "macro" in package.types[main] or kinds & _MACRO:
        raise Refused([Problem(codes.MACRO)])
    return main


class _Stories:
    """The stories of a document: the text, its headers and footers, its notes; with the things between their words."""

    def __init__(self, package: Package) -> None:
        self.units: list[Unit] = []
        self.things: list[Shown] = []
        self.tracked = False
        self._package = package
        main = word_part(package)
        styles = styles_of(package, main)
        self._looks = Looks(styles, theme_of(package, main))
        self._titles = {BODY}
        body = self._read(BODY, main)
        for title, part in self._asked(main, body):
            self._read(title, part)
        for kind in ("footnotes", "endnotes"):
            notes = package.one(main, kind)
            if notes is not None:
                self._read(kind, notes)
        self.things += [Shown(thing, "comments") for thing in comments(package, main)]

    @cached_property
    def _numbers(self) -> Numbers:
        """The lists of the document, which count on from part to part."""
        from panahat.seal.sight.numbers import Numbers

        return Numbers(self._package, word_part(self._package), self._looks.styles)

    def _asked(self, main: str, body: PartReader) -> Iterator[tuple[str, str]]:
        """(title, part) of every header and footer that a section shows, each part once."""
        targets = {
            r.id: r.target for r in self._package.relationships.get(main, ()) if r.kind in _FRAMES and not r.external
        }
        done: set[str] = set()
        now: dict[str, str | None] = {}
        for asked, first in body.sections:
            now |= {title: targets.get(id) for title, id in asked}
            for title, part in now.items():
                hidden = (title.endswith(" first") and not first) or (title.endswith(" even") and not self._even)
                if part is None or part in done or hidden:
                    continue
                done.add(part)
                while title in self._titles:
                    title += "+"
                self._titles.add(title)
                yield title, part

    @cached_property
    def _even(self) -> bool:
        """Whether even pages have headers and footers of their own."""
        part = self._package.one(word_part(self._package), "settings")
        if part is None:
            return False
        found = tree(part, self._package.members[part].content()).find("{*}evenAndOddHeaders")
        return found is not None and next(iter(found.attrib.values()), "1") not in ("0", "false", "off")

    def _read(self, story: str, part: str) -> PartReader:
        read = PartReader(part, self._package.members[part].content(), self._looks, lambda: self._numbers)
        self.tracked = self.tracked or read.tracked
        numbers: list[int] = []
        number = 0
        for said in read.paragraphs:
            if said.text.strip():
                number += 1
                self.units.append(Unit(story, number, said.text, said.place, said.label, said.marks, said.heading))
            numbers.append(max(number, 1))
        for thing in resolved(self._package, part, read.things):
            self.things.append(Shown(thing, story, numbers[thing.paragraph] if numbers else 1))
        return read
