"""Questions about the asylum procedure; the latest claim counts."""

from __future__ import annotations

from panahat.argue.look import Look
from panahat.argue.tests.named import test
from panahat.argue.truth import Truth, some
from panahat.messages import N_


def status(look: Look) -> str | None:
    """The status of the latest claim, «absent» where none was made, None where that is not known."""
    claims = look("asylum")
    if claims is None:
        return None
    latest = look.last("asylum")
    return str(latest("status")) if latest else "absent"


def has_status(look: Look, wanted: str) -> Truth:
    found = status(look)
    return None if found is None else found == wanted


@test("no-asylum-claim", N_("no asylum claim has been made"))
def no_asylum_claim(look: Look) -> Truth:
    return has_status(look, "absent")


@test("claim-pending", N_("an asylum claim has not been decided"))
def claim_pending(look: Look) -> Truth:
    return has_status(look, "pending")


@test("asylum-granted", N_("asylum has been granted and the status stands"))
def asylum_granted(look: Look) -> Truth:
    return has_status(look, "granted")


@test("refusal-under-appeal", N_("asylum was refused and the refusal is under appeal"))
def refusal_under_appeal(look: Look) -> Truth:
    refused = has_status(look, "refused")
    if not refused:
        return refused
    claim = look.last("asylum")
    assert claim is not None
    decision = claim.last("decisions")
    if decision is None:
        # Status «refused» with no decision told: whether it was appealed cannot be known either.
        claim.missing[(*claim.path, "decisions")] = None
        return None
    if decision.glance("appeal") == "none":
        return False
    outcome = decision("appeal.status")
    return None if outcome is None else outcome == "pending"


def protection_stands(look: Look) -> Truth:
    """Whether asylum was granted, is sought, or is still fought for."""
    return some([asylum_granted(look), claim_pending(look), refusal_under_appeal(look)])
