"""The record: how the client came, what happened when, the annexes, and the filing itself."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from panahat.case.models.base import (
    Day,
    Facts,
    Flag,
    Id,
    Line,
    Moment,
    Named,
    Partial,
    PartialOrUnknown,
    Positive,
    Proof,
    Text,
    Words,
    proof,
)


class Surrender(Facts):
    """The client went to the authorities and told why the border was crossed."""

    at: Moment | None = Field(None, description="day, and hour where known, the client went to the authorities")
    to: Named | None = Field(None, description="body the client went to, in the nominative")
    explanation: Text | None = Field(None, description="what the client told that body, in full sentences")
    proof: Proof = proof()


class Entry(Facts):
    """How the client came to Kazakhstan."""

    on: Partial = Field(description="date of arrival")
    how: Literal["transit", "visa-free", "visa", "other"] = Field(description="transit, visa-free, by visa or other")
    place: Words | None = Field(
        None, description="place of entry, in the locative: «в международном аэропорту города …»"
    )
    route: Words | None = Field(None, description="route: «Стамбул — Алматы — …»")
    left_home_on: PartialOrUnknown | None = Field(None, description="left the home country on")
    lawful: Flag | None = Field(None, description="entered lawfully")
    crossed_outside_checkpoint: Flag | None = Field(None, description="crossed the border outside a checkpoint")
    crossed_at: Moment | None = Field(
        None, description="day, and hour where known, of crossing the border outside a checkpoint"
    )
    direct_from_danger: Flag | None = Field(
        None, description="came directly from the territory where life or freedom was threatened"
    )
    presented_himself: Surrender | None = Field(None, description="went to the authorities without being called")
    proof: Proof = proof()


class Event(Facts):
    """One line of the chronology."""

    on: Partial = Field(description="date of the event")
    what: Text = Field(description="what happened, in full sentences")
    proof: Proof = proof()


class Annex(Facts):
    """A document attached to the filing."""

    id: Id = Field(description="short id the facts refer to")
    title: Words = Field(description="title for the list of annexes")
    kind: Literal["copy", "original", "certified-copy", "translation"] = Field(
        "copy", description="copy, original, certified copy or translation"
    )
    pages: Positive | None = Field(
        None, description="number of sheets; left out where the file is a PDF: its pages count"
    )
    copies: Positive = Field(1, description="number of copies")
    file: Line | None = Field(None, description="path of the file, beside the case file")


class Exclusion(Facts):
    id: Id = Field(description="id of the argument")
    because: Words = Field(description="why it is left out; shown on the review sheet only")


class Choice(Facts):
    """The lawyer's own choice of arguments, over what the facts carry."""

    include: tuple[Id, ...] = Field(default=(), description="arguments to plead although a fact for them is unknown")
    exclude: tuple[Exclusion, ...] = Field(default=(), description="arguments to leave out")


class Addition(Facts):
    """A passage the lawyer adds in own words."""

    section: Literal["facts", "arguments", "requests"] = Field(description="part of the filing the passage goes to")
    heading: Words | None = Field(None, description="heading, for arguments")
    text: Text = Field(description="the passage; for requests one infinitive clause")
    proof: Proof = proof()


Region = Literal[
    "astana",
    "almaty",
    "shymkent",
    "abai",
    "akmola",
    "aktobe",
    "almaty-region",
    "atyrau",
    "east-kazakhstan",
    "jetisu",
    "karaganda",
    "kostanay",
    "kyzylorda",
    "mangystau",
    "north-kazakhstan",
    "pavlodar",
    "turkistan",
    "ulytau",
    "west-kazakhstan",
    "zhambyl",
]


class FeePaid(Facts):
    """The court fee."""

    paid: Flag = Field(description="the fee has been paid")
    on: Day | None = Field(None, description="day of payment")
    tenge: Positive | None = Field(None, description="amount in tenge, whole")
    payer: Named | None = Field(None, description="who paid, in the nominative, if not the client")
    proof: Proof = proof()


class Filing(Facts):
    """The filing to be made."""

    on: Day = Field(description="date of the filing")
    place: Named = Field(description="place, in the nominative: «город Астана»")
    region: Region | None = Field(None, description="region or city of republican significance whose bodies decide")
    addressee: Named | None = Field(
        None, description="court or body the filing goes to, in the nominative, where it is not the one of the rule"
    )
    through: Named | None = Field(
        None,
        description="court or body through which it is lodged, in the nominative, where it is not the one of the rule",
    )
    main_language: Literal["ru", "kk"] = Field("ru", description="language of the proceedings")
    submission: Literal["paper", "eds", "custody"] = Field(
        "paper",
        description="on paper, with an electronic signature, or through the administration of the place of detention",
    )
    defendant: Named | None = Field(
        None, description="defendant of the claim, in the nominative, if not the body that made the decision"
    )
    defendant_details: Words | None = Field(
        None, description="seat, BIN, telephone and e-mail of the defendant, where known"
    )
    interested: Named | None = Field(None, description="other body to be joined to the case, in the nominative")
    participants: Positive | None = Field(
        None, description="number of persons taking part in the case, the client included, where it decides the copies"
    )
    fee: FeePaid | None = Field(None, description="court fee")
    more_evidence: Words | None = Field(
        None, description="evidence still to be had, for which more time is asked, in the nominative"
    )
    late_reason: Text | None = Field(None, description="why the period was missed, in full sentences")
    client_consents: Flag | None = Field(
        None, description="the client consented in writing that this filing tells authorities where the client is"
    )
    ask_release: Flag = Field(True, description="ask for release if the ruling is annulled")
    ask_closed_hearing: Flag = Field(True, description="ask for a closed hearing and a depersonalised ruling")
    additions: tuple[Addition, ...] = Field((), max_length=30, description="passages in the lawyer's own words")
