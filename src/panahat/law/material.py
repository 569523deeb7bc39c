"""What stands beside the norms: bodies, comparisons of crimes, decisions, soft law, practice, warnings, sources."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Annotated, Literal

from panahat.law.model import CASES, ActKey, Confidence, InCases, NormKey, Sourced, SourceKey
from panahat.records import Condition, Key, Kind, Names, Record, Some, Words, Written


class Source(Record):
    """Where an entry was read: an address, and what was read there (file, snapshot, day)."""

    key: Key
    address: str | None = None
    text: str | None = None


class Body(Sourced):
    """A court, authority or official: `forms` has the six cases and `to`, the line of the addressee."""

    key: Key
    name: Words
    forms: Annotated[Mapping[str, str], Names((*CASES, "to"))]
    address: str | None = None
    sources: Some[SourceKey]


class Dual(Record):
    """A foreign article beside Kazakhstan's Criminal Code: a lawyer's reading, never settled law.

    `candidates` are the articles that may be compared, `grounds` the norms that forbid extradition then. `counter` is
    the answer to expect, `threshold` what the comparison depends on. `military`: a military offence in Kazakhstan.
    """

    key: NormKey
    candidates: Sequence[NormKey] = ()
    verdict: Literal["no-equivalent", "formal-equivalent", "depends"]
    grounds: Some[NormKey]
    military: bool
    political: bool
    no_limitation: bool = False
    no_bail: bool = False
    argument: Words
    counter: Words = Words()
    threshold: Words = Words()
    note: Words = Words()
    confidence: Literal["interpretation"]
    checked_on: date


class Decision(Sourced):
    """A published decision; `adverse`: against the applicant.

    `issued` is a year, a month or a day. `citation` is how a filing names it, in six Russian cases; `citation_kk` in
    Kazakh, where it has one. `paragraphs` are those whose text was read.
    """

    key: Key
    body: Words
    state: str | None = None
    number: str | None = None
    issued: str | None = None
    citation: InCases
    citation_kk: str | None = None
    gist: Words
    outcome_confidence: Confidence
    paragraphs: Some[str] = ()
    adverse: bool = False
    number_note: str | None = None
    date_note: str | None = None


class SoftLaw(Sourced):
    """A document without binding force: guidance, general comments, reports. `issued` is a year, a month or a day.

    `paragraphs` are those whose text was read.
    """

    key: Key
    body: Words
    symbol: str | None = None
    issued: str | None = None
    title: Words
    citation: InCases
    citation_kk: str | None = None
    gist: Words
    paragraphs: Some[str] = ()
    symbol_note: str | None = None
    date_note: str | None = None


class Practice(Sourced):
    """What was reported of cases and of how bodies act; no names of people."""

    key: Key
    on: Annotated[date | None, Written("date")] = None
    summary: Words
    norms: Sequence[NormKey] = ()
    sources: Some[SourceKey]


class Scope(Record):
    """What a warning belongs to (nothing: to all): it speaks to one of these filings that cites one of the norms or acts.

    `says` are patterns of words: it speaks only where the head, a request, a motion or the lawyer's own passage has them.
    """

    filings: Sequence[Key] = ()
    acts: Sequence[ActKey] = ()
    norms: Sequence[NormKey] = ()
    when: Condition = None
    says: Sequence[str] = ()


class Caution(Record):
    """A warning, where the condition of its scope holds.

    `tells` is whom: the lawyer, the client through the lawyer, or whoever writes texts («texts»). An «error» stops a final
    filing, a «block» a draft too.
    """

    key: Key
    text: Words
    tells: Literal["client", "lawyer", "texts"] = "lawyer"
    severity: Literal["warning", "error", "block"] = "warning"
    applies_to: Scope = Scope({})

    def concerns(self, kind: str, norms: Iterable[str], acts: Iterable[str]) -> bool:
        """Whether a filing of that kind, citing those norms of those acts, is one it speaks to, whatever the case."""
        scope = self.applies_to
        if scope.filings and kind not in scope.filings:
            return False
        cited = not set(scope.norms).isdisjoint(norms) or not set(scope.acts).isdisjoint(acts)
        return cited or not (scope.norms or scope.acts)


class Contradiction(Record):
    """Two texts that disagree, and which of them to hold to."""

    key: Key
    what: Words
    use: Words
    norms: Sequence[NormKey] = ()


class Table(Sourced):
    """A table of the law data that conditions look rows up in: every cell a text."""

    key: Key
    title: Words
    seen_until: date | None = None
    rows: Some[Annotated[Mapping[str, str], Kind("column")]]

    @property
    def columns(self) -> tuple[str, ...]:
        """The names of all columns."""
        return tuple(dict.fromkeys(name for row in self.rows for name in row))
