"""`panahat names "Surname Given Patronymic" --gender f`: the forms that will be printed."""

from __future__ import annotations

import click

from panahat.cli.speech import Command, as_json, option, say, tr
from panahat.messages import N_

CASE_NAMES = {
    "nom": N_("nominative"),
    "gen": N_("genitive"),
    "dat": N_("dative"),
    "acc": N_("accusative"),
    "ins": N_("instrumental"),
    "prep": N_("prepositional"),
}
_GENDERS = {"f": "female", "m": "male", "female": "female", "male": "male"}


@click.command(
    cls=Command,
    help=N_(
        "The forms of a name that will be printed, in all cases, short and full.\n\n"
        "Give the name as one text: surname, given name, patronymic. Forms marked ? are disputed: compare them with documents "
        "and set the right ones under client.name.forms in the case file."
    ),
)
@click.argument("name")
@option("--gender", type=click.Choice(list(_GENDERS)), required=True, help=N_("Gender of the person: f or m."))
@option("--json", "in_json", is_flag=True, help=N_("Print JSON for programs."))
def command(name: str, gender: str, in_json: bool) -> None:
    from panahat.language import decline_name, initials_first, short_name, split_name
    from panahat.language.codes import BOOK

    surname, given, patronymic = split_name(name)
    if not given:
        raise click.UsageError(tr(N_("Give at least a surname and a given name, in one pair of quotation marks.")))
    parts = (surname, given, patronymic)
    full, short, first = (f(*parts, _GENDERS[gender], {}) for f in (decline_name, short_name, initials_first))
    doubts = [BOOK.codes[id] for id in full.doubts]
    if in_json:
        forms = {
            c: {"full": getattr(full, c), "short": getattr(short, c), "initials": getattr(first, c)} for c in CASE_NAMES
        }
        as_json({"ru": forms, "doubts": [d.id for d in doubts]})
        return
    width = max(len(getattr(full, c)) for c in CASE_NAMES)
    title = max(len(tr(t)) for t in CASE_NAMES.values())
    for case, label in CASE_NAMES.items():
        mark = "?" if doubts and case != "nom" else " "
        click.echo(
            f"{tr(label):<{title}} {mark} {getattr(full, case):<{width}}  {getattr(short, case)}  {getattr(first, case)}"
        )
    for doubt in doubts:
        say(
            N_("disputed: {what}; {why}. To do: {remedy}."),
            what=tr(doubt.what),
            why=tr(doubt.why),
            remedy=tr(doubt.remedy),
        )
