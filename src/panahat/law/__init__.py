"""The registry of law: acts, norms, bodies, periods and calendars as data, each as of a date, each with its source.

Data stands in `templates/law/`, one YAML file a subject; this room reads and validates it, says how a norm stands on a
day, cites norms by key in every grammatical case, and counts periods in the open. No number of an article comes from
elsewhere.

    law = load_law(Library.standing())
    law.standing("kz-const-torture", date(2026, 2, 9)).version.act      ->  'kz-const-1995'
    cite(law, ["kz-upk-592-1"], date(2026, 2, 9)).forms["gen"]
    count(law, "dl-592-complaint", date(2026, 1, 29)).due               ->  2026-02-09
"""
