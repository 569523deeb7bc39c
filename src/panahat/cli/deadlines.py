"""`panahat deadlines CASE…`: each period with its count."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import click

from panahat.cli.speech import Command, as_json, language, option, show, tr
from panahat.cli.terminal import echo, style
from panahat.messages import N_, translator

WHO = {"client": N_("served on the client"), "defender": N_("served on the defender")}


@click.command(
    cls=Command,
    help=N_(
        "Each period: from which day, last day, safe day, how it was counted and by which norm. Service on the client and on "
        "the defender are told apart; the earlier period governs and stands first."
    ),
)
@click.argument("cases", nargs=-1, required=True, type=click.Path(path_type=Path))
@option("--for", "kind", help=N_("Only the periods of this kind of filing."))
@option("--json", "in_json", is_flag=True, help=N_("Print JSON for programs."))
@click.pass_obj
def command(office: Path | None, cases: tuple[Path, ...], kind: str | None, in_json: bool) -> None:
    from panahat.desk import Desk
    from panahat.draft import term_data

    to = translator(language())
    rows: list[dict[str, Any]] = []
    for case in cases:
        desk = Desk.beside(case, office)
        file = desk.load(case)
        for term in desk.terms(file, kind):
            row = {"case": file.case.id, **term_data(term, desk.law, file, to, language(), date.today())}
            rows.append(row)
            if not in_json:
                _print(row)
                show(term.count.problems)
    if in_json:
        as_json({"deadlines": rows})
    elif not rows:
        echo(tr(N_("No period runs: the case has no date that starts one.")))


def _shown(day: str) -> str:
    return f"{date.fromisoformat(day):%d.%m.%Y}"


def _print(row: dict[str, Any]) -> None:
    echo(style(f"{row['case']}: {row['title']}", bold=True))
    echo(f"  {tr(WHO[row['who']])} — {row['fact']} ({row['line']})")
    for step in row["said"]:
        echo(f"    {step}")
    echo(f"  {tr(N_('last day: {due}; file no later than: {safe}'), due=_shown(row['due']), safe=_shown(row['safe']))}")
    echo(f"  {tr(N_('norms: {norms}'), norms=', '.join(row['norms']))}")
    if row["late"]:
        echo(
            "  "
            + style(
                tr(N_("The filing is dated after the last day: ask to restore the period (CPC art. 50).")), fg="red"
            )
        )
