"""A small law folder for tests: every file the registry needs, valid, and ways to spoil one of them."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from panahat.law.registry import Law, load_law
from panahat.library import Library
from panahat.problems import Problem, Refused

TODAY = date(2026, 11, 25)
_SIX = "{nom: а, gen: а, dat: а, acc: а, ins: а, prep: а}"


def _act(key: str, rest: str = "", kind: str = "code") -> str:
    return (
        f"- {{key: {key}, kind: {kind}, title: {{ru: Акт}}, title_forms: {_SIX},\n"
        f"   short: {{ru: А}}, short_forms: {_SIX}, units: {{article: статья, part: часть}},\n"
        f"   confidence: two-sources, checked_on: 2026-11-22, sources: [s]{rest}}}\n"
    )


NORM = """\
- key: norm
  title: {ru: Норма}
  versions:
  - act: code
    places: [{article: 1, part: 2}]
    gist: {ru: Изложение.}
    seen_until: 2026-04-01
    confidence: two-sources
    checked_on: 2026-11-22
    sources: [s]
"""
TOPIC = """\
- key: topic
  title: {ru: Тема}
  versions:
  - act: old
    places: [{article: 17}]
    in_force: {until: 2026-06-30}
    gist: {ru: Прежнее место.}
    seen_until: 2026-06-30
    confidence: two-sources
    checked_on: 2026-11-22
    sources: [s]
  - act: new
    places: [{article: 20}]
    in_force: {from: 2026-07-01}
    gist: {ru: Новое место.}
    seen_until: 2026-07-01
    confidence: two-sources
    checked_on: 2026-11-22
    sources: [s]
"""
DEADLINES = """\
- {key: dl, event: {ru: вручение}, length: 10, unit: days, keeper: applicant, rule: rule,
   norm: norm, checked_on: 2026-11-22}
"""
COUNTING = """\
- {key: rule, act: code, title: {ru: счёт}, skip_first_day: true, nonworking_included: true,
   roll: true, norms: {start: [norm]}, start: {ru: со следующего дня},
   confidence: one-source, checked_on: 2026-11-22, sources: [s]}
"""
CALENDAR = """\
year: 2026
complete: true
orders: open
checked_on: 2026-11-22
days_off:
- {date: 2026-01-01, kind: state, name: {ru: Новый год}, confidence: two-sources, sources: [s]}
working_weekends: []
sources: [s]
"""
FILES = {
    "acts.yaml": _act("code")
    + _act("old", ", in_force: {until: 2026-06-30}")
    + _act("new", ", in_force: {from: 2026-07-01}")
    + _act("pact", kind="treaty"),
    "sources.yaml": "- {key: s, address: 'https://example.org/', text: копия}\n",
    "norms/code.yaml": NORM,
    "norms/topic.yaml": TOPIC,
    "bodies.yaml": "[]\n",
    "deadlines.yaml": DEADLINES,
    "counting.yaml": COUNTING,
    "calendar/2026.yaml": CALENDAR,
    "dual_criminality.yaml": "[]\n",
    "decisions.yaml": "[]\n",
    "soft_law.yaml": "[]\n",
    "practice.yaml": "[]\n",
    "warnings.yaml": "[]\n",
    "contradictions.yaml": "[]\n",
    "destinations.yaml": "[]\n",
}


class Folder:
    """A library folder with a law of its own."""

    def __init__(self, root: Path) -> None:
        self.root = root
        for name, content in FILES.items():
            self.write(name, content)

    def write(self, name: str, content: str | bytes) -> None:
        file = self.root / "law" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content if isinstance(content, bytes) else content.encode())

    def spoil(self, name: str, old: str, new: str) -> None:
        """Replaces the one place of `old` in a file."""
        text = (self.root / "law" / name).read_text("utf-8")
        assert text.count(old) == 1, f"«{old}» stands {text.count(old)} times in {name}"
        self.write(name, text.replace(old, new))

    def confirm(self, rows: str) -> None:
        (self.root / "confirmations.yaml").write_text(rows, "utf-8")

    def law(self, today: date = TODAY) -> Law:
        return load_law(Library((self.root,)), today)

    def refused(self, today: date = TODAY) -> tuple[Problem, ...]:
        """The problems for which the folder is refused."""
        with pytest.raises(Refused) as caught:
            self.law(today)
        return tuple(caught.value.problems)
