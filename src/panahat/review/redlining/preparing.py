"""The two documents made ready for comparison, so that what programs name and number anew on saving is no difference."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from copy import deepcopy

from panahat.review.redlining.contents import settle_page_numbers
from panahat.seal.marks import unwrap
from panahat.seal.package import Package, open_package, rels_of
from panahat.seal.revisions import written
from panahat.seal.xml import Element, R, W, remove, tree
from panahat.seal.zipping import pack

_W = f"{{{W}}}"
_KINDS = ("header", "footer", "footnotes", "endnotes", "styles", "numbering")
_FRAME = ("header", "footer")
_STYLED = tuple(f"{_W}{name}" for name in "pStyle rStyle tblStyle basedOn next link numStyleLink styleLink".split())


def prepared(old: bytes, new: bytes) -> tuple[bytes, bytes]:
    """`old` with the styles that only `new` has; `new` with the style ids of `old` and reference ids of its own.

    Numbers of pages are the same in both; styles and lists that nobody defined, which show nothing, go, and controls round
    rows and cells are taken off them. A style that only one has loses its list, for the lists of the two are not the same.
    """
    a, b = _Draft(old), _Draft(new)
    names = {_name(s): _id(s) for s in a.styles}
    b.rename_styles(dict(_renamed({_id(s): names.get(_name(s), "") for s in b.styles}, set(names.values()))))
    b.rename_frames(a.references)
    fresh = [s for s in b.styles if _id(s) not in names.values()]
    for style in fresh:
        _unlist(style)
    a.add_styles(fresh)
    return a.packed(), b.packed()


def style_names(package: Package) -> Mapping[str, str]:
    """The name of each style by its id."""
    part = package.one(package.one("", "officeDocument") or "", "styles")
    styles = tree(part, package.members[part].content()).iter(f"{_W}style") if part is not None else ()
    return {_id(style): _name(style)[1] for style in styles}


class _Draft:
    """A document whose parts can be changed."""

    def __init__(self, content: bytes) -> None:
        self._package = open_package(content)
        self._main = self._package.one("", "officeDocument") or ""
        self._found = self._package.relationships.get(self._main, ())
        parts = [self._main, *(r.target for r in self._found if r.kind in _KINDS and not r.external)]
        self._roots = {name: self._tree(name) for name in dict.fromkeys(parts)}
        numbered = self._known("numbering", "num", "numId") | {"0"}
        styled = self._known("styles", "style", "styleId")
        for root in self._roots.values():
            settle_page_numbers(root)
            _unwrap_rows(root)
            for list_ in [e for e in root.iter(f"{_W}numId") if e.get(f"{_W}val") not in numbered]:
                list_.set(f"{_W}val", "0")
            for named in [e for e in root.iter(f"{_W}pStyle") if e.get(f"{_W}val") not in styled]:
                remove(named)

    def _known(self, kind: str, name: str, key: str) -> set[str | None]:
        """The ids of what the part of that kind defines."""
        part = self._package.one(self._main, kind)
        found = self._roots[part].iter(f"{_W}{name}") if part is not None else ()
        return {e.get(f"{_W}{key}") for e in found}

    @property
    def styles(self) -> list[Element]:
        part = self._package.one(self._main, "styles")
        return list(self._roots[part].iter(f"{_W}style")) if part is not None else []

    @property
    def references(self) -> set[str]:
        return {r.id for r in self._found}

    def packed(self) -> bytes:
        return pack(self._package.members.values(), {name: written(root) for name, root in self._roots.items()})

    def rename_styles(self, ids: Mapping[str, str]) -> None:
        for root in self._roots.values():
            for element in root.iter(f"{_W}style", *_STYLED):
                key = f"{_W}styleId" if element.tag == f"{_W}style" else f"{_W}val"
                if element.get(key, "") in ids:
                    element.set(key, ids[element.get(key, "")])

    def rename_frames(self, taken: set[str]) -> None:
        """Gives headers and footers ids of reference that are not `taken`."""
        part = rels_of(self._main)
        frames = {r.id for r in self._found if r.kind in _FRAME}
        if not frames:
            return
        prefix = "new-"
        while any(f"{prefix}{id}" in taken for id in frames):
            prefix += "-"
        self._roots[part] = self._tree(part)
        for element in self._roots[part]:
            if element.get("Id", "") in frames:
                element.set("Id", f"{prefix}{element.get('Id')}")
        for element in self._roots[self._main].iter(*(f"{_W}{kind}Reference" for kind in _FRAME)):
            element.set(f"{{{R}}}id", f"{prefix}{element.get(f'{{{R}}}id')}")

    def add_styles(self, styles: list[Element]) -> None:
        part = self._package.one(self._main, "styles")
        if part is not None:
            self._roots[part].extend(deepcopy(style) for style in styles)

    def _tree(self, part: str) -> Element:
        return tree(part, self._package.members[part].content())


def _id(style: Element) -> str:
    return str(style.get(f"{_W}styleId", ""))


def _name(style: Element) -> tuple[str, str]:
    """(what the style is for, its name); built-in names are written in any case."""
    name = style.find(f"{_W}name")
    return style.get(f"{_W}type", ""), (name.get(f"{_W}val", "") if name is not None else _id(style)).casefold()


def _renamed(new_names: Mapping[str, str], taken: set[str]) -> Iterator[tuple[str, str]]:
    """(id, new id) of each style that gets another one."""
    used = taken | set(new_names)
    for id, wanted in new_names.items():
        if not wanted and id in taken:
            n = next(n for n in range(2, len(used) + 3) if f"{id}-{n}" not in used)
            used.add(f"{id}-{n}")
            yield id, f"{id}-{n}"
        elif wanted and wanted != id:
            yield id, wanted


def _unlist(style: Element) -> None:
    style.attrib.pop(f"{_W}default", None)
    for numbers in list(style.iter(f"{_W}numPr")):
        remove(numbers)


def _unwrap_rows(root: Element) -> None:
    """Takes off the content controls round rows and cells, which the program cannot follow."""
    for control in list(root.iter(f"{_W}sdt")):
        parent = control.getparent()
        if parent is not None and parent.tag in (f"{_W}tbl", f"{_W}tr"):
            unwrap(control)
