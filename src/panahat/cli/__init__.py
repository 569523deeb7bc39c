"""The command line: one small module per command, loaded when it is called; no rule of law or language lives here.

`main` is all commands. Exit codes: 0 done, 1 the case or document has problems, 2 wrong use.
"""

from __future__ import annotations

import importlib
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import click

from panahat import locked
from panahat.cli.output import Group, Option, speak, stop, tr
from panahat.cli.terminal import echo, guarded
from panahat.messages import LANGUAGES, N_
from panahat.problems import Refused
from panahat.version import VERSION

COMMANDS = (
    "filings",
    "law",
    "new",
    "ask",
    "schema",
    "doctor",
    "check",
    "explain",
    "remedies",
    "deadlines",
    "names",
    "render",
    "pack",
    "trace",
    "diff",
    "merge",
    "inspect",
    "scrub",
    "lock",
    "unlock",
    "docket",
    "templates",
    "git-setup",
)


class Doors(Group):
    """The commands, each imported only when it is named."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = importlib.import_module(f"panahat.cli.{cmd_name.replace('-', '_')}").command
        return command

    def resolve_command(self, ctx: click.Context, args: list[str]) -> Any:
        try:
            return super().resolve_command(ctx, args)
        except click.NoSuchCommand as unknown:
            raise click.NoSuchCommand(unknown.command_name, possibilities=COMMANDS, ctx=ctx) from None

    def main(self, args: Sequence[str] | None = None, *rest: Any, **settings: Any) -> Any:
        words = list(sys.argv[1:] if args is None else args)
        speak(_asked_language(words))
        locked.ask = _passphrase
        with guarded():
            try:
                return super().main(words, *rest, **settings)
            except Refused as refused:
                stop(refused.problems, in_json="--json" in words)
            except (OSError, MemoryError, RecursionError) as error:
                reason = (error.strerror or "") if isinstance(error, OSError) else ""
                echo(tr(_FAILED, reason=f"{type(error).__name__} {reason}".strip()), err=True)
            except Exception as error:  # noqa: BLE001 - the last door: a person sees a sentence, never a traceback or a value
                import traceback

                frame = traceback.extract_tb(error.__traceback__)[-1]
                place = f"{Path(frame.filename).name}:{frame.lineno}"
                echo(tr(_BROKEN, kind=type(error).__name__, place=place), err=True)
            raise SystemExit(1)


def _passphrase(name: str) -> str:
    """What the user types for a locked file, unseen; nothing where there is no terminal."""
    import getpass
    import warnings

    try:
        warnings.simplefilter("error", getpass.GetPassWarning)  # never typed where it would be seen
        return getpass.getpass(tr(N_("Passphrase of {file}: "), file=name), stream=sys.stderr)
    except (EOFError, OSError, getpass.GetPassWarning):
        return ""


_FAILED = N_("The work could not be done: {reason}. Nothing was written.")
_BROKEN = N_(
    "The program made a mistake ({kind} at {place}). Nothing was written. Please report these words; they hold no case data."
)


def _asked_language(words: Sequence[str]) -> str | None:
    """The value of --lang wherever it stands, so that even the help speaks it."""
    for n, word in enumerate(words):
        value = (
            word.partition("=")[2]
            if word.startswith("--lang=")
            else words[n + 1]
            if word == "--lang" and n + 1 < len(words)
            else ""
        )
        if value in LANGUAGES:
            return value
    return None


@click.command(
    cls=Doors,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    help=N_(
        "Court-ready filings for people who seek refuge in Kazakhstan, from one case file.\n\n"
        "Panahat drafts, a lawyer decides. Nothing leaves this machine."
    ),
)
@click.option("--lang", type=click.Choice(LANGUAGES), cls=Option, help=N_("Language of messages: ru, kk or en."))
@click.option(
    "--templates",
    "office",
    type=click.Path(path_type=Path, exists=True, file_okay=False),
    cls=Option,
    help=N_("Folder with the office's own templates, laid over the shipped ones file by file."),
)
@click.version_option(VERSION, cls=Option, message="%(prog)s %(version)s", help=N_("Show the version and exit."))
@click.pass_context
def main(ctx: click.Context, lang: str | None, office: Path | None) -> None:
    ctx.obj = office
