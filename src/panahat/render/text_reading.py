"""Any Word file as text, as its reader sees it once every tracked change is accepted: links, controls and boxes too."""

from __future__ import annotations

from pathlib import Path

from panahat import opener
from panahat.problems import Problem, Refused
from panahat.render import codes
from panahat.render.reading import lines, style_names
from panahat.render.twin import asked, in_order, twin_of
from panahat.seal.package import Package, open_package
from panahat.seal.revisions import accept_all
from panahat.seal.xml import Element, R, W, remove, tree

_STRICT = {
    b"http://purl.oclc.org/ooxml/wordprocessingml/main": W.encode(),
    b"http://purl.oclc.org/ooxml/officeDocument/relationships": R.encode(),
    b"http://purl.oclc.org/ooxml/officeDocument/math": b"http://schemas.openxmlformats.org/officeDocument/2006/math",
}
_CHOICES = "{http://schemas.openxmlformats.org/markup-compatibility/2006}AlternateContent"
_SECTIONS = ("header", "footer")
_NOTES = ("footnotes", "endnotes", "comments")
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def twin_text(path: Path) -> str:
    """The text of the Word file `path`, one line a paragraph; of a template, its twin.

    Comments are shown by their text alone. Raises Refused where the file cannot be read strictly.
    """
    content = opener.read(path, name=path.name)
    try:
        if content.startswith(_OLE):
            raise Refused([Problem(codes.PROTECTED)])
        return _text(open_package(accept_all(content)))
    except Refused as refused:
        raise Refused(
            Problem(p.code, path.name, p.path, p.line, p.column, p.facts, p.severity) for p in refused.problems
        ) from None


def _text(package: Package) -> str:
    main = package.text
    if main is None:
        raise Refused([Problem(codes.NOT_WORD)])
    look = package.one(main, "styles")
    styles = style_names(_tree(package, look)) if look else {}
    parts = {r.id: r.target for r in package.relationships.get(main, ()) if r.kind in _SECTIONS and not r.external}
    notes = {kind: part for kind in _NOTES if (part := package.one(main, kind))}
    body = _tree(package, main)
    read = {p: list(lines(p, _tree(package, p), styles)) for p in (*parts.values(), *notes.values())}
    return twin_of(in_order(asked(body, parts), read | {"": list(lines(main, body, styles))}, notes))


def _tree(package: Package, part: str) -> Element:
    """The part's tree; of what it says in several ways for different programs, the first."""
    content = package.members[part].content()
    for strict, usual in _STRICT.items():
        content = content.replace(strict, usual)
    root = tree(part, content)
    for choices in list(root.iter(_CHOICES)):
        for child in choices[0] if len(choices) else ():
            choices.addprevious(child)
        remove(choices)
    return root
