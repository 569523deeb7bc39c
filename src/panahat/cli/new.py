"""`panahat new KIND`: a starter case file that explains itself."""

from __future__ import annotations

from pathlib import Path

import click

from panahat.cli.speech import Command, language, option, say
from panahat.cli.terminal import pour
from panahat.messages import N_


@click.command(
    cls=Command,
    help=N_(
        "A starter case file with explanations, only what this kind of filing needs.\n\n"
        "Without -o the file is printed, so that no plain copy need lie on the disk."
    ),
)
@click.argument("kind")
@option("-o", "--output", type=click.Path(path_type=Path), help=N_("File to write; it must not exist yet."))
@option("--force", is_flag=True, help=N_("Overwrite an existing file."))
@option("--schema", is_flag=True, help=N_("Print the JSON Schema of a case file instead, for editors."))
@click.pass_obj
def command(office: Path | None, kind: str, output: Path | None, force: bool, schema: bool) -> None:
    from panahat.case import json_schema, starter
    from panahat.desk import Desk

    desk = Desk.at(office)
    needs = desk.filing(kind).needs
    text = json_schema(language()) if schema else starter(needs, language())
    if output is None:
        pour(text)
        return
    from panahat.seal import write_file

    write_file(output, text.encode(), force=force)
    say(N_("Written: {file}. Fill it in, then run: panahat check {file} --for {kind}"), file=output, kind=kind)
