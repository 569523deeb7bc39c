"""Which remedies now: every kind of filing on a day, what it suspends, what it lacks, what goes with it, by urgency.

What each suspends and what goes with it is data (`suspends` and `goes_with` in `filing.yaml`).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING, Any

from msgspec import Struct

from panahat.drafting.periods import governing, started_by
from panahat.drafting.states import STATE_WORDS, state_data, written_day
from panahat.messages import N_, Translator, translator
from panahat.problems import Path, Problem, errors

if TYPE_CHECKING:
    from panahat.argue.deciding import Witness
    from panahat.case.loading import CaseFile
    from panahat.case.needs import Needs
    from panahat.drafting.filings import Effect, FilingKind
    from panahat.drafting.model import Term
    from panahat.drafting.states import State

URGENCY = ("closing", "late", "open", "unknown", "later", "closed", "not-applicable")
"""States in the order in which they are told: what presses first, what cannot be filed last."""
MAY_BE_FILED = URGENCY[:3]
EFFECT_WORDS: Mapping[str, str] = {
    "automatic": N_("suspends by itself"),
    "on-request": N_("suspends only if asked and granted"),
    "nothing": N_("does not suspend"),
}
ORDER_WORDS: Mapping[str, str] = {
    "before": N_("file it before {kind}"),
    "with": N_("file it together with {kind}"),
    "after": N_("file it after {kind}"),
}
_TURNED = {"before": "after", "with": "with", "after": "before"}


class Beside(Struct, frozen=True):
    """A kind of filing that goes with a remedy: the remedy comes `order` it («before», «with», «after»), and why."""

    kind: str
    order: str
    says: Mapping[str, str]


class Remedy(Struct, frozen=True):
    """A kind of filing as it stands at a moment: its effects, the facts it lacks, what goes with it, its periods."""

    filing: FilingKind
    state: State
    effects: tuple[Effect, ...] = ()
    lacks: tuple[Path, ...] = ()
    beside: tuple[Beside, ...] = ()
    terms: tuple[Term, ...] = ()
    problems: tuple[Problem, ...] = ()
    """Why a period of it cannot be counted."""

    @property
    def applies(self) -> bool:
        """Whether it is, may be or will be open."""
        return self.state.name in URGENCY[:-2]

    @property
    def may_be_filed(self) -> bool:
        """Whether it can be filed on that day: in time, or late where the law still takes it."""
        return self.state.name in MAY_BE_FILED


def remedy(
    file: CaseFile,
    filing: FilingKind,
    state: State,
    states: Mapping[str, State],
    filings: Mapping[str, FilingKind],
    witness: Witness,
    needs: Needs,
    terms: Sequence[Term],
    problems: Sequence[Problem],
) -> Remedy:
    """The remedy with everything around it; one that is closed or does not apply has only its state.

    Nothing is said to suspend by itself while that is not known. What goes with it is told once, by either of the two
    kinds, and only where the other is not closed.
    """
    if not (bare := Remedy(filing, state)).applies:
        return bare
    truths = [(e, witness.truth(e.when)) for e in filing.suspends]
    effects = tuple(e for e, truth in truths if truth or (truth is None and e.effect != "automatic"))
    lacks = tuple(p.path for p in errors(needs.missing(file, final=False)))
    beside = {b.kind: b for b in _beside(filing, filings, witness) if states[b.kind].name in URGENCY[:-2]}
    return Remedy(filing, state, effects, lacks, tuple(beside.values()), tuple(terms), tuple(problems))


def _beside(filing: FilingKind, filings: Mapping[str, FilingKind], witness: Witness) -> Iterator[Beside]:
    for other in filings.values():
        for c in other.goes_with:
            if c.kind == filing.kind and witness.truth(c.when) is not False:
                yield Beside(other.kind, _TURNED[c.order], c.says)
    for c in filing.goes_with:
        if witness.truth(c.when) is not False:
            yield Beside(c.kind, c.order, c.says)


def in_urgency(remedies: Iterable[Remedy]) -> list[Remedy]:
    """By state as in URGENCY; among equals what has to be filed first, then in the order they came."""
    return sorted(remedies, key=lambda r: (URGENCY.index(r.state.name), _minute(r.state.safe or date.max)))


class Event(Struct, frozen=True):
    """A day or minute that a period reaches: whose, which («safe», «due», «body»), of which kind and period."""

    at: date
    what: str
    kind: str
    term: Term


_EVENT_WORDS: Mapping[str, str] = {
    "safe": N_("file no later than"),
    "due": N_("last day"),
    "body": N_("the body must act by"),
}


def ahead(remedies: Iterable[Remedy], on: date) -> list[Event]:
    """What the periods of the remedies reach from that day or minute on, in order of time; each period once."""
    out: dict[tuple[str, str, str], Event] = {}
    for r in remedies:
        for term in governing(r.terms):
            mine = term.count.deadline.keeper == "applicant"
            for what, at in (
                (("safe", term.count.safe), ("due", term.count.due)) if mine else (("body", term.count.due),)
            ):
                if _minute(at, latest=True) >= _minute(on):
                    out.setdefault((term.deadline, term.fact, what), Event(at, what, r.filing.kind, term))
    return sorted(out.values(), key=lambda e: _minute(e.at, latest=True))


def _minute(at: date, *, latest: bool = False) -> datetime:
    return at if isinstance(at, datetime) else datetime.combine(at, time.max if latest else time.min)


def remedies_data(
    file: CaseFile, remedies: Sequence[Remedy], filings: Mapping[str, FilingKind], on: date, language: str
) -> dict[str, Any]:
    """The remedies and the days ahead for people and programs: every text in `language`, days in ISO form."""
    from panahat.argue.explaining import place

    to = translator(language)
    rows = [
        {
            **state_data(file, r.state, filings, language),
            "title": r.filing.title[language],
            "norm": r.filing.norm,
            "may_be_filed": r.may_be_filed,
            "suspends": [
                {"effect": e.effect, "said": to(EFFECT_WORDS[e.effect]), "why": e.says[language], "norm": e.norm}
                for e in r.effects
            ],
            "lacks": [place(file, path) for path in r.lacks],
            "goes_with": [
                {
                    "kind": b.kind,
                    "order": b.order,
                    "said": to(ORDER_WORDS[b.order]).format(kind=b.kind),
                    "why": b.says[language],
                }
                for b in r.beside
            ],
        }
        for r in remedies
    ]
    problems = [p.as_dict(to) for r in remedies for p in r.problems]
    ahead = _ahead(remedies, on, to)
    return {"case": file.case.id, "on": on.isoformat(), "remedies": rows, "ahead": ahead, "problems": problems}


def _ahead(remedies: Sequence[Remedy], on: date, to: Translator) -> list[dict[str, Any]]:
    return [
        {
            "at": e.at.isoformat(),
            "day": written_day(e.at),
            "days": (_minute(e.at).date() - _minute(on).date()).days,
            "event": e.what,
            "said": to(_EVENT_WORDS[e.what]),
            "kind": e.kind,
            "period": e.term.deadline,
            "from": started_by(e.term, to),
        }
        for e in ahead(remedies, on)
    ]


_WIDTH, _LABEL, _ROW = 960, 330, 30
_FILLS = {"closing": "#c0392b", "late": "#8e44ad", "open": "#2e7d32", "unknown": "#b7950b", "later": "#7f8c8d"}


def drawn(data: Mapping[str, Any], language: str) -> str:
    """The days ahead as an SVG page of its own: a bar a remedy to its last day, a mark on its safe day; no client named.

    `data` is what `remedies_data` gives. A remedy with no period has a dashed bar to the edge.
    """
    from xml.sax.saxutils import escape

    to = translator(language)
    rows = [r for r in data["remedies"] if r["state"] in _FILLS]
    start = date.fromisoformat(data["on"][:10])
    last = [date.fromisoformat(r["due"][:10]) for r in rows if r["due"]]
    span = max(7, min(62, max(((day - start).days + 2 for day in last), default=7)))
    height = 70 + _ROW * len(rows)

    def x(day: date) -> int:
        return round(_LABEL + (_WIDTH - _LABEL - 20) * min(max((day - start).days, 0), span) / span)

    out = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {height}" font-family="sans-serif" font-size="12">',
        f"<title>{escape(data['case'])} — {written_day(start)}</title>",
        f'<rect width="{_WIDTH}" height="{height}" fill="#ffffff"/>',
    ]
    for n in range(0, span + 1, max(1, span // 7)):
        day = start + timedelta(days=n)
        out.append(f'<path d="M{x(day)} 40V{height - 15}" stroke="#dddddd"/>')
        out.append(f'<text x="{x(day)}" y="30" text-anchor="middle" fill="#555555">{day:%d.%m}</text>')
    for n, row in enumerate(rows):
        y, fill = 50 + _ROW * n, _FILLS[row["state"]]
        due = date.fromisoformat(row["due"][:10]) if row["due"] else None
        end, dash = (x(due), "") if due else (_WIDTH - 20, ' stroke-dasharray="4 4"')
        told = escape(f"{row['title']}: {to(STATE_WORDS[row['state']])} — {row['why']}")
        out.append(f"<g><title>{told}</title>")
        out.append(f'<text x="{_LABEL - 10}" y="{y + 12}" text-anchor="end">{escape(row["kind"])}</text>')
        out.append(f'<path d="M{_LABEL} {y + 8}H{max(end, _LABEL + 4)}" stroke="{fill}" stroke-width="10"{dash}/>')
        if row["safe"]:
            safe = x(date.fromisoformat(row["safe"][:10]))
            out.append(f'<path d="M{safe} {y}V{y + 16}" stroke="#000000" stroke-width="2"/>')
        out.append("</g>")
    return "\n".join([*out, "</svg>", ""])
