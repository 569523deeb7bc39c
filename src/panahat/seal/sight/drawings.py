"""A drawing as far as it decides whether the words in it are seen: where it stands, how big it is, what it is filled with."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from panahat.seal.sight.looks import HIDDEN, OFF, PAPER, SHOWN, TINY, Ground
from panahat.seal.sight.names import number, on

_FAR = 15000 * 635  # of a page, in the units of drawings
_LEAST = 20 * 635
_TWIPS = 15000


class Drawing:
    """A drawing that is being read: `how` its words show, and the `fill` behind them."""

    def __init__(self) -> None:
        self.how = SHOWN
        self.fill = ""

    @property
    def ground(self) -> Ground:
        """What its words stand on."""
        return _filled(self.fill) if self.fill else PAPER

    def offset(self, length: int) -> None:
        """It stands this far from its place."""
        if not -_FAR / 2 <= length <= 1.5 * _FAR:
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
