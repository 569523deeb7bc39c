"""What elements are called, in either of the two forms in which Word saves; styles and the colours of the theme."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from panahat.seal.package import Package
from panahat.seal.xml import W, feed, strict_parser

STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
_MATHS = (
    "http://schemas.openxmlformats.org/officeDocument/2006/math",
    "http://purl.oclc.org/ooxml/officeDocument/math",
)
_COMPATIBLE = "http://schemas.openxmlformats.org/markup-compatibility/2006"
_PREFIXES = {W: "", STRICT: "", **dict.fromkeys(_MATHS, "m:"), _COMPATIBLE: "mc:"}
_OFFICE = ("http://schemas.openxmlformats.org/", "http://purl.oclc.org/ooxml/", "http://schemas.microsoft.com/", "urn:")
_RELATIONS = (
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships|",
    "http://purl.oclc.org/ooxml/officeDocument/relationships|",
)
FOREIGN = "?"


class _Names(dict[str, str]):
    """Short names by full ones, each worked out once."""

    def __missing__(self, full: str) -> str:
        space, _, local = full.rpartition("|")
        if space in _PREFIXES:
            name = f"{_PREFIXES[space]}{local}"
        else:
            name = f"o:{local}" if space.startswith(_OFFICE) else FOREIGN
        self[full] = name
        return name


NAMES = _Names()
"""The name of an element («namespace|local»): Word's own bare, «m:», «mc:» and «o:» (other office names), else «?»."""


def plain(attributes: Mapping[str, str]) -> dict[str, str]:
    """The attributes by their names without namespace."""
    return {key.rpartition("|")[2]: value for key, value in attributes.items()}


def relations(attributes: Mapping[str, str]) -> list[str]:
    """The ids of the relationships that an element names, in order."""
    return [value for key, value in attributes.items() if key.startswith(_RELATIONS) and value]


def on(value: str | None) -> bool:
    """Whether a switch such as `w:vanish` is on: it is where its value is left out."""
    return value not in ("0", "false", "off")


def number(value: str | None) -> float | None:
    """A length or count as written («12», «-5.5pt» without its unit, «33%»), or None where it is none."""
    text = (value or "").strip().rstrip("%")
    for unit, times in (("pt", 20), ("in", 1440), ("cm", 567), ("mm", 56.7), ("pc", 240), ("pi", 240)):
        if text.endswith(unit):
            text, factor = text[: -len(unit)], times
            break
    else:
        factor = 1
    try:
        return float(text) * factor
    except ValueError:
        return None


RUN = frozenset(
    """vanish webHidden specVanish strike dstrike color shd highlight sz w position spacing fitText
    o:noFill o:alpha o:srgbClr""".split()
)
PARAGRAPH = frozenset(("shd", "ind", "framePr", "spacing", "numId", "ilvl", "outlineLvl"))
Properties = dict[str, dict[str, str]]


@dataclass
class Style:
    """What one style says: `run` and `paragraph` properties, of a table also those of its `parts` («firstRow»)."""

    base: str = ""
    kind: str = ""
    run: Properties = field(default_factory=dict)
    paragraph: Properties = field(default_factory=dict)
    cell: Properties = field(default_factory=dict)
    parts: dict[str, Style] = field(default_factory=dict)


@dataclass
class Styles:
    """All styles by id; the default ones' ids by kind; what the document itself sets for every run and paragraph."""

    by_id: dict[str, Style] = field(default_factory=dict)
    usual: dict[str, str] = field(default_factory=dict)
    defaults: Style = field(default_factory=Style)

    def chain(self, id: str, kind: str) -> list[Style]:
        """The style and those it is based on, the most general first; «» is the default one."""
        found: list[Style] = []
        at = id if id in self.by_id else self.usual.get(kind, "")
        while (style := self.by_id.get(at)) is not None and style not in found:
            found.append(style)
            at = style.base
        return found[::-1]


@lru_cache(maxsize=4)
def read_styles(part: str, content: bytes) -> Styles:
    """The styles in `content`."""
    styles, around = Styles(), [""]
    now = Style()

    def enter(full: str, attributes: Mapping[str, str]) -> None:
        nonlocal now
        name, parent = NAMES[full], around[-1]
        around.append(name)
        if name == "style":
            own = plain(attributes)
            now = styles.by_id[own.get("styleId", "")] = Style(kind=own.get("type", "paragraph"))
            if own.get("default") in ("1", "true", "on"):
                styles.usual[now.kind] = own.get("styleId", "")
        elif name == "docDefaults":
            now = styles.defaults
        elif name == "basedOn":
            now.base = plain(attributes).get("val", "")
        elif name == "tblStylePr":
            outer.append(now)
            now = now.parts[plain(attributes).get("type", "")] = Style(kind="part")
        elif name in RUN and (parent == "rPr" or "o:textFill" in around):
            now.run[name] = plain(attributes)
        elif name in PARAGRAPH and parent in ("pPr", "numPr"):
            now.paragraph[name] = plain(attributes)
        elif name == "shd" and parent == "tcPr":
            now.cell[name] = plain(attributes)

    outer: list[Style] = []

    def leave(full: str) -> None:
        nonlocal now
        name = around.pop()
        if name == "tblStylePr":
            now = outer.pop()
        elif name in ("style", "docDefaults"):
            now = Style()

    parser = strict_parser("|")
    parser.StartElementHandler, parser.EndElementHandler = enter, leave
    feed(parser, part, content)
    return styles


@lru_cache(maxsize=4)
def read_theme(part: str, content: bytes) -> Mapping[str, str]:
    """The colours of the theme, as hex, by their place («dk1», «accent1»)."""
    colours: dict[str, str] = {}
    around: list[str] = []

    def enter(full: str, attributes: Mapping[str, str]) -> None:
        name = full.rpartition("|")[2]
        if around[-2:-1] == ["clrScheme"] and name in ("srgbClr", "sysClr"):
            colours[around[-1]] = attributes.get("lastClr", attributes.get("val", ""))
        around.append(name)

    parser = strict_parser("|")
    parser.StartElementHandler, parser.EndElementHandler = enter, lambda _: around.pop()
    feed(parser, part, content)
    return colours


def styles_of(package: Package, main: str) -> Styles:
    """The styles of the document whose main part is `main`."""
    part = package.one(main, "styles")
    return read_styles(part, package.members[part].content()) if part else Styles()


def theme_of(package: Package, main: str) -> Mapping[str, str]:
    """The colours of the theme of the document; empty where it has none."""
    part = package.one(main, "theme")
    return read_theme(part, package.members[part].content()) if part else {}
