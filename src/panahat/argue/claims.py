"""The state of the asylum procedure in one word; the latest claim counts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from panahat.case.facts import get, latest

if TYPE_CHECKING:
    from panahat.argue.look import Look
    from panahat.case.models import Case
    from panahat.problems import Path

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
        fought = contested(case)
        return "refused-under-appeal" if fought and get(case, (*fought, "status")) == "pending" else "refused"
    return "granted" if claim.status == "granted" else "pending"


def contested(case: Case) -> Path:
    """The path of what was last done against the last decision: the claim in court, else the complaint; () for nothing."""
    here: Path = latest(case, "asylum.decisions") if case.asylum and case.asylum[-1].decisions else ()
    told = ((*here, remedy) for remedy in ("appeal", "complaint")) if here else ()
    return next((path for path in told if get(case, path) not in (None, "none")), ())


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
    if decision.glance("complaint.status") == "pending":
        return frozenset({"refused-under-appeal"})
    if decision.glance("appeal") == "none":
        return frozenset({"refused"})
    outcome = decision("appeal.status")
    if outcome is None:
        return frozenset({"refused", "refused-under-appeal"})
    return frozenset({"refused-under-appeal" if outcome == "pending" else "refused"})
