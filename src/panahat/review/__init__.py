"""The review room: what changed between two versions of a filing and why, where each paragraph comes from, and bringing a
lawyer's edits together with a new draft.

`read_document` reads any Word file as its reader sees it; `anchor` finds each of its paragraphs in the draft it was made
from; `compare_documents` gives the changes and `Causes` their reasons; `redlining` makes the Word redline and proves it;
`merging` merges three versions. Nothing here makes drafts: `versions` brings them.
"""
