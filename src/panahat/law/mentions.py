"""Names of acts in a text: in full where an act is first named, short afterwards.

A citation writes the name of an act as a marker, because only the whole text knows which mention is the first:
`Mentions`, called with the pieces of a text in their order, puts the names in. It does the same to plain text and to
serialised XML, so that the draft and the document read alike.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable
from datetime import date

from panahat.language import citing
from panahat.law.model import ActNames
from panahat.law.registry import Law

OPEN, CLOSE = "\ue000", "\ue001"
_MARKER = re.compile(f"{OPEN}([^:{CLOSE}]+):([a-z]+){CLOSE}")


def marker(act: str, case: str) -> str:
    """The mention of an act, by its key, in a grammatical case, for `Mentions` to write out."""
    return f"{OPEN}{act}:{case}{CLOSE}"


def lone(texts: Iterable[str]) -> frozenset[str]:
    """Keys of the acts that the texts, together, name only once: for these a short name need not be introduced."""
    named = Counter(found[0] for text in texts for found in _MARKER.findall(text))
    return frozenset(act for act, times in named.items() if times == 1)


def in_full(text: str, law: Law, lang: str, on: date) -> str:
    """`text`, of the day `on`, with every mention of an act written out by its title."""

    def written(found: re.Match[str]) -> str:
        names = law.acts[found[1]].names(lang, on)
        return names.title[found[2]] if names else ""

    return citing(lang).tied(_MARKER.sub(written, text))


class Mentions:
    """Writes out the mentions of acts in one document, piece by piece, in the order of reading.

    An act is named by its full title with «(далее — УПК РК)» first and by its short name from then on; an act whose
    title is its short name, or that is in `once`, is named without introducing a short name. `on` is the day of the
    document. KeyError for an act that is not in the registry.
    """

    def __init__(self, law: Law, lang: str = "ru", on: date | None = None, once: Collection[str] = ()) -> None:
        self._acts = law.acts
        self._lang = lang
        self._on = on
        self._citing = citing(lang)
        self._once = once
        self._short: dict[str, str] = {}
        self.seen: set[str] = set()

    def resolve(self, text: str) -> str:
        """`text` with its mentions written out."""
        return _MARKER.sub(self._written, text) if OPEN in text else text

    def resolve_xml(self, xml: str) -> str:
        """Serialised XML with its mentions written out as character data."""
        return _MARKER.sub(lambda found: _escaped(self._written(found)), xml) if OPEN in xml else xml

    def _written(self, found: re.Match[str]) -> str:
        mention, key, case = found[0], found[1], found[2]
        if key in self.seen:
            if mention not in self._short:
                self._short[mention] = self._citing.tied(self._named(key).short[case])
            return self._short[mention]
        self.seen.add(key)
        act = self._named(key)
        name = act.title[case]
        if key not in self._once and act.title["nom"] != act.short["nom"]:
            name = self._citing.introduced(name, act.short["nom"])
        return self._citing.tied(name)

    def _named(self, key: str) -> ActNames:
        """The names of the act `key` in the language of the text; KeyError where there are none."""
        names = self._acts[key].names(self._lang, self._on)
        if names is None:
            raise KeyError(key)
        return names


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
