"""Words that agree with a person's gender: pronouns, past tense, participles."""

from __future__ import annotations

from functools import cache
from typing import Any

from panahat.language.forms import CASES
from panahat.language.wordlists import wordlist

LIST = "ru/agreement"
_COLUMN = {"male": 0, "female": 1}


@cache
def agree(gender: str) -> dict[str, Any]:
    """Plain data for a person of `gender` («male», «female»; ValueError otherwise), treated as read-only.

    he: six cases («он»); him: gen, dat, acc, ins, prep after prepositions («него»); his: «его»; citizen: six cases
    («гражданин»); v: verbs in the past tense and short participles by name («обратился»); p: full participles by name
    in six cases («разыскиваемый», the accusative of a person).
    """
    if gender not in _COLUMN:
        raise ValueError("gender is male or female")
    n, read = _COLUMN[gender], wordlist(LIST)
    after = _forms(read["him"][gender])
    return {
        "he": _forms(read["he"][gender]),
        "him": {case: after[case] for case in CASES[1:]},
        "his": read["his"][n],
        "citizen": _forms(read["citizen"][gender]),
        "v": {name: pair[n] for name, pair in read["v"].items()},
        "p": {name: _forms(both[gender]) for name, both in read["p"].items()},
    }


def _forms(row: list[str]) -> dict[str, str]:
    return dict(zip(CASES, row, strict=True))
