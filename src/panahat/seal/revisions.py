"""A Word document with all its tracked changes accepted, or all rejected, as Word does it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from panahat.seal.marks import ACCEPT, REJECT, local, named, settle
from panahat.seal.package import Package, open_package
from panahat.seal.xml import Element, tree
from panahat.seal.zipping import pack

_KINDS = ("header", "footer", "footnotes", "endnotes", "styles", "numbering")
_COUNTED = named(
    """ins del moveFrom moveTo cellIns cellDel cellMerge numberingChange rPrChange pPrChange sectPrChange tblPrChange
    tblPrExChange tblGridChange trPrChange tcPrChange""".split()
)


@dataclass(frozen=True, slots=True)
class Tracked:
    """What is tracked in a document: how many changes, and the names of their authors in order. Falsy where nothing is."""

    count: int
    authors: tuple[str, ...]

    def __bool__(self) -> bool:
        return self.count > 0


def accept_all(content: bytes) -> bytes:
    """The document with every tracked change accepted. Raises Refused where it cannot be read strictly."""
    return _settled(content, ACCEPT)


def reject_all(content: bytes) -> bytes:
    """The document with every tracked change rejected. Raises Refused where it cannot be read strictly."""
    return _settled(content, REJECT)


def tracked(content: bytes) -> Tracked:
    """The tracked changes of the text, headers, footers, notes and styles. Raises Refused where it cannot be read strictly."""
    package = open_package(content)
    found = [change for root in _roots(package).values() for change in changes(root)]
    authors = {str(v) for e in found for k, v in e.attrib.items() if str(k).endswith("}author")}
    return Tracked(len(found), tuple(sorted(authors)))


def changes(root: Element) -> Iterator[Element]:
    """Every element below `root` that is a tracked change, in the order of the text."""
    yield from root.iter(*_COUNTED)


def written(root: Element) -> bytes:
    """The part's bytes; every namespace stays declared, for a program may name it in a value (`mc:Ignorable`)."""
    from lxml import etree

    return bytes(etree.tostring(root, encoding="UTF-8", standalone=True))


def _settled(content: bytes, way: str) -> bytes:
    package = open_package(content)
    roots = _roots(package)
    touched = {name: root for name, root in roots.items() if next(changes(root), None) is not None}
    if not touched:
        return content
    before = _notes(roots)
    for root in touched.values():
        settle(root, way)
    gone = before - _notes(roots)
    for name, root in roots.items():
        if _forget_notes(root, gone):
            touched[name] = root
    return pack(package.members.values(), {name: written(root) for name, root in touched.items()})


def _roots(package: Package) -> dict[str, Element]:
    """The trees of all parts that can hold tracked changes, by name."""
    main = package.one("", "officeDocument")
    names = [r.target for r in package.relationships.get(main or "", ()) if r.kind in _KINDS and not r.external]
    return {n: tree(n, package.members[n].content()) for n in dict.fromkeys([main, *names]) if n is not None}


def _notes(roots: Mapping[str, Element]) -> set[tuple[str, str]]:
    """(kind, id) of every note that a text refers to."""
    return {
        (local(e).removesuffix("Reference"), _id(e))
        for root in roots.values()
        for e in root.iter()
        if local(e) in ("footnoteReference", "endnoteReference")
    }


def _forget_notes(root: Element, gone: set[tuple[str, str]]) -> bool:
    """Takes out the notes whose reference went; whether there were any."""
    notes = [e for e in root if (local(e), _id(e)) in gone]
    for note in notes:
        root.remove(note)
    return bool(notes)


def _id(element: Element) -> str:
    return next((str(v) for k, v in element.attrib.items() if str(k).endswith("}id")), "")
