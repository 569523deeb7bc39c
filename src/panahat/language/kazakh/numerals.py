"""Cardinal and ordinal numbers in words. Kazakh numerals are regular, so no library is asked."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from panahat.language.wordlists import wordlist

LIST = "kk/numerals"
_GREAT = (1_000_000_000, 1_000_000, 1000, 100)


def words(n: int) -> str:
    """`n` in words: «он екі», «бес жүз тоқсан екі», «мың», «екі мың»; ValueError below 0 and from 10¹² up."""
    return " ".join(_word(value, 0) for value in _values(n))


def ordinal(n: int) -> str:
    """`n` as an ordinal word: «бірінші», «он екінші», «жүз тоқсан тоғызыншы»; ValueError below 1 and from 10¹² up."""
    if n < 1:
        raise ValueError("an ordinal number begins at 1")
    *head, last = _values(n)
    return " ".join([*(_word(value, 0) for value in head), _word(last, 1)])


def _values(n: int) -> Iterator[int]:
    """The values of the words of `n`, in order: 592 gives 5, 100, 90, 2."""
    if not 0 <= n < 10**12:
        raise ValueError("a number from 0 up to 999 999 999 999")
    for great in _GREAT:
        many, n = divmod(n, great) if n >= great else (0, n)
        if many > 1 or (many == 1 and great > 1000):
            yield from _values(many)
        if many:
            yield great
        if many and not n:
            return
    if n >= 10 and n % 10:
        yield n - n % 10
    yield n % 10 or n


def _word(value: int, column: int) -> str:
    read: Mapping[Any, list[str]] = wordlist(LIST)
    return read[value][column]
