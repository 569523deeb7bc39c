"""`panahat docket stale DIR…`: which drafts are out of date, and why."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from panahat.cli.output import Command, Group, as_json, language, option, say, tr
from panahat.cli.terminal import echo, one_line, style
from panahat.messages import N_, translator

if TYPE_CHECKING:
    from panahat.docket import Standing

_CASES = {
    "changed": N_("the case file has changed: {file}"),
    "not-found": N_("the case file was not found"),
}
_DOCUMENTS = {
    "edited": N_("the document was edited by hand since; panahat merge keeps the edits"),
    "missing": N_("the document itself is not there"),
}
_SHOWN = 20


@click.command(
    "stale",
    cls=Command,
    help=N_(
        "Which drafts are out of date: their case, templates or law have changed since they were made, and what changed.\n\n"
        "Every draft below DIR (by default the current folder) is looked at through the manifest beside it. Exit code 1 if any "
        "draft is out of date."
    ),
)
@click.argument("folders", nargs=-1, metavar="[DIR]...", type=click.Path(path_type=Path, exists=True))
@option("--json", "in_json", is_flag=True, help=N_("Print JSON for programs."))
@click.pass_obj
def stale(office: Path | None, folders: tuple[Path, ...], in_json: bool) -> None:
    from panahat.docket import stale as standings

    found = list(standings(folders or (Path(),), office))
    if in_json:
        as_json({"drafts": [_data(s) for s in found]})
    else:
        for standing in found:
            _print(standing)
        say(N_("Drafts: {all}, out of date: {stale}."), all=len(found), stale=sum(s.stale for s in found))
    if any(s.stale for s in found):
        raise SystemExit(1)


def _print(s: Standing) -> None:
    word = style(tr(N_("out of date")), fg="red", bold=True) if s.stale else style(tr(N_("up to date")), fg="green")
    echo(f"{one_line(str(s.draft))}: {word}")
    for line in _reasons(s):
        echo(f"    {line}")


def _reasons(s: Standing) -> list[str]:
    from panahat.case.needs import dotted

    out = [p.say(translator(language()), p.code.what) for p in s.problems]
    if s.case in _CASES:
        out.append(tr(_CASES[s.case], file=s.case_file))
    if s.case == "changed" and s.facts is None:
        out.append(tr(N_("its former state is not in git, so what changed in it cannot be told")))
    for change in (s.facts or ())[:_SHOWN]:
        place = tr(N_("line {line}"), line=change.new_line or change.old_line)
        out.append(f"  {dotted(change.path)}: {_shown(change.before)} → {_shown(change.after)}, {place}")
    if s.facts and len(s.facts) > _SHOWN:
        out.append("  " + tr(N_("and {count} more"), count=len(s.facts) - _SHOWN))
    out += [tr(N_("the wording changed: {name}"), name=name) for name in s.templates]
    out += [tr(N_("norm {name}: its entry in the law data changed"), name=key) for key in s.norms]
    if s.law:
        out.append(tr(N_("the law data changed")))
    if s.document in _DOCUMENTS:
        out.append(tr(_DOCUMENTS[s.document]))
    return out


def _shown(value: Any) -> str:
    from panahat.review.reasons import short

    return short(value) or "–"


def _data(s: Standing) -> dict[str, Any]:
    from panahat.versions.data import fact_data

    return {
        "draft": str(s.draft),
        "stale": s.stale,
        "document": s.document,
        "case": s.case,
        "case_file": str(s.case_file) if s.case_file else None,
        "facts": None if s.facts is None else [fact_data(f) for f in s.facts],
        "templates": list(s.templates),
        "norms": list(s.norms),
        "law": s.law,
        "problems": [p.as_dict(translator(language())) for p in s.problems],
    }


@click.group(cls=Group, help=N_("Many cases at once: which drafts are out of date."))
def command() -> None:
    pass


command.add_command(stale)
