"""Parts of the merged package: made where they are missing, named, typed and referred to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from panahat.review.merging.names import ID, r, w
from panahat.review.merging.styles import fresh
from panahat.seal.package import TYPES
from panahat.seal.xml import R, W

if TYPE_CHECKING:
    from lxml.etree import _Element

    from panahat.review.merging.opened import Draft

_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_RELS = "http://schemas.openxmlformats.org/package/2006/relationships"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_ROOTS = {"header": "hdr", "footer": "ftr"}
_SEPARATORS = (("-1", "separator"), ("0", "continuationSeparator"))


def ensure_part(draft: Draft, kind: str, root: str) -> _Element:
    """The tree of the part that the text refers to as `kind`; an empty one is added where there is none."""
    found = draft.of_kind(kind)
    return add_part(draft, kind, root)[1] if found is None else found


def add_part(draft: Draft, kind: str, root: str = "") -> tuple[str, _Element]:
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


def relationships(draft: Draft) -> _Element:
    """The tree of the text's relationships."""
    from lxml import etree

    folder, _, file = draft.main.rpartition("/")
    name = f"{folder}/_rels/{file}.rels".lstrip("/")
    if name not in draft.package.members and name not in draft.trees:
        draft.put(name, etree.Element(f"{{{_RELS}}}Relationships", nsmap={None: _RELS}))
    return draft.part(name)


def _separators(root: _Element, kind: str) -> None:
    from lxml import etree

    for id, name in _SEPARATORS:
        note = etree.SubElement(root, w(kind))
        note.set(w("type"), name)
        note.set(ID, id)
        run = etree.SubElement(etree.SubElement(note, w("p")), w("r"))
        etree.SubElement(run, w(name))


def add_header(draft: Draft, section: _Element, kind: str, type: str) -> _Element:
    """The tree of a new header or footer (`kind`) of that type, shown in the section."""
    from lxml import etree

    id, root = add_part(draft, kind)
    reference = etree.Element(w(f"{kind}Reference"))
    reference.set(w("type"), type)
    reference.set(r("id"), id)
    section.insert(0, reference)
    return root
