"""Every worked case renders to its stored text: a change of wording, law or code shows here as a readable diff."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest
from twins import HERE, MADE, twin
from worked_cases import made

from panahat.drafting.parity_check import parity
from panahat.render.reading_back import paragraphs

RUSSIAN = [(case, kind) for case, kind, form in MADE if form == "ru"]

BARE = re.compile(" ⟦(?:без приложения|қосымшасыз)⟧")


@pytest.mark.parametrize(("case", "kind", "form"), MADE)
def test_the_filing_reads_as_recorded(case: str, kind: str, form: str) -> None:
    assert twin(made(case, kind, form).filing) == (HERE / f"{case}.{kind}.{form}.txt").read_text("utf-8")


@pytest.mark.parametrize(("case", "kind", "form"), MADE)
def test_annexes_have_the_numbers_in_which_the_text_first_mentions_them(case: str, kind: str, form: str) -> None:
    for draft in made(case, kind, form).drafts:
        number = {id: n for n, id in enumerate(draft.annexes, 1)}
        told = 0
        for p in draft.paragraphs:
            new = sorted(n for name in p.annexes if (n := number[name.partition(":")[0]]) > told)
            assert new == list(range(told + 1, told + 1 + len(new))), p.text
            told += len(new)
        assert told == len(draft.annexes)


@pytest.mark.parametrize(("case", "kind"), RUSSIAN)
def test_the_review_sheet_reads_as_recorded(case: str, kind: str) -> None:
    recorded = (HERE / f"{case}.{kind}.ru.review.txt").read_text("utf-8")
    assert twin(made(case, kind, "ru").sheet) == recorded


@pytest.mark.parametrize(("case", "kind", "form"), MADE)
def test_the_recorded_filing_has_no_blank_no_doubled_space_and_no_orphan_heading(
    case: str, kind: str, form: str
) -> None:
    lines = (HERE / f"{case}.{kind}.{form}.txt").read_text("utf-8").splitlines()
    for line in lines:
        assert not re.search(r"  |\( | \)| ,| \.|\bNone\b|\bFalse\b|[{}⟦]", BARE.sub("", line).split("] ", 1)[-1]), line
    for line, following in pairwise(lines):
        if line.startswith(("[Razdel]", "[Dovod]")):
            assert not following.startswith(("[Razdel]", "===")), line


@pytest.mark.parametrize(
    ("case", "kind"),
    [
        ("transit-activist", "supreme-court-complaint"),
        ("regional-critic", "supreme-court-complaint"),
        ("journalist", "humanitarian-visa-letter"),
        ("expelled-it-worker", "expulsion-appeal"),
        ("border-guard", "expulsion-appeal"),
    ],
)
@pytest.mark.parametrize("layout", ["pages", "columns"])
def test_both_languages_stand_in_one_document_and_say_the_same(case: str, kind: str, layout: str) -> None:
    done = made(case, kind, "kk-ru", layout)
    assert [d.language for d in done.drafts] == ["kk", "ru"]
    assert parity(*done.drafts) == []
    found = [p.text for p in paragraphs(done.filing) if p.text]
    for draft in done.drafts:
        assert {p.text for p in draft.paragraphs} <= set(found)
