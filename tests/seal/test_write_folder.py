"""A folder is written whole at one stroke, replaced only when its files are known, and as it was when anything fails."""

from __future__ import annotations

import stat
from collections.abc import Callable
from pathlib import Path

import pytest

from panahat.problems import Refused
from panahat.seal.write import write_folder

FILES = {"01.pdf": b"one", "aside/note.docx": b"two"}


def held(folder: Path) -> dict[str, bytes]:
    return {f.relative_to(folder).as_posix(): f.read_bytes() for f in folder.rglob("*") if f.is_file()}


def refused(folder: Path, replaces: list[str] | None = None) -> str:
    with pytest.raises(Refused) as found:
        write_folder(folder, {"new": b"x"}, replaces)
    assert not list(folder.parent.glob(".panahat*"))
    return found.value.problems[0].code.id


def test_it_is_there_with_its_files_for_its_owner_alone(tmp_path: Path) -> None:
    write_folder(tmp_path / "a" / "out", FILES)
    assert held(tmp_path / "a" / "out") == FILES
    assert {stat.S_IMODE(f.stat().st_mode) for f in tmp_path.rglob("*")} == {0o600, 0o700}


def test_it_is_kept_unless_its_files_are_known_and_then_replaced_whole(tmp_path: Path) -> None:
    write_folder(tmp_path / "out", FILES)
    assert refused(tmp_path / "out") == "seal/exists"
    write_folder(tmp_path / "out", {"new": b"x"}, list(FILES))
    assert held(tmp_path / "out") == {"new": b"x"}
    assert [f.name for f in tmp_path.iterdir()] == ["out"]


@pytest.mark.parametrize(
    "add",
    [lambda d: (d / "mine").write_text("x"), lambda d: (d / "mine").mkdir(), lambda d: (d / "mine").symlink_to("/")],
)
def test_it_is_never_replaced_where_it_holds_more(tmp_path: Path, add: Callable[[Path], object]) -> None:
    write_folder(tmp_path / "out", FILES)
    add(tmp_path / "out")
    assert refused(tmp_path / "out", list(FILES)) == "seal/folder-holds-more"


def test_no_file_and_no_link_takes_its_place(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    (tmp_path / "link").symlink_to(tmp_path)
    assert refused(tmp_path / "file", ["file"]) == "seal/not-a-folder"
    assert refused(tmp_path / "link", []) == "seal/link"


@pytest.mark.parametrize("there", [True, False])
def test_it_is_as_it_was_when_the_last_step_fails(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, there: bool) -> None:
    if there:
        write_folder(tmp_path / "out", FILES)
    real = Path.rename
    failed: list[Path] = []

    def failing(self: Path, target: Path) -> Path:
        if Path(target).name == "out" and not failed:
            failed.append(self)
            raise OSError(5, "no")
        return real(self, target)

    monkeypatch.setattr(Path, "rename", failing)
    assert refused(tmp_path / "out", list(FILES)) == "seal/cannot-write"
    assert held(tmp_path / "out") == (FILES if there else {})
