"""States that may be asked for a humanitarian visa: on what rule, by which programme, for whom, where, with which papers.

No visa here is a right; every entry says on which day, and where, it was last seen. `as_of` and `since` are a year, a
month or a day, as far as the source goes.
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Annotated, Literal

from panahat.law.model import CASES, Confidence, InKazakhCases, SourceKey
from panahat.records import AllWords, Key, Kind, Names, OneOf, Record, Some, Words

Answer = Literal["yes", "no", "case-by-case", "unknown"]
When = Annotated[str, Kind("when")]
PROFILES = ("activist", "journalist", "deserter", "lgbt", "family")
PAPERS = tuple(
    "identity form statement criminal-papers military-papers extradition-papers asylum-papers activity-proof press-proof "
    "recommendations vetting no-passport-note family-papers host mandate consent translations referral mfa-support "
    "sponsor".split()
)
"""Kinds of papers that go with a letter; the case file names them under `visa.papers`."""


class Seen(Record):
    """How sure a statement is, and where it was read."""

    confidence: Confidence
    sources: Some[SourceKey] = ()
    note: str | None = None


class Dated(Seen):
    """A statement as of a day."""

    as_of: When | None = None


class Basis(Dated):
    """A rule of the state in its own language; `role`: admission, travel-document, or context (never printed)."""

    act: str
    provision: str | None = None
    role: Literal["admission", "travel-document", "context"]
    gist: Words


class Programme(Dated):
    """A programme and its last known status; `none`: the state has no programme. `title` is what a letter calls it."""

    key: Key
    name: AllWords
    title: AllWords = Words()
    status: Literal["open", "suspended", "closed", "none", "unknown"]
    since: When | None = None
    about: Words = Words()

    @property
    def is_shut(self) -> bool:
        """Whether nothing can be asked under it: closed, suspended, or no programme at all."""
        return self.status in ("closed", "suspended", "none")


class Fact(Dated):
    """What else is known of how the state decides."""

    what: Words


class Profile(Dated):
    """Whether the state takes people of one profile."""

    value: Answer
    about: Words = Words()


class Exclusion(Seen):
    """People the state does not take; `test`: took-part (in fighting), crimes (suspected of war crimes), other."""

    who: Words
    test: Literal["took-part", "crimes", "other"]


class Authority(Seen):
    """Who decides."""

    who: Words


class Post(Seen):
    """Where to apply: an embassy, consulate, authority or programme; `to` is the line of the addressee."""

    key: Key
    kind: Literal["embassy", "consulate-general", "authority", "programme"]
    name: AllWords
    city: AllWords
    to: AllWords
    verify_before_use: bool = False


class TravelDocument(Dated):
    """Whether entry without a travel passport is possible, on which document, issued by whom."""

    possible: Answer
    document: AllWords = Words()
    issued_by: Words = Words()
    about: Words = Words()


class PassportRule(Seen):
    """Whether Russian passports without a chip are accepted, and since when not."""

    non_biometric: Literal["accepted", "not-accepted", "unknown"]
    since: When | None = None


class Forms(Record):
    """The name of the state in the cases of Russian (and `into` it) and Kazakh, and in an English sentence."""

    ru: Annotated[Mapping[str, str], Names((*CASES, "into"))]
    kk: InKazakhCases
    en: str


class Destination(Record):
    """One state. `request` is what is asked; `individual` the way outside any programme; `annexes` the papers it expects."""

    key: Key
    country: Annotated[str, Kind("country")]
    name: AllWords
    official: AllWords
    forms: Forms
    request: AllWords
    legal_basis: Some[Basis]
    programmes: Some[Programme]
    individual: Literal["exceptional", "case-by-case", "no", "unknown"]
    facts: Sequence[Fact] = ()
    profiles: Annotated[Mapping[str, Profile], Names(PROFILES)]
    excluded: Sequence[Exclusion] = ()
    authority: Authority
    posts: Some[Post]
    travel_document: TravelDocument
    passport_rule: PassportRule
    languages: Some[Annotated[str, Kind("language")]]
    languages_confidence: Confidence
    letter_points: Sequence[Words]
    annexes: Some[Annotated[str, OneOf(PAPERS)]]
    annexes_confidence: Confidence
    warnings: Sequence[Words]
    checked_on: date
    verify_before_use: bool

    @property
    def sources(self) -> Sequence[str]:
        """Every source that any part of the entry names."""
        return tuple(dict.fromkeys(_sources(self.raw)))

    def names(self, language: str) -> Mapping[str, str]:
        """The name of the state in the forms that a text in `language` needs; none where the law data has no words in it."""
        forms: Mapping[str, str] | str = getattr(self.forms, language, None) or {}
        return {"nom": forms} if isinstance(forms, str) else forms

    def programme(self, key: str) -> Programme | None:
        """The programme called `key`."""
        return next((p for p in self.programmes if p.key == key), None)

    def post(self, key: str | None) -> Post | None:
        """The post called `key`; the first one where none is asked for."""
        return next((p for p in self.posts if key in (None, p.key)), None)

    def takes(self, profile: str) -> bool:
        """Whether a letter for this profile has a way in: the profile is not refused, and some door is not known shut."""
        door = any(not p.is_shut for p in self.programmes) or self.individual in ("exceptional", "case-by-case")
        return door and self.profiles[profile].value in ("yes", "case-by-case")


def _sources(raw: object) -> Iterator[str]:
    """Every key under a field `sources`, however deep."""
    if isinstance(raw, Mapping):
        for name, value in raw.items():
            yield from value if name == "sources" else _sources(value)
    elif isinstance(raw, list):
        for value in raw:
            yield from _sources(value)
