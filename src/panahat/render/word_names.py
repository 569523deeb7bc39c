"""What elements and styles of a Word file are called, in either of the two forms in which Word saves."""

from __future__ import annotations

from collections.abc import Mapping

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
