"""The law of one shelf: every section by key, and how each norm stands on a day."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from panahat.law.casket import Casket
from panahat.law.confirmations import Confirmations
from panahat.law.destinations import Destination
from panahat.law.material import Body, Caution, Contradiction, Decision, Dual, Practice, SoftLaw, Source, Table
from panahat.law.model import Act, Norm, Standing
from panahat.law.standing import Cited, doubts_about, problems_of, standing_of
from panahat.law.timing import CountingRule, Deadline, Year
from panahat.problems import Problem, in_order


class Law:
    """Acts, norms, bodies, periods, calendars and the rest, each a mapping by key whose entries are built when read."""

    def __init__(self, casket: Casket) -> None:
        self.casket = casket
        self.confirmed = Confirmations()
        self.acts: Mapping[str, Act] = casket.section("acts", Act.of)
        self.norms: Mapping[str, Norm] = casket.section("norms", Norm.of)
        self.sources: Mapping[str, Source] = casket.section("sources", Source.of)
        self.bodies: Mapping[str, Body] = casket.section("bodies", Body.of)
        self.deadlines: Mapping[str, Deadline] = casket.section("deadlines", Deadline.of)
        self.counting: Mapping[str, CountingRule] = casket.section("counting", CountingRule.of)
        self.duals: Mapping[str, Dual] = casket.section("duals", Dual.of)
        self.decisions: Mapping[str, Decision] = casket.section("decisions", Decision.of)
        self.soft_law: Mapping[str, SoftLaw] = casket.section("soft_law", SoftLaw.of)
        self.practice: Mapping[str, Practice] = casket.section("practice", Practice.of)
        self.warnings: Mapping[str, Caution] = casket.section("warnings", Caution.of)
        self.destinations: Mapping[str, Destination] = casket.section("destinations", Destination.of)
        self.contradictions: Mapping[str, Contradiction] = casket.section("contradictions", Contradiction.of)
        self.tables: Mapping[str, Table] = casket.section("tables", Table.of)
        self._years: Mapping[str, Year] = casket.section("calendar", Year.of)

    def calendar(self, year: int) -> Year | None:
        """The calendar of `year`, or None where the law data has none."""
        return self._years.get(str(year))

    @property
    def years(self) -> tuple[int, ...]:
        """The years that have a calendar."""
        return tuple(sorted(int(year) for year in self._years))

    def standing(self, key: str, on: date) -> Standing:
        """How the norm `key` stands on `on`: unknown, repealed, not yet in force, or in force with its doubts."""
        return standing_of(key, on, self.norms, self.acts, self.confirmed)

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
