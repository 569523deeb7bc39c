"""The program that makes redlines: contained, unpacked for each run, never believed, and leaving no trace in the result."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import edits
import pytest
import python_redlines
from edits import Doc, Para, written

from panahat.problems import Refused
from panahat.review.redlining.engine import NEUTRAL_AUTHOR, redline
from panahat.seal.parts import PROPERTIES
from panahat.seal.revisions import tracked
from panahat.seal.zipping import pack, read_zip

SECRET = "СЕКРЕТ-1234"
OLD, NEW = (
    written(Doc([Para([(t, False)])])) for t in (f"Жалоба {SECRET} от 27 января", f"Жалоба {SECRET} от 28 января")
)
Install = Callable[[str], Path]


@pytest.fixture
def install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Install:
    """Puts a program of the test's own in the place of the real one; gives the folder for its notes."""
    monkeypatch.setenv("PANAHAT_CACHE", str(tmp_path / "cache"))
    monkeypatch.setenv("TMPDIR", str(tmp_path / "tmp"))
    monkeypatch.setattr("tempfile.tempdir", None)
    (tmp_path / "tmp").mkdir()
    (tmp_path / "notes").mkdir()

    def put(script: str) -> Path:
        class Program:
            def __init__(self, target_path: str) -> None:
                program = Path(target_path) / "here" / "redline"
                if not program.exists():
                    program.parent.mkdir(parents=True)
                    program.write_text(f'#!/bin/sh\nnotes="{tmp_path / "notes"}"\n{script}\n')
                    program.chmod(0o755)
                self.extracted_binaries_path = str(program)

        monkeypatch.setattr(python_redlines, "DocxodusEngine", Program)
        return tmp_path / "notes"

    return put


def codes(refused: pytest.ExceptionInfo[Refused]) -> list[str]:
    return [q.code.id for q in refused.value.problems]


def left(tmp_path: Path) -> list[Path]:
    """What is in the folder for temporary files."""
    return list((tmp_path / "tmp").iterdir())


class DescribeAProgramThatFails:
    @pytest.mark.parametrize(
        ("script", "code"),
        [
            ("exit 3", "review/redline-failed"),
            ("exit 0", "review/redline-failed"),
            ("kill -9 $$", "review/redline-failed"),
            ('echo garbage > "$3"', "review/redline-failed"),
            ('/bin/head -c 900 "$1" > "$3"', "review/redline-failed"),
            ('/bin/ln -s "$1" "$3"', "review/redline-failed"),
            ('/bin/mkdir "$3"', "review/redline-failed"),
            ('/bin/cp "$1" "$3"', "review/redline-broken"),
            ('/bin/cp "$2" "$3"', "review/redline-broken"),
            ("/bin/sleep 60", "review/redline-time"),
        ],
    )
    def it_is_refused_and_leaves_nothing(self, install: Install, tmp_path: Path, script: str, code: str) -> None:
        install(script)
        with pytest.raises(Refused) as refused:
            redline(OLD, NEW, seconds=1 if "sleep" in script else 60)
        assert codes(refused) == [code]
        assert left(tmp_path) == []

    def it_is_not_quoted(self, install: Install) -> None:
        install(f'echo "{SECRET}"; echo "{SECRET}" >&2; exit 1')
        with pytest.raises(Refused) as refused:
            redline(OLD, NEW)
        said = "".join(q.say(str, t) for q in refused.value.problems for t in (q.code.what, q.code.why, q.code.remedy))
        assert SECRET not in said
        assert SECRET not in str(refused.value.problems)

    def it_ends_with_everything_it_started(self, install: Install) -> None:
        notes = install('/bin/sleep 60 &\necho $! > "$notes/child"\nwait')
        with pytest.raises(Refused):
            redline(OLD, NEW, seconds=1)
        child = int((notes / "child").read_text())
        for _ in range(50):
            state = Path(f"/proc/{child}/stat")
            if not state.exists() or state.read_text().rsplit(")", 1)[1].split()[0] == "Z":
                return
            time.sleep(0.1)
        pytest.fail("the child of the program is still running")


class DescribeWhatTheProgramSees:
    def it_is_a_private_folder_and_nothing_of_the_user(
        self, install: Install, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setenv("SECRET_OF_THE_USER", SECRET)
        monkeypatch.setenv("HOME", str(tmp_path))
        notes = install(
            '/usr/bin/env > "$notes/env"; echo "$@" > "$notes/words"\n'
            '/usr/bin/stat -c %a "$(/usr/bin/dirname "$3")" > "$notes/mode"; exit 1'
        )
        with pytest.raises(Refused):
            redline(OLD, NEW, author="Ерсултан Жаркынбай")
        seen, words = (notes / "env").read_text(), (notes / "words").read_text()
        assert SECRET not in seen
        assert f"HOME={tmp_path}\n" not in seen
        assert "DOTNET_SYSTEM_GLOBALIZATION_INVARIANT=1" in seen
        assert "Ерсултан" not in words
        assert "--no-conflate-spaces" in words
        assert "--detect-moves" not in words
        assert (notes / "mode").read_text().strip() == "700"
        assert left(tmp_path) == []

    def it_is_unpacked_anew_each_time_and_never_kept(self, install: Install, tmp_path: Path) -> None:
        notes = install('echo ran > "$notes/ran"; exit 1')
        with pytest.raises(Refused):
            redline(OLD, NEW)
        assert (notes / "ran").exists()
        assert left(tmp_path) == []
        assert not (tmp_path / "cache").exists()


class DescribeAMissingProgram:
    def it_is_said_how_to_install_it(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setitem(sys.modules, "python_redlines", None)
        with pytest.raises(Refused) as refused:
            redline(OLD, NEW)
        assert codes(refused) == ["review/no-redline"]
        remedy = refused.value.problems[0].code.remedy
        assert "pip install 'panahat[redline]'" in remedy
        assert "--html" in remedy

    @pytest.mark.parametrize(
        ("error", "code"),
        [
            (python_redlines.EngineNotInstalledError("x"), "review/no-redline"),
            (OSError("Unsupported OS: plan9"), "review/redline-platform"),
            (EOFError(), "review/redline-platform"),
        ],
    )
    def it_is_refused_where_it_cannot_be_set_up(
        self, monkeypatch: pytest.MonkeyPatch, error: Exception, code: str
    ) -> None:
        def fail(_: str) -> None:
            raise error

        monkeypatch.setattr(python_redlines, "DocxodusEngine", fail)
        with pytest.raises(Refused) as refused:
            redline(OLD, NEW)
        assert codes(refused) == [code]


class DescribeTheRealProgram:
    def it_runs_in_two_processes_at_once_and_is_kept_nowhere(self, tmp_path: Path) -> None:
        (tmp_path / "old.docx").write_bytes(OLD)
        (tmp_path / "new.docx").write_bytes(NEW)
        code = (
            "import sys; from pathlib import Path\n"
            "from panahat.review.redlining.engine import redline\n"
            "old, new, out = map(Path, sys.argv[1:])\n"
            "out.write_bytes(redline(old.read_bytes(), new.read_bytes()))\n"
        )
        environment = os.environ | {"PANAHAT_CACHE": str(tmp_path / "cache")}
        running = [
            subprocess.Popen(
                [sys.executable, "-c", code, *(str(tmp_path / f"{name}.docx") for name in ("old", "new", out))],
                env=environment,
            )
            for out in "ab"
        ]
        assert [process.wait() for process in running] == [0, 0]
        assert (tmp_path / "a.docx").read_bytes() == (tmp_path / "b.docx").read_bytes()
        assert not (tmp_path / "cache").exists()

    @pytest.mark.usefixtures("program_at_hand")
    def it_gives_the_same_bytes_each_time(self) -> None:
        old, new, _ = edits.pair(4)
        assert redline(old, new) == redline(old, new)

    def it_leaves_no_trace_in_the_document(self) -> None:
        old, new, _ = edits.pair(9)
        made = redline(with_more(old), with_more(new))
        members = {m.name: m.content() for m in read_zip(made)}
        assert {n: c for n, c in members.items() if n.startswith("docProps/")} == PROPERTIES
        whole = b"\n".join(members.values()).decode()
        for word in (
            "w:date",
            "rsid",
            "trackRevisions",
            "2000-01-01",
            "20[2-9][0-9]-",
            "(?i)docxodus",
            "(?i)powertools",
        ):
            assert not re.search(word, whole), word
        for word in (SECRET, "pt14", "Backfill", "theme1", "webSettings", "thumbnail"):
            assert word not in whole, word
            assert not any(word in name for name in members)
        ids = re.findall(r'<w:(?:ins|del|\w+Change) [^>]*w:id="(\d+)"', whole)
        assert sorted(map(int, ids)) == list(range(1, len(ids) + 1))

    @pytest.mark.usefixtures("program_at_hand")
    def it_names_a_neutral_author_and_no_date_unless_told(self) -> None:
        assert tracked(redline(OLD, NEW)).authors == (NEUTRAL_AUTHOR,)
        made = redline(OLD, NEW, author='А. "Б" <в>\n&\x00', when="2026-01-31T00:00:00Z")
        assert tracked(made).authors == ('А. "Б" <в> &',)
        text = next(m for m in read_zip(made) if m.name == "word/document.xml").content().decode()
        assert set(re.findall(r'w:date="([^"]*)"', text)) == {"2026-01-31T00:00:00Z"}
        with pytest.raises(ValueError, match="yesterday"):
            redline(OLD, NEW, when="yesterday")

    @pytest.mark.usefixtures("program_at_hand")
    def it_takes_earlier_changes_as_accepted(self) -> None:
        first = redline(OLD, NEW, author="Первый")
        again = redline(first, NEW, author="Второй")
        assert not tracked(again)
        assert tracked(redline(first, OLD, author="Второй")).authors == ("Второй",)

    @pytest.mark.usefixtures("program_at_hand")
    def it_marks_nothing_in_equal_documents(self) -> None:
        old, _, _ = edits.pair(2)
        assert not tracked(redline(old, old))


def with_more(content: bytes) -> bytes:
    """The document as a program saved it: properties, sessions, a picture of the first page."""
    members = {m.name: m for m in read_zip(content)}
    changed = {}
    types, rels = (members[n].content().decode() for n in ("[Content_Types].xml", "_rels/.rels"))
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    package = "http://schemas.openxmlformats.org/package/2006"
    rows = (
        ("docProps/core.xml", f"{package}/relationships/metadata/core-properties"),
        ("docProps/app.xml", f"{office}/extended-properties"),
        ("docProps/custom.xml", f"{office}/custom-properties"),
        ("docProps/thumbnail.xml", f"{package}/relationships/metadata/thumbnail"),
    )
    kinds = {
        "core": "application/vnd.openxmlformats-package.core-properties+xml",
        "app": "application/vnd.openxmlformats-officedocument.extended-properties+xml",
        "custom": "application/vnd.openxmlformats-officedocument.custom-properties+xml",
        "thumbnail": "application/xml",
    }
    spaces = {
        "core": f'<x:coreProperties xmlns:x="{package}/metadata/core-properties"'
        f' xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:creator>{SECRET}</dc:creator></x:coreProperties>',
        "app": '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
        f"<Company>{SECRET}</Company></Properties>",
        "custom": '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"/>',
        "thumbnail": f"<x>{SECRET}</x>",
    }
    for n, (name, kind) in enumerate(rows):
        stem = name.removeprefix("docProps/").removesuffix(".xml")
        changed[name] = spaces[stem].encode()
        types = types.replace("</Types>", f'<Override PartName="/{name}" ContentType="{kinds[stem]}"/></Types>')
        rels = rels.replace("</Rel", f'<Relationship Id="p{n}" Type="{kind}" Target="{name}"/></Rel', 1)
    text = (
        members["word/document.xml"].content().decode().replace("<w:p>", '<w:p w:rsidR="00AA00BB" w:rsidP="00AA00CC">')
    )
    changed |= {"[Content_Types].xml": types.encode(), "_rels/.rels": rels.encode(), "word/document.xml": text.encode()}
    return pack(members.values(), changed)
