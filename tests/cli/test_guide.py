"""The guide to the case file in docs/ is what the schema makes of it today."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from panahat.cli import main

DOCS = Path(__file__).resolve().parents[2] / "docs"


@pytest.mark.parametrize(
    ("language", "file"), [("en", "case-file.md"), ("ru", "case-file.ru.md"), ("kk", "case-file.kk.md")]
)
def test_the_guide_to_the_case_file_is_what_make_docs_writes(language: str, file: str) -> None:
    written = CliRunner().invoke(main, ["--lang", language, "schema", "--guide"]).output
    assert (DOCS / file).read_text("utf-8") == written, "run: make docs"
