"""What the program made, without anything that tells of the program, its clock, or who ran it.

Tracked changes get their author and date here and are numbered anew; marks of editing sessions, properties of the document
and parts that the program adds of its own accord go.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from panahat.problems import Problem, Refused
from panahat.review import codes
from panahat.review.redlining.relisting import Lists
from panahat.review.redlining.restyling import (
    forget_empty_changes,
    restore_frames,
    restore_properties,
    track_breaks,
    track_sections,
)
from panahat.review.redlining.trimming import trim
from panahat.seal.marks import unmove
from panahat.seal.package import Package, Relationship, forget, open_package
from panahat.seal.parts import PROPERTIES
from panahat.seal.revisions import changes, written
from panahat.seal.xml import Element, R, W, tree
from panahat.seal.zipping import pack

_W = f"{{{W}}}"
_ADDED = ("styles", "settings", "theme", "fontTable", "webSettings")
_TOLD = ("custom-properties", "thumbnail", "people")
_TRACKED = ("header", "footer", "footnotes", "endnotes", "styles", "numbering")
_CONTROLS = tuple(f"{_W}customXml{kind}RangeStart" for kind in ("Ins", "Del"))


def cleaned(made: bytes, old: bytes, new: bytes, *, author: str, when: str | None) -> bytes:
    """`made` out of `old` and `new`, cleaned; its changes by `author` at `when`. Raises Refused where it is no document."""
    try:
        package = open_package(made)
        main = package.one("", "officeDocument")
        if main is None:
            raise Refused([Problem(codes.REDLINE_FAILED)])
        changed = dict(_texts(package, main, (old, new), _printable(author), when))
    except Refused:
        raise Refused([Problem(codes.REDLINE_FAILED)]) from None
    settings = package.one(main, "settings")
    if settings is not None:
        changed[settings] = _settings(tree(settings, package.members[settings].content()))
    changed |= {name: content for name, content in PROPERTIES.items() if name in package.members}
    trees: dict[str, Element] = {}
    dropped = forget(
        package,
        _gone(package, main, changed[main], (old, new)),
        lambda part: trees.setdefault(part, tree(part, package.members[part].content())),
    )
    changed |= {part: written(root) for part, root in trees.items()}
    kept = [m for name, m in package.members.items() if name not in dropped]
    return pack(kept, {name: content for name, content in changed.items() if name not in dropped})


def _printable(author: str) -> str:
    """The name as XML can hold it, on one line."""
    return " ".join("".join(c if c.isprintable() else " " for c in author).split()) or "–"


def _texts(
    package: Package, main: str, drafts: tuple[bytes, bytes], author: str, when: str | None
) -> Iterator[tuple[str, bytes]]:
    """(name, content) of every part that can hold tracked changes, and of the lists."""
    before, after = map(open_package, drafts)
    numbering = _lists(package, main)
    lists = Lists(numbering, _lists(after, after.one("", "officeDocument") or ""))
    names = [main, *(r.target for r in package.relationships.get(main, ()) if r.kind in _TRACKED and not r.external)]
    number = 0
    for name in dict.fromkeys(names):
        root = tree(name, package.members[name].content())
        _forget_sessions(root)
        unmove(root)
        if name == main:
            track_breaks(root, _body(before), _parts(package), _parts(before))
            restore_properties(root, _body(before), _body(after), lists)
            restore_frames(root, _body(before), _parts(package), _parts(before))
            track_sections(root, _body(before))
        forget_empty_changes(root)
        trim(root)
        for change in changes(root):
            number += 1
            change.set(f"{_W}id", str(number))
            change.attrib.pop(f"{_W}date", None)
            if change.tag != f"{_W}tblGridChange":
                change.set(f"{_W}author", author)
                if when is not None:
                    change.set(f"{_W}date", when)
        for mark in root.iter(*_CONTROLS):
            mark.set(f"{_W}author", author)
            mark.attrib.pop(f"{_W}date", None)
        yield name, written(root)
    if lists.changed and numbering is not None:
        yield package.one(main, "numbering") or "", written(numbering)


def _lists(package: Package, main: str) -> Element | None:
    part = package.one(main, "numbering")
    return tree(part, package.members[part].content()) if part else None


def _body(package: Package) -> Element:
    main = package.one("", "officeDocument") or ""
    return tree(main, package.members[main].content())


def _parts(package: Package) -> dict[str, str]:
    """The part that the text names by each id of reference."""
    return {r.id: r.target for r in package.relationships.get(package.one("", "officeDocument") or "", ())}


def _forget_sessions(root: Element) -> None:
    for element in root.iter():
        for name in [n for n in element.attrib if str(n).startswith(f"{_W}rsid")]:
            del element.attrib[name]


def _settings(root: Element) -> bytes:
    for element in [e for e in root if e.tag in (f"{_W}rsids", f"{_W}trackRevisions")]:
        root.remove(element)
    return written(root)


def _gone(package: Package, main: str, text: bytes, drafts: tuple[bytes, bytes]) -> Callable[[Relationship], bool]:
    """Whether a reference goes: to what the program added, tells of a person or computer, or is no section's header."""
    had = {r.kind for draft in drafts for found in open_package(draft).relationships.values() for r in found}
    kinds = {*(kind for kind in _ADDED if kind not in had), *_TOLD}
    sections = tree(main, text).iter(f"{_W}headerReference", f"{_W}footerReference")
    named = {reference.get(f"{{{R}}}id") for reference in sections}
    shown = {r.target for r in package.relationships.get(main, ()) if r.id in named}
    return lambda r: not r.external and (r.kind in kinds or (r.kind in ("header", "footer") and r.target not in shown))
