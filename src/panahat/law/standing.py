"""How a norm stands on a day: four states, three doubts, and a problem for each.

An unknown key, a repealed norm, a norm not yet in force: errors, always. Doubts (the text was never seen; it is marked
for verifying; the edition of that day was not seen) are warnings while a draft is written and errors in a final filing,
until the office confirms the entry or the act (`panahat.law.confirmations`).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from msgspec import Struct

from panahat.law import codes
from panahat.law.confirmations import Confirmations
from panahat.law.model import Act, Doubt, Norm, NormVersion, Standing
from panahat.messages import N_
from panahat.problems import ERROR, WARNING, Problem

_NONE = N_("none is like it")
_NEVER = N_("an unknown day")
_BOUNDLESS = ("treaty", "declaration")
"""Acts whose text no national law amends: they have no editions, and doubts about them are marked entry by entry."""


def standing_of(
    key: str, on: date, norms: Mapping[str, Norm], acts: Mapping[str, Act], confirmed: Confirmations
) -> Standing:
    """How the norm `key` stands on `on`; the version in force, else the nearest one."""
    norm = norms.get(key)
    if norm is None:
        return Standing(key, on, "unknown")
    first, last = norm.versions[0], norm.versions[-1]
    for version in norm.versions:
        spans = (version.in_force, acts[version.act].in_force)
        if not any(span.before(on) or span.after(on) for span in spans):
            return Standing(key, on, "in-force", version, _doubts(key, version, acts[version.act], on, confirmed))
    ended = last.in_force.after(on) or acts[last.act].in_force.after(on)
    return Standing(key, on, "repealed", last) if ended else Standing(key, on, "not-yet", first)


def _doubts(key: str, version: NormVersion, act: Act, on: date, confirmed: Confirmations) -> tuple[Doubt, ...]:
    sure = confirmed.entry(key)
    act_sure = sure or confirmed.entry(version.act)
    early = version.seen_from is not None and on < version.seen_from
    doubts: list[Doubt] = []
    if (version.confidence == "recalled" and not sure) or (act.confidence == "recalled" and not act_sure):
        doubts.append("recalled")
    if ((version.verify_before_use or early) and not sure) or (act.verify_before_use and not act_sure):
        doubts.append("verify")
    unseen = act.kind not in _BOUNDLESS and (version.seen_until is None or on > version.seen_until)
    if unseen and not confirmed.edition(version.act, on):
        doubts.append("unseen-edition")
    return tuple(doubts)


class Cited(Struct, frozen=True):
    """What `problems_of` needs to know of a decision or a document without binding force."""

    key: str
    recalled: bool
    verify: bool


def problems_of(
    standings: Iterable[Standing], acts: Mapping[str, Act], known: Iterable[str], final: bool
) -> list[Problem]:
    """What stands against citing so: one problem for each norm, and one for each act whose edition was not seen."""
    doubt = ERROR if final else WARNING
    problems: list[Problem] = []
    unseen: dict[tuple[str, date], list[Standing]] = {}
    for s in standings:
        facts = {"key": s.key, "on": s.on.isoformat()}
        if s.state == "unknown":
            near = _near(s.key, known)
            problems.append(Problem(codes.UNKNOWN_KEY, facts={**facts, "near": ", ".join(near) or f"@{_NONE}"}))
        elif s.version is not None and s.state == "repealed":
            problems.append(Problem(codes.REPEALED, facts={**facts, "until": _end(s, acts)}))
        elif s.version is not None and s.state == "not-yet":
            starts = [d for d in (s.version.in_force.earliest, acts[s.version.act].in_force.earliest) if d]
            problems.append(Problem(codes.NOT_YET_IN_FORCE, facts={**facts, "since": max(starts).isoformat()}))
        elif s.version is not None:
            problems += [
                Problem(code, facts=facts, severity=doubt)
                for name, code in (("recalled", codes.RECALLED), ("verify", codes.UNVERIFIED))
                if name in s.doubts
            ]
            if "unseen-edition" in s.doubts:
                unseen.setdefault((s.version.act, s.on), []).append(s)
    for (act, on), found in unseen.items():
        days = [s.version.seen_until for s in found if s.version is not None]
        earliest = None if None in days else min(d for d in days if d)
        facts = {
            "act": acts[act].short.ru or act,
            "act_key": act,
            "on": on.isoformat(),
            "seen_until": earliest.isoformat() if earliest else f"@{_NEVER}",
            "keys": ", ".join(sorted({s.key for s in found})),
        }
        problems.append(Problem(codes.EDITION_NOT_SEEN, facts=facts, severity=doubt))
    return problems


def repealed_since(today: Standing, on: date, acts: Mapping[str, Act]) -> Problem:
    """That a norm cited as of the act's day `on` is repealed as it stands `today`."""
    facts = {"key": today.key, "on": on.isoformat(), "until": _end(today, acts)}
    return Problem(codes.REPEALED_SINCE, facts=facts)


def _end(standing: Standing, acts: Mapping[str, Act]) -> str:
    """The first day on which a repealed norm was in force no more."""
    assert standing.version is not None
    ends = [d for d in (standing.version.in_force.end, acts[standing.version.act].in_force.end) if d]
    return min(ends).isoformat()


def _near(key: str, known: Iterable[str]) -> list[str]:
    from difflib import get_close_matches

    return get_close_matches(key, list(known), 3, 0.6)


def doubts_about(cited: Cited, on: date, final: bool) -> list[Problem]:
    """What stands against citing a decision or a document without binding force."""
    facts = {"key": cited.key, "on": on.isoformat()}
    chosen = [code for code, holds in ((codes.RECALLED, cited.recalled), (codes.UNVERIFIED, cited.verify)) if holds]
    return [Problem(code, facts=facts, severity=ERROR if final else WARNING) for code in chosen]
