"""What a cause is, and what must be known of the two sides to find one."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from panahat.review.anchoring import AS_DRAFTED, Anchored, anchor
from panahat.review.document import Document, Unit

if TYPE_CHECKING:
    from panahat.argue import Decision
    from panahat.case import FactChange
    from panahat.draft import Draft, Paragraph
    from panahat.problems import Path

FACT, ARGUMENT, NORM, WORDING, BY_HAND = "fact", "argument", "norm", "wording", "by-hand"
CONDITION, SHIFTED, UNKNOWN = "condition", "shifted", "unknown"
OLD, NEW = "old", "new"
SHOWN = 6
"""How many facts of one kind are named."""


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
