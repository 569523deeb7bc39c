"""Photographs and scans as pictures of a PDF."""

from __future__ import annotations

import warnings
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from typing import Any

from msgspec import Struct
from pypdf.generic import ArrayObject, EncodedStreamObject, NameObject, NumberObject

from panahat.papers import codes
from panahat.papers.limits import LIMITS
from panahat.problems import Problem, Refused
from panahat.seal.pictures import JPEG, bare, tells

_MEASURE = 72 / 96
"""Points of a pixel where a picture says no size."""
_TURN = 0x0112
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
    from PIL import ImageOps

    with _opened(content) as (opened, turn):
        plain = content.startswith(JPEG) and opened.mode in ("L", "RGB", "CMYK") and turn in (1, *_QUARTERS)
        image = _jpeg(content, opened) if plain else _raster(ImageOps.exif_transpose(opened))
    width, height = (int(image[f"/{side}"]) * _MEASURE for side in ("Width", "Height"))
    return Picture(image, width, height, _QUARTERS.get(turn, 0) if plain else 0, tells(content))


def upright(content: bytes, cut: tuple[float, float, float, float] = (0, 0, 0, 0)) -> bytes:
    """The JPEG or PNG without what it tells, turned as a viewer shows it, and without what is cut off it.

    `cut` are shares of its sides: left, top, right, bottom. Pixels stay as they are where nothing is turned or cut. Raises
    Refused as `picture` does.
    """
    from PIL import ImageOps

    with _opened(content) as (opened, turn):
        if turn == 1 and not any(cut):
            return bare(content)
        made, form = ImageOps.exif_transpose(opened), opened.format
        left, top, right, bottom = cut
        width, height = made.size
        box = round(left * width), round(top * height), round((1 - right) * width), round((1 - bottom) * height)
        out = BytesIO()
        made.crop(box).save(out, format=form, **({"quality": 95} if form == "JPEG" else {}))
        return bare(out.getvalue())


@contextmanager
def _opened(content: bytes) -> Iterator[tuple[Any, int]]:
    """The decoded picture, and how EXIF says it is to be turned; raises Refused whatever a decoder raises."""
    from PIL import Image

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            opened = Image.open(BytesIO(content), formats=("PNG", "JPEG"))
            if opened.width * opened.height > LIMITS["pixels"]:
                raise Refused([Problem(codes.TOO_MANY_PIXELS, facts={"limit": str(LIMITS["pixels"] // 1_000_000)})])
            opened.load()
            yield opened, int(opened.getexif().get(_TURN, 1)) if content.startswith(JPEG) else 1
    except Refused:
        raise
    except Exception:  # noqa: BLE001 - a decoder may fail on damaged bytes in any way
        raise Refused([Problem(codes.DAMAGED)]) from None


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
