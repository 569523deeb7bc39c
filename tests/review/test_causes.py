"""Every change names its cause: `causes.yaml` tells what was done, and what a reviewer must read."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from review_world import Folder, edited, without_paragraph

from panahat.api import compare
from panahat.seal import read_zip

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
    if "cut" in scenario:
        new.write_bytes(without_paragraph(new.read_bytes(), scenario["cut"]))

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
    if not {"old", "new", "cut"} & set(scenario):
        assert "by-hand" not in {c.kind for change in found.changes for c in found.causes(change)}
    if scenario.get("only"):
        assert set(found.changes) == seen


def _fits(cause: Any, expected: dict[str, Any]) -> bool:
    return all(str(getattr(cause, key)) == str(value) for key, value in expected.items())


def test_a_header_that_somebody_changed_is_told_as_such(tmp_path: Path) -> None:
    folder = Folder(tmp_path)
    old, new = folder.render("old"), folder.render("new")
    parts = {
        m.name: m.content().decode() for m in read_zip(new.read_bytes()) if "header" in m.name and m.name[-4:] == ".xml"
    }
    name = next(n for n, xml in parts.items() if "ПРОЕКТ" in xml)
    new.write_bytes(edited(new.read_bytes(), {"ПРОЕКТ": "ЧЕРНОВИК"}, name))
    (change,) = compare(old, new).changes
    assert change.unit.story.startswith("header")
    assert [(c.kind, c.side) for c in compare(old, new).causes(change)] == [("by-hand", "new")]
