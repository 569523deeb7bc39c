"""The doubts of the language room: why a lawyer should look at a printed form. None of them stops the work."""

from __future__ import annotations

from panahat.language import doubt_ids
from panahat.messages import N_
from panahat.problems import CodeBook

BOOK = CodeBook()

_CONFIRM = N_(
    "compare the forms with the person's documents; where they differ, write the right ones under forms "
    "in the case file"
)

BOOK.note(
    doubt_ids.NAME_FLEETING_VOWEL,
    what=N_("the surname may or may not lose a vowel in other cases"),
    why=N_("families decline such surnames in two ways, and both are correct"),
    remedy=_CONFIRM,
)
BOOK.note(
    doubt_ids.NAME_FOREIGN_IN,
    what=N_("the surname may be of foreign origin: its instrumental case then ends in -ом, not -ым"),
    why=N_("a Russian and a foreign surname in -ин or -ов are written alike and decline differently"),
    remedy=_CONFIRM,
)
BOOK.note(
    doubt_ids.NAME_MAY_BE_FROZEN,
    what=N_("it is not settled whether this surname declines"),
    why=N_("reference books and families differ"),
    remedy=_CONFIRM,
)
BOOK.note(
    doubt_ids.NAME_NOUN_OR_ADJECTIVE,
    what=N_("the surname can decline as a noun or as an adjective"),
    why=N_("the spelling does not tell which one it is"),
    remedy=_CONFIRM,
)
BOOK.note(
    doubt_ids.NAME_SOFT_FEMALE,
    what=N_("a woman's given name that ends in -ь is left undeclined"),
    why=N_("reference books differ on whether such names decline"),
    remedy=_CONFIRM,
)
BOOK.note(
    doubt_ids.NAME_STRESSED_IYA,
    what=N_("the dative and prepositional of this given name can end in -ие or -ии"),
    why=N_("the ending follows the stress, which is not written"),
    remedy=_CONFIRM,
)
BOOK.note(
    doubt_ids.NAME_COMPOUND,
    what=N_("the name has several parts, and some of them are left undeclined"),
    why=N_("in compound names of some languages only the last part declines"),
    remedy=_CONFIRM,
)
BOOK.note(
    doubt_ids.NAME_EASTERN_ORDER,
    what=N_("the name looks Korean, Chinese or Vietnamese: only its last word declines"),
    why=N_("a surname of this kind declines only with a European given name"),
    remedy=_CONFIRM,
)
BOOK.note(
    doubt_ids.NAME_STRESS,
    what=N_("the instrumental case of this surname can end in -ем or -ом, -ей or -ой"),
    why=N_("the ending follows the stress, which is not written"),
    remedy=_CONFIRM,
)
BOOK.note(
    doubt_ids.NAME_FOREIGN_LETTERS,
    what=N_("a part of the name has letters that are not Cyrillic and is left undeclined"),
    why=N_("Russian endings can only be added to Cyrillic words; a Latin letter may also be a typing mistake"),
    remedy=N_("write the name in Cyrillic as in the document's translation"),
)
BOOK.note(
    doubt_ids.NAME_SINGLE_LETTER,
    what=N_("a part of the name is a single letter and is left undeclined"),
    why=N_("a filing needs the whole name, unless the document itself has one letter"),
    remedy=N_("write the part in full if the document does"),
)
BOOK.warning(
    doubt_ids.NAME_GENDER_CLASH,
    what=N_("a part of the name has the form of the other gender"),
    why=N_("every ending in the filing follows the gender given in the case file"),
    remedy=N_("check gender, surname and patronymic; if the document really says so, nothing need change"),
)
BOOK.note(
    doubt_ids.NAME_UNUSUAL_PATRONYMIC,
    what=N_("the patronymic is not of the Russian form and declines as a given name"),
    why=N_("it may be a second given name or a father's name, which some documents leave undeclined"),
    remedy=_CONFIRM,
)
BOOK.warning(
    doubt_ids.PHRASE_UNKNOWN_HEAD,
    what=N_("the main word of this name was not found: the words are left undeclined"),
    why=N_("without its main word in the nominative a phrase cannot be put into another case"),
    remedy=N_(
        "write the name in full, in the nominative, with its main word first, for example "
        "«Департамент полиции города …»"
    ),
)
BOOK.note(
    doubt_ids.PHRASE_GUESSED_HEAD,
    what=N_("the main word of this name is not in the dictionary: its endings are guessed from similar words"),
    why=N_("a guessed ending may be wrong"),
    remedy=N_("read every place where the name is printed"),
)
BOOK.note(
    doubt_ids.PHRASE_PERSON,
    what=N_("the name holds a person whose gender the surname does not show"),
    why=N_("the surname was declined as a man's"),
    remedy=N_("read every place where the name is printed"),
)

_CHOOSE = N_(
    "choose one form for the whole filing; where it differs, write all six cases under forms.kk (full name) and "
    "forms.kk_short (initials and surname) in the case file"
)
_READ = N_("read every place where it is printed")

BOOK.note(
    doubt_ids.KK_SURNAME_EV,
    what=N_("Kazakh suffixes of this surname in -ев can be front (-тің) or back (-тың)"),
    why=N_("texts write both; the spelling does not tell which one is right"),
    remedy=_CHOOSE,
)
BOOK.note(
    doubt_ids.KK_SURNAME_TURKIC_OV,
    what=N_("Kazakh suffixes of this surname can follow its stem (-тің) or its ending -ов (-тың)"),
    why=N_("texts differ for Turkic stems with a front vowel before -ов"),
    remedy=_CHOOSE,
)
BOOK.note(
    doubt_ids.KK_SURNAME_UK_AK,
    what=N_("Kazakh suffixes of this surname in -ук, -юк, -ак or -як were chosen by its last vowel"),
    why=N_("no official text with such a surname was found"),
    remedy=_CHOOSE,
)
BOOK.note(
    doubt_ids.KK_OGLY,
    what=N_("the name ends in оглы or its like; its Kazakh suffixes are those of -ұлы"),
    why=N_("whether such a word takes the suffixes of a possessive in Kazakh is not settled"),
    remedy=_CHOOSE,
)
BOOK.note(
    doubt_ids.KK_FOREIGN_LETTERS,
    what=N_("the last word has letters that are not Cyrillic and is left without a Kazakh suffix"),
    why=N_("a suffix follows the sound of the word; a Latin letter may also be a typing mistake"),
    remedy=N_("write it in Cyrillic, or give its Kazakh forms in the case file"),
)
BOOK.note(
    doubt_ids.KK_NO_SOUND,
    what=N_("the last word is a single letter or has no vowel and is left without a Kazakh suffix"),
    why=N_("a suffix follows the sound of the word"),
    remedy=N_("write it in full, or give its Kazakh forms in the case file"),
)
BOOK.note(
    doubt_ids.KK_ABBREVIATION,
    what=N_("the Kazakh suffix of this abbreviation was chosen by how its last letter is read"),
    why=N_("usage differs from one abbreviation to another, and this form was not seen in an official text"),
    remedy=_READ,
)
BOOK.note(
    doubt_ids.KK_GUESSED_POSSESSIVE,
    what=N_("the last word in -ы or -і was taken for a possessive: -на, -н, -нда follow it"),
    why=N_("the spelling does not tell a possessive from a plain word, and the word is not in the table of heads"),
    remedy=_READ,
)
BOOK.note(
    doubt_ids.KK_QUOTED,
    what=N_("the name ends in quotation marks; its Kazakh suffix stands after them with a hyphen"),
    why=N_("Kazakh texts put a common noun after a quoted name and the suffix on that noun"),
    remedy=N_("add the common noun to the name, for example «…» ұйымы"),
)
BOOK.note(
    doubt_ids.KK_CLUSTER,
    what=N_("the word ends in -ск and takes і before its Kazakh suffix"),
    why=N_("texts write such names with and without it"),
    remedy=_READ,
)
BOOK.note(
    doubt_ids.KK_RECALLED,
    what=N_("this Kazakh wording was written down from memory"),
    why=N_("no official Kazakh text with it was seen"),
    remedy=N_("let a Kazakh-speaking lawyer read it, then record that in confirmations.yaml"),
)
