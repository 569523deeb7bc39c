"""Fields: what Word is told to work out, and what it showed when it last did."""

from __future__ import annotations

import re
from dataclasses import dataclass

from panahat.seal.sight.things import FIELD, LINK, Thing

PAGES = frozenset(("PAGE", "NUMPAGES", "SECTIONPAGES"))
_TARGET = re.compile(r'^HYPERLINK\s+(?:"([^"]*)"|([^\s"\\]+))?(?:.*?\\l\s+"([^"]*)")?', re.IGNORECASE | re.DOTALL)
_FORM = re.compile(r"\\\*\s*(?:MERGEFORMAT|CHARFORMAT|ARABIC)", re.IGNORECASE)
_OWN = re.compile(r"_(?:Toc|Ref|Hlk)\d+")
_COUNT = re.compile(r"[\s0-9ivxlcdmIVXLCDM–-]*")


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
        return "" if _COUNT.fullmatch(self.result) else self.result

    def thing(self, paragraph: int) -> Thing | None:
        """What the field works out, as a thing; None for page numbers and tables of contents."""
        name = self.name
        if not name or name in PAGES:
            return None
        if name == "HYPERLINK" and (found := _TARGET.match(self.code.strip())):
            return link((found[1] or found[2] or ""), found[3] or "", paragraph)
        words = " ".join(_OWN.sub("_", _FORM.sub(" ", self.code)).split())
        return Thing(FIELD, words, words, paragraph=paragraph)


def link(target: str, anchor: str, paragraph: int) -> Thing | None:
    """A link; None where it only leads to a place that the program itself named."""
    if not target and (not anchor or _OWN.fullmatch(anchor)):
        return None
    words = target + (f"#{anchor}" if anchor and not _OWN.fullmatch(anchor) else "")
    return Thing(LINK, words, words, paragraph=paragraph)
