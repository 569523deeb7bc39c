"""What a paragraph's automatic number is, whatever the ids a program gives its lists."""

from __future__ import annotations

from typing import TYPE_CHECKING

from panahat.seal.xml import W

if TYPE_CHECKING:
    from lxml.etree import _Element

_W = f"{{{W}}}"


class Numbering:
    """The lists of a document, numbered as they first appear in it."""

    def __init__(self, root: _Element | None) -> None:
        self._abstract: dict[str, _Element] = {}
        self._lists: dict[str, _Element] = {}
        self._seen: dict[str, int] = {}
        for element in root if root is not None else ():
            if element.tag == f"{_W}abstractNum":
                self._abstract[element.get(f"{_W}abstractNumId", "")] = element
            elif element.tag == f"{_W}num":
                self._lists[element.get(f"{_W}numId", "")] = element

    def of(self, properties: _Element | None) -> str:
        """Which list, level, form and start: «list 1, level 0: decimal %1. 1»; «» where there is no number of its own."""
        if properties is None:
            return ""
        id = _value(properties, "numId")
        level = _value(properties, "ilvl") or "0"
        if not id:
            return f"level {level}"
        if id == "0":
            return "none"
        number = self._seen.setdefault(id, len(self._seen) + 1)
        return f"list {number}, level {level}: {self._form(id, level)}"

    def _form(self, id: str, level: str) -> str:
        found = self._lists.get(id)
        if found is None:
            return ""
        override = next((e for e in found if e.tag == f"{_W}lvlOverride" and e.get(f"{_W}ilvl") == level), None)
        start = _value(override, "startOverride") if override is not None else ""
        holders = [override, self._abstract.get(_value(found, "abstractNumId"))]
        for holder in holders:
            for form in holder if holder is not None else ():
                if form.tag == f"{_W}lvl" and form.get(f"{_W}ilvl") == level:
                    start = start or _value(form, "start")
                    return f"{_value(form, 'numFmt')} {_value(form, 'lvlText')} {start}"
        return start


def _value(holder: _Element, name: str) -> str:
    found = holder.find(f"{_W}{name}")
    return found.get(f"{_W}val", "") if found is not None else ""
