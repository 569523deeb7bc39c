"""`panahat scrub FILE -o COPY`: the document without what it would tell beside what it shows."""

from __future__ import annotations

from pathlib import Path

import click
from msgspec.structs import replace

from panahat.cli.output import Command, language, option, say, tr
from panahat.messages import N_, translator
from panahat.problems import Refused


@click.command(
    cls=Command,
    help=N_(
        "A copy of a Word document, PDF, JPEG or PNG that tells nothing but what it shows.\n\n"
        "Every word, number, table and picture stays, and that is proven before the copy is written; your own file stays as it "
        "is. Comments, hidden runs, links and fields go, fields as the text they show. Tracked changes, letters that nobody "
        "can see, and parts that are not known stop the work: they are named, and you decide."
    ),
)
@click.argument("file", type=click.Path(path_type=Path, exists=True, dir_okay=False), metavar="FILE")
@option("-o", "--output", required=True, type=click.Path(path_type=Path), help=N_("The copy, or a folder for it."))
@option("--accept-changes", "changes", flag_value="accept", help=N_("Take tracked changes as accepted."))
@option("--reject-changes", "changes", flag_value="reject", help=N_("Take tracked changes as rejected."))
@option("--force", is_flag=True, help=N_("Overwrite existing files."))
def command(file: Path, output: Path, changes: str | None, force: bool) -> None:
    from panahat import opener
    from panahat.papers.limits import LIMITS
    from panahat.papers.scrubbing import revealed, scrubbed
    from panahat.seal.write import in_folder, write_file

    if output.suffix and output.suffix.lower() != file.suffix.lower():
        raise click.UsageError(tr(N_("The copy is of the same kind as the file: name it with the same ending.")))
    content = opener.read(file, LIMITS["bytes"], str(file))
    try:
        told, made = revealed(content), scrubbed(content, changes or "")
    except Refused as refused:
        raise Refused(replace(p, file=str(file)) for p in refused.problems) from None
    target = in_folder(output, file.name)
    write_file(target, made, force)
    to = translator(language())
    for problem in told:
        say(N_("Taken out: {what}"), what=problem.say(to, problem.code.what))
    say(N_("Written, and tells nothing but what it shows: {file}"), file=target)
