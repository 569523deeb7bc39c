"""Problems of the file as bytes and as YAML."""

from __future__ import annotations

from panahat.case.codes.book import BOOK
from panahat.messages import N_

UNKNOWN_ENCODING = N_("another encoding")

NO_LIBYAML = BOOK.error(
    "case/no-libyaml",
    what=N_("This PyYAML was built without its C parser (libyaml)."),
    why=N_("The reader needs it for speed and for the place of every key."),
    remedy=N_("Install the ready-made PyYAML package for this system instead of one built from source."),
)
NOT_UTF8 = BOOK.error(
    "case/not-utf8",
    what=N_("The file is not in UTF-8; it looks like {encoding}."),
    why=N_("In another encoding letters would be read wrongly, and names would be printed wrongly."),
    remedy=N_("Open the file in the editor and save it again with the encoding UTF-8."),
)
COMPOSED = BOOK.note(
    "case/composed",
    what=N_("Some letters (such as й or ё) are written as two characters; they were joined into one."),
    why=N_("Both ways look the same, but searching and comparing would tell them apart."),
    remedy=N_("Nothing needs to be done. Saving the file from another editor usually removes this note."),
)
CONTROL_CHARACTER = BOOK.error(
    "case/control-character",
    what=N_("There is a {kind} here ({code})."),
    why=N_("Such characters are invisible, and in a document they would vanish or break a line or a page."),
    remedy=N_("Delete it: type the place anew instead of pasting it."),
)
INVISIBLE_CHARACTER = BOOK.error(
    "case/invisible-character",
    what=N_("There is an invisible character here: {kind} ({code})."),
    why=N_("It would go into the document unseen, change how words are found, or hide what the text says."),
    remedy=N_("Delete it: type the place anew instead of pasting it."),
)
LOST_CHARACTER = BOOK.error(
    "case/lost-character",
    what=N_("There is a {kind} here ({code})."),
    why=N_("The text was damaged before it came into this file."),
    remedy=N_("Type the lost letter from the source document."),
)
UNUSUAL_SPACE = BOOK.error(
    "case/unusual-space",
    what=N_("There is an {kind} here ({code})."),
    why=N_("It looks like a space, but words on its two sides would not be told apart as usual."),
    remedy=N_("Replace it with an ordinary space; a no-break space may stay."),
)
EMPTY_FILE = BOOK.error(
    "case/empty-file",
    what=N_("The file is empty."),
    why=N_("There are no facts to work with."),
    remedy=N_("Start from a starter file: «panahat new KIND -o FILE»."),
)
NOT_A_MAPPING = BOOK.error(
    "case/not-a-mapping",
    what=N_("The file does not consist of lines «key: value»."),
    why=N_("The facts of a case stand under the keys of the case file, such as «client:» and «filing:»."),
    remedy=N_("Start from a starter file: «panahat new KIND -o FILE»."),
)
SEVERAL_DOCUMENTS = BOOK.error(
    "case/several-documents",
    what=N_("A second document begins here with «---»."),
    why=N_("A file holds exactly one case; whatever follows would not be read."),
    remedy=N_("Move the second case into its own file, or delete the line «---»."),
)
ANCHOR = BOOK.error(
    "case/anchor",
    what=N_("There is a YAML anchor here («&name»)."),
    why=N_("Every fact is written out where it stands, so that a reader sees it there."),
    remedy=N_("Delete the anchor. If the value itself begins with «&», put it in quotes."),
)
ALIAS = BOOK.error(
    "case/alias",
    what=N_("There is a YAML alias here («*name»)."),
    why=N_("Every fact is written out where it stands, so that a reader sees it there."),
    remedy=N_("Write the value out. If the value itself begins with «*», put it in quotes."),
)
MERGE_KEY = BOOK.error(
    "case/merge-key",
    what=N_("There is a YAML merge key here («<<»)."),
    why=N_("Every fact is written out where it stands, so that a reader sees it there."),
    remedy=N_("Write the keys out one by one."),
)
TAG = BOOK.error(
    "case/tag",
    what=N_("There is a YAML tag here («!name»)."),
    why=N_("All values are plain text; tags can make a program run code."),
    remedy=N_("Delete the tag. If the value itself begins with «!», put it in quotes."),
)
DUPLICATE_KEY = BOOK.error(
    "case/duplicate-key",
    what=N_("This key already stands in line {line}."),
    why=N_("Only one of the two values could be used, and nobody would see which."),
    remedy=N_("Delete one of the two, or join them."),
)
KEY_NOT_TEXT = BOOK.error(
    "case/key-not-text",
    what=N_("The key here is empty or is itself a list or a group."),
    why=N_("Keys are the English words of the case file."),
    remedy=N_("Write «key: value». If the value begins with «{{» or «[», put it in quotes."),
)
KEY_TOO_LONG = BOOK.error(
    "case/key-too-long",
    what=N_("The key here is longer than {limit} characters."),
    why=N_("Keys are the English words of the case file; this looks like a text that lost its key or its quotes."),
    remedy=N_("Put the text in quotes after its key, or write it indented below «key: |»."),
)
TEMPLATE_SYNTAX = BOOK.error(
    "case/template-syntax",
    what=N_("There are signs of the template language here (a brace with a brace, «%» or «#»)."),
    why=N_("Facts are printed as they are; such signs would come out wrong or hide text."),
    remedy=N_("Write the value itself, without braces."),
)
TAB_IN_VALUE = BOOK.error(
    "case/tab-in-value",
    what=N_("There is a tab inside this value."),
    why=N_("In the document it would break the line."),
    remedy=N_("Replace it with a space."),
)
TAB_INDENT = BOOK.error(
    "case/tab",
    what=N_("There is a tab where the line begins."),
    why=N_("YAML counts spaces at the beginning of a line; a tab has no width it could count."),
    remedy=N_("Replace it with spaces: two for each level."),
)
TOO_DEEP = BOOK.error(
    "case/too-deep",
    what=N_("Here the file is nested deeper than {limit} levels."),
    why=N_("A case file needs no more than ten levels; such depth is a mistake or an attack."),
    remedy=N_("Look for brackets «[» or «{{» that are never closed, or put the value in quotes."),
)
TOO_MANY_NODES = BOOK.error(
    "case/too-many-values",
    what=N_("The file holds more than {limit} keys and values."),
    why=N_("A case file is text that a person writes; such a number is a mistake or an attack."),
    remedy=N_("Keep documents as annexes beside the case file and name them under «annexes»."),
)
TOO_MANY_ITEMS = BOOK.error(
    "case/too-many-items",
    what=N_("This list or group has more than {limit} entries."),
    why=N_("A case file is text that a person writes; such a number is a mistake or an attack."),
    remedy=N_("Shorten the list: say in one entry what belongs together."),
)
VALUE_TOO_LONG = BOOK.error(
    "case/value-too-long",
    what=N_("This value is longer than {limit} characters."),
    why=N_("Probably a closing quote is missing, or a whole document was pasted."),
    remedy=N_("Close the quote, or shorten the text and attach the document as an annex."),
)
TOO_MANY_PROBLEMS = BOOK.error(
    "case/too-many-problems",
    what=N_("Only the first {limit} problems are shown."),
    why=N_("So many problems usually have one cause near the beginning."),
    remedy=N_("Mend the first ones and check again."),
)
HASH_IN_VALUE = BOOK.warning(
    "case/hash",
    what=N_("Everything after «#» on this line is a comment and is not read."),
    why=N_("If it belongs to the value, the document would lose it."),
    remedy=N_("Put the value in quotes; or, if it is a comment, write a space after «#»."),
)
COLON_IN_VALUE = BOOK.error(
    "case/yaml-colon",
    what=N_("There is a second colon with a space in this line."),
    why=N_("YAML takes a colon with a space for the end of a key, so it cannot tell where the value begins."),
    remedy=N_('Put the value in quotes: key: "text: more text". Or check the indentation of this line.'),
)
NO_COLON = BOOK.error(
    "case/yaml-no-colon",
    what=N_("This line has no colon after the key, or its text is not indented."),
    why=N_("Each line is «key: value», or continues the text above and is indented deeper."),
    remedy=N_("Write a colon and a space after the key, or indent the line."),
)
QUOTE = BOOK.error(
    "case/yaml-quote",
    what=N_("The quote that opens here is never closed."),
    why=N_("Everything after it was taken for one value."),
    remedy=N_("Close it with the same quote. Inside '…' an apostrophe is written twice."),
)
BRACKET = BOOK.error(
    "case/yaml-bracket",
    what=N_("The list or group that opens here with «[» or «{{» is not closed or lacks a comma."),
    why=N_("Its end cannot be found."),
    remedy=N_("Put commas between entries, close the bracket, and put texts with commas or brackets in quotes."),
)
INDENT = BOOK.error(
    "case/yaml-indent",
    what=N_(
        "This line does not fit the lines above: its indentation differs, or text follows a closing quote or bracket."
    ),
    why=N_("Keys of one group stand exactly below each other."),
    remedy=N_("Align it with its neighbours by spaces; put the whole value in one pair of quotes."),
)
DASH = BOOK.error(
    "case/yaml-dash",
    what=N_("A dash of a list cannot stand here."),
    why=N_("Each entry of a list begins with a dash on its own line, below the key."),
    remedy=N_("Begin a new line before the dash. If the value itself begins with a dash, put it in quotes."),
)
CHARACTER = BOOK.error(
    "case/yaml-character",
    what=N_("A value cannot begin with this sign."),
    why=N_("Some signs mean something to YAML at the beginning of a value: @ ` % , ] }} & * ! | >"),
    remedy=N_("Put the value in quotes."),
)
ESCAPE = BOOK.error(
    "case/yaml-escape",
    what=N_("There is a backslash here that YAML does not understand."),
    why=N_('Inside "…" a backslash begins a special sign.'),
    remedy=N_("Use '…' instead of \"…\"."),
)
SYNTAX = BOOK.error(
    "case/yaml",
    what=N_("From here on the file is not valid YAML."),
    why=N_("The lines cannot be read as «key: value»."),
    remedy=N_("Compare this line and the one above with a starter file: colon, indentation, quotes."),
)
