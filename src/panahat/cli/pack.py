"""`panahat pack CASE --for KIND --in ru -o DIR`: the folder that goes to the body."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from panahat.cli.filing_options import which_filing
from panahat.cli.output import Command, as_json, language, option, say, show
from panahat.messages import N_, translator

if TYPE_CHECKING:
    from panahat.packing.making import Pack


@click.command(
    cls=Command,
    help=N_(
        "Makes the folder that goes to the body.\n\n"
        "It holds the filing, its annexes stamped and in order, the list of annexes, and one PDF of all; a folder "
        "inside it, which stays with you, holds a note for the one who files, the review sheet and the manifests. Nothing is "
        "written if anything is wrong with the filing or an annex, and your own files are never changed."
    ),
)
@which_filing
@option("-o", "--output", type=click.Path(path_type=Path), required=True, help=N_("The folder to be made."))
@option(
    "--route",
    type=click.Choice(["paper", "eds", "custody"]),
    help=N_(
        "On paper, with an electronic signature, or through the place of detention; else as filing.submission says."
    ),
)
@option("--scrub", is_flag=True, help=N_("Take out of the copies of the annexes what tells of their making."))
@option(
    "--final", is_flag=True, help=N_("The final filing: refused while anything is uncertain; without the draft mark.")
)
@option("--force", is_flag=True, help=N_("Replace an earlier pack in that folder."))
@option("--json", "in_json", is_flag=True, help=N_("Print JSON for programs."))
@click.pass_obj
def command(
    office: Path | None,
    case: Path,
    kind: str,
    form: str,
    layout: str,
    output: Path,
    route: str | None,
    scrub: bool,
    final: bool,
    force: bool,
    in_json: bool,
) -> None:
    from panahat.packing.making import former, pack
    from panahat.seal.write import write_folder
    from panahat.workspace import Workspace

    workspace = Workspace.beside(case, office)
    file = workspace.load(case)
    made = pack(workspace, file, kind, form, layout=layout, final=final, base=case.parent, route=route, scrub=scrub)
    write_folder(output, made.files, former(output) if force else None)
    if in_json:
        as_json(_told(made, output))
        return
    show(made.problems, to_stderr=True)
    say(N_("Folder: {folder}"), folder=output)
    for piece in made.pieces:
        say(N_("{file} — {pages} p.") if piece.pages else "{file}", file=piece.name, pages=piece.pages)


def _told(made: Pack, output: Path) -> dict[str, object]:
    """The pack for programs."""
    return {
        "folder": str(output),
        "route": made.route,
        "files": [
            {"name": p.name, "role": p.role, "bytes": len(p.content), "pages": p.pages, "goes": p.goes}
            for p in made.pieces
        ],
        "problems": [p.as_dict(translator(language())) for p in made.problems],
    }
