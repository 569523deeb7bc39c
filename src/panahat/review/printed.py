"""What is behind the words of a paragraph, and how facts that are named stand to facts that changed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from panahat.case import dotted

if TYPE_CHECKING:
    from panahat.argue import Decision
    from panahat.draft import Paragraph
    from panahat.problems import Path


def touched(paragraph: Paragraph | None, ranges: Sequence[tuple[int, int]]) -> Iterator[tuple[str, str]]:
    """(kind, name) of what is behind the printed texts that meet one of the ranges of characters."""
    for words in paragraph.spoken if paragraph else ():
        at = paragraph.text.find(words.text) if paragraph and words.text else -1
        while paragraph is not None and at >= 0:
            end = at + len(words.text)
            if any(a < end and at < b if a < b else at <= a <= end for a, b in ranges):
                yield from words.sources
                break
            at = paragraph.text.find(words.text, at + 1)


def related(name: str, path: Path | None) -> bool:
    """Whether a fact's name and a changed path are the same, or one lies inside the other."""
    if path is None:
        return False
    other = dotted(path)
    return name == other or other.startswith((f"{name}.", f"{name}[")) or name.startswith((f"{other}.", f"{other}["))


def deciding(decision: Decision, others: Mapping[str, Decision]) -> list[str]:
    """The facts that made a decision, or those of the argument that excluded it; the most exact ones."""
    if decision.choice:
        return [dotted(decision.choice)]
    other = others.get(decision.because)
    findings = other.findings if other else decision.deciding or decision.findings
    facts = [f for x in findings for f in (*x.facts, *x.missing)]
    return list(dict.fromkeys(dotted(f) for f in facts if not any(f != g and g[: len(f)] == f for g in facts)))
