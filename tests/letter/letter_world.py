"""Letters of the worked cases, with any fact changed, in any language."""

from __future__ import annotations

from collections.abc import Mapping
from copy import deepcopy
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from panahat.case.facts import path_of
from panahat.case.loading import CaseFile, load_bytes
from panahat.drafting.model import Draft
from panahat.problems import Problem
from panahat.workspace import Workspace

CASES = Path(__file__).resolve().parents[2] / "cases"
KIND = "humanitarian-visa-letter"
WORKED = ("journalist", "refused-officer", "client-with-family")
DELETE = object()
TODAY = date(2026, 11, 28)


@cache
def workspace(office: Path | None = None) -> Workspace:
    return Workspace.at(office, TODAY)


def changed(case: str, changes: Mapping[str, Any] | None = None) -> CaseFile:
    """A worked case with the values at the given dotted paths replaced (DELETE takes a key away)."""
    tree = yaml.load((CASES / f"{case}.yaml").read_text("utf-8"), yaml.BaseLoader)
    for dotted, value in (changes or {}).items():
        *above, last = path_of(dotted)
        node = tree
        for step in above:
            node = node[step]
        if value is DELETE:
            del node[last]
        else:
            node[last] = deepcopy(value)
    text = yaml.dump(tree, allow_unicode=True, sort_keys=False, width=10_000)
    return load_bytes(text.encode(), "case.yaml")


def problems(
    case: str,
    changes: Mapping[str, Any] | None = None,
    language: str = "en",
    *,
    final: bool = False,
    at: Workspace | None = None,
) -> list[Problem]:
    return (at or workspace()).check(changed(case, changes), KIND, languages=(language,), final=final)


def letter(case: str, changes: Mapping[str, Any] | None = None, language: str = "en") -> Draft:
    return workspace().draft(changed(case, changes), KIND, language)


def parts(draft: Draft) -> dict[str, list[str]]:
    """The paragraphs of the letter by the heading they stand under; those before the first heading under «»."""
    out: dict[str, list[str]] = {"": []}
    for p in draft.paragraphs:
        if p.style in ("Раздел", "Приложение: заголовок"):
            out[p.text] = []
        else:
            out[list(out)[-1]].append(p.text)
    return out
