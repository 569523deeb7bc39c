"""Ends of sections that the program puts into a paragraph, or takes out of one, without tracking it."""

from __future__ import annotations

from collections.abc import Mapping
from copy import deepcopy
from typing import TYPE_CHECKING

from panahat.review.redlining.marks import ACCEPT, REJECT, settle
from panahat.review.redlining.restyling import same_paragraphs
from panahat.seal.xml import R, W

if TYPE_CHECKING:
    from lxml.etree import _Element

_W = f"{{{W}}}"
_SAID = {f"{_W}t": f"{_W}delText", f"{_W}instrText": f"{_W}delInstrText"}
_ONCE = tuple(
    f"{_W}{name}" for name in "footnoteReference endnoteReference commentReference drawing pict object".split()
)
_MARKS = tuple(f"{_W}{name}" for name in "bookmarkStart bookmarkEnd commentRangeStart commentRangeEnd".split())


def track_breaks(root: _Element, old: _Element, parts: Mapping[str, str], old_parts: Mapping[str, str]) -> None:
    """Tracks each such paragraph of the redline `root` as taken out whole and put in whole.

    `parts` and `old_parts` are the parts by their ids of reference. Nothing is done where the paragraphs of the rejected
    redline are not those of `old`, or where what stands in the paragraph cannot be there twice.
    """
    for paragraph, was, now in same_paragraphs(root, old):
        section = was.find(f"{_W}pPr/{_W}sectPr")
        if (section is None) == (now.find(f"{_W}pPr/{_W}sectPr") is None):
            continue
        ids = [e.get(f"{{{R}}}id", "") for e in section if e.get(f"{{{R}}}id")] if section is not None else []
        marked = any(paragraph.find(f"{_W}pPr/{_W}rPr/{_W}{kind}") is not None for kind in ("ins", "del"))
        if (
            not marked
            and not any(True for _ in paragraph.iter(*_ONCE))
            and all(parts.get(i) == old_parts.get(i) for i in ids)
        ):
            _replace(paragraph, was.find(f"{_W}pPr"))


def _replace(paragraph: _Element, former: _Element | None) -> None:
    gone, fresh = deepcopy(paragraph), deepcopy(paragraph)
    gone.tail = fresh.tail = None
    settle(gone, REJECT)
    settle(fresh, ACCEPT)
    for mark in list(gone.iter(*_MARKS)):
        _parent(mark).remove(mark)
    own = gone.find(f"{_W}pPr")
    if own is not None:
        gone.remove(own)
    if former is not None:
        gone.insert(0, deepcopy(former))
    for side, kind in ((gone, "del"), (fresh, "ins")):
        _mark(side, kind)
        paragraph.addprevious(side)
    _parent(paragraph).remove(paragraph)


def _mark(paragraph: _Element, kind: str) -> None:
    """Makes the paragraph one that is put in (`ins`) or taken out (`del`) with all its runs."""
    for run in list(paragraph.iter(f"{_W}r")):
        holder = run.makeelement(f"{_W}{kind}")
        run.addprevious(holder)
        holder.append(run)
    if kind == "del":
        for element in list(paragraph.iter(*_SAID)):
            element.tag = _SAID[str(element.tag)]
    properties = paragraph.find(f"{_W}pPr")
    if properties is None:
        properties = paragraph.makeelement(f"{_W}pPr")
        paragraph.insert(0, properties)
    look = properties.find(f"{_W}rPr")
    if look is None:
        look = properties.makeelement(f"{_W}rPr")
        section = properties.find(f"{_W}sectPr")
        if section is not None:
            section.addprevious(look)
        else:
            properties.append(look)
    look.insert(0, look.makeelement(f"{_W}{kind}"))


def _parent(element: _Element) -> _Element:
    parent = element.getparent()
    if parent is None:
        raise ValueError("the element stands alone")
    return parent
