"""Why a paragraph changed, as far as the source of one side alone can tell.

The other document was made from a state that is not known: words inside a printed fact are told as that fact with the
words of both texts for its values; other words may be another wording, or somebody's hand.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from panahat.case import path_of
from panahat.review.comparing import Change
from panahat.review.printed import deciding, touched
from panahat.review.reasons import (
    ARGUMENT,
    BY_HAND,
    CONDITION,
    FACT,
    NEW,
    SHIFTED,
    SHOWN,
    WORDING,
    Cause,
    Known,
    Side,
    by_hand,
)

if TYPE_CHECKING:
    from panahat.argue import Decision
    from panahat.draft import Paragraph

_SAME = 0.75
"""How alike a paragraph and an argument's text must be: names and dates in it may differ."""


class OneSided:
    """The causes that the known `side` («old» or «new») tells."""

    def __init__(self, side: Side, which: str, known: Known) -> None:
        self.side = side
        self.which = which
        self.known = known

    def of(self, change: Change) -> list[Cause]:
        """Why `change` came about; empty where this side cannot tell."""
        mine = change.new if self.which == NEW else change.old
        if mine is None:
            return self._left_out(change)
        found = self.side.by_unit.get(mine)
        if by_hand(found):
            return [Cause(BY_HAND, side=self.which)]
        if found is None or found.paragraph is None:
            return []
        if change.numbers:
            return [Cause(SHIFTED)]
        if change.old is None or change.new is None:
            return self._came(found.paragraph)
        return self._words(change, found.paragraph)

    def _words(self, change: Change, paragraph: Paragraph) -> list[Cause]:
        out: list[Cause] = []
        rest = False
        for piece in (p for p in change.pieces if p.changed):
            at, words = (piece.to, piece.new) if self.which == NEW else (piece.at, piece.old)
            facts = [n for k, n in touched(paragraph, [(at, at + len(words))]) if k in ("fact", "annex")]
            exact = len(set(facts)) == 1 and any(words.strip() in s.text for s in paragraph.spoken)
            out += [self._told(n, piece.old if exact else "", piece.new if exact else "") for n in facts]
            rest = rest or not facts
        return [*out, self._wording(paragraph)] if rest else out

    def _came(self, paragraph: Paragraph) -> list[Cause]:
        """Why a paragraph stands in the known document alone: its argument, or the facts that only it tells."""
        decision = self.side.decisions.get(paragraph.origin.name) if paragraph.origin.kind == "argument" else None
        if decision is not None:
            return self._decided(decision)
        said = [s for s in paragraph.spoken if s.text and s.text not in self.known.other_text]
        names = dict.fromkeys(name for s in said for kind, name in s.sources if kind == "fact")
        told = [self._told(name) for name in names][:SHOWN]
        if not told and paragraph.condition:
            told = [Cause(CONDITION, paragraph.condition[-1])]
        return told or [self._wording(paragraph)]

    def _left_out(self, change: Change) -> list[Cause]:
        """A paragraph of the other document only: perhaps of an argument that this case no longer carries."""
        from rapidfuzz.distance.Indel import normalized_similarity
        from rapidfuzz.process import extractOne

        for draft in self.side.drafts:
            texts = [(id, text) for id, said in self.known.left_out(draft.language).items() for text in said]
            best = extractOne(
                change.unit.text, [text for _, text in texts], scorer=normalized_similarity, score_cutoff=_SAME
            )
            if best is not None:
                return self._decided(self.side.decisions[texts[best[2]][0]])
        return []

    def _decided(self, decision: Decision) -> list[Cause]:
        """An argument with its verdict, and the facts that decided it."""
        facts = [self._told(name) for name in deciding(decision, self.side.decisions)]
        return [Cause(ARGUMENT, decision.argument.id, "", decision.verdict, certain=False), *facts[:SHOWN]]

    def _wording(self, paragraph: Paragraph) -> Cause:
        return Cause(WORDING, paragraph.origin.name, certain=paragraph.origin.name in self.known.sources)

    def _told(self, name: str, before: str = "", after: str = "") -> Cause:
        """A fact of the known side, with the words of the texts for its values."""
        line = self.side.line(path_of(name))
        return Cause(FACT, name, before.strip(), after.strip(), self.side.file, line, certain=False)
