"""What the program changes without tracking it (looks, sections, their ends), though rejecting must give it back, put right."""

from __future__ import annotations

from collections.abc import Mapping
from copy import deepcopy

from panahat.review.merging.tracking import Tracker
from panahat.review.redlining.relisting import Lists
from panahat.seal.marks import ACCEPT, REJECT, settle
from panahat.seal.xml import Element, R, W, form, remove

_W = f"{{{W}}}"
_TAG = "place"
_FRAME = (f"{_W}headerReference", f"{_W}footerReference")
_CHANGES = tuple(f"{_W}{kind}PrChange" for kind in ("r", "p", "tbl", "tr", "tc"))
_MARKS = tuple(f"{_W}{name}" for name in ("ins", "del"))
_SECTION, _CHANGE = f"{_W}sectPr", f"{_W}sectPrChange"
_ASIDE = (f"{_W}rPr", f"{_W}sectPr", f"{_W}pPrChange")


def same_paragraphs(root: Element, text: Element, way: str = REJECT) -> list[tuple[Element, Element, Element]]:
    """(a paragraph of the redline `root`, the same of `text`, the same of the redline settled) of all that `text` has.

    Empty where the paragraphs of the settled redline are not those of `text`, one by one.
    """
    paragraphs = list(root.iter(f"{_W}p"))
    former, present = list(text.iter(f"{_W}p")), _settled(root, paragraphs, f"{_W}p", way)
    if len(former) != len(present) or any(_text(a) != _text(b[1]) for a, b in zip(former, present, strict=True)):
        return []
    return [(own, was, now) for was, (own, now) in zip(former, present, strict=True) if own is not None]


def restore_properties(root: Element, old: Element, new: Element, lists: Lists) -> None:
    """Makes the paragraphs of the redline `root` have, rejected, the properties of the `old` text, accepted those of `new`."""
    before = {own: (was, now) for own, was, now in same_paragraphs(root, old)}
    after = {own: (to, now) for own, to, now in same_paragraphs(root, new, ACCEPT)}
    lists.learn([(_list(to), _list(now)) for to, now in after.values()])
    for paragraph in [p for p in root.iter(f"{_W}p") if p in before or p in after]:
        was, rejected = before.get(paragraph, (None, None))
        to, accepted = after.get(paragraph, (None, None))
        wanted = lists.adapted(to) if to is not None else None
        if _properties(was) != _properties(rejected) or _properties(wanted) != _properties(accepted):
            _set(paragraph, wanted if wanted is not None or was is None else was, was if wanted is not None else None)


def restore_frames(root: Element, old: Element, parts: Mapping[str, str], old_parts: Mapping[str, str]) -> None:
    """Gives a section of the redline `root` that goes the headers and footers it had in the `old` text.

    `parts` and `old_parts` are the parts by their ids of reference.
    """
    sections, left = list(old.iter(_SECTION)), _settled(root, list(root.iter(_SECTION)), _SECTION, REJECT)
    if len(sections) == len(left):
        for was, (own, now) in zip(sections, left, strict=True):
            known = all(parts.get(id) == old_parts.get(id) is not None for id in _references(was).values())
            if known and own is not None and _references(was) != _references(now):
                _refer(own, was)


def _settled(root: Element, elements: list[Element], tag: str, way: str) -> list[tuple[Element | None, Element]]:
    """(the element of `root` it was, the element) of every element `tag` in the redline accepted or rejected."""
    for n, element in enumerate(elements):
        element.set(_TAG, str(n))
    settled = deepcopy(root)
    for element in elements:
        del element.attrib[_TAG]
    settle(settled, way)
    return [(elements[int(e.get(_TAG, ""))] if e.get(_TAG) else None, e) for e in settled.iter(tag)]


def _references(section: Element) -> dict[str, str]:
    """The id of each header and footer that the section names, by element and type."""
    found = (e for e in section if e.tag in _FRAME)
    return {f"{e.tag} {e.get(f'{_W}type')}": e.get(f"{{{R}}}id", "") for e in found}


def _refer(section: Element, former: Element) -> None:
    """Gives a section whose end is taken out the references of the `former` one."""
    if section.getparent() is None or section.getparent().find(f"{_W}rPr/{_W}del") is None:
        return
    for reference in [e for e in section if e.tag in _FRAME]:
        section.remove(reference)
    for n, reference in enumerate(e for e in former if e.tag in _FRAME):
        section.insert(n, deepcopy(reference))


def _text(paragraph: Element) -> str:
    return "".join(t.text or "" for t in paragraph.iter(f"{_W}t"))


def _properties(paragraph: Element | None) -> list[object]:
    """The paragraph's own properties, each in one form."""
    holder = paragraph.find(f"{_W}pPr") if paragraph is not None else None
    return [form(e) for e in (holder if holder is not None else ()) if e.tag not in _ASIDE]


def _list(paragraph: Element) -> str:
    """The id of the list that a paragraph itself names."""
    found = paragraph.find(f"{_W}pPr/{_W}numPr/{_W}numId")
    return found.get(f"{_W}val", "") if found is not None else ""


def _set(paragraph: Element, present: Element | None, former: Element | None) -> None:
    """Gives a paragraph the properties of `present`; those of `former` (None: the same) as a tracked change."""
    holder = paragraph.find(f"{_W}pPr")
    if holder is None:
        holder = paragraph.makeelement(f"{_W}pPr")
        paragraph.insert(0, holder)
    for child in [e for e in holder if e.tag not in _ASIDE or e.tag == f"{_W}pPrChange"]:
        holder.remove(child)
    for n, child in enumerate(_own(present)):
        holder.insert(n, child)
    if former is None or _properties(former) == _properties(present):
        return
    change = holder.makeelement(f"{_W}pPrChange")
    kept = holder.makeelement(f"{_W}pPr")
    kept.extend(_own(former))
    change.append(kept)
    holder.append(change)


def _own(paragraph: Element | None) -> list[Element]:
    """A copy of each of the paragraph's own properties."""
    holder = paragraph.find(f"{_W}pPr") if paragraph is not None else None
    return [deepcopy(e) for e in (holder if holder is not None else ()) if e.tag not in _ASIDE]


def forget_empty_changes(root: Element) -> None:
    """Takes out the changes of properties that change nothing but the language of spelling."""
    for change in list(root.iter(*_CHANGES)):
        holder = change.getparent()
        if holder is None or len(change) != 1:
            continue
        aside = (*_ASIDE, *_MARKS, change.tag, f"{_W}lang", f"{_W}noProof")
        now, was = [[form(e) for e in side if e.tag not in aside] for side in (holder, change[0])]
        if now == was:
            holder.remove(change)


_ONCE = tuple(
    f"{_W}{name}" for name in "footnoteReference endnoteReference commentReference drawing pict object".split()
)
_ENDS = tuple(f"{_W}{name}" for name in "bookmarkStart bookmarkEnd commentRangeStart commentRangeEnd".split())


def track_breaks(root: Element, old: Element, parts: Mapping[str, str], old_parts: Mapping[str, str]) -> None:
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


def _replace(paragraph: Element, former: Element | None) -> None:
    gone, fresh = deepcopy(paragraph), deepcopy(paragraph)
    gone.tail = fresh.tail = None
    settle(gone, REJECT)
    settle(fresh, ACCEPT)
    for mark in list(gone.iter(*_ENDS)):
        remove(mark)
    own = gone.find(f"{_W}pPr")
    if own is not None:
        gone.remove(own)
    if former is not None:
        gone.insert(0, deepcopy(former))
    tracker = Tracker(0)  # all marks are numbered anew in the end
    for side, kind in ((gone, "del"), (fresh, "ins")):
        tracker.runs(side, kind)
        tracker.mark_paragraph(side, kind)
        paragraph.addprevious(side)
    remove(paragraph)


def track_sections(root: Element, old: Element) -> None:
    """Makes the sections of the redline `root`, rejected, be those of the `old` text, by tracked changes.

    Where a section comes or goes, every section names its own headers and footers, so that none is lost with the one before.
    Nothing is tracked where the rejected redline has another number of sections than `old`.
    """
    sections = [s for s in root.iter(_SECTION) if _counts(s)]
    if any(_mark_tracked(s) for s in sections):
        _name_frames(sections)
    former, left = list(old.iter(_SECTION)), _settled(root, sections, _SECTION, REJECT)
    if len(former) == len(left):
        for was, (own, now) in zip(former, left, strict=True):
            if own is not None and _bare_form(was) != _bare_form(now):
                _track_section(own, was)


def _counts(section: Element) -> bool:
    """Whether it is a section of the text, not the former state of one."""
    parent = section.getparent()
    return parent is not None and parent.tag != _CHANGE


def _mark_tracked(section: Element) -> bool:
    """Whether the end of the section comes or goes."""
    parent = section.getparent()
    marks = parent.find(f"{_W}rPr") if parent is not None else None
    return marks is not None and any(e.tag in (f"{_W}ins", f"{_W}del") for e in marks)


def _name_frames(sections: list[Element]) -> None:
    known: dict[tuple[str, str], Element] = {}
    for section in sections:
        own = {(str(e.tag), e.get(f"{_W}type", "default")): e for e in section if e.tag in _FRAME}
        for n, reference in enumerate(e for kind, e in known.items() if kind not in own):
            section.insert(n, deepcopy(reference))
        known |= own


def _bare_form(section: Element) -> list[object]:
    return [form(e) for e in section if e.tag not in (*_FRAME, _CHANGE)]


def _track_section(section: Element, former: Element) -> None:
    for change in section.findall(_CHANGE):
        section.remove(change)
    change = section.makeelement(_CHANGE)
    kept = section.makeelement(_SECTION)
    kept.extend(deepcopy(e) for e in former if e.tag not in (*_FRAME, _CHANGE))
    change.append(kept)
    section.append(change)
