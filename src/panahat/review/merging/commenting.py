"""Word comments that say what a conflict is about."""

from __future__ import annotations

from typing import TYPE_CHECKING

from panahat.review.merging.names import ID, PPR, RUN, P, w
from panahat.review.merging.parts import ensure_part
from panahat.review.merging.tracking import AUTHOR

if TYPE_CHECKING:
    from lxml.etree import _Element

    from panahat.review.merging.opened import Draft


class Comments:
    """Adds comments to a document; those that are there stay."""

    def __init__(self, draft: Draft) -> None:
        self.draft = draft
        self._last: int | None = None

    def add(self, block: _Element, text: str) -> None:
        """A comment on the first paragraph of `block`."""
        paragraph = block if block.tag == P else next(block.iter(P), None)
        if paragraph is None:
            return
        root = ensure_part(self.draft, "comments", "comments")
        if self._last is None:
            ids = [int(v) for c in root.iterchildren(w("comment")) if (v := c.get(ID, "")).isdigit()]
            self._last = max(ids, default=-1)
        self._last += 1
        id = str(self._last)
        root.append(_comment(root, id, text))
        start, end = _anchor(paragraph, "commentRangeStart", id), _anchor(paragraph, "commentRangeEnd", id)
        properties = paragraph.find(PPR)
        paragraph.insert(0, start) if properties is None else properties.addnext(start)
        run = paragraph.makeelement(RUN, {}, None)
        run.append(_anchor(run, "commentReference", id))
        paragraph.extend([end, run])


def _anchor(parent: _Element, name: str, id: str) -> _Element:
    made: _Element = parent.makeelement(w(name), {}, None)
    made.set(ID, id)
    return made


def _comment(root: _Element, id: str, text: str) -> _Element:
    from lxml import etree

    made: _Element = root.makeelement(w("comment"), {}, None)
    made.set(ID, id)
    made.set(w("author"), AUTHOR)
    made.set(w("initials"), AUTHOR[0])
    run = etree.SubElement(etree.SubElement(made, P), RUN)
    etree.SubElement(run, w("t")).text = text
    return made
