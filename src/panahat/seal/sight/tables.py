"""The tables round a place of the text: which table, row and cell it is, and what ground they give it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from panahat.seal.sight.looks import FLATTEST, HIDDEN, OFF, PAPER, SHOWN, TINY, Ground
from panahat.seal.sight.names import number, on
from panahat.seal.sight.styles import Style, Styles

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
        how = self.how or self.row_how
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
