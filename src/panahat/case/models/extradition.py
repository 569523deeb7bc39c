"""Extradition: the request, the charges, the ruling, the arrest, and how the procedure was kept."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from panahat.case.models.acts import Act, Service
from panahat.case.models.base import (
    BodyKey,
    Country,
    Day,
    Facts,
    Flag,
    Line,
    Moment,
    Named,
    NormKey,
    Number,
    Partial,
    PartialOrUnknown,
    Proof,
    Text,
    Words,
    Years,
    proof,
)


class Request(Facts):
    """The foreign request for extradition."""

    by: Named | None = Field(None, description="requesting body, in the nominative")
    on: Day | None = Field(None, description="date of the request")
    number: Number | None = Field(None, description="number of the request; none if it has none")
    received: Day | None = Field(None, description="date Kazakhstan received it")
    purpose: Literal["prosecution", "sentence"] = Field(description="for prosecution or to serve a sentence")
    proof: Proof = proof()


class Wanted(Facts):
    """The foreign wanted notice."""

    since: PartialOrUnknown | None = Field(None, description="wanted since")
    by: Named | None = Field(None, description="body that declared the search, in the nominative")
    reach: Literal["interstate", "interpol", "federal", "national"] | None = Field(
        None, description="reach of the search"
    )
    proof: Proof = proof()


class Equivalent(Facts):
    """The article of Kazakhstan's Criminal Code that the conduct would fall under."""

    article: NormKey = Field(description="key of the article in the law data, for example kz-uk-188")
    part: Line | None = Field(None, description="part of the article")
    point: Line | None = Field(None, description="point of that part: 1")
    custodial: Flag | None = Field(None, description="this part provides for deprivation of liberty")
    max_years: Years | None = Field(None, description="longest term of this part, in years")
    gravity: Literal["misdemeanour", "minor", "medium", "grave", "especially-grave"] | None = Field(
        None, description="category of the offence under articles 10 and 11 of the Criminal Code"
    )


class Charge(Facts):
    """One foreign charge, as the request states it."""

    article: NormKey = Field(description="key of the foreign article in the law data, for example ru-uk-158")
    part: Line | None = Field(None, description="part of the article")
    point: Line | None = Field(None, description="point of that part: д")
    alleged_on: Partial = Field(description="day, or first day, of the alleged act")
    alleged_until: PartialOrUnknown | None = Field(None, description="last day of the alleged act")
    charged_on: PartialOrUnknown | None = Field(None, description="day the case was opened or the charge brought")
    conduct: Text = Field(description="the alleged conduct, as the request describes it, in full sentences")
    max_years: Years | None = Field(None, description="longest foreign term, in years")
    political: Text | None = Field(
        None, description="what shows a political motive behind this charge, in full sentences"
    )
    damage: Words | None = Field(None, description="alleged damage, with currency")
    kz: Equivalent | Literal["none"] | None = Field(
        None,
        description="equivalent in Kazakhstan's Criminal Code; none if there is no such crime; leave "
        "out if not studied",
    )
    kz_note: Text | None = Field(
        None, description="why the conduct is or is not a crime in Kazakhstan, in full sentences"
    )
    proof: Proof = proof()


class Ruling(Act):
    """The ruling of the Prosecutor General, or a deputy, to extradite (CPC art. 591)."""

    body: BodyKey = Field(description="key of the officer in the law data: gp-head or gp-deputy")
    on: Day = Field(description="date of the ruling")
    served: Service = Field(description="service of copies")


class TemporaryCustody(Act):
    """Temporary custody before the request for extradition comes (CPC art. 588): an act apart from the arrest."""

    until: Day | None = Field(None, description="temporary custody runs until")


class Extension(Act):
    """An extension of the arrest."""

    by: Named = Field(description="court, in the nominative")
    on: Day = Field(description="date of the extension")
    until: Day = Field(description="arrest extended until")
    on_ground: Literal["transfer", "complaint-pending", "other", "unstated"] | None = Field(
        None, description="ground of the extension that the ruling names"
    )


class ReleaseAsked(Facts):
    """A request to a prosecutor to release the client."""

    to: Named = Field(description="prosecutor who was asked, in the nominative")
    on: Day = Field(description="day the request was lodged")
    answer: Literal["none", "refused", "granted"] | None = Field(None, description="the answer to it")
    answered_on: Day | None = Field(None, description="day of the answer")
    proof: Proof = proof()


class Arrest(Act):
    """Extradition arrest, the act of a court, and the detention before it."""

    by: Named | None = Field(None, description="court that sanctioned the arrest, in the nominative")
    on: Day | None = Field(None, description="date of the sanction")
    detained: Moment = Field(description="day, and hour where known, of actual detention: 2026-01-28 09:40")
    where: Words | None = Field(None, description="where detained, in the locative: «в аэропорту города …»")
    temporary: TemporaryCustody | None = Field(None, description="temporary custody before the arrest (CPC art. 588)")
    until: Day | None = Field(None, description="arrest runs until")
    extensions: tuple[Extension, ...] = Field((), max_length=20, description="extensions of the arrest, oldest first")
    hearing_held: Flag | None = Field(None, description="the judge decided in a hearing")
    defender_notified: Flag | None = Field(None, description="the defender was told of that hearing beforehand")
    bail_set: Flag | None = Field(None, description="the judge set a bail amount (CPC art. 589-1)")
    bail_exclusion: (
        Literal[
            "none",
            "especially-grave",
            "death",
            "criminal-group",
            "terror-extremism",
            "flight-data",
            "continued-crime",
            "earlier-breach",
        ]
        | None
    ) = Field(None, description="why the ruling sets no bail; none if it names no reason")
    bail_offered: Words | None = Field(None, description="who is ready to pay the bail, in the nominative")
    ties: Text | None = Field(
        None, description="home, family, work and surety that make flight unlikely, in full sentences"
    )
    released_on: Day | None = Field(None, description="day the client was released")
    release_asked: tuple[ReleaseAsked, ...] = Field(
        (), max_length=10, description="requests to a prosecutor for release, oldest first"
    )
    challenged: Literal["sanction", "extension", "expired", "bail"] | None = Field(
        None,
        description="what is complained of: the sanction, an extension, custody beyond its term, or that bail is not used",
    )


class Assurance(Facts):
    """A diplomatic assurance of the requesting state."""

    by: Named = Field(description="who gave it, in the nominative")
    on: Day | None = Field(None, description="date of the assurance")
    promises: tuple[
        Literal["no-torture", "fair-trial", "no-political-persecution", "speciality", "access", "no-death-penalty"], ...
    ] = Field((), description="what it promises")
    names_client: Flag | None = Field(None, description="it speaks of this client by name")
    monitoring: Flag | None = Field(None, description="it provides for visits that can be checked")
    what: Text | None = Field(None, description="what it says, in full sentences")
    proof: Proof = proof()


class Interpreter(Facts):
    needed: Flag | None = Field(None, description="the client does not command the language of the proceedings")
    provided: Flag | None = Field(None, description="an interpreter took part")
    where: Words | None = Field(None, description="at which acts: «при вручении постановления»")
    proof: Proof = proof()


class Defence(Facts):
    present: Flag | None = Field(None, description="a defender took part in every hearing and questioning")
    notified: Flag | None = Field(None, description="the defender was told of the ruling")
    absent_where: Words | None = Field(None, description="where there was no defender: «при санкционировании ареста»")
    meetings_refused: Flag | None = Field(None, description="confidential meetings were refused")
    learned_on: Day | None = Field(None, description="day the defender learned of the ruling without being told")
    proof: Proof = proof()


class Copies(Facts):
    ruling_given: Flag | None = Field(None, description="the client received a copy of the ruling")
    ruling_translated: Flag | None = Field(None, description="the copy was in a language the client commands")
    request_given: Flag | None = Field(None, description="the client saw, or received a copy of, the request")
    right_explained: Flag | None = Field(None, description="the right to complain to the Supreme Court was explained")
    asked_on: Day | None = Field(None, description="day the defence asked for the copies or the request")
    answered: Flag | None = Field(None, description="that motion was answered")
    proof: Proof = proof()


class Procedure(Facts):
    """How the extradition check was conducted."""

    interpreter: Interpreter | None = Field(None, description="whether an interpreter took part")
    defence: Defence | None = Field(None, description="whether a defender took part")
    copies: Copies | None = Field(None, description="copies and explanation of rights")


class Whereabouts(Facts):
    """What shows that the client did not hide from the foreign investigation."""

    what: Text = Field(description="where the client lived and how the investigators knew it, in full sentences")
    proof: Proof = proof()


class RulingComplaint(Facts):
    """A complaint against the ruling to extradite that was lodged already."""

    filed: Day | None = Field(None, description="day the complaint was sent")
    decided: Day | None = Field(None, description="day of the decision on the complaint")
    outcome: Literal["pending", "dismissed", "annulled", "suspended"] | None = Field(
        None, description="outcome of the complaint"
    )
    proof: Proof = proof()


class Extradition(Facts):
    """The extradition case."""

    requesting_state: Country = Field(description="requesting state, two-letter code")
    request: Request | None = Field(None, description="the request")
    wanted: Wanted | None = Field(None, description="the wanted notice")
    charges: tuple[Charge, ...] = Field((), max_length=20, description="charges the request names")
    evaded: Flag | None = Field(None, description="the client hid from the foreign investigation")
    whereabouts: Whereabouts | None = Field(None, description="what shows that the client did not hide")
    decision: Ruling | None = Field(None, description="the ruling to extradite")
    ask_from_state: Words | None = Field(
        None, description="what the lawyer chooses to have asked of the requesting state, in the accusative"
    )
    complaint: RulingComplaint | None = Field(None, description="complaint against the ruling that was lodged already")
    arrest: Arrest | None = Field(None, description="detention and extradition arrest")
    assurances: tuple[Assurance, ...] | None = Field(
        None, max_length=10, description="diplomatic assurances; an empty list if none were given"
    )
    procedure: Procedure | None = Field(None, description="how the procedure was kept")
