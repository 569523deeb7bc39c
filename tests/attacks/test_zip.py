"""Attacks through the ZIP itself: what two readers could understand differently, or what would fill the memory."""

from __future__ import annotations

import struct
import tracemalloc
import zipfile
from collections.abc import Callable
from io import BytesIO

import pytest
from word_files import docx, p, parts, zipped

from panahat.problems import Refused
from panahat.render.reading_back import paragraphs, read_back
from panahat.render.template import compile_bytes
from panahat.seal.inspection import inspect
from panahat.seal.limits import LIMITS
from panahat.seal.zipping import read_zip

GOOD = docx(p("а"), header=p("верх"))


def added(name: str, content: bytes = b"<a/>") -> bytes:
    """The good document with one member more, written as Python's zipfile writes it."""
    out = BytesIO(GOOD)
    with zipfile.ZipFile(out, "a") as z:
        z.writestr(name, content)
    return out.getvalue()


def named(raw: bytes) -> bytes:
    """The good document with a member whose name is these bytes."""
    return added("word/" + "x" * (len(raw) - 5)).replace(b"word/" + b"x" * (len(raw) - 5), raw)


def patched(offset: int, value: bytes, central: bool = False, content: bytes = GOOD) -> bytes:
    """The document with bytes changed at `offset` of its first local, or central, header."""
    at = (content.index(b"PK\x01\x02") if central else 0) + offset
    return content[:at] + value + content[at + len(value) :]


def end(offset: int, value: bytes, content: bytes = GOOD) -> bytes:
    """The document with bytes changed in its end record."""
    at = content.rindex(b"PK\x05\x06") + offset
    return content[:at] + value + content[at + len(value) :]


def overlapping() -> bytes:
    """The second entry of the directory points at the first one's bytes."""
    first = GOOD.index(b"PK\x01\x02")
    second = GOOD.index(b"PK\x01\x02", first + 4)
    return GOOD[: second + 42] + struct.pack("<L", 0) + GOOD[second + 46 :]


def nested() -> bytes:
    """One member lies inside another, each with headers of its own: the quoting bomb's trick."""
    inner = zipfile.ZipInfo("word/inner.xml", (1980, 1, 1, 0, 0, 0))
    record = struct.pack("<4s5H3L2H", b"PK\x03\x04", 20, 0, 0, 0, 0x21, 0, 0, 0, 14, 0) + inner.filename.encode()
    outer = added("word/outer.xml", b"<a/>" + record)
    place = outer.index(record)
    entry = (
        struct.pack("<4s6H3L5H2L", b"PK\x01\x02", 20, 20, 0, 0, 0, 0x21, 0, 0, 0, 14, 0, 0, 0, 0, 0, place)
        + b"word/inner.xml"
    )
    stop = outer.rindex(b"PK\x05\x06")
    fields = list(struct.unpack("<4s4H2LH", outer[stop : stop + 22]))
    fields[3] += 1
    fields[4] += 1
    fields[5] += len(entry)
    return outer[:stop] + entry + struct.pack("<4s4H2LH", *fields)


def without(name: str) -> bytes:
    content = parts(p("а"), header=p("верх"))
    del content[name]
    return zipped(content)


def instead(name: str, content: bytes) -> bytes:
    return zipped(parts(p("а"), header=p("верх")) | {name: content})


def big(size: int) -> bytes:
    """A document with one part of so many bytes, packed very small."""
    out = BytesIO(GOOD)
    with zipfile.ZipFile(out, "a", zipfile.ZIP_DEFLATED) as z:
        z.writestr("word/big.xml", bytes(size))
    return out.getvalue()


Build = Callable[[], bytes]
ATTACKS: list[tuple[str, Build, str]] = [
    ("nothing", lambda: b"", "seal/not-a-zip"),
    ("a text", lambda: "жалоба".encode() * 100, "seal/not-a-zip"),
    ("an old Word file", lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(5000), "seal/not-a-zip"),
    ("cut short", lambda: GOOD[:-40], "seal/zip-broken"),
    ("cut in the middle", lambda: GOOD[: len(GOOD) // 2], "seal/zip-broken"),
    ("bytes before it", lambda: b"MZ" + bytes(100) + GOOD, "seal/zip-disagrees"),
    ("bytes behind it", lambda: GOOD + b"x", "seal/zip-broken"),
    ("encrypted", lambda: patched(8, b"\x01\x00", central=True), "seal/zip-encrypted"),
    ("strongly encrypted", lambda: patched(8, b"\x40\x00", central=True), "seal/zip-encrypted"),
    ("an unknown flag", lambda: patched(8, b"\x20\x00", central=True), "seal/zip-broken"),
    ("an unknown method", lambda: patched(10, b"\x0e\x00", central=True), "seal/zip-broken"),
    ("another method inside", lambda: patched(8, b"\x00\x00"), "seal/zip-disagrees"),
    ("another name inside", lambda: patched(30, b"[content_Types].xml"), "seal/zip-disagrees"),
    ("another size inside", lambda: patched(22, b"\x01\x00\x00\x00"), "seal/zip-disagrees"),
    (
        "another checksum",
        lambda: patched(14, b"\0\0\0\0", content=patched(16, b"\0\0\0\0", central=True)),
        "seal/zip-disagrees",
    ),
    (
        "a size too small",
        lambda: patched(22, b"\x05\0\0\0", content=patched(24, b"\x05\0\0\0", central=True)),
        "seal/zip-disagrees",
    ),
    (
        "a size too big",
        lambda: patched(22, b"\xff\x0f\0\0", content=patched(24, b"\xff\x0f\0\0", central=True)),
        "seal/zip-disagrees",
    ),
    ("broken deflate", lambda: patched(30 + 19, b"\xff\xff\xff\xff"), "seal/zip-broken"),
    ("fewer entries than it says", lambda: end(8, b"\x63\x00\x63\x00"), "seal/zip-broken"),
    ("more entries than it says", lambda: end(8, b"\x02\x00\x02\x00"), "seal/zip-disagrees"),
    ("several disks", lambda: end(4, b"\x01\x00"), "seal/zip-disagrees"),
    ("a directory elsewhere", lambda: end(16, b"\x01\0\0\0"), "seal/zip-disagrees"),
    ("one member over another", overlapping, "seal/zip-disagrees"),
    ("one member inside another", nested, "seal/zip-disagrees"),
    ("a name twice", lambda: twice(), "seal/zip-duplicate"),
    ("a name twice but for capitals", lambda: added("Word/Document.xml"), "seal/zip-duplicate"),
    ("a way out", lambda: named(b"../../etc/passwd"), "seal/zip-path"),
    ("a way out further in", lambda: named(b"word/../../x.xml"), "seal/zip-path"),
    ("an absolute name", lambda: named(b"/etc/cron.d/x"), "seal/zip-path"),
    ("a Windows way out", lambda: named(b"..\\..\\x.exe"), "seal/zip-path"),
    ("a drive", lambda: named(b"C:evil.xml"), "seal/zip-path"),
    ("a null in the name", lambda: named(b"word/a\0b.xml"), "seal/zip-path"),
    ("an escape in the name", lambda: named(b"word/\x1b[2Jx.xml"), "seal/zip-path"),
    ("a name in no encoding", lambda: named(b"word/\xff\xfe\xfd.xml"), "seal/zip-path"),
    ("no content types", lambda: without("[Content_Types].xml"), "seal/content-types"),
    ("no relationships", lambda: without("_rels/.rels"), "seal/content-types"),
    ("no document", lambda: without("word/document.xml"), "seal/dangling"),
    ("no header", lambda: without("word/header1.xml"), "seal/dangling"),
    ("broken content types", lambda: instead("[Content_Types].xml", b"<Types"), "seal/xml-broken"),
    ("empty content types", lambda: instead("[Content_Types].xml", b"<Types/>"), "seal/content-types"),
    ("a part of no type", lambda: added("word/x.xyz"), "seal/content-types"),
    ("broken relationships", lambda: instead("word/_rels/document.xml.rels", b"<R>"), "seal/xml-broken"),
    ("relationships of nothing", lambda: added("word/_rels/nothing.xml.rels", b"<R/>"), "seal/dangling"),
    ("no XML", lambda: instead("word/document.xml", b"MZ"), "seal/xml-broken"),
    ("other XML", lambda: instead("word/document.xml", b"<html/>"), "seal/content-types"),
]


def twice() -> bytes:
    with pytest.warns(UserWarning, match="Duplicate"):
        return added("word/document.xml")


class DescribeAttacksThroughTheZip:
    @pytest.mark.parametrize(("name", "build", "code"), ATTACKS, ids=[a[0] for a in ATTACKS])
    def it_is_refused(self, name: str, build: Build, code: str) -> None:
        with pytest.raises(Refused) as refused:
            compile_bytes(build(), "t.docx")
        assert code in {q.code.id for q in refused.value.problems}
        for q in refused.value.problems:
            assert q.facts["part"].isprintable()

    @pytest.mark.parametrize(
        ("name", "build", "code"), [a for a in ATTACKS if "zip" in a[2]], ids=[a[0] for a in ATTACKS if "zip" in a[2]]
    )
    @pytest.mark.parametrize("reader", [inspect, paragraphs, lambda content: read_back(content, [])])
    def it_is_refused_by_every_reader(
        self, name: str, build: Build, code: str, reader: Callable[[bytes], object]
    ) -> None:
        with pytest.raises(Refused) as refused:
            reader(build())
        assert code in {q.code.id for q in refused.value.problems}


class DescribeLimits:
    """Each limit is lowered instead of building a huge file; and with the limit as it is, the same file is let in."""

    @pytest.mark.parametrize(("limit", "value"), [("file", 500), ("members", 3), ("part", 200), ("total", 900)])
    def it_stops_at(self, limit: str, value: int, monkeypatch: pytest.MonkeyPatch) -> None:
        compile_bytes(GOOD, "t.docx")
        monkeypatch.setitem(LIMITS, limit, value)
        with pytest.raises(Refused) as refused:
            compile_bytes(GOOD, "t.docx")
        assert [q.code.id for q in refused.value.problems] == ["seal/zip-too-big"]

    def it_unpacks_nothing_of_what_is_too_big(self) -> None:
        bomb = big(LIMITS["part"] + 1)
        assert len(bomb) < 100_000
        tracemalloc.start()
        with pytest.raises(Refused) as refused:
            compile_bytes(bomb, "t.docx")
        peak = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        assert [q.code.id for q in refused.value.problems] == ["seal/zip-too-big"]
        assert peak < 5_000_000

    def it_unpacks_no_more_than_the_size_it_was_told(self) -> None:
        bomb = big(30_000_000)
        at = bomb.index(b"PK\x01\x02", bomb.rindex(b"PK\x01\x02"))
        small = struct.pack("<L", 10)
        lying = bomb[: at + 24] + small + bomb[at + 28 :]
        local = lying.rindex(b"PK\x03\x04")
        lying = lying[: local + 22] + small + lying[local + 26 :]
        [member] = [m for m in read_zip(lying) if m.name == "word/big.xml"]
        tracemalloc.start()
        with pytest.raises(Refused):
            member.content()
        peak = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        assert peak < 1_000_000


class DescribeThatTheAttacksAreReal:
    @pytest.mark.parametrize(
        "build", [twice, lambda: GOOD + b"", lambda: b"MZ" + bytes(100) + GOOD, lambda: named(b"../../etc/passwd")]
    )
    def it_is_opened_without_a_word_by_zipfile(self, build: Build) -> None:
        with zipfile.ZipFile(BytesIO(build())) as z:
            assert z.namelist()
