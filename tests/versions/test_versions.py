"""A version is found as it was: at its revision, with the templates and law of that revision, and never guessed in silence."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from review_world import COMPLAINT, Folder, edited

from panahat.api import compare
from panahat.problems import Refused
from panahat.seal.zipping import read_zip
from panahat.versions.naming import name_of
from panahat.versions.opening import Options, base_of, open_version

ITEM = {"expires: 2026-03-12\n      proof": "expires: 2026-03-13\n      proof"}


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    return Folder(tmp_path)


def refused(words: str, **options: str) -> list[str]:
    with pytest.raises(Refused) as caught:
        open_version(words, Options(**options))  # type: ignore[arg-type]
    return [p.code.id for p in caught.value.problems]


class DescribeNames:
    def it_takes_a_file_with_an_at_sign_for_a_file(self, tmp_path: Path) -> None:
        strange = tmp_path / "x.yaml@HEAD"
        strange.write_text("")
        assert name_of(str(strange)).commit == ""

    def it_reads_a_revision_that_itself_has_an_at_sign(self, folder: Folder) -> None:
        assert len(name_of(f"{folder.case}@HEAD@{{0}}").commit) == 40

    def it_refuses_an_unknown_revision(self, folder: Folder) -> None:
        assert refused(f"{folder.case}@HEAD~7") == ["git/no-revision"]

    def it_takes_no_revision_for_an_option_of_git(self, folder: Folder) -> None:
        assert refused(f"{folder.case}@--output=x") == ["git/no-revision"]
        assert not list(folder.root.rglob("x"))

    def it_refuses_a_revision_outside_of_git(self, tmp_path: Path) -> None:
        lone = Folder(tmp_path / "a", git=False)
        assert refused(f"{lone.case}@HEAD") == ["git/no-repository"]

    def it_refuses_a_revision_where_the_file_was_not_there(self, folder: Folder) -> None:
        later = folder.case.with_name("later.yaml")
        shutil.copy(folder.case, later)
        folder.commit("later")
        assert refused(f"{later}@HEAD~1") == ["git/not-then"]


class DescribeCases:
    def it_compares_a_case_with_itself_at_a_revision(self, folder: Folder) -> None:
        folder.change(ITEM)
        found = compare(f"{folder.case}@HEAD", folder.case)
        assert [c.unit.text.count("13\u00a0марта") for c in found.changes] == [1]
        assert [f.new_line for f in found.facts] == [98]

    def it_finds_a_case_that_is_gone_from_the_disk(self, folder: Folder) -> None:
        name = f"{folder.case}@HEAD"
        folder.case.unlink()
        assert open_version(name, Options()).source is not None

    def it_renders_with_the_templates_of_that_revision(self, tmp_path: Path) -> None:
        folder = Folder(tmp_path, templates=True)
        folder.change({"Срок давности истёк": "Давность истекла"}, folder.templates / "arguments/limitation/ru.md")
        found = compare(f"{folder.case}@HEAD", folder.case)
        (change,) = [c for c in found.changes if c.old and c.new]
        assert change.old
        assert change.new
        assert change.old.text.replace("Срок давности истёк", "Давность истекла") == change.new.text

    def it_says_why_a_case_did_not_render_at_that_revision(self, folder: Folder) -> None:
        folder.change({"status: pending": "status: refused"})
        folder.commit("not yet whole")
        folder.change({"status: refused": "status: pending"})
        with pytest.raises(Refused) as caught:
            compare(f"{folder.case}@HEAD", folder.case)
        assert "case/claim-status-without-decision" in [p.code.id for p in caught.value.problems]
        assert caught.value.problems[0].file.endswith("@HEAD")

    def it_takes_kind_and_language_from_the_document_on_the_other_side(self, folder: Folder) -> None:
        draft = folder.render("v1", form="kk")
        assert compare(draft, folder.case).changes == ()

    def it_takes_the_one_kind_that_the_case_can_become(self, tmp_path: Path) -> None:
        journalist = Folder(tmp_path, "journalist")
        assert open_version(str(journalist.case), Options()).source is not None
        assert refused(str(journalist.case), kind="no-such-kind") == ["draft/unknown-kind"]

    def it_says_which_kinds_there_are_where_none_is_possible_yet(self, folder: Folder) -> None:
        folder.change({"status: pending": "status: refused"})
        assert refused(str(folder.case)) == ["version/no-kind"]


class DescribeDocuments:
    def it_proves_the_source_by_the_manifest(self, folder: Folder) -> None:
        version = open_version(str(folder.render("v1")), Options())
        assert version.source is not None
        assert version.source.proven
        assert version.untouched
        assert version.notes == ()

    def it_finds_the_former_state_of_the_case_in_git(self, folder: Folder) -> None:
        draft = folder.render("v1")
        folder.change(ITEM)
        folder.commit("second")
        version = open_version(str(draft), Options())
        assert version.source is not None
        assert version.source.file.name.startswith(f"{folder.case}@")

    def it_says_where_the_former_state_is_not_kept(self, tmp_path: Path) -> None:
        lone = Folder(tmp_path, git=False)
        draft = lone.render("v1")
        lone.change(ITEM)
        version = open_version(str(draft), Options())
        assert version.source is None
        assert [n.code.id for n in version.notes] == ["version/case-not-found"]

    def it_finds_kind_and_language_by_likeness_where_there_is_no_manifest(self, folder: Folder) -> None:
        draft = folder.render("v1", form="kk")
        draft.with_suffix(".manifest.json").unlink()
        version = open_version(str(draft), Options(case=str(folder.case)))
        assert version.source is not None
        assert (version.source.kind, version.source.form, version.source.proven) == (COMPLAINT, "kk", False)
        assert [n.code.id for n in version.notes] == ["version/no-manifest"]

    def it_answers_what_changed_and_why_from_two_documents_and_one_case(self, tmp_path: Path) -> None:
        lone = Folder(tmp_path, git=False)
        old = lone.render("v1")
        lone.change(ITEM)
        new = lone.render("v2")
        for draft in (old, new):
            draft.with_suffix(".manifest.json").unlink()
        found = compare(old, new, case=str(lone.case))
        (change,) = found.changes
        (cause,) = found.causes(change)
        assert (cause.kind, cause.name, cause.before, cause.after, cause.line) == (
            "fact",
            "asylum[0].certificate.expires",
            "12",
            "13",
            98,
        )
        assert not cause.certain

    def it_gives_no_hand_the_blame_for_another_state_of_the_case(self, tmp_path: Path) -> None:
        lone = Folder(tmp_path, git=False)
        old = lone.render("v1")
        lone.change(
            {
                "status: pending\n    decisions: []": "status: refused\n    decisions: [{on: 2026-01-20, outcome: refused}]"
            }
        )
        new = lone.render("v2")
        for draft in (old, new):
            draft.with_suffix(".manifest.json").unlink()
        found = compare(old, new, case=str(lone.case))
        assert "by-hand" not in {c.kind for change in found.changes for c in found.causes(change)}
        told = {c.name for change in found.changes if change.kind == "removed" for c in found.causes(change)}
        assert {"asylum-claim-pending", "refugee-non-return", "asylum[0].status"} <= told

    def it_does_not_take_a_broken_manifest_for_proof(self, folder: Folder) -> None:
        draft = folder.render("v1")
        draft.with_suffix(".manifest.json").write_text("{}")
        assert open_version(str(draft), Options()).source is None


class DescribeBase:
    def it_makes_the_unedited_draft_anew_byte_for_byte(self, folder: Folder) -> None:
        draft = folder.render("v1")
        made = draft.read_bytes()
        draft.write_bytes(edited(made, {"а на запрет возврата": "а на запрет высылки"}))
        folder.change(ITEM)
        folder.commit("second")
        base = base_of(open_version(str(draft), Options()))
        assert [(m.name, m.content()) for m in read_zip(base)] == [(m.name, m.content()) for m in read_zip(made)]

    @pytest.mark.parametrize("lost", ["manifest", "case"])
    def it_refuses_where_it_cannot_be_proven(self, tmp_path: Path, lost: str) -> None:
        lone = Folder(tmp_path, git=False)
        draft = lone.render("v1")
        if lost == "manifest":
            draft.with_suffix(".manifest.json").unlink()
        else:
            lone.change(ITEM)
        with pytest.raises(Refused) as caught:
            base_of(open_version(str(draft), Options()))
        assert [p.code.id for p in caught.value.problems] == ["version/no-base"]


class DescribeInput:
    def it_says_plainly_what_cannot_be_compared(self, tmp_path: Path) -> None:
        for name, content, code in (
            ("scan.docx", b"%PDF-1.7", "version/neither"),
            ("locked.docx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "version/protected"),
            ("cut.docx", b"PK\x03\x04" + bytes(40), "seal/zip-broken"),
            ("huge.docx", b"PK" + bytes(20_000_001), "file/too-big"),
            ("missing.docx", None, "file/none"),
            ("empty.yaml", b"", "case/empty-file"),
        ):
            path = tmp_path / name
            if content is not None:
                path.write_bytes(content)
            assert refused(str(path)) == [code], name

    def it_says_what_is_wrong_with_both_sides_at_once(self, tmp_path: Path) -> None:
        (tmp_path / "a.docx").write_bytes(b"%PDF")
        with pytest.raises(Refused) as caught:
            compare(tmp_path / "a.docx", tmp_path / "b.docx")
        assert [p.code.id for p in caught.value.problems] == ["version/neither", "file/none"]
