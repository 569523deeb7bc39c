"""The shape of every kind of law entry: which fields it has, of what kind, and which must be there."""

from __future__ import annotations

from panahat.law.fields import (
    Need,
    Read,
    column,
    condition,
    day,
    flag,
    group,
    key,
    many,
    named,
    number,
    one_of,
    refer,
    text,
    unit,
)
from panahat.law.grammar_kk import UNITS as KAZAKH_UNITS
from panahat.law.model import CASES, KAZAKH_CASES, UNITS

_words = group({"ru": Need(text), "kk": text, "en": text})
_any_words = group({"ru": text, "kk": text, "en": text})
_six = group({case: Need(text) for case in CASES})
_seven = group({case: Need(text) for case in KAZAKH_CASES})
_confidence = one_of("two-sources", "one-source", "recalled")
_kk = one_of("seen", "confirmed", "recalled", "unconfirmed")
_reading = one_of("confirmed", "corrected", "not-found")
_sources = many(refer("sources"), 1)
_place = group(dict.fromkeys(UNITS, unit))
_span = group({"from": day, "until": day, "not_before": day, "from_note": text})
_levels = one_of("статья", "раздел", "часть", "пункт", "подпункт", "абзац", "глава", "параграф")
_kazakh_levels = one_of(*KAZAKH_UNITS)

_trust: dict[str, Read | Need] = {
    "confidence": Need(_confidence),
    "checked_on": Need(day),
    "second_reading": _reading,
    "verify_before_use": flag,
    "kk_status": _kk,
    "sources": _sources,
    "note": text,
}

_party = group(
    {
        "party": Need(flag, nullable=True),
        "signed": day,
        "deposited": day,
        "in_force": day,
        "ceased": day,
        "act": _any_words,
        "reservations": text,
        "declarations": named(text),
        "note": text,
    }
)

ACT = group(
    {
        "key": Need(key),
        "kind": Need(
            one_of(
                "code",
                "constitution",
                "law",
                "constitutional-law",
                "amending-law",
                "resolution",
                "rules",
                "treaty",
                "declaration",
                "foreign-code",
            )
        ),
        "number": text,
        "date": day,
        "title": Need(_words),
        "title_forms": Need(_six),
        "short": Need(_words),
        "short_forms": Need(_six),
        "units": Need(group(dict.fromkeys(UNITS, _levels))),
        "kazakh": group(
            {"title": Need(_seven), "short": Need(_seven), "units": Need(group(dict.fromkeys(UNITS, _kazakh_levels)))}
        ),
        "in_force": _span,
        "seen_until": day,
        "parties": group({"KZ": _party, "RU": _party}),
        "codes": group({"adilet": text, "zan": text}),
        "registration": text,
        "status": text,
        **_trust,
        "sources": Need(many(refer("sources"))),
    }
)

_version = group(
    {
        "act": Need(refer("acts")),
        "places": Need(many(_place)),
        "in_force": _span,
        "gist": Need(_words),
        "edition": text,
        "seen_from": day,
        "seen_until": day,
        **_trust,
    }
)
NORM = group({"key": Need(key), "title": Need(_words), "versions": Need(many(_version, 1))})

SOURCE = group({"key": Need(key), "address": text, "text": text})

BODY = group(
    {
        "key": Need(key),
        "name": Need(_words),
        "forms": Need(group({**{case: Need(text) for case in CASES}, "to": Need(text)})),
        "address": text,
        **_trust,
        "sources": Need(_sources),
    }
)

DEADLINE = group(
    {
        "key": Need(key),
        "event": Need(_words),
        "length": Need(number, nullable=True),
        "unit": Need(one_of("hours", "days", "calendar-days", "working-days", "months", "years", "named-day")),
        "direction": one_of("after", "before"),
        "keeper": Need(one_of("applicant", "authority")),
        "rule": Need(refer("counting")),
        "norm": Need(refer("norms")),
        "places": many(_place, 1),
        "how": text,
        "note": text,
        "checked_on": Need(day),
        "verify_before_use": flag,
    }
)

RULE = group(
    {
        "key": Need(key),
        "act": refer("acts"),
        "title": Need(_words),
        "skip_first_day": Need(flag),
        "nonworking_included": Need(flag),
        "roll": Need(flag),
        "safe_counts_every_day": flag,
        "norms": Need(
            group(
                {
                    name: many(refer("norms"), 1)
                    for name in ("start", "inside", "end", "roll", "filing", "missed", "restoration")
                }
            )
        ),
        "start": Need(_words),
        **dict.fromkeys(("inside", "end", "filing", "restoration", "disputed"), _words),
        "edition": text,
        "seen_until": day,
        "confidence": Need(_confidence),
        "checked_on": Need(day),
        "sources": Need(_sources),
    }
)

YEAR = group(
    {
        "year": Need(number),
        "complete": Need(flag),
        "orders": Need(one_of("closed", "open")),
        "orders_seen_through": day,
        "checked_on": Need(day),
        "note": text,
        "missing": many(text, 1),
        "conflicts": many(text, 1),
        "days_off": Need(
            many(
                group(
                    {
                        "date": Need(day),
                        "kind": Need(one_of("national", "state", "religious", "transferred")),
                        "name": Need(_words),
                        "moved_from": day,
                        "moved_by": one_of("law", "government", "labour-authority"),
                        "confidence": Need(_confidence),
                        "estimated": flag,
                        "note": text,
                        "sources": Need(_sources),
                    }
                ),
                1,
            )
        ),
        "working_weekends": Need(
            many(
                group(
                    {
                        "date": Need(day),
                        "moved_to": Need(day),
                        "act": Need(text),
                        "confidence": Need(_confidence),
                        "note": text,
                        "sources": Need(_sources),
                    }
                )
            )
        ),
        "not_days_off": many(group({"date": Need(day), "why": Need(_words), "sources": Need(_sources)})),
        "sources": Need(_sources),
    }
)

DUAL = group(
    {
        "key": Need(refer("norms")),
        "candidates": many(refer("norms")),
        "verdict": Need(one_of("no-equivalent", "formal-equivalent", "depends")),
        "grounds": Need(many(refer("norms"), 1)),
        "military": Need(flag),
        "political": Need(flag),
        "no_limitation": flag,
        "no_bail": flag,
        "argument": Need(_words),
        **dict.fromkeys(("counter", "threshold", "note"), _words),
        "confidence": Need(one_of("interpretation")),
        "checked_on": Need(day),
    }
)

DECISION = group(
    {
        "key": Need(key),
        "body": Need(_words),
        "state": text,
        "number": text,
        "issued": text,
        "citation": Need(_six),
        "citation_kk": text,
        "gist": Need(_words),
        "outcome_confidence": Need(_confidence),
        "paragraphs": many(text, 1),
        "adverse": flag,
        "number_note": text,
        "date_note": text,
        **_trust,
    }
)

SOFT_LAW = group(
    {
        "key": Need(key),
        "body": Need(_words),
        "symbol": text,
        "issued": text,
        "title": Need(_words),
        "citation": Need(_six),
        "citation_kk": text,
        "gist": Need(_words),
        "paragraphs": many(text, 1),
        "symbol_note": text,
        "date_note": text,
        **_trust,
    }
)

PRACTICE = group(
    {
        "key": Need(key),
        "date": day,
        "summary": Need(_words),
        "norms": many(refer("norms")),
        **_trust,
        "sources": Need(_sources),
    }
)

CAUTION = group(
    {
        "key": Need(key),
        "text": Need(_words),
        "tells": one_of("client", "lawyer", "texts"),
        "applies_to": group(
            {
                "filings": many(key),
                "acts": many(refer("acts")),
                "norms": many(refer("norms")),
                "when": condition,
            }
        ),
    }
)

CONTRADICTION = group({"key": Need(key), "what": Need(_words), "use": Need(_words), "norms": many(refer("norms"))})

TABLE = group(
    {
        "key": Need(key),
        "title": Need(_words),
        "seen_until": day,
        "rows": Need(many(named(text, column), 1)),
        **_trust,
    }
)
