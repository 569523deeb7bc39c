"""The room that turns words into a Word document: templates in docxtpl's dialect, compiled once, filled often.

A template is read strictly, cleaned of everything that is not wording or look, checked tag by tag, patched by docxtpl
and compiled by Jinja in a sandbox; the result is kept on disk. Filling it puts escaped text between constant parts,
checks that the XML is whole, and packs it through `panahat.seal`. `read_back` opens the finished bytes again and makes
sure that every paragraph is there. Nothing outside this room knows docxtpl or python-docx.

    from panahat.render.reading_back import read_back
    from panahat.render.template import compile_template
    template = compile_template(path)
    docx = template.pack(template.render(context, finish=mentions))
    read_back(docx, [paragraph.text for paragraph in draft.paragraphs], exact=True)
"""
