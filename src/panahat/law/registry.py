"""The law of one library: every section by key, how each norm stands on a day, and what an entry says as one number."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import TYPE_CHECKING, Any

from panahat import cache
from panahat.law.confirmations import Confirmations, read_confirmations
from panahat.law.material import Body, Caution, Contradiction, Decision, Dual, Practice, SoftLaw, Source, Table
from panahat.law.model import Act, Norm, Standing
from panahat.law.standing import Cited, doubts_about, problems_of, standing_of
from panahat.law.store import FORMAT, Store, pack
from panahat.law.timing import CountingRule, Deadline, Year
from panahat.library import Library
from panahat.problems import Problem, Refused, in_order

if TYPE_CHECKING:
    from panahat.law.destinations import Destination


class Law:
    """Acts, norms, bodies, periods, calendars and the rest, each a mapping by key whose entries are built when read."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self.confirmed = Confirmations()
        self.acts: Mapping[str, Act] = store.section("acts", Act)
        self.norms: Mapping[str, Norm] = store.section("norms", Norm)
        self.sources: Mapping[str, Source] = store.section("sources", Source)
        self.bodies: Mapping[str, Body] = store.section("bodies", Body)
        self.deadlines: Mapping[str, Deadline] = store.section("deadlines", Deadline)
        self.counting: Mapping[str, CountingRule] = store.section("counting", CountingRule)
        self.duals: Mapping[str, Dual] = store.section("duals", Dual)
        self.decisions: Mapping[str, Decision] = store.section("decisions", Decision)
        self.soft_law: Mapping[str, SoftLaw] = store.section("soft_law", SoftLaw)
        self.practice: Mapping[str, Practice] = store.section("practice", Practice)
        self.warnings: Mapping[str, Caution] = store.section("warnings", Caution)
        self.destinations: Mapping[str, Destination] = store.section("destinations", _destination)
        self.contradictions: Mapping[str, Contradiction] = store.section("contradictions", Contradiction)
        self.tables: Mapping[str, Table] = store.section("tables", Table)
        self._standings: dict[tuple[str, date], Standing] = {}
        self._years: Mapping[str, Year] = store.section("calendar", Year)

    def calendar(self, year: int) -> Year | None:
        """The calendar of `year`, or None where the law data has none."""
        return self._years.get(str(year))

    @property
    def years(self) -> tuple[int, ...]:
        """The years that have a calendar."""
        return tuple(sorted(int(year) for year in self._years))

    def standing(self, key: str, on: date) -> Standing:
        """How the norm `key` stands on `on`: unknown, repealed, not yet in force, or in force with its doubts."""
        found = self._standings.get((key, on))
        if found is None:
            found = self._standings[key, on] = standing_of(key, on, self.norms, self.acts, self.confirmed)
        return found

    def problems_for(self, keys: Iterable[str], on: date, final: bool = False) -> list[Problem]:
        """What stands against citing `keys` (norms, decisions, documents without binding force) on `on`.

        Doubts are warnings, or errors when the filing is `final`.
        """
        problems: list[Problem] = []
        standings: list[Standing] = []
        for key in dict.fromkeys(keys):
            other = None if key in self.norms else self._cited(key)
            if other is None:
                standings.append(self.standing(key, on))
            elif not self.confirmed.entry(key):
                problems += doubts_about(other, on, final)
        known = (*self.norms, *self.decisions, *self.soft_law)
        return in_order([*problems, *problems_of(standings, self.acts, known, final)])

    def _cited(self, key: str) -> Cited | None:
        if key in self.decisions:
            found = self.decisions[key]
            return Cited(key, "recalled" in (found.confidence, found.outcome_confidence), found.verify_before_use)
        if key in self.soft_law:
            document = self.soft_law[key]
            return Cited(key, document.confidence == "recalled", document.verify_before_use)
        return None


def _destination(raw: Any) -> Destination:
    """A destination; its classes are read by letters only."""
    from panahat.law.destinations import Destination

    return Destination(raw)


_NAMED = {"act": "acts", "norm": "norms", "rule": "counting"}
_APART = ("acts", "calendar", "sources")


def entry_digest(law: Law, key: str) -> str:
    """SHA-256 in hexadecimal over everything that the registry says under `key`; «» where it has no such entry.

    Counted in are the act of each version and, of a period, its norm and the rule it is counted by. Where several
    sections use the key (a norm and its dual criminality), all of them count. Neither the order of files and entries
    nor the layout of a file changes it.
    """
    return next(iter(entry_digests(law, (key,)).values()), "")


def entry_digests(law: Law, keys: Iterable[str]) -> dict[str, str]:
    """`entry_digest` of each of the keys that the registry has, in order of the keys."""
    known: dict[tuple[str, str], bytes] = {}
    sections = [name for name in law.store.sections if name not in _APART]
    out: dict[str, str] = {}
    for key in sorted(set(keys)):
        found = {place for section in sections for place in _reach(law, (section, key), known)}
        if found:
            total = hashlib.sha256()
            for place in sorted(found):
                total.update("\0".join(place).encode() + b"\0" + known[place])
            out[key] = total.hexdigest()
    return out


def _reach(law: Law, place: tuple[str, str], known: dict[tuple[str, str], bytes]) -> Iterator[tuple[str, str]]:
    """The entry at (section, key) and those it stands on; nothing where there is none. `known` keeps what was read."""
    entry = law.store.raw(*place)
    if entry is None:
        return
    if place not in known:
        import json

        plain = json.dumps(entry, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
        known[place] = hashlib.sha256(plain.encode()).digest()
    yield place
    for other in _named(entry):
        yield from _reach(law, other, known)


def _named(entry: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """(section, key) of the acts, norms and rules that an entry or one of its versions names."""
    for part in (entry, *entry.get("versions", ())):
        for field, section in _NAMED.items():
            if isinstance(part.get(field), str):
                yield section, part[field]


_KIND = f"law-{FORMAT}"


def load_law(library: Library, today: date | None = None) -> Law:
    """The validated law of the library, with the office's confirmations; raises Refused with every flaw, file and line.

    `today` (the clock's day unless given) is the last day on which an entry can have been checked.
    """
    today = today or date.today()
    store = _kept(library, today) or _fresh(library, today)
    law = Law(store)
    citable = (*law.norms, *law.decisions, *law.soft_law)
    law.confirmed = read_confirmations(library, (*law.acts, *law.destinations), citable, today)
    return law


def _kept(library: Library, today: date) -> Store | None:
    content = cache.load(_KIND, library.law_digest)
    if content is None:
        return None
    try:
        store = Store(content)
    except (ValueError, KeyError, TypeError):
        return None
    return store if store.newest <= today.isoformat() else None


def _fresh(library: Library, today: date) -> Store:
    from panahat.law.checks import check
    from panahat.law.reading import read_folder

    found = read_folder(library)
    newest = check(found, today)
    problems = [*found.problems, *(problem for page in found.pages for problem in page.problems)]
    if problems:
        raise Refused(problems)
    content = pack({name: {k: e.raw for k, e in entries.items()} for name, entries in found.entries.items()}, newest)
    cache.store(_KIND, library.law_digest, content)
    return Store(content)
