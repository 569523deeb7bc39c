"""The shape of an entry of destinations.yaml: which fields it has, of what kind, and which must be there."""

from __future__ import annotations

import re

from panahat.law.fields import Need, Read, day, flag, group, key, many, one_of, refer, scalar, text
from panahat.law.model import CASES
from panahat.messages import N_

KAZAKH_CASES = ("nom", "gen", "dat", "acc", "loc", "abl", "ins")
PAPERS = (
    "identity",
    "form",
    "statement",
    "criminal-papers",
    "military-papers",
    "extradition-papers",
    "asylum-papers",
    "activity-proof",
    "press-proof",
    "recommendations",
    "vetting",
    "no-passport-note",
    "family-papers",
    "host",
    "mandate",
    "consent",
    "translations",
    "referral",
    "mfa-support",
    "sponsor",
)
"""Kinds of papers that go with a letter; the case file names them under `visa.papers`."""

_PARTIAL = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?")
_when = scalar(
    N_("a year, a month or a day, written like 2026, 2026-02 or 2026-02-09"),
    lambda v: v if _PARTIAL.fullmatch(v) else None,
)
_country = scalar(N_("a state, two Latin capitals"), lambda v: v if re.fullmatch(r"[A-Z]{2}", v) else None)
_language = scalar(N_("a language, two small Latin letters"), lambda v: v if re.fullmatch(r"[a-z]{2}", v) else None)

_three = group({"ru": Need(text), "kk": Need(text), "en": Need(text)})
_words = group({"ru": Need(text), "kk": text, "en": text})
_confidence = one_of("two-sources", "one-source", "recalled")
_sources = many(refer("sources"), 1)
_seen: dict[str, Read | Need] = {"confidence": Need(_confidence), "sources": _sources, "note": text}
_dated: dict[str, Read | Need] = {**_seen, "as_of": _when}
_answer = one_of("yes", "no", "case-by-case", "unknown")

_basis = group(
    {
        "act": Need(text),
        "provision": text,
        "role": Need(one_of("admission", "travel-document", "context")),
        "gist": Need(_words),
        **_dated,
    }
)
_programme = group(
    {
        "key": Need(key),
        "name": Need(_three),
        "title": _three,
        "status": Need(one_of("open", "suspended", "closed", "none", "unknown")),
        "since": _when,
        "about": _words,
        **_dated,
    }
)
_profile = group({"value": Need(_answer), "about": _words, **_dated})
_post = group(
    {
        "key": Need(key),
        "kind": Need(one_of("embassy", "consulate-general", "authority", "programme")),
        "name": Need(_three),
        "city": Need(_three),
        "to": Need(_three),
        "verify_before_use": flag,
        **_seen,
    }
)

DESTINATION = group(
    {
        "key": Need(key),
        "country": Need(_country),
        "name": Need(_three),
        "official": Need(_three),
        "forms": Need(
            group(
                {
                    "ru": Need(group({**{case: Need(text) for case in CASES}, "into": Need(text)})),
                    "kk": Need(group({case: Need(text) for case in KAZAKH_CASES})),
                    "en": Need(text),
                }
            )
        ),
        "request": Need(_three),
        "legal_basis": Need(many(_basis, 1)),
        "programmes": Need(many(_programme, 1)),
        "individual": Need(one_of("exceptional", "case-by-case", "no", "unknown")),
        "facts": many(group({"what": Need(_words), **_dated})),
        "profiles": Need(
            group({name: Need(_profile) for name in ("activist", "journalist", "deserter", "lgbt", "family")})
        ),
        "excluded": many(group({"who": Need(_words), "test": Need(one_of("took-part", "crimes", "other")), **_seen})),
        "authority": Need(group({"who": Need(_words), **_seen})),
        "posts": Need(many(_post, 1)),
        "travel_document": Need(
            group({"possible": Need(_answer), "document": _three, "issued_by": _words, "about": _words, **_dated})
        ),
        "passport_rule": Need(
            group({"non_biometric": Need(one_of("accepted", "not-accepted", "unknown")), "since": _when, **_seen})
        ),
        "languages": Need(many(_language, 1)),
        "languages_confidence": Need(_confidence),
        "letter_points": Need(many(_words)),
        "annexes": Need(many(one_of(*PAPERS), 1)),
        "annexes_confidence": Need(_confidence),
        "warnings": Need(many(_words)),
        "checked_on": Need(day),
        "verify_before_use": Need(flag),
    }
)
