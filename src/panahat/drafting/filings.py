"""What a kind of filing is: its description (`templates/filings/<kind>/filing.yaml`) as typed data.

Nothing here knows a remedy: a filing is its folder. The shape of the file is explained, for lawyers, in
templates/filings/README.md; `filing_reading` checks it, and what was read once is kept in the cache.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from typing import TYPE_CHECKING, Any, Literal

from msgspec import DecodeError, Struct, field
from msgspec.json import decode, encode

from panahat import cache
from panahat.argue import Argument, Cites, Decision
from panahat.argue.conditions import ALWAYS
from panahat.argue.deciding import Pleading
from panahat.argue.load import digest_of
from panahat.argue.look import Condition, Expr
from panahat.argue.model import Place as Cited
from panahat.case import Need, Needs, latest
from panahat.drafting.forms import LANGUAGES
from panahat.library import Library

if TYPE_CHECKING:
    from panahat.case import CaseFile
    from panahat.law import Law, Place


class Section(Struct, frozen=True):
    """A section of arguments: its id and its title by language; the arguments it may hold (none: those that name it)."""

    id: str
    title: Mapping[str, str]
    arguments: tuple[str, ...] = ()

    def rank(self, argument: Argument) -> int | None:
        """Where the argument stands here: in the order of the list, else by its own force; None if it has no place."""
        if self.arguments:
            return self.arguments.index(argument.id) if argument.id in self.arguments else None
        return argument.force if argument.section == self.id else None


class Relief(Struct, frozen=True):
    """A request or motion, or a warning of the law data: made where `when` holds.

    A warning may be `of` a fact instead of having an id: the warnings of the entry that the fact names. `norm` is the key
    of the norm that a request rests on («»: none is named), `title` what it asks, in each language.
    """

    id: str
    when: Expr = field(default_factory=lambda: ALWAYS)
    of: str = ""
    norm: str = ""
    title: Mapping[str, str] = {}

    @classmethod
    def read(cls, raw: Any) -> Relief:
        if isinstance(raw, str):
            return cls(raw)
        of, norm, title = raw.get("of", ""), raw.get("norm", ""), raw.get("title", {})
        return cls(raw.get("id", ""), raw.get("when", ALWAYS), of, norm, title)


class Remark(Struct, frozen=True):
    """What the review sheet says besides, by language, where `when` holds or is not known not to."""

    says: Mapping[str, str]
    when: Expr

    @classmethod
    def read(cls, raw: Mapping[str, Any]) -> Remark:
        return cls({k: v for k, v in raw.items() if k in LANGUAGES}, raw.get("when", ALWAYS))


class Period(Struct, frozen=True):
    """A period of the law data: the facts that start it, by who was served, and the fact that is the day of the act.

    `otherwise` are facts that start it where none of `starts` is known. The end of a period that does not `bind` is shown
    and does not make the filing late.
    """

    key: str
    starts: Mapping[str, str]
    otherwise: Mapping[str, str]
    filed: str
    binds: bool

    @classmethod
    def read(cls, raw: Mapping[str, Any]) -> Period:
        starts, otherwise = raw["starts"], raw.get("otherwise", {})
        return cls(raw["key"], starts, otherwise, raw.get("filed", "filing.on"), raw.get("binds") != "false")


class Recipient(Struct, frozen=True):
    """To whom, by rule: a `fixed` body; the body `above` the maker of the act, or its `maker`; `named` by a fact; `by_region`.

    `at` is the body's key, or the path of the act, the body or the region; `bodies` are keys by region or by the maker's
    key, «else» for all others. Of several rules the first counts whose condition holds and which names somebody.
    """

    rule: Literal["fixed", "above", "maker", "named", "by_region"]
    at: str
    bodies: Mapping[str, str] = {}
    when: Expr = field(default_factory=lambda: ALWAYS)

    @classmethod
    def read(cls, raw: Any) -> tuple[Recipient, ...]:
        """The rules that a file writes: a body's key, {fixed: key}, {named: path}, {above: act, bodies: …} … or a list."""
        return tuple(cls._one(r) for r in (raw if isinstance(raw, list) else [raw] if raw else []))

    @classmethod
    def _one(cls, raw: Any) -> Recipient:
        if isinstance(raw, str):
            return cls("fixed", raw)
        rule = next(k for k in raw if k not in ("bodies", "when"))
        return cls(rule, raw[rule], raw.get("bodies", {}), raw.get("when", ALWAYS))


class Provision(Struct, frozen=True):
    """Copies or fee: a number of copies, or a fee in МРП (the monthly index; «0»: none), the norm, and what else to know."""

    amount: str
    norm: Cited | None
    verify: bool
    says: Mapping[str, str]
    when: Expr

    @classmethod
    def read(cls, raw: Any) -> tuple[Provision, ...]:
        """The provisions that a file writes: one group or a list of them."""
        return tuple(cls._one(r) for r in (raw if isinstance(raw, list) else [raw] if raw else []))

    @classmethod
    def _one(cls, raw: Mapping[str, Any]) -> Provision:
        norm = Cited.of(raw["norm"]) if "norm" in raw else None
        amount = "0" if raw.get("none") == "true" else raw.get("n", raw.get("mrp", ""))
        return cls(amount, norm, raw.get("verify") == "true", raw.get("says", {}), raw.get("when", ALWAYS))


class Guided(Struct, frozen=True):
    """A citation group that also names every place of one article that the pleaded arguments cite."""

    act: str
    article: str


class FilingKind(Struct, frozen=True):
    """One kind of filing, as its folder describes it. `act` is the path of the act complained of.

    A filing without a norm is no act of procedure: a letter, an opinion, an application in free form.
    """

    kind: str
    title: Mapping[str, str]
    norm: str
    forum: str
    act: str
    addressee: tuple[Recipient, ...]
    through: tuple[Recipient, ...]
    copies: tuple[Provision, ...]
    fee: tuple[Provision, ...]
    periods: Sequence[Period]
    needs: Needs
    sections_from: int
    sections: Sequence[Section]
    asks: Sequence[Relief]
    motions: Sequence[Relief]
    cites: Mapping[str, Cites]
    guided: Mapping[str, Sequence[Guided]]
    warnings: Sequence[Relief]
    sheet: Sequence[Remark]
    languages: tuple[str, ...]
    named: Mapping[str, Condition]

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

    def pleading(self, file: CaseFile) -> Pleading:
        """What arguments have to know of the filing in this case."""
        return Pleading(latest(file.case, self.act), self.forum, self.place_of)

    def groups(self, included: Iterable[Decision], law: Law) -> dict[str, Cites]:
        """The citation groups of the filing's own text, with the places that the pleaded arguments cite added."""
        pleaded = [place for d in included for c in d.argument.cites.values() if c.relied for place in c.places]
        out = dict(self.cites)
        for name, wanted in self.guided.items():
            more = [p for p in pleaded for g in wanted if _stands_in(law, p.key, g)]
            out[name] = Cites(tuple(dict.fromkeys([*self.cites[name].places, *more])), self.cites[name].on)
        return out


def _stands_in(law: Law, key: str, guided: Guided) -> bool:
    """Whether every place of the norm stands in that article of that act."""
    places: list[tuple[str, Place]] = [(v.act, p) for v in law.norms[key].versions for p in v.places]
    return bool(places) and all(act == guided.act and p.article == guided.article for act, p in places)


def load_filings(library: Library, law: Law | None = None) -> dict[str, FilingKind]:
    """Every kind of filing on the library, by kind. Raises Refused with every flaw at its file and line.

    `law` is the registry of that library where the caller has it; else it is loaded when the files have to be checked anew.
    """
    files = dict(library.walk("filings", "/filing.yaml"))
    texts = dict(library.walk("filings", ".docx"))
    asked = dict(library.walk("arguments", "/argument.yaml"))
    digest = digest_of({**files, **asked}, library, *texts)
    if kept := cache.load("filings", digest):
        with suppress(DecodeError):
            return decode(kept, type=dict[str, FilingKind])
    from panahat.drafting.filing_reading import read_filings

    read = read_filings(library, law, files, list(texts), list(asked.values()))
    filings = {kind: of(data) for kind, data in read.items()}
    cache.store("filings", digest, encode(filings))
    return filings


def of(data: Mapping[str, Any]) -> FilingKind:
    """The filing of a well-formed filing.yaml; «languages» and «named» were added when it was checked."""
    cites = {name: Cites.of(group) for name, group in data.get("cites", {}).items()}
    guided = {
        name: [Guided(**g) for g in group["cited"]]
        for name, group in data.get("cites", {}).items()
        if isinstance(group, dict) and "cited" in group
    }
    languages = tuple(data["languages"])
    return FilingKind(
        kind=data["kind"],
        title=data["title"],
        norm=data.get("norm", ""),
        forum=data.get("forum", ""),
        act=data.get("act", ""),
        addressee=Recipient.read(data.get("addressee")),
        through=Recipient.read(data.get("through")),
        copies=Provision.read(data.get("copies")),
        fee=Provision.read(data.get("fee")),
        periods=[Period.read(p) for p in data.get("periods", [])],
        needs=Needs(
            data["kind"],
            tuple(Need.of(n) for n in data.get("needs", [])),
            tuple(Need.of(w) for w in data.get("wants", [])),
            languages,
            data.get("norm", ""),
            tuple(data.get("prints", [])),
        ),
        sections_from=int(data.get("sections_from", "1")),
        sections=[Section(s["id"], s["title"], tuple(s.get("arguments", ()))) for s in data.get("sections", [])],
        asks=[Relief.read(w) for w in data.get("asks", [])],
        motions=[Relief.read(w) for w in data.get("motions", [])],
        cites=cites,
        guided=guided,
        warnings=[Relief.read(w) for w in data.get("warnings", [])],
        sheet=[Remark.read(r) for r in data.get("sheet", [])],
        languages=languages,
        named=data["named"],
    )
