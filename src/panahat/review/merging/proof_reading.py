"""The simple reading of a document that the proof of a merge rests on: the letters of each paragraph, and their look."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from panahat.review.merging.names import ID, PPR, RPR, SECT, TBL, TC, TR, P, r, w
from panahat.review.merging.styles import Looks, Sheet
from panahat.seal.package import Package, open_package
from panahat.seal.xml import Element, tree

ACCEPT, REJECT = "accepted", "rejected"
_HIDDEN = {ACCEPT: (w("del"),), REJECT: (w("ins"),)}
_CHANGING = frozenset(
    "PAGE NUMPAGES SECTION SECTIONPAGES PAGEREF DATE TIME SAVEDATE PRINTDATE CREATEDATE FILENAME".split()
)
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_STORIES = ("header", "footer", "footnotes", "endnotes")
_GONE = re.compile("[\\s\u00ad\u2011\ufffc]+")
Look = tuple[str, object]


@dataclass
class Reading:
    """The paragraphs of one document by story, in order, letters only; those with their look; text boxes; tables.

    `hosts` has for each paragraph of a note the numbers of the paragraphs that refer to it.
    """

    texts: dict[str, list[str]] = field(default_factory=dict)
    looks: dict[str, list[Look]] = field(default_factory=dict)
    boxes: Counter[str] = field(default_factory=Counter)
    hosts: dict[str, set[int]] = field(default_factory=dict)
    comments: set[str | None] = field(default_factory=set)
    rows: int = 0
    cells: int = 0
    faults: list[str] = field(default_factory=list)


def squeezed(text: str) -> str:
    """`text` without spaces and hyphens that programs write as signs."""
    return _GONE.sub("", text)


def read(content: bytes, view: str, base: bytes) -> Reading:
    """The document with its tracked changes accepted or rejected. Raises Refused where it is not strict XML."""
    package = open_package(content)
    main = package.one("", "officeDocument") or ""
    trees = {main: tree(main, package.members[main].content())}
    for relation in package.relationships.get(main, ()):
        if relation.kind in (*_STORIES, "styles", "comments") and not relation.external:
            trees[relation.target] = tree(relation.target, package.members[relation.target].content())
    out = Reading()
    reader = _Reader(out, view, Looks(_sheet(package, main, trees), base_sheet(base)))
    body = trees[main].find(w("body"))
    if body is None:
        out.faults.append("text: no body")
        return out
    reader.story("", body)
    out.comments = {e.get(ID) for e in body.iter(w("commentReference"))}
    shown = {e.get(r("id")) for e in body.iter(w("headerReference"), w("footerReference"))}
    for relation in package.relationships.get(main, ()):
        if relation.kind in ("header", "footer") and relation.id in shown:
            reader.story(relation.kind, trees[relation.target])
    for kind in ("footnote", "endnote"):
        name = package.one(main, f"{kind}s")
        if name is not None:
            notes = {n.get(ID): n for n in trees[name].iterchildren(w(kind))}
            texts = out.texts.setdefault(f"{kind}s", [])
            for id, host in list(reader.referred[kind]):
                if id in notes:
                    before = len(texts)
                    reader.story(f"{kind}s", notes[id])
                    for text in texts[before:]:
                        out.hosts.setdefault(text, set()).add(host)
                else:
                    out.faults.append(f"{kind}s: dangling")
    out.faults += _doubles(package, main, trees, body)
    return out


def base_sheet(base: bytes) -> Sheet:
    """The styles of the first draft, by whose definitions all are read."""
    package = open_package(base)
    main = package.one("", "officeDocument") or ""
    name = package.one(main, "styles")
    return Sheet(None if name is None else tree(name, package.members[name].content()))


def _sheet(package: Package, main: str, trees: dict[str, Element]) -> Sheet:
    name = package.one(main, "styles")
    return Sheet(None if name is None else trees[name])


class _Reader:
    def __init__(self, out: Reading, view: str, looks: Looks) -> None:
        self.out, self.view, self.looks = out, view, looks
        self.hidden = _HIDDEN[view]
        self.referred: dict[str, list[tuple[str | None, int]]] = {"footnote": [], "endnote": []}
        self._here: list[tuple[str, str | None]] = []
        self._count = 0

    def story(self, name: str, root: Element) -> None:
        texts = self.out.texts.setdefault(name, [])
        looks = self.out.looks.setdefault(name, [])
        for element, boxed in self._paragraphs(root, False):
            properties = element.find(PPR)
            changed = None if properties is None else properties.find(w("pPrChange"))
            if self.view == REJECT and changed is not None:
                properties = changed.find(PPR)
            style, shape = self.looks.paragraph(properties)
            self._here = []
            self._count += 1
            pieces = [(squeezed(text), self.looks.run(style, look)) for text, look in self._runs(element)]
            text = "".join(t for t, _ in pieces)
            for kind, id in self._here:
                self.referred[kind].append((id, self._count))
            if text and boxed:
                self.out.boxes[text] += 1
            elif text:
                texts.append(text)
                looks.append((text, (style, shape, _joined(pieces))))

    def _paragraphs(self, element: Element, boxed: bool) -> Iterator[tuple[Element, bool]]:
        for child in element.iterchildren():
            if child.tag in (SECT, _FALLBACK, *self.hidden):
                continue
            if child.tag == TR:
                marks = child.find(w("trPr"))
                if marks is not None and any(marks.find(tag) is not None for tag in self.hidden):
                    continue
                self.out.rows += 1
            elif child.tag == TC:
                self.out.cells += 1
                if not any(c.tag == P for c in child.iterchildren()) and child.find(w("sdt")) is None:
                    self.out.faults.append("tables: cell without paragraph")
            elif child.tag == TBL and child.find(TR) is None and child.find(w("sdt")) is None:
                self.out.faults.append("tables: no rows")
            if child.tag == P:
                yield child, boxed
            yield from self._paragraphs(child, boxed or child.tag == P)

    def _runs(self, paragraph: Element) -> Iterator[tuple[str, Element | None]]:
        """(text, direct properties) of each stretch of text in a paragraph, without that of fields that change."""
        fields: list[list[str]] = []
        for element in self._inside(paragraph):
            name = str(element.tag)
            if name == w("fldChar"):
                kind = element.get(w("fldCharType"))
                if kind == "begin":
                    fields.append(["", "code"])
                elif fields and kind == "separate":
                    fields[-1][1] = "result"
                elif fields and kind == "end":
                    fields.pop()
            elif name in (w("instrText"), w("delInstrText")) and fields:
                fields[-1][0] += element.text or ""
            elif name in (w("footnoteReference"), w("endnoteReference")):
                self._here.append((name.rpartition("}")[2].removesuffix("Reference"), element.get(ID)))
            elif name in (w("t"), w("delText")) and not any(_changes(f) for f in fields):
                run = element.getparent()
                yield element.text or "", None if run is None else run.find(RPR)

    def _inside(self, element: Element) -> Iterator[Element]:
        for child in element.iterchildren():
            if child.tag in (P, PPR, RPR, _FALLBACK, *self.hidden):
                continue
            if child.tag == w("fldSimple") and _changes([child.get(w("instr"), ""), "result"]):
                continue
            yield child
            yield from self._inside(child)


def _changes(field: list[str]) -> bool:
    words = field[0].split()
    return field[1] == "code" or (bool(words) and words[0].upper() in _CHANGING)


def _joined(pieces: Sequence[tuple[str, object]]) -> tuple[tuple[str, object], ...]:
    out: list[tuple[str, object]] = []
    for text, look in pieces:
        if out and out[-1][1] == look:
            out[-1] = (out[-1][0] + text, look)
        elif text:
            out.append((text, look))
    return tuple(out)


def _doubles(package: Package, main: str, trees: dict[str, Element], body: Element) -> Iterator[str]:
    """Ids that are given twice, and comments that are referred to and not there."""
    for kind in ("footnotes", "endnotes", "comments"):
        name = package.one(main, kind)
        ids = [] if name is None else [n.get(ID) for n in trees[name].iterchildren()]
        if len(ids) != len(set(ids)):
            yield f"{kind}: double id"
        if kind == "comments" and {c.get(ID) for c in body.iter(w("commentReference"))} - set(ids):
            yield "comments: dangling"
    for attribute in (ID, w("name")):
        marks = [m.get(attribute) for m in body.iter(w("bookmarkStart"))]
        if len(marks) != len(set(marks)):
            yield "bookmarks: double"
