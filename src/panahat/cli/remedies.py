"""`panahat remedies CASE`: what can be filed on a day, until when, what it suspends, and what is closed and why."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path
from typing import Any

import click

from panahat.cli.output import Command, Day, as_json, language, option, print_state, say, show, tr
from panahat.cli.terminal import echo, style
from panahat.messages import N_

_COLOURS = {"closing": "red", "late": "magenta", "open": "green", "unknown": "yellow"}


@click.command(
    cls=Command,
    help=N_(
        "Every remedy on a day: what can be filed, until when, what it suspends and what it does not, what it lacks, what "
        "goes with it; what is closed, and why. What closes first stands first."
    ),
)
@click.argument("case", type=click.Path(path_type=Path))
@option(
    "--on",
    type=Day(hours=True),
    help=N_("The day, or the day with its hour, 2026-02-09 14:30; without it: now."),
)
@option("--svg", type=click.Path(path_type=Path), help=N_("Also draw the days ahead into this file."))
@option("--force", is_flag=True, help=N_("Overwrite an existing file."))
@option("--json", "in_json", is_flag=True, help=N_("Print JSON for programs."))
@click.pass_obj
def command(office: Path | None, case: Path, on: date | None, svg: Path | None, force: bool, in_json: bool) -> None:
    tell(office, case, on, svg, force=force, in_json=in_json)


def tell(
    office: Path | None,
    case: Path,
    on: date | None = None,
    svg: Path | None = None,
    *,
    force: bool = False,
    in_json: bool = False,
) -> None:
    """Prints the remedies of the case on that day (None: now). Exits with 1 where a period cannot be counted."""
    from panahat.drafting.remedies import drawn, remedies_data
    from panahat.workspace import Workspace

    workspace = Workspace.beside(case, office)
    file = workspace.load(case)
    at = on or datetime.now().replace(second=0, microsecond=0)
    found = workspace.remedies(file, at)
    told = remedies_data(file, found, workspace.filings, at, language())
    if svg is not None:
        from panahat.seal.write import in_folder, write_file

        svg = in_folder(svg, f"{told['case']}.remedies.svg")
        write_file(svg, drawn(told, language()).encode(), force=force)
    if in_json:
        as_json(told)
    else:
        print_remedies(told)
        show([p for r in found for p in r.problems], to_stderr=True)
        if svg is not None:
            say(N_("Written: {file}."), file=svg)
    if told["problems"]:
        raise SystemExit(1)


def print_remedies(told: dict[str, Any]) -> None:
    """Prints a table of what can be filed, each with what is around it, the days ahead, and what cannot be filed."""
    rows = [row for row in told["remedies"] if row["state"] not in ("closed", "not-applicable")]
    echo(style(f"{told['case']}: {_shown(told['on'])}", bold=True))
    if rows:
        heads = [tr(N_("state")), tr(N_("file by")), tr(N_("last day")), tr(N_("remedy"))]
        cells = [[row["said"], _shown(row["safe"]), _shown(row["due"]), row["kind"]] for row in rows]
        widths = [max(len(line[n]) for line in (heads, *cells)) for n in range(4)]
        for line in (heads, *cells):
            echo("  " + "  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)).rstrip())
    for row in rows:
        echo("")
        echo(style(f"{row['title']}  [{row['norm'] or row['kind']}]", fg=_COLOURS.get(row["state"]), bold=True))
        print_state(row)
        for effect in row["suspends"]:
            norm = f" [{effect['norm']}]" if effect["norm"] else ""
            echo(f"    {effect['said']}: {effect['why']}{norm}")
        for other in row["goes_with"]:
            echo(f"    {other['said']}: {other['why']}")
        if row["lacks"]:
            echo(f"    {tr(N_('it needs'))}: {', '.join(place['path'] for place in row['lacks'])}")
    if told["ahead"]:
        echo("")
        echo(style(tr(N_("The days ahead")), bold=True))
    for event in told["ahead"]:
        echo(
            f"  {event['days']:>4}  {event['day']:16}  {event['said']}: {event['kind']} ({event['period']}, {event['from']})"
        )
    shut = [row for row in told["remedies"] if row not in rows]
    if shut:
        echo("")
        echo(style(tr(N_("Not to be filed")), bold=True))
    for row in shut:
        print_state(row)


def _shown(day: str | None) -> str:
    if day is None:
        return "—"
    return f"{datetime.fromisoformat(day):%d.%m.%Y %H:%M}" if "T" in day else f"{date.fromisoformat(day):%d.%m.%Y}"
