"""Why a paragraph changed: which fact, argument, norm or wording moved, or whose hand.

Both sides are anchored to the drafts they were made from. What differs between the drafts has its cause in the inputs: the
facts printed in the changed words first, then those of the paragraph, then those that decided its argument; where no
paragraph names the fact (a condition, a number that shifted), the draft is made again with one change undone, and the
change without which the paragraph would not be as it is, is the cause. What differs from its draft was edited by hand.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from panahat.aligning import align
from panahat.case import dotted, path_of
from panahat.review.anchoring import Anchored
from panahat.review.comparing import Change
from panahat.review.document import BODY, Unit
from panahat.review.values import short

if TYPE_CHECKING:
    from panahat.argue import Decision
    from panahat.case import FactChange
    from panahat.draft import Draft, Paragraph
    from panahat.problems import Path

FACT, ARGUMENT, NORM, WORDING, BY_HAND = "fact", "argument", "norm", "wording", "by-hand"
CONDITION, SHIFTED, UNKNOWN = "condition", "shifted", "unknown"
OLD, NEW = "old", "new"
_TRIED = 24
_SAME = 0.75  # how alike a paragraph and an argument's text must be: names and dates in it may differ
_SHOWN = 6


@dataclass(frozen=True, slots=True)
class Cause:
    """One reason of a change, by its `kind`.

    fact: `name` is its path, `before` and `after` as written, `line` in `file`; argument: its id and verdicts; norm: its
    key; wording: the template or argument; by-hand: `side` (old or new) is the document that was edited; condition: what
    the template asks; shifted: a number that moved with the paragraphs before it; unknown. `certain` is False where the
    other side's inputs are not known.
    """

    kind: str
    name: str = ""
    before: str = ""
    after: str = ""
    file: str = ""
    line: int | None = None
    side: str = NEW
    certain: bool = True


@dataclass(frozen=True)
class Side:
    """One document beside the drafts it was made from."""

    anchored: Sequence[Anchored]
    drafts: Sequence[Draft]
    file: str
    untouched: bool | None = None
    line: Callable[[Path], int | None] = field(default=lambda _: None)

    @cached_property
    def by_unit(self) -> Mapping[Unit, Anchored]:
        return {a.unit: a for a in self.anchored if a.unit is not None}

    @cached_property
    def paragraphs(self) -> tuple[Paragraph, ...]:
        return tuple(p for d in self.drafts for p in d.paragraphs)

    @cached_property
    def decisions(self) -> Mapping[str, Decision]:
        return {d.argument.id: d for draft in self.drafts for d in draft.decisions}


@dataclass(frozen=True)
class Known:
    """What is known of the inputs between the two sides.

    `facts` changed; names of templates and arguments whose `wording` changed; keys of `norms` that changed. `without`
    gives the new drafts with changes of facts undone, `reworded` the new facts in the old wording and law;
    `left_out` the text that an argument not pleaded would have, by its id; `other_text` is the text of the document whose
    source is not known.
    """

    facts: Sequence[FactChange] = ()
    wording: frozenset[str] = frozenset()
    norms: frozenset[str] = frozenset()
    without: Callable[[Sequence[FactChange]], Sequence[Draft] | None] = lambda _: None
    reworded: Callable[[], Sequence[Draft] | None] = lambda: None
    left_out: Callable[[str], Mapping[str, Sequence[str]]] = lambda _: {}
    other_text: str = ""


class Causes:
    """The causes of changes between two sides, either of which may have no known source."""

    def __init__(self, old: Side | None, new: Side | None, known: Known) -> None:
        self.old = old
        self.new = new
        self.known = known
        self._undone: dict[int, frozenset[str] | None] = {}

    def of(self, change: Change) -> tuple[Cause, ...]:
        """Why `change` came about, the nearest cause first."""
        if change.unit.story != BODY:
            return self._of_frame()
        if self.old and self.new:
            found = self._both(change)
        elif self.new:
            found = self._one(change, self.new, NEW)
        elif self.old:
            found = self._one(change, self.old, OLD)
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

    # both sides known

    def _both(self, change: Change) -> list[Cause]:
        old, new = self.old, self.new
        if old is None or new is None:
            return []
        out: list[Cause] = []
        p = old.by_unit.get(change.old) if change.old else None
        q = new.by_unit.get(change.new) if change.new else None
        was, now = p.paragraph if p else None, q.paragraph if q else None
        if p is None and now is not None:
            was = self._counterparts[1].get(id(now))
        if q is None and was is not None:
            now = self._counterparts[0].get(id(was))
        if (change.new and _by_hand(q)) or (change.new is None and now is not None and was is not None):
            out.append(Cause(BY_HAND, side=NEW))
        if (change.old and _by_hand(p)) or (change.old is None and was is not None and now is not None):
            out.append(Cause(BY_HAND, side=OLD))
        if (was.text if was else "") != (now.text if now else ""):
            out = [*self._generated(change, was, now), *out]
        elif not out and ((p and p.moved) or (q and q.moved)):
            out.append(Cause(BY_HAND, side=NEW if q and q.moved else OLD))
        elif not out and was is not None and now is not None:
            out += self._undoing(was, now)
        return out

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
            names = {p.origin.name for p in (was, now) if p} & self._sources
            out += [Cause(WORDING, name) for name in sorted(names)]
            if out and rewritten:
                return out
        facts = self._facts_in_words(change, was, now) or self._facts_of(was, now)
        argument = self._argument(was, now) if was is None or now is None else []
        return [*argument, *facts, *out] or self._undoing(was, now)

    @cached_property
    def _sources(self) -> frozenset[str]:
        """The origins whose wording changed: templates by file, arguments by id."""
        return frozenset(n.split("/")[1] if n.startswith("arguments/") else n for n in self.known.wording)

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
        ranges = [p for p in change.pieces if p.changed]
        touched = {
            OLD: set(_touched(was, [(p.at, p.at + len(p.old)) for p in ranges])) if was and change.old else set(),
            NEW: set(_touched(now, [(p.to, p.to + len(p.new)) for p in ranges])) if now and change.new else set(),
        }
        return self._matching({side: [n for k, n in found if k == "fact"] for side, found in touched.items()}) or (
            self._annexes() if any(k == "annex" for found in touched.values() for k, _ in found) else []
        )

    def _facts_of(self, was: Paragraph | None, now: Paragraph | None) -> list[Cause]:
        return self._matching({OLD: was.facts if was else (), NEW: now.facts if now else ()})

    def _matching(self, names: Mapping[str, Iterable[str]]) -> list[Cause]:
        """The causes for those changed facts that `names` (old and new paths) name."""
        return [
            self.fact(c)
            for c in self.known.facts
            if any(_related(n, c.old_path) for n in names[OLD]) or any(_related(n, c.new_path) for n in names[NEW])
        ]

    def _annexes(self) -> list[Cause]:
        """An annex that came, went or changed places shifts the numbers of others."""
        return [self.fact(c) for c in self.known.facts if c.path[:1] == ("annexes",)][:_SHOWN]

    def fact(self, change: FactChange) -> Cause:
        """A changed fact as a cause."""
        new = change.new_path is not None
        side = self.new if new else self.old
        line = change.new_line if new else change.old_line
        return Cause(
            FACT, dotted(change.path), short(change.before), short(change.after), side.file if side else "", line
        )

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
        out = [Cause(ARGUMENT, id, first, second)]
        other = next((d.because for d in (after, before) if d and d.because and all(self._decided(d.because))), "")
        if other:
            out += self._verdict(other)[:1]
        return [*out, *self._matching({OLD: self._turned(id, before), NEW: self._turned(id, after)})[:_SHOWN]]

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
        for n, changes in enumerate(self._likeliest):
            if n not in self._undone:
                made = self.known.without(changes)
                self._undone[n] = None if made is None else _texts(made)
            texts = self._undone[n]
            if texts is None:
                continue
            if (now is not None and now.text not in texts) or (now is None and was is not None and was.text in texts):
                return [self.fact(change) for change in changes][:_SHOWN]
        return []

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

    # one side known

    def _one(self, change: Change, side: Side, which: str) -> list[Cause]:
        """The causes as far as one side's source tells them."""
        mine = change.new if which == NEW else change.old
        if mine is None:
            return self._left_out(change, side)
        found = side.by_unit.get(mine)
        if _by_hand(found):
            return [Cause(BY_HAND, side=which)]
        paragraph = found.paragraph if found else None
        if paragraph is None:
            return []
        if change.numbers:
            return [Cause(SHIFTED)]
        if change.old is None or change.new is None:
            return self._came(paragraph, side)
        out: list[Cause] = []
        rest = False
        for piece in change.pieces:
            if piece.changed:
                mine_at, words = (piece.to, piece.new) if which == NEW else (piece.at, piece.old)
                facts = [n for k, n in _touched(paragraph, [(mine_at, mine_at + len(words))]) if k in ("fact", "annex")]
                exact = len(set(facts)) == 1 and any(words.strip() in s.text for s in paragraph.spoken)
                out += [_told(side, n, piece.old if exact else "", piece.new if exact else "") for n in facts]
                rest = rest or not facts
        if rest:
            out.append(Cause(WORDING, paragraph.origin.name, certain=paragraph.origin.name in self._sources))
        return out

    def _came(self, paragraph: Paragraph, side: Side) -> list[Cause]:
        """Why a paragraph stands in the known document alone: its argument, or the facts that only it tells."""
        decision = side.decisions.get(paragraph.origin.name) if paragraph.origin.kind == "argument" else None
        if decision is not None:
            facts = [_told(side, name, "", "") for name in _deciding(decision, side.decisions)]
            return [Cause(ARGUMENT, decision.argument.id, "", decision.verdict, certain=False), *facts[:_SHOWN]]
        said = [s for s in paragraph.spoken if s.text and s.text not in self.known.other_text]
        names = dict.fromkeys(name for s in said for kind, name in s.sources if kind == "fact")
        told = [_told(side, name, "", "") for name in names][:_SHOWN]
        if not told and paragraph.condition:
            told = [Cause(CONDITION, paragraph.condition[-1])]
        return told or [Cause(WORDING, paragraph.origin.name, certain=paragraph.origin.name in self._sources)]

    def _left_out(self, change: Change, side: Side) -> list[Cause]:
        """A paragraph of the other document only: perhaps of an argument that this case no longer carries."""
        from rapidfuzz.distance.Indel import normalized_similarity
        from rapidfuzz.process import extractOne

        for draft in side.drafts:
            texts = [(id, text) for id, said in self.known.left_out(draft.language).items() for text in said]
            best = extractOne(
                change.unit.text, [text for _, text in texts], scorer=normalized_similarity, score_cutoff=_SAME
            )
            if best is not None:
                decision = side.decisions[texts[best[2]][0]]
                facts = [_told(side, name, "", "") for name in _deciding(decision, side.decisions)]
                return [Cause(ARGUMENT, decision.argument.id, "", decision.verdict, certain=False), *facts[:_SHOWN]]
        return []


def _told(side: Side, name: str, before: str, after: str) -> Cause:
    """A fact of the known side, with the words of the texts for its former value."""
    line = side.line(path_of(name))
    return Cause(FACT, name, before.strip(), after.strip(), side.file, line, certain=False)


def _by_hand(found: Anchored | None) -> bool:
    return (
        found is None or found.paragraph is None or (found.unit is not None and found.unit.text != found.paragraph.text)
    )


def _texts(drafts: Iterable[Draft]) -> frozenset[str]:
    return frozenset(p.text for d in drafts for p in d.paragraphs)


def _deciding(decision: Decision, others: Mapping[str, Decision]) -> list[str]:
    """The facts that made a decision, or those of the argument that excluded it; the most exact ones."""
    if decision.choice:
        return [dotted(decision.choice)]
    other = others.get(decision.because)
    findings = other.findings if other else decision.deciding or decision.findings
    facts = [f for x in findings for f in (*x.facts, *x.missing)]
    return list(dict.fromkeys(dotted(f) for f in facts if not any(f != g and g[: len(f)] == f for g in facts)))


def _touched(paragraph: Paragraph | None, ranges: Sequence[tuple[int, int]]) -> Iterator[tuple[str, str]]:
    """(kind, name) of what is behind the printed texts that meet one of the ranges of characters."""
    for words in paragraph.spoken if paragraph else ():
        at = paragraph.text.find(words.text) if paragraph and words.text else -1
        while paragraph is not None and at >= 0:
            end = at + len(words.text)
            if any(a < end and at < b if a < b else at <= a <= end for a, b in ranges):
                yield from words.sources
                break
            at = paragraph.text.find(words.text, at + 1)


def _related(name: str, path: Path | None) -> bool:
    """Whether a fact's name and a changed path are the same, or one lies inside the other."""
    if path is None:
        return False
    other = dotted(path)
    return name == other or other.startswith((f"{name}.", f"{name}[")) or name.startswith((f"{other}.", f"{other}["))
