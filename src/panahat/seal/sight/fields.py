"""Fields: what Word is told to work out, and what it showed when it last did."""

from __future__ import annotations

import re
from dataclasses import dataclass

from panahat.seal.sight.things import FIELD, LINK, Thing

PAGES = frozenset(("PAGE", "NUMPAGES", "SECTIONPAGES"))
_TARGET = r'(?is)^HYPERLINK\s+(?:"([^"]*)"|([^\s"\\]+))?(?:.*?\\l\s+"([^"]*)")?'
_FORM = r"(?i)\\\*\s*(?:MERGEFORMAT|CHARFORMAT|ARABIC)"
_OWN = r"_(?:Toc|Ref|Hlk)\d+"
_COUNT = r"[\s0-9ivxlcdmIVXLCDM–-]*"
"""Patterns are compiled when a field is first met: hardly any filing has one."""


@dataclass(slots=True)
class Field:
    """A field that is being read: its code, whether we are in its result, and what it says there."""

    code: str = ""
    shown: bool = False
    result: str = ""

    @property
    def name(self) -> str:
        """«PAGE»; «» where there is no code."""
        return self.code.split(maxsplit=1)[0].upper() if self.code.strip() else ""

    @property
    def page(self) -> bool:
        """Whether it is the number of a page, which changes by itself."""
        return self.name in PAGES

    @property
    def odd(self) -> str:
        """What the field of a page number shows in place of a number."""
        return "" if re.fullmatch(_COUNT, self.result) else self.result

    def thing(self, paragraph: int) -> Thing | None:
        """What the field works out, as a thing; None for page numbers and tables of contents."""
        name = self.name
        if not name or name in PAGES:
            return None
        if name == "HYPERLINK" and (found := re.match(_TARGET, self.code.strip())):
            return link((found[1] or found[2] or ""), found[3] or "", paragraph)
        words = " ".join(re.sub(_OWN, "_", re.sub(_FORM, " ", self.code)).split())
        return Thing(FIELD, words, words, paragraph=paragraph)


def link(target: str, anchor: str, paragraph: int) -> Thing | None:
    """A link; None where it only leads to a place that the program itself named."""
    if not target and (not anchor or re.fullmatch(_OWN, anchor)):
        return None
    words = target + (f"#{anchor}" if anchor and not re.fullmatch(_OWN, anchor) else "")
    return Thing(LINK, words, words, paragraph=paragraph)
