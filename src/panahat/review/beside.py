"""What two documents show beside their words, compared: pictures, equations, links, ticked boxes and the like."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from panahat.aligning import opcodes
from panahat.review.document import Document, Shown


@dataclass(frozen=True, slots=True)
class ThingChange:
    """One thing beside the text that differs: `old` or `new` is None where it is only in the other document."""

    old: Shown | None
    new: Shown | None

    @property
    def shown(self) -> Shown:
        """The thing as it is, or as it was."""
        found = self.new or self.old
        if found is None:
            raise ValueError("a change of nothing")
        return found


def compare_things(old: Document, new: Document) -> tuple[ThingChange, ...]:
    """The things that differ, kind by kind, each kind in the order of the text."""
    if [s.thing.form for s in old.things] == [s.thing.form for s in new.things]:
        return ()
    kinds = dict.fromkeys(s.thing.kind for document in (old, new) for s in document.things)
    return tuple(change for kind in kinds for change in _kind(_of(old, kind), _of(new, kind)))


def not_compared(old: Document, new: Document) -> dict[str, int]:
    """How many things of each kind say the same and are stored otherwise, so that how they look was not compared."""
    counts: dict[str, int] = {}
    for kind in dict.fromkeys(s.thing.kind for s in new.things if s.thing.look):
        known = {(s.thing.form, s.thing.look) for s in _of(old, kind)}
        forms = {form for form, _ in known}
        found = [s.thing for s in _of(new, kind)]
        count = sum(t.form in forms and (t.form, t.look) not in known for t in found)
        counts |= {kind: count} if count else {}
    return counts


def _of(document: Document, kind: str) -> list[Shown]:
    return [s for s in document.things if s.thing.kind == kind]


def _kind(old: Sequence[Shown], new: Sequence[Shown]) -> Iterator[ThingChange]:
    for a, b, c, d, equal in opcodes([s.thing.form for s in old], [s.thing.form for s in new]):
        if not equal:
            paired = min(b - a, d - c)
            yield from (ThingChange(old[a + n], new[c + n]) for n in range(paired))
            yield from (ThingChange(gone, None) for gone in old[a + paired : b])
            yield from (ThingChange(None, come) for come in new[c + paired : d])
