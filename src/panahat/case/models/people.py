"""The client, the representative, relatives: who they are and how their names are written."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from panahat.case.limits import NAME
from panahat.case.models.base import (
    ONE_LINE,
    Country,
    Day,
    Facts,
    Flag,
    Iin,
    Line,
    Moment,
    Named,
    Number,
    Partial,
    PartialOrUnknown,
    Proof,
    Text,
    Words,
    proof,
)

Gender = Literal["male", "female"]
RussianCase = Literal["nom", "gen", "dat", "acc", "ins", "prep"]
KazakhCase = Literal["nom", "gen", "dat", "acc", "loc", "abl", "ins"]
NamePart = Annotated[str, StringConstraints(strict=True, min_length=1, max_length=NAME, pattern=ONE_LINE)]


class NameForms(Facts):
    """Forms of the whole name that the office confirmed; they win over what the program would print."""

    ru: dict[RussianCase, Line] = Field(default={}, description="full name in Russian cases: gen, dat, acc, ins, prep")
    ru_short: dict[RussianCase, Line] = Field(default={}, description="surname with initials in Russian cases")
    kk: dict[KazakhCase, Line] = Field(
        default={}, description="full name in Kazakh cases: gen, dat, acc, loc, abl, ins"
    )
    kk_short: dict[KazakhCase, Line] = Field(default={}, description="surname with initials in Kazakh cases")


class PersonName(Facts):
    """A name exactly as the identity document writes it; capitals, ё and hyphens are kept."""

    surname: NamePart = Field(description="surname, as in the document")
    given: NamePart = Field(description="given name, as in the document")
    patronymic: NamePart | None = Field(None, description="patronymic, if the document has one")
    latin: Line | None = Field(None, description="Latin spelling of the travel passport")
    kk: Line | None = Field(None, description="the name as Kazakh documents write it, if it differs")
    forms: NameForms | None = Field(None, description="forms of the name that win over the computed ones")


class Birth(Facts):
    on: Day = Field(description="date of birth")
    place: Words | None = Field(None, description="place of birth")


class RelativeBirth(Facts):
    on: Partial = Field(description="date of birth of the relative")
    place: Words | None = Field(None, description="place of birth")


class Document(Facts):
    """An identity document, a certificate of civil status, or another paper about a person."""

    kind: Literal[
        "travel-passport",
        "internal-passport",
        "asylum-certificate",
        "refugee-certificate",
        "birth-certificate",
        "death-certificate",
        "marriage-certificate",
        "other",
    ] = Field(description="kind of document")
    title: Named | None = Field(None, description="title of the paper, in the nominative, if it is of another kind")
    number: Number | None = Field(None, description="series and number; none if it has none")
    issued: Day | None = Field(None, description="date of issue")
    expires: Day | None = Field(None, description="valid until")
    issuer: Words | None = Field(None, description="issuing body")
    held_by: Words | None = Field(None, description="who keeps it now, if it was taken")
    proof: Proof = proof()


class Custody(Facts):
    """Where the client is held."""

    place: Named = Field(description="institution and town, in the nominative")
    since: Day = Field(description="held since")
    executive_body_told: Moment | None = Field(
        None, description="day, and hour where known, the local executive body was told that the client seeks asylum"
    )
    proof: Proof = proof()


class Client(Facts):
    """The person the filing protects."""

    name: PersonName = Field(description="name of the client")
    gender: Gender = Field(description="gender, for agreement of words")
    born: Birth = Field(description="date and place of birth")
    citizenship: tuple[Country, ...] = Field(min_length=1, max_length=5, description="citizenships, two-letter codes")
    documents: tuple[Document, ...] = Field((), max_length=20, description="identity documents and certificates")
    iin: Iin | None = Field(None, description="IIN, if one was assigned")
    address: Words | None = Field(None, description="address in Kazakhstan, if at liberty")
    held: Custody | None = Field(None, description="place of detention, if held")
    speaks: tuple[Literal["ru", "kk", "en", "other"], ...] | None = Field(
        None, description="languages the client commands"
    )
    education: Words | None = Field(None, description="education of the client")
    occupation: Words | None = Field(None, description="occupation of the client")


class Notice(Facts):
    """A written notice of defence or a power of attorney."""

    number: Number | None = Field(None, description="number of the notice or power of attorney; none if it has none")
    on: Day = Field(description="date of the notice or power of attorney")
    proof: Proof = proof()


class Representative(Facts):
    """Who signs the filing."""

    name: PersonName = Field(description="name of the representative")
    gender: Gender = Field(description="gender, for agreement of words")
    role: Literal["advocate", "counsel", "relative"] = Field(description="advocate, legal counsel or relative")
    licence: Line | None = Field(None, description="number of the licence or certificate")
    licence_on: Day | None = Field(None, description="date of the licence or certificate")
    bar: Named | None = Field(None, description="bar association and office, in the nominative")
    address: Words | None = Field(None, description="address of the representative")
    phone: Line | None = Field(None, description="telephone")
    email: Line | None = Field(None, description="e-mail")
    defence_notice: Notice | None = Field(None, description="written notice of defence (representation)")
    power_of_attorney: Notice | None = Field(None, description="power of attorney")


class Relative(Facts):
    """A member of the client's family."""

    relation: Literal["spouse", "partner", "child", "parent", "sibling", "other"] = Field(
        description="relation to the client"
    )
    gender: Gender = Field(description="gender, for agreement of words")
    born: PartialOrUnknown | None = Field(None, description="date of birth of the relative")
    citizenship: Country | None = Field(None, description="citizenship of the relative")
    lives: Words | None = Field(None, description="where the relative lives, in the locative: «в городе …»")
    in_kazakhstan: Flag | None = Field(None, description="lives in Kazakhstan")
    dependent: Flag | None = Field(None, description="depends on the client's support")
    asylum_seeker: Flag | None = Field(None, description="is an asylum seeker or refugee")
    born_in_kazakhstan: Flag | None = Field(None, description="born in Kazakhstan")
    citizen_of_kazakhstan: Flag | None = Field(None, description="is a citizen of Kazakhstan")
    documents: tuple[Document, ...] = Field(
        (), max_length=20, description="papers of the relative: birth and death certificates"
    )
    health: Text | None = Field(None, description="state of health of the relative, in full sentences")
    proof: Proof = proof()
