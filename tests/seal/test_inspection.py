"""What a document would reveal is said, in counts and kinds, never in values."""

from __future__ import annotations

import zipfile
from io import BytesIO

import pytest
from word_files import R, W, docx, p, page_field, parts, run, zipped

from panahat.messages import translator
from panahat.render.template import compile_bytes
from panahat.seal.inspection import inspect

_APP = "application/vnd.openxmlformats-officedocument"
_RELS = "http://schemas.openxmlformats.org/package/2006/relationships"


def with_part(name: str, content: bytes, kind: str, content_type: str = "application/xml") -> bytes:
    """A document with one part more, referred to by the text as `kind`."""
    return docx(
        p("а"),
        extra={f"word/{name}": content},
        relationships=[f'<Relationship Id="rIdX" Type="{R}/{kind}" Target="{name}"/>'],
        types=[f'<Override PartName="/word/{name}" ContentType="{content_type}"/>'],
    )


def with_core(xml: bytes) -> bytes:
    content = parts(p("а"), types=['<Override PartName="/docProps/core.xml" ContentType="application/xml"/>'])
    content["docProps/core.xml"] = xml
    link = (
        f'<Relationship Id="rId2" Type="{_RELS}/metadata/core-properties" Target="docProps/core.xml"/></Relationships>'
    )
    content["_rels/.rels"] = content["_rels/.rels"].replace(b"</Relationships>", link.encode())
    return zipped(content)


def by_zipfile() -> bytes:
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as z:
        for name, content in parts(p("а")).items():
            z.writestr(name, content)
    return out.getvalue()


LEAKS = [
    (
        "an author",
        with_core(b'<c xmlns:d="d"><d:creator>\xd0\xa1\xd0\x95\xd0\x9a\xd0\xa0\xd0\x95\xd0\xa2</d:creator></c>'),
        "seal/leak-properties",
    ),
    (
        "editing sessions",
        docx('<w:p w:rsidR="00A"><w:r w:rsidR="00B"><w:t>а</w:t></w:r></w:p>'),
        "seal/leak-edit-marks",
    ),
    (
        "a tracked change",
        docx('<w:p><w:ins w:author="СЕКРЕТ" w:id="1">' + run("а") + "</w:ins></w:p>"),
        "seal/leak-tracked",
    ),
    ("a comment's place", docx(p('<w:r><w:commentReference w:id="0"/></w:r>')), "seal/leak-comments"),
    ("hidden text", docx(p(run("СЕКРЕТ", "<w:vanish/>"))), "seal/leak-hidden"),
    ("white text", docx(p(run("СЕКРЕТ", '<w:color w:val="FFFFFF"/>'))), "seal/leak-hidden"),
    ("an author's field", docx(p(page_field("AUTHOR"))), "seal/leak-fields"),
    (
        "a remote template",
        docx(
            p("а"),
            relationships=[
                f'<Relationship Id="rIdT" Type="{R}/attachedTemplate" Target="https://СЕКРЕТ.example"'
                ' TargetMode="External"/>'
            ],
        ),
        "seal/leak-links",
    ),
    ("bound data", with_part("item.xml", b"<a/>", "customXml"), "seal/leak-foreign-part"),
    ("a picture", with_part("media/image1.png", b"\x89PNG", "image", "image/png"), "seal/leak-picture"),
    (
        "settings",
        docx(p("а"), settings='<w:docVars><w:docVar w:name="x" w:val="СЕКРЕТ"/></w:docVars>'),
        "seal/leak-settings",
    ),
    (
        "numbering ids",
        with_part(
            "numbering.xml",
            f'<w:numbering xmlns:w="{W}"><w:abstractNum><w:nsid w:val="1"/><w:tmpl w:val="2"/></w:abstractNum>'
            "</w:numbering>".encode(),
            "numbering",
            f"{_APP}.wordprocessingml.numbering+xml",
        ),
        "seal/leak-template-ids",
    ),
    ("a bookmark", docx('<w:p><w:bookmarkStart w:id="0" w:name="СЕКРЕТ"/></w:p>'), "seal/leak-bookmarks"),
    ("times and system", by_zipfile(), "seal/leak-envelope"),
]


class DescribeInspecting:
    @pytest.mark.parametrize(("name", "document", "code"), LEAKS, ids=[leak[0] for leak in LEAKS])
    def it_finds(self, name: str, document: bytes, code: str) -> None:
        found = inspect(document)
        assert code in {q.code.id for q in found}
        assert "СЕКРЕТ" not in repr(found)
        for q in found:
            assert "СЕКРЕТ" not in q.say(translator("en"), q.code.what)

    def it_finds_nothing_in_a_rendered_filing(self) -> None:
        template = compile_bytes(docx(p("{{ x }}"), header=p("{{ x }}"), footer=p(page_field("PAGE"))), "t")
        assert inspect(template.pack(template.render({"x": "слово"}))) == []

    def it_counts(self) -> None:
        [found] = inspect(docx('<w:p w:rsidR="00A"><w:r w:rsidR="00B"><w:t>а</w:t></w:r></w:p>'))
        assert found.say(translator("en"), found.code.what) == "«word/document.xml» holds 2 marks of editing sessions."
