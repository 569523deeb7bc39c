"""The proof of a redline: all changes accepted it is the new document, all rejected the old one."""

from __future__ import annotations

from collections.abc import Sequence

from panahat.problems import Problem, Refused
from panahat.review import codes
from panahat.review.redlining.contents import FRAME, NOTES, TEXT, Contents, Place, differences
from panahat.review.redlining.contents_reading import contents
from panahat.review.redlining.revisions import accept_all, reject_all, tracked

_NAMED = 8


def prove(redline: bytes, old: Contents, new: Contents) -> None:
    """Raises Refused (`review/redline-broken`) unless the redline gives back both documents and nothing stays tracked."""
    rejected, accepted = reject_all(redline), accept_all(redline)
    places = [*differences(old, contents(rejected)), *differences(new, contents(accepted))]
    if tracked(rejected) or tracked(accepted):
        places.append(Place(TEXT, 0))
    if places:
        raise Refused([Problem(codes.REDLINE_BROKEN, facts={s: _numbers(places, s) for s in (TEXT, FRAME, NOTES)})])


def _numbers(places: Sequence[Place], story: str) -> str:
    """The numbers of the paragraphs in `story`, the first few; «–» where there are none."""
    found = sorted({p.number for p in places if p.story == story})
    shown = ", ".join(str(n) if n else "?" for n in found[:_NAMED])
    return shown + (", …" if len(found) > _NAMED else "") if found else "–"
