"""The ready example for CI makes a redline of every case file that changed, and says of each what it did."""

from __future__ import annotations

import os
import shutil
import stat
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

CI = Path(__file__).resolve().parents[2] / "docs" / "ci"
SCRIPT = CI / "redline-changed-cases.sh"
YAMLS = ("redline.yml", "redline.gitlab-ci.yml")
PANAHAT = """#!/bin/sh
# Stands in for panahat: a state that says «broken» makes no filing.
state() {
    case $1 in
    *.y*ml@*) git show "${1##*@}:${1%@*}" ;;
    *) cat "$1" ;;
    esac
}
printf '%s\\n' "$*" >>"$CALLS"
[ "$1" = diff ] || exit 3
old=$(state "$2") && new=$(state "$3") || exit 4
shift 3
case $old$new in *broken*) echo "case/broken" >&2; exit 1 ;; esac
while [ "$#" -gt 0 ]; do
    case $1 in
    --docx | --html) printf '%s' "$old -> $new" >"$2"; shift 2 ;;
    --for | --in) shift 2 ;;
    --force) shift ;;
    *) exit 5 ;;
    esac
done
echo "[-$old-]{+$new+}"
"""
Git = Callable[..., str]


@pytest.fixture(autouse=True)
def _alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No configuration of the person who runs the tests, and a stand-in for panahat."""
    for name in [n for n in os.environ if n.startswith(("GIT_", "PANAHAT_"))]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    monkeypatch.setenv("GIT_CONFIG_NOSYSTEM", "1")
    program = tmp_path / "bin" / "panahat"
    program.parent.mkdir()
    program.write_text(PANAHAT)
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{program.parent}:{os.environ['PATH']}")
    monkeypatch.setenv("CALLS", str(tmp_path / "calls"))


@pytest.fixture
def clone(tmp_path: Path) -> Path:
    folder = tmp_path / "clone"
    (folder / "cases").mkdir(parents=True)
    subprocess.run(["git", "init", "-q", "-b", "main", "."], cwd=folder, check=True)
    return folder


@pytest.fixture
def git(clone: Path) -> Git:
    def git(*words: str) -> str:
        person = ["-c", "user.name=a", "-c", "user.email=a@example.org"]
        return subprocess.run(["git", *person, *words], cwd=clone, check=True, capture_output=True, text=True).stdout

    return git


@pytest.fixture
def changed(clone: Path, git: Git) -> Callable[..., subprocess.CompletedProcess[str]]:
    """Commits `before`, then `after` on a branch (None: not there), and runs the script."""

    def changed(
        before: dict[str, str], after: dict[str, str | None], **environment: str
    ) -> subprocess.CompletedProcess[str]:
        _write(clone, before)
        git("add", "-A")
        git("commit", "-q", "--allow-empty", "-m", "base")
        git("checkout", "-q", "-b", "work")
        _write(clone, after)
        git("add", "-A")
        git("commit", "-q", "--allow-empty", "-m", "work")
        return script(clone, BASE_SHA=git("rev-parse", "main").strip(), **environment)

    return changed


def _write(folder: Path, files: dict[str, Any]) -> None:
    for name, content in files.items():
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        if content is None:
            file.unlink()
        else:
            file.write_text(content, "utf-8")


def script(clone: Path, *words: str, shell: str = "sh", **environment: str) -> subprocess.CompletedProcess[str]:
    command = [shell, str(SCRIPT), *words]
    return subprocess.run(command, cwd=clone, env={**os.environ, **environment}, capture_output=True, text=True)


def summary(clone: Path) -> str:
    return (clone / "out" / "summary.md").read_text("utf-8")


def written(clone: Path) -> list[str]:
    out = clone / "out"
    return sorted(f.relative_to(out).as_posix() for f in out.rglob("*") if f.is_file())


LONG = "\n".join(f"строка {n}" for n in range(20))


class DescribeTheScript:
    def it_makes_a_redline_and_a_page_of_each_changed_case(self, clone: Path, changed: Any) -> None:
        done = changed(
            {"cases/a.yaml": "раз", "cases/дело 2 '&.yml": "два", "cases/2026/c.yaml": "три", "cases/same.yaml": "х"},
            {"cases/a.yaml": "один", "cases/дело 2 '&.yml": "двое", "cases/2026/c.yaml": "трое", "other.yaml": "y"},
        )
        assert (done.returncode, done.stderr) == (0, "")
        assert written(clone) == sorted(
            ["summary.md", *(f"{n}.{k}" for n in ("a.yaml", "дело 2 '&.yml", "2026/c.yaml") for k in ("redline.docx", "html"))]
        )  # fmt: skip
        assert (clone / "out" / "2026" / "c.yaml.redline.docx").read_text("utf-8") == "три -> трое"
        assert "## Changed: cases/a.yaml\n" in summary(clone)
        assert "\n    [-раз-]{+один+}\n" in summary(clone)
        assert "same.yaml" not in summary(clone)

    def it_compares_with_the_state_at_which_the_branch_left_its_base(self, clone: Path, changed: Any, git: Git) -> None:
        changed({"cases/a.yaml": "раз"}, {"cases/a.yaml": "один"})
        git("checkout", "-q", "main")
        _write(clone, {"cases/a.yaml": "позже", "cases/b.yaml": "новое"})
        git("add", "cases")
        git("commit", "-q", "-m", "later")
        later = git("rev-parse", "main").strip()
        git("checkout", "-q", "work")
        assert script(clone, BASE_SHA=later).returncode == 0
        assert "[-раз-]{+один+}" in summary(clone)
        assert "b.yaml" not in summary(clone)

    def it_tells_of_new_deleted_and_renamed_cases(self, clone: Path, changed: Any) -> None:
        done = changed(
            {"cases/gone.yaml": "х", "cases/old name.yaml": LONG},
            {
                "cases/gone.yaml": None,
                "cases/old name.yaml": None,
                "cases/new name.yaml": LONG + "!",
                "cases/n.yaml": "н",
            },
        )
        assert (done.returncode, done.stderr) == (0, "")
        for title in (
            "New: cases/n.yaml", "Deleted: cases/gone.yaml", "Renamed from cases/old name.yaml: cases/new name.yaml",
        ):  # fmt: skip
            assert f"## {title}\n" in summary(clone)
        assert written(clone) == ["new name.yaml.html", "new name.yaml.redline.docx", "summary.md"]

    def it_goes_on_where_a_former_state_makes_no_filing(self, clone: Path, changed: Any) -> None:
        done = changed(
            {"cases/a.yaml": "broken", "cases/b.yaml": "раз"}, {"cases/a.yaml": "цел", "cases/b.yaml": "два"}
        )
        assert done.returncode == 0
        assert "## Not compared: cases/a.yaml\n\nIts former state makes no filing" in summary(clone)
        assert "    case/broken" in summary(clone)
        assert "[-раз-]{+два+}" in summary(clone)

    def it_fails_where_a_case_as_it_is_now_makes_no_filing_and_still_does_the_rest(
        self, clone: Path, changed: Any
    ) -> None:
        done = changed(
            {"cases/a.yaml": "цел", "cases/b.yaml": "раз"}, {"cases/a.yaml": "broken", "cases/b.yaml": "два"}
        )
        assert done.returncode == 1
        assert "## Makes no filing: cases/a.yaml" in summary(clone)
        assert "[-раз-]{+два+}" in summary(clone)

    def it_says_that_nothing_changed(self, clone: Path, changed: Any) -> None:
        done = changed({"cases/a.yaml": "раз"}, {"cases/templates/confirmations.yaml": "х", "README.md": "х"})
        assert done.returncode == 0
        assert "No case file changed." in summary(clone)
        assert not Path(os.environ["CALLS"]).exists()

    def it_asks_for_the_kind_and_language_that_are_set(self, clone: Path, changed: Any) -> None:
        changed({"cases/a.yaml": "раз"}, {"cases/a.yaml": "один"}, PANAHAT_FOR="a-kind", PANAHAT_IN="kk-ru")
        assert " --for a-kind --in kk-ru --docx " in Path(os.environ["CALLS"]).read_text()

    def it_does_not_follow_a_link(self, clone: Path, git: Git, changed: Any, tmp_path: Path) -> None:
        (tmp_path / "elsewhere.yaml").write_text("чужое")
        _write(clone, {"cases/a.yaml": "раз"})
        git("add", "-A")
        git("commit", "-qm", "base")
        base = git("rev-parse", "HEAD").strip()
        (clone / "cases" / "a.yaml").unlink()
        (clone / "cases" / "a.yaml").symlink_to(tmp_path / "elsewhere.yaml")
        git("add", "-A")
        git("commit", "-qm", "link")
        assert script(clone, BASE_SHA=base).returncode == 1
        assert "чужое" not in summary(clone)
        assert not Path(os.environ["CALLS"]).exists()

    def it_does_not_read_a_name_it_cannot_tell_apart(self, clone: Path, changed: Any) -> None:
        done = changed({"cases/a.yaml": "раз", 'cases/x"y.yaml': "х"}, {"cases/a.yaml": "два", 'cases/x"y.yaml': "у"})
        assert done.returncode == 1
        assert "## Not compared" in summary(clone)
        assert "[-раз-]{+два+}" in summary(clone)

    def it_cuts_a_very_long_comparison_and_says_so(self, clone: Path, changed: Any) -> None:
        changed({"cases/a.yaml": "раз"}, {"cases/a.yaml": "\n".join(str(n) for n in range(1000))})
        assert "\n(600 lines more)\n" in summary(clone)
        assert len(summary(clone).splitlines()) < 420

    def it_writes_for_its_owner_alone_and_where_it_is_told(self, clone: Path, changed: Any, git: Git) -> None:
        changed({"cases/a.yaml": "раз"}, {"cases/a.yaml": "один"})
        (clone / "inside").mkdir()
        assert script(clone / "inside", "other place", BASE_SHA=git("rev-parse", "main").strip()).returncode == 0
        made = clone / "other place"
        assert sorted(f.name for f in made.iterdir()) == ["a.yaml.html", "a.yaml.redline.docx", "summary.md"]
        assert {stat.S_IMODE(f.stat().st_mode) for f in made.iterdir()} == {0o600}

    def it_is_wrong_use_without_a_base_it_can_find(self, clone: Path, changed: Any, tmp_path: Path) -> None:
        changed({"cases/a.yaml": "раз"}, {})
        for folder, base in ((clone, ""), (clone, "0" * 40), (clone, "--all"), (tmp_path, "HEAD")):
            done = script(folder, BASE_SHA=base)
            assert (done.returncode, bool(done.stderr)) == (2, True)

    @pytest.mark.parametrize("shell", ["sh", "dash", "bash", "busybox"])
    def it_is_plain_shell(self, shell: str) -> None:
        if shutil.which(shell):
            command = ["busybox", "sh"] if shell == "busybox" else [shell]
            assert subprocess.run([*command, "-n", str(SCRIPT)], capture_output=True).stderr == b""
        text = SCRIPT.read_text("utf-8")
        assert text.startswith("#!/bin/sh\n")
        assert os.access(SCRIPT, os.X_OK)
        assert not [word for word in ("[[", "local ", "function ", "<(", "pipefail", "==") if word in text]


class DescribeTheExamples:
    @pytest.mark.parametrize("name", YAMLS)
    def it_calls_the_script_with_the_commit_of_the_target_branch(self, name: str) -> None:
        text = (CI / name).read_text("utf-8")
        assert "sh docs/ci/redline-changed-cases.sh out" in text
        assert "BASE_SHA" in text
        assert yaml.safe_load(text)

    @pytest.mark.parametrize("name", YAMLS)
    def it_warns_and_runs_on_runners_of_ones_own(self, name: str) -> None:
        text = (CI / name).read_text("utf-8")
        assert "NEVER SEND CLIENT DATA TO A HOSTED CI" in text
        data = yaml.safe_load(text)
        runs_on = data["jobs"]["redline"]["runs-on"] if "jobs" in data else data["redline"]["tags"]
        assert runs_on in (["self-hosted"], ["office"])

    def it_gives_a_strangers_pull_request_nothing(self) -> None:
        text = (CI / "redline.yml").read_text("utf-8")
        data = yaml.safe_load(text)
        assert set(data[True]) == {"pull_request"}
        assert data["permissions"] == {"contents": "read"}
        steps = data["jobs"]["redline"]["steps"]
        assert not [step["run"] for step in steps if "${{" in step.get("run", "")]
        assert "head.repo.full_name == github.repository" in data["jobs"]["redline"]["if"]

    @pytest.mark.parametrize("name", YAMLS)
    def it_keeps_the_redlines_as_artefacts(self, name: str) -> None:
        text = (CI / name).read_text("utf-8")
        assert "out/" in text
        assert "always" in text
