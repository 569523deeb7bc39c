"""The problems of teaching git to show Word files."""

from __future__ import annotations

from panahat.messages import N_
from panahat.problems import CodeBook

BOOK = CodeBook()

OUTSIDE = BOOK.error(
    "git-setup/outside",
    what=N_("The folder is not in a git repository."),
    why=N_("How git shows Word files is set in each clone of a repository."),
    remedy=N_("Call the command inside the clone, or name its folder with --repo."),
)
BARE = BOOK.error(
    "git-setup/bare",
    what=N_("This repository has no working files (it is bare)."),
    why=N_("The line in .gitattributes must be committed, which needs working files."),
    remedy=N_("Call the command in a clone of it."),
)
LINK = BOOK.error(
    "git-setup/link",
    what=N_("{file} is a link or a folder, not a file."),
    why=N_("Git does not read such a file, and writing through a link could change a file elsewhere."),
    remedy=N_("Put a plain file in its place and repeat."),
)
UNWRITABLE = BOOK.error(
    "git-setup/unwritable",
    what=N_("{file} may not be read or changed."),
    why=N_("It needs the line «{line}»."),
    remedy=N_("Check who may write to the file and its folder, and repeat. Nothing was changed."),
)
OVERRIDDEN = BOOK.error(
    "git-setup/overridden",
    what=N_("Another rule tells git to treat Word files otherwise (diff: {value})."),
    why=N_("It stands above .gitattributes, so git goes on showing Word files its way."),
    remedy=N_("Take the rule for *.docx out of .git/info/attributes."),
)
NO_SETTING = BOOK.error(
    "git-setup/no-setting",
    what=N_("These settings are missing or have other values: {settings}."),
    why=N_("Without them git says of Word files only that they differ, or runs another program."),
    remedy=N_("Call `panahat git-setup` in this clone."),
)
NO_LINE = BOOK.error(
    "git-setup/no-line",
    what=N_("{file} has no line «{line}» that counts."),
    why=N_("It tells git which files are Word files."),
    remedy=N_("Call `panahat git-setup` and commit the line."),
)
