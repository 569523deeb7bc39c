"""The state of the asylum procedure in one word, for texts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from panahat.case.models import Case

State = Literal["absent", "pending", "refused-under-appeal", "refused", "granted", "ended"]


def claim_state(case: Case) -> State | None:
    """The state of the latest claim: «ended» when terminated or withdrawn, «absent» when none was made, None if not told."""
    if case.asylum is None:
        return None
    if not case.asylum:
        return "absent"
    claim = case.asylum[-1]
    if claim.status in ("terminated", "withdrawn"):
        return "ended"
    if claim.status == "refused":
        appeal = claim.decisions[-1].appeal if claim.decisions else None
        fought = appeal is not None and appeal != "none" and appeal.status == "pending"
        return "refused-under-appeal" if fought else "refused"
    return "granted" if claim.status == "granted" else "pending"
