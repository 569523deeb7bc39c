"""Words about the asylum procedure."""

from __future__ import annotations

from typing import Any

from panahat.draft.context.scribe import Fact, Scribe, part


def claims(s: Scribe, asylum: Fact) -> list[dict[str, Any]]:
    return [claim(s, c) for c in asylum.each()]


def claim(s: Scribe, c: Fact) -> dict[str, Any]:
    decisions = [decision(s, d, c) for d in c.at("decisions").each()]
    return {
        "filed": s.day(c.at("filed")),
        "registered": s.day(c.at("registered")),
        "authority": s.forms(c.at("authority")),
        "how": s.line(c.at("how")),
        "certificate": part(c.at("certificate"), lambda f: certificate(s, f)),
        "status": s.said(c.value.status, c.at("status")),
        "decisions": decisions,
        "last": decisions[-1] if decisions else False,
        **s.refs(c),
    }


def decision(s: Scribe, d: Fact, of: Fact) -> dict[str, Any]:
    return {
        "by": s.forms(d.at("by") if d.value.by is not None else of.at("authority")),
        "on": s.day(d.at("on")),
        "number": s.line(d.at("number")),
        "outcome": s.said(d.value.outcome, d.at("outcome")),
        "served": s.day(d.at("served", "client")),
        **s.told("reasons", d),
        "appeal": False if d.value.appeal == "none" else part(d.at("appeal"), lambda f: appeal(s, f)),
        **s.refs(d),
    }


def certificate(s: Scribe, c: Fact) -> dict[str, Any]:
    return {
        "number": s.line(c.at("number")),
        "issued": s.day(c.at("issued")),
        "expires": s.day(c.at("expires")),
        **s.refs(c),
    }


def appeal(s: Scribe, a: Fact) -> dict[str, Any]:
    return {
        "to": s.forms(a.at("to")),
        "filed": s.day(a.at("filed")),
        "status": s.said(a.value.status, a.at("status")),
        "decided": s.day(a.at("decided")),
        "number": s.line(a.at("number")),
        **s.refs(a),
    }
