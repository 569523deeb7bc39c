"""Problems of people: age, gender, custody, authority of the representative, names in ids."""

from __future__ import annotations

from panahat.case.codes.book import BOOK
from panahat.messages import N_

AGE = BOOK.error(
    "case/age",
    what=N_("By the date of birth the client is {age} years old on the day of the filing."),
    why=N_("An age below {least} or above {most} is a slip of the keys."),
    remedy=N_("Compare the date of birth with the identity document."),
)
MINOR = BOOK.warning(
    "case/minor",
    what=N_("The client is under eighteen on the day of the filing."),
    why=N_("A child needs a legal representative, and the filing must speak of the child's interests."),
    remedy=N_("Let the lawyer add who represents the child (under «filing.additions») and attach the proof."),
)
YOUNG_AT_ACT = BOOK.warning(
    "case/young-at-act",
    what=N_("On the day of the alleged act the client was {age}, under {limit}."),
    why=N_(
        "Whether a person of that age can be prosecuted for this act at all may decide the case; the law data does "
        "not say."
    ),
    remedy=N_(
        "Let the lawyer check the age of responsibility in both codes; if it helps, add it under «filing.additions»."
    ),
)
GENDER = BOOK.warning(
    "case/gender-doubt",
    what=N_("The form of «{key}» does not fit the gender given."),
    why=N_("Every «he» and «she» and the case forms of the name follow the gender."),
    remedy=N_("Compare the gender with the document; if both are right, put the forms of the name under «forms»."),
)
PATRONYMIC_IN_GIVEN = BOOK.warning(
    "case/patronymic-in-given",
    what=N_("The given name seems to hold the patronymic as well."),
    why=N_("Initials and case forms would come out wrong."),
    remedy=N_("Move the patronymic to «patronymic»."),
)
IIN_BIRTH = BOOK.note(
    "case/iin-birth",
    what=N_("The first six digits of the IIN are not the date of birth."),
    why=N_("Usually they are, but the law does not require it any more."),
    remedy=N_("Compare both with the document."),
)
OWN_CITIZEN = BOOK.warning(
    "case/own-citizen",
    what=N_("A citizenship of Kazakhstan is named."),
    why=N_(
        "A citizen of Kazakhstan is extradited only if a treaty says so (CPC art. 590 part 1 point 1); that ground "
        "comes first."
    ),
    remedy=N_("Check the citizenship; if it is right, the lawyer adds this ground under «filing.additions»."),
)
DOCUMENT_EXPIRED = BOOK.note(
    "case/document-expired",
    what=N_("This document has expired by the day of the filing."),
    why=N_("The filing names it as a document that identifies the client."),
    remedy=N_("Check whether there is a newer one."),
)
NO_AUTHORITY = BOOK.error(
    "case/no-authority",
    what=N_("The advocate's authority is not complete: {key} is missing."),
    why=N_(
        "It is proved by the certificate and a written notice of defence (CPC art. 68 part 8); nothing else may be "
        "asked for."
    ),
    remedy=N_(
        "Give the number of the licence or certificate («licence») and the notice («defence_notice») with its date."
    ),
)
NO_POWER = BOOK.error(
    "case/no-power-of-attorney",
    what=N_("The representative who is no advocate has no power of attorney."),
    why=N_("Without it the body that receives the filing cannot know that the client wants this person to act."),
    remedy=N_("Give its date under «power_of_attorney» and attach it."),
)
HELD_NOWHERE = BOOK.warning(
    "case/held-nowhere",
    what=N_("An arrest runs on the day of the filing, but it is not said where the client is held."),
    why=N_("The court sends papers there, and the place decides through whom a complaint may be lodged."),
    remedy=N_("Fill in «client.held», or correct the dates of the arrest."),
)
HELD_WITHOUT_ARREST = BOOK.warning(
    "case/held-without-arrest",
    what=N_("The client is held, but no detention or arrest is described."),
    why=N_("Its grounds and its end decide about release."),
    remedy=N_("Fill in «extradition.arrest» as far as it is known."),
)
HELD_BEFORE_DETAINED = BOOK.warning(
    "case/held-before-detained",
    what=N_("The client is held since an earlier day than that of the detention."),
    why=N_("Periods of arrest run from the actual detention; one of the two dates may be wrong."),
    remedy=N_("Compare «client.held.since» and «extradition.arrest.detained» with the record of detention."),
)
CUSTODY_NOT_HELD = BOOK.error(
    "case/submission-custody",
    what=N_(
        "The filing goes through the administration of the place of detention, but the client is not held anywhere."
    ),
    why=N_("Only a person in custody can lodge it there."),
    remedy=N_("Fill in «client.held», or choose another way under «filing.submission»."),
)
EDS_HELD = BOOK.warning(
    "case/submission-eds",
    what=N_("The filing is to be signed electronically, but the client is held and no representative signs."),
    why=N_("In custody there is usually no means of electronic signature."),
    remedy=N_("Name a representative, or choose «custody» under «filing.submission»."),
)
ADDRESS_WHILE_HELD = BOOK.note(
    "case/address-while-held",
    what=N_("The client has an address at liberty and is held at the same time."),
    why=N_("The filing prints the place of detention."),
    remedy=N_("Nothing needs to be done if both are right."),
)
NAME_IN_ID = BOOK.error(
    "case/name-in-id",
    what=N_("The id of the case contains a part of the client's name."),
    why=N_("The id goes into file names, and a file name is seen by everyone who sees the folder."),
    remedy=N_("Choose words about the situation: transit-activist, unit-2024."),
)
