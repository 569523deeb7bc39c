"""The word lists of `templates/language/`: what the rules of a language do not say, as data that anyone may correct."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from datetime import date
from functools import cache
from typing import Any

from msgspec.msgpack import Ext, decode, encode

from panahat import cache as disk
from panahat.library import shipped

_DAY = 1


@cache
def wordlist(name: str) -> dict[str, Any]:
    """The mapping in `templates/language/<name>.yaml`, read once a process; from the cache where it was read before."""
    content = (shipped() / "language" / f"{name}.yaml").read_bytes()
    digest = hashlib.sha256(content).hexdigest()
    read = _kept(disk.load("words", digest))
    if read is None:
        import yaml

        read = yaml.load(content, Loader=yaml.CSafeLoader)
        if not isinstance(read, dict):
            raise TypeError(f"language/{name}.yaml is not a mapping")
        _keep(digest, read)
    return read


def choices(language: str, group: str, field: str) -> dict[str, Any] | None:
    """The words of a language for the keys of a field of the schema: of that group's field, or of any field so called."""
    found = wordlist(f"{language}/lexicon")["choices"]
    named: dict[str, Any] | None = found.get(f"{group}.{field}") or found.get(field)
    return named


def narrowest(found: Mapping[str, Any], who: str) -> Any:
    """The entry for «female-younger-of-male», else «female-younger», else «female»; None where there is none of these."""
    names = (who, who.partition("-of-")[0], who.partition("-")[0])
    return next((found[name] for name in names if name in found), None)


def _keep(digest: str, read: dict[str, Any]) -> None:
    """Keeps a list of words, numbers and days."""
    entry = encode(_packed(read))
    if _kept(entry) == read:
        disk.store("words", digest, entry)


def _packed(read: Any) -> Any:
    """`read` with its days as the one extension of MessagePack that is used here."""
    if isinstance(read, dict):
        return {key: _packed(value) for key, value in read.items()}
    if isinstance(read, list):
        return [_packed(value) for value in read]
    return Ext(_DAY, read.isoformat().encode()) if isinstance(read, date) else read


def _kept(entry: bytes | None) -> dict[str, Any] | None:
    """What a cache entry holds; None where there is none or it is damaged."""
    try:
        found = decode(entry, ext_hook=_day) if entry else None
    except (ValueError, TypeError):
        return None
    return found if isinstance(found, dict) else None


def _day(_: int, text: memoryview) -> date:
    return date.fromisoformat(bytes(text).decode())


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
