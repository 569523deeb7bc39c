"""Whether letters stand out from the ground they stand on."""

from __future__ import annotations

from collections.abc import Mapping

Colour = tuple[int, int, int]
Properties = Mapping[str, Mapping[str, str]]

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
