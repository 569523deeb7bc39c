"""`panahat check CASE`: every problem at once."""

from __future__ import annotations

from pathlib import Path

import click

from panahat.cli.speech import Command, as_json, language, option, say, show
from panahat.messages import N_, translator
from panahat.problems import errors


@click.command(
    cls=Command,
    help=N_(
        "All problems of a case file at once, with line, reason and remedy.\n\n"
        "CASE is a file, or - for standard input. Exit code 1 if anything must be mended."
    ),
)
@click.argument("case", type=click.Path(path_type=Path))
@option("--for", "kind", help=N_("Also ask for what this kind of filing needs."))
@option(
    "--in",
    "form",
    type=click.Choice(["ru", "kk", "kk-ru", "en"]),
    default="ru",
    show_default=True,
    help=N_("Language of the filing."),
)
@option("--final", is_flag=True, help=N_("Check as for the final filing: what is uncertain becomes an error."))
@option("--json", "in_json", is_flag=True, help=N_("Print JSON for programs."))
@click.pass_obj
def command(office: Path | None, case: Path, kind: str | None, form: str, final: bool, in_json: bool) -> None:
    from panahat.desk import Desk

    desk = Desk.beside(case, office)
    problems = desk.check(desk.load(case), kind, final=final, languages=form.split("-"), base=case.parent)
    if in_json:
        as_json({"problems": [p.as_dict(translator(language())) for p in problems]})
    else:
        show(problems)
        if not problems:
            say(N_("Nothing to mend."))
    if errors(problems):
        raise SystemExit(1)
