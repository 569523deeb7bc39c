"""`panahat deadlines CASE…`: each period with its count."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path
from typing import Any

import click

from panahat.cli.output import Command, Day, as_json, language, option, print_state, show, tr
from panahat.cli.terminal import echo, style
from panahat.messages import N_, translator
from panahat.problems import Refused, errors


@click.command(
    cls=Command,
    help=N_(
        "Each period: from which day, last day, safe day, how it was counted and by which norm. Service on the client and on "
        "the defender are told apart; the earlier period governs and stands first."
    ),
)
@click.argument("cases", nargs=-1, type=click.Path(path_type=Path))
@option("--for", "kind", help=N_("Only the periods of this kind of filing."))
@option("--count", "key", help=N_("Count this period of the law data, without a case."))
@option(
    "--from",
    "start",
    type=Day(hours=True),
    help=N_("With --count: the day it starts, 2026-02-09; with the hour for a period in hours."),
)
@option("--json", "in_json", is_flag=True, help=N_("Print JSON for programs."))
@click.pass_obj
def command(
    office: Path | None, cases: tuple[Path, ...], kind: str | None, key: str | None, start: date | None, in_json: bool
) -> None:
    from panahat.drafting.periods import term_data
    from panahat.drafting.states import state_data
    from panahat.workspace import Workspace

    if key is not None and start is not None and not cases:
        _one(office, key, start, in_json=in_json)
        return
    if not cases or key is not None or start is not None:
        raise click.UsageError(tr(N_("Name cases, or a period with --count and the day it starts with --from.")))
    to = translator(language())
    rows: list[dict[str, Any]] = []
    states: list[dict[str, Any]] = []
    for case in cases:
        workspace = Workspace.beside(case, office)
        file = workspace.load(case)
        for term in workspace.terms(file, kind):
            row = {"case": file.case.id, **term_data(term, workspace.law, file, to, language(), date.today())}
            rows.append(row)
            if not in_json:
                _print(row)
                show(term.count.problems)
        for found in workspace.states(file, kind):
            states.append({"case": file.case.id, **state_data(file, found, workspace.filings, language())})
            if not in_json:
                print_state(states[-1])
    if in_json:
        as_json({"deadlines": rows, "states": states})
    elif not rows:
        text = N_(
            "No period runs that the filings of this program have. Any other: panahat deadlines --count KEY --from DATE; "
            "its key: panahat law TEXT."
        )
        echo(tr(text))


def _one(office: Path | None, key: str, start: date, *, in_json: bool) -> None:
    """Counts one period of the law data."""
    from panahat.drafting.periods import count_data
    from panahat.law.counting import count
    from panahat.workspace import Workspace

    law = Workspace.at(office).law
    found = count(law, key, start)
    if broken := errors(found.problems):
        raise Refused(broken)
    row = count_data(found, law, translator(language()), language(), date.today())
    if in_json:
        as_json({"deadlines": [row]})
        return
    _head(row, row["title"])
    show(found.problems)


def _shown(day: str) -> str:
    return f"{datetime.fromisoformat(day):%d.%m.%Y %H:%M}" if "T" in day else f"{date.fromisoformat(day):%d.%m.%Y}"


def _print(row: dict[str, Any]) -> None:
    _head(row, f"{row['case']}: {row['title']}", f"  {row['started_by']} — {row['fact']} ({row['line']})")
    if row["strict"]:
        said = N_("counted from the day itself, not from the day after, the last day would be {day}")
        echo(f"  {tr(said, day=_shown(row['strict']))}")
    if row["late"]:
        text = N_("The filing is dated after the last day.")
        if row["restorable"]:
            text = N_("The filing is dated after the last day: ask to restore the period.")
        echo("  " + style(tr(text), fg="red"))


def _head(row: dict[str, Any], title: str, *more: str) -> None:
    echo(style(title, bold=True))
    for line in more:
        echo(line)
    for step in row["said"]:
        echo(f"    {step}")
    echo(f"  {tr(N_('last day: {due}; file no later than: {safe}'), due=_shown(row['due']), safe=_shown(row['safe']))}")
    echo(f"  {tr(N_('norms: {norms}'), norms=', '.join(row['norms']))}")
