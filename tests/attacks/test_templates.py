"""Attacks through a template: each is built by code, and each is refused with its own code and without output.

That an attack is real is shown where it can be: stock docxtpl, or the room with one guard taken away, falls for it.
"""

from __future__ import annotations

import builtins
from collections.abc import Callable
from io import BytesIO
from typing import Any

import pytest
from word_files import R, docx, p, page_field, parts, row, run, table, zipped

from panahat.problems import Refused
from panahat.render.reading_back import paragraphs, read_back
from panahat.render.template import compile_bytes
from panahat.sandbox import runtime as runtime_module
from panahat.seal import cleaning_parts
from panahat.seal import xml as xml_module
from panahat.seal.limits import LIMITS as SEAL_LIMITS
from panahat.seal.zipping import read_zip

SECRET = "СЕКРЕТ-1234"
_CODE = "cycler.__init__.__globals__.__builtins__['set_off_by_the_template']()"


def in_core_properties() -> bytes:
    kind = "application/vnd.openxmlformats-package.core-properties+xml"
    content = parts(p("а"), types=[f'<Override PartName="/docProps/core.xml" ContentType="{kind}"/>'])
    content["docProps/core.xml"] = (
        '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:creator>{{ ' + _CODE + " }}</dc:creator></cp:coreProperties>"
    ).encode()
    kind = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
    link = f'<Relationship Id="rId2" Type="{kind}" Target="docProps/core.xml"/></Relationships>'
    content["_rels/.rels"] = content["_rels/.rels"].replace(b"</Relationships>", link.encode())
    return zipped(content)


def with_doctype(part: str, encoding: str = "utf-8") -> bytes:
    content = parts(p("до"), p("&amp;"), p("после"))
    text = content[part].decode().replace('encoding="UTF-8"', f'encoding="{encoding}"')
    head, rest = text.split("?>", 1)
    content[part] = (head + '?><!DOCTYPE w [<!ENTITY e "x">]>' + rest).encode(encoding)
    return zipped(content)


def related(
    kind: str, target: str, external: bool = False, part: bytes | None = None, content_type: str = "application/xml"
) -> bytes:
    mode = ' TargetMode="External"' if external else ""
    return docx(
        p("а"),
        extra={f"word/{target}": part} if part is not None else None,
        relationships=[f'<Relationship Id="rIdX" Type="{R}/{kind}" Target="{target}"{mode}/>'],
        types=[f'<Override PartName="/word/{target}" ContentType="{content_type}"/>'] if part is not None else [],
    )


def macro_document() -> bytes:
    content = parts(p("а"))
    plain, macro = b"wordprocessingml.document.main+xml", b"x"
    macro = b"ms-word.document.macroEnabled.main+xml"
    content["[Content_Types].xml"] = content["[Content_Types].xml"].replace(
        b"vnd.openxmlformats-officedocument." + plain, b"vnd." + macro
    )
    return zipped(content)


Build = Callable[[], bytes]
ATTACKS: list[tuple[str, Build, str]] = [
    ("code in the text", lambda: docx(p("{{ " + _CODE + " }}")), "render/forbidden"),
    ("code in a header", lambda: docx(p("а"), header=p("{{ " + _CODE + " }}")), "render/forbidden"),
    (
        "code in a footnote",
        lambda: docx(p("а"), footnotes=f'<w:footnote w:id="1">{p("{{ " + _CODE + " }}")}</w:footnote>'),
        "render/forbidden",
    ),
    ("code in a table", lambda: docx(table(1, row("{{ " + _CODE + " }}")), p("к")), "render/forbidden"),
    (
        "code over runs",
        lambda: docx(p(run("{"), run("{ cyc"), run("ler.__init__.__globals__ }"), run("}"))),
        "render/forbidden",
    ),
    ("code in a condition", lambda: docx(p("а{% if " + _CODE + " %}б{% endif %}в")), "render/forbidden"),
    ("code in a loop", lambda: docx(p("а{% for x in " + _CODE + " %}б{% endfor %}в")), "render/forbidden"),
    ("code in a filter", lambda: docx(p("{{ x|attr('__class__') }}")), "render/forbidden"),
    ("a format string", lambda: docx(p("{{ '{0.__class__}'.format(x) }}")), "render/syntax"),
    ("a percent format", lambda: docx(p("{{ '%999999999d' % 1 }}")), "render/syntax"),
    ("a private key", lambda: docx(p("{{ x['__class__'].y }}{{ x.__init__ }}")), "render/forbidden"),
    ("map", lambda: docx(p("{{ [x]|map('string')|join }}")), "render/forbidden"),
    ("lipsum", lambda: docx(p("{{ lipsum() }}")), "render/forbidden"),
    ("self", lambda: docx(p("{{ self }}")), "render/forbidden"),
    ("an include", lambda: docx(p("{% include '/etc/passwd' %}")), "render/unknown-tag"),
    ("an extends", lambda: docx(p("{% extends x %}")), "render/unknown-tag"),
    ("escaping off", lambda: docx(p("{% autoescape false %}{{ x }}{% endautoescape %}")), "render/unknown-tag"),
    ("safe", lambda: docx(p("{{ x|safe }}")), "render/unsafe"),
    ("safe with spaces", lambda: docx(p("{{ x |  safe }}")), "render/unsafe"),
    ("rich text", lambda: docx(p("{{r x }}")), "render/unsafe"),
    ("repetition", lambda: docx(p("{{ 'a' * 999999999 }}")), "render/forbidden"),
    ("a power", lambda: docx(p("{{ 9 ** 9 ** 9 }}")), "render/forbidden"),
    ("a range", lambda: docx(p("а{% for i in range(99999999) %}б{% endfor %}")), "render/forbidden"),
    ("padding", lambda: docx(p("{{ 'a'.ljust(200000000) }}")), "render/forbidden"),
    ("a recursive loop", lambda: docx(p("а{% for i in x recursive %}{{ i }}{% endfor %}")), "render/forbidden"),
    ("brackets without end", lambda: docx(p("{{ " + "[" * 190 + "]" * 190 + " }}")), "render/syntax"),
    ("ifs without end", lambda: docx(p("а" + "{% if x %}" * 500 + "{% endif %}" * 500)), "render/too-deep"),
    ("elements without end", lambda: docx("<w:p>" * 5000 + "</w:p>" * 5000), "seal/xml-broken"),
    (
        "a tag in a style's name",
        lambda: zipped(
            parts(p("а")) | {"word/styles.xml": parts(p("а"))["word/styles.xml"].replace(b"Filing Title", b"{{ x }}")}
        ),
        "render/hidden-tag",
    ),
    ("a tag in a field", lambda: docx(p(page_field("PAGE {{ x }}"))), "render/hidden-tag"),
    ("a tag in an attribute", lambda: docx(p(run("а", '<w:lang w:val="{{ x }}"/>'))), "render/hidden-tag"),
    ("a letter that looks Latin", lambda: docx(p("{{ сlient }}")), "render/foreign-letter"),
    ("typographic quotes", lambda: docx(p("{{ x['«а»'] }}{{ x[«а»] }}")), "render/quotes"),
    ("a document type", lambda: with_doctype("word/document.xml"), "seal/doctype"),
    ("a document type in UTF-16", lambda: with_doctype("word/document.xml", "utf-16"), "seal/doctype"),
    ("a document type in the styles", lambda: with_doctype("word/styles.xml"), "seal/doctype"),
    ("a document type in the relationships", lambda: with_doctype("word/_rels/document.xml.rels"), "seal/doctype"),
    ("a document type in the content types", lambda: with_doctype("[Content_Types].xml"), "seal/doctype"),
    (
        "a remote template",
        lambda: related("attachedTemplate", "https://example.org/x.dotm", external=True),
        "seal/external-link",
    ),
    ("a local file", lambda: related("image", "file:///C:/Users/x.png", external=True), "seal/external-link"),
    ("a hyperlink", lambda: related("hyperlink", "https://example.org", external=True), "seal/external-link"),
    (
        "a program",
        lambda: related("vbaProject", "vbaProject.bin", part=b"x", content_type="application/vnd.ms-office.vbaProject"),
        "seal/macro",
    ),
    ("a macro document", macro_document, "seal/macro"),
    ("a control", lambda: related("control", "activeX1.xml", part=b"<a/>"), "seal/macro"),
    ("an embedded file", lambda: related("package", "embeddings/x.xlsx", part=b"PK"), "seal/embedding"),
    ("an object", lambda: related("oleObject", "embeddings/o.bin", part=b"x"), "seal/embedding"),
    (
        "a chunk of HTML",
        lambda: related("aFChunk", "chunk.html", part=b"<html/>", content_type="text/html"),
        "seal/embedding",
    ),
    (
        "a picture",
        lambda: related("image", "media/image1.png", part=b"\x89PNG", content_type="image/png"),
        "seal/picture",
    ),
    ("comments", lambda: related("comments", "comments.xml", part=b"<a/>"), "seal/comment"),
    ("an unknown part", lambda: related("surprise", "surprise.xml", part=b"<a/>"), "seal/foreign-part"),
    (
        "a program nobody refers to",
        lambda: docx(
            p("а"),
            extra={"word/v.bin": b"x"},
            types=['<Override PartName="/word/v.bin" ContentType="application/vnd.ms-office.vbaProject"/>'],
        ),
        "seal/macro",
    ),
    ("an active field", lambda: docx(p(page_field("DDEAUTO c:\\\\windows\\\\x.exe"))), "seal/field"),
    (
        "a tracked change",
        lambda: docx('<w:p><w:ins w:id="1" w:author="x"><w:r><w:t>а</w:t></w:r></w:ins></w:p>'),
        "seal/tracked",
    ),
    ("hidden text", lambda: docx(p(run("тайна", "<w:vanish/>"))), "seal/hidden"),
]


def made(template: bytes) -> bytes:
    """The document made of the template with secret data."""
    compiled = compile_bytes(template, "t.docx")
    return compiled.pack(compiled.render({"x": SECRET, "client": SECRET}))


class DescribeAttacksThroughATemplate:
    @pytest.mark.parametrize(("name", "build", "code"), ATTACKS, ids=[a[0] for a in ATTACKS])
    def it_is_refused(self, name: str, build: Build, code: str) -> None:
        with pytest.raises(Refused) as refused:
            made(build())
        assert code in {q.code.id for q in refused.value.problems}
        assert SECRET not in repr(refused.value.problems) + str(refused.value)

    def it_renders_no_property(self) -> None:
        assert b"cycler" not in b"".join(m.content() for m in read_zip(made(in_core_properties())))


class DescribeThatTheAttacksAreReal:
    """The same files and guards, the other way round."""

    @pytest.mark.parametrize("build", [ATTACKS[0][1], in_core_properties])
    def it_runs_code_in_stock_docxtpl(self, build: Build, monkeypatch: pytest.MonkeyPatch) -> None:
        from docxtpl import DocxTemplate

        ran: list[int] = []
        monkeypatch.setattr(builtins, "set_off_by_the_template", lambda: str(ran.__iadd__([1])), raising=False)
        stock = DocxTemplate(BytesIO(build()))
        stock.render({})
        assert ran

    def it_deletes_text_where_values_are_not_escaped(self, monkeypatch: pytest.MonkeyPatch) -> None:
        hostile = {"x": "x</w:t></w:r></w:p><w:p/><w:p><w:r><w:t>"}
        template = compile_bytes(docx(p("до {{ x }}"), p("после")), "t.docx")
        safe = template.pack(template.render(hostile))
        read_back(safe, ["до " + hostile["x"], "после"], exact=True)
        monkeypatch.setattr(runtime_module.Surface, "finalize", staticmethod(str))
        unsafe = template.pack(template.render(hostile))
        with pytest.raises(Refused) as refused:
            read_back(unsafe, ["до " + hostile["x"], "после"], exact=True)
        assert [q.code.id for q in refused.value.problems] == ["render/lost-text"]

    def it_lets_broken_xml_out_where_it_is_not_checked(self, monkeypatch: pytest.MonkeyPatch) -> None:
        template = compile_bytes(docx(p("{{ x }}")), "t.docx")
        monkeypatch.setattr(runtime_module.Surface, "finalize", staticmethod(str))
        with pytest.raises(Refused) as refused:
            template.render({"x": "</w:p>"})
        assert [q.code.id for q in refused.value.problems] == ["render/broken"]
        monkeypatch.setattr("panahat.seal.xml.check", lambda part, content: None)
        template.render({"x": "</w:p>"})

    def it_reaches_objects_where_data_may_be_objects(self, monkeypatch: pytest.MonkeyPatch) -> None:
        class Client:
            name = SECRET

        template = compile_bytes(docx(p("{{ x.name }}")), "t.docx")
        with pytest.raises(Refused):
            template.render({"x": Client()})
        monkeypatch.setattr(runtime_module.Surface, "getattr", staticmethod(getattr))
        assert SECRET in template.render({"x": Client()})["word/document.xml"].decode()

    def it_lets_a_document_type_in_where_it_is_not_looked_for(self, monkeypatch: pytest.MonkeyPatch) -> None:
        attack = with_doctype("word/document.xml")

        def lenient(separator: str | None = None) -> Any:
            from xml.parsers import expat

            return expat.ParserCreate(None, separator)

        monkeypatch.setattr(xml_module, "strict_parser", lenient)
        compile_bytes(attack, "t.docx")

    def it_carries_hidden_text_where_hiding_is_not_looked_for(self, monkeypatch: pytest.MonkeyPatch) -> None:
        attack = docx(p(run("тайна", "<w:vanish/>")))
        monkeypatch.setattr(cleaning_parts, "HIDING", frozenset())
        monkeypatch.setattr(cleaning_parts, "ALLOWED", cleaning_parts.ALLOWED | {"vanish"})
        template = compile_bytes(attack, "t.docx")
        assert [q.text for q in paragraphs(template.pack(template.render({})))] == ["тайна"]

    def it_goes_deep_where_depth_has_no_limit(self, monkeypatch: pytest.MonkeyPatch) -> None:
        deep = docx("<w:p>" * 150 + "</w:p>" * 150)
        with pytest.raises(Refused):
            compile_bytes(deep, "t.docx")
        monkeypatch.setitem(SEAL_LIMITS, "depth", 1000)
        compile_bytes(deep, "t.docx")
