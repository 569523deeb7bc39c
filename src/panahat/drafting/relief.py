"""Requests and motions: which are made, and their numbers; and the bench on which a filing's conditions are weighed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from panahat.argue.conditions import ALWAYS
from panahat.argue.deciding import Witness, asks, figures
from panahat.argue.look import Around, Bench
from panahat.argue.model import Argument, Decision
from panahat.case.loading import CaseFile
from panahat.drafting.codes import CAUTION, LAW_FORBIDS
from panahat.drafting.filings import Caution, FilingKind, Request
from panahat.drafting.model import Term
from panahat.drafting.periods import lateness
from panahat.law.registry import Law
from panahat.messages import LANGUAGES, N_, translator
from panahat.problems import ERROR, RUSSIAN_ONLY, WARNING, Path, Problem, in_languages


def situation(
    file: CaseFile,
    law: Law,
    filing: FilingKind,
    arguments: Sequence[Argument],
    decisions: Sequence[Decision],
    terms: Sequence[Term],
) -> Witness:
    """Who answers the conditions of a filing: the case, what arguments are pleaded and ask for, what period is over."""
    included = {d.argument.id: d.included for d in decisions}
    late = lateness(filing, terms)
    binding = frozenset(p.key for p in filing.periods if p.binds)
    pleading = filing.pleading(file)
    around = Around(
        filing.named, lambda id: included.get(id, False), asks(decisions), late, binding, pleading.act, pleading.forum
    )
    return Witness(file.case, Bench(law, file.case.filing.on, figures(arguments), around))


def numbered(
    filing: FilingKind, witness: Witness, additions: Mapping[str, list[dict[str, Any]]], first_free: int
) -> dict[str, Any]:
    """`ask`, `motion`: each made one with its number, else False; numbers of the sections and passages that follow.

    `first_free` is the number of the first section after the arguments. The lawyer's own requests go on with the numbers.
    """
    ask = _numbers(filing.asks, witness)
    out: dict[str, Any] = {"ask": ask, "motion": _numbers(filing.motions, witness)}
    made = sum(bool(v) for v in ask.values())
    own = additions["arguments"]
    out["additions_n"] = str(first_free) if own else False
    out["motions_n"] = str(first_free + bool(own))
    out["additions"] = {
        "facts": additions["facts"],
        "arguments": [_numbered(a, f"{first_free}.{k}") for k, a in enumerate(own, 1)],
        "requests": [_numbered(r, str(made + k)) for k, r in enumerate(additions["requests"], 1)],
    }
    return out


def _numbered(passage: dict[str, Any], n: str) -> dict[str, Any]:
    passage["n"] = n
    return passage


def _numbers(relief: Sequence[Request], witness: Witness) -> dict[str, Any]:
    out: dict[str, Any] = {}
    n = 0
    for wish in relief:
        n += (holds := witness.truth(wish.when) is True)
        out[wish.id] = {"n": str(n)} if holds else False
    return out


def spoken_to(law: Law, filing: FilingKind, cited: Iterable[tuple[str, date]]) -> list[Caution]:
    """The warnings that concern such a filing: its own, then those of the law data that speak to its kind and norms.

    A warning that the filing names itself is given on the filing's condition only.
    """
    acts: dict[str, str] = {}
    for key, day in cited:
        version = law.standing(key, day).version
        acts[key] = version.act if version is not None else ""
    named = {w.id for w in filing.warnings}
    found = [w for w in law.warnings.values() if w.key not in named and w.concerns(filing.kind, acts, acts.values())]
    return [
        *filing.warnings,
        *(Caution(w.key, ALWAYS if w.applies_to.when is None else w.applies_to.when) for w in found),
    ]


def cautions(
    file: CaseFile,
    law: Law,
    filing: FilingKind,
    witness: Witness,
    decisions: Sequence[Decision],
    cited: Iterable[tuple[str, date]],
    spoken: Sequence[str] = (),
) -> tuple[str, ...]:
    """The warnings for the lawyer: those that concern the filing, of the entries that facts name, of pleaded arguments.

    An unknown condition warns too. `cited` are the norms that the filing cites, each as of a day; `spoken` the texts in
    which warnings look for words. What only tells how to write texts is not for the lawyer of a case.
    """
    from panahat.case.facts import get

    listed = [w for w in spoken_to(law, filing, cited) if witness.truth(w.when) is not False]
    own = [(get(file.case, w.of) or "") if w.of else w.id for w in listed]
    pleaded = [w for d in decisions if d.included for w in d.warn]
    told = (id for id in (*own, *pleaded) if id and told_to(law, id) != "texts" and _is_said(law, id, spoken))
    return tuple(dict.fromkeys(told))


def _is_said(law: Law, id: str, spoken: Sequence[str]) -> bool:
    """Whether one of the texts has the words that the warning looks for; true of a warning that looks for none."""
    patterns = law.warnings[id].applies_to.says if id in law.warnings else ()
    return not patterns or any(re.search(p, text, re.IGNORECASE) for p in patterns for text in spoken)


def own_passages(file: CaseFile, language: str) -> dict[Path, str]:
    """The passages that ask or argue in the lawyer's own words, by their paths."""
    passages = ((("filing", "additions", n), a) for n, a in enumerate(file.case.filing.additions))
    return {path: getattr(a.text, language) or "" for path, a in passages if a.section != "facts"}


def enforced(
    file: CaseFile, law: Law, witness: Witness, given: Iterable[str], *, final: bool, language: str
) -> Iterator[Problem]:
    """The warnings given that stop a filing: a «block» always, an «error» a final one; at the passage or fact they rest on."""
    for id in given:
        caution = law.warnings.get(id)
        if caution is None or caution.severity == "warning":
            continue
        passages = own_passages(file, language).items()
        when = caution.applies_to.when
        facts = witness.finding(when, "all").facts if when is not None else ()
        said = [path for path, text in passages if caution.applies_to.says and _is_said(law, id, [text])]
        path = next(iter((*said, *facts)), ())
        stops = final or caution.severity == "block"
        line, column = file.positions.of(path)
        told = {"key": id, "text": in_languages({x: getattr(caution.text, x, None) for x in LANGUAGES})}
        yield Problem(LAW_FORBIDS, file.name, path, line, column, told, ERROR if stops else WARNING)


def told_to(law: Law, id: str) -> str:
    """Whom a warning tells: lawyer, client or texts."""
    return law.warnings[id].tells if id in law.warnings else "lawyer"


def caution_text(law: Law, id: str, language: str) -> str:
    """The text of a warning, of a contradiction in the law data, of a state, or of a norm's own note."""
    tr = translator(language)
    if id in law.warnings:
        return _in(law.warnings[id].text, language)
    if id in law.contradictions:
        found = law.contradictions[id]
        return f"{_in(found.what, language)} {tr(N_('Use:'))} {_in(found.use, language)}."
    if id in law.destinations:
        state = law.destinations[id]
        return f"{_in(state.name, language)}: {' '.join(_in(w, language) for w in state.warnings)}"
    return law.norms[id].versions[-1].note or ""


def caution_title(law: Law, id: str) -> dict[str, str]:
    """The text of a warning by language, as its title for those who ask why it is given; empty where no entry is named."""
    return {language: caution_text(law, id, language) for language in LANGUAGES} if id else {}


def _in(words: Any, language: str) -> str:
    """The text in that language; the Russian one, marked so, where the law data has no other."""
    said = getattr(words, language, None)
    if said or not words.ru:
        return str(said or "")
    return f"{words.ru} ({translator(language)(RUSSIAN_ONLY)})"


def caution_note(ids: Sequence[str], file: str) -> list[Problem]:
    """The warnings as one note, for those who check a case."""
    listed = tuple(dict.fromkeys(ids))
    return [Problem(CAUTION, file, facts={"count": str(len(listed)), "warnings": ", ".join(listed)})] if listed else []
