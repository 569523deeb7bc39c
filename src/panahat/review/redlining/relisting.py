"""The lists of the new document in a redline: each by the id that it has there, brought over where it is not there."""

from __future__ import annotations

from collections.abc import Iterable
from copy import deepcopy

from panahat.seal.xml import Element, W, form

_W = f"{{{W}}}"
_ASIDE = (f"{_W}nsid", f"{_W}tmpl", f"{_W}abstractNumId")


class Lists:
    """`there` and `new` are the lists of the redline and of the new document, None where one has none."""

    def __init__(self, there: Element | None, new: Element | None) -> None:
        self._there, self._new = there, new
        self._ids: dict[str, str] = {"0": "0", "": ""}
        self.changed = False

    def learn(self, pairs: Iterable[tuple[str, str]]) -> None:
        """Takes a list of the new document for that of the redline in which its paragraphs stand: `pairs` (new, redline)."""
        for new, there in dict.fromkeys(pairs):
            if new and there and new not in self._ids and there not in self._ids.values():
                self._ids[new] = there

    def adapted(self, paragraph: Element) -> Element:
        """A copy of a paragraph of the new document that names the redline's lists."""
        made = deepcopy(paragraph)
        for number in made.iterfind(f"{_W}pPr/{_W}numPr/{_W}numId"):
            number.set(f"{_W}val", self._id(number.get(f"{_W}val", "")))
        return made

    def _id(self, id: str) -> str:
        if id not in self._ids:
            mine, other = definition(self._new, id), definition(self._there, id)
            free = id not in self._ids.values()
            self._ids[id] = id if mine is None or (free and _form(mine) == _form(other)) else self._brought(mine)
        return self._ids[id]

    def _brought(self, definition: tuple[Element, Element]) -> str:
        root = self._there
        if root is None:
            return "0"
        self.changed = True
        _, number = bring(root, *definition)
        return str(number.get(f"{_W}numId"))


def bring(root: Element, shape: Element, number: Element) -> tuple[Element, Element]:
    """Copies of a list's form and of the list, put into the lists `root` under ids that are free there."""
    made, listed = deepcopy(shape), deepcopy(number)
    for name, element, key in (("abstractNum", made, "abstractNumId"), ("num", listed, "numId")):
        ids = (e.get(f"{_W}{key}", "") for e in root.iterchildren(f"{_W}{name}"))
        used = [int(id) for id in ids if id.lstrip("-").isdigit()]
        element.set(f"{_W}{key}", str(max(used, default=0) + 1))
    for child in [e for e in made if e.tag in _ASIDE]:
        made.remove(child)
    for reference in listed.iterchildren(f"{_W}abstractNumId"):
        reference.set(f"{_W}val", made.get(f"{_W}abstractNumId", ""))
    first = root.find(f"{_W}num")
    (first.addprevious if first is not None else root.append)(made)
    last = root.findall(f"{_W}num")
    (last[-1].addnext if last else root.append)(listed)
    return made, listed


def definition(root: Element | None, id: str) -> tuple[Element, Element] | None:
    """(the form of a list, the list) with that id; None where it is not defined."""
    number = _one(root, "num", "numId", id)
    reference = number.find(f"{_W}abstractNumId") if number is not None else None
    abstract = (
        _one(root, "abstractNum", "abstractNumId", reference.get(f"{_W}val", "")) if reference is not None else None
    )
    return (abstract, number) if abstract is not None and number is not None else None


def _one(root: Element | None, name: str, key: str, id: str) -> Element | None:
    found = root.iterchildren(f"{_W}{name}") if root is not None else ()
    return next((e for e in found if e.get(f"{_W}{key}") == id), None)


def _form(definition: tuple[Element, Element] | None) -> list[object]:
    """Equal for lists whose numbers look alike."""
    return [form(child) for part in definition or () for child in part if child.tag not in _ASIDE]
