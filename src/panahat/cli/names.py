"""`panahat names "Surname Given Patronymic" --gender f`: the forms that will be printed."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

import click

from panahat.cli.output import Command, as_json, option, say, tr
from panahat.cli.terminal import echo
from panahat.messages import N_

RUSSIAN = {
    "nom": N_("nominative"),
    "gen": N_("genitive"),
    "dat": N_("dative"),
    "acc": N_("accusative"),
    "ins": N_("instrumental"),
    "prep": N_("prepositional"),
}
KAZAKH = {
    "nom": N_("nominative (атау)"),
    "gen": N_("genitive (ілік)"),
    "dat": N_("dative (барыс)"),
    "acc": N_("accusative (табыс)"),
    "loc": N_("locative (жатыс)"),
    "abl": N_("ablative (шығыс)"),
    "ins": N_("instrumental (көмектес)"),
}
_GENDERS = {"f": "female", "m": "male", "female": "female", "male": "male"}


@click.command(
    cls=Command,
    help=N_(
        "The forms of a name that will be printed: Russian and Kazakh cases, full and short, and the Latin spelling.\n\n"
        "Give the name as one text: surname, given name, patronymic. Forms marked ? are disputed: compare them with documents "
        "and set the right ones under client.name.forms in the case file. The passport's own Latin spelling always wins."
    ),
)
@click.argument("name")
@option("--gender", type=click.Choice(list(_GENDERS)), required=True, help=N_("Gender of the person: f or m."))
@option("--latin", help=N_("Latin spelling of the travel passport."))
@option("--json", "in_json", is_flag=True, help=N_("Print JSON for programs."))
def command(name: str, gender: str, latin: str | None, in_json: bool) -> None:
    from panahat.language.kazakh import names as kazakh
    from panahat.language.latin import latin_name
    from panahat.language.russian.names import decline_name, initials_first, short_name, split_name

    surname, given, patronymic = split_name(name)
    if not given:
        raise click.UsageError(tr(N_("Give at least a surname and a given name, in one pair of quotation marks.")))
    parts = (surname, given, patronymic)
    sex = _GENDERS[gender]
    ru = Table(
        "ru", RUSSIAN, decline_name(*parts, sex, {}), short_name(*parts, sex, {}), initials_first(*parts, sex, {})
    )
    kk = Table("kk", KAZAKH, kazakh.decline_name(*parts, {}), kazakh.short_name(*parts, {}), None)
    spelled = latin or latin_name(*parts)
    if in_json:
        doubts = list(dict.fromkeys([*ru.doubts, *kk.doubts]))
        as_json({"ru": ru.data(), "kk": kk.data(), "latin": spelled, "doubts": doubts})
        return
    for table in (ru, kk):
        table.show()
        echo()
    source = N_("as in the passport") if latin else N_("by ICAO 9303; the passport's own spelling wins")
    echo(f"{spelled}  ({tr(source)})")


class Table(NamedTuple):
    """The forms of one name in one language, with what is disputed."""

    language: str
    labels: Mapping[str, str]
    full: Any
    short: Any
    initials: Any

    @property
    def doubts(self) -> tuple[str, ...]:
        """What is disputed about the full or the short forms."""
        return tuple(dict.fromkeys([*self.full.doubts, *self.short.doubts]))

    def data(self) -> dict[str, dict[str, str]]:
        return {case: self._row(case) for case in self.labels}

    def _row(self, case: str) -> dict[str, str]:
        row = {"full": getattr(self.full, case), "short": getattr(self.short, case)}
        return row | {"initials": getattr(self.initials, case)} if self.initials else row

    def show(self) -> None:
        from panahat.language.codes import BOOK

        rows = {case: list(self._row(case).values()) for case in self.labels}
        title = max(len(tr(label)) for label in self.labels.values())
        width = max(len(row[0]) for row in rows.values())
        for case, label in self.labels.items():
            mark = "?" if self.doubts and case != "nom" else " "
            full, *rest = rows[case]
            echo(f"{tr(label):<{title}} {mark} {full:<{width}}  {'  '.join(rest)}".rstrip())
        for id in self.doubts:
            code = BOOK.codes[id]
            what, why, remedy = tr(code.what), tr(code.why), tr(code.remedy)
            say(N_("disputed: {what}; {why}. To do: {remedy}."), what=what, why=why, remedy=remedy)
