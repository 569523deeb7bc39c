"""Drafts, edits and repositories for the tests of the review room; all people are invented."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path

from worked_cases import CASES, made

from panahat.building import Made, file_names, make, write
from panahat.library import shipped
from panahat.seal.zipping import pack, read_zip
from panahat.workspace import Workspace

COMPLAINT = "supreme-court-complaint"
LETTER = "humanitarian-visa-letter"


def replaced(text: str, changes: Mapping[str, str]) -> str:
    """`text` with each key replaced once by its value; every key must be there."""
    for before, after in changes.items():
        assert before in text, before
        text = text.replace(before, after, 1)
    return text


def edited(docx: bytes, changes: Mapping[str, str], part: str = "word/document.xml") -> bytes:
    """The document as somebody edited it by hand: words of one part replaced."""
    members = read_zip(docx)
    text = next(m for m in members if m.name == part).content().decode()
    return pack(members, {part: replaced(text, changes).encode()})


def without_paragraph(docx: bytes, words: str) -> bytes:
    """The document as somebody left it who took out the one paragraph that holds `words`."""
    members = read_zip(docx)
    text = next(m for m in members if m.name == "word/document.xml").content().decode()
    paragraph = re.compile(rf"<w:p>(?:(?!</w:p>).)*{re.escape(words)}(?:(?!</w:p>).)*</w:p>")
    assert len(paragraph.findall(text)) == 1
    return pack(members, {"word/document.xml": paragraph.sub("", text).encode()})


class Folder:
    """A working folder with cases and drafts, kept by git where asked, with templates of its own where asked."""

    def __init__(
        self, root: Path, case: str = "transit-activist", *, git: bool = True, templates: bool = False
    ) -> None:
        self.root = root
        self.case = root / "cases" / f"{case}.yaml"
        self.case.parent.mkdir(parents=True)
        shutil.copy(CASES / self.case.name, self.case)
        shutil.copytree(CASES / "annexes", self.case.parent / "annexes")
        (root / "out").mkdir()
        if templates:
            shutil.copytree(shipped(), self.case.parent / "templates")
        if git:
            self.git("init", "-q", "-b", "main")
            (root / ".gitignore").write_text("out/\n")
            self.commit("first")

    @property
    def templates(self) -> Path:
        return self.case.parent / "templates"

    def git(self, *words: str) -> str:
        environment = os.environ | {"GIT_CONFIG_GLOBAL": "/dev/null", "GIT_CONFIG_SYSTEM": "/dev/null"}
        who = ("-c", "user.name=x", "-c", "user.email=x@example.org", "-c", "commit.gpgsign=false")
        done = subprocess.run(["git", *who, *words], cwd=self.root, env=environment, capture_output=True, check=True)
        return done.stdout.decode()

    def commit(self, message: str) -> None:
        self.git("add", "-A")
        self.git("commit", "-q", "-m", message)

    def change(self, changes: Mapping[str, str], file: Path | None = None) -> None:
        """Words of the case file, or of another file, replaced."""
        path = file or self.case
        path.write_text(replaced(path.read_text("utf-8"), changes), "utf-8")

    def render(self, name: str, kind: str = COMPLAINT, form: str = "ru") -> Path:
        """The draft of the case as it is now, written with its review sheet and manifest."""
        workspace = Workspace.beside(self.case, None)
        drawn = make(workspace, workspace.load(self.case), kind, form, base=self.case.parent)
        target = self.root / "out" / f"{name}.docx"
        write(drawn, file_names(target, "", kind, form), force=True)
        return target


def rendered(case: str = "transit-activist", kind: str = COMPLAINT, form: str = "ru") -> Made:
    """The filing of a worked case."""
    return made(case, kind, form)


__all__ = ["CASES", "COMPLAINT", "LETTER", "Folder", "edited", "rendered", "replaced", "without_paragraph"]
