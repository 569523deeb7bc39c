"""What can be wrong with the choice of arguments, and with an argument's own file."""

from __future__ import annotations

from panahat.messages import N_
from panahat.problems import CodeBook

BOOK = CodeBook()

INCLUDE_CONTRADICTED = BOOK.error(
    "argue/include-contradicted",
    what=N_("The argument “{argument}” is to be pleaded, but the facts of the case exclude it."),
    why=N_("A filing that pleads what its own facts deny can be dismissed for that alone."),
    remedy=N_("See «explain» for the facts that decided; correct them, or take the argument out of arguments.include."),
)
CONTRADICTION = BOOK.error(
    "argue/contradiction",
    what=N_("The arguments “{argument}” and “{other}” are both to be pleaded, but the first rules out the second."),
    why=N_("Two arguments that contradict each other weaken both."),
    remedy=N_("Take one of them out of arguments.include, or name it in arguments.exclude."),
)
BOTH_CHOSEN = BOOK.error(
    "argue/both-chosen",
    what=N_("The argument “{argument}” stands both in arguments.include and in arguments.exclude."),
    why=N_("The program cannot tell whether it is to be pleaded."),
    remedy=N_("Keep it in one of the two lists."),
)
UNKNOWN_CHOICE = BOOK.error(
    "argue/unknown-choice",
    what=N_("There is no argument with the id given here."),
    why=N_("A choice that names no argument would be ignored in silence."),
    remedy=N_("Use one of the ids that «explain» lists, for example “{nearest}”."),
)
NEEDLESS_INCLUDE = BOOK.note(
    "argue/needless-include",
    what=N_("The argument “{argument}” is carried by the facts; it need not be named in arguments.include."),
    why=N_("A choice that decides nothing hides the choices that do."),
    remedy=N_("Take it out of arguments.include."),
)
NO_CLAIM = BOOK.warning(
    "argue/no-asylum-claim",
    what=N_("No asylum claim has been made, so no argument rests on the asylum procedure."),
    why=N_(
        "The Law on Refugees (art. 10) gives five calendar days from arrival or from the day the danger became known; "
        "a late claim is no ground of refusal (art. 12), and a claimant may stay until the procedure ends (art. 8)."
    ),
    remedy=N_("File an asylum claim at once, also from a place of detention, and add it under asylum."),
)
APPEAL_UNKNOWN = BOOK.warning(
    "argue/appeal-unknown",
    what=N_("Asylum was refused, and the case does not tell whether the refusal was appealed."),
    why=N_(
        "While the refusal is under appeal the asylum seeker may stay (Law on Refugees art. 8), "
        "and suspension can be asked for."
    ),
    remedy=N_("Appeal if the period still runs; add the appeal, or its outcome, under the decision."),
)

COUNTERPART_DISPUTED = BOOK.warning(
    "argue/counterpart-disputed",
    what=N_(
        "The charge is said to have no counterpart in Kazakhstan, but the law data names a possible one: {articles}."
    ),
    why=N_("The prosecutor may rely on that article; the complaint must say why it does not fit."),
    remedy=N_("Answer it in kz_note, or name the article under kz."),
)

UNREADABLE = BOOK.error(
    "argue/unreadable",
    what=N_("This file is not readable YAML."),
    why=N_("Without it the program does not know what the file means."),
    remedy=N_("Correct the line; compare with another file of the same name."),
)
REPEATED_FIELD = BOOK.error(
    "argue/repeated-field",
    what=N_("The field “{field}” stands here twice."),
    why=N_("Only one of the two would count."),
    remedy=N_("Keep one of them."),
)
UNKNOWN_FIELD = BOOK.error(
    "argue/unknown-field",
    what=N_("There is no field “{field}” here."),
    why=N_("A field the program does not know would be ignored in silence."),
    remedy=N_("Correct the name; known fields: {known}."),
)
MISSING_FIELD = BOOK.error(
    "argue/missing-field",
    what=N_("The field “{field}” is missing."),
    why=N_("Without it the program cannot know what the file means."),
    remedy=N_("Add it."),
)
WRONG_KIND = BOOK.error(
    "argue/wrong-kind",
    what=N_("The field “{field}” has the wrong kind of value."),
    why=N_("The program cannot read it."),
    remedy=N_("Write {expected} here."),
)
ID_DIFFERS = BOOK.error(
    "argue/id-differs",
    what=N_("The name written here differs from the name of the folder, “{folder}”."),
    why=N_("Arguments and filings are found by folder and named in their file; the two must agree."),
    remedy=N_("Write the name of the folder here."),
)
NO_CONDITION = BOOK.error(
    "argue/no-condition",
    what=N_("The argument has no condition: none of all, any, none names a test."),
    why=N_("It would stand in every filing, whatever the facts."),
    remedy=N_("Name the tests that carry it."),
)
UNKNOWN_NAME = BOOK.error(
    "argue/unknown-name",
    what=N_("“{name}” is not a known {kind}."),
    why=N_("The file refers to something that does not exist."),
    remedy=N_("Correct the name; the nearest known one is “{nearest}”."),
)
UNFIT_DECISION = BOOK.error(
    "argue/unfit-decision",
    what=N_("The decision “{name}” may not be cited in support: it is {reason}."),
    why=N_("Citing it would mislead the court or harm the client."),
    remedy=N_("Take it out of decisions, or bring the law data up to date if its text has been read."),
)
EXCLUDES_CYCLE = BOOK.error(
    "argue/excludes-cycle",
    what=N_("“{name}” and this argument exclude each other."),
    why=N_("Which of them is pleaded would depend on the order of files."),
    remedy=N_("Let only the stronger one exclude the other."),
)
SAME_FORCE = BOOK.error(
    "argue/same-force",
    what=N_("The argument “{name}” has the same section and force."),
    why=N_("Their order in a filing would be left to chance."),
    remedy=N_("Give one of them another number."),
)
NO_TEXT = BOOK.error(
    "argue/no-text",
    what=N_("The argument has no Russian text (ru.md)."),
    why=N_("An included argument must have words."),
    remedy=N_("Write ru.md beside argument.yaml."),
)
UNKNOWN_GROUP = BOOK.error(
    "argue/unknown-group",
    what=N_("The text cites “{name}”, which argument.yaml does not declare."),
    why=N_("What is not declared is not checked against the law data."),
    remedy=N_("Declare it under {field}; declared there: {known}."),
)

BAD_CONDITION = BOOK.error(
    "argue/bad-condition",
    what=N_("The condition cannot be read: {reason}{detail}."),
    why=N_("What depends on it would be decided wrongly or not at all."),
    remedy=N_("Compare it with the language of conditions in templates/README.md."),
)
NO_SUCH_FIELD = BOOK.error(
    "argue/condition-field",
    what=N_("The condition names «{name}», but a case file has no such field."),
    why=N_("It could never be decided."),
    remedy=N_("Correct the path; the nearest known one is “{nearest}”."),
)
BAD_VALUE = BOOK.error(
    "argue/condition-value",
    what=N_("The condition asks for «{value}», which cannot stand there."),
    why=N_("It could never hold."),
    remedy=N_("Use one of: {known}."),
)
