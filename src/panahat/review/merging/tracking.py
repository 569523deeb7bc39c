"""Shows a conflict as tracked changes: accepting takes the new draft, rejecting keeps the lawyer's text."""

from __future__ import annotations

from collections.abc import Iterator

from panahat.review.merging.names import ID, MARKERS, MATH, MC, PPR, RPR, RUN, SECT, TBL, TC, TR, W14, P, local, w
from panahat.seal.xml import Element, remove

AUTHOR = "Panahat"
_INSIDE = frozenset("hyperlink smartTag customXml dir bdo".split())
_TURNED = {w("t"): w("delText"), w("instrText"): w("delInstrText")}


class Tracker:
    """Makes tracked changes with ids from `first` on, by a neutral author and without a date."""

    def __init__(self, first: int) -> None:
        self._id = first

    def new_id(self) -> str:
        """An id that no other mark in the document has."""
        self._id += 1
        return str(self._id)

    def _mark(self, parent: Element, name: str) -> Element:
        """A new tracked change, not yet in its place."""
        made: Element = parent.makeelement(w(name), {}, None)
        made.set(ID, self.new_id())
        made.set(w("author"), AUTHOR)
        return made

    def runs(self, container: Element, name: str) -> None:
        """Puts all runs in a paragraph under tracked changes `name` («ins» or «del»)."""
        group: Element | None = None
        for child in list(container.iterchildren()):
            kind = local(child)
            if kind == "fldSimple":
                self.runs_of_field(child)
                self.runs(container, name)
                return
            if kind in _INSIDE or kind == "sdt":
                group = None
                inner = child.find(w("sdtContent")) if kind == "sdt" else child
                if inner is not None:
                    self.runs(inner, name)
            elif _shown(child):
                if group is None:
                    group = self._mark(container, name)
                    child.addprevious(group)
                group.append(child)
                if name == "del":
                    _delete_text(child)
            else:
                group = None

    def runs_of_field(self, field: Element) -> None:
        """Writes a simple field as runs in its place."""
        look = field.find(f"{RUN}/{RPR}")
        for kind in ("begin", "code", "separate"):
            field.addprevious(_field_run(field, kind, look))
        for child in list(field.iterchildren()):
            if local(child) != "fldData":
                field.addprevious(child)
        field.addprevious(_field_run(field, "end", look))
        remove(field)

    def mark_paragraph(self, paragraph: Element, name: str) -> None:
        """Tracks the paragraph's end as put in or taken out."""
        properties = ensure(paragraph, PPR)
        look = properties.find(RPR)
        if look is None:
            look = properties.makeelement(RPR, {}, None)
            after = [c for c in properties if c.tag in (SECT, w("pPrChange"))]
            (after[0].addprevious if after else properties.append)(look)
        look.insert(0, self._mark(look, name))

    def blocks(self, element: Element, name: str) -> None:
        """Tracks a whole paragraph, table, row or other block as put in or taken out."""
        if element.tag == P:
            self.runs(element, name)
            if element.find(f"{PPR}/{SECT}") is None:
                self.mark_paragraph(element, name)
        elif element.tag == TR:
            self.row(element, name)
        elif element.tag == TBL:
            for row in element.iterchildren(TR):
                self.row(row, name)
        else:
            for child in _blocks_inside(element):
                self.blocks(child, name)

    def row(self, row: Element, name: str) -> None:
        """Tracks a table row; each cell keeps the end of its last paragraph."""
        properties = row.find(w("trPr"))
        if properties is None:
            properties = row.makeelement(w("trPr"), {}, None)
            before = row.find(w("tblPrEx"))
            (before.addnext if before is not None else lambda e: row.insert(0, e))(properties)
        properties.append(self._mark(properties, name))
        for cell in row.iterchildren(TC):
            inside = list(_blocks_inside(cell))
            for child in inside:
                self.blocks(child, name)
            if inside and inside[-1].tag == P:
                keep_end(inside[-1])

    def both(self, theirs: Element, ours: Element, reshaped: bool) -> None:
        """Makes paragraph `theirs` hold both: its own runs as taken out, those of `ours` as put in, properties likewise."""
        self.runs(theirs, "del")
        self.runs(ours, "ins")
        if reshaped:
            self.reshape(theirs, ours)
        for child in list(ours.iterchildren()):
            if child.tag != PPR:
                theirs.append(child)

    def run(self, run: Element, name: str) -> None:
        """Puts one run under a tracked change of its own."""
        made = self._mark(run, name)
        run.addprevious(made)
        made.append(run)
        if name == "del":
            _delete_text(run)

    def reshape(self, theirs: Element, ours: Element) -> None:
        """Gives a paragraph the properties of `ours`, tracked."""
        old = ensure(theirs, PPR)
        new = ours.find(PPR)
        change = self._mark(old, "pPrChange")
        before = change.makeelement(PPR, {}, None)
        change.append(before)
        stays = [c for c in old if c.tag in (RPR, SECT)]
        for child in list(old.iterchildren()):
            if child.tag not in (RPR, SECT):
                old.remove(child)
                if child.tag != w("pPrChange"):
                    before.append(child)
        for child in [] if new is None else list(new.iterchildren()):
            if child.tag not in (RPR, SECT):
                (stays[0].addprevious if stays else old.append)(child)
        old.append(change)


def keep_end(paragraph: Element) -> None:
    """Takes the tracking off a paragraph's end: the last one of a cell or a story cannot go."""
    for look in paragraph.iterfind(f"{PPR}/{RPR}"):
        for child in list(look.iterchildren(w("ins"), w("del"))):
            look.remove(child)


def ensure(parent: Element, tag: str) -> Element:
    """The child `tag` of `parent`, made as its first where it has none."""
    found = parent.find(tag)
    if found is None:
        found = parent.makeelement(tag, {}, None)
        parent.insert(0, found)
    return found


def _shown(child: Element) -> bool:
    """Whether a child of a paragraph belongs under a tracked change: a run but that of a comment, a formula, a picture."""
    if child.tag == RUN:
        return child.find(w("commentReference")) is None
    tag = str(child.tag)
    return tag.startswith((f"{{{MATH}}}", f"{{{MC}}}")) or (tag.startswith(f"{{{W14}}}") and child.tag not in MARKERS)


def _delete_text(run: Element) -> None:
    for child in run.iterchildren():
        if child.tag in _TURNED:
            child.tag = _TURNED[child.tag]


def _blocks_inside(element: Element) -> Iterator[Element]:
    for child in list(element.iterchildren()):
        if child.tag in (P, TBL) or local(child) in ("sdt", "customXml", "sdtContent"):
            yield child


def _field_run(field: Element, kind: str, look: Element | None) -> Element:
    from copy import deepcopy

    run: Element = field.makeelement(RUN, {}, None)
    if look is not None:
        run.append(deepcopy(look))
    child = run.makeelement(w("instrText" if kind == "code" else "fldChar"), {}, None)
    if kind == "code":
        child.text = field.get(w("instr"), "")
        child.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    else:
        child.set(w("fldCharType"), kind)
    run.append(child)
    return run
