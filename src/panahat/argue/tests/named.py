"""The register of named tests."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from panahat.argue.look import Look
from panahat.argue.truth import Truth

Question = Callable[[Look], Truth]


@dataclass(frozen=True, slots=True)
class NamedTest:
    """A question by id; `label` is the English source text of what holds when it is True."""

    id: str
    label: str
    ask: Question


TESTS: dict[str, NamedTest] = {}


def test(id: str, label: str) -> Callable[[Question], Question]:
    """Registers a question under `id`. Raises ValueError if the id is taken."""

    def register(question: Question) -> Question:
        if id in TESTS:
            raise ValueError(f"test {id} is registered twice")
        TESTS[id] = NamedTest(id, label, question)
        return question

    return register
