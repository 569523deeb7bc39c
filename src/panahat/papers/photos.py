"""Photographs and scans as pictures of a PDF, and what a JPEG tells of its making."""

from __future__ import annotations

import struct
import warnings
import zlib
from collections.abc import Iterator
from io import BytesIO
from typing import Any

from msgspec import Struct
from pypdf.generic import ArrayObject, EncodedStreamObject, NameObject, NumberObject

from panahat.messages import N_
from panahat.papers import codes
from panahat.papers.limits import LIMITS
from panahat.problems import Problem, Refused

JPEG, PNG = b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n"
CAMERA, PLACE = N_("camera or scanner, time (EXIF)"), N_("place (GPS)")
_MEASURE = 72 / 96
"""Points of a pixel where a picture says no size."""
_LOOKS = {0xE0, 0xEE}
"""Segments of a JPEG that say how it looks (JFIF, Adobe); all other APPn and comments tell of its making."""
_GPS, _TURN = 0x8825, 0x0112
_QUARTERS = {3: 180, 6: 90, 8: 270}


class Picture(Struct, frozen=True):
    """A picture as an object of a PDF, its size in points, how far it's to be turned, and what it tells of its making."""

    image: EncodedStreamObject
    width: float
    height: float
    turned: int
    tells: tuple[str, ...]


def picture(content: bytes) -> Picture:
    """The picture in a JPEG or PNG file. Raises Refused where it cannot be read or is too large."""
    from PIL import Image, ImageOps

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            opened = Image.open(BytesIO(content), formats=("PNG", "JPEG"))
            if opened.width * opened.height > LIMITS["pixels"]:
                raise Refused([Problem(codes.TOO_MANY_PIXELS, facts={"limit": str(LIMITS["pixels"] // 1_000_000)})])
            opened.load()
            turn = int(opened.getexif().get(_TURN, 1)) if content.startswith(JPEG) else 1
            plain = content.startswith(JPEG) and opened.mode in ("L", "RGB", "CMYK") and turn in (1, *_QUARTERS)
            if plain:
                image = _jpeg(content, opened)
            else:
                image = _raster(ImageOps.exif_transpose(opened))
    except Refused:
        raise
    except Exception:  # noqa: BLE001 - a decoder may fail on damaged bytes in any way
        raise Refused([Problem(codes.DAMAGED)]) from None
    width, height = (int(image[f"/{side}"]) * _MEASURE for side in ("Width", "Height"))
    told = tuple(dict.fromkeys(jpeg_tells(content) if content.startswith(JPEG) else _png_tells(content)))
    return Picture(image, width, height, _QUARTERS.get(turn, 0) if plain else 0, told)


def _jpeg(content: bytes, opened: Any) -> EncodedStreamObject:
    space = {"L": "/DeviceGray", "RGB": "/DeviceRGB", "CMYK": "/DeviceCMYK"}[opened.mode]
    made = _image(content, opened, space, 8, "/DCTDecode")
    if opened.mode == "CMYK" and "adobe" in opened.info:
        made[NameObject("/Decode")] = ArrayObject([NumberObject(n) for n in (1, 0) * 4])
    return made


def _raster(opened: Any) -> EncodedStreamObject:
    """The pixels alone, on white."""
    from PIL import Image

    if opened.mode in ("RGBA", "LA", "PA") or "transparency" in opened.info:
        upper = opened.convert("RGBA")
        ground = Image.new("RGBA", upper.size, "white")
        ground.alpha_composite(upper)
        opened = ground.convert("RGB")
    elif opened.mode not in ("1", "L", "RGB"):
        opened = opened.convert("L" if opened.mode.startswith("I") else "RGB")
    space = "/DeviceRGB" if opened.mode == "RGB" else "/DeviceGray"
    bits = 1 if opened.mode == "1" else 8
    return _image(zlib.compress(opened.tobytes(), 6), opened, space, bits, "/FlateDecode")


def _image(data: bytes, opened: Any, space: str, bits: int, packed: str) -> EncodedStreamObject:
    made = EncodedStreamObject()
    made._data = data
    for name, value in (
        ("/Type", NameObject("/XObject")),
        ("/Subtype", NameObject("/Image")),
        ("/Width", NumberObject(opened.width)),
        ("/Height", NumberObject(opened.height)),
        ("/ColorSpace", NameObject(space)),
        ("/BitsPerComponent", NumberObject(bits)),
        ("/Filter", NameObject(packed)),
    ):
        made[NameObject(name)] = value
    return made


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
    at = len(PNG)
    while at + 8 <= len(content):
        length, name = struct.unpack_from(">L4s", content, at)
        if name in (b"tEXt", b"zTXt", b"iTXt"):
            yield N_("notes of the program (XMP, IPTC, comments)")
        elif name == b"eXIf":
            yield CAMERA
            if _has_place(content[at + 8 : at + 8 + length]):
                yield PLACE
        elif name == b"tIME":
            yield N_("times")
        at += 12 + length
