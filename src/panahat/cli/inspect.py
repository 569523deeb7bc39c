"""`panahat inspect FILE…`: what a document would tell beside what it shows."""

from __future__ import annotations

from pathlib import Path

import click
from msgspec.structs import replace

from panahat.cli.output import Command, as_json, language, option, say, show
from panahat.messages import N_, translator
from panahat.problems import Problem, Refused


@click.command(
    cls=Command,
    help=N_(
        "What a Word document, PDF, JPEG or PNG would tell beside what it shows.\n\n"
        "Authors, times, changes, comments, hidden and white text, fields, links, paths, data of cameras and programs: in "
        "kinds and counts, never in values. Exit code 1 if there is anything. What Word adds when a filing is edited and saved "
        "is found here too: look before you send."
    ),
)
@click.argument(
    "files", nargs=-1, required=True, type=click.Path(path_type=Path, exists=True, dir_okay=False), metavar="FILE…"
)
@option("--json", "in_json", is_flag=True, help=N_("Print JSON for programs."))
def command(files: tuple[Path, ...], in_json: bool) -> None:
    found = [problem for file in files for problem in _of(file)]
    if in_json:
        as_json({"problems": [p.as_dict(translator(language())) for p in found]})
    else:
        show(found)
        for file in files:
            if not any(p.file == str(file) for p in found):
                say(N_("{file}: tells nothing but what it shows."), file=file)
    if found:
        raise SystemExit(1)


def _of(file: Path) -> list[Problem]:
    from panahat import opener
    from panahat.papers.limits import LIMITS
    from panahat.papers.scrubbing import revealed

    try:
        found = revealed(opener.read(file, LIMITS["bytes"], str(file)))
    except Refused as refused:
        found = list(refused.problems)
    return [replace(p, file=str(file)) for p in found]
