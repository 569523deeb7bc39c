"""A pleaded argument that rests on a fact which is not told is refused: above all a grade without the words of the act."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from click.testing import CliRunner

from panahat.cli import main

CASES = Path(__file__).resolve().parents[2] / "cases"
KIND = "expulsion-appeal"


def case(folder: Path, grades: dict[str, str], quoted: bool) -> Path:
    """A worked appeal whose ruling answers with these grades, with the words of the act or without."""
    data = _given(yaml.load((CASES / "border-guard.yaml").read_text("utf-8"), yaml.BaseLoader))
    quote = {"quote": {"ru": "Доводы не состоятельны", "kk": "Уәждер негізсіз"}} if quoted else {}
    data["expulsion"]["ruling"]["answers"] = {q: {"grade": g, **quote} for q, g in grades.items()}
    file = folder / "case.yaml"
    file.write_text(yaml.safe_dump(data, allow_unicode=True, sort_keys=False), "utf-8")
    return file


def _given(data: Any) -> Any:
    if isinstance(data, dict):
        return {k: _given(v) for k, v in data.items() if v not in ("null", "~", "")}
    return [_given(v) for v in data] if isinstance(data, list) else data


@pytest.mark.parametrize("final", [[], ["--final"]])
def test_grades_without_quotation_are_told_together_and_no_file_is_made(tmp_path: Path, final: list[str]) -> None:
    file = case(tmp_path, {"asylum": "formulaic", "evidence": "evidence-ignored"}, quoted=False)
    done = CliRunner().invoke(
        main, ["--lang", "en", "render", str(file), "--for", KIND, "-o", str(tmp_path / "out.docx"), *final]
    )
    assert done.exit_code == 1
    for question in ("asylum", "evidence"):
        assert f"[argue/needs-fact] expulsion.ruling.answers.{question}.quote" in done.output
    assert not (tmp_path / "out.docx").exists()


@pytest.mark.parametrize(("grade", "quoted"), [("silent", False), ("formulaic", True), ("answered", False)])
def test_a_silent_act_a_quoted_one_and_one_that_answers_need_no_words(tmp_path: Path, grade: str, quoted: bool) -> None:
    file = case(tmp_path, {"asylum": grade}, quoted=quoted)
    done = CliRunner().invoke(main, ["--lang", "en", "check", str(file), "--for", KIND])
    assert "argue/needs-fact" not in done.output
