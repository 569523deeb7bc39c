"""The validated law as one block of bytes: an index line, then every entry as its own piece of JSON.

Opening it reads the index only; an entry is parsed when it is asked for, so a command that needs ten norms does not
build four hundred.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any, Generic, TypeVar

from msgspec.json import decode, encode

FORMAT = 5
"""Raised whenever entries change their form, so that an older cache is not used."""

T = TypeVar("T")
Index = dict[str, dict[str, list[int]]]


def pack(sections: Mapping[str, Mapping[str, Any]], newest: str) -> bytes:
    """The store of the sections (name -> key -> entry); `newest` is the latest day on which an entry was checked."""
    index: Index = {}
    pieces: list[bytes] = []
    at = 0
    for name, entries in sections.items():
        index[name] = {}
        for key, entry in entries.items():
            piece = encode(entry)
            index[name][key] = [at, len(piece)]
            pieces.append(piece)
            at += len(piece)
    head = encode({"format": FORMAT, "newest": newest, "length": at, "index": index})
    return head + b"\n" + b"".join(pieces)


class Store:
    """An opened store; ValueError if the bytes are none of this format, or not whole."""

    def __init__(self, content: bytes) -> None:
        end = content.find(b"\n")
        if end < 0:
            raise ValueError("no index")
        head = decode(content[:end])
        if head["format"] != FORMAT or head["length"] != len(content) - end - 1:
            raise ValueError("another format, or cut short")
        self.newest: str = head["newest"]
        self._index: Index = head["index"]
        self._body = memoryview(content)[end + 1 :]

    def section(self, name: str, build: Callable[[Any], T]) -> Entries[T]:
        """The entries of one section, each built by `build` when it is first asked for."""
        return Entries(self._body, self._index[name], build)

    @property
    def sections(self) -> tuple[str, ...]:
        """The names of all sections."""
        return tuple(self._index)

    def raw(self, section: str, key: str) -> Any:
        """An entry as plain data; None where the section has none of that key."""
        at, length = self._index[section].get(key, (0, 0))
        return decode(self._body[at : at + length]) if length else None


class Entries(Mapping[str, T], Generic[T]):
    """Entries by key, built on demand and kept."""

    __slots__ = ("_body", "_build", "_built", "_index")

    def __init__(self, body: memoryview, index: dict[str, list[int]], build: Callable[[Any], T]) -> None:
        self._body, self._index, self._build = body, index, build
        self._built: dict[str, T] = {}

    def __getitem__(self, key: str) -> T:
        if key not in self._built:
            at, length = self._index[key]
            self._built[key] = self._build(decode(self._body[at : at + length]))
        return self._built[key]

    def __contains__(self, key: object) -> bool:
        return key in self._index

    def __iter__(self) -> Iterator[str]:
        return iter(self._index)

    def __len__(self) -> int:
        return len(self._index)
