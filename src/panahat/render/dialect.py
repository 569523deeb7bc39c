"""The one door to docxtpl and python-docx: their reading of a template's parts, and docxtpl's patching of the XML.

Nothing else of docxtpl runs: not its rendering, not its environment, not its properties.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO

from lxml import etree

_DECLARATION = "<?xml version='1.0' encoding='UTF-8' standalone='yes'?>\n"


@dataclass(frozen=True, slots=True)
class Source:
    """One part as Jinja text, `source`, between what comes before it and after it."""

    part: str
    before: str
    source: str
    after: str


def sources(clean: bytes) -> Iterator[Source]:
    """The parts of a clean template that docxtpl would render, each as docxtpl would hand it to Jinja."""
    from docxtpl import DocxTemplate

    template = DocxTemplate(BytesIO(clean))
    template.init_docx()
    root = template.docx._element
    whole = etree.tostring(root, encoding="unicode")
    body = re.sub(r"^<w:body[^>]*>", "<w:body>", template.patch_xml(template.get_xml()))
    start, end = whole.index("<w:body"), whole.rindex("</w:body>") + len("</w:body>")
    yield Source("word/document.xml", _DECLARATION + whole[:start], body, whole[end:])
    seen = set()
    for kind in (template.HEADER_URI, template.FOOTER_URI):
        for _, part in template.get_headers_footers(kind):
            name = str(part.partname).lstrip("/")
            if name not in seen:
                seen.add(name)
                yield Source(name, _DECLARATION, template.patch_xml(template.get_part_xml(part)), "")
    for part in template.docx.part.package.parts:
        if str(part.partname) == "/word/footnotes.xml":
            yield Source("word/footnotes.xml", "", template.patch_xml(part.blob.decode("utf-8")), "")


def fix_tables(body: str, before: str) -> str:
    """The rendered body with its tables' columns counted anew, as docxtpl does it; namespaces come from `before`."""
    from docxtpl import DocxTemplate

    names = " ".join(re.findall(r"xmlns:\w+=\"[^\"]*\"", before))
    tree = DocxTemplate.fix_tables(None, body.replace("<w:body>", f"<w:body {names}>", 1))
    return re.sub(r"^<w:body[^>]*>", "<w:body>", etree.tostring(tree, encoding="unicode"))
