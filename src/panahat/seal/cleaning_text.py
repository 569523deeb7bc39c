"""Cleans a part that holds text: document, header, footer, notes. Refuses what hides, tracks, links or computes."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from panahat.messages import N_
from panahat.problems import Code, Problem
from panahat.seal import codes
from panahat.seal.vocabulary import ALLOWED, DROPPED, FIELDS, HIDING, REFUSED
from panahat.seal.xml import R, W
from panahat.seal.zip_read import label, safe_name

if TYPE_CHECKING:
    from lxml.etree import _Element

_W, _R = f"{{{W}}}", f"{{{R}}}"
_IGNORABLE = "{http://schemas.microsoft.com/office/word/"
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_OFF = ("0", "false", "off")
_SMALLEST, _NARROWEST, _FLATTEST = 8, 20, 80  # half points; per cent; twentieths of a point


def clean_text(part: str, root: _Element) -> list[Problem]:
    """Cleans `root` in place; the problems that only a person can mend."""
    walk = _Walk(part)
    walk.visit(root)
    return walk.problems


@dataclass
class _Walk:
    part: str
    paragraph: int = 0
    problems: list[Problem] = field(default_factory=list)
    fields: list[list[str]] = field(default_factory=list)

    def visit(self, element: _Element) -> None:
        name = str(element.tag).removeprefix(_W)
        if name == "p":
            self.paragraph += 1
        self._attributes(element, name)
        self._stray_text(element, name)
        self._field(element, name)
        if name == "rPr":
            self._hiding(element)
        if name in ("spacing", "trHeight"):
            self._flat(element)
        for child in list(element):
            if self._stays(child):
                self.visit(child)
            else:
                element.remove(child)

    def _stays(self, child: _Element) -> bool:
        tag = str(child.tag)
        name = tag.removeprefix(_W)
        if tag.startswith(_IGNORABLE) or name in DROPPED:
            return False
        local = tag.rsplit("}", 1)[-1]
        if local in HIDING:
            if child.get(f"{_W}val", "1") not in _OFF:
                self._say(codes.HIDDEN, how="@" + N_("marked as hidden"))
            return False
        if local in REFUSED:
            self._say(REFUSED[local])
            return False
        if name not in ALLOWED:
            self._say(codes.FOREIGN_ELEMENT, element=safe_name(local))
            return False
        return True

    def _attributes(self, element: _Element, name: str) -> None:
        for key in list(element.attrib):
            local = str(key).removeprefix(_W)
            reference = key == f"{_R}id" and name in ("headerReference", "footerReference")
            known = (
                (str(key).startswith(_W) and not local.startswith("rsid"))
                or reference
                or (key == _SPACE and name in ("t", "instrText"))
            )
            if not known:
                del element.attrib[key]

    def _stray_text(self, element: _Element, name: str) -> None:
        """Text outside `w:t` is shown by no program, yet stays in the file."""
        if name not in ("t", "instrText"):
            if element.text and element.text.strip():
                self._say(codes.HIDDEN, how="@" + N_("text outside any run"))
            element.text = None
        if element.tail and element.tail.strip():
            self._say(codes.HIDDEN, how="@" + N_("text outside any run"))
        element.tail = None

    def _field(self, element: _Element, name: str) -> None:
        if name == "fldSimple":
            self._instruction(element.get(f"{_W}instr", ""))
        elif name == "instrText" and self.fields:
            self.fields[-1].append(element.text or "")
        elif name == "instrText":
            self._say(codes.FIELD)
        elif name == "fldChar":
            step = element.get(f"{_W}fldCharType")
            if step == "begin":
                self.fields.append([])
                if len(self.fields) > 1:
                    self._say(codes.FIELD)
            elif step == "end" and self.fields:
                self._instruction("".join(self.fields.pop()))

    def _instruction(self, text: str) -> None:
        words = text.split()
        switches = words[1:]
        plain = all(s in ("\\*", "MERGEFORMAT", "Arabic", "ARABIC") for s in switches)
        if not words or words[0] not in FIELDS or not plain:
            self._say(codes.FIELD)

    def _hiding(self, properties: _Element) -> None:
        """White, tiny or squeezed letters, and letters in the colour of their ground."""
        value = {str(child.tag).removeprefix(_W): child for child in properties}
        color = value["color"].get(f"{_W}val", "").upper() if "color" in value else ""
        ground = value["shd"].get(f"{_W}fill", "").upper() if "shd" in value else ""
        if color == "FFFFFF" and ground in ("", "AUTO", "FFFFFF"):
            self._say(codes.HIDDEN, how="@" + N_("white letters"))
        elif color and color == ground != "AUTO":
            self._say(codes.HIDDEN, how="@" + N_("letters in the colour of their ground"))
        for name, least in (("sz", _SMALLEST), ("w", _NARROWEST)):
            number = value[name].get(f"{_W}val", "") if name in value else ""
            if number.removesuffix("%").isdecimal() and int(number.removesuffix("%")) < least:
                self._say(codes.HIDDEN, how="@" + N_("letters too small to read"))

    def _flat(self, element: _Element) -> None:
        """Lines or rows with an exact height that no letter fits into."""
        exact = "exact" in (element.get(f"{_W}lineRule"), element.get(f"{_W}hRule"))
        height = element.get(f"{_W}line") or element.get(f"{_W}val") or ""
        if exact and height.isdecimal() and int(height) < _FLATTEST:
            self._say(codes.HIDDEN, how="@" + N_("lines too low to read"))

    def _say(self, code: Code, **facts: str) -> None:
        self.problems.append(
            Problem(
                code,
                path=(self.paragraph,),
                facts={"part": label(self.part), "paragraph": str(self.paragraph), **facts},
            )
        )
