"""The asylum claim: status beside decisions and appeals, the certificate, the receiving body."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import chain
from typing import TYPE_CHECKING

from panahat.case import codes
from panahat.case.rules.dates import CONTESTED
from panahat.case.rules.scene import Scene
from panahat.problems import Path, Problem

if TYPE_CHECKING:
    from panahat.case.models.asylum import Claim

_OUTCOMES: Mapping[str, frozenset[str]] = {
    "granted": frozenset({"granted"}),
    "refused": frozenset({"refused"}),
    "terminated": frozenset({"terminated", "revoked"}),
}
_ENDING = frozenset({"refused", "terminated", "revoked", "granted"})


def statuses(scene: Scene) -> Iterator[Problem]:
    """The status of each claim beside its last decision and the appeal against it."""
    claims = scene.case.asylum or ()
    for n, claim in enumerate(claims):
        yield from _status(scene, claim, ("asylum", n))
    pending = [n for n, claim in enumerate(claims) if claim.status == "pending"]
    for n in pending[:-1]:
        yield scene.problem(codes.CLAIMS_PENDING, ("asylum", n, "status"))


def _status(scene: Scene, claim: Claim, path: Path) -> Iterator[Problem]:
    last = claim.decisions[-1] if claim.decisions else None
    appeal = last.appeal if last is not None else None
    upheld = appeal is not None and appeal != "none" and appeal.status == "upheld"
    here = (*path, "status")
    if claim.status == "pending":
        if last is not None and last.outcome in _ENDING and not upheld:
            yield scene.problem(codes.CLAIM_PENDING_DECIDED, here)
    elif claim.status in _OUTCOMES:
        if last is None:
            yield scene.problem(codes.CLAIM_STATUS_WITHOUT_DECISION, here)
        elif last.outcome is not None and last.outcome not in _OUTCOMES[claim.status] and not upheld:
            yield scene.problem(codes.CLAIM_STATUS_AGAINST_DECISION, here)
        elif upheld and last.outcome in _OUTCOMES[claim.status]:
            yield scene.problem(codes.CLAIM_APPEAL_UPHELD, here)


def appeals(scene: Scene) -> Iterator[Problem]:
    """The status of each complaint and appeal beside the day of its outcome."""
    for path, appeal in chain.from_iterable(scene.expand(pattern) for pattern in CONTESTED):
        if appeal in (None, "none"):
            continue
        if appeal.status == "pending" and appeal.decided is not None:
            yield scene.problem(codes.APPEAL_DECIDED, (*path, "decided"))
        if appeal.status not in ("pending", None) and appeal.decided is None:
            yield scene.problem(codes.APPEAL_UNDATED, (*path, "decided"))


def certificates(scene: Scene) -> Iterator[Problem]:
    """A certificate that ran out while the claim is pending."""
    for n, claim in enumerate(scene.case.asylum or ()):
        paper = claim.certificate
        if claim.status == "pending" and paper is not None and paper.expires and paper.expires < scene.case.filing.on:
            yield scene.problem(codes.CERTIFICATE_EXPIRED, ("asylum", n, "certificate", "expires"))


def bodies(scene: Scene) -> Iterator[Problem]:
    """The key of the receiving body."""
    for path, key in scene.expand("asylum[].authority_key"):
        if key not in scene.law.bodies:
            yield scene.problem(codes.UNKNOWN_BODY, path, known=", ".join(sorted(scene.law.bodies)))
