"""What the program changes in sections without tracking it: page size, another first page, headers taken from the section
before."""

from __future__ import annotations

from copy import deepcopy
from typing import TYPE_CHECKING

from panahat.review.redlining.marks import REJECT, settle
from panahat.seal.xml import W

if TYPE_CHECKING:
    from lxml.etree import _Element

_W = f"{{{W}}}"
_SECTION, _CHANGE = f"{_W}sectPr", f"{_W}sectPrChange"
_FRAME = (f"{_W}headerReference", f"{_W}footerReference")
_TAG = "place"


def track_sections(root: _Element, old: _Element) -> None:
    """Makes the sections of the redline `root`, rejected, be those of the `old` text, by tracked changes.

    Where a section comes or goes, every section names its own headers and footers, so that none is lost with the one before.
    Nothing is tracked where the rejected redline has another number of sections than `old`.
    """
    sections = [s for s in root.iter(_SECTION) if _counts(s)]
    if any(_mark_tracked(s) for s in sections):
        _name_frames(sections)
    for n, section in enumerate(sections):
        section.set(_TAG, str(n))
    rejected = deepcopy(root)
    settle(rejected, REJECT)
    for section in sections:
        del section.attrib[_TAG]
    former, left = ([s for s in tree.iter(_SECTION) if _counts(s)] for tree in (old, rejected))
    if len(former) != len(left):
        return
    for was, now in zip(former, left, strict=True):
        if _TAG in now.attrib and _form(was) != _form(now):
            _track(sections[int(now.attrib[_TAG])], was)


def _counts(section: _Element) -> bool:
    """Whether it is a section of the text, not the former state of one."""
    parent = section.getparent()
    return parent is not None and parent.tag != _CHANGE


def _mark_tracked(section: _Element) -> bool:
    """Whether the end of the section comes or goes."""
    parent = section.getparent()
    marks = parent.find(f"{_W}rPr") if parent is not None else None
    return marks is not None and any(e.tag in (f"{_W}ins", f"{_W}del") for e in marks)


def _name_frames(sections: list[_Element]) -> None:
    known: dict[tuple[str, str], _Element] = {}
    for section in sections:
        own = {(str(e.tag), e.get(f"{_W}type", "default")): e for e in section if e.tag in _FRAME}
        for n, reference in enumerate(e for kind, e in known.items() if kind not in own):
            section.insert(n, deepcopy(reference))
        known |= own


def _form(section: _Element) -> list[str]:
    from lxml import etree

    return [str(etree.tostring(e, method="c14n")) for e in section if e.tag not in (*_FRAME, _CHANGE)]


def _track(section: _Element, former: _Element) -> None:
    for change in section.findall(_CHANGE):
        section.remove(change)
    change = section.makeelement(_CHANGE)
    kept = section.makeelement(_SECTION)
    kept.extend(deepcopy(e) for e in former if e.tag not in (*_FRAME, _CHANGE))
    change.append(kept)
    section.append(change)
