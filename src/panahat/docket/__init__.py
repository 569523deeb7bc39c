"""The docket: many cases and drafts at once.

`stale` looks at every draft below some folders through the manifest beside it, and says which of them no longer are what
their case, templates and law would give, and what changed. Nothing here writes.
"""

from __future__ import annotations

from panahat.docket.stale import Standing, stale
