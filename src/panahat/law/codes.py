"""What can be wrong with the law data itself, each with the file, line and column of the flaw."""

from __future__ import annotations

from panahat.messages import N_
from panahat.problems import CodeBook

BOOK = CodeBook()

_WHY = N_("Law data with a flaw is not used at all: a filing must not rest on it.")
_ASK = N_("Correct the entry; templates/law/README.md says what each field means.")

NO_FILE = BOOK.error(
    "law/no-file",
    what=N_("The law data has no file «{name}»."),
    why=_WHY,
    remedy=N_("Put the file back, or install the program again."),
)
STRAY_FILE = BOOK.error(
    "law/stray-file",
    what=N_("The law data has no place for a file of this name."),
    why=N_("It would be read by nobody, and its entries would be missed."),
    remedy=N_("Correct the name of the file or move it out of the law folder."),
)
BROKEN_YAML = BOOK.error(
    "law/broken-yaml",
    what=N_("The file is not well-formed YAML here."),
    why=_WHY,
    remedy=N_("Look at indentation, quotes and colons at this place and just above it."),
)
NOT_UTF8 = BOOK.error(
    "law/not-utf8",
    what=N_("The file is not UTF-8 text."),
    why=_WHY,
    remedy=N_("Save it again as UTF-8."),
)
ALIAS = BOOK.error(
    "law/alias",
    what=N_("The entry uses a YAML alias (*name)."),
    why=N_("Every entry is read on its own, so that it can be reviewed on its own."),
    remedy=N_("Write the value out."),
)
REPEATED_FIELD = BOOK.error(
    "law/repeated-field",
    what=N_("The field «{field}» is given twice."),
    why=N_("Only one of them could be used, and nobody can tell which was meant."),
    remedy=N_("Delete one of them."),
)
UNKNOWN_FIELD = BOOK.error(
    "law/unknown-field",
    what=N_("There is no field «{field}» here."),
    why=N_("A misspelt field would be lost in silence."),
    remedy=N_("Fields here: {known}."),
)
MISSING_FIELD = BOOK.error(
    "law/missing-field",
    what=N_("The field «{field}» is missing."),
    why=_WHY,
    remedy=_ASK,
)
WRONG_TYPE = BOOK.error(
    "law/wrong-type",
    what=N_("This must be {expected}."),
    why=_WHY,
    remedy=_ASK,
)
FUTURE_DAY = BOOK.error(
    "law/future-day",
    what=N_("«{key}» was checked on a day that has not come yet."),
    why=N_("Nobody can have compared the text on that day."),
    remedy=N_("Correct the date, or the clock of this computer."),
)
TWICE = BOOK.error(
    "law/twice",
    what=N_("The key «{key}» is used twice; the other one is in {other}, line {other_line}."),
    why=N_("A citation by this key could mean either."),
    remedy=N_("Rename or merge one of the two."),
)
DANGLING = BOOK.error(
    "law/dangling-key",
    what=N_("There is no «{key}» among the entries of «{section}»."),
    why=N_("An entry that leads nowhere cannot be cited or traced to its source."),
    remedy=N_("Correct the key, or add the entry."),
)
GAP = BOOK.error(
    "law/gap",
    what=N_("Between two versions of «{key}» there are days on which neither is in force."),
    why=N_("An event on such a day would have no norm, although the topic never lapsed."),
    remedy=N_("Let a version begin the day after the one before it ends."),
)
OVERLAP = BOOK.error(
    "law/overlap",
    what=N_("Two versions of «{key}» are in force on the same day."),
    why=N_("A citation on that day could mean either."),
    remedy=N_("Let a version end the day before the next begins; versions stand in order of time."),
)
BACKWARDS = BOOK.error(
    "law/backwards",
    what=N_("«{key}» ends before it begins."),
    why=_WHY,
    remedy=N_("Correct one of the two dates."),
)
WRONG_YEAR = BOOK.error(
    "law/wrong-year",
    what=N_("The day {day} stands in the calendar of {year}."),
    why=N_("It would not be found when a period is counted."),
    remedy=N_("Move it to the calendar of its year."),
)
NOT_A_WEEKEND = BOOK.error(
    "law/not-a-weekend",
    what=N_("The working weekend {day} is neither a Saturday nor a Sunday."),
    why=N_("Only a Saturday or Sunday becomes a working day when its rest is moved."),
    remedy=N_("Compare the date with the order that moved the day of rest."),
)
