"""The paragraphs of a part of any Word file, as its reader sees them once every tracked change is accepted; the file as text.

Read with expat alone. What is deleted, moved away or only a fallback for old programs is left out; the text of links,
content controls, text boxes and inserted passages is in. Page numbers stand as the name of their field.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from panahat import opener
from panahat.problems import Problem, Refused
from panahat.render import codes
from panahat.render.reading import Line, Run, symbol
from panahat.render.twin import in_order, twin_of
from panahat.seal.package import Package, open_package
from panahat.seal.xml import W, feed, strict_parser

_STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
_COMPATIBLE = "http://schemas.openxmlformats.org/markup-compatibility/2006"
_MATHS = (
    "http://schemas.openxmlformats.org/officeDocument/2006/math",
    "http://purl.oclc.org/ooxml/officeDocument/math",
)
_PREFIXES = {W: "", _STRICT: "", _COMPATIBLE: "mc:", **dict.fromkeys(_MATHS, "m:")}
_REFERENCES = (
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships|id",
    "http://purl.oclc.org/ooxml/officeDocument/relationships|id",
)


class _Names(dict[str, str]):
    """Short names by full ones, each worked out once."""

    def __missing__(self, full: str) -> str:
        space, _, local = full.rpartition("|")
        self[full] = name = f"{_PREFIXES[space]}{local}" if space in _PREFIXES else "?"
        return name


NAMES = _Names()
"""The name of an element («namespace|local»): Word's own bare, «mc:» and «m:» before two others, else «?»."""


def plain(attributes: Mapping[str, str]) -> dict[str, str]:
    """The attributes by their names without namespace."""
    return {key.rpartition("|")[2]: value for key, value in attributes.items()}


def reference(attributes: Mapping[str, str]) -> str:
    """The id of the relationship that an element names; «» where it names none."""
    return next((attributes[key] for key in _REFERENCES if key in attributes), "")


def style_names(part: str, content: bytes) -> dict[str, str]:
    """Style name by id; the default paragraph style also under «»."""
    names: dict[str, str] = {}
    styles: list[dict[str, str]] = []

    def enter(full: str, attributes: Mapping[str, str]) -> None:
        name = NAMES[full]
        if name == "style":
            styles.append(plain(attributes))
            names[styles[-1].get("styleId", "")] = ""
        elif name == "name" and styles:
            own, shown = styles[-1], plain(attributes).get("val", "")
            names[own.get("styleId", "")] = shown
            if own.get("type") == "paragraph" and own.get("default") in ("1", "true", "on"):
                names[""] = shown

    parser = strict_parser("|")
    parser.StartElementHandler = enter
    feed(parser, part, content)
    return names


_SIGNS = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "\u2011", "softHyphen": "\u00ad"}
_PAGES = frozenset(("PAGE", "NUMPAGES", "SECTIONPAGES", "PAGEREF"))
_GONE = ("del", "moveFrom")
_PICTURES = ("drawing", "pict", "object")


@dataclass(slots=True)
class _Paragraph:
    """A paragraph that is being read: where its line goes, what is known of it so far."""

    slot: int
    number: int
    holder: int
    style: str = ""
    runs: list[Run] = field(default_factory=list)
    joins: bool = False
    """Its mark is deleted: what it says continues in the next paragraph."""


@dataclass(slots=True)
class _Box:
    """A table, row or cell that is being read: its own number, the slot it began at, whether it is deleted."""

    number: int
    slot: int
    gone: bool = False


@dataclass(slots=True)
class _Field:
    """A field that is being read: its code, and whether we are in its result."""

    code: str
    shown: bool

    @property
    def page(self) -> str:
        """The field's name where it is a page number, else «»."""
        name = self.code.split(maxsplit=1)[0] if self.code.strip() else ""
        return name if name.upper() in _PAGES else ""


class TextReader:
    """The paragraphs of one part, `lines`, and the headers and footers it asks for, `asked` («header first», id)."""

    def __init__(self, part: str, content: bytes, styles: Mapping[str, str]) -> None:
        self.part = part
        self.styles = styles
        self.asked: list[tuple[str, str]] = []
        self._slots: list[Line | None] = []
        self._around: list[str] = [""]
        self._skipped = 0
        self._open: list[_Paragraph] = []
        self._joined: dict[int, _Paragraph] = {}
        self._boxes: dict[str, list[_Box]] = {"tbl": [], "tr": [], "tc": []}
        self._fields: list[_Field] = []
        self._chosen: list[bool] = []
        self._pictures: list[int] = []
        self._paragraphs = self._places = 0
        parser = strict_parser("|")
        parser.StartElementHandler, parser.EndElementHandler = self._enter, self._leave
        parser.CharacterDataHandler = self._say
        feed(parser, part, content)
        self.lines = [line for line in self._slots if line is not None]

    def _enter(self, full: str, attributes: Mapping[str, str]) -> None:
        if self._skipped:
            self._skipped += 1
            return
        name = NAMES[full]
        if self._left_out(name):
            self._skipped = 1
            return
        parent = self._around[-1]
        self._around.append(name)
        if name == "p":
            self._begin(len(self._around))
        elif name in self._boxes:
            self._places += 1
            self._settle(len(self._around))
            self._boxes[name].append(_Box(self._places, len(self._slots)))
        elif name in _SIGNS:
            if parent == "r":
                self._add(_SIGNS[name])
        elif name in _PICTURES:
            self._pictures.append(self._paragraphs)
        elif name == "mc:AlternateContent":
            self._chosen.append(False)
        else:
            self._note(name, parent, attributes)

    def _note(self, name: str, parent: str, attributes: Mapping[str, str]) -> None:
        """Takes in what an element without content of its own says."""
        if name == "pStyle":
            if parent == "pPr" and self._open:
                self._open[-1].style = plain(attributes).get("val", "")
        elif name == "fldChar":
            self._step(plain(attributes).get("fldCharType", ""))
        elif name == "fldSimple":
            self._fields.append(_Field(plain(attributes).get("instr", ""), shown=False))
            self._step("separate")
        elif name == "sym" and parent == "r":
            self._mark(symbol(plain(attributes).get("char", "")))
        elif name in ("headerReference", "footerReference"):
            which = plain(attributes).get("type", "default")
            title = f"{name.removesuffix('Reference')} {which}".removesuffix(" default")
            self.asked.append((title, reference(attributes)))

    def _left_out(self, name: str) -> bool:
        """Whether the element about to begin is no part of the accepted text; takes in what a mark of deletion says."""
        parent = self._around[-1]
        if name in ("mc:Choice", "mc:Fallback") and self._chosen:
            taken, self._chosen[-1] = self._chosen[-1], True
            return taken
        if name in _GONE:
            if parent == "rPr":
                if self._around[-2] == "pPr" and self._open:
                    self._open[-1].joins = True
            elif parent == "trPr" and self._boxes["tr"]:
                self._boxes["tr"][-1].gone = True
            return True
        if name == "cellDel" and self._boxes["tc"]:
            self._boxes["tc"][-1].gone = True
        return name.endswith("Change")

    def _leave(self, full: str) -> None:
        if self._skipped:
            self._skipped -= 1
            return
        name = self._around[-1]
        if self._joined:
            self._settle(len(self._around) + 1)
        self._around.pop()
        if name == "p":
            self._end()
        elif name in self._boxes:
            box = self._boxes[name].pop()
            if box.gone:
                self._slots[box.slot :] = [None] * (len(self._slots) - box.slot)
        elif name == "fldSimple":
            self._step("end")
        elif name == "mc:AlternateContent":
            self._chosen.pop()
        elif name in _PICTURES and self._pictures.pop() == self._paragraphs and not self._pictures:
            self._mark("picture")

    def _begin(self, depth: int) -> None:
        self._paragraphs += 1
        paragraph = _Paragraph(len(self._slots), self._paragraphs, depth)
        before = self._joined.pop(depth, None)
        if before is not None:
            paragraph.runs = before.runs
        self._open.append(paragraph)
        self._slots.append(None)

    def _end(self) -> None:
        paragraph = self._open.pop()
        if paragraph.joins:
            self._joined[paragraph.holder] = paragraph
        else:
            self._keep(paragraph)

    def _settle(self, depth: int) -> None:
        """A paragraph of this depth that wanted to go on in the next one, and has none, stands if it says anything."""
        left = self._joined.pop(depth, None)
        if left is not None and any(run.text or run.field for run in left.runs):
            self._keep(left)

    def _keep(self, paragraph: _Paragraph) -> None:
        table, row, cell = (boxes[-1].number if boxes else 0 for boxes in self._boxes.values())
        style = self.styles.get(paragraph.style, "?")
        runs, depth = tuple(paragraph.runs), len(self._boxes["tbl"])
        self._slots[paragraph.slot] = Line(
            self.part, paragraph.number, style, runs, False, 0, cell, row, table, depth
        )  # fmt: skip

    def _say(self, data: str) -> None:
        """Text between tags: a run's, a formula's, or the code of a field."""
        if self._skipped:
            return
        name = self._around[-1]
        if (name == "t" and self._around[-2] == "r") or name == "m:t":
            self._add(data)
        elif name == "instrText" and self._fields:
            self._fields[-1].code += data

    def _add(self, text: str) -> None:
        """Adds to the paragraph we are in; the number a page field shows is left out, it changes by itself."""
        if self._open and all(f.shown and not f.page for f in self._fields):
            self._open[-1].runs.append(Run(text, b""))

    def _mark(self, name: str) -> None:
        if self._open and all(f.shown and not f.page for f in self._fields):
            self._open[-1].runs.append(Run("", b"", name))

    def _step(self, step: str) -> None:
        """A field begins, comes to its result, or ends; a page field then leaves its name."""
        if step == "begin":
            self._fields.append(_Field("", shown=False))
        elif self._fields and step in ("separate", "end"):
            last = self._fields.pop()
            if last.page and not last.shown:
                self._mark(last.page)
            if step == "separate":
                last.shown = True
                self._fields.append(last)


_SECTIONS = ("header", "footer")
_NOTES = ("footnotes", "endnotes", "comments")
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def twin_text(path: Path) -> str:
    """The text of the Word file `path`, one line a paragraph; of a template, its twin.

    Tracked changes are shown as if accepted; comments by their text alone. Raises Refused where the file cannot be read
    strictly.
    """
    content = opener.read(path, name=path.name)
    try:
        if content.startswith(_OLE):
            raise Refused([Problem(codes.PROTECTED)])
        return _text(open_package(content))
    except Refused as refused:
        raise Refused(
            Problem(p.code, path.name, p.path, p.line, p.column, p.facts, p.severity) for p in refused.problems
        ) from None


def _text(package: Package) -> str:
    main = package.text
    if main is None:
        raise Refused([Problem(codes.NOT_WORD)])
    look = package.one(main, "styles")
    styles = style_names(look, package.members[look].content()) if look else {}
    parts = {r.id: r.target for r in package.relationships.get(main, ()) if r.kind in _SECTIONS and not r.external}
    notes = {kind: part for kind in _NOTES if (part := package.one(main, kind))}
    read = {part: TextReader(part, package.members[part].content(), styles) for part in (main, *parts.values())}
    read |= {part: TextReader(part, package.members[part].content(), styles) for part in notes.values()}
    lines = {part: reader.lines for part, reader in read.items()} | {"": read[main].lines}
    asked = [(title, parts[id]) for title, id in read[main].asked if id in parts]
    return twin_of(in_order(asked, lines, notes))
