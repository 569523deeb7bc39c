"""Words about what the client fears, and about communications to UN bodies."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from panahat.draft.context.people import family
from panahat.draft.context.scribe import Absent, Fact, Scribe, part


def risk(s: Scribe, r: Fact) -> dict[str, Any] | Absent:
    if not r:
        return False
    done = [activity(s, a) for a in r.at("activities").each()]
    return {
        "grounds": [s.said(s.tongue.ground(g), r.at("grounds")) for g in r.value.grounds],
        **s.told("fear", r),
        **s.told("political_view", r),
        "activities": done,
        "activities_abroad": [a for a in done if a["after_leaving"]],
        "persecution": [
            {"on": s.day(p.at("on")), "kind": p.value.kind, **s.told("what", p), **s.refs(p)}
            for p in r.at("persecution").each()
        ],
        "past_harm": [
            {
                "on": s.day(h.at("on")),
                "kind": h.value.kind,
                "by": s.forms(h.at("by")),
                **s.told("what", h),
                "medical": s.flag(h.at("medical")),
                **s.told("complained", h),
                **s.refs(h),
            }
            for h in r.at("past_harm").each()
        ],
        "past_harm_kinds": sorted({h.kind for h in r.value.past_harm or ()}),
        "public_activity_abroad": any(a.after_leaving and a.public for a in r.value.activities),
        "family_seeks_asylum": any(m.asylum_seeker for m in r.value.family or ()),
        "similar": [{**s.told("what", x), **s.refs(x)} for x in r.at("similar").each()],
        "trial": part(r.at("trial"), lambda f: trial(s, f)),
        "belonging": part(r.at("belonging"), lambda f: belonging(s, f)),
        "military": part(r.at("military"), lambda f: military(s, f)),
        "health": [
            {
                "what": s.forms(h.at("what")),
                "grave": s.flag(h.at("grave")),
                **s.told("danger", h),
                **s.refs(h),
            }
            for h in r.at("health").each()
        ],
        "family": family(s, r.at("family")),
    }


def activity(s: Scribe, a: Fact) -> dict[str, Any]:
    return {
        "on": s.day(a.at("on")),
        **s.told("what", a),
        "after_leaving": s.flag(a.at("after_leaving")),
        "public": s.flag(a.at("public")),
        **s.refs(a),
    }


def trial(s: Scribe, t: Fact) -> dict[str, Any]:
    return {"signs": list(t.value.signs), **s.told("what", t), **s.refs(t)}


def belonging(s: Scribe, b: Fact) -> dict[str, Any]:
    return {
        "group": s.line(b.at("group")),
        **s.told("what", b),
        **s.told("client_link", b),
        **s.refs(b),
    }


def military(s: Scribe, m: Fact) -> dict[str, Any]:
    return {
        "status": m.value.status,
        "unit": s.line(m.at("unit")),
        "left_on": s.day(m.at("left_on")),
        **s.told("reason", m),
        "conscience": s.flag(m.at("conscience")),
        "war_crimes_ordered": s.flag(m.at("war_crimes_ordered")),
        "took_part": s.flag(m.at("took_part")),
        "stayed_out": m.value.took_part is False,
        **s.refs(m),
    }


def un_measures(s: Scribe, un: Fact, body: Callable[[str, Fact], dict[str, Any]]) -> list[dict[str, Any]]:
    return [
        {
            "body": body(u.value.body, u.at("body")),
            "key": u.value.body,
            "number": s.line(u.at("number")),
            "filed": s.day(u.at("filed")),
            "status": s.said(u.value.status, u.at("status")),
            "requested_on": s.day(u.at("requested_on")),
            **s.refs(u),
        }
        for u in un.each()
    ]
