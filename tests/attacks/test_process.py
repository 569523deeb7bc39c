"""The process: no connection, no secret in anything printed or left behind, Ctrl-C and a hostile surrounding."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from click.testing import CliRunner

from panahat.cli import main

CASES = Path(__file__).resolve().parents[2] / "cases"
S1 = CASES / "transit-activist.yaml"
KIND = "supreme-court-complaint"
SECRET = "СЕКРЕТ-1234"
GUARD = "import socket\ndef no(*a, **k): raise SystemExit('connection attempted')\nsocket.socket.__init__ = no\n"


def in_process(code: str, tmp_path: Path, **environ: str) -> subprocess.CompletedProcess[str]:
    env = {**os.environ, **environ}
    return subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, env=env, cwd=tmp_path, check=False
    )


def command(*words: str) -> str:
    return f"import sys; sys.argv = ['panahat', *{list(words)!r}]\nfrom panahat.__main__ import run; run()"


@pytest.mark.parametrize(
    "words",
    [
        ("check", str(S1), "--for", KIND),
        ("explain", str(S1), "--for", KIND),
        ("deadlines", str(S1)),
        ("render", str(S1), "--for", KIND),
        ("law", "check"),
        ("names", "Ветрова Анна", "--gender", "f"),
        ("diff", str(S1), str(S1), "--for", KIND),
        ("diff", f"{S1}@HEAD", str(S1), "--for", KIND),
        ("docket", "stale", "."),
    ],
)
def test_no_command_makes_a_socket(tmp_path: Path, words: tuple[str, ...]) -> None:
    done = in_process(GUARD + command(*words), tmp_path)
    assert done.returncode == 0, done.stderr
    assert "connection attempted" not in done.stderr


def test_the_guard_against_sockets_would_see_one(tmp_path: Path) -> None:
    assert "connection attempted" in in_process(GUARD + "socket.socket()", tmp_path).stderr


def test_a_process_that_ends_at_once_hands_on_all_it_said(tmp_path: Path) -> None:
    asked = "import atexit; atexit.register(print, 'the last word', end='')\n"
    done = in_process(asked + command("--lang", "en", "law", "no-such-norm"), tmp_path)
    assert done.returncode == 1
    assert "no-such-norm" in done.stderr
    assert done.stdout == "the last word"


def secretive(tmp_path: Path, old: str, new: str) -> Path:
    """S1 with a planted secret in place of `old`."""
    text = S1.read_text("utf-8")
    assert old in text
    case = tmp_path / "case.yaml"
    case.write_text(text.replace(old, new), "utf-8")
    return case


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("gender: female", f"gender: {SECRET}"),
        ("status: pending", f"status: {SECRET}"),
        ("id: transit-activist", f"id: {SECRET}"),
        ("citizenship: [RU]", f"citizenship: [{SECRET}]"),
        ("synthetic: true", f"synthetic: true\n{SECRET}: да"),
    ],
)
@pytest.mark.parametrize("language", ["ru", "kk", "en"])
def test_no_message_shows_a_value(tmp_path: Path, old: str, new: str, language: str) -> None:
    case = secretive(tmp_path, old, new)
    for words in (("check", str(case)), ("check", str(case), "--json"), ("render", str(case), "--for", KIND)):
        shown = CliRunner().invoke(main, ["--lang", language, *words])
        assert shown.exit_code == 1
        assert SECRET not in shown.output.replace(f"{SECRET}: да", "")


def test_nothing_of_a_case_is_left_in_the_cache_or_the_folder(tmp_path: Path) -> None:
    case = secretive(tmp_path, "Вологда", SECRET)
    out = tmp_path / "out"
    out.mkdir()
    places = {"TMPDIR": str(tmp_path), "PANAHAT_CACHE": str(tmp_path / "cache")}
    done = in_process(command("render", str(case), "--for", KIND, "-o", str(out)), tmp_path, **places)
    assert done.returncode == 0, done.stderr
    assert SECRET not in done.stdout + done.stderr
    kept = [f for f in tmp_path.rglob("*") if f.is_file() and f.parent != out and f != case]
    assert kept, "the cache must have been used"
    for file in kept:
        assert SECRET.encode() not in file.read_bytes(), file


@pytest.mark.parametrize("after", [0.15, 0.35, 0.6])
def test_ctrl_c_leaves_no_file(tmp_path: Path, after: float) -> None:
    out = tmp_path / "out"
    out.mkdir()
    env = {**os.environ, "PANAHAT_CACHE": "off"}
    with subprocess.Popen(
        [sys.executable, "-c", command("render", str(S1), "--for", KIND, "-o", str(out))],
        env=env,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as process:
        time.sleep(after)
        process.send_signal(signal.SIGINT)
        _, said = process.communicate(timeout=60)
    left = sorted(p.name for p in out.iterdir())
    assert left == [] or (process.returncode == 0 and len(left) == 3)
    assert "panahat" not in said or "Traceback" not in said.split("panahat", 1)[1]


@pytest.mark.parametrize(
    "surrounding",
    [
        {"TZ": "Pacific/Kiritimati", "LC_ALL": "C", "PYTHONHASHSEED": "1"},
        {"TZ": "America/Adak", "LC_ALL": "kk_KZ.UTF-8", "PYTHONHASHSEED": "2"},
    ],
)
def test_the_same_inputs_give_the_same_bytes(tmp_path: Path, surrounding: dict[str, str]) -> None:
    made = []
    for n, environ in enumerate(({}, surrounding)):
        out = tmp_path / f"folder {n}"
        out.mkdir()
        done = in_process(command("render", str(S1), "--for", KIND, "-o", str(out)), tmp_path, **environ)
        assert done.returncode == 0, done.stderr
        made.append({p.name: p.read_bytes() for p in out.iterdir()})
    assert made[0] == made[1]


def test_a_broken_office_template_is_named_with_its_place(tmp_path: Path) -> None:
    office = tmp_path / "office" / "arguments" / "torture-risk"
    office.mkdir(parents=True)
    office.joinpath("ru.md").write_text("# Заголовок\n\nТекст {{ client.nаme }}\n", "utf-8")
    shown = CliRunner().invoke(
        main,
        [
            "--lang",
            "en",
            "--templates",
            str(tmp_path / "office"),
            "render",
            str(S1),
            "--for",
            KIND,
            "-o",
            str(tmp_path),
        ],
    )
    assert shown.exit_code == 1
    assert "arguments/torture-risk/ru.md" in shown.output
    assert not list(tmp_path.glob("*.docx"))


def test_a_broken_law_file_is_named_with_its_place(tmp_path: Path) -> None:
    office = tmp_path / "office" / "law"
    office.mkdir(parents=True)
    office.joinpath("deadlines.yaml").write_text("- key: [\n", "utf-8")
    shown = CliRunner().invoke(main, ["--lang", "en", "--templates", str(tmp_path / "office"), "law", "check"])
    assert shown.exit_code == 1
    assert "law/deadlines.yaml:" in shown.output
