"""Notes of a draft put behind the paragraphs of its rendered page, in the style of the draft's own mark."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

_PARAGRAPH = re.compile(r"<w:p(?: [^>]*)?>.*?</w:p>", re.DOTALL)
_TEXT = re.compile(r"<w:t(?: [^>]*)?>[^<]|<w:(?:tab|br|cr)/>")
_STYLE = re.compile(r'<w:style w:type="character"[^>]*w:styleId="([^"]+)"[^>]*><w:name w:val="Пометка проекта"/>')
DOCUMENT, STYLES = "word/document.xml", "word/styles.xml"


def with_notes(parts: Mapping[str, bytes], styles: bytes, notes: Sequence[str]) -> dict[str, bytes]:
    """`parts` with the note of each paragraph behind its text; `notes` are those of the paragraphs that hold any, in order."""
    if not any(notes):
        return dict(parts)
    found = _STYLE.search(styles.decode())
    face = f'<w:rPr><w:rStyle w:val="{found[1]}"/></w:rPr>' if found else "<w:rPr><w:b/></w:rPr>"
    waiting = iter(notes)

    def one(match: re.Match[str]) -> str:
        paragraph = match[0]
        note = next(waiting, "") if _TEXT.search(paragraph) else ""
        text = (
            note.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
        )  # xml.sax would bring the network along
        run = f'<w:r>{face}<w:t xml:space="preserve">{text}</w:t></w:r>'
        return paragraph.removesuffix("</w:p>") + run + "</w:p>" if note else paragraph

    return {**parts, DOCUMENT: _PARAGRAPH.sub(one, parts[DOCUMENT].decode()).encode()}
