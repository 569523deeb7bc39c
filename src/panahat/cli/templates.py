"""`panahat templates check` and `panahat templates text FILE`: are the templates sound; a Word file as text."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from panahat import opener
from panahat.cli.output import Command, Group, as_json, language, option, say, show, tr
from panahat.cli.terminal import pour
from panahat.messages import N_, translator
from panahat.problems import Problem, Refused, errors, in_order

if TYPE_CHECKING:
    from panahat.workspace import Workspace


@click.command(
    "check",
    cls=Command,
    help=N_("Every template, argument, filing description and law file: sound, and its text twin fresh?"),
)
@option("--json", "in_json", is_flag=True, help=N_("Print JSON for programs."))
@click.pass_obj
def check(office: Path | None, in_json: bool) -> None:
    from panahat.argue.load import unanswered_elsewhere
    from panahat.drafting.corrections import correction_problems
    from panahat.drafting.unbound import unbound
    from panahat.render.template import check_twin
    from panahat.workspace import Workspace

    workspace = Workspace.at(office)
    problems: list[Problem] = []
    for load in ("law", "arguments", "filings"):
        try:
            getattr(workspace, load)
        except Refused as refused:
            problems += refused.problems
    for name, path in workspace.library.walk("", ".docx"):
        try:
            workspace.template(name)
            problems += check_twin(path, path.with_suffix(".txt"))
        except Refused as refused:
            problems += refused.problems
    problems += [*correction_problems(workspace.library), *unanswered_elsewhere(workspace.library)]
    if {"arguments", "filings"} <= workspace.__dict__.keys():
        problems += unbound(workspace.library, workspace.filings, workspace.arguments)
    if not errors(problems):
        problems += [*_structures(workspace), *_names(workspace)]
    if in_json:
        as_json({"problems": [p.as_dict(translator(language())) for p in in_order(problems)]})
    else:
        show(problems)
        if not problems:
            say(N_("Nothing to mend."))
    if errors(problems):
        raise SystemExit(1)


def _structures(workspace: Workspace) -> Iterator[Problem]:
    """Where the languages of a filing or an argument part."""
    from panahat.drafting.structure import compare_outlines, compare_passages

    for kind, filing in workspace.filings.items():
        first, *others = [f"filings/{kind}/{language}.docx" for language in filing.languages]
        for other in others:
            yield from compare_outlines(
                other, workspace.template(other).outline, first, workspace.template(first).outline
            )
    for argument in workspace.arguments:
        names = [f"arguments/{argument.id}/{language}.md" for language in ("kk", "ru")]
        found = [(name, opener.read_text(file, name)) for name in names if (file := workspace.library.find(name))]
        if len(found) == 2:
            yield from compare_passages(*found[0], *found[1])


def _names(workspace: Workspace) -> Iterator[Problem]:
    """Every name of a text that the vocabulary does not have."""
    from panahat.drafting.names import unknown_names

    return unknown_names(
        workspace.library,
        workspace.law,
        workspace.filings,
        workspace.arguments,
        lambda name: workspace.template(name).texts,
    )


@click.command(
    "text", cls=Command, help=N_("A Word file as text, one line a paragraph; for templates, this is the text twin.")
)
@click.argument("file", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@option(
    "--for-git",
    is_flag=True,
    help=N_("For git's diff: of a file that cannot be read, one line says so, and the exit code is 0."),
)
def text(file: Path, for_git: bool) -> None:
    from panahat.render.text_reading import twin_text

    try:
        shown = twin_text(file)
    except Refused as refused:
        if not for_git:
            raise
        shown = _unreadable(refused.problems[0].code.id)
    except Exception as error:
        if not for_git:
            raise
        shown = _unreadable(type(error).__name__)
    pour(shown)


def _unreadable(reason: str) -> str:
    return tr(N_("[not readable: {reason}]"), reason=reason) + "\n"


@click.command(
    "names", cls=Command, help=N_("The names that a template or an argument may print, as a table (Markdown).")
)
@click.pass_obj
def names(office: Path | None) -> None:
    from panahat.drafting.names import table
    from panahat.workspace import Workspace

    pour(table(Workspace.at(office).law, "ru", translator(language())))


@click.group(cls=Group, help=N_("Templates: are they sound, and what do they say."))
def command() -> None:
    pass


command.add_command(check)
command.add_command(text)
command.add_command(names)
