"""Filings from the library: read, checked once, then kept in the cache, each opened when it is asked for."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

from msgspec import convert, to_builtins

from panahat import cache
from panahat.argue.load import digest_of
from panahat.drafting.filings import FilingKind
from panahat.law.registry import Law
from panahat.law.store import Store, pack
from panahat.library import Library

_SECTION = "filings"


def load_filings(library: Library, law: Law | None = None) -> Mapping[str, FilingKind]:
    """Every kind of filing on the library, by kind. Raises Refused with every flaw at its file and line.

    `law` is the registry of that library where the caller has it; else it is loaded when the files have to be checked anew.
    """
    listed = library.files("filings")
    files = {name: file for name, file in listed.items() if name.endswith("/filing.yaml")}
    texts = [name for name in listed if name.endswith(".docx")]
    asked = {name: file for name, file in library.files("arguments").items() if name.endswith("/argument.yaml")}
    made_by = Path(__file__).with_name("filings.py").stat().st_mtime_ns
    digest = digest_of({**files, **asked}, library, str(made_by), *texts)
    if kept := cache.load(_SECTION, digest):
        with suppress(ValueError, KeyError, TypeError):
            return Store(kept).section(_SECTION, _filing)
    from panahat.drafting.filing_reading import read_filings

    found = read_filings(library, law, {n: Path(f) for n, f in files.items()}, texts, [*map(Path, asked.values())])
    content = pack({_SECTION: {kind: to_builtins(filing) for kind, filing in found.items()}}, "")
    cache.store(_SECTION, digest, content)
    return found


def _filing(raw: Any) -> FilingKind:
    return convert(raw, FilingKind)
