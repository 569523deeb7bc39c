"""`panahat new KIND`: a starter case file that explains itself."""

from __future__ import annotations

from pathlib import Path

import click

from panahat.cli.output import Command, language, option, say, tr
from panahat.cli.terminal import pour
from panahat.messages import N_

_SUFFIXES = (".yml", ".age")


@click.command(
    cls=Command,
    help=N_(
        "A starter case file with explanations: what this kind of filing needs, every other group of facts in one line.\n\n"
        "Without -o the file is printed, so that no plain copy need lie on the disk."
    ),
)
@click.argument("kind")
@option(
    "-o",
    "--output",
    type=click.Path(path_type=Path),
    help=N_("File to write, or a folder for it; the file must not exist yet."),
)
@option("--force", is_flag=True, help=N_("Overwrite an existing file."))
@option(
    "--unfold",
    multiple=True,
    metavar="GROUP",
    help=N_("Show this group of facts open, for example risk.health; «all» for every one. May be given several times."),
)
@option(
    "--only",
    multiple=True,
    metavar="GROUP",
    help=N_("Print nothing but the lines of this group, for a file already begun. May be given several times."),
)
@click.pass_obj
def command(
    office: Path | None, kind: str, output: Path | None, force: bool, unfold: tuple[str, ...], only: tuple[str, ...]
) -> None:
    from panahat.case.starter_file import ALL, groups, part, starter
    from panahat.workspace import Workspace

    _known(unfold, (ALL, *groups()))
    _known(only, groups())
    needs = Workspace.at(office).filing(kind).needs
    text = part(needs, language(), only) if only else starter(needs, language(), unfold)
    if output is None:
        pour(text)
        return
    from panahat import locked
    from panahat.seal.write import in_folder, write_file

    target = in_folder(output, f"{kind}.yaml", _SUFFIXES)
    content = text.encode()
    write_file(target, locked.again(content, str(target)) if locked.plain(target) != target else content, force=force)
    say(N_("Written: {file}. Fill it in, then run: panahat check {file} --for {kind}"), file=target, kind=kind)


def _known(asked: tuple[str, ...], names: tuple[str, ...]) -> None:
    """Raises UsageError where there is no group of one of these names."""
    from difflib import get_close_matches

    for name in asked:
        if name not in names:
            near = ", ".join(get_close_matches(name, names, 4, 0.5) or [n for n in names if "." not in n])
            raise click.UsageError(
                tr(N_("There is no group «{group}». Groups that can be shown open: {near}."), group=name, near=near)
            )
