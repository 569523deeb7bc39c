"""What an entry says, as one number: it changes when the entry changes, and with nothing else."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from panahat.law.registry import Law

_NAMED = {"act": "acts", "norm": "norms", "rule": "counting"}
_APART = ("acts", "calendar", "sources")


def entry_digest(law: Law, key: str) -> str:
    """SHA-256 in hexadecimal over everything that the registry says under `key`; «» where it has no such entry.

    Counted in are the act of each version and, of a period, its norm and the rule it is counted by. Where several
    sections use the key (a norm and its dual criminality), all of them count. Neither the order of files and entries
    nor the layout of a file changes it.
    """
    return next(iter(entry_digests(law, (key,)).values()), "")


def entry_digests(law: Law, keys: Iterable[str]) -> dict[str, str]:
    """`entry_digest` of each of the keys that the registry has, in order of the keys."""
    known: dict[tuple[str, str], bytes] = {}
    sections = [name for name in law.casket.sections if name not in _APART]
    out: dict[str, str] = {}
    for key in sorted(set(keys)):
        found = {place for section in sections for place in _reach(law, (section, key), known)}
        if found:
            total = hashlib.sha256()
            for place in sorted(found):
                total.update("\0".join(place).encode() + b"\0" + known[place])
            out[key] = total.hexdigest()
    return out


def _reach(law: Law, place: tuple[str, str], known: dict[tuple[str, str], bytes]) -> Iterator[tuple[str, str]]:
    """The entry at (section, key) and those it stands on; nothing where there is none. `known` keeps what was read."""
    entry = law.casket.raw(*place)
    if entry is None:
        return
    if place not in known:
        plain = json.dumps(entry, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
        known[place] = hashlib.sha256(plain.encode()).digest()
    yield place
    for other in _named(entry):
        yield from _reach(law, other, known)


def _named(entry: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """(section, key) of the acts, norms and rules that an entry or one of its versions names."""
    for part in (entry, *entry.get("versions", ())):
        for field, section in _NAMED.items():
            if isinstance(part.get(field), str):
                yield section, part[field]
