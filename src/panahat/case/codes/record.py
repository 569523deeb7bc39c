"""Problems of the record: annexes and their files, proof, the choice of arguments, the example flag."""

from __future__ import annotations

from panahat.case.codes.book import BOOK
from panahat.messages import N_

ANNEX_TWICE = BOOK.error(
    "case/annex-twice",
    what=N_("Two annexes have the same id."),
    why=N_("A reference to it could mean either."),
    remedy=N_("Give each annex its own id."),
)
UNKNOWN_ANNEX = BOOK.error(
    "case/unknown-annex",
    what=N_("The proof {key} names an annex that is not in the list of annexes."),
    why=N_("The filing would refer to an annex that is not attached."),
    remedy=N_("Ids of the list: {known}."),
)
NEAR_ANNEX = BOOK.error(
    "case/near-annex",
    what=N_("The proof {key} names an annex that is not in the list of annexes; perhaps «{near}» is meant."),
    why=N_("The filing would refer to an annex that is not attached."),
    remedy=N_("Ids of the list: {known}."),
)
UNUSED_ANNEX = BOOK.warning(
    "case/unused-annex",
    what=N_("No fact refers to the annex {key}."),
    why=N_("The reader will not know what it proves."),
    remedy=N_("Name its id under «proof» of the fact it proves, or remove it."),
)
NO_PROOF = BOOK.warning(
    "case/no-proof",
    what=N_("Nothing proves this: {field} ({key})."),
    why=N_("A court may pass over a statement without proof."),
    remedy=N_("Name the annex under «proof», or ask for the document."),
)
PROOF_TWICE = BOOK.warning(
    "case/proof-twice",
    what=N_("The same annex is named twice as proof."),
    why=N_("The reference would be printed once."),
    remedy=N_("Delete one of the two, or correct it if another annex was meant."),
)
NO_ANNEX_FILE = BOOK.warning(
    "case/annex-file-missing",
    what=N_("There is no file at the path of {key}."),
    why=N_("The annex is listed and must be attached."),
    remedy=N_("Put the file there, or correct the path (it begins at the folder of the case file)."),
)
NO_ANNEX_PATH = BOOK.warning(
    "case/annex-no-path",
    what=N_("The annex has no file."),
    why=N_("A final filing lists only what can be attached."),
    remedy=N_("Give the path of the scan under «file»."),
)
ANNEX_ESCAPES = BOOK.error(
    "case/annex-escapes",
    what=N_("The path of {key} leads out of the folder of the case file."),
    why=N_("Annexes lie beside the case file, so that the whole case can be moved, locked and handed over."),
    remedy=N_(
        "Copy the file into the folder and write its path without «..», «~» and without a leading «/» or drive letter."
    ),
)
ANNEX_IS_CASE = BOOK.error(
    "case/annex-is-case",
    what=N_("The path of {key} leads to the case file itself."),
    why=N_("The case file holds everything about the client; it is never attached to a filing."),
    remedy=N_("Write the path of the document."),
)
ANNEX_FILE_TWICE = BOOK.warning(
    "case/annex-file-twice",
    what=N_("Another annex names the same file as {key}."),
    why=N_("The same document would be attached twice."),
    remedy=N_("Keep one annex, or correct the path."),
)
UNKNOWN_ARGUMENT = BOOK.error(
    "case/unknown-argument",
    what=N_("There is no argument with the id given under {key}."),
    why=N_("The choice would have no effect."),
    remedy=N_("Known ids: {known}."),
)
ARGUMENT_BOTH_WAYS = BOOK.error(
    "case/argument-both-ways",
    what=N_("The same argument is both included and excluded."),
    why=N_("The program cannot know which is meant."),
    remedy=N_("Delete one of the two."),
)
MAIN_LANGUAGE = BOOK.warning(
    "case/main-language",
    what=N_("The language of the proceedings is not among the languages of this filing."),
    why=N_("The language of a filing sets the language of the proceedings."),
    remedy=N_("Draw the filing up in that language as well, or change «filing.main_language»."),
)
EXAMPLE = BOOK.note(
    "case/example",
    what=N_("This is an example with invented people («synthetic: true»)."),
    why=N_("Such a filing must never be lodged."),
    remedy=N_("For a real case start from a starter file: «panahat new KIND -o FILE»."),
)
LOST_LETTER = BOOK.warning(
    "case/lost-letter",
    what=N_("Kazakh text, word {word}, letter {letter}: «{meant}» seems to be lost to its Russian neighbour."),
    why=N_("A clerk takes such a text for a careless one, and a search for the term does not find it."),
    remedy=N_("Type the letter {meant}; a Kazakh keyboard layout has it."),
)
