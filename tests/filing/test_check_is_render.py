"""`check --for KIND --in FORM [--final]` says exactly what `render` with the same options refuses or warns of."""

from __future__ import annotations

from itertools import product
from pathlib import Path

import pytest
from click.testing import CliRunner

from panahat.cli import main
from panahat.drafting.forms import FORMS
from panahat.workspace import Workspace

CASES = Path(__file__).resolve().parents[2] / "cases"
LISTED = sorted([*CASES.glob("*.yaml"), *CASES.glob("failing/*.yaml")])
DESK = Workspace.at(None)
OPTIONS = [(kind, form, final) for kind, form, final in product(DESK.filings, FORMS, ([], ["--final"]))]


@pytest.mark.parametrize("case", LISTED, ids=lambda c: c.stem)
def test_check_and_render_say_the_same_of_every_case_kind_form_and_stage(
    case: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Workspace, "beside", lambda *_: DESK)  # law and templates are read once
    for n, (kind, form, final) in enumerate(OPTIONS):
        options = [str(case), "--for", kind, "--in", form, *final]
        checked = CliRunner().invoke(main, ["--lang", "en", "check", "--wanted", *options])
        made = CliRunner().invoke(main, ["--lang", "en", "render", *options, "-o", str(tmp_path / f"{n}.docx")])
        assert made.exit_code == checked.exit_code, options
        told = (checked.stdout + checked.stderr).replace("Nothing to mend.\n", "")
        assert made.stderr == told, options
        assert (tmp_path / f"{n}.docx").exists() is (made.exit_code == 0), options
