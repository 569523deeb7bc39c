"""`panahat schema`: the JSON Schema of a case file, for editors that complete keys and explain them."""

from __future__ import annotations

from pathlib import Path

import click

from panahat.cli.speech import Command, language, option, say
from panahat.messages import LANGUAGES, N_


@click.command(
    cls=Command,
    help=N_(
        "The JSON Schema of a case file, for editors that complete keys and explain them.\n\n"
        "Starter files name it in their first line: put it beside the case file as panahat.schema.json."
    ),
)
@option("--lang", type=click.Choice(LANGUAGES), expose_value=False, help=N_("Language of titles and explanations."))
@option("-o", "--output", type=click.Path(path_type=Path), help=N_("File to write, or a folder for it."))
@option("--force", is_flag=True, help=N_("Overwrite an existing file."))
def command(output: Path | None, force: bool) -> None:
    from panahat.case import json_schema

    text = json_schema(language())
    if output is None:
        click.echo(text, nl=False)
        return
    from panahat.case.starter_file import SCHEMA_FILE
    from panahat.seal import in_folder, write_file

    target = in_folder(output, SCHEMA_FILE)
    write_file(target, text.encode(), force=force)
    say(N_("Written: {file}."), file=target)
