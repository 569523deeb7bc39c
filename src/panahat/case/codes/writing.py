"""Problems of letters: one script inside another, and names not written as a document writes them."""

from __future__ import annotations

from panahat.case.codes.book import BOOK
from panahat.messages import N_

NO_FACT = BOOK.error(
    "case/no-fact",
    what=N_("«{key}» holds a mark that stands for nothing, such as «None», «TODO», «???» or a dash."),
    why=N_("The document would print it as if it were the fact."),
    remedy=N_("Write the fact; if it is not known, leave nothing after the colon."),
)
UNKNOWN_FACT = BOOK.warning(
    "case/unknown-fact",
    what=N_("«{key}» says only that the fact is not there or not known."),
    why=N_("The document would print this word as if it were the fact."),
    remedy=N_("Leave nothing after the colon: what is not known is not printed."),
)
LEFT_OPEN = BOOK.warning(
    "case/left-open",
    what=N_("«{key}» holds a mark of something to be written later, such as «TODO», «???», «___» or <…>."),
    why=N_("The document would print it."),
    remedy=N_("Write what belongs there, or end the sentence without it."),
)
LATIN_IN_NAME = BOOK.error(
    "case/latin-in-name",
    what=N_("Letter {place} of word {word} in «{key}» is {letter} ({code})."),
    why=N_("The name looks right on paper, but it cannot be found by searching and is declined wrongly."),
    remedy=N_(
        "Type the name anew with the keyboard set to Russian or Kazakh letters; the Latin spelling goes under «latin»."
    ),
)
NOT_LATIN = BOOK.error(
    "case/not-latin",
    what=N_("Letter {place} of word {word} in «latin» is {letter} ({code})."),
    why=N_(
        "The Latin spelling must be that of the travel passport; another alphabet's letter is not found by searching."
    ),
    remedy=N_("Type it anew as in the passport with the keyboard set to Latin letters."),
)
MIXED_WORD = BOOK.error(
    "case/mixed-word",
    what=N_("Letter {place} of word {word} is {letter} ({code}), unlike the others."),
    why=N_("The word mixes look-alike Cyrillic and Latin letters: it looks right, but it is not found by searching."),
    remedy=N_("Type this word anew in one alphabet."),
)
LONE_LETTER = BOOK.warning(
    "case/lone-letter",
    what=N_("Word {word} is a single Latin letter ({code}) before a Russian word."),
    why=N_("Probably a Russian preposition or conjunction was typed with the keyboard set to Latin letters."),
    remedy=N_("Type it anew in Russian; if the Latin letter is meant, put it in quotes «…»."),
)
NAME_SIGN = BOOK.error(
    "case/name-sign",
    what=N_("«{key}» holds a sign that is no letter, hyphen, apostrophe, full stop or space ({code})."),
    why=N_("The name is printed and declined exactly as it is written here."),
    remedy=N_("Write the name as the identity document does, without digits, brackets or commas."),
)
NAME_CAPITALS = BOOK.warning(
    "case/name-capitals",
    what=N_("«{key}» is written in capitals only, or begins with a small letter."),
    why=N_("The document would print it so."),
    remedy=N_("Write a capital at the beginning and small letters after it, as in running text."),
)
SPACES = BOOK.warning(
    "case/spaces",
    what=N_("«{key}» holds two or more spaces in a row."),
    why=N_("The document would print them."),
    remedy=N_("Leave one space."),
)
