"""Git shows what changed in Word files, by this very installation, and keeps nothing of their text."""

from __future__ import annotations

import os
import stat
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from word_files import docx, p, row, run, table

from panahat.cli import main
from panahat.problems import Refused
from panahat.render import text_reading
from panahat.review import git_driver

LINE = "*.docx diff=panahat-docx"
Git = Callable[..., str]


@pytest.fixture(autouse=True)
def _own_git(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No configuration or repository of the person who runs the tests."""
    for name in [n for n in os.environ if n.startswith("GIT_")]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    monkeypatch.setenv("GIT_CONFIG_NOSYSTEM", "1")
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path))


@pytest.fixture
def clone(tmp_path: Path) -> Path:
    folder = tmp_path / "дела клиента's"
    folder.mkdir()
    subprocess.run(["git", "init", "-q", "-b", "main", "."], cwd=folder, check=True)
    return folder


@pytest.fixture
def git(clone: Path) -> Git:
    def git(*words: str) -> str:
        person = ["-c", "user.name=a", "-c", "user.email=a@example.org"]
        done = subprocess.run(["git", *person, *words], cwd=clone, check=True, capture_output=True)
        return done.stdout.decode()

    return git


def setup(folder: Path, *words: str) -> Result:
    return CliRunner().invoke(main, ["git-setup", "--repo", str(folder), *words])


def filing(word: str = "десять", cell: str = "первая", header: str = "Проект", note: str = "Там же") -> bytes:
    return docx(
        p("Раздел 1", style="Title1"),
        p(run("Срок обжалования — "), run(word), run(" суток.")),
        p("Без перемен."),
        table(2, row("Инстанция", cell), row("Дата", "9 февраля")),
        header=p(f"{header} жалобы"),
        footnotes=f'<w:footnote w:id="1">{p(f"{note}, с. 5")}</w:footnote>',
    )


@pytest.fixture
def history(clone: Path, git: Git) -> Path:
    """A clone that is set up, with a filing committed, and changed in four places since."""
    assert setup(clone).exit_code == 0
    file = clone / "жалоба дело 1.docx"
    file.write_bytes(filing())
    git("add", ".")
    git("commit", "-q", "-m", "первая")
    file.write_bytes(filing("пять", "вторая", "Чистовик", "Здесь"))
    return file


WORDS = [
    "[Normal] Срок обжалования — [-десять-]{+пять+} суток.",
    "[table] Инстанция | [-первая-]{+вторая+}",
    "[Normal] [-Проект-]{+Чистовик+} жалобы",
    "[Normal] [-Там же,-]{+Здесь,+} с. 5",
]
LINES = [
    "-[Normal] Срок обжалования — десять суток.", "+[Normal] Срок обжалования — пять суток.",
    "-[table] Инстанция | первая", "+[table] Инстанция | вторая",
    "-[Normal] Проект жалобы", "+[Normal] Чистовик жалобы",
    "-[Normal] Там же, с. 5", "+[Normal] Здесь, с. 5",
]  # fmt: skip


def changed(shown: str) -> list[str]:
    """The lines of a patch that came or went."""
    return [line for line in shown.splitlines() if line.startswith(("+", "-")) and line[:3] not in ("+++", "---")]


class DescribeGit:
    def it_shows_each_changed_paragraph_row_header_and_note(self, history: Path, git: Git) -> None:
        assert changed(git("diff")) == LINES
        assert [line for line in git("diff", "--word-diff").splitlines() if "{+" in line] == WORDS

    def it_shows_the_same_in_the_log_and_of_a_commit(self, history: Path, git: Git) -> None:
        git("commit", "-qam", "вторая")
        assert changed(git("log", "-p", "-1")) == LINES
        assert changed(git("show", "HEAD", "--", history.name)) == LINES
        assert [line for line in git("show", "--word-diff").splitlines() if "{+" in line] == WORDS

    def it_says_in_which_section_a_change_stands(self, clone: Path, git: Git) -> None:
        setup(clone)
        file = clone / "x.docx"
        for heading in ("Доводы", "Основания, по которым постановление о выдаче подлежит отмене" * 3):
            rest = [p(str(n)) for n in range(9)]
            file.write_bytes(docx(p("Иное"), p(heading, style="Title1"), *rest))
            git("add", ".")
            file.write_bytes(docx(p("Иное"), p(heading, style="Title1"), *rest[:8], p("x")))
            (head,) = [line for line in git("diff", "-U0").splitlines() if line.startswith("@@")]
            assert head == f"@@ -11 +11 @@ {heading[:36]}".rstrip()

    def it_keeps_no_text_in_the_repository(self, history: Path, git: Git) -> None:
        git("commit", "-qam", "вторая")
        git("log", "-p")
        assert "notes" not in git("for-each-ref")
        secret = "Срок обжалования".encode()
        assert not [f for f in (history.parent / ".git").rglob("*") if f.is_file() and secret in f.read_bytes()]

    @pytest.mark.parametrize(
        ("content", "reason"),
        [
            (filing()[:-40], "seal/zip-broken"),
            (b"", "seal/not-a-zip"),
            (b"version https://git-lfs.github.com/spec/v1\n", "seal/not-a-zip"),
            (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "render/protected"),
        ],
    )
    def it_goes_on_past_a_file_that_cannot_be_read(self, history: Path, git: Git, content: bytes, reason: str) -> None:
        broken = history.with_name("а.docx")
        broken.write_bytes(content)
        git("add", "-A")
        shown = changed(git("diff", "--cached"))
        assert f"+[not readable: {reason}]" in shown
        assert shown[1:] == LINES

    def it_says_that_a_zip_is_encrypted(self, history: Path, git: Git) -> None:
        content = bytearray(filing())
        content[content.index(b"PK\x01\x02") + 8] |= 1
        history.write_bytes(bytes(content))
        assert changed(git("diff"))[-1] == "+[not readable: seal/zip-encrypted]"

    def it_runs_no_program_that_lies_in_the_repository(self, history: Path, git: Git) -> None:
        for name in ("panahat", "click", "json"):
            (history.parent / f"{name}.py").write_text("open('caught', 'w').close()\nraise SystemExit(0)\n")
        assert changed(git("diff", "--", history.name)) == LINES
        assert not (history.parent / "caught").exists()


class DescribeTextForGit:
    def it_refuses_what_it_cannot_read_unless_git_asks(self, tmp_path: Path) -> None:
        file = tmp_path / "x.docx"
        file.write_bytes(b"PK\x03\x04")
        assert CliRunner().invoke(main, ["templates", "text", str(file)]).exit_code == 1
        asked = CliRunner().invoke(main, ["templates", "text", "--for-git", str(file)])
        assert (asked.exit_code, asked.output) == (0, "[not readable: seal/zip-broken]\n")

    @pytest.mark.usefixtures("program_at_hand")
    def it_reads_a_redline_as_the_new_text(self, tmp_path: Path) -> None:
        from panahat.render.text_reading import twin_text
        from panahat.review.redlining.engine import redline
        from panahat.seal.revisions import accept_all

        file = tmp_path / "x.docx"
        shown = []
        made = redline(filing(), filing("пять", "вторая", "Чистовик", "Здесь"))
        for content in (made, accept_all(made), filing("пять", "вторая", "Чистовик", "Здесь")):
            file.write_bytes(content)
            shown.append(twin_text(file))
        assert shown[0] == shown[1] == shown[2]

    def it_outlives_a_fault_of_its_own(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        file = tmp_path / "x.docx"
        file.write_bytes(filing())
        monkeypatch.setattr(text_reading, "_text", lambda _: 1 / 0)
        asked = CliRunner().invoke(main, ["templates", "text", "--for-git", str(file)])
        assert (asked.exit_code, asked.output) == (0, "[not readable: ZeroDivisionError]\n")
        assert CliRunner().invoke(main, ["templates", "text", str(file)]).exit_code == 1

    def it_speaks_utf_8_whatever_the_locale(self, tmp_path: Path) -> None:
        file = tmp_path / "x.docx"
        file.write_bytes(filing())
        command = [sys.executable, "-P", "-m", "panahat", "templates", "text", str(file)]
        environment = {**os.environ, "PYTHONIOENCODING": "cp1251", "PYTHONUTF8": "0"}
        shown = subprocess.run(command, capture_output=True, check=True, env=environment).stdout
        assert "‹".encode() not in shown
        assert "[Normal] Срок обжалования — десять суток.\n".encode() in shown


class DescribeSettingUp:
    def it_names_this_installation_by_its_full_path_and_keeps_no_cache(self, clone: Path, git: Git) -> None:
        assert setup(clone).exit_code == 0
        command = git("config", "diff.panahat-docx.textconv").strip()
        assert sys.executable in command
        assert Path(sys.executable).is_absolute()
        assert git("config", "diff.panahat-docx.cachetextconv").strip() == "false"
        assert git("config", "diff.panahat-docx.binary").strip() == "true"

    def it_quotes_the_path(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(sys, "executable", "/opt/My Python's/bin/python")
        shell = subprocess.run(
            ["sh", "-c", f'for w in {git_driver.settings()["diff.panahat-docx.textconv"]}; do echo "$w"; done'],
            capture_output=True, text=True, check=True,
        )  # fmt: skip
        assert shell.stdout.splitlines()[:3] == ["/opt/My Python's/bin/python", "-P", "-m"]

    def it_works_from_a_folder_inside_and_in_a_second_work_tree(self, clone: Path, git: Git, tmp_path: Path) -> None:
        inside = clone / "cases" / "x"
        inside.mkdir(parents=True)
        assert setup(inside).exit_code == 0
        assert (clone / ".gitattributes").read_text() == f"{LINE}\n"
        git("add", ".")
        git("commit", "-qm", "x")
        git("worktree", "add", "-q", str(tmp_path / "second"))
        assert setup(tmp_path / "second", "--check").exit_code == 0

    @pytest.mark.parametrize(
        ("before", "after"),
        [
            (b"", f"{LINE}\n"),
            (b"*.yaml text\n", f"*.yaml text\n{LINE}\n"),
            (b"*.yaml text", f"*.yaml text\n{LINE}\n"),
            (b"*.yaml text\r\n", f"*.yaml text\r\n{LINE}\r\n"),
            (b"# *.docx diff=panahat-docx\n", f"# *.docx diff=panahat-docx\n{LINE}\n"),
            (b"*.docx diff=word\n", f"*.docx diff=word\n{LINE}\n"),
            (b"*.docx diff=panahat-docx\n*.docx binary\n", f"{LINE}\n*.docx binary\n{LINE}\n"),
            (b"*.docx  -text diff=panahat-docx\n", "*.docx  -text diff=panahat-docx\n"),
            (b"\xff\xfe*.yaml text\n", None),
        ],
    )
    def it_adds_the_line_where_it_is_missing_and_keeps_the_rest(
        self, clone: Path, before: bytes, after: str | None
    ) -> None:
        file = clone / ".gitattributes"
        file.write_bytes(before)
        file.chmod(0o640)
        assert setup(clone).exit_code == 0
        assert file.read_bytes() == (before + f"{LINE}\n".encode() if after is None else after.encode())
        assert stat.S_IMODE(file.stat().st_mode) == 0o640
        assert setup(clone, "--check").exit_code == 0

    def it_changes_nothing_the_second_time(self, clone: Path) -> None:
        setup(clone)
        before = {f: f.read_bytes() for f in (clone / ".gitattributes", clone / ".git" / "config")}
        again = setup(clone)
        assert (again.exit_code, "Set:" in again.output, "Added" in again.output) == (0, False, False)
        assert {f: f.read_bytes() for f in before} == before

    def it_replaces_the_settings_of_another_installation(self, clone: Path, git: Git) -> None:
        git("config", "diff.panahat-docx.textconv", "/old/python -m panahat")
        git("config", "--add", "diff.panahat-docx.textconv", "/older/python")
        assert setup(clone, "--check").exit_code == 1
        assert setup(clone).exit_code == 0
        assert len(git("config", "--get-all", "diff.panahat-docx.textconv").splitlines()) == 1

    def it_only_looks_when_asked_to_check(self, clone: Path) -> None:
        before = (clone / ".git" / "config").read_bytes()
        shown = setup(clone, "--check")
        assert shown.exit_code == 1
        assert "git-setup/no-setting" in shown.output
        assert "git-setup/no-line" in shown.output
        assert not (clone / ".gitattributes").exists()
        assert (clone / ".git" / "config").read_bytes() == before

    def it_takes_the_settings_away_and_leaves_the_line(self, clone: Path, git: Git) -> None:
        before = (clone / ".git" / "config").read_bytes()
        setup(clone)
        assert setup(clone, "--remove").exit_code == 0
        assert (clone / ".git" / "config").read_bytes() == before
        assert (clone / ".gitattributes").read_text() == f"{LINE}\n"
        assert setup(clone, "--remove").exit_code == 0

    def it_does_not_check_and_remove_at_once(self, clone: Path) -> None:
        assert setup(clone, "--check", "--remove").exit_code == 2


class DescribeRefusal:
    def it_refuses_outside_of_a_repository_and_in_its_inner_folder(self, tmp_path: Path, clone: Path) -> None:
        assert "git-setup/outside" in setup(tmp_path).output
        assert "git-setup/outside" in setup(clone / ".git").output

    def it_refuses_a_bare_repository(self, tmp_path: Path) -> None:
        subprocess.run(["git", "init", "-q", "--bare", "bare.git"], cwd=tmp_path, check=True)
        shown = setup(tmp_path / "bare.git")
        assert shown.exit_code == 1
        assert "git-setup/bare" in shown.output

    def it_refuses_where_git_is_not_installed(
        self, clone: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
    ) -> None:
        monkeypatch.setenv("PATH", str(tmp_path / "nothing"))
        shown = setup(clone)
        assert shown.exit_code == 1
        assert "git/missing" in shown.output

    def it_refuses_a_damaged_repository(self, clone: Path) -> None:
        (clone / ".git" / "config").write_text("[core\n")
        assert "git/failed" in setup(clone).output

    @pytest.mark.parametrize("kind", ["link", "dangling", "folder"])
    def it_refuses_a_gitattributes_that_is_no_plain_file(self, clone: Path, tmp_path: Path, kind: str) -> None:
        file, other = clone / ".gitattributes", tmp_path / "other"
        if kind == "folder":
            file.mkdir()
        else:
            file.symlink_to(other)
        if kind == "link":
            other.write_text("mine\n")
        config = (clone / ".git" / "config").read_bytes()
        shown = setup(clone)
        assert shown.exit_code == 1
        assert "git-setup/link" in shown.output
        assert (clone / ".git" / "config").read_bytes() == config
        assert not other.exists() or other.read_text() == "mine\n"

    @pytest.mark.parametrize("there", [True, False])
    def it_refuses_a_gitattributes_that_may_not_be_changed_and_sets_nothing(
        self, clone: Path, monkeypatch: pytest.MonkeyPatch, there: bool
    ) -> None:
        if there:
            (clone / ".gitattributes").write_text("*.yaml text\n")
            monkeypatch.setattr(os, "access", lambda path, _: not str(path).endswith("attributes"))
        else:

            def refuse(*_: object, **__: object) -> None:
                raise PermissionError(13, "no")

            monkeypatch.setattr("panahat.seal.write._Change.prepare", refuse)
        config = (clone / ".git" / "config").read_bytes()
        shown = setup(clone)
        assert shown.exit_code == 1
        assert "git-setup/unwritable" in shown.output
        assert (clone / ".git" / "config").read_bytes() == config
        assert (clone / ".gitattributes").exists() == there

    def it_says_where_another_rule_stands_above(self, clone: Path) -> None:
        (clone / ".git" / "info").mkdir(exist_ok=True)
        (clone / ".git" / "info" / "attributes").write_text("*.docx -diff\n")
        for words in ((), (), ("--check",)):
            shown = setup(clone, *words)
            assert shown.exit_code == 1
            assert "git-setup/overridden" in shown.output
        assert (clone / ".gitattributes").read_text() == f"{LINE}\n"

    def it_raises_its_refusals_for_programs(self, tmp_path: Path) -> None:
        with pytest.raises(Refused):
            git_driver.clone_around(tmp_path)


def test_this_repository_names_the_driver_for_its_word_files() -> None:
    own = Path(__file__).resolve().parents[2] / ".gitattributes"
    assert LINE in own.read_text("utf-8").splitlines()


def test_the_filing_of_these_tests_is_a_word_file(tmp_path: Path) -> None:
    file = tmp_path / "x.docx"
    file.write_bytes(filing())
    assert zipfile.ZipFile(file).testzip() is None
