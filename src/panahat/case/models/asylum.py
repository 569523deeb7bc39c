"""The asylum procedure: claims, decisions, appeals."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from panahat.case.models.acts import Act
from panahat.case.models.base import BodyKey, Day, Facts, Named, Number, Proof, Text, Words, proof


class Certificate(Facts):
    """The certificate of a person who seeks asylum (Law on Refugees, art. 1)."""

    number: Number | None = Field(None, description="number of the certificate; none if it has none")
    issued: Day = Field(description="date of issue")
    expires: Day | None = Field(None, description="valid until")
    proof: Proof = proof()


class Appeal(Facts):
    """A complaint or claim against a decision on asylum."""

    to: Named = Field(description="body or court it was lodged with, in the nominative")
    filed: Day = Field(description="date of lodging")
    status: Literal["pending", "dismissed", "upheld"] = Field(description="pending, dismissed or upheld")
    decided: Day | None = Field(None, description="date of the outcome")
    number: Number | None = Field(None, description="number of the appeal case; none if it has none")
    proof: Proof = proof()


class AsylumDecision(Act):
    """A decision on a claim for refugee status."""

    by: Named | None = Field(
        None, description="body that decided, in the nominative, if not the one that took the claim"
    )
    on: Day = Field(description="date of the decision")
    outcome: Literal["granted", "refused", "terminated", "revoked"] = Field(description="outcome of the claim")
    reasons: Text | None = Field(None, description="reasons the decision gives")
    appeal: Appeal | Literal["none"] | None = Field(
        None, description="complaint or claim against the decision; none if there is none; leave out if not known"
    )


class Claim(Facts):
    """An application for refugee status."""

    filed: Day = Field(description="date of the application")
    authority: Named = Field(description="body that received it, in the nominative")
    authority_key: BodyKey | None = Field(None, description="key of that body in the law data, if it is there")
    how: Words | None = Field(None, description="how it was lodged: «через администрацию следственного изолятора»")
    registered: Day | None = Field(None, description="date of registration")
    certificate: Certificate | None = Field(None, description="certificate of the person who seeks asylum")
    earlier_certificates: tuple[Certificate, ...] = Field(
        (), max_length=20, description="certificates issued before this one, oldest first"
    )
    status: Literal["pending", "granted", "refused", "terminated", "withdrawn"] = Field(
        description="pending, granted, refused, terminated or withdrawn"
    )
    decisions: tuple[AsylumDecision, ...] = Field((), max_length=20, description="decisions on it, oldest first")
    proof: Proof = proof()
