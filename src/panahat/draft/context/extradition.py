"""Words about the extradition case: request, wanted notice, ruling, arrest, assurances, procedure."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from panahat.case.engine import shapes
from panahat.draft.context.scribe import Absent, Fact, Scribe, part

Body = Callable[[str, Fact], dict[str, Any]]


def extradition(s: Scribe, e: Fact, body: Body) -> dict[str, Any] | Absent:
    """The extradition case in words; `body` gives the stored forms of a body by its key."""
    if not e:
        return False
    state = s.tongue.country(e.value.requesting_state)
    return {
        "state": s.cases(state, e.at("requesting_state")),
        "request": part(e.at("request"), lambda f: request(s, f)),
        "wanted": part(e.at("wanted"), lambda f: wanted(s, f)),
        "evaded": s.flag(e.at("evaded")),
        "decision": part(e.at("decision"), lambda f: ruling(s, f, body)),
        "arrest": part(e.at("arrest"), lambda f: arrest(s, f)),
        "assurances": [assurance(s, a) for a in e.at("assurances").each()],
        "procedure": part(e.at("procedure"), lambda f: procedure(s, f)),
    }


def request(s: Scribe, r: Fact) -> dict[str, Any]:
    return {
        "by": s.forms(r.at("by")),
        "on": s.day(r.at("on")),
        "number": s.line(r.at("number")),
        "received": s.day(r.at("received")),
        "purpose": r.value.purpose,
        **s.refs(r),
    }


def wanted(s: Scribe, w: Fact) -> dict[str, Any]:
    return {
        "since": s.day(w.at("since")),
        "by": s.forms(w.at("by")),
        "reach": w.value.reach or False,
        **s.refs(w),
    }


def ruling(s: Scribe, d: Fact, body: Body) -> dict[str, Any]:
    signed = d.at("signed_by")
    served = d.at("served")
    return {
        "by": body(d.value.body, d.at("body")),
        "signed_by": part(signed, lambda f: s.name(f, d.value.signed_by_gender or "male")),
        "on": s.day(d.at("on")),
        "number": s.line(d.at("number")),
        "served": {
            "client": s.day(served.at("client")),
            "defender": s.day(served.at("defender")),
            "how": s.line(served.at("how")),
            **s.refs(served),
        },
        "answers": answers(s, d.at("answers")),
        **s.refs(d),
    }


def answers(s: Scribe, a: Fact) -> dict[str, Any]:
    """How an act answers each question: its grade, quotation and page, or False where nobody assessed it."""
    return {name: part(a.at(name), lambda f: answer(s, f)) for name in shapes()["Answers"].fields}


def answer(s: Scribe, f: Fact) -> dict[str, Any]:
    page = f.value.page
    return {
        "grade": s.said(f.value.grade, f.at("grade")),
        "quote": s.text(f.at("quote")),
        "page": str(page) if page else False,
    }


def arrest(s: Scribe, a: Fact) -> dict[str, Any]:
    return {
        "detained": s.day(a.at("detained")),
        "where": s.line(a.at("where")),
        "sanctioned_by": s.forms(a.at("sanctioned_by")),
        "sanctioned_on": s.day(a.at("sanctioned_on")),
        "until": s.day(a.at("until")),
        "extensions": [
            {"by": s.forms(x.at("by")), "on": s.day(x.at("on")), "until": s.day(x.at("until")), **s.refs(x)}
            for x in a.at("extensions").each()
        ],
        "bail_set": s.flag(a.at("bail_set")),
        **s.refs(a),
    }


def assurance(s: Scribe, a: Fact) -> dict[str, Any]:
    return {
        "by": s.forms(a.at("by")),
        "on": s.day(a.at("on")),
        "promises": list(a.value.promises),
        "names_client": s.flag(a.at("names_client")),
        "impersonal": a.value.names_client is False,
        "monitoring": s.flag(a.at("monitoring")),
        "unmonitored": a.value.monitoring is False,
        "no_torture_word": bool(a.value.promises) and "no-torture" not in a.value.promises,
        **s.told("what", a),
        **s.refs(a),
    }


def procedure(s: Scribe, p: Fact) -> dict[str, Any]:
    return {
        "interpreter": part(
            p.at("interpreter"),
            lambda f: {
                "needed": s.flag(f.at("needed")),
                "provided": s.flag(f.at("provided")),
                "where": s.line(f.at("where")),
                **s.refs(f),
            },
        ),
        "defence": part(p.at("defence"), lambda f: defence(s, f)),
        "copies": part(p.at("copies"), lambda f: copies(s, f)),
    }


def defence(s: Scribe, d: Fact) -> dict[str, Any]:
    return {
        "present": s.flag(d.at("present")),
        "absent": d.value.present is False,
        "notified": s.flag(d.at("notified")),
        "not_notified": d.value.notified is False,
        "absent_where": s.line(d.at("absent_where")),
        "meetings_refused": s.flag(d.at("meetings_refused")),
        **s.refs(d),
    }


def copies(s: Scribe, c: Fact) -> dict[str, Any]:
    return {
        "ruling_given": s.flag(c.at("ruling_given")),
        "ruling_not_given": c.value.ruling_given is False,
        "ruling_translated": s.flag(c.at("ruling_translated")),
        "ruling_not_translated": c.value.ruling_translated is False,
        "request_given": s.flag(c.at("request_given")),
        "request_not_given": c.value.request_given is False,
        "right_explained": s.flag(c.at("right_explained")),
        "right_not_explained": c.value.right_explained is False,
        **s.refs(c),
    }
