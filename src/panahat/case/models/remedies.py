"""What remedies need to know besides acts: a period that is to be restored, and a lawyer's inquiry."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from panahat.case.models.base import BodyKey, Day, Facts, Flag, Named, Number, Proof, Text, proof


class Returned(Facts):
    """A complaint that was lodged before and sent back."""

    filed: Day | None = Field(None, description="day the first complaint was lodged")
    to: Named | None = Field(None, description="body or court it was lodged with, in the nominative")
    returned_on: Day | None = Field(None, description="day it was sent back")
    why: Text | None = Field(None, description="why it was sent back, in full sentences")
    proof: Proof = proof()


class Restoration(Facts):
    """A period that was missed, and why."""

    of: Literal["upk-592", "upk-107", "upk-106", "koap-832", "appk-pretrial", "appk-claim", "gpk-appeal"] | None = (
        Field(None, description="which period was missed")
    )
    whom: Literal["client", "defender"] | None = Field(
        None, description="whose period was missed: it is restored to that one only"
    )
    reasons: tuple[
        Literal[
            "defender-not-notified",
            "no-copy",
            "not-translated",
            "custody-isolation",
            "illness",
            "earlier-return",
            "wrong-body-named",
            "remedy-not-named",
            "force-majeure",
            "other",
        ],
        ...,
    ] = Field((), max_length=10, description="why it was missed; the lawyer decides")
    learned_on: Day | None = Field(None, description="day on which whoever files learned of the decision")
    obstacle_until: Day | None = Field(None, description="day on which the obstacle fell away")
    what: Text | None = Field(None, description="what stood in the way, in full sentences")
    earlier: Returned | None = Field(None, description="a complaint that was lodged before and sent back")
    proof: Proof = proof()


class InquiryConsent(Facts):
    """The client's consent to being named to the body that is asked."""

    given: Flag = Field(description="the client consented in writing to being named")
    on: Day | None = Field(None, description="day of the consent")
    proof: Proof = proof()


class InquirySent(Facts):
    """An inquiry that was sent before."""

    to: BodyKey = Field(description="key of the body in the law data")
    on: Day = Field(description="day it was sent")
    number: Number | None = Field(None, description="its number; none if it has none")
    answer: Literal["none", "refused", "informed"] | None = Field(None, description="the answer to it")
    answered_on: Day | None = Field(None, description="day of the answer")
    proof: Proof = proof()


class Inquiry(Facts):
    """An inquiry of the advocate: what is asked, of whom, and by whose consent."""

    to: tuple[BodyKey, ...] = Field((), max_length=10, description="keys of the bodies that are asked")
    ask: tuple[
        Literal[
            "wanted-kz",
            "wanted-interstate",
            "extradition-request",
            "entry-ban",
            "criminal-case-kz",
            "admin-records",
            "travel-ban",
            "stay-cut",
            "debts",
        ],
        ...,
    ] = Field((), max_length=9, description="what is asked")
    consent: InquiryConsent | None = Field(None, description="the client's written consent to being named")
    client_location_hidden: Flag | None = Field(None, description="the client's whereabouts must not be told")
    agreement_on: Day | None = Field(None, description="day of the agreement on legal aid")
    fear: Text | None = Field(None, description="why the client is uneasy; for the lawyer only, never printed")
    sent: tuple[InquirySent, ...] = Field((), max_length=20, description="inquiries sent before, oldest first")
    proof: Proof = proof()
