"""Any Word file as text, the way the twin of a template is written: for reviewers, and for git's diff."""

from __future__ import annotations

from pathlib import Path

from panahat import opener
from panahat.problems import Problem, Refused
from panahat.render import codes
from panahat.render.text_reading import TextReader
from panahat.render.twin import in_order, twin_of
from panahat.render.word_names import style_names
from panahat.seal.package import Package, open_package

_SECTIONS = ("header", "footer")
_NOTES = ("footnotes", "endnotes", "comments")
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def twin_text(path: Path) -> str:
    """The text of the Word file `path`, one line a paragraph; of a template, its twin.

    Tracked changes are shown as if accepted; comments by their text alone. Raises Refused where the file cannot be read
    strictly.
    """
    content = opener.read(path, name=path.name)
    try:
        if content.startswith(_OLE):
            raise Refused([Problem(codes.PROTECTED)])
        return _text(open_package(content))
    except Refused as refused:
        raise Refused(
            Problem(p.code, path.name, p.path, p.line, p.column, p.facts, p.severity) for p in refused.problems
        ) from None


def _text(package: Package) -> str:
    main = package.one("", "officeDocument")
    if main is None or "wordprocessingml" not in package.types[main]:
        raise Refused([Problem(codes.NOT_WORD)])
    look = package.one(main, "styles")
    styles = style_names(look, package.members[look].content()) if look else {}
    parts = {r.id: r.target for r in package.relationships.get(main, ()) if r.kind in _SECTIONS and not r.external}
    notes = {kind: part for kind in _NOTES if (part := package.one(main, kind))}
    read = {part: TextReader(part, package.members[part].content(), styles) for part in (main, *parts.values())}
    read |= {part: TextReader(part, package.members[part].content(), styles) for part in notes.values()}
    lines = {part: reader.lines for part, reader in read.items()} | {"": read[main].lines}
    asked = [(title, parts[id]) for title, id in read[main].asked if id in parts]
    return twin_of(in_order(asked, lines, notes))
