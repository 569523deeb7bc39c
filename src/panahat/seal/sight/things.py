"""What a reader sees beside the words (pictures, equations, charts, links, boxes, comments), and fields."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from panahat.seal.package import Package, Relationship
from panahat.seal.xml import feed, strict_parser

PICTURE, EQUATION, CHART, SMARTART = "picture", "equation", "chart", "smartart"
OBJECT, CHUNK, LINK, BOX, CHOICE, FIELD = "object", "chunk", "link", "box", "choice", "field"
COMMENT, DRAWN, SHAPE, OTHER_WORDS = "comment", "drawn", "shape", "alternative"
BOUND, OTHER = "bound", "other"

_KINDS = {
    "image": PICTURE, "chart": CHART, "chartEx": CHART, "diagramData": SMARTART, "oleObject": OBJECT, "package": OBJECT,
    "control": OBJECT, "aFChunk": CHUNK, "hyperlink": LINK,
}  # fmt: skip
_SILENT = frozenset(
    """diagramLayout diagramQuickStyle diagramColors diagramDrawing header footer footnotes endnotes chartUserShapes""".split()
)
"""References that say how another thing looks, or to text that is read as text."""


@dataclass(frozen=True, slots=True)
class Thing:
    """One thing beside the words, in paragraph `paragraph` (from 0) of its part.

    Two are the same where `form` is; `words` tell a person what it is. Where only `look` differs, the words are the same and
    nobody has compared how it is drawn.
    """

    kind: str
    form: str
    words: str = ""
    look: str = ""
    paragraph: int = 0


def resolved(package: Package, part: str, things: Iterable[Thing]) -> Iterator[Thing]:
    """The things of a part; references among them (kind «») are followed to what they show."""
    references = {r.id: r for r in package.relationships.get(part, ())}
    for thing in things:
        if thing.kind == BOUND:
            name, words = _bound(package, thing.form)
            yield replace(thing, form=f"{name}: {words}", words=words)
        elif thing.kind:
            yield thing
        elif thing.form in references and references[thing.form].kind not in _SILENT:
            yield _followed(package, references[thing.form], thing)


def comments(package: Package, main: str) -> list[Thing]:
    """The comments of the document, by their words."""
    part = package.one(main, "comments")
    if part is None:
        return []
    return [Thing(COMMENT, words, words) for words in _texts(part, package.members[part].content(), "comment")]


def _followed(package: Package, reference: Relationship, thing: Thing) -> Thing:
    kind = _KINDS.get(reference.kind, OTHER)
    if reference.external:
        return replace(
            thing, kind=kind, form=f"{reference.target}{thing.words}", words=f"{reference.target}{thing.words}"
        )
    from hashlib import sha256

    content = package.members[reference.target].content()
    digest = sha256(content).hexdigest()
    if kind in (CHART, SMARTART):
        words = " ".join(_texts(reference.target, content, ""))
        return replace(thing, kind=kind, form=words, words=words, look=digest)
    return replace(thing, kind=kind, form=digest, words=digest[:8])


def _bound(package: Package, path: str) -> tuple[str, str]:
    """(name, words) of the data that a content control is bound to: Word shows them when the file is opened."""
    name = path.rstrip("/").rpartition("/")[2].partition("[")[0].rpartition(":")[2]
    kinds = ("customXml", "core-properties", "extended-properties")
    stores = [r.target for rs in package.relationships.values() for r in rs if r.kind in kinds and not r.external]
    found: list[str] = []
    for part in dict.fromkeys(stores):
        found += _texts(part, package.members[part].content(), "" if name.startswith("@") else name)
    return name, " | ".join(found)


def _texts(part: str, content: bytes, name: str) -> list[str]:
    """What each element called `name` says, without empty space; of all elements together where it is «»."""
    out: list[str] = []
    inside: list[list[str]] = [] if name else [[]]

    def enter(full: str, attributes: dict[str, str]) -> None:
        local = full.rpartition("|")[2]
        if local == name:
            inside.append([])
        if inside and local == "p":
            inside[-1].append(" ")

    def leave(full: str) -> None:
        if full.rpartition("|")[2] == name and inside:
            out.append(" ".join("".join(inside.pop()).split()))
        elif inside and not name:
            inside[-1].append(" ")

    def say(text: str) -> None:
        if inside:
            inside[-1].append(text)

    parser = strict_parser("|")
    parser.StartElementHandler, parser.EndElementHandler, parser.CharacterDataHandler = enter, leave, say
    feed(parser, part, content)
    return out if name else [" ".join("".join(inside[0]).split())]


PAGES = frozenset(("PAGE", "NUMPAGES", "SECTIONPAGES"))
_TARGET = r'(?is)^HYPERLINK\s+(?:"([^"]*)"|([^\s"\\]+))?(?:.*?\\l\s+"([^"]*)")?'
_FORM = r"(?i)\\\*\s*(?:MERGEFORMAT|CHARFORMAT|ARABIC)"
_OWN = r"_(?:Toc|Ref|Hlk)\d+"
_COUNT = r"[\s0-9ivxlcdmIVXLCDM–-]*"
"""Patterns are compiled when a field is first met: hardly any filing has one."""


@dataclass(slots=True)
class Field:
    """A field that is being read: its code, whether we are in its result, and what it says there."""

    code: str = ""
    shown: bool = False
    result: str = ""

    @property
    def name(self) -> str:
        """«PAGE»; «» where there is no code."""
        return self.code.split(maxsplit=1)[0].upper() if self.code.strip() else ""

    @property
    def page(self) -> bool:
        """Whether it is the number of a page, which changes by itself."""
        return self.name in PAGES

    @property
    def odd(self) -> str:
        """What the field of a page number shows in place of a number."""
        return "" if re.fullmatch(_COUNT, self.result) else self.result

    def thing(self, paragraph: int) -> Thing | None:
        """What the field works out, as a thing; None for page numbers and tables of contents."""
        name = self.name
        if not name or name in PAGES:
            return None
        if name == "HYPERLINK" and (found := re.match(_TARGET, self.code.strip())):
            return link((found[1] or found[2] or ""), found[3] or "", paragraph)
        words = " ".join(re.sub(_OWN, "_", re.sub(_FORM, " ", self.code)).split())
        return Thing(FIELD, words, words, paragraph=paragraph)


def link(target: str, anchor: str, paragraph: int) -> Thing | None:
    """A link; None where it only leads to a place that the program itself named."""
    if not target and (not anchor or re.fullmatch(_OWN, anchor)):
        return None
    words = target + (f"#{anchor}" if anchor and not re.fullmatch(_OWN, anchor) else "")
    return Thing(LINK, words, words, paragraph=paragraph)
