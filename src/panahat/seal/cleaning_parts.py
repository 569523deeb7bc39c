"""Cleans the parts of a document: text (what hides, tracks, links or computes is refused) and look."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field

from panahat.messages import N_
from panahat.problems import Code, Problem
from panahat.seal import codes
from panahat.seal.xml import Element, R, W, remove
from panahat.seal.zipping import label, safe_name


def words(text: str) -> frozenset[str]:
    """The words of `text`."""
    return frozenset(text.split())


STRUCTURE = words(
    """document body hdr ftr footnotes footnote endnotes endnote p r t tab br cr noBreakHyphen softHyphen sym ptab
    tbl tblGrid gridCol tr tc footnoteReference footnoteRef endnoteReference endnoteRef separator
    continuationSeparator fldSimple fldChar instrText"""
)
PARAGRAPH = words(
    """pPr pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr ilvl numId suppressLineNumbers pBdr
    tabs suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi
    adjustRightInd snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc textDirection
    textAlignment outlineLvl cnfStyle"""
)
RUN = words(
    """rPr rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof color w
    kern position sz szCs highlight u bdr shd fitText vertAlign rtl cs em lang eastAsianLayout"""
)
TABLE = words(
    """tblPr tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW tblCellSpacing
    tblInd tblBorders tblLayout tblCellMar tblLook trPr gridBefore gridAfter wBefore wAfter cantSplit trHeight
    tblHeader tcPr tcW gridSpan hMerge vMerge tcBorders noWrap tcMar tcFitText vAlign hideMark top left start
    bottom right end between bar insideH insideV tl2br tr2bl"""
)
SECTION = words(
    """sectPr headerReference footerReference footnotePr endnotePr pos numFmt numStart numRestart type pgSz pgMar
    pgBorders lnNumType pgNumType cols col noEndnote titlePg rtlGutter docGrid"""
)
ALLOWED = STRUCTURE | PARAGRAPH | RUN | TABLE | SECTION

DROPPED = words(
    """proofErr bookmarkStart bookmarkEnd lastRenderedPageBreak permStart permEnd tblCaption tblDescription
    printerSettings paperSrc divId rsid formProt"""
)

_TRACKED = words(
    """ins del moveFrom moveTo moveFromRangeStart moveFromRangeEnd moveToRangeStart moveToRangeEnd cellIns cellDel
    cellMerge numberingChange delText delInstrText pPrChange rPrChange sectPrChange tblPrChange tblGridChange
    trPrChange tcPrChange tblPrExChange customXmlInsRangeStart customXmlInsRangeEnd customXmlDelRangeStart
    customXmlDelRangeEnd"""
)
REFUSED: dict[str, Code] = {
    **dict.fromkeys(_TRACKED, codes.TRACKED),
    **dict.fromkeys(("commentRangeStart", "commentRangeEnd", "commentReference", "annotationRef"), codes.COMMENT),
    **dict.fromkeys(("drawing", "pict", "object", "AlternateContent", "effect"), codes.PICTURE),
    **dict.fromkeys(("sdt", "smartTag", "customXml", "ffData", "customXmlPr", "dir", "bdo"), codes.CONTROL),
    **dict.fromkeys(("altChunk", "subDoc"), codes.EMBEDDING),
    "hyperlink": codes.HYPERLINK,
}
HIDING = frozenset(("vanish", "specVanish", "webHidden", "hidden"))
FIELDS = frozenset(("PAGE", "NUMPAGES", "SECTIONPAGES"))

SETTINGS = words(
    """mirrorMargins bordersDoNotSurroundHeader bordersDoNotSurroundFooter gutterAtTop defaultTabStop
    autoHyphenation consecutiveHyphenLimit hyphenationZone doNotHyphenateCaps evenAndOddHeaders bookFoldPrinting
    characterSpacingControl footnotePr endnotePr compat themeFontLang clrSchemeMapping decimalSymbol
    listSeparator"""
)
"""Settings that change how a filing looks; all others say something about its author, machine or history."""


_W, _R = f"{{{W}}}", f"{{{R}}}"
_IGNORABLE = "{http://schemas.microsoft.com/office/word/"
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_OFF = ("0", "false", "off")
_SMALLEST, _NARROWEST, _FLATTEST = 8, 20, 80  # half points; per cent; twentieths of a point


def clean_text(part: str, root: Element) -> list[Problem]:
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

    def visit(self, element: Element) -> None:
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

    def _stays(self, child: Element) -> bool:
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

    def _attributes(self, element: Element, name: str) -> None:
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

    def _stray_text(self, element: Element, name: str) -> None:
        """Text outside `w:t` is shown by no program, yet stays in the file."""
        if name not in ("t", "instrText"):
            if element.text and element.text.strip():
                self._say(codes.HIDDEN, how="@" + N_("text outside any run"))
            element.text = None
        if element.tail and element.tail.strip():
            self._say(codes.HIDDEN, how="@" + N_("text outside any run"))
        element.tail = None

    def _field(self, element: Element, name: str) -> None:
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

    def _hiding(self, properties: Element) -> None:
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

    def _flat(self, element: Element) -> None:
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


def clean_styles(part: str, root: Element) -> list[Problem]:
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


def clean_settings(part: str, root: Element) -> list[Problem]:
    """Only settings that change the look (`vocabulary.SETTINGS`)."""
    _remove(child for child in root if str(child.tag).removeprefix(_W) not in SETTINGS)
    return _only_word(part, root)


def clean_numbering(part: str, root: Element) -> list[Problem]:
    """No ids that name the template across documents (`nsid`, `tmpl`, `w:tplc`), no picture bullets."""
    pictures = list(_of(root, ("numPicBullet", "lvlPicBulletId")))
    _remove(_of(root, ("nsid", "tmpl")))
    for level in _of(root, ("lvl",)):
        level.attrib.pop(f"{_W}tplc", "")
    return ([_problem(codes.PICTURE, part)] if pictures else []) + _only_word(part, root)


def clean_fonts(part: str, root: Element) -> list[Problem]:
    """No embedded font files."""
    _remove(_of(root, ("embedRegular", "embedBold", "embedItalic", "embedBoldItalic")))
    return _only_word(part, root)


def clean_theme(part: str, root: Element) -> list[Problem]:
    """Colours and fonts only: no names, no extensions, no pictures."""
    pictures = [e for e in root.iter() if str(e.tag).endswith(("}blip", "}blipFill"))]
    _remove([e for e in root.iter() if str(e.tag).endswith("}extLst")])
    for element in root.iter():
        if str(element.tag).endswith(("}theme", "}clrScheme", "}fontScheme", "}fmtScheme")):
            element.set("name", "Panahat")
    return [_problem(codes.PICTURE, part)] if pictures else []


def _only_word(part: str, root: Element) -> list[Problem]:
    """Elements and attributes of other namespaces are ignorable extensions; pictures among them are refused."""
    foreign = [e for e in root.iter() if not str(e.tag).startswith(_W)]
    pictures = any(str(e.tag).endswith(("}AlternateContent", "}blip")) for e in foreign)
    _remove(foreign)
    for element in root.iter():
        for key in list(element.attrib):
            if not str(key).startswith(_W) or str(key).removeprefix(_W).startswith("rsid"):
                del element.attrib[key]
    return [_problem(codes.PICTURE, part)] if pictures else []


def _of(root: Element, names: Collection[str]) -> list[Element]:
    """The elements of these names; lxml would take no name for every element."""
    return list(root.iter(*(f"{_W}{name}" for name in names))) if names else []


def _remove(elements: Iterable[Element]) -> None:
    for element in list(elements):
        remove(element)


def _problem(code: Code, part: str) -> Problem:
    return Problem(code, facts={"part": part, "paragraph": "–"})
