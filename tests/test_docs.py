"""The papers tell the same story as the program."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from panahat.cli import COMMANDS, main

REPO = Path(__file__).resolve().parents[1]


def text(name: str) -> str:
    return (REPO / name).read_text("utf-8")


@pytest.mark.parametrize("readme", ["README.md", "README.ru.md"])
def test_the_readme_names_every_command_and_no_other(readme: str) -> None:
    named = set(re.findall(r"panahat ([a-z][a-z-]*)", text(readme)))
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


def test_the_demo_and_the_readmes_end_the_search_for_the_command() -> None:
    import subprocess

    demo = ["make", "-n", "--no-print-directory", "demo"]
    shown = subprocess.run(demo, cwd=REPO, capture_output=True, text=True, check=True).stdout
    for said in ("\n".join(shown.splitlines()[-2:]), text("README.md"), text("README.ru.md")):
        assert ".venv/bin/panahat" in said
        assert ".venv/bin/activate" in said


def test_security_names_tests_that_exist() -> None:
    for path in re.findall(r"`(tests/[a-z_./]+)`", text("SECURITY.md")):
        assert (REPO / path).exists(), path


def hooks() -> dict[str, dict[str, Any]]:
    import yaml

    return {hook["id"]: hook for hook in yaml.safe_load(text(".pre-commit-hooks.yaml"))}


def test_the_pre_commit_hooks_pass_what_is_sound_and_stop_what_is_not(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from shutil import copy, copytree

    def exit_code(id: str, *files: str) -> int:
        hook = hooks()[id]
        assert {"id", "name", "description", "entry", "language", "files"} <= set(hook)
        assert (hook["language"], hook["entry"].split()[0]) == ("python", "panahat")
        passed = list(files) if hook.get("pass_filenames", True) else []
        return CliRunner().invoke(main, [*hook["entry"].split()[1:], *passed]).exit_code

    monkeypatch.chdir(tmp_path)
    copytree(REPO / "cases", "cases")
    assert exit_code("panahat-check", "cases/journalist.yaml", "cases/transit-activist.yaml") == 0
    assert exit_code("panahat-check", "cases/journalist.yaml", "cases/failing/late-and-unauthorised.yaml") == 1
    Path("templates").mkdir()
    for name in ("ru.docx", "ru.txt"):
        copy(REPO / "templates" / "filings" / "supreme-court-complaint" / name, Path("templates") / name)
    assert exit_code("panahat-templates-check", "templates/ru.docx") == 0
    Path("templates/ru.txt").write_text("stale\n")
    assert exit_code("panahat-templates-check", "templates/ru.docx") == 1


@pytest.mark.parametrize(
    ("hook", "path", "taken"),
    [
        ("panahat-check", "cases/transit-activist.yaml", True),
        ("panahat-check", "cases/дело 1.yml", True),
        ("panahat-check", "cases/failing/broken-file.yaml", False),
        ("panahat-check", "cases/README.md", False),
        ("panahat-check", "mycases/x.yaml", False),
        ("panahat-templates-check", "templates/law/acts.yaml", True),
        ("panahat-templates-check", "templates/filings/x/ru.docx", True),
        ("panahat-templates-check", "src/templates/x", False),
    ],
)
def test_each_hook_runs_for_its_own_files(hook: str, path: str, taken: bool) -> None:
    assert bool(re.search(hooks()[hook]["files"], path)) == taken


FOR_DEVELOPERS = {"docs/architecture.md"}
GUIDES = sorted(f"docs/{file.name}" for file in (REPO / "docs").glob("*.md"))


@pytest.mark.parametrize("guide", GUIDES)
def test_a_guide_names_only_commands_and_files_that_are_there(guide: str) -> None:
    assert set(re.findall(r"`panahat ([a-z][a-z-]*)", text(guide))) <= set(COMMANDS)
    for link in re.findall(r"\]\((?!https?:)([^)#]+)", text(guide)):
        assert (REPO / "docs" / link).exists(), link


def test_each_guide_says_the_same_in_every_language_it_is_written_in() -> None:
    def frame(guide: str) -> list[tuple[str, ...]]:
        """What does not depend on the language: levels of headings, commands, blocks of code, rows of tables."""
        lines = text(guide).splitlines()
        marks = (
            re.findall(r"^(#+ |```\w*|- |\|)", line) + re.findall(r"`(panahat [a-z -]+[a-z])`", line) for line in lines
        )
        return [tuple(found) for found in marks if found]

    english = [guide for guide in GUIDES if not guide.endswith((".ru.md", ".kk.md")) and guide not in FOR_DEVELOPERS]
    assert english
    for guide in english:
        assert frame(guide) == frame(guide.replace(".md", ".ru.md"))
        if (kazakh := guide.replace(".md", ".kk.md")) in GUIDES:
            assert frame(guide) == frame(kazakh)


def test_the_changelog_tells_of_the_next_version() -> None:
    assert "## Unreleased" in text("CHANGELOG.md")


def test_every_name_a_template_uses_is_in_the_list_of_names() -> None:
    from panahat.library import shipped

    listed = (shipped() / "README.md").read_text("utf-8")
    first = {m for f in shipped().rglob("ru.md") for m in re.findall(r"\{\{\s*([a-z_]+)", f.read_text("utf-8"))}
    loops = {
        m
        for f in shipped().rglob("ru.md")
        for m in re.findall(r"for ([a-z]+) in|set ([a-z]+)", f.read_text("utf-8"))
        for m in m
    }
    assert not [name for name in first - loops if name not in listed]
