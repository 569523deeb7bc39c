"""Opens a finished document again, as strictly as possible, and makes sure that nothing was lost on the way."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from panahat.problems import Problem, Refused
from panahat.render import codes
from panahat.seal.package import TYPES, Package, open_package
from panahat.seal.xml import SIGNS, W, check, feed, strict_parser

_TEXT_KINDS = ("officeDocument", "header", "footer", "footnotes", "endnotes")
_PREFIX = f"{W}|"


class Paragraph(Struct, frozen=True):
    """One paragraph of a finished document: its part, the id of its style («» for the default one), its text."""

    part: str
    style: str
    text: str


def paragraphs(docx: bytes) -> list[Paragraph]:
    """All paragraphs in document order: the body with its tables, then headers, footers and notes by part name.

    Raises Refused where the document cannot be read strictly.
    """
    package = open_package(docx)
    main = package.one("", "officeDocument")
    if main is None:
        raise Refused([Problem(codes.BROKEN, facts={"part": TYPES})])
    texts = {r.target for r in package.relationships.get(main, ()) if r.kind in _TEXT_KINDS}
    out: list[Paragraph] = []
    for name in [main, *sorted(texts - {main})]:
        out += _paragraphs(name, package.members[name].content())
    _check_rest(package, {main, *texts})
    return out


def read_back(docx: bytes, expected: Sequence[str], *, exact: bool = False, name: str = "") -> list[Paragraph]:
    """The paragraphs of a finished document, after making sure that the body holds the `expected` texts in order.

    With `exact`, the body holds these and no others but empty ones. Raises Refused `render/lost-text` with the number
    (from 1) of the first expected text that is not there, and what `paragraphs` raises.
    """
    found = paragraphs(docx)
    body = [p.text for p in found if p.part == found[0].part and (p.text or not exact)]
    at = 0
    for number, text in enumerate(expected, 1):
        if exact and not text:
            continue
        try:
            place = body.index(text, at)
        except ValueError:
            place = -1
        if place < 0 or (exact and place != at):
            raise _lost(number, name)
        at = place + 1
    if exact and at != len(body):
        raise _lost(len(expected) + 1, name)
    return found


def _lost(number: int, name: str) -> Refused:
    return Refused([Problem(codes.LOST_TEXT, file=name, facts={"paragraph": str(number)})])


def _check_rest(package: Package, read: set[str]) -> None:
    """Every further XML part is well-formed, and every part unpacks to what the ZIP says."""
    for name, member in package.members.items():
        if name in read or name == TYPES or name.endswith(".rels"):
            continue
        content = member.content()
        if package.types[name].endswith("xml"):
            check(name, content)


def _paragraphs(part: str, content: bytes) -> list[Paragraph]:
    """The paragraphs of one part, in the order in which they end; text that is no paragraph's is not counted."""
    out: list[Paragraph] = []
    open_ones: list[tuple[list[str], list[str]]] = []  # (pieces, style) of the paragraphs we are inside
    collecting = False

    def enter(name: str, attributes: dict[str, str]) -> None:
        nonlocal collecting
        if not name.startswith(_PREFIX):
            return
        local = name[len(_PREFIX) :]
        if local == "p":
            open_ones.append(([], []))
        elif local == "t":
            collecting = True
        elif local == "pStyle" and open_ones:
            open_ones[-1][1].append(attributes.get(f"{_PREFIX}val", ""))
        elif local in SIGNS and open_ones and "r" in around[-1:]:
            open_ones[-1][0].append(SIGNS[local])
        around.append(local)

    def leave(name: str) -> None:
        nonlocal collecting
        if not name.startswith(_PREFIX):
            return
        around.pop()
        collecting = False
        if name == f"{_PREFIX}p":
            pieces, style = open_ones.pop()
            out.append(Paragraph(part, style[0] if style else "", "".join(pieces)))

    def text(data: str) -> None:
        if collecting and open_ones:
            open_ones[-1][0].append(data)

    around: list[str] = []
    parser = strict_parser("|")
    parser.StartElementHandler, parser.EndElementHandler, parser.CharacterDataHandler = enter, leave, text
    feed(parser, part, content)
    return out
