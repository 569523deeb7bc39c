"""`panahat render CASE --for KIND --in ru`: the filing, its review sheet and its manifest."""

from __future__ import annotations

from pathlib import Path

import click

from panahat.cli.filing_options import which_filing
from panahat.cli.output import Command, option, say, show, tr
from panahat.messages import N_


@click.command(
    cls=Command,
    help=N_(
        "Makes the filing, its review sheet and its manifest.\n\n"
        "The files are named by the case's id and the kind; -o names a folder or the filing's file. Nothing is written if "
        "anything is wrong, and an existing file is kept unless --force is given."
    ),
)
@which_filing
@option(
    "-o",
    "--output",
    type=click.Path(path_type=Path),
    help=N_("Folder, or name of the filing's file; a folder that is not there is made."),
)
@option(
    "--final", is_flag=True, help=N_("The final filing: refused while anything is uncertain; without the draft mark.")
)
@option("--lock", is_flag=True, help=N_("Lock the files as the case is locked: each ends in .age."))
@option("--pdf", is_flag=True, help=N_("Also a PDF, where LibreOffice is installed."))
@option("--force", is_flag=True, help=N_("Overwrite existing files."))
@click.pass_obj
def command(
    office: Path | None,
    case: Path,
    kind: str,
    form: str,
    layout: str,
    output: Path | None,
    final: bool,
    lock: bool,
    pdf: bool,
    force: bool,
) -> None:
    if lock and pdf:
        raise click.UsageError(
            tr(N_("--pdf and --lock do not go together: LibreOffice would write the filing unlocked."))
        )
    from panahat.building import file_names, keep_apart, make, write
    from panahat.workspace import Workspace

    workspace = Workspace.beside(case, office)
    file = workspace.load(case)
    names = file_names(output, file.case.id, kind, form)
    keep_apart(file, case.parent, names)
    made = make(workspace, file, kind, form, layout=layout, final=final, base=case.parent)
    show(made.problems, to_stderr=True)
    names = write(made, names, force=force, like=case if lock else None)
    say(N_("Filing: {file}"), file=names.filing)
    say(N_("Review sheet: {file}"), file=names.sheet)
    say(N_("Manifest: {file}"), file=names.manifest)
    if pdf:
        from panahat.seal.pdf import to_pdf

        written = to_pdf(names.filing, names.pdf, force, workspace.filing(kind).title[form.split("-")[0]])
        if written:
            say(N_("PDF: {file}"), file=written)
        else:
            say(N_("No PDF was made: LibreOffice is not installed here."))
