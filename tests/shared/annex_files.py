"""Files of annexes made by code; run as a program, it writes those of the worked cases, each with the pages that its case says.

They are what they say: invented papers for an example. A file that has its pages is left alone.
"""

from __future__ import annotations

import sys
import zlib
from collections.abc import Sequence
from functools import cache
from io import BytesIO
from pathlib import Path

import yaml

CASES = Path(__file__).resolve().parents[2] / "cases"
_WORDS = "Вымышленный документ для примера"
_FIRST = 161
_LETTERS = sorted(set(_WORDS) - {" "})
_WIDTH = 556


def _glyph(letter: str) -> str:
    """The name of a Cyrillic letter in the lists of Adobe."""
    code = ord(letter)
    return (
        f"afii{code - 0x410 + 10017 + (code > 0x415)}"
        if code < 0x430
        else f"afii{code - 0x430 + 10065 + (code > 0x435)}"
    )


def paper(label: str, pages: int) -> bytes:
    """A PDF of so many pages that says what it is."""
    encoded = " ".join(f"/{_glyph(c)}" for c in _LETTERS)
    words = ("".join(f"{_FIRST + _LETTERS.index(c):02X}" for c in word) for word in _WORDS.split())
    shown = "-278".join(f"<{word}>" for word in words)
    widths = " ".join([str(_WIDTH)] * len(_LETTERS))
    pairs = "\n".join(f"<{_FIRST + n:02X}> <{ord(c):04X}>" for n, c in enumerate(_LETTERS))
    to_unicode = zlib.compress(
        b"/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /X def /CMapType 2 def\n"
        b"1 begincodespacerange <00> <FF> endcodespacerange\n"
        + f"{len(_LETTERS)} beginbfchar\n{pairs}\nendbfchar\nendcmap end end".encode()
    )
    font = (
        f"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/FirstChar {_FIRST}/LastChar {_FIRST + len(_LETTERS) - 1}"
        f"/Widths[{widths}]/Encoding<</Type/Encoding/Differences[{_FIRST} {encoded}]>>/ToUnicode 4 0 R>>"
    )
    objects: list[bytes] = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        f"<</Type/Pages/Kids[{' '.join(f'{6 + 2 * n} 0 R' for n in range(pages))}]/Count {pages}>>".encode(),
        font.encode(),
        f"<</Length {len(to_unicode)}/Filter/FlateDecode>>stream\n".encode() + to_unicode + b"\nendstream",
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    ]
    for n in range(pages):
        text = (
            f"BT /F 20 Tf 90 700 Td [{shown}] TJ ET BT /G 12 Tf 90 670 Td ({label}, {n + 1} / {pages}) Tj ET".encode()
        )
        objects.append(
            f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents {7 + 2 * n} 0 R"
            f"/Resources<</Font<</F 3 0 R/G 5 0 R>>>>>>".encode()
        )
        objects.append(f"<</Length {len(text)}>>stream\n".encode() + text + b"\nendstream")
    return written(objects)


def written(objects: Sequence[bytes], trailer: str = "/Root 1 0 R") -> bytes:
    """The objects, numbered from 1, as a PDF."""
    out = b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n"
    places = []
    for n, content in enumerate(objects, 1):
        places.append(len(out))
        out += f"{n} 0 obj\n".encode() + content + b"\nendobj\n"
    table = "".join(f"{at:010} 00000 n \n" for at in places)
    head = f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}trailer\n<</Size {len(objects) + 1}{trailer}>>\n"
    return out + head.encode() + f"startxref\n{len(out)}\n%%EOF\n".encode()


def photo(*, form: str = "JPEG", turned: int = 1, mode: str = "RGB", size: tuple[int, int] = (60, 40)) -> bytes:
    """A photograph that tells of its camera and its place."""
    from PIL import Image

    exif = Image.Exif()
    exif[0x010F], exif[0x0112] = "Secret-1234", turned
    exif.get_ifd(0x8825).update({1: "N", 2: (43.0, 14.0, 0.0)})
    out = BytesIO()
    Image.new(mode, size, "navy" if mode == "RGB" else 1).save(out, form, exif=exif)
    return out.getvalue()


def with_root(extra: bytes, *objects: bytes, page: bytes = b"", info: bytes = b"<<>>") -> bytes:
    """A PDF of one page with more in its root or page."""
    head = [
        b"<</Type/Catalog/Pages 2 0 R" + extra + b">>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R" + (b"" if b"/MediaBox" in page else b"/MediaBox[0 0 595 842]") + page + b">>",
        info,
    ]
    return written([*head, *objects], "/Root 1 0 R/Info 4 0 R")


@cache
def annexes() -> tuple[tuple[Path, str, int], ...]:
    """(file, label, pages) of every annex of a worked case."""
    cases = (yaml.load(case.read_bytes(), yaml.CSafeLoader) for case in sorted(CASES.glob("*.yaml")))
    listed = [annex for case in cases for annex in case.get("annexes", ()) if "file" in annex]
    files = [(CASES / annex["file"], int(annex["pages"])) for annex in listed]
    return tuple((file, f"{file.parent.name} / {file.stem}", pages) for file, pages in files)


if __name__ == "__main__":
    from pypdf import PdfReader

    for file, label, pages in annexes():
        if not file.is_file() or len(PdfReader(file).pages) != pages:
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(paper(label, pages))
            sys.stdout.write(f"{file.relative_to(CASES)}: {pages}\n")
