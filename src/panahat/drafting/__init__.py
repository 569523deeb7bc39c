"""The draft room: facts, arguments and law brought together into the Draft, the filing as structured, traceable text.

`load_filings` reads what kinds of filings there are; `terms` counts the periods of one; `compose` makes the Draft of a case,
whose every paragraph knows the template or argument it comes from, its facts, norms, annexes and condition, and the plain
data that fills the Word file with the same words; `review_sheet` gives the data of the lawyer's review sheet.
"""
