"""Every Word template that is shipped compiles, is clean as it lies in the repository, and is used as it lies there."""

from __future__ import annotations

from pathlib import Path

import pytest

from panahat.library import shipped
from panahat.render.reading_back import paragraphs
from panahat.render.template import compile_template
from panahat.render.text_reading import twin_text
from panahat.seal.cleaning import scrub
from panahat.seal.inspection import inspect

TEMPLATES = sorted(shipped().rglob("*.docx"))


@pytest.mark.parametrize("path", TEMPLATES, ids=[f"{p.parent.name}/{p.name}" for p in TEMPLATES])
class DescribeAShippedTemplate:
    def it_compiles(self, path: Path) -> None:
        assert compile_template(path).outline

    def it_is_clean(self, path: Path) -> None:
        found = {q.code.id for q in inspect(path.read_bytes())}
        assert found <= {"seal/leak-envelope"}, "its own ZIP may tell the system; filings are packed anew"

    def it_loses_nothing_by_being_cleaned(self, path: Path) -> None:
        content = path.read_bytes()
        before = [(q.style, q.text) for q in paragraphs(content)]
        assert [(q.style, q.text) for q in paragraphs(scrub(content))] == before
        assert compile_template(path).twin == twin_text(path)
