"""States that may be asked for a humanitarian visa: on what rule, by which programme, for whom, where, with which papers.

No visa here is a right; every entry says on which day, and where, it was last seen. `as_of` and `since` are a year, a
month or a day, as far as the source goes.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Literal

from msgspec import Struct

from panahat.law.model import Confidence, Raw, Words

Answer = Literal["yes", "no", "case-by-case", "unknown"]
Status = Literal["open", "suspended", "closed", "none", "unknown"]
PROFILES = ("activist", "journalist", "deserter", "lgbt", "family")


class Basis(Struct, frozen=True):
    """A rule of the state in its own language; `role`: admission, travel-document, or context (never printed)."""

    act: str
    provision: str | None
    role: Literal["admission", "travel-document", "context"]
    gist: Words
    confidence: Confidence
    as_of: str | None
    sources: Sequence[str]
    note: str | None

    @classmethod
    def of(cls, raw: Raw) -> Basis:
        return cls(
            raw["act"],
            raw.get("provision"),
            raw["role"],
            Words.of(raw["gist"]),
            raw["confidence"],
            raw.get("as_of"),
            raw.get("sources", ()),
            raw.get("note"),
        )


class Programme(Struct, frozen=True):
    """A programme and its last known status; `none`: the state has no programme. `title` is what a letter calls it."""

    key: str
    name: Words
    title: Words
    status: Status
    since: str | None
    about: Words
    confidence: Confidence
    as_of: str | None
    sources: Sequence[str]

    @classmethod
    def of(cls, raw: Raw) -> Programme:
        return cls(
            raw["key"],
            Words.of(raw["name"]),
            Words.of(raw.get("title")),
            raw["status"],
            raw.get("since"),
            Words.of(raw.get("about")),
            raw["confidence"],
            raw.get("as_of"),
            raw.get("sources", ()),
        )

    @property
    def is_shut(self) -> bool:
        """Whether nothing can be asked under it: closed, suspended, or no programme at all."""
        return self.status in ("closed", "suspended", "none")


class Profile(Struct, frozen=True):
    """Whether the state takes people of one profile."""

    value: Answer
    about: Words
    confidence: Confidence
    as_of: str | None
    sources: Sequence[str]

    @classmethod
    def of(cls, raw: Raw) -> Profile:
        about = Words.of(raw.get("about"))
        return cls(raw["value"], about, raw["confidence"], raw.get("as_of"), raw.get("sources", ()))


class Exclusion(Struct, frozen=True):
    """People the state does not take; `test`: took-part (in fighting), crimes (suspected of war crimes), other."""

    who: Words
    test: Literal["took-part", "crimes", "other"]
    confidence: Confidence
    sources: Sequence[str]

    @classmethod
    def of(cls, raw: Raw) -> Exclusion:
        return cls(Words.of(raw["who"]), raw["test"], raw["confidence"], raw.get("sources", ()))


class Post(Struct, frozen=True):
    """Where to apply: an embassy, consulate, authority or programme; `to` is the line of the addressee."""

    key: str
    kind: str
    name: Words
    city: Words
    to: Words
    confidence: Confidence
    verify_before_use: bool
    note: str | None

    @classmethod
    def of(cls, raw: Raw) -> Post:
        return cls(
            raw["key"],
            raw["kind"],
            Words.of(raw["name"]),
            Words.of(raw["city"]),
            Words.of(raw["to"]),
            raw["confidence"],
            raw.get("verify_before_use", False),
            raw.get("note"),
        )


class TravelDocument(Struct, frozen=True):
    """Whether entry without a travel passport is possible, on which document, issued by whom."""

    possible: Answer
    document: Words
    issued_by: Words
    about: Words
    confidence: Confidence
    as_of: str | None
    sources: Sequence[str]

    @classmethod
    def of(cls, raw: Raw) -> TravelDocument:
        return cls(
            raw["possible"],
            Words.of(raw.get("document")),
            Words.of(raw.get("issued_by")),
            Words.of(raw.get("about")),
            raw["confidence"],
            raw.get("as_of"),
            raw.get("sources", ()),
        )


class PassportRule(Struct, frozen=True):
    """Whether Russian passports without a chip are accepted, and since when not."""

    non_biometric: Literal["accepted", "not-accepted", "unknown"]
    since: str | None
    confidence: Confidence
    sources: Sequence[str]

    @classmethod
    def of(cls, raw: Raw) -> PassportRule:
        return cls(raw["non_biometric"], raw.get("since"), raw["confidence"], raw.get("sources", ()))


class Destination(Struct, frozen=True):
    """One state. `forms` has the name in Russian and Kazakh cases and in an English sentence; `request` is what is asked.

    `individual` is the way outside any programme; `annexes` are kinds of papers the state expects.
    """

    key: str
    country: str
    name: Words
    official: Words
    forms: Mapping[str, Mapping[str, str] | str]
    request: Words
    legal_basis: Sequence[Basis]
    programmes: Sequence[Programme]
    individual: Literal["exceptional", "case-by-case", "no", "unknown"]
    profiles: Mapping[str, Profile]
    excluded: Sequence[Exclusion]
    posts: Sequence[Post]
    travel_document: TravelDocument
    passport_rule: PassportRule
    languages: Sequence[str]
    letter_points: Sequence[Words]
    annexes: Sequence[str]
    warnings: Sequence[Words]
    checked_on: date
    verify_before_use: bool
    sources: Sequence[str]
    """Every source that any part of the entry names."""

    def names(self, language: str) -> Mapping[str, str]:
        """The name of the state in the forms that a text in `language` needs."""
        forms = self.forms.get(language, {})
        return {"nom": forms} if isinstance(forms, str) else forms

    @classmethod
    def of(cls, raw: Raw) -> Destination:
        return cls(
            raw["key"],
            raw["country"],
            Words.of(raw["name"]),
            Words.of(raw["official"]),
            raw["forms"],
            Words.of(raw["request"]),
            [Basis.of(b) for b in raw["legal_basis"]],
            [Programme.of(p) for p in raw["programmes"]],
            raw["individual"],
            {name: Profile.of(p) for name, p in raw["profiles"].items()},
            [Exclusion.of(x) for x in raw.get("excluded", ())],
            [Post.of(p) for p in raw["posts"]],
            TravelDocument.of(raw["travel_document"]),
            PassportRule.of(raw["passport_rule"]),
            raw["languages"],
            [Words.of(p) for p in raw["letter_points"]],
            raw["annexes"],
            [Words.of(w) for w in raw["warnings"]],
            date.fromisoformat(raw["checked_on"]),
            raw["verify_before_use"],
            tuple(dict.fromkeys(_sources(raw))),
        )

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
            if name == "sources":
                yield from value
            else:
                yield from _sources(value)
    elif isinstance(raw, list):
        for value in raw:
            yield from _sources(value)
