"""`panahat templates check` and `panahat templates text FILE`: are the templates sound; a Word file as text."""

from __future__ import annotations

from pathlib import Path

import click

from panahat.cli.speech import Command, Group, as_json, language, option, say, show
from panahat.messages import N_, translator
from panahat.problems import Problem, Refused, errors, in_order


@click.command(
    "check",
    cls=Command,
    help=N_("Every template, argument, filing description and law file: sound, and its text twin fresh?"),
)
@option("--json", "in_json", is_flag=True, help=N_("Print JSON for programs."))
@click.pass_obj
def check(office: Path | None, in_json: bool) -> None:
    from panahat.desk import Desk
    from panahat.render import check_twin

    desk = Desk.at(office)
    problems: list[Problem] = []
    for load in ("law", "arguments", "filings"):
        try:
            getattr(desk, load)
        except Refused as refused:
            problems += refused.problems
    for name, path in desk.shelf.walk("", ".docx"):
        try:
            desk.template(name)
            problems += check_twin(path, path.with_suffix(".txt"))
        except Refused as refused:
            problems += refused.problems
    if in_json:
        as_json({"problems": [p.as_dict(translator(language())) for p in in_order(problems)]})
    else:
        show(problems)
        if not problems:
            say(N_("Nothing to mend."))
    if errors(problems):
        raise SystemExit(1)


@click.command(
    "text", cls=Command, help=N_("A Word file as text, one line a paragraph; for templates, this is the text twin.")
)
@click.argument("file", type=click.Path(path_type=Path, exists=True, dir_okay=False))
def text(file: Path) -> None:
    from panahat.render import twin_text

    click.echo(twin_text(file), nl=False)


@click.group(cls=Group, help=N_("Templates: are they sound, and what do they say."))
def command() -> None:
    pass


command.add_command(check)
command.add_command(text)
