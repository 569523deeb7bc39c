"""The problems of reading and comparing documents."""

from __future__ import annotations

from panahat.messages import N_
from panahat.problems import CodeBook

BOOK = CodeBook()

NOT_WORD = BOOK.error(
    "review/not-word",
    what=N_("The file is an office document, but not a Word one."),
    why=N_("Only Word documents (.docx) and case files can be compared."),
    remedy=N_("Open it in Word or LibreOffice and save it as .docx."),
)
MACRO = BOOK.error(
    "review/macro",
    what=N_("The document holds macros or controls."),
    why=N_("Macros are programs; they run on the reader's computer, and a filing never has them."),
    remedy=N_("Save it as .docx (without macros) and compare that."),
)
NO_TEXT = BOOK.error(
    "review/no-text",
    what=N_("The document has no text."),
    why=N_("It may be a scan or an empty form; there is nothing to compare."),
    remedy=N_("Name the document with the text; a scan must be typed first."),
)
TRACKED = BOOK.warning(
    "review/tracked",
    what=N_("The document holds tracked changes ({count}, by {authors} authors); they are taken as accepted."),
    why=N_("Whoever reads it in Word sees other words until the changes are accepted or rejected."),
    remedy=N_("Accept or reject them in Word first, if another reading is meant."),
)
UNSEEN = BOOK.warning(
    "review/unseen",
    what=N_("The document holds text that does not show as it is said ({count} places)."),
    why=N_(
        "It is hidden, struck out, in the colour of its ground, too small to read, or off the page; the court reads less."
    ),
    remedy=N_("Look at these places in Word with formatting marks shown; take the text out, or make it visible."),
)
