"""`panahat ask`: a case told question by question; what was answered is in the file, whatever happens next."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from panahat.case.engine import shapes
from panahat.case.needs import Needs
from panahat.case.reading import read
from panahat.case.shape import ROOT
from panahat.case.story import Question, questions, story
from panahat.cli import ask, main
from panahat.library import Library

CASES = Path(__file__).resolve().parents[2] / "cases"
KIND = "supreme-court-complaint"


def asked(file: Path, *answers: str, lang: str = "ru", kind: str = KIND) -> Result:
    return CliRunner().invoke(main, ["--lang", lang, "ask", str(file), "--for", kind], input="\n".join((*answers, "")))


def tree(file: Path) -> dict[str, Any]:
    return read(file.read_bytes(), "case.yaml").tree


class DescribeTheStory:
    """Every group of facts has its one place in the story, under words of its own."""

    def it_has_a_place_for_every_fact(self) -> None:
        told = [path for section in story(Library.standing(None)).sections for path in section.asks]
        assert len(told) == len(set(told))
        groups = {path.split(".")[0] for path in told if "." in path}
        every = {f.key for f in shapes()[ROOT].fields.values()} - groups
        assert set(told) == every | {f"{g}.{key}" for g in groups for key in shapes()[g.title()].fields}

    def it_asks_nothing_of_a_finished_case_but_what_is_open(self) -> None:
        needs = Needs("x").asked(lambda _: True)
        found = questions(tree(CASES / "transit-activist.yaml"), needs, story(Library.standing(None)), ())
        assert [q for q in found if q.needed] == []


class DescribeAnAnswer:
    """People answer as they speak; what does not fit is said at once and asked again, and the file stays as it was."""

    @pytest.fixture
    def file(self, tmp_path: Path) -> Path:
        return tmp_path / "case.yaml"

    def it_takes_words_numbers_and_dates_as_people_write_them(self, file: Path) -> None:
        result = asked(
            file, "Студёная", "Аглая", "", "", "", "женский", "14.05.1991", "город Вологда", "", "Россия", "q"
        )
        assert result.exit_code == 0
        client = tree(file)["client"]
        assert client["name"]["surname"] == "Студёная"
        assert (client["gender"], client["born"]["on"], client["citizenship"]) == ("female", "1991-05-14", ["RU"])
        assert client["born"]["place"] == {"ru": "город Вологда", "kk": None}

    @pytest.mark.parametrize(
        ("answers", "said"),
        [
            (["А", "Б", "", "", "", "третий"], "номер"),
            (["А", "Б", "", "", "", "2", "31.02.1991"], "календар"),
            (["А", "Б", "", "", "", "2", "14.05.1991", "", "", "Нигдения"], "буквы"),
        ],
        ids=["no-such-word", "no-such-day", "no-such-state"],
    )
    def it_refuses_what_does_not_fit(self, file: Path, answers: list[str], said: str) -> None:
        result = asked(file, *answers, "стоп")
        assert said in result.output
        assert "Traceback" not in result.output

    def it_goes_back_marks_and_stops_at_any_time(self, file: Path) -> None:
        asked(file, "Студёнаяя", "<", "Студёная", "Аглая", "!", "q")
        name = tree(file)["client"]["name"]
        assert name["surname"] == "Студёная"
        assert name["patronymic"] == {"clarify": "уточнить у доверителя"}
        assert asked(file).exit_code == 0, "the end of the input ends the interview; what was answered stays"
        assert tree(file)["client"]["name"] == name

    def it_tells_none_from_not_known(self, file: Path) -> None:
        asked(file, *["А", "Б", "", "", "", "2", "14.05.1991", "", "", "RU"], "нет", "q")
        assert tree(file)["client"]["documents"] == []

    def it_keeps_the_comments_of_the_file(self, file: Path) -> None:
        asked(file, "q")
        before = [line for line in file.read_text("utf-8").splitlines() if line.startswith("# ")]
        asked(file, "А", "Б", "q")
        assert [line for line in file.read_text("utf-8").splitlines() if line.startswith("# ")] == before

    def it_refuses_a_file_that_cannot_be_read(self, file: Path) -> None:
        file.write_text("schema: 1\nclient: [", "utf-8")
        result = asked(file, "А")
        assert result.exit_code == 1
        assert file.read_text("utf-8") == "schema: 1\nclient: ["


def _people_say(question: Question, value: Any) -> str:
    """The answer that a person gives, whose case is `value`."""
    if question.kind != "fact":
        return "да" if value else "нет"
    if value is None or value == {}:
        return ""
    if question.field.key == "proof":
        return ", ".join(v if isinstance(v, str) else f"{v['annex']} {v.get('page') or v['pages']}" for v in value)
    if isinstance(value, list):
        return ", ".join(value) or "нет"
    return (
        {"true": "да", "false": "нет"}.get(value, value)
        if question.field.kind == "flag"
        else " ".join(value.split("\n"))
    )


def _at(facts: Any, path: tuple[str | int, ...]) -> Any:
    for step in path:
        if isinstance(step, int):
            facts = facts[step] if isinstance(facts, list) and step < len(facts) else None
        else:
            facts = facts.get(step) if isinstance(facts, dict) else None
    return facts


class DescribeAWholeCase:
    """A worked case told from the first question to the last is the same case: S12 with every question there is."""

    def it_is_the_case_that_was_told(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        facts = tree(CASES / "worried-resident.yaml")
        said: list[Question] = []
        monkeypatch.setattr(ask._Interview, "_head", lambda _, question: said.append(question))

        def answers(_: str) -> str:
            question = said[-1]
            value = _at(facts, question.path)
            if question.kind == "more":
                done = max(
                    q.path[len(question.path)] for q in said if q.path[: len(question.path)] == question.path != q.path
                )
                value = isinstance(done, int) and len(value) > done + 1
            return _people_say(question, value)

        monkeypatch.setattr("builtins.input", answers)
        file = tmp_path / "case.yaml"
        result = CliRunner().invoke(main, ["--lang", "ru", "ask", str(file), "--for", "lawyers-inquiry", "--all"])
        assert result.exit_code == 0, result.output
        told = tree(file)
        wrong = [
            path
            for path, value in _leaves(facts)
            if _at(told, path) != value and path[0] not in ("synthetic", "arguments")
        ]
        assert not wrong
        assert "panahat render" in result.output


def _leaves(facts: Any, path: tuple[str | int, ...] = ()) -> Iterator[tuple[tuple[str | int, ...], Any]]:
    below = facts.items() if isinstance(facts, dict) else enumerate(facts) if isinstance(facts, list) else ()
    found = [leaf for key, value in below for leaf in _leaves(value, (*path, key))]
    yield from found or [(path, facts)]
