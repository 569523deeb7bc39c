"""Click's own words (usage, missing arguments, wrong values) in the user's language."""

from __future__ import annotations

import sys

from panahat.messages import N_, Translator

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
