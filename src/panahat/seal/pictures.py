"""Pictures byte by byte: what a JPEG or PNG tells of its making, and the same picture without it."""

from __future__ import annotations

import struct
from collections.abc import Iterator

from panahat.messages import N_

JPEG, PNG = b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n"
CAMERA, PLACE = N_("camera or scanner, time (EXIF)"), N_("place (GPS)")
_LOOKS = {0xE0, 0xEE}
"""Segments of a JPEG that say how it looks (JFIF, Adobe); all other APPn and comments tell of its making."""
_PIXELS = (b"IHDR", b"PLTE", b"tRNS", b"IDAT", b"IEND")
"""Chunks of a PNG that are the picture; all others are told of or left out."""
_GPS = 0x8825


def tells(content: bytes) -> tuple[str, ...]:
    """What a picture tells of its making, each kind once: never a value."""
    return tuple(dict.fromkeys(jpeg_tells(content) if content.startswith(JPEG) else _png_tells(content)))


def bare(content: bytes) -> bytes:
    """The JPEG or PNG without anything that tells of its making; the pixels are untouched."""
    return bare_jpeg(content) if content.startswith(JPEG) else _bare_png(content)


def is_bare(content: bytes) -> bool:
    """Whether a picture is a JPEG or PNG with its pixels and nothing else: no text, time, device or colour profile."""
    return content.startswith((JPEG, PNG)) and bare(content) == content


def _bare_png(content: bytes) -> bytes:
    return PNG + b"".join(whole for name, _, whole in _chunks(content) if name in _PIXELS)


def _chunks(content: bytes) -> Iterator[tuple[bytes, bytes, bytes]]:
    """(name, body, the whole chunk) up to the end of the picture."""
    at = len(PNG)
    while at + 12 <= len(content):
        length, name = struct.unpack_from(">L4s", content, at)
        yield name, content[at + 8 : at + 8 + length], content[at : at + 12 + length]
        at += 12 + length
        if name == b"IEND":
            return


def jpeg_tells(content: bytes) -> Iterator[str]:
    """What a JPEG tells of its making: names of kinds, never a value."""
    for marker, body, _ in _segments(content):
        if marker == 0xE1 and body.startswith(b"Exif\0"):
            yield CAMERA
            if _has_place(body[6:]):
                yield PLACE
        elif marker in (0xE1, 0xED, 0xFE):
            yield N_("notes of the program (XMP, IPTC, comments)")


def bare_jpeg(content: bytes) -> bytes:
    """The JPEG without anything that tells of its making; the pixels are untouched."""
    return JPEG[:2] + b"".join(
        whole
        for marker, _, whole in _segments(content)
        if not (0xE0 <= marker <= 0xEF or marker == 0xFE) or marker in _LOOKS
    )


def _segments(content: bytes) -> Iterator[tuple[int, bytes, bytes]]:
    """(marker, body, the whole segment) up to the end of the picture; the scan goes with the segment that opens it."""
    at = 2
    while at + 4 <= len(content) and content[at] == 0xFF:
        marker = content[at + 1]
        if marker == 0xD9:
            yield marker, b"", content[at : at + 2]
            return
        if marker == 0xFF:
            at += 1
            continue
        (length,) = struct.unpack_from(">H", content, at + 2)
        end = at + 2 + length
        if marker == 0xDA:
            while (end := content.find(b"\xff", end)) != -1 and content[end + 1 : end + 2] in _INSIDE:
                end += 2
            end = len(content) if end == -1 else end
        yield marker, content[at + 4 : at + 2 + length], content[at:end]
        at = end
    if content[at : at + 2] == b"\xff\xd9":
        yield 0xD9, b"", b"\xff\xd9"


_INSIDE = {b"\0", *(bytes([n]) for n in range(0xD0, 0xD8))}
"""What may follow 0xFF inside a scan."""


def _has_place(tiff: bytes) -> bool:
    """Whether EXIF data has a list of places."""
    from PIL import Image

    try:
        found = Image.Exif()
        found.load(b"Exif\0\0" + tiff)
        return bool(found.get_ifd(_GPS))
    except Exception:  # noqa: BLE001 - data that cannot be read tells nothing
        return False


def _png_tells(content: bytes) -> Iterator[str]:
    """What a PNG tells of its making."""
    for name, body, _ in _chunks(content):
        if name in (b"tEXt", b"zTXt", b"iTXt"):
            yield N_("notes of the program (XMP, IPTC, comments)")
        elif name == b"eXIf":
            yield CAMERA
            if _has_place(body):
                yield PLACE
        elif name == b"tIME":
            yield N_("times")
