"""The vocabulary of the letter for a humanitarian visa, in Russian, Kazakh or English.

Plain words only, as in the rest of the context; the names are listed in templates/README.md. Everything a letter prints
stands under `letter`, so the text needs no grammar of its own: `letter.client`, `letter.office`, `letter.destination`,
the statements of each part by how they are known, what the papers of the case show, requests with their numbers.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from typing import Any

from panahat.case import CaseFile
from panahat.draft.context.letter_case import documented
from panahat.draft.context.letter_people import client, companions, office, signatory
from panahat.draft.context.letter_scribe import LetterScribe
from panahat.draft.context.scribe import Absent, Fact, part
from panahat.draft.said import Said, Source
from panahat.language import nbsp
from panahat.law import Destination, Law

_BEFORE_NUMBER = re.compile(r"(§|\b(?:Art|art|Abs|Satz|odst|písm|ust|No|č|s|L)\.?) (?=\S)")
ABOUT = ("activity", "persecution", "kazakhstan", "return")
_ANNEX = {"ru": "{title} — {note}", "kk": "{title} – {note}", "en": "{title} ({note})"}
_REPORTED = {"ru": "сообщено: {by}", "kk": "хабарлаған: {by}", "en": "reported by: {by}"}


def letter(file: CaseFile, law: Law, s: LetterScribe) -> dict[str, Any]:
    """All words of the letter of a case that has a `visa` section and a known destination."""
    case = file.case
    root = Fact(case)
    v = root.at("visa")
    to = destination(s, law.destinations[v.value.destination], v)
    kin = companions(s, v.at("family"))
    statements = {about: stated(s, v, about) for about in ABOUT}
    paper = travel_paper(s, v.at("travel_document"))
    wants_paper = s.flag(v.at("laissez_passer"))
    urgency = part(v.at("urgency"), lambda f: {"why": s.told("why", f), "until": s.day(f.at("until"))})
    found = documented(s, law, root)
    return {
        "reference": s.line(v.at("reference")),
        "on": s.day(root.at("filing", "on")),
        "profile": v.value.profile,
        "destination": to,
        "office": office(s, v.at("recommender")),
        "signatory": signatory(s, v.at("signatory")),
        "contact": signatory(s, v.at("contact") if v.value.contact is not None else v.at("signatory")),
        "acquaintance": part(
            v.at("acquaintance"), lambda f: {"since": s.since(f.at("since")), "how": s.told("how", f)}
        ),
        "client": client(s, root.at("client")),
        "city": s.line(v.at("city")),
        "family": kin,
        "travel_document": paper,
        "activity": statements["activity"],
        "persecution": statements["persecution"],
        "kazakhstan": statements["kazakhstan"],
        "on_return": statements["return"],
        "case": found,
        "practice": practice(law, s.language, case.filing.on),
        "service": part(v.at("service"), lambda f: service(s, f)),
        "ties": [text for t in v.at("ties").each() for text in s.told("what", t)],
        "plan": s.text(v.at("plan")),
        "urgency": urgency,
        "laissez_passer": wants_paper,
        "consent": part(
            v.at("consent"),
            lambda f: {
                "given": s.flag(f.at("given")),
                "on": s.day(f.at("on")),
                "scope": s.text(f.at("scope")),
                "ref": s.ref(f),
            },
        ),
        "confidential": {
            "home": s.flag(v.at("confidential", "not_to_home_state")),
            "kazakhstan": s.flag(v.at("confidential", "not_to_kazakhstan")),
            "publish": s.flag(v.at("confidential", "not_to_publish")),
        },
        "annexes": annexes(s, case),
        "by_signature": case.filing.submission == "eds",
        "n": numbers(has_service=v.value.service is not None),
        "ask": asked(
            {"entry": True, "family": bool(kin), "paper": wants_paper, "urgent": bool(urgency), "contact": True}
        ),
    }


def numbers(*, has_service: bool) -> dict[str, str]:
    """The number of every part that has a heading; the part for servicemen takes one only where it stands."""
    parts = [
        "author",
        "person",
        "activity",
        "persecution",
        "kazakhstan",
        "home",
        "service",
        "plan",
        "request",
        "consent",
    ]
    shown = [p for p in parts if p != "service" or has_service]
    return {p: str(shown.index(p) + 1) if p in shown else "" for p in parts}


def asked(made: Mapping[str, bool]) -> dict[str, dict[str, str] | bool]:
    """The requests that are made, numbered in their order."""
    n = 0
    out: dict[str, dict[str, str] | bool] = {}
    for name, holds in made.items():
        n += holds
        out[name] = {"n": str(n)} if holds else False
    return out


def stated(s: LetterScribe, v: Fact, about: str) -> dict[str, Any]:
    """The statements of one part of the letter, by how they are known, each as one line with its date and source."""
    out: dict[str, Any] = {"known": [], "documented": [], "reported": []}
    for f in v.at("statements").each():
        if f.value.about != about:
            continue
        by = s.line(f.at("by"))
        told = by.again(_REPORTED[s.language].format(by=by)) if by and f.value.source == "reported" else Said("")
        lines = s.closed(s.text(f.at("what")), told, s.annexes(f))
        day = s.day(f.at("on"))
        text = " ".join([f"{day[:1].upper()}{day[1:]}.", *lines] if day else lines)
        out[f.value.source].append(Said(text, frozenset().union(*(line.sources for line in lines))))
    return {**out, "any": any(out.values())}


def destination(s: LetterScribe, d: Destination, v: Fact) -> dict[str, Any]:
    """The state asked: its name in the forms the text needs, the addressee, what is asked and on which of its rules."""
    at = v.at("destination")

    def say(text: str | None) -> Said | Absent:
        return s.said(text if s.language == "en" else nbsp(text), at) if text else False

    def own(words: Any) -> Said | Absent:
        return say(getattr(words, s.language))

    post = d.post(v.value.post)
    if post is None:
        raise LookupError("the post is not one of the destination's; the check says so before a letter is made")
    programme = d.programme(v.value.programme) if v.value.programme is not None else None
    forms = d.forms[s.language]
    return {
        "key": d.key,
        "name": {k: say(text) for k, text in forms.items()} if not isinstance(forms, str) else {"nom": say(forms)},
        "official": own(d.official),
        "to": own(post.to),
        "city": own(post.city),
        "request": own(d.request),
        "programme": own(programme.title) if programme is not None else False,
        "rules": [say(rule(b.act, b.provision)) for b in d.legal_basis if b.role == "admission"],
        "paper": own(d.travel_document.document),
        "paper_rules": [say(rule(b.act, b.provision)) for b in d.legal_basis if b.role == "travel-document"],
    }


def rule(act: str, provision: str | None) -> str:
    """A rule of the state as its own language writes it: «Aufenthaltsgesetz (AufenthG), § 22 Satz 2», numbers bound."""
    return _BEFORE_NUMBER.sub("\\1\u00a0", f"{act}, {provision}" if provision else act).removesuffix(".")


def travel_paper(s: LetterScribe, f: Fact) -> dict[str, Any] | Absent:
    if not f:
        return False
    return {
        "state": f.value.state,
        "biometric": s.flag(f.at("biometric")),
        "without_chip": f.value.biometric is False,
        "why": s.told("why", f),
    }


def service(s: LetterScribe, f: Fact) -> dict[str, Any]:
    """The part for servicemen."""
    return {
        "unit": s.line(f.at("unit")),
        "rank": s.line(f.at("rank")),
        "recruited": s.text(f.at("recruited")),
        "served_from": s.date_name(f.at("served_from")),
        "left_on": s.date_name(f.at("left_on")),
        "took_part": s.flag(f.at("took_part")),
        "stayed_out": f.value.took_part is False,
        "did": s.text(f.at("did")),
        "reason": s.told("reason", f),
        "first_shown": s.date_name(f.at("first_shown")),
        "no_crimes": s.flag(f.at("no_crimes")),
        "may_be_vetted": s.flag(f.at("may_be_vetted")),
        "ref": s.ref(f),
        "vetting": part(
            f.at("vetting"),
            lambda g: {
                "by": s.line(g.at("by")),
                "on": s.day(g.at("on")),
                "method": s.text(g.at("method")),
                "findings": s.told("findings", g),
            },
        ),
    }


def practice(law: Law, language: str, on: date) -> dict[str, Said | bool]:
    """What was reported of cases in Kazakhstan, by key, as the letter may say it on its day; else False."""
    out: dict[str, Said | bool] = {}
    for key, found in law.practice.items():
        text = getattr(found.summary, language)
        if found.summary.en is None:
            continue
        usable = text is not None and found.on is not None and found.on <= on and found.confidence != "recalled"
        said = text if language == "en" else nbsp(text or "")
        out[key.replace("-", "_")] = Said(said, [Source("norm", key)]) if usable else False
    return out


def annexes(s: LetterScribe, case: Any) -> list[dict[str, Any]]:
    """The list of annexes: number, title, and what it is on how many sheets."""
    out = []
    for n, annex in enumerate(case.annexes, 1):
        fact = Fact(annex.title, ("annexes", n - 1, "title"))
        source = [Source("annex", annex.id)]
        note = s.voice.sheets(annex.kind, annex.pages)
        title = str(s.line(fact))
        out.append(
            {
                "n": str(n),
                "title": Said(title, source),
                "text": Said(_ANNEX[s.language].format(title=title, note=note), source),
            }
        )
    return out
