"""What every command that makes a filing asks for: the case, the kind, the language and how two languages stand."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from panahat.cli.output import option
from panahat.drafting.forms import FORMS
from panahat.messages import N_

_ASKED = (
    click.argument("case", type=click.Path(path_type=Path)),
    option("--for", "kind", required=True, help=N_("Kind of filing.")),
    option(
        "--in",
        "form",
        type=click.Choice(FORMS),
        default="ru",
        show_default=True,
        help=N_("Language of the filing; kk-ru is the whole Kazakh text and then the whole Russian one."),
    ),
    option(
        "--layout",
        type=click.Choice(["pages", "columns"]),
        default="pages",
        show_default=True,
        help=N_("How two languages stand: one after the other, or side by side (for letters and reviewers)."),
    ),
)


def which_filing(command: Callable[..., Any]) -> Callable[..., Any]:
    """The command with these arguments in front of its own."""
    for asked in reversed(_ASKED):
        command = asked(command)
    return command
