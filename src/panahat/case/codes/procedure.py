"""Problems of the asylum and extradition procedures: statuses, charges, service, arrest, the Kazakh equivalent."""

from __future__ import annotations

from panahat.case.codes.book import BOOK
from panahat.messages import N_

PENDING_BUT_DECIDED = BOOK.error(
    "case/claim-pending-decided",
    what=N_("The claim is called pending, but its last decision ended it and no appeal upset that."),
    why=N_("Whether the claim is pending decides about the strongest argument; the prosecutor will check it."),
    remedy=N_("Set the status to that of the last decision; a pending appeal is shown under «appeal»."),
)
STATUS_WITHOUT_DECISION = BOOK.error(
    "case/claim-status-without-decision",
    what=N_("The status of the claim follows from a decision, but no decision is described."),
    why=N_("The filing must name the decision with its date."),
    remedy=N_("Add it under «decisions», or set the status to pending."),
)
STATUS_AGAINST_DECISION = BOOK.error(
    "case/claim-status-against-decision",
    what=N_("The status of the claim is another than the outcome of its last decision."),
    why=N_("Arguments and requests are chosen by the status."),
    remedy=N_("Compare the status with the last decision."),
)
APPEAL_UPHELD = BOOK.warning(
    "case/claim-appeal-upheld",
    what=N_(
        "The appeal against the last decision was upheld, but the status of the claim still follows that decision."
    ),
    why=N_("If the decision was annulled, the claim is pending again or was granted."),
    remedy=N_("Check what the outcome of the appeal means and set the status."),
)
APPEAL_DECIDED = BOOK.error(
    "case/appeal-decided",
    what=N_("The appeal is called pending, but the day of its outcome is given."),
    why=N_("A pending appeal is pleaded as such."),
    remedy=N_("Set the status of the appeal, or delete the day."),
)
APPEAL_UNDATED = BOOK.warning(
    "case/appeal-undated",
    what=N_("The appeal is decided, but the day of its outcome is not given."),
    why=N_("The filing names it, and periods run from it."),
    remedy=N_("Add the day under «decided»."),
)
CERTIFICATE_EXPIRED = BOOK.warning(
    "case/certificate-expired",
    what=N_(
        "The certificate of the person who seeks asylum has expired by the day of the filing, while the claim is "
        "pending."
    ),
    why=N_("The other side will say that the client is an asylum seeker no longer."),
    remedy=N_("Ask for a new certificate; add it when it is there."),
)
SEVERAL_PENDING = BOOK.warning(
    "case/claims-pending",
    what=N_("More than one claim is called pending."),
    why=N_("The filing pleads the last one."),
    remedy=N_("Check the status of the earlier claim."),
)
UNKNOWN_BODY = BOOK.error(
    "case/unknown-body",
    what=N_("The law data knows no body by the key given under {key}."),
    why=N_("The name and address of a body are taken from there."),
    remedy=N_("Known keys: {known}. Or delete the key; the name given beside it is printed."),
)
UNKNOWN_ARTICLE = BOOK.error(
    "case/unknown-article",
    what=N_("The law data knows no article by the key given under {key}."),
    why=N_("Every article in a filing is cited from the law data, never from memory."),
    remedy=N_(
        "Known keys: {known}. «panahat law» lists all; a missing article must be added to the law data with its source."
    ),
)
WRONG_CODE = BOOK.error(
    "case/wrong-code",
    what=N_("The article under {key} is not of a criminal code of the state {state}."),
    why=N_("A foreign charge rests on the foreign code, its equivalent on the Criminal Code of Kazakhstan."),
    remedy=N_("Choose the article of the right code: {known}."),
)
REQUESTING_KZ = BOOK.error(
    "case/requesting-state",
    what=N_("The requesting state is Kazakhstan itself."),
    why=N_("Extradition from Kazakhstan is asked for by another state."),
    remedy=N_("Write the code of the state that asks, for example RU."),
)
NO_CHARGES = BOOK.warning(
    "case/no-charges",
    what=N_("Extradition is asked for, but no charge is described."),
    why=N_("Dual criminality, penalty, limitation and political motive cannot be examined."),
    remedy=N_("Add the charges from the request under «extradition.charges»."),
)
CUSTODIAL = BOOK.error(
    "case/custodial",
    what=N_("The Kazakh equivalent is said to know no deprivation of liberty, but a longest term is given."),
    why=N_("Absence of a custodial penalty is a ground of refusal of its own; both cannot be true."),
    remedy=N_("Compare «custodial» and «max_years» with the sanction of this part of the article."),
)
NOT_SERVED = BOOK.warning(
    "case/not-served",
    what=N_("There is an act, but no day on which a copy was received."),
    why=N_("The period for a complaint runs from receipt of the copy; it cannot be counted."),
    remedy=N_("Find the receipt or ask the administration; write the day under «served»."),
)
ONLY_DEFENDER = BOOK.warning(
    "case/client-not-served",
    what=N_("The defender received the copy, but no day is given for the client."),
    why=N_("The person must be handed a copy as well; the period may run from either day."),
    remedy=N_("Ask the client and the administration for the day; write it under «served.client»."),
)
ARREST_OVER = BOOK.warning(
    "case/arrest-over",
    what=N_("By the dates given the arrest ended before the day of the filing."),
    why=N_("Nobody may be held without a valid sanction: this is a ground for immediate release."),
    remedy=N_("Add the extension under «extensions», or complain against the detention at once."),
)
ARREST_LIMIT = BOOK.warning(
    "case/arrest-limit",
    what=N_(
        "On the day of the filing the client has been held beyond the longest term of extradition arrest, which "
        "ended on {due}."
    ),
    why=N_("The term runs from the actual detention (CPC art. 589 part 7)."),
    remedy=N_("Ask for release at once by a separate complaint."),
)
DETENTION_LIMIT = BOOK.warning(
    "case/detention-limit",
    what=N_("The first sanction of a court came more than 72 hours after the detention."),
    why=N_("Whoever is not brought before the investigating judge within 72 hours is released (CPC art. 587 part 4)."),
    remedy=N_(
        "If temporary custody came first, tell it under «extradition.arrest.temporary»; else ask for release by a separate "
        "complaint."
    ),
)
TEMPORARY_LIMIT = BOOK.warning(
    "case/temporary-limit",
    what=N_("{field} ({key}) lies after the forty days of temporary custody, which ended on {due}."),
    why=N_(
        "Temporary custody lasts at most forty days from the detention (CPC art. 588 part 1); then release follows."
    ),
    remedy=N_("Compare the day with the ruling; if it is right, ask for release by a separate complaint."),
)
SILENT_QUOTED = BOOK.error(
    "case/answer-silent-quoted",
    what=N_("The act is said to be silent, but its words are quoted."),
    why=N_("Both cannot be true; the arguments follow the grade."),
    remedy=N_("Choose the grade that fits the words, or delete «quote»."),
)
SANCTION_INCOMPLETE = BOOK.warning(
    "case/sanction",
    what=N_("The court that sanctioned the arrest, or the day of the sanction, is missing."),
    why=N_("The filing names both; arrest without a court's sanction is a violation of its own."),
    remedy=N_("Fill in «by» and «on» under «extradition.arrest»."),
)
INTERPRETER = BOOK.warning(
    "case/interpreter",
    what=N_("Whether an interpreter is needed does not fit the languages the client commands."),
    why=N_("The argument about the missing interpreter stands or falls with it."),
    remedy=N_("Compare «procedure.interpreter.needed» with «client.speaks»."),
)
COPY_GIVEN = BOOK.error(
    "case/copy-not-given",
    what=N_("It is said that the client received no copy of the ruling, but the day of its receipt is given."),
    why=N_("Both cannot be true; the period runs from receipt."),
    remedy=N_("Correct «procedure.copies.ruling_given» or «decision.served.client»."),
)
COPY_UNDATED = BOOK.warning(
    "case/copy-undated",
    what=N_("It is said that the client received a copy of the ruling, but its day is missing."),
    why=N_("The period for the complaint runs from that day (CPC art. 592 part 1)."),
    remedy=N_("Write the day under «decision.served.client»."),
)
DEFENDER_UNDATED = BOOK.warning(
    "case/defender-undated",
    what=N_(
        "It is said whether the defender was told of the ruling, but this does not fit the day the defender received "
        "it."
    ),
    why=N_("The argument about the right to defence and the count of the period rest on it."),
    remedy=N_("Compare «procedure.defence.notified» with «decision.served.defender»."),
)
UN_BODY = BOOK.error(
    "case/un-body",
    what=N_("The law data knows no treaty body by this key."),
    why=N_("The name of the body is printed from the law data."),
    remedy=N_("Known keys: {known}."),
)
UN_REQUEST = BOOK.error(
    "case/un-request",
    what=N_("The status and the day of the body's request to Kazakhstan do not fit each other."),
    why=N_("A request for interim measures is pleaded with its date."),
    remedy=N_("With status requested or lifted give «requested_on»; with filed or refused delete it."),
)
ACTIVITY_ABROAD = BOOK.error(
    "case/activity-abroad",
    what=N_("Whether the activity came after leaving the country does not fit its date."),
    why=N_("Activity at home and activity abroad are different arguments."),
    remedy=N_("Compare the date with «entry.left_home_on»."),
)
MILITARY = BOOK.error(
    "case/military-none",
    what=N_("The client is said to have no military status, but facts of service are given."),
    why=N_("The argument about refusal of service rests on the status."),
    remedy=N_("Correct «risk.military.status», or delete the other facts."),
)
CHILD_AGE = BOOK.warning(
    "case/child-age",
    what=N_("By the dates of birth this child is less than twelve years younger than the client."),
    why=N_("One of the two dates may be wrong."),
    remedy=N_("Compare both with the documents."),
)
