"""The law folder read into sections of plain data, with every flaw of every file."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path as File
from typing import Any

from panahat import opener
from panahat.codes import WRONG_TYPE
from panahat.law import material, model, timing
from panahat.law.codes import NO_FILE, STRAY_FILE, TWICE
from panahat.law.destinations import Destination
from panahat.library import Library
from panahat.messages import N_
from panahat.pages import Page, read_page
from panahat.problems import Path, Problem
from panahat.record_checking import check
from panahat.records import Record

FILES: dict[str, tuple[str, type[Record]]] = {
    "acts.yaml": ("acts", model.Act),
    "sources.yaml": ("sources", material.Source),
    "bodies.yaml": ("bodies", material.Body),
    "deadlines.yaml": ("deadlines", timing.Deadline),
    "counting.yaml": ("counting", timing.CountingRule),
    "dual_criminality.yaml": ("duals", material.Dual),
    "decisions.yaml": ("decisions", material.Decision),
    "soft_law.yaml": ("soft_law", material.SoftLaw),
    "practice.yaml": ("practice", material.Practice),
    "destinations.yaml": ("destinations", Destination),
    "warnings.yaml": ("warnings", material.Caution),
    "contradictions.yaml": ("contradictions", material.Contradiction),
}
_FOLDERS: dict[str, tuple[str, type[Record]]] = {
    "norms": ("norms", model.Norm),
    "calendar": ("calendar", timing.Year),
    "tables": ("tables", material.Table),
}
SECTIONS = tuple(section for section, _ in (*FILES.values(), *_FOLDERS.values()))
CITABLE = ("norms", "decisions", "soft_law")
"""Sections whose keys share one namespace, because a template may cite any of them by key."""

ENTRIES = N_("a list of entries")


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry as it was read: plain data, the page it stands on, its path there."""

    raw: dict[str, Any]
    page: Page
    path: Path


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
                at, _ = other.page.place(other.path)
                entry.page.say(TWICE, entry.path, key=key, other=other.page.name, other_line=str(at))
    found.problems += [Problem(NO_FILE, name, facts={"name": name}) for name in missing]
    found.partial |= {FILES[name.removeprefix("law/")][0] for name in missing}
    return found


def listed(page: Page) -> list[Any] | None:
    """The entries of a page that is a list of them; None, and a problem, where it is not."""
    if isinstance(page.data, list):
        return page.data
    if not page.problems:
        page.say(WRONG_TYPE, expected=f"@{ENTRIES}")
    return None


def _entries(name: str, file: File, found: Findings) -> Iterator[tuple[Entry, str, str]]:
    """The entries of one file, with their section and key; an entry without a usable key is left out."""
    inside = name.removeprefix("law/")
    section, kind = _FOLDERS.get(inside.split("/")[0]) or FILES.get(inside) or ("", Record)
    if not section:
        found.problems.append(Problem(STRAY_FILE, name))
        return
    page = read_page(name, opener.read(file, name=name))
    found.pages.append(page)
    whole = section in ("calendar", "tables")
    entries = ([page.data] if page.data is not None else None) if whole else listed(page)
    if entries is None:
        found.partial.add(section)
    for n, data in enumerate(entries or ()):
        path: Path = () if whole else (n,)
        raw = check(page, kind, data, path)
        key = raw and (str(raw["year"]) if raw.get("year") else raw.get("key"))
        if raw and key:
            yield Entry(raw, page, path), section, key
        else:
            found.partial.add(section)
