"""Git, asked for what it keeps: revisions, files and folders as they were. Only plumbing that runs nothing and fetches nothing.

`run` is the one place that starts git, with fixed settings that stand above those of the repository; of the user's and the
machine's, only which folders of other users are trusted is used. No signature program, text filter, pager, hook or file
watcher is run, no prompt is shown, and every protocol is off, so that a partial clone cannot fetch. The size of an object is
asked for before its content.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path, PurePosixPath

from panahat import codes
from panahat.problems import Problem, Refused

_FIXED = (
    "log.showSignature=false",
    "gpg.program=",
    "core.fsmonitor=false",
    "core.hooksPath=/dev/null",
    "core.pager=cat",
    "core.sshCommand=false",
    "core.quotePath=false",
    "core.attributesFile=/dev/null",
    "diff.external=",
    "credential.helper=",
)
_SETTINGS = {
    "GIT_CONFIG_NOSYSTEM": "1",
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_COUNT": "0",
    "GIT_CONFIG_PARAMETERS": "",
    "GIT_ALLOW_PROTOCOL": "none",
    "GIT_NO_LAZY_FETCH": "1",
    "GIT_NO_REPLACE_OBJECTS": "1",
    "GIT_OPTIONAL_LOCKS": "0",
    "GIT_TERMINAL_PROMPT": "0",
    "LC_ALL": "C",
}
_KEPT = ("GIT_EXEC_PATH", "GIT_DISCOVERY_", "GIT_CONFIG_")
SECONDS = 60
LARGEST = 20_000_000
"""The greatest size of a file that is read from history, in bytes."""
TOGETHER = 10 * LARGEST
"""The greatest size of all files that are read at once."""


def run(repository: Path, *words: str, input: bytes | None = None) -> bytes:
    """What git prints for `words` in the folder `repository`. Raises Refused (`git/missing`, `git/failed`)."""
    settings = [*_FIXED, *(f"safe.directory={folder}" for folder in _trusted())]
    return _run(
        repository, [*(w for s in settings for w in ("-c", s)), "--no-pager", *words], words[0], _SETTINGS, input
    )


@cache
def _trusted() -> tuple[str, ...]:
    """The folders of other users that this user told git to trust. Nothing else of the user's settings is used."""
    try:
        listed = _run(Path(os.sep), ["config", "--null", "--get-all", "safe.directory"], "config", {})
    except Refused as refused:
        if any(p.code is codes.MISSING for p in refused.problems):
            raise
        return ()
    return tuple(os.fsdecode(listed).split("\0")[:-1])


def _run(
    folder: Path, words: Sequence[str], command: str, settings: dict[str, str], input: bytes | None = None
) -> bytes:
    import subprocess

    known = {k: v for k, v in os.environ.items() if not k.startswith("GIT_") or k.startswith(_KEPT)}
    try:
        done = subprocess.run(  # noqa: S603 - a fixed program, words without a shell
            ["git", *words],  # noqa: S607 - git is where the user's PATH has it
            cwd=folder,
            input=input,
            stdin=subprocess.DEVNULL if input is None else None,
            capture_output=True,
            env=known | settings,
            timeout=SECONDS,
            check=False,
        )
    except FileNotFoundError:
        raise Refused([Problem(codes.MISSING)]) from None
    except (OSError, subprocess.TimeoutExpired):
        raise Refused([Problem(codes.FAILED, facts={"command": command})]) from None
    if done.returncode:
        raise Refused([Problem(codes.FAILED, facts={"command": command})])
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
            if any(p.code is codes.MISSING for p in refused.problems):
                raise
            raise Refused([Problem(codes.NO_REVISION, facts={"revision": revision})]) from None
        return found.decode().strip()

    def file(self, commit: str, name: str) -> bytes | None:
        """The file called `name` as it was at `commit`; None where it was not there."""
        return self._blobs([f"{commit}:{name}"]).get(f"{commit}:{name}")

    def folder(self, commit: str, name: str) -> dict[str, bytes]:
        """Every regular file below the folder `name` at `commit`, by its name inside that folder."""
        listed = run(self.top, "ls-tree", "-r", "-z", "--full-tree", commit, *([f"{name}/"] if name else []))
        blobs: dict[str, str] = {}
        for row in listed.decode(errors="surrogateescape").split("\0"):
            head, _, path = row.partition("\t")
            mode, kind, blob = head.split() if head.count(" ") == 2 else ("", "", "")
            if kind == "blob" and mode.startswith("100"):
                blobs[path.removeprefix(f"{name}/")] = blob
        contents = self._blobs(blobs.values())
        return {path: contents[blob] for path, blob in blobs.items() if blob in contents}

    def history(self, specs: Iterable[str], limit: int) -> Iterator[tuple[str, str, bytes]]:
        """(short commit name, file, content) of every state of the files that `specs` match, newest first.

        The newest `limit` commits that touched them are looked at. Files too large to be a case are left out, and so is
        what lies behind the newest states that are together as large as may be read at once.
        """
        short = self._touching(limit, specs)
        words = (
            "diff-tree",
            "--stdin",
            "-r",
            "-z",
            "--root",
            "--raw",
            "--no-renames",
            "--no-ext-diff",
            "--no-textconv",
        )
        rows = run(self.top, *words, "--", *specs, input="".join(f"{c}\n" for c in short).encode()) if short else b""
        found: list[tuple[str, str, str]] = []
        commit, head = "", ""
        for row in rows.decode(errors="surrogateescape").split("\0"):
            if head:
                _, mode, _, blob, _ = head.split(" ", 4)
                if mode.startswith("100"):
                    found.append((commit, row, blob))
                head = ""
            elif row.startswith(":"):
                head = row
            else:
                commit = short.get(row.strip(), "")
        try:
            contents = self._blobs([blob for _, _, blob in found], strict=False)
        except Refused:  # a clone that has not got them
            return
        yield from ((c, name, contents[blob]) for c, name, blob in found if blob in contents)

    def commits(self, names: Iterable[str], limit: int) -> list[str]:
        """The newest `limit` commits that changed something below the folders `names`, newest first."""
        return list(self._touching(limit, names).values())

    def _touching(self, limit: int, specs: Iterable[str]) -> dict[str, str]:
        """The short name, by the full one, of the newest commits that touched `specs`; none where there is no history yet."""
        try:
            listed = run(self.top, "rev-list", f"-{limit}", "--format=%h", "HEAD", "--", *specs).decode()
        except Refused as refused:
            if any(p.code is codes.MISSING for p in refused.problems):
                raise
            return {}
        rows = listed.split("\n")
        return {full.removeprefix("commit "): short for full, short in zip(rows[::2], rows[1::2], strict=False)}

    def _blobs(self, asked: Iterable[str], *, strict: bool = True) -> dict[str, bytes]:
        """The content of every object asked for that is there and is a file, its size asked for first.

        Raises Refused `git/too-large`; where not `strict`, leaves out what is too large.
        """
        sizes = self._sizes([word for word in dict.fromkeys(asked) if "\n" not in word])
        total, chosen = 0, {}
        for word, (blob, size) in sizes.items():
            total += size if size <= LARGEST else 0
            if size <= LARGEST and total <= TOGETHER:
                chosen[word] = blob, size
            elif strict:
                limit = LARGEST if size > LARGEST else TOGETHER
                raise Refused([Problem(codes.TOO_LARGE, facts={"name": word.partition(":")[2], "limit": f"{limit:,}"})])
        out = self._cat_file("--batch", (blob for blob, _ in chosen.values()))
        found, at = {}, 0
        for word, (_, size) in chosen.items():
            start = out.index(b"\n", at) + 1
            found[word] = out[start : start + size]
            at = start + size + 1
        return found

    def _sizes(self, asked: Sequence[str]) -> dict[str, tuple[str, int]]:
        """(name of the object, size) of every object asked for that is there and is a file."""
        rows = self._cat_file("--batch-check", asked).decode(errors="surrogateescape").split("\n")
        found = {}
        for word, row in zip(asked, rows, strict=False):
            match row.split(" "):
                case [blob, "blob", size] if size.isdigit():
                    found[word] = blob, int(size)
        return found

    def _cat_file(self, how: str, asked: Iterable[str]) -> bytes:
        wanted = "".join(f"{word}\n" for word in asked).encode(errors="surrogateescape")
        return run(self.top, "cat-file", how, input=wanted) if wanted else b""
