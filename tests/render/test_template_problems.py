"""Everything wrong with a template is said at once, each with its code, part, paragraph and the template's own text."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from word_files import docx, p, page_field, row, run, table

from panahat.messages import translator
from panahat.problems import Problem, Refused
from panahat.render import codes as render_codes
from panahat.render.template import compile_bytes

IF, END = p("{%p if x %}"), p("{%p endif %}")

FLAWS: list[tuple[str, Sequence[str], str, str]] = [
    # name, body, code, paragraph
    ("no expression", [p("{{ }}")], "render/syntax", "1"),
    ("two words in a field", [p("один"), p("{{ client name }}")], "render/syntax", "2"),
    ("an open bracket", [p("{{ a[1 }}")], "render/syntax", "1"),
    ("brackets without end", [p("{{ " + "(" * 190 + "a" + ")" * 190 + " }}")], "render/syntax", "1"),
    ("a very long tag", [p("{{ " + " ~ ".join(["a"] * 150) + " }}")], "render/syntax", "1"),
    ("an ampersand in a tag", [p("{{ 'a&amp;b' }}")], "render/syntax", "1"),
    ("a tag that is never closed", [p("до {{ client.name"), p("gen }} после")], "render/split-tag", "1"),
    ("a tag that is never opened", [p("client.name }}")], "render/split-tag", "1"),
    ("a brace that touches a tag", [p("{_{{% set a = 1 %}")], "render/split-tag", "1"),
    ("a tab inside a tag", [p(run("{{ client."), "<w:r><w:tab/></w:r>", run("name }}"))], "render/split-tag", "1"),
    ("a no-break space inside a tag", [p("{{ client.name\u00a0}}")], "render/split-tag", "1"),
    ("a tag half bold", [p(run("{{ client."), run("name }}", "<w:b/>"))], "render/split-look", "1"),
    ("an include", [p("{% include 'x' %}")], "render/unknown-tag", "1"),
    ("an import", [p("{% import 'x' as y %}")], "render/unknown-tag", "1"),
    ("a macro", [p("{% macro m() %}x{% endmacro %}")], "render/unknown-tag", "1"),
    ("escaping off", [p("{% autoescape false %}x{% endautoescape %}")], "render/unknown-tag", "1"),
    ("raw text", [p("{% raw %}x{% endraw %}")], "render/unknown-tag", "1"),
    ("a space before p", [p("{% p if x %}")], "render/unknown-tag", "1"),
    ("a call", [p("{{ x() }}")], "render/forbidden", "1"),
    ("an unknown filter", [p("{{ x|tojson }}")], "render/forbidden", "1"),
    ("a default", [p("{{ x|default('') }}")], "render/forbidden", "1"),
    ("is defined", [p("{% if x is defined %}a{% else %}b{% endif %}")], "render/forbidden", "1"),
    ("none", [p("{% if x == none %}a{% else %}b{% endif %}")], "render/forbidden", "1"),
    ("a slice", [p("{{ x[1:2] }}")], "render/forbidden", "1"),
    ("a product", [p("{{ 'a' * 9 }}")], "render/forbidden", "1"),
    ("a private name", [p("{{ x.__class__ }}")], "render/forbidden", "1"),
    ("safe", [p("{{ x|safe }}")], "render/unsafe", "1"),
    ("rich text", [p("{{r x }}")], "render/unsafe", "1"),
    ("a subdocument", [p("{{p x }}")], "render/unsafe", "1"),
    ("a Cyrillic letter in a name", [p("{{ client.nаme }}")], "render/foreign-letter", "1"),
    ("Russian quotes", [p("{% if x == «да» %}a{% else %}b{% endif %}")], "render/quotes", "1"),
    ("a minus at the edge", [p("а"), p("{%- if x %}б{% endif %}в")], "render/trim", "2"),
    ("text beside a paragraph tag", [p("текст {%p if x %}"), p("а"), END], "render/text-beside-tag", "1"),
    (
        "a break beside a paragraph tag",
        [p(run("{%p if x %}"), "<w:r><w:br/></w:r>"), p("а"), END],
        "render/text-beside-tag",
        "1",
    ),
    ("two paragraph tags in one", [p("{%p if x %}{%p if y %}"), p("а"), END, END], "render/text-beside-tag", "1"),
    (
        "a note beside a paragraph tag",
        [p(run("{%p if x %}"), '<w:r><w:footnoteReference w:id="1"/></w:r>'), p("а"), END],
        "render/text-beside-tag",
        "1",
    ),
    (
        "text beside a row tag",
        [table(2, row("а", "б"), row("{%tr if x %}", "потеря"), row("в", "г"), row("{%tr endif %}", ""))],
        "render/text-beside-tag",
        "3",
    ),
    (
        "text beside a cell tag",
        [table(2, row("{%tc if x %} потеря", "в"), row("{%tc endif %}", ""))],
        "render/text-beside-tag",
        "1",
    ),
    ("a row tag outside a table", [p("{%tr if x %}"), p("{%tr endif %}")], "render/text-beside-tag", "1"),
    (
        "text beside a run tag",
        [p(run("{%r if x %} текст"), run("а"), run("{%r endif %}"))],
        "render/text-beside-tag",
        "1",
    ),
    ("a lone tag", [p("{% if x %}"), p("а{% endif %}")], "render/lone-tag", "1"),
    ("a lone set", [p("{% set a = 1 %}")], "render/lone-tag", "1"),
    ("a wrapped paragraph", [p("{% if x %}весь абзац{% endif %}")], "render/lone-tag", "1"),
    ("an if without end", [p("а"), IF, p("б")], "render/unbalanced", "2"),
    ("an end without if", [p("а"), END], "render/unbalanced", "2"),
    ("an else without if", [p("{%p else %}")], "render/unbalanced", "1"),
    ("a for ended by endif", [p("{%p for a in x %}"), p("а"), END], "render/unbalanced", "3"),
    ("an elif in a for", [p("{%p for a in x %}"), p("{%p elif y %}"), p("{%p endfor %}")], "render/unbalanced", "2"),
    ("an if that ends in another form", [IF, p("а{% endif %}")], "render/unbalanced", "2"),
    ("an if that ends in another paragraph", [p("а {% if x %}б"), p("в{% endif %} г")], "render/unbalanced", "2"),
    ("an if that ends in another cell", [table(2, row(IF + p("а"), p("б") + END))], "render/unbalanced", "4"),
    (
        "an if that ends in another table",
        [table(1, row("а"), row("{%tr if x %}")), table(1, row("{%tr endif %}"), row("б"))],
        "render/unbalanced",
        "3",
    ),
    ("sixteen ifs in one another", [p("а" + "{% if x %}" * 16 + "б" + "{% endif %}" * 16)], "render/too-deep", "1"),
    ("a tag in a field", [p(page_field("PAGE {{ x }}"))], "render/hidden-tag", "1"),
    ("a tag in an attribute", [p(run("а", '<w:color w:val="{{ x }}"/>'))], "render/hidden-tag", "1"),
    ("a control character", [p(run("а&#xA0;б&#x85;в"))], "render/control-character", "1"),
]


def refusal(*body: str, **more: object) -> list[Problem]:
    with pytest.raises(Refused) as refused:
        compile_bytes(docx(*body, **more), "kind/ru.docx")
    return refused.value.problems


class DescribeCheckingATemplate:
    @pytest.mark.parametrize(("name", "body", "code", "paragraph"), FLAWS, ids=[f[0] for f in FLAWS])
    def it_refuses(self, name: str, body: Sequence[str], code: str, paragraph: str) -> None:
        found = [(q.code.id, q.facts["part"], q.facts["paragraph"]) for q in refusal(*body)]
        assert (code, "document", paragraph) in found

    def it_has_a_test_for_every_code_about_templates(self) -> None:
        at_compiling = {c.id for c in render_codes.BOOK} - {
            "render/undefined", "render/not-text", "render/not-a-list", "render/operation",
            "render/character", "render/too-long", "render/too-many-rounds", "render/empty-place", "render/broken",
            "render/left-over", "render/lost-text", "render/stale-twin", "render/pairs", "render/protected",
            "render/not-word",
        }  # fmt: skip
        assert at_compiling == {f[2] for f in FLAWS}

    def it_says_everything_at_once_and_names_the_template(self) -> None:
        problems = refusal(p("{{ a b }}"), p("{% include 'x' %}"), p("{{ имя }}"), header=p("{{ y|safe }}"))
        assert [(q.code.id, q.facts["part"]) for q in problems] == [
            ("render/foreign-letter", "document"),
            ("render/syntax", "document"),
            ("render/unknown-tag", "document"),
            ("render/unsafe", "header1"),
        ]
        assert {q.file for q in problems} == {"kind/ru.docx"}

    def it_says_which_letter_is_foreign(self) -> None:
        [found] = refusal(p("{{ client.nаme }}"))
        message = found.say(translator("en"), found.code.what)
        assert message == (
            "document, paragraph 1: in the name «nаme» the letter «а» (Cyrillic Small Letter A) is not Latin."
        )

    def it_quotes_the_tag(self) -> None:
        [found] = refusal(p("а"), p("О {{ client.name.gen() }}"))
        message = found.say(translator("en"), found.code.what)
        assert message == ("document, paragraph 2: «{{ client.name.gen() }}» uses a call, which templates may not.")

    def it_fills_the_names_into_every_message(self) -> None:
        for _, body, _, _ in FLAWS:
            for q in refusal(*body):
                for text in (q.code.what, q.code.why, q.code.remedy):
                    q.say(translator("en"), text)

    def it_lets_a_condition_fill_a_whole_cell_or_header(self) -> None:
        cell = table(1, row("{% if x %}да{% endif %}"))
        compile_bytes(docx(cell, p("к"), header=p("{% if x %}да{% endif %}")), "t")

    def it_lets_a_condition_with_an_else_fill_a_paragraph(self) -> None:
        compile_bytes(
            docx(p("{% if x %}да{% else %}нет{% endif %}"), p("{% if x %}а{% endif %} и {% if x %}б{% endif %}")), "t"
        )
