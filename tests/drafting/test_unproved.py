"""A statement that no annex proves says so in the draft, where it is printed; not in a final filing, not in a letter."""

from __future__ import annotations

import re

import pytest
from msgspec.structs import replace
from worked_cases import CASES, workspace

from panahat.case.models.record import Addition

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


def test_what_the_lawyer_asks_for_in_own_words_is_no_statement() -> None:
    file = workspace().load(CASES / "transit-activist.yaml")
    added = Addition.model_validate({"section": "requests", "text": {"ru": "вынести частное постановление"}})
    argued = Addition.model_validate({"section": "arguments", "text": {"ru": "Довод без приложения к нему."}})
    filing = file.case.filing.model_copy(update={"additions": (added, argued)})
    own = replace(file, case=file.case.model_copy(update={"filing": filing}))
    paragraphs = {p.text: p for p in workspace().draft(own, KIND).paragraphs if "filing.additions" in " ".join(p.facts)}
    assert any(text.endswith("Вынести частное постановление.") for text in paragraphs)
    assert any(text.endswith("Довод без приложения к нему. ⟦без приложения⟧") for text in paragraphs)
