"""The words of a case: the vocabulary that templates and arguments print, built once from facts and law.

The names follow from the schema (`printing`) and from a few computations (`computed`). Only text, truth values, lists
and mappings; an absent thing is `False`. `Words.data` is what every text may use, beside its own citations.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from msgspec import Struct

from panahat.argue.facts_of_charges import ChargeFacts, charge_facts
from panahat.argue.model import Argument, Cites
from panahat.case.clarify import alone
from panahat.case.facts import get, latest, path_of
from panahat.case.loading import CaseFile
from panahat.drafting.codes import UNTRANSLATED
from panahat.drafting.context import cites
from panahat.drafting.context.computed import computed
from panahat.drafting.context.printing import Printer
from panahat.drafting.context.scribe import Fact, Forms, Scribe
from panahat.drafting.traced import Traced
from panahat.language import tongue
from panahat.language.wordlists import wordlist
from panahat.law.citations import Judged, Ref
from panahat.law.codes import REPEALED_SINCE
from panahat.law.registry import Law
from panahat.moments import last_day
from panahat.problems import ERROR, WARNING, Problem, errors

if TYPE_CHECKING:
    from panahat.case.models import Case
    from panahat.drafting.filings import FilingKind


class Words(Struct):
    """The vocabulary of one case in one language: who writes (`scribe`), who cites (`citer`), and the data."""

    file: CaseFile
    scribe: Scribe
    citer: cites.Citer
    printer: Printer
    data: dict[str, Any]

    @property
    def cited(self) -> dict[tuple[str, date], tuple[Ref, ...]]:
        """The places cited of each norm, as of each day."""
        return {norm: tuple(places) for norm, places in self.citer.cited.items()}

    @property
    def declined(self) -> Mapping[str, Any]:
        """Every name and phrase that was declined, in the order of the case file."""
        return dict(sorted(self.scribe.declined.items(), key=lambda item: self.file.positions.of(path_of(item[0]))))

    def problems(self, *, final: bool) -> list[Problem]:
        """What is wrong with the words of a draft or of the final filing."""
        level, language = ERROR if final else WARNING, self.scribe.tongue.language
        since = [p for p in self.citer.problems if p.code is REPEALED_SINCE]
        return (
            errors(self.citer.problems)
            + since
            + [
                Problem(
                    UNTRANSLATED, self.file.name, path, *self.file.positions.of(path), {"language": language}, level
                )
                for path in self.scribe.untranslated.values()
            ]
        )

    def cites(self, group: Cites) -> dict[str, Traced]:
        """A group of citations in six cases, as of the filing's day or of the day of the fact it names."""
        return self.citer.group(group, lambda dotted: get(self.file.case, path_of(dotted)))


def vocabulary(
    file: CaseFile,
    law: Law,
    filing: FilingKind,
    arguments: Sequence[Argument],
    language: str,
    annexes: Sequence[str] = (),
) -> Words:
    """The words of a filing, with the forum it speaks to and the act it complains of; `annexes` are ids in their order."""
    path = latest(file.case, filing.act)
    on = get(file.case, (*path, "on")) if path else None
    judged = Judged(last_day(on), wordlist(f"{language}/lexicon")["changed_law"]) if on is not None else None
    words = build(file, law, charge_facts(file, law, arguments, file.case.filing.on), language, judged, annexes)
    words.data["forum"] = filing.forum or False
    words.data["act"] = _below(words.data, path)
    return words


def _below(data: Any, path: Sequence[str | int]) -> Any:
    """The words at `path`: of the act that the filing complains of; False where there are none."""
    for step in path:
        if isinstance(step, int):
            data = data[step] if isinstance(data, list) and step < len(data) else False
        else:
            data = data.get(step, False) if isinstance(data, dict) else False
    return data if path else False


def build(
    file: CaseFile,
    law: Law,
    found: Sequence[ChargeFacts],
    language: str,
    judged: Judged | None = None,
    annexes: Sequence[str] = (),
) -> Words:
    """The words of a case in `language`; `found` is what the argue room found about each charge."""
    order = annexes or [a.id for a in file.case.annexes]
    printer = _printer(file.case, law, found, language, file.case.filing.on, order)
    printer.citer.judged = judged
    printer.marks = alone(file.tree, file.clarify)
    return Words(file, printer.scribe, printer.citer, printer, printer.group(Fact(file.case), "Case"))


def blank(law: Law, language: str) -> Printer:
    """The vocabulary of `language` without a case: for its names only."""
    return _printer(None, law, (), language, date.today())


def _printer(
    case: Case | None, law: Law, found: Sequence[ChargeFacts], language: str, day: date, order: Sequence[str] = ()
) -> Printer:
    speech = tongue(language)
    bodies = {key: forms for key, b in law.bodies.items() if (forms := speech.body(b))}
    stored = {forms["nom"]: forms for forms in bodies.values()}
    annexes = {id: n for n, id in enumerate(order, 1)}
    printer = Printer(Scribe(speech, annexes, stored.get), cites.Citer(law, day, language), bodies, case)
    printer.more = computed(printer, law, found)
    return printer


__all__ = ["Forms", "Printer", "Words", "blank", "build", "vocabulary"]
