"""The PDF: made where LibreOffice is, scrubbed, the same each time; none where it is not."""

from __future__ import annotations

import stat
from pathlib import Path

import pytest
from word_files import docx, p, page_field

from panahat.problems import Refused
from panahat.seal.limits import LIMITS
from panahat.seal.pdf import scrub_pdf, to_pdf

_OFFICE = """#!/bin/sh
for last; do :; done
folder=$(dirname "$last")
{body}
"""
_PDF = (
    b"%PDF-1.6\n1 0 obj\n<</Length 9>>\nstream\nD:20200101\nendstream\nendobj\n2 0 obj\n<</Author<FEFF0421>\n"
    b"/Creator<FEFF00570072>\n/Producer<FEFF004C>\n/CreationDate(D:20261125025748Z')>>\nendobj\n"
    b"trailer\n<</Size 3/ID [ <AB12>\n<AB12> ]\n"
    b"/DocChecksum /3F7F>>\nstartxref\n0\n%%EOF\n"
)


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
        (tmp_path / "made.pdf").write_bytes(_PDF)
        install(office, f'/bin/cp "{tmp_path}/made.pdf" "$(/usr/bin/dirname "$last")/filing.pdf"')
        assert to_pdf(given(tmp_path), tmp_path / "f.pdf") == tmp_path / "f.pdf"
        assert (tmp_path / "f.pdf").read_bytes() == scrub_pdf(_PDF)
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
        (tmp_path / "made.pdf").write_bytes(_PDF)
        install(office, f'/bin/cp "{tmp_path}/made.pdf" "$(/usr/bin/dirname "$last")/filing.pdf"')
        with pytest.raises(Refused) as refused:
            to_pdf(given(tmp_path), tmp_path / "f.pdf")
        assert [q.code.id for q in refused.value.problems] == ["seal/exists"]
        assert (tmp_path / "f.pdf").read_bytes() == b"old"


@pytest.mark.office
class DescribeTheRealLibreOffice:
    def it_makes_the_same_clean_pdf_each_time(self, tmp_path: Path) -> None:
        (tmp_path / "f.docx").write_bytes(docx(p("Жалоба в Верховный Суд"), footer=p(page_field("PAGE"))))
        made = [to_pdf(tmp_path / "f.docx", tmp_path / f"{n}.pdf") for n in "ab"]
        assert made == [tmp_path / "a.pdf", tmp_path / "b.pdf"]
        content = (tmp_path / "a.pdf").read_bytes()
        assert content == (tmp_path / "b.pdf").read_bytes()
        assert content.startswith(b"%PDF-")
        tail = content[content.rfind(b"endstream") :]
        assert b"D:19800101000000" in tail
        assert "LibreOffice".encode("utf-16-be").hex().upper().encode() not in tail


class DescribeScrubbingAPdf:
    def it_blanks_names_times_and_ids_and_moves_nothing(self) -> None:
        made = scrub_pdf(_PDF)
        assert len(made) == len(_PDF)
        for word in (b"0421", b"00570072", b"004C", b"2026", b"AB12", b"3F7F"):
            assert word not in made
        assert b"D:20200101\nendstream" in made
