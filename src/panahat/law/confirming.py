"""Validation of an office's `confirmations.yaml`, loaded only when the file is new."""

from __future__ import annotations

from datetime import date

import yaml

from panahat.law.codes import DANGLING_KEY, FUTURE_DAY, WRONG_TYPE
from panahat.law.fields import Need, day, group, key, text
from panahat.law.nodes import Page, compose
from panahat.law.reading import ENTRIES
from panahat.problems import Problem

_ROW = group({"key": Need(key), "edition_on": day, "by": Need(text), "on": Need(day)})


def validated(
    name: str, content: bytes, acts: frozenset[str], others: frozenset[str], today: date
) -> tuple[list[dict[str, str]], list[Problem]]:
    """The rows (key, day, day of the compared edition) and every flaw: unknown keys, future days, wrong fields."""
    page = Page(name)
    root = compose(page, content)
    rows: list[dict[str, str]] = []
    if root is not None and not isinstance(root, yaml.SequenceNode):
        page.say(WRONG_TYPE, root, (), expected=f"@{ENTRIES}")
        root = None
    for n, node in enumerate(root.value if root is not None else ()):
        raw = _ROW(page, node, (n,))
        if not raw or not raw.get("key"):
            continue
        of_act = raw.get("edition_on") is not None
        if raw["key"] not in (acts if of_act else acts | others) and not (
            raw["key"].startswith("phrase") and not of_act
        ):
            section = "acts / destinations" if of_act else "norms / decisions / soft_law"
            page.say(DANGLING_KEY, node, (n, "key"), key=raw["key"], section=section)
        for named in ("on", "edition_on"):
            if raw.get(named) and raw[named] > today.isoformat():
                page.say(FUTURE_DAY, node, (n, named), key=raw["key"])
        rows.append({k: raw[k] for k in ("key", "edition_on", "on") if raw.get(k)})
    return rows, page.problems
