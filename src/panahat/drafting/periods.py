"""The periods of a filing: counted from every fact that starts one, in words for the text, as data for `deadlines`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Any

from msgspec.structs import replace

from panahat.argue.conditions import ALWAYS, weigh
from panahat.argue.deciding import figures
from panahat.argue.look import Around, Bench, Look
from panahat.case.facts import get, latest, path_of
from panahat.drafting.codes import (
    LATE,
    LATE_BY_ONE_READING,
    LATE_IF_NOT_MOVED,
    LATE_REASON_IN_TIME,
    PERIOD_FROM_MONTH,
)
from panahat.drafting.context.scribe import written
from panahat.drafting.model import Term
from panahat.law.counting import count, filing_terms
from panahat.messages import N_, Translator
from panahat.moments import Moment, PartialDate
from panahat.problems import ERROR, Problem, Refused, errors

if TYPE_CHECKING:
    from panahat.case.loading import CaseFile
    from panahat.drafting.context.groups import Form
    from panahat.drafting.context.printing import Printer
    from panahat.drafting.context.scribe import Scribe
    from panahat.drafting.filings import FilingKind, Period
    from panahat.law.registry import Law

_NOUNS = {
    "days": "day",
    "calendar-days": "calendar-day",
    "working-days": "working-day",
    "months": "month",
    "years": "year",
    "hours": "hour",
}
_SERVED = {"client": N_("served on the client"), "defender": N_("served on the defender")}


def terms(file: CaseFile, law: Law, filing: FilingKind) -> tuple[Term, ...]:
    """The periods of a filing in its order: one for each fact that starts one and is known, the governing one first.

    Raises Refused where a period cannot be counted, above all where it ends in a year without a calendar.
    """
    around = Around(filing.named, act=latest(file.case, filing.act), forum=filing.forum)
    bench = Bench(law, file.case.filing.on, figures(()), around)
    runs = [p for p in filing.periods if weigh(p.when, Look(file.case, bench)) is not False]
    return tuple(term for period in runs for term in _terms(file, law, period))


def _terms(file: CaseFile, law: Law, period: Period) -> Iterator[Term]:
    starts, otherwise = _last(file, period.starts), _last(file, period.otherwise)
    known = _known(file, starts)
    paths = starts if known else otherwise
    known = known or _known(file, paths)
    if not known:
        return
    if vague := [paths[who] for who, day in known.items() if isinstance(day, PartialDate)]:
        raise Refused([_vague(file, law, period, fact) for fact in vague])
    days = {who: day for who, day in known.items() if not isinstance(day, PartialDate)}
    # A period of hours that binds nobody is shown where it can be counted, and its hour asked for nowhere.
    if not period.binds and law.deadlines[period.key].unit == "hours":
        days = {who: day for who, day in days.items() if isinstance(day, datetime)}
    if not days:
        return
    first = paths[next(iter(days))]
    try:
        if period.after:
            days = {who: count(law, period.after, day).due for who, day in days.items()}
        counted = filing_terms(law, period.key, days)
    except Refused as refused:
        raise Refused(_placed(file, first, refused.problems)) from None
    if broken := errors(counted.problems):
        raise Refused(_placed(file, paths[counted.governing], broken[:1]))
    filed = get(file.case, period.filed)
    for who in (counted.governing, *(who for who in counted.counts if who != counted.governing)):
        yield Term(period.key, who, paths[who], counted.counts[who], filed, period.binds)


def _last(file: CaseFile, paths: Mapping[str, str]) -> dict[str, str]:
    """The paths with the last item of each list on their way."""
    return {who: written(latest(file.case, path)) for who, path in paths.items()}


def _known(file: CaseFile, paths: Mapping[str, str]) -> dict[str, Any]:
    """The days that are known, a moment to the minute where its hour is."""
    found = {who: get(file.case, path) for who, path in paths.items()}
    return {who: (x.exact or x.day) if isinstance(x, Moment) else x for who, x in found.items() if x is not None}


def _vague(file: CaseFile, law: Law, period: Period, fact: str) -> Problem:
    """That the fact the period runs from is not known to the day."""
    from panahat.case.engine import shapes

    at = shapes().field(path_of(fact))
    event = law.deadlines[period.key].event.ru or period.key
    return _problem(file, PERIOD_FROM_MONTH, fact, period=event, field=f"@{at.description}" if at is not None else "")


def _placed(file: CaseFile, fact: str, problems: Iterable[Problem]) -> list[Problem]:
    """The problems at the fact whose day cannot be counted from."""
    path = path_of(fact)
    line, column = file.positions.of(path)
    return [replace(p, file=file.name, path=path, line=line, column=column) for p in problems]


def governing(counted: Sequence[Term]) -> tuple[Term, ...]:
    """The first term of each period: the one that ends first."""
    return tuple({term.deadline: term for term in reversed(counted)}.values())[::-1]


def lateness(filing: FilingKind, counted: Sequence[Term]) -> dict[str, bool | None]:
    """Whether each period is over on the day of the act; None where it does not run or that day is not known.

    A period that runs in some cases only, and not in this one, says nothing.
    """
    found: dict[str, bool | None] = {p.key: None for p in filing.periods if p.when == ALWAYS}
    for term in governing(counted):
        if term.filed is not None:
            found[term.deadline] = term.count.missed(term.filed)
    return found


def period_problems(
    file: CaseFile, law: Law, filings: Sequence[FilingKind], *, final: bool = False
) -> Iterator[Problem]:
    """Is the filing in time, and does its reason for being late fit? What a period cannot be counted for.

    Of several kinds of filing (the case is not yet to become one of them), each period that runs must be over.
    """
    bound: list[Term] = []
    for filing in filings:
        try:
            bound += [t for t in governing(terms(file, law, filing)) if t.binds and t.filed is not None]
        except Refused as refused:
            yield from refused.problems
            return
    if not bound:
        return
    late = [t for t in bound if t.filed is not None and t.count.missed(t.filed)]
    reason = file.case.filing.late_reason is not None
    if late and len(late) == len(bound) and not reason:
        due = min(t.count.due for t in late)
        yield _problem(file, LATE, "filing.on", final=final, due=due.isoformat())
    if not late and reason:
        yield _problem(file, LATE_REASON_IN_TIME, "filing.late_reason")
    if len(filings) == 1:
        yield from (p for term in bound if term not in late for p in _one_reading(file, law, term))


def _one_reading(file: CaseFile, law: Law, term: Term) -> Iterator[Problem]:
    """The day of the act comes after the last day of another reading: the day of the event counts, or no day is moved."""
    found, strict = term.count, strict_due(law, term)
    due = found.due.isoformat()
    if strict is not None and term.filed is not None and term.filed > strict:
        yield _problem(file, LATE_BY_ONE_READING, "filing.on", due=due, strict=strict.isoformat())
    if found.moved_by and term.filed is not None and term.filed > found.unrolled:
        yield _problem(file, LATE_IF_NOT_MOVED, "filing.on", due=due, safe=found.safe.isoformat())


def strict_due(law: Law, term: Term) -> date | None:
    """The last day where the day of the event counts as the first; None where that ends on the same day."""
    deadline, found = term.count.deadline, term.count
    if not term.count.rule.skip_first_day or deadline.unit == "hours" or deadline.direction == "before":
        return None
    earlier = count(law, term.deadline, found.start - timedelta(days=1)).due
    return earlier if earlier < found.due else None


def _problem(file: CaseFile, code: Any, fact: str, *, final: bool = False, **facts: str) -> Problem:
    path = path_of(fact)
    line, column = file.positions.of(path)
    return Problem(code, file.name, path, line, column, facts, ERROR if final and code is LATE else "")


def started_by(term: Term, tr: Translator) -> str:
    """What started the period, in words: who was served, else what the fact is by the schema."""
    from panahat.case.engine import shapes
    from panahat.case.words import without_example

    at = shapes().field(path_of(term.fact))
    return without_example(tr(_SERVED.get(term.who, at.description if at is not None else term.who)))


def term_words(scribe: Scribe, periods: Sequence[Term], on: date) -> dict[str, Any] | bool:
    """The governing period in words, or False where no fact starts one."""
    from panahat.drafting.traced import Source, Traced

    if not periods:
        return False
    term = periods[0]
    count = term.count
    late = count.late_by(on)
    behind = [Source("fact", term.fact), *(Source("norm", key) for key in count.norms)]

    def say(day: date) -> dict[str, Traced]:
        return {name: Traced(text, behind) for name, text in scribe.date(day).items()}

    unit = _NOUNS.get(count.deadline.unit, "day")
    return {
        "length": Traced(scribe.tongue.term(count.deadline.length or 0, unit), behind),
        "starts": term.who,
        "served": say(count.start),
        "last": say(count.unrolled),
        "due": say(count.due),
        "safe": say(count.safe),
        "rolled": count.due != count.unrolled,
        "in_time": late == 0,
        "surely": count.surely(on),
        "late": late > 0,
        "days_late": Traced(scribe.tongue.counted(late, "day", "nom") if late else "", behind),
    }


def term_form(printer: Printer) -> Form:
    """What a text may ask of a period."""
    from panahat.drafting.context.groups import TEXT, Form

    day = printer.date_form()
    flags = ("length", "starts", "rolled", "in_time", "surely", "late", "days_late")
    return Form({**dict.fromkeys(flags, TEXT), **dict.fromkeys(("served", "last", "due", "safe"), day)})


def all_words(scribe: Scribe, filing: FilingKind, periods: Sequence[Term], on: date) -> Mapping[str, Any]:
    """The words of every period of the filing by its key («-» as «_»); False where no fact starts it."""
    keys = [p.key for p in filing.every_period]
    return {k.replace("-", "_"): term_words(scribe, [t for t in periods if t.deadline == k], on) for k in keys}


def term_data(term: Term, law: Law, file: CaseFile, tr: Translator, language: str, today: date) -> dict[str, Any]:
    """One period for people and programs: what it is, from which fact and line, its steps, last and safe day, days left."""
    filed = term.filed or file.case.filing.on
    strict = strict_due(law, term)
    return {
        **count_data(term.count, law, tr, language, today),
        "who": term.who,
        "started_by": started_by(term, tr),
        "fact": term.fact,
        "line": file.positions.of(path_of(term.fact))[0],
        "strict": strict.isoformat() if strict else None,
        "binds": term.binds,
        "restorable": bool(term.binds and law.counting[law.deadlines[term.deadline].rule].restoration.ru),
        "late": term.count.missed(filed),
        "late_by": term.count.late_by(filed),
    }


def count_data(found: Any, law: Law, tr: Translator, language: str, today: date) -> dict[str, Any]:
    """A counted period without a case: its name, its steps in words, last and safe day, days left."""
    event = law.deadlines[found.deadline.key].event
    return {
        **found.as_dict(),
        "title": getattr(event, language, None) or event.ru,
        "said": [step.say(tr, language) for step in found.steps],
        "left": found.left(today),
    }
