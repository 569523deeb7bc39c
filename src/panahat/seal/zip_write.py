"""Writes a ZIP by hand: same members, same bytes, whatever the clock, the user, the system or the folder.

Every date is 1980-01-01, no attributes, no extra fields, a fixed order; unchanged members are copied as packed. Deflate
is isal's igzip at level 2, pinned in `pyproject.toml`: on a 160 KB part it is eleven times as fast as zlib at level 6,
and the file grows by about a sixth. igzip chooses its code by the processor, so packed bytes are promised for one kind
of machine; everywhere the manifest's `contents` digest, which is over unpacked parts, is the proof.
"""

from __future__ import annotations

import struct
from collections.abc import Iterable, Mapping
from zlib import crc32

from isal import igzip_lib

from panahat.seal.zip_read import Member

LEVEL = 2
_1980 = 0x0021  # 1980-01-01 in the ZIP's own calendar
_LOCAL = struct.Struct("<4s5H3L2H")
_CENTRAL = struct.Struct("<4s6H3L5H2L")
_END = struct.Struct("<4s4H2LH")
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
