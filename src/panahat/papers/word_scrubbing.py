"""A Word document by any program, without what it would tell: words, tables, notes, lists and pictures stay as they show.

What is no part of the text (links, controls, bookmarks, comments, hidden runs, fields other than page numbers) is taken off
it, and the rest goes the way of a template: through `seal.cleaning`, which stops at all that it does not know.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Mapping
from copy import deepcopy
from dataclasses import dataclass, field

from panahat.papers import codes
from panahat.papers.photos import upright
from panahat.problems import Problem, Refused
from panahat.seal.cleaning import clean_package
from panahat.seal.cleaning_parts import FIELDS
from panahat.seal.package import ROOT_RELS, TYPES, Package, Relationship, open_package
from panahat.seal.pictures import JPEG, PNG
from panahat.seal.sight.looks import HIDDEN, Looks
from panahat.seal.sight.numbers import Numbers
from panahat.seal.sight.reading import PartReader, Traced
from panahat.seal.sight.styles import styles_of, theme_of
from panahat.seal.xml import Element, R, W, remove, tree
from panahat.seal.zipping import member, pack

_W, _R = f"{{{W}}}", f"{{{R}}}"
_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/"
_PICTURE = f"{_DRAWING}picture"
_RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships"
_TEXTS = ("header", "footer", "footnotes", "endnotes")
_OFF = ("0", "false", "off")
_UNWRAPPED = tuple(f"{_W}{name}" for name in ("hyperlink", "smartTag", "customXml"))
_COMMENTS = tuple(
    f"{_W}{name}" for name in ("commentRangeStart", "commentRangeEnd", "commentReference", "annotationRef")
)
_GOES = ("comments", "image", "hyperlink", "attachedTemplate")
_FRAME = frozenset(
    """inline anchor simplePos positionH positionV posOffset align extent effectExtent wrapNone wrapSquare wrapTight
    wrapTopAndBottom wrapThrough wrapPolygon start lineTo docPr cNvGraphicFramePr graphicFrameLocks graphic graphicData pic
    nvPicPr cNvPr cNvPicPr picLocks blipFill blip srcRect stretch fillRect spPr xfrm off ext prstGeom avLst noFill ln solidFill
    srgbClr sizeRelH sizeRelV pctWidth pctHeight""".split()
)
"""What a picture on a page is made of, in any of the namespaces of drawings."""
_DROPPED = frozenset(("extLst", "hlinkClick", "hlinkHover", "useLocalDpi"))
_TELLING = ("name", "descr", "title")


def word(content: bytes) -> bytes:
    """The document without what it would tell. Raises Refused with all that stands against it."""
    package = open_package(content)
    before = shown(package)
    loose = _Loosening(package)
    clean, problems = clean_package(loose.result())
    if problems or loose.problems:
        raise Refused([*loose.problems, *problems])
    made = pack([], _with_pictures(dict(clean.parts), loose.pictures))
    if shown(open_package(made)) != before:
        raise Refused([Problem(codes.NOT_THE_SAME)])
    return made


def shown(package: Package) -> list[tuple[str, tuple[str, ...]]]:
    """(kind of part, its paragraphs as a reader sees them, with their automatic numbers), in an order of their own."""
    main = package.text
    if main is None:
        raise Refused([Problem(codes.NOT_A_PAPER)])
    styles = styles_of(package, main)
    looks, numbers = Looks(styles, theme_of(package, main)), Numbers(package, main, styles)
    kinds = {main: "", **{r.target: r.kind for r in _texts(package, main)}}
    return sorted((kind, tuple(_seen(package, part, looks, numbers))) for part, kind in kinds.items())


def _seen(package: Package, part: str, looks: Looks, numbers: Numbers) -> Iterator[str]:
    for said in PartReader(part, package.members[part].content(), looks, lambda: numbers).paragraphs:
        text = _without_hidden(said)
        if text.strip():
            yield f"{said.label}\t{text}"


def _without_hidden(said: Traced) -> str:
    text = said.text
    for mark in reversed(said.marks):
        if mark.how == HIDDEN:
            text = text[: mark.start] + text[mark.end :]
    return text


def _texts(package: Package, main: str) -> Iterator[Relationship]:
    return (r for r in package.relationships.get(main, ()) if r.kind in _TEXTS and not r.external)


@dataclass(frozen=True)
class _Held:
    """A picture of the document: its bare bytes, and how it stands on the page, without its reference."""

    content: bytes
    frame: str

    @property
    def suffix(self) -> str:
        return "png" if self.content.startswith(PNG) else "jpeg"


@dataclass
class _Loosening:
    """A document taken apart: what is no part of its text comes off, each picture leaves a token in its place."""

    package: Package
    pictures: dict[str, _Held] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)

    def result(self) -> Package:
        """The document as `seal.cleaning` can read it."""
        package, main = self.package, self.package.text
        assert main is not None
        self._mark = self._unused_mark()
        roots = {part: self._tree(part) for part in dict.fromkeys((main, *(r.target for r in _texts(package, main))))}
        for part, root in roots.items():
            self._loosen(part, root)
        _forget_notes(roots)
        styles = package.one(main, "styles")
        if styles is not None:
            roots[styles] = self._tree(styles)
            _forget_unused_hidden_styles(roots[styles], [root for part, root in roots.items() if part != styles])
        dropped = {
            r.target for found in package.relationships.values() for r in found if r.kind in _GOES and not r.external
        }
        kept = {
            source: tuple(r for r in found if r.kind not in _GOES)
            for source, found in package.relationships.items()
            if source not in dropped
        }
        members = {
            name: member(name, _bytes(roots[name])) if name in roots else m
            for name, m in package.members.items()
            if name not in dropped and _owner(name) not in dropped
        }
        return Package(members, package.types, kept)

    def _tree(self, part: str) -> Element:
        return tree(part, self.package.members[part].content())

    def _unused_mark(self) -> str:
        """A word that no part of the document holds."""
        mark = "Picture"
        while any(mark.encode() in m.content() for name, m in self.package.members.items() if name.endswith(".xml")):
            mark += "x"
        return mark

    def _loosen(self, part: str, root: Element) -> None:
        for control in list(root.iter(f"{_W}sdt")):
            _unwrap(control, control.find(f"{_W}sdtContent"))
        for wrapper in list(root.iter(*_UNWRAPPED)):
            _unwrap(wrapper, wrapper)
        for element in list(root.iter(*_COMMENTS, f"{_W}webHidden")):
            remove(element)
        for run in list(root.iter(f"{_W}r")):
            if _hidden(run):
                remove(run)
        _unlink(root)
        for drawing in list(root.iter(f"{_W}drawing")):
            self._take(part, drawing)

    def _take(self, part: str, drawing: Element) -> None:
        """Puts a token where a picture stands; a drawing of another kind stays, for cleaning to name."""
        if any(_local(e) not in _FRAME | _DROPPED for e in drawing.iterdescendants()):
            return
        blips = list(drawing.iter(f"{{{_DRAWING}main}}blip"))
        targets = {
            r.id: r.target for r in self.package.relationships.get(part, ()) if r.kind == "image" and not r.external
        }
        target = targets.get(blips[0].get(f"{_R}embed", "")) if len(blips) == 1 else None
        content = self.package.members[target].content() if target else b""
        if not content.startswith((JPEG, PNG)):
            return
        try:
            held = _Held(upright(content, _cut(drawing)), _frame(drawing, len(self.pictures) + 1))
        except Refused as refused:
            self.problems += refused.problems
            return
        token = f"{self._mark}{len(self.pictures)}."
        self.pictures[token] = held
        said = drawing.makeelement(f"{_W}t", {}, None)
        said.text = token
        drawing.addprevious(said)
        remove(drawing)


def _unwrap(wrapper: Element, held: Element | None) -> None:
    for child in list(held if held is not None else ()):
        if _local(child) not in ("smartTagPr", "customXmlPr"):
            wrapper.addprevious(child)
    remove(wrapper)


def _hidden(run: Element) -> bool:
    marks = [m for name in ("vanish", "specVanish") for m in run.iterfind(f"{_W}rPr/{_W}{name}")]
    return any(m.get(f"{_W}val", "1") not in _OFF for m in marks)


def _unlink(root: Element) -> None:
    """Every field becomes the text it shows, but page numbers."""
    for simple in list(root.iter(f"{_W}fldSimple")):
        if not _page_number(simple.get(f"{_W}instr", "")):
            _unwrap(simple, simple)
    fields: list[list[Element]] = []
    for element in list(root.iter(f"{_W}fldChar", f"{_W}instrText")):
        step = element.get(f"{_W}fldCharType")
        if step == "begin":
            if fields and not any(e.get(f"{_W}fldCharType") == "separate" for e in fields[-1]):
                return  # a field that computes another one: cleaning stops at it
            fields.append([])
        if fields:
            fields[-1].append(element)
        if step == "end" and fields:
            parts = fields.pop()
            if not _page_number("".join(e.text or "" for e in parts if e.tag == f"{_W}instrText")):
                for part in parts:
                    remove(part)


def _page_number(instruction: str) -> bool:
    return instruction.split()[:1] != [] and instruction.split()[0] in FIELDS


def _forget_notes(roots: Mapping[str, Element]) -> None:
    """Takes out the notes that no text refers to any more."""
    for kind in ("footnote", "endnote"):
        named = {e.get(f"{_W}id") for root in roots.values() for e in root.iter(f"{_W}{kind}Reference")}
        for root in roots.values():
            for note in list(root.iterchildren(f"{_W}{kind}")):
                if note.get(f"{_W}type", "normal") == "normal" and note.get(f"{_W}id") not in named:
                    remove(note)


def _forget_unused_hidden_styles(styles: Element, texts: list[Element]) -> None:
    """Takes out the styles that hide their text where no text has them; Word keeps some for forms on web pages."""
    names = tuple(f"{_W}{name}" for name in ("pStyle", "rStyle", "tblStyle"))
    used = {e.get(f"{_W}val") for root in texts for e in root.iter(*names)}
    used |= {e.get(f"{_W}val") for e in styles.iter(f"{_W}basedOn", f"{_W}link", f"{_W}next")}
    for style in list(styles.iterchildren(f"{_W}style")):
        if style.get(f"{_W}styleId") not in used and style.find(f".//{_W}vanish") is not None:
            remove(style)


def _cut(drawing: Element) -> tuple[float, float, float, float]:
    """What is cut off a picture: shares of its sides, left, top, right, bottom."""
    found = next(drawing.iter(f"{{{_DRAWING}main}}srcRect"), None)
    sides = [found.get(side, "0") if found is not None else "0" for side in ("l", "t", "r", "b")]
    shares = [min(max(int(s) / 100_000, 0.0), 0.99) if s.lstrip("-").isdecimal() else 0.0 for s in sides]
    return shares[0], shares[1], shares[2], shares[3]


def _frame(shown: Element, number: int) -> str:
    """How the picture stands on the page, alone: no name, description, link or extension; «{id}» for its reference."""
    from lxml import etree

    drawing = deepcopy(shown)
    drawing.tail = None
    for element in list(drawing.iterdescendants()):
        if _local(element) in (*_DROPPED, "srcRect", "sizeRelH", "sizeRelV"):
            remove(element)
    for element in drawing.iterdescendants():
        for key in list(element.attrib):
            if key in _TELLING:
                element.set(key, "")
            elif str(key).startswith("{"):
                del element.attrib[key]
        if _local(element) in ("docPr", "cNvPr"):
            element.set("name", "")
            element.set("id", str(number))
        if _local(element) == "blip":
            element.clear()
            element.set(f"{_R}embed", "{id}")
    etree.cleanup_namespaces(drawing)
    return str(etree.tostring(drawing, encoding="unicode"))


def _with_pictures(parts: dict[str, bytes], pictures: Mapping[str, _Held]) -> dict[str, bytes]:
    """The parts with each picture where its token stands, and in a part of its own."""
    files: dict[bytes, str] = {}
    for name in [n for n in parts if n.startswith("word/") and n.endswith(".xml")]:
        named: dict[str, str] = {}
        for token, held in pictures.items():
            said = f"<w:t>{token}</w:t>".encode()
            if said in parts[name]:
                file = files.setdefault(held.content, f"media/image{len(files) + 1}.{held.suffix}")
                id = named.setdefault(file, f"rIdP{len(named) + 1}")
                parts[name] = parts[name].replace(said, held.frame.replace("{id}", id).encode())
        if named:
            at = f"word/_rels/{posixpath.basename(name)}.rels"
            rows = "".join(f'<Relationship Id="{id}" Type="{R}/image" Target="{file}"/>' for file, id in named.items())
            empty = f'<Relationships xmlns="{_RELATIONSHIPS}"></Relationships>'.encode()
            parts[at] = parts.get(at, empty).replace(b"</Relationships>", f"{rows}</Relationships>".encode())
    kinds = sorted({file.rpartition(".")[2] for file in files.values()})
    defaults = "".join(f'<Default Extension="{kind}" ContentType="image/{kind}"/>' for kind in kinds)
    parts[TYPES] = parts[TYPES].replace(b"<Override", f"{defaults}<Override".encode(), 1)
    return {**parts, **{f"word/{file}": content for content, file in files.items()}}


def _owner(name: str) -> str:
    """The part whose relationships `name` holds; «» for any other part."""
    if not name.endswith(".rels") or name == ROOT_RELS:
        return ""
    folder, _, file = name.removesuffix(".rels").rpartition("/_rels/")
    return f"{folder}/{file}"


def _local(element: Element) -> str:
    return str(element.tag).rsplit("}", 1)[-1]


def _bytes(root: Element) -> bytes:
    from lxml import etree

    return bytes(etree.tostring(root, encoding="UTF-8", standalone=True))
