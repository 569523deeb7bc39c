"""Teaches a clone's git to show Word files as text: what it needs, what is missing, setting it and taking it away.

The text of a document is never kept by git (`cachetextconv` is off): a client's words would stay in the repository
under `refs/notes` after the document itself is gone.
"""

from __future__ import annotations

import os
import shlex
import stat
import sys
from collections.abc import Iterator
from pathlib import Path

from panahat.codes import FAILED
from panahat.git import run
from panahat.problems import Problem, Refused
from panahat.review import codes

DRIVER = "panahat-docx"
LINE = f"*.docx diff={DRIVER}"
ATTRIBUTES = ".gitattributes"
_HEADINGS = "\n".join(
    [
        r"^=== (.*)",
        *(rf"^\[[^]]*{word}[^]]*\] (.{{1,36}})" for word in ("[Hh]eading", "[Tt]itle", "аголовок", "Раздел")),
    ]
)


def settings() -> dict[str, str]:
    """What the clone's git is told: the value of each setting by its name."""
    python = Path(sys.executable).as_posix()
    command = shlex.join([python, "-P", "-m", "panahat", "templates", "text", "--for-git"])
    values = {"textconv": command, "cachetextconv": "false", "binary": "true", "xfuncname": _HEADINGS}
    return {f"diff.{DRIVER}.{name}": value for name, value in values.items()}


def clone_around(folder: Path) -> Path:
    """The top folder of the clone that holds `folder`. Raises Refused (`git-setup/…`, `git/…`) where there is none."""
    try:
        bare, within = run(folder, "rev-parse", "--is-bare-repository", "--is-inside-git-dir").decode().split()
    except Refused as refused:
        known = any((f / ".git").exists() for f in (folder.absolute(), *folder.absolute().parents))
        if known or any(p.code is not FAILED for p in refused.problems):
            raise
        raise Refused([Problem(codes.OUTSIDE)]) from None
    if bare == "true":
        raise Refused([Problem(codes.BARE)])
    if within == "true":
        raise Refused([Problem(codes.OUTSIDE)])
    return Path(os.fsdecode(run(folder, "rev-parse", "--show-toplevel").removesuffix(b"\n")))


def missing(clone: Path) -> list[Problem]:
    """What the clone lacks, each as a problem; none where git shows Word files by this installation."""
    kept = _kept(clone)
    lacking = [setting for setting, value in settings().items() if kept.get(setting) != [value]]
    found = [Problem(codes.NO_SETTING, facts={"settings": ", ".join(lacking)})] if lacking else []
    if not _has_line(_attributes(clone)):
        found.append(Problem(codes.NO_LINE, facts=_facts()))
    elif (value := _treatment(clone)) != DRIVER:
        found.append(Problem(codes.OVERRIDDEN, facts={"value": value}))
    return found


def set_up(clone: Path) -> list[str]:
    """Sets what the clone lacks and returns its names: settings, and the line where it was added.

    Everything else in `.gitattributes` stays as it is. Raises Refused (`git-setup/…`); where that file cannot be
    changed, nothing is.
    """
    done: list[str] = []
    content = _attributes(clone)
    if not _has_line(content) or _treatment(clone) != DRIVER:
        if not content or content.splitlines()[-1].strip() != LINE.encode():
            _write(clone, content)
            done.append(LINE)
        if (value := _treatment(clone)) != DRIVER:
            raise Refused([Problem(codes.OVERRIDDEN, facts={"value": value})])
    kept = _kept(clone)
    for setting, value in settings().items():
        if kept.get(setting) != [value]:
            run(clone, "config", "--local", "--replace-all", setting, value)
            done.append(setting)
    return done


def remove(clone: Path) -> list[str]:
    """Takes the settings out of the clone and returns their names. The line stays: it is the whole repository's."""
    kept = list(_kept(clone))
    if kept:
        run(clone, "config", "--local", "--remove-section", f"diff.{DRIVER}")
    return kept


def _kept(clone: Path) -> dict[str, list[str]]:
    """Every value of each setting of the driver in the clone, by name."""
    listed = run(clone, "config", "--local", "--list", "--null").decode(errors="replace").split("\0")
    kept: dict[str, list[str]] = {}
    for name, _, value in (entry.partition("\n") for entry in listed):
        if name.startswith(f"diff.{DRIVER}."):
            kept.setdefault(name, []).append(value)
    return kept


def _treatment(clone: Path) -> str:
    """How git treats the differences of a Word file at the top of the clone: a driver's name, «set», «unset»…"""
    return run(clone, "check-attr", "-z", "diff", "--", "x.docx").decode(errors="replace").split("\0")[2]


def _attributes(clone: Path) -> bytes:
    """The content of `.gitattributes`; empty where there is none."""
    path = clone / ATTRIBUTES
    try:
        if not stat.S_ISREG(path.lstat().st_mode):
            raise Refused([Problem(codes.LINK, facts=_facts())])
        return path.read_bytes()
    except FileNotFoundError:
        return b""
    except OSError:
        raise Refused([Problem(codes.UNWRITABLE, facts=_facts())]) from None


def _has_line(content: bytes) -> bool:
    return any(words[:1] == ["*.docx"] and f"diff={DRIVER}" in words[1:] for words in _rules(content))


def _rules(content: bytes) -> Iterator[list[str]]:
    for line in content.decode("utf-8-sig", errors="replace").splitlines():
        yield line.split()


def _write(clone: Path, content: bytes) -> None:
    """Puts the line at the end of `.gitattributes`, in the file's own manner of line ends, its rights unchanged."""
    from panahat.seal.write import write_file

    path = clone / ATTRIBUTES
    end = b"\r\n" if b"\r\n" in content else b"\n"
    gap = end if content and not content.endswith(b"\n") else b""
    try:
        mode = stat.S_IMODE(path.stat().st_mode) if path.exists() else 0o666 & ~_mask()
        if path.exists() and not os.access(path, os.W_OK):
            raise PermissionError
        write_file(path, content + gap + LINE.encode() + end, force=True)
        path.chmod(mode)
    except (OSError, Refused):
        raise Refused([Problem(codes.UNWRITABLE, facts=_facts())]) from None


def _mask() -> int:
    """The rights that new files of this user do not get."""
    mask = os.umask(0o077)
    os.umask(mask)
    return mask


def _facts() -> dict[str, str]:
    return {"file": ATTRIBUTES, "line": LINE}
