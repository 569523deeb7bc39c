"""What a kind of filing is: its description (`templates/filings/<kind>/filing.yaml`) as typed data.

Nothing here knows a remedy: a filing is its folder. The shape of the file is explained, for lawyers, in
templates/filings/README.md; `filing_reading` checks it, and what was read once is kept in the cache.
"""

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Annotated, ClassVar, Literal

from msgspec import Struct, field
from msgspec.structs import replace

from panahat.argue.conditions import ALWAYS, FORUMS
from panahat.argue.deciding import Pleading
from panahat.argue.look import ArgumentKey, Condition, FactPath, NormKey, Titles, WarningKey, When
from panahat.argue.model import Argument, Cites, Decision
from panahat.argue.model import Place as Cited
from panahat.case.facts import get, latest
from panahat.case.needs import Need, Needs
from panahat.records import LANGUAGES, Added, Kind, Names, OneOf, Refers, Single

if TYPE_CHECKING:
    from panahat.case.loading import CaseFile
    from panahat.case.models import Case
    from panahat.law.model import Place
    from panahat.law.registry import Law

RULES = ("fixed", "above", "maker", "named", "by_region")
STOPS = ("draft", "final")
FilingKey = Annotated[str, Refers(("filing",))]
"""A kind of filing: the name of its folder."""
BodyKey = Annotated[str, Refers(("bodies",))]
ActPath = Annotated[str, Kind("text"), Refers(("act",))]
"""The path of an act: a fact that has a maker."""
DayPath = Annotated[str, Kind("text"), Refers(("day",))]
"""The path of a fact from which a period can run."""
Told = Annotated[Mapping[str, str], Names(LANGUAGES, ("ru",))]
"""A text in Russian, and in the other languages in which there is one."""


class Section(Struct, frozen=True):
    """A section of arguments: its id and its title by language; the arguments it may hold (none: those that name it)."""

    id: str
    title: Told
    arguments: tuple[ArgumentKey, ...] = ()

    def rank(self, argument: Argument) -> int | None:
        """Where the argument stands here: in the order of the list, else by its own force; None if it has no place."""
        if self.arguments:
            return self.arguments.index(argument.id) if argument.id in self.arguments else None
        return argument.force if argument.section == self.id else None


class Request(Struct, frozen=True):
    """A request or motion, made where `when` holds.

    `norm` is the key of the norm that it rests on («»: none is named), `title` what it asks, in each language.
    """

    of: ClassVar[str] = ""
    id: str
    when: When = field(default_factory=lambda: ALWAYS)
    norm: NormKey = ""
    title: Told = {}


class Caution(Struct, frozen=True):
    """A warning of the law data, given where `when` holds; or, `of` a fact, the warnings of the entry that it names."""

    alone: ClassVar[str] = "id"
    norm: ClassVar[str] = ""
    title: ClassVar[Mapping[str, str]] = {}
    id: WarningKey = ""
    when: When = field(default_factory=lambda: ALWAYS)
    of: FactPath = ""


class Remark(Struct, frozen=True):
    """What the review sheet says besides, by language, where `when` holds or is not known not to."""

    ru: str
    kk: str = ""
    en: str = ""
    when: When = field(default_factory=lambda: ALWAYS)

    @property
    def says(self) -> Mapping[str, str]:
        """The text by language."""
        return {language: text for language in LANGUAGES if (text := getattr(self, language))}


class Period(Struct, frozen=True):
    """A period of the law data: the facts that start it, by who was served, and the fact that is the day of the act.

    `otherwise` are facts that start it where none of `starts` is known; `after` another period, it starts on that one's last
    day. The end of a period that does not `bind` is shown and does not make the filing late; where `when` surely fails, it
    does not run at all.
    """

    key: Annotated[str, Refers(("deadlines",))]
    starts: Mapping[str, DayPath]
    otherwise: Mapping[str, DayPath] = {}
    filed: DayPath = "filing.on"
    binds: bool = True
    when: When = field(default_factory=lambda: ALWAYS)
    after: Annotated[str, Refers(("deadlines",))] = ""


class Opening(Struct, frozen=True):
    """A state of the filing on its day: where `when` holds; why, in each language; the kinds of filings that are left.

    `stops` says what such a filing cannot be: a «draft», a «final» one, or «nothing» (it is told only).
    """

    state: Literal["open", "closing", "late", "closed", "later", "not-applicable", "unknown"]
    when: When
    says: Titles
    instead: tuple[FilingKey, ...] = ()
    stops: Literal["draft", "final", "nothing"] | None = None

    @property
    def stopping(self) -> str:
        """What it stops («»: nothing); one that is closed or does not apply stops a draft unless the file says otherwise."""
        chosen = self.stops or (STOPS[0] if self.state in ("closed", "not-applicable") else "nothing")
        return "" if chosen == "nothing" else chosen


class Effect(Struct, frozen=True):
    """What filing it suspends by itself («automatic»), only if asked («on-request»), or leaves as it is («nothing»).

    Told where `when` holds or is not known not to; `norm` is the norm that it rests on.
    """

    effect: Literal["automatic", "on-request", "nothing"]
    says: Titles
    norm: NormKey = ""
    when: When = field(default_factory=lambda: ALWAYS)


class Companion(Struct, frozen=True):
    """Another kind of filing that goes with this one where `when` holds: this one «before» it, «with» it or «after» it."""

    kind: FilingKey
    order: Literal["before", "with", "after"]
    says: Titles
    when: When = field(default_factory=lambda: ALWAYS)


class Recipient(Struct, frozen=True):
    """To whom, by rule: a `fixed` body; the body `above` the maker of the act, or its `maker`; `named` by a fact; `by_region`.

    `at` is the body's key, or the path of the act, the body or the region; `bodies` are keys by region or by the maker's
    key, «else» for all others. Of several rules the first counts whose condition holds and which names somebody.
    """

    alone: ClassVar[str] = "fixed"
    fixed: BodyKey = ""
    above: ActPath = ""
    maker: ActPath = ""
    named: FactPath = ""
    by_region: FactPath = ""
    bodies: Mapping[str, BodyKey] = {}
    when: When = field(default_factory=lambda: ALWAYS)

    @property
    def rule(self) -> str:
        """The one rule that is given."""
        return next(rule for rule in RULES if getattr(self, rule))

    @property
    def at(self) -> str:
        """What the rule names."""
        return str(getattr(self, self.rule))


class Provision(Struct, frozen=True):
    """Of copies or a fee: the norm, and what else to know."""

    norm: Cited | None = None
    verify: bool = False
    says: Told = {}
    when: When = field(default_factory=lambda: ALWAYS)

    @property
    def amount(self) -> str:
        """How many or how much; «» where it is not said."""
        return ""


class Copies(Provision, frozen=True):
    """A number of copies: what the fact `of` tells, where it is known, else `n`."""

    n: Annotated[str, Kind("number")] = ""
    of: FactPath = ""

    @property
    def amount(self) -> str:
        return self.n


class Fee(Provision, frozen=True):
    """A fee in МРП (the monthly index), or none."""

    none: bool = False
    mrp: Annotated[str, Kind("decimal")] = ""

    @property
    def amount(self) -> str:
        """The fee in МРП; «0» for none."""
        return "0" if self.none else self.mrp


class Guided(Struct, frozen=True):
    """A citation group that also names every place of one article that the pleaded arguments cite."""

    act: Annotated[str, Refers(("acts",))]
    article: str


class Group(Cites, frozen=True):
    """Norms that the text of a filing cites under one name."""

    guided: tuple[Guided, ...] = field(name="cited", default=())


class Asked(Struct, frozen=True):
    """A fact that a filing needs or wants: alternatives apart by «|»; `final`: a final filing cannot do without it."""

    alone: ClassVar[str] = "path"
    path: Annotated[str, Kind("text"), Refers(("pattern",))]
    final: Literal["error"] | None = None
    when: When | None = None

    @property
    def need(self) -> Need:
        """The same for the case room."""
        return Need.of(self.path, self.final is not None, self.when)


class Variant(Struct, frozen=True):
    """What one variant of a kind of filing has in place of what the kind says: norm, reader, act, recipients, citations.

    Of several acts the first counts that the case tells. Its periods and states come after those of the kind.
    """

    norm: NormKey = ""
    forum: Annotated[str, OneOf(FORUMS)] = ""
    act: Annotated[tuple[ActPath, ...], Single()] = ()
    addressee: Annotated[tuple[Recipient, ...], Single()] = ()
    through: Annotated[tuple[Recipient, ...], Single()] = ()
    periods: tuple[Period, ...] = ()
    open: tuple[Opening, ...] = ()
    cites: Annotated[Mapping[str, Group], Kind("column")] = {}


class FilingKind(Struct, frozen=True, kw_only=True):
    """One kind of filing, as its folder describes it. `act` is the path of the act complained of.

    A filing without a norm is no act of procedure: a letter, an opinion, an application in free form. `variant` is the
    fact that chooses among its `variants`.
    """

    kind: str
    title: Titles
    norm: NormKey = ""
    forum: Annotated[str, OneOf(FORUMS)] = ""
    act: ActPath = ""
    addressee: Annotated[tuple[Recipient, ...], Single()] = ()
    through: Annotated[tuple[Recipient, ...], Single()] = ()
    copies: Annotated[tuple[Copies, ...], Single()] = ()
    fee: Annotated[tuple[Fee, ...], Single()] = ()
    periods: tuple[Period, ...] = ()
    open: tuple[Opening, ...] = ()
    suspends: tuple[Effect, ...] = ()
    goes_with: tuple[Companion, ...] = ()
    needed: tuple[Asked, ...] = field(name="needs", default=())
    wanted: tuple[Asked, ...] = field(name="wants", default=())
    prints: tuple[FactPath, ...] = ()
    sections_from: int = 1
    sections: tuple[Section, ...] = ()
    asks: tuple[Request, ...] = ()
    motions: tuple[Request, ...] = ()
    cites: Annotated[Mapping[str, Group], Kind("column")] = {}
    variant: FactPath = ""
    variants: Annotated[Mapping[str, Variant], Kind("key")] = {}
    warnings: tuple[Caution, ...] = ()
    sheet: tuple[Remark, ...] = ()
    languages: tuple[str, ...] = ()
    named: Annotated[Mapping[str, Condition], Added()] = {}

    def of(self, case: "Case") -> "FilingKind":
        """The kind as it is in that case: with what its variant there says."""
        chosen = self.variants.get(get(case, self.variant) or "") if self.variant else None
        if chosen is None:
            return self
        act = next((a for a in chosen.act if get(case, latest(case, a)) is not None), next(iter(chosen.act), ""))
        given = {name: getattr(chosen, name) for name in ("norm", "forum", "addressee", "through")} | {"act": act}
        return replace(
            self,
            **{name: value for name, value in given.items() if value},
            periods=(*self.periods, *chosen.periods),
            open=(*self.open, *chosen.open),
            cites={**self.cites, **chosen.cites},
        )

    @property
    def every_period(self) -> tuple[Period, ...]:
        """The periods of the kind and of all its variants."""
        return (*self.periods, *(p for v in self.variants.values() for p in v.periods))

    @property
    def needs(self) -> Needs:
        """What the filing asks of a case."""
        needs, wants = (tuple(asked.need for asked in listed) for listed in (self.needed, self.wanted))
        return Needs(self.kind, needs, wants, self.languages, self.norm, self.prints)

    @property
    def section_ids(self) -> tuple[str, ...]:
        return tuple(s.id for s in self.sections)

    @property
    def listed(self) -> frozenset[str]:
        """The sections that give their arguments an order of their own."""
        return frozenset(s.id for s in self.sections if s.arguments)

    def place_of(self, argument: Argument) -> tuple[str, int] | None:
        """The section of the filing in which the argument may stand, and its rank there."""
        return next(((s.id, rank) for s in self.sections if (rank := s.rank(argument)) is not None), None)

    def pleading(self, file: "CaseFile") -> Pleading:
        """What arguments have to know of the filing in this case."""
        return Pleading(latest(file.case, self.act), self.forum, self.place_of)

    def groups(self, included: Iterable[Decision], law: "Law") -> dict[str, Cites]:
        """The citation groups of the filing's own text, with the places that the pleaded arguments cite added."""
        pleaded = [place for d in included for c in d.argument.cites.values() if c.relied for place in c.places]
        out: dict[str, Cites] = dict(self.cites)
        for name, group in self.cites.items():
            if group.guided:
                more = [p for p in pleaded for g in group.guided if _stands_in(law, p.key, g)]
                out[name] = Cites(tuple(dict.fromkeys([*group.places, *more])), group.on)
        return out


def _stands_in(law: "Law", key: str, guided: Guided) -> bool:
    """Whether every place of the norm stands in that article of that act."""
    places: list[tuple[str, Place]] = [(v.act, p) for v in law.norms[key].versions for p in v.places]
    return bool(places) and all(act == guided.act and p.article == guided.article for act, p in places)
