"""Published decisions and soft law as a filing may cite them on its day: their citation, or False.

False where the entry is younger than the filing, goes against the applicant, or is known from memory only: then the text
leaves the reference out. What must be verified is cited, with a problem until the office confirms it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from panahat.argue.model import Authority
from panahat.drafting.traced import Cited, Source, Traced
from panahat.language import citing
from panahat.language.tongues import Tongue
from panahat.language.typography import nbsp
from panahat.language.wordlists import wordlist
from panahat.law.material import Decision, SoftLaw
from panahat.law.registry import Law


def decisions(law: Law, on: date, language: str) -> dict[str, Traced | bool]:
    """`decisions.<key>` in the nominative, by key with underscores."""
    return {
        key.replace("-", "_"): _cited(key, d, language)
        if _out(d, on) and not (d.adverse or "recalled" in (d.confidence, d.outcome_confidence))
        else False
        for key, d in law.decisions.items()
    }


def soft_law(law: Law, on: date, language: str) -> dict[str, Traced | bool]:
    """`soft.<key>` in the nominative, by key with underscores."""
    return {
        key.replace("-", "_"): _cited(key, s, language) if _out(s, on) and s.confidence != "recalled" else False
        for key, s in law.soft_law.items()
    }


def practice(law: Law, on: date, tongue: Tongue) -> dict[str, Traced | bool]:
    """`practice.<key>`: what was reported of cases in Kazakhstan, as a text may say it on its day."""
    return {
        key.replace("-", "_"): Traced(tongue.tied(text), [Source("norm", key)])
        if (text := getattr(found.summary, tongue.language, None))
        and found.on is not None
        and found.on <= on
        and found.confidence != "recalled"
        else False
        for key, found in law.practice.items()
    }


def narrowed(found: Mapping[str, Any], cited: Iterable[Authority], language: str) -> dict[str, Any]:
    """The authorities `found` for every text, with the paragraphs that one text rests on behind those it names."""
    wording = wordlist(f"{language}/lexicon").get("paragraphs", {})
    out, speech = dict(found), citing(language)
    for a in cited:
        if a.at and (said := found[a.name]):
            text = wording["one" if len(a.at) == 1 else "many"].format(cited=said, n=speech.listed(a.at))
            out[a.name] = said.again(speech.tied(text))
    return out


def _out(entry: Decision | SoftLaw, on: date) -> bool:
    """Whether it was out on the day; a year or month is over before the filing's own."""
    return entry.issued is not None and entry.issued <= on.isoformat()[: len(entry.issued)]


def _cited(key: str, entry: Decision | SoftLaw, language: str) -> Traced | bool:
    """The citation in the nominative; False where the law data has none in this language."""
    citation = {"ru": entry.citation["nom"], "kk": entry.citation_kk}.get(language)
    return Cited(nbsp(citation), [Source("norm", key)]) if citation else False
