"""The word lists of `templates/language/`: what the rules of a language do not say, as data that anyone may correct."""

from __future__ import annotations

from functools import cache
from typing import Any

from panahat.shelf import shipped


@cache
def wordlist(name: str) -> dict[str, Any]:
    """The mapping in `templates/language/<name>.yaml`, read once a process."""
    import yaml

    read = yaml.load((shipped() / "language" / f"{name}.yaml").read_bytes(), Loader=yaml.CSafeLoader)
    if not isinstance(read, dict):
        raise TypeError(f"language/{name}.yaml is not a mapping")
    return read


@cache
def words(name: str, key: str) -> frozenset[str]:
    """The words written, apart by spaces, under `key` of the list `name`."""
    return frozenset(wordlist(name)[key].split())


@cache
def pairs(name: str, key: str) -> dict[str, str]:
    """The words under `key` written as «word=other»."""
    out: dict[str, str] = {}
    for item in wordlist(name)[key].split():
        word, _, other = item.partition("=")
        out[word] = other
    return out
