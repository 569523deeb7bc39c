"""What can be doubtful about a counted period."""

from __future__ import annotations

from panahat.law.codes import BOOK
from panahat.messages import N_

UNKNOWN_DEADLINE = BOOK.error(
    "law/unknown-deadline",
    what=N_("There is no period «{deadline}» in the law data."),
    why=N_("A period can only be counted by a norm and a rule that are on record."),
    remedy=N_("Near keys: {near}. `panahat law TEXT` finds a period by an article or by words."),
)
HOUR_NOT_KNOWN = BOOK.error(
    "law/hour-not-known",
    what=N_("The period «{deadline}» runs in hours, but only the day it starts is known."),
    why=N_("A period in hours cannot be counted from a day alone."),
    remedy=N_("Give the hour and minute of the event: 2026-01-28 12:00."),
)
NO_CALENDAR = BOOK.error(
    "law/no-calendar",
    what=N_("The law data has no calendar of days off for {year}."),
    why=N_("The last day of a period moves from a day off, so without the calendar it may be wrong."),
    remedy=N_("Add templates/law/calendar/{year}.yaml, or count this period by hand."),
)
CALENDAR_INCOMPLETE = BOOK.warning(
    "law/calendar-incomplete",
    what=N_("The calendar of days off for {year} is not complete."),
    why=N_("Dates counted in {year} are provisional: a holiday may still be set or moved."),
    remedy=N_("Act by the safe date, and check the official calendar for {year}."),
)
CALENDAR_OPEN = BOOK.warning(
    "law/calendar-open",
    what=N_("Orders that move days of rest in {year} may have come out after the law data was checked."),
    why=N_("Such an order can make a day off a working day, and the reverse, three weeks ahead."),
    remedy=N_("Act by the safe date, or check the orders of the labour authority for {year}."),
)
DISPUTED = BOOK.warning(
    "law/counting-disputed",
    what=N_("How the period «{deadline}» is counted is disputed."),
    why=N_("The text of the rule can be read in two ways and no settled practice is known."),
    remedy=N_("Act by the safe date, which is timely under both readings."),
)
UNVERIFIED_DEADLINE = BOOK.warning(
    "law/deadline-unverified",
    what=N_("The period «{deadline}» is marked in the law data as one to verify before use."),
    why=N_("Its source is uncertain or older than the last change of the act."),
    remedy=N_("Compare it with the official text in force."),
)
TWO_STARTS = BOOK.note(
    "law/two-starts",
    what=N_("The copy was received on different days, so the period «{deadline}» has more than one possible start."),
    why=N_("The law does not say whose copy starts the period; the earliest is taken as governing."),
    remedy=N_("File within the earliest period, or ask in the same filing to restore it and say when each copy came."),
)
