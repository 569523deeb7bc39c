"""Says what a document would reveal beyond its visible text. A filing as rendered reveals nothing."""

from __future__ import annotations

import struct
from collections.abc import Callable, Iterable

from panahat.problems import Code, Problem, in_order
from panahat.seal import codes
from panahat.seal.cleaning_parts import REFUSED, SETTINGS, clean_text
from panahat.seal.codes import FIELD, HIDDEN
from panahat.seal.package import TYPES, Package, open_package
from panahat.seal.parts import ORDER
from panahat.seal.pictures import is_bare
from panahat.seal.xml import Element, W, tree
from panahat.seal.zipping import safe_name

_W = f"{{{W}}}"
_TEXT = ("document", "header", "footer", "footnotes", "endnotes")
_PLAIN = frozenset(
    ("bookmarkStart", "bookmarkEnd", "tblCaption", "tblDescription", "sdt", "smartTag", "customXml", "docPr")
)


def inspect(content: bytes) -> list[Problem]:
    """Everything `content` would reveal, as warnings in order; empty for a clean document.

    Raises Refused where it cannot be read.
    """
    package = open_package(content, whole=True)
    found = [Problem(codes.LEAK_ENVELOPE, facts={"names": ", ".join(names)}) for names in [_envelope(content)] if names]
    kinds = {r.target: r.kind for source, rs in package.relationships.items() for r in rs if not r.external}
    for name in package.members:
        if name != TYPES and not name.endswith(".rels"):
            found += _part(package, name, kinds.get(name, ""))
    for source, references in package.relationships.items():
        outside = sum(r.external for r in references)
        if outside:
            found.append(_leak(codes.LEAK_LINKS, source or "_rels/.rels", outside))
    return in_order(found)


def _part(package: Package, name: str, kind: str) -> list[Problem]:
    """What one part reveals."""
    if kind in ("core-properties", "extended-properties"):
        root = tree(name, package.members[name].content())
        names = sorted({str(e.tag).rsplit("}", 1)[-1] for e in root.iter() if e is not root and (e.text or "").strip()})
        return (
            [Problem(codes.LEAK_PROPERTIES, facts={"part": safe_name(name), "names": ", ".join(names)})]
            if names
            else []
        )
    if name.startswith("word/media/") or kind == "image":
        return [] if is_bare(package.members[name].content()) else [_leak(codes.LEAK_PICTURE, name, 1)]
    if kind == "comments":
        root = tree(name, package.members[name].content())
        return [_leak(codes.LEAK_COMMENTS, name, len(list(root.iter(f"{_W}comment"))))]
    word = "document" if kind == "officeDocument" else kind
    if word not in ORDER:
        return [_leak(codes.LEAK_FOREIGN_PART, name, 1)]
    root = tree(name, package.members[name].content())
    found = [_counted(code, name, root, test) for code, test in _COUNTED]
    if word == "settings":
        names = sorted({n for n in (_local(e) for e in root) if n not in SETTINGS})
        found += (
            [Problem(codes.LEAK_SETTINGS, facts={"part": safe_name(name), "names": ", ".join(names)})] if names else []
        )
    if word in _TEXT:
        found += _text(name, root)
    return [p for p in found if p]


def _text(name: str, root: Element) -> list[Problem]:
    """Hidden text and fields: whatever `clean_text` would refuse for that reason."""
    problems = clean_text(name, root)
    out = []
    for code, leak in ((HIDDEN, codes.LEAK_HIDDEN), (FIELD, codes.LEAK_FIELDS)):
        count = sum(p.code is code for p in problems)
        if count:
            out.append(_leak(leak, name, count))
    return out


def _edit_marks(element: Element) -> int:
    marks = ("rsid", "paraId", "textId", "docId")
    return sum(str(key).rsplit("}", 1)[-1].startswith(marks) for key in element.attrib) + (
        _local(element) in ("rsid", "rsidRoot")
    )


def _tracked(element: Element) -> int:
    code = REFUSED.get(_local(element))
    return int(code is not None and code.id == "seal/tracked")


def _comments(element: Element) -> int:
    return int(_local(element) == "commentReference")


def _template_ids(element: Element) -> int:
    return int(_local(element) in ("nsid", "tmpl")) + int(f"{_W}tplc" in element.attrib)


def _bookmarks(element: Element) -> int:
    unnamed = _local(element) == "docPr" and not any(element.get(key) for key in ("name", "descr", "title"))
    return int(_local(element) in _PLAIN and not unnamed)


_COUNTED: tuple[tuple[Code, Callable[[Element], int]], ...] = (
    (codes.LEAK_EDIT_MARKS, _edit_marks),
    (codes.LEAK_TRACKED, _tracked),
    (codes.LEAK_COMMENTS, _comments),
    (codes.LEAK_TEMPLATE_IDS, _template_ids),
    (codes.LEAK_BOOKMARKS, _bookmarks),
)


def _counted(code: Code, name: str, root: Element, test: Callable[[Element], int]) -> Problem | None:
    count = sum(map(test, root.iter()))
    return _leak(code, name, count) if count else None


def _local(element: Element) -> str:
    return str(element.tag).rsplit("}", 1)[-1]


def _leak(code: Code, part: str, count: int) -> Problem:
    return Problem(code, facts={"part": safe_name(part), "count": str(count)})


def _envelope(content: bytes) -> list[str]:
    """Which of the ZIP's own marks tell something: times, system, extra fields, comments, order."""
    entry = struct.Struct("<4s6H3L5H2L")
    at = content.rfind(b"PK\x05\x06")
    count, _, start, comment = struct.unpack_from("<H2LH", content, at + 10)
    told = {"comment"} if comment else set()
    for _ in range(count):
        row = entry.unpack_from(content, start)
        told |= set(_told(row))
        start += entry.size + row[10] + row[11] + row[12]
    return sorted(told)


def _told(row: tuple[int, ...]) -> Iterable[str]:
    if (row[5], row[6]) != (0, 0x0021):
        yield "times"
    if row[1] >> 8 or row[14] or row[15]:
        yield "system"
    if row[11]:
        yield "extra fields"
    if row[12]:
        yield "comment"
