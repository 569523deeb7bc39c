"""`panahat git-setup`: git shows Word files as text in this clone."""

from __future__ import annotations

from pathlib import Path

import click

from panahat.cli.output import Command, option, say, show, tr
from panahat.messages import N_


@click.command(
    cls=Command,
    help=N_(
        "Teaches git to show Word files as text, in the clone that holds the current folder.\n\n"
        "Afterwards git diff, git log -p and git show say what changed in a .docx, paragraph by paragraph. The settings go "
        "into the clone's own configuration, each clone needs them once; the line for .gitattributes is committed. The text "
        "of a document is never kept in the repository."
    ),
)
@option(
    "--repo",
    "folder",
    type=click.Path(path_type=Path, exists=True, file_okay=False),
    default=Path(),
    help=N_("A folder of the clone, in place of the current one."),
)
@option("--check", "only_check", is_flag=True, help=N_("Only say what is missing; exit code 1 if anything is."))
@option("--remove", "take_away", is_flag=True, help=N_("Take the settings away again; .gitattributes stays."))
def command(folder: Path, only_check: bool, take_away: bool) -> None:
    from panahat.review import git_driver

    if only_check and take_away:
        raise click.UsageError(tr(N_("--check and --remove cannot go together.")))
    clone = git_driver.clone_around(folder)
    if only_check:
        problems = git_driver.missing(clone)
        if problems:
            show(problems)
            raise SystemExit(1)
        say(N_("Nothing is missing: git shows Word files as text in {folder}."), folder=clone)
        return
    if take_away:
        for name in git_driver.remove(clone):
            say(N_("Removed: {name}"), name=name)
        say(N_("Git no longer shows Word files as text in {folder}. The line in .gitattributes stays."), folder=clone)
        return
    done = git_driver.set_up(clone)
    for name in done:
        if name == git_driver.LINE:
            say(N_("Added to .gitattributes: {line}. Commit it, so that every clone knows."), line=name)
        else:
            say(N_("Set: {name}"), name=name)
    say(N_("Git shows Word files as text in {folder}."), folder=clone)
