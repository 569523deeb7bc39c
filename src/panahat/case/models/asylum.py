"""The asylum procedure: claims, decisions, appeals."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from panahat.case.models.acts import AdministrativeAct
from panahat.case.models.base import BodyKey, Day, Facts, Flag, Named, Number, Positive, Proof, Text, Words, proof


class Certificate(Facts):
    """The certificate of a person who seeks asylum (Law on Refugees, art. 1)."""

    number: Number | None = Field(None, description="number of the certificate; none if it has none")
    issued: Day = Field(description="date of issue")
    expires: Day | None = Field(None, description="valid until")
    proof: Proof = proof()


class AsylumDecision(AdministrativeAct):
    """A decision on a claim for refugee status."""

    by: Named | None = Field(
        None, description="body that decided, in the nominative, if not the one that took the claim"
    )
    on: Day = Field(description="date of the decision")
    outcome: Literal["granted", "refused", "terminated", "revoked"] = Field(description="outcome of the claim")
    reasons: Text | None = Field(None, description="reasons the decision gives")
    ground: tuple[
        Literal["12-1", "12-2", "12-3", "12-4", "12-5", "12-6", "12-7", "12-8", "12-9", "12-10", "unstated"], ...
    ] = Field((), max_length=11, description="subpoints of article 12 of the Law on Refugees the refusal rests on")


class Interview(Facts):
    """The interview on the asylum claim."""

    on: Day | None = Field(None, description="day of the interview")
    minutes: Positive | None = Field(None, description="how long it lasted, in minutes")
    interpreter_needed: Flag | None = Field(None, description="the client needed an interpreter")
    interpreter_provided: Flag | None = Field(None, description="an interpreter took part")
    lawyer_present: Flag | None = Field(None, description="a lawyer took part")
    record_made: Flag | None = Field(None, description="minutes of the interview were drawn up")
    record_given: Flag | None = Field(None, description="a copy of the minutes was given")
    record_correct: Flag | None = Field(None, description="the minutes say what the client said")
    cut_short: Flag | None = Field(None, description="the client was not allowed to finish")
    mistaken: Text | None = Field(None, description="what the decision got wrong because of this, in full sentences")
    proof: Proof = proof()


class Hearing(Facts):
    """The hearing before the decision (Administrative Procedure Code, art. 73)."""

    notified_on: Day | None = Field(None, description="day the client was told of the preliminary decision")
    preliminary_given: Flag | None = Field(None, description="the preliminary decision was given")
    held: Flag | None = Field(None, description="the client was heard on it")
    objections_filed: Day | None = Field(None, description="day objections were lodged")
    proof: Proof = proof()


class FileAccess(Facts):
    """Access to the file of the case."""

    asked_on: Day | None = Field(None, description="day access to the file was asked for")
    given_on: Day | None = Field(None, description="day access was given")
    refused: Flag | None = Field(None, description="access was refused")
    proof: Proof = proof()


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
    late_reason: Text | None = Field(
        None, description="why the application was made later than five days, in full sentences"
    )
    fingerprints: Literal["given", "refused", "not-asked"] | None = Field(
        None, description="fingerprints: given, refused or not asked for"
    )
    interview: Interview | None = Field(None, description="interview on the claim")
    hearing: Hearing | None = Field(None, description="hearing before the decision")
    file_access: FileAccess | None = Field(None, description="access to the file")
    postponed: Flag | None = Field(None, description="the decision was postponed for more checks")
    decisions: tuple[AsylumDecision, ...] = Field((), max_length=20, description="decisions on it, oldest first")
    proof: Proof = proof()
