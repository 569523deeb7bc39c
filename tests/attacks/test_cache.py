"""The cache: whatever is changed, moved or planted there, a filing says the same or nothing of the cache is used."""

from __future__ import annotations

import ast
import hashlib
import marshal
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from panahat import cache, library
from panahat.library import Library
from panahat.sandbox import compile_text, run_text

ROOT = Path(__file__).resolve().parents[2]
S1 = ROOT / "cases" / "transit-activist.yaml"
KIND = "supreme-court-complaint"
RENDER = "import sys; from panahat.cli import main; main(sys.argv[1:])"


@pytest.fixture
def kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of a cache and of a secret of the test's own."""
    monkeypatch.setenv("PANAHAT_CACHE", str(tmp_path / "cache"))
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    return tmp_path / "cache"


def rendered(folder: Path) -> dict[str, bytes]:
    """The files of the worked case, made by a process of their own."""
    folder.mkdir()
    words = ["render", str(S1), "--for", KIND, "-o", str(folder)]
    subprocess.run([sys.executable, "-c", RENDER, *words], check=True, capture_output=True)
    return {file.name: file.read_bytes() for file in folder.iterdir()}


def secret(kept: Path) -> bytes:
    return (kept.parent / "state" / "panahat" / "cache.key").read_bytes()


def flipped(content: bytes, bit: int) -> bytes:
    changed = bytearray(content)
    changed[bit // 8] ^= 1 << bit % 8
    return bytes(changed)


class DescribeAChangedEntry:
    def it_is_as_if_it_were_not_there_whichever_bit_was_flipped(self, kept: Path) -> None:
        cache.store("x", "1", "статья 592".encode())
        entry = kept / "x-1"
        whole = entry.read_bytes()
        assert cache.load("x", "1") == "статья 592".encode()
        for bit in range(len(whole) * 8):
            entry.write_bytes(flipped(whole, bit))
            assert cache.load("x", "1") is None
        for length in range(len(whole)):
            entry.write_bytes(whole[:length])
            assert cache.load("x", "1") is None

    def it_changes_no_byte_of_a_filing(self, kept: Path, tmp_path: Path) -> None:
        first = rendered(tmp_path / "first")
        entries = {file: file.read_bytes() for file in kept.iterdir()}
        assert {file.name.rsplit("-", 1)[0] for file in entries} >= {"template", "text", "arguments", "law-5", "words"}
        for step in (5, 11, 17):
            damaged = {file: flipped(whole, len(whole) * 8 * step // 19) for file, whole in entries.items()}
            for file, content in damaged.items():
                file.write_bytes(content)
            assert rendered(tmp_path / str(step)) == first
            assert all(file.read_bytes() != content for file, content in damaged.items()), "each was made anew"

    def it_cannot_take_the_place_of_another(self, kept: Path) -> None:
        cache.store("x", "1", b"ten days")
        cache.store("x", "2", b"ninety days")
        (kept / "x-1").write_bytes((kept / "x-2").read_bytes())
        assert cache.load("x", "1") is None

    def it_cannot_be_sealed_without_the_secret(self, kept: Path) -> None:
        cache.store("x", "1", b"ten days")
        for seal in (hashlib.sha256(b"ninety days"), hashlib.blake2b(b"x-1\0ninety days", digest_size=32)):
            (kept / "x-1").write_bytes(seal.digest() + b"ninety days")
            assert cache.load("x", "1") is None


class DescribeCode:
    def it_never_runs_from_an_entry_even_of_one_who_knows_the_secret(self, kept: Path, tmp_path: Path) -> None:
        rendered(tmp_path / "first")
        marker = tmp_path / "ran"
        code = marshal.dumps(compile(f"open({str(marker)!r}, 'w')", "x", "exec"))
        for file in list(kept.iterdir()):
            file.write_bytes(cache._seal(secret(kept), file.name, code) + code)
        (tmp_path / "second").mkdir()
        words = ["render", str(S1), "--for", KIND, "-o", str(tmp_path / "second")]
        subprocess.run([sys.executable, "-c", RENDER, *words], check=False, capture_output=True)
        assert not marker.exists()

    @pytest.mark.parametrize("step", [["exec", 1, "import os"], ["__class__", 1], ["print", 1, ["call", "open"]]])
    def it_is_nothing_that_a_tree_could_ask_for(self, step: object) -> None:
        with pytest.raises(KeyError):
            run_text([step], {}, str)

    def it_is_in_no_compiled_text(self) -> None:
        tree = compile_text("а {{ x }}{% for y in z if y > 1 %}{{ y ~ 'б' }}{% else %}–{% endfor %}")
        assert set(map(type, leaves(tree))) <= {str, int, type(None)}
        assert run_text(tree, {"x": "1", "z": [1, 2, 3]}, str) == "а 12б3б"

    def it_is_loaded_by_no_module(self) -> None:
        barred = {"marshal", "pickle", "shelve", "dill"}
        for file in (ROOT / "src").rglob("*.py"):
            for node in ast.walk(ast.parse(file.read_text("utf-8"))):
                names = [a.name for a in node.names] if isinstance(node, (ast.Import, ast.ImportFrom)) else []
                module = getattr(node, "module", None)
                assert not barred & {*names, module}, file


def leaves(tree: object) -> Iterator[object]:
    if isinstance(tree, list):
        for part in tree:
            yield from leaves(part)
    else:
        yield tree


class DescribeAForeignPlace:
    def it_is_not_used_where_somebody_else_owns_it(self, kept: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        cache.store("x", "1", b"a")
        other = os.getuid() + 1
        monkeypatch.setattr(os, "getuid", lambda: other)
        assert cache.load("x", "1") is None
        cache.store("x", "2", b"a")
        assert [file.name for file in kept.iterdir()] == ["x-1"]

    @pytest.mark.parametrize("mode", [0o620, 0o602])
    def it_is_not_used_where_others_may_write_to_the_entry(self, kept: Path, mode: int) -> None:
        cache.store("x", "1", b"a")
        (kept / "x-1").chmod(mode)
        assert cache.load("x", "1") is None

    @pytest.mark.parametrize("mode", [0o770, 0o707, 0o777])
    def it_is_not_used_where_others_may_write_to_the_folder(self, kept: Path, mode: int) -> None:
        cache.store("x", "1", b"a")
        kept.chmod(mode)
        assert cache.load("x", "1") is None
        cache.store("x", "2", b"a")
        assert [file.name for file in kept.iterdir()] == ["x-1"]

    def it_is_not_used_where_the_entry_is_a_link_or_no_file(self, kept: Path) -> None:
        cache.store("x", "1", b"a")
        (kept / "x-1").rename(kept / "y")
        (kept / "x-1").symlink_to(kept / "y")
        assert cache.load("x", "1") is None
        (kept / "x-1").unlink()
        os.mkfifo(kept / "x-1")
        assert cache.load("x", "1") is None

    def it_is_not_used_where_the_folder_is_a_link(self, kept: Path) -> None:
        cache.store("x", "1", b"a")
        kept.rename(kept.parent / "elsewhere")
        kept.symlink_to(kept.parent / "elsewhere")
        assert cache.load("x", "1") is None

    @pytest.mark.parametrize("variable", ["PANAHAT_CACHE", "XDG_CACHE_HOME", "XDG_STATE_HOME"])
    def it_is_not_used_where_the_folder_is_relative(
        self, kept: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, variable: str
    ) -> None:
        monkeypatch.chdir(tmp_path)
        if variable == "XDG_CACHE_HOME":
            monkeypatch.delenv("PANAHAT_CACHE")
        monkeypatch.setenv(variable, "mine")
        cache.store("x", "1", b"a")
        assert cache.load("x", "1") is None
        assert not (tmp_path / "mine").exists()

    def it_is_not_used_where_others_may_have_changed_the_secret(self, kept: Path) -> None:
        cache.store("x", "1", b"a")
        before = secret(kept)
        (kept.parent / "state" / "panahat" / "cache.key").chmod(0o666)
        cache._key.cache_clear()
        assert cache.load("x", "1") is None
        assert secret(kept) != before

    def it_keeps_a_secret_that_only_the_user_can_read(self, kept: Path) -> None:
        cache.store("x", "1", b"a")
        file = kept.parent / "state" / "panahat" / "cache.key"
        assert (file.stat().st_mode & 0o777, file.parent.stat().st_mode & 0o777) == (0o600, 0o700)
        assert len(secret(kept)) == 32


class DescribeAFileOfTheLibrary:
    """A file that nobody touched is known by its looks; whatever was done to it since, its content is read anew."""

    @pytest.fixture
    def law(self, kept: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
        monkeypatch.setattr(library, "_SETTLED", 0)
        (tmp_path / "templates" / "law").mkdir(parents=True)
        file = tmp_path / "templates" / "law" / "acts.yaml"
        file.write_bytes(b"ten days")
        return file

    def digest(self, law: Path) -> str:
        return Library((law.parents[1],)).law_digest

    def it_is_read_once_and_not_again(self, law: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        first = self.digest(law)
        monkeypatch.setattr(library.opener, "read", lambda *_, **__: pytest.fail("read again"))
        assert self.digest(law) == first

    def it_is_read_again_where_it_says_something_else_at_the_same_time_and_size(self, law: Path) -> None:
        first, times = self.digest(law), law.stat()
        while law.stat().st_ctime_ns == times.st_ctime_ns:  # the clock of files ticks slowly
            law.write_bytes(b"two days")
            os.utime(law, ns=(times.st_atime_ns, times.st_mtime_ns))
        assert self.digest(law) != first

    def it_is_read_again_where_another_took_its_place(self, law: Path) -> None:
        first, times = self.digest(law), law.stat()
        other = law.with_name("other")
        other.write_bytes(b"two days")
        os.utime(other, ns=(times.st_atime_ns, times.st_mtime_ns))
        other.rename(law)
        assert self.digest(law) != first

    def it_is_read_each_time_while_it_was_touched_just_now(
        self, law: Path, kept: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(library, "_SETTLED", 10**15)
        self.digest(law)
        assert not list(kept.glob("seals-*"))

    def it_is_read_where_what_was_kept_of_it_was_changed(self, law: Path, kept: Path) -> None:
        first = self.digest(law)
        (entry,) = kept.glob("seals-*")
        other = hashlib.sha256(b"two days").hexdigest().encode()
        entry.write_bytes(entry.read_bytes().replace(hashlib.sha256(b"ten days").hexdigest().encode(), other))
        assert self.digest(law) == first
