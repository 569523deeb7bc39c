"""Bad documents to the reviewer's commands: a plain message, nothing written, never a traceback, never the document's words."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from plainly import run
from review_world import edited, rendered

SECRET = "СЕКРЕТ-1234"


def _zip(**changes: bytes) -> bytes:
    """The good document packed anew with parts replaced or added."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(_secret())) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(name, changes.pop(name, b"") or old.read(name))
        for name, content in changes.items():
            new.writestr(name, content)
    return out.getvalue()


def _secret() -> bytes:
    return edited(rendered().filing, {"а на запрет возврата": SECRET})


def _encrypted() -> bytes:
    content = bytearray(_secret())
    at = content.find(b"PK\x01\x02")
    content[at + 8] |= 1
    content[6] |= 1
    return bytes(content)


def _bomb() -> bytes:
    lines = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10 if n else "x"}">' for n in range(9))
    xml = f"<!DOCTYPE w:document [{lines}]><w:document>&a8;</w:document>"
    return _zip(**{"word/document.xml": xml.encode()})


def _deep() -> bytes:
    w = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    body = "<w:sdt>" * 5000 + "</w:sdt>" * 5000
    return _zip(**{"word/document.xml": f'<w:document xmlns:w="{w}"><w:body>{body}</w:body></w:document>'.encode()})


def _macro() -> bytes:
    main_type = "application/vnd.ms-word.document.macroEnabled.main+xml"
    plain = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    return edited(_secret(), {plain: main_type}, "[Content_Types].xml")


BAD: dict[str, tuple[Callable[[], bytes], str]] = {
    "a PDF": (lambda: b"%PDF-1.7 " + SECRET.encode(), "version/neither"),
    "an encrypted document": (lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512), "version/protected"),
    "an encrypted zip": (_encrypted, "seal/zip-encrypted"),
    "a document cut short": (lambda: _secret()[:-300], "seal/zip-broken"),
    "a document with a macro": (_macro, "review/macro"),
    "an entity bomb": (_bomb, "seal/doctype"),
    "a document without text": (
        lambda: _zip(
            **{
                "word/document.xml": b'<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
                b"<w:body><w:p/></w:body></w:document>",
                "word/header1.xml": b'<w:hdr xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"/>',
                "word/header2.xml": b'<w:hdr xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"/>',
            }
        ),
        "review/no-text",
    ),
    "broken XML": (lambda: _zip(**{"word/document.xml": b"<w:document><w:body>"}), "seal/xml-broken"),
}


@pytest.fixture
def good(tmp_path: Path) -> Path:
    path = tmp_path / "good.docx"
    path.write_bytes(rendered().filing)
    return path


@pytest.mark.parametrize("name", BAD)
@pytest.mark.parametrize("command", ["diff", "diff-reversed", "trace", "merge"])
def test_a_bad_document_is_refused_in_plain_words(
    tmp_path: Path, good: Path, name: str, command: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    make, code = BAD[name]
    bad = tmp_path / "bad.docx"
    bad.write_bytes(make())
    before = sorted(tmp_path.rglob("*"))
    page, merged = tmp_path / "page.html", tmp_path / "merged.docx"
    words = {
        "diff": ("diff", good, bad, "--html", page),
        "diff-reversed": ("diff", bad, good, "--html", page, "--json"),
        "trace": ("trace", bad),
        "merge": ("merge", good, bad, good, "-o", merged),
    }[command]

    shown = run(*words)

    assert shown.exit_code == 1
    assert code in shown.output
    assert "Traceback" not in shown.output
    assert SECRET not in shown.output
    assert sorted(tmp_path.rglob("*")) == before


def test_a_very_deep_document_does_not_stop_the_program(tmp_path: Path, good: Path) -> None:
    bad = tmp_path / "bad.docx"
    bad.write_bytes(_deep())
    assert run("diff", good, bad).exit_code == 1


def test_a_manifest_that_lies_about_another_case_proves_nothing(tmp_path: Path, good: Path) -> None:
    lie = rendered("regional-critic").manifest
    good.with_suffix(".manifest.json").write_bytes(lie)
    shown = run("trace", good)
    assert shown.exit_code in (0, 1)
    assert "Traceback" not in shown.output


def test_the_docket_follows_no_links_out_of_its_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    inside = tmp_path / "inside"
    inside.mkdir()
    (inside / "loop").symlink_to(inside)
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "x.manifest.json").write_bytes(rendered().manifest)
    (inside / "out").symlink_to(outside)
    monkeypatch.chdir(inside)
    shown = run("docket", "stale", inside)
    assert (shown.exit_code, "Drafts: 0" in shown.output) == (0, True)
