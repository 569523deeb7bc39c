"""`panahat unlock FILE.age -o FILE`: what a locked file holds, as a plain file."""

from __future__ import annotations

from pathlib import Path

import click

from panahat.cli.output import Command, option, say
from panahat.cli.terminal import pour
from panahat.messages import N_


@click.command(
    cls=Command,
    help=N_(
        "Writes what a locked file holds as a plain file.\n\n"
        "No command needs it: a locked case is read as it is. The locked file stays."
    ),
)
@click.argument("file", type=click.Path(path_type=Path, exists=True, dir_okay=False), metavar="FILE.age")
@option(
    "-o",
    "--output",
    required=True,
    type=click.Path(path_type=Path),
    help=N_("The plain file, a folder for it, or - to print a text."),
)
@option("--force", is_flag=True, help=N_("Overwrite existing files."))
def command(file: Path, output: Path, force: bool) -> None:
    from panahat import locked, opener
    from panahat.seal.write import in_folder, write_file

    if str(output) == "-":
        pour(opener.decode(opener.read(file), str(file)))
        return
    target = in_folder(output, locked.plain(file).name)
    write_file(target, opener.read(file), force)
    say(N_("Plain file: {file}. Remove it when it is no longer needed."), file=target)
