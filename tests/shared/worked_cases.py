"""The worked cases for tests of every room: their facts, and their filings, made once a session."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import yaml
from pydantic import BaseModel

from panahat.building import Made, make
from panahat.case.loading import load_case
from panahat.case.models import Case
from panahat.case.models.base import Text, Words
from panahat.workspace import Workspace

CASES = Path(__file__).resolve().parents[2] / "cases"
WORKED = sorted(p.stem for p in CASES.glob("*.yaml"))
FAILING = sorted(p.stem for p in (CASES / "failing").glob("*.yaml"))


class TextLoader(yaml.CSafeLoader):
    """Every scalar is text, except that null is None: as the case reader sees it."""


TextLoader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in found if tag == "tag:yaml.org,2002:null"]
    for first, found in yaml.CSafeLoader.yaml_implicit_resolvers.items()
}


@cache
def workspace(office: Path | None = None, today: date | None = None) -> Workspace:
    """The workspace at the shipped texts, or with an office's own over them, opened once a session."""
    return Workspace.at(office, today)


@cache
def made(case: str, kind: str, form: str = "ru", layout: str = "pages") -> Made:
    """The filing of a worked case with its review sheet and manifest, made once a session."""
    return make(workspace(), workspace().load(CASES / f"{case}.yaml"), kind, form, layout=layout, base=CASES)


def case(name: str) -> Case:
    """The worked case of that name."""
    return load_case(CASES / f"{name}.yaml").case


def groups(value: Any, path: str = "") -> Iterator[tuple[str, BaseModel]]:
    """(path, group) of every group of facts in `value`."""
    if isinstance(value, BaseModel):
        yield path, value
        for name in type(value).model_fields:
            yield from groups(getattr(value, name), f"{path}.{name}")
    elif isinstance(value, tuple):
        for n, member in enumerate(value):
            yield from groups(member, f"{path}[{n}]")


def texts(of: Case) -> Iterator[tuple[str, Words | Text]]:
    """(path, text) of every text that the case gives by language."""
    for path, group in groups(of):
        if isinstance(group, Words | Text):
            yield path, group


def proofs(of: Case) -> set[str]:
    """The annex ids by which the facts of the case are proven."""
    return {cited.annex for _, group in groups(of) for cited in getattr(group, "proof", ())}
