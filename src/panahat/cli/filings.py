"""`panahat filings`: what can be drafted, in which languages, to whom."""

from __future__ import annotations

from typing import Any

import click

from panahat.cli.output import Command, as_json, language, option, tr
from panahat.cli.terminal import echo
from panahat.messages import N_


@click.command(cls=Command, help=N_("What can be drafted: kinds of filings, their languages, norm and addressee."))
@option("--json", "in_json", is_flag=True, help=N_("Print JSON for programs."))
@click.pass_obj
def command(office: object, in_json: bool) -> None:
    from panahat.workspace import Workspace

    workspace = Workspace.at(office)  # type: ignore[arg-type]
    rows: list[dict[str, Any]] = [
        {
            "kind": f.kind,
            "title": f.title.get(language(), f.title["en"]),
            "languages": list(f.languages),
            "addressee": [{r.rule: r.at} for r in f.addressee],
            "through": [{r.rule: r.at} for r in f.through],
            "periods": [p.key for p in f.periods],
            "norm": f.norm,
        }
        for f in workspace.filings.values()
    ]
    if in_json:
        as_json(rows)
        return
    for row in rows:
        echo(f"{row['kind']}  ({', '.join(row['languages'])})")
        echo(f"    {row['title']}")
        if row["norm"]:
            echo(f"    {tr(N_('norm: {norm}'), norm=row['norm'])}")
