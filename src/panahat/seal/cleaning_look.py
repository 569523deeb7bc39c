"""Cleans the parts that hold look: styles, settings, numbering, fonts, theme."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from panahat.problems import Code, Problem
from panahat.seal import codes
from panahat.seal.vocabulary import HIDING, SETTINGS
from panahat.seal.xml import W
from panahat.seal.zip_read import safe_name

if TYPE_CHECKING:
    from lxml.etree import _Element

_W = f"{{{W}}}"
_OFF = ("0", "false", "off")


def clean_styles(part: str, root: _Element) -> list[Problem]:
    """Only WordprocessingML, no `rsid`; a style that hides its text is refused by name."""
    problems = []
    for hidden in _of(root, HIDING):
        style = next((a for a in hidden.iterancestors(f"{_W}style")), None)
        if hidden.get(f"{_W}val", "1") not in _OFF:
            name = style.find(f"{_W}name") if style is not None else None
            shown = name.get(f"{_W}val", "") if name is not None else part
            problems.append(Problem(codes.HIDDEN_STYLE, facts={"style": safe_name(shown)}))
    _remove(_of(root, ("rsid", *HIDING)))
    return problems + _only_word(part, root)


def clean_settings(part: str, root: _Element) -> list[Problem]:
    """Only settings that change the look (`vocabulary.SETTINGS`)."""
    _remove(child for child in root if str(child.tag).removeprefix(_W) not in SETTINGS)
    return _only_word(part, root)


def clean_numbering(part: str, root: _Element) -> list[Problem]:
    """No ids that name the template across documents (`nsid`, `tmpl`, `w:tplc`), no picture bullets."""
    pictures = list(_of(root, ("numPicBullet", "lvlPicBulletId")))
    _remove(_of(root, ("nsid", "tmpl")))
    for level in _of(root, ("lvl",)):
        level.attrib.pop(f"{_W}tplc", "")
    return ([_problem(codes.PICTURE, part)] if pictures else []) + _only_word(part, root)


def clean_fonts(part: str, root: _Element) -> list[Problem]:
    """No embedded font files."""
    _remove(_of(root, ("embedRegular", "embedBold", "embedItalic", "embedBoldItalic")))
    return _only_word(part, root)


def clean_theme(part: str, root: _Element) -> list[Problem]:
    """Colours and fonts only: no names, no extensions, no pictures."""
    pictures = [e for e in root.iter() if str(e.tag).endswith(("}blip", "}blipFill"))]
    _remove([e for e in root.iter() if str(e.tag).endswith("}extLst")])
    for element in root.iter():
        if str(element.tag).endswith(("}theme", "}clrScheme", "}fontScheme", "}fmtScheme")):
            element.set("name", "Panahat")
    return [_problem(codes.PICTURE, part)] if pictures else []


def _only_word(part: str, root: _Element) -> list[Problem]:
    """Elements and attributes of other namespaces are ignorable extensions; pictures among them are refused."""
    foreign = [e for e in root.iter() if not str(e.tag).startswith(_W)]
    pictures = any(str(e.tag).endswith(("}AlternateContent", "}blip")) for e in foreign)
    _remove(foreign)
    for element in root.iter():
        for key in list(element.attrib):
            if not str(key).startswith(_W) or str(key).removeprefix(_W).startswith("rsid"):
                del element.attrib[key]
    return [_problem(codes.PICTURE, part)] if pictures else []


def _of(root: _Element, names: Iterable[str]) -> list[_Element]:
    return list(root.iter(*(f"{_W}{name}" for name in names)))


def _remove(elements: Iterable[_Element]) -> None:
    for element in list(elements):
        parent = element.getparent()
        if parent is not None:
            parent.remove(element)


def _problem(code: Code, part: str) -> Problem:
    return Problem(code, facts={"part": part, "paragraph": "–"})
