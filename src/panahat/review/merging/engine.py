"""Applies what the new draft changed onto the lawyer's document, block by block, and shows conflicts in it."""

from __future__ import annotations

from collections.abc import Sequence

from panahat.messages import Translator
from panahat.review.merging import notes
from panahat.review.merging.aligning import Item
from panahat.review.merging.by_words import merge_words, track_words
from panahat.review.merging.importing import Importer
from panahat.review.merging.names import ID, PPR, SECT, TBL, TC, TR, P, value, w
from panahat.review.merging.opened import Draft
from panahat.review.merging.parts import Comments, put, replace_content, strip_section
from panahat.review.merging.planning import Act, companions, plan
from panahat.review.merging.reading import Block, Para, Reader
from panahat.review.merging.reporting import (
    ADDED,
    CHANGED,
    CONFLICT,
    KEPT,
    MOVED,
    REMOVED,
    SAME,
    TAKEN,
    Report,
    kind_of,
)
from panahat.review.merging.tracking import Tracker, keep_end
from panahat.seal.xml import Element


class Merger:
    """Merges containers and tables of three drafts into those of the lawyer's."""

    def __init__(self, base: Draft, theirs: Draft, ours: Draft, tr: Translator) -> None:
        self.base, self.theirs, self.ours = base, theirs, ours
        self.reads = tuple(Reader(d, base) for d in (base, theirs, ours))
        self.report = Report()
        self.tracker = Tracker(_last_id(theirs))
        self.comments = Comments(theirs)
        self.tr = tr
        self.sections: dict[int, Element] = {}
        lists = _same_lists(self.reads[1], self.reads[2])
        self.importer = Importer(ours, theirs, self.reads[1].looks, lists)

    def container(self, base: Element | None, theirs: Element, ours: Element | None, story: str = "") -> None:
        """Merges the blocks of a body, cell, header or note (None: empty) into `theirs`."""
        before = self.report.at, self.report.story
        self.report.at, self.report.story = theirs, story or self.report.story
        blocks = [r.blocks(c)[0] for r, c in zip(self.reads, (base, theirs, ours), strict=True)]
        tail = self.reads[1].blocks(theirs)[1]
        acts = plan(*(items(b) for b in blocks))
        together = companions(acts, blocks)
        out: list[Element] = []
        for n, act in enumerate(acts):
            chosen = _chosen(blocks, act)
            if chosen[1] is not None:
                out += chosen[1].lead
            made = self._companion(*chosen) if n in together else self._block(act, *chosen)
            self._know_section(blocks[0], act, made)
            out += made
            if made:
                self.report.at = made[-1]
        put(theirs, [*out, *tail])
        self._end(theirs)
        self.report.at, self.report.story = before

    def _end(self, container: Element) -> None:
        """A story and a cell end with a paragraph whose end is not tracked."""
        inside = [c for c in container.iterchildren() if c.tag in (P, TBL)]
        if inside and inside[-1].tag == P:
            keep_end(inside[-1])

    def _know_section(self, base: Sequence[Block], act: Act, made: list[Element]) -> None:
        if act.base is not None and base[act.base].section:
            n = sum(b.section for b in base[: act.base])
            for element in made:
                section = element.find(f"{PPR}/{SECT}")
                if section is not None:
                    self.sections[n] = section

    def _block(self, act: Act, base: Block | None, theirs: Block | None, ours: Block | None) -> list[Element]:
        """The elements that stand in the result for one item."""
        report = self.report
        if theirs is None and ours is None:
            report.say(SAME, REMOVED, None, base, None, None)
            return []
        if theirs is None:
            return self._without_theirs(act, base, ours)
        if base is None:
            report.say(SAME if ours else KEPT, ADDED, theirs.element, None, theirs, ours)
            return [theirs.element]
        if ours is None:
            return self._removed_by_ours(act, base, theirs)
        if act.moved_theirs and act.moved_ours:
            report.note(notes.BOTH_MOVED, theirs.element, theirs.text)
            report.say(SAME, MOVED, theirs.element, base, theirs, ours)
        elif act.moved_theirs or act.moved_ours:
            report.say(TAKEN if act.moved_ours else KEPT, MOVED, theirs.element, base, theirs, ours)
        return self._three(base, theirs, ours)

    def _without_theirs(self, act: Act, base: Block | None, ours: Block | None) -> list[Element]:
        assert ours is not None
        if base is not None and base.key == ours.key and not act.moved_ours:
            self.report.say(KEPT, REMOVED, None, base, None, ours)
            return []
        made = self.importer.copy(ours.element)
        if base is None:
            self.report.say(TAKEN, ADDED, made, None, None, ours)
            if act.crowded or act.echoed:
                self.report.note(notes.BOTH_THE_SAME if act.echoed else notes.BOTH_ADDED, made, ours.text)
        else:
            self.tracker.blocks(made, "ins")
            self._conflict(MOVED if base.key == ours.key else CHANGED, made, notes.CONFLICT_BACK, base, None, ours)
        return [made]

    def _removed_by_ours(self, act: Act, base: Block, theirs: Block) -> list[Element]:
        if base.key == theirs.key and not act.moved_theirs and not _commented(theirs):
            self.report.say(TAKEN, REMOVED, None, base, theirs, None)
            return strip_section(theirs.element)
        self.tracker.blocks(theirs.element, "del")
        self._conflict(REMOVED, theirs.element, notes.CONFLICT_GONE, base, theirs, None)
        return [theirs.element]

    def _companion(self, base: Block | None, theirs: Block | None, ours: Block | None) -> list[Element]:
        """What was split off or joined by one side where the other changed it too: part of that conflict."""
        if theirs is not None and ours is not None:
            made = self.importer.copy(ours.element)
            self.tracker.both(theirs.element, made, reshaped=True)
            self._conflict(CHANGED, theirs.element, notes.CONFLICT, base, theirs, ours)
            return [theirs.element]
        if theirs is not None:
            self.tracker.blocks(theirs.element, "del")
            self._conflict(ADDED if base is None else REMOVED, theirs.element, notes.CONFLICT_GONE, base, theirs, None)
            return [theirs.element]
        assert ours is not None
        made = self.importer.copy(ours.element)
        self.tracker.blocks(made, "ins")
        self._conflict(ADDED if base is None else CHANGED, made, notes.CONFLICT_BACK, base, None, ours)
        return [made]

    def _conflict(self, kind: str, at: Element, text: str, *blocks: Block | None) -> None:
        self.report.say(CONFLICT, kind, at, *blocks)
        if self.report.story == "":
            self.comments.add(at, self.tr(text))

    def _three(self, base: Block, theirs: Block, ours: Block) -> list[Element]:
        if base.key == theirs.key == ours.key:
            return [theirs.element]
        if base.kind == "p":
            self._paragraph(base, theirs, ours)
            return [theirs.element]
        if base.kind == "tbl":
            return self._table(base, theirs, ours)
        return self._whole(base, theirs, ours)

    def _whole(self, base: Block, theirs: Block, ours: Block) -> list[Element]:
        """A row or block that is one thing: one side's, or both as a conflict."""
        if base.key == ours.key or theirs.key == ours.key:
            if base.key != theirs.key:
                side = KEPT if base.key == ours.key else SAME
                self.report.say(side, kind_of(base, theirs), theirs.element, base, theirs, ours)
            return [theirs.element]
        made = self.importer.copy(ours.element)
        if base.key == theirs.key and not _commented(theirs):
            self.report.say(TAKEN, kind_of(base, ours), made, base, theirs, ours)
            return [made]
        self.tracker.blocks(theirs.element, "del")
        self.tracker.blocks(made, "ins")
        self._conflict(kind_of(base, ours), theirs.element, notes.CONFLICT, base, theirs, ours)
        return [theirs.element, made]

    def _paragraph(self, base: Block, theirs: Block, ours: Block) -> None:
        paras = [b.para for b in (base, theirs, ours)]
        assert paras[0]
        assert paras[1]
        assert paras[2]
        kinds = [[kind for kind, _ in p.notes] for p in paras if p]
        apart = kinds[0] == kinds[1] == kinds[2] and bool(kinds[0])
        keys = [_own(p) if apart else b.key for p, b in zip(paras, (base, theirs, ours), strict=True) if p]
        b, t, o = keys
        if b == o or t == o:
            if b != t:
                self.report.say(KEPT if b == o else SAME, kind_of(base, theirs), theirs.element, base, theirs, ours)
        elif b == t:
            ids = dict(zip(paras[2].notes, (id for _, id in paras[1].notes), strict=True)) if apart else {}
            made = self.importer.copy(ours.element, ids)
            if replace_content(theirs.element, made, reshaped=paras[0].shape != paras[2].shape):
                self.report.note(notes.COMMENTED, theirs.element, ours.text)
            self.report.say(TAKEN, kind_of(base, ours), theirs.element, base, theirs, ours)
        elif not self._by_words(base, theirs, ours, kinds):
            self._both(theirs, ours, reshaped=paras[1].shape[:2] != paras[2].shape[:2])
            self._conflict(kind_of(base, ours), theirs.element, notes.CONFLICT, base, theirs, ours)
            return
        if apart:
            self._notes(*(p for p in paras if p))

    def _both(self, theirs: Block, ours: Block, reshaped: bool) -> None:
        """Shows both texts of a paragraph in it as tracked changes, of words where they are alike enough."""
        sides = [b.element for b in (theirs, ours)]
        styles = [b.para.shape[0] for b in (theirs, ours) if b.para]
        if track_words(sides, [r.looks for r in self.reads[1:]], styles, self.importer, self.tracker):
            if reshaped:
                self.tracker.reshape(theirs.element, self.importer.copy(ours.element))
        else:
            self.tracker.both(theirs.element, self.importer.copy(ours.element), reshaped)

    def _by_words(self, base: Block, theirs: Block, ours: Block, notes_of: Sequence[Sequence[str]]) -> bool:
        """Whether both changed different words, so that both changes could be made."""
        blocks = (base, theirs, ours)
        shapes = [b.para.shape for b in blocks if b.para]
        if shapes[2] not in shapes[:2] or not notes_of[0] == notes_of[1] == notes_of[2]:
            return False
        looks = [r.looks for r in self.reads]
        text = merge_words([b.element for b in blocks], looks, [s[0] for s in shapes], self.importer)
        if text:
            self.report.join(theirs.element, blocks, text)
            if _commented(theirs):
                self.report.note(notes.COMMENTED, theirs.element, text)
        return bool(text)

    def _notes(self, base: Para, theirs: Para, ours: Para) -> None:
        for (kind, b), (_, t), (_, o) in zip(base.notes, theirs.notes, ours.notes, strict=True):
            note = self.theirs.note(kind, t)
            if note is not None:
                self.container(self.base.note(kind, b), note, self.ours.note(kind, o), f"{kind}s")

    def _table(self, base: Block, theirs: Block, ours: Block) -> list[Element]:
        if _columns(base) != _columns(ours) and theirs.key != ours.key:
            made = self._whole(base, theirs, ours)
            if len(made) == 2:  # two tables that touch would become one
                made.insert(1, made[0].makeelement(P, {}, None))
            return made
        rows = [r.rows(b.element) for r, b in zip(self.reads, (base, theirs, ours), strict=True)]
        out: list[Element] = []
        for act in plan(*(items(r) for r in rows)):
            b, t, o = _chosen(rows, act)
            made = self._row(b, t, o) if b and t and o and not self._row_is_one(b, t, o) else self._block(act, b, t, o)
            if made and b and t and o and (act.moved_ours or act.moved_theirs) and not self._row_is_one(b, t, o):
                side = SAME if act.moved_ours and act.moved_theirs else TAKEN if act.moved_ours else KEPT
                self.report.say(side, MOVED, made[0], b, t, o)
            out += made
            if made:
                self.report.at = made[-1]
        if not out:  # a table without rows is none
            return []
        put(theirs.element, out, (TR,))
        return [theirs.element]

    def _row(self, base: Block, theirs: Block, ours: Block) -> list[Element]:
        if base.key == theirs.key == ours.key:
            return [theirs.element]
        cells = [list(b.element.iterchildren(TC)) for b in (base, theirs, ours)]
        for b, t, o in zip(*cells, strict=True):
            self.container(b, t, o)
        return [theirs.element]

    def _row_is_one(self, *rows: Block) -> bool:
        """Whether the cells of the three rows do not answer one another."""
        return len({tuple(_span(c) for c in r.element.iterchildren(TC)) for r in rows}) > 1


def items(blocks: Sequence[Block]) -> list[Item]:
    """The blocks as the aligner takes them."""
    return [Item(b.kind, b.key, b.text, b.section) for b in blocks]


def _chosen(blocks: Sequence[Sequence[Block]], act: Act) -> tuple[Block | None, Block | None, Block | None]:
    b, t, o = (None if n is None else of[n] for n, of in zip((act.base, act.theirs, act.ours), blocks, strict=True))
    return b, t, o


def _commented(block: Block) -> bool:
    """Whether a comment of the lawyer stands on it: it does not go without asking."""
    return next(block.element.iter(w("commentReference")), None) is not None


def _own(para: Para) -> object:
    """A paragraph without what its notes say."""
    return para.shape, para.spans


def _span(cell: Element) -> tuple[str, bool]:
    properties = cell.find(w("tcPr"))
    merged = None if properties is None else properties.find(w("vMerge"))
    return value(properties, "gridSpan") or "1", merged is not None


def _columns(table: Block) -> int:
    rows = table.element.iterchildren(TR)
    return max((sum(int(_span(c)[0]) for c in row.iterchildren(TC)) for row in rows), default=0)


def _last_id(draft: Draft) -> int:
    ids = (e.get(ID) for e in draft.body.getroottree().iter(w("bookmarkStart"), w("permStart"), w("commentRangeStart")))
    return max([1000, *(int(i) for i in ids if i and i.isdigit())])


def _same_lists(theirs: Reader, ours: Reader) -> dict[str, str]:
    """The list of theirs by the list of ours, as far as equal paragraphs stand in them."""
    known = dict(_listed(theirs))
    out: dict[str, str] = {}
    for key, id in _listed(ours):
        if key in known:
            out.setdefault(id, known[key])
    return out


def _listed(reader: Reader) -> list[tuple[object, str]]:
    numbered = (n for n in reader.draft.body.iter(w("numPr")) if (up := n.getparent()) is not None and up.tag == PPR)
    found = ((n.getparent().getparent(), value(n, "numId")) for n in numbered)
    return [(reader.para(p).spans, id) for p, id in found if p is not None and p.tag == P and id and id != "0"]
