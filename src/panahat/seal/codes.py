"""The problems of packing, scrubbing and writing. `{part}` is the name of a member, made safe to print."""

from __future__ import annotations

from panahat.messages import N_
from panahat.problems import CodeBook

BOOK = CodeBook()

_REPLACE = N_("Open the document in Word, save it again as .docx, and use that file.")
_SAFE = N_("A damaged or specially made file could hide text or harm the reader's computer.")

NOT_A_ZIP = BOOK.error(
    "seal/not-a-zip",
    what=N_("This is not a Word document (.docx)."),
    why=N_("A .docx is a ZIP file; this is none."),
    remedy=_REPLACE,
)
ZIP_BROKEN = BOOK.error("seal/zip-broken", what=N_("The document is damaged at «{part}»."), why=_SAFE, remedy=_REPLACE)
ZIP_DISAGREES = BOOK.error(
    "seal/zip-disagrees",
    what=N_("The document's list of contents does not agree with its contents at «{part}»."),
    why=_SAFE,
    remedy=_REPLACE,
)
ZIP_ENCRYPTED = BOOK.error(
    "seal/zip-encrypted",
    what=N_("The document is encrypted."),
    why=N_("An encrypted document cannot be read."),
    remedy=N_("Open it in Word, take the password off, and save it again."),
)
ZIP_TOO_BIG = BOOK.error(
    "seal/zip-too-big",
    what=N_("The document is too big at «{part}»: more than {limit}."),
    why=N_("Very big documents are a known way to make a computer stop."),
    remedy=N_("Take out pictures and pasted foreign content, and save the document again."),
)
ZIP_DUPLICATE = BOOK.error(
    "seal/zip-duplicate", what=N_("The document holds «{part}» twice."), why=_SAFE, remedy=_REPLACE
)
ZIP_PATH = BOOK.error(
    "seal/zip-path", what=N_("The document names a part outside itself: «{part}»."), why=_SAFE, remedy=_REPLACE
)
XML_BROKEN = BOOK.error(
    "seal/xml-broken", what=N_("The part «{part}» is not well-formed XML."), why=_SAFE, remedy=_REPLACE
)
DOCTYPE = BOOK.error(
    "seal/doctype",
    what=N_("The part «{part}» declares a document type."),
    why=N_("Word never writes one; it can pull in foreign files or make text vanish."),
    remedy=_REPLACE,
)
CONTENT_TYPES = BOOK.error(
    "seal/content-types",
    what=N_("The document does not say what «{part}» is, or says it wrongly."),
    why=_SAFE,
    remedy=_REPLACE,
)
DANGLING = BOOK.error(
    "seal/dangling", what=N_("«{part}» refers to a part that is not in the document."), why=_SAFE, remedy=_REPLACE
)

_CLEAN = N_("A filing must say only what it shows, and templates must hold nothing but wording and look.")

FOREIGN_PART = BOOK.error(
    "seal/foreign-part",
    what=N_("The document holds a part that does not belong in a filing: «{part}»."),
    why=_CLEAN,
    remedy=N_("Copy the text into a new empty document and save that."),
)
MACRO = BOOK.error(
    "seal/macro",
    what=N_("The document holds macros or controls: «{part}»."),
    why=N_("Macros are programs; they run on the reader's computer."),
    remedy=N_("Save it as .docx (without macros)."),
)
EMBEDDING = BOOK.error(
    "seal/embedding",
    what=N_("The document holds another file inside: «{part}»."),
    why=_CLEAN,
    remedy=N_("Delete the embedded object, or put its text in as text."),
)
EXTERNAL_LINK = BOOK.error(
    "seal/external-link",
    what=N_("The part «{part}» links to something outside the document."),
    why=N_("Such a link tells a stranger who opens the document and when, or loads foreign content."),
    remedy=N_(
        "Remove the link (Ctrl+Shift+F9 on the linked text; for an attached template: Options, Add-ins, Templates)."
    ),
)
PICTURE = BOOK.error(
    "seal/picture",
    what=N_("{part}, paragraph {paragraph}: a picture, drawing or text box."),
    why=N_("Pictures carry the place, time and device they were made with, and text in boxes cannot be checked."),
    remedy=N_("Replace it with text; draw lines as paragraph borders."),
)
TRACKED = BOOK.error(
    "seal/tracked",
    what=N_("{part}, paragraph {paragraph}: a tracked change."),
    why=N_("Tracked changes carry names and times, and it is not clear which text counts."),
    remedy=N_("Accept or reject all changes in Word and save."),
)
COMMENT = BOOK.error(
    "seal/comment",
    what=N_("{part}, paragraph {paragraph}: a comment."),
    why=N_("Comments carry names and would reach the court."),
    remedy=N_("Delete all comments in Word and save."),
)
HIDDEN = BOOK.error(
    "seal/hidden",
    what=N_("{part}, paragraph {paragraph}: hidden text ({how})."),
    why=N_("Text that nobody sees would still reach the court with the file."),
    remedy=N_("Delete the text, or make it visible."),
)
HIDDEN_STYLE = BOOK.error(
    "seal/hidden-style",
    what=N_("The style «{style}» hides its text."),
    why=N_("Text that nobody sees would still reach the court with the file."),
    remedy=N_("Take «hidden» off the style, or delete the style."),
)
FIELD = BOOK.error(
    "seal/field",
    what=N_("{part}, paragraph {paragraph}: a field that is not a page number."),
    why=N_("Fields can print the author's name or the file's place, or load other files."),
    remedy=N_("Replace the field with text (Ctrl+Shift+F9). PAGE, NUMPAGES and SECTIONPAGES may stay."),
)
HYPERLINK = BOOK.error(
    "seal/hyperlink",
    what=N_("{part}, paragraph {paragraph}: a hyperlink."),
    why=_CLEAN,
    remedy=N_("Turn the hyperlink into text (Ctrl+Shift+F9)."),
)
CONTROL = BOOK.error(
    "seal/control",
    what=N_("{part}, paragraph {paragraph}: a content control or form field."),
    why=N_("Controls are bound to data outside the text."),
    remedy=N_("Remove the control and keep its text."),
)
FOREIGN_ELEMENT = BOOK.error(
    "seal/foreign-element",
    what=N_("{part}, paragraph {paragraph}: something that a filing cannot hold («{element}»)."),
    why=_CLEAN,
    remedy=N_("Replace it with plain text or a plain table."),
)

_KEEP = N_("Nothing was written; files that were there are unchanged.")

EXISTS = BOOK.error(
    "seal/exists",
    what=N_("The file is already there."),
    why=N_("A filing may hold a lawyer's own edits; it is never written over unasked."),
    remedy=N_("Choose another name with -o, or repeat with --force."),
)
NOT_A_FILE = BOOK.error(
    "seal/not-a-file",
    what=N_("The target is a folder or a device, not a file."),
    why=_KEEP,
    remedy=N_("Choose another name with -o."),
)
LINK = BOOK.error(
    "seal/link",
    what=N_("The target is a link to another place."),
    why=N_("Writing through a link could put the client's data where others read it."),
    remedy=N_("Delete the link or choose another name with -o."),
)
BAD_NAME = BOOK.error(
    "seal/bad-name",
    what=N_("This file name cannot be used: it is empty, too long, or has invisible or control characters."),
    why=N_("Such names hide what a file is, and other programs cannot open them."),
    remedy=N_("Use letters, digits, dots and hyphens."),
)
NO_FOLDER = BOOK.error(
    "seal/no-folder",
    what=N_("What should be the folder for the file is a file or a link that leads nowhere."),
    why=_KEEP,
    remedy=N_("Choose another folder with -o."),
)
SAME_TARGET = BOOK.error(
    "seal/same-target",
    what=N_("Two of the files would get the same name."),
    why=_KEEP,
    remedy=N_("Choose another name with -o."),
)
NO_SPACE = BOOK.error(
    "seal/no-space", what=N_("The disk is full."), why=_KEEP, remedy=N_("Free some space and repeat.")
)
CANNOT_WRITE = BOOK.error(
    "seal/cannot-write",
    what=N_("The file could not be written ({reason})."),
    why=_KEEP,
    remedy=N_("Check that you may write to the folder, and repeat."),
)
BAD_MANIFEST = BOOK.error(
    "seal/bad-manifest",
    what=N_("This is not a manifest that Panahat wrote, or it was changed."),
    why=N_("A manifest proves which inputs made a filing; a changed one proves nothing."),
    remedy=N_("Render the filing again."),
)
PDF_FAILED = BOOK.error(
    "seal/pdf-failed",
    what=N_("LibreOffice did not make a PDF."),
    why=_KEEP,
    remedy=N_("Open the Word file and save it as PDF there."),
)
PDF_TIME = BOOK.error(
    "seal/pdf-time",
    what=N_("LibreOffice needed more than {limit} seconds and was stopped."),
    why=_KEEP,
    remedy=N_("Open the Word file and save it as PDF there."),
)
