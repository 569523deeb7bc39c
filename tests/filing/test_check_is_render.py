"""`check --for KIND --in FORM [--final]` says exactly what `render` with the same options refuses or warns of."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from itertools import product
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from panahat import building
from panahat.case.loading import CaseFile
from panahat.cli import main
from panahat.drafting.forms import FORMS
from panahat.workspace import Workspace

CASES = Path(__file__).resolve().parents[2] / "cases"
LISTED = sorted([*CASES.glob("*.yaml"), *CASES.glob("failing/*.yaml")])
DESK = Workspace.at(None)
OPTIONS = [(kind, form, final) for kind, form, final in product(DESK.filings, FORMS, ([], ["--final"]))]


def asked_once(review: Callable[..., building.Review]) -> Callable[..., building.Review]:
    """The review, answering a question asked again with the same case and options as it did the first time.

    Where `check` and `render` ask different questions, each gets an answer of its own.
    """
    answers: dict[tuple[Any, ...], building.Review] = {}

    def answer(workspace: Workspace, file: CaseFile, *options: Any, **named: Any) -> building.Review:
        question = (file.name, file.digest, *options, *sorted(named.items()))
        if question not in answers:
            answers[question] = review(workspace, file, *options, **named)
        return answers[question]

    return answer


@pytest.mark.parametrize("case", LISTED, ids=lambda c: c.stem)
def test_check_and_render_say_the_same_of_every_case_kind_form_and_stage(
    case: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Workspace, "beside", lambda *_: DESK)  # law and templates are read once
    monkeypatch.setattr(building, "review", asked_once(building.review))
    monkeypatch.setattr(Workspace, "load", cache(Workspace.load))
    for n, (kind, form, final) in enumerate(OPTIONS):
        options = [str(case), "--for", kind, "--in", form, *final]
        checked = CliRunner().invoke(main, ["--lang", "en", "check", *options])
        made = CliRunner().invoke(main, ["--lang", "en", "render", *options, "-o", str(tmp_path / f"{n}.docx")])
        assert made.exit_code == checked.exit_code, options
        told = (checked.stdout + checked.stderr).replace("Nothing to mend.\n", "")
        assert made.stderr == told, options
        assert (tmp_path / f"{n}.docx").exists() is (made.exit_code == 0), options
