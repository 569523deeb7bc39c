"""Git, asked for what it keeps: revisions, files and folders as they were. Only plumbing that runs nothing and fetches nothing.

`run` is the one place that starts git. No text filter, pager, hook or file watcher of the repository is run, no prompt
is shown, and every protocol is off, so that a partial clone cannot fetch.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from panahat.messages import N_
from panahat.problems import CodeBook, Problem, Refused

BOOK = CodeBook()

MISSING = BOOK.error(
    "git/missing",
    what=N_("Git is not installed here."),
    why=N_("Earlier revisions of a file are kept by git."),
    remedy=N_("Install git, or compare two files."),
)
NO_REPOSITORY = BOOK.error(
    "git/no-repository",
    what=N_("The file is not in a git repository that this user may read."),
    why=N_("A revision (NAME@REVISION) can only be asked for where git keeps the file."),
    remedy=N_("Name a file without @REVISION, or call the command inside the repository."),
)
NO_REVISION = BOOK.error(
    "git/no-revision",
    what=N_("The repository has no revision «{revision}»."),
    why=N_("Nothing can be compared with a state that was never kept."),
    remedy=N_("List the revisions: git log --oneline. In a shallow clone, fetch more of the history first."),
)
NOT_THEN = BOOK.error(
    "git/not-then",
    what=N_("The file was not in the repository at the revision «{revision}»."),
    why=N_("It was added later, or had another name or place."),
    remedy=N_("See its history: git log --follow -- FILE."),
)
FAILED = BOOK.error(
    "git/failed",
    what=N_("Git could not do «{command}»."),
    why=N_("The repository may be damaged, or belong to another user."),
    remedy=N_("Try git status in that folder; it says what is wrong."),
)

_QUIET = ("-c", "core.fsmonitor=false", "-c", "protocol.allow=never", "-c", "core.quotePath=false", "--no-pager")
_SETTINGS = {"GIT_TERMINAL_PROMPT": "0", "GIT_OPTIONAL_LOCKS": "0", "GIT_NO_LAZY_FETCH": "1", "LC_ALL": "C"}
_AWAY = ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_EXTERNAL_DIFF", "GIT_PAGER")
SECONDS = 60


def run(repository: Path, *words: str, input: bytes | None = None) -> bytes:
    """What git prints for `words` in the folder `repository`. Raises Refused (`git/missing`, `git/failed`)."""
    import subprocess

    environment = {k: v for k, v in os.environ.items() if k not in _AWAY} | _SETTINGS
    try:
        done = subprocess.run(  # noqa: S603 - a fixed program, words without a shell
            ["git", *_QUIET, *words],  # noqa: S607 - git is where the user's PATH has it
            cwd=repository,
            input=input,
            stdin=subprocess.DEVNULL if input is None else None,
            capture_output=True,
            env=environment,
            timeout=SECONDS,
            check=False,
        )
    except FileNotFoundError:
        raise Refused([Problem(MISSING)]) from None
    except (OSError, subprocess.TimeoutExpired):
        raise Refused([Problem(FAILED, facts={"command": words[0]})]) from None
    if done.returncode:
        raise Refused([Problem(FAILED, facts={"command": words[0]})])
    return done.stdout


@dataclass(frozen=True)
class Repository:
    """A git repository by the top folder of its work tree."""

    top: Path

    @classmethod
    def around(cls, path: Path) -> Repository | None:
        """The repository that holds the file or folder `path`, which need not exist any more; None outside of one."""
        folder = path.absolute()
        top = next((f for f in (folder, *folder.parents) if (f / ".git").exists()), None)
        return None if top is None else cls(top.resolve())

    def inside(self, path: Path) -> str | None:
        """The name of `path` in the repository, with slashes; None where it lies outside."""
        full = path.absolute()
        for candidate in (full, full.parent.resolve() / full.name):
            try:
                return PurePosixPath(candidate.relative_to(self.top)).as_posix()
            except ValueError:
                continue
        return None

    def commit(self, revision: str) -> str:
        """The full name of the commit that `revision` means. Raises Refused `git/no-revision`."""
        try:
            found = run(self.top, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
        except Refused as refused:
            if any(p.code is MISSING for p in refused.problems):
                raise
            raise Refused([Problem(NO_REVISION, facts={"revision": revision})]) from None
        return found.decode().strip()

    def file(self, commit: str, name: str) -> bytes | None:
        """The file called `name` as it was at `commit`; None where it was not there."""
        return next((content for _, content in self._blobs([f"{commit}:{name}"])), None)

    def folder(self, commit: str, name: str) -> dict[str, bytes]:
        """Every regular file below the folder `name` at `commit`, by its name inside that folder."""
        listed = run(self.top, "ls-tree", "-r", "-z", "--full-tree", commit, *([f"{name}/"] if name else []))
        blobs: dict[str, str] = {}
        for row in listed.decode(errors="surrogateescape").split("\0"):
            head, _, path = row.partition("\t")
            mode, kind, blob = head.split() if head.count(" ") == 2 else ("", "", "")
            if kind == "blob" and mode.startswith("100"):
                blobs[path.removeprefix(f"{name}/")] = blob
        contents = dict(self._blobs(blobs.values()))
        return {path: contents[blob] for path, blob in blobs.items() if blob in contents}

    def history(self, specs: Iterable[str], limit: int) -> Iterator[tuple[str, str, bytes]]:
        """(short commit name, file, content) of every state of the files that `specs` match, newest first.

        The newest `limit` commits that touched them are looked at. A name that git would have to quote is left out.
        """
        listed = self._log(limit, ["--format=%x00%h", "--raw", "--no-abbrev", "--no-renames"], specs)
        found: list[tuple[str, str, str]] = []
        commit = ""
        for row in listed.splitlines():
            if row.startswith("\0"):
                commit = row[1:]
            elif row.startswith(":"):
                head, _, name = row.partition("\t")
                _, mode, _, blob, _ = head.split(" ", 4)
                if mode.startswith("100") and not name.startswith('"'):
                    found.append((commit, name, blob))
        try:
            contents = dict(self._blobs(blob for _, _, blob in found))
        except Refused:  # a clone that has not got them
            return
        yield from ((c, name, contents[blob]) for c, name, blob in found if blob in contents)

    def commits(self, names: Iterable[str], limit: int) -> list[str]:
        """The newest `limit` commits that changed something below the folders `names`, newest first."""
        return self._log(limit, ["--format=%h"], names).split()

    def _log(self, limit: int, words: Iterable[str], specs: Iterable[str]) -> str:
        """What `git log` says of the newest commits that touched `specs`; nothing where there is no history yet."""
        try:
            return run(self.top, "log", f"-{limit}", *words, "--end-of-options", "HEAD", "--", *specs).decode(
                errors="surrogateescape"
            )
        except Refused as refused:
            if any(p.code is MISSING for p in refused.problems):
                raise
            return ""

    def _blobs(self, asked: Iterable[str]) -> Iterator[tuple[str, bytes]]:
        """(what was asked for, content) of every object that is there and is a file."""
        words = [word for word in dict.fromkeys(asked) if "\n" not in word]
        if not words:
            return
        out = run(self.top, "cat-file", "--batch", input="".join(f"{w}\n" for w in words).encode())
        at = 0
        for word in words:
            end = out.index(b"\n", at)
            head = out[at:end].split(b" ")
            at = end + 1
            if len(head) >= 3 and head[-1].isdigit() and head[-2] in (b"blob", b"tree", b"commit", b"tag"):
                size = int(head[-1])
                if head[-2] == b"blob":
                    yield word, out[at : at + size]
                at += size + 1
