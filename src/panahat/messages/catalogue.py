"""A compiled gettext catalogue, asked text by text: a command says few of its texts, so it does not read them all.

The file (`.mo`) is the standard one; its texts are sorted, as the format demands, and looked up by halving.
"""

from __future__ import annotations

import struct
from pathlib import Path

_MAGIC = 0x950412DE
_HEAD = 20


class Catalogue:
    """The translations in the file `path`. ValueError where it is no catalogue of the usual byte order."""

    def __init__(self, path: Path) -> None:
        self._content = path.read_bytes()
        if len(self._content) < _HEAD:
            raise ValueError("no catalogue")
        magic, _, self._count, self._ids, self._texts = struct.unpack_from("<5I", self._content)
        if magic != _MAGIC:
            raise ValueError("no catalogue of the usual byte order")

    def text(self, id: str) -> str:
        """The translation of `id`, or `id` itself where there is none."""
        wanted = id.encode()
        low, high = 0, self._count
        while low < high:
            middle = (low + high) // 2
            found = self._entry(self._ids, middle)
            if found == wanted:
                return self._entry(self._texts, middle).decode()
            low, high = (middle + 1, high) if found < wanted else (low, middle)
        return id

    def _entry(self, table: int, n: int) -> bytes:
        length, at = struct.unpack_from("<2I", self._content, table + 8 * n)
        return self._content[at : at + length]
