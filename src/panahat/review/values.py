"""Values of facts as a reader of changes needs them."""

from __future__ import annotations

_LENGTH = 120
_KEYS = 3


def short(value: object) -> str:
    """A value in a few words: a text as written, a group by its first keys, a list by its items; «» for none."""
    return _cut(_words(value))


def _words(value: object) -> str:
    if isinstance(value, dict):
        told = [(k, v) for k, v in value.items() if v not in (None, [], {})]
        return "; ".join(f"{k}: {_words(v)}" for k, v in told[:_KEYS])
    if isinstance(value, list):
        return ", ".join(map(_words, value))
    return "" if value is None else " ".join(str(value).split())


def _cut(text: str) -> str:
    return text if len(text) <= _LENGTH else text[: _LENGTH - 1] + "…"
