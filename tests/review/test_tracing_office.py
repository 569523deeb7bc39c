"""With LibreOffice: a filing that it opened and saved is traced and compared as the draft it is, hand edits aside."""

from __future__ import annotations

from pathlib import Path

import pytest
from review_world import Folder, edited
from test_merge_office import saved

from panahat.api import compare
from panahat.review.anchoring import anchor
from panahat.versions.opening import Options, open_version

pytestmark = pytest.mark.office


@pytest.mark.parametrize("form", ["ru", "kk", "kk-ru"])
def test_only_the_hands_edits_are_seen(form: str, tmp_path: Path) -> None:
    folder = Folder(tmp_path / "work")
    old, draft = folder.render("v1", form=form), folder.render("v2", form=form)
    words = {"kk": ("ҚПК", "ҚПКодексі")}.get(form, ("а на запрет возврата", "а на запрет высылки"))
    draft.write_bytes(saved(edited(draft.read_bytes(), {words[0]: words[1]}), tmp_path))

    version = open_version(str(draft), Options())
    assert version.source is not None
    assert version.source.proven
    traced = anchor(version.document, version.source.drafts)
    assert [a.state for a in traced if a.state != "as-drafted"] == ["edited"]

    found = compare(old, draft)
    (change,) = found.changes
    assert [c.kind for c in found.causes(change)] == ["by-hand"]
    assert words[1] in change.unit.text
