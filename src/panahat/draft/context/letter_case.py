"""What the papers of the case show, for a letter: charges, wanted notice, arrest, ruling, asylum claims."""

from __future__ import annotations

from typing import Any

from panahat.draft.context.letter_scribe import LetterScribe
from panahat.draft.context.scribe import Absent, Fact, part, written
from panahat.draft.said import Cited, Source
from panahat.law import Law


def documented(s: LetterScribe, law: Law, root: Fact) -> dict[str, Any]:
    """Charges, wanted notice, arrest and extradition ruling, asylum claims; the heaviest penalty of the charges."""
    e = root.at("extradition")
    charged = [charge(s, law, c) for c in e.at("charges").each()]
    terms = [c for c in e.at("charges").each() if c.value.max_years is not None]
    heaviest = max(terms, key=lambda c: c.value.max_years, default=None)
    return {
        "charges": charged,
        "heaviest": s.said(s.voice.years(heaviest.value.max_years), heaviest.at("max_years")) if heaviest else False,
        "wanted": part(
            e.at("wanted"),
            lambda f: {
                "since": s.since(f.at("since")),
                "by": s.line(f.at("by")),
                "reach": f.value.reach or False,
                "ref": s.ref(f),
            },
        ),
        "request": part(
            e.at("request"), lambda f: {"on": s.day(f.at("on")), "number": s.line(f.at("number")), "ref": s.ref(f)}
        ),
        "arrest": part(e.at("arrest"), lambda f: arrest(s, f)),
        "ruling": part(
            e.at("decision"), lambda f: {"on": s.day(f.at("on")), "number": s.line(f.at("number")), "ref": s.ref(f)}
        ),
        "asylum": [claim(s, c) for c in root.at("asylum").each()],
        "no_asylum": root.value.asylum == (),
    }


def charge(s: LetterScribe, law: Law, c: Fact) -> dict[str, Any]:
    """One charge: the article with its code in full, its penalty, the alleged conduct, the link to the client's activity."""
    found = law.norms[c.value.article].versions[-1]
    article = found.places[0].article or ""
    words = s.voice.article(law.acts[found.act], article, c.value.part)
    sources = {Source("norm", c.value.article), Source("fact", written(c.at("article").path))}
    return {
        "article": Cited(words, sources),
        "charged_on": s.day(c.at("charged_on")),
        "years": s.said(s.voice.years(c.value.max_years), c.at("max_years"))
        if c.value.max_years is not None
        else False,
        "conduct": s.text(c.at("conduct")),
        "political": s.text(c.at("political")),
        "ref": s.ref(c),
    }


def arrest(s: LetterScribe, a: Fact) -> dict[str, Any]:
    """Detention and extradition arrest; `until` is the end of the last extension."""
    extended = list(a.at("extensions").each())
    return {
        "detained": s.day(a.at("detained")),
        "where": s.line(a.at("where")),
        "until": s.day(extended[-1].at("until")) if extended else s.day(a.at("until")),
        "ref": s.ref(a, *extended),
    }


def claim(s: LetterScribe, c: Fact) -> dict[str, Any]:
    """One asylum claim with its certificate and its decisions."""
    return {
        "filed": s.day(c.at("filed")),
        "authority": s.line(c.at("authority")),
        "status": c.value.status,
        "certificate": part(
            c.at("certificate"),
            lambda f: {"number": s.line(f.at("number")), "expires": s.day(f.at("expires")), "ref": s.ref(f)},
        ),
        "decisions": [decision(s, d) for d in c.at("decisions").each()],
        "ref": s.ref(c),
    }


def decision(s: LetterScribe, d: Fact) -> dict[str, Any]:
    appeal = d.at("appeal")
    return {
        "on": s.day(d.at("on")),
        "number": s.line(d.at("number")),
        "outcome": d.value.outcome,
        "appeal": appealed(s, appeal) if appeal and appeal.value != "none" else False,
        "ref": s.ref(d),
    }


def appealed(s: LetterScribe, a: Fact) -> dict[str, Any] | Absent:
    return {"filed": s.day(a.at("filed")), "to": s.line(a.at("to")), "status": a.value.status, "ref": s.ref(a)}
