"""What one entry cannot show: keys that lead nowhere, gaps and overlaps in time, days not yet come, wrong years."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import pairwise
from typing import Any

from panahat.law.codes import BACKWARDS, DANGLING_KEY, FUTURE_DAY, GAP, NOT_A_WEEKEND, OVERLAP, WRONG_YEAR
from panahat.law.nodes import Node
from panahat.law.reading import Entry, Findings

_ONE = timedelta(days=1)


def check(found: Findings, today: date) -> str:
    """Records every flaw between entries on their pages; the latest day on which any entry was checked."""
    for page in found.pages:
        for ref in page.refers:
            known = any(ref.key in found.entries[section] for section in ref.sections)
            if not known and found.partial.isdisjoint(ref.sections):
                page.say(DANGLING_KEY, ref.node, ref.path, key=ref.key, section=" / ".join(ref.sections))
    newest = ""
    for section, entries in found.entries.items():
        for key, entry in entries.items():
            for day, node in _checked(entry):
                newest = max(newest, day)
                if day > today.isoformat():
                    entry.page.say(FUTURE_DAY, node, (), key=key)
            if section == "norms":
                _in_order(key, entry)
            elif section == "acts":
                _forwards(key, entry, entry.raw.get("in_force"), entry.node)
            elif section == "calendar":
                _days_of_year(key, entry)
    return newest


def _checked(entry: Entry) -> Iterator[tuple[str, Node]]:
    """Each `checked_on` of an entry and of its versions, with its node."""
    for owner, node in ((entry.raw, entry.node), *_versions(entry)):
        if owner and owner.get("checked_on"):
            yield owner["checked_on"], _value(node, "checked_on")


def _versions(entry: Entry) -> list[tuple[dict[str, Any], Node]]:
    listed = _value(entry.node, "versions")
    raws = entry.raw.get("versions") or []
    return [(raw, node) for raw, node in zip(raws, listed.value, strict=False) if raw] if listed is not None else []


def _value(node: Node, name: str) -> Node:
    """The node of a field of a mapping node; None where it has none."""
    return next((value for key, value in node.value if key.value == name), None)


def _in_order(key: str, entry: Entry) -> None:
    """Versions follow each other without gap or overlap."""
    versions = _versions(entry)
    for raw, node in versions:
        _forwards(key, entry, raw.get("in_force"), node)
    for (earlier, _), (later, node) in pairwise(versions):
        end = (earlier.get("in_force") or {}).get("until")
        span = later.get("in_force") or {}
        start = span.get("from") or span.get("not_before")
        at = _value(node, "in_force") or node
        if end is None or start is None or start <= end:
            entry.page.say(OVERLAP, at, (), key=key)
        elif date.fromisoformat(end) + _ONE < date.fromisoformat(start):
            entry.page.say(GAP, at, (), key=key)


def _forwards(key: str, entry: Entry, span: dict[str, Any] | None, node: Node) -> None:
    if span:
        start, end = span.get("from") or span.get("not_before"), span.get("until")
        if start and end and end < start:
            entry.page.say(BACKWARDS, _value(node, "in_force"), (), key=key)


def _days_of_year(key: str, entry: Entry) -> None:
    """Days stand in the calendar of their year, and working weekends are weekends."""
    for name in ("days_off", "working_weekends", "not_days_off"):
        listed = _value(entry.node, name)
        if listed is None:
            continue
        for raw, node in zip(entry.raw.get(name) or [], listed.value, strict=False):
            day = raw and raw.get("date")
            if not day:
                continue
            if day[:4] != key:
                entry.page.say(WRONG_YEAR, node, (), day=day, year=key)
            if name == "working_weekends" and date.fromisoformat(day).weekday() < 5:
                entry.page.say(NOT_A_WEEKEND, node, (), day=day)
