"""The terminal: what comes from outside is shown, never obeyed, whichever command prints it and however it got there."""

from __future__ import annotations

import ast
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from panahat.cli import main
from panahat.cli.terminal import guarded, in_json, one_line, style, visible

ROOT = Path(__file__).resolve().parents[2]
S1 = ROOT / "cases" / "transit-activist.yaml"
KIND = "supreme-court-complaint"
EVIL = "\x1b[31mред\x1b]0;t\x07\u202eтхет\u2066\x9b1m\x7f\u200f\u061c\u2028"
RAW = "\x00\x07\x1b\x7f\x9b\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2028\u2029\u2066\u2067\u2068\u2069"


def shown(*words: str) -> Result:
    return CliRunner().invoke(main, list(words))


def is_shown(result: Result) -> bool:
    """Whether what was printed holds the evil name, and nothing of it raw."""
    said = result.stdout + result.stderr
    assert not set(said) & set(RAW), [hex(ord(c)) for c in set(said) & set(RAW)]
    assert "mistake" not in said
    assert "\\x00" not in said, "a mark of our own style was written out"
    return "\\u202e" in said and ("\\x1b[31m" in said or "\\u001b[31m" in said)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with an evil name that holds a case and its draft, both of evil names."""
    place = tmp_path_factory.mktemp("evil") / EVIL
    (place / "cases").mkdir(parents=True)
    shutil.copytree(S1.parent / "annexes", place / "cases" / "annexes")
    text = S1.read_text("utf-8")
    (place / "cases" / f"{EVIL}.yaml").write_text(text, "utf-8")
    (place / "cases" / f"{EVIL} broken.yaml").write_text("id: [\n" + text, "utf-8")
    drawn = shown("render", str(place / "cases" / f"{EVIL}.yaml"), "--for", KIND, "-o", str(place / "draft.docx"))
    assert drawn.exit_code == 0, drawn.output
    for file in place.glob("draft.*"):
        file.rename(place / file.name.replace("draft", EVIL))
    return place


@pytest.fixture
def folder(made: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(made)
    return made


COMMANDS = [
    ("check", f"cases/{EVIL} broken.yaml"),
    ("check", f"cases/{EVIL}.yaml", "--for", EVIL),
    ("check", f"{EVIL} none.yaml"),
    ("explain", f"cases/{EVIL} broken.yaml", "--for", KIND),
    ("explain", f"cases/{EVIL}.yaml", "--for", EVIL),
    ("deadlines", f"cases/{EVIL} broken.yaml"),
    ("render", f"cases/{EVIL}.yaml", "--for", KIND, "-o", "."),
    ("render", f"cases/{EVIL}.yaml", "--for", EVIL),
    ("render", f"cases/{EVIL}.yaml", "--for", KIND, "-o", f"{EVIL}.docx"),
    ("law", EVIL),
    ("law", "impact", EVIL, "."),
    ("new", EVIL),
    ("new", KIND, "-o", f"cases/{EVIL}.yaml"),
    ("trace", f"{EVIL}.docx", "--case", f"{EVIL} none.yaml"),
    ("trace", f"{EVIL} none.docx"),
    ("diff", f"{EVIL}.docx", f"{EVIL}.docx"),
    ("diff", f"cases/{EVIL}.yaml@{EVIL}", f"cases/{EVIL}.yaml"),
    ("merge", f"{EVIL}.docx", f"{EVIL}.docx", "-o", f"{EVIL} merged.docx"),
    ("docket", "stale", "."),
    ("docket", "stale", EVIL),
    ("templates", "text", f"{EVIL} none.docx"),
    ("git-setup", EVIL),
    ("--templates", EVIL, "filings"),
    (EVIL,),
    ("check", f"--{EVIL}"),
]


class DescribeTheTerminal:
    @pytest.mark.parametrize(
        "words", COMMANDS, ids=[" ".join(w[:2]).encode("ascii", "replace").decode() for w in COMMANDS]
    )
    def it_is_given_no_name_raw(self, folder: Path, words: tuple[str, ...]) -> None:
        result = shown(*words)
        is_shown(result)

    def it_is_shown_the_names(self, folder: Path) -> None:
        for words in (
            ("docket", "stale", "."),
            ("trace", f"{EVIL} none.docx"),
            ("diff", *[f"{EVIL}.docx"] * 2),
        ):
            assert is_shown(shown(*words))

    @pytest.mark.parametrize("words", [("docket", "stale", "."), ("diff", *[f"{EVIL}.docx"] * 2)])
    def it_gets_json_that_escapes_them_and_means_the_same(self, folder: Path, words: tuple[str, ...]) -> None:
        result = shown(*words, "--json")
        assert is_shown(result)
        assert EVIL in json.dumps(json.loads(result.stdout), ensure_ascii=False).replace("\\u001b", "\x1b").replace(
            "\\u0007", "\x07"
        )

    def it_shows_a_line_break_in_a_name(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.chdir(tmp_path)
        assert "a\\nerror" in shown("trace", "a\nerror.docx").output
        (tmp_path / "a\nerror.yaml").write_text("id: [")
        assert "\nerror" not in shown("check", "a\nerror.yaml").output

    def it_shows_a_revision_of_a_repository(self, folder: Path) -> None:
        subprocess.run(["git", "init", "-q", "."], check=True)
        assert is_shown(shown("diff", f"cases/{EVIL}.yaml@{EVIL}", f"cases/{EVIL}.yaml", "--for", KIND))

    def it_shows_a_name_that_is_no_text(self, tmp_path: Path) -> None:
        name = os.fsdecode(os.fsencode(tmp_path) + b"/\xff.docx")
        assert "\\udcff.docx" in shown("trace", name).output

    def it_shows_the_texts_of_documents(self, tmp_path: Path) -> None:
        from word_files import docx, p

        (tmp_path / "a.docx").write_bytes(docx(p("да\u202eтен\u2066 \x9b")))
        (tmp_path / "b.docx").write_bytes(docx(p("нет")))
        for words in (("templates", "text", "a.docx"), ("diff", "a.docx", "b.docx"), ("trace", "a.docx")):
            result = shown(words[0], *(w if w == "text" else str(tmp_path / w) for w in words[1:]))
            assert not set(result.stdout + result.stderr) & set(RAW)

    def it_is_written_to_in_one_place(self) -> None:
        """No module prints past it; the maker of catalogues is no command."""
        for file in (ROOT / "src" / "panahat").rglob("*.py"):
            if file.name in ("terminal.py", "make.py"):
                continue
            for node in ast.walk(ast.parse(file.read_text("utf-8"))):
                if isinstance(node, ast.Call):
                    called = ast.unparse(node.func)
                    assert called not in ("print", "click.echo", "click.secho", "click.style"), (file, node.lineno)
                    past = called.startswith(("sys.stdout", "sys.stderr", "sys.__std")) and not called.endswith(
                        ".flush"
                    )
                    assert not past, (file, node.lineno)


class Screen:
    """A stream that is a terminal, or none."""

    encoding = "utf-8"

    def __init__(self, *, terminal: bool) -> None:
        self.text = ""
        self.terminal = terminal

    def isatty(self) -> bool:
        return self.terminal

    def write(self, text: str) -> int:
        self.text += text
        return len(text)

    def flush(self) -> None:
        pass


class DescribeColours:
    @pytest.mark.parametrize("terminal", [True, False])
    def it_shows_ours_on_a_terminal_and_never_those_of_others(
        self, monkeypatch: pytest.MonkeyPatch, terminal: bool
    ) -> None:
        screen = Screen(terminal=terminal)
        monkeypatch.setattr(sys, "stdout", screen)
        with guarded():
            print(style(f"a{EVIL[:5]}b", fg="red", bold=True))
        ours = ("\x1b[31;1m", "\x1b[0m") if terminal else ("", "")
        assert screen.text == f"{ours[0]}a\\x1b[31mb{ours[1]}\n"

    def it_cannot_be_forged_without_the_mark_of_the_run(self) -> None:
        assert visible("\x000123456789abcdef[31m") == "\\x000123456789abcdef[31m"

    def it_gives_the_streams_back(self) -> None:
        before = sys.stdout, sys.stderr
        with guarded():
            assert not hasattr(sys.stdout, "buffer")
        assert (sys.stdout, sys.stderr) == before


class DescribeWritingOut:
    def it_leaves_letters_line_breaks_and_tabs(self) -> None:
        text = "Қазақ ёж\u00a0«а» № ↵\n\t€\u00ad\u200b"
        assert visible(text) == text
        assert one_line("а\nб\tв") == "а\\nб\\tв"

    @pytest.mark.parametrize("code", [*range(9), *range(0xB, 0x20), *range(0x7F, 0xA0), *map(ord, RAW)])
    def it_writes_out_every_mark(self, code: int) -> None:
        written = f"\\x{code:02x}" if code < 0x80 else f"\\u{code:04x}"
        assert visible(chr(code)) == written
        assert json.loads(in_json(json.dumps(chr(code), ensure_ascii=False))) == chr(code)
