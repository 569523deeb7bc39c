"""Files from outside that are no ordinary files: each is refused at once, with its own code, place and remedy, in one sentence.

Whatever a person or a stranger hands over (a case, an annex, a document, a manifest, a confirmation, a template) is opened
by one opener, so each of these is tried at each of those doors. Nothing waits, nothing ends in a traceback.
"""

from __future__ import annotations

import json
import os
import shutil
import socket
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from panahat import codes, opener
from panahat.cli import main
from panahat.problems import Refused

CASES = Path(__file__).resolve().parents[2] / "cases"
S1 = CASES / "transit-activist.yaml"
KIND = "supreme-court-complaint"


def pipe(at: Path) -> None:
    os.mkfifo(at)


def device(at: Path) -> None:
    at.symlink_to("/dev/zero")


def folder(at: Path) -> None:
    at.mkdir()


def listening(at: Path) -> None:
    with socket.socket(socket.AF_UNIX) as made:
        made.bind(os.path.relpath(at))


def circle(at: Path) -> None:
    at.symlink_to(at.name)


def huge(at: Path) -> None:
    with at.open("wb") as file:
        file.truncate(3_000_000_000)


def nowhere(at: Path) -> None:
    at.symlink_to(at.with_name("nowhere"))


def utf16(at: Path) -> None:
    at.write_bytes("id: дело\n".encode("utf-16"))


def bytes_of_no_text(at: Path) -> None:
    at.write_bytes(b"\xff\xfe\x00\xff" * 100)


Make = Callable[[Path], None]
NO_FILES: list[tuple[Make, str]] = [
    (pipe, "file/not-ordinary"),
    (device, "file/not-ordinary"),
    (listening, "file/not-ordinary"),
    (circle, "file/circle"),
    (huge, "file/too-big"),
]
NO_FOLDERS_TOO: list[tuple[Make, str]] = [*NO_FILES, (folder, "file/folder"), (nowhere, "file/none")]


@pytest.fixture(autouse=True)
def _apart(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def run(*words: str) -> tuple[int, str]:
    done = CliRunner().invoke(main, words)
    assert done.exception is None or isinstance(done.exception, SystemExit)
    assert "Traceback" not in done.output
    return done.exit_code, done.output


def said(*words: str) -> dict[str, Any]:
    """The one problem that a command in JSON ends with: it has a place and a remedy."""
    code, output = run(*words, "--json")
    assert code == 1
    (problem,) = [p for p in json.loads(output)["problems"] if p["severity"] == "error"]
    assert problem["file"]
    assert problem["message"]
    assert problem["hint"]
    return dict(problem)


class DescribeACase:
    @pytest.mark.parametrize(("make", "code"), NO_FOLDERS_TOO)
    @pytest.mark.parametrize("command", [["check"], ["explain", "--for", KIND], ["deadlines"], ["diff", str(S1)]])
    def it_is_refused_where_it_is_no_ordinary_file(self, make: Make, code: str, command: list[str]) -> None:
        make(Path("case.yaml"))
        found = said(*command, "case.yaml")
        assert (found["code"], found["file"]) == (code, "case.yaml")

    def it_is_refused_under_a_name_that_no_file_can_have(self) -> None:
        assert said("check", "a" * 300 + ".yaml")["code"] == "file/name"

    @pytest.mark.parametrize(("make", "code"), [(utf16, "case/not-utf8"), (bytes_of_no_text, "case/not-utf8")])
    def it_is_refused_in_another_encoding_and_the_encoding_named(self, make: Make, code: str) -> None:
        make(Path("case.yaml"))
        found = said("check", "case.yaml")
        assert found["code"] == code
        assert "UTF-16" in found["message"]

    @pytest.mark.parametrize("content", [b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"%PDF-1.7", rb"{\rtf1"])
    def it_is_refused_where_it_is_a_document_and_no_text(self, content: bytes) -> None:
        Path("case.yaml").write_bytes(content + bytes(100))
        assert said("check", "case.yaml")["code"] == "case/no-text"

    def it_is_read_with_the_mark_of_utf8(self) -> None:
        Path("case.yaml").write_bytes(b"\xef\xbb\xbf" + S1.read_bytes().replace(b"\n", b"\r\n"))
        assert run("check", "case.yaml")[0] == 0

    def it_is_refused_where_the_user_may_not_read_it(self, monkeypatch: pytest.MonkeyPatch) -> None:
        def closed(*_: Any) -> int:
            raise PermissionError(13, "Permission denied")

        Path("case.yaml").touch()
        monkeypatch.setattr(os, "open", closed)
        with pytest.raises(Refused) as wrong:
            opener.read(Path("case.yaml"))
        assert wrong.value.problems[0].code is codes.CLOSED

    def it_is_refused_where_standard_input_is_closed(self) -> None:
        command = f"{sys.executable} -m panahat --lang en check - <&-"
        done = subprocess.run(["sh", "-c", command], capture_output=True, text=True, timeout=60)
        assert done.returncode == 1
        assert "file/no-input" in done.stderr
        assert "Traceback" not in done.stderr


class DescribeAnAnnex:
    def problems(self, path: str) -> list[dict[str, Any]]:
        text = S1.read_text("utf-8").replace("annexes/transit-activist/ruling.pdf", path)
        Path("case.yaml").write_text(text, "utf-8")
        _, output = run("check", "case.yaml", "--json")
        at = text[: text.index(path)].count("file: annexes/")  # the annexes before it keep their own files
        return [p for p in json.loads(output)["problems"] if p["path"] == f"annexes[{at}].file"]

    @pytest.mark.parametrize(("make", "code"), [x for x in NO_FOLDERS_TOO if x[0] not in (device, huge)])
    def it_is_refused_where_it_is_no_ordinary_file(self, make: Make, code: str) -> None:
        make(Path("ruling.pdf"))
        (found,) = self.problems("ruling.pdf")
        assert (found["code"], found["severity"]) == (code, "error")
        assert found["line"]

    def it_is_never_the_case_itself(self) -> None:
        (found,) = self.problems("case.yaml")
        assert found["code"] == "case/annex-is-case"
        Path("link.pdf").symlink_to("case.yaml")
        assert [p["code"] for p in self.problems("link.pdf")] == ["case/annex-link"]

    def it_is_never_written_over_by_the_filing(self) -> None:
        self.problems("out.docx")
        Path("out.docx").write_bytes(b"proof")
        code, output = run("render", "case.yaml", "--for", KIND, "-o", "out.docx", "--force")
        assert code == 1
        assert "draft/output-is-annex" in output
        assert Path("out.docx").read_bytes() == b"proof"


class DescribeADocument:
    @pytest.mark.parametrize(("make", "code"), NO_FOLDERS_TOO)
    @pytest.mark.parametrize("command", [["trace"], ["diff", str(S1)]])
    def it_is_refused_where_it_is_no_ordinary_file(self, make: Make, code: str, command: list[str]) -> None:
        make(Path("draft.docx"))
        found = said(*command, "draft.docx")
        assert (found["code"], found["file"]) == (code, "draft.docx")

    @pytest.mark.parametrize(("make", "code"), NO_FILES)
    def it_is_refused_as_text_too(self, make: Make, code: str) -> None:
        make(Path("draft.docx"))
        shown = run("templates", "text", "draft.docx")
        assert shown[0] in (1, 2)
        assert code in shown[1] or shown[0] == 2


class DescribeAManifest:
    @pytest.fixture
    def draft(self, made: Path) -> Path:
        shutil.copytree(made, "out")
        (draft,) = Path("out").glob("*.ru.docx")
        draft.with_suffix(".manifest.json").unlink()
        return draft

    @pytest.mark.parametrize(("make", "code"), NO_FILES)
    def it_keeps_no_other_draft_from_being_listed(self, draft: Path, make: Make, code: str) -> None:
        make(draft.with_suffix(".manifest.json"))
        shutil.copytree("out", "second", symlinks=True, ignore=lambda *_: [draft.with_suffix(".manifest.json").name])
        exit_code, output = run("docket", "stale", ".", "--json")
        assert exit_code in (0, 1)
        for row in json.loads(output)["drafts"]:
            assert all(p["code"] == code for p in row["problems"])

    @pytest.mark.parametrize(("make", "code"), NO_FILES)
    def it_is_named_when_a_document_is_traced(self, draft: Path, make: Make, code: str) -> None:
        make(draft.with_suffix(".manifest.json"))
        assert said("trace", str(draft), "--case", str(S1))["code"] == code


class DescribeTheOfficesFolder:
    @pytest.mark.parametrize(("make", "code"), NO_FILES)
    @pytest.mark.parametrize(
        "name",
        [
            "confirmations.yaml",
            "conditions.yaml",
            f"filings/{KIND}/filing.yaml",
            f"filings/{KIND}/ru.docx",
            "arguments/torture-risk/argument.yaml",
            "arguments/torture-risk/ru.md",
            "law/acts.yaml",
        ],
    )
    def it_is_refused_file_by_file(self, name: str, make: Make, code: str) -> None:
        target = Path("office") / name
        target.parent.mkdir(parents=True)
        make(target)
        shown = run("--templates", "office", "render", str(S1), "--for", KIND, "-o", "out.docx")
        assert shown[0] == 1
        assert code in shown[1]
        assert Path(name).name in shown[1]
        assert not Path("out.docx").exists()

    @pytest.mark.parametrize(
        "name", ["conditions.yaml", "arguments/torture-risk/argument.yaml", "arguments/torture-risk/ru.md"]
    )
    def it_is_refused_in_another_encoding(self, name: str) -> None:
        target = Path("office") / name
        target.parent.mkdir(parents=True)
        utf16(target)
        shown = run("--templates", "office", "check", str(S1), "--for", KIND)
        assert shown[0] == 1
        assert "file/not-utf8" in shown[1]

    @pytest.mark.parametrize(
        ("content", "code"),
        [
            ("a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n", "yaml/alias"),
            ("a: " + "[" * 60 + "]" * 60, "yaml/too-deep"),
        ],
    )
    def it_is_refused_where_its_yaml_would_grow(self, content: str, code: str) -> None:
        target = Path("office/arguments/torture-risk/argument.yaml")
        target.parent.mkdir(parents=True)
        target.write_text(content, "utf-8")
        shown = run("--templates", "office", "check", str(S1), "--for", KIND)
        assert shown[0] == 1
        assert code in shown[1]


def test_a_name_in_a_manifest_leads_to_no_file_outside_the_library(tmp_path: Path) -> None:
    from panahat.library import Library

    (tmp_path / "secret.yaml").write_text("x", "utf-8")
    (tmp_path / "library").mkdir()
    library = Library((tmp_path / "library",))
    assert library.find("../secret.yaml") is None
    assert library.find(str(tmp_path / "secret.yaml")) is None
    assert library.find("/dev/zero") is None


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with one rendered filing."""
    folder = tmp_path_factory.mktemp("made")
    done = CliRunner().invoke(main, ["render", str(S1), "--for", KIND, "-o", str(folder)])
    assert done.exit_code == 0
    return folder
