"""The review room: what changed between two versions of a filing and why, where each paragraph comes from, and bringing a
lawyer's edits together with a new draft.

`read_document` reads any Word file as its reader sees it; `anchor` finds each of its paragraphs in the draft it was made
from; `compare_documents` gives the changes and `Causes` their reasons; `redlining` makes the Word redline and proves it;
`merging` merges three versions. Nothing here makes drafts: `versions` brings them.
"""

from __future__ import annotations

from panahat.rooms import opened

__getattr__ = opened(
    __name__,
    anchoring="Anchored anchor",
    causes="Causes",
    comparing="Change Row ThingChange changes compare_documents compare_things not_compared",
    document="Document Unit read_document",
    reasons="Cause Known Side",
)
