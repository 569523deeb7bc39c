"""An act: what somebody with power decided, and how it was served and reasoned. Every remedy starts from one."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from panahat.case.models.base import (
    BodyKey,
    Day,
    Facts,
    Flag,
    Moment,
    Named,
    Number,
    Positive,
    Proof,
    Text,
    Words,
    proof,
)
from panahat.case.models.people import Gender, PersonName

Grade = Literal["silent", "formulaic", "wrong-standard", "evidence-ignored", "answered"]


class Service(Facts):
    """When copies of the act were received, and how."""

    client: Day | None = Field(None, description="day the client received the copy")
    defender: Day | None = Field(None, description="day the defender received the copy")
    how: Words | None = Field(None, description="how it was served: «под расписку через администрацию учреждения»")
    proof: Proof = proof()


class PassedOver(Facts):
    """A paper or circumstance that was put before the body and that the act does not mention."""

    what: Named = Field(description="what was submitted, in the nominative")
    submitted: Day = Field(description="day it was submitted")
    proof: Proof = proof()


class Answer(Facts):
    """How the act answers one question: an assessment that the lawyer makes, with the words of the act."""

    grade: Grade = Field(
        description="how the act answers: silent; formulaic: one phrase without reasons; wrong-standard: asks for what "
        "the law does not ask; evidence-ignored: passes over papers that were submitted; answered: with reasons"
    )
    quote: Text | None = Field(None, description="words of the act, exactly as they stand there")
    page: Positive | None = Field(None, description="sheet of the act on which these words stand")
    demands: Text | None = Field(None, description="what the act asks for that the law does not, in full sentences")
    passed_over: tuple[PassedOver, ...] = Field(
        (), max_length=20, description="what was submitted on this question and is not mentioned in the act"
    )


class Answers(Facts):
    """What the act says to each question that was put, or that the law makes it answer."""

    asylum: Answer | None = Field(None, description="to the asylum claim and the ban on return")
    torture: Answer | None = Field(None, description="to the risk of torture")
    political: Answer | None = Field(None, description="to the political motive of the prosecution")
    family: Answer | None = Field(None, description="to family and private life")
    evidence: Answer | None = Field(None, description="to the evidence that was submitted")
    flight: Answer | None = Field(None, description="to the grounds for and against detention")


class Act(Facts):
    """A ruling, decision or refusal: by whom, when, how served, what it answers."""

    by: Named | None = Field(None, description="body or court that made the act, in the nominative")
    body_kind: (
        Literal[
            "court",
            "prosecutor",
            "police",
            "migration-service",
            "border-service",
            "security-service",
            "executive-body",
            "foreign-officers",
            "other",
        ]
        | None
    ) = Field(None, description="what kind of body made the act")
    body: BodyKey | None = Field(None, description="key of that body or officer in the law data, if it is there")
    on: Day | None = Field(None, description="date of the act")
    announced: Moment | None = Field(None, description="day, and hour where known, at which the act was announced")
    number: Number | None = Field(None, description="number of the act; none if it has none")
    signed_by: PersonName | None = Field(None, description="who signed, if known")
    signed_by_gender: Gender | None = Field(None, description="gender of who signed")
    served: Service | None = Field(None, description="service of copies")
    names_remedy: Flag | None = Field(
        None, description="the act says where, how and within which period to challenge it"
    )
    answers: Answers | None = Field(None, description="how the act answers each question")
    proof: Proof = proof()


class Complaint(Facts):
    """A complaint against an administrative act to the higher body."""

    to: Named = Field(description="body or court it was lodged with, in the nominative")
    filed: Day = Field(description="date of lodging")
    registered: Day | None = Field(None, description="day it was registered")
    status: Literal["pending", "dismissed", "upheld", "returned"] = Field(
        description="pending, dismissed, upheld, or returned without an answer on the merits"
    )
    decided: Day | None = Field(None, description="date of the outcome")
    served: Day | None = Field(None, description="day the client or the representative received the outcome")
    number: Number | None = Field(None, description="number of the appeal case; none if it has none")
    proof: Proof = proof()


class Appeal(Complaint):
    """A claim in court against an administrative act."""

    defendant: Named | None = Field(None, description="defendant of the claim, in the nominative")
    interim: Literal["none", "asked", "granted", "refused"] | None = Field(
        None, description="interim relief in the court: not asked for, asked for, granted or refused"
    )
    in_force: Day | None = Field(None, description="day the judgment entered into force")


class AdministrativeAct(Act):
    """A decision of a body under the Administrative Procedure Code, and what was done against it."""

    known_on: Day | None = Field(None, description="day the client learned of the decision, if before the copy")
    signed_as: Literal["department", "akimat", "akim", "commission", "unclear"] | None = Field(
        None,
        description="who decided: a department, the akimat, the akim, the commission, or unclear; on it depends whether "
        "there is a higher body",
    )
    remedy_named: Named | None = Field(
        None, description="body that the decision names for a complaint, in the nominative"
    )
    excludes_suspension: Flag | None = Field(
        None, description="the decision gives reasons why a complaint does not suspend it"
    )
    electronic: Flag | None = Field(None, description="the decision was made in electronic form")
    complaint: Complaint | Literal["none"] | None = Field(
        None, description="complaint to the higher body; none if there is none; leave out if not known"
    )
    appeal: Appeal | Literal["none"] | None = Field(
        None, description="claim in court; none if there is none; leave out if not known"
    )
