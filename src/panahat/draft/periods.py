"""The periods of a filing: counted from every fact that starts one, in words for the text, as data for `deadlines`."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from panahat.case import CaseFile, get, path_of
from panahat.draft.context.scribe import Scribe
from panahat.draft.filings import FilingKind
from panahat.draft.model import Term
from panahat.draft.said import Said
from panahat.language import counted
from panahat.law import Law, filing_terms
from panahat.messages import Translator

_NOUNS = {
    "days": "day",
    "calendar-days": "calendar-day",
    "working-days": "working-day",
    "months": "month",
    "years": "year",
    "hours": "hour",
}


def terms(file: CaseFile, law: Law, filing: FilingKind) -> tuple[Term, ...]:
    """The periods of a filing: one for each fact that starts one and is known, the governing one first."""
    starts = {who: day for who, path in filing.starts.items() if (day := get(file.case, path_of(path))) is not None}
    if not starts:
        return ()
    counted = filing_terms(law, filing.deadline, starts)
    rest = [who for who in counted.counts if who != counted.governing]
    return tuple(
        Term(filing.deadline, who, filing.starts[who], counted.counts[who]) for who in (counted.governing, *rest)
    )


def term_words(scribe: Scribe, periods: Sequence[Term], on: date) -> dict[str, Any] | bool:
    """The governing period in words, or False where no fact starts one."""
    if not periods:
        return False
    term = periods[0]
    count = term.count
    late = count.late_by(on)
    say = scribe.date
    return {
        "length": Said(scribe.tongue.term(count.deadline.length or 0, _NOUNS[count.deadline.unit])),
        "starts": term.who,
        "served": say(count.start),
        "last": say(count.unrolled),
        "due": say(count.due),
        "safe": say(count.safe),
        "rolled": count.due != count.unrolled,
        "in_time": late == 0,
        "late": late > 0,
        "days_late": counted(late, "day") if late else "",
    }


def term_data(term: Term, law: Law, file: CaseFile, tr: Translator, language: str, today: date) -> dict[str, Any]:
    """One period for people and programs: what it is, from which fact and line, its steps, last and safe day, days left."""
    count = term.count
    event = law.deadlines[term.deadline].event
    return {
        **count.as_dict(),
        "who": term.who,
        "fact": term.fact,
        "line": file.positions.of(path_of(term.fact))[0],
        "title": getattr(event, language, None) or event.ru,
        "said": [step.say(tr, language) for step in count.steps],
        "left": count.left(today),
        "late": count.missed(file.case.filing.on),
        "late_by": count.late_by(file.case.filing.on),
    }
