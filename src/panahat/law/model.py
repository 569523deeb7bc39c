"""What a law entry is: acts, norms with their versions in time, and how a norm stands on a day.

Each class is at once the shape of its entries in `templates/law` and their reader (`panahat.records`).
"""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Annotated, Literal

from msgspec import Struct

from panahat.records import AnyWords, Key, Kind, Names, OneOf, Raw, Record, Refers, Some, Words, Written

Confidence = Literal["two-sources", "one-source", "recalled"]
State = Literal["in-force", "unknown", "repealed", "not-yet"]
Doubt = Literal["recalled", "verify", "unseen-edition"]

UNITS = ("article", "section", "part", "point", "subpoint", "paragraph")
"""The levels of a place, widest first; what each is called in Russian stands in `Act.units`."""

CASES = ("nom", "gen", "dat", "acc", "ins", "prep")
KAZAKH_CASES = ("nom", "gen", "dat", "acc", "loc", "abl", "ins")
KAZAKH_UNITS = ("1-бап", "A бөлім", "бірінші бөлік", "1-тармақ", "1) тармақ", "1) тармақша", "бірінші абзац")
"""How an act may name its units in Kazakh: by the example of the first of them."""

ActKey = Annotated[str, Refers(("acts",))]
NormKey = Annotated[str, Refers(("norms",))]
SourceKey = Annotated[str, Refers(("sources",))]
InCases = Annotated[Mapping[str, str], Names(CASES)]
InKazakhCases = Annotated[Mapping[str, str], Names(KAZAKH_CASES)]
Number = Annotated[str, Kind("unit")]
Level = Literal["статья", "раздел", "часть", "пункт", "подпункт", "абзац", "глава", "параграф"]


class Span(Record):
    """Days in force, both ends inclusive; an open end is None.

    Where the first day is not known, `not_before` is a day before which it certainly is not in force, and `from_note`
    says what is known.
    """

    start: Annotated[date | None, Written("from")] = None
    end: Annotated[date | None, Written("until")] = None
    not_before: date | None = None
    from_note: str | None = None

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

    article: Number | None = None
    part: Number | None = None
    point: Number | None = None
    subpoint: Number | None = None
    paragraph: Number | None = None
    section: Number | None = None

    @classmethod
    def of(cls, raw: Raw) -> "Place":
        return cls(**raw)


class Sourced(Record):
    """How far an entry can be trusted: how sure its text is, when and where it was last looked at."""

    confidence: Confidence
    checked_on: date
    second_reading: Literal["confirmed", "corrected", "not-found"] | None = None
    verify_before_use: bool = False
    kk_status: Literal["seen", "confirmed", "recalled", "unconfirmed"] | None = None
    sources: Some[SourceKey] = ()
    note: str | None = None


class Party(Record):
    """How one state stands to a treaty."""

    party: bool | None
    signed: date | None = None
    deposited: date | None = None
    in_force: date | None = None
    ceased: date | None = None
    act: AnyWords = Words()
    reservations: str | None = None
    declarations: Mapping[str, str] = {}
    note: str | None = None


class ActNames(Struct, frozen=True):
    """How one language names an act: `title` at first mention and `short` after it, by case, and its `units`."""

    title: Mapping[str, str]
    short: Mapping[str, str]
    units: Mapping[str, str]


class KazakhNames(Record):
    """How an act is named in Kazakh, as `ActNames`; a unit by the example of its first number («1-бап», «1) тармақ»)."""

    title: InKazakhCases
    short: InKazakhCases
    units: Annotated[Mapping[str, Annotated[str, OneOf(KAZAKH_UNITS)]], Names(UNITS, ())]


class NamesOfItsDay(Record):
    """Names of an act in texts of the days when it was in force, where later ones must tell it from its successor."""

    ru: Annotated[Mapping[str, InCases], Names(("title", "short"))]
    kk: Annotated[Mapping[str, InKazakhCases], Names(("title", "short"))]


class FormerTitle(Record):
    """A title of an article that a change of words has ended, with its last day."""

    until: date
    ru: str
    kk: str | None = None
    en: str | None = None


class Codes(Record):
    """The act's number in the collections of law."""

    adilet: str | None = None
    zan: str | None = None


class Act(Sourced):
    """A code, law, treaty or other act.

    `title_forms` is the full name as a filing prints it at first mention, in six cases; `short_forms` the short name
    after (the same text in each case where it does not decline: «УПК РК»). `units` names each level of a place in
    Russian, nominative, widest first: {'article': 'статья', 'part': 'часть', 'point': 'пункт', …}.
    """

    key: Key
    kind: Literal[
        "code",
        "constitution",
        "law",
        "constitutional-law",
        "amending-law",
        "resolution",
        "rules",
        "treaty",
        "declaration",
        "foreign-code",
    ]
    number: str | None = None
    on: Annotated[date | None, Written("date")] = None
    title: Words
    title_forms: InCases
    short: Words
    short_forms: InCases
    units: Annotated[Mapping[str, Level], Names(UNITS, ())]
    kazakh: KazakhNames | None = None
    in_its_day: NamesOfItsDay | None = None
    in_force: Span = Span({})
    seen_until: date | None = None
    parties: Annotated[Mapping[str, Party], Names(("KZ", "RU"), ())] = {}
    codes: Codes | None = None
    registration: str | None = None
    status: str | None = None
    sources: Sequence[SourceKey]

    def names(self, language: str, on: date | None = None) -> ActNames | None:
        """How `language` names the act in a text of the day `on`; None where the registry does not say."""
        if on is not None and self.in_its_day and not (self.in_force.before(on) or self.in_force.after(on)):
            own = {"ru": self.in_its_day.ru, "kk": self.in_its_day.kk}.get(language)
            return ActNames(own["title"], own["short"], {}) if own else None
        if language == "en":
            title, short = self.title.en, self.short.en or self.title.en
            return ActNames({"nom": title}, {"nom": short or title}, {}) if title else None
        if language == "kk":
            return ActNames(self.kazakh.title, self.kazakh.short, self.kazakh.units) if self.kazakh else None
        return ActNames(self.title_forms, self.short_forms, self.units) if language == "ru" else None


class NormVersion(Sourced):
    """A norm as it stands in one act over one span of time.

    `places` are in the order they are cited; without any, the act itself is cited. `seen_until` is the last day for
    which the text was seen (None: not known); `seen_from` the first, where the wording before it is known to have
    differed or to be in doubt. `limits` is what the norm does not carry, for whoever cites it.
    """

    act: ActKey
    places: Sequence[Place]
    in_force: Span = Span({})
    gist: Words
    edition: str | None = None
    seen_from: date | None = None
    seen_until: date | None = None
    limits: str | None = None


class Norm(Record):
    """A norm, or a topic that moved from one act to another, by key; versions in order of time, never overlapping.

    `former_titles` stand oldest first.
    """

    key: Key
    title: Words
    former_titles: Some[FormerTitle] = ()
    versions: Some[NormVersion]

    def titled(self, on: date) -> Words:
        """The title of the article as it stood on a day."""
        former = next((t for t in self.former_titles if on <= t.until), None)
        return Words(former.ru, former.kk, former.en) if former else self.title


class Standing(Struct, frozen=True):
    """How a norm stands on a day: its state, the version in force then (else the nearest one), and what is doubtful."""

    key: str
    on: date
    state: State
    version: NormVersion | None = None
    doubts: tuple[Doubt, ...] = ()
