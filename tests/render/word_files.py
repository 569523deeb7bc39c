"""Word templates built by code, from the smallest clean document that Word opens."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from panahat.seal.zipping import member, pack

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_NS = f'xmlns:w="{W}" xmlns:r="{R}"'

STYLES = (
    _HEAD
    + f'<w:styles {_NS}><w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Title1"><w:name w:val="Filing Title"/><w:rPr><w:b/></w:rPr></w:style>'
    '<w:style w:type="table" w:styleId="Grid"><w:name w:val="Table Grid"/></w:style></w:styles>'
)


def run(text: str, look: str = "") -> str:
    """A run with the text and the formatting."""
    properties = f"<w:rPr>{look}</w:rPr>" if look else ""
    return f'<w:r>{properties}<w:t xml:space="preserve">{text}</w:t></w:r>'


def p(*runs: str, style: str = "") -> str:
    """A paragraph of runs, or of plain texts."""
    properties = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    return f"<w:p>{properties}{''.join(r if r.startswith('<') else run(r) for r in runs)}</w:p>"


def row(*cells: str) -> str:
    """A table row; a cell is paragraphs, or a plain text."""
    inside = "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="2000" w:type="dxa"/></w:tcPr>{c if c.startswith("<") else p(c)}</w:tc>'
        for c in cells
    )
    return f"<w:tr>{inside}</w:tr>"


def table(columns: int, *rows: str) -> str:
    """A table of so many columns."""
    grid = '<w:gridCol w:w="2000"/>' * columns
    return (
        '<w:tbl><w:tblPr><w:tblStyle w:val="Grid"/><w:tblW w:w="0" w:type="auto"/></w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>"
    )


def page_field(code: str) -> str:
    """A field such as PAGE, written the long way."""
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r><w:instrText xml:space="preserve"> {code} </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>1</w:t></w:r>'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def parts(
    *body: str,
    header: str = "",
    footer: str = "",
    footnotes: str = "",
    settings: str = "",
    extra: Mapping[str, bytes] | None = None,
    relationships: Iterable[str] = (),
    types: Iterable[str] = (),
    attributes: str = "",
) -> dict[str, bytes]:
    """The parts of a document: body XML, and what a test adds."""
    kinds = {"styles": STYLES}
    if header:
        kinds["header"] = _HEAD + f"<w:hdr {_NS}>{header}</w:hdr>"
    if footer:
        kinds["footer"] = _HEAD + f"<w:ftr {_NS}>{footer}</w:ftr>"
    if footnotes:
        kinds["footnotes"] = _HEAD + f"<w:footnotes {_NS}>{footnotes}</w:footnotes>"
    if settings:
        kinds["settings"] = _HEAD + f"<w:settings {_NS}>{settings}</w:settings>"
    names = {kind: f"word/{kind}{1 if kind in ('header', 'footer') else ''}.xml" for kind in kinds}
    references = "".join(
        f'<w:{kind}Reference w:type="default" r:id="rId{kind}"/>' for kind in ("header", "footer") if kind in kinds
    )
    page = f'<w:sectPr>{references}<w:pgSz w:w="11906" w:h="16838"/></w:sectPr>'
    rows = [f'<Relationship Id="rId{k}" Type="{R}/{k}" Target="{n.removeprefix("word/")}"/>' for k, n in names.items()]
    overrides = [f'<Override PartName="/{n}" ContentType="{_WORD}.{k}+xml"/>' for k, n in names.items()]
    ns = "http://schemas.openxmlformats.org/package/2006"
    return {
        "[Content_Types].xml": (
            _HEAD + f'<Types xmlns="{ns}/content-types">'
            '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            '<Default Extension="xml" ContentType="application/xml"/>'
            f'<Override PartName="/word/document.xml" ContentType="{_WORD}.document.main+xml"/>'
            f"{''.join([*overrides, *types])}</Types>"
        ).encode(),
        "_rels/.rels": (
            _HEAD + f'<Relationships xmlns="{ns}/relationships">'
            f'<Relationship Id="rId1" Type="{R}/officeDocument" Target="word/document.xml"/></Relationships>'
        ).encode(),
        "word/document.xml": (
            _HEAD + f"<w:document {_NS}{attributes}><w:body>{''.join(body)}{page}</w:body></w:document>"
        ).encode(),
        "word/_rels/document.xml.rels": (
            _HEAD + f'<Relationships xmlns="{ns}/relationships">{"".join([*rows, *relationships])}</Relationships>'
        ).encode(),
        **{names[kind]: content.encode() for kind, content in kinds.items()},
        **(extra or {}),
    }


def docx(*body: str, **more: object) -> bytes:
    """The document with this body, as a .docx."""
    return zipped(parts(*body, **more))  # type: ignore[arg-type]


def zipped(content: Mapping[str, bytes]) -> bytes:
    """The parts as a .docx."""
    return pack([member(name, data) for name, data in content.items()], {})
