"""The parts a filing may have, how each is named, typed and cleaned, and the small constant parts of every filing."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from panahat.problems import Code, Problem
from panahat.seal import codes
from panahat.seal.cleaning_parts import clean_fonts, clean_numbering, clean_settings, clean_styles, clean_theme, words
from panahat.seal.package import Package
from panahat.seal.xml import Element
from panahat.seal.zipping import safe_name

_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

MAIN_TYPES = (f"{_WORD}.document.main+xml", f"{_WORD}.template.main+xml")
ORDER = tuple("document styles settings numbering fontTable theme header footer footnotes endnotes".split())
ROOTS = {kind: kind for kind in ORDER} | {"fontTable": "fonts", "header": "hdr", "footer": "ftr"}
NAMESPACE = {"theme": "http://schemas.openxmlformats.org/drawingml/2006/main"}
CLEANERS: dict[str, Callable[[str, Element], list[Problem]]] = {
    "styles": clean_styles,
    "settings": clean_settings,
    "numbering": clean_numbering,
    "fontTable": clean_fonts,
    "theme": clean_theme,
}
_SILENT = words(
    """core-properties extended-properties custom-properties thumbnail classificationlabels webSettings
    stylesWithEffects customXml customXmlProps glossaryDocument people commentsExtended commentsIds
    commentsExtensible printerSettings keyMapCustomizations"""
)
_REFUSED = {
    **dict.fromkeys(words("vbaProject wordVbaData control activeXControlBinary attachedToolbars"), codes.MACRO),
    **dict.fromkeys(words("oleObject package aFChunk subDocument"), codes.EMBEDDING),
    **dict.fromkeys(words("image chart diagramData"), codes.PICTURE),
    "comments": codes.COMMENT,
}

PROPERTIES = {
    "docProps/core.xml": (
        _XML + f'<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties"'
        ' xmlns:dc="http://purl.org/dc/elements/1.1/"/>'
    ).encode(),
    "docProps/app.xml": (
        _XML + '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"/>'
    ).encode(),
}
ROOT_RELATIONSHIPS = (
    _XML + f'<Relationships xmlns="{_PACKAGE}/relationships">'
    f'<Relationship Id="rId1" Type="{_OFFICE}/officeDocument" Target="word/document.xml"/>'
    f'<Relationship Id="rId2" Type="{_PACKAGE}/relationships/metadata/core-properties" Target="docProps/core.xml"/>'
    f'<Relationship Id="rId3" Type="{_OFFICE}/extended-properties" Target="docProps/app.xml"/>'
    "</Relationships>"
).encode()


def sort_parts(package: Package, main: str) -> tuple[dict[str, str], list[Problem]]:
    """(kind by name of every part that stays, problems with those that may not be there)."""
    kept = {main: "document"}
    silent: set[str] = set()
    problems: list[Problem] = []
    for source, found in package.relationships.items():
        for r in found:
            shown = {"part": safe_name(source or "_rels/.rels"), "paragraph": "–"}
            if r.external:
                problems.append(Problem(codes.EXTERNAL_LINK, facts=shown))
            elif r.kind in _REFUSED:
                problems.append(Problem(_REFUSED[r.kind], facts=shown | {"part": safe_name(r.target)}))
            elif source == main and r.kind in ORDER[1:]:
                kept[r.target] = r.kind
            elif r.kind in _SILENT:
                silent.add(r.target)
    _follow(package, silent)
    named = {p.facts["part"] for p in problems}
    for name in package.members:
        known = name in kept or name in silent or name.endswith(".rels") or name == "[Content_Types].xml"
        if not known and safe_name(name) not in named:
            problems.append(Problem(_by_type(package.types[name]), facts={"part": safe_name(name), "paragraph": "–"}))
    return kept, problems


def _follow(package: Package, silent: set[str]) -> None:
    """Adds to `silent` every part that only silent parts refer to."""
    waiting = list(silent)
    while waiting:
        for r in package.relationships.get(waiting.pop(), ()):
            if not r.external and r.target not in silent and r.kind not in ("officeDocument", *_REFUSED):
                silent.add(r.target)
                waiting.append(r.target)


def _by_type(content_type: str) -> Code:
    """What is wrong with a part that nothing refers to, by what it says it is."""
    if "vba" in content_type.lower() or "activeX" in content_type:
        return codes.MACRO
    return codes.FOREIGN_PART


def place(kind: str, n: int) -> str:
    """The standard name of the `n`th part of `kind`."""
    if kind == "theme":
        return "word/theme/theme1.xml"
    return f"word/{kind}{n}.xml" if kind in ("header", "footer") else f"word/{kind}.xml"


def content_types(kinds: Mapping[str, str]) -> bytes:
    """[Content_Types].xml for parts of these kinds."""
    types = {
        name: "application/vnd.openxmlformats-officedocument.theme+xml"
        if kind == "theme"
        else f"{_WORD}.{'document.main' if kind == 'document' else kind}+xml"
        for name, kind in kinds.items()
    }
    types["docProps/core.xml"] = "application/vnd.openxmlformats-package.core-properties+xml"
    types["docProps/app.xml"] = "application/vnd.openxmlformats-officedocument.extended-properties+xml"
    rows = "".join(f'<Override PartName="/{n}" ContentType="{t}"/>' for n, t in sorted(types.items()))
    return (
        _XML + f'<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{rows}</Types>'
    ).encode()


def relationships(references: Mapping[str, str], kinds: Mapping[str, str]) -> bytes:
    """The main part's relationships, in the order of their targets and ids."""
    rows = "".join(
        f'<Relationship Id="{id}" Type="{_OFFICE}/{kinds[name]}" Target="{name.removeprefix("word/")}"/>'
        for id, name in sorted(references.items(), key=lambda r: (r[1], r[0]))
    )
    return (_XML + f'<Relationships xmlns="{_PACKAGE}/relationships">{rows}</Relationships>').encode()


def serialise(root: Element) -> bytes:
    """The part's bytes, with only the namespaces it uses."""
    from lxml import etree

    etree.cleanup_namespaces(root, keep_ns_prefixes=["w", "r"])
    return bytes(etree.tostring(root, encoding="UTF-8", standalone=True))
