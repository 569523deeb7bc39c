"""Filings from the library: read, checked once, then kept ready in the cache."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import MsgspecError
from msgspec.json import decode, encode

from panahat import cache
from panahat.argue.load import digest_of
from panahat.drafting.filings import FilingKind

if TYPE_CHECKING:
    from panahat.law import Law
    from panahat.library import Library


def load_filings(library: Library, law: Law | None = None) -> dict[str, FilingKind]:
    """Every kind of filing on the library, by kind. Raises Refused with every flaw at its file and line.

    `law` is the registry of that library where the caller has it; else it is loaded when the files have to be checked anew.
    """
    files = dict(library.walk("filings", "/filing.yaml"))
    texts = dict(library.walk("filings", ".docx"))
    asked = dict(library.walk("arguments", "/argument.yaml"))
    digest = digest_of({**files, **asked}, library, *texts)
    kept = cache.load("filings", digest)
    if kept is not None and (ready := _thaw(kept)) is not None:
        return ready
    from panahat.drafting.filing_reading import read_filings

    found = read_filings(library, law, files, list(texts), list(asked.values()))
    cache.store("filings", digest, encode(found))
    return found


def _thaw(kept: bytes) -> dict[str, FilingKind] | None:
    """The filings of a cache entry; None if the entry is damaged."""
    try:
        return decode(kept, type=dict[str, FilingKind])
    except MsgspecError:
        return None
