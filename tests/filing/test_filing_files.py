"""A flaw of filing.yaml is told with its own code at its line; no kind of filing is named in Python."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from panahat.draft import load_filings
from panahat.problems import Refused
from panahat.shelf import Shelf, shipped

KIND = "supreme-court-complaint"
SOURCE = (shipped() / f"filings/{KIND}/filing.yaml").read_text("utf-8")


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("{id: risk, title", "{id: refuge, title", "draft/twice"),
        ("key: dl-592-complaint", "key: dl-592-complain", "argue/unknown-name"),
        ("addressee: {fixed: sc}", "addressee: {fixed: sx}", "argue/unknown-name"),
        ("- id: notify\n  title:", "- title:", "argue/missing-field"),
        ("{asked: suspend}", "{asked: suspense}", "argue/unknown-name"),
        ("{late: true}", "{late: perhaps}", "argue/condition-value"),
        ("{fact: annexes}", "{fact: anexes}", "argue/condition-field"),
        ("client: extradition.decision.served.client", "client: extradition.decision.number", "draft/no-day"),
        ("- client.gender", "- client.gendre", "argue/condition-field"),
        ("sections_from: 4", "sections_from: four", "argue/wrong-kind"),
        ("forum: court", "forun: court", "argue/unknown-field"),
    ],
)
def test_a_flaw_is_told_at_its_line(tmp_path: Path, old: str, new: str, code: str) -> None:
    shutil.copytree(shipped() / f"filings/{KIND}", tmp_path / f"filings/{KIND}")
    assert SOURCE.count(old) >= 1
    (tmp_path / f"filings/{KIND}/filing.yaml").write_text(SOURCE.replace(old, new, 1), "utf-8")
    with pytest.raises(Refused) as caught:
        load_filings(Shelf((tmp_path, shipped())))
    [problem] = caught.value.problems
    assert (problem.code.id, problem.file) == (code, f"filings/{KIND}/filing.yaml")
    assert problem.line in (SOURCE[: SOURCE.index(old)].count("\n") + 1, SOURCE[: SOURCE.index(old)].count("\n") + 2)


def test_no_kind_of_filing_and_no_argument_is_named_in_python() -> None:
    root = Path(__file__).resolve().parents[2] / "src/panahat"
    kinds = [f.name for f in (shipped() / "filings").iterdir() if f.is_dir()]
    arguments = [f.name for f in (shipped() / "arguments").iterdir() if f.is_dir() and "-" in f.name]
    names = re.compile(rf"""["'](?:{"|".join(map(re.escape, (*kinds, *arguments)))})["']""")
    shown = {root / "__init__.py"}  # the example in the docstring of the package
    named = [
        f"{f.relative_to(root)}:{n}"
        for f in root.rglob("*.py")
        if f not in shown and "models" not in f.parts
        for n, line in enumerate(f.read_text("utf-8").splitlines(), 1)
        if names.search(line)
    ]
    assert named == []
