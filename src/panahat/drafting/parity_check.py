"""Two languages say the same: the same paragraphs, requests, annexes, norms, facts and figures, place by place."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import zip_longest

from panahat.drafting.codes import PARITY, PARITY_PARAGRAPHS
from panahat.drafting.model import Draft, Paragraph
from panahat.messages import N_
from panahat.problems import Code, Problem

_COMPARED = (
    ("norms", N_("norms")),
    ("annexes", N_("annexes")),
    ("facts", N_("facts")),
    ("figures", N_("figures")),
)


def parity(one: Draft, other: Draft) -> list[Problem]:
    """What the two drafts of one case do not say alike; each problem names the place in both."""
    problems = list(_wishes(one, other))
    for a, b in zip_longest(one.paragraphs, other.paragraphs):
        if a is None or b is None or _place(a) != _place(b):
            problems.append(_differs(PARITY_PARAGRAPHS, a, b))
            break  # from here on every place would differ
        problems += _paragraph(a, b)
    return problems


def _wishes(one: Draft, other: Draft) -> Iterator[Problem]:
    if (one.asks, one.motions) != (other.asks, other.motions):
        yield Problem(PARITY_PARAGRAPHS, facts={"here": "asks, motions", "there": "asks, motions"})


def _place(p: Paragraph) -> tuple[str, str, int]:
    """The place of a paragraph, the same in both languages."""
    name = p.origin.name if p.origin.kind == "argument" else "template"
    return p.origin.kind, name, p.origin.paragraph


def _paragraph(a: Paragraph, b: Paragraph) -> Iterator[Problem]:
    for field, label in _COMPARED:
        mine, theirs = set(getattr(a, field)), set(getattr(b, field))
        if mine != theirs:
            only = ", ".join(sorted(mine - theirs)) or "—"
            other = ", ".join(sorted(theirs - mine)) or "—"
            yield _differs(PARITY, a, b, what="@" + label, only=_named(field, only), other=_named(field, other))


def _named(field: str, items: str) -> str:
    """Keys and paths may be shown; figures come from the case and may not."""
    return items if field != "figures" else "…"


def _differs(code: Code, a: Paragraph | None, b: Paragraph | None, **facts: str) -> Problem:
    return Problem(code, facts={"here": _shown(a), "there": _shown(b), **facts})


def _shown(p: Paragraph | None) -> str:
    return f"{p.origin.name}, {p.origin.paragraph} (§ {p.n})" if p else "—"
