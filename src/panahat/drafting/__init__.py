"""The draft room: facts, arguments and law brought together into the Draft, the filing as structured, traceable text.

`load_filings` reads what kinds of filings there are; `terms` counts the periods of one; `compose` makes the Draft of a case,
whose every paragraph knows the template or argument it comes from, its facts, norms, annexes and condition, and the plain
data that fills the Word file with the same words; `review_sheet` gives the data of the lawyer's review sheet.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from panahat.rooms import opened

if TYPE_CHECKING:
    from panahat.drafting.composing import Sources, compose
    from panahat.drafting.filing_loading import load_filings
    from panahat.drafting.filings import FilingKind
    from panahat.drafting.model import Draft, Origin, Paragraph, Term
    from panahat.drafting.parity_check import parity
    from panahat.drafting.periods import term_data, terms
    from panahat.drafting.phrases import phrase_problems, unconfirmed
    from panahat.drafting.sheet import review_sheet, sheet_of
    from panahat.drafting.structure import compare_outlines, compare_passages
    from panahat.drafting.unpleaded import left_out

__getattr__ = opened(
    __name__,
    composing="Sources compose",
    filing_loading="load_filings",
    filings="FilingKind",
    model="Draft Origin Paragraph Term",
    parity_check="parity",
    periods="term_data terms",
    phrases="phrase_problems unconfirmed",
    sheet="review_sheet sheet_of",
    structure="compare_outlines compare_passages",
    unpleaded="left_out",
)
