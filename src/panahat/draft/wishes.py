"""Requests and motions: which are made, and their numbers; and the bench on which a filing's conditions are weighed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from panahat.argue import Argument, Decision, asks
from panahat.argue.deciding import Witness, figures
from panahat.argue.look import Around, Bench
from panahat.draft.filings import FilingKind, Wish
from panahat.draft.periods import lateness

if TYPE_CHECKING:
    from panahat.case import CaseFile
    from panahat.draft.model import Term
    from panahat.law import Law


def situation(
    file: CaseFile,
    law: Law,
    filing: FilingKind,
    arguments: Sequence[Argument],
    decisions: Sequence[Decision],
    terms: Sequence[Term],
) -> Witness:
    """Who answers the conditions of a filing: the case, what arguments are pleaded and ask for, what period is over."""
    included = {d.argument.id: d.included for d in decisions}
    late = lateness(filing, terms)
    pleading = filing.pleading(file)
    around = Around(
        filing.named, lambda id: included.get(id, False), asks(decisions), late, pleading.act, pleading.forum
    )
    return Witness(file.case, Bench(law, file.case.filing.on, figures(arguments), around))


def numbered(
    filing: FilingKind, witness: Witness, additions: Mapping[str, list[dict[str, Any]]], first_free: int
) -> dict[str, Any]:
    """`ask`, `motion`: each made one with its number, else False; numbers of the sections and passages that follow.

    `first_free` is the number of the first section after the arguments. The lawyer's own requests go on with the numbers.
    """
    ask = _numbers(filing.asks, witness)
    out: dict[str, Any] = {"ask": ask, "motion": _numbers(filing.motions, witness)}
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


def _numbers(wishes: Sequence[Wish], witness: Witness) -> dict[str, Any]:
    out: dict[str, Any] = {}
    n = 0
    for wish in wishes:
        n += (holds := witness.truth(wish.when) is True)
        out[wish.id] = {"n": str(n)} if holds else False
    return out


def cautions(
    file: CaseFile, law: Law, filing: FilingKind, witness: Witness, decisions: Sequence[Decision]
) -> tuple[str, ...]:
    """The warnings for the lawyer: the filing's own, those of the entries that facts name, those of pleaded arguments.

    An unknown condition warns too.
    """
    from panahat.case import get

    own = [
        (get(file.case, w.of) or "") if w.of else w.id for w in filing.warnings if witness.truth(w.when) is not False
    ]
    pleaded = [w for d in decisions if d.included for w in d.warn]
    return tuple(dict.fromkeys(id for id in (*own, *pleaded) if id))
