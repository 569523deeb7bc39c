"""Fields whose result is not said by anybody: numbers of pages, which change by themselves."""

from __future__ import annotations

from typing import TYPE_CHECKING

from panahat.seal.xml import W

if TYPE_CHECKING:
    from lxml.etree import _Element

_W = f"{{{W}}}"
PAGES = ("PAGE", "NUMPAGES", "SECTIONPAGES")


class Fields:
    """The fields that are open while a text is read element by element."""

    def __init__(self) -> None:
        self._open: list[list[str]] = []

    def see(self, element: _Element) -> None:
        """Takes note of an element: the begin, the code or the end of a field."""
        if element.tag == f"{_W}fldChar":
            kind = element.get(f"{_W}fldCharType")
            if kind == "begin":
                self._open.append([])
            elif kind == "end" and self._open:
                self._open.pop()
        elif element.tag in (f"{_W}instrText", f"{_W}delInstrText") and self._open:
            self._open[-1].append(element.text or "")

    @property
    def counts_pages(self) -> bool:
        """Whether what is read now is a number of pages."""
        return any(counts_pages("".join(code)) for code in self._open)


def counts_pages(code: str) -> bool:
    """Whether the field with this code is a number of pages."""
    return bool(code.split()) and code.split()[0].upper() in PAGES


def settle_page_numbers(root: _Element) -> None:
    """Gives every number of pages the same result, so that it is no difference."""
    fields = Fields()
    for element in root.iter(f"{_W}fldChar", f"{_W}instrText", f"{_W}t"):
        fields.see(element)
        if element.tag == f"{_W}t" and fields.counts_pages:
            element.text = "1"
    for field in root.iter(f"{_W}fldSimple"):
        if counts_pages(field.get(f"{_W}instr", "")):
            for text in field.iter(f"{_W}t"):
                text.text = "1"
