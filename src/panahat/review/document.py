"""A Word document as its reader sees it: paragraphs in order with their places, headers, footers and notes included.

Read with expat alone, so that two drafts are compared in a moment. Whatever Word or LibreOffice adds on saving (marks of
edits, split runs, bookmarks) leaves no trace here. Tracked changes are taken as accepted, and said.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from panahat.problems import Problem, Refused
from panahat.review import codes
from panahat.seal.package import Package, open_package
from panahat.seal.xml import W, feed, strict_parser

if TYPE_CHECKING:
    from panahat.review.redlining.revisions import Tracked

_STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
_R = (
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "http://purl.oclc.org/ooxml/officeDocument/relationships",
)
_FALLBACK = "http://schemas.openxmlformats.org/markup-compatibility/2006|Fallback"
_SIGNS = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "\u2011", "softHyphen": "\u00ad"}
_REVISIONS = (
    *(b"<w:ins ", b"<w:del ", b"<w:moveFrom ", b"<w:moveTo ", b"<w:cellIns ", b"<w:cellDel ", b"<w:cellMerge "),
    b"Change w:",
)
"""How the marks of tracked changes begin; whether there are any is then looked at exactly."""

_MACRO = frozenset(("vbaProject", "wordVbaData", "activeXControlBinary"))
_PAGE_FIELDS = ("PAGE", "NUMPAGES", "SECTIONPAGES")
BODY = ""

Place = tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Unit:
    """One paragraph that says something: its story («» the text, «header», «footnotes»…), its number there from 1, its text.

    `place` is (table, row, cell) from 1, repeated for a table inside a cell; () outside of tables.
    """

    story: str
    number: int
    text: str
    place: Place = ()

    @property
    def row(self) -> Place:
        """The row it stands in, () outside of tables."""
        return self.place[:2]


@dataclass(frozen=True)
class Document:
    """All paragraphs with text: the body first, then headers, footers and notes; and what was tracked in it."""

    units: tuple[Unit, ...]
    tracked: Tracked | None = None

    @property
    def body(self) -> tuple[Unit, ...]:
        return tuple(u for u in self.units if u.story == BODY)


def read_document(content: bytes, name: str = "") -> Document:
    """The document in `content`, called `name` in problems; tracked changes are taken as accepted.

    Raises Refused where it cannot be read strictly, holds macros, or has no text.
    """
    try:
        package = open_package(content)
        found = None
        contents = _texts(package)
        if any(mark in part for part in contents.values() for mark in _REVISIONS):
            from panahat.review.redlining.revisions import accept_all, tracked

            found = tracked(content)
            package = open_package(accept_all(content))
            contents = _texts(package)
        units = _units(package, contents)
    except Refused as refused:
        raise Refused(
            Problem(p.code, name or p.file, p.path, p.line, p.column, p.facts) for p in refused.problems
        ) from None
    if not units:
        raise Refused([Problem(codes.NO_TEXT, name)])
    return Document(tuple(units), found or None)


def _main(package: Package) -> str:
    """The main part. Raises Refused where there is none, or it comes with macros."""
    main = package.one("", "officeDocument")
    kinds = {r.kind for found in package.relationships.values() for r in found}
    if (main and "macroEnabled" in package.types[main]) or kinds & _MACRO:
        raise Refused([Problem(codes.MACRO)])
    if main is None or "wordprocessingml" not in package.types[main]:
        raise Refused([Problem(codes.NOT_WORD)])
    return main


def _texts(package: Package) -> dict[str, bytes]:
    """The content of every part that holds text, by name, the body first."""
    main = _main(package)
    kinds = ("header", "footer", "footnotes", "endnotes")
    names = [main, *(r.target for r in package.relationships.get(main, ()) if r.kind in kinds and not r.external)]
    return {name: package.members[name].content() for name in dict.fromkeys(names)}


def _units(package: Package, contents: Mapping[str, bytes]) -> list[Unit]:
    main = next(iter(contents))
    body = _Reader(main, contents[main])
    targets = {r.id: r for r in package.relationships.get(main, ())}
    stories: dict[str, list[tuple[str, Place]]] = {BODY: body.paragraphs}
    done: set[str] = set()
    for kind, id in body.references:
        target = targets.get(id)
        if target is None or target.target in done or target.target not in contents:
            continue
        done.add(target.target)
        title = kind
        while title in stories:
            title += "+"
        stories[title] = _Reader(target.target, contents[target.target]).paragraphs
    for kind in ("footnotes", "endnotes"):
        part = package.one(main, kind)
        if part is not None:
            stories[kind] = _Reader(part, contents[part]).paragraphs
    return [
        Unit(story, number, text, place)
        for story, paragraphs in stories.items()
        for number, (text, place) in enumerate(((t, p) for t, p in paragraphs if t.strip()), 1)
    ]


class _Reader:
    """The paragraphs of one part, and the references to headers and footers in it."""

    def __init__(self, part: str, content: bytes) -> None:
        self.paragraphs: list[tuple[str, Place]] = []
        self.references: list[tuple[str, str]] = []
        self._open: list[tuple[int, list[str]]] = []
        self._tables: list[list[int]] = []
        self._counts = [0]
        self._collecting = False
        self._run = 0
        self._skipped = 0
        self._fields: list[str] = []
        self._coding = False
        self._prefix = f"{_STRICT if _STRICT.encode() in content[:4000] else W}|"
        parser = strict_parser("|")
        parser.StartElementHandler, parser.EndElementHandler = self._enter, self._leave
        parser.CharacterDataHandler = self._text
        feed(parser, part, content)

    def _enter(self, name: str, attributes: Mapping[str, str]) -> None:
        if self._skipped or name == _FALLBACK:
            self._skipped += 1
            return
        if not name.startswith(self._prefix):
            return
        local = name[len(self._prefix) :]
        if local == "t":
            self._collecting = True
        elif local == "r":
            self._run += 1
        elif local == "p":
            self._open.append((len(self.paragraphs), []))
            self.paragraphs.append(("", self._place()))
        elif local in _SIGNS:
            if self._run:
                self._say(_SIGNS[local])
        elif local == "instrText":
            self._coding = True
        elif local == "fldChar":
            self._field(attributes.get(f"{self._prefix}fldCharType", ""))
        elif local == "fldSimple":
            self._fields.append(attributes.get(f"{self._prefix}instr", ""))
        elif local == "tbl":
            self._counts[-1] += 1
            self._tables.append([self._counts[-1], 0, 0])
            self._counts.append(0)
        elif local == "tr" and self._tables:
            self._tables[-1][1] += 1
            self._tables[-1][2] = 0
        elif local == "tc" and self._tables:
            self._tables[-1][2] += 1
            self._counts[-1] = 0
        elif local in ("headerReference", "footerReference"):
            self._refer(local, attributes)

    def _refer(self, local: str, attributes: Mapping[str, str]) -> None:
        kind = attributes.get(f"{self._prefix}type", "default")
        id = next((v for space in _R if (v := attributes.get(f"{space}|id"))), "")
        self.references.append((f"{local.removesuffix('Reference')} {kind}".removesuffix(" default"), id))

    def _leave(self, name: str) -> None:
        if self._skipped:
            self._skipped -= 1
            return
        if not name.startswith(self._prefix):
            return
        local = name[len(self._prefix) :]
        if local == "t":
            self._collecting = False
        elif local == "instrText":
            self._coding = False
        elif local == "fldSimple":
            self._field("end")
        elif local == "r":
            self._run -= 1
        elif local == "p" and self._open:
            index, pieces = self._open.pop()
            self.paragraphs[index] = ("".join(pieces), self.paragraphs[index][1])
        elif local == "tbl" and self._tables:
            self._tables.pop()
            self._counts.pop()

    def _text(self, data: str) -> None:
        if self._coding and self._fields:
            self._fields[-1] += data
        elif self._collecting and not self._skipped:
            self._say(data)

    def _say(self, text: str) -> None:
        """Adds to the paragraph we are in; the result of a page number's field is left out, it changes by itself."""
        if self._open and not any(_named(code) in _PAGE_FIELDS for code in self._fields):
            self._open[-1][1].append(text)

    def _field(self, step: str) -> None:
        if step == "begin":
            self._fields.append("")
        elif step == "end" and self._fields:
            name = _named(self._fields.pop())
            if name in _PAGE_FIELDS:
                self._say(f"‹{name}›")

    def _place(self) -> Place:
        return tuple(n for table in self._tables for n in table)


def _named(code: str) -> str:
    """The name of a field by its code: «PAGE»."""
    return code.split(maxsplit=1)[0].upper() if code.strip() else ""
