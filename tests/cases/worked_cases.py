"""Walking through the facts of a case, for the tests of the worked cases."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from pydantic import BaseModel

from panahat.case import load_case
from panahat.case.models import Case
from panahat.case.models.base import Text, Words

CASES = Path(__file__).resolve().parents[2] / "cases"
WORKED = sorted(p.stem for p in CASES.glob("*.yaml"))
FAILING = sorted(p.stem for p in (CASES / "failing").glob("*.yaml"))


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
    return {i for _, group in groups(of) for i in getattr(group, "proof", ())}
