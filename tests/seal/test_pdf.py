"""The PDF: made where LibreOffice is, scrubbed, the same each time; none where it is not."""

from __future__ import annotations

import re
import stat
import subprocess
from io import BytesIO
from pathlib import Path

import pytest
from annex_files import written
from pypdf import PdfReader
from word_files import docx, p, page_field

from panahat.problems import Refused
from panahat.seal.limits import LIMITS
from panahat.seal.pdf import scrub_pdf, to_pdf

_OFFICE = """#!/bin/sh
for last; do :; done
folder=$(dirname "$last")
{body}
"""
_INFO = (
    b"<</Author<FEFF0421>/Creator(Writer)/Producer(LibreOffice)/CreationDate(D:20261125025748Z')>>",
    b"/ID[<AB12><AB12>]/DocChecksum/3F7F",
)


def pdf(info: tuple[bytes, bytes] = _INFO) -> bytes:
    """A PDF of one page as a program writes it: with its name, a time and an id."""
    xmp = b"<x:xmpmeta><xmp:CreateDate>2026-11-25</xmp:CreateDate><pdfuaid:part>1</pdfuaid:part></x:xmpmeta>"
    objects = [
        b"<</Type/Catalog/Pages 2 0 R/Metadata 5 0 R/Lang(ru-RU)/MarkInfo<</Marked true>>>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R>>",
        b"<</Length 9>>stream\nD:2020010\nendstream",
        b"<</Type/Metadata/Subtype/XML/Length %d>>stream\n%s\nendstream" % (len(xmp), xmp),
        info[0],
    ]
    return written(objects, "/Root 1 0 R/Info 6 0 R" + info[1].decode())


@pytest.fixture
def office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder for a LibreOffice of the test's own, alone on the path beside the system's tools."""
    folder = tmp_path / "bin"
    folder.mkdir()
    monkeypatch.setenv("PATH", str(folder))
    return folder


def install(folder: Path, body: str) -> None:
    program = folder / "soffice"
    program.write_text(_OFFICE.format(body=body))
    program.chmod(0o755)


def given(tmp_path: Path) -> Path:
    (tmp_path / "f.docx").write_bytes(b"PK")
    return tmp_path / "f.docx"


class DescribeMakingAPdf:
    def it_gives_none_where_there_is_no_libreoffice(self, office: Path, tmp_path: Path) -> None:
        assert to_pdf(given(tmp_path), tmp_path / "f.pdf") is None
        assert not (tmp_path / "f.pdf").exists()

    def it_writes_what_libreoffice_made_scrubbed_and_private(
        self, office: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        (tmp_path / "made.pdf").write_bytes(pdf())
        install(office, f'/bin/cp "{tmp_path}/made.pdf" "$(/usr/bin/dirname "$last")/filing.pdf"')
        assert to_pdf(given(tmp_path), tmp_path / "f.pdf") == tmp_path / "f.pdf"
        assert (tmp_path / "f.pdf").read_bytes() == scrub_pdf(pdf())
        assert stat.S_IMODE((tmp_path / "f.pdf").stat().st_mode) == 0o600

    def it_hides_the_users_environment_from_libreoffice(
        self, office: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setenv("SECRET_OF_THE_USER", "СЕКРЕТ-1234")
        install(office, f'/usr/bin/env > "{tmp_path}/seen"; echo "$@" >> "{tmp_path}/seen"; exit 1')
        with pytest.raises(Refused):
            to_pdf(given(tmp_path), tmp_path / "f.pdf")
        seen = (tmp_path / "seen").read_text()
        assert "СЕКРЕТ" not in seen
        assert "-env:UserInstallation=file:///" in seen

    @pytest.mark.parametrize(
        ("body", "code"),
        [("exit 1", "seal/pdf-failed"), ("exit 0", "seal/pdf-failed"), ("/bin/sleep 60", "seal/pdf-time")],
    )
    def it_is_refused_and_leaves_nothing(
        self, office: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, body: str, code: str
    ) -> None:
        if "sleep" in body:
            monkeypatch.setitem(LIMITS, "pdf_seconds", 1)
        monkeypatch.setenv("TMPDIR", str(tmp_path / "tmp"))
        (tmp_path / "tmp").mkdir()
        install(office, body)
        with pytest.raises(Refused) as refused:
            to_pdf(given(tmp_path), tmp_path / "f.pdf")
        assert [q.code.id for q in refused.value.problems] == [code]
        assert not (tmp_path / "f.pdf").exists()

    def it_does_not_write_over_a_file(self, office: Path, tmp_path: Path) -> None:
        (tmp_path / "f.pdf").write_bytes(b"old")
        (tmp_path / "made.pdf").write_bytes(pdf())
        install(office, f'/bin/cp "{tmp_path}/made.pdf" "$(/usr/bin/dirname "$last")/filing.pdf"')
        with pytest.raises(Refused) as refused:
            to_pdf(given(tmp_path), tmp_path / "f.pdf")
        assert [q.code.id for q in refused.value.problems] == ["seal/exists"]
        assert (tmp_path / "f.pdf").read_bytes() == b"old"


@pytest.mark.office
class DescribeTheRealLibreOffice:
    def it_makes_the_same_clean_pdf_each_time(self, tmp_path: Path) -> None:
        (tmp_path / "f.docx").write_bytes(docx(p("Жалоба в Верховный Суд"), footer=p(page_field("PAGE"))))
        made = [to_pdf(tmp_path / "f.docx", tmp_path / f"{n}.pdf", title="Жалоба") for n in "ab"]
        assert made == [tmp_path / "a.pdf", tmp_path / "b.pdf"]
        content = (tmp_path / "a.pdf").read_bytes()
        assert content == (tmp_path / "b.pdf").read_bytes()
        told = subprocess.run(["pdfinfo", str(tmp_path / "a.pdf")], capture_output=True, text=True, check=True).stdout
        assert re.findall(r"^(Title|Tagged): +(.*)$", told, re.M) == [("Title", "Жалоба"), ("Tagged", "yes")]
        assert not re.search("LibreOffice|Writer|CreationDate|2026", told)
        assert "pdfuaid:part" in PdfReader(tmp_path / "a.pdf").root_object["/Metadata"].get_data().decode()


class DescribeScrubbingAPdf:
    def it_takes_out_names_times_and_ids_and_keeps_language_and_tags(self) -> None:
        made = scrub_pdf(pdf(), "Жалоба")
        for word in (b"0421", b"Writer", b"LibreOffice", b"20261125", b"2026-11-25", b"AB12", b"3F7F"):
            assert word not in made
        found = PdfReader(BytesIO(made))
        assert dict(found.metadata or {}) == {"/Title": "Жалоба"}
        assert found.root_object["/Lang"] == "ru-RU"
        assert found.root_object["/MarkInfo"]["/Marked"]
        assert found.pages[0].get_contents().get_data() == b"D:2020010"

    def it_gives_the_same_bytes_whatever_the_time_and_the_id(self) -> None:
        other = (b"<</Producer(LibreOffice)/CreationDate(D:20270101000000Z')>>", b"/ID[<CD34><CD34>]")
        assert scrub_pdf(pdf(), "Жалоба") == scrub_pdf(pdf(other), "Жалоба")

    def it_refuses_what_is_no_pdf(self) -> None:
        with pytest.raises(Refused) as refused:
            scrub_pdf(b"no PDF")
        assert [q.code.id for q in refused.value.problems] == ["seal/pdf-failed"]
