"""Panahat turns one case file into court-ready filings for people who seek refuge in Kazakhstan.

    file = panahat.load_case("cases/transit-activist.yaml")           # facts, or Refused with everything wrong
    panahat.check(file, "supreme-court-complaint")                    # list of Problem, in order
    panahat.explain(file, "supreme-court-complaint")                  # each argument: verdict, tests, facts, lines
    panahat.deadlines(file)                                           # each period: from, last day, safe day, steps
    panahat.draft(file, "supreme-court-complaint").text               # the filing as traceable text
    panahat.render(file, "supreme-court-complaint").filing            # the filing as .docx bytes
    panahat.compare("v1.docx", "v2.docx", case="cases/x.yaml")        # what changed, and why

Each function takes `office=`, a folder of the office's own templates laid over the shipped ones. `Refused` carries what
is wrong; neither it nor any message holds a value from a case.
"""

from __future__ import annotations

import sys

from panahat.version import VERSION

TYPE_CHECKING = False  # type checkers read it as true; importing `typing` for it would double the time of this import
if TYPE_CHECKING:
    from typing import Any

    from panahat.api import check, compare, deadlines, draft, explain, load_case, render
    from panahat.problems import Problem, Refused

__version__ = VERSION

__all__ = ["Problem", "Refused", "check", "compare", "deadlines", "draft", "explain", "load_case", "render"]


def __getattr__(name: str) -> Any:
    if name not in __all__:
        raise AttributeError(f"module {__name__} has no attribute {name}")
    from importlib import import_module

    return getattr(import_module("panahat.problems" if name in ("Problem", "Refused") else "panahat.api"), name)


class _Door(type(sys)):  # type: ignore[misc]
    """The package: `draft` and `render` stay functions here when the rooms of these names are imported."""

    def __setattr__(self, name: str, value: object) -> None:
        if name not in __all__:
            super().__setattr__(name, value)


sys.modules[__name__].__class__ = _Door
