"""Stock docxtpl 0.20.2 on the same template and data, and the canonical XML of what it made."""

from __future__ import annotations

from io import BytesIO
from typing import Any
from zipfile import ZipFile

from docxtpl import DocxTemplate
from lxml import etree

from panahat.render.template import compile_bytes
from panahat.seal.cleaning import scrub


def stock(template: bytes, data: dict[str, Any]) -> bytes:
    """The document that docxtpl makes, with escaping on."""
    filled = DocxTemplate(BytesIO(template))
    filled.render(data, autoescape=True)
    out = BytesIO()
    filled.save(out)
    return out.getvalue()


def ours(template: bytes, data: dict[str, Any]) -> bytes:
    """The document that Panahat makes."""
    compiled = compile_bytes(template, "test.docx")
    return compiled.pack(compiled.render(data))


def cleaned(template: bytes) -> bytes:
    """The template as Panahat uses it, for docxtpl to start from the same."""
    return scrub(template)


def canonical(docx: bytes) -> dict[str, str]:
    """Canonical XML (C14N) of document, headers, footers and footnotes, by part name."""
    wanted = ("word/document", "word/header", "word/footer", "word/footnotes")
    with ZipFile(BytesIO(docx)) as z:
        return {n: etree.canonicalize(z.read(n).decode()) for n in z.namelist() if n.startswith(wanted)}
