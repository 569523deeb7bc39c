"""A logo over the first page of a finished document: one bare picture in the header that opens each text."""

from __future__ import annotations

import posixpath
import re

from panahat.seal.zipping import pack, read_zip

_DOCUMENT, _RELS, _TYPES = "word/document.xml", "word/_rels/document.xml.rels", "[Content_Types].xml"
_MEDIA = "media/logo.png"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
_FIRST = re.compile(r'<w:headerReference (?=[^>]*w:type="first")[^>]*r:id="([^"]+)"')
_RELATION = re.compile(r'<Relationship (?=[^>]*Id="([^"]+)")[^>]*Target="([^"]+)"')
_MM = 36_000
HIGHEST, WIDEST = 18 * _MM, 160 * _MM
"""The greatest size of a logo on the page, in the units of drawings."""


def with_logo(docx: bytes, png: bytes, width: int, height: int) -> bytes:
    """The document with the picture (its size in pixels) at the top of every header for a first page."""
    members = read_zip(docx)
    content = {m.name: m.content().decode() for m in members if m.name in (_DOCUMENT, _RELS, _TYPES)}
    targets = dict(_RELATION.findall(content[_RELS]))
    headers = {f"word/{targets[id]}" for id in _FIRST.findall(content[_DOCUMENT])}
    paragraph = _paragraph(width, height)
    changed = {f"word/{_MEDIA}": png}
    for m in members:
        if m.name in headers:
            opening, rest = re.split(r"(?<=>)(?=<w:p[ >])", m.content().decode(), maxsplit=1)
            changed[m.name] = f"{opening}{paragraph}{rest}".encode()
            changed[f"word/_rels/{posixpath.basename(m.name)}.rels"] = _relations()
    types = content[_TYPES].replace("<Override", '<Default Extension="png" ContentType="image/png"/><Override', 1)
    return pack(members, {**changed, _TYPES: types.encode()})


def _relations() -> bytes:
    return (
        f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Relationships xmlns="{_PACKAGE}">'
        f'<Relationship Id="rId1" Type="{_OFFICE}/image" Target="{_MEDIA}"/></Relationships>'
    ).encode()


def _paragraph(width: int, height: int) -> str:
    """A centred paragraph that holds the picture alone, as large as its limits allow."""
    scale = min(HIGHEST / height, WIDEST / width)
    size = f'cx="{int(width * scale)}" cy="{int(height * scale)}"'
    box = f'<a:xfrm><a:off x="0" y="0"/><a:ext {size}/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
    picture = (
        f'<pic:pic xmlns:pic="{_DRAWING}/picture"><pic:nvPicPr><pic:cNvPr id="1" name=""/><pic:cNvPicPr/></pic:nvPicPr>'
        f'<pic:blipFill><a:blip xmlns:r="{_OFFICE}" r:embed="rId1"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>'
        f"<pic:spPr>{box}</pic:spPr></pic:pic>"
    )
    inline = (
        f'<wp:inline xmlns:wp="{_DRAWING}/wordprocessingDrawing" distT="0" distB="0" distL="0" distR="0">'
        f'<wp:extent {size}/><wp:docPr id="1" name=""/><a:graphic xmlns:a="{_DRAWING}/main">'
        f'<a:graphicData uri="{_DRAWING}/picture">{picture}</a:graphicData></a:graphic></wp:inline>'
    )
    return f'<w:p><w:pPr><w:jc w:val="center"/></w:pPr><w:r><w:drawing>{inline}</w:drawing></w:r></w:p>'
