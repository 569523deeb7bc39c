"""The review sheet: what a lawyer must decide before a filing goes out, and what the program chose; data for `sheets/`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from panahat.argue.explaining import titles
from panahat.argue.look import Called
from panahat.argue.model import Decision, Finding
from panahat.case.engine import shapes
from panahat.case.facts import get, path_of
from panahat.case.loading import CaseFile
from panahat.drafting.codes import CAUTION, LATE, LATE_BY_ONE_READING, LATE_IF_NOT_MOVED
from panahat.drafting.context.chronology import told
from panahat.drafting.context.scribe import Scribe, written
from panahat.drafting.filings import FilingKind
from panahat.drafting.forms import SHEET_LANGUAGE
from panahat.drafting.model import Draft, Paragraph, Term
from panahat.drafting.noting import proven, states, to_clarify
from panahat.drafting.periods import started_by, strict_due
from panahat.drafting.phrases import Phrase
from panahat.drafting.relief import caution_text, told_to
from panahat.drafting.sheet_law import Authority, authorities, limits
from panahat.language import tongue
from panahat.language.russian.numbers import date_short, date_text
from panahat.language.typography import nbsp
from panahat.law.citations import cite
from panahat.law.mentions import Mentions
from panahat.law.registry import Law
from panahat.messages import N_, translator
from panahat.problems import Path, Problem

NO_PROOF = ("case/no-proof", "case/needed-unproved")
_DEADLINE = (LATE.id, LATE_BY_ONE_READING.id, LATE_IF_NOT_MOVED.id)
_ELSEWHERE = (*NO_PROOF, CAUTION.id, "draft/unconfirmed-words", *_DEADLINE)
"""Problems that have a place of their own on the sheet."""
_UNREAD = "law/"
"""Doubts about the texts of the law: what nobody has read is listed by act."""
ADDRESSEE = ("Шапка: суд", "Шапка: адресат")
_FLAGS = {True: N_("yes"), False: N_("no")}
_LEVELS = {"error": N_("error"), "warning": N_("warning"), "note": N_("note")}
_HOW_TO_WRITE = re.compile(
    r"^в нескольких предложениях: |,? (?:полными предложениями|в [а-я]+ падеже|код\w* из двух букв)(?=[,;:]|$)"
    r"|, например .*$|[;:].*$| — .*$"
)
"""What the help text of a fact says of how to write it, which is of no use to who reads of the fact."""
_DAY = re.compile(r"\b(\d{4})-(\d\d)-(\d\d)\b")
_KEY = re.compile(r"«?\b([a-z_]+(?:\[\d*\])?(?:\.[a-z_]+(?:\[\d*\])?)+)\b»?")
_tr = translator(SHEET_LANGUAGE)


def sheet_of(filing: FilingKind) -> str:
    """The name on the library of the sheet for such a filing: one that is no act of procedure has a sheet of its own."""
    return f"sheets/{'review' if filing.norm else 'letter'}/{SHEET_LANGUAGE}.docx"


def review_sheet(
    drafts: Sequence[Draft],
    file: CaseFile,
    law: Law,
    filing: FilingKind,
    problems: Iterable[Problem],
    words: Sequence[Phrase],
) -> dict[str, Any]:
    """{«sheet»: …} as `templates/sheets/sheet.yaml` describes it: plain texts, lists and truth values.

    `drafts` are the filing in each of its languages, the last one telling the arguments; `words` are Kazakh expressions
    that nobody has confirmed.
    """
    known = list(problems)
    draft = drafts[-1]
    included = {d.argument.id: d for d in draft.decisions if d.included}
    grounds = [(a, included[a["id"]]) for s in draft.context["sections"] for a in s["arguments"]]
    called = titles(draft.decisions)
    read = authorities(file, draft, law)
    names = {language: [x for d in drafts for x in _names(d, language)] for language in ("ru", "kk")}
    return {
        "sheet": {
            "filing": filing.title[SHEET_LANGUAGE],
            "case_id": file.case.id,
            "filing_on": date_text(draft.filing_day),
            "draft": not draft.final,
            "court": draft.context["forum"] != "body",
            "deadline": [_problem(p) for p in known if p.code.id in _DEADLINE],
            "terms": [_term(term, law, draft) for term in draft.terms],
            "problems": [_problem(p) for p in known if not p.code.id.startswith((*_ELSEWHERE, _UNREAD))],
            "clarify": [{"text": f"{text[0].upper()}{text[1:]}."} for _, text in to_clarify(file, SHEET_LANGUAGE)],
            "grounds": [_ground(a, d, called, file) for a, d in grounds],
            "against": _pairs(draft, "against"),
            "pairs": _pairs(draft, "for"),
            "unknown": [_unknown(d, file) for d in draft.decisions if d.verdict == "unknown"],
            "unread": [{"cite": x.cite, "doubts": x.doubts, "edition": x.edition} for x in read if x.doubts],
            "limits": limits(draft, law),
            "unproved": [{"what": what} for what in _in_words(_unproved(draft, file, known), file)],
            "client": _warnings(draft, law, "client"),
            "warnings": _warnings(draft, law, "lawyer"),
            "chronology": _chronology(draft, file) if filing.norm else [],
            "norms": [_norm(x) for x in read if not x.doubts],
            "names": names["ru"],
            "names_kk": names["kk"],
            "phrases": [{"kk": w.kk, "ru": w.ru, "note": w.note} for w in words],
            "choices": [{"text": text} for text in _choices(draft, filing)],
        }
    }


def _problem(p: Problem) -> dict[str, str]:
    line = f" ({_tr(N_('line'))} {p.line})" if p.path and p.line else ""
    return {
        "level": _tr(_LEVELS[p.level]),
        "what": _plainly(f"{p.say(_tr, p.code.what).removesuffix('.')}{line}."),
        "remedy": _plainly(p.say(_tr, p.code.remedy)),
    }


def _plainly(text: str) -> str:
    """The text with its days written as people write them, and facts named by what they are."""
    return _KEY.sub(
        lambda m: f"«{_described(path_of(m[1]))}»" if shapes().field(path_of(m[1])) else m[0],
        _DAY.sub(r"\3.\2.\1", text),
    )


def _term(term: Term, law: Law, draft: Draft) -> dict[str, Any]:
    count = term.count
    strict = strict_due(law, term)
    return {
        "title": count.deadline.event.ru,
        "norm": Mentions(law, SHEET_LANGUAGE, draft.filing_day).resolve(
            cite(law, count.norms, draft.filing_day).forms["nom"]
        ),
        "start": f"{started_by(term, _tr)}: {date_short(count.start)}",
        "safe": date_short(count.safe),
        "plain": date_short(count.unrolled),
        "due": date_short(count.due),
        "strict": date_short(strict) if strict else "",
        "steps": [step.say(_tr, SHEET_LANGUAGE) for step in count.steps],
        "late": count.deadline.keeper == "applicant" and count.missed(draft.filing_day),
    }


def _ground(argument: Mapping[str, Any], decision: Decision, called: Called, file: CaseFile) -> dict[str, str]:
    """A pleaded argument: what the other side will say, on what it stands, and the facts with their lines."""
    return {
        **{key: argument[key] for key in ("n", "title")},
        "objections": " ".join(said["objection"] for said in argument["answers"]),
        "because": _because(decision, called),
        "facts": "; ".join(_in_words(_decided(decision), file)),
    }


def _pairs(draft: Draft, speaks: str) -> list[dict[str, str]]:
    """The dates side by side that speak «for» or «against» the client, with their lines."""
    rows = [
        (row["label"], [str(place["line"]) for place in row["facts"]]) for row in draft.pairs if row["pair"] == speaks
    ]
    return [{"text": f"{label} ({_tr(N_('lines'))} {', '.join(lines)})"} for label, lines in rows]


def _chronology(draft: Draft, file: CaseFile) -> list[dict[str, str]]:
    """Day, event and annexes of every dated fact, in the sheet's language; nothing where the filing itself has the table."""
    if any(c.endswith((" in chronology", " in events")) for p in draft.paragraphs for c in p.condition):
        return []
    scribe = Scribe(tongue(SHEET_LANGUAGE), {id: n for n, id in enumerate(draft.annexes, 1)}, lambda _: None)
    return [
        {"on": str(e["on"]["short"]), "what": " ".join(map(str, e["what"])), "proof": str(e["annex_numbers"]) or "—"}
        for e in told(scribe, file.case)
    ]


def _because(decision: Decision, called: Called) -> str:
    """The conditions that carried an argument, in words."""
    if decision.because == "lawyer":
        return _tr(N_("the lawyer's choice"))
    return "; ".join(f.said(SHEET_LANGUAGE, called) for f in _carrying(decision))


def _carrying(decision: Decision) -> list[Finding]:
    """The findings an argument stands on; that nothing forbids it is what `panahat explain` says."""
    return [f for f in decision.deciding if f.role != "none"]


def _unknown(decision: Decision, file: CaseFile) -> dict[str, str]:
    return {
        "title": decision.argument.title[SHEET_LANGUAGE],
        "missing": "; ".join(_in_words(decision.missing, file, lines=False)),
    }


def _decided(decision: Decision) -> list[Path]:
    """The facts it stands on, the most exact ones: none inside which another of them lies."""
    facts = [path for f in _carrying(decision) for path in f.facts]
    return [path for path in facts if not any(other != path and other[: len(path)] == path for other in facts)]


def _in_words(paths: Iterable[Path], file: CaseFile, *, lines: bool = True) -> list[str]:
    """The facts as people call them, each once, with the lines on which the case file tells them; flags say yes or no."""
    found: dict[str, dict[int, None]] = {}
    for path in paths:
        value = get(file.case, path)
        said = f"{_described(path)} — {_tr(_FLAGS[value])}" if isinstance(value, bool) else _described(path)
        found.setdefault(said, {})[file.positions.of(path)[0]] = None
    if not lines:
        return list(found)
    return [
        f"{what} ({_tr(N_('lines') if len(at) > 1 else N_('line'))} {', '.join(map(str, sorted(at)))})"
        for what, at in found.items()
    ]


def _described(path: Path) -> str:
    """What the fact at a path is, in Russian, without how to write it."""
    field = shapes().field(path)
    return _HOW_TO_WRITE.sub("", _tr(field.description)) if field else written(path)


def _unproved(draft: Draft, file: CaseFile, problems: Iterable[Problem]) -> list[Path]:
    """Statements behind which no annex stands: groups without proof, sentences printed and flags relied on without one."""
    bare: dict[Path, None] = {p.path: None for p in problems if p.code.id in NO_PROOF}
    annexed = {fact for p in draft.paragraphs if p.annexes for fact in p.facts}
    printed = [path_of(fact) for p in draft.paragraphs for fact in p.facts if fact not in annexed]
    relied = [path for d in draft.decisions if d.included for path in _decided(d)]
    for path in (*printed, *relied):
        field = shapes().field(path)
        stated = states(path, file) or (field is not None and field.kind == "flag")
        if stated and not proven(path, file) and not any(path[:n] in bare for n in range(1, len(path) + 1)):
            bare[path] = None
    return sorted(bare, key=file.positions.of)


def _warnings(draft: Draft, law: Law, whom: str) -> list[dict[str, str]]:
    return [{"text": nbsp(caution_text(law, id, SHEET_LANGUAGE))} for id in draft.warnings if told_to(law, id) == whom]


def _norm(found: Authority) -> dict[str, str]:
    return {"cite": found.cite, "read": "; ".join(filter(None, (found.read, found.edition)))}


def _names(draft: Draft, language: str) -> list[dict[str, str]]:
    """The names of people as a draft in that language declines them, and every other form that is doubtful."""
    if draft.language != language:
        return []
    cases = tongue(language).cases
    return [
        {
            "who": _described(path_of(path)),
            **{case: getattr(forms, case) for case in cases},
            "doubt": _doubt(forms.doubts),
        }
        for path, forms in draft.declined.items()
        if forms.doubts or _is_person(path)
    ]


def _is_person(path: str) -> bool:
    field = shapes().field(path_of(path))
    return field is not None and field.group == "PersonName"


def _doubt(ids: Iterable[str]) -> str:
    from panahat.language.codes import BOOK

    return "; ".join(_tr(BOOK.codes[id].what) for id in ids)


def _addressee(draft: Draft) -> Sequence[Paragraph]:
    """The paragraph that names the addressee, as a list of at most one."""
    return [p for p in draft.paragraphs if p.style in ADDRESSEE][:1]


def _choices(draft: Draft, filing: FilingKind) -> Iterator[str]:
    """What the program decided besides the arguments: addressee, copies, fee, requests and motions."""
    yield from draft.about
    yield from (_tr(N_("line of the addressee: {text}")).format(text=p.text) for p in _addressee(draft))
    for kind, made, listed in (
        (N_("requests"), draft.asks, filing.asks),
        (N_("motions"), draft.motions, filing.motions),
    ):
        if made:
            named = [w.title.get(SHEET_LANGUAGE, w.id) for w in listed if w.id in made]
            yield f"{_tr(kind)}: {'; '.join(f'{n}) {title}' for n, title in enumerate(named, 1))}"
