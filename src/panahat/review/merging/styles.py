"""How text looks: the properties of a run or a paragraph through its styles, in values that any program's save keeps.

Styles are known by name, and a style that the first draft has counts with the first draft's definition: a definition
that changed is a change of the style, not of each paragraph in it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from panahat.review.merging.names import PPR, RPR, VAL, local, number, on, value, w
from panahat.seal.xml import Element

_SWITCHES = frozenset("b i strike dstrike caps smallCaps vanish".split())
_EMPTY = ("", "none", "auto", "baseline", "clear", "nil")
_JC = {"start": "left", "end": "right", "both": "both", "distribute": "both", "justified": "both"}

Properties = Mapping[str, str | int]


@dataclass(frozen=True, slots=True)
class Style:
    """One style definition: its type («paragraph»), id, name in small letters, the id it is based on, its element."""

    type: str
    id: str
    name: str
    based_on: str
    element: Element


class Sheet:
    """The styles of one document."""

    def __init__(self, root: Element | None) -> None:
        self.by_id: dict[tuple[str, str], Style] = {}
        self.by_name: dict[tuple[str, str], Style] = {}
        self.defaults: dict[str, Style] = {}
        self.root = root
        for element in () if root is None else root.iterchildren(w("style")):
            kind, id = element.get(w("type"), "paragraph"), element.get(w("styleId"), "")
            name = (value(element, "name") or id).strip().lower()
            style = Style(kind, id, name, value(element, "basedOn") or "", element)
            self.by_id[kind, id] = style
            self.by_name.setdefault((kind, name), style)
            if element.get(w("default"), "0") not in ("0", "false"):
                self.defaults.setdefault(kind, style)

    def document_defaults(self) -> tuple[Properties, Properties]:
        """(run, paragraph) properties that hold where nothing else is said."""
        found = None if self.root is None else self.root.find(w("docDefaults"))
        if found is None:
            return {}, {}
        run = found.find(f"{w('rPrDefault')}/{RPR}")
        paragraph = found.find(f"{w('pPrDefault')}/{PPR}")
        return run_properties(run), paragraph_properties(paragraph)


class Looks:
    """Reads how things look in one document, by the definitions of `base` where it knows the style."""

    def __init__(self, own: Sheet, base: Sheet) -> None:
        self.own = own
        self.base = base
        self._names: dict[tuple[str, str], str] = {}
        self._chains: dict[tuple[str, str], tuple[Properties, Properties]] = {}
        self._runs: dict[tuple[str, str, tuple[tuple[str, str | int], ...]], tuple[tuple[str, str | int], ...]] = {}
        self.run_defaults, self.paragraph_defaults = base.document_defaults()

    def name(self, kind: str, id: str | None) -> str:
        """The name of the style `id`; of the default style where it is None or unknown; a renamed one's name in the base."""
        key = (kind, id or "")
        if key not in self._names:
            self._names[key] = self._name(kind, id or "")
        return self._names[key]

    def _name(self, kind: str, id: str) -> str:
        style = self.own.by_id.get((kind, id)) or self.own.defaults.get(kind)
        if style is None:
            return ""
        before = self.base.by_id.get((kind, style.id))
        if (kind, style.name) not in self.base.by_name and before and (kind, before.name) not in self.own.by_name:
            return before.name
        return style.name

    def chain(self, kind: str, name: str) -> tuple[Properties, Properties]:
        """(run, paragraph) properties that the style of that name gives with all it is based on."""
        key = (kind, name)
        if key not in self._chains:
            self._chains[key] = ({}, {})  # a style based on itself gives nothing
            self._chains[key] = self._chain(kind, name)
        return self._chains[key]

    def _chain(self, kind: str, name: str) -> tuple[Properties, Properties]:
        style = self.base.by_name.get((kind, name))
        home = self.base
        if style is None:
            home = self.own
            style = home.by_name.get((kind, name))
        if style is None:
            return {}, {}
        above: tuple[Properties, Properties] = ({}, {})
        if style.based_on:
            parent = home.by_id.get((kind, style.based_on))
            if parent is not None:
                above = self.chain(kind, self.name(kind, parent.id) if home is self.own else parent.name)
        run = run_properties(style.element.find(RPR))
        paragraph = paragraph_properties(style.element.find(PPR))
        return {**above[0], **run}, {**above[1], **paragraph}

    def run(self, paragraph_style: str, properties: Element | None) -> tuple[tuple[str, str | int], ...]:
        """How a run with these direct properties looks in a paragraph of that style (a name): (property, value) sorted."""
        direct = run_properties(properties)
        character = self.name("character", value(properties, "rStyle"))
        key = (paragraph_style, character, tuple(direct.items()))
        found = self._runs.get(key)
        if found is None:
            whole = {
                **self.run_defaults,
                **self.chain("paragraph", paragraph_style)[0],
                **self.chain("character", character)[0],
                **direct,
            }
            found = tuple(sorted((k, v) for k, v in whole.items() if v not in _EMPTY and v != 0))
            self._runs[key] = found
        return found

    def paragraph(self, properties: Element | None) -> tuple[str, tuple[tuple[str, str | int], ...]]:
        """(style name, how a paragraph with these direct properties looks)."""
        style = self.name("paragraph", value(properties, "pStyle"))
        whole = {
            **self.paragraph_defaults,
            **self.chain("paragraph", style)[1],
            **paragraph_properties(properties),
        }
        numbered = whole.pop("numId", 0)
        if numbered:
            whole = {k: v for k, v in whole.items() if not k.startswith("ind-")} | {
                "list": 1 + int(whole.get("ilvl", 0))
            }
        whole.pop("ilvl", None)
        if whole.get("jc") == "left":
            del whole["jc"]
        if whole.get("lineRule") in (None, "auto") and whole.get("line") == 240:
            del whole["line"]
        whole = {k: v for k, v in whole.items() if v not in _EMPTY and v != 0}
        return style, tuple(sorted(whole.items()))


def run_properties(properties: Element | None) -> dict[str, str | int]:
    """What a w:rPr says about what is seen, by short names; «» or 0 is «off»."""
    out: dict[str, str | int] = {}
    for child in () if properties is None else properties.iterchildren():
        name = local(child)
        if name in _SWITCHES:
            out[name] = int(on(child))
        elif name == "u":
            out["u"] = child.get(VAL, "single")
        elif name in ("highlight", "vertAlign"):
            out[name] = child.get(VAL, "")
        elif name == "color":
            out["color"] = _colour(child.get(VAL, ""))
        elif name == "shd":
            out["shd"] = _colour(child.get(w("fill"), ""))
        elif name == "sz":
            out["sz"] = number(child.get(VAL))
        elif name == "rFonts":
            font = child.get(w("hAnsi")) or child.get(w("ascii"))
            if font:
                out["font"] = font.lower()
    return out


def _colour(text: str) -> str:
    return "" if text.lower() in ("auto", "000000") else text.lower()


def paragraph_properties(properties: Element | None) -> dict[str, str | int]:
    """What a w:pPr says about what is seen, by short names; «» or 0 is «off»."""
    out: dict[str, str | int] = {}
    for child in () if properties is None else properties.iterchildren():
        name = local(child)
        if name == "jc":
            out["jc"] = _JC.get(child.get(VAL, ""), child.get(VAL, ""))
        elif name == "pageBreakBefore":
            out[name] = int(on(child))
        elif name == "ind":
            out.update(_indents(child))
        elif name == "spacing":
            for attribute in ("before", "after", "line"):
                if (given := child.get(w(attribute))) is not None:
                    out[attribute] = number(given)
            if w("line") in child.attrib:
                out["lineRule"] = "" if (rule := child.get(w("lineRule"), "auto")) == "auto" else rule
        elif name == "numPr":
            out["numId"] = number(value(child, "numId"))
            out["ilvl"] = number(value(child, "ilvl"))
    return out


def _indents(child: Element) -> dict[str, str | int]:
    out: dict[str, str | int] = {}
    for ours, names in {"ind-left": ("left", "start"), "ind-right": ("right", "end")}.items():
        given = next((v for n in names if (v := child.get(w(n))) is not None), None)
        if given is not None:
            out[ours] = number(given)
    hanging, first = child.get(w("hanging")), child.get(w("firstLine"))
    if number(hanging):
        out["ind-first"] = -number(hanging)
    elif first is not None or hanging is not None:
        out["ind-first"] = number(first)
    return out


def fresh(taken: set[str], wanted: str) -> str:
    """`wanted`, or it with the first number that is free in `taken`; it is taken then."""
    name, n = wanted, 1
    while name in taken:
        n += 1
        name = f"{wanted}{n}"
    taken.add(name)
    return name
