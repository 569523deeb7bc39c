"""The digest of an entry tells whether what the registry says of a norm has changed, and nothing else."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from law_folder import DEADLINES, FILES, NORM, TODAY, TOPIC, Folder

from panahat.law.registry import entry_digest, entry_digests, load_law
from panahat.library import Library

KEYS = ("norm", "topic", "dl")


@pytest.fixture(autouse=True)
def own_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PANAHAT_CACHE", str(tmp_path / "cache"))


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    return Folder(tmp_path / "office")


def digests(folder: Folder) -> dict[str, str]:
    """The digests of the folder's entries, read anew."""
    law = load_law(Library((folder.root,)), TODAY)
    return {key: entry_digest(law, key) for key in KEYS}


class DescribeTheDigestOfAnEntry:
    def it_is_a_sha256_and_empty_for_an_unknown_key(self, folder: Folder) -> None:
        law = load_law(Library((folder.root,)), TODAY)
        assert all(re.fullmatch("[0-9a-f]{64}", entry_digest(law, key)) for key in KEYS)
        assert entry_digest(law, "nothing") == ""
        assert entry_digests(law, ["nothing", *reversed(KEYS), "norm"]) == {
            k: entry_digest(law, k) for k in sorted(KEYS)
        }

    @pytest.mark.parametrize(
        ("old", "new"),
        [
            ("title: {ru: Норма}", "title: {ru: Нормы}"),
            ("title: {ru: Норма}", "title: {ru: Норма, kk: Норма}"),
            ("{ru: Изложение.}", "{ru: Изложение иное.}"),
            ("part: 2", "part: 3"),
            ("seen_until: 2026-04-01", "seen_until: 2026-04-02"),
            ("seen_until: 2026-04-01", "seen_until: 2026-04-01\n    edition: от 1 апреля"),
            ("seen_until: 2026-04-01", "seen_until: 2026-04-01\n    in_force: {until: 2026-12-31}"),
            ("seen_until: 2026-04-01", "seen_until: 2026-04-01\n    verify_before_use: true"),
            ("two-sources", "one-source"),
            ("2026-11-22", "2026-11-23"),
        ],
    )
    def it_changes_with_every_field_of_the_entry(self, folder: Folder, old: str, new: str) -> None:
        before = digests(folder)
        folder.spoil("norms/code.yaml", old, new)
        after = digests(folder)
        assert after["norm"] != before["norm"]
        assert after["topic"] == before["topic"]

    def it_changes_with_the_act_of_each_version(self, folder: Folder) -> None:
        before = digests(folder)
        acts = FILES["acts.yaml"]
        folder.write(
            "acts.yaml", acts.replace("key: old, kind: code, title: {ru: Акт}", "key: old, kind: code, title: {ru: Б}")
        )
        after = digests(folder)
        assert after["topic"] != before["topic"]
        assert after["norm"] == before["norm"]

    def it_changes_with_the_norm_and_the_rule_of_a_period(self, folder: Folder) -> None:
        before = digests(folder)
        folder.spoil("norms/code.yaml", "part: 2", "part: 3")
        later = digests(folder)
        folder.spoil("counting.yaml", "roll: true", "roll: false")
        assert len({before["dl"], later["dl"], digests(folder)["dl"]}) == 3

    def it_does_not_change_with_the_order_of_files_entries_and_fields_or_with_layout(self, folder: Folder) -> None:
        before = digests(folder)
        folder.write("norms/code.yaml", "[]\n")
        first, rest = NORM.split("\n", 1)
        title = rest.splitlines()[0]
        turned = "# переставлено\n" + TOPIC + first + "\n" + rest.replace(title + "\n", "") + title + "\n"
        folder.write("norms/topic.yaml", "[]\n")
        folder.write("norms/a.yaml", turned)
        folder.write("deadlines.yaml", DEADLINES.replace("length: 10, unit: days", "unit: days, length: 10"))
        assert digests(folder) == before

    def it_does_not_change_with_other_entries(self, folder: Folder) -> None:
        before = digests(folder)
        folder.write("norms/more.yaml", NORM.replace("key: norm", "key: more"))
        assert digests(folder) == before

    def it_is_the_same_from_the_cache_and_read_anew(self, folder: Folder, monkeypatch: pytest.MonkeyPatch) -> None:
        first, again = digests(folder), digests(folder)
        monkeypatch.setenv("PANAHAT_CACHE", "off")
        assert first == again == digests(folder)


class DescribeAFilingsManifest:
    def it_tells_of_every_norm_period_and_warning_the_filing_rests_on(self) -> None:
        from panahat.building import make
        from panahat.seal.proof import read_manifest
        from panahat.workspace import Workspace

        case = Path(__file__).resolve().parents[2] / "cases" / "transit-activist.yaml"
        workspace = Workspace.beside(case, None)
        made = make(workspace, workspace.load(case), "supreme-court-complaint", base=case.parent)
        norms = read_manifest(made.manifest).norms
        (draft,) = made.drafts
        wanted = {key for key, _ in draft.cited} | {t.deadline for t in draft.terms} | set(draft.warnings)
        assert set(norms) == wanted
        assert {"kz-upk-592-1", "cat-3", "dl-592-complaint", "w-no-consulate"} <= wanted
        assert all(digest == entry_digest(workspace.law, key) for key, digest in norms.items())
