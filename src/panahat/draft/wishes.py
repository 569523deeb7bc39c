"""Requests and motions: which are made, and their numbers."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from panahat.case import CaseFile, get, path_of
from panahat.draft.filings import FilingKind, Wish


@dataclass(frozen=True, slots=True)
class Situation:
    """What conditions look at: the case, the state of the asylum claim, requests that arguments support, lateness."""

    file: CaseFile
    claim_state: str | bool
    supported: Collection[str]
    late: bool

    def holds(self, when: Mapping[str, Any]) -> bool:
        """Whether every condition holds."""
        return all(self._holds(name, value) for name, value in when.items())

    def _holds(self, name: str, value: Any) -> bool:
        if name == "always":
            return True
        if name == "any_argument_asks":
            return value in self.supported
        if name == "claim_state":
            return self.claim_state in value
        if name == "late":
            return self.late is (value == "true")
        if name == "fact":
            return bool(self._fact(value))
        return all(_as_text(self._fact(path)) == wanted for path, wanted in value.items())

    def _fact(self, dotted: str) -> Any:
        return get(self.file.case, path_of(dotted))


def _as_text(value: Any) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)


def numbered(
    filing: FilingKind, situation: Situation, additions: Mapping[str, list[dict[str, Any]]], first_free: int
) -> dict[str, Any]:
    """`ask`, `motion`: each made one with its number, else False; numbers of the sections and passages that follow.

    `first_free` is the number of the first section after the arguments. The lawyer's own requests go on with the numbers.
    """
    ask = _numbers(filing.asks, situation)
    out: dict[str, Any] = {"ask": ask, "motion": _numbers(filing.motions, situation)}
    made = sum(bool(v) for v in ask.values())
    own = additions["arguments"]
    out["additions_n"] = str(first_free) if own else False
    out["motions_n"] = str(first_free + bool(own))
    out["additions"] = {
        "facts": additions["facts"],
        "arguments": [{**a, "n": f"{first_free}.{k}"} for k, a in enumerate(own, 1)],
        "requests": [{**r, "n": str(made + k)} for k, r in enumerate(additions["requests"], 1)],
    }
    return out


def _numbers(wishes: Sequence[Wish], situation: Situation) -> dict[str, Any]:
    out: dict[str, Any] = {}
    n = 0
    for wish in wishes:
        n += (holds := situation.holds(wish.when))
        out[wish.id] = {"n": str(n)} if holds else False
    return out
