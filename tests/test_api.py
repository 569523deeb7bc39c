"""What `import panahat` offers works from the first call to the last, whatever was imported in between."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

CASE = Path(__file__).resolve().parents[1] / "cases" / "transit-activist.yaml"
KIND = "supreme-court-complaint"


def test_every_function_of_the_readme_can_be_called_again_and_again() -> None:
    code = f"""
import panahat
case = panahat.load_case({str(CASE)!r})
for _ in range(2):
    assert panahat.check(case, {KIND!r}) is not None
    assert panahat.explain(case, {KIND!r})
    assert panahat.deadlines(case)
    assert panahat.draft(case, {KIND!r}).text
    assert panahat.render(case, {KIND!r}).filing.startswith(b"PK")
    assert panahat.compare({str(CASE)!r}, {str(CASE)!r}, kind={KIND!r}).changes == ()
from panahat import draft, render
assert draft(case, {KIND!r}).text and render(case, {KIND!r}).filing
from panahat.drafting.model import Draft
from panahat.render.template import Template
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
