"""A filled template is, part by part, the XML that stock docxtpl makes of it."""

from __future__ import annotations

from io import BytesIO

import pytest
from docx import Document
from docx.shared import Pt
from stock_docxtpl import canonical, cleaned, ours, stock
from word_files import docx, p, page_field, row, run, table

from panahat.render.reading_back import paragraphs

DATA = {
    "client": {"name": {"nom": "Иванова Мария", "gen": "Ивановой Марии"}, "title": "госпожа"},
    "yes": True,
    "no": False,
    "word": "текст",
    "empty": "",
    "hostile": 'ТОО "A & B" <x> </w:p></w:body> {{ 7*7 }} {% if %}',
    "number": 7,
    "facts": [
        {"what": "задержана", "on": "1 мая"},
        {"what": "допрошена", "on": "2 мая"},
        {"what": "ждёт", "on": "3 мая"},
    ],
    "nothing": [],
    "columns": ["один", "два", "три"],
}

TEMPLATES = {
    "fields": [p("О {{ client.name.gen }} и {{client.title}}, {{ client['name']['nom'] }}, {{ facts[1].what }}")],
    "escaping": [
        p("До {{ hostile }} после"),
        p(run("{{ hostile }}", "<w:b/>"), run(" &amp; &lt;b&gt;")),
        p("{{ word }}"),
    ],
    "empty value": [p("{{ empty }}"), p("а{{ empty }}б")],
    "number": [p("{{ number }} и {{ number + 1 }} и {{ number - 2 }}")],
    "paragraph if": [p("{%p if yes %}"), p("да"), p("{%p else %}"), p("нет"), p("{%p endif %}"), p("конец")],
    "paragraph elif": [
        p("{%p if no %}"),
        p("1"),
        p("{%p elif word == 'текст' %}"),
        p("2"),
        p("{%p endif %}"),
        p("конец"),
    ],
    "inline if": [
        p("а {% if yes and not no %}{{ word }}{% elif no %}x{% else %}нет{% endif %} б"),
        p("{{ word if no else number }}"),
    ],
    "paragraph loop": [
        p("{%p for f in facts %}"),
        p("{{ loop.index }}. {{ f.what }} {{ f.on }}"),
        p("{%p endfor %}"),
        p("к"),
    ],
    "inline loop": [p("{% for f in facts %}{{ f.what }}{% if not loop.last %}, {% endif %}{% endfor %}.")],
    "loop else": [p("{%p for f in nothing %}"), p("{{ f }}"), p("{%p else %}"), p("ничего"), p("{%p endfor %}")],
    "loop of loops": [
        p("{%p for f in facts %}"),
        p("{{ f.what }}: {% for c in columns if c != 'два' %}{{ loop.index0 }}{{ c }} {% endfor %}"),
        p("{%p endfor %}"),
        p("к"),
    ],
    "loop knows itself": [
        p("{% for c in columns %}{{ loop.revindex }}/{{ loop.length }}{{ loop.revindex0 }} {% endfor %}.")
    ],
    "set": [p("{%p set who = client.name.gen %}"), p("{{ who }} {% set n = 5 %}{{ n }}")],
    "filters": [
        p("{{ columns|join('; ') }} {{ columns|first }} {{ columns|last }} {{ columns|length }} {{ word|upper|lower }}")
    ],
    "concat": [p("{{ word ~ '-' ~ number }} {{ 'а' + word }}")],
    "comments": [p("{#p note #}"), p("а{# внутри #}б"), p("{# whole #}")],
    "brace escapes": [p("{_{ как есть }_} {_% и так %_}")],
    "repaired quotes": [p("{% if word == “текст” %}да{% else %}нет{% endif %}")],
    "run tags": [p(run("а"), run("{%r if yes %}"), run("б", "<w:b/>"), run("{%r endif %}"), run("в"))],
    "split over runs": [p(run("{"), run("{ cli"), run("ent.name"), run(".gen }"), run("} есть"))],
    "comparison signs": [p("{% if number &gt; 5 and number &lt;= 7 %}да{% else %}нет{% endif %}")],
    "table rows": [
        table(
            2,
            row("№", "Что"),
            row("{%tr for f in facts %}", ""),
            row("{{ loop.index }}", "{{ f.what }}"),
            row("{%tr endfor %}", ""),
        ),
        p("после"),
    ],
    "table conditions": [
        table(
            2, row("а", "б"), row("{%tr if no %}", ""), row("в", "г"), row("{%tr endif %}", ""), row("{{ word }}", "я")
        ),
    ],
    "table cells": [
        table(
            1,
            row("{%tc for c in columns %}", "{{ c }}", "{%tc endfor %}"),
            row("{%tc for c in columns %}", "я", "{%tc endfor %}"),
        ),
        p("к"),
    ],
    "column span": [table(2, row("{% colspan number - 5 %}{{ word }}"), row("а", "б")), p("к")],
    "cell colour": [table(2, row("{% cellbg 'FFFF00' %}{{ word }}", "б")), p("к")],
    "merged down": [
        table(
            2,
            row("а", "б"),
            row("{%tr for f in facts %}", ""),
            row("{% vm %}общее", "{{ f.what }}"),
            row("{%tr endfor %}", ""),
        ),
        p("к"),
    ],
    "space kept": [p("  два  пробела  "), p(run(" "), run("{{ word }}"), run(" "))],
}


class DescribeFilling:
    @pytest.mark.parametrize("name", TEMPLATES)
    def it_makes_the_document_that_docxtpl_makes(self, name: str) -> None:
        template = docx(*TEMPLATES[name])
        assert canonical(ours(template, DATA)) == canonical(stock(cleaned(template), DATA))

    def it_fills_headers_footers_and_footnotes_as_docxtpl_does(self) -> None:
        note = (
            '<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>'
            f'<w:footnote w:id="1">{p("О {{ hostile }}")}</w:footnote>'
        )
        body = p(run("Текст {{ word }}"), '<w:r><w:footnoteReference w:id="1"/></w:r>')
        footer = p(run("стр. {{ number }} "), page_field("PAGE"), run(" из "), page_field("NUMPAGES"))
        header = p("{%p if yes %}") + p("{{ client.name.nom }}") + p("{%p endif %}")
        template = docx(body, header=header, footer=footer, footnotes=note)
        made = canonical(ours(template, DATA))
        assert set(made) == {"word/document.xml", "word/header1.xml", "word/footer1.xml", "word/footnotes.xml"}
        assert made == canonical(stock(cleaned(template), DATA))

    def it_starts_from_a_document_of_python_docx_as_well(self) -> None:
        document = Document()
        document.core_properties.author = "{{ word }}"
        document.add_heading("Жалоба {{ client.name.gen }}", 1)
        paragraph = document.add_paragraph("Обычный ")
        paragraph.add_run("{{ word }}").bold = True
        paragraph.add_run(" и ещё").font.size = Pt(14)
        for text in ("{%p for f in facts %}", "{{ f.what }}", "{%p endfor %}"):
            document.add_paragraph(text, style="List Bullet")
        grid = document.add_table(rows=1, cols=2, style="Table Grid")
        grid.rows[0].cells[0].text, grid.rows[0].cells[1].text = "{{ number }}", "{{ hostile }}"
        document.sections[0].header.paragraphs[0].text = "{{ client.title }}"
        out = BytesIO()
        document.save(out)
        template = out.getvalue()
        mine = ours(template, DATA)
        assert canonical(mine) == canonical(stock(cleaned(template), DATA))
        theirs = [q.text for q in paragraphs(stock(template, DATA)) if q.part == "word/document.xml"]
        assert [q.text for q in paragraphs(mine) if q.part == "word/document.xml"] == theirs

    def it_prints_no_value_twice_through_the_engine(self) -> None:
        texts = [q.text for q in paragraphs(ours(docx(p("{{ hostile }}")), DATA))]
        assert texts == [DATA["hostile"]]
