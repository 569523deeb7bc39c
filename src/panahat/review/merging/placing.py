"""Puts merged blocks and runs in their places without losing what stands between them."""

from __future__ import annotations

from collections.abc import Sequence
from copy import deepcopy
from typing import TYPE_CHECKING

from panahat.review.merging.names import MARKERS, PPR, RUN, SECT, TBL, P, w
from panahat.review.merging.tracking import ensure

if TYPE_CHECKING:
    from lxml.etree import _Element

_ENDS = frozenset(map(w, "bookmarkEnd commentRangeEnd permEnd".split()))
_STAYS = frozenset(map(w, "bookmarkStart commentRangeStart permStart".split())) | _ENDS


def put(container: _Element, elements: Sequence[_Element], tags: Sequence[str] = ()) -> None:
    """Makes `elements` the blocks of a container (with `tags`: its children of those), in this order; the rest stays."""
    fixed = (SECT, w("tcPr"))
    old = [c for c in container.iterchildren() if (c.tag in tags if tags else c.tag not in fixed)]
    wanted = list(elements) if tags else _apart(container, elements)
    if old == wanted:
        return
    for child in old:
        container.remove(child)
    last = [c for c in container.iterchildren() if c.tag == SECT]
    for element in wanted:
        (last[0].addprevious if last else container.append)(element)


def _apart(container: _Element, elements: Sequence[_Element]) -> list[_Element]:
    """The elements with an empty paragraph between tables and after a last one."""
    out: list[_Element] = []
    before: _Element | None = None
    for element in elements:
        if element.tag == TBL and before is not None and before.tag == TBL and element.getprevious() is not before:
            out.append(container.makeelement(P, {}, None))
        out.append(element)
        if element.tag not in MARKERS:
            before = element
    if before is None or (before.tag != P and container.tag != w("sdtContent")):
        out.append(container.makeelement(P, {}, None))
    return out


def strip_section(element: _Element) -> list[_Element]:
    """What stays of a removed block: nothing, or an empty paragraph where a section of the document ends with it."""
    section = element.find(f"{PPR}/{SECT}")
    if section is None:
        return []
    for child in list(element.iterchildren()):
        if child.tag != PPR and child.tag not in _STAYS:
            element.remove(child)
    return [element]


def replace_content(theirs: _Element, ours: _Element, reshaped: bool) -> bool:
    """Puts the runs of `ours` in place of those of `theirs`, whose bookmarks and comments stay; its properties too, unless
    `reshaped`. Returns whether a comment stands on it."""
    properties = theirs.find(PPR)
    starts = [c for c in theirs.iter(*_STAYS) if c.tag not in _ENDS]
    ends = [c for c in theirs.iter(*_STAYS) if c.tag in _ENDS]
    marks = [run for run in theirs.iter(RUN) if run.find(w("commentReference")) is not None]
    for child in list(theirs.iterchildren()):
        if child is not properties:
            theirs.remove(child)
    runs = [c for c in ours.iterchildren() if c.tag != PPR]
    theirs.extend([*starts, *runs, *ends, *marks])
    if reshaped:
        reshape(theirs, ours)
    return bool(marks)


def reshape(theirs: _Element, ours: _Element) -> None:
    """Gives a paragraph the properties of `ours`; the section that ends with it stays."""
    old = ensure(theirs, PPR)
    section = old.find(SECT)
    new = ours.find(PPR)
    theirs.remove(old)
    made = ensure(theirs, PPR) if new is None else deepcopy(new)
    if new is not None:
        theirs.insert(0, made)
    if section is not None:
        made.append(section)
