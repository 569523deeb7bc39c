"""Proves a merge without knowing how it was made: by counting the paragraphs of the three drafts and of the result.

The result is read twice, as Word shows it with all its tracked changes accepted and rejected. Every paragraph that one
side added must be there, every one that a side removed must be gone, every other as often as before. A conflict in the
report counts as the new draft's change alone where accepted, as the lawyer's alone where rejected.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from panahat.problems import Refused
from panahat.review.merging.proof_reading import ACCEPT, REJECT, Reading, read, squeezed
from panahat.review.merging.reporting import ADDED, MOVED, Conflict, Merged, Step

_ONCE = ("header", "footer")
_WORD = re.compile(r"\w+|[^\w\s]")
GAP = "\u2029"


def prove(base: bytes, theirs: bytes, ours: bytes, merged: Merged) -> list[str]:
    """What is wrong with the merge, as names of stories and laws, never text; empty where it is proven."""
    try:
        accepted, rejected = (read(merged.document, view, base) for view in (ACCEPT, REJECT))
    except Refused as refused:
        return [p.code.id for p in refused.problems]
    drafts = [read(content, ACCEPT, base) for content in (base, theirs, ours)]
    wrong = [*accepted.faults]
    for view, found in ((ACCEPT, accepted), (REJECT, rejected)):
        wrong += _texts(drafts, found, view, merged)
        wrong += _looks(drafts, found, view, merged)
        wrong += _order(drafts, found, view, merged)
        wrong += _tables(drafts, found, view, merged)
    if drafts[1].comments - accepted.comments:
        wrong.append("comments: lost")
    if drafts[1].boxes - rejected.boxes:
        wrong.append("boxes: lost")
    return list(dict.fromkeys(wrong))


def _texts(drafts: Sequence[Reading], found: Reading, view: str, merged: Merged) -> Iterator[str]:
    put_back = _put_back(merged)
    both = {k for texts in drafts[1].texts.values() for k in texts} & {
        k for texts in drafts[2].texts.values() for k in texts
    }
    for story in sorted({s for d in (*drafts, found) for s in d.texts}):
        b, t, o = (Counter(d.texts.get(story, ())) for d in drafts)
        r = Counter(found.texts.get(story, ()))
        if story in _ONCE:
            b, t, o, r = (Counter(dict.fromkeys(c, 1)) for c in (b, t, o, r))
        notes = story.endswith("notes")
        loose = len(merged.conflicts) if notes else 0
        for step in (s for s in merged.joined if _story(s) == story):
            for counted, text in ((b, step.base), (t, step.theirs), (o, step.ours), (r, step.result)):
                counted.subtract(_parts(text))
            if any(r[key] < 0 for key in _parts(step.result)) or not _mixed(step):
                yield f"{story or 'text'}: words ({view})"
        t, o = _without_conflicts(b, t, o, view, [c for c in merged.conflicts if _story(c) == story])
        same = _mentions(merged.same) if story not in _ONCE else Counter()
        for key in sorted({*b, *t, *o, *r}):
            low, high = _bounds(b[key], t[key], o[key])
            widened = loose + (same[key] if key in both else 0)
            high = max(high + put_back[key], _hosted(notes, found, key))
            if story in _ONCE:
                low, high = min(max(low, 0), 1), max(min(high, 1), 0)
            if r[key] < low - widened:
                yield f"{story or 'text'}: lost ({view})"
            elif r[key] > high + widened:
                yield f"{story or 'text'}: doubled ({view})"
            elif loose and not r[key] and low > 0 and (t[key] if view == REJECT else o[key]):
                yield f"{story}: lost ({view})"


def _hosted(notes: bool, found: Reading, key: str) -> int:
    """How often a note may stand for the paragraphs that refer to it, each of which is counted by itself."""
    return len(found.hosts.get(key, ())) if notes else 0


def _put_back(merged: Merged) -> Counter[str]:
    """What the report says one side removed at one place and the other added at another: it stays, and is said."""
    added, removed = Counter[str](), Counter[str]()
    for steps, other in ((merged.taken_ours, merged.kept_theirs), (merged.kept_theirs, merged.taken_ours)):
        added += _mentions([s for s in steps if s.kind == ADDED])
        removed += _mentions([Step(s.kind, s.place, s.base, None, None) for s in (*other, *merged.same) if s.base])
    return added & removed


def _mixed(step: Step) -> bool:
    """Whether each word stands in the result as often as what both did to the paragraph asks."""
    b, t, o, r = (Counter(_WORD.findall(text or "")) for text in (step.base, step.theirs, step.ours, step.result))
    bounds = {word: _bounds(b[word], t[word], o[word]) for word in (*b, *t, *o, *r)}
    return all(low <= r[word] <= high for word, (low, high) in bounds.items())


def _bounds(b: int, t: int, o: int) -> tuple[int, int]:
    """How often a paragraph may be in the result that is so often in the three drafts: (least, most)."""
    by_theirs, by_ours = t - b, o - b
    both = b + by_theirs + by_ours
    if by_theirs > 0 and by_ours > 0:
        return b + max(by_theirs, by_ours), both
    if by_theirs < 0 and by_ours < 0:
        return max(both, 0), b + min(by_theirs, by_ours)
    return both, both


def _without_conflicts(
    b: Counter[str], t: Counter[str], o: Counter[str], view: str, conflicts: Sequence[Conflict]
) -> tuple[Counter[str], Counter[str]]:
    """(theirs, ours) as if the side that this view does not take had left the conflicts alone."""
    t, o = Counter(t), Counter(o)
    for conflict in conflicts:
        side, gone = (o, conflict.ours) if view == REJECT or not conflict.shown else (t, conflict.theirs)
        side.subtract(_parts(gone))
        side.update(_parts(conflict.base))
    return t, o


def _story(step: Step) -> str:
    """The story a step or conflict is counted in."""
    story = step.place.story.rstrip("+")
    return story.split(" ", 1)[0]


def _parts(text: str | None) -> list[str]:
    return [s for part in (text or "").split(GAP) if (s := squeezed(part))]


def _mentions(steps: Sequence[Step]) -> Counter[str]:
    """How often each paragraph is named in these steps."""
    out: Counter[str] = Counter()
    for step in steps:
        for text in {step.base, step.theirs, step.ours, step.result}:
            out.update(_parts(text))
    return out


def _looks(drafts: Sequence[Reading], found: Reading, view: str, merged: Merged) -> Iterator[str]:
    """Paragraphs that are in no conflict keep the look that one side gave them."""
    named = _mentions([*merged.conflicts, *merged.same, *merged.joined]) + _put_back(merged)
    for story in sorted({s for d in drafts for s in d.looks}):
        b, t, o = (Counter(d.looks.get(story, ())) for d in drafts)
        r = Counter(found.looks.get(story, ()))
        if story in _ONCE:
            b, t, o, r = (Counter(dict.fromkeys(c, 1)) for c in (b, t, o, r))
        if story.endswith("notes") and merged.conflicts:
            continue
        for key in dict.fromkeys([*b, *t, *o, *r]):
            low, high = _bounds(b[key], t[key], o[key])
            high = max(high, _hosted(story.endswith("notes"), found, key[0]))
            if story in _ONCE:
                low, high = min(max(low, 0), 1), max(min(high, 1), 0)
            if not named[key[0]] and not low <= r[key] <= high:
                yield f"{story or 'text'}: look ({view})"


def _order(drafts: Sequence[Reading], found: Reading, view: str, merged: Merged) -> Iterator[str]:
    """Two paragraphs that nobody moved and that stand in one order in all three drafts stand so in the result."""
    moved = _mentions([s for s in merged if s.kind == MOVED])
    listed = [d.texts.get("", []) for d in (*drafts, found)]
    once = set.intersection(*({k for k, n in Counter(texts).items() if n == 1} for texts in listed)) - set(moved)
    places = [{key: n for n, key in enumerate(texts) if key in once} for texts in listed]
    ordered = sorted(once, key=lambda key: places[3][key])
    for x, y in pairwise(ordered):
        if all(place[x] > place[y] for place in places[:3]):
            yield f"text: order ({view})"
            return


def _tables(drafts: Sequence[Reading], found: Reading, view: str, merged: Merged) -> Iterator[str]:
    """Rows and cells count as paragraphs do; where both changed alike or otherwise, only their least number is sure."""
    for name in ("rows", "cells"):
        b, t, o = (getattr(d, name) for d in drafts)
        low, high = _bounds(b, t, o)
        got = getattr(found, name)
        if merged.conflicts or merged.same:
            if got < low - _most_removed(merged, name):
                yield f"tables: {name} lost ({view})"
        elif not low <= got <= high:
            yield f"tables: {name} ({view})"


def _most_removed(merged: Merged, name: str) -> int:
    """How many rows or cells the named conflicts may hold at most."""
    named: list[Step] = [*merged.conflicts, *merged.same]
    return sum(1 + (c.theirs or "").count(GAP) + (c.ours or "").count(GAP) for c in named)
