"""What elements are called, whatever the prefix and in either of the two forms in which Word saves."""

from __future__ import annotations

from collections.abc import Mapping

from panahat.seal.xml import W

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
