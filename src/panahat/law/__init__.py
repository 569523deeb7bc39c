"""The registry of law: acts, norms, bodies, periods and calendars as data, each as of a date, each with its source.

Data stands in `templates/law/`, one YAML file a subject; this room reads and validates it, says how a norm stands on a
day, cites norms by key in every grammatical case, and counts periods in the open. No number of an article comes from
elsewhere.

    law = load_law(Library.standing())
    law.standing("kz-const-torture", date(2026, 2, 9)).version.act      ->  'kz-const-1995'
    cite(law, ["kz-upk-592-1"], date(2026, 2, 9)).forms["gen"]
    count(law, "dl-592-complaint", date(2026, 1, 29)).due               ->  2026-02-09
"""

from __future__ import annotations

from panahat.rooms import opened

__getattr__ = opened(
    __name__,
    citations="Citation Judged Ref cite cite_article",
    confirmations="Confirmations",
    counting="Count Terms count filing_terms",
    describing="Stale describe stale",
    destinations="Destination",
    material="Body Caution Contradiction Decision Dual Practice SoftLaw Source",
    mentions="Mentions in_full",
    model="Act Norm NormVersion Party Place Span Standing Words",
    registry="Law entry_digest entry_digests load_law",
    searching="Hit near search",
    timing="CountingRule DayOff Deadline Year",
)
