"""The law folder read into sections of plain data, with every flaw of every file."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from panahat import opener
from panahat.law import shapes
from panahat.law.codes import NO_FILE, STRAY_FILE, TWICE, WRONG_TYPE
from panahat.law.destination_shape import DESTINATION
from panahat.law.fields import Read
from panahat.law.nodes import Node, Page, compose
from panahat.library import Library
from panahat.messages import N_
from panahat.problems import Problem

FILES: dict[str, tuple[str, Read]] = {
    "acts.yaml": ("acts", shapes.ACT),
    "sources.yaml": ("sources", shapes.SOURCE),
    "bodies.yaml": ("bodies", shapes.BODY),
    "deadlines.yaml": ("deadlines", shapes.DEADLINE),
    "counting.yaml": ("counting", shapes.RULE),
    "dual_criminality.yaml": ("duals", shapes.DUAL),
    "decisions.yaml": ("decisions", shapes.DECISION),
    "soft_law.yaml": ("soft_law", shapes.SOFT_LAW),
    "practice.yaml": ("practice", shapes.PRACTICE),
    "destinations.yaml": ("destinations", DESTINATION),
    "warnings.yaml": ("warnings", shapes.CAUTION),
    "contradictions.yaml": ("contradictions", shapes.CONTRADICTION),
}
SECTIONS = (*(section for section, _ in FILES.values()), "norms", "calendar", "tables")
_FOLDERS = {"norms": ("norms", shapes.NORM), "calendar": ("calendar", shapes.YEAR), "tables": ("tables", shapes.TABLE)}
CITABLE = ("norms", "decisions", "soft_law")
"""Sections whose keys share one namespace, because a template may cite any of them by key."""

ENTRIES = N_("a list of entries")


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry as it was read: plain data, the page it stands on, its node."""

    raw: dict[str, Any]
    page: Page
    node: Node


@dataclass
class Findings:
    """Everything read: section -> key -> entry, the pages, and problems that belong to no page.

    `partial` are sections of which something could not be read, so that a key not found there may well exist.
    """

    entries: dict[str, dict[str, Entry]] = field(default_factory=lambda: {name: {} for name in SECTIONS})
    pages: list[Page] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    partial: set[str] = field(default_factory=set)


def read_folder(library: Library) -> Findings:
    """All files of the law folder of the library."""
    found = Findings()
    missing = dict.fromkeys(f"law/{name}" for name in FILES)
    for name, file in library.walk("law", ".yaml"):
        missing.pop(name, None)
        for entry, section, key in _entries(name, file, found):
            space = CITABLE if section in CITABLE else (section,)
            other = next((found.entries[s][key] for s in space if key in found.entries[s]), None)
            if other is None:
                found.entries[section][key] = entry
            else:
                at = other.node.start_mark.line + 1
                entry.page.say(TWICE, entry.node, (), key=key, other=other.page.name, other_line=str(at))
    found.problems += [Problem(NO_FILE, name, facts={"name": name}) for name in missing]
    found.partial |= {FILES[name.removeprefix("law/")][0] for name in missing}
    return found


def _entries(name: str, file: Path, found: Findings) -> Iterator[tuple[Entry, str, str]]:
    """The entries of one file, with their section and key; an entry without a usable key is left out."""
    page = Page(name)
    found.pages.append(page)
    inside = name.removeprefix("law/")
    folder = inside.split("/")[0]
    yearly, whole = folder == "calendar", folder in ("calendar", "tables")
    section, shape = _FOLDERS[folder] if folder in _FOLDERS else FILES.get(inside, ("", shapes.NORM))
    if not section:
        page.problems.append(Problem(STRAY_FILE, name))
        return
    root = compose(page, opener.read(file, name=name))
    if root is not None and not whole and not isinstance(root, yaml.SequenceNode):
        page.say(WRONG_TYPE, root, (), expected=f"@{ENTRIES}")
        root = None
    if root is None:
        found.partial.add(section)
        return
    for n, node in enumerate([root] if whole else root.value):
        raw = shape(page, node, () if whole else (n,))
        key = raw and (str(raw["year"]) if yearly and raw.get("year") else raw.get("key"))
        if key:
            yield Entry(raw, page, node), section, key
        else:
            found.partial.add(section)
