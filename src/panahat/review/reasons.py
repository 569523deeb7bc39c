"""What a cause is; what is behind the words of a paragraph; and what the source of one side alone can tell of a change."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from panahat.argue.model import Decision
from panahat.case.comparing import FactChange
from panahat.case.facts import path_of
from panahat.case.needs import dotted
from panahat.drafting.model import Draft, Paragraph
from panahat.messages import LANGUAGES
from panahat.problems import Path
from panahat.review.anchoring import AS_DRAFTED, Anchored, anchor
from panahat.review.comparing import Change
from panahat.review.document import Document, Unit

FACT, ARGUMENT, NORM, WORDING, BY_HAND = "fact", "argument", "norm", "wording", "by-hand"
CONDITION, SHIFTED, UNKNOWN = "condition", "shifted", "unknown"
OLD, NEW = "old", "new"
SHOWN = 6
"""How many facts of one kind are named."""


@dataclass(frozen=True, slots=True)
class Cause:
    """One reason of a change, by its `kind`.

    fact: `name` is its path, `before` and `after` as written, `line` in `file`; argument: its id, `title` and verdicts;
    norm: its key; wording: the template or argument; by-hand: `side` (old or new) is the document that was edited; condition:
    what the template asks; shifted: a number that moved with the paragraphs before it; unknown. `certain` is False where the
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
    title: str = ""


@dataclass(frozen=True)
class Side:
    """One document beside the drafts it was made from, which `make` makes when they are first asked for.

    `untouched`: it is known to be just as it was generated. `line` gives the line of a fact in the case `file`.
    """

    document: Document
    make: Callable[[], Sequence[Draft]]
    layout: str
    file: str
    untouched: bool | None = None
    line: Callable[[Path], int | None] = field(default=lambda _: None)

    @cached_property
    def drafts(self) -> Sequence[Draft]:
        return self.make()

    @property
    def language(self) -> str:
        """The language of the document; the first one of a document in two."""
        return next((d.language for d in self.drafts), "")

    @cached_property
    def by_unit(self) -> Mapping[Unit, Anchored]:
        """Each paragraph of the document beside the draft's."""
        return {a.unit: a for a in anchor(self.document, self.drafts, self.layout) if a.unit is not None}

    def lacks(self, paragraph: Paragraph | None) -> bool:
        """Whether a paragraph of the drafts is nowhere in the document."""
        return paragraph is not None and not self.untouched and id(paragraph) not in self._held

    @cached_property
    def _held(self) -> frozenset[int]:
        return frozenset(id(a.paragraph) for a in self.by_unit.values() if a.paragraph is not None)

    @cached_property
    def paragraphs(self) -> tuple[Paragraph, ...]:
        return tuple(p for d in self.drafts for p in d.paragraphs)

    def title(self, decision: Decision) -> str:
        """What an argument is called in the language of the filing."""
        return next((decision.argument.title.get(d.language, "") for d in self.drafts), "")

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

    @cached_property
    def sources(self) -> frozenset[str]:
        """The origins whose wording changed, as paragraphs name them: templates by file, arguments by id."""
        return frozenset(n.split("/")[1] if n.startswith("arguments/") else n for n in self.wording)


def by_hand(found: Anchored | None) -> bool:
    """Whether a paragraph of a document is not as its draft has it."""
    return found is None or found.state != AS_DRAFTED


_LENGTH = 120
_KEYS = 3


def short(value: object, language: str = "") -> str:
    """A value in a few words: a text as written, a group by its first values, a list by its items; «» for none.

    A text is told in `language`, or in the first that it has where it is not told in that one.
    """
    return _cut(_words(value, language))


def _words(value: object, language: str) -> str:
    if isinstance(value, dict):
        if value.keys() <= set(LANGUAGES):
            return _words(value.get(language) or next(iter(value.values()), None), language)
        told = [v for k, v in value.items() if v not in (None, [], {}) and k != "id"]
        return "; ".join(_words(v, language) for v in told[:_KEYS])
    if isinstance(value, list):
        return ", ".join(_words(v, language) for v in value)
    return "" if value is None else " ".join(str(value).split())


def _cut(text: str) -> str:
    return text if len(text) <= _LENGTH else text[: _LENGTH - 1] + "…"


def touched(paragraph: Paragraph | None, ranges: Sequence[tuple[int, int]]) -> Iterator[tuple[str, str]]:
    """(kind, name) of what is behind the printed texts that meet one of the ranges of characters."""
    for words in paragraph.spoken if paragraph else ():
        at = paragraph.text.find(words.text) if paragraph and words.text else -1
        while paragraph is not None and at >= 0:
            end = at + len(words.text)
            if any(a < end and at < b if a < b else at <= a <= end for a, b in ranges):
                yield from words.sources
                break
            at = paragraph.text.find(words.text, at + 1)


def related(name: str, path: Path | None) -> bool:
    """Whether a fact's name and a changed path are the same, or one lies inside the other."""
    if path is None:
        return False
    other = dotted(path)
    return name == other or other.startswith((f"{name}.", f"{name}[")) or name.startswith((f"{other}.", f"{other}["))


def deciding(decision: Decision, others: Mapping[str, Decision]) -> list[str]:
    """The facts that made a decision, or those of the argument that excluded it; the most exact ones."""
    if decision.choice:
        return [dotted(decision.choice)]
    other = others.get(decision.because)
    findings = other.findings if other else decision.deciding or decision.findings
    facts = [f for x in findings for f in (*x.facts, *x.missing)]
    return list(dict.fromkeys(dotted(f) for f in facts if not any(f != g and g[: len(f)] == f for g in facts)))


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
        title = self.side.title(decision)
        return [Cause(ARGUMENT, decision.argument.id, "", decision.verdict, certain=False, title=title), *facts[:SHOWN]]

    def _wording(self, paragraph: Paragraph) -> Cause:
        return Cause(WORDING, paragraph.origin.name, certain=paragraph.origin.name in self.known.sources)

    def _told(self, name: str, before: str = "", after: str = "") -> Cause:
        """A fact of the known side, with the words of the texts for its values."""
        line = self.side.line(path_of(name))
        return Cause(FACT, name, before.strip(), after.strip(), self.side.file, line, certain=False)
