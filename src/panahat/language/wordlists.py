"""The word lists of `templates/language/`: what the rules of a language do not say, as data that anyone may correct."""

from __future__ import annotations

import hashlib
import json
from datetime import date
from functools import cache
from typing import Any

from panahat import cache as disk
from panahat.library import shipped

_DAY = "!day"


@cache
def wordlist(name: str) -> dict[str, Any]:
    """The mapping in `templates/language/<name>.yaml`, read once a process; as JSON from the cache where it was read before."""
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


def _keep(digest: str, read: dict[str, Any]) -> None:
    """Keeps a list that JSON can hold, days marked; one with numbered keys is read as YAML each time."""
    entry = json.dumps(read, ensure_ascii=False, default=lambda day: {_DAY: day.isoformat()})
    if _kept(entry.encode()) == read:
        disk.store("words", digest, entry.encode())


def _kept(entry: bytes | None) -> dict[str, Any] | None:
    """What a cache entry holds; None where there is none or it is damaged."""
    try:
        found = json.loads(entry, object_hook=_revived) if entry else None
    except (ValueError, TypeError):
        return None
    return found if isinstance(found, dict) else None


def _revived(read: dict[str, Any]) -> Any:
    return date.fromisoformat(read[_DAY]) if _DAY in read else read


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
