"""The room that turns words into a Word document: templates in docxtpl's dialect, compiled once, filled often.

A template is read strictly, cleaned of everything that is not wording or look, checked tag by tag, patched by docxtpl
and compiled by Jinja in a sandbox; the result is kept on disk. Filling it puts escaped text between constant parts,
checks that the XML is whole, and packs it through `panahat.seal`. `read_back` opens the finished bytes again and makes
sure that every paragraph is there. Nothing outside this room knows docxtpl or python-docx.

    from panahat.render import compile_template, read_back
    template = compile_template(path)
    docx = template.pack(template.render(context, finish=mentions))
    read_back(docx, [paragraph.text for paragraph in draft.paragraphs], exact=True)
"""

from __future__ import annotations

from panahat.rooms import opened

__getattr__ = opened(
    __name__,
    pairing="one_after_the_other side_by_side",
    reading_back="Paragraph paragraphs read_back",
    template="Template check_twin compile_bytes compile_template",
    text_reading="twin_text",
    twin="Outlined",
)
