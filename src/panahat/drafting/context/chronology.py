"""The chronology in words: every dated fact that a language can tell, and the pairs of dates that speak for or against."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import TYPE_CHECKING, Any

from panahat.case.chronology import Dated, dated
from panahat.case.engine import shapes
from panahat.case.facts import get
from panahat.case.needs import dotted
from panahat.drafting.context.groups import TEXT, TEXTS, Form
from panahat.drafting.context.printing import Printer
from panahat.drafting.context.scribe import Fact, Scribe
from panahat.drafting.traced import Traced
from panahat.language import tongue
from panahat.messages import translator
from panahat.moments import AnyDate, PartialDate, day_of

if TYPE_CHECKING:
    from panahat.argue.look import Condition, Pair
    from panahat.argue.model import Finding
    from panahat.case.loading import CaseFile
    from panahat.case.models import Case

_NUMBER = {"ru": " № {}", "kk": " № {}", "en": " No. {}"}


def told(scribe: Scribe, case: Case) -> list[dict[str, Any]]:
    """The lines of the chronology, in order of time: those the language has words for, and those in the file's own words.

    `told` marks a line on a day that the file also tells in its own words; `unsettled` one that may have come before what
    stands above it.
    """
    said = [(d, _said(scribe, d)) for d in dated(case)]
    own = {d.on for d, words in said if d.own and not words and not isinstance(d.on, PartialDate)}
    return [
        {
            "on": scribe.date(_day(d.on), Fact(d.on, d.path)),
            "what": [words] if words else scribe.text(_own(d)),
            **scribe.refs(Fact(d.group if getattr(d.group, "proof", ()) else get(case, d.path[:-2]), d.path[:-1])),
            "told": bool(words) and d.on in own,
            "unsettled": d.unsettled,
        }
        for d, words in said
        if words or d.own
    ]


def _own(d: Dated) -> Fact:
    return Fact(d.group.what, (*d.path[:-1], "what"))


def _said(scribe: Scribe, d: Dated, *, values: bool = True) -> Traced:
    """What the language calls the dated fact, with the number of its paper; empty where it has no words for it."""
    words = (scribe.tongue.choice("Dated", "what", name, "male") for name in d.names)
    said = next((w for w in words if isinstance(w, str)), "")
    number = getattr(d.group, "number", None) if values else None
    shown = _NUMBER[scribe.tongue.language].format(number) if number not in (None, "none") else ""
    return scribe.said(scribe.tongue.tied(said.format(number=shown)), Fact(d.on, d.path))


def timeline(file: CaseFile, language: str, *, values: bool) -> list[dict[str, Any]]:
    """The chronology for those who check a case: what each date is, its path and line; the date itself only where `values`.

    `happened` is false of dates that no filing tells: births, papers, ends of terms.
    """
    scribe, tr = Scribe(tongue(language), {}, lambda _: None), translator(language)
    out: list[dict[str, Any]] = []
    for d in dated(file.case):
        said = str(_said(scribe, d, values=values)) or (" ".join(scribe.text(_own(d))) if d.own and values else "")
        field = shapes().field(d.path)
        row = {"what": said or tr(field.description if field is not None else ""), "unsettled": d.unsettled}
        row["happened"] = bool(said) or d.own
        out.append({**row, "path": dotted(d.path), "line": file.positions.of(d.path)[0]})
        if values:
            out[-1]["on"] = str(scribe.date(_day(d.on))["nom"])
    return out


def _day(on: Any) -> AnyDate:
    return on if isinstance(on, PartialDate) else day_of(on)


def line_form(p: Printer) -> Form:
    """What a text may ask of a line of the chronology."""
    names = ("ref", "ref_plain", "annex_numbers", "told", "unsettled")
    return Form({"on": p.date_form(), "what": TEXTS, **dict.fromkeys(names, TEXT)})


def pairs(scribe: Scribe, found: Mapping[str, Finding], named: Mapping[str, Condition]) -> dict[str, Any]:
    """The pairs of every condition that sets dates side by side, by its id («-» as «_»), the nearest first."""
    ids = [id for id, condition in named.items() if condition.pair]
    return {id.replace("-", "_"): [_pair(scribe, p) for p in found[id].pairs] if id in found else [] for id in ids}


def _pair(scribe: Scribe, pair: Pair) -> dict[str, Any]:
    one, other = _day(pair.earlier), _day(pair.later)
    facts = tuple(Fact(on, path) for on, path in zip((one, other), pair.facts, strict=True))
    exact = not isinstance(one, PartialDate) and not isinstance(other, PartialDate)
    days, months = ((other - one).days, _months(one, other)) if exact else (0, 0)  # type: ignore[operator,arg-type]

    def counted(number: int, noun: str) -> Any:
        tongue = scribe.tongue
        return number > 0 and {c: scribe.said(tongue.counted(number, noun, c), *facts) for c in tongue.cases}

    return {
        "earlier": scribe.date(one, facts[0]),
        "later": scribe.date(other, facts[1]),
        "days": scribe.said(str(days), *facts) if exact else False,
        "days_counted": counted(days, "calendar-day"),
        "months_counted": counted(months, "month"),
    }


def _months(one: date, other: date) -> int:
    """The whole months from one day to another."""
    return (other.year - one.year) * 12 + other.month - one.month - (other.day < one.day)


def pairs_form(p: Printer, named: Iterable[Condition]) -> Form:
    """What a text may ask of the pairs of dates."""
    day, cases = p.date_form(), p.case_form()
    pair = Form({"earlier": day, "later": day, "days": TEXT, "days_counted": cases, "months_counted": cases})
    return Form({c.id.replace("-", "_"): Form(each=pair) for c in named if c.pair})
