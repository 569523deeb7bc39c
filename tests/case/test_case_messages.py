"""Every code of the room: it can be said, it can happen, and it says what to do."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from panahat.case.codes import BOOK
from panahat.problems import Code, Problem

FIELDS = re.compile(r"(?<!\{)\{(\w+)\}(?!\})")
TESTS = Path(__file__).parents[1]
SAID = "".join(
    (TESTS / name).read_text("utf-8")
    for name in (
        "attacks/test_case_yaml.py",
        "attacks/test_opener.py",
        "case/rules.yaml",
        "case/test_case_rules.py",
        "case/test_case_reading.py",
        "case/test_clarify.py",
        "case/test_partial_dates.py",
        "case/test_case_needs.py",
        "case/test_case_writing.py",
        "case/test_editing.py",
        "letter/rules.yaml",
        "letter/test_letter_rules.py",
    )
)


@pytest.mark.parametrize("code", list(BOOK), ids=lambda code: code.id)
class DescribeACode:
    def it_has_what_why_and_remedy_as_sentences(self, code: Code) -> None:
        for text in (code.what, code.why, code.remedy):
            assert text
            assert text[0].isupper() or text[0] in "«{"
            assert text[-1] in ".!?>"
            assert "  " not in text

    def it_is_said_with_every_brace_in_its_place(self, code: Code) -> None:
        names = {name for text in (code.what, code.why, code.remedy) for name in FIELDS.findall(text)}
        problem = Problem(code, facts=dict.fromkeys(names, "·"))
        said = "".join(problem.say(lambda text: text, text) for text in (code.what, code.why, code.remedy))
        assert not FIELDS.search(said)

    def it_belongs_to_this_room(self, code: Code) -> None:
        assert re.fullmatch(r"case/[a-z0-9-]+", code.id)

    def it_happens_in_a_test(self, code: Code) -> None:
        assert re.search(rf"{code.id}(?![a-z-])", SAID), f"no test brings about {code.id}"
