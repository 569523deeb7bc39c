"""The doubts about Kazakh forms: why a Kazakh-speaking lawyer should look at a printed form. None stops the work."""

from __future__ import annotations

from panahat.language.kazakh import doubt_ids
from panahat.messages import N_
from panahat.problems import CodeBook

BOOK = CodeBook()

_CONFIRM = N_(
    "choose one form for the whole filing; where it differs, write all six cases under forms.kk (full name) and "
    "forms.kk_short (initials and surname) in the case file"
)
_READ = N_("read every place where it is printed")

BOOK.note(
    doubt_ids.EV,
    what=N_("Kazakh suffixes of this surname in -ев can be front (-тің) or back (-тың)"),
    why=N_("official and press texts write both; the spelling does not tell which the office uses"),
    remedy=_CONFIRM,
)
BOOK.note(
    doubt_ids.TURKIC_OV,
    what=N_("Kazakh suffixes of this surname can follow its stem (-тің) or its ending -ов (-тың)"),
    why=N_("texts differ for Turkic stems with a front vowel before -ов"),
    remedy=_CONFIRM,
)
BOOK.note(
    doubt_ids.UK_AK,
    what=N_("Kazakh suffixes of this surname in -ук, -юк, -ак or -як were chosen by its last vowel"),
    why=N_("no official text with such a surname was found"),
    remedy=_CONFIRM,
)
BOOK.note(
    doubt_ids.OGLY,
    what=N_("the name ends in оглы or кызы as a word of its own; its suffixes follow -ұлы, -қызы"),
    why=N_("whether such a word takes the suffixes of a possessive in Kazakh is not settled"),
    remedy=_CONFIRM,
)
BOOK.note(
    doubt_ids.FOREIGN_LETTERS,
    what=N_("the last word has letters that are not Cyrillic and is left without a Kazakh suffix"),
    why=N_("a suffix follows the sound of the word; a Latin letter may also be a typing mistake"),
    remedy=N_("write the name in Cyrillic, or write its Kazakh forms under forms in the case file"),
)
BOOK.note(
    doubt_ids.SINGLE_LETTER,
    what=N_("the last word is a letter or has no vowel and is left without a Kazakh suffix"),
    why=N_("a suffix follows the sound of the word"),
    remedy=N_("write the word in full, or write its Kazakh forms under forms in the case file"),
)
BOOK.note(
    doubt_ids.ABBREVIATION,
    what=N_("the suffix of this abbreviation was chosen by how its last letter is read"),
    why=N_("usage differs from abbreviation to abbreviation, and this form was not seen in an official text"),
    remedy=_READ,
)
BOOK.note(
    doubt_ids.GUESSED_POSSESSIVE,
    what=N_("the last word in -ы or -і was taken for a possessive: -на, -н, -нда follow it"),
    why=N_("the spelling does not tell a possessive from a plain word, and the word is not in the table of heads"),
    remedy=_READ,
)
BOOK.note(
    doubt_ids.QUOTED,
    what=N_("the name ends in quotation marks; its Kazakh suffix stands after them with a hyphen"),
    why=N_("Kazakh texts usually put a common noun after a quoted name and the suffix on that noun"),
    remedy=N_("add the common noun to the name, for example «…» ұйымы"),
)
BOOK.note(
    doubt_ids.CLUSTER,
    what=N_("the word ends in -ск and takes і before its Kazakh suffix"),
    why=N_("texts write such names with and without it"),
    remedy=_READ,
)
BOOK.note(
    doubt_ids.RECALLED,
    what=N_("this Kazakh wording was written down from memory"),
    why=N_("no official Kazakh text with it was seen"),
    remedy=N_("let a Kazakh-speaking lawyer read it, then record that in confirmations.yaml"),
)
