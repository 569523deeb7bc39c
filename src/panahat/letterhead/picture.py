"""A logo as a bare picture: decoded, turned upright, laid on white and written anew, so that nothing beside it survives."""

from __future__ import annotations

import struct
import warnings
from collections.abc import Iterator
from io import BytesIO
from typing import TYPE_CHECKING
from zlib import adler32, crc32
from zlib import error as unpacking

from msgspec import Struct

from panahat.letterhead import codes
from panahat.problems import Problem, Refused

if TYPE_CHECKING:
    from PIL.Image import Image

LIMITS = {"bytes": 1_000_000, "pixels": 2_000_000}
"""How big a logo may be: its file, and the picture in it. Tests lower a row instead of making huge files."""

_SIGNATURE = b"\x89PNG\r\n\x1a\n"
_OF_THE_PICTURE = {
    "IHDR",
    "IDAT",
    "IEND",
    "PLTE",
    "tRNS",
    "gAMA",
    "sRGB",
    "cHRM",
    "pHYs",
    "sBIT",
    "bKGD",
    "APP0",
    "APP14",
}
"""Chunks of a PNG and segments of a JPEG that say how the picture looks, and nothing of its making."""
_NONE = (
    *(OSError, ValueError, SyntaxError, EOFError, LookupError, TypeError, ArithmeticError, MemoryError, Warning),
    *(struct.error, unpacking),
)
"""What decoders raise on bytes that are no picture."""
_BLOCK = 0xFFFF


class Picture(Struct, frozen=True):
    """A bare PNG, its size in pixels, and the names of what was left out."""

    png: bytes
    width: int
    height: int
    left_out: tuple[str, ...] = ()


def bare(content: bytes) -> Picture:
    """The picture in a PNG or JPEG file. Raises Refused where it is too large, or no such picture."""
    from PIL import Image, ImageOps

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            image = Image.open(BytesIO(content), formats=("PNG", "JPEG"))
            if image.width * image.height > LIMITS["pixels"]:
                raise too_large()
            image.load()
            left_out = tuple(dict.fromkeys(_more(content, image)))
            upright = ImageOps.exif_transpose(image).convert("RGBA")
    except (Image.DecompressionBombError, Image.DecompressionBombWarning):
        raise too_large() from None
    except _NONE:
        raise Refused([Problem(codes.NO_PICTURE)]) from None
    flat = Image.new("RGBA", upright.size, "white")
    flat.alpha_composite(upright)
    return Picture(_png(flat.convert("RGB")), flat.width, flat.height, left_out)


def too_large() -> Refused:
    """That the file or the picture is over its limit."""
    facts = {name: f"{limit:,}".replace(",", " ") for name, limit in LIMITS.items()}
    return Refused([Problem(codes.LOGO_TOO_LARGE, facts=facts)])


def _more(content: bytes, image: Image) -> Iterator[str]:
    """The names of everything in the file that is not the picture."""
    named = _chunks(content) if image.format == "PNG" else (name for name, _ in getattr(image, "applist", ()))
    yield from (name for name in named if name not in _OF_THE_PICTURE)
    if image.format == "JPEG" and not content.endswith(b"\xff\xd9"):
        yield "+"


def _chunks(content: bytes) -> Iterator[str]:
    """The names of a PNG's chunks; «+» for what stands behind the last one or is none."""
    at = len(_SIGNATURE)
    while at < len(content):
        size = int.from_bytes(content[at : at + 4])
        name = content[at + 4 : at + 8].decode("latin-1")
        if at + size + 12 > len(content) or not name.isalpha():
            yield "+"
            return
        yield name
        at += size + 12
        if name == "IEND" and at < len(content):
            yield "+"
            return


def _png(image: Image) -> bytes:
    """The picture as PNG, packed by nothing: no library's version changes its bytes; the document packs it."""
    row = image.width * 3
    pixels = image.tobytes()
    lines = b"".join(b"\0" + pixels[at : at + row] for at in range(0, len(pixels), row))
    blocks = [lines[at : at + _BLOCK] for at in range(0, len(lines), _BLOCK)]
    stored = b"".join(
        struct.pack("<BHH", n == len(blocks), len(block), len(block) ^ _BLOCK) + block
        for n, block in enumerate(blocks, 1)
    )
    head = struct.pack(">IIBBBBB", image.width, image.height, 8, 2, 0, 0, 0)
    data = b"\x78\x01" + stored + struct.pack(">I", adler32(lines))
    return _SIGNATURE + _chunk(b"IHDR", head) + _chunk(b"IDAT", data) + _chunk(b"IEND", b"")


def _chunk(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", crc32(name + data))
