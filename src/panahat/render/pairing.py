"""Two languages in one document: one after the other, each on its own pages, or side by side in two columns.

Both templates have the same styles. The second language's styles are taken over under names of their own, with their
language; its headers come along. The first language's package carries everything else.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NamedTuple

from panahat.problems import Problem, Refused
from panahat.render import codes
from panahat.render.template import Template
from panahat.seal.zipping import pack

DOCUMENT = "word/document.xml"
STYLES = "word/styles.xml"
RELS = "word/_rels/document.xml.rels"
TYPES = "[Content_Types].xml"
MARK = "-2"
"""What the second language's styles, headers and relations have after their names."""

_SECTION = re.compile(r"<w:sectPr(?: [^>]*)?>.*?</w:sectPr>(?=</w:body>)", re.DOTALL)
_BODY = re.compile(r"(.*?<w:body>)(.*)(</w:body>.*)", re.DOTALL)
_STYLE_USE = re.compile(r'(<w:(?:pStyle|rStyle|tblStyle) w:val=")([^"]+)(")')
_RELATION_USE = re.compile(r'(r:id=")([^"]+)(")')
_RELATION = re.compile(r"<Relationship [^>]*/>")
_STYLE = re.compile(r"<w:style .*?</w:style>", re.DOTALL)
_WIDTH = re.compile(r'(<w:(?:tblW|gridCol|tcW) w:w=")(\d+)"')
_OVERRIDE = re.compile(r'<Override [^>]*PartName="/word/((?:header|footer)[^"]*)"[^>]*/>')


class _Side(NamedTuple):
    """One language: the document before, inside and after its body, its last section, its other parts."""

    head: str
    body: str
    section: str
    tail: str
    parts: Mapping[str, bytes]
    fixed: Mapping[str, bytes]


def one_after_the_other(first: Template, one: Mapping[str, bytes], second: Template, two: Mapping[str, bytes]) -> bytes:
    """The document of the first language, then, on a new page, that of the second; page numbers start again."""
    a, b = _side(first, one), _side(second, two)
    opening = _ending(a.body, _restarted(a.section))
    body = opening + _renamed(b.body) + _restarted(_renamed(b.section))
    return _packed(first, a, b, f"{a.head}{body}{a.tail}", _both_styles(a, b))


def side_by_side(first: Template, one: Mapping[str, bytes], second: Template, two: Mapping[str, bytes]) -> bytes:
    """Both languages in two columns, a row for each paragraph or table; rows may break across pages."""
    a, b = _side(first, one), _side(second, two)
    left, right = _children(a), _children(b)
    if len(left) != len(right):
        raise Refused([Problem(codes.PAIRS, file=first.name, facts={"other": second.name})])
    width = 4677
    cell = f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>'
    rows = "".join(
        f"<w:tr>{cell}{_in_cell(x)}</w:tc>{cell}{_in_cell(_renamed(y))}</w:tc></w:tr>"
        for x, y in zip(left, right, strict=True)
    )
    table = (
        f'<w:tbl><w:tblPr><w:tblW w:w="{2 * width}" w:type="dxa"/><w:tblLayout w:type="fixed"/></w:tblPr>'
        f'<w:tblGrid><w:gridCol w:w="{width}"/><w:gridCol w:w="{width}"/></w:tblGrid>{rows}</w:tbl><w:p/>'
    )
    return _packed(first, a, b, f"{a.head}{table}{a.section}{a.tail}", _narrow(_both_styles(a, b)))


def _side(template: Template, rendered: Mapping[str, bytes]) -> _Side:
    document = rendered[DOCUMENT].decode()
    found = _BODY.fullmatch(document)
    section = _SECTION.search(document)
    if found is None or section is None:
        raise Refused([Problem(codes.BROKEN, file=template.name, facts={"part": DOCUMENT})])
    others = {name: content for name, content in rendered.items() if name != DOCUMENT}
    body = found[2].removesuffix(section[0])
    return _Side(found[1], body, section[0], found[3], others, template.fixed)


def _ending(body: str, section: str) -> str:
    """`body` with its last paragraph closing the section."""
    if not body.endswith("</w:p>"):
        return f"{body}<w:p><w:pPr>{section}</w:pPr></w:p>"
    start = max(body.rfind("<w:p>"), body.rfind("<w:p "))
    before, last = body[:start], body[start:]
    if "</w:pPr>" in last:
        return before + last.replace("</w:pPr>", f"{section}</w:pPr>", 1)
    opening = last.index(">") + 1
    return f"{before}{last[:opening]}<w:pPr>{section}</w:pPr>{last[opening:]}"


def _restarted(section: str) -> str:
    """The section with page numbers from 1."""
    numbers = '<w:pgNumType w:start="1"/>'
    if "<w:pgNumType" in section:
        return re.sub(r"<w:pgNumType[^>]*/>", numbers, section)
    return re.sub(r"(<w:pgMar [^>]*/>)", rf"\1{numbers}", section, count=1)


def _renamed(xml: str) -> str:
    xml = _STYLE_USE.sub(rf"\g<1>\g<2>{MARK}\3", xml)
    return _RELATION_USE.sub(rf"\g<1>\g<2>{MARK}\3", xml)


def _both_styles(a: _Side, b: _Side) -> str:
    """The first language's styles, and the second's after them with names and language of their own."""
    mine, theirs = a.fixed[STYLES].decode(), b.fixed[STYLES].decode()
    found = re.search(r'<w:lang w:val="([^"]+)"', theirs)
    language = f'<w:lang w:val="{found[1]}"/>' if found else ""
    added = "".join(_taken_over(style, language) for style in _STYLE.findall(theirs))
    return mine.replace("</w:styles>", f"{added}</w:styles>")


def _taken_over(style: str, language: str) -> str:
    style = re.sub(r' w:default="1"', "", style)
    style = re.sub(r'(w:styleId="[^"]+)"', rf'\1{MARK}"', style)
    style = re.sub(r'(<w:(?:basedOn|next|link) w:val="[^"]+)"', rf'\1{MARK}"', style)
    style = re.sub(r'(<w:name w:val="[^"]+)"', rf'\1{MARK}"', style)
    if 'w:type="table"' in style:
        return style
    if "<w:rPr>" in style:
        return style.replace("</w:rPr>", f"{language}</w:rPr>", 1)
    return style.replace("</w:style>", f"<w:rPr>{language}</w:rPr></w:style>")


def _packed(first: Template, a: _Side, b: _Side, document: str, styles: str) -> bytes:
    moved = {_moved(name): _renamed(content.decode()).encode() for name, content in b.parts.items()}
    for name, content in b.fixed.items():
        if name.startswith(("word/header", "word/footer")) and name not in b.parts:
            moved[_moved(name)] = _renamed(content.decode()).encode()
    relations = [
        re.sub(r'Id="([^"]+)"', rf'Id="\1{MARK}"', re.sub(r'Target="([^"]+)\.xml"', rf'Target="\1{MARK}.xml"', r))
        for r in _RELATION.findall(b.fixed[RELS].decode())
        if r.split('Type="')[1].split('"')[0].endswith(("/header", "/footer"))
    ]
    rels = a.fixed[RELS].decode().replace("</Relationships>", "".join(relations) + "</Relationships>")
    overrides = [m[0].replace(m[1], _moved(m[1])) for m in _OVERRIDE.finditer(b.fixed[TYPES].decode())]
    types = a.fixed[TYPES].decode().replace("</Types>", "".join(overrides) + "</Types>")
    changed = {
        **a.parts,
        **moved,
        DOCUMENT: document.encode(),
        STYLES: styles.encode(),
        RELS: rels.encode(),
        TYPES: types.encode(),
    }
    return pack(first.members, changed)


def _moved(name: str) -> str:
    return name.replace(".xml", f"{MARK}.xml")


def _children(side: _Side) -> list[str]:
    """The paragraphs and tables of the body, as they are written."""
    out: list[str] = []
    depth = start = 0
    for tag in re.finditer(r"<(/?)w:(p|tbl)(?=[ >/])[^>]*?(/?)>", side.body):
        closing, _, empty = tag.groups()
        if empty:
            if not depth:
                out.append(tag[0])
            continue
        if not closing:
            if not depth:
                start = tag.start()
            depth += 1
        else:
            depth -= 1
            if not depth:
                out.append(side.body[start : tag.end()])
    return out


def _in_cell(xml: str) -> str:
    """What may stand in a cell: a table there is narrowed to it and followed by a paragraph."""
    if not xml.startswith("<w:tbl>"):
        return xml
    narrowed = _WIDTH.sub(lambda m: f'{m[1]}{int(m[2]) * 46 // 100}"', xml)
    return f"{narrowed}<w:p/>"


def _narrow(styles: str) -> str:
    """Styles for half a page: no deep indents, small first lines, smaller letters."""
    styles = re.sub(r'w:left="[1-9]\d{3,}"', 'w:left="0"', styles)
    styles = styles.replace('w:firstLine="709"', 'w:firstLine="284"')
    styles = re.sub(r'(<w:tab w:val="[a-z]+" w:pos=")(\d+)"', lambda m: f'{m[1]}{int(m[2]) * 45 // 100}"', styles)
    return re.sub(r'(<w:sz(?:Cs)? w:val=")(\d+)"', lambda m: f'{m[1]}{max(18, int(m[2]) - 6)}"', styles)
