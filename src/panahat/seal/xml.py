"""Strict XML: no recovery, no document type, no entities, no endless depth."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from xml.parsers import expat

from panahat.problems import Code, Problem, Refused
from panahat.seal import codes
from panahat.seal.limits import LIMITS
from panahat.seal.zipping import safe_name

if TYPE_CHECKING:
    from lxml.etree import _Element as Element
else:
    Element = Any  # lxml is loaded with the first tree

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
SIGNS = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "\u2011", "softHyphen": "\u00ad"}
"""The elements of WordprocessingML that stand for one sign each."""


class Doctype(Exception):
    """A document type was declared."""


def strict_parser(separator: str | None = None) -> expat.XMLParserType:
    """An expat parser that stops at a document type; names are «namespace + separator + local» where one is given."""

    def stop(*_: Any) -> None:
        raise Doctype

    parser = expat.ParserCreate(None, separator)
    parser.StartDoctypeDeclHandler = stop
    parser.buffer_text = True
    return parser


def check(part: str, content: bytes) -> None:
    """Raises Refused (`seal/xml-broken`, `seal/doctype`) where `content` is not strict XML; no handler slows it."""
    feed(strict_parser("|"), part, content)


def feed(parser: expat.XMLParserType, part: str, content: bytes) -> None:
    """Runs `parser` over all of `content`. Raises Refused as `check` does."""
    try:
        parser.Parse(content, True)
    except expat.ExpatError as error:
        raise _refused(codes.XML_BROKEN, part, error.lineno) from None
    except (LookupError, ValueError):  # an encoding that nobody knows, or that no XML may have
        raise _refused(codes.XML_BROKEN, part, 1) from None
    except Doctype:
        raise _refused(codes.DOCTYPE, part, parser.CurrentLineNumber) from None


def tree(part: str, content: bytes) -> Element:
    """The element tree of a checked part, comments and processing instructions left out."""
    from lxml import etree

    check(part, content)
    _check_depth(part, content)
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True, remove_pis=True, huge_tree=True
    )
    try:
        return etree.fromstring(content, parser)
    except etree.XMLSyntaxError as error:
        raise _refused(codes.XML_BROKEN, part, error.lineno or 1) from None


def remove(element: Element) -> None:
    """Takes the element out of what holds it; a tree's root stays."""
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)


def form(element: Element) -> tuple[object, ...]:
    """Equal for elements that say the same, whoever wrote them."""
    return element.tag, *sorted(element.attrib.items()), *map(form, element)


def _check_depth(part: str, content: bytes) -> None:
    depth = 0

    def enter(*_: Any) -> None:
        nonlocal depth
        depth += 1
        if depth > LIMITS["depth"]:
            raise _refused(codes.XML_BROKEN, part, parser.CurrentLineNumber)

    def leave(*_: Any) -> None:
        nonlocal depth
        depth -= 1

    parser = strict_parser()
    parser.StartElementHandler, parser.EndElementHandler = enter, leave
    parser.Parse(content, True)


def _refused(code: Code, part: str, line: int) -> Refused:
    return Refused([Problem(code, line=line, facts={"part": safe_name(part)})])
