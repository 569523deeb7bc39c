"""The element names of WordprocessingML that the merge knows, and small readers of them."""

from __future__ import annotations

from panahat.seal.xml import Element, R, W

W14 = "http://schemas.microsoft.com/office/word/2010/wordml"
MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
MATH = "http://schemas.openxmlformats.org/officeDocument/2006/math"
XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
FALSE = ("0", "false", "off", "none")


def w(name: str) -> str:
    """The full name of the element or attribute `name`."""
    return f"{{{W}}}{name}"


def r(name: str) -> str:
    """The full name of the relationship attribute `name`."""
    return f"{{{R}}}{name}"


P, TBL, SDT, TR, TC, PPR, RPR, RUN, SECT = map(w, ("p", "tbl", "sdt", "tr", "tc", "pPr", "rPr", "r", "sectPr"))
VAL, ID = w("val"), w("id")
MARKERS = frozenset(
    map(
        w,
        """bookmarkStart bookmarkEnd commentRangeStart commentRangeEnd proofErr permStart permEnd moveFromRangeStart
        moveFromRangeEnd moveToRangeStart moveToRangeEnd customXmlInsRangeStart customXmlInsRangeEnd
        customXmlDelRangeStart customXmlDelRangeEnd""".split(),
    )
)
"""What stands between paragraphs or runs and shows nothing."""


def local(element: Element) -> str:
    """The name of a WordprocessingML element, «» for any other."""
    tag = element.tag
    return tag[len(W) + 2 :] if isinstance(tag, str) and tag.startswith(f"{{{W}}}") else ""


def value(parent: Element | None, name: str, attribute: str = "val") -> str | None:
    """The attribute of the child `name` of `parent`, or None."""
    child = None if parent is None else parent.find(w(name))
    return None if child is None else child.get(w(attribute))


def on(child: Element | None) -> bool:
    """Whether a switch such as w:b is there and on."""
    return child is not None and child.get(VAL, "1").lower() not in FALSE


def number(text: str | None) -> int:
    """A measure as a whole number, 0 where it is none."""
    try:
        return round(float(text or 0))
    except ValueError:
        return 0
