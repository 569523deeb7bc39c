"""A draft opened for merging: its package, and the trees of the parts that are read or changed."""

from __future__ import annotations

import posixpath

from panahat.problems import Problem, Refused
from panahat.review import codes
from panahat.review.document import word_part
from panahat.review.merging.names import ID, SECT, P, w
from panahat.seal.package import open_package
from panahat.seal.xml import Element, tree

_STRICT = "{http://purl.oclc.org/ooxml/wordprocessingml/main}document"
_TRACKED = tuple(
    map(w, "ins del moveFrom moveTo rPrChange pPrChange sectPrChange tblPrChange trPrChange tcPrChange cellIns".split())
)
NOTES = ("footnote", "endnote")


class Draft:
    """A Word document in trees. Raises Refused where it cannot be merged; `which` is «base», «theirs» or «ours».

    `content` are its bytes, with all tracked changes accepted; `tracked` says whether there were any.
    """

    def __init__(self, content: bytes, which: str) -> None:
        self.which = which
        self.tracked = False
        self.added: dict[str, str] = {}
        self.links: dict[str, str] = {}
        self._open(content)
        if any(_revised(self.part(name)) for name in self._texts()):
            from panahat.seal.revisions import accept_all

            content = accept_all(content)
            self._open(content)
            self.tracked = True
        self.content = content

    def _open(self, content: bytes) -> None:
        self.package = open_package(content)
        self.trees: dict[str, Element] = {}  # of the parts opened so far, by name
        self._notes: dict[str, dict[str | None, Element]] = {}
        self.main = word_part(self.package)
        if any(r.kind == "control" for found in self.package.relationships.values() for r in found):
            raise Refused([Problem(codes.MACRO)])
        root = self.part(self.main)
        if root.tag == _STRICT:
            raise Refused([Problem(codes.MERGE_STRICT)])
        body = root.find(w("body"))
        if body is None:
            raise Refused([Problem(codes.NOT_WORD)])
        self.body = body

    def part(self, name: str) -> Element:
        """The tree of the part; the same one at every call."""
        if name not in self.trees:
            self.trees[name] = tree(name, self.package.members[name].content())
        return self.trees[name]

    def put(self, name: str, root: Element) -> None:
        """Makes `root` the tree of the part `name`, new or not."""
        self.trees[name] = root

    def of_kind(self, kind: str) -> Element | None:
        """The tree of the part that the text refers to as `kind`, or None."""
        name = self.package.one(self.main, kind) or self.added.get(kind)
        return None if name is None else self.part(name)

    def target(self, id: str | None) -> str | None:
        """The part that the text's relationship `id` names, or None."""
        found = (r for r in self.package.relationships.get(self.main, ()) if r.id == id and not r.external)
        return next((r.target for r in found), self.links.get(id or ""))

    def note(self, kind: str, id: str | None) -> Element | None:
        """The footnote or endnote (`kind`) of that id in the draft as it was opened, or None."""
        if kind not in self._notes:
            part = self.of_kind(f"{kind}s")
            found = () if part is None else part.iterchildren(w(kind))
            self._notes[kind] = {n.get(ID): n for n in found}
        return self._notes[kind].get(id)

    def sections(self) -> list[Element]:
        """Every sectPr in order."""
        return [s for s in self.body.iter(SECT) if _is_section(s)]

    def _texts(self) -> list[str]:
        kinds = ("header", "footer", "footnotes", "endnotes")
        found = self.package.relationships.get(self.main, ())
        return [self.main, *dict.fromkeys(r.target for r in found if r.kind in kinds and not r.external)]

    def relative(self, name: str) -> str:
        """The part's name as a relationship of the main part states it."""
        return posixpath.relpath(name, posixpath.dirname(self.main))


def _is_section(element: Element) -> bool:
    parent = element.getparent()
    if parent is None:
        return False
    return parent.tag == w("body") or (
        parent.tag == w("pPr") and (up := parent.getparent()) is not None and up.tag == P
    )


def _revised(root: Element) -> bool:
    return next(root.iter(*_TRACKED), None) is not None
