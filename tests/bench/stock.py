"""What stock docxtpl does with the same template and data, and whether both made the same."""

from __future__ import annotations

from io import BytesIO
from typing import Any
from zipfile import ZipFile

_HYPHEN = '</w:t><w:noBreakHyphen></w:noBreakHyphen><w:t xml:space="preserve">'


def render(template: bytes, data: dict[str, Any]) -> bytes:
    """Stock docxtpl's document: opened, rendered with escaping on and the one filter of ours, saved."""
    from docxtpl import DocxTemplate
    from jinja2 import Environment

    environment = Environment(autoescape=True)
    environment.filters["capfirst"] = lambda text: text[:1].upper() + text[1:]
    filled = DocxTemplate(BytesIO(template))
    filled.render(data, environment)
    out = BytesIO()
    filled.save(out)
    return out.getvalue()


def canonical(docx: bytes) -> dict[str, str]:
    """Canonical XML (C14N) of document, headers, footers and footnotes; Word's no-break hyphen as the character it stands for.

    Stock docxtpl leaves the character in the text, which Word then draws in another font.
    """
    from lxml import etree

    with ZipFile(BytesIO(docx)) as z:
        names = [
            n for n in z.namelist() if n.startswith(("word/document", "word/header", "word/footer", "word/footnotes"))
        ]
        return {n: etree.canonicalize(z.read(n).decode()).replace(_HYPHEN, "\u2011") for n in names}
