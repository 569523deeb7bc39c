"""`docket stale`: a draft is out of date exactly when its case, its wording or its law changed, and says which."""

from __future__ import annotations

from pathlib import Path

import pytest
from review_world import Folder, edited

from panahat.case.needs import dotted
from panahat.docket import Standing, stale

ITEM = {"registered: 2025-09-12": "registered: 2025-09-15"}


def only(folder: Folder) -> Standing:
    (found,) = stale([folder.root])
    return found


class DescribeStanding:
    def it_finds_a_fresh_draft_up_to_date(self, tmp_path: Path) -> None:
        folder = Folder(tmp_path)
        folder.render("v1")
        found = only(folder)
        assert not found.stale
        assert (found.case, found.document, found.templates, found.norms, found.law) == (
            "unchanged",
            "as-made",
            (),
            (),
            False,
        )

    def it_names_the_facts_that_changed(self, tmp_path: Path) -> None:
        folder = Folder(tmp_path)
        folder.render("v1")
        folder.change(ITEM)
        found = only(folder)
        assert found.stale
        assert [(dotted(f.path), f.before, f.after, f.new_line) for f in found.facts or ()] == [
            ("asylum[0].registered", "2025-09-12", "2025-09-15", 90)
        ]

    def it_says_that_they_cannot_be_told_without_git(self, tmp_path: Path) -> None:
        folder = Folder(tmp_path, git=False)
        draft = folder.render("transit-activist.supreme-court-complaint.ru")
        folder.change(ITEM)
        found = only(folder)
        assert (found.draft, found.case, found.case_file, found.facts) == (draft, "changed", folder.case, None)

    def it_follows_a_case_file_that_got_another_name(self, tmp_path: Path) -> None:
        folder = Folder(tmp_path)
        folder.render("v1")
        folder.change(ITEM)
        renamed = folder.case.with_name("other-name.yaml")
        folder.case.rename(renamed)
        folder.commit("renamed")
        found = only(folder)
        assert (found.case, found.case_file) == ("changed", renamed)
        assert [dotted(f.path) for f in found.facts or ()] == ["asylum[0].registered"]

    def it_takes_no_copy_of_the_former_state_for_the_case(self, tmp_path: Path) -> None:
        folder = Folder(tmp_path)
        folder.render("v1")
        folder.case.with_name("copy.yaml").write_bytes(folder.case.read_bytes())
        folder.change(ITEM)
        assert (only(folder).case, only(folder).case_file) == ("changed", folder.case)

    def it_names_the_template_that_changed(self, tmp_path: Path) -> None:
        folder = Folder(tmp_path, templates=True)
        folder.render("v1")
        folder.change({"Срок давности истёк": "Давность истекла"}, folder.templates / "arguments/limitation/ru.md")
        assert only(folder).templates == ("arguments/limitation/ru.md",)

    def it_names_a_cited_norm_that_changed_and_minds_no_other(self, tmp_path: Path) -> None:
        folder = Folder(tmp_path, templates=True)
        folder.render("v1")
        norms = folder.templates / "law" / "norms" / "kz-upk.yaml"
        uncited = "    gist:\n      ru: >-\n"
        text = norms.read_text("utf-8")
        first = text.index("- key: kz-upk-105")
        norms.write_text(text[:first] + text[first:].replace(uncited, uncited + "        Иначе.\n", 1), "utf-8")
        assert not only(folder).stale
        cited = "Суд не исследует виновность"
        folder.change({cited: f"И {cited}"}, norms)
        assert only(folder).norms == ("kz-upk-592-6",)

    def it_tells_an_edited_draft_from_a_stale_one(self, tmp_path: Path) -> None:
        folder = Folder(tmp_path)
        draft = folder.render("v1")
        draft.write_bytes(edited(draft.read_bytes(), {"а на запрет возврата": "а на запрет высылки"}))
        found = only(folder)
        assert (found.stale, found.document) == (False, "edited")

    def it_finds_a_case_that_is_gone(self, tmp_path: Path) -> None:
        folder = Folder(tmp_path, git=False)
        folder.render("v1")
        folder.case.unlink()
        assert (only(folder).case, only(folder).stale) == ("not-found", True)

    @pytest.mark.parametrize("content", [b"{}", b"\xff", b""])
    def it_reports_a_manifest_that_cannot_be_read_and_goes_on(self, tmp_path: Path, content: bytes) -> None:
        folder = Folder(tmp_path)
        folder.render("v1")
        (folder.root / "out" / "a.manifest.json").write_bytes(content)
        first, second = stale([folder.root])
        assert [p.code.id for p in first.problems] == ["seal/bad-manifest"]
        assert first.stale
        assert not second.stale
