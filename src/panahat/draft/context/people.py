"""Words about the client, the representative and the family."""

from __future__ import annotations

from typing import Any

from panahat.draft.context.scribe import Absent, Fact, Scribe, agreeing


def client(s: Scribe, c: Fact) -> dict[str, Any]:
    """The client: names, agreement, birth, citizenship, documents, custody."""
    gender = c.value.gender
    code = c.value.citizenship[0]
    return {
        **agreeing(s.tongue.agree(gender)),
        **s.name(c.at("name"), gender),
        "gender": gender,
        "born": {"on": s.day(c.at("born", "on")), "place": s.line(c.at("born", "place"))},
        "citizenship": s.cases(s.tongue.country(code), c.at("citizenship")),
        "citizen_of": s.cases(s.tongue.citizen_of(code, gender), c.at("citizenship")),
        "documents": [document(s, d) for d in c.at("documents").each()],
        "passport": next((document(s, d) for d in c.at("documents").each() if "passport" in d.value.kind), False),
        "iin": s.line(c.at("iin")),
        "held": custody(s, c.at("held")),
        "address": s.line(c.at("address")),
        "speaks": [str(x) for x in c.value.speaks or ()],
        "education": s.line(c.at("education")),
        "occupation": s.line(c.at("occupation")),
    }


def document(s: Scribe, d: Fact) -> dict[str, Any]:
    return {
        "kind": d.value.kind,
        "title": s.cases(s.tongue.document_kind(d.value.kind), d.at("kind")),
        "number": s.line(d.at("number")),
        "issued": s.day(d.at("issued")),
        "expires": s.day(d.at("expires")),
        "issuer": s.line(d.at("issuer")),
        "held_by": s.line(d.at("held_by")),
        **s.refs(d),
    }


def custody(s: Scribe, held: Fact) -> dict[str, Any] | Absent:
    if not held:
        return False
    return {"place": s.forms(held.at("place")), "since": s.day(held.at("since")), **s.refs(held)}


def representative(s: Scribe, r: Fact) -> dict[str, Any] | Absent:
    """Who signs: names, role, licence, contacts, authority."""
    if not r:
        return False
    words = s.tongue.role(r.value.role)
    return {
        **agreeing(s.tongue.agree(r.value.gender)),
        **s.name(r.at("name"), r.value.gender),
        "role": s.said(words.nom, r.at("role")),
        "is_advocate": r.value.role == "advocate",
        "role_forms": s.cases(words, r.at("role")),
        "licence": s.line(r.at("licence")),
        "bar": s.forms(r.at("bar")),
        "address": s.line(r.at("address")),
        "phone": s.line(r.at("phone")),
        "email": s.line(r.at("email")),
        "notice": _notice(s, r.at("defence_notice")),
        "power": _notice(s, r.at("power_of_attorney")),
    }


def _notice(s: Scribe, n: Fact) -> dict[str, Any] | Absent:
    return {"number": s.line(n.at("number")), "on": s.day(n.at("on")), **s.refs(n)} if n else False


def family(s: Scribe, members: Fact) -> list[dict[str, Any]]:
    return [
        {
            "relation": s.cases(s.tongue.relation(m.value.relation, m.value.gender), m.at("relation")),
            "kind": m.value.relation,
            "gender": m.value.gender,
            "born": s.day(m.at("born")),
            "citizenship": s.cases(s.tongue.country(m.value.citizenship), m.at("citizenship"))
            if m.value.citizenship
            else False,
            "lives": s.line(m.at("lives")),
            "in_kazakhstan": s.flag(m.at("in_kazakhstan")),
            "dependent": s.flag(m.at("dependent")),
            "asylum_seeker": s.flag(m.at("asylum_seeker")),
            **s.refs(m),
        }
        for m in members.each()
    ]
