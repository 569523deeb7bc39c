"""Pages of the annexes: counted from their PDF files, compared with what the file says, never a traceback."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Mapping
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from case_world import DELETE, changed, codes, law, load
from pypdf import PdfWriter

from panahat import page_counting
from panahat.case.checking import check
from panahat.case.loading import CaseFile, load_bytes
from panahat.problems import Problem, Refused


def pdf(pages: int, password: str = "") -> bytes:
    made = PdfWriter()
    for _ in range(pages):
        made.add_blank_page(595, 842)
    if password:
        made.encrypt(password, algorithm="RC4-40")
    out = BytesIO()
    made.write(out)
    return out.getvalue()


TREE = b"""%PDF-1.4
1 0 obj
<</Type/Catalog/Pages 2 0 R>>
endobj
2 0 obj
<</Type/Pages/Kids[{kids}]/Count 1000000000>>
endobj
3 0 obj
<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>
endobj
trailer
<</Size 4/Root 1 0 R>>
startxref
0
%%EOF
"""


def case(folder: Path, content: bytes | None, changes: Mapping[str, Any]) -> CaseFile:
    if content is not None:
        (folder / "passport.pdf").write_bytes(content)
    text = changed({"annexes[0].file": "passport.pdf", **changes})
    return load_bytes(text.encode(), str(folder / "case.yaml"))


def found(folder: Path, content: bytes | None, **changes: Any) -> list[Problem]:
    return check(case(folder, content, changes), law(), None, final=False, base=folder)


class DescribeThePagesOfAnAnnex:
    def it_is_content_with_a_file_of_as_many_pages(self, tmp_path: Path) -> None:
        assert found(tmp_path, pdf(2)) == []

    @pytest.mark.parametrize(("pages", "code"), [(1, "case/fewer-pages"), (3, "case/more-pages")])
    def it_names_another_number(self, tmp_path: Path, pages: int, code: str) -> None:
        (problem,) = found(tmp_path, pdf(pages))
        assert (problem.code.id, problem.where) == (code, "annexes[0].pages")
        assert (problem.facts["said"], problem.facts["found"]) == ("2", str(pages))

    def it_counts_them_where_the_case_leaves_them_out(self, tmp_path: Path) -> None:
        left_out = {"annexes[0].pages": DELETE}
        file = case(tmp_path, pdf(7), left_out)
        assert file.case.annexes[0].pages == 7
        assert check(file, law(), None, final=False, base=tmp_path) == []
        beyond = {**left_out, "client.documents[0].proof": [{"annex": "passport", "page": "8"}]}
        assert codes(check(case(tmp_path, None, beyond), law(), None, final=False, base=tmp_path)) == [
            "case/page-beyond"
        ]

    def it_counts_a_picture_as_one(self, tmp_path: Path) -> None:
        (problem,) = found(tmp_path, b"\x89PNG\r\n\x1a\n")
        assert (problem.code.id, problem.facts["found"]) == ("case/fewer-pages", "1")
        assert case(tmp_path, None, {"annexes[0].pages": DELETE}).case.annexes[0].pages == 1

    def it_asks_for_them_where_nobody_says_them(self, tmp_path: Path) -> None:
        assert "case/pages-unknown" in codes(found(tmp_path, b"not a PDF", **{"annexes[0].pages": DELETE}))
        assert codes(check(load(changed({"annexes[0].pages": DELETE})), law(), None, final=False, base=None)) == [
            "case/pages-unknown"
        ]


class DescribeAFileThatCannotBeCounted:
    @pytest.mark.parametrize(
        ("content", "code"),
        [
            (pdf(2, "secret"), "file/pdf-encrypted"),
            (pdf(2)[:200], "file/pdf-damaged"),
            (b"%PDF-1.7\n" + os.urandom(2_000), "file/pdf-damaged"),
            (TREE.replace(b"{kids}", b""), "file/pdf-empty"),
            (TREE.replace(b"{kids}", b"2 0 R " * 9), "file/pdf-empty"),
            (TREE.replace(b"{kids}", b"3 0 R " * 2), "case/fewer-pages"),
        ],
    )
    def it_is_named_with_what_to_do(self, tmp_path: Path, content: bytes, code: str) -> None:
        (problem,) = found(tmp_path, content)
        assert (problem.code.id, problem.code.severity) == (code, "error")
        assert problem.code.remedy

    def it_ends_where_there_are_too_many_pages_or_too_little_time(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        for limit, value in (("pages", 1), ("seconds", -1)):
            monkeypatch.setenv("PANAHAT_CACHE", "off")
            monkeypatch.setitem(page_counting.LIMITS, limit, value)
            assert codes(found(tmp_path, pdf(2))) == ["file/pdf-too-long"]
            monkeypatch.undo()

    def it_is_not_read_beyond_the_limit_nor_outside_the_folder(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        inside = tmp_path / "case"
        inside.mkdir()
        (tmp_path / "outside.pdf").write_bytes(pdf(9))
        (inside / "passport.pdf").symlink_to(tmp_path / "outside.pdf")
        left_out = {"annexes[0].pages": DELETE}
        assert case(inside, None, left_out).case.annexes[0].pages is None
        assert codes(found(inside, None, **left_out)) == ["case/pages-unknown", "case/annex-escapes"]
        (inside / "passport.pdf").unlink()
        (inside / "scan.pdf").write_bytes(pdf(2))
        (inside / "passport.pdf").symlink_to("scan.pdf")
        assert codes(found(inside, None)) == ["case/annex-link"]
        monkeypatch.setitem(page_counting.LIMITS, "bytes", 100)
        assert codes(found(tmp_path, pdf(2))) == ["file/too-big"]


class DescribeTheMemoryOfCounts:
    def it_tells_neither_name_nor_digest_of_the_file(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        tmp_path.chmod(0o700)
        monkeypatch.setenv("PANAHAT_CACHE", str(tmp_path))
        content = pdf(3)
        assert page_counting.count(content) == 3
        (kept,) = tmp_path.glob("pages-*")
        assert kept.read_bytes()[32:] == b"3"
        digests = {hashlib.new(name, content).hexdigest() for name in ("sha256", "blake2b", "md5", "sha1")}
        assert kept.name.removeprefix("pages-") not in digests
        monkeypatch.setattr(page_counting, "_counted", lambda _: 99)
        assert page_counting.count(content) == 3

    def it_remembers_no_refusal(self) -> None:
        for _ in range(2):
            with pytest.raises(Refused):
                page_counting.count(b"%PDF-1.4 nothing")
