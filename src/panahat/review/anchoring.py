"""Which paragraph of a document is which of the draft it was made from, so that no mark in the file is needed for it.

The document may have been opened, edited in places and saved by Word or LibreOffice since.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from panahat.aligning import align
from panahat.drafting.model import Draft, Paragraph
from panahat.review.document import BODY, Document, Unit

AS_DRAFTED, EDITED, ADDED, REMOVED = "as-drafted", "edited", "added", "removed"


@dataclass(frozen=True, slots=True)
class Anchored:
    """A paragraph of the document beside the draft's: `unit` None where it is gone, `paragraph` None where it is not ours.

    `language` is the draft's; `moved` where it stands in another place than in the draft.
    """

    unit: Unit | None
    paragraph: Paragraph | None
    language: str
    moved: bool = False

    @property
    def state(self) -> str:
        """as-drafted, edited, added or removed."""
        if self.unit is None:
            return REMOVED
        if self.paragraph is None:
            return ADDED
        return AS_DRAFTED if self.unit.text == self.paragraph.text else EDITED


def anchor(document: Document, drafts: Sequence[Draft], layout: str = "pages") -> tuple[Anchored, ...]:
    """Every paragraph of the document's text, in order, and every paragraph of the drafts that is not there, in its place.

    `layout` «columns»: the first draft stands in the left cells, the second in the right ones.
    """
    if layout == "columns" and len(drafts) > 1:
        sides = [[u for u in document.body if u.place[2:3] == (n,)] for n in (1, 2)]
        rest = [u for u in document.body if u.place[2:3] not in ((1,), (2,))]
        found = [a for side, draft in zip(sides, drafts, strict=False) for a in _anchored(side, [draft])]
        order = {id(u): n for n, u in enumerate(document.body)}
        both = [*_placed(found, order), *((order[id(u)], Anchored(u, None, "")) for u in rest)]
        return tuple(a for _, a in sorted(both, key=lambda row: row[0]))
    return tuple(_anchored(document.body, drafts))


def _anchored(units: Sequence[Unit], drafts: Sequence[Draft]) -> Iterator[Anchored]:
    ours = [(p, d.language) for d in drafts for p in d.paragraphs]
    for pair in align([p.text for p, _ in ours], [u.text for u in units]):
        unit = units[pair.new] if pair.new is not None else None
        paragraph, language = ours[pair.old] if pair.old is not None else (None, "")
        yield Anchored(unit, paragraph, language, pair.moved)


def _placed(found: Sequence[Anchored], order: dict[int, int]) -> Iterator[tuple[float, Anchored]]:
    """Each with its place in the document; what is gone right after its predecessor."""
    at = -0.5
    for a in found:
        at = order[id(a.unit)] if a.unit is not None else at + 0.001
        yield at, a


def headers(document: Document) -> tuple[Unit, ...]:
    """The paragraphs of headers, footers and notes."""
    return tuple(u for u in document.units if u.story != BODY)
