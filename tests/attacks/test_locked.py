"""A locked case is read and written with no plain copy; no key or an altered file: a sentence, and nothing else."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from test_process import command, in_process

from panahat import locked
from panahat.cli import main
from panahat.problems import Refused

CASE = Path(__file__).resolve().parents[2] / "cases" / "refused-resident.yaml"
KIND = "residence-refusal-complaint"
SECRET = "СЕКРЕТ-1234"


@pytest.fixture(autouse=True)
def own_key(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """A key of the user's own, in a home of the user's own."""
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    monkeypatch.delenv("PANAHAT_IDENTITY", raising=False)
    monkeypatch.setattr(locked, "ask", None)
    locked.forget()
    text, public = locked.new_key()
    locked.home().parent.mkdir(parents=True)
    locked.home().write_text(text)
    yield public
    locked.forget()


@pytest.fixture
def case(tmp_path: Path, own_key: str) -> Path:
    """A case file locked for that key; a secret in it; its annexes beside it."""
    shutil.copytree(CASE.parent / "annexes" / CASE.stem, tmp_path / "annexes" / CASE.stem)
    file = tmp_path / "дело.yaml.age"
    file.write_bytes(locked.locked_for(CASE.read_bytes() + f"# {SECRET}\n".encode(), [own_key], str(file)))
    return file


def panahat(*words: str | Path) -> Result:
    return CliRunner().invoke(main, ["--lang", "en", *map(str, words)])


def codes(content: bytes) -> list[str]:
    with pytest.raises(Refused) as refused:
        locked.opened(content, "x.yaml.age")
    return [p.code.id for p in refused.value.problems]


class DescribeALockedCase:
    @pytest.mark.parametrize(
        "words",
        [["check"], ["explain", "--for", KIND], ["deadlines"], ["remedies"], ["check", "--for", KIND]],
        ids=" ".join,
    )
    def it_is_read_as_if_it_were_plain(self, case: Path, words: list[str]) -> None:
        there = CASE.with_name("дело.yaml.age")
        told = panahat(words[0], case, *words[1:])
        plain = panahat(words[0], CASE, *words[1:])
        assert told.exit_code == plain.exit_code
        assert told.output.replace(str(case), str(there)) == plain.output.replace(str(CASE), str(there))

    def it_gives_the_same_filing_and_the_same_manifest(self, case: Path, tmp_path: Path) -> None:
        (tmp_path / "plain.yaml").write_bytes(locked.opened(case.read_bytes(), "x"))
        for source, out in ((case, "a"), (tmp_path / "plain.yaml", "b")):
            assert panahat("render", source, "--for", KIND, "-o", tmp_path / out).exit_code == 0
        made = [{p.name: p.read_bytes() for p in (tmp_path / out).iterdir()} for out in ("a", "b")]
        assert made[0] == made[1]

    def it_may_have_its_filings_locked_too(self, case: Path, tmp_path: Path) -> None:
        assert panahat("render", case, "--for", KIND, "-o", tmp_path / "out", "--lock").exit_code == 0
        names = sorted(p.name for p in (tmp_path / "out").iterdir())
        assert len(names) == 3
        assert all(locked.is_locked((tmp_path / "out" / n).read_bytes()) and n.endswith(".age") for n in names)
        filing = next(tmp_path / "out" / n for n in names if n.endswith(".ru.docx.age"))
        assert panahat("trace", filing).exit_code == 0
        assert "up to date" in panahat("docket", "stale", tmp_path).output

    def it_is_written_locked_by_the_interview(self, case: Path) -> None:
        before = case.read_bytes()
        done = CliRunner().invoke(main, ["--lang", "en", "ask", str(case), "--for", KIND, "--all"], input="?\n!\nq\n")
        assert done.exit_code == 0, done.output
        after = case.read_bytes()
        assert after != before
        assert locked.is_locked(after)
        assert "clarify" in locked.opened(after, "x").decode()
        assert [p.name for p in case.parent.iterdir() if p.suffix in (".yaml", ".yml")] == []

    def it_leaves_nothing_plain_behind(self, case: Path, tmp_path: Path) -> None:
        home = tmp_path / "home"
        home.mkdir()
        environ = {"HOME": str(home), "TMPDIR": str(tmp_path / "tmp"), "XDG_CACHE_HOME": str(tmp_path / "cache")}
        (tmp_path / "tmp").mkdir()
        done = in_process(command("render", str(case), "--for", KIND, "-o", "out", "--lock"), tmp_path, **environ)
        assert done.returncode == 0, done.stderr
        left = [p for p in tmp_path.rglob("*") if p.is_file() and not p.is_symlink()]
        assert not [p for p in left if SECRET.encode() in p.read_bytes()]
        assert SECRET not in done.stdout + done.stderr

    def it_is_shown_by_git_through_a_filter_that_needs_the_key(self, case: Path, tmp_path: Path) -> None:
        clone = tmp_path / "clone"
        clone.mkdir()

        def git(*words: str) -> str:
            names = {"GIT_CONFIG_NOSYSTEM": "1", "GIT_CONFIG_GLOBAL": "/dev/null"}
            who = ("-c", "user.name=n", "-c", "user.email=n@example.org")
            done = subprocess.run(
                ["git", *who, *words],
                cwd=clone,
                capture_output=True,
                text=True,
                check=False,
                env={**os.environ, **names},
            )
            return done.stdout

        git("init", "-q")
        (clone / ".gitattributes").write_text("*.yaml.age diff=panahat-case\n")
        git("config", "diff.panahat-case.textconv", f"{sys.executable} -P -m panahat unlock -o -")
        (clone / "x.yaml.age").write_bytes(case.read_bytes())
        git("add", "-A")
        git("commit", "-qm", "x")
        held = locked.opened(case.read_bytes(), "x").replace(b"synthetic: true", b"synthetic: true  # read")
        (clone / "x.yaml.age").write_bytes(locked.again(held, "x.yaml.age"))
        assert "+synthetic: true  # read" in git("diff")
        locked.home().unlink()
        assert "synthetic" not in git("diff")


class DescribeALock:
    def it_opens_with_no_other_key(self, case: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
        (tmp_path / "other").write_text(locked.new_key()[0])
        monkeypatch.setenv("PANAHAT_IDENTITY", str(tmp_path / "other"))
        locked.forget()
        before = case.read_bytes()
        tried: tuple[tuple[str | Path, ...], ...] = (
            ("check", case),
            ("render", case, "--for", KIND, "-o", tmp_path / "out"),
            ("unlock", case, "-o", "x"),
        )
        for words in tried:
            told = panahat(*words)
            assert told.exit_code == 1
            assert "file/locked-no-key" in told.output
            assert SECRET not in told.output
        assert case.read_bytes() == before
        assert not (tmp_path / "out").exists()

    @pytest.mark.parametrize("cut", [30, 120, -1])
    def it_is_not_opened_in_part(self, case: Path, cut: int) -> None:
        assert codes(case.read_bytes()[:cut]) == ["file/locked-damaged"]

    def it_is_not_opened_where_a_bit_is_turned(self, case: Path) -> None:
        content = bytearray(case.read_bytes())
        for at in range(200, len(content), len(content) // 40):
            turned = bytearray(content)
            turned[at] ^= 1
            assert codes(bytes(turned)) == ["file/locked-damaged"]

    def it_opens_with_its_passphrase_alone(self, monkeypatch: pytest.MonkeyPatch) -> None:
        made = locked.locked_with(b"schema: 1\n", "слово и дело", "x.yaml.age")
        assert codes(made) == ["file/locked-no-key"]  # nobody to ask
        said = iter(["не то", "слово и дело"])
        monkeypatch.setattr(locked, "ask", lambda name: next(said))
        assert locked.opened(made, "x.yaml.age") == b"schema: 1\n"
        again = locked.again(b"schema: 1\nid: x\n", "x.yaml.age")
        locked.forget()
        monkeypatch.setattr(locked, "ask", lambda name: "слово и дело")
        assert locked.opened(again, "x.yaml.age") == b"schema: 1\nid: x\n"

    def it_takes_one_reader_more_and_keeps_the_others(self, case: Path, tmp_path: Path, own_key: str) -> None:
        text, public = locked.new_key()
        assert panahat("lock", case, "--add", public).exit_code == 0
        assert locked.readers(locked.opened(case.read_bytes(), "x")) == [own_key, public]
        locked.home().write_text(text)
        locked.forget()
        assert SECRET in locked.opened(case.read_bytes(), "x").decode()

    def it_takes_keys_of_ssh(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", str(tmp_path / "id")], check=True)
        made = locked.locked_for(b"x", [(tmp_path / "id.pub").read_text().strip()], "x.bin")
        monkeypatch.setenv("PANAHAT_IDENTITY", str(tmp_path / "id"))
        locked.forget()
        assert locked.opened(made, "x.bin") == b"x"


class DescribeTheCommands:
    def it_locks_and_removes_only_what_it_can_open_again(self, tmp_path: Path) -> None:
        file = tmp_path / "a.yaml"
        file.write_bytes(b"schema: 1\n")
        other = locked.new_key()[1]
        assert panahat("lock", file, "--to", other, "--remove").exit_code == 0
        assert file.exists()  # the key at hand does not open it
        assert panahat("lock", file, "--remove", "--force").exit_code == 0
        assert not file.exists()
        assert panahat("unlock", tmp_path / "a.yaml.age", "-o", tmp_path / "b.yaml").exit_code == 0
        assert (tmp_path / "b.yaml").read_bytes().startswith(b"schema: 1\n")

    @pytest.mark.parametrize(
        ("words", "code"),
        [
            (["lock", "plain.yaml", "--to", "age1nothing"], "file/locked-no-recipient"),
            (["lock", "plain.yaml", "--add", "age1nothing"], "--to"),
            (["lock"], "Name the file"),
            (["lock", "--new-key"], "seal/exists"),
            (["render", "plain.yaml", "--for", KIND, "--lock", "--pdf"], "--pdf"),
        ],
    )
    def it_says_what_is_wrong(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, words: list[str], code: str
    ) -> None:
        monkeypatch.chdir(tmp_path)
        (tmp_path / "plain.yaml").write_bytes(b"schema: 1\n")
        told = panahat(*words)
        assert told.exit_code in (1, 2)
        assert code in told.output

    def it_begins_a_case_locked(self, tmp_path: Path) -> None:
        assert panahat("new", KIND, "-o", tmp_path / "new.yaml.age").exit_code == 0
        assert locked.is_locked((tmp_path / "new.yaml.age").read_bytes())

    def it_makes_a_key_that_its_owner_alone_can_read(self) -> None:
        locked.home().unlink()
        told = panahat("lock", "--new-key")
        assert told.exit_code == 0
        assert "AGE-SECRET-KEY" not in told.output
        assert locked.home().stat().st_mode & 0o077 == 0


def test_no_memory_is_dumped(tmp_path: Path) -> None:
    code = command("--version").replace("run()", "run") + (
        "\nimport panahat.__main__ as m, resource\nm._leave_no_core()\nprint(resource.getrlimit(resource.RLIMIT_CORE))"
    )
    assert "(0, 0)" in in_process(code, tmp_path).stdout
