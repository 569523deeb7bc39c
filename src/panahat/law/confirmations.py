"""What an office has confirmed with its own eyes: `confirmations.yaml` at the root of a library folder.

    - {key: kz-upk, edition_on: 2026-11-20, by: А.Б., on: 2026-11-20}   the act's text was compared on that day
    - {key: conv-1951-33, by: А.Б., on: 2026-11-20}                      the entry was compared with the official text
    - {key: phrases-kk, by: А.Б., on: 2026-11-20}                        the Kazakh expressions were confirmed
    - {key: france, edition_on: 2026-11-20, by: А.Б., on: 2026-11-20}    the post confirmed what the entry says

A compared edition holds for the days until then and for `HOLDS` after: an act may be amended at any time, so an old
comparison clears nothing.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from pathlib import Path
from types import MappingProxyType

from msgspec import Struct
from msgspec.json import decode, encode

from panahat import cache, opener
from panahat.library import Library
from panahat.problems import Problem, Refused

HOLDS = timedelta(days=30)
_KIND = "confirmations-2"


class Confirmations(Struct, frozen=True):
    """Confirmed entries, and for each act the days on which its text was compared."""

    entries: frozenset[str] = frozenset()
    editions: Mapping[str, tuple[date, ...]] = MappingProxyType({})

    def entry(self, key: str) -> bool:
        """Whether the office compared this entry with the official text."""
        return key in self.entries

    def edition(self, act: str, on: date) -> bool:
        """Whether a comparison of the act's text holds for `on`."""
        return any(on <= compared + HOLDS for compared in self.editions.get(act, ()))


def read_confirmations(library: Library, acts: Iterable[str], others: Iterable[str], today: date) -> Confirmations:
    """The confirmations of every folder of the library; raises Refused with every flaw in them.

    `acts` are the keys that may be confirmed as of a day (acts, destinations), `others` those of norms, decisions and
    documents.
    """
    rows: list[dict[str, str]] = []
    problems: list[Problem] = []
    for folder in library.folders:
        content = _content(folder / "confirmations.yaml")
        if content is None:
            continue
        seal = hashlib.sha256(content + library.law_digest.encode()).hexdigest()
        found = _kept(seal, today)
        if found is None:
            from panahat.law.confirming import validated

            found, flaws = validated("confirmations.yaml", content, frozenset(acts), frozenset(others), today)
            problems += flaws
            if not flaws:
                cache.store(_KIND, seal, encode(found))
        rows += found
    if problems:
        raise Refused(problems)
    editions: dict[str, list[date]] = {}
    for row in rows:
        if "edition_on" in row:
            editions.setdefault(row["key"], []).append(date.fromisoformat(row["edition_on"]))
    confirmed = frozenset(row["key"] for row in rows if "edition_on" not in row)
    return Confirmations(confirmed, {act: tuple(days) for act, days in editions.items()})


def _content(file: Path) -> bytes | None:
    return opener.read_if_there(file, name=file.name)


def _kept(seal: str, today: date) -> list[dict[str, str]] | None:
    """The rows validated before, unless one of them lies in the future of `today`."""
    content = cache.load(_KIND, seal)
    if content is None:
        return None
    try:
        rows: list[dict[str, str]] = decode(content)
        latest = max((day for row in rows for day in (row["on"], row.get("edition_on", ""))), default="")
        return rows if latest <= today.isoformat() else None
    except (ValueError, KeyError, TypeError):
        return None
