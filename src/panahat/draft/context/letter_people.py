"""Words about the people of a letter: the client, the office that writes, who signs, who travels along."""

from __future__ import annotations

from typing import Any

from panahat.draft.context.letter_scribe import LetterScribe
from panahat.draft.context.scribe import Absent, Fact


def client(s: LetterScribe, c: Fact) -> dict[str, Any]:
    """The client: names, birth, citizenship, every identity document."""
    return {
        **s.name(c.at("name"), c.value.gender),
        "gender": c.value.gender,
        "born": birth(s, c.at("born")),
        "citizenship": s.said(", ".join(s.voice.country(code) for code in c.value.citizenship), c.at("citizenship")),
        "documents": [document(s, d) for d in c.at("documents").each()],
        "passport": next(
            (document(s, d) for d in c.at("documents").each() if d.value.kind == "travel-passport"), False
        ),
        "held": {
            "place": s.line(c.at("held", "place")),
            "since": s.since(c.at("held", "since")),
            "ref": s.ref(c.at("held")),
        }
        if c.at("held")
        else False,
        "occupation": s.line(c.at("occupation")),
    }


def birth(s: LetterScribe, b: Fact) -> dict[str, Any]:
    return {"on": s.date_name(b.at("on")), "place": s.line(b.at("place"))}


def document(s: LetterScribe, d: Fact) -> dict[str, Any]:
    return {
        "kind": d.value.kind,
        "title": s.said(s.voice.document(d.value.kind), d.at("kind")),
        "number": s.bound(d.at("number")),
        "issued": s.day(d.at("issued")),
        "expires": s.day(d.at("expires")),
        "issuer": s.line(d.at("issuer")),
        "held_by": s.line(d.at("held_by")),
        "ref": s.ref(d),
    }


def office(s: LetterScribe, o: Fact) -> dict[str, Any] | Absent:
    """The organisation that recommends."""
    if not o:
        return False
    return {
        "name": s.line(o.at("name")),
        "mandate": s.told("mandate", o),
        "since": s.day(o.at("since")),
        "registration": s.line(o.at("registration")),
        "address": s.line(o.at("address")),
        "phone": s.line(o.at("phone")),
        "email": s.line(o.at("email")),
    }


def signatory(s: LetterScribe, p: Fact) -> dict[str, Any] | Absent:
    """A person of the office."""
    if not p:
        return False
    return {
        **s.name(p.at("name"), p.value.gender),
        "position": s.line(p.at("position")),
        "phone": s.line(p.at("phone")),
        "email": s.line(p.at("email")),
    }


def companions(s: LetterScribe, family: Fact) -> list[dict[str, Any]]:
    """The relatives who travel with the client."""
    return [
        {
            **s.name(f.at("name"), f.value.gender),
            "relation": s.said(s.voice.relation(f.value.relation, f.value.gender), f.at("relation")),
            "born": birth(s, f.at("born")),
            "citizenship": s.said(s.voice.country(f.value.citizenship), f.at("citizenship")),
            "document": document(s, f.at("document")) if f.at("document") else False,
            "ref": s.ref(f),
        }
        for f in family.each()
    ]
