"""Problems of a request for a humanitarian visa: the state asked, its programme, for whom it is, papers, consent."""

from __future__ import annotations

from panahat.case.codes.book import BOOK
from panahat.messages import N_

UNKNOWN_DESTINATION = BOOK.error(
    "case/destination-unknown",
    what=N_("The law data knows no destination with the key given under {key}."),
    why=N_("Without it nothing is known of the addressee, of the rule and of whom that state takes."),
    remedy=N_("Known destinations: {known}."),
)
UNKNOWN_PROGRAMME = BOOK.error(
    "case/programme-unknown",
    what=N_("The destination «{destination}» has no programme with the key given under {key}."),
    why=N_("The letter would ask for something that state does not offer."),
    remedy=N_("Its programmes: {known}. Leave the key empty to ask outside any programme."),
)
UNKNOWN_POST = BOOK.error(
    "case/post-unknown",
    what=N_("The destination «{destination}» has no post with the key given under {key}."),
    why=N_("The letter would have no addressee."),
    remedy=N_("Its posts: {known}. Leave the key empty for the first one."),
)
PROGRAMME_SHUT = BOOK.error(
    "case/programme-shut",
    what=N_("The programme «{programme}» of «{destination}» is {status} (as seen on {as_of}{since})."),
    why=N_("A letter that asks for it would be refused unread, and the client would lose time."),
    remedy=N_(
        "Leave the programme empty to ask as a single case (its way outside programmes: {individual}), or choose a "
        "destination that takes this profile: {others}."
    ),
)
NO_WAY = BOOK.error(
    "case/no-way-in",
    what=N_("«{destination}» has no programme and takes no single cases."),
    why=N_("There is nothing a letter could ask for."),
    remedy=N_("Choose a destination that takes this profile: {others}."),
)
WAY_UNKNOWN = BOOK.warning(
    "case/way-unknown",
    what=N_("«{destination}» has no programme, and whether it takes single cases is not known."),
    why=N_("The letter can only be an enquiry."),
    remedy=N_("Ask the post first, or choose a destination that takes this profile: {others}."),
)
SINGLE_CASES = BOOK.warning(
    "case/single-cases",
    what=N_("«{destination}» has no open programme; it takes single cases only ({individual})."),
    why=N_("Nobody may be promised a visa there."),
    remedy=N_("Tell the client, and ask the post before the letter is sent. Others for this profile: {others}."),
)
STATUS_UNKNOWN = BOOK.warning(
    "case/programme-status",
    what=N_("Whether the programme «{programme}» of «{destination}» is open is not known (last seen: {as_of})."),
    why=N_("It may have been closed since."),
    remedy=N_("Ask the post. Others for this profile: {others}."),
)
PROFILE_NOT_TAKEN = BOOK.error(
    "case/profile-not-taken",
    what=N_("«{destination}» does not take this profile: {profile}."),
    why=N_("The letter would be refused whatever it says."),
    remedy=N_("Choose a destination that takes it: {others}; or another profile, if the facts carry it."),
)
PROFILE_UNKNOWN = BOOK.warning(
    "case/profile-unknown",
    what=N_("Whether «{destination}» takes this profile is not known: {profile}."),
    why=N_("The letter may be refused whatever it says."),
    remedy=N_("Ask the post first, or choose a destination that takes it: {others}."),
)
FAMILY_NOT_TAKEN = BOOK.error(
    "case/family-not-taken",
    what=N_("«{destination}» takes no family together with the client."),
    why=N_("The part of the request that names the family would be refused."),
    remedy=N_("Ask for the client alone and for the family by its own way, or choose one of: {others}."),
)
FAMILY_UNKNOWN = BOOK.warning(
    "case/family-unknown",
    what=N_("Whether «{destination}» takes the family together with the client is not known."),
    why=N_("A request for the family may hold up the client's own."),
    remedy=N_("Ask the post before the letter is sent."),
)
TOOK_PART = BOOK.error(
    "case/took-part-excluded",
    what=N_(
        "«{destination}» does not take people who took part in the fighting, and the case says that the client did."
    ),
    why=N_("The letter could lead to a ban on entry, in some states for all of the Schengen area."),
    remedy=N_(
        "Let the client and the lawyer decide first. Never leave the fact out: a lie excludes. Others: {others}."
    ),
)
CRIMES = BOOK.error(
    "case/crimes-excluded",
    what=N_(
        "The case says that the client cannot state to have taken no part in crimes; «{destination}» excludes that."
    ),
    why=N_("Whoever is suspected of war crimes is refused, and may be prosecuted there."),
    remedy=N_("Let the lawyer speak with the client before anything is written."),
)
UNVERIFIED = BOOK.warning(
    "case/destination-unverified",
    what=N_("What the law data says of «{destination}» was last checked on {checked} and is not confirmed."),
    why=N_("Programmes open and close without notice; the names of posts are known from memory only."),
    remedy=N_(
        "Ask the post, then enter «{destination}» into the office's confirmations.yaml with the day of its answer under "
        "«edition_on»; it holds for 30 days."
    ),
)
LETTER_LANGUAGE = BOOK.warning(
    "case/letter-language",
    what=N_("«{destination}» reads letters in: {languages}; the letter is asked for in «{language}»."),
    why=N_("A letter in Kazakh or Russian serves the office and the client and is not enough alone."),
    remedy=N_("Make the letter in English as well: --in en."),
)
NO_CONSENT = BOOK.warning(
    "case/no-consent",
    what=N_("The case does not say that the client consented to sharing these data, and when."),
    why=N_("Without consent no data may go to a foreign state."),
    remedy=N_("Take the written consent, attach it, and write visa.consent with «given» and «on»."),
)
CONSENT_WITHHELD = BOOK.error(
    "case/consent-withheld",
    what=N_("The client did not consent to sharing these data with that state."),
    why=N_("The letter must not be written."),
    remedy=N_("Speak with the client; write visa.consent only from a signed paper."),
)
FAMILY_CONSENT = BOOK.warning(
    "case/family-consent",
    what=N_("Nothing says that this relative, or whoever has custody, agrees: {key}."),
    why=N_("The data of a relative go to a foreign state too; a child leaves only if those who have custody agree."),
    remedy=N_("Take the consent and write «consents: true», or leave the relative out."),
)
WANTS_LAISSEZ_PASSER = BOOK.warning(
    "case/laissez-passer",
    what=N_("There is no valid travel passport, and no laissez-passer is asked for."),
    why=N_("A visa cannot be used without a paper to travel on."),
    remedy=N_("Write «laissez_passer: true» under visa, and why no passport can be had under visa.travel_document."),
)
NO_LAISSEZ_PASSER = BOOK.error(
    "case/laissez-passer-impossible",
    what=N_("«{destination}» gives nobody entry without a travel passport."),
    why=N_("The request could not be met."),
    remedy=N_("Choose a destination that gives a paper for one entry: {others}."),
)
LAISSEZ_PASSER_UNKNOWN = BOOK.warning(
    "case/laissez-passer-unknown",
    what=N_("Whether «{destination}» gives entry without a travel passport is not known."),
    why=N_("The visa may come and be of no use."),
    remedy=N_("Ask the post. Destinations that do: {others}."),
)
PASSPORT_EXPIRED = BOOK.error(
    "case/passport-state",
    what=N_("By visa.travel_document the travel passport is valid, but it expires before the day of the filing."),
    why=N_("The letter would say of the passport what its own date denies."),
    remedy=N_("Write «state: expired», and «laissez_passer: true» if no new one can be had."),
)
NO_PASSPORT_LISTED = BOOK.error(
    "case/passport-not-listed",
    what=N_("By visa.travel_document the travel passport is valid, but client.documents holds none."),
    why=N_("The letter must give its number and expiry."),
    remedy=N_("List the passport under client.documents, or correct the state."),
)
NON_BIOMETRIC = BOOK.warning(
    "case/passport-without-chip",
    what=N_("«{destination}» has not accepted Russian passports without a chip since {since}."),
    why=N_("Such a passport is as good as none there."),
    remedy=N_("Write «laissez_passer: true» and explain it under visa.travel_document.why."),
)
CHIP_UNKNOWN = BOOK.warning(
    "case/passport-chip-unknown",
    what=N_("The case does not say whether the travel passport has a chip; «{destination}» accepts no other."),
    why=N_("Without one a paper for one entry must be asked for as well."),
    remedy=N_("Look at the cover of the passport and write visa.travel_document.biometric."),
)
NO_SERVICE = BOOK.error(
    "case/no-service",
    what=N_("The request rests on leaving military service, but visa.service is empty."),
    why=N_("The post asks first for unit, dates, reason and deeds."),
    remedy=N_("Write visa.service."),
)
SERVICE_UNSAID = BOOK.warning(
    "case/service-unsaid",
    what=N_("The letter does not say plainly: {field}."),
    why=N_("What a serviceman's letter leaves out is held against him."),
    remedy=N_("Ask the client and write {key}."),
)
REPORTED_BY = BOOK.warning(
    "case/reported-by",
    what=N_("A reported statement does not say who reported it."),
    why=N_("A post trusts a letter that tells what it saw from what it was told."),
    remedy=N_("Write «by:» — in general words where a name would endanger someone."),
)
NO_DOCUMENT = BOOK.warning(
    "case/documented-by",
    what=N_("A documented statement names no annex."),
    why=N_("The post cannot look the document up."),
    remedy=N_("Name the annex under «proof», or write «source: reported»."),
)
PAPER_MISSING = BOOK.warning(
    "case/paper-missing",
    what=N_("«{destination}» expects a paper that is not among the annexes: {paper}."),
    why=N_("A letter without it is weaker, and some posts return it."),
    remedy=N_("Attach it and name it under visa.papers, or tell the lawyer why it cannot be had."),
)
