"""The manifest: what a filing was made from, as hashes, so that anyone who has the inputs can prove it.

Canonical JSON: sorted keys, UTF-8, one newline at the end. It names no person, no path, no user and no clock: files
stand under their role («filing», «review-sheet»), dates come out of the case.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from msgspec import Struct, to_builtins

from panahat.problems import Problem, Refused
from panahat.seal import codes
from panahat.seal.zipping import read_zip

FORMAT = 3
_HEX = frozenset("0123456789abcdef")


class Output(Struct, frozen=True):
    """One file that was written: digest of its bytes, and of its unpacked parts (the same on every machine)."""

    sha256: str
    contents: str


class Manifest(Struct, frozen=True):
    """Everything that decided a filing. Digests are SHA-256 in hexadecimal.

    `norms` gives the digest of each entry of the law data that the filing rests on, by key: what it cites, the periods
    it counts, the warnings it carries; a manifest of format 1 has none. `sources` says, for what it cites, where each was
    read: addresses, since format 3.
    """

    panahat: str
    kind: str
    language: str
    filing_on: str
    case: str
    law: str
    templates: Mapping[str, str]
    arguments: Mapping[str, str]
    options: Mapping[str, str | bool]
    outputs: Mapping[str, Output]
    norms: Mapping[str, str] = {}
    sources: Mapping[str, Sequence[str]] = {}


def output_of(content: bytes) -> Output:
    """The digests of a finished file; `contents` is over sorted (name, content) of a DOCX, else over the bytes."""
    total = hashlib.sha256()
    if content.startswith(b"PK\x03\x04"):
        for m in sorted(read_zip(content), key=lambda m: m.name):
            total.update(m.name.encode() + b"\0" + hashlib.sha256(m.content()).digest())
    else:
        total.update(content)
    return Output(hashlib.sha256(content).hexdigest(), total.hexdigest())


def manifest(
    *,
    version: str,
    kind: str,
    language: str,
    filing_on: date,
    case: str,
    law: str,
    templates: Mapping[str, str],
    arguments: Mapping[str, str],
    options: Mapping[str, str | bool],
    outputs: Mapping[str, bytes],
    norms: Mapping[str, str],
    sources: Mapping[str, Sequence[str]],
) -> bytes:
    """The manifest of `outputs` (finished bytes by role) made from inputs with these digests."""
    made = Manifest(
        version,
        kind,
        language,
        filing_on.isoformat(),
        case,
        law,
        dict(templates),
        dict(arguments),
        dict(options),
        {role: output_of(content) for role, content in outputs.items()},
        dict(norms),
        {key: list(where) for key, where in sources.items()},
    )
    return _canonical({"format": FORMAT, **to_builtins(made)})


def read_manifest(content: bytes) -> Manifest:
    """The manifest in `content`. Raises Refused `seal/bad-manifest` where it is not canonical or not whole."""
    try:
        data = json.loads(content)
        form = data.pop("format")
        if not _whole(form, data) or content != _canonical({"format": form, **data}):
            raise ValueError
        outputs = {role: Output(**o) for role, o in data.pop("outputs").items()}
        found = Manifest(**data, outputs=outputs)
        digests = [found.case, found.law]
        digests += [d for group in (found.templates, found.arguments, found.norms) for d in group.values()]
        digests += [d for o in outputs.values() for d in (o.sha256, o.contents)]
        date.fromisoformat(found.filing_on)
        if not all(isinstance(d, str) and len(d) == 64 and set(d) <= _HEX for d in digests):
            raise ValueError
        if not all(
            isinstance(where, list) and all(isinstance(x, str) for x in where) for where in found.sources.values()
        ):
            raise ValueError
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
        raise Refused([Problem(codes.BAD_MANIFEST)]) from None
    return found


def _whole(form: Any, data: Mapping[str, Any]) -> bool:
    """Whether the data is that of a format known here: 1 had no `norms`, 2 no `sources`."""
    known = type(form) is int and 1 <= form <= FORMAT
    return known and ("norms" in data) == (form > 1) and ("sources" in data) == (form > 2)


def _canonical(data: Mapping[str, Any]) -> bytes:
    return (json.dumps(data, ensure_ascii=False, sort_keys=True, indent=1) + "\n").encode()
