"""Brings paragraphs of the new draft into the lawyer's document: styles by name, lists, notes, nothing that leads outside."""

from __future__ import annotations

from copy import deepcopy

from panahat.problems import Problem, Refused
from panahat.review import codes
from panahat.review.merging.names import ID, MARKERS, VAL, W14, local, w
from panahat.review.merging.opened import NOTES, Draft
from panahat.review.merging.parts import ensure_part
from panahat.review.merging.styles import Looks, Sheet, fresh
from panahat.review.redlining.relisting import bring, definition
from panahat.seal.xml import Element, R, remove

_KINDS = {"pStyle": "paragraph", "rStyle": "character", "tblStyle": "table"}
_DROPPED = MARKERS | {w("lastRenderedPageBreak"), w("annotationRef")}


class Importer:
    """Copies what `ours` holds into `theirs`, whose styles, lists and notes it extends as needed."""

    def __init__(self, ours: Draft, theirs: Draft, looks: Looks, same_lists: dict[str, str]) -> None:
        self.ours, self.theirs = ours, theirs
        self.looks = looks
        self.own = Sheet(ours.of_kind("styles"))
        self.names = {(kind, looks.name(kind, id)): id for kind, id in reversed(looks.own.by_id)}
        self.ids = {id for _, id in looks.own.by_id}
        self._lists = dict(same_lists)
        self._done: dict[tuple[str, str], str] = {}

    def copy(self, element: Element, notes: dict[tuple[str, str], str] | None = None) -> Element:
        """The element as it is to stand in theirs; `notes` gives the ids of notes that stand there already.

        Raises Refused where it holds what leads to other parts.
        """
        made = deepcopy(element)
        made.tail = None
        self.adapt(made, notes or {})
        return made

    def adapt(self, made: Element, notes: dict[tuple[str, str], str]) -> None:
        """Makes a copied element at home in theirs."""
        for child in list(made.iter()):
            name = local(child)
            if child.tag in _DROPPED or (name in ("sectPr", "commentReference") and child is not made):
                remove(child)
                continue
            for attribute in list(child.attrib):
                key = str(attribute)
                if key.startswith(f"{{{R}}}"):
                    raise Refused([Problem(codes.MERGE_FOREIGN)])
                if key.startswith((w("rsid"), f"{{{W14}}}")):
                    del child.attrib[attribute]
            if name in _KINDS:
                child.set(VAL, self.style(_KINDS[name], child.get(VAL, "")))
            elif name == "numId":
                child.set(VAL, self.list(child.get(VAL, "0")))
            elif name.removesuffix("Reference") in NOTES and name.endswith("Reference"):
                kind, id = name.removesuffix("Reference"), child.get(ID, "")
                child.set(ID, notes.get((kind, id)) or self.note(kind, id))

    def style(self, kind: str, id: str) -> str:
        """The id in theirs of the style `id` of ours; the style is brought over where theirs has none of its name."""
        if (kind, id) in self._done:
            return self._done[kind, id]
        style = self.own.by_id.get((kind, id))
        if style is None:
            return id
        found = self.names.get((kind, style.name))
        if found is None:
            found = fresh(self.ids, id)
            self._done[kind, id] = found
            self._bring_style(style.element, found)
            self.names[kind, style.name] = found
        self._done[kind, id] = found
        return found

    def _bring_style(self, element: Element, id: str) -> None:
        kind = element.get(w("type"), "paragraph")
        made = deepcopy(element)
        made.set(w("styleId"), id)
        made.attrib.pop(w("default"), None)
        root = ensure_part(self.theirs, "styles", "styles")
        root.append(made)
        for name, of in (("basedOn", kind), ("next", "paragraph"), ("link", None)):
            child = made.find(w(name))
            if child is None:
                continue
            if of is None:
                made.remove(child)
            elif name == "next" and child.get(VAL) == element.get(w("styleId")):
                child.set(VAL, id)
            else:
                child.set(VAL, self.style(of, child.get(VAL, "")))
        for number in made.iter(w("numId")):
            number.set(VAL, self.list(number.get(VAL, "0")))

    def list(self, id: str) -> str:
        """The id in theirs of the list `id` of ours; brought over where theirs has it not."""
        if id in ("0", "") or id in self._lists:
            return self._lists.get(id, id)
        found = definition(self.ours.of_kind("numbering"), id)
        if found is None:
            return "0"
        made, listed = bring(ensure_part(self.theirs, "numbering", "numbering"), *found)
        self._lists[id] = listed.get(w("numId"), "")
        for child in list(made.iterchildren(w("styleLink"), w("numStyleLink"))):
            made.remove(child)
        for child in made.iter(w("pStyle")):
            child.set(VAL, self.style("paragraph", child.get(VAL, "")))
        for attribute in [a for a in made.attrib if not str(a).startswith(w("abstractNumId"))]:
            del made.attrib[attribute]
        return self._lists[id]

    def note(self, kind: str, id: str) -> str:
        """The id of a copy in theirs of the footnote or endnote `id` of ours."""
        source = self.ours.note(kind, id)
        root = ensure_part(self.theirs, f"{kind}s", f"{kind}s")
        new = str(max(0, _next(root, kind, "id")))
        made = deepcopy(source) if source is not None else root.makeelement(w(kind), {}, None)
        made.set(ID, new)
        self.adapt(made, {})
        root.append(made)
        return new


def _next(root: Element, name: str, attribute: str) -> int:
    found = [int(v) for e in root.iterchildren(w(name)) if (v := e.get(w(attribute), "")).lstrip("-").isdigit()]
    return max(found, default=0) + 1
