"""`panahat check CASE…`: every problem of every file at once."""

from __future__ import annotations

from pathlib import Path

import click
from msgspec.structs import replace

from panahat.cli.output import Command, as_json, language, option, say, show
from panahat.drafting.forms import FORMS
from panahat.messages import N_, translator
from panahat.problems import Problem, Refused, errors, in_order


@click.command(
    cls=Command,
    help=N_(
        "All problems of one or more case files at once, with line, reason and remedy.\n\n"
        "CASE is a file, or - for standard input. Exit code 1 if anything must be mended in any of them. With --json there "
        "is one list of problems for all files; each problem names its file."
    ),
)
@click.argument("cases", metavar="CASE...", nargs=-1, required=True, type=click.Path(path_type=Path))
@option("--for", "kind", help=N_("Also ask for what this kind of filing needs."))
@option(
    "--in",
    "form",
    type=click.Choice(FORMS),
    default="ru",
    show_default=True,
    help=N_("Language of the filing."),
)
@option("--final", is_flag=True, help=N_("Check as for the final filing: what is uncertain becomes an error."))
@option("--wanted", is_flag=True, help=N_("List each fact that the filing would like to have."))
@option("--json", "in_json", is_flag=True, help=N_("Print JSON for programs."))
@click.pass_obj
def command(
    office: Path | None,
    cases: tuple[Path, ...],
    kind: str | None,
    form: str,
    final: bool,
    wanted: bool,
    in_json: bool,
) -> None:
    found: list[Problem] = []
    for case in dict.fromkeys(cases):
        try:
            found += _problems(office, case, kind, form, final)
        except Refused as refused:
            if len(cases) == 1:
                raise
            found += refused.problems
    problems = in_order(found)
    if in_json:
        as_json({"problems": [p.as_dict(translator(language())) for p in problems]})
    else:
        show(problems, wanted=wanted)
        if not problems:
            say(N_("Nothing to mend."))
    if errors(problems):
        raise SystemExit(1)


def _problems(office: Path | None, case: Path, kind: str | None, form: str, final: bool) -> list[Problem]:
    """Everything wrong with one case, each problem with a file's name. Raises Refused where it cannot be read."""
    from panahat.workspace import Workspace

    workspace = Workspace.beside(case, office)
    file = workspace.load(case)
    if kind is None:
        problems = workspace.check(file, None, final=final, languages=form.split("-"), base=case.parent)
    else:
        from panahat.building import review

        problems = list(review(workspace, file, kind, form, final=final, base=case.parent).problems)
    return [replace(p, file=p.file or file.name) for p in problems]
