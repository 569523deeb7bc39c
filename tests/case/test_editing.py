"""Editing: the smallest change of a case file's text, proven; comments, order and quotes stay."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from panahat.case import editing
from panahat.case.needs import Needs
from panahat.case.reading import read
from panahat.case.starter_file import starter
from panahat.problems import Path as FactPath
from panahat.problems import Refused

CASES = sorted((Path(__file__).resolve().parents[2] / "cases").glob("*.yaml"))
TEXT = """\
# the case of an invented person
schema: 1
id: layover-editor # never a name
client:
  name: {surname: Студёная, given: 'Аглая'}
  gender: female
  #iin:  # twelve digits
  born:
    on: 1991-05-14   # as in the passport
    place: {ru: город Вологда}
  citizenship:
  - RU
  # address: …  # where the client lives: panahat new KIND --only client.address
events:
  # the search
  - on: 2022-09-28
    what:
      ru: >-
        Обыск в квартире
        продолжался пять часов.
    proof: [record, warrant]
  # the flight
  - on: 2022-10-02
    what: {ru: Выехала из страны.}
filing:
  on: 2026-02-09
"""


def leaves(tree: Any, path: FactPath = ()) -> Iterator[tuple[FactPath, Any]]:
    below = tree.items() if isinstance(tree, dict) else enumerate(tree) if isinstance(tree, list) else ()
    found = [leaf for key, value in below for leaf in leaves(value, (*path, key))]
    yield from found or [(path, tree)]


def tree(text: str) -> dict[str, Any]:
    return read(text.encode(), "case.yaml").tree


def changed(text: str, after: str) -> list[str]:
    """The lines of `after` that `text` has not."""
    return [line for line in after.splitlines() if line not in text.splitlines()]


class DescribeTheSmallestChange:
    """One fact is one line: what stands beside and around it is kept to the letter."""

    @pytest.mark.parametrize(
        ("path", "value", "lines"),
        [
            (("id",), "other", ["id: other # never a name"]),
            (("client", "name", "given"), "Вера", ["  name: {surname: Студёная, given: 'Вера'}"]),
            (("client", "born", "on"), "1991-06", ["    on: 1991-06   # as in the passport"]),
            (("client", "born", "on"), None, ["    on:   # as in the passport"]),
            (("client", "born", "place", "kk"), "Вологда қаласы", ["    place: {ru: город Вологда, kk: Вологда қаласы}"]),
            (("client", "citizenship", 1), "KZ", ["  - KZ"]),
            (("client", "iin"), "123", ["  # twelve digits", "  iin: 123"]),
            (("client", "address", "ru"), "Алматы", ["  # where the client lives", "  address: {ru: Алматы}"]),
            (("client", "held", "place", "ru"), "изолятор", ["  held:", "    place: {ru: изолятор}"]),
            (("client", "citizenship"), [], ["  citizenship: []"]),
            (("events", 0, "what", "ru"), "Обыск.", ["      ru: Обыск."]),
            (("events", 0, "proof", 1), "order", ["    proof: [record, order]"]),
            (("events", 0, "proof", 2), "order", ["    proof: [record, warrant, order]"]),
            (("events", 2), {"on": "2025", "what": {"ru": "Да: нет"}}, ["  - on: 2025", '    what: {ru: "Да: нет"}']),
            (("asylum",), [], ["asylum: []"]),
            (("risk", "fear", "ru"), "А\n\nБ", ["risk:", "  fear:", "    ru: |-", "      А", "", "      Б"]),
        ],
    )  # fmt: skip
    def it_writes_only_these_lines(self, path: FactPath, value: Any, lines: list[str]) -> None:
        after = editing.put(TEXT, path, value)
        assert changed(TEXT, after) == lines
        assert editing.fact(after, path) == (value or ([] if value == [] else None))

    def it_lays_out_in_lines_what_grows_long_in_brackets(self) -> None:
        long = "город Вологда, улица Примерная, дом 1, квартира 2, в пяти минутах от вокзала и от берега реки"
        after = editing.put(TEXT, ("client", "born", "place", "kk"), long)
        assert changed(TEXT, after) == ["    place:", "      ru: город Вологда", f"      kk: {long}"]

    def it_keeps_the_line_ends_of_the_file(self) -> None:
        after = editing.put(TEXT.replace("\n", "\r\n"), ("client", "held", "since"), "2025-08-31")
        assert after.count("\n") == after.count("\r\n")


class DescribeEntriesOfAList:
    """An entry goes and moves with the comments above it; the last one gone, the list is not known, which is not «none»."""

    def it_takes_one_out(self) -> None:
        after = editing.take(TEXT, ("events", 0))
        assert "the search" not in after or "the flight" in after
        assert [e["on"] for e in tree(after)["events"]] == ["2022-10-02"]
        assert tree(editing.take(after, ("events", 0)))["events"] is None

    def it_moves_one_with_its_comment(self) -> None:
        after = editing.move(TEXT, ("events", 1), 0)
        assert after.index("the flight") < after.index("2022-10-02") < after.index("2022-09-28")
        assert sorted(after.splitlines()) == sorted(TEXT.splitlines())

    def it_takes_and_moves_in_brackets(self) -> None:
        assert changed(TEXT, editing.take(TEXT, ("events", 0, "proof", 0))) == ["    proof: [warrant]"]
        assert changed(TEXT, editing.move(TEXT, ("events", 0, "proof", 1), 0)) == ["    proof: [warrant, record]"]


class DescribeMarks:
    """A fact can be marked to be clarified, answered under its mark, and marked anew."""

    def it_marks_answers_and_marks_anew(self) -> None:
        asked = editing.clarify(TEXT, ("client", "iin"), "спросить доверителя")
        assert tree(asked)["client"]["iin"] == {"clarify": "спросить доверителя"}
        doubted = editing.clarify(TEXT, ("client", "gender"), "по паспорту")
        assert tree(doubted)["client"]["gender"] == {"value": "female", "clarify": "по паспорту"}
        assert tree(editing.put(doubted, ("client", "gender"), "male"))["client"]["gender"]["value"] == "male"
        again = editing.clarify(doubted, ("client", "gender"), "по анкете")
        assert tree(again)["client"]["gender"] == {"value": "female", "clarify": "по анкете"}


class DescribeEveryCase:
    """Whatever is written at whatever place of a worked case is read back, and nothing else has changed."""

    @pytest.mark.parametrize("case", CASES, ids=lambda c: c.stem)
    def it_changes_facts_and_keeps_the_comments(self, case: Path) -> None:
        text = case.read_text("utf-8")
        facts = [(path, value) for path, value in leaves(tree(text)) if isinstance(value, str)]
        for path, value in facts[len(case.stem) :: 41]:
            after = editing.put(text, path, "Новое: слово, «да» #5")
            assert editing.fact(editing.put(after, path, value), path) == value
            assert _comments(after) == _comments(text)

    @pytest.mark.parametrize("case", [CASES[-1]], ids=lambda c: c.stem)
    def it_fills_a_starter_file_fact_by_fact(self, case: Path) -> None:
        facts = [(path, value) for path, value in leaves(tree(case.read_text("utf-8"))) if value not in ([], {})]
        text = starter(Needs(""), "ru", ["all"])
        explained = _comments(text)
        for path, value in facts:
            text = editing.put(text, path, value)
        assert not [line for line in explained if line not in text]
        assert [editing.fact(text, path) for path, _ in facts] == [value for _, value in facts]


def _comments(text: str) -> list[str]:
    return [line for line in text.splitlines() if line.lstrip().startswith("# ")]


class DescribeWhatCannotBeProven:
    """Nothing is written that would not be read back; the text stays as it was."""

    @given(st.sampled_from([p for p, v in leaves(tree(TEXT)) if isinstance(v, str)]), st.text(max_size=40))
    def it_writes_any_text_or_refuses(self, path: FactPath, value: str) -> None:
        try:
            after = editing.put(TEXT, path, value)
        except (Refused, UnicodeEncodeError):
            return
        rest = [(p, v) for p, v in leaves(tree(after)) if p != path]
        assert rest == [(p, v) for p, v in leaves(tree(TEXT)) if p != path]

    def it_refuses_signs_that_no_letter_has(self) -> None:
        with pytest.raises(Refused, match="case/edit-unproven id"):
            editing.put(TEXT, ("id",), "a\u200bb")

    def it_refuses_a_file_that_cannot_be_read_to_its_end(self) -> None:
        with pytest.raises(Refused):
            editing.put(TEXT + "  : [", ("id",), "other")

    def it_knows_no_path_but_those_of_a_case(self) -> None:
        with pytest.raises(ValueError, match="no case"):
            editing.put(TEXT, ("client", "nickname"), "x")
