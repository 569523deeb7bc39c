"""Any Word file as text, the way the twin of a template is written: for reviewers, and for git's diff."""

from __future__ import annotations

from pathlib import Path

from panahat.problems import Problem, Refused
from panahat.render import codes
from panahat.render.compiling import named
from panahat.render.reading import lines, style_names
from panahat.render.twin import in_order, twin_of
from panahat.seal.package import Package, open_package
from panahat.seal.xml import tree

_KINDS = ("header", "footer", "footnotes")


def twin_text(path: Path) -> str:
    """The text of the Word file `path`, one line a paragraph; of a template, its twin.

    Tracked changes are shown as if accepted. Raises Refused where the file cannot be read strictly.
    """
    try:
        content = path.read_bytes()
    except OSError:
        raise Refused([Problem(codes.UNREADABLE, file=path.name)]) from None
    try:
        return _text(open_package(content))
    except Refused as refused:
        raise named(refused, path.name) from None


def _text(package: Package) -> str:
    main = package.one("", "officeDocument")
    if main is None:
        raise Refused([Problem(codes.BROKEN, facts={"part": "_rels/.rels"})])
    look = package.one(main, "styles")
    styles = style_names(tree(look, package.members[look].content())) if look else {}
    body = tree(main, package.members[main].content())
    found = [r for r in package.relationships.get(main, ()) if r.kind in _KINDS and not r.external]
    known = {"": list(lines(main, body, styles))}
    for r in found:
        known[r.target] = list(lines(r.target, tree(r.target, package.members[r.target].content()), styles))
    return twin_of(in_order(body, known, {r.id: r.target for r in found}, package.one(main, "footnotes")))
