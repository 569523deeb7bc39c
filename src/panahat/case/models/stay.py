"""The stay in Kazakhstan: refusals at the border and in transit, refused residence, hand-over without procedure."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from panahat.case.models.acts import Act, AdministrativeAct
from panahat.case.models.base import Day, Facts, Flag, Line, Moment, Named, Proof, Text, Words, proof


class ApplicationRefused(Act):
    """An asylum application that officers at the border or in transit did not take."""

    oral: Flag | None = Field(None, description="the application was made by word of mouth")
    reply: Text | None = Field(None, description="what the officers replied, in full sentences")


class Transit(Facts):
    """The transit zone or checkpoint where the client was kept out."""

    airport: Named | None = Field(None, description="airport or checkpoint, in the nominative")
    arrived: Moment | None = Field(None, description="day, and hour where known, of arrival there")
    applications: tuple[ApplicationRefused, ...] | None = Field(
        None, max_length=20, description="asylum applications that were not taken, oldest first; an empty list if none"
    )
    entry_refusal: Act | None = Field(None, description="refusal of entry")
    passport_taken: Flag | None = Field(None, description="the passport was taken away")
    passport_taken_by: Named | None = Field(None, description="who took the passport, in the nominative")
    return_planned: Moment | None = Field(None, description="day, and hour where known, of the flight back")
    return_to: Literal["origin-state", "departure-state", "third-state", "unknown"] | None = Field(
        None, description="where the client is to be sent"
    )
    conditions: Text | None = Field(None, description="conditions in the zone, in full sentences")
    proof: Proof = proof()


class ResidenceRefusal(AdministrativeAct):
    """A refusal of residence, or a decision that cuts the stay short."""

    ground: Text | None = Field(None, description="ground that the decision gives, in full sentences")
    ground_kind: (
        Literal["foreign-case", "migration-offence", "false-data", "funds", "security", "unstated", "other"] | None
    ) = Field(None, description="what kind of ground it is")
    heard: Flag | None = Field(None, description="the client was heard before the decision")


class PastOffence(Facts):
    """An administrative penalty of the last year."""

    article: Line = Field(description="article of the Code of Administrative Offences, as a number")
    on: Day = Field(description="day of the penalty")
    penalty: Words | None = Field(None, description="the penalty, in the nominative")
    proof: Proof = proof()


class Residence(Facts):
    """Residence or lawful stay that was refused."""

    kind: Literal["temporary", "permanent", "stay-cut", "entry-refusal"] | None = Field(
        None, description="temporary residence, permanent residence, a stay cut short, or entry"
    )
    applied: Day | None = Field(None, description="date of the application for residence")
    refusal: ResidenceRefusal | None = Field(None, description="decision that refuses residence")
    lawful_until: Day | None = Field(None, description="stay is lawful without the decision until")
    offences: tuple[PastOffence, ...] | None = Field(
        None, max_length=20, description="administrative penalties of the last year; an empty list if none"
    )
    ties: Text | None = Field(None, description="work, home, study, family, treatment in Kazakhstan, in full sentences")
    proof: Proof = proof()


class Enquiry(Facts):
    """A request of the lawyer about a person who was taken."""

    to: Named = Field(description="body that was asked, in the nominative")
    at: Moment | None = Field(None, description="day, and hour where known, of the request")
    number: Line | None = Field(None, description="registration number of the request")
    complaint: Flag | None = Field(None, description="it was a complaint to a prosecutor")
    reply: Literal["none", "refused", "informed"] | None = Field(None, description="reply to the request")
    replied_on: Day | None = Field(None, description="day of the reply")
    proof: Proof = proof()


class Witness(Facts):
    """What somebody saw or heard of the taking; no name."""

    what: Text = Field(description="what was seen or heard, in full sentences, without the witness's name")
    proof: Proof = proof()


class Handover(Act):
    """Detention by, or hand-over to, officers without any procedure: the act of those who took the client."""

    at: Moment | None = Field(None, description="day, and hour where known, the client was taken")
    where: Words | None = Field(None, description="where the client was taken, in the locative: «на рабочем месте»")
    taken_by: tuple[
        Literal[
            "police",
            "migration-police",
            "security-service",
            "border-service",
            "foreign-police",
            "foreign-military-police",
            "unknown",
        ],
        ...,
    ] = Field((), max_length=7, description="who took the client")
    documents_shown: Literal["none", "unclear", "ruling", "record"] | None = Field(
        None, description="documents that the officers showed"
    )
    record_made: Flag | None = Field(None, description="a record of detention was drawn up")
    stage: Literal["detained", "being-transferred", "transferred", "unknown"] | None = Field(
        None, description="how far the hand-over has gone"
    )
    whereabouts: Literal["known-in-kazakhstan", "known-abroad", "unknown"] | None = Field(
        None, description="whether it is known where the client is"
    )
    whereabouts_words: Words | None = Field(None, description="where the client is, in the locative")
    last_contact: Moment | None = Field(None, description="day, and hour where known, of the last contact")
    lawyer_refused: Flag | None = Field(None, description="the lawyer was refused access or information")
    lawyer_refused_by: Named | None = Field(None, description="who refused the lawyer, in the nominative")
    asylum_declared: Flag | None = Field(None, description="the client told the officers of the asylum claim")
    witnesses: tuple[Witness, ...] = Field((), max_length=20, description="what others saw or heard of the taking")
    requests: tuple[Enquiry, ...] = Field((), max_length=20, description="requests of the lawyer about the client")
