"""What a filing may be made of: the elements of WordprocessingML that are wording and look, and nothing else.

`ALLOWED` stays, `DROPPED` goes without a word (it shows nothing), and what `REFUSED` names is refused with its own
code, because only a person can say what should stand there instead. Everything else is refused as foreign.
"""

from __future__ import annotations

from panahat.problems import Code
from panahat.seal import codes


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
