"""What tests of many rooms do: run a command as a person would, read a text with ordinary spaces."""

from __future__ import annotations

from click.testing import CliRunner, Result

from panahat.cli import main


def run(*words: object) -> Result:
    """What `panahat` with these words gives: output and exit code."""
    return CliRunner().invoke(main, [str(word) for word in words])


def plain(text: str) -> str:
    """The text with ordinary spaces and hyphens in place of no-break ones."""
    return text.replace("\u00a0", " ").replace("\u2011", "-")
