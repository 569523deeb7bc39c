"""Expulsion from Kazakhstan as a penalty (Code of Administrative Offences) or by a civil court (CPC of civil cases, ch. 49)."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from panahat.case.models.acts import Act
from panahat.case.models.base import (
    Article,
    BodyKey,
    Day,
    Days,
    Facts,
    Flag,
    Key,
    Line,
    Moment,
    Named,
    PartialOrUnknown,
    Proof,
    Text,
    Words,
    Years,
    proof,
)


class Offence(Facts):
    """One administrative offence that the client is charged with."""

    code: Key = Field("kz-koap", description="key of the code in the law data")
    article: Article = Field(description="number of the article: 441, 510-1")
    part: Line | None = Field(
        None,
        description="number of the part: 2; «-» where the article has no parts; left out if not known",
    )
    sanction: Words | None = Field(
        None, description="penalties of that part, in the nominative: «штраф в размере пятнадцати МРП»"
    )
    alleged_on: PartialOrUnknown | None = Field(None, description="day of the alleged offence")
    detected_on: Day | None = Field(None, description="day the offence was found out, for one that goes on")
    conduct: Text | None = Field(None, description="the offence as the record describes it, in full sentences")
    admitted: Flag | None = Field(None, description="the record says that the client admitted guilt")
    repeat: Flag | None = Field(None, description="charged as a repeated offence within a year")
    denied: Flag | None = Field(None, description="the client denies the deed, or that it is an offence")
    response: Text | None = Field(None, description="what happened in fact, in full sentences")
    proof: Proof = proof()


class OffenceRecord(Facts):
    """The record of an administrative offence (Code of Administrative Offences, art. 803)."""

    on: Day | None = Field(None, description="day of the record")
    language: Literal["ru", "kk", "other"] | None = Field(None, description="language of the record")
    copy_given: Flag | None = Field(None, description="the client received a copy of the record")
    rights_explained: Flag | None = Field(None, description="the client's rights were explained")
    proof: Proof = proof()


class ExpulsionRuling(Act):
    """The ruling (decision) of the court to expel."""

    short: Flag | None = Field(None, description="a short ruling without reasons was made")
    leave_by: Day | None = Field(None, description="day until which the court orders to leave Kazakhstan")
    leave_by_stated: Flag | None = Field(None, description="the ruling names a day to leave")
    penalty: (
        Literal["expulsion", "fine-and-expulsion", "arrest-and-expulsion", "fine", "arrest", "warning", "other"] | None
    ) = Field(None, description="penalty")
    judge_named: Flag | None = Field(None, description="the ruling names the judge who made it, and is signed")
    in_absentia: Flag | None = Field(None, description="heard without the client")
    explanations_heard: Flag | None = Field(None, description="the client could explain to the court")
    prosecutor_notified: Flag | None = Field(None, description="the prosecutor was notified of the hearing")
    speedy_motion_signed: Flag | None = Field(
        None, description="the file holds a signed request to hear the case, or to put the ruling into force, at once"
    )
    speedy_motion_understood: Flag | None = Field(None, description="the client understood what was signed")


class Stay(Facts):
    """The client's stay before the case."""

    lawful_until: Day | None = Field(None, description="stay was lawful until")
    registered: Flag | None = Field(None, description="registered at the place of stay")
    overstay_days: Days | None = Field(None, description="days of stay beyond the term")
    reason_not_left: Text | None = Field(None, description="why the client did not leave in time, in full sentences")
    ban_years: Years | None = Field(None, description="years for which entry is forbidden")
    proof: Proof = proof()


class ExpulsionAppeal(Facts):
    """An appeal against the ruling that was lodged already."""

    filed: Day | None = Field(None, description="day the appeal was sent")
    arrived: Day | None = Field(None, description="day the court received the appeal")
    decided: Day | None = Field(None, description="day of the decision on the appeal")
    outcome: Literal["pending", "dismissed", "changed", "annulled"] | None = Field(
        None, description="outcome of the appeal"
    )
    proof: Proof = proof()


class ExpulsionApplication(Facts):
    """The application on which a civil court decides to expel (Civil Procedure Code, ch. 49)."""

    by: Named | None = Field(None, description="body that asked the court to expel, in the nominative")
    on: Day | None = Field(None, description="day of the application")
    what: Text | None = Field(None, description="why it asks to expel, as the application says, in full sentences")
    response: Text | None = Field(None, description="what is so in fact, in full sentences")
    proof: Proof = proof()


Sign = Literal[
    "wanted-notice-before",
    "request-received",
    "foreign-officers-present",
    "case-opened-right-after-request",
    "handed-over-at-border",
    "charge-announced-on-arrival",
    "same-day",
]


class CrimeReport(Facts):
    """A crime against the client in Kazakhstan that the client reported (Code of Administrative Offences, art. 51 part 2)."""

    on: PartialOrUnknown | None = Field(None, description="date, or first day, of the crime against the client")
    what: Text = Field(description="what was done to the client in Kazakhstan, in full sentences")
    grave: Flag | None = Field(None, description="the crime is grave or especially grave")
    reported_on: Day | None = Field(None, description="day on which the client reported the crime")
    to: Named | None = Field(None, description="body that took the report, in the nominative")
    proof: Proof = proof()


class Expulsion(Facts):
    """The expulsion case."""

    track: Literal["koap", "gpk"] | None = Field(
        None,
        description=(
            "by which track: koap, a penalty for an administrative offence; "
            "gpk, a decision of a civil court on a police request"
        ),
    )
    application: ExpulsionApplication | None = Field(
        None, description="track gpk: the application on which the court decided"
    )
    offences: tuple[Offence, ...] = Field((), max_length=20, description="offences the client is charged with")
    protocol: OffenceRecord | None = Field(None, description="record of the offence")
    detained: Moment | None = Field(None, description="day and hour of actual detention: 2026-01-28 09:40")
    released: Moment | None = Field(None, description="day and hour of release")
    ruling: ExpulsionRuling | None = Field(None, description="ruling to expel")
    hearing_language: Literal["ru", "kk", "other"] | None = Field(None, description="language of the hearing")
    interpreter_provided: Flag | None = Field(None, description="an interpreter took part in the hearing")
    defender: Literal["own", "appointed", "refused-in-writing", "asked-and-denied", "none"] | None = Field(
        None, description="defender at the hearing"
    )
    copy_in_language_given: Flag | None = Field(
        None, description="a copy of the ruling in a language the client commands was given"
    )
    judge_asked_for: Flag | None = Field(
        None, description="the client asked in writing, before the hearing, that a judge hear the case"
    )
    harm_named: Flag | None = Field(None, description="the ruling names harm that was done")
    earlier_penalties: Flag | None = Field(None, description="the client had another penalty within the last year")
    executed_on: Day | None = Field(None, description="day on which the client was taken out of Kazakhstan")
    executing_body: BodyKey | None = Field(None, description="key of the body that executes the ruling: pogran or ovd")
    destination: Literal["origin-state", "third-state", "own-choice", "unknown"] | None = Field(
        None, description="where the client is to be taken"
    )
    appeal: ExpulsionAppeal | None = Field(None, description="appeal that was lodged already")
    signs_of_request: tuple[Sign, ...] = Field(
        (), max_length=10, description="signs that expulsion replaces extradition"
    )
    signs_what: Text | None = Field(None, description="what shows these signs, in full sentences")
    crime_reported: CrimeReport | None = Field(None, description="crime against the client in Kazakhstan, reported")
    sent_to_court: Day | None = Field(None, description="day the case was sent to the court")
    stay: Stay | None = Field(None, description="the stay in Kazakhstan before the case")
    proof: Proof = proof()
