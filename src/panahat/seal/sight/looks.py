"""How a stretch of text shows, by settings, styles and the run; and whether letters stand out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from panahat.seal.sight.styles import Properties, Style, Styles, number, on

Colour = tuple[int, int, int]

WHITE: Colour = (255, 255, 255)
_LEAST = 1.25
"""The contrast (as WCAG counts it) below which a reader takes letters for empty paper; print in pale grey has 1.4."""

_HIGHLIGHTS = {
    "black": "000000", "blue": "0000FF", "cyan": "00FFFF", "green": "00FF00", "magenta": "FF00FF", "red": "FF0000",
    "yellow": "FFFF00", "white": "FFFFFF", "darkBlue": "000080", "darkCyan": "008080", "darkGreen": "008000",
    "darkMagenta": "800080", "darkRed": "800000", "darkYellow": "808000", "darkGray": "808080", "lightGray": "C0C0C0",
}  # fmt: skip
_THEME = {
    "dark1": "dk1", "light1": "lt1", "dark2": "dk2", "light2": "lt2", "text1": "dk1", "background1": "lt1",
    "text2": "dk2", "background2": "lt2", "hyperlink": "hlink", "followedHyperlink": "folHlink",
}  # fmt: skip
_OFFICE = {
    "dk1": "000000", "lt1": "FFFFFF", "dk2": "1F497D", "lt2": "EEECE1", "accent1": "4F81BD", "accent2": "C0504D",
    "accent3": "9BBB59", "accent4": "8064A2", "accent5": "4BACC6", "accent6": "F79646", "hlink": "0000FF",
    "folHlink": "800080",
}  # fmt: skip


def lost(colour: Colour, ground: Colour) -> bool:
    """Whether letters of `colour` are lost on `ground`."""
    a, b = sorted((_light(colour), _light(ground)))
    return (b + 0.05) / (a + 0.05) < _LEAST


def letters(properties: Properties, theme: Mapping[str, str]) -> Colour | None:
    """The colour of letters; None where the program chooses one that shows."""
    found = properties.get("color", {})
    return _themed(found, "theme", theme) or _hex(found.get("val", ""))


def shading(found: Mapping[str, str], theme: Mapping[str, str]) -> Colour | None:
    """The colour that a shading lays over its ground; None where it is none."""
    fill = _themed(found, "themeFill", theme) or _hex(found.get("fill", ""))
    pattern = found.get("val", "clear")
    ink = _themed(found, "theme", theme) or _hex(found.get("color", "")) or (0, 0, 0)
    if pattern == "solid":
        return ink
    if pattern.startswith("pct") and pattern[3:].isdecimal():
        return _mixed(fill or WHITE, ink, int(pattern[3:]) / 100)
    return fill


def highlight(name: str) -> Colour | None:
    """The colour of a marker pen; None where it is none."""
    return _hex(_HIGHLIGHTS.get(name, ""))


def _themed(found: Mapping[str, str], key: str, theme: Mapping[str, str]) -> Colour | None:
    """A colour that is named after the theme; `key` is «theme» or «themeFill»."""
    name = found.get("themeColor" if key == "theme" else key, "")
    if not name or name == "none":
        return None
    slot = _THEME.get(name, name)
    colour = _hex(theme.get(slot) or _OFFICE.get(slot, ""))
    for way, towards in (("Tint", WHITE), ("Shade", (0, 0, 0))):
        part = found.get(key + way, "")
        if colour is not None and _is_hex(part):
            colour = _mixed(colour, towards, 1 - int(part, 16) / 255)
    return colour


def _mixed(colour: Colour, other: Colour, share: float) -> Colour:
    a, b, c = (round(x + (y - x) * share) for x, y in zip(colour, other, strict=True))
    return a, b, c


def _hex(text: str) -> Colour | None:
    text = text.lstrip("#")
    if len(text) != 6 or not _is_hex(text):
        return None
    return int(text[:2], 16), int(text[2:4], 16), int(text[4:], 16)


def _is_hex(text: str) -> bool:
    return bool(text) and all(c in "0123456789abcdefABCDEF" for c in text)


def _light(colour: Colour) -> float:
    r, g, b = ((c / 255 / 12.92) if c <= 10 else ((c / 255 + 0.055) / 1.055) ** 2.4 for c in colour)
    return 0.2126 * r + 0.7152 * g + 0.0722 * b


HIDDEN, OFF, TINY, COLOUR, STRUCK = "hidden", "off-page", "tiny", "colour", "struck"
SHOWN = ""

SMALLEST, NARROWEST, FLATTEST = 8, 20, 80  # half points; per cent; twentieths of a point
_TIGHTEST, _FIT = -100, 100  # between letters, and the width letters are pressed into, twentieths of a point
_HIGHEST = 100  # half points off the line
_LEFT, _FAR = -2880, 15000  # of a page, twentieths of a point
_SWITCHES = ("vanish", "strike", "dstrike")


@dataclass(frozen=True)
class Ground:
    """What a paragraph stands on: the cell's own `fill`, and what the table's style says of the cell, weakest first.

    `how` is set where the table itself cannot be seen.
    """

    fill: Mapping[str, str] = field(default_factory=dict)
    layers: tuple[Style, ...] = ()
    how: str = SHOWN

    @cached_property
    def key(self) -> tuple[object, ...]:
        """Equal for grounds that are the same."""
        return (*self.fill.items(), self.how, *map(id, self.layers))


PAPER = Ground()


@dataclass
class Looks:
    """The document's styles and theme, asked about one stretch after the other; equal questions are answered once."""

    styles: Styles
    theme: Mapping[str, str]
    _known: dict[tuple[object, ...], str] = field(default_factory=dict)

    def how(self, style: str, own: Properties, letters: str, direct: Properties, ground: Ground) -> str:
        """`SHOWN`, or why a reader does not see the text as it is said.

        `style` and `own` are the paragraph's style and properties, `letters` and `direct` the run's, `ground` its cell.
        """
        key = (style, ground.key, letters, _key(own), _key(direct))
        if key not in self._known:
            self._known[key] = self._how(style, own, letters, direct, ground)
        return self._known[key]

    def paragraph(self, style: str, own: Properties) -> Properties:
        """What counts for the paragraph, through its styles."""
        return _merged([self.styles.defaults, *self.styles.chain(style, "paragraph")], own, "paragraph")

    def _how(self, style: str, own: Properties, letters: str, direct: Properties, ground: Ground) -> str:
        lines = self.styles.chain(style, "paragraph")
        words = self.styles.chain(letters, "character") if letters else []
        run = _merged([self.styles.defaults, *ground.layers, *lines, *words], direct, "run")
        around = self.paragraph(style, own)
        if self._switched("vanish", lines, words, ground, direct) or on_at(run, "webHidden"):
            return HIDDEN
        if ground.how or _off(around) or _far(run, "position", -_HIGHEST, _HIGHEST):
            return ground.how or OFF
        if _tiny(run) or _flat(around):
            return TINY
        if self._lost(run, around, ground):
            return COLOUR
        struck = any(self._switched(name, lines, words, ground, direct) for name in ("strike", "dstrike"))
        return STRUCK if struck else SHOWN

    def _switched(
        self, name: str, lines: Sequence[Style], words: Sequence[Style], ground: Ground, direct: Properties
    ) -> bool:
        """Whether a switch is on: a style of letters turns round what the style of the paragraph says."""
        if name in direct:
            return on_at(direct, name)
        if on_at(self.styles.defaults.run, name):
            return True
        levels = [_merged(chain, {}, "run") for chain in (ground.layers, lines, words)]
        return sum(on_at(level, name) for level in levels) % 2 == 1

    def _lost(self, run: Properties, around: Properties, ground: Ground) -> bool:
        if "o:noFill" in run or (number(run.get("o:alpha", {}).get("val")) or 0) >= 85000:
            return True
        colour = letters(run, self.theme)
        if "o:srgbClr" in run:
            colour = letters({"color": run["o:srgbClr"]}, self.theme)
        return colour is not None and lost(colour, self._under(run, around, ground))

    def _under(self, run: Properties, around: Properties, ground: Ground) -> Colour:
        """The colour of what the letters stand on, the nearest ground first."""
        pen = highlight(run.get("highlight", {}).get("val", ""))
        fills = (run.get("shd"), around.get("shd"), ground.fill)
        cells = [layer.cell["shd"] for layer in reversed(ground.layers) if "shd" in layer.cell]
        found = (shading(fill, self.theme) for fill in (*fills, *cells) if fill)
        return pen or next((colour for colour in found if colour), WHITE)


def on_at(properties: Properties, name: str) -> bool:
    """Whether the switch `name` is there and on."""
    return name in properties and on(properties[name].get("val"))


def _merged(layers: Sequence[Style], direct: Properties, which: str) -> Properties:
    out: Properties = {}
    for found in (*(getattr(layer, which) for layer in layers), direct):
        for name, values in found.items():
            out[name] = {**out[name], **values} if name in ("ind", "spacing", "framePr") and name in out else values
    return out


def _tiny(run: Properties) -> bool:
    """Letters too small, too narrow, or pressed together until nobody can read them."""
    return (
        _far(run, "sz", SMALLEST, None)
        or _far(run, "w", NARROWEST, None)
        or _far(run, "spacing", _TIGHTEST, None)
        or _far(run, "fitText", _FIT, None)
    )


def _flat(around: Properties) -> bool:
    """Whether the paragraph's lines have an exact height that no letter fits into."""
    spacing = around.get("spacing", {})
    height = number(spacing.get("line"))
    return spacing.get("lineRule") == "exact" and height is not None and height < FLATTEST


def _off(around: Properties) -> bool:
    """Whether the paragraph's indents or its frame put it beside the page."""
    ind, frame = around.get("ind", {}), around.get("framePr", {})
    sides = [number(ind.get(side)) for side in ("left", "start", "right", "end")]
    first = [number(ind.get(side)) for side in ("firstLine", "hanging")]
    framed = [number(frame.get(axis)) for axis in ("x", "y")]
    return any(n is not None and not _LEFT <= n <= _FAR for n in (*sides, *first)) or any(
        n is not None and not -_FAR / 2 <= n <= 1.5 * _FAR for n in framed
    )


def _far(properties: Properties, name: str, least: float, most: float | None) -> bool:
    value = number(properties.get(name, {}).get("val"))
    return value is not None and (value < least or (most is not None and value > most))


def _key(properties: Properties) -> tuple[object, ...]:
    return tuple((name, *values.items()) for name, values in properties.items()) if properties else ()
