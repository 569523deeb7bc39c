"""The letters of stamps: one open font with Cyrillic and Kazakh, measured, broken into lines and written into a page."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from functools import cached_property
from pathlib import Path
from typing import Any

from pypdf import PdfWriter
from pypdf.generic import (
    ArrayObject,
    DecodedStreamObject,
    DictionaryObject,
    NameObject,
    NumberObject,
    StreamObject,
    TextStringObject,
)

NAME = "/PanahatLetters"
_FILE = Path(__file__).with_name("letters.ttf")
_CALLED = "PANAHA+DejaVuSansCondensed"
_MAP = """/CIDInit /ProcSet findresource begin 12 dict begin begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def /CMapType 2 def
1 begincodespacerange <0000> <FFFF> endcodespacerange
{blocks}
endcmap CMapName currentdict /CMap defineresource pop end end"""


class Ink:
    """The font, read once: which letters it has, how wide each is, and how it goes into a PDF."""

    @cached_property
    def _tables(self) -> dict[str, bytes]:
        content = _FILE.read_bytes()
        heads = (content[at : at + 16] for at in range(12, 12 + 16 * struct.unpack_from(">H", content, 4)[0], 16))
        places = (struct.unpack(">4s4xLL", head) for head in heads)
        return {name.decode("ascii"): content[at : at + length] for name, at, length in places} | {"": content}

    @cached_property
    def glyphs(self) -> dict[str, int]:
        """The number of the glyph of each letter (a map of format 4)."""
        cmap = self._tables["cmap"]
        start = struct.unpack_from(">4xHHL", cmap)[2]
        count = struct.unpack_from(">6xH", cmap, start)[0] // 2
        ends, starts, deltas, offsets = (
            struct.unpack_from(f">{count}H", cmap, start + 14 + 2 * count * n + 2 * bool(n)) for n in range(4)
        )
        base = start + 16 + 6 * count
        found: dict[str, int] = {}
        for n in range(count - 1):
            for code in range(starts[n], ends[n] + 1):
                glyph = code
                if offsets[n]:
                    (glyph,) = struct.unpack_from(">H", cmap, base + 2 * n + offsets[n] + 2 * (code - starts[n]))
                found[chr(code)] = (glyph + deltas[n]) & 0xFFFF
        return found

    @cached_property
    def _widths(self) -> list[int]:
        """The width of each glyph in thousandths of the size."""
        unit = struct.unpack_from(">18xH", self._tables["head"])[0]
        wide = struct.unpack_from(">34xH", self._tables["hhea"])[0]
        given = [struct.unpack_from(">H", self._tables["hmtx"], 4 * n)[0] * 1000 // unit for n in range(wide)]
        return given + [given[-1]] * (struct.unpack_from(">4xH", self._tables["maxp"])[0] - wide)

    def lacks(self, text: str) -> bool:
        """Whether `text` has a letter that the font has not."""
        return not set(text) <= self.glyphs.keys()

    def width(self, text: str, size: float) -> float:
        """How wide `text` is at `size`, in points."""
        return sum(self._widths[self.glyphs.get(c, 0)] for c in text) * size / 1000

    def lines(self, text: str, size: float, room: float, most: int) -> list[str]:
        """`text` in at most `most` lines of that width, broken at spaces; what does not fit ends in «…»."""
        lines = [""]
        for word in text.split(" "):
            longer = f"{lines[-1]} {word}".strip(" ")
            if lines[-1] and self.width(longer, size) > room:
                lines.append(word)
            else:
                lines[-1] = longer
        if len(lines) > most:
            lines = [*lines[: most - 1], " ".join(lines[most - 1 :])]
        return [self._cut(line, size, room) for line in lines]

    def _cut(self, line: str, size: float, room: float) -> str:
        if self.width(line, size) <= room:
            return line
        while line and self.width(f"{line}…", size) > room:
            line = line[:-1]
        return f"{line.rstrip()}…"

    def written(self, text: str, size: float, x: float, y: float) -> str:
        """What a page's content says to show `text` at that place."""
        glyphs = "".join(f"{self.glyphs.get(c, 0):04X}" for c in text)
        return f"BT {NAME} {size:g} Tf {x:.2f} {y:.2f} Td <{glyphs}> Tj ET"

    def font(self, writer: PdfWriter) -> Any:
        """The font as an object of `writer`; to be put into the resources of a page under NAME."""
        add = writer._add_object
        head, hhea = self._tables["head"], self._tables["hhea"]
        unit = struct.unpack_from(">18xH", head)[0]
        box = [n * 1000 // unit for n in struct.unpack_from(">36x4h", head)]
        rise, fall = (n * 1000 // unit for n in struct.unpack_from(">4x2h", hhea))
        file = _stream(self._tables[""], {"/Length1": NumberObject(len(self._tables[""]))})
        descriptor = DictionaryObject({NameObject("/Type"): NameObject("/FontDescriptor")})
        descriptor.update(
            {
                NameObject("/FontName"): NameObject(f"/{_CALLED}"),
                NameObject("/Flags"): NumberObject(4),
                NameObject("/FontBBox"): ArrayObject([NumberObject(n) for n in box]),
                NameObject("/ItalicAngle"): NumberObject(0),
                NameObject("/Ascent"): NumberObject(rise),
                NameObject("/Descent"): NumberObject(fall),
                NameObject("/CapHeight"): NumberObject(729),
                NameObject("/StemV"): NumberObject(80),
                NameObject("/FontFile2"): add(file),
            }
        )
        inner = _named(
            {
                "/Type": NameObject("/Font"),
                "/Subtype": NameObject("/CIDFontType2"),
                "/BaseFont": NameObject(f"/{_CALLED}"),
                "/CIDSystemInfo": _named(
                    {
                        "/Registry": TextStringObject("Adobe"),
                        "/Ordering": TextStringObject("Identity"),
                        "/Supplement": NumberObject(0),
                    }
                ),
                "/FontDescriptor": add(descriptor),
                "/CIDToGIDMap": NameObject("/Identity"),
                "/W": ArrayObject([NumberObject(0), ArrayObject([NumberObject(w) for w in self._widths])]),
            }
        )
        return add(
            _named(
                {
                    "/Type": NameObject("/Font"),
                    "/Subtype": NameObject("/Type0"),
                    "/BaseFont": NameObject(f"/{_CALLED}"),
                    "/Encoding": NameObject("/Identity-H"),
                    "/DescendantFonts": ArrayObject([add(inner)]),
                    "/ToUnicode": add(_stream(_MAP.format(blocks="\n".join(self._blocks())).encode("ascii"))),
                }
            )
        )

    def _blocks(self) -> Iterator[str]:
        """Which letter each glyph shows, at most a hundred a block."""
        pairs = [f"<{glyph:04X}> <{ord(letter):04X}>" for letter, glyph in self.glyphs.items() if glyph]
        for at in range(0, len(pairs), 100):
            block = pairs[at : at + 100]
            yield "\n".join([f"{len(block)} beginbfchar", *block, "endbfchar"])


INK = Ink()


def _named(values: dict[str, Any]) -> DictionaryObject:
    return DictionaryObject({NameObject(name): value for name, value in values.items()})


def _stream(content: bytes, more: dict[str, Any] | None = None) -> StreamObject:
    """A compressed stream."""
    plain = DecodedStreamObject()
    plain.set_data(content)
    made: StreamObject = plain.flate_encode()
    made.update(_named(more or {}))
    return made
