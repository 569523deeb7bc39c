"""What a document can reveal, as warnings: `{part}` where, `{count}` how many, `{names}` what kinds; never a value."""

from __future__ import annotations

from panahat.messages import N_
from panahat.seal.codes import BOOK

_WHO = N_("It tells the reader who made the document, when, or from what.")
_SCRUB = N_("Render the filing again, or clear it in Word: File, Info, Inspect Document.")

PROPERTIES = BOOK.warning(
    "seal/leak-properties", what=N_("«{part}» holds properties: {names}."), why=_WHO, remedy=_SCRUB
)
EDIT_MARKS = BOOK.warning(
    "seal/leak-edit-marks",
    what=N_("«{part}» holds {count} marks of editing sessions."),
    why=N_("They tie this document to others written on the same computer."),
    remedy=_SCRUB,
)
TRACKED = BOOK.warning(
    "seal/leak-tracked",
    what=N_("«{part}» holds {count} tracked changes."),
    why=_WHO,
    remedy=N_("Accept or reject all changes in Word."),
)
COMMENTS = BOOK.warning(
    "seal/leak-comments",
    what=N_("«{part}» holds {count} comments."),
    why=_WHO,
    remedy=N_("Delete all comments in Word."),
)
HIDDEN = BOOK.warning(
    "seal/leak-hidden",
    what=N_("«{part}» holds {count} stretches of hidden text."),
    why=N_("Whoever gets the file can read it."),
    remedy=N_("Delete the hidden text."),
)
FIELDS = BOOK.warning(
    "seal/leak-fields",
    what=N_("«{part}» holds {count} fields that are not page numbers."),
    why=N_("Fields can hold names and places of files."),
    remedy=N_("Turn the fields into text (Ctrl+Shift+F9)."),
)
LINKS = BOOK.warning(
    "seal/leak-links",
    what=N_("«{part}» holds {count} links to the outside."),
    why=N_("Opening the document can tell a stranger about it."),
    remedy=N_("Remove the links (Ctrl+Shift+F9)."),
)
FOREIGN = BOOK.warning(
    "seal/leak-foreign-part",
    what=N_("The document holds a part that no filing needs: «{part}»."),
    why=_WHO,
    remedy=_SCRUB,
)
PICTURES = BOOK.warning(
    "seal/leak-picture",
    what=N_("The document holds a picture: «{part}»."),
    why=N_("Pictures carry the place, time and device they were made with, and what was cropped away."),
    remedy=N_("Remove the picture, or put in a freshly made copy without such data."),
)
SETTINGS = BOOK.warning(
    "seal/leak-settings",
    what=N_("«{part}» holds settings that tell of its author or history: {names}."),
    why=_WHO,
    remedy=_SCRUB,
)
TEMPLATE_IDS = BOOK.warning(
    "seal/leak-template-ids",
    what=N_("«{part}» holds {count} ids of the template it was made from."),
    why=N_("They tie this document to others made from the same template."),
    remedy=_SCRUB,
)
BOOKMARKS = BOOK.warning(
    "seal/leak-bookmarks",
    what=N_("«{part}» holds {count} bookmarks, descriptions or controls."),
    why=N_("Their names can tell of the author or of other files."),
    remedy=_SCRUB,
)
ENVELOPE = BOOK.warning(
    "seal/leak-envelope",
    what=N_("The file's envelope tells: {names}."),
    why=N_("It tells when and on what system the file was made."),
    remedy=_SCRUB,
)
