"""Style definitions: what the new draft changed in them is taken over where the lawyer left them as they were."""

from __future__ import annotations

from copy import deepcopy
from typing import TYPE_CHECKING

from panahat.review.merging import notes
from panahat.review.merging.model import FORMATTING
from panahat.review.merging.names import PPR, RPR, w
from panahat.review.merging.styles import Looks, Sheet, Style

if TYPE_CHECKING:
    from lxml.etree import _Element

    from panahat.review.merging.engine import Merger

_LOOK = (PPR, RPR, *map(w, ("tblPr", "trPr", "tcPr", "tblStylePr")))


def merge_styles(merger: Merger) -> None:
    """Merges the styles that all three drafts have, by name; each change is noted."""
    base, theirs, ours = (r.looks.own for r in merger.reads)
    for key, new in ours.by_name.items():
        old = base.by_name.get(key)
        if old is None or _look(old.element) == _look(new.element):
            continue
        id = merger.importer.names.get(key)
        there = theirs.by_id.get((key[0], id)) if id else None
        if there is None or (_seen(theirs, there) == _seen(ours, new) and key[0] != "table"):
            continue
        if (
            _seen(theirs, there) == _seen(base, old)
            if key[0] != "table"
            else _look(there.element) == _look(old.element)
        ):
            _take(merger, there.element, new.element)
            merger.report.note(notes.STYLE_TAKEN, about=there.name)
        else:
            _keep(merger, there.name)
    if base.document_defaults() != ours.document_defaults() and theirs.document_defaults() != ours.document_defaults():
        _keep(merger, "docDefaults")


def _keep(merger: Merger, name: str) -> None:
    merger.report.note(notes.STYLE_KEPT, about=name)
    merger.report.unshown(FORMATTING, "styles", None, None, None)


def _same(left: Sheet, one: Style, right: Sheet, other: Style) -> bool:
    """Whether two definitions make text look the same; those of tables, whether they are written the same."""
    if one.type == "table":
        return _look(one.element) == _look(other.element)
    return _seen(left, one) == _seen(right, other)


def _look(element: _Element) -> list[bytes]:
    from lxml import etree

    return [etree.tostring(c, method="c14n", exclusive=True) for c in element.iterchildren(*_LOOK)]


def _seen(sheet: Sheet, style: Style) -> object:
    """How text in a style looks, whatever program wrote its definition."""
    looks = Looks(sheet, sheet)
    run, _ = looks.chain(style.type, style.name)
    if style.type == "character":
        return {k: v for k, v in run.items() if v}
    probe = style.element.makeelement(PPR, {}, None)
    named = style.element.makeelement(w("pStyle"), {w("val"): style.id}, None)
    probe.append(named)
    return looks.run(style.name, None), looks.paragraph(probe)[1]


def _take(merger: Merger, theirs: _Element, ours: _Element) -> None:
    for child in list(theirs.iterchildren(*_LOOK)):
        theirs.remove(child)
    for child in ours.iterchildren(*_LOOK):
        made = deepcopy(child)
        merger.importer.adapt(made, {})
        theirs.append(made)
