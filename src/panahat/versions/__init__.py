"""Versions of a filing: a Word file, a case file, or either as it was at a revision of git, brought to one form.

`open_version` reads what a person names («out/x.docx», «cases/x.yaml@HEAD~3») and finds out what it was made from: the
manifest beside a document names its inputs by digest, and they are looked for in the folders around it and in git.
`Version` holds the text, and, where it could be found, the `Source`: case, templates and law, with the drafts made anew.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from panahat.versions.comparing import Comparison, compare_versions, tracked_notes
    from panahat.versions.desks import Desks, Source
    from panahat.versions.naming import Named, name_of
    from panahat.versions.opening import Options, Version, base_of, open_pair, open_version

_WHERE = {
    "Comparison": "comparing",
    "Desks": "desks",
    "Named": "naming",
    "Options": "opening",
    "Source": "desks",
    "Version": "opening",
    "base_of": "opening",
    "compare_versions": "comparing",
    "name_of": "naming",
    "open_pair": "opening",
    "open_version": "opening",
    "tracked_notes": "comparing",
}

__all__ = [
    "Comparison",
    "Desks",
    "Named",
    "Options",
    "Source",
    "Version",
    "base_of",
    "compare_versions",
    "name_of",
    "open_pair",
    "open_version",
    "tracked_notes",
]


def __getattr__(name: str) -> Any:
    if name not in _WHERE:
        raise AttributeError(name)
    return getattr(import_module(f"panahat.versions.{_WHERE[name]}"), name)
