"""What a law entry is: acts, norms with their versions in time, and how a norm stands on a day.

Plain immutable records built from the canonical JSON of the registry (`of(raw)`), one entry at a time, when it is read.
Named tuples, because many are compared and unpacked as such.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, Literal, NamedTuple

from msgspec import Struct

Raw = Mapping[str, Any]
Confidence = Literal["two-sources", "one-source", "recalled"]
State = Literal["in-force", "unknown", "repealed", "not-yet"]
Doubt = Literal["recalled", "verify", "unseen-edition"]

UNITS = ("article", "section", "part", "point", "subpoint", "paragraph")
"""The levels of a place, widest first; what each is called in Russian stands in `Act.units`."""

CASES = ("nom", "gen", "dat", "acc", "ins", "prep")
KAZAKH_CASES = ("nom", "gen", "dat", "acc", "loc", "abl", "ins")


def day(text: str | None) -> date | None:
    """The day an ISO text names; None for None."""
    return date.fromisoformat(text) if text else None


class Words(NamedTuple):
    """One text in the languages in which it is known."""

    ru: str | None = None
    kk: str | None = None
    en: str | None = None

    @classmethod
    def of(cls, raw: Raw | None) -> Words:
        return cls(raw.get("ru"), raw.get("kk"), raw.get("en")) if raw else cls()


class Span(NamedTuple):
    """Days in force, both ends inclusive; an open end is None.

    Where the first day is not known, `not_before` is a day before which it certainly is not in force, and `from_note`
    says what is known.
    """

    start: date | None = None
    end: date | None = None
    not_before: date | None = None
    from_note: str | None = None

    @classmethod
    def of(cls, raw: Raw | None) -> Span:
        if not raw:
            return cls()
        return cls(day(raw.get("from")), day(raw.get("until")), day(raw.get("not_before")), raw.get("from_note"))

    @property
    def earliest(self) -> date | None:
        """The first day on which it can be in force; None where nothing is known."""
        return self.start or self.not_before

    def before(self, on: date) -> bool:
        """Whether `on` lies before the span."""
        return self.earliest is not None and on < self.earliest

    def after(self, on: date) -> bool:
        """Whether `on` lies after the span."""
        return self.end is not None and on > self.end


class Place(Struct, frozen=True):
    """One place in an act: «пункт 7 части 1 статьи 590» is Place(article='590', part='1', point='7').

    Part and point are what the act itself calls so (`Act.units`): часть and пункт in codes of procedure, пункт and
    подпункт in laws and the Constitution. `section` is the раздел of a treaty article (1951 Convention, art. 1F).
    """

    article: str | None = None
    part: str | None = None
    point: str | None = None
    subpoint: str | None = None
    paragraph: str | None = None
    section: str | None = None

    @classmethod
    def of(cls, raw: Raw) -> Place:
        return cls(**raw)


class Party(NamedTuple):
    """How one state stands to a treaty."""

    party: bool | None
    signed: date | None
    deposited: date | None
    in_force: date | None
    ceased: date | None
    act: Words
    reservations: str | None
    declarations: Mapping[str, str]
    note: str | None

    @classmethod
    def of(cls, raw: Raw) -> Party:
        return cls(
            raw.get("party"),
            day(raw.get("signed")),
            day(raw.get("deposited")),
            day(raw.get("in_force")),
            day(raw.get("ceased")),
            Words.of(raw.get("act")),
            raw.get("reservations"),
            raw.get("declarations", {}),
            raw.get("note"),
        )


class ActNames(NamedTuple):
    """How one language names an act: `title` at first mention and `short` after it, by case, and its `units`."""

    title: Mapping[str, str]
    short: Mapping[str, str]
    units: Mapping[str, str]


class Act(NamedTuple):
    """A code, law, treaty or other act.

    `title_forms` is the full name as a filing prints it at first mention, in six cases; `short_forms` the short name
    after (the same text in each case where it does not decline: «УПК РК»). `units` names each level of a place in
    Russian, nominative, widest first: {'article': 'статья', 'part': 'часть', 'point': 'пункт', …}. `kazakh` is the same
    in Kazakh, in seven cases, a unit by the example of its first number («1-бап», «бірінші бөлік», «1) тармақ»).
    """

    key: str
    kind: str
    number: str | None
    on: date | None
    title: Words
    title_forms: Mapping[str, str]
    short: Words
    short_forms: Mapping[str, str]
    units: Mapping[str, str]
    in_force: Span
    seen_until: date | None
    confidence: Confidence
    verify_before_use: bool
    checked_on: date
    sources: Sequence[str]
    parties: Mapping[str, Party]
    kazakh: ActNames | None
    kk_status: str | None
    status: str | None
    note: str | None

    def names(self, language: str) -> ActNames | None:
        """How `language` (ru, kk or en) names the act; None where the registry does not say."""
        if language == "en":
            title, short = self.title.en, self.short.en or self.title.en
            return ActNames({"nom": title}, {"nom": short or title}, {}) if title else None
        return self.kazakh if language == "kk" else ActNames(self.title_forms, self.short_forms, self.units)

    @classmethod
    def of(cls, raw: Raw) -> Act:
        return cls(
            raw["key"],
            raw["kind"],
            raw.get("number"),
            day(raw.get("date")),
            Words.of(raw["title"]),
            raw["title_forms"],
            Words.of(raw["short"]),
            raw["short_forms"],
            raw["units"],
            Span.of(raw.get("in_force")),
            day(raw.get("seen_until")),
            raw["confidence"],
            raw.get("verify_before_use", False),
            date.fromisoformat(raw["checked_on"]),
            raw.get("sources", ()),
            {state: Party.of(p) for state, p in raw.get("parties", {}).items()},
            ActNames(**raw["kazakh"]) if "kazakh" in raw else None,
            raw.get("kk_status"),
            raw.get("status"),
            raw.get("note"),
        )


class NormVersion(NamedTuple):
    """A norm as it stands in one act over one span of time.

    `places` are in the order they are cited; without any, the act itself is cited. `seen_until` is the last day for
    which the text was seen (None: not known); `seen_from` the first, where the wording before it is known to have
    differed or to be in doubt.
    """

    act: str
    places: Sequence[Place]
    in_force: Span
    gist: Words
    edition: str | None
    seen_from: date | None
    seen_until: date | None
    confidence: Confidence
    verify_before_use: bool
    checked_on: date
    second_reading: str | None
    sources: Sequence[str]
    kk_status: str | None
    note: str | None

    @classmethod
    def of(cls, raw: Raw) -> NormVersion:
        return cls(
            raw["act"],
            tuple(Place.of(p) for p in raw["places"]),
            Span.of(raw.get("in_force")),
            Words.of(raw["gist"]),
            raw.get("edition"),
            day(raw.get("seen_from")),
            day(raw.get("seen_until")),
            raw["confidence"],
            raw.get("verify_before_use", False),
            date.fromisoformat(raw["checked_on"]),
            raw.get("second_reading"),
            raw.get("sources", ()),
            raw.get("kk_status"),
            raw.get("note"),
        )


class Norm(NamedTuple):
    """A norm, or a topic that moved from one act to another, by key; versions in order of time, never overlapping."""

    key: str
    title: Words
    versions: Sequence[NormVersion]

    @classmethod
    def of(cls, raw: Raw) -> Norm:
        return cls(raw["key"], Words.of(raw["title"]), tuple(NormVersion.of(v) for v in raw["versions"]))


class Standing(NamedTuple):
    """How a norm stands on a day: its state, the version in force then (else the nearest one), and what is doubtful."""

    key: str
    on: date
    state: State
    version: NormVersion | None = None
    doubts: tuple[Doubt, ...] = ()
