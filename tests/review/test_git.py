"""Git is asked for former states, and for nothing that runs, fetches or changes anything."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from click.testing import CliRunner
from review_world import Folder

from panahat import git
from panahat.cli import main
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


SIGN = """#!/bin/sh
cat > /dev/null
touch {sprung}
printf '\\n[GNUPG:] SIG_CREATED x\\n' >&2
printf -- '-----BEGIN PGP SIGNATURE-----\\n\\nx\\n-----END PGP SIGNATURE-----\\n'
"""


class Hostile:
    """A repository whose settings name a program of its own wherever git could run one, and whose commits are signed."""

    def __init__(self, folder: Folder, *, included: bool) -> None:
        self.folder, self.sprung = folder, folder.root / "out" / "sprung"
        folder.change({"registered: 2025-09-12": "registered: 2025-09-15"})
        self.draft = folder.render("draft")
        trap = folder.root / "trap.sh"
        trap.write_text(SIGN.format(sprung=self.sprung))
        trap.chmod(0o755)
        folder.git("add", "-A")
        folder.git("-c", f"gpg.program={trap}", "commit", "-q", "-S", "-m", "signed")
        folder.change({"registered: 2025-09-15": "registered: 2025-09-16"})
        names = ("gpg.program", "gpg.openpgp.program", "gpg.ssh.program", "core.fsmonitor", "core.pager", "core.editor",
                 "core.sshCommand", "core.askPass", "diff.external", "diff.x.textconv", "diff.x.command",
                 "filter.x.smudge", "filter.x.clean", "filter.x.process", "credential.helper", "pager.log",
                 "alias.rev-list", "core.alternateRefsCommand")  # fmt: skip
        rows = [(name, str(trap)) for name in names]
        rows += [("log.showSignature", "true"), ("remote.x.url", f"ext::{trap}"), ("remote.x.promisor", "true")]
        rows += [("protocol.ext.allow", "always"), ("protocol.allow", "always")]
        where = ["--file", str(folder.root / ".git" / "more")] if included else []
        for name, value in rows:
            folder.git("config", *where, name, value)
        if included:
            folder.git("config", "include.path", "more")
        hooks = folder.root / ".git" / "hooks"
        hooks.mkdir(exist_ok=True)
        for hook in ("reference-transaction", "post-index-change", "post-checkout"):
            (hooks / hook).write_text(trap.read_text())
            (hooks / hook).chmod(0o755)
        (folder.root / ".git" / "info").mkdir(exist_ok=True)
        (folder.root / ".git" / "info" / "attributes").write_text("* diff=x filter=x\n")
        self.sprung.unlink(missing_ok=True)


class DescribeAHostileRepository:
    @pytest.fixture(params=[False, True], ids=["set", "included"])
    def hostile(self, folder: Folder, request: pytest.FixtureRequest) -> Hostile:
        return Hostile(folder, included=request.param)

    def it_would_run_its_programs_where_git_is_asked_for_a_log(self, hostile: Hostile) -> None:
        hostile.folder.git("log", "-1")
        assert hostile.sprung.exists()

    @pytest.mark.parametrize("command", ["diff", "trace", "merge", "docket"])
    def it_runs_nothing_in_any_command(
        self, hostile: Hostile, command: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
    ) -> None:
        case, draft = str(hostile.folder.case), str(hostile.draft)
        words = {
            "diff": ["diff", f"{case}@HEAD~1", f"{case}@HEAD", "--for", "supreme-court-complaint"],
            "trace": ["trace", draft],
            "merge": ["merge", draft, draft, "-o", str(tmp_path / "merged.docx")],
            "docket": ["docket", "stale", str(hostile.folder.root)],
        }[command]
        monkeypatch.chdir(hostile.folder.root)
        shown = CliRunner().invoke(main, words)
        assert shown.exit_code in (0, 1), shown.output
        assert "mistake" not in shown.output
        assert not hostile.sprung.exists(), shown.output

    def it_keeps_its_history_readable(self, hostile: Hostile) -> None:
        found = list(repository(hostile.folder).history(["cases/*.yaml"], 9))
        assert len(found) == 2
        assert [commit for commit, _, _ in found] == repository(hostile.folder).commits(["cases"], 9)
        assert not hostile.sprung.exists()


class DescribeSize:
    def it_is_asked_for_before_the_content(self, folder: Folder, monkeypatch: pytest.MonkeyPatch) -> None:
        giant = folder.case.parent / "giant.yaml"
        giant.write_bytes(b"a" * (git.LARGEST + 1))
        folder.commit("giant")
        asked: list[tuple[str, ...]] = []
        run = git.run

        def watched(repository: Path, *words: str, input: bytes | None = None) -> bytes:
            asked.append(words)
            return run(repository, *words, input=input)

        monkeypatch.setattr(git, "run", watched)
        shown = CliRunner().invoke(main, ["diff", f"{giant}@HEAD", str(giant)])
        assert shown.exit_code == 1
        assert "git/too-large" in shown.output
        assert "cases/giant.yaml" in shown.output
        assert ("cat-file", "--batch") not in asked
        assert ("cat-file", "--batch-check") in asked

    def it_leaves_giants_out_of_the_history_and_refuses_them_in_a_folder(
        self, folder: Folder, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(git, "LARGEST", 100_000)
        (folder.case.parent / "giant.yaml").write_bytes(b"a" * 100_001)
        folder.commit("giant")
        repo = repository(folder)
        assert {name for _, name, _ in repo.history(["cases/*.yaml"], 9)} == {"cases/transit-activist.yaml"}
        with pytest.raises(Refused) as caught:
            repo.folder(repo.commit("HEAD"), "cases")
        assert [p.code.id for p in caught.value.problems] == ["git/too-large"]

    def it_is_limited_for_all_files_together(self, folder: Folder, monkeypatch: pytest.MonkeyPatch) -> None:
        for n in range(3):
            (folder.case.parent / f"{n}.yaml").write_bytes(b"%d" % n * 1000)
        folder.commit("many")
        monkeypatch.setattr(git, "TOGETHER", 2500)
        assert len(list(repository(folder).history(["cases/[0-9].yaml"], 9))) == 2


class DescribeSafety:
    def it_trusts_the_folders_of_others_that_the_user_told_git_to_trust(
        self, folder: Folder, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
    ) -> None:
        (tmp_path / "settings").write_text("[safe]\n\tdirectory = /one\n\tdirectory = /two words\n")
        monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(tmp_path / "settings"))
        git._trusted.cache_clear()
        listed = git.run(folder.root, "config", "--null", "--get-all", "safe.directory")
        git._trusted.cache_clear()
        assert listed.decode().split("\0")[:2] == ["/one", "/two words"]

    @pytest.mark.parametrize("name", ["x blob", "a\x0bb", "a\u2028b", "x blob 5"])
    def it_knows_a_name_that_looks_like_an_answer(self, folder: Folder, name: str) -> None:
        repo = repository(folder)
        assert repo.file(repo.commit("HEAD"), name) is None

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
