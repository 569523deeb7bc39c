"""Filings from the library: read, checked once, then kept ready in the cache."""

from __future__ import annotations

from contextlib import suppress

from msgspec import DecodeError
from msgspec.json import decode, encode

from panahat import cache
from panahat.argue.load import digest_of
from panahat.drafting.filings import FilingKind
from panahat.law.registry import Law
from panahat.library import Library


def load_filings(library: Library, law: Law | None = None) -> dict[str, FilingKind]:
    """Every kind of filing on the library, by kind. Raises Refused with every flaw at its file and line.

    `law` is the registry of that library where the caller has it; else it is loaded when the files have to be checked anew.
    """
    files = dict(library.walk("filings", "/filing.yaml"))
    texts = dict(library.walk("filings", ".docx"))
    asked = dict(library.walk("arguments", "/argument.yaml"))
    digest = digest_of({**files, **asked}, library, *texts)
    if kept := cache.load("filings", digest):
        with suppress(DecodeError):
            return decode(kept, type=dict[str, FilingKind])
    from panahat.drafting.filing_reading import read_filings

    found = read_filings(library, law, files, list(texts), list(asked.values()))
    cache.store("filings", digest, encode(found))
    return found
