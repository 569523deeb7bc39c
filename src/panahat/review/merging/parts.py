"""Parts of the merged package made where missing, comments that say what a conflict is about, and blocks put in place."""

from __future__ import annotations

from collections.abc import Sequence
from copy import deepcopy

from panahat.review.merging.names import ID, MARKERS, PPR, RUN, SECT, TBL, P, r, w
from panahat.review.merging.opened import Draft
from panahat.review.merging.styles import fresh
from panahat.review.merging.tracking import AUTHOR, ensure
from panahat.seal.package import TYPES, rels_of
from panahat.seal.xml import Element, R, W

_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_RELS = "http://schemas.openxmlformats.org/package/2006/relationships"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_ROOTS = {"header": "hdr", "footer": "ftr"}
_SEPARATORS = (("-1", "separator"), ("0", "continuationSeparator"))


def ensure_part(draft: Draft, kind: str, root: str) -> Element:
    """The tree of the part that the text refers to as `kind`; an empty one is added where there is none."""
    found = draft.of_kind(kind)
    return add_part(draft, kind, root)[1] if found is None else found


def add_part(draft: Draft, kind: str, root: str = "") -> tuple[str, Element]:
    """(relationship id, tree) of a new empty part of `kind`; typed and referred to by the text."""
    from lxml import etree

    names = {n.lower() for n in (*draft.package.members, *draft.trees)}
    many = kind in _ROOTS
    stem, n = f"word/{kind}", 1
    name = f"{stem}{n if many else ''}.xml"
    while name.lower() in names:
        n += 1
        name = f"{stem}{n}.xml"
    made = etree.Element(w(root or _ROOTS[kind]), nsmap={"w": W, "r": R})
    if kind in ("footnotes", "endnotes"):
        _separators(made, kind.removesuffix("s"))
    draft.put(name, made)
    draft.added[kind] = name
    types = draft.part(TYPES)
    override = etree.SubElement(types, f"{{{_TYPES}}}Override")
    override.set("PartName", f"/{name}")
    override.set("ContentType", f"{_WORD}.{kind}+xml")
    return _refer(draft, kind, name), made


def _refer(draft: Draft, kind: str, name: str) -> str:
    from lxml import etree

    rels = relationships(draft)
    id = fresh({e.get("Id", "") for e in rels}, "rIdP1")
    element = etree.SubElement(rels, f"{{{_RELS}}}Relationship")
    element.set("Id", id)
    element.set("Type", f"{R}/{kind}")
    element.set("Target", draft.relative(name))
    draft.links[id] = name
    return id


def relationships(draft: Draft) -> Element:
    """The tree of the text's relationships."""
    from lxml import etree

    name = rels_of(draft.main)
    if name not in draft.package.members and name not in draft.trees:
        draft.put(name, etree.Element(f"{{{_RELS}}}Relationships", nsmap={None: _RELS}))
    return draft.part(name)


def _separators(root: Element, kind: str) -> None:
    from lxml import etree

    for id, name in _SEPARATORS:
        note = etree.SubElement(root, w(kind))
        note.set(w("type"), name)
        note.set(ID, id)
        run = etree.SubElement(etree.SubElement(note, w("p")), w("r"))
        etree.SubElement(run, w(name))


def add_header(draft: Draft, section: Element, kind: str, type: str) -> Element:
    """The tree of a new header or footer (`kind`) of that type, shown in the section."""
    from lxml import etree

    id, root = add_part(draft, kind)
    reference = etree.Element(w(f"{kind}Reference"))
    reference.set(w("type"), type)
    reference.set(r("id"), id)
    section.insert(0, reference)
    return root


class Comments:
    """Adds comments to a document; those that are there stay."""

    def __init__(self, draft: Draft) -> None:
        self.draft = draft
        self._last: int | None = None

    def add(self, block: Element, text: str) -> None:
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


def _anchor(parent: Element, name: str, id: str) -> Element:
    made: Element = parent.makeelement(w(name), {}, None)
    made.set(ID, id)
    return made


def _comment(root: Element, id: str, text: str) -> Element:
    from lxml import etree

    made: Element = root.makeelement(w("comment"), {}, None)
    made.set(ID, id)
    made.set(w("author"), AUTHOR)
    made.set(w("initials"), AUTHOR[0])
    run = etree.SubElement(etree.SubElement(made, P), RUN)
    etree.SubElement(run, w("t")).text = text
    return made


_ENDS = frozenset(map(w, "bookmarkEnd commentRangeEnd permEnd".split()))
_STAYS = frozenset(map(w, "bookmarkStart commentRangeStart permStart".split())) | _ENDS


def put(container: Element, elements: Sequence[Element], tags: Sequence[str] = ()) -> None:
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


def _apart(container: Element, elements: Sequence[Element]) -> list[Element]:
    """The elements with an empty paragraph between tables and after a last one."""
    out: list[Element] = []
    before: Element | None = None
    for element in elements:
        if element.tag == TBL and before is not None and before.tag == TBL and element.getprevious() is not before:
            out.append(container.makeelement(P, {}, None))
        out.append(element)
        if element.tag not in MARKERS:
            before = element
    if before is None or (before.tag != P and container.tag != w("sdtContent")):
        out.append(container.makeelement(P, {}, None))
    return out


def strip_section(element: Element) -> list[Element]:
    """What stays of a removed block: nothing, or an empty paragraph where a section of the document ends with it."""
    section = element.find(f"{PPR}/{SECT}")
    if section is None:
        return []
    for child in list(element.iterchildren()):
        if child.tag != PPR and child.tag not in _STAYS:
            element.remove(child)
    return [element]


def replace_content(theirs: Element, ours: Element, reshaped: bool) -> bool:
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


def reshape(theirs: Element, ours: Element) -> None:
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
