"""Files are written all and whole, for their owner alone, or not at all."""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Callable
from pathlib import Path

import pytest

from panahat.problems import Refused
from panahat.seal.write import in_folder, write_all, write_file

FILES = [("filing.docx", b"filing" * 1000), ("review.docx", b"review"), ("manifest.json", b"{}")]


def targets(folder: Path) -> list[tuple[Path, bytes]]:
    return [(folder / name, content) for name, content in FILES]


def codes_of(files: list[tuple[Path, bytes]], force: bool = False) -> list[str]:
    with pytest.raises(Refused) as refused:
        write_all(files, force)
    return [q.code.id for q in refused.value.problems]


class DescribeWriting:
    def it_writes_every_file_whole_and_nothing_else(self, tmp_path: Path) -> None:
        write_all(targets(tmp_path), force=False)
        assert {f.name: f.read_bytes() for f in tmp_path.iterdir()} == dict(FILES)

    @pytest.mark.parametrize("umask", [0o000, 0o022, 0o077, 0o777])
    def it_lets_only_the_owner_read(self, tmp_path: Path, umask: int) -> None:
        before = os.umask(umask)
        try:
            write_file(tmp_path / "f.docx", b"x", force=False)
        finally:
            os.umask(before)
        assert stat.S_IMODE((tmp_path / "f.docx").stat().st_mode) == 0o600

    def it_writes_over_a_file_only_when_told(self, tmp_path: Path) -> None:
        (tmp_path / "review.docx").write_bytes(b"old")
        (tmp_path / "review.docx").chmod(0o644)
        assert codes_of(targets(tmp_path)) == ["seal/exists"]
        assert [f.name for f in tmp_path.iterdir()] == ["review.docx"]
        write_all(targets(tmp_path), force=True)
        assert {f.name: f.read_bytes() for f in tmp_path.iterdir()} == dict(FILES)
        assert stat.S_IMODE((tmp_path / "review.docx").stat().st_mode) == 0o600

    def it_names_every_target_that_cannot_be_one(self, tmp_path: Path) -> None:
        for name, _ in FILES[:2]:
            (tmp_path / name).write_bytes(b"old")
        assert codes_of(targets(tmp_path)) == ["seal/exists", "seal/exists"]

    @pytest.mark.parametrize("umask", [0o022, 0o777])
    def it_makes_the_folders_that_are_not_there_for_their_owner_alone(self, tmp_path: Path, umask: int) -> None:
        before = os.umask(umask)
        try:
            write_all(targets(tmp_path / "out" / "deeper"), force=False)
        finally:
            os.umask(before)
        assert {f.name for f in (tmp_path / "out" / "deeper").iterdir()} == {name for name, _ in FILES}
        assert stat.S_IMODE((tmp_path / "out").stat().st_mode) == 0o700

    def it_takes_its_folders_away_again_when_writing_fails(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        (tmp_path / "there").mkdir()

        def full(*_: object) -> int:
            raise OSError(errno.ENOSPC, "full")

        monkeypatch.setattr(os, "write", full)
        assert codes_of(targets(tmp_path / "there" / "out" / "deeper")) == ["seal/no-space"]
        assert [f.name for f in tmp_path.rglob("*")] == ["there"]

    def it_works_where_the_disk_knows_no_second_names(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(os, "link", no_links)
        write_all(targets(tmp_path), force=False)
        assert {f.name: f.read_bytes() for f in tmp_path.iterdir()} == dict(FILES)
        write_all([(tmp_path / "review.docx", b"new")], force=True)
        assert (tmp_path / "review.docx").read_bytes() == b"new"
        assert len(list(tmp_path.iterdir())) == 3


def no_links(*_: object, **__: object) -> None:
    raise OSError(errno.EPERM, "no links")


STAGES = ("open", "fchmod", "write", "fsync", "close", "link", "replace", "unlink")


def disturb(monkeypatch: pytest.MonkeyPatch, stage: str, at: int, raise_: Callable[[], None]) -> None:
    """The `at`th call of `stage` raises instead of being done."""
    place: object = Path if stage in ("replace", "rename", "unlink") else os
    real = getattr(place, stage)
    calls = 0

    def instead(*args: object, **more: object) -> object:
        nonlocal calls
        calls += 1
        if calls == at:
            raise_()
        return real(*args, **more)

    monkeypatch.setattr(place, stage, instead)


def full_disk() -> None:
    raise OSError(errno.ENOSPC, "No space left on device")


def control_c() -> None:
    raise KeyboardInterrupt


class DescribeBeingDisturbed:
    """Whatever fails, and whenever: the files that were there are as they were, and no other is there."""

    @pytest.mark.parametrize("force", [False, True])
    @pytest.mark.parametrize("at", [1, 2, 3])
    @pytest.mark.parametrize("stage", STAGES)
    @pytest.mark.parametrize("kind", [full_disk, control_c])
    def it_leaves_everything_as_it_was_or_everything_done(
        self,
        tmp_path: Path,
        monkeypatch: pytest.MonkeyPatch,
        stage: str,
        at: int,
        kind: Callable[[], None],
        force: bool,
    ) -> None:
        old = {"review.docx": b"old review", "manifest.json": b"old"} if force else {}
        for name, content in old.items():
            (tmp_path / name).write_bytes(content)
        with monkeypatch.context() as patched:
            disturb(patched, stage, at, kind)
            try:
                write_all(targets(tmp_path), force)
                done = True
            except (Refused, KeyboardInterrupt):
                done = False
        found = {f.name: f.read_bytes() for f in tmp_path.iterdir()}
        left = {n for n in found if n.startswith(".panahat")}
        assert not left or stage == "unlink", "only a disk that refuses to delete may keep a private file"
        whole = {n: c for n, c in found.items() if n not in left}
        assert whole == dict(FILES) if done else whole in (old, dict(FILES))

    @pytest.mark.parametrize("force", [False, True])
    @pytest.mark.parametrize("at", [1, 2, 3])
    @pytest.mark.parametrize("stage", ["open", "replace", "rename"])
    @pytest.mark.parametrize("kind", [full_disk, control_c])
    def it_does_so_where_the_disk_knows_no_second_names(
        self,
        tmp_path: Path,
        monkeypatch: pytest.MonkeyPatch,
        stage: str,
        at: int,
        kind: Callable[[], None],
        force: bool,
    ) -> None:
        monkeypatch.setattr(os, "link", no_links)
        self.it_leaves_everything_as_it_was_or_everything_done(tmp_path, monkeypatch, stage, at, kind, force)

    def it_says_that_the_disk_is_full(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        disturb(monkeypatch, "write", 2, full_disk)
        assert codes_of(targets(tmp_path)) == ["seal/no-space"]

    def it_says_that_it_may_not_write(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        def forbidden() -> None:
            raise PermissionError(errno.EACCES, "denied", "СЕКРЕТ")

        disturb(monkeypatch, "open", 1, forbidden)
        with pytest.raises(Refused) as refused:
            write_all(targets(tmp_path), force=False)
        [found] = refused.value.problems
        assert (found.code.id, found.facts["reason"]) == ("seal/cannot-write", "EACCES")
        assert refused.value.__cause__ is None
        assert refused.value.__suppress_context__

    def it_goes_on_after_a_short_write(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        real = os.write
        monkeypatch.setattr(os, "write", lambda handle, data: real(handle, data[:7]))
        write_all(targets(tmp_path), force=False)
        assert {f.name: f.read_bytes() for f in tmp_path.iterdir()} == dict(FILES)

    def it_does_not_write_over_a_file_that_came_in_between(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        real = os.link

        def late(source: Path, target: Path, **more: object) -> None:
            if target.name == "review.docx":
                target.write_bytes(b"someone else's")
            real(source, target, **more)  # type: ignore[arg-type]

        monkeypatch.setattr(os, "link", late)
        assert codes_of(targets(tmp_path)) == ["seal/exists"]
        assert {f.name: f.read_bytes() for f in tmp_path.iterdir()} == {"review.docx": b"someone else's"}


class DescribeTheTarget:
    def it_is_the_file_where_it_is_written_like_one_and_lies_in_a_folder_otherwise(self) -> None:
        assert in_folder(Path("out/x.docx"), "case.docx") == Path("out/x.docx")
        assert in_folder(Path("out/"), "case.docx") == Path("out/case.docx")
        assert in_folder(Path("v1.2"), "case.docx") == Path("v1.2/case.docx")
        assert in_folder(Path("x.htm"), "case.html", (".htm",)) == Path("x.htm")
