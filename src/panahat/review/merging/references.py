"""Numbers of annexes, sections and norms that the new draft changed and the lawyer's kept text still names as they were.

What a number counts is learnt from the drafts themselves: where «приложение 3» became «приложение 4», or «3-қосымша»
«4-қосымша», every other «приложения 3» means the same. Of numbers at the head of a paragraph it is learnt from `places`, the
words that stand before a number («раздел 5»).
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Iterator, Sequence

from panahat.aligning import align
from panahat.review.comparing import Change, pieces
from panahat.review.document import Document, Unit

_STEM = 5
_NUMBER = re.compile(r"(?<![\w.,:/–-])\d+(?:\.\d+)*(?![\d/:]|[.,]\d)")
_BEFORE = re.compile(r"([^\W\d_]{2,}\.?)\s*(?:\d[\d\s,–-]*(?:[^\W\d_]{1,4}\s)?)*$")
_AFTER = re.compile(r"-([^\W\d_]{2,})")
_Key = tuple[str, str]


def renumbered(
    base: Document, ours: Document, merged: Document, places: Container[str]
) -> Iterator[tuple[Unit, str, str]]:
    """(paragraph of the result, «приложение 3» as it says, the number that is meant now) of every such place."""
    pairs = list(_pairs(base.units, ours.units))
    known = _learnt(pairs)
    heads = _heads(pairs)
    fresh = {u.text for u in ours.units}
    used = {key for text in fresh for key, _ in _mentions(text)}
    for unit in merged.units:
        if unit.text in fresh:
            continue
        for key, said in _mentions(unit.text):
            head = heads.get(key[1]) if key not in used and said.split()[0].lower() in places else None
            now = known.get(key) or head
            if now:
                yield unit, said, now


def _pairs(old: Sequence[Unit], new: Sequence[Unit]) -> Iterator[tuple[Unit, Unit]]:
    for pair in align([u.text for u in old], [u.text for u in new]):
        if pair.old is not None and pair.new is not None:
            yield old[pair.old], new[pair.new]


def _learnt(pairs: Iterable[tuple[Unit, Unit]]) -> dict[_Key, str]:
    """The number that is now meant, by the beginning of the word that it belongs to and the former number."""
    found: dict[_Key, set[str]] = {}
    for old, new in pairs:
        for piece in pieces(old.text, new.text):
            was, now = piece.old.strip(), piece.new.strip()
            named = {key for key, _ in _mentions(old.text, piece.at, piece.at + len(piece.old))}
            if not piece.changed:
                for key in named:
                    found.setdefault(key, set()).add(key[1])
            elif len(named) == 1 and _NUMBER.fullmatch(was) and _NUMBER.fullmatch(now):
                found.setdefault(named.pop(), set()).add(now)
    return {key: now for key, numbers in found.items() if len(numbers) == 1 and (now := min(numbers)) != key[1]}


def _heads(pairs: Iterable[tuple[Unit, Unit]]) -> dict[str, str]:
    """Former numbers at the heads of paragraphs of the text, with what they are now."""
    told = (Change("", old, new).numbers for old, new in pairs if old.text != new.text or old.label != new.label)
    return dict(numbers for numbers in told if numbers)


def _mentions(text: str, start: int = 0, end: int | None = None) -> Iterator[tuple[_Key, str]]:
    """((beginning of the word, number), both as they stand) of every counted thing that `text` names."""
    for found in _NUMBER.finditer(text):
        if found.start() < start or (end is not None and found.end() > end):
            continue
        after = _AFTER.match(text, found.end())
        before = None if after else _BEFORE.search(text[max(0, found.start() - 60) : found.start()])
        word = after or before
        if word:
            said = f"{found[0]}-{after[1]}" if after else f"{word[1]} {found[0]}"
            yield (word[1].rstrip(".")[:_STEM].lower(), found[0]), said
