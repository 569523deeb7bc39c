"""The papers tell the same story as the program."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from panahat.cli import COMMANDS, main

REPO = Path(__file__).resolve().parents[1]


def text(name: str) -> str:
    return (REPO / name).read_text("utf-8")


@pytest.mark.parametrize("readme", ["README.md", "README.ru.md"])
def test_the_readme_names_every_command_and_no_other(readme: str) -> None:
    named = set(re.findall(r"panahat ([a-z]+)", text(readme)))
    assert set(COMMANDS) <= named
    assert named <= set(COMMANDS)


def test_every_command_and_option_has_help() -> None:
    import click

    def walk(command: click.Command) -> None:
        assert command.help, command.name
        for parameter in command.params:
            if isinstance(parameter, click.Option) and parameter.name != "help":
                assert parameter.help, f"{command.name} {parameter.name}"
        if isinstance(command, click.Group):
            context = click.Context(command)
            for name in command.list_commands(context):
                sub = command.get_command(context, name)
                assert sub is not None
                walk(sub)

    walk(main)


def test_the_makefile_has_what_the_readme_promises() -> None:
    made = set(re.findall(r"^([a-z-]+):", text("Makefile"), re.MULTILINE))
    for readme in ("README.md", "README.ru.md"):
        assert set(re.findall(r"(?:^|`)make ([a-z]+)", text(readme), re.MULTILINE)) <= made


def test_security_names_tests_that_exist() -> None:
    for path in re.findall(r"`(tests/[a-z_./]+)`", text("SECURITY.md")):
        assert (REPO / path).exists(), path


def test_the_changelog_tells_of_the_next_version() -> None:
    assert "## Unreleased" in text("CHANGELOG.md")


def test_every_name_a_template_uses_is_in_the_list_of_names() -> None:
    from panahat.shelf import shipped

    listed = (shipped() / "README.md").read_text("utf-8")
    first = {m for f in shipped().rglob("ru.md") for m in re.findall(r"\{\{\s*([a-z_]+)", f.read_text("utf-8"))}
    loops = {
        m
        for f in shipped().rglob("ru.md")
        for m in re.findall(r"for ([a-z]+) in|set ([a-z]+)", f.read_text("utf-8"))
        for m in m
    }
    assert not [name for name in first - loops if name not in listed]
