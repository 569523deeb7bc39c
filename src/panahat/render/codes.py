"""The problems of templates and of finished documents. `{part}`, `{paragraph}` and `{text}` are the template's own."""

from __future__ import annotations

from panahat.messages import N_
from panahat.problems import CodeBook

BOOK = CodeBook()

_GUIDE = N_("Correct the tag in Word and render again.")
_SILENT = N_("Word would print the filing with text missing, and nobody would be told.")
_STOP = N_("A filing is complete or it is not written.")

PROTECTED = BOOK.error(
    "render/protected",
    what=N_("The document is encrypted with a password, or is an old .doc."),
    why=N_("Its text cannot be read."),
    remedy=N_("Open it in Word, take the password off, and save it as .docx."),
)
NOT_WORD = BOOK.error(
    "render/not-word",
    what=N_("The file is an office document, but not a Word one."),
    why=N_("Its text cannot be read."),
    remedy=N_("Open it in Word or LibreOffice and save it as .docx."),
)
SYNTAX = BOOK.error(
    "render/syntax",
    what=N_("{part}, paragraph {paragraph}: the tag «{tag}» cannot be understood ({reason})."),
    why=N_("Tags are the only way facts enter a filing."),
    remedy=_GUIDE,
)
UNKNOWN_TAG = BOOK.error(
    "render/unknown-tag",
    what=N_("{part}, paragraph {paragraph}: «{tag}» is no tag that templates may use."),
    why=N_("Templates only choose and print: if, elif, else, for, set, and their ends."),
    remedy=N_("Use {{%p if … %}} or {{%p for … %}}; print a fact with {{{{ … }}}}."),
)
FORBIDDEN = BOOK.error(
    "render/forbidden",
    what=N_("{part}, paragraph {paragraph}: «{tag}» uses {what}, which templates may not."),
    why=N_("Templates get plain words and lists; they never call, compute or reach anything else."),
    remedy=N_("Print the fact as it is. What a grammatical form needs is in the data (client.name.gen)."),
)
UNSAFE = BOOK.error(
    "render/unsafe",
    what=N_("{part}, paragraph {paragraph}: «{tag}» would print a fact as markup."),
    why=N_("One «&» or «<» in a fact would then delete the rest of the filing."),
    remedy=N_("Print it as text: {{{{ name }}}} without «safe» and without r, p, tr, tc."),
)
FOREIGN_LETTER = BOOK.error(
    "render/foreign-letter",
    what=N_("{part}, paragraph {paragraph}: in the name «{name}» the letter {letter} is not Latin."),
    why=N_("It only looks like a Latin letter, so the name is not found."),
    remedy=N_("Type the name again with the English keyboard."),
)
QUOTES = BOOK.error(
    "render/quotes",
    what=N_("{part}, paragraph {paragraph}: typographic quotes in the tag «{tag}»."),
    why=N_("Tags know only the straight quotes ' and \"."),
    remedy=N_("Type straight quotes (in Word: Ctrl+Z right after the quote was changed)."),
)
SPLIT = BOOK.error(
    "render/split-tag",
    what=N_("{part}, paragraph {paragraph}: a tag is not whole: «{text}»."),
    why=N_("A tag begins and ends in one paragraph, with no tab or line break inside."),
    remedy=N_("Type the tag again in one go."),
)
SPLIT_LOOK = BOOK.error(
    "render/split-look",
    what=N_("{part}, paragraph {paragraph}: parts of the tag «{tag}» look different (bold, language, size)."),
    why=N_("The tag would lend its first letter's look to the text behind it."),
    remedy=N_("Mark the whole tag and press Ctrl+Space, then set its look as one."),
)
TRIM = BOOK.error(
    "render/trim",
    what=N_("{part}, paragraph {paragraph}: the tag «{tag}» has a minus sign at its edge."),
    why=N_("It joins paragraphs and can swallow the text between them."),
    remedy=N_("Take the minus sign out; use {{%p … %}} to keep a tag from leaving an empty line."),
)
BESIDE = BOOK.error(
    "render/text-beside-tag",
    what=N_("{part}, paragraph {paragraph}: there is text beside the tag «{tag}»."),
    why=N_(
        "A tag with p, tr, tc or r takes the place of its whole paragraph, row, cell or run; text beside it is lost."
    ),
    remedy=N_("Give the tag a paragraph, row, cell or run of its own."),
)
LONE = BOOK.error(
    "render/lone-tag",
    what=N_("{part}, paragraph {paragraph}: the tag «{tag}» stands alone and would leave an empty line."),
    why=N_("A paragraph that holds only a tag needs the paragraph form."),
    remedy=N_("Write {{%p … %}} instead of {{% … %}}."),
)
UNBALANCED = BOOK.error(
    "render/unbalanced",
    what=N_("{part}, paragraph {paragraph}: «{tag}» has no partner."),
    why=N_("Every if and for needs its endif or endfor, in the same form (p, tr, tc, r) and the same place."),
    remedy=N_("Put the missing tag in: in the same paragraph, cell, table row or table as its partner."),
)
TOO_DEEP = BOOK.error(
    "render/too-deep",
    what=N_("{part}, paragraph {paragraph}: at «{tag}» more than {limit} tags stand inside one another."),
    why=N_("Nobody can see any more what is printed when."),
    remedy=N_("Take conditions apart, or move part of the wording into an argument."),
)
HIDDEN_TAG = BOOK.error(
    "render/hidden-tag",
    what=N_("A tag stands where no text is: {part}, paragraph {paragraph}."),
    why=N_("Tags work only in the visible text of the document, its headers, footers and footnotes."),
    remedy=N_("Take the tag out of the style, field, property or endnote."),
)
CONTROL = BOOK.error(
    "render/control-character",
    what=N_("{part}, paragraph {paragraph}: a control character in the text."),
    why=N_("Word shows it as nothing, and the template engine as a new line."),
    remedy=N_("Delete it and use a tab or a line break of Word."),
)
UNDEFINED = BOOK.error(
    "render/undefined",
    what=N_("{part}, paragraph {paragraph}: the tag «{tag}» asks for «{name}», which is not there."),
    why=_STOP,
    remedy=N_("Correct the name in the template; the list of names is in templates/README."),
)
NOT_TEXT = BOOK.error(
    "render/not-text",
    what=N_("{part}, paragraph {paragraph}: the tag «{tag}» would print something that is no text."),
    why=N_("A missing fact, a yes/no or a list has no words of its own."),
    remedy=N_("Ask with {{%p if … %}} first, print a list with {{%p for … %}}, or print one of its fields."),
)
NOT_A_LIST = BOOK.error(
    "render/not-a-list",
    what=N_("{part}, paragraph {paragraph}: «{tag}» goes through something that is no list."),
    why=_STOP,
    remedy=N_("Ask with {{%p if … %}} first whether the list is there."),
)
OPERATION = BOOK.error(
    "render/operation",
    what=N_("{part}, paragraph {paragraph}: «{tag}» compares or joins things that do not go together."),
    why=_STOP,
    remedy=_GUIDE,
)
CHARACTER = BOOK.error(
    "render/character",
    what=N_(
        "{part}, paragraph {paragraph}: what «{tag}» prints holds the character {name}, which a filing cannot hold."
    ),
    why=N_("Control and invisible characters break paragraphs or cut the text off."),
    remedy=N_("Delete the character from the case file or the argument."),
)
TOO_LONG = BOOK.error(
    "render/too-long",
    what=N_("{part}: the filing would be longer than {limit} characters."),
    why=N_("Such a length is a mistake in the template or an attempt to stop the computer."),
    remedy=N_("Look for a loop inside a loop in the template."),
)
TOO_MANY_ROUNDS = BOOK.error(
    "render/too-many-rounds",
    what=N_("{part}: the loops of the template go round more than {limit} times."),
    why=N_("Such a number is a mistake in the template or an attempt to stop the computer."),
    remedy=N_("Look for a loop inside a loop in the template."),
)
EMPTY_PLACE = BOOK.error(
    "render/empty-place",
    what=N_("{part}: a table is left without rows, or a cell without a paragraph."),
    why=N_("Word calls such a document damaged."),
    remedy=N_("Put the condition around the whole table, or leave one row and one paragraph that are always there."),
)
BROKEN = BOOK.error(
    "render/broken",
    what=N_("{part}: the finished part is not well-formed."),
    why=_SILENT,
    remedy=N_("Check the template's tags in this part; each if and for must open and close in the same place."),
)
LEFT_OVER = BOOK.error(
    "render/left-over",
    what=N_("{part}: a private mark is left in the finished text."),
    why=_STOP,
    remedy=N_("This is a fault of the program; please report it."),
)
LOST_TEXT = BOOK.error(
    "render/lost-text",
    what=N_("Paragraph {paragraph} of the filing is not in the finished file as it was written."),
    why=_SILENT,
    remedy=N_("This is a fault of the program or the template; please report it. Nothing was written."),
)
STALE_TWIN = BOOK.error(
    "render/stale-twin",
    what=N_("The text twin does not say what the Word file says, from line {number} on."),
    why=N_("Reviewers read the twin; a stale one hides changes."),
    remedy=N_("Write the twin anew: panahat templates text."),
)

PAIRS = BOOK.error(
    "render/pairs",
    what=N_("The two languages have not the same paragraphs and tables; the other text is {other}."),
    why=N_("Side by side, each paragraph stands beside its own translation."),
    remedy=N_("Give both templates the same structure; `panahat templates check` shows where they part."),
)
