"""Every worked case renders to its stored text: a change of wording, law or code shows here as a readable diff."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest
from twins import HERE, KINDS, made, twin, without_digests

NAMES = [(case, kind) for case, kinds in KINDS.items() for kind in kinds]


@pytest.mark.parametrize(("case", "kind"), NAMES)
def test_the_filing_reads_as_recorded(case: str, kind: str) -> None:
    assert twin(made(case, kind).filing) == (HERE / f"{case}.{kind}.ru.txt").read_text("utf-8")


@pytest.mark.parametrize(("case", "kind"), NAMES)
def test_the_review_sheet_reads_as_recorded(case: str, kind: str) -> None:
    assert without_digests(twin(made(case, kind).sheet)) == (HERE / f"{case}.{kind}.ru.review.txt").read_text("utf-8")


@pytest.mark.parametrize(("case", "kind"), NAMES)
def test_the_recorded_filing_has_no_blank_no_doubled_space_and_no_orphan_heading(case: str, kind: str) -> None:
    lines = (HERE / f"{case}.{kind}.ru.txt").read_text("utf-8").splitlines()
    for line in lines:
        assert not re.search(r"  |\( | \)| ,| \.|\bNone\b|\bFalse\b|[{}]", line.split("] ", 1)[-1]), line
    for line, following in pairwise(lines):
        if line.startswith(("[Razdel]", "[Dovod]")):
            assert not following.startswith(("[Razdel]", "===")), line
