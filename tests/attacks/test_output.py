"""Attacks on what is written: targets that are no plain files, hostile names, being killed, text that gets lost."""

from __future__ import annotations

import os
import signal
import socket
import stat
import subprocess
import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest
from word_files import docx, p

from panahat.problems import Refused
from panahat.render.reading_back import read_back
from panahat.render.template import compile_bytes
from panahat.seal import write as write_module
from panahat.seal.write import write_all, write_file

SECRET = "СЕКРЕТ-1234"


def code_of(target: Path, force: bool = True) -> str:
    """The code with which writing the secret to `target` is refused; nothing of it is anywhere."""
    with pytest.raises(Refused) as refused:
        write_file(target, SECRET.encode(), force)
    [found] = refused.value.problems
    assert SECRET not in repr(found) + str(refused.value)
    assert found.file.isprintable()
    return found.code.id


class DescribeTargets:
    def it_never_writes_through_a_link(self, tmp_path: Path) -> None:
        (tmp_path / "elsewhere").write_bytes(b"old")
        for name, goal in (("file", "elsewhere"), ("nothing", "missing"), ("folder", ".")):
            (tmp_path / name).symlink_to(tmp_path / goal)
            assert code_of(tmp_path / name) == "seal/link"
        assert (tmp_path / "elsewhere").read_bytes() == b"old"
        assert not (tmp_path / "missing").exists()

    def it_writes_beside_a_second_name_and_not_into_it(self, tmp_path: Path) -> None:
        (tmp_path / "original").write_bytes(b"old")
        os.link(tmp_path / "original", tmp_path / "target")
        write_file(tmp_path / "target", b"new", force=True)
        assert (tmp_path / "original").read_bytes() == b"old"

    def it_writes_to_no_folder_pipe_socket_or_device(self, tmp_path: Path) -> None:
        (tmp_path / "folder").mkdir()
        os.mkfifo(tmp_path / "pipe")
        with socket.socket(socket.AF_UNIX) as s:
            s.bind(str(tmp_path / "s"))
        for target in (tmp_path / "folder", tmp_path / "pipe", tmp_path / "s", Path(os.devnull), tmp_path / ".."):
            assert code_of(target) == "seal/not-a-file"

    def it_makes_no_folder_where_a_file_or_a_dead_link_stands(self, tmp_path: Path) -> None:
        (tmp_path / "file").write_bytes(b"")
        (tmp_path / "dead").symlink_to(tmp_path / "nowhere")
        for above in ("file", "dead", "a\0b"):
            assert code_of(tmp_path / above / "f.docx") == "seal/no-folder"
        assert code_of(tmp_path / "dead" / "deeper" / "f.docx") == "seal/no-folder"
        assert sorted(f.name for f in tmp_path.iterdir()) == ["dead", "file"]

    @pytest.mark.parametrize("name", ["a\nb", "жалоба\u202excod", "x" * 220])
    def it_makes_no_folder_of_a_hostile_name(self, tmp_path: Path, name: str) -> None:
        assert code_of(tmp_path / name / "f.docx") == "seal/bad-name"
        assert list(tmp_path.iterdir()) == []

    @pytest.mark.parametrize(
        "name",
        [
            "a\nb.docx",
            "a\x1b[31mb.docx",
            "жалоба\u202excod.exe",
            "a\u200db.docx",
            "a\u200bb.docx",
            "a\ud83db.docx",
            "a\x7fb.docx",
            "x" * 201 + ".docx",
            "ж" * 101 + ".docx",
        ],
    )
    def it_refuses_hostile_names_and_shows_them_harmless(self, tmp_path: Path, name: str) -> None:
        assert code_of(tmp_path / name) == "seal/bad-name"
        assert list(tmp_path.iterdir()) == []

    def it_refuses_an_empty_name(self) -> None:
        assert code_of(Path("/")) == "seal/bad-name"

    @pytest.mark.parametrize("name", ["--force", "--x=y.docx", "жалоба Ө.docx", "a b.docx", "ὰ.docx"])
    def it_takes_odd_but_honest_names(self, tmp_path: Path, name: str) -> None:
        write_file(tmp_path / name, b"x", force=False)
        assert [f.name for f in tmp_path.iterdir()] == [name]

    def it_refuses_the_same_target_twice(self, tmp_path: Path) -> None:
        with pytest.raises(Refused) as refused:
            write_all([(tmp_path / "a.docx", b"1"), (tmp_path / "." / "A.docx", b"2")], force=False)
        assert [q.code.id for q in refused.value.problems] == ["seal/same-target"]
        assert list(tmp_path.iterdir()) == []

    def it_would_write_over_a_link_if_targets_were_not_looked_at(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        (tmp_path / "link").symlink_to(tmp_path / "missing")
        monkeypatch.setattr(write_module, "_flaws", lambda path, force: iter(()))
        write_file(tmp_path / "link", b"x", force=True)
        assert not (tmp_path / "link").is_symlink()
        assert not (tmp_path / "missing").exists(), "and even then not through it"


_ENDLESS = """
import os, signal, sys
from pathlib import Path
from panahat.seal.write import write_all
signal.signal(signal.SIGINT, signal.default_int_handler)  # a suite started in the background has it ignored
real, stage, folder = getattr(os, sys.argv[1]), sys.argv[1], Path(sys.argv[2])
calls = 0
def slow(*a, **k):
    global calls
    calls += 1
    if calls == 2:
        print("here", flush=True)
        import time; time.sleep(30)
    return real(*a, **k)
setattr(os, stage, slow)
write_all([(folder / n, n.encode() * 1000) for n in ("a.docx", "b.docx", "c.json")], force=True)
"""


class DescribeBeingKilled:
    @pytest.mark.parametrize("stage", ["open", "write", "fsync", "close", "link"])
    @pytest.mark.parametrize("kind", [signal.SIGKILL, signal.SIGINT])
    def it_leaves_no_half_file_under_a_name(self, tmp_path: Path, stage: str, kind: signal.Signals) -> None:
        for name in ("a.docx", "b.docx"):
            (tmp_path / name).write_bytes(b"old")
        with subprocess.Popen(
            [sys.executable, "-c", _ENDLESS, stage, str(tmp_path)], stdout=subprocess.PIPE, stderr=subprocess.PIPE
        ) as process:
            assert process.stdout is not None
            process.stdout.readline()
            time.sleep(0.05)
            process.send_signal(kind)
            if stage == "link" and kind is signal.SIGINT:
                process.kill()  # held back while names are taken; it would wait for the sleep
            process.communicate()
        for name in ("a.docx", "b.docx", "c.json"):
            if (tmp_path / name).exists():
                assert (tmp_path / name).read_bytes() in (b"old", name.encode() * 1000)
        left = [f for f in tmp_path.iterdir() if f.name.startswith(".panahat")]
        if kind is signal.SIGINT and stage != "link":
            assert not left
            assert not (tmp_path / "c.json").exists()
        assert all(stat.S_IMODE(f.stat().st_mode) & 0o077 == 0 or f.read_bytes() == b"old" for f in left)


class DescribeLostText:
    def it_is_found_whatever_lost_it(self) -> None:
        template = compile_bytes(docx(p("{{ x }}"), p("второй"), p("третий")), "t.docx")
        losses: dict[str, Callable[[str], str]] = {
            "1": lambda xml: xml.replace(SECRET, SECRET[:-1]),
            "2": lambda xml: xml.replace("второй", ""),
            "3": lambda xml: xml.replace("третий", "третий "),
        }
        for number, lose in losses.items():
            damaged = template.pack(template.render({"x": SECRET}, partial(lambda lose, part, xml: lose(xml), lose)))
            with pytest.raises(Refused) as refused:
                read_back(damaged, [SECRET, "второй", "третий"], exact=True)
            [found] = refused.value.problems
            assert (found.code.id, found.facts["paragraph"]) == ("render/lost-text", number)
            assert SECRET not in repr(found) + str(refused.value)
