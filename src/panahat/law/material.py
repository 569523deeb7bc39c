"""What stands beside the norms: bodies, comparisons of crimes, decisions, soft law, practice, warnings, sources."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any, Literal

from msgspec import Struct

from panahat.law.model import Confidence, Raw, Words, day


class Source(Struct, frozen=True):
    """Where an entry was read: an address, and what was read there (file, snapshot, day)."""

    key: str
    address: str | None
    text: str | None

    @classmethod
    def of(cls, raw: Raw) -> Source:
        return cls(raw["key"], raw.get("address"), raw.get("text"))


class Body(Struct, frozen=True):
    """A court, authority or official: `forms` has the six cases and `to`, the line of the addressee."""

    key: str
    name: Words
    forms: Mapping[str, str]
    address: str | None
    confidence: Confidence
    checked_on: date
    kk_status: str | None
    sources: Sequence[str]
    note: str | None

    @classmethod
    def of(cls, raw: Raw) -> Body:
        return cls(
            raw["key"],
            Words.of(raw["name"]),
            raw["forms"],
            raw.get("address"),
            raw["confidence"],
            date.fromisoformat(raw["checked_on"]),
            raw.get("kk_status"),
            raw.get("sources", ()),
            raw.get("note"),
        )


class Dual(Struct, frozen=True):
    """A foreign article beside Kazakhstan's Criminal Code: a lawyer's reading, never settled law.

    `candidates` are the articles that may be compared, `grounds` the norms that forbid extradition then. `counter` is
    the answer to expect, `threshold` what the comparison depends on. `military`: a military offence in Kazakhstan.
    """

    key: str
    candidates: Sequence[str]
    verdict: Literal["no-equivalent", "formal-equivalent", "depends"]
    grounds: Sequence[str]
    military: bool
    political: bool
    no_limitation: bool
    no_bail: bool
    argument: Words
    counter: Words
    threshold: Words
    note: Words
    checked_on: date

    @classmethod
    def of(cls, raw: Raw) -> Dual:
        return cls(
            raw["key"],
            raw.get("candidates", ()),
            raw["verdict"],
            raw["grounds"],
            raw["military"],
            raw["political"],
            raw.get("no_limitation", False),
            raw.get("no_bail", False),
            Words.of(raw["argument"]),
            Words.of(raw.get("counter")),
            Words.of(raw.get("threshold")),
            Words.of(raw.get("note")),
            date.fromisoformat(raw["checked_on"]),
        )


class Decision(Struct, frozen=True):
    """A published decision; `adverse`: against the applicant.

    `issued` is a year, a month or a day. `citation` is how a filing names it, in six Russian cases; `citation_kk` in
    Kazakh, where it has one. `paragraphs` are those whose text was read.
    """

    key: str
    body: Words
    state: str | None
    number: str | None
    issued: str | None
    citation: Mapping[str, str]
    citation_kk: str | None
    gist: Words
    confidence: Confidence
    outcome_confidence: Confidence
    paragraphs: Sequence[str]
    verify_before_use: bool
    adverse: bool
    checked_on: date
    sources: Sequence[str]
    note: str | None

    @classmethod
    def of(cls, raw: Raw) -> Decision:
        return cls(
            raw["key"],
            Words.of(raw["body"]),
            raw.get("state"),
            raw.get("number"),
            raw.get("issued"),
            raw["citation"],
            raw.get("citation_kk"),
            Words.of(raw["gist"]),
            raw["confidence"],
            raw["outcome_confidence"],
            raw.get("paragraphs", ()),
            raw.get("verify_before_use", False),
            raw.get("adverse", False),
            date.fromisoformat(raw["checked_on"]),
            raw.get("sources", ()),
            raw.get("note"),
        )


class SoftLaw(Struct, frozen=True):
    """A document without binding force: guidance, general comments, reports. `issued` is a year, a month or a day.

    `paragraphs` are those whose text was read.
    """

    key: str
    body: Words
    symbol: str | None
    issued: str | None
    title: Words
    citation: Mapping[str, str]
    citation_kk: str | None
    gist: Words
    confidence: Confidence
    paragraphs: Sequence[str]
    verify_before_use: bool
    checked_on: date
    sources: Sequence[str]
    note: str | None

    @classmethod
    def of(cls, raw: Raw) -> SoftLaw:
        return cls(
            raw["key"],
            Words.of(raw["body"]),
            raw.get("symbol"),
            raw.get("issued"),
            Words.of(raw["title"]),
            raw["citation"],
            raw.get("citation_kk"),
            Words.of(raw["gist"]),
            raw["confidence"],
            raw.get("paragraphs", ()),
            raw.get("verify_before_use", False),
            date.fromisoformat(raw["checked_on"]),
            raw.get("sources", ()),
            raw.get("note"),
        )


class Practice(Struct, frozen=True):
    """What was reported of cases and of how bodies act; no names of people."""

    key: str
    on: date | None
    summary: Words
    norms: Sequence[str]
    confidence: Confidence
    checked_on: date
    sources: Sequence[str]
    note: str | None

    @classmethod
    def of(cls, raw: Raw) -> Practice:
        return cls(
            raw["key"],
            day(raw.get("date")),
            Words.of(raw["summary"]),
            raw.get("norms", ()),
            raw["confidence"],
            date.fromisoformat(raw["checked_on"]),
            raw.get("sources", ()),
            raw.get("note"),
        )


class Caution(Struct, frozen=True):
    """A warning for the lawyer and the client, and the filings, acts and norms it belongs to (none: to all).

    It speaks to a filing of one of these kinds that cites one of these norms or acts, where the condition `when` holds.
    """

    key: str
    text: Words
    filings: Sequence[str]
    acts: Sequence[str]
    norms: Sequence[str]
    when: Any = None

    def concerns(self, kind: str, norms: Iterable[str], acts: Iterable[str]) -> bool:
        """Whether a filing of that kind, citing those norms of those acts, is one it speaks to, whatever the case."""
        if self.filings and kind not in self.filings:
            return False
        cited = not set(self.norms).isdisjoint(norms) or not set(self.acts).isdisjoint(acts)
        return cited or not (self.norms or self.acts)

    @classmethod
    def of(cls, raw: Raw) -> Caution:
        where = raw.get("applies_to", {})
        return cls(
            raw["key"],
            Words.of(raw["text"]),
            where.get("filings", ()),
            where.get("acts", ()),
            where.get("norms", ()),
            where.get("when"),
        )


class Contradiction(Struct, frozen=True):
    """Two texts that disagree, and which of them to hold to."""

    key: str
    what: Words
    use: Words
    norms: Sequence[str]

    @classmethod
    def of(cls, raw: Raw) -> Contradiction:
        return cls(raw["key"], Words.of(raw["what"]), Words.of(raw["use"]), raw.get("norms", ()))


class Table(Struct, frozen=True):
    """A table of the law data that conditions look rows up in: every cell a text."""

    key: str
    title: Words
    rows: Sequence[Mapping[str, str]]

    @property
    def columns(self) -> tuple[str, ...]:
        """The names of all columns."""
        return tuple(dict.fromkeys(name for row in self.rows for name in row))

    @classmethod
    def of(cls, raw: Raw) -> Table:
        return cls(raw["key"], Words.of(raw["title"]), raw["rows"])
