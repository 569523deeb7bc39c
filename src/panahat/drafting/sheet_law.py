"""The law that a filing rests on, for the review sheet: what is cited, how it was read, and what nobody has read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Any, NamedTuple

from panahat.case.facts import walk
from panahat.case.loading import CaseFile
from panahat.drafting.forms import SHEET_LANGUAGE
from panahat.drafting.model import Draft
from panahat.language.russian.numbers import date_short
from panahat.language.typography import nbsp
from panahat.law.citations import Ref, cite
from panahat.law.mentions import Mentions
from panahat.law.model import NormVersion, Standing
from panahat.law.registry import Law
from panahat.messages import N_, translator

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
_tr = translator(SHEET_LANGUAGE)


class Authority(NamedTuple):
    """Norms of one act, a decision or a rule of a state: as cited, how it was read, in which edition, what is doubtful."""

    cite: str
    read: str
    edition: str
    doubts: str


def authorities(file: CaseFile, draft: Draft, law: Law) -> list[Authority]:
    """Everything a draft rests on; norms of one act, read alike, stand together."""
    return [*_norms(draft, law), *_destinations(file, draft, law)]


def _printed(draft: Draft, law: Law) -> Iterator[tuple[Standing, NormVersion, Sequence[Ref]]]:
    """Each norm that the filing prints, as it stands on the day as of which it is cited, and the places named."""
    used = {key for p in draft.paragraphs for key in p.norms}
    for (key, day), places in draft.cited.items():
        standing = law.standing(key, day)
        if key in used and standing.version is not None:
            yield standing, standing.version, places


def limits(draft: Draft, law: Law) -> list[dict[str, str]]:
    """What the norms that the filing prints do not carry, beside their citation; norms of one act that share it together."""
    rows: dict[tuple[str, str, date], list[Ref]] = {}
    for standing, version, places in _printed(draft, law):
        if version.limits:
            rows.setdefault((version.act, nbsp(version.limits), standing.on), []).extend(places)
    mentions = _mentions(draft, law)
    named = ((mentions.resolve(cite(law, refs, day).forms["nom"]), text) for (_, text, day), refs in rows.items())
    return [{"cite": cited, "text": text} for cited, text in named]


def noted(draft: Draft, law: Law) -> dict[str, list[dict[str, str]]]:
    """Norms by the argument that cites them («»: the filing's own words), each with its limits and note, both if there."""
    told = {s.key: {"key": s.key, "limits": v.limits or "", "note": v.note or ""} for s, v, _ in _printed(draft, law)}
    found: dict[str, dict[str, dict[str, str]]] = {}
    for p in draft.paragraphs:
        argument = p.origin.name if p.origin.kind == "argument" else ""
        found.setdefault(argument, {}).update((key, told[key]) for key in p.norms if key in told)
    return {argument: [n for n in norms.values() if n["limits"] or n["note"]] for argument, norms in found.items()}


def _mentions(draft: Draft, law: Law) -> Mentions:
    """The names of acts on the sheet, short from the first: its reader knows them from the filing."""
    mentions = Mentions(law, SHEET_LANGUAGE, draft.filing_day)
    mentions.seen.update(law.acts)
    return mentions


def _norms(draft: Draft, law: Law) -> Iterator[Authority]:
    used = {key for p in draft.paragraphs for key in p.norms}
    rows: dict[tuple[Any, ...], list[Ref]] = {}
    for standing, version, places in _printed(draft, law):
        edition = nbsp(version.edition or (_seen(date_short(version.seen_until)) if version.seen_until else ""))
        doubts = "; ".join(_tr(_DOUBTS[d]) for d in standing.doubts)
        same = (version.act, _tr(_CONFIDENCE[version.confidence]), edition, doubts, standing.on)
        rows.setdefault(same, []).extend(places)
    mentions = _mentions(draft, law)
    for (_, read, edition, doubts, day), named in sorted(rows.items()):
        yield Authority(mentions.resolve(cite(law, named, day).forms["nom"]), read, edition, doubts)
    for section in (law.decisions, law.soft_law):
        for key in sorted(used & set(section)):
            found: Any = section[key]
            yield Authority(found.citation["nom"], _tr(_CONFIDENCE[found.confidence]), "", nbsp(_doubts(found)))


def _doubts(found: Any) -> str:
    """What is doubtful of a decision or document; of a decision without a number nobody held the text: its note says more."""
    unheld = getattr(found, "number", "") is None
    known = {
        "recalled": "recalled" in (found.confidence, getattr(found, "outcome_confidence", "")),
        "verify": found.verify_before_use,
    }
    said = [_tr(_DOUBTS[d]) for d, holds in known.items() if holds]
    return "; ".join([*said, *filter(None, [found.note if unheld or said else None])])


def _destinations(file: CaseFile, draft: Draft, law: Law) -> Iterable[Authority]:
    """The rules of each state that is asked, and the programme that the case names with its last known status."""
    told = {value for _, value, _ in walk(file.case) if isinstance(value, str)}
    for state in (law.destinations[id] for id in draft.warnings if id in law.destinations):
        confirmed = law.confirmed.edition(state.key, draft.filing_day)
        doubts = _tr(_DOUBTS["verify"]) if state.verify_before_use and not confirmed else ""
        for rule in state.legal_basis:
            if rule.role != "context":
                cited = " ".join(filter(None, (rule.act, rule.provision)))
                yield _of_state(f"{state.name.ru}: {cited}", rule, doubts)
        for programme in state.programmes:
            if programme.key in told:
                status = _tr(_STATUS[programme.status])
                yield _of_state(f"{state.name.ru}: {programme.name.ru}; {status}", programme, doubts)


def _of_state(cited: str, found: Any, doubts: str) -> Authority:
    day = ".".join(reversed(found.as_of.split("-"))) if found.as_of else ""  # a year, a month or a day
    return Authority(nbsp(cited), _tr(_CONFIDENCE[found.confidence]), _seen(day) if day else "", doubts)


def _seen(day: str) -> str:
    return _tr(N_("text seen until {day}")).format(day=day)


def read_in(draft: Draft, law: Law) -> dict[str, list[str]]:
    """Where each thing that a draft cites was read, by its key: addresses, with what they hold."""
    found: dict[str, Any] = {
        key: standing.version for key, day in draft.cited if (standing := law.standing(key, day)).version is not None
    }
    used = {key for p in draft.paragraphs for key in p.norms}
    found |= {key: section[key] for section in (law.decisions, law.soft_law) for key in used & set(section)}
    listed = {key: [law.sources[s] for s in entry.sources] for key, entry in found.items()}
    return {key: [" ".join(filter(None, (s.address, s.text))) for s in where] for key, where in listed.items()}
