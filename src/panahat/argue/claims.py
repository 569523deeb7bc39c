"""The state of the asylum procedure in one word; the latest claim counts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from panahat.argue.look import Look
    from panahat.case.models import Case

State = Literal["absent", "pending", "refused-under-appeal", "refused", "granted", "ended"]
STATES: tuple[State, ...] = ("absent", "pending", "refused-under-appeal", "refused", "granted", "ended")
_UNKNOWN: frozenset[State] = frozenset(STATES)


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


def stages(look: Look) -> frozenset[State]:
    """Every state the procedure may be in by what the case tells; what is missing stays on record."""
    claims = look("asylum")
    if claims is None:
        return _UNKNOWN
    claim = look.last("asylum")
    if claim is None:
        return frozenset({"absent"})
    status = claim("status")
    if status is None:
        return _UNKNOWN - {"absent"}
    if status != "refused":
        return frozenset({"ended" if status in ("terminated", "withdrawn") else status})
    decision = claim.last("decisions")
    if decision is None:
        # Status «refused» with no decision told: whether it was appealed cannot be known either.
        claim.lacks("decisions")
        return frozenset({"refused", "refused-under-appeal"})
    if decision.glance("appeal") == "none":
        return frozenset({"refused"})
    outcome = decision("appeal.status")
    if outcome is None:
        return frozenset({"refused", "refused-under-appeal"})
    return frozenset({"refused-under-appeal" if outcome == "pending" else "refused"})
