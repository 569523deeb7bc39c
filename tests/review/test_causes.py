"""Every change names its cause: `causes.yaml` tells what was done, and what a reviewer must read."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from review_world import Folder, edited

from panahat.api import compare

SCENARIOS = yaml.safe_load((Path(__file__).parent / "causes.yaml").read_text("utf-8"))


@pytest.mark.parametrize("scenario", SCENARIOS, ids=lambda s: s["title"])
def test_the_cause_of_every_change_is_named(scenario: dict[str, Any], tmp_path: Path) -> None:
    folder = Folder(tmp_path, scenario.get("case", "transit-activist"), templates="template" in scenario)
    old = folder.render("old")
    folder.change(scenario.get("change", {}))
    for name, changes in scenario.get("template", {}).items():
        folder.change(changes, folder.templates / name)
    folder.commit("second") if "change" in scenario or "template" in scenario else None
    new = folder.render("new")
    for document, side in ((old, "old"), (new, "new")):
        document.write_bytes(edited(document.read_bytes(), scenario.get(side, {})))

    found = compare(old, new)

    seen = set()
    for expected in scenario["expect"]:
        hits = [
            c
            for c in found.changes
            if c.kind in (expected["kind"], "moved") and expected["paragraph"] in c.unit.text.replace("\u00a0", " ")
        ]
        assert hits, [(c.kind, c.unit.text) for c in found.changes]
        for change in hits:
            seen.add(change)
            causes = found.causes(change)
            for cause in expected["causes"]:
                assert any(_fits(c, cause) for c in causes), (cause, causes)
            assert len(causes) <= len(expected["causes"]) + 2, causes
    if scenario.get("only"):
        assert set(found.changes) == seen


def _fits(cause: Any, expected: dict[str, Any]) -> bool:
    return all(str(getattr(cause, key)) == str(value) for key, value in expected.items())
