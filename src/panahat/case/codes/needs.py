"""Problems of a case beside what one kind of filing asks for."""

from __future__ import annotations

from panahat.case.codes.book import BOOK
from panahat.messages import N_

NEEDED = BOOK.error(
    "case/needed",
    what=N_("The filing «{filing}» needs {key}: {field}."),
    why=N_("Without this fact the filing would have a gap."),
    remedy=N_("Write {key} into the case file."),
)
WANTED = BOOK.warning(
    "case/wanted",
    what=N_("The filing «{filing}» is better with {key}: {field}."),
    why=N_("What rests on this fact is left out or stays weak."),
    remedy=N_("Write {key} into the case file if it is known."),
)
CLARIFY = BOOK.warning(
    "case/clarify",
    what=N_("{key} is marked to be clarified: {field}."),
    why=N_("A final filing says only what is certain; the draft and the review sheet show the mark."),
    remedy=N_("Ask, correct the fact if need be, and delete «clarify»."),
)
UNKNOWN_FACT = BOOK.error(
    "case/filing-path",
    what=N_("The filing asks for «{fact}», which no case file can hold."),
    why=N_("The filing's description and the schema of the case file have drifted apart."),
    remedy=N_("Correct the path under «needs» or «wants» in filing.yaml."),
)
UNTRANSLATED = BOOK.warning(
    "case/untranslated",
    what=N_("This text has no «{language}»."),
    why=N_("The filing in that language would have a gap here."),
    remedy=N_("Add «{language}:» beside «ru:»."),
)
