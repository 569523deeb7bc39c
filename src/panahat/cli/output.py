"""What the doors say: the user's language, problems as text or JSON, help texts translated when they are shown."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable
from contextvars import ContextVar
from datetime import date, datetime
from pathlib import Path, PurePath
from typing import Any, NoReturn, TypeVar

import click

from panahat.cli.terminal import echo, in_json, one_line, style
from panahat.messages import N_, Translator, translator, user_language
from panahat.problems import ERROR, Problem, errors, in_order

_MODULES = ("core", "decorators", "exceptions", "formatting", "parser", "types")
"""The modules of click that keep gettext under names of their own."""
SAID = (
    N_("Options"),
    N_("Positional arguments"),
    N_("Commands"),
    N_("Missing command."),
    N_("default: {default}"),
    N_("Show this message and exit."),
    N_("Error: {message}"),
    N_("Try '{command} {option}' for help."),
    N_("Invalid value: {message}"),
    N_("Invalid value for {param_hint}: {message}"),
    N_("Missing argument"),
    N_("Missing option"),
    N_("Missing parameter"),
    N_("No such option {name!r}."),
    N_("No such command {name!r}."),
    N_("Usage:"),
    N_("Choose from:\n\t{choices}"),
    N_("Option {name!r} does not take a value."),
    N_("Option {name!r} requires an argument."),
    N_("Got unexpected extra argument ({args})"),
    N_("Got unexpected extra arguments ({args})"),
    N_("Did you mean {possibility}?"),
    N_("(Did you mean one of: {possibilities}?)"),
    N_("{value!r} is not a valid {number_type}."),
    N_("{name} {filename!r} does not exist."),
    N_("{name} {filename!r} is a file."),
    N_("{name} {filename!r} is a directory."),
    N_("{name} {filename!r} is not readable."),
    N_("{value!r} is not {choice}."),
    N_("{value!r} is not one of {choices}."),
    N_("File"),
    N_("Directory"),
    N_("Path"),
)


def speak_click(tr: Translator) -> None:
    """Click says its own words through `tr`."""
    for name in _MODULES:
        module = vars(sys.modules[f"click.{name}"])
        module.update(_=tr, ngettext=lambda one, many, n: tr(one if n == 1 else many))


speak_click(N_)  # until the user's language is known; gettext would go looking for catalogues of its own

_Function = TypeVar("_Function", bound=Callable[..., Any])
_language: ContextVar[str] = ContextVar("language", default="")

_LEVELS = {"error": N_("error"), "warning": N_("warning"), "note": N_("note")}
_FOLDED = N_("Facts that the filing would like to have: {count}. All of them: {command}")
_COLOURS = {"error": "red", "warning": "yellow", "note": "cyan"}


def speak(asked: str | None) -> None:
    """Sets the language for this run: `asked`, else the locale's, else Russian."""
    _language.set(user_language(asked))
    speak_click(translator(language()))


def language() -> str:
    return _language.get() or user_language()


def tr(text: str, **names: object) -> str:
    """`text` in the user's language with `names` filled in."""
    said = translator(language())(text)
    shown = {k: one_line(str(v)) if isinstance(v, (str, PurePath)) else v for k, v in names.items()}
    return said.format(**shown) if names else said


def say(text: str, **names: object) -> None:
    """Prints `text` in the user's language."""
    echo(tr(text, **names))


def as_json(value: Any) -> None:
    """Prints `value` as JSON, letters as they are, marks that a terminal obeys written out, keys in the order given."""
    import json

    echo(in_json(json.dumps(value, ensure_ascii=False, indent=2, default=str)))


def show(problems: Iterable[Problem], *, to_stderr: bool = False, wanted: bool = False) -> None:
    """Prints problems for people, those that stop the work first: place, severity, what, why, what to do; then a count.

    Facts that a filing would only like to have are one line, unless they are `wanted` each.
    """
    from panahat.case.codes import WANTED

    found = sorted(in_order(problems), key=lambda p: p.level != ERROR)
    folded = [] if wanted else [p for p in found if p.code is WANTED and p.level != ERROR]
    listed = [p for p in found if p not in folded]
    to = translator(language())
    for p in listed:
        place = ":".join(str(x) for x in (p.file, p.line, p.column) if x not in ("", None))
        head = style(to(_LEVELS[p.level]), fg=_COLOURS[p.level], bold=True)
        echo(
            (f"{one_line(place)}: " if place else "") + f"{head} [{p.code.id}] {one_line(p.where)}".rstrip(),
            err=to_stderr,
        )
        for text in (p.code.what, p.code.why, p.code.remedy):
            said = p.say(to, text)
            if said:
                echo(f"    {one_line(said)}", err=to_stderr)
    if listed:
        wrong = len(errors(listed))
        echo(tr(N_("{errors} to mend, {others} to know."), errors=wrong, others=len(listed) - wrong), err=to_stderr)
    if folded:
        files = " ".join(dict.fromkeys(one_line(p.file) for p in folded))
        command = f"panahat check {files} --for {folded[0].facts['filing']} --wanted"
        echo(tr(_FOLDED, count=len(folded), command=command), err=to_stderr)


def stop(problems: Iterable[Problem], *, in_json: bool = False) -> NoReturn:
    """Shows what is wrong and ends with exit code 1."""
    listed = in_order(problems)
    if in_json:
        as_json({"problems": [p.as_dict(translator(language())) for p in listed]})
    else:
        show(listed, to_stderr=True)
    raise SystemExit(1)


class Translated(click.Command):
    """A click command whose help is translated when it is shown."""

    _spoken = ""

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        if self._spoken != language():
            self._help_option, self._spoken = None, language()
        return super().get_help_option(ctx)

    def format_help_text(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        if self.help:
            formatter.write_paragraph()
            with formatter.indentation():
                for paragraph in tr(self.help).split("\n\n"):
                    formatter.write_text(" ".join(paragraph.split()))
                    formatter.write_paragraph()

    def get_short_help_str(self, limit: int = 100) -> str:
        return tr(self.help or "").split("\n\n")[0].split(". ")[0].rstrip(".")


class Command(Translated):
    """A command with translated help; one that takes a case says first whose templates count for it."""

    def invoke(self, ctx: click.Context) -> Any:
        cases = ctx.params.get("cases") or (ctx.params.get("case"),)
        if isinstance(cases[0], Path):
            from panahat.cli.office import about_office

            for line in about_office(cases[0], ctx.obj, tr):
                echo(line, err=True)
        return super().invoke(ctx)


class Group(Translated, click.Group):
    """A group with translated help."""

    command_class = Command


class Option(click.Option):
    """An option whose help is translated when it is shown."""

    def get_help_record(self, ctx: click.Context) -> tuple[str, str] | None:
        source = self.help
        self.help = tr(source) if source else source
        try:
            return super().get_help_record(ctx)
        finally:
            self.help = source


class Day(click.ParamType[date]):
    """A day as the case file writes it: 2026-02-09; with its hour where `hours` allows one: 2026-02-09 14:30."""

    name = "day"

    def __init__(self, *, hours: bool = False) -> None:
        self._hours = hours

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:
        if isinstance(value, date):
            return value
        said = N_("«{day}» is no day. Write year-month-day: 2026-02-09.")
        try:
            if not self._hours:
                return date.fromisoformat(value)
            said = N_("«{day}» is no day. Write year-month-day: 2026-02-09; with an hour: 2026-02-09 14:30.")
            return datetime.fromisoformat(value) if ":" in value else date.fromisoformat(value)
        except ValueError:
            raise click.UsageError(tr(said, day=value), ctx) from None


def print_state(row: dict[str, Any]) -> None:
    """Prints in a line where a kind of filing stands on its day, why, what is left and what facts are missing."""
    left = f" {tr(N_('What is left: {left}.'), left=row['left'])}" if row["left"] else ""
    missing = ", ".join(place["path"] for place in row["missing"])
    asked = f" {tr(N_('Tell: {facts}.'), facts=missing)}" if missing else ""
    echo(f"{row['kind']}: {row['said']} — {row['why']}.{left}{asked}")


def option(*names: str, **settings: Any) -> Callable[[_Function], _Function]:
    """`click.option` with translated help."""
    return click.option(*names, cls=Option, **settings)
