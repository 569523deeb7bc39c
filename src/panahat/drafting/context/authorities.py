"""Published decisions and soft law as a filing may cite them on its day: their citation, or False.

False where the entry is younger than the filing, goes against the applicant, or is known from memory only: then the text
leaves the reference out. What must be verified is cited, with a problem until the office confirms it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import Any, TypeVar

from panahat.argue.model import Authority
from panahat.drafting.traced import Cited, Source, Traced
from panahat.language import citing
from panahat.language.forms import EachCase
from panahat.language.tongues import Tongue
from panahat.language.typography import nbsp
from panahat.language.wordlists import wordlist
from panahat.law.material import Decision, Practice, SoftLaw
from panahat.law.registry import Law

T = TypeVar("T")
U = TypeVar("U")


def decisions(law: Law, on: date, language: str) -> EachCase[Traced | bool]:
    """`decisions.<key>` in the nominative, by key with underscores."""

    def said(key: str, d: Decision) -> Traced | bool:
        sure = not (d.adverse or "recalled" in (d.confidence, d.outcome_confidence))
        return sure and _out(d, on) and _cited(key, d, language)

    return by_name(law.decisions, said)


def soft_law(law: Law, on: date, language: str) -> EachCase[Traced | bool]:
    """`soft.<key>` in the nominative, by key with underscores."""
    return by_name(law.soft_law, lambda key, s: s.confidence != "recalled" and _out(s, on) and _cited(key, s, language))


def practice(law: Law, on: date, tongue: Tongue) -> EachCase[Traced | bool]:
    """`practice.<key>`: what was reported of cases in Kazakhstan, as a text may say it on its day."""

    def said(key: str, found: Practice) -> Traced | bool:
        text = getattr(found.summary, tongue.language, None)
        if not text or found.on is None or found.on > on or found.confidence == "recalled":
            return False
        return Traced(tongue.tied(text), [Source("norm", key)])

    return by_name(law.practice, said)


def by_name(entries: Mapping[str, T], said: Callable[[str, T], U]) -> EachCase[U]:
    """What is said of each entry of the law data, by its key with underscores; made when it is first asked for."""
    keys = {key.replace("-", "_"): key for key in entries}
    return EachCase(keys, lambda name: said(keys[name], entries[keys[name]]))


def narrowed(found: Mapping[str, Any], cited: Iterable[Authority], language: str) -> Mapping[str, Any]:
    """The authorities `found` for every text, with the paragraphs that one text rests on behind those it names."""
    wording = wordlist(f"{language}/lexicon").get("paragraphs", {})
    out, speech = dict[str, Any](), citing(language)
    for a in cited:
        if a.at and (said := found[a.name]):
            text = wording["one" if len(a.at) == 1 else "many"].format(cited=said, n=speech.listed(a.at))
            out[a.name] = said.again(speech.tied(text))
    return EachCase(found, lambda name: out[name] if name in out else found[name])


def _out(entry: Decision | SoftLaw, on: date) -> bool:
    """Whether it was out on the day; a year or month is over before the filing's own."""
    return entry.issued is not None and entry.issued <= on.isoformat()[: len(entry.issued)]


def _cited(key: str, entry: Decision | SoftLaw, language: str) -> Traced | bool:
    """The citation in the nominative; False where the law data has none in this language."""
    citation = {"ru": entry.citation["nom"], "kk": entry.citation_kk}.get(language)
    return Cited(nbsp(citation), [Source("norm", key)]) if citation else False
