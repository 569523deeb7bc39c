"""Writes a set of files: all of them, whole, or none.

Each file is first written beside its target under a private name (mode 600), brought to disk, and only when all are
there do they take their names. An existing file is replaced only with `force`, and comes back if anything fails: a full
disk, a lost permission, Ctrl-C. A folder that is not there is made, and taken away again if anything fails. Only the
owner can read what is written.
"""

from __future__ import annotations

import contextlib
import errno
import os
import shutil
import stat
from collections.abc import Collection, Iterator, Mapping, Sequence
from pathlib import Path

from panahat.problems import Problem, Refused
from panahat.seal import codes
from panahat.seal.limits import LIMITS

_NO_SPACE = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
_NO_LINKS = (errno.EPERM, errno.ENOTSUP, errno.EMLINK, errno.ENOSYS, errno.EOPNOTSUPP)


def write_file(path: Path, content: bytes, force: bool) -> None:
    """Writes `content` to `path`. Raises Refused; then nothing has changed."""
    write_all([(path, content)], force)


def in_folder(output: Path, name: str, suffixes: Sequence[str] = ()) -> Path:
    """`output` where it is written like a file (its suffix is that of `name`, or of `suffixes`), else `name` in it."""
    return output if output.suffix.lower() in (Path(name).suffix, *suffixes) else output / name


def write_all(files: Sequence[tuple[Path, bytes]], force: bool) -> None:
    """Writes every (path, content), or none. Raises Refused (`seal/exists`, `seal/link`, `seal/no-space`, …)."""
    problems = [p for path, _ in files for p in _flaws(path, force)]
    if problems:
        raise Refused(problems)
    if len({_identity(path) for path, _ in files}) < len(files):
        raise Refused([Problem(codes.SAME_TARGET)])
    change = _Change(force)
    try:
        for path, content in files:
            change.prepare(path, content)
        with _undisturbed():
            change.commit()
            change.finish()
    except OSError as error:
        change.undo()
        raise Refused([_why(error)]) from None
    except BaseException:
        change.undo()
        raise


def write_folder(folder: Path, files: Mapping[str, bytes], replaces: Collection[str] | None = None) -> None:
    """Makes `folder` with these files, by their names in it, at one stroke; where anything fails, nothing has changed.

    A folder that is there is replaced only by a caller that knows what is in it: `replaces` are the names of all its files.
    Raises Refused (`seal/exists`, `seal/link`, `seal/folder-holds-more`, `seal/no-space`, …).
    """
    problems = [p for p in _flaws(folder, True) if p.code is not codes.NOT_A_FILE]
    there = _there(folder) and not problems
    if there and (not folder.is_dir() or replaces is None):
        problems = [Problem(codes.EXISTS if folder.is_dir() else codes.NOT_A_FOLDER, file=str(folder))]
    elif there and not set(names_in(folder)) <= set(replaces or ()):
        problems = [Problem(codes.FOLDER_HOLDS_MORE, file=str(folder))]
    if problems:
        raise Refused(problems)
    change = _Change(False)
    private = _private(folder)
    aside = _private(folder) if there else None
    try:
        for name, content in files.items():
            change.prepare(private / name, content)
        with _undisturbed():
            change.commit()
            if aside is not None:
                folder.rename(aside)
            try:
                private.rename(folder)
            except OSError:
                if aside is not None:
                    aside.rename(folder)
                raise
            change.placed, change.fresh, change.folders = [], [], []
            _settle(folder.parent)
            if aside is not None:
                shutil.rmtree(aside, ignore_errors=True)
    except OSError as error:
        change.undo()
        raise Refused([_why(error)]) from None
    except BaseException:
        change.undo()
        raise


def names_in(folder: Path) -> list[str]:
    """The names of all files in a folder and in those below it; a link and an empty folder are named too."""
    found: list[str] = []
    for one in sorted(folder.iterdir()):
        below = names_in(one) if one.is_dir() and not one.is_symlink() else []
        found += [f"{one.name}/{name}" for name in below] or [one.name]
    return found


class _Change:
    """What has been made so far, each thing noted before it is made, so that all of it can be undone at any moment."""

    def __init__(self, force: bool) -> None:
        self.force = force
        self.fresh: list[tuple[Path, Path]] = []  # (private name, target)
        self.kept: dict[Path, Path] = {}  # target -> private name of the file that was there
        self.placed: list[tuple[Path, tuple[int, int]]] = []  # (target, device and inode of ours)
        self.folders: list[Path] = []  # made for the files, outermost first

    def prepare(self, path: Path, content: bytes) -> None:
        """The content on disk under a private name beside `path`."""
        for folder in _absent(path.parent):
            folder.mkdir()
            self.folders.append(folder)
            folder.chmod(0o700)
        private = _private(path)
        self.fresh.append((private, path))
        handle = os.open(private, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_NOFOLLOW", 0), 0o600)
        try:
            if hasattr(os, "fchmod"):
                os.fchmod(handle, 0o600)
            rest = memoryview(content)
            while rest:
                rest = rest[os.write(handle, rest) :]
            os.fsync(handle)
        finally:
            os.close(handle)

    def commit(self) -> None:
        """Every file takes its name at one stroke; a file that was there is kept aside until all have theirs."""
        for private, path in self.fresh:
            found = private.stat()
            self.placed.append((path, (found.st_dev, found.st_ino)))
            if self.force and _there(path):
                self.kept[path] = _private(path)
                _keep_aside(path, self.kept[path])
                private.replace(path)
            else:
                _take_name(private, path)
        for folder in {path.parent for _, path in self.fresh}:
            _settle(folder)

    def undo(self) -> None:
        """Everything as it was before; a second Ctrl-C waits until that is done."""
        with _undisturbed():
            for path, ours in self.placed:
                aside = self.kept.get(path)
                with contextlib.suppress(OSError):
                    found = path.lstat() if _there(path) else None
                    mine = found is not None and (found.st_dev, found.st_ino) == ours
                    if aside is not None and (mine or found is None):
                        aside.replace(path)
                    elif mine:
                        path.unlink()
            self.finish()
            for folder in reversed(self.folders):
                with contextlib.suppress(OSError):
                    folder.rmdir()

    def finish(self) -> None:
        """Takes away every private name; from here on there is nothing to undo."""
        self.placed = []
        for private in (*self.kept.values(), *(private for private, _ in self.fresh)):
            with contextlib.suppress(OSError):
                private.unlink()
        self.kept, self.fresh = {}, []


def _keep_aside(path: Path, aside: Path) -> None:
    """The file at `path` under a second name, or under that name alone where the disk knows no second names."""
    try:
        os.link(path, aside, follow_symlinks=False)
    except OSError as error:
        if error.errno not in _NO_LINKS:
            raise
        path.rename(aside)


def _take_name(private: Path, path: Path) -> None:
    """`private` becomes `path`, never over a file that came in between."""
    try:
        os.link(private, path, follow_symlinks=False)
    except FileExistsError:
        raise Refused([Problem(codes.EXISTS, file=str(path))]) from None
    except OSError as error:
        if error.errno not in _NO_LINKS:
            raise
        _reserve_and_take(private, path)
    else:
        private.unlink()


def _reserve_and_take(private: Path, path: Path) -> None:
    """The same where the disk knows no second names: an empty file holds the name for a moment."""
    try:
        os.close(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
    except FileExistsError:
        raise Refused([Problem(codes.EXISTS, file=str(path))]) from None
    try:
        private.replace(path)
    except BaseException:
        path.unlink()
        raise


def _flaws(path: Path, force: bool) -> Iterator[Problem]:
    """Why `path` cannot be a target."""
    shown = "".join(c if c.isprintable() else "?" for c in str(path))
    try:
        absent = _absent(path.parent)
        if not all(_honest(name) for name in (path.name, *(folder.name for folder in absent))):
            yield Problem(codes.BAD_NAME, file=shown)
            return
        if not (absent[0].parent if absent else path.parent).is_dir():
            yield Problem(codes.NO_FOLDER, file=shown)
            return
        mode = path.lstat().st_mode
    except FileNotFoundError:
        return
    except OSError as error:
        yield _why(error)
        return
    if stat.S_ISLNK(mode):
        yield Problem(codes.LINK, file=shown)
    elif not stat.S_ISREG(mode):
        yield Problem(codes.NOT_A_FILE, file=shown)
    elif not force:
        yield Problem(codes.EXISTS, file=shown)


def _honest(name: str) -> bool:
    """Whether a file or folder may be called so."""
    return name.isprintable() and 0 < len(os.fsencode(name)) <= LIMITS["name"]


def _absent(folder: Path) -> list[Path]:
    """`folder` and the folders above it that are not there, outermost first."""
    absent: list[Path] = []
    while folder != folder.parent and "\0" not in str(folder) and not _there(folder):
        absent.insert(0, folder)
        folder = folder.parent
    return absent


def _identity(path: Path) -> str:
    return str(path.parent.resolve() / path.name).casefold()


def _there(path: Path) -> bool:
    try:
        path.lstat()
    except FileNotFoundError:
        return False
    return True


def _private(path: Path) -> Path:
    """A name beside `path` that tells nothing."""
    return path.parent / f".panahat-{os.urandom(8).hex()}.tmp"


def _settle(folder: Path) -> None:
    """Brings the folder's list of names to disk, where the system can."""
    if not hasattr(os, "O_DIRECTORY"):
        return
    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _why(error: OSError) -> Problem:
    if error.errno in _NO_SPACE:
        return Problem(codes.NO_SPACE)
    return Problem(codes.CANNOT_WRITE, facts={"reason": errno.errorcode.get(error.errno or 0, "?")})


@contextlib.contextmanager
def _undisturbed() -> Iterator[None]:
    """Holds back Ctrl-C and the request to end, where the system can, for the few system calls inside."""
    import signal

    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT, signal.SIGTERM})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
