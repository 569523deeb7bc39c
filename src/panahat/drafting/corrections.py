"""Corrections that a reader of Kazakh made: what was mended stays mended, what was refused is still there to be refused.

The record stands in `templates/phrases/kk-corrections.yaml`; an entry is compared with the text it names.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import PurePath

from panahat import opener
from panahat.drafting.codes import BAD_CORRECTION, CORRECTION_UNDONE, CORRECTION_UNMATCHED
from panahat.library import Library
from panahat.pages import read_page
from panahat.problems import Problem

NAME = "phrases/kk-corrections.yaml"
_COMPARED = ("arguments/", "filings/", "language/", "law/", "phrases/")
_GAPS = re.compile(r"\s+")


def correction_problems(library: Library) -> list[Problem]:
    """Every correction that came undone, that matches nothing any more, or that is not whole."""
    file = library.find(NAME)
    if file is None:
        return []
    page = read_page(NAME, opener.read(file, name=NAME))
    for n, row in enumerate(page.data or ()):
        if not isinstance(row, dict) or not {"text", "was", "now"} <= row.keys():
            page.say(BAD_CORRECTION, (n,))
        elif "taken" not in row and row["text"].startswith(_COMPARED):
            stands = any(_plain(row["was"]) in text for text in _texts(library, row["text"]))
            if stands != ("refused" in row):
                page.say(CORRECTION_UNDONE if stands else CORRECTION_UNMATCHED, (n,), text=row["text"])
    return page.problems


def _texts(library: Library, name: str) -> Iterator[str]:
    """The text of a file of the library, of a Word file its twin."""
    path = PurePath(name)
    file = library.find(str(path.with_suffix(".txt")) if path.suffix == ".docx" else name)
    if file is not None:
        yield _plain(opener.read_text(file, name))


def _plain(text: str) -> str:
    return _GAPS.sub(" ", text.replace("\u2011", "-"))
