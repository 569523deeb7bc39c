"""The problems of making a Word redline."""

from __future__ import annotations

from panahat.messages import N_
from panahat.problems import CodeBook

BOOK = CodeBook()

NO_REDLINE = BOOK.error(
    "review/no-redline",
    what=N_("The part of Panahat that makes Word redlines is not installed."),
    why=N_("It is optional: a program of some 50 MB that not everybody needs."),
    remedy=N_("Run `pip install 'panahat[redline]'`. The comparison as text and as a page (--html) works without it."),
)
NO_PROGRAM = BOOK.error(
    "review/redline-platform",
    what=N_("The program that makes Word redlines cannot be set up on this computer."),
    why=N_("It exists for Linux (glibc), macOS and Windows, and needs some 150 MB of disk once."),
    remedy=N_(
        "Free some disk space, or use another computer; the comparison as text and as a page (--html) works here."
    ),
)
FAILED = BOOK.error(
    "review/redline-failed",
    what=N_("The program that makes Word redlines could not compare these documents."),
    why=N_("It stopped without a usable result; nothing was written."),
    remedy=N_("Open both documents in Word or LibreOffice, save them as .docx and try again; or use text or --html."),
)
TIME = BOOK.error(
    "review/redline-time",
    what=N_("The Word redline was not done after {limit} seconds."),
    why=N_("So long a run means that something went wrong; the program was stopped, nothing was written."),
    remedy=N_("Try again; if it happens again, compare the documents as text or as a page (--html)."),
)
BROKEN = BOOK.error(
    "review/redline-broken",
    what=N_(
        "The Word redline does not give back both documents (text: {text}; headers and footers: {frame}; notes: {notes})."
    ),
    why=N_(
        "Rejecting all changes must give the old document and accepting them the new one; this redline would hide a "
        "change or invent one, so it was thrown away. The numbers are those of paragraphs."
    ),
    remedy=N_("Compare the documents as text or as a page (--html), and please report this as a fault."),
)
