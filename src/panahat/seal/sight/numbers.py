"""The automatic numbers of paragraphs, counted as Word counts them: «1.», «1.2.», «a)», «•»."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from panahat.seal.package import Package
from panahat.seal.sight.styles import NAMES, Styles, on, plain
from panahat.seal.xml import feed, strict_parser

_MOST = 8
_USUAL = frozenset("•·∙▪●■◦○‣➢-–—oо§*►▸\uf0b7\uf0a7\uf06f\uf0a8\uf0d8\uf06e\uf06c\uf02d")
_ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"),
          (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))  # fmt: skip
_LETTERS = {"Letter": "abcdefghijklmnopqrstuvwxyz", "russian": "абвгдежзиклмнопрстуфхцчшщэюя"}


@dataclass
class Level:
    """One level of a list: how its numbers look and where they begin."""

    form: str = "decimal"
    text: str = ""
    start: int = 1
    legal: bool = False


@dataclass
class _List:
    levels: dict[int, Level] = field(default_factory=dict)
    styles: dict[str, int] = field(default_factory=dict)
    link: str = ""
    abstract: str = ""
    starts: dict[int, int] = field(default_factory=dict)


class Numbers:
    """The lists of a document; `label` is asked paragraph after paragraph, in the order of the text."""

    def __init__(self, package: Package, main: str, styles: Styles) -> None:
        self._package, self._main, self._styles = package, main, styles
        self._abstract: dict[str, _List] = {}
        self._lists: dict[str, _List] | None = None
        self._counts: dict[str, dict[int, int]] = {}
        self._begun: set[tuple[str, int]] = set()

    def label(self, style: str, properties: Mapping[str, Mapping[str, str]], own: bool) -> str:
        """The number in front of a paragraph, «» for none; `own`: its list stands at the paragraph, not in its style."""
        id = properties.get("numId", {}).get("val", "0")
        if id == "0":
            return ""
        if self._lists is None:
            self._lists = self._read()
        instance = self._lists.get(id)
        abstract = self._abstract_of(instance)
        if instance is None or abstract is None:
            return ""
        written = properties.get("ilvl", {}).get("val", "0")
        level = int(written) if written.isdecimal() else 0
        if not own:
            level = next((abstract.styles[s] for s in self._styles_up(style) if s in abstract.styles), level)
        return self._next(id, instance, abstract, min(level, _MOST))

    def _next(self, id: str, instance: _List, abstract: _List, level: int) -> str:
        counts = self._counts.setdefault(instance.abstract, {})
        begins = {n: (instance.levels.get(n) or abstract.levels.get(n) or Level()).start for n in range(level + 1)}
        if (id, level) not in self._begun:
            self._begun.add((id, level))
            if level in instance.starts:
                counts[level] = instance.starts[level] - 1
        counts[level] = counts.get(level, begins[level] - 1) + 1
        for deeper in [n for n in counts if n > level]:
            del counts[deeper]
        for above in range(level):
            counts.setdefault(above, begins[above])
        form = instance.levels.get(level) or abstract.levels.get(level) or Level()
        if form.form == "bullet":
            return _bullet(form.text)

        def shown(match: re.Match[str]) -> str:
            n = int(match[1]) - 1
            there = instance.levels.get(n) or abstract.levels.get(n) or Level()
            return written(counts.get(n, there.start), "decimal" if form.legal else there.form)

        return re.sub(r"%([1-9])", shown, form.text).strip()

    def _abstract_of(self, instance: _List | None) -> _List | None:
        abstract = self._abstract.get(instance.abstract) if instance else None
        if abstract is not None and abstract.link and not abstract.levels:
            style = self._styles.by_id.get(abstract.link)
            linked = (self._lists or {}).get(style.paragraph.get("numId", {}).get("val", "")) if style else None
            return self._abstract.get(linked.abstract) if linked else abstract
        return abstract

    def _styles_up(self, style: str) -> list[str]:
        chain = self._styles.chain(style, "paragraph")[::-1]
        return [id for link in chain for id, known in self._styles.by_id.items() if known is link]

    def _read(self) -> dict[str, _List]:
        part = self._package.one(self._main, "numbering")
        lists: dict[str, _List] = {}
        now, level, at = _List(), Level(), 0

        def enter(full: str, attributes: Mapping[str, str]) -> None:
            nonlocal now, level, at
            name, own = NAMES[full], plain(attributes)
            value = own.get("val", "")
            if name in ("abstractNum", "num"):
                where = self._abstract if name == "abstractNum" else lists
                now = where[own.get(f"{name}Id", "")] = _List()
            elif name in ("lvl", "lvlOverride"):
                at = int(own.get("ilvl", "0")) if own.get("ilvl", "0").isdecimal() else 0
                if name == "lvl":
                    level = now.levels[at] = Level()
            elif name == "startOverride" and value.isdecimal():
                now.starts[at] = int(value)
            elif name == "abstractNumId":
                now.abstract = value
            elif name == "numStyleLink":
                now.link = value
            elif name == "pStyle":
                now.styles[value] = at
            elif name == "start" and value.isdecimal():
                level.start = int(value)
            elif name == "numFmt":
                level.form = value
            elif name == "lvlText":
                level.text = value
            elif name == "isLgl":
                level.legal = on(own.get("val"))

        if part is not None:
            parser = strict_parser("|")
            parser.StartElementHandler = enter
            feed(parser, part, self._package.members[part].content())
        return lists


def _bullet(sign: str) -> str:
    """The usual round, square and dash signs are one, for programs put one for another; a sign that says more is told."""
    if not sign or sign in _USUAL:
        return "•"
    return " ".join(f"‹symbol {ord(c):04X}›" if "\uf000" <= c <= "\uf0ff" else c for c in sign)


def written(number: int, form: str) -> str:
    """A number as a list writes it."""
    if form == "none":
        return ""
    if form == "decimalZero":
        return f"{number:02}"
    text = str(number)
    if form.endswith("Roman") and number > 0:
        text = _roman(number)
    elif form.endswith("Letter") or form.startswith("russian"):
        letters = _LETTERS["russian" if form.startswith("russian") else "Letter"]
        text = letters[(number - 1) % len(letters)] * min((number - 1) // len(letters) + 1, 9)
    return text.upper() if form.lower().startswith("upper") or form == "russianUpper" else text


def _roman(number: int) -> str:
    out = ""
    for value, sign in _ROMAN:
        times, number = divmod(min(number, 9999), value)
        out += sign * times
    return out
