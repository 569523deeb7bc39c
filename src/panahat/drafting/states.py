"""Whether a filing can be made at a day: open, closing, late, closed, later, not applicable, or not known."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from copy import copy
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from msgspec import Struct
from msgspec.structs import replace

from panahat.case.facts import path_of
from panahat.drafting.codes import LATE, NOT_OPEN, STATE_DOUBTED
from panahat.drafting.filings import STOPS
from panahat.drafting.periods import governing
from panahat.messages import LANGUAGES, N_, translator
from panahat.problems import ERROR, NOTE, WARNING, Path, Problem, in_languages

if TYPE_CHECKING:
    from panahat.argue.deciding import Witness
    from panahat.case.loading import CaseFile
    from panahat.drafting.filings import FilingKind
    from panahat.drafting.model import Term

NEAR: Mapping[str, int] = {"months": 7, "years": 7}
"""Days before the safe day from which a period is closing, by the unit it runs in; other units: three."""

STATE_WORDS: Mapping[str, str] = {
    "open": N_("open"),
    "closing": N_("closing"),
    "late": N_("late"),
    "closed": N_("no longer open"),
    "later": N_("opens later"),
    "not-applicable": N_("does not apply"),
    "unknown": N_("not known"),
}
_REASONS: Mapping[str, str] = {
    "open": N_("safely until {safe}, the last day is {due}"),
    "closing": N_("the safe day is {safe}, the last day is {due}"),
    "late": N_("its period ended on {due}"),
    "unknown": N_("facts are missing"),
    "": N_("no period runs"),
}


class State(Struct, frozen=True):
    """Where a kind of filing stands at a day.

    `name` is one of STATE_WORDS; `says` why, by language; `facts` decided it, `missing` would. `instead` are the kinds of
    filings that are left, `stops` what it stops («draft», «final» or «»); `due` and `safe` the last and the safe day of
    the period that ends first (None: none runs).
    """

    kind: str
    name: str
    says: Mapping[str, str]
    facts: tuple[Path, ...] = ()
    missing: tuple[Path, ...] = ()
    instead: tuple[str, ...] = ()
    stops: str = ""
    due: date | None = None
    safe: date | None = None
    restorable: bool = False
    """Whether the period that is over may be restored."""


def dated(file: CaseFile, on: date) -> CaseFile:
    """The case as it is on that day: its filing is dated so."""
    filing, case = copy(file.case.filing), copy(file.case)
    vars(filing)["on"] = _day(on)
    vars(case)["filing"] = filing
    return replace(file, case=case)


def at_moment(counted: Sequence[Term], at: date) -> tuple[Term, ...]:
    """The periods as they are at that moment: an act of that day is made at its minute where the period runs in hours."""
    if not isinstance(at, datetime):
        return tuple(counted)
    by_hour = (isinstance(t.count.due, datetime) and t.filed == at.date() for t in counted)
    return tuple(replace(t, filed=at) if exact else t for t, exact in zip(counted, by_hour, strict=True))


def state_of(filing: FilingKind, witness: Witness, counted: Sequence[Term], on: date) -> State:
    """The first rule of the filing that holds; else what its periods say. A rule that is not known leaves all unknown.

    `witness` answers for the case on that day (`dated`), `counted` are the periods that run in it; those that a body must
    keep press nobody.
    """
    running = [t for t in governing(counted) if t.count.deadline.keeper == "applicant"]
    bound = [t for t in running if t.binds]
    over = next((t for t in bound if t.count.missed(on)), None)
    ahead = [t for t in running if not t.count.missed(on)]
    first = over or min(ahead, key=lambda t: _day(t.count.safe), default=None)
    days = (first.count.due, first.count.safe) if first is not None else (None, None)
    for rule in filing.open:
        found = witness.finding(rule.when, "all")
        if found.truth:
            says = {language: _dated(text, *days) for language, text in rule.says.items()}
            state = State(filing.kind, rule.state, says, found.facts, (), rule.instead, rule.stopping, *days)
            return replace(state, restorable=bool(over and over.count.rule.restoration.ru))
        if found.truth is None:
            return _unknown(filing, found.missing or _starts(filing, counted), days)
    if any(p.binds for p in filing.periods) and not bound:
        return _unknown(filing, _starts(filing, counted), days)
    if first is None:
        return State(filing.kind, "open", _said(""))
    near = any((_day(t.count.safe) - _day(on)).days <= NEAR.get(t.count.deadline.unit, 3) for t in ahead)
    name = "late" if over else "closing" if near else "open"
    return State(filing.kind, name, _said(name, *days), (path_of(first.fact),), (), (), "", *days)


def _unknown(filing: FilingKind, missing: tuple[Path, ...], days: tuple[date | None, date | None]) -> State:
    return State(filing.kind, "unknown", _said("unknown"), (), missing, (), "", *days)


def _starts(filing: FilingKind, counted: Sequence[Term]) -> tuple[Path, ...]:
    """The facts from which its binding periods would run that do not run."""
    running = {t.deadline for t in counted}
    waiting = [p for p in filing.periods if p.binds and p.key not in running]
    return tuple(dict.fromkeys(path_of(fact) for p in waiting for fact in (*p.starts.values(), *p.otherwise.values())))


def _day(at: date) -> date:
    return at.date() if isinstance(at, datetime) else at


def _said(name: str, due: date | None = None, safe: date | None = None) -> dict[str, str]:
    return {language: _dated(translator(language)(_REASONS[name]), due, safe) for language in LANGUAGES}


def _dated(text: str, due: date | None, safe: date | None) -> str:
    """The text with the last and the safe day in place of «{due}» and «{safe}»."""
    for name, day in (("{due}", due), ("{safe}", safe)):
        text = text.replace(name, written_day(day) if day else "—")
    return text


def written_day(at: date) -> str:
    """The day as lists write it, with its minute where the period runs in hours: 19.02.2026 10:00."""
    return f"{at:%d.%m.%Y %H:%M}" if isinstance(at, datetime) else f"{at:%d.%m.%Y}"


def with_state(
    problems: Iterable[Problem], file: CaseFile, state: State, filings: Mapping[str, FilingKind], *, final: bool = False
) -> Iterator[Problem]:
    """The problems, and that the filing is not open on its day, as severely as its rule says, with what is left.

    Where the period cannot be restored, the filing's own words for being late stand in place of the general ones.
    """
    own = any(rule.state == state.name for rule in filings[state.kind].open)
    yield from (p for p in problems if not (own and state.name == "late" and not state.restorable and p.code is LATE))
    if (state.name in ("open", "closing") and not state.stops) or (state.name == "late" and not own):
        return
    path = next(iter((*state.facts, *state.missing)), ())
    line, column = file.positions.of(path)
    left = {x: _left(state, filings, x) for x in LANGUAGES}
    told = {"state": "@" + STATE_WORDS[state.name], "why": in_languages(state.says), "left": in_languages(left)}
    hard = state.stops == STOPS[0]
    level = ERROR if hard or (final and state.stops) else NOTE if state.name == "unknown" else WARNING
    yield Problem(NOT_OPEN if hard else STATE_DOUBTED, file.name, path, line, column, told, level)


def _left(state: State, filings: Mapping[str, FilingKind], language: str) -> str:
    titles = [f"{filings[kind].title[language]} ({kind})" for kind in state.instead]
    return "; ".join(titles) or translator(language)(N_("none that is drafted here"))


def state_data(file: CaseFile, state: State, filings: Mapping[str, FilingKind], language: str) -> dict[str, Any]:
    """The state for people and programs: kind, state, said, why, instead, left, due, safe, facts and missing by place."""
    from panahat.argue.explaining import place

    return {
        "kind": state.kind,
        "state": state.name,
        "said": translator(language)(STATE_WORDS[state.name]),
        "why": state.says.get(language) or state.says["ru"],
        "instead": list(state.instead),
        "left": _left(state, filings, language) if state.instead else "",
        "due": state.due.isoformat() if state.due else None,
        "safe": state.safe.isoformat() if state.safe else None,
        "facts": [place(file, path) for path in state.facts],
        "missing": [place(file, path) for path in state.missing],
    }
