"""The last room of the street: a finished document is packed, scrubbed, inspected, described and written.

A filing that leaves this room says only what it shows: no author, time, edit history, hidden text, foreign part or
outside link; the same inputs give the same bytes; and it is on disk whole, readable by its owner alone, or not at all.

    from panahat.seal import inspect, manifest, write_all
    assert not inspect(filing)
    write_all([(target, filing), (target.with_suffix(".manifest.json"), manifest(...))], force=False)
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from panahat.seal.cleaning import Clean, clean, scrub
    from panahat.seal.inspection import inspect
    from panahat.seal.pdf import to_pdf
    from panahat.seal.proof import Manifest, Output, manifest, output_of, read_manifest
    from panahat.seal.write import in_folder, write_all, write_file
    from panahat.seal.zipping import Member, member, pack, read_zip

_WHERE = {
    "Clean": "cleaning",
    "Manifest": "proof",
    "Member": "zipping",
    "Output": "proof",
    "clean": "cleaning",
    "in_folder": "write",
    "inspect": "inspection",
    "manifest": "proof",
    "member": "zipping",
    "output_of": "proof",
    "pack": "zipping",
    "read_manifest": "proof",
    "read_zip": "zipping",
    "scrub": "cleaning",
    "to_pdf": "pdf",
    "write_all": "write",
    "write_file": "write",
}

__all__ = [
    "Clean",
    "Manifest",
    "Member",
    "Output",
    "clean",
    "in_folder",
    "inspect",
    "manifest",
    "member",
    "output_of",
    "pack",
    "read_manifest",
    "read_zip",
    "scrub",
    "to_pdf",
    "write_all",
    "write_file",
]


def __getattr__(name: str) -> Any:
    """The named thing, its module imported when first asked for."""
    if name not in _WHERE:
        raise AttributeError(name)
    from importlib import import_module

    return getattr(import_module(f"panahat.seal.{_WHERE[name]}"), name)
