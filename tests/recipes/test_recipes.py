"""CONTRIBUTING.md keeps its word: each recipe, followed as it stands on a copy of the tree, ends well in every command."""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest
from click.testing import CliRunner

from panahat.cli import COMMANDS, main

REPO = Path(__file__).resolve().parents[2]
FENCE = re.compile(r"^```(\w+)(?: (\S+))?( \+)?\n(.*?)^```$", re.MULTILINE | re.DOTALL)


class Block(NamedTuple):
    """A fenced block: its language, the file it is (added to where `more`), its text."""

    language: str
    file: str
    more: str
    text: str


class Recipe(NamedTuple):
    """A recipe and its blocks in order."""

    title: str
    blocks: tuple[Block, ...]


def recipes() -> list[Recipe]:
    text = (REPO / "CONTRIBUTING.md").read_text("utf-8").split("\n## Recipes\n")[1]
    sections = [part.split("\n", 1) for part in re.split(r"^### ", text, flags=re.MULTILINE)[1:]]
    return [Recipe(title, tuple(Block(*found) for found in FENCE.findall(body))) for title, body in sections]


RECIPES = recipes()
TITLES = [recipe.title for recipe in RECIPES]


def commands(block: Block) -> Iterator[tuple[list[str], int]]:
    """Each command of a block with the exit code it must have: «# 1: …» behind it, else 0."""
    for line in block.text.splitlines():
        said = re.search(r"# (\d): ", line)
        yield shlex.split(line, comments=True), int(said[1]) if said else 0


def apply(diff: str, root: Path) -> None:
    """Puts a diff into the tree: what a hunk takes away stands once in the file, as it says, wherever it stands."""
    for name, hunks in re.findall(r"^\+\+\+ b/(\S+)\n(.*?)(?=^--- |\Z)", diff, re.MULTILINE | re.DOTALL):
        text = (root / name).read_text("utf-8")
        for hunk in re.split(r"^@@.*@@\n", hunks, flags=re.MULTILINE)[1:]:
            lines = hunk.splitlines(keepends=True)
            before = "".join(line[1:] for line in lines if not line.startswith("+"))
            after = "".join(line[1:] for line in lines if not line.startswith("-"))
            assert text.count(before) == 1, f"{name} has {text.count(before)} times:\n{before}"
            text = text.replace(before, after)
        (root / name).write_text(text, "utf-8")


def prepare(recipe: Recipe, root: Path) -> None:
    """Does what a recipe says to the tree, without running the program."""
    for block in recipe.blocks:
        if block.language == "diff":
            apply(block.text, root)
        elif block.file:
            file = root / block.file
            file.parent.mkdir(parents=True, exist_ok=True)
            there = file.read_text("utf-8").rstrip("\n") + "\n" if block.more else ""
            file.write_text(there + block.text, "utf-8")
        else:
            for words, _ in commands(block):
                if words[:2] == ["cp", "-r"]:
                    shutil.copytree(root / words[2], root / words[3])
                elif words[:1] == ["cp"]:
                    shutil.copy(root / words[1], root / words[2])


def ends_with(words: list[str], root: Path, own_program: bool) -> tuple[int, str]:
    """(exit code, output) of a command in the tree: of this program, or of the tree's own where the recipe changes it."""
    assert words[0] == "panahat"
    if not own_program:
        done = CliRunner().invoke(main, ["--lang", "en", *words[1:]])
        return done.exit_code, done.output
    code = "import sys; from panahat.cli import main; main(sys.argv[1:])"
    environment = os.environ | {"PYTHONPATH": str(root / "src")}
    ran = subprocess.run(
        [sys.executable, "-c", code, *words[1:]], cwd=root, env=environment, capture_output=True, text=True, check=False
    )
    return ran.returncode, ran.stdout + ran.stderr


@pytest.mark.parametrize("title", TITLES)
def test_a_recipe_followed_as_it_stands_ends_well(title: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for folder in ("src", "templates", "cases"):
        shutil.copytree(REPO / folder, tmp_path / folder, ignore=shutil.ignore_patterns("__pycache__"))
    (tmp_path / "out").mkdir()
    done = RECIPES[: TITLES.index(title) + 1]
    for recipe in done:
        prepare(recipe, tmp_path)
    monkeypatch.chdir(tmp_path)
    own_program = any((b.file or b.text).startswith(("src/", "--- a/src/")) for recipe in done for b in recipe.blocks)
    ran = 0
    for block in done[-1].blocks:
        for words, expected in commands(block) if block.language == "sh" else ():
            if words[0] != "cp":
                code, output = ends_with(words, tmp_path, own_program)
                assert (code, "mistake" in output) == (expected, False), f"{shlex.join(words)}\n{output}"
                ran += 1
    assert ran


def test_there_is_a_recipe_for_whatever_grows() -> None:
    grows = ("norm", "argument", "filing", "field", "language", "command")
    assert [title.split()[1] for title in TITLES] == list(grows)


def test_a_new_filing_meets_every_command_that_knows_filings() -> None:
    filing = next(recipe for recipe in RECIPES if "filing" in recipe.title)
    met = {word for block in filing.blocks if block.language == "sh" for words, _ in commands(block) for word in words}
    assert set(COMMANDS) - met <= {
        "schema",
        "doctor",
        "names",
        "git-setup",
        "ask",
        "inspect",
        "scrub",
        "lock",
        "unlock",
    }
