"""`panahat schema`: the JSON Schema of a case file, for editors that complete keys and explain them."""

from __future__ import annotations

from pathlib import Path

import click

from panahat.cli.output import Command, language, option, say
from panahat.cli.terminal import pour
from panahat.messages import LANGUAGES, N_

GUIDE_FILE = "case-file.md"


@click.command(
    cls=Command,
    help=N_(
        "The JSON Schema of a case file, for editors that complete keys and explain them.\n\n"
        "Starter files name it in their first line: put it beside the case file as panahat.schema.json. With --guide: the "
        "same for people, in Markdown: every key with its meaning, an example and the filings that use it."
    ),
)
@option("--lang", type=click.Choice(LANGUAGES), expose_value=False, help=N_("Language of titles and explanations."))
@option("--guide", "for_people", is_flag=True, help=N_("The guide for people instead of the schema for editors."))
@option("-o", "--output", type=click.Path(path_type=Path), help=N_("File to write, or a folder for it."))
@option("--force", is_flag=True, help=N_("Overwrite an existing file."))
@click.pass_obj
def command(office: Path | None, for_people: bool, output: Path | None, force: bool) -> None:
    from panahat.case.schema import json_schema

    text = _guide(office) if for_people else json_schema(language())
    if output is None:
        pour(text)
        return
    from panahat.case.starter_file import SCHEMA_FILE
    from panahat.seal.write import in_folder, write_file

    target = in_folder(output, GUIDE_FILE if for_people else SCHEMA_FILE)
    write_file(target, text.encode(), force=force)
    say(N_("Written: {file}."), file=target)


def _guide(office: Path | None) -> str:
    """The guide to the case file, with the kinds of filings on the library."""
    from panahat.case.guide import guide
    from panahat.drafting.uses import uses
    from panahat.workspace import Workspace

    workspace = Workspace.at(office)
    return guide(uses(workspace.library, workspace.filings, workspace.arguments), language())
