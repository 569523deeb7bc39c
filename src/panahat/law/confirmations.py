"""What an office has confirmed with its own eyes: `confirmations.yaml` at the root of a shelf folder.

    - {key: kz-upk, edition_on: 2026-11-20, by: А.Б., on: 2026-11-20}   the act's text was compared on that day
    - {key: conv-1951-33, by: А.Б., on: 2026-11-20}                      the entry was compared with the official text

A compared edition holds for the days until then and for `HOLDS` after: an act may be amended at any time, so an old
comparison clears nothing.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from pathlib import Path
from types import MappingProxyType
from typing import Any, NamedTuple

from panahat import cache
from panahat.problems import Problem, Refused
from panahat.shelf import Shelf

HOLDS = timedelta(days=30)
_KIND = "confirmations-1"


class Confirmations(NamedTuple):
    """Confirmed entries, and for each act the days on which its text was compared."""

    entries: frozenset[str] = frozenset()
    editions: Mapping[str, tuple[date, ...]] = MappingProxyType({})

    def entry(self, key: str) -> bool:
        """Whether the office compared this entry with the official text."""
        return key in self.entries

    def edition(self, act: str, on: date) -> bool:
        """Whether a comparison of the act's text holds for `on`."""
        return any(on <= compared + HOLDS for compared in self.editions.get(act, ()))


def read_confirmations(shelf: Shelf, acts: Iterable[str], others: Iterable[str], today: date) -> Confirmations:
    """The confirmations of every folder of the shelf; raises Refused with every flaw in them."""
    rows: list[dict[str, Any]] = []
    problems: list[Problem] = []
    known_acts, known = frozenset(acts), frozenset(others)
    for folder in shelf.folders:
        file = folder / "confirmations.yaml"
        if file.is_file():
            found = _cached(file, known_acts, known, today, problems)
            rows += found
    if problems:
        raise Refused(problems)
    editions: dict[str, list[date]] = {}
    for row in rows:
        if "edition_on" in row:
            editions.setdefault(row["key"], []).append(date.fromisoformat(row["edition_on"]))
    return Confirmations(
        frozenset(row["key"] for row in rows if "edition_on" not in row), {k: tuple(v) for k, v in editions.items()}
    )


def _cached(
    file: Path, acts: frozenset[str], others: frozenset[str], today: date, problems: list[Problem]
) -> list[dict[str, Any]]:
    content = file.read_bytes()
    seal = hashlib.sha256(content)
    seal.update(repr((sorted(acts), sorted(others), today.isoformat())).encode())
    kept = cache.load(_KIND, seal.hexdigest())
    if kept is not None:
        rows: list[dict[str, Any]] = json.loads(kept)
        return rows
    from panahat.law.confirming import validated

    rows, found = validated(file.name, content, acts, others, today)
    problems += found
    if not found:
        cache.store(_KIND, seal.hexdigest(), json.dumps(rows).encode())
    return rows
