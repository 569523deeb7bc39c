"""Finding entries of the registry by key, by article («592», «УПК 590»), or by words of their titles and texts."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from difflib import get_close_matches
from typing import Any, NamedTuple

from panahat.law.describing import SECTIONS, plain_data
from panahat.law.registry import Law

_NAMES = frozenset({"title", "short", "name", "official", "event", "article", "number", "symbol", "country"})
"""Fields by which an entry is known."""
_TEXTS = frozenset(
    {"gist", "text", "what", "use", "how", "note", "summary", "about", "body", "to", "posts", "programmes"}
)
_UNITS = frozenset("ст статья статьи статье ч часть п пункт пп подпункт бап бабы бөлік тармақ art article part".split())
_TOKEN = re.compile(r"[^\W_]+(?:-[^\W_]+)*")
_NUMBER = re.compile(r"(\d+(?:-\d+)*)(?:-[^\W\d]+)?$")


Words = tuple[set[str], set[str], set[str]]


class Hit(NamedTuple):
    """An entry that was found: its section, its key, and what it is called in each language."""

    section: str
    key: str
    title: Mapping[str, str]


def search(law: Law, text: str) -> list[Hit]:
    """Every entry that has all words of `text`, best first: those in its key, article or title before those in its text.

    A number is an article, part or point as written; a word fits however it is declined.
    """
    return _found(list(_entries(law)), _asked(text))


def near(law: Law, text: str, most: int = 4, section: str = "") -> list[str]:
    """Keys like `text`, else of what is found by the words most like those of `text`, or by one; of one section or any."""
    entries = [entry for entry in _entries(law) if section in ("", entry[0].section)]
    alike = get_close_matches(text.lower(), [hit.key for hit, _ in entries], most, 0.6)
    if alike:
        return alike
    known = sorted({word for _, words in entries for word in words[0] | words[1]})
    meant = [(get_close_matches(word, known, 1, 0.75) or [word])[0] for word in _asked(text)]
    found = _found(entries, meant) or [hit for word in meant for hit in _found(entries, [word])]
    return list(dict.fromkeys(hit.key for hit in found))[:most]


def _found(entries: Sequence[tuple[Hit, Words]], asked: Sequence[str]) -> list[Hit]:
    """The entries that have every word asked for, best first: 3 points for its names, 2 for its act's, 1 for its text."""
    rated = []
    for hit, words in entries:
        points = [next((3 - n for n, known in enumerate(words) if _fits(word, known)), 0) for word in asked]
        if points and all(points):
            rated.append((sum(points), hit))
    return [hit for _, hit in sorted(rated, key=lambda found: -found[0])]


def _asked(text: str) -> list[str]:
    words = _words(text)
    return [w for w in words if w not in _UNITS] or words


def _entries(law: Law) -> Iterator[tuple[Hit, Words]]:
    """Every entry with its words: of its names, of those of its act, of its text."""
    acts = {key: {w for text in (*act.title, *act.short) for w in _words(text or "")} for key, act in law.acts.items()}
    for kind, (section, name) in SECTIONS.items():
        for key, entry in getattr(law, section).items():
            names, texts = _own_words(plain_data(entry))
            parts = () if kind in ("norm", "deadline") else key.split("-")
            yield Hit(kind, key, _title(entry, name)), ({key, *names, *parts}, _act_words(law, entry, acts), texts)


def _own_words(value: Any, *, named: bool = False, told: bool = False) -> tuple[set[str], set[str]]:
    """The words of an entry's names, and of its texts."""
    if isinstance(value, str):
        return (set(_words(value)) if named else set()), (set(_words(value)) if told else set())
    pairs = value.items() if isinstance(value, Mapping) else [("", v) for v in value] if isinstance(value, list) else ()
    names: set[str] = set()
    texts: set[str] = set()
    for field, below in pairs:
        place = field in ("part", "point", "subpoint", "section")
        more = _own_words(below, named=named or field in _NAMES, told=told or place or field in _TEXTS)
        names |= more[0]
        texts |= more[1]
    return names, texts


def _act_words(law: Law, entry: Any, acts: Mapping[str, set[str]]) -> set[str]:
    """The names of the act that a norm or a period stands in."""
    norm = law.norms.get(getattr(entry, "norm", "")) if hasattr(entry, "norm") else entry
    return {word for version in getattr(norm, "versions", ()) for word in acts[version.act]}


def _title(entry: Any, name: str) -> dict[str, str]:
    words = getattr(entry, name)
    if words.ru is None and hasattr(entry, "versions"):
        words = entry.versions[-1].gist
    return {language: said for language, said in words._asdict().items() if said}


def _fits(word: str, known: set[str]) -> bool:
    if word in known:
        return True
    if word[0].isdigit() or len(word) < 3:
        return False
    stem = word if "-" in word else word[: max(4, len(word) - 2)]
    return any(other.startswith(stem) for other in known)


def _words(text: str) -> list[str]:
    found = _TOKEN.findall(text.lower().replace("ё", "е"))
    return [number[1] if (number := _NUMBER.match(word)) else word for word in found]
