"""A small world for tests of the argue room: a short invented case, a small registry, small arguments."""

from __future__ import annotations

from collections.abc import Mapping
from copy import deepcopy
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

import yaml
from msgspec import convert

from panahat.argue.conditions import weigh
from panahat.argue.look import Around, Bench, Condition, Expr, Look
from panahat.argue.model import Argument, Cites, Place, Weight
from panahat.argue.periods import Periods
from panahat.argue.truth import Truth
from panahat.case.facts import latest
from panahat.case.models import Case
from panahat.law.registry import load_law
from panahat.library import Library

TODAY = date(2026, 2, 9)
TABLES = load_law(Library.standing()).tables
"""The tables that the shipped conditions look rows up in."""
PERIODS = convert(
    yaml.load(
        (Path(__file__).parents[2] / "templates/arguments/limitation/periods.yaml").read_text("utf-8"), yaml.BaseLoader
    ),
    Periods,
    strict=False,
)
NAMED: Mapping[str, Condition] = {
    id: Condition(id, raw["holds"], raw["when"])
    for id, raw in yaml.load(
        (Path(__file__).parents[2] / "templates/conditions.yaml").read_text("utf-8"), yaml.BaseLoader
    ).items()
}
BASE: Mapping[str, Any] = {
    "schema": "1",
    "id": "small-world",
    "synthetic": "true",
    "client": {
        "name": {"surname": "Тихая", "given": "Ия"},
        "gender": "female",
        "born": {"on": "1990-01-02"},
        "citizenship": ["RU"],
    },
    "filing": {"on": "2026-02-09", "place": {"ru": "город Астана"}},
}


@dataclass(frozen=True)
class Row:
    """A row of dual criminality, or a published decision."""

    candidates: tuple[str, ...] = ()
    verdict: str = "depends"
    military: bool = False
    adverse: bool = False
    paragraphs: tuple[str, ...] = ("9",)
    confidence: str = "two-sources"
    outcome_confidence: str = "two-sources"


@dataclass(frozen=True)
class SmallLaw:
    """As much of the registry as the argue room asks for."""

    norms: Mapping[str, Any] = field(default_factory=lambda: dict.fromkeys(NORMS))  # type: ignore[has-type]
    warnings: Mapping[str, Any] = field(default_factory=lambda: {"suspension-prolongs-arrest": None})
    contradictions: Mapping[str, Any] = field(default_factory=dict)
    soft_law: Mapping[str, Any] = field(default_factory=lambda: {"unhcr-handbook": None})
    decisions: Mapping[str, Any] = field(
        default_factory=lambda: {
            "good": Row(),
            "adverse": Row(adverse=True),
            "recalled": Row(outcome_confidence="recalled"),
        }
    )
    tables: Mapping[str, Any] = field(default_factory=lambda: TABLES)
    duals: Mapping[str, Row] = field(
        default_factory=lambda: {
            "ru-uk-158": Row(("kz-uk-187", "kz-uk-188")),
            "ru-uk-280-3": Row((), "no-equivalent"),
            "ru-uk-282-3": Row(("kz-uk-258",)),
            "ru-uk-328": Row(("kz-uk-387", "kz-uk-388")),
            "ru-uk-338": Row(("kz-uk-442",), military=True),
        }
    )


NORMS = (
    "kz-upk-590-1-7",
    "kz-upk-592-7",
    "kz-uk-10",
    "kz-uk-11",
    "kz-uk-71",
    "kz-uk-3-39",
    "kz-uk-256",
    "kz-upk-579",
    "kz-upk-590-1-9",
)


class FlatPositions:
    """Every fact stands in the line of its depth."""

    def of(self, path: tuple[str | int, ...]) -> tuple[int, int]:
        return len(path) + 1, 1


@dataclass(frozen=True)
class SmallFile:
    case: Case
    name: str = "small.yaml"
    positions: FlatPositions = field(default_factory=FlatPositions)


def case(facts: Mapping[str, Any] | None = None) -> Case:
    """The base case with the groups of `facts` laid over it."""
    raw = deepcopy(dict(BASE))
    for path, value in (facts or {}).items():
        node: Any = raw
        *steps, last = path.split(".")
        for step in steps:
            node = node.setdefault(step, {})
        node[last] = deepcopy(value)
    return Case.model_validate(raw)


def look(facts: Mapping[str, Any] | None = None, act: str = "extradition.decision") -> Look:
    """A look at the base case with `facts` over it, and the last of `act` as the act complained of."""
    known = case(facts)
    return Look(known, Bench(SmallLaw(), TODAY, PERIODS, Around(NAMED, act=latest(known, act))))  # type: ignore[arg-type]


def argument(id: str, **fields: Any) -> Argument:
    """An argument with the given fields, pleaded in section «refuge»."""
    plain: dict[str, Any] = {
        "title": {"ru": id, "kk": id, "en": id},
        "section": "refuge",
        "force": 10,
        "all": (),
        "any": (),
        "none": (),
        "excludes": (),
        "cites": {"bar": Cites((Place("kz-upk-590-1-7"),))},
        "decisions": (),
        "soft_law": (),
        "warn": (),
        "facts": (),
        "weights": (Weight("support"),),
        "asks": ("annul",),
        "reviewed_on": "2026-11-25",
        "periods": PERIODS,
        "named": NAMED,
    }
    return Argument(id=id, **{**plain, **fields})


def ask(expr: Expr, facts: Mapping[str, Any] | None = None, act: str = "extradition.decision") -> tuple[Truth, Look]:
    """What a condition answers in the base case with `facts` over it, and the look it left its record on."""
    eye = look(facts, act)
    return weigh(expr, eye), eye
