"""What can be wrong with a draft."""

from __future__ import annotations

from panahat.messages import N_
from panahat.problems import CodeBook

BOOK = CodeBook()

UNKNOWN_KIND = BOOK.error(
    "draft/unknown-kind",
    what=N_("There is no filing of kind «{kind}»."),
    why=N_("Each kind of filing has a folder of its own in templates/filings."),
    remedy=N_("Choose one of: {known}."),
)
NO_LANGUAGE = BOOK.error(
    "draft/no-language",
    what=N_("The filing «{kind}» has no text in the language «{language}»."),
    why=N_("A filing is made only from a text that was written for it."),
    remedy=N_("Choose one of: {known}."),
)
TWICE = BOOK.error(
    "draft/twice",
    what=N_("In «{field}», «{id}» stands twice."),
    why=N_("Only one of the two would count, or both would be printed."),
    remedy=N_("Keep one of them."),
)
NO_DAY = BOOK.error(
    "draft/no-day",
    what=N_("«{name}» is no day, so no period can run from it."),
    why=N_("A period is counted from a day."),
    remedy=N_("Name a fact of the case file that is a day."),
)
NO_ACT = BOOK.error(
    "draft/no-act",
    what=N_("«{name}» is no act that somebody made, so nobody can be found who made it or stands above it."),
    why=N_("The addressee of a complaint follows from who made the act."),
    remedy=N_("Name an act of the case file: a ruling, a decision, a refusal."),
)
NO_ADDRESSEE = BOOK.warning(
    "draft/no-addressee",
    what=N_("Not known for this filing: {field}."),
    why=N_("A filing that reaches the wrong body loses days that cannot be won back."),
    remedy=N_("Tell the fact at this place, or write the name under «filing.{name}»."),
)
CAUTION = BOOK.note(
    "draft/caution",
    what=N_("Warnings of the law data that speak to this filing ({count}): {warnings}."),
    why=N_("Some of them concern the client, who must know the consequences before anything is filed."),
    remedy=N_("Consider each: the review sheet has their texts, `panahat law KEY` shows one."),
)
NO_SECTION = BOOK.error(
    "draft/no-section",
    what=N_("No filing has a section “{name}”, and none lists this argument, so it is pleaded nowhere."),
    why=N_("An argument that no filing takes up would be missing without a word."),
    remedy=N_("Correct the section (the nearest is “{nearest}”), or list the argument in a section of a filing.yaml."),
)
NO_FILING = BOOK.warning(
    "draft/no-filing",
    what=N_("No filing pleads this argument: the sections of that name list others."),
    why=N_("An argument that no filing takes up would be missing without a word."),
    remedy=N_("List it in a section of a filing.yaml, or delete its folder."),
)
NO_REQUEST = BOOK.error(
    "draft/no-request",
    what=N_("The argument supports the request “{name}”, which no filing that pleads it makes."),
    why=N_("The argument would stand in the filing, and what it leads to would not be asked."),
    remedy=N_("Correct the request (the nearest is “{nearest}”), or add it to asks or motions of the filing."),
)
UNDEFINED = BOOK.error(
    "draft/undefined-name",
    what=N_("The text uses a name that has no value: {name}."),
    why=N_("A blank in a filing would go unnoticed."),
    remedy=N_("Compare the name with the list of names in templates/README.md; look for a letter of another alphabet."),
)
BAD_TEXT = BOOK.error(
    "draft/bad-text",
    what=N_("The text cannot be read as a template: {reason}."),
    why=N_("A tag that is not closed or not spelled right would lose words."),
    remedy=N_("Mend the tag at this line."),
)
UNTIDY = BOOK.error(
    "draft/untidy",
    what=N_("Paragraph {number} ({style}) comes out untidy: {flaw}."),
    why=N_("A doubled space, a blank or a lone mark shows that something is missing in the sentence."),
    remedy=N_("Mend the template so that the sentence is whole with and without the optional words."),
)
PARITY = BOOK.error(
    "draft/parity",
    what=N_("The two languages differ in {what}: {here} has {only}; {there} has {other}."),
    why=N_(
        "A court that reads both texts must find the same in each; a difference is a ground to leave the filing unread."
    ),
    remedy=N_("Mend the text in one language, in the template or in the case file."),
)
PARITY_LENGTH = BOOK.error(
    "draft/parity-paragraphs",
    what=N_("The two languages part ways: {here} stands beside {there}."),
    why=N_("Paragraphs, requests and motions must stand in the same order in both languages."),
    remedy=N_("Give both texts the same paragraphs, lists and conditions."),
)
UNTRANSLATED = BOOK.warning(
    "draft/untranslated",
    what=N_("This text has no words in the language «{language}»."),
    why=N_("The filing shows a mark in its place; both languages must say the same."),
    remedy=N_("Write the text under {language} in the case file."),
)
STRUCTURE = BOOK.error(
    "draft/structure",
    what=N_("Paragraph {number} is not the counterpart of paragraph {other} in {there}: {difference}."),
    why=N_("A bilingual filing is made of two texts with the same paragraphs, conditions and citations."),
    remedy=N_("Here it reads «{text}»; give both the same kind, tags and citations."),
)
BAD_PHRASES = BOOK.error(
    "draft/bad-phrases",
    what=N_("An entry of the list of Kazakh expressions is not whole."),
    why=N_("An expression that is not listed would not be confirmed by anybody."),
    remedy=N_("Give id, kk, ru, where and status (seen or recalled)."),
)
UNCONFIRMED_WORDS = BOOK.warning(
    "draft/unconfirmed-words",
    what=N_("Kazakh expressions not confirmed by a native lawyer: {count} ({ids})."),
    why=N_("They were written from memory; the review sheet lists them."),
    remedy=N_("Have them confirmed, then record phrase-ID for each, or phrases-kk for all, in confirmations.yaml."),
)
NO_TEXT = BOOK.error(
    "draft/no-argument-text",
    what=N_("The argument «{argument}» has no text in the language «{language}»."),
    why=N_("An argument the facts carry would be missing from the filing."),
    remedy=N_("Write the text, or leave the argument out in the case file under arguments.exclude."),
)
NO_ARGUMENT = BOOK.error(
    "draft/no-argument",
    what=N_("The facts carry no argument for this filing."),
    why=N_("A complaint without a ground is refused."),
    remedy=N_("See `panahat explain` for the facts that are missing."),
)
PERIOD_FROM_MONTH = BOOK.error(
    "draft/period-from-month",
    what=N_("The period «{period}» runs from this date, but only its month or year is known: {field}."),
    why=N_("A period runs from a day; from a month its last day would be a guess."),
    remedy=N_("Find the day in the papers, at the border service or from the client, and write it here."),
)
LATE = BOOK.warning(
    "case/late",
    what=N_("The filing comes after the period for it, which ended on {due}."),
    why=N_("A missed period can be restored for a valid reason; without it the filing is not examined."),
    remedy=N_(
        "Say under «filing.late_reason» why it was missed: the motion to restore the period is drawn up with it."
    ),
)
LATE_REASON_IN_TIME = BOOK.note(
    "case/late-reason-in-time",
    what=N_("A reason for missing the period is given, but by the dates given the filing is in time."),
    why=N_("A motion to restore a period that has not ended weakens the filing; it is left out."),
    remedy=N_("Delete «late_reason», or correct the days of receipt."),
)
ONE_READING_LATE = BOOK.warning(
    "draft/late-by-one-reading",
    what=N_(
        "The filing is in time when counting begins on the day after (last day {due}); counted from the day itself the "
        "period ended on {strict}."
    ),
    why=N_("Whoever reads the rule strictly will call the filing late."),
    remedy=N_("File by {strict}, or say in the filing how the period was counted."),
)
