"""Reads scenario files and changes the worked cases as they say."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from copy import deepcopy
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml
from worked_cases import CASES, TextLoader

HERE = Path(__file__).parent


@dataclass(frozen=True)
class Scenario:
    """One change of facts in a worked case, and what must follow."""

    title: str
    why: str
    case: str
    change: Mapping[str, Any]
    expect: Mapping[str, Any]
    file: str
    kind: str = ""

    @property
    def facts(self) -> Any:
        """The case file's data with the changes made."""
        data = deepcopy(base(self.case))
        for path, value in self.change.items():
            put(data, steps(path), value)
        return data

    @property
    def source(self) -> bytes:
        """The changed case file."""
        return yaml.safe_dump(self.facts, allow_unicode=True, sort_keys=False, width=10_000).encode()


@cache
def base(name: str) -> Any:
    return yaml.load((CASES / f"{name}.yaml").read_text("utf-8"), TextLoader)


def scenarios() -> Iterator[Scenario]:
    """Every scenario of this folder, file by file."""
    for file in sorted(HERE.glob("*.yaml")):
        for raw in yaml.load(file.read_text("utf-8"), TextLoader):
            yield Scenario(**{"change": {}, **raw}, file=file.name)


def steps(path: str) -> list[str | int]:
    """«asylum[0].status» as ["asylum", 0, "status"]."""
    return [int(n) if n else name for name, n in re.findall(r"([a-z_]+)|\[(\d+)\]", path)]


def put(data: Any, path: list[str | int], value: Any) -> None:
    """Sets the fact at `path`; None removes it. Groups on the way are made; a list grows by one item at its end."""
    *above, last = path
    for step in above:
        if isinstance(step, str):
            data = data.setdefault(step, {})
        else:
            if step == len(data):
                data.append({})
            data = data[step]
    if value is None:
        del data[last]
    elif isinstance(last, int) and last == len(data):
        data.append(value)
    else:
        data[last] = deepcopy(value)
