"""What awaits the client if returned, and what protects against it."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from panahat.case.models.base import (
    BodyKey,
    Country,
    Day,
    Facts,
    Flag,
    Named,
    Number,
    Partial,
    PartialOrUnknown,
    Proof,
    Text,
    Words,
    proof,
)
from panahat.case.models.people import Relative

Ground = Literal["political-opinion", "religion", "ethnicity", "nationality", "race", "social-group"]


class Activity(Facts):
    """Something the client did that the persecutor holds against the client."""

    on: Partial = Field(description="date, or first day, of the activity")
    what: Text = Field(description="what the client did, in full sentences")
    after_leaving: Flag = Field(description="done after leaving the country")
    public: Flag | None = Field(None, description="done in public or published")
    proof: Proof = proof()


class Persecution(Facts):
    """An act of the authorities against the client or people close to the client."""

    on: PartialOrUnknown = Field(description="date of the act against the client")
    kind: Literal[
        "search",
        "questioning",
        "detention",
        "charge",
        "wanted-listing",
        "foreign-agent",
        "extremist-list",
        "dismissal",
        "threat",
        "pressure-on-family",
        "other",
    ] = Field(description="kind of act against the client")
    what: Text = Field(description="what happened, in full sentences")
    proof: Proof = proof()


class Harm(Facts):
    """Torture or ill-treatment the client suffered."""

    on: PartialOrUnknown = Field(description="date, or first day, of the ill-treatment")
    kind: Literal["torture", "ill-treatment", "enforced-disappearance"] = Field(description="kind of harm")
    by: Named = Field(description="who did it, in the nominative")
    what: Text = Field(description="what happened, in full sentences")
    medical: Flag | None = Field(None, description="a medical document records the traces")
    complained: Text | None = Field(None, description="complaints made at home and their outcome, in full sentences")
    proof: Proof = proof()


class Similar(Facts):
    """What happened to others in the same position; no names of living persons are needed."""

    what: Text = Field(description="what happened to others in the same position, in full sentences")
    proof: Proof = proof()


class Keeper(Facts):
    """Who would hold the client after surrender, and why that endangers this client."""

    what: Text = Field(
        description="who would hold the client and what makes it dangerous for this one, in full sentences"
    )
    proof: Proof = proof()


class Trial(Facts):
    """What makes a fair trial impossible."""

    signs: tuple[
        Literal[
            "co-accused-convicted",
            "evidence-by-torture",
            "closed-trial",
            "no-defence",
            "in-absentia",
            "pressure-on-court",
            "convicted-in-advance",
        ],
        ...,
    ] = Field(min_length=1, description="signs that the trial would not be fair")
    what: Text = Field(description="what shows it, in full sentences")
    proof: Proof = proof()


class Belonging(Facts):
    """An ethnic group or region whose people are targeted, and how that touches the client."""

    group: Words = Field(description="the group, in the genitive plural: «уроженцев …»")
    what: Text = Field(description="what is done to people of this group, in full sentences")
    client_link: Text = Field(description="how it touches the client, in full sentences")
    proof: Proof = proof()


class Military(Facts):
    """Military service and refusal of it."""

    status: Literal["conscript", "mobilised", "contract", "officer", "reservist", "none"] = Field(
        description="military status"
    )
    unit: Words | None = Field(None, description="military unit")
    left_on: PartialOrUnknown | None = Field(None, description="left the unit, or refused, on")
    reason: Text | None = Field(None, description="why, in full sentences")
    conscience: Flag | None = Field(None, description="the refusal rests on conscience or belief")
    war_crimes_ordered: Flag | None = Field(None, description="service would have meant taking part in crimes")
    took_part: Flag | None = Field(None, description="took part in fighting")
    proof: Proof = proof()


class Illness(Facts):
    """An illness that extradition would make dangerous."""

    what: Named = Field(description="the illness, in the nominative")
    degree: Literal["mild", "serious", "severe", "life-threatening"] = Field(
        description="how grave: mild; serious: needs treatment; severe: transfer would harm health; life-threatening"
    )
    danger: Text = Field(description="what transfer and detention would mean, in full sentences")
    proof: Proof = proof()


class Faith(Facts):
    """The belief for which the client is persecuted, and how the client lives by it."""

    belief: Words = Field(description="the belief, after «исповедует»: «веру …»")
    practice: Text = Field(description="how the client practises it, in full sentences")
    persecuted_for: Text | None = Field(None, description="what was done to the client for it, in full sentences")
    banned_in_kazakhstan: Flag | None = Field(None, description="the community is banned in Kazakhstan")
    proof: Proof = proof()


class SocialGroup(Facts):
    """A social group that is persecuted and to which the client belongs."""

    group: Words = Field(description="the group, in the genitive plural: «бывших …»")
    why_group: Text = Field(
        description="what its members have in common and how the authorities single them out, in full sentences"
    )
    member: Flag | None = Field(None, description="the client belongs to it, or is taken to belong to it")
    proof: Proof = proof()


class Flight(Facts):
    """Whether the client could have been safe elsewhere in the home country."""

    persecutor_state_wide: Flag | None = Field(None, description="the persecutor acts in the whole country")
    found_elsewhere: Text | None = Field(
        None, description="how the client was sought or found in another region, in full sentences"
    )
    internal_moves: Text | None = Field(None, description="moves inside the country and why they did not help")
    registration_reveals: Flag | None = Field(
        None, description="registration at a new address would tell the authorities where the client is"
    )
    proof: Proof = proof()


class ThirdState(Facts):
    """A country where the client was after leaving home and before Kazakhstan."""

    country: Country = Field(description="country, two-letter code")
    since: Partial = Field(description="first day there")
    until: Partial = Field(description="last day there")
    asylum_access: Literal["yes", "no", "unknown"] = Field(
        "unknown", description="whether an asylum procedure was really open to the client there"
    )
    why_not: Text | None = Field(None, description="why there was no protection there, in full sentences")
    proof: Proof = proof()


class Learned(Facts):
    """The moment when the client, already in Kazakhstan, learned of the danger."""

    on: Day = Field(description="day the client, already in Kazakhstan, learned of the danger")
    how: Text | None = Field(None, description="how the client learned of it, in full sentences")
    proof: Proof = proof()


class Challenge(Facts):
    """A point on which the client is not believed, and the answer to it."""

    what: Text = Field(description="what is held against the client's account, in one sentence")
    answer: Text = Field(description="the answer, in full sentences")
    proof: Proof = proof()


class Credibility(Facts):
    """Whether the client's account is doubted, and what shows that it is true."""

    challenged: Flag | None = Field(None, description="the account is doubted")
    challenges: tuple[Challenge, ...] = Field((), max_length=20, description="each doubt, with its answer")
    documents_verified: Flag | None = Field(None, description="the authorities checked the client's documents")
    proof: Proof = proof()


class Excluded(Facts):
    """A clause that shuts out of refugee status: the lawyer's assessment, not asked of the client."""

    raised: Literal["none", "12-5", "12-6", "12-7", "12-8"] | None = Field(
        None, description="subpoint of article 12 of the Law on Refugees that is, or may be, raised"
    )
    basis: Literal["foreign-list", "foreign-charge", "own-words", "other"] | None = Field(
        None, description="what it rests on"
    )
    own_acts: Text | None = Field(None, description="what the client did in fact, in full sentences")
    organisation: Named | None = Field(None, description="the organisation, in the nominative")
    banned_in_kazakhstan: Flag | None = Field(None, description="that organisation is banned in Kazakhstan")
    crimes_committed: Flag | None = Field(
        None, description="there are grounds to think the client committed such acts; never printed"
    )
    proof: Proof = proof()


class Risk(Facts):
    """What the client fears, and why."""

    grounds: tuple[Ground, ...] = Field(min_length=1, description="grounds of persecution")
    fear: Text = Field(description="in a few sentences: whom the client fears and why")
    left_because: Text | None = Field(None, description="why the client left the home country, in full sentences")
    learned: Learned | None = Field(None, description="how the client, already in Kazakhstan, learned of the danger")
    political_view: Text | None = Field(
        None, description="the view for which the client is persecuted, in full sentences"
    )
    activities: tuple[Activity, ...] = Field((), max_length=50, description="what the client did")
    persecution: tuple[Persecution, ...] = Field((), max_length=50, description="acts against the client")
    past_harm: tuple[Harm, ...] | None = Field(
        None, max_length=50, description="torture and ill-treatment suffered; an empty list if none"
    )
    similar: tuple[Similar, ...] = Field((), max_length=50, description="what happened to others in the same position")
    custody: Keeper | None = Field(None, description="who would hold the client after surrender")
    trial: Trial | None = Field(None, description="what makes a fair trial impossible")
    belonging: Belonging | None = Field(None, description="targeted ethnic group or region")
    religion: Faith | None = Field(None, description="persecuted belief")
    social_group: SocialGroup | None = Field(None, description="persecuted social group")
    military: Military | None = Field(None, description="military service")
    flight: Flight | None = Field(None, description="safety elsewhere in the home country")
    third_states: tuple[ThirdState, ...] | None = Field(
        None, max_length=20, description="countries between home and Kazakhstan; an empty list if none"
    )
    other_nationality: tuple[Country, ...] | None = Field(
        None, max_length=5, description="other citizenships, two-letter codes; an empty list if none"
    )
    credibility: Credibility | None = Field(None, description="doubts about the client's account")
    exclusion: Excluded | None = Field(None, description="clauses that shut out of refugee status")
    health: tuple[Illness, ...] | None = Field(None, max_length=20, description="illnesses; an empty list if none")
    family: tuple[Relative, ...] | None = Field(None, max_length=30, description="family; an empty list if none")


class UnMeasures(Facts):
    """A communication to a UN treaty body and its request for interim measures."""

    body: BodyKey = Field(description="key of the body in the law data: un-hrc or un-cat")
    number: Number | None = Field(None, description="registration number; none if it has none")
    filed: Day = Field(description="date of the communication")
    status: Literal["filed", "requested", "refused", "lifted"] = Field(
        description="filed; requested: the body asked Kazakhstan not to extradite; refused; lifted"
    )
    requested_on: Day | None = Field(None, description="date of the body's request to Kazakhstan")
    proof: Proof = proof()
