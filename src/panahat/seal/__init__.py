"""The last room of the street: a finished document is packed, scrubbed, inspected, described and written.

A filing that leaves this room says only what it shows: no author, time, edit history, hidden text, foreign part or
outside link; the same inputs give the same bytes; and it is on disk whole, readable by its owner alone, or not at all.

    from panahat.seal.inspection import inspect
    from panahat.seal.proof import manifest
    from panahat.seal.write import write_all
    assert not inspect(filing)
    write_all([(target, filing), (target.with_suffix(".manifest.json"), manifest(...))], force=False)
"""
