"""Every change names its cause: `causes.yaml` tells what was done, and what a reviewer must read."""

from __future__ import annotations

import json
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
import yaml
from review_world import COMPLAINT, LETTER, Folder, edited, without_paragraph

from panahat.api import compare
from panahat.case.comparing import FactChange
from panahat.review.causes import Causes
from panahat.review.reasons import Known
from panahat.seal.zipping import read_zip
from panahat.versions.opening import Options, open_version

SCENARIOS = yaml.safe_load((Path(__file__).parent / "causes.yaml").read_text("utf-8"))


@pytest.mark.parametrize("scenario", SCENARIOS, ids=lambda s: s["title"])
def test_the_cause_of_every_change_is_named(scenario: dict[str, Any], tmp_path: Path) -> None:
    folder = Folder(tmp_path, scenario.get("case", "transit-activist"), templates="template" in scenario)
    kind = scenario.get("filing", COMPLAINT)
    old = folder.render("old", kind)
    folder.change(scenario.get("change", {}))
    for name, changes in scenario.get("template", {}).items():
        folder.change(changes, folder.templates / name)
    folder.commit("second") if "change" in scenario or "template" in scenario else None
    new = folder.render("new", kind)
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
            assert len(causes) <= len(expected["causes"]) + (0 if expected.get("exactly") else 2), causes
            assert expected.get("numbered", True) or not change.numbers
    if not {"old", "new", "cut"} & set(scenario):
        assert "by-hand" not in {c.kind for change in found.changes for c in found.causes(change)}
    if scenario.get("only"):
        assert set(found.changes) == seen


def _fits(cause: Any, expected: dict[str, Any]) -> bool:
    return all(str(getattr(cause, key)) == str(value) for key, value in expected.items())


@pytest.mark.parametrize(("language", "told"), [("ru", "на рейсе"), ("kk", "рейсте"), ("en", "на рейсе")])
def test_the_cause_tells_a_text_in_the_language_of_the_document(language: str, told: str) -> None:
    side: Any = SimpleNamespace(language=language, file="case.yaml")
    added = FactChange(None, ("events", 0), None, 7, None, {"what": {"ru": "на рейсе", "kk": "рейсте"}})
    assert Causes(side, side, Known()).fact(added).after == told


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


def test_a_norm_that_moved_is_known_by_the_manifests_where_the_former_law_is_gone(tmp_path: Path) -> None:
    folder = Folder(tmp_path)
    old = folder.render("old")
    folder.change({"registered: 2025-09-12": "registered: 2025-09-15"})
    folder.commit("second")
    new = folder.render("new")
    beside = old.with_suffix(".manifest.json")
    kept, key = json.loads(beside.read_text("utf-8")), "kz-upk-592-6"
    folder.change({kept["norms"][key]: "0" * 64, kept["law"]: "0" * 64}, beside)
    found = compare(old, new)
    assert found.known.norms == {key}


def test_the_post_of_a_letter_is_among_the_facts_of_its_address(tmp_path: Path) -> None:
    folder = Folder(tmp_path, "refused-officer")
    made = open_version(str(folder.render("letter", LETTER)), Options())
    assert made.source
    assert any("visa.post" in p.facts for draft in made.source.drafts for p in draft.paragraphs)
