"""The draft room: facts, arguments and law brought together into the Draft, the filing as structured, traceable text.

`load_filings` reads what kinds of filings there are; `terms` counts the periods of one; `compose` makes the Draft of a case,
whose every paragraph knows the template or argument it comes from, its facts, norms, annexes and condition, and the plain
data that fills the Word file with the same words; `review_sheet` gives the data of the lawyer's review sheet.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from panahat.draft.composing import Sources, compose
    from panahat.draft.filings import FilingKind, load_filings
    from panahat.draft.model import Draft, Origin, Paragraph, Term
    from panahat.draft.parity_check import parity
    from panahat.draft.periods import term_data, terms
    from panahat.draft.phrases import phrase_problems, unconfirmed
    from panahat.draft.sheet import review_sheet
    from panahat.draft.structure import compare_outlines, compare_passages
    from panahat.draft.unpleaded import left_out

_HOMES = {
    "Draft": "model",
    "FilingKind": "filings",
    "Origin": "model",
    "Paragraph": "model",
    "Sources": "composing",
    "Term": "model",
    "compare_outlines": "structure",
    "compare_passages": "structure",
    "compose": "composing",
    "left_out": "unpleaded",
    "load_filings": "filings",
    "parity": "parity_check",
    "phrase_problems": "phrases",
    "review_sheet": "sheet",
    "unconfirmed": "phrases",
    "term_data": "periods",
    "terms": "periods",
}

__all__ = [
    "Draft",
    "FilingKind",
    "Origin",
    "Paragraph",
    "Sources",
    "Term",
    "compare_outlines",
    "compare_passages",
    "compose",
    "left_out",
    "load_filings",
    "parity",
    "phrase_problems",
    "review_sheet",
    "term_data",
    "terms",
    "unconfirmed",
]


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(name)
    return getattr(import_module(f"panahat.draft.{_HOMES[name]}"), name)
