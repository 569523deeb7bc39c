"""The facts of one case as frozen models; the field descriptions are the paralegal's help texts."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from panahat.case.models.asylum import Claim
from panahat.case.models.base import Facts, Flag, Id
from panahat.case.models.expulsion import Expulsion
from panahat.case.models.extradition import Extradition
from panahat.case.models.people import Client, Representative
from panahat.case.models.record import Annex, Choice, Entry, Event, Filing
from panahat.case.models.remedies import Inquiry, Restoration
from panahat.case.models.risk import Risk, UnMeasures
from panahat.case.models.stay import Handover, Residence, Transit
from panahat.case.models.visa import Visa

SCHEMA = 1


class Case(Facts):
    """Everything known about one case."""

    schema_: Literal["1"] = Field(alias="schema", description="version of the case file")
    id: Id = Field(description="short id for file names; never a person's name")
    synthetic: Flag = Field(False, description="true in examples with invented people")
    client: Client = Field(description="the client")
    representative: Representative | None = Field(None, description="who signs the filing")
    entry: Entry | None = Field(None, description="how the client came to Kazakhstan")
    asylum: tuple[Claim, ...] | None = Field(
        None, max_length=10, description="asylum claims, oldest first; an empty list if none was made"
    )
    extradition: Extradition | None = Field(None, description="the extradition case")
    expulsion: Expulsion | None = Field(None, description="the expulsion case")
    transit: Transit | None = Field(None, description="the transit zone or checkpoint")
    residence: Residence | None = Field(None, description="residence that was refused")
    handover: Handover | None = Field(None, description="detention or hand-over without procedure")
    risk: Risk | None = Field(None, description="what the client fears, and why")
    un_measures: tuple[UnMeasures, ...] | None = Field(
        None, max_length=5, description="communications to UN treaty bodies; an empty list if none"
    )
    restoration: Restoration | None = Field(None, description="a period that was missed and is to be restored")
    inquiry: Inquiry | None = Field(None, description="an advocate's inquiry about the client")
    visa: Visa | None = Field(None, description="the request for a humanitarian visa or a laissez-passer")
    events: tuple[Event, ...] = Field(
        (), max_length=200, description="events in order of time, for the statement of facts"
    )
    annexes: tuple[Annex, ...] = Field((), max_length=200, description="annexes, in the order of the list")
    arguments: Choice = Field(Choice(), description="the lawyer's choice of arguments")
    filing: Filing = Field(description="the filing to be made")


__all__ = ["SCHEMA", "Case"]
