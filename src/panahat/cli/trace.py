"""`panahat trace FILING`: where each paragraph of a filing comes from."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from panahat.cli.output import Command, as_json, language, option, say, show, tr
from panahat.cli.terminal import echo, style
from panahat.messages import N_, translator

if TYPE_CHECKING:
    from panahat.versions.opening import Version

_COLOURS = {"as-drafted": "green", "edited": "yellow", "added": "cyan", "removed": "red"}
_LENGTH = 110


@click.command(
    cls=Command,
    help=N_(
        "Where each paragraph of a filing comes from: template or argument, facts with their lines in the case file, norms, "
        "annexes, and the condition that let it in.\n\n"
        "FILING may have been edited and saved by Word or LibreOffice: it is compared with the draft made anew from what its "
        "manifest names. Edited paragraphs are shown as such."
    ),
)
@click.argument("filing")
@option("--case", help=N_("The case file it was made from, where it is not found beside the filing or in git."))
@option("--paragraph", "only", type=int, help=N_("Only this paragraph, by its number."))
@option("--edited", is_flag=True, help=N_("Only what is not as it was drafted."))
@option("--json", "in_json", is_flag=True, help=N_("Print JSON for programs."))
@click.pass_obj
def command(office: Path | None, filing: str, case: str | None, only: int | None, edited: bool, in_json: bool) -> None:
    from panahat.review.anchoring import anchor
    from panahat.versions.data import trace_data
    from panahat.versions.opening import Options, open_version
    from panahat.versions.workspaces import Desks

    version = open_version(filing, Options(Desks(office), case=case or ""), needed=True)
    source = version.source
    if source is None:
        return
    found = anchor(version.document, source.drafts, source.layout)
    all_rows = trace_data(found, source.file, source.drafts, language())
    rows = [
        row
        for row in all_rows
        if (only is None or row["paragraph"] == only) and not (edited and row["state"] == "as-drafted")
    ]
    if in_json:
        to = translator(language())
        notes = [p.as_dict(to) for p in _notes(version)]
        as_json({"filing": version.name, "case": source.file.name, "paragraphs": rows, "notes": notes})
        return
    show(_notes(version), to_stderr=True)
    say(N_("Case: {file}"), file=source.file.name)
    for row in rows:
        _print(row)
    counts = {state: sum(row["state"] == state for row in all_rows) for state in _COLOURS}
    say(
        N_("As drafted: {drafted}, edited: {edited}, added: {added}, removed: {removed}."),
        drafted=counts["as-drafted"],
        edited=counts["edited"],
        added=counts["added"],
        removed=counts["removed"],
    )


def _notes(version: Version) -> list[Any]:
    from panahat.versions.comparing import tracked_notes

    return [*tracked_notes(version), *version.notes]


def _print(row: dict[str, Any]) -> None:
    from panahat.review.wording import STATE_WORDS

    number = f"¶ {row['paragraph']}" if row["paragraph"] else "¶ –"
    state = style(tr(STATE_WORDS[row["state"]]), fg=_COLOURS[row["state"]], bold=row["state"] != "as-drafted")
    text = row["text"] if len(row["text"]) <= _LENGTH else row["text"][: _LENGTH - 1] + "…"
    echo(f"{number}  {state}  {text}")
    if row["state"] == "edited":
        echo("    " + tr(N_("as drafted: {words}"), words=row["drafted"]))
    if row["origin"] is None:
        return
    origin = row["origin"]
    kind = (
        N_("argument {name}, paragraph {number}")
        if origin["kind"] == "argument"
        else N_("template {name}, paragraph {number}")
    )
    echo("    " + tr(kind, name=origin["name"], number=origin["paragraph"]))
    for label, values in (
        (N_("facts"), [f"{f['path']} ({tr(N_('line {line}'), line=f['line'])})" for f in row["facts"]]),
        (N_("norms"), row["norms"]),
        (N_("annexes"), row["annexes"]),
        (N_("condition"), row["condition"]),
    ):
        if values:
            echo(f"    {tr(label)}: {', '.join(values)}")
