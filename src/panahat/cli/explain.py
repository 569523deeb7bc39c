"""`panahat explain CASE [--for KIND]`: each argument with its verdict and the facts that decided, or every remedy."""

from __future__ import annotations

from pathlib import Path
from textwrap import shorten
from typing import Any

import click

from panahat.argue.words import VERDICT_WORDS
from panahat.cli.output import Command, as_json, language, option, print_state, tr
from panahat.cli.terminal import echo, style
from panahat.messages import N_, translator

_COLOURS = {"included": "green", "excluded": "white", "unknown": "yellow", "left-out": "magenta"}
_WISHES = {"requests": N_("Requests"), "motions": N_("Motions"), "warnings": N_("Warnings")}
_MADE = {True: N_("yes"), False: N_("no"), None: N_("unknown")}
_SPEAKS = {"for": N_("for the client"), "against": N_("against the client")}
_REMARKS = {"limits": N_("limits: {limits}"), "note": N_("note: {note}")}
_TRUTHS = {True: N_("holds"), False: N_("fails"), None: N_("unknown")}


@click.command(
    cls=Command,
    help=N_(
        "Each argument: pleaded, not pleaded or unknown, with the tests, the facts and their lines in the case file; then "
        "each request, motion and warning, and why; and every dated fact in order. Without --for: which remedies there are "
        "now, as `panahat remedies` tells."
    ),
)
@click.argument("case", type=click.Path(path_type=Path))
@option("--for", "kind", help=N_("Kind of filing; without it, every remedy as it stands now."))
@option("--forms", is_flag=True, help=N_("Also each form of every name and body, in each language of the filing."))
@option("--json", "in_json", is_flag=True, help=N_("Print JSON for programs."))
@click.pass_obj
def command(office: Path | None, case: Path, kind: str | None, forms: bool, in_json: bool) -> None:
    if kind is None:
        from panahat.cli.remedies import tell

        if forms:
            raise click.UsageError(tr(N_("The forms are those of one kind of filing: name it with --for.")))
        tell(office, case, in_json=in_json)
        return
    from panahat.workspace import Workspace

    workspace = Workspace.beside(case, office)
    file = workspace.load(case)
    told = workspace.explain(file, kind, language())
    if forms:
        told["forms"] = workspace.forms(file, kind)
    if in_json:
        as_json(told)
        return
    for row in told["state"]:
        print_state(row)
    for row in told["filing"]:
        where = f" — {row['fact']} ({row['line']})" if row["fact"] else ""
        echo(f"{row['said']}{where}")
    titles = {row["id"]: _title(row) for row in told["arguments"]}
    for row in told["arguments"]:
        _print(row, titles)
    if told["norms"]:
        echo(style(tr(N_("Norms that the filing's own words cite")), bold=True))
    _print_norms(told["norms"])
    for name, text in _WISHES.items():
        if told[name]:
            echo(style(tr(text), bold=True))
        for row in told[name]:
            places = f"{_places(N_('facts'), row['facts'])}{_places(N_('tell'), row['missing'])}"
            norms = f" [{', '.join(row['norms'])}]" if row["norms"] else ""
            title = shorten(_title(row), 100, placeholder=" …") or row["id"]
            echo(f"    {tr(_MADE[row['made']])}: {title}{norms} — {row['label']}{places}")
    _print_order(told["pairs"], told["chronology"])
    for row in told.get("forms", ()):
        doubtful = " ?" if row["doubts"] else ""
        echo(f"{row['language']} {row['path']}: {' · '.join(row['forms'].values())}{doubtful}")


def _print_order(pairs: list[dict[str, Any]], chronology: list[dict[str, Any]]) -> None:
    """What the dates say: those that speak for or against the client, then all of them in order."""
    if pairs:
        echo(style(tr(N_("What the dates say")), bold=True))
    for row in pairs:
        echo(f"    {tr(_SPEAKS[row['pair']])}: {row['label']}{_places(N_('facts'), row['facts'])}")
    echo(style(tr(N_("Chronology")), bold=True))
    for row in chronology:
        open_ = f" — {tr(N_('its order is not settled'))}" if row["unsettled"] else ""
        echo(f"    {row['what']} — {row['path']} ({row['line']}){open_}")


def _title(row: dict[str, Any]) -> str:
    return str(row["title"].get(language()) or row["title"].get("ru", ""))


def _print(row: dict[str, Any], titles: dict[str, str]) -> None:
    to = translator(language())
    verdict = style(to(VERDICT_WORDS[row["verdict"]]), fg=_COLOURS[row["verdict"]], bold=True)
    echo(f"{verdict}: {_title(row)}  [{row['id']}]")
    for test in row["tests"]:
        if not test["decides"] and row["verdict"] != "unknown":
            continue
        word = to(_TRUTHS[test["truth"]])
        echo(f"    {word}: {test['label']}{_places(N_('facts'), test['facts'])}{_places(N_('tell'), test['missing'])}")
    _print_norms(row["norms"])
    if row["because"] == "lawyer":
        echo("    " + tr(N_("the lawyer's choice, line {line}"), line=row["choice"]["line"]))
    elif row["because"]:
        echo("    " + tr(N_("left out because «{other}» is pleaded"), other=titles[row["because"]]))


def _print_norms(norms: list[dict[str, str]]) -> None:
    """What the law data note of each norm cited: first what it does not carry."""
    for norm in norms:
        said = (tr(text, **{kind: norm[kind]}) for kind, text in _REMARKS.items() if norm[kind])
        echo(f"    {norm['key']} — {'; '.join(said)}")


def _places(label: str, places: list[dict[str, Any]]) -> str:
    if not places:
        return ""
    listed = ", ".join(f"{p['path']} ({p['line']})" for p in places)
    return f" — {tr(label)}: {listed}"
