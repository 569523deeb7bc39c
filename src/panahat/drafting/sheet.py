"""The review sheet: everything the program chose for a filing, for the lawyer to confirm; data for `sheets/review`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from panahat.argue.explaining import titles
from panahat.case import shapes, walk
from panahat.case.facts import path_of
from panahat.drafting.codes import CAUTION
from panahat.drafting.context.chronology import timeline
from panahat.drafting.context.scribe import tongue, written
from panahat.drafting.periods import started_by
from panahat.drafting.relief import caution_text
from panahat.language import date_short, date_text, nbsp
from panahat.law import Mentions, Ref, cite
from panahat.messages import N_, translator
from panahat.problems import Problem

if TYPE_CHECKING:
    from panahat.argue import Decision
    from panahat.argue.look import Called
    from panahat.case import CaseFile
    from panahat.drafting.model import Draft
    from panahat.drafting.phrases import Phrase
    from panahat.law import Law

LANGUAGE = "ru"
NO_PROOF = "case/no-proof"
_ELSEWHERE = (NO_PROOF, CAUTION.id)
"""Problems that have a section of their own."""
_ADDRESSEE = ("Шапка: суд", "Шапка: адресат")
_LEVELS = {"error": N_("error"), "warning": N_("warning"), "note": N_("note")}
_CONFIDENCE = {
    "two-sources": N_("seen in two sources"),
    "one-source": N_("seen in one source"),
    "recalled": N_("known from memory only"),
}
_DOUBTS = {
    "recalled": N_("known from memory only"),
    "verify": N_("must be verified before use"),
    "unseen-edition": N_("the edition of that day was not seen"),
}
_STATUS = {
    "open": N_("status: open"),
    "suspended": N_("status: suspended"),
    "closed": N_("status: closed"),
    "none": N_("no programme"),
    "unknown": N_("status: unknown"),
}
_WISHES = {"if ask.": N_("request"), "if motion.": N_("motion")}
_tr = translator(LANGUAGE)


def review_sheet(
    drafts: Sequence[Draft],
    file: CaseFile,
    law: Law,
    title: Mapping[str, str],
    problems: Iterable[Problem],
    words: Sequence[Phrase],
    digests: Mapping[str, str],
) -> dict[str, Any]:
    """{«sheet»: …} as `templates/sheets/review/sheet.yaml` describes it: plain texts, lists and truth values.

    `drafts` are the filing in each of its languages, the last one telling the arguments; `words` are Kazakh expressions
    that nobody has confirmed.
    """
    known = list(problems)
    draft = drafts[-1]
    sources = _Sources(law)
    norms = [*_norms(draft, law, sources), *_destinations(file, draft, law, sources)]
    return {
        "sheet": {
            "filing": title[LANGUAGE],
            "case_id": file.case.id,
            "filing_on": date_text(draft.filing_day),
            "draft": not draft.final,
            "problems": [_problem(p) for p in known if p.code.id not in _ELSEWHERE],
            "terms": [_term(term, law, draft.filing_day) for term in draft.terms],
            "chronology": [_dated(row) for row in timeline(file, LANGUAGE, values=True) if row["happened"]],
            "pairs": [_pair(row) for row in draft.pairs],
            "included": _included(draft),
            "unknown": [_unknown(d) for d in draft.decisions if d.verdict == "unknown"],
            "excluded": [
                _excluded(d, titles(draft.decisions)) for d in draft.decisions if d.verdict in ("excluded", "left-out")
            ],
            "warnings": [{"text": nbsp(caution_text(law, id, LANGUAGE))} for id in draft.warnings],
            "norms": norms,
            "sources": sources.listed(),
            "names": [row for d in drafts for row in _names(d, "ru")],
            "names_kk": [row for d in drafts for row in _names(d, "kk")],
            "phrases": [{"kk": w.kk, "ru": w.ru, "note": w.note} for w in words],
            "unproved": [{"what": _described(p.where), "path": _place(p)} for p in known if p.code.id == NO_PROOF],
            "choices": [{"text": text} for text in _choices(draft)],
            "hashes": [
                {"name": name, "value": value}
                for name, value in [(_tr(N_("case file")), file.digest), *sorted(digests.items())]
            ],
        }
    }


def _problem(p: Problem) -> dict[str, str]:
    return {
        "level": _tr(_LEVELS[p.level]),
        "what": f"{p.say(_tr, p.code.what)}{f' [{_place(p)}]' if p.path else ''}",
        "remedy": p.say(_tr, p.code.remedy),
    }


def _place(p: Problem) -> str:
    return f"{p.where}, {_tr(N_('line'))} {p.line}" if p.line else p.where


def _term(term: Any, law: Law, on: date) -> dict[str, Any]:
    count = term.count
    norm = cite(law, [count.deadline.norm], on).forms["nom"]
    return {
        "title": f"{count.deadline.event.ru} ({norm})",
        "start": f"{started_by(term, _tr)}: {date_short(count.start)}",
        "safe": date_short(count.safe),
        "due": date_short(count.due),
        "steps": [step.say(_tr, LANGUAGE) for step in count.steps],
        "late": count.missed(on),
    }


def _dated(row: Mapping[str, Any]) -> dict[str, Any]:
    place = f"{row['path']}, {_tr(N_('line'))} {row['line']}"
    return {"on": row["on"], "what": row["what"], "path": place, "unsettled": row["unsettled"]}


def _pair(row: Mapping[str, Any]) -> dict[str, Any]:
    places = "; ".join(f"{p['path']}, {_tr(N_('line'))} {p['line']}" for p in row["facts"])
    return {"text": row["label"], "path": places, "against": row["pair"] == "against"}


def _included(draft: Draft) -> list[dict[str, str]]:
    numbered = [(a["n"], a["id"], a["title"]) for s in draft.context["sections"] for a in s["arguments"]]
    by_id = {d.argument.id: d for d in draft.decisions}
    called = titles(draft.decisions)
    return [
        {"n": n, "title": title, "because": _because(by_id[id], called), "facts": ", ".join(_facts(by_id[id]))}
        for n, id, title in numbered
    ]


def _because(decision: Decision, called: Called) -> str:
    if decision.because == "lawyer":
        return _tr(N_("the lawyer's choice"))
    return "; ".join(
        f.said(LANGUAGE, called) if f.truth else _tr(N_("not: {test}")).format(test=f.said(LANGUAGE, called))
        for f in decision.deciding
    )


def _facts(decision: Decision) -> list[str]:
    """The facts by their paths, without the numbers of list items, each once."""
    return list(dict.fromkeys(re.sub(r"\[\d+\]", "", written(path)) for f in decision.deciding for path in f.facts))


def _unknown(decision: Decision) -> dict[str, str]:
    missing = ", ".join(dict.fromkeys(f"{written(path)} — {_described(written(path))}" for path in decision.missing))
    return {"title": decision.argument.title[LANGUAGE], "missing": missing}


def _excluded(decision: Decision, called: Called) -> dict[str, str]:
    if decision.because == "lawyer":
        why = _tr(N_("the lawyer's choice"))
    elif decision.because:
        why = _tr(N_("left out because «{other}» is pleaded")).format(other=decision.because)
    else:
        why = "; ".join(
            f.said(LANGUAGE, called)
            if f.role == "none"
            else _tr(N_("not: {test}")).format(test=f.said(LANGUAGE, called))
            for f in decision.deciding
        )
    return {"title": decision.argument.title[LANGUAGE], "because": why}


def _described(dotted: str) -> str:
    """The help text of the fact at a path, in Russian."""
    field = shapes().field(path_of(dotted))
    return _tr(field.description) if field else dotted


class _Sources:
    """Sources by number, in the order in which they are first named."""

    def __init__(self, law: Law) -> None:
        self._law = law
        self._numbers: dict[str, int] = {}

    def numbers(self, keys: Iterable[str]) -> str:
        """«[1], [4]»."""
        found = [self._numbers.setdefault(key, len(self._numbers) + 1) for key in keys]
        return ", ".join(f"[{n}]" for n in sorted(found))

    def listed(self) -> list[dict[str, str]]:
        out = []
        for key, n in self._numbers.items():
            source = self._law.sources[key]
            out.append({"n": f"[{n}]", "text": " ".join(filter(None, (source.address, source.text)))})
        return out


def _norms(draft: Draft, law: Law, sources: _Sources) -> list[dict[str, str]]:
    """Norms of one act, seen in the same sources and edition with the same doubts, in one row; then decisions and soft law."""
    used = {key for p in draft.paragraphs for key in p.norms}
    rows: dict[tuple[str, ...], tuple[date, list[Ref]]] = {}
    for (key, day), places in draft.cited.items():
        standing = law.standing(key, day)
        version = standing.version
        if key not in used or version is None:
            continue
        edition = version.edition or ""
        if not edition and version.seen_until:
            edition = _tr(N_("text seen until {day}")).format(day=date_short(version.seen_until))
        doubts = "; ".join(_tr(_DOUBTS[d]) for d in standing.doubts)
        same = (
            version.act,
            sources.numbers(version.sources),
            _tr(_CONFIDENCE[version.confidence]),
            edition,
            doubts,
            day.isoformat(),
        )
        rows.setdefault(same, (day, []))[1].extend(places)
    mentions = Mentions(law, LANGUAGE)
    out = []
    for (_, source, confidence, edition, doubts, _), (day, named) in sorted(rows.items()):
        cited = mentions.resolve(cite(law, named, day).forms["nom"])
        out.append({"cite": cited, "source": source, "confidence": confidence, "edition": edition, "doubts": doubts})
    for section in (law.decisions, law.soft_law):
        out += [_authority(section[key], sources) for key in sorted(used & set(section))]
    return out


def _authority(found: Any, sources: _Sources) -> dict[str, str]:
    return {
        "cite": found.citation["nom"],
        "source": sources.numbers(found.sources),
        "confidence": _tr(_CONFIDENCE[found.confidence]),
        "edition": "",
        "doubts": _tr(_DOUBTS["verify"]) if found.verify_before_use else "",
    }


def _destinations(file: CaseFile, draft: Draft, law: Law, sources: _Sources) -> Iterable[dict[str, str]]:
    """The rules of each state that is asked, and the programme that the case names with its last known status."""
    told = {value for _, value, _ in walk(file.case) if isinstance(value, str)}
    for state in (law.destinations[id] for id in draft.warnings if id in law.destinations):
        confirmed = law.confirmed.edition(state.key, draft.filing_day)
        doubts = _tr(_DOUBTS["verify"]) if state.verify_before_use and not confirmed else ""
        for rule in state.legal_basis:
            if rule.role != "context":
                cited = " ".join(filter(None, (rule.act, rule.provision)))
                yield _of_state(f"{state.name.ru}: {cited}", rule, doubts, sources)
        for programme in state.programmes:
            if programme.key in told:
                status = _tr(_STATUS[programme.status])
                yield _of_state(f"{state.name.ru}: {programme.name.ru}; {status}", programme, doubts, sources)


def _of_state(cited: str, found: Any, doubts: str, sources: _Sources) -> dict[str, str]:
    day = ".".join(reversed(found.as_of.split("-"))) if found.as_of else ""  # a year, a month or a day
    seen = _tr(N_("text seen until {day}")).format(day=day) if day else ""
    return {
        "cite": nbsp(cited),
        "source": sources.numbers(found.sources),
        "confidence": _tr(_CONFIDENCE[found.confidence]),
        "edition": seen,
        "doubts": doubts,
    }


def _names(draft: Draft, language: str) -> list[dict[str, str]]:
    """The declined names and phrases of a draft in that language, each in every case, with what is doubtful."""
    if draft.language != language:
        return []
    cases = tongue(language).cases
    return [
        {"who": _described(path), **{case: getattr(forms, case) for case in cases}, "doubt": _doubt(forms.doubts)}
        for path, forms in draft.declined.items()
    ]


def _doubt(ids: Iterable[str]) -> str:
    from panahat.language.codes import BOOK

    return "; ".join(_tr(BOOK.codes[id].what) for id in ids)


def _choices(draft: Draft) -> Iterable[str]:
    """What the program decided besides the arguments: addressee, period, each request and motion."""
    yield from draft.about
    first = next((p for p in draft.paragraphs if p.style in _ADDRESSEE), draft.paragraphs[0])
    yield _tr(N_("line of the addressee: {text}")).format(text=first.text)
    if draft.terms:
        term = draft.terms[0]
        yield _tr(N_("the period runs from {day}, {who}")).format(
            day=date_short(term.count.start), who=started_by(term, _tr)
        )
    if draft.decisions:
        yield _tr(N_("order of arguments: sections as in filing.yaml, strongest first inside each"))
    for p in draft.paragraphs:
        kind = next((kind for c in p.condition for start, kind in _WISHES.items() if c.startswith(start)), None)
        if kind:
            yield f"{_tr(kind)} {p.text if len(p.text) < 140 else p.text[:140].rsplit(' ', 1)[0] + ' …'}"
