"""A DOCX as a package: its parts, what each part is, and how they refer to one another."""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Mapping

from msgspec import Struct

from panahat.problems import Problem, Refused
from panahat.seal import codes
from panahat.seal.xml import Element, feed, remove, strict_parser
from panahat.seal.zipping import Member, read_zip, safe_name

TYPES = "[Content_Types].xml"
ROOT_RELS = "_rels/.rels"
_TYPES_NS = "http://schemas.openxmlformats.org/package/2006/content-types"
_RELS_NS = "http://schemas.openxmlformats.org/package/2006/relationships"


class Relationship(Struct, frozen=True):
    """One reference: its id, the last word of its type («header»), and the part it names, or an outside address."""

    id: str
    kind: str
    target: str
    external: bool


class Package(Struct, frozen=True):
    """All parts of a document by name, the content type of each, and the relationships of each («» is the package)."""

    members: Mapping[str, Member]
    types: Mapping[str, str]
    relationships: Mapping[str, tuple[Relationship, ...]]

    def one(self, source: str, kind: str) -> str | None:
        """The part that `source` refers to as `kind`, or None."""
        return next((r.target for r in self.relationships.get(source, ()) if r.kind == kind and not r.external), None)

    @property
    def text(self) -> str | None:
        """The part with the text of a Word document, macros or not; None where it is no Word document."""
        main = self.one("", "officeDocument")
        return main if main and any(word in self.types[main] for word in ("wordprocessingml", "ms-word")) else None


def open_package(content: bytes, *, whole: bool = False) -> Package:
    """The package in `content`. Raises Refused where ZIP, content types or relationships are broken.

    A reference to a part that is not there counts as broken where the text needs it, or where all must be `whole`;
    Word's own older templates have such, which nothing uses; they are left out.
    """
    members = {m.name: m for m in read_zip(content)}
    if TYPES not in members or ROOT_RELS not in members:
        raise Refused([Problem(codes.CONTENT_TYPES, facts={"part": TYPES if TYPES not in members else ROOT_RELS})])
    defaults, overrides = _types(members[TYPES].content())
    types: dict[str, str] = {}
    relationships: dict[str, tuple[Relationship, ...]] = {}
    problems: list[Problem] = []
    for name in members:
        if name == TYPES:
            continue
        kind = overrides.get("/" + name.lower()) or defaults.get(name.rpartition(".")[2].lower())
        if kind is None:
            problems.append(Problem(codes.CONTENT_TYPES, facts={"part": safe_name(name)}))
        types[name] = kind or ""
        if name.endswith(".rels"):
            relationships[_owner(name)] = _relationships(name, members[name].content())
    for stated in overrides:
        if whole and stated.removeprefix("/") not in {n.lower() for n in members}:
            problems.append(Problem(codes.DANGLING, facts={"part": TYPES}))
    for source, found in list(relationships.items()):
        owner_missing = source and source not in members
        kept = tuple(r for r in found if r.external or r.target in members)
        used = owner_missing or whole or any(_needed(r, members.get(source)) for r in found if r not in kept)
        if used and (owner_missing or len(kept) < len(found)):
            problems.append(Problem(codes.DANGLING, facts={"part": safe_name(source or ROOT_RELS)}))
        relationships[source] = kept
    if problems:
        raise Refused(problems)
    return Package(members, types, relationships)


def rels_of(part: str) -> str:
    """The part that holds the relationships of `part` («» is the package)."""
    folder, name = posixpath.split(part)
    return posixpath.join(folder, "_rels", f"{name}.rels")


def forget(package: Package, gone: Callable[[Relationship], bool], tree_of: Callable[[str], Element]) -> set[str]:
    """Takes out of the trees of content types and relationships what is `gone`; gives the parts that go with it."""
    parts: set[str] = set()
    for source, found in package.relationships.items():
        ids = {r.id for r in found if gone(r)}
        for element in [e for e in tree_of(rels_of(source)) if e.get("Id") in ids] if ids else ():
            remove(element)
        parts |= {r.target for r in found if r.id in ids and not r.external}
    named = {part.lower() for part in parts}
    for element in [e for e in tree_of(TYPES) if e.get("PartName", "").removeprefix("/").lower() in named]:
        remove(element)
    return parts | {rels_of(part) for part in parts}


_SAID = frozenset("officeDocument styles numbering footnotes endnotes comments".split())
"""What a text needs though it names no id."""


def _needed(reference: Relationship, source: Member | None) -> bool:
    """Whether what is said or shown rests on the reference."""
    return reference.kind in _SAID or (source is not None and f'"{reference.id}"'.encode() in source.content())


def _types(content: bytes) -> tuple[dict[str, str], dict[str, str]]:
    """(content type by extension, content type by «/part»), names in lower case."""
    defaults: dict[str, str] = {}
    overrides: dict[str, str] = {}

    def enter(name: str, attributes: dict[str, str]) -> None:
        if name == f"{_TYPES_NS}|Default":
            defaults[attributes.get("Extension", "").lower()] = attributes.get("ContentType", "")
        elif name == f"{_TYPES_NS}|Override":
            part = attributes.get("PartName", "").lower()
            if part in overrides:
                raise Refused([Problem(codes.CONTENT_TYPES, facts={"part": safe_name(part)})])
            overrides[part] = attributes.get("ContentType", "")

    parser = strict_parser("|")
    parser.StartElementHandler = enter
    feed(parser, TYPES, content)
    return defaults, overrides


def _owner(rels: str) -> str:
    """The part whose relationships the part `rels` holds."""
    folder, name = posixpath.split(rels)
    return posixpath.join(posixpath.dirname(folder), name.removesuffix(".rels"))


def _unquoted(target: str) -> str:
    """`target` with %XX as characters; hardly any document has them, so the means are fetched when needed."""
    if "%" not in target:
        return target
    from urllib.parse import unquote

    return unquote(target)


def _relationships(rels: str, content: bytes) -> tuple[Relationship, ...]:
    found: dict[str, Relationship] = {}
    base = posixpath.dirname(posixpath.dirname(rels))

    def enter(name: str, attributes: dict[str, str]) -> None:
        if name != f"{_RELS_NS}|Relationship":
            return
        external = attributes.get("TargetMode", "Internal") != "Internal"
        target = attributes.get("Target", "")
        if not external:
            target = posixpath.normpath(posixpath.join("/" + base, _unquoted(target))).lstrip("/")
        id = attributes.get("Id", "")
        if not id or id in found:
            raise Refused([Problem(codes.DANGLING, facts={"part": safe_name(rels)})])
        found[id] = Relationship(id, attributes.get("Type", "").rsplit("/", 1)[-1], target, external)

    parser = strict_parser("|")
    parser.StartElementHandler = enter
    feed(parser, rels, content)
    return tuple(found.values())
