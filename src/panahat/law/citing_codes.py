"""What can be wrong with a reference, apart from how its norm stands (`panahat.law.standing`)."""

from __future__ import annotations

from panahat.law.codes import BOOK
from panahat.messages import N_

STRANGE_PLACE = BOOK.error(
    "law/strange-place",
    what=N_("The part or point named for the norm «{key}» cannot stand in a citation of it."),
    why=N_("Only the number of a unit that the act has is printed inside a citation."),
    remedy=N_("Write only the number: 2, 1-1 or 1.1; a point may be one letter."),
)
NOT_NAMED = BOOK.error(
    "law/no-name-in-language",
    what=N_("The law data does not say how «{act}» is called in this language."),
    why=N_("A citation names its act in the language of the filing."),
    remedy=N_("Add the names and units of the act to acts.yaml, under kazakh."),
)
