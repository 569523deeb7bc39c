"""What `panahat law` prints: one entry in full, and which entries have not been looked at for long."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any, NamedTuple

from panahat.law.material import Source
from panahat.law.model import UNITS, NormVersion, Place
from panahat.law.registry import Law
from panahat.records import Record, Words

SECTIONS = {
    "norm": ("norms", "title"),
    "act": ("acts", "title"),
    "body": ("bodies", "name"),
    "deadline": ("deadlines", "event"),
    "destination": ("destinations", "official"),
    "decision": ("decisions", "gist"),
    "soft-law": ("soft_law", "title"),
    "counting": ("counting", "title"),
    "warning": ("warnings", "text"),
    "practice": ("practice", "summary"),
    "contradiction": ("contradictions", "what"),
}
"""What the registry holds: kind of entry -> its section, and the field that says what an entry is."""


class Stale(NamedTuple):
    """An entry whose text was last compared `age` days ago."""

    section: str
    key: str
    checked_on: date
    age: int


def stale(law: Law, today: date, days: int = 90) -> list[Stale]:
    """Entries last checked more than `days` days before `today`, oldest first; a norm by its oldest version."""
    found: list[Stale] = []
    for key, norm in law.norms.items():
        found.append(_aged("norms", key, min(v.checked_on for v in norm.versions), today))
    for section in (
        "acts",
        "bodies",
        "deadlines",
        "counting",
        "duals",
        "decisions",
        "soft_law",
        "practice",
        "destinations",
    ):
        entries = getattr(law, section)
        found += [_aged(section, key, entries[key].checked_on, today) for key in entries]
    return sorted((s for s in found if s.age > days), key=lambda s: (s.checked_on, s.section, s.key))


def _aged(section: str, key: str, checked_on: date, today: date) -> Stale:
    return Stale(section, key, checked_on, (today - checked_on).days)


def describe(law: Law, key: str, on: date) -> dict[str, Any] | None:
    """Everything known of the entry `key`, of whatever kind, as plain data; None if it is unknown.

    A norm is shown as it stands on `on`, with its other versions, each in force no longer than its act. Days are ISO
    texts; sources have their addresses.
    """
    if key in law.norms:
        return _norm(law, key, on)
    for kind, (section, _) in SECTIONS.items():
        if key in (entries := getattr(law, section)):
            entry = entries[key]
            warned = (
                {"warnings": [w.key for w in law.warnings.values() if key in w.applies_to.acts]}
                if kind == "act"
                else {}
            )
            sources = _sources(law, getattr(entry, "sources", ()))
            return {"entry": kind, **plain_data(entry), **warned, "sources": sources}
    return None


def _norm(law: Law, key: str, on: date) -> dict[str, Any]:
    norm, standing = law.norms[key], law.standing(key, on)
    shown = standing.version
    return {
        "entry": "norm",
        "key": key,
        "title": _words(norm.title),
        "on": on.isoformat(),
        "state": standing.state,
        "doubts": list(standing.doubts),
        "version": _version(law, shown) if shown else None,
        "other_versions": [_version(law, v) for v in norm.versions if v is not shown],
        "deadlines": [d.key for d in law.deadlines.values() if d.norm == key],
        "contradictions": [c.key for c in law.contradictions.values() if key in c.norms],
        "warnings": [w.key for w in law.warnings.values() if key in w.applies_to.norms],
    }


def _version(law: Law, version: NormVersion) -> dict[str, Any]:
    act = law.acts[version.act]
    starts = [day for span in (version.in_force, act.in_force) if (day := span.start)]
    ends = [day for span in (version.in_force, act.in_force) if (day := span.end)]
    span = {
        **plain_data(version.in_force),
        **({"start": max(starts).isoformat()} if starts else {}),
        **({"end": min(ends).isoformat()} if ends else {}),
    }
    return {
        **plain_data(version),
        "in_force": span,
        "act_title": _words(act.title),
        "sources": _sources(law, version.sources),
    }


def _sources(law: Law, keys: Any) -> list[dict[str, str | None]]:
    found: list[Source] = [law.sources[key] for key in keys]
    return [{"key": s.key, "address": s.address, "text": s.text} for s in found]


def _words(words: Words) -> dict[str, str]:
    return {k: v for k, v in words._asdict().items() if v is not None}


def plain_data(value: Any) -> Any:
    """The value for JSON: days as text, nothing left out but what is not known."""
    if isinstance(value, Place):
        return {level: number for level in UNITS if (number := getattr(value, level)) is not None}
    if isinstance(value, Record | Words):
        value = value.as_dict() if isinstance(value, Record) else value._asdict()
    if isinstance(value, Mapping):
        return {k: plain_data(v) for k, v in value.items() if v is not None}
    if isinstance(value, list | tuple):
        return [plain_data(v) for v in value]
    return value.isoformat() if isinstance(value, date) else value
