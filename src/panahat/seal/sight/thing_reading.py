"""What stands between the words of a part, gathered as the walk comes by: drawings, equations, links, boxes to tick."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from panahat.seal.sight.frames import Drawing
from panahat.seal.sight.styles import on, plain, relations
from panahat.seal.sight.things import BOUND, BOX, CHOICE, DRAWN, EQUATION, OTHER_WORDS, SHAPE, Thing, link

_REFERRING = frozenset("hyperlink altChunk control subDoc movie contentPart".split())
_DRAWN = ("drawing", "pict", "object")
_MEANING = frozenset("m:chr m:begChr m:endChr m:sepChr m:pos m:type m:degHide m:supHide m:subHide".split())
"""Properties of an equation that decide which signs are seen."""


@dataclass(slots=True)
class _Branches:
    """The ways to show one thing that a file offers to different programs: what the first says, what the others say."""

    taken: bool = False
    first: list[str] = field(default_factory=list)
    others: list[list[str]] = field(default_factory=list)


class ThingReader:
    """The `things` of a part, references unresolved; the walk itself is `PartReader`'s."""

    def __init__(self) -> None:
        self.things: list[Thing] = []
        self._around = [""]
        self._branches: list[_Branches] = []
        self._drawings: list[Drawing] = []
        self._equation: list[str] = []
        self._words: list[str] = []
        self._box: dict[str, str] = {}

    @property
    def _at(self) -> int:
        """The paragraph we are in, from 0."""
        raise NotImplementedError

    @property
    def _said(self) -> int:
        """How many paragraphs were begun."""
        raise NotImplementedError

    def _thing_openings(self) -> dict[str, Callable[[str, Mapping[str, str]], None]]:
        return {
            **dict.fromkeys(_REFERRING, self._refers),
            **dict.fromkeys(_DRAWN, self._draw),
            "m:oMath": self._compute,
            "dataBinding": self._bind,
            "checkBox": self._tick,
            "o:checkbox": self._tick,
            "checked": self._ticked,
            "default": self._ticked,
            "o:checked": self._ticked,
            "result": self._chosen,
            "mc:AlternateContent": self._choose,
        }

    def _thing_closings(self) -> dict[str, Callable[[], None]]:
        return {
            **dict.fromkeys(_DRAWN, self._draw_over),
            **dict.fromkeys(("checkBox", "o:checkbox"), self._box_read),
            **dict.fromkeys(("o:t", "o:posOffset"), self._drawn),
            "mc:AlternateContent": self._chose,
            "m:oMath": self._computed,
        }

    def _other_way(self) -> bool:
        """Whether the branch that begins is for other programs than the first one was."""
        if not self._branches:
            return False
        branch = self._branches[-1]
        taken, branch.taken = branch.taken, True
        if taken:
            branch.others.append([])
        return taken

    def _keep(self, thing: Thing | None) -> None:
        if thing is not None:
            self.things.append(thing)

    def _office(self, name: str, attributes: Mapping[str, str]) -> None:
        """An element of a drawing or an embedded thing."""
        for id in relations(attributes):
            self.things.append(Thing("", id, paragraph=self._at))
        if self._drawings and attributes:
            self._drawings[-1].note(name, plain(attributes))
            if name == "o:textpath":
                self._words.append(attributes.get("string", ""))
                self._drawn()

    def _refers(self, name: str, attributes: Mapping[str, str]) -> None:
        own = plain(attributes)
        ids = relations(attributes)
        anchor = own.get("anchor", "")
        for id in ids:
            self.things.append(
                Thing("", id, f"#{anchor}" if anchor and name == "hyperlink" else "", paragraph=self._at)
            )
        if name == "hyperlink" and not ids:
            self._keep(link("", anchor, self._at))

    def _draw(self, name: str, attributes: Mapping[str, str]) -> None:
        self._drawings.append(Drawing(len(self.things), self._said))

    def _draw_over(self) -> None:
        """A drawing that says nothing and refers to nothing is a bare shape: it may lie on words."""
        ended = self._drawings.pop()
        if (ended.things, ended.said) == (len(self.things), self._said):
            self.things.append(Thing(SHAPE, SHAPE, look=" ".join(ended.told), paragraph=self._at))

    def _equate(self, name: str, attributes: Mapping[str, str]) -> None:
        """An element of an equation: what holds other elements shapes it, of its properties those that are seen."""
        if name in _MEANING:
            self._equation.append(f"<{name[2:]} {plain(attributes).get('val', '')}>")
        elif not name.endswith("Pr") and any(n.endswith("Pr") for n in self._around[-3:-1]) is False:
            self._equation.append(f"<{name[2:]}>")

    def _drawn(self) -> None:
        """Words inside a drawing, or how far it stands from its place."""
        words = "".join(self._words)
        self._words.clear()
        if self._around[-1] in ("o:positionH", "o:positionV"):
            if self._drawings and words.strip().lstrip("-").isdecimal():
                self._drawings[-1].offset(int(words))
        elif words.strip():
            self.things.append(Thing(DRAWN, words, words, paragraph=self._at))

    def _compute(self, name: str, attributes: Mapping[str, str]) -> None:
        if name == "m:oMath" and not self._equation:
            self._words.clear()
            self._equation.append("=")

    def _computed(self) -> None:
        if "m:oMath" not in self._around:
            words = "".join(self._words)
            self.things.append(Thing(EQUATION, "".join(self._equation), words, paragraph=self._at))
            self._equation.clear()
            self._words.clear()

    def _bind(self, name: str, attributes: Mapping[str, str]) -> None:
        self.things.append(Thing(BOUND, plain(attributes).get("xpath", ""), paragraph=self._at))

    def _tick(self, name: str, attributes: Mapping[str, str]) -> None:
        self._box = {"in": name}

    def _ticked(self, name: str, attributes: Mapping[str, str]) -> None:
        if self._box.get("in") == self._around[-2]:
            self._box[name] = "ticked" if on(plain(attributes).get("val")) else "empty"

    def _box_read(self) -> None:
        state = self._box.get("o:checked") or self._box.get("checked") or self._box.get("default") or "empty"
        self.things.append(Thing(BOX, state, state, paragraph=self._at))
        self._box = {}

    def _chosen(self, name: str, attributes: Mapping[str, str]) -> None:
        if self._around[-2] == "ddList":
            value = plain(attributes).get("val", "")
            self.things.append(Thing(CHOICE, value, value, paragraph=self._at))

    def _choose(self, name: str, attributes: Mapping[str, str]) -> None:
        self._branches.append(_Branches())

    def _chose(self) -> None:
        ended = self._branches.pop()
        first = "".join("".join(ended.first).split())
        for other in ended.others:
            if "".join("".join(other).split()) != first:
                words = "".join(other)
                self.things.append(Thing(OTHER_WORDS, words, words, paragraph=self._at))
