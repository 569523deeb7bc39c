"""Problems of one fact beside the schema: missing, unknown, or not of the kind the schema names."""

from __future__ import annotations

from panahat.case.codes.book import BOOK
from panahat.messages import N_

MISSING = BOOK.error(
    "case/missing",
    what=N_("«{key}» is missing: {field}."),
    why=N_("Every case needs this fact."),
    remedy=N_("Write it after «{key}:», or delete the group that needs it."),
)
UNKNOWN_KEY = BOOK.error(
    "case/unknown-key",
    what=N_("There is no such key here."),
    why=N_("A fact under an unknown key would be lost without a word."),
    remedy=N_("Keys that may stand here: {known}."),
)
NEAR_KEY = BOOK.error(
    "case/near-key",
    what=N_("There is no such key here; perhaps «{key}» is meant: {field}."),
    why=N_("A fact under an unknown key would be lost without a word."),
    remedy=N_("Keys that may stand here: {known}."),
)
LOOKALIKE_KEY = BOOK.error(
    "case/lookalike-key",
    what=N_("Letter {place} of this key is {letter} ({code}); «{key}» is meant."),
    why=N_("It looks like the Latin letter, but for the program it is another word."),
    remedy=N_("Type the key «{key}» anew with the keyboard set to Latin letters."),
)
MISPLACED_KEY = BOOK.error(
    "case/misplaced-key",
    what=N_("The key «{key}» does not belong here; it stands under: {elsewhere}."),
    why=N_("A fact in the wrong place would be lost without a word."),
    remedy=N_("Move it, or check the indentation. Keys that may stand here: {known}."),
)
COMMA = BOOK.error(
    "case/comma",
    what=N_("A comma inside {{ }} ends the value before it; what follows was taken for a key without a value."),
    why=N_("Half of the text would be lost."),
    remedy=N_('Put the text in quotes: {{ru: "one, two"}}.'),
)
EMPTY = BOOK.error(
    "case/empty",
    what=N_("«{key}» has no text: {field}."),
    why=N_("An empty text would leave a gap in the document."),
    remedy=N_("Write the fact, or delete the quotes if it is not known."),
)
EMPTY_ITEM = BOOK.error(
    "case/empty-item",
    what=N_("There is nothing after the dash."),
    why=N_("An empty entry would leave a gap in the document."),
    remedy=N_("Write the entry, or delete the line."),
)
NOT_TEXT = BOOK.error(
    "case/not-text",
    what=N_("«{key}» holds a list or a group, but one text is needed: {field}."),
    why=N_("The program cannot tell which part of it is the text."),
    remedy=N_("Write one text. If it contains «: », «{{» or «[», put it in quotes."),
)
NOT_GROUP = BOOK.error(
    "case/not-group",
    what=N_("«{key}» is a group of facts: {field}."),
    why=N_("Its facts stand under keys of their own."),
    remedy=N_("Write its keys indented below it: {known}."),
)
NOT_WORDS = BOOK.error(
    "case/not-words",
    what=N_("«{key}» holds its text by language: {field}."),
    why=N_("The same fact is printed in Russian and in Kazakh."),
    remedy=N_("Write «{key}: {{ru: …, kk: …}}», or «ru:» and «kk:» indented below it."),
)
NOT_LIST = BOOK.error(
    "case/not-list",
    what=N_("«{key}» is a list: {field}."),
    why=N_("There may be several, so each is an entry of its own."),
    remedy=N_("Begin each entry with a dash on its own line, or write [one, two]."),
)
LIST_EMPTY = BOOK.error(
    "case/list-empty",
    what=N_("«{key}» needs at least {limit} entry: {field}."),
    why=N_("An empty list here says nothing."),
    remedy=N_("Write an entry, or delete the key if it is not known."),
)
LIST_LONG = BOOK.error(
    "case/list-long",
    what=N_("«{key}» has more than {limit} entries."),
    why=N_("So long a list cannot be read in a filing."),
    remedy=N_("Say in one entry what belongs together."),
)
TOO_LONG = BOOK.error(
    "case/too-long",
    what=N_("The text of «{key}» is longer than {limit} characters."),
    why=N_("Its place in the document is made for less."),
    remedy=N_("Shorten it; details can stand among the events or in an annex."),
)
NOT_ONE_LINE = BOOK.error(
    "case/not-one-line",
    what=N_("«{key}» must be one line without spaces at its ends: {field}."),
    why=N_("It is printed inside a sentence."),
    remedy=N_("Write it on one line; delete spaces at its beginning and end."),
)
CHOICE = BOOK.error(
    "case/choice",
    what=N_("«{key}» holds a word the case file does not know: {field}."),
    why=N_("The program can act only on the words it knows."),
    remedy=N_("Write one of: {known}."),
)
LOOKALIKE_CHOICE = BOOK.error(
    "case/lookalike-choice",
    what=N_("Letter {place} of this word is {letter} ({code}); «{word}» is meant."),
    why=N_("It looks like the Latin letter, but for the program it is another word."),
    remedy=N_("Type «{word}» anew with the keyboard set to Latin letters."),
)
DAY = BOOK.error(
    "case/day",
    what=N_("«{key}» is a date: {field}."),
    why=N_("Periods are counted from dates, so each must be certain."),
    remedy=N_("Write it year-month-day with zeros, for example 2026-02-09."),
)
DAY_NEEDED = BOOK.error(
    "case/day-needed",
    what=N_("«{key}» gives a month or a year only, but the day is needed: {field}."),
    why=N_("A period runs from this day, or a paper is named by it; a month is not enough for either."),
    remedy=N_(
        "Write the day; where nobody knows it yet, leave it empty and write who is to be asked after «clarify:»."
    ),
)
CLARIFY_TEXT = BOOK.error(
    "case/clarify-text",
    what=N_("After «clarify:» stands no line of text."),
    why=N_("The mark is printed in the draft and on the review sheet, for whoever has to ask."),
    remedy=N_("Write in one line what is to be clarified and with whom, or delete the key."),
)
NO_SUCH_DAY = BOOK.error(
    "case/no-such-day",
    what=N_("There is no such day in the calendar."),
    why=N_("Periods are counted from dates, so each must be certain."),
    remedy=N_("Compare it with the document: year-month-day."),
)
CENTURY = BOOK.error(
    "case/year",
    what=N_("The year is not between {first} and {last}."),
    why=N_("Such a year is a slip of the keys."),
    remedy=N_("Compare it with the document: year-month-day, for example 2026-02-09."),
)
CLOCK = BOOK.error(
    "case/clock",
    what=N_("The hour of «{key}» is not written as an hour: {field}."),
    why=N_("Periods of hours are counted to the minute."),
    remedy=N_("Write day, space, hour, colon and minutes: 2026-01-28 09:05; without the hour if nobody knows it."),
)
FLAG = BOOK.error(
    "case/flag",
    what=N_("«{key}» is answered by true or false: {field}."),
    why=N_("Any other word could be understood both ways."),
    remedy=N_("Write true or false; delete the key if it is not known."),
)
COUNT = BOOK.error(
    "case/count",
    what=N_("«{key}» is a whole number: {field}."),
    why=N_("It is printed as a number or compared with one."),
    remedy=N_("Write it in digits, without unit or spaces."),
)
POSITIVE = BOOK.error(
    "case/positive",
    what=N_("«{key}» is at least 1: {field}."),
    why=N_("A document of no sheets cannot be attached."),
    remedy=N_("Count the sheets and write the number."),
)
IIN = BOOK.error(
    "case/iin",
    what=N_("An IIN has twelve digits."),
    why=N_("With another number of digits it is not an IIN."),
    remedy=N_("Copy it from the document. A foreigner in transit may have none: then delete the key."),
)
IIN_CHECK = BOOK.error(
    "case/iin-check",
    what=N_("The check digit of this IIN does not fit."),
    why=N_("At least one digit is wrong, or two changed places."),
    remedy=N_("Compare it with the document digit by digit."),
)
COUNTRY = BOOK.error(
    "case/country",
    what=N_("«{key}» is a state, written as two Latin capitals: {field}."),
    why=N_("The name of the state is printed from its code."),
    remedy=N_("Write for example RU, KZ, BY, UZ."),
)
ID = BOOK.error(
    "case/id",
    what=N_("«{key}» is an id: {field}."),
    why=N_("Ids are small Latin letters, digits and single hyphens, at most {limit} characters."),
    remedy=N_("Write for example detention-record."),
)
SCHEMA_VERSION = BOOK.error(
    "case/schema",
    what=N_("The version of the case file («schema») is not {known}."),
    why=N_("This program knows version {known}; another version may mean something else by the same keys."),
    remedy=N_("Write «schema: {known}». If the file was made by a newer program, use that program."),
)
