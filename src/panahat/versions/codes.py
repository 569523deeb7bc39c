"""The problems of finding a version and what it was made from."""

from __future__ import annotations

from panahat.messages import N_
from panahat.problems import CodeBook

BOOK = CodeBook()

NEITHER = BOOK.error(
    "version/neither",
    what=N_("The file is neither a Word document (.docx) nor a case file (.yaml)."),
    why=N_("Only these two can be compared."),
    remedy=N_("Open it in Word or LibreOffice and save it as .docx."),
)
PROTECTED = BOOK.error(
    "version/protected",
    what=N_("The document is encrypted with a password, or is an old .doc."),
    why=N_("Its text cannot be read."),
    remedy=N_("Open it in Word, take the password off, and save it as .docx."),
)
NOT_A_CASE = BOOK.error(
    "version/not-a-case",
    what=N_("This must be a case file (.yaml), but it is a Word document."),
    why=N_("The causes of changes are looked for in the facts of a case."),
    remedy=N_("Name the case file with --case."),
)
NO_KIND = BOOK.error(
    "version/no-kind",
    what=N_("The case can become several kinds of filing ({kinds}), or none as it is."),
    why=N_("What is compared is the text of a filing."),
    remedy=N_("Name the kind: --for KIND. Ask `panahat check CASE --for KIND` what is missing."),
)
NO_SOURCE = BOOK.error(
    "version/no-source",
    what=N_("What this document was made from was not found."),
    why=N_("Where a paragraph comes from is learnt by making the draft anew from its case file."),
    remedy=N_("Name the case file: --case FILE, or --case FILE@REVISION for an earlier state."),
)
NO_MANIFEST = BOOK.note(
    "version/no-manifest",
    what=N_("There is no manifest beside the document; its case was found by likeness ({share} % of the text)."),
    why=N_("Without a manifest nothing proves which state of the case it was made from."),
    remedy=N_("Keep the manifest that `render` writes beside the filing, under the filing's own name."),
)
CASE_NOT_FOUND = BOOK.note(
    "version/case-not-found",
    what=N_("The state of the case that the document was made from was not found; the causes rest on the other side."),
    why=N_("Neither the files around the document nor git have it."),
    remedy=N_("Name it if you have it: --old-case FILE@REVISION. Keep case files in git."),
)
INPUTS_CHANGED = BOOK.note(
    "version/inputs-changed",
    what=N_("Since the document was made, these have changed and were not found in their former state: {names}."),
    why=N_("The draft made anew may differ from the first one in these places."),
    remedy=N_("Use the templates and the law of that time: --templates DIR, or the former version of the program."),
)
OTHER_PROGRAM = BOOK.note(
    "version/other-program",
    what=N_("The document was made by version {version} of the program."),
    why=N_("Another version may word some places otherwise."),
    remedy=N_("See CHANGELOG.md for what changed between the two."),
)
NO_BASE = BOOK.error(
    "version/no-base",
    what=N_("The draft that was edited cannot be made anew: {reason}."),
    why=N_("Without it nothing tells the lawyer's edits from what the new draft changes."),
    remedy=N_("Name the unedited draft: panahat merge BASE THEIRS OURS -o FILE."),
)
