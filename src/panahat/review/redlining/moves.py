"""Moves said as what they are made of: a deletion where the text was and an insertion where it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from panahat.seal.xml import W

if TYPE_CHECKING:
    from lxml.etree import _Element

_W = f"{{{W}}}"
_RANGES = tuple(f"{_W}move{way}Range{end}" for way in ("From", "To") for end in ("Start", "End"))


def unmove(root: _Element) -> None:
    """Turns every move below `root` into a deletion and an insertion, and takes out the marks of its ends."""
    for mark in list(root.iter(*_RANGES)):
        parent = mark.getparent()
        if parent is not None:
            parent.remove(mark)
    for moved in list(root.iter(f"{_W}moveTo")):
        moved.tag = f"{_W}ins"
    for moved in list(root.iter(f"{_W}moveFrom")):
        moved.tag = f"{_W}del"
        for said, gone in (("t", "delText"), ("instrText", "delInstrText")):
            for element in list(moved.iter(f"{_W}{said}")):
                element.tag = f"{_W}{gone}"
