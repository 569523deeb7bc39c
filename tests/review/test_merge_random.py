"""Random drafts, edited at random by both sides: a merge loses nothing, doubles nothing and brings nothing back."""

from __future__ import annotations

from collections import Counter

from hypothesis import given, settings
from hypothesis import strategies as st
from merge_world import Doc, Noise, Para, World, as_seen, paragraphs, seen, written

from panahat.problems import Refused
from panahat.review.document import read_document
from panahat.review.merging import Merged, Step, merge
from panahat.seal.revisions import accept_all, reject_all

UNPROVEN: list[Refused] = []


def _merged(base: bytes, theirs: bytes, ours: bytes) -> Merged | None:
    """The merge; None for a tiny draft of which hardly anything was left, or where the proof refuses: nothing is made."""
    try:
        return merge(base, theirs, ours)
    except Refused as refused:
        (code,) = {p.code.id for p in refused.problems}
        if code == "review/merge-unproven":
            UNPROVEN.append(refused)
        elif code != "review/merge-unrelated":
            raise
        return None


def test_hardly_any_merge_is_refused_by_its_proof() -> None:
    """One in forty at most, and then nothing is made."""
    UNPROVEN.clear()
    for seed in range(40):
        world = World(seed)
        base = world.document()
        theirs, ours = world.edited(base, "t", 3), world.edited(base, "o", 3)
        _merged(written(base), written(theirs, Noise(seed)), written(ours))
    assert len(UNPROVEN) <= 1


def told(merged: Merged) -> str:
    """All texts of the report."""
    steps: list[Step] = [*merged.conflicts, *merged.joined]
    listed = [t for c in steps for t in (c.base, c.theirs, c.ours) if t]
    return "\n".join([*listed, *(n.about for n in merged.notes)])


class _Oracle:
    """What must and must not be in the result, from the edits that were made."""

    def __init__(self, base: Doc, theirs: Doc, ours: Doc, merged: Merged) -> None:
        self.drafts = [{p.id: (p, inside) for p, inside in paragraphs(d.body)} for d in (base, theirs, ours)]
        self.report = told(merged)
        self.joined = merged.joined
        self.views = {a: Counter(seen(merged.document, a)) for a in (True, False)}
        self.texts = {a: Counter(s.text for s in self.views[a].elements()) for a in (True, False)}

    def para(self, side: int, id: str) -> Para | None:
        found = self.drafts[side].get(id)
        return None if found is None else found[0]

    def check(self) -> None:
        for step in self.joined:
            base, theirs, ours = (Counter((text or "").split()) for text in (step.base, step.theirs, step.ours))
            assert not ((theirs - base) | (ours - base)) - Counter(step.result.split()), step
            assert all(self.texts[accepted][step.result] for accepted in (True, False)), step
        for id in {i for d in self.drafts for i in d}:
            if not id.startswith("x"):
                self._one(id)
        self._repeated()

    def _one(self, id: str) -> None:
        base, theirs, ours = (self.para(side, id) for side in range(3))
        looks = [None if p is None else p.look for p in (base, theirs, ours)]
        known = {p.text for p, _ in self.drafts[0].values()}
        if ours is not None and looks[2] != looks[0] and not (base is None and ours.text in known):
            self._there(ours, True)
        if theirs is not None and looks[1] != looks[0] and not (base is None and theirs.text in known):
            self._there(theirs, False)
        if base is not None and theirs is not None and looks[0] == looks[1] == looks[2]:
            self._there(base, True)
            self._there(base, False)
        self._gone(id, base, theirs, ours)

    def _there(self, para: Para, accepted: bool) -> None:
        assert self.views[accepted][as_seen(para)] or para.text in self.report, (para, accepted)
        once = self.texts[accepted][para.text] <= 1 or self._repeats(para.text) > 1
        assert once or para.text in self.report, (para, accepted)

    def _repeats(self, text: str) -> int:
        return max(sum(p.text == text for p, _ in d.values()) for d in self.drafts) + (
            sum(p.text == text for i, (p, _) in self.drafts[2].items() if i not in self.drafts[0])
        )

    def _gone(self, id: str, base: Para | None, theirs: Para | None, ours: Para | None) -> None:
        """A text that one side took out or changed, and the other left, is not there any more."""
        if base is None or base.text in self.report or not any(p and p.look == base.look for p in (theirs, ours)):
            return
        left = [p for p in (theirs, ours) if p is None or p.text != base.text]
        elsewhere = [p for d in self.drafts[1:] for i, (p, _) in d.items() if i != id and p.text == base.text]
        if left and not elsewhere and not self._kept_by_a_row(id):
            assert not self.texts[True][base.text], (base, theirs, ours)
            assert not self.texts[False][base.text], (base, theirs, ours)

    def _kept_by_a_row(self, id: str) -> bool:
        """Whether it stood in a row or table that one side took out and the other changed: a conflict as a whole."""
        inside = self.drafts[0][id][1]
        for side, other in ((1, 2), (2, 1)):
            if id in self.drafts[side]:
                continue
            for holder in inside:
                mates = [i for i, (_, where) in self.drafts[0].items() if holder in where]
                new = any(holder in where and i not in self.drafts[0] for i, (_, where) in self.drafts[other].items())
                other_looks = [self.para(other, i) for i in mates]
                if new or any(
                    q is None or q.look != self.drafts[0][i][0].look or q.note != self.drafts[0][i][0].note
                    for i, q in zip(mates, other_looks, strict=True)
                ):
                    return True
        return False

    def _repeated(self) -> None:
        """Lines that repeat are as many as their adding and removing makes them, in a merge without conflicts."""
        counts = [sum(p.text == "Ходатайство." for p, _ in d.values()) for d in self.drafts]
        if not self.report and counts[1] == counts[2] == counts[0]:
            assert self.texts[True]["Ходатайство."] == counts[0]


@settings(max_examples=200, derandomize=True, deadline=None)
@given(seed=st.integers(0, 10**9))
def test_nothing_is_lost_doubled_or_brought_back(seed: int) -> None:
    world = World(seed)
    base = world.document()
    common = world.edited(base, "s", world.chance.choice([0, 0, 1, 2]))
    theirs = world.edited(common, "t", world.chance.randint(0, 5))
    ours = world.edited(common, "o", world.chance.randint(0, 5))
    merged = _merged(written(base), written(theirs, Noise(seed)), written(ours))
    if merged is None:
        return
    _Oracle(base, theirs, ours, merged).check()
    for story in ("header", "footer"):
        _heads(merged, story, [getattr(d, story) for d in (base, theirs, ours)])
    _notes(merged, base, theirs, ours)


def _heads(merged: Merged, story: str, drafts: list[list[Para]]) -> None:
    base, theirs, ours = ([p.text for p in d] for d in drafts)
    if theirs != base:
        assert all(t in [s.text for s in seen(merged.document, False, story)] for t in theirs)
    if ours != base:
        assert all(t in [s.text for s in seen(merged.document, True, story)] for t in ours)


def _notes(merged: Merged, base: Doc, theirs: Doc, ours: Doc) -> None:
    """Every footnote that one side added or changed is there."""
    before = {p.note for p, _ in paragraphs(base.body)}
    for doc, accepted in ((theirs, False), (ours, True)):
        there = {s.text for s in seen(merged.document, accepted, "footnotes")}
        for para, _ in paragraphs(doc.body):
            assert not para.note or para.note in before or para.note in there or para.text in told(merged)


@settings(max_examples=60, derandomize=True, deadline=None)
@given(seed=st.integers(0, 10**9))
def test_one_side_alone_is_taken_as_it_is(seed: int) -> None:
    world = World(seed)
    base = world.document()
    edited = world.edited(base, "e", world.chance.randint(0, 6))
    clean, noisy = written(base), written(base, Noise(seed))
    for theirs, ours in ((noisy, written(edited)), (written(edited, Noise(seed)), clean)):
        merged = _merged(clean, theirs, ours)
        if merged is None:
            return
        assert not merged.conflicts
        assert seen(merged.document) == seen(merged.document, False) == [as_seen(p) for p, _ in paragraphs(edited.body)]
        for story in ("header", "footer"):
            assert [s.text for s in seen(merged.document, True, story)] == [p.text for p in getattr(edited, story)]


@settings(max_examples=40, derandomize=True, deadline=None)
@given(seed=st.integers(0, 10**9))
def test_the_same_changes_by_both_are_made_once(seed: int) -> None:
    world = World(seed)
    base = world.document()
    edited = world.edited(base, "e", world.chance.randint(1, 6))
    merged = _merged(written(base), written(edited, Noise(seed)), written(edited))
    if merged is None:
        return
    assert not merged.conflicts
    assert not merged.taken_ours
    assert not merged.kept_theirs
    assert seen(merged.document) == [as_seen(p) for p, _ in paragraphs(edited.body)]


@settings(max_examples=60, derandomize=True, deadline=None)
@given(seed=st.integers(0, 10**9))
def test_accepting_and_rejecting_in_word_reads_as_promised(seed: int) -> None:
    world = World(seed)
    base = world.document()
    theirs, ours = (world.edited(base, side, 6) for side in "to")
    merged = _merged(written(base), written(theirs, Noise(seed)), written(ours))
    if merged is not None:
        for settle, accepted in ((accept_all, True), (reject_all, False)):
            found = [u.text for u in read_document(settle(merged.document)).body]
            assert found == [s.text for s in seen(merged.document, accepted)]
