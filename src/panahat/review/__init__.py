"""The review room: what changed between two versions of a filing and why, where each paragraph comes from, and bringing a
lawyer's edits together with a new draft.

`read_document` reads any Word file as its reader sees it; `anchor` finds each of its paragraphs in the draft it was made
from; `compare_documents` gives the changes and `Causes` their reasons; `redlining` makes the Word redline and proves it;
`merging` merges three versions. Nothing here makes drafts: `versions` brings them.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from panahat.review.anchoring import Anchored, anchor
    from panahat.review.causes import Causes
    from panahat.review.comparing import (
        Change,
        Row,
        ThingChange,
        changes,
        compare_documents,
        compare_things,
        not_compared,
    )
    from panahat.review.document import Document, Unit, read_document
    from panahat.review.reasons import Cause, Known, Side

_WHERE = {
    "Anchored": "anchoring",
    "Cause": "reasons",
    "Causes": "causes",
    "Change": "comparing",
    "Document": "document",
    "Known": "reasons",
    "Row": "comparing",
    "Side": "reasons",
    "Unit": "document",
    "anchor": "anchoring",
    "changes": "comparing",
    "compare_documents": "comparing",
    "compare_things": "comparing",
    "not_compared": "comparing",
    "ThingChange": "comparing",
    "read_document": "document",
}

__all__ = [
    "Anchored",
    "Cause",
    "Causes",
    "Change",
    "Document",
    "Known",
    "Row",
    "Side",
    "ThingChange",
    "Unit",
    "anchor",
    "changes",
    "compare_documents",
    "compare_things",
    "not_compared",
    "read_document",
]


def __getattr__(name: str) -> Any:
    if name not in _WHERE:
        raise AttributeError(name)
    return getattr(import_module(f"panahat.review.{_WHERE[name]}"), name)
