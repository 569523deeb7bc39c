"""Why a paragraph changed: which fact, argument, norm or wording moved, or whose hand.

Both sides are anchored to the drafts they were made from. What differs between the drafts has its cause in the inputs: the
facts printed in the changed words first, then those of the paragraph, then those that decided its argument; where no
paragraph names the fact (a condition, a number that shifted), the draft is made again with one change undone, and the
change without which the paragraph would not be as it is, is the cause. What differs from its draft was edited by hand.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property

from panahat.aligning import align
from panahat.argue.model import Decision
from panahat.case.comparing import FactChange
from panahat.case.needs import dotted
from panahat.drafting.model import Draft, Paragraph
from panahat.review.comparing import Change, Piece
from panahat.review.document import BODY
from panahat.review.reasons import (
    ARGUMENT,
    BY_HAND,
    FACT,
    NEW,
    NORM,
    OLD,
    SHOWN,
    UNKNOWN,
    WORDING,
    Cause,
    Known,
    OneSided,
    Side,
    by_hand,
    related,
    short,
    touched,
)

_TRIED = 24
"""How many changes of facts are undone one by one."""


class Causes:
    """The causes of changes between two sides, either of which may have no known source."""

    def __init__(self, old: Side | None, new: Side | None, known: Known) -> None:
        self.old = old
        self.new = new
        self.known = known
        self._undone: dict[tuple[int, ...], frozenset[str] | None] = {}

    def of(self, change: Change) -> tuple[Cause, ...]:
        """Why `change` came about, the nearest cause first."""
        if change.unit.story != BODY:
            return self._of_frame()
        if self.old and self.new:
            found = self._both(change)
        elif self.new:
            found = OneSided(self.new, NEW, self.known).of(change)
        elif self.old:
            found = OneSided(self.old, OLD, self.known).of(change)
        else:
            return ()
        return tuple(dict.fromkeys(found)) or (Cause(UNKNOWN),)

    def _of_frame(self) -> tuple[Cause, ...]:
        """Headers, footers and notes come from the template alone."""
        names = sorted(n for n in self.known.wording if n.endswith(".docx"))
        if names:
            return tuple(Cause(WORDING, n) for n in names)
        if self.new and self.new.untouched is False:
            return (Cause(BY_HAND, side=NEW),)
        if self.old and self.old.untouched is False:
            return (Cause(BY_HAND, side=OLD),)
        return (Cause(UNKNOWN),)

    def _both(self, change: Change) -> list[Cause]:
        old, new = self.old, self.new
        if old is None or new is None:
            return []
        if (told := self._at_once(change, old, new)) is not None:
            return told
        out: list[Cause] = []
        p = old.by_unit.get(change.old) if change.old else None
        q = new.by_unit.get(change.new) if change.new else None
        was, now = p.paragraph if p else None, q.paragraph if q else None
        if p is None and now is not None:
            was = self._counterparts[1].get(id(now))
        if q is None and was is not None:
            now = self._counterparts[0].get(id(was))
        if by_hand(q) if change.new else was is not None and new.lacks(now):
            out.append(Cause(BY_HAND, side=NEW))
        if by_hand(p) if change.old else now is not None and old.lacks(was):
            out.append(Cause(BY_HAND, side=OLD))
        if (was.text if was else "") != (now.text if now else ""):
            out = [*self._generated(change, was, now), *out]
        elif not out and ((p and p.moved) or (q and q.moved)):
            out.append(Cause(BY_HAND, side=NEW if q and q.moved else OLD))
        elif not out and was is not None and now is not None:
            out += self._undoing(was, now)
        return out

    def _at_once(self, change: Change, old: Side, new: Side) -> list[Cause] | None:
        """The changed facts printed in the new words, where these explain every one of them; None where more is needed."""
        if not (old.untouched and new.untouched and change.old and change.new):
            return None
        found = new.by_unit.get(change.new)
        if self.known.wording or self.known.norms or found is None or found.paragraph is None:
            return None
        out: list[Cause] = []
        for piece in (p for p in change.pieces if p.changed):
            names = [n for k, n in touched(found.paragraph, [(piece.to, piece.to + len(piece.new))]) if k == "fact"]
            told = self._matching({OLD: (), NEW: names})
            if not told:
                return None
            out += told
        return out or None

    @cached_property
    def _counterparts(self) -> tuple[Mapping[int, Paragraph], Mapping[int, Paragraph]]:
        """New paragraphs of the drafts by the identity of the old ones, and the other way round."""
        a = self.old.paragraphs if self.old else ()
        b = self.new.paragraphs if self.new else ()
        forth, back = {}, {}
        for pair in align([p.text for p in a], [p.text for p in b]):
            if pair.old is not None and pair.new is not None:
                forth[id(a[pair.old])] = b[pair.new]
                back[id(b[pair.new])] = a[pair.old]
        return forth, back

    def _generated(self, change: Change, was: Paragraph | None, now: Paragraph | None) -> list[Cause]:
        """Why the drafts themselves differ here."""
        rewritten = self._rewritten(was, now)
        out: list[Cause] = []
        if rewritten is not False:
            out += self._norms(was, now)
            names = {p.origin.name for p in (was, now) if p} & self.known.sources
            out += [Cause(WORDING, name) for name in sorted(names)]
            if out and rewritten:
                return out
        argument = self._argument(was, now) if was is None or now is None else []
        facts = self._facts_in_words(change, was, now)
        if not argument and not self._explained(change, was, now):
            facts += self._alone(was, now, facts)
        return [*argument, *facts, *out] or self._undoing(was, now) or self._facts_of(was, now)

    def _explained(self, change: Change, was: Paragraph | None, now: Paragraph | None) -> bool:
        """Whether every changed stretch prints a changed fact, or a number that an annex moved."""
        return all(
            self._facts_in(was if change.old else None, now if change.new else None, [p]) for p in _changed(change)
        )

    def _alone(self, was: Paragraph | None, now: Paragraph | None, told: Sequence[Cause]) -> list[Cause]:
        """The other changed facts without each of which alone the paragraph would not be as it is."""
        named = {cause.name for cause in told}
        others = [c for c in self.known.facts[:_TRIED] if dotted(c.path) not in named]
        return [self.fact(c) for c in others if self._needed((c,), was, now)][:SHOWN]

    def _rewritten(self, was: Paragraph | None, now: Paragraph | None) -> bool | None:
        """True: the wording or the law alone made the difference; False: not at all; None: it cannot be told."""
        if not self.known.wording and not self.known.norms:
            return False
        if not self.known.facts:
            return True
        texts = self._old_wording
        if texts is None:
            return None
        if now is not None and now.text in texts:
            return False
        return True if was is not None and was.text in texts else None

    @cached_property
    def _old_wording(self) -> frozenset[str] | None:
        made = self.known.reworded()
        return None if made is None else _texts(made)

    def _norms(self, was: Paragraph | None, now: Paragraph | None) -> list[Cause]:
        keys = {k for p in (was, now) if p for k in p.norms} & self.known.norms
        return [Cause(NORM, key) for key in sorted(keys)]

    def _facts_in_words(self, change: Change, was: Paragraph | None, now: Paragraph | None) -> list[Cause]:
        """The changed facts that are printed in the words that changed."""
        return self._facts_in(was if change.old else None, now if change.new else None, _changed(change))

    def _facts_in(self, was: Paragraph | None, now: Paragraph | None, ranges: Sequence[Piece]) -> list[Cause]:
        before = set(touched(was, [(p.at, p.at + len(p.old)) for p in ranges]))
        after = set(touched(now, [(p.to, p.to + len(p.new)) for p in ranges]))
        facts = self._matching({OLD: [n for k, n in before if k == "fact"], NEW: [n for k, n in after if k == "fact"]})
        return facts or (self._annexes() if any(kind == "annex" for kind, _ in before | after) else [])

    def _facts_of(self, was: Paragraph | None, now: Paragraph | None) -> list[Cause]:
        return self._matching({OLD: was.facts if was else (), NEW: now.facts if now else ()})

    def _matching(self, names: Mapping[str, Iterable[str]]) -> list[Cause]:
        """The causes for those changed facts that `names` (old and new paths) name."""
        return [
            self.fact(c)
            for c in self.known.facts
            if any(related(n, c.old_path) for n in names[OLD]) or any(related(n, c.new_path) for n in names[NEW])
        ]

    def _annexes(self) -> list[Cause]:
        """An annex that came, went or changed places shifts the numbers of others."""
        return [self.fact(c) for c in self.known.facts if c.path[:1] == ("annexes",)][:SHOWN]

    def fact(self, change: FactChange) -> Cause:
        """A changed fact as a cause."""
        new = change.new_path is not None
        side = self.new if new else self.old
        line = change.new_line if new else change.old_line
        before, after = (
            short(value, about.language if about else "")
            for value, about in ((change.before, self.old), (change.after, self.new))
        )
        return Cause(FACT, dotted(change.path), before, after, side.file if side else "", line)

    def _argument(self, was: Paragraph | None, now: Paragraph | None) -> list[Cause]:
        """The argument that came in or went out, and the facts that decided it."""
        paragraph = now or was
        if paragraph is None or paragraph.origin.kind != "argument":
            return []
        return self._verdict(paragraph.origin.name)

    def _verdict(self, id: str) -> list[Cause]:
        """The change of an argument's verdict; empty where there is none."""
        before, after = self._decided(id)
        first, second = before.verdict if before else "", after.verdict if after else ""
        if first == second:
            return []
        side, known = (self.new, after) if after else (self.old, before)
        out = [Cause(ARGUMENT, id, first, second, title=side.title(known) if side and known else "")]
        other = next((d.because for d in (after, before) if d and d.because and all(self._decided(d.because))), "")
        if other:
            out += self._verdict(other)[:1]
        return [*out, *self._matching({OLD: self._turned(id, before), NEW: self._turned(id, after)})[:SHOWN]]

    def _decided(self, id: str) -> tuple[Decision | None, Decision | None]:
        return (self.old.decisions.get(id) if self.old else None, self.new.decisions.get(id) if self.new else None)

    def _turned(self, id: str, mine: Decision | None) -> list[str]:
        """The facts of those tests that came out otherwise, or of all where none did; the most exact ones."""
        before, after = self._decided(id)
        same = (
            {(x.test, x.truth) for x in before.findings} & {(x.test, x.truth) for x in after.findings}
            if before and after
            else set()
        )
        findings = [x for x in mine.findings if (x.test, x.truth) not in same] if mine else []
        facts = [f for x in (findings or (mine.findings if mine else ())) for f in (*x.facts, *x.missing)]
        if mine and mine.choice:
            facts = [mine.choice]
        elif mine and not findings and mine.because:
            return self._turned(mine.because, self._decided(mine.because)[1 if mine is after else 0])
        return [dotted(f) for f in facts if not any(f != g and g[: len(f)] == f for g in facts)]

    def _undoing(self, was: Paragraph | None, now: Paragraph | None) -> list[Cause]:
        """The change without which the paragraph would not be as it is: the likeliest first, the first found.

        Facts that only go together (a decision and the status that follows from it) are undone together.
        """
        for changes in list(self._likeliest):
            if self._needed(changes, was, now):
                least = self._least(changes, was, now)
                if least not in self._likeliest:
                    self._likeliest.insert(0, least)
                return [self.fact(change) for change in least][:SHOWN]
        return []

    def _needed(self, changes: tuple[FactChange, ...], was: Paragraph | None, now: Paragraph | None) -> bool:
        """Whether the paragraph would not be as it is with these changes undone."""
        key = tuple(map(id, changes))
        if key not in self._undone:
            made = self.known.without(changes)
            self._undone[key] = None if made is None else _texts(made)
        texts = self._undone[key]
        if texts is None:
            return False
        return now.text not in texts if now is not None else was is not None and was.text in texts

    def _least(
        self, changes: tuple[FactChange, ...], was: Paragraph | None, now: Paragraph | None
    ) -> tuple[FactChange, ...]:
        """As few of the changes as are needed together."""
        for change in changes if 1 < len(changes) <= _TRIED else ():
            fewer = tuple(c for c in changes if c is not change)
            if fewer and self._needed(fewer, was, now):
                changes = fewer
        return changes

    @cached_property
    def _likeliest(self) -> list[tuple[FactChange, ...]]:
        """The changed facts to undo: each that turned an argument, what came or went, the rest; then all of one group."""
        ids = {*(self.old.decisions if self.old else ()), *(self.new.decisions if self.new else ())}
        turned = {c.name for id in ids for c in self._verdict(id) if c.kind == FACT}
        ranked = sorted(
            self.known.facts,
            key=lambda c: (dotted(c.path) not in turned, c.old_path is not None and c.new_path is not None),
        )
        groups: dict[object, list[FactChange]] = {}
        for change in ranked:
            groups.setdefault(change.path[:1], []).append(change)
        together = [tuple(g) for g in groups.values() if len(g) > 1]
        everything = [tuple(ranked)] if len(groups) > 1 else []
        return [*((c,) for c in ranked[:_TRIED]), *together, *everything]


def _changed(change: Change) -> list[Piece]:
    return [p for p in change.pieces if p.changed]


def _texts(drafts: Iterable[Draft]) -> frozenset[str]:
    return frozenset(p.text for d in drafts for p in d.paragraphs)
