"""The letter for a humanitarian visa: where to, who recommends, what is known and how, who travels, on which papers."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from panahat.case.models.base import (
    Country,
    Day,
    Facts,
    Flag,
    Key,
    Line,
    Partial,
    PartialOrUnknown,
    Proof,
    Text,
    Words,
    proof,
)
from panahat.case.models.people import Document, Gender, PersonName, RelativeBirth

Paper = Literal[
    "identity",
    "form",
    "statement",
    "criminal-papers",
    "military-papers",
    "extradition-papers",
    "asylum-papers",
    "activity-proof",
    "press-proof",
    "recommendations",
    "vetting",
    "no-passport-note",
    "family-papers",
    "host",
    "mandate",
    "consent",
    "translations",
    "referral",
    "mfa-support",
    "sponsor",
]


class Organisation(Facts):
    """The organisation that recommends the client and signs the letter."""

    name: Words = Field(description="name of the organisation, in the nominative")
    mandate: Text = Field(description="what the organisation does, and its mandate in this case, in full sentences")
    since: PartialOrUnknown | None = Field(None, description="works since")
    registration: Words | None = Field(None, description="where and under which number it is registered")
    address: Words | None = Field(None, description="postal address of the organisation")
    phone: Line | None = Field(None, description="telephone of the organisation")
    email: Line | None = Field(None, description="e-mail of the organisation")
    proof: Proof = proof()


class Signatory(Facts):
    """A person who signs the letter, or answers for it."""

    name: PersonName = Field(description="name of the person")
    gender: Gender = Field(description="gender, for agreement of words")
    position: Words = Field(description="position in the organisation, in the nominative")
    phone: Line | None = Field(None, description="telephone of the person")
    email: Line | None = Field(None, description="e-mail of the person")


class Acquaintance(Facts):
    """Since when and how the organisation knows the client."""

    since: Partial = Field(description="knows the client since")
    how: Text = Field(description="how the organisation came to know the client, in full sentences")
    proof: Proof = proof()


class Statement(Facts):
    """One thing the letter says, and how the organisation knows it."""

    about: Literal["activity", "persecution", "kazakhstan", "return"] = Field(
        description="part of the letter it belongs to"
    )
    on: PartialOrUnknown | None = Field(None, description="date, or first day, of what the letter says")
    what: Text = Field(description="what the letter says, in full sentences; each local notion explained once")
    source: Literal["known", "documented", "reported"] = Field(
        description="known: seen by the organisation itself; documented: read in a paper; reported: told by someone"
    )
    by: Words | None = Field(
        None, description="who reported it, in the nominative, without names that put people in danger"
    )
    proof: Proof = proof()


class Tie(Facts):
    """What ties the client to the destination."""

    kind: Literal["host", "housing", "means", "work", "study", "language", "relatives", "other"] = Field(
        description="kind of tie to the destination"
    )
    what: Text = Field(description="the tie, in full sentences")
    proof: Proof = proof()


class Urgency(Facts):
    """Why waiting is not safe."""

    why: Text = Field(description="why waiting is not safe, in full sentences")
    until: Day | None = Field(None, description="day after which it is too late, if one is known")
    proof: Proof = proof()


class TravelPaper(Facts):
    """Whether the client can travel on a passport."""

    state: Literal["valid", "none", "expired", "taken", "refused"] = Field(
        description="state of the travel passport: valid, none, expired, taken away, or refused by the authorities"
    )
    biometric: Flag | None = Field(None, description="the travel passport has a chip")
    why: Text | None = Field(
        None, description="why there is no valid passport and why none can be had, in full sentences"
    )
    proof: Proof = proof()


class Companion(Facts):
    """A relative who travels with the client."""

    relation: Literal["spouse", "partner", "child", "parent", "sibling", "other"] = Field(
        description="relation to the client"
    )
    name: PersonName = Field(description="name of the relative")
    gender: Gender = Field(description="gender, for agreement of words")
    born: RelativeBirth = Field(description="date and place of birth")
    citizenship: Country = Field(description="citizenship of the relative")
    document: Document | None = Field(None, description="identity document of the relative")
    consents: Flag | None = Field(None, description="the relative, or whoever has custody, agrees to the request")
    proof: Proof = proof()


class Vetting(Facts):
    """A check of the client's service by an organisation."""

    by: Words = Field(description="who carried out the check, in the nominative")
    on: Day = Field(description="date of the findings")
    method: Text = Field(description="how the check was carried out, in full sentences")
    findings: Text = Field(description="what the check found, in full sentences")
    proof: Proof = proof()


class MilitaryService(Facts):
    """Military service of a client who left it; no route and no helpers are named."""

    unit: Words | None = Field(None, description="military unit")
    rank: Words | None = Field(None, description="rank, in the nominative")
    recruited: Text | None = Field(None, description="how the client came to serve, in full sentences")
    served_from: PartialOrUnknown | None = Field(None, description="service began on")
    left_on: PartialOrUnknown | None = Field(None, description="left the unit, or refused, on")
    took_part: Flag | None = Field(None, description="took part in fighting")
    did: Text | None = Field(None, description="what the client did and did not do in the service, in full sentences")
    reason: Text | None = Field(None, description="why the client refused, in full sentences")
    first_shown: PartialOrUnknown | None = Field(None, description="first showed the refusal on")
    no_crimes: Flag | None = Field(None, description="the client states not to have taken part in crimes")
    may_be_vetted: Flag | None = Field(None, description="the client is ready for a check and an interview")
    vetting: Vetting | None = Field(None, description="a check that was carried out already")
    proof: Proof = proof()


class Consent(Facts):
    """The client's consent to sharing these data with the state asked."""

    given: Flag = Field(description="the client gave consent")
    on: Day | None = Field(None, description="date of the consent")
    scope: Text | None = Field(None, description="what the consent covers, in full sentences")
    proof: Proof = proof()


class Confidence(Facts):
    """Whom these data must not reach."""

    not_to_home_state: Flag = Field(
        default=True, description="do not pass the data on to the authorities of the home state"
    )
    not_to_kazakhstan: Flag = Field(
        default=True, description="do not pass the data on to the authorities of Kazakhstan"
    )
    not_to_publish: Flag = Field(default=True, description="do not publish the data")


class Attached(Facts):
    """Which annexes are the papers the state expects."""

    kind: Paper = Field(description="kind of paper the state expects")
    proof: Proof = Field(min_length=1, description="annexes that are this paper: ids, also with a sheet")


class Visa(Facts):
    """The request for a humanitarian visa or a laissez-passer."""

    destination: Key = Field(description="state asked, by its key in the law data, for example france")
    fallback: Key | None = Field(
        None, description="state to ask if the first refuses, by its key in the law data; not printed in the letter"
    )
    programme: Key | None = Field(
        None,
        description="programme of that state, by its key in the law data; leave empty to ask outside any programme",
    )
    post: Key | None = Field(
        None, description="embassy, consulate or ministry, by its key in the law data; the first one if left empty"
    )
    profile: Literal["activist", "journalist", "deserter", "lgbt", "family"] = Field(
        description="main ground of the request"
    )
    reference: Line | None = Field(None, description="number of the letter in the organisation's own register")
    recommender: Organisation | None = Field(None, description="who recommends the client")
    signatory: Signatory | None = Field(None, description="who signs for the organisation")
    contact: Signatory | None = Field(None, description="who answers the post's questions, if not the one who signs")
    acquaintance: Acquaintance | None = Field(None, description="since when and how the client is known")
    city: Words | None = Field(
        None, description="town where the client stays, in the locative: «в городе …»; never the address"
    )
    statements: tuple[Statement, ...] = Field(
        (), max_length=40, description="what the letter says, each with how it is known"
    )
    ties: tuple[Tie, ...] | None = Field(
        None, max_length=10, description="ties to the state asked; an empty list if none"
    )
    plan: Text | None = Field(None, description="what the client will do and ask for on arrival, in full sentences")
    asylum_not_sought: Text | None = Field(
        None,
        description="why no asylum was asked for in Kazakhstan, in full sentences; without it the letter is silent on it",
    )
    urgency: Urgency | None = Field(None, description="why waiting is not safe")
    travel_document: TravelPaper | None = Field(None, description="whether the client can travel on a passport")
    laissez_passer: Flag | None = Field(None, description="ask for a laissez-passer or another paper for one entry")
    family: tuple[Companion, ...] | None = Field(
        None, max_length=15, description="relatives who travel with the client; an empty list if none"
    )
    service: MilitaryService | None = Field(None, description="military service, for those who left it")
    consent: Consent | None = Field(None, description="consent to sharing the data with that state")
    confidential: Confidence = Field(default=Confidence(), description="whom the data must not reach")
    papers: tuple[Attached, ...] = Field(
        (), max_length=20, description="which annexes are the papers the state expects"
    )
