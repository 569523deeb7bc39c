"""The last room of the street: a finished document is packed, scrubbed, inspected, described and written.

A filing that leaves this room says only what it shows: no author, time, edit history, hidden text, foreign part or
outside link; the same inputs give the same bytes; and it is on disk whole, readable by its owner alone, or not at all.

    from panahat.seal import inspect, manifest, write_all
    assert not inspect(filing)
    write_all([(target, filing), (target.with_suffix(".manifest.json"), manifest(...))], force=False)
"""

from __future__ import annotations

from panahat.rooms import opened

__getattr__ = opened(
    __name__,
    cleaning="Clean clean scrub",
    inspection="inspect",
    pdf="pdfs_of scrub_pdf to_pdf",
    proof="Manifest Output manifest output_of read_manifest",
    write="in_folder write_all write_file write_folder",
    zipping="Member member pack read_zip",
)
