"""Two languages in one document: each whole, on its own pages or in its own column, with its own language and headers."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest

from panahat.drafting.model import Draft
from panahat.law.mentions import Mentions
from panahat.problems import Refused
from panahat.render.notes import STYLES, with_notes
from panahat.render.pairing import one_after_the_other, side_by_side
from panahat.render.reading_back import paragraphs, read_back
from panahat.render.template import Template
from panahat.seal.inspection import inspect
from panahat.workspace import Workspace

CASES = Path(__file__).resolve().parents[2] / "cases"
NAME = "filings/supreme-court-complaint/ru.docx"


@pytest.fixture(scope="module")
def workspace() -> Workspace:
    return Workspace.at(None)


@pytest.fixture(scope="module")
def draft(workspace: Workspace) -> Draft:
    return workspace.draft(workspace.load(CASES / "transit-activist.yaml"), "supreme-court-complaint")


def rendered(workspace: Workspace, draft: Draft) -> tuple[Template, dict[str, bytes]]:
    template = workspace.template(NAME)
    mentions = Mentions(workspace.law, "ru", draft.filing_day)
    parts = template.render(draft.context, finish=lambda _, xml: mentions.resolve_xml(xml))
    return template, with_notes(parts, template.fixed[STYLES], [p.note for p in draft.paragraphs])


@pytest.fixture(scope="module")
def pages(workspace: Workspace, draft: Draft) -> bytes:
    return one_after_the_other(*rendered(workspace, draft), *rendered(workspace, draft))


@pytest.fixture(scope="module")
def columns(workspace: Workspace, draft: Draft) -> bytes:
    return side_by_side(*rendered(workspace, draft), *rendered(workspace, draft))


def part(docx: bytes, name: str) -> str:
    return zipfile.ZipFile(io.BytesIO(docx)).read(name).decode()


class DescribePages:
    def it_holds_both_texts_whole_and_in_order(self, pages: bytes, draft: Draft) -> None:
        texts = [p.text for p in draft.paragraphs]
        read_back(pages, [*texts, *texts], exact=True)

    def it_starts_the_second_on_a_new_page_with_numbers_of_its_own(self, pages: bytes) -> None:
        document = part(pages, "word/document.xml")
        assert document.count("<w:sectPr>") == 2
        assert document.count('<w:pgNumType w:start="1"/>') == 2

    def it_gives_the_second_its_own_styles_language_and_headers(self, pages: bytes) -> None:
        styles = part(pages, "word/styles.xml")
        assert 'w:styleId="Tekst"' in styles
        assert 'w:styleId="Tekst-2"' in styles
        assert '<w:lang w:val="ru-RU"/>' in styles
        assert len([p for p in paragraphs(pages) if "ПРОЕКТ" in p.text]) == 4
        names = zipfile.ZipFile(io.BytesIO(pages)).namelist()
        assert {"word/header1.xml", "word/header1-2.xml"} <= set(names)

    def it_says_only_what_it_shows(self, pages: bytes, columns: bytes) -> None:
        assert inspect(pages) == []
        assert inspect(columns) == []


class DescribeColumns:
    def it_sets_each_paragraph_beside_its_translation_as_real_text(self, columns: bytes, draft: Draft) -> None:
        read_back(columns, [p.text for p in draft.paragraphs])
        found = [p.text for p in paragraphs(columns) if p.text]
        assert found.count(draft.paragraphs[0].text) == 2

    def it_lets_rows_break_across_pages(self, columns: bytes) -> None:
        document = part(columns, "word/document.xml")
        assert "<w:tr><w:tc>" in document
        outer = document[: document.index("<w:p>")]
        assert "cantSplit" not in outer

    def it_refuses_two_texts_of_different_structure(self, workspace: Workspace, draft: Draft) -> None:
        template, parts = rendered(workspace, draft)
        shorter = dict(parts)
        document = shorter["word/document.xml"].decode()
        last = document.rfind("<w:p>")
        shorter["word/document.xml"] = (document[:last] + document[document.index("<w:sectPr>") :]).encode()
        with pytest.raises(Refused) as refused:
            side_by_side(template, parts, template, shorter)
        assert [p.code.id for p in refused.value.problems] == ["render/pairs"]
