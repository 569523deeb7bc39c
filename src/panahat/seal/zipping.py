"""ZIP read strictly, so that no two readers can differ, and written by hand: same members, same bytes."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterable, Mapping
from itertools import pairwise
from zlib import crc32

from isal import igzip_lib
from msgspec import Struct

from panahat.problems import Code, Problem, Refused
from panahat.seal import codes
from panahat.seal.limits import LIMITS

_END = struct.Struct("<4s4H2LH")
_CENTRAL = struct.Struct("<4s6H3L5H2L")
_LOCAL = struct.Struct("<4s5H3L2H")
_STORED, _DEFLATED = 0, 8
_DESCRIPTOR_FLAG, _UTF8_FLAG = 0x0008, 0x0800
_ALLOWED_FLAGS = _DESCRIPTOR_FLAG | _UTF8_FLAG | 0x0006  # 1 and 2: how hard it was deflated


class Member(Struct, frozen=True):
    """One member as it stands in a ZIP: name, method (0 stored, 8 deflated), CRC-32, unpacked size, packed bytes."""

    name: str
    method: int
    crc: int
    size: int
    packed: bytes

    def content(self) -> bytes:
        """The unpacked bytes. Raises Refused where they are not what the ZIP says."""
        data = self.packed
        if self.method == _DEFLATED:
            engine = zlib.decompressobj(-15)
            try:
                data = engine.decompress(self.packed, self.size + 1)
            except zlib.error:
                raise _refused(codes.ZIP_BROKEN, self.name) from None
            if not engine.eof or engine.unused_data:
                raise _refused(codes.ZIP_DISAGREES, self.name)
        if len(data) != self.size or zlib.crc32(data) != self.crc:
            raise _refused(codes.ZIP_DISAGREES, self.name)
        return data


def safe_name(name: str) -> str:
    """`name` fit to print: no control or invisible characters, at most 80 long."""
    return "".join(c if c.isprintable() else "?" for c in name[:80])


def label(part: str) -> str:
    """A part as people call it: «word/header1.xml» is «header1»."""
    return safe_name(part.removeprefix("word/").removesuffix(".xml"))


def read_zip(content: bytes) -> tuple[Member, ...]:
    """The members in the order of the central directory; folders left out. Raises Refused (`seal/zip-…`)."""
    if len(content) > LIMITS["file"]:
        raise _refused(codes.ZIP_TOO_BIG, "*", f"{LIMITS['file']:,} B")
    count, start, end = _directory(content)
    members: list[Member] = []
    spans: list[tuple[int, int, str]] = []
    names: set[str] = set()
    at = start
    for _ in range(count):
        if at + _CENTRAL.size > end:
            raise _refused(codes.ZIP_BROKEN, "*")
        sign, _made, _needs, flags, method, _t, _d, crc, packed, size, n, x, c, disk, _ia, _xa, offset = (
            _CENTRAL.unpack_from(content, at)
        )
        raw = content[at + _CENTRAL.size : at + _CENTRAL.size + n]
        at += _CENTRAL.size + n + x + c
        if sign != b"PK\x01\x02" or disk or at > end:
            raise _refused(codes.ZIP_BROKEN, "*")
        name = _name(raw, flags)
        if flags & 0x2041:
            raise _refused(codes.ZIP_ENCRYPTED, name)
        if flags & ~_ALLOWED_FLAGS or method not in (_STORED, _DEFLATED):
            raise _refused(codes.ZIP_BROKEN, name)
        if name.lower() in names:
            raise _refused(codes.ZIP_DUPLICATE, name)
        names.add(name.lower())
        if size > LIMITS["part"]:
            raise _refused(codes.ZIP_TOO_BIG, name, f"{LIMITS['part']:,} B")
        data = _data(content, offset, start, raw, flags, method, crc, packed, size, name)
        spans.append((offset, data + packed, name))
        if not name.endswith("/"):
            members.append(Member(name, method, crc, size, content[data : data + packed]))
        elif size:
            raise _refused(codes.ZIP_PATH, name)
    if at != end:
        raise _refused(codes.ZIP_DISAGREES, "*")
    _check_together(members, spans)
    return tuple(members)


def _directory(content: bytes) -> tuple[int, int, int]:
    """(number of entries, start, end) of the central directory."""
    at = content.rfind(b"PK\x05\x06", max(0, len(content) - _END.size - 0xFFFF))
    if at < 0 or at + _END.size > len(content):
        raise _refused(codes.NOT_A_ZIP if not content.startswith(b"PK") else codes.ZIP_BROKEN, "*")
    _, disk, first_disk, here, count, size, start, comment = _END.unpack_from(content, at)
    if at + _END.size + comment != len(content):
        raise _refused(codes.ZIP_BROKEN, "*")
    if disk or first_disk or here != count or start + size != at:
        raise _refused(codes.ZIP_DISAGREES, "*")
    if count > LIMITS["members"]:
        raise _refused(codes.ZIP_TOO_BIG, "*", str(LIMITS["members"]))
    return count, start, at


def _name(raw: bytes, flags: int) -> str:
    """The member's name. Raises Refused where it could lead out of the document."""
    try:
        name = raw.decode("utf-8" if flags & _UTF8_FLAG else "ascii")
    except UnicodeDecodeError:
        raise _refused(codes.ZIP_PATH, raw.decode("latin-1")) from None
    steps = name.removesuffix("/").split("/")
    if not name.isprintable() or any(c in name for c in '\\:*?"<>|') or any(s.strip(". ") == "" for s in steps):
        raise _refused(codes.ZIP_PATH, name)
    return name


def _data(
    content: bytes,
    offset: int,
    limit: int,
    raw: bytes,
    flags: int,
    method: int,
    crc: int,
    packed: int,
    size: int,
    name: str,
) -> int:
    """Where the member's packed bytes begin. Raises Refused where its local header tells another story."""
    if offset + _LOCAL.size > limit:
        raise _refused(codes.ZIP_BROKEN, name)
    sign, _needs, flags2, method2, _t, _d, crc2, packed2, size2, n, x = _LOCAL.unpack_from(content, offset)
    data = int(offset + _LOCAL.size + n + x)
    if sign != b"PK\x03\x04" or data + packed > limit:
        raise _refused(codes.ZIP_BROKEN, name)
    late = flags & _DESCRIPTOR_FLAG and (crc2, packed2, size2) == (0, 0, 0)
    same = (crc2, packed2, size2) == (crc, packed, size) or late
    if (
        content[offset + _LOCAL.size : offset + _LOCAL.size + n] != raw
        or (flags2, method2) != (flags, method)
        or not same
    ):
        raise _refused(codes.ZIP_DISAGREES, name)
    if method == _STORED and packed != size:
        raise _refused(codes.ZIP_DISAGREES, name)
    return data


def _check_together(members: list[Member], spans: list[tuple[int, int, str]]) -> None:
    """No two members share bytes, and all together stay within the limit."""
    spans.sort()
    for (_, end, _), (begin, _, name) in pairwise(spans):
        if begin < end:
            raise _refused(codes.ZIP_DISAGREES, name)
    if sum(m.size for m in members) > LIMITS["total"]:
        raise _refused(codes.ZIP_TOO_BIG, "*", f"{LIMITS['total']:,} B")


def _refused(code: Code, name: str, limit: str = "") -> Refused:
    return Refused([Problem(code, facts={"part": safe_name(name), "limit": limit})])


LEVEL = 2
_1980 = 0x0021  # 1980-01-01 in the ZIP's own calendar
_FIRST = ("[Content_Types].xml", "_rels/.rels", "word/document.xml", "word/_rels/document.xml.rels")


def member(name: str, content: bytes) -> Member:
    """`content` packed as the member `name`: deflated, or stored where that is no bigger."""
    packed = igzip_lib.compress(content, LEVEL, igzip_lib.COMP_DEFLATE)
    if len(packed) < len(content):
        return Member(name, 8, crc32(content), len(content), packed)
    return Member(name, 0, crc32(content), len(content), content)


def pack(members: Iterable[Member], changed: Mapping[str, bytes]) -> bytes:
    """The ZIP of `members`, those named in `changed` with their new content; further names in `changed` are added."""
    whole = {m.name: m for m in members if m.name not in changed}
    whole.update((name, member(name, content)) for name, content in changed.items())
    body: list[bytes] = []
    directory: list[bytes] = []
    offset = 0
    for m in sorted(whole.values(), key=_place):
        name = m.name.encode()
        flags = 0 if m.name.isascii() else 0x0800
        head = _LOCAL.pack(b"PK\x03\x04", 20, flags, m.method, 0, _1980, m.crc, len(m.packed), m.size, len(name), 0)
        body += (head, name, m.packed)
        directory += (
            _CENTRAL.pack(
                b"PK\x01\x02",
                20,
                20,
                flags,
                m.method,
                0,
                _1980,
                m.crc,
                len(m.packed),
                m.size,
                len(name),
                0,
                0,
                0,
                0,
                0,
                offset,
            ),
            name,
        )
        offset += len(head) + len(name) + len(m.packed)
    size = sum(map(len, directory))
    end = _END.pack(b"PK\x05\x06", 0, 0, len(whole), len(whole), size, offset, 0)
    return b"".join((*body, *directory, end))


def _place(m: Member) -> tuple[int, str]:
    return (_FIRST.index(m.name) if m.name in _FIRST else len(_FIRST), m.name)
