"""One walk through a part: its paragraphs as they are said, what of them does not show, and the things between them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from panahat.seal.sight.frames import Table
from panahat.seal.sight.looks import HIDDEN, PAPER, SHOWN, Ground, Looks
from panahat.seal.sight.signs import Mark, letters, marks, symbol
from panahat.seal.sight.styles import FOREIGN, NAMES, PARAGRAPH, RUN, Properties, on, plain, relations
from panahat.seal.sight.thing_reading import ThingReader
from panahat.seal.sight.things import Field
from panahat.seal.xml import SIGNS, feed, strict_parser

if TYPE_CHECKING:
    from panahat.seal.sight.numbers import Numbers

_TRACKED = frozenset("ins del moveFrom moveTo cellIns cellDel cellMerge numberingChange".split())
_TABLE = frozenset("tblStyle tblLook tblInd tblpPr trHeight hidden vMerge".split())
Place = tuple[int, ...]


@dataclass(slots=True)
class Traced:
    """One paragraph: its text with everything in it, hidden or not, its place in tables, its automatic number, its marks,
    whether it is a heading."""

    place: Place
    text: str = ""
    label: str = ""
    marks: tuple[Mark, ...] = ()
    heading: bool = False


@dataclass(slots=True)
class _Open:
    """A paragraph that is being read."""

    said: Traced
    index: int
    style: str = ""
    own: Properties = field(default_factory=dict)
    pieces: list[tuple[str, str]] = field(default_factory=list)


class PartReader(ThingReader):
    """What one part shows: `paragraphs`, `things` (references unresolved), its `sections`: the headers and footers that each
    asks for («header first», id), and whether its first page has others.

    `tracked` tells whether it holds tracked changes, which are read as if nothing were tracked.
    """

    def __init__(self, part: str, content: bytes, looks: Looks, numbers: Callable[[], Numbers]) -> None:
        super().__init__()
        self.paragraphs: list[Traced] = []
        self.sections: list[tuple[tuple[tuple[str, str], ...], bool]] = []
        self._asked: list[tuple[str, str]] = []
        self._first = False
        self.tracked = False
        self._looks, self._numbers = looks, numbers
        self._skipped = self._foreign = self._runs = 0
        self._open: list[_Open] = []
        self._tables: list[Table] = []
        self._counts = [0]
        self._fields: list[Field] = []
        self._letters, self._direct, self._how = "", {}, None
        self._starts = self._openings()
        self._ends = self._closings()
        parser = strict_parser("|")
        parser.StartElementHandler, parser.EndElementHandler = self._enter, self._leave
        parser.CharacterDataHandler = self._text
        feed(parser, part, content)

    _direct: Properties
    _how: str | None
    _font: Mapping[str, str] = {}

    def _openings(self) -> dict[str, Callable[[str, Mapping[str, str]], None]]:
        """What each element means where it begins; all others mean nothing by themselves."""
        return {
            **self._thing_openings(),
            **dict.fromkeys(RUN, self._property),
            **dict.fromkeys(PARAGRAPH, self._property),
            **dict.fromkeys(_TABLE, self._of_table),
            **dict.fromkeys(SIGNS, self._sign),
            **dict.fromkeys(("headerReference", "footerReference"), self._ask),
            **dict.fromkeys(_TRACKED, self._track),
            "p": self._begin,
            "titlePg": self._title_page,
            "r": self._run,
            "sym": self._symbol,
            "rFonts": self._font_of,
            "pStyle": self._style,
            "rStyle": self._style,
            "tbl": self._table,
            "tr": self._row,
            "tc": self._cell,
            "fldChar": self._step,
            "fldSimple": self._simple,
        }

    def _closings(self) -> dict[str, Callable[[], None]]:
        return {
            **self._thing_closings(),
            "p": self._end,
            "sectPr": self._section_over,
            "r": self._run_over,
            "tbl": self._table_over,
            "fldSimple": self._field_over,
        }

    def _enter(self, full: str, attributes: Mapping[str, str]) -> None:
        if self._skipped:
            self._skipped += 1
            self._around.append(NAMES[full])
            return
        name = NAMES[full]
        if name[:3] == "mc:" and name != "mc:AlternateContent" and self._other_way():
            self._skipped = 1
        self._around.append(name)
        if self._skipped:
            return
        if self._drawings:
            self._drawings[-1].told += (name, *attributes.values())
        if self._equation and name[:2] == "m:":
            self._equate(name, attributes)
        found = self._starts.get(name)
        if found is not None:
            found(name, attributes)
        elif name[:2] == "o:":
            self._office(name, attributes)
        elif name == FOREIGN:
            self._foreign += 1
            self._how = None
        elif name.endswith("Change"):
            self.tracked = True

    def _leave(self, full: str) -> None:
        name = self._around.pop()
        if self._skipped:
            self._skipped -= 1
            return
        found = self._ends.get(name)
        if found is not None:
            found()
        elif name == FOREIGN:
            self._foreign -= 1
            self._how = None

    def _text(self, data: str) -> None:
        name = self._around[-1]
        if self._skipped:
            if name == "t" and self._branches:
                self._branches[-1].others[-1].append(data)
        elif name == "t":
            for branch in self._branches:
                branch.first.append(data)
            self._say(letters(data, self._font))
        elif name == "instrText":
            if self._fields:
                self._fields[-1].code += data
        elif name == "m:t":
            self._equation.append(data)
            self._words.append(data)
        elif name in ("o:t", "o:posOffset"):
            self._words.append(data)

    # --- paragraphs and runs

    def _begin(self, name: str, attributes: Mapping[str, str]) -> None:
        said = Traced(tuple(n for t in self._tables for n in (t.number, t.row, t.cell)))
        self._open.append(_Open(said, len(self.paragraphs)))
        self.paragraphs.append(said)
        self._how = None

    def _end(self) -> None:
        if not self._open:
            return
        ended = self._open.pop()
        self._how = None
        ended.said.text = "".join(text for text, _ in ended.pieces)
        ended.said.marks = marks(ended.pieces)
        around = self._looks.paragraph(ended.style, ended.own)
        ended.said.heading = around.get("outlineLvl", {}).get("val", "9") < "9"
        if "numId" in around:
            ended.said.label = self._numbers().label(ended.style, around, "numId" in ended.own)

    def _style(self, name: str, attributes: Mapping[str, str]) -> None:
        value = plain(attributes).get("val", "")
        if name == "rStyle":
            if self._around[-3] == "r":
                self._letters, self._how = value, None
        elif self._open and self._around[-2] == "pPr":
            self._open[-1].style = value

    def _property(self, name: str, attributes: Mapping[str, str]) -> None:
        parent, above = self._around[-2], self._around[-3]
        if (parent == "rPr" and above == "r") or "o:textFill" in self._around[-5:]:
            self._direct[name] = plain(attributes)
            self._how = None
        elif parent in ("pPr", "numPr") and self._open and name in PARAGRAPH:
            self._open[-1].own[name] = plain(attributes)
        elif name == "shd" and parent == "tcPr" and self._tables:
            self._tables[-1].fill = plain(attributes)
        elif name == "o:srgbClr" and parent == "o:solidFill" and above == "o:spPr" and self._drawings:
            self._drawings[-1].fill = plain(attributes).get("val", "")

    def _run(self, name: str, attributes: Mapping[str, str]) -> None:
        self._runs += 1
        self._font = {}
        self._letters, self._direct, self._how = "", {}, None

    def _run_over(self) -> None:
        self._runs -= 1
        self._letters, self._direct, self._how = "", {}, None

    def _sign(self, name: str, attributes: Mapping[str, str]) -> None:
        if self._runs:
            self._say(SIGNS[name])

    def _symbol(self, name: str, attributes: Mapping[str, str]) -> None:
        own = plain(attributes)
        self._say(symbol(own.get("font", ""), own.get("char", "")))

    def _font_of(self, name: str, attributes: Mapping[str, str]) -> None:
        if self._around[-2] == "rPr" and self._around[-3] == "r":
            self._font = attributes

    def _say(self, text: str) -> None:
        """Adds to the paragraph we are in; the result of a page number's field is left out, it changes by itself."""
        if not self._open:
            return
        for around in self._fields:
            if around.page and around.shown:
                around.result += text
                return
        if self._how is None:
            self._how = self._look()
        self._open[-1].pieces.append((text, self._how))

    def _look(self) -> str:
        if self._foreign or any(not f.shown for f in self._fields):
            return HIDDEN
        if self._drawings and self._drawings[-1].how:
            return self._drawings[-1].how
        direct = self._direct
        if self._fields and "webHidden" in direct:
            direct = {name: value for name, value in direct.items() if name != "webHidden"}
        at = self._open[-1]
        return self._looks.how(at.style, at.own, self._letters, direct, self._ground())

    def _ground(self) -> Ground:
        if self._drawings:
            return self._drawings[-1].ground
        return self._tables[-1].ground(self._looks.styles) if self._tables else PAPER

    # --- tables

    def _table(self, name: str, attributes: Mapping[str, str]) -> None:
        self._counts[-1] += 1
        self._tables.append(Table(self._counts[-1]))
        self._counts.append(0)

    def _row(self, name: str, attributes: Mapping[str, str]) -> None:
        if self._tables:
            at = self._tables[-1]
            at.row, at.cell, at.row_how = at.row + 1, 0, SHOWN

    def _cell(self, name: str, attributes: Mapping[str, str]) -> None:
        if self._tables:
            at = self._tables[-1]
            at.cell, at.fill, at.cell_how = at.cell + 1, {}, SHOWN
            self._counts[-1] = 0

    def _of_table(self, name: str, attributes: Mapping[str, str]) -> None:
        if self._tables and self._around[-2] in ("tblPr", "trPr", "tcPr"):
            self._tables[-1].note(name, plain(attributes))

    def _table_over(self) -> None:
        if self._tables:
            self._tables.pop()
            self._counts.pop()

    # --- fields

    def _step(self, name: str, attributes: Mapping[str, str]) -> None:
        self._how = None
        step = plain(attributes).get("fldCharType", "")
        if step == "begin":
            self._fields.append(Field())
        elif step == "separate" and self._fields:
            self._fields[-1].shown = True
        elif step == "end":
            self._field_over()

    def _simple(self, name: str, attributes: Mapping[str, str]) -> None:
        self._fields.append(Field(plain(attributes).get("instr", ""), shown=True))
        self._how = None

    def _field_over(self) -> None:
        self._how = None
        if not self._fields:
            return
        ended = self._fields.pop()
        if ended.page:
            self._say(f"‹{ended.name}›{ended.odd}")
        self._keep(ended.thing(self._at))

    @property
    def _at(self) -> int:
        return self._open[0].index if self._open else max(len(self.paragraphs) - 1, 0)

    @property
    def _said(self) -> int:
        return len(self.paragraphs)

    def _section_over(self) -> None:
        self.sections.append((tuple(self._asked), self._first))
        self._asked, self._first = [], False

    def _title_page(self, name: str, attributes: Mapping[str, str]) -> None:
        self._first = on(plain(attributes).get("val"))

    def _track(self, name: str, attributes: Mapping[str, str]) -> None:
        self.tracked = True

    def _ask(self, name: str, attributes: Mapping[str, str]) -> None:
        kind = plain(attributes).get("type", "default")
        title = f"{name.removesuffix('Reference')} {kind}".removesuffix(" default")
        self._asked.append((title, next(iter(relations(attributes)), "")))
