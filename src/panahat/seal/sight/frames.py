"""Tables and drawings round a place of the text, as far as they decide whether the words in them are seen."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from panahat.seal.sight.looks import FLATTEST, HIDDEN, OFF, PAPER, SHOWN, TINY, Ground
from panahat.seal.sight.styles import Style, Styles, number, on

_FAR = 15000
_LOOK = {"firstRow": 0x20, "firstColumn": 0x80, "noHBand": 0x200}


@dataclass
class Table:
    """A table that is being read: its number, the row and cell we are in, and what is known of how they show."""

    number: int
    row: int = 0
    cell: int = 0
    style: str = ""
    how: str = SHOWN
    row_how: str = SHOWN
    cell_how: str = SHOWN
    fill: Mapping[str, str] = field(default_factory=dict)
    look: dict[str, bool] = field(default_factory=dict)
    _grounds: dict[tuple[object, ...], Ground] = field(default_factory=dict)

    def note(self, name: str, own: Mapping[str, str]) -> None:
        """Takes in a property of the table, the row or the cell."""
        if name == "tblStyle":
            self.style = own.get("val", "")
        elif name == "tblLook":
            bits = own.get("val", "")
            mask = int(bits, 16) if bits and all(c in "0123456789abcdefABCDEF" for c in bits) else 0
            self.look = {n: on(own[n]) if n in own else bool(mask & bit) for n, bit in _LOOK.items()}
        elif name == "vMerge":  # a cell that goes on from above shows nothing of its own
            self.cell_how = SHOWN if own.get("val") == "restart" else HIDDEN
        elif name in ("tblInd", "tblpPr"):
            places = (number(own.get(key)) for key in ("w", "tblpX", "tblpY"))
            if any(n is not None and not -_FAR / 2 <= n <= _FAR for n in places):
                self.how = OFF
        elif name == "hidden":
            self.row_how = HIDDEN if on(own.get("val")) else SHOWN
        elif name == "trHeight":
            height = number(own.get("val"))
            if own.get("hRule") == "exact" and height is not None and height < FLATTEST:
                self.row_how = TINY

    def ground(self, styles: Styles) -> Ground:
        """What the paragraphs of the cell stand on."""
        how = self.how or self.row_how or self.cell_how
        key = (how, self.row == 1, self.row % 2, self.cell == 1, *self.fill.items())
        if key not in self._grounds:
            layers = tuple(self._layers(styles))
            self._grounds[key] = Ground(self.fill, layers, how) if layers or self.fill or how else PAPER
        return self._grounds[key]

    def _layers(self, styles: Styles) -> list[Style]:
        """What the table's style says of the cell: of all cells, of its band, of the first column and row."""
        chain = styles.chain(self.style, "table")
        first = self.look.get("firstRow", False)
        band = (self.row - 1 - first) % 2
        parts = ["wholeTable"]
        parts += [] if self.look.get("noHBand") else [f"band{band + 1}Horz"]
        parts += ["firstCol"] if self.look.get("firstColumn") and self.cell == 1 else []
        parts += ["firstRow"] if first and self.row == 1 else []
        found = [style for style in chain if style.run or style.cell]
        return [*found, *(style.parts[part] for part in parts for style in chain if part in style.parts)]


_FAR_AWAY = 15000 * 635  # of a page, in the units of drawings
_LEAST = 20 * 635
_TWIPS = 15000


class Drawing:
    """A drawing that is being read: `how` its words show, the `fill` behind them, and all that is `told` of its looks.

    `things` and `said` are how many things and paragraphs were read before it.
    """

    def __init__(self, things: int, said: int) -> None:
        self.things, self.said = things, said
        self.told: list[str] = []
        self.how = SHOWN
        self.fill = ""

    @property
    def ground(self) -> Ground:
        """What its words stand on."""
        return _filled(self.fill) if self.fill else PAPER

    def offset(self, length: int) -> None:
        """It stands this far from its place."""
        if not -_FAR_AWAY / 2 <= length <= 1.5 * _FAR:
            self.how = OFF

    def note(self, name: str, own: Mapping[str, str]) -> None:
        """Takes in what an element of it says."""
        if name == "o:docPr" and "hidden" in own and on(own["hidden"]):
            self.how = HIDDEN
        elif name == "o:extent":
            sizes = [number(own.get(side)) for side in ("cx", "cy")]
            if any(size is not None and size < _LEAST for size in sizes):
                self.how = TINY
        elif "style" in own:
            self._styled(own["style"])
        if own.get("fillcolor", "").startswith("#"):
            self.fill = own["fillcolor"][1:7]

    def _styled(self, text: str) -> None:
        said = {key.strip(): value.strip() for key, _, value in (part.partition(":") for part in text.split(";"))}
        if said.get("visibility") == "hidden" or said.get("display") == "none":
            self.how = HIDDEN
        places = [
            number(said.get(side))
            for side in ("margin-left", "margin-top", "left", "top")
            if "pt" in said.get(side, "")
        ]
        if any(n is not None and not -_TWIPS / 2 <= n <= 1.5 * _TWIPS for n in places):
            self.how = OFF
        sizes = [number(said.get(side)) for side in ("width", "height") if side in said]
        if any(size is not None and size < 20 for size in sizes) and said.get("position") == "absolute":
            self.how = TINY


@lru_cache(maxsize=32)
def _filled(fill: str) -> Ground:
    return Ground({"val": "clear", "fill": fill})
