"""Reads the hand-written tables: «стол[|а|у||ом|е]» or «стол[class]» is one word in six cases."""

from __future__ import annotations

import re
from functools import partial
from pathlib import Path

import yaml

_WORD = re.compile(r"(\w*)\[([^\]]*)\]")


def table(name: str) -> tuple[dict[str, str], list[str]]:
    """The ending classes and the rows of a table beside this file."""
    read = yaml.safe_load((Path(__file__).parent / name).read_text(encoding="utf-8"))
    return read["classes"], read["rows"]


def six(row: str, classes: dict[str, str]) -> tuple[str, ...]:
    """The six case forms that `row` describes."""

    def form(match: re.Match[str], case: int) -> str:
        endings = classes.get(match[2], match[2]).split("|")
        assert len(endings) == 6, f"{match[0]}: six endings are needed"
        return match[1] + endings[case]

    return tuple(_WORD.sub(partial(form, case=case), row) for case in range(6))


def listed(text: str) -> list[str]:
    """The words of `text`."""
    return text.split()
