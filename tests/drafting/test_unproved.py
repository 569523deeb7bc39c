"""A statement that no annex proves says so in the draft, where it is printed; not in a final filing, not in a letter."""

from __future__ import annotations

import re

import pytest
from worked_cases import CASES, workspace

KIND = "supreme-court-complaint"


@pytest.mark.parametrize(("language", "mark"), [("ru", "⟦без приложения⟧"), ("kk", "⟦қосымшасыз⟧")])
def test_the_paragraph_that_prints_it_is_marked_once(language: str, mark: str) -> None:
    file = workspace().load(CASES / "transit-activist.yaml")
    marked = [p for p in workspace().draft(file, KIND, language).paragraphs if mark in p.text]
    assert marked
    for paragraph in marked:
        assert paragraph.text.count(mark) == 1
        assert {"risk.fear", "risk.political_view"} & set(paragraph.facts)
    assert mark not in workspace().draft(file, KIND, language, final=True).text


def test_what_an_annex_proves_and_what_a_letter_says_is_not_marked() -> None:
    file = workspace().load(CASES / "transit-activist.yaml")
    draft = workspace().draft(file, KIND)
    assert not [p for p in draft.paragraphs if p.note and any(re.match(r"extradition\.charges", f) for f in p.facts)]
    letter = workspace().load(CASES / "journalist.yaml")
    assert "⟦" not in workspace().draft(letter, "humanitarian-visa-letter").text
