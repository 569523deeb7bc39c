"""A change of law, end to end: whom it touches, what is stale, made anew, and what moved."""

from __future__ import annotations

import shutil
from pathlib import Path

from click.testing import CliRunner, Result
from worked_cases import CASES

from panahat.cli import main
from panahat.library import shipped

NORM, KIND = "kz-upk-29-1", "supreme-court-complaint"
NORMS = "law/norms/kz-upk.yaml"


def changed(office: Path, old: str, new: str) -> None:
    """The entry of the norm in the office's own law data, with `new` for `old`; the shipped one where it has none yet."""
    target = office / NORMS
    if not target.exists():
        target.parent.mkdir(parents=True)
        shutil.copy(shipped() / NORMS, target)
    text = target.read_text("utf-8")
    start = text.index(f"- key: {NORM}\n")
    end = text.index("\n- key:", start)
    assert old in text[start:end]
    target.write_text(text[:start] + text[start:end].replace(old, new, 1) + text[end:], "utf-8")


def test_a_norm_is_repealed_and_another_takes_its_place(tmp_path: Path) -> None:
    office, cases, out = (tmp_path / name for name in ("office", "cases", "out"))
    cases.mkdir()
    shutil.copy(CASES / "transit-activist.yaml", cases)
    office.mkdir()
    case, draft = str(cases / "transit-activist.yaml"), str(out / "before.docx")

    def run(*args: str) -> Result:
        return CliRunner().invoke(main, ["--lang", "en", "--templates", str(office), *args])

    def render(name: str) -> Result:
        return run("render", case, "--for", KIND, "--in", "ru", "-o", str(out / name))

    assert render("before.docx").exit_code == 0
    assert run("docket", "stale", str(out)).exit_code == 0

    changed(office, "  - act: kz-upk\n", "  - act: kz-upk\n    in_force: {from: null, until: 2026-01-01}\n")
    touched = run("law", "impact", NORM, str(cases))
    assert touched.exit_code == 0
    stale = run("docket", "stale", str(out))
    assert stale.exit_code == 1
    assert NORM in stale.output
    refused = render("refused.docx")
    assert refused.exit_code == 1
    assert "law/repealed" in refused.output
    assert not (out / "refused.docx").exists()

    changed(office, "until: 2026-01-01", "until: 2026-02-01")
    told = render("between.docx")
    assert told.exit_code == 0
    assert "law/repealed-since" in told.output, "in force when the act was made, repealed when the filing is"
    assert "law/repealed-since" in run("check", case, "--for", KIND).output

    changed(office, "until: 2026-02-01", "until: null")
    changed(office, "article: 29, part: 1", "article: 29, part: 2")
    assert render("after.docx").exit_code == 0
    moved = run("diff", draft, str(out / "after.docx"))
    assert moved.exit_code == 0
    assert "[-1-]{+2+} статьи 29" in moved.output.replace("\u00a0", " ")
