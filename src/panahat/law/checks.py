"""What one entry cannot show: keys that lead nowhere, gaps and overlaps in time, days not yet come, wrong years."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import pairwise
from typing import Any

from panahat.law.codes import BACKWARDS, DANGLING_KEY, FUTURE_DAY, GAP, NOT_A_WEEKEND, OVERLAP, WRONG_YEAR
from panahat.law.reading import Entry, Findings
from panahat.problems import Path

_ONE = timedelta(days=1)


def check(found: Findings, today: date) -> str:
    """Records every flaw between entries on their pages; the latest day on which any entry was checked."""
    for page in found.pages:
        for sections, key, path in page.refers:
            known = any(key in found.entries[section] for section in sections)
            if not known and found.partial.isdisjoint(sections):
                page.say(DANGLING_KEY, path, key=key, section=" / ".join(sections))
    newest = ""
    for section, entries in found.entries.items():
        for key, entry in entries.items():
            for raw, path in ((entry.raw, entry.path), *_parts(entry, "versions")):
                day = raw.get("checked_on") or ""
                newest = max(newest, day)
                if day > today.isoformat():
                    entry.page.say(FUTURE_DAY, (*path, "checked_on"), key=key)
            if section == "norms":
                _in_order(key, entry)
            elif section == "acts":
                _forwards(key, entry, entry.raw, entry.path)
            elif section == "calendar":
                _days_of_year(key, entry)
    return newest


def _parts(entry: Entry, name: str) -> Iterator[tuple[dict[str, Any], Path]]:
    """The groups of a list of the entry that could be read, each with its path."""
    for n, raw in enumerate(entry.raw.get(name) or ()):
        if raw:
            yield raw, (*entry.path, name, n)


def _in_order(key: str, entry: Entry) -> None:
    """Versions follow each other without gap or overlap."""
    versions = list(_parts(entry, "versions"))
    for raw, path in versions:
        _forwards(key, entry, raw, path)
    for (earlier, _), (later, path) in pairwise(versions):
        end, start = _span(earlier)[1], _span(later)[0]
        if end is None or start is None or start <= end:
            entry.page.say(OVERLAP, (*path, "in_force"), key=key)
        elif date.fromisoformat(end) + _ONE < date.fromisoformat(start):
            entry.page.say(GAP, (*path, "in_force"), key=key)


def _span(raw: dict[str, Any]) -> tuple[str | None, str | None]:
    """The first and the last day in force."""
    span = raw.get("in_force") or {}
    return span.get("from") or span.get("not_before"), span.get("until")


def _forwards(key: str, entry: Entry, raw: dict[str, Any], path: Path) -> None:
    start, end = _span(raw)
    if start and end and end < start:
        entry.page.say(BACKWARDS, (*path, "in_force"), key=key)


def _days_of_year(key: str, entry: Entry) -> None:
    """Days stand in the calendar of their year, and working weekends are weekends."""
    for name in ("days_off", "working_weekends", "not_days_off"):
        for raw, path in _parts(entry, name):
            day = raw.get("date")
            if day and day[:4] != key:
                entry.page.say(WRONG_YEAR, path, day=day, year=key)
            if day and name == "working_weekends" and date.fromisoformat(day).weekday() < 5:
                entry.page.say(NOT_A_WEEKEND, path, day=day)
