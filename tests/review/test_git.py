"""Git is asked for former states, and for nothing that runs, fetches or changes anything."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from review_world import Folder

from panahat import git
from panahat.git import Repository
from panahat.problems import Refused


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    return Folder(tmp_path / "work")


def repository(folder: Folder) -> Repository:
    found = Repository.around(folder.case)
    assert found is not None
    return found


class DescribeRepository:
    def it_is_found_from_any_file_or_folder_in_it_even_one_that_is_gone(self, folder: Folder) -> None:
        top = folder.root.resolve()
        assert repository(folder).top == top
        assert Repository.around(folder.root / "gone" / "x.yaml") == Repository(top)
        assert Repository.around(Path("/")) is None

    def it_gives_a_file_as_it_was_and_none_where_it_was_not(self, folder: Folder) -> None:
        first = folder.case.read_bytes()
        folder.change({"registered: 2025-09-12": "registered: 2025-09-15"})
        folder.commit("second")
        repo = repository(folder)
        assert repo.file(repo.commit("HEAD~1"), "cases/transit-activist.yaml") == first
        assert repo.file(repo.commit("HEAD"), "cases/transit-activist.yaml") == folder.case.read_bytes()
        assert repo.file(repo.commit("HEAD"), "cases/none.yaml") is None

    def it_lists_former_states_newest_first(self, folder: Folder) -> None:
        states = [folder.case.read_bytes()]
        for day in (13, 14):
            folder.change({f"registered: 2025-09-{day - 1}": f"registered: 2025-09-{day}"})
            folder.commit(str(day))
            states.insert(0, folder.case.read_bytes())
        found = list(repository(folder).history(["cases/*.yaml"], 9))
        assert [content for _, _, content in found] == states
        assert {name for _, name, _ in found} == {"cases/transit-activist.yaml"}
        assert len(list(repository(folder).history(["cases/*.yaml"], 1))) == 1

    def it_gives_a_folder_as_it_was_without_links(self, folder: Folder) -> None:
        (folder.root / "t").mkdir()
        (folder.root / "t" / "имя файла.txt").write_bytes(b"\x00\r\n")
        (folder.root / "t" / "link").symlink_to("/etc/passwd")
        folder.commit("more")
        assert repository(folder).folder("HEAD", "t") == {"имя файла.txt": b"\x00\r\n"}

    def it_has_no_history_before_the_first_commit(self, tmp_path: Path) -> None:
        (tmp_path / ".git").mkdir()
        assert list(Repository(tmp_path).history(["x"], 5)) == []

    def it_refuses_plainly_where_git_is_not_installed(self, folder: Folder, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("PATH", "")
        with pytest.raises(Refused) as caught:
            repository(folder).commit("HEAD")
        assert [p.code.id for p in caught.value.problems] == ["git/missing"]


class DescribeSafety:
    def it_runs_nothing_that_the_repository_asks_for(self, folder: Folder) -> None:
        trap = folder.root / "trap.sh"
        trap.write_text(f"#!/bin/sh\ntouch {folder.root}/sprung\ncat\n")
        trap.chmod(0o755)
        for name in (
            "core.fsmonitor",
            "core.pager",
            "diff.x.textconv",
            "diff.external",
            "core.sshCommand",
            "filter.x.smudge",
        ):
            folder.git("config", name, str(trap))
        (folder.root / ".gitattributes").write_text("* diff=x filter=x\n")
        repo = repository(folder)
        list(repo.history(["cases/transit-activist.yaml"], 5))
        repo.folder(repo.commit("HEAD"), "cases")
        assert not (folder.root / "sprung").exists()

    def it_fetches_nothing_in_a_partial_clone(self, folder: Folder) -> None:
        clone = folder.root.parent / "clone"
        folder.git("config", "uploadpack.allowFilter", "true")
        folder.git("clone", "-q", "--no-checkout", "--filter=blob:none", f"file://{folder.root}", str(clone))
        repo = Repository(clone)
        with pytest.raises(Refused) as caught:
            repo.file(repo.commit("HEAD"), "cases/transit-activist.yaml")
        assert [p.code.id for p in caught.value.problems] == ["git/failed"]
        assert list(repo.history(["cases/transit-activist.yaml"], 5)) == []

    def it_does_not_let_the_surrounding_name_another_repository(
        self, folder: Folder, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
    ) -> None:
        monkeypatch.setenv("GIT_DIR", str(tmp_path / "elsewhere"))
        assert len(repository(folder).commit("HEAD")) == 40

    def it_stops_a_git_that_does_not_end(self, folder: Folder, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
        fake = tmp_path / "bin"
        fake.mkdir()
        (fake / "git").write_text("#!/bin/sh\nexec sleep 60\n")
        (fake / "git").chmod(0o755)
        monkeypatch.setenv("PATH", f"{fake}{os.pathsep}{os.environ['PATH']}")
        monkeypatch.setattr(git, "SECONDS", 0.2)
        with pytest.raises(Refused) as caught:
            git.run(folder.root, "status")
        assert [p.code.id for p in caught.value.problems] == ["git/failed"]
