"""Style definitions taken over where the lawyer left them; the bytes of the merged document, without author or time."""

from __future__ import annotations

from copy import deepcopy

from panahat.review.merging import notes
from panahat.review.merging.engine import Merger
from panahat.review.merging.names import ID, PPR, RPR, W14, w
from panahat.review.merging.opened import NOTES, Draft
from panahat.review.merging.reporting import FORMATTING
from panahat.review.merging.styles import Looks, Sheet, Style
from panahat.review.merging.tracking import AUTHOR
from panahat.seal.package import forget
from panahat.seal.parts import PROPERTIES
from panahat.seal.xml import Element, W, remove
from panahat.seal.zipping import pack

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
        if there is None or (_same(theirs, there, ours, new) and key[0] != "table"):
            continue
        if _same(theirs, there, base, old):
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


def _look(element: Element) -> list[bytes]:
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


def _take(merger: Merger, theirs: Element, ours: Element) -> None:
    for child in list(theirs.iterchildren(*_LOOK)):
        theirs.remove(child)
    for child in ours.iterchildren(*_LOOK):
        made = deepcopy(child)
        merger.importer.adapt(made, {})
        theirs.append(made)


_RSID = f"{{{W}}}rsid"
_EMPTIED = {"core-properties": "docProps/core.xml", "extended-properties": "docProps/app.xml"}
_DROPPED = ("custom-properties", "thumbnail", "attachedTemplate", "classificationlabels")
_IDS = (w("docId"), f"{{{W14}}}docId", "{http://schemas.microsoft.com/office/word/2012/wordml}docId")


def finish(draft: Draft) -> bytes:
    """The document's bytes."""
    from lxml import etree

    for name, type in draft.package.types.items():
        if "wordprocessingml" in type and type.endswith("+xml"):
            _clean(draft.part(name))
    _forget_notes(draft)
    dropped = _drop(draft)
    changed = {
        name: bytes(etree.tostring(root, encoding="UTF-8", standalone=True))
        for name, root in draft.trees.items()
        if name not in dropped
    }
    for relation in draft.package.relationships.get("", ()):
        if relation.kind in _EMPTIED and not relation.external:
            changed[relation.target] = PROPERTIES[_EMPTIED[relation.kind]]
    return pack((m for m in draft.package.members.values() if m.name not in dropped), changed)


def _clean(root: Element) -> None:
    for element in list(root.iter()):
        for attribute in [a for a in element.attrib if str(a).startswith(_RSID)]:
            del element.attrib[attribute]
        if element.tag in (w("rsids"), w("rsid"), w("attachedTemplate"), *_IDS):
            remove(element)


def _forget_notes(draft: Draft) -> None:
    """Takes out the notes that no paragraph refers to any more."""
    for kind in NOTES:
        root = draft.of_kind(f"{kind}s")
        referred = {e.get(ID) for e in draft.body.iter(w(f"{kind}Reference"))}
        if root is None:
            continue
        for note in list(root.iterchildren(w(kind))):
            if note.get(w("type"), "normal") == "normal" and note.get(ID) not in referred:
                root.remove(note)


def _drop(draft: Draft) -> set[str]:
    """The parts that do not go into the result; nothing refers to them any more."""
    kinds = _DROPPED if _others_comment(draft) else (*_DROPPED, "people")
    return forget(draft.package, lambda r: r.kind in kinds, draft.part)


def _others_comment(draft: Draft) -> bool:
    comments = draft.of_kind("comments")
    found = () if comments is None else comments.iterchildren(w("comment"))
    return any(c.get(w("author")) != AUTHOR for c in found)
