"""What an argument is, and what was decided about it: plain frozen data."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Annotated, ClassVar, Literal

from msgspec import Struct, field

from panahat.argue.look import (
    ArgumentKey,
    Called,
    Condition,
    Expr,
    FactPath,
    NormKey,
    Pair,
    Titles,
    WarningKey,
    When,
)
from panahat.argue.periods import Periods
from panahat.argue.truth import Truth
from panahat.problems import Path
from panahat.records import Added, Kind, Least, OneOf, Refers, Single

Role = Literal["all", "any", "none"]
Verdict = Literal["included", "excluded", "unknown", "left-out"]

WEIGHTS = ("decisive", "protection", "risk", "procedure", "support")
"""What a ground is worth, heaviest first: what decides by dates and texts alone, what forbids return, what endangers the
person, how the act was made, what only helps. Sections and arguments of a filing stand in this order."""

LAWYER = "lawyer"
"""The value of `Decision.because` where the lawyer's choice decided."""


class Place(Struct, frozen=True):
    """A norm by key, narrowed to one part, point, subpoint and paragraph of it where given («часть 7, пункт 3»)."""

    alone: ClassVar[str] = "key"
    key: NormKey
    part: str = ""
    point: str = ""
    subpoint: str = ""
    paragraph: str = ""


class Cites(Struct, frozen=True):
    """Norms cited under one name.

    `on` is the dotted fact whose day decides which law stood («»: the filing's). `relied` is false where the text names
    norms that it does not rest on, so that the closing line of a filing leaves them out.
    """

    alone: ClassVar[str] = "norms"
    places: tuple[Place, ...] = field(name="norms")
    on: FactPath = ""
    relied: bool = True

    @property
    def norms(self) -> tuple[str, ...]:
        """The keys of the norms."""
        return tuple(p.key for p in self.places)


class Authority(Struct, frozen=True):
    """A decision by key, and the paragraphs of it (`at`) that a text rests on."""

    alone: ClassVar[str] = "key"
    key: Annotated[str, Refers(("decisions",))]
    at: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """What a text calls it."""
        return self.key.replace("-", "_")


class Document(Authority, frozen=True):
    """A document without binding force by key, with its paragraphs, as `Authority`."""

    key: Annotated[str, Refers(("soft_law",))]


class Warn(Struct, frozen=True):
    """A warning of the law data, or a norm's own note; `when` is a condition that brings it («»: always)."""

    alone: ClassVar[str] = "id"
    id: WarningKey
    when: When = ""


class Lack(Struct, frozen=True):
    """A fact that a pleaded argument cannot do without, where the condition `when` holds («»: always)."""

    alone: ClassVar[str] = "path"
    path: Annotated[str, Kind("text"), Refers(("looked",))]
    when: When = ""


class Weight(Struct, frozen=True):
    """What an argument is worth (one of `WEIGHTS`) where `when` holds («»: always)."""

    alone: ClassVar[str] = "kind"
    kind: Annotated[str, OneOf(WEIGHTS)]
    when: When = ""


class Argument(Struct, frozen=True, kw_only=True):
    """One legal argument: when it applies, what it cites, what it excludes and asks for.

    `all`, `any` and `none` are conditions: all of the first, one of the second (if there are any) and none of the third
    must hold; `named` are the named ones that they rest on. One of `facts` must hold too: they say what is told of this
    person, without which the argument would be a reading of the law. `force` orders arguments of one weight inside their
    section, smallest first. Section and requests are words that filings may know.
    """

    id: str
    title: Titles
    section: str
    force: int
    all: tuple[When, ...] = ()
    any: tuple[When, ...] = ()
    none: tuple[When, ...] = ()
    facts: tuple[When, ...]
    weights: Annotated[tuple[Weight, ...], Single(), Least(1)] = field(name="weight")
    cites: Annotated[Mapping[str, Cites], Kind("column")]
    asks: tuple[str, ...]
    excludes: tuple[ArgumentKey, ...] = ()
    decisions: tuple[Authority, ...] = ()
    soft_law: tuple[Document, ...] = ()
    warn: tuple[Warn, ...] = ()
    needs: tuple[Lack, ...] = ()
    reviewed_on: Annotated[str, Kind("day")]
    periods: Annotated[Periods | None, Added()] = None
    named: Annotated[Mapping[str, Condition], Added()] = {}

    @property
    def conditions(self) -> tuple[Expr, ...]:
        """Every condition the argument depends on."""
        when = [x.when for listed in (self.warn, self.needs, self.weights) for x in listed]
        return (*self.all, *self.any, *self.none, *self.facts, *(x for x in when if x))


class Finding(Struct, frozen=True):
    """What one condition found: its truth, the facts it rests on, the facts it missed, the norms it used.

    `pairs` are the dates it found in order, those nearest to each other first.
    """

    test: str
    expr: Expr
    named: Mapping[str, Condition]
    role: Role
    truth: Truth
    facts: tuple[Path, ...]
    missing: tuple[Path, ...]
    norms: tuple[str, ...]
    pairs: tuple[Pair, ...] = ()

    def said(self, language: str, called: Called = MappingProxyType({})) -> str:
        """What holds when the condition holds; `called` are the titles of what it may name."""
        from panahat.argue.condition_words import in_words

        return in_words(self.expr, language, self.named, called)


class Decision(Struct, frozen=True):
    """Whether an argument is pleaded, and why.

    `because` is «» where its own tests decided, «lawyer» where the case file's choice did (`choice` is its path there),
    or the id of the argument that excluded it. `missing` are the facts that could turn an unknown argument in. `warn`
    are the warnings an included argument brings, `lacks` the facts that it needs and the case does not tell.
    """

    argument: Argument
    verdict: Verdict
    truth: Truth
    findings: tuple[Finding, ...]
    missing: tuple[Path, ...] = ()
    because: str = ""
    choice: Path = ()
    warn: tuple[str, ...] = ()
    lacks: tuple[Path, ...] = ()
    weight: int = len(WEIGHTS)
    """Where it ranks among `WEIGHTS`; after all of them where it is not pleaded."""

    @property
    def included(self) -> bool:
        """Whether the filing pleads it."""
        return self.verdict == "included"

    @property
    def deciding(self) -> tuple[Finding, ...]:
        """The findings that made `truth` what it is."""
        if self.truth is None:
            return tuple(f for f in self.findings if f.truth is None)
        if self.truth:
            return tuple(f for f in self.findings if f.truth is (f.role != "none"))
        in_any = [f for f in self.findings if f.role == "any"]
        all_failed = bool(in_any) and all(f.truth is False for f in in_any)
        return tuple(
            f
            for f in self.findings
            if (f.role == "all" and f.truth is False)
            or (f.role == "any" and all_failed)
            or (f.role == "none" and f.truth is True)
        )
