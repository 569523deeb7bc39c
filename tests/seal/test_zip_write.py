"""The ZIP we write: what is in it, and the same bytes everywhere."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from io import BytesIO
from pathlib import Path

import pytest
from word_files import docx, p

from panahat.seal.zipping import member, pack, read_zip

PARTS = {
    "word/z.xml": b"<z/>" * 500,
    "docProps/app.xml": b"<a/>",
    "word/document.xml": "жалоба ".encode() * 1000,
    "[Content_Types].xml": b"<t/>",
    "word/_rels/document.xml.rels": b"<r/>",
    "_rels/.rels": b"<r/>",
    "word/пустой.xml": b"",
}

_RENDER = """
import hashlib, sys
from pathlib import Path
from panahat.render.template import compile_template
template = compile_template(Path(sys.argv[1]))
docx = template.pack(template.render({"x": "Иванова", "facts": ["а", "б"]}))
print(hashlib.sha256(docx).hexdigest())
"""


class DescribePacking:
    def it_writes_a_zip_that_others_can_read(self) -> None:
        with zipfile.ZipFile(BytesIO(pack([member(n, c) for n, c in PARTS.items()], {}))) as z:
            assert z.testzip() is None
            assert {n: z.read(n) for n in z.namelist()} == PARTS

    def it_puts_the_content_types_first_and_the_rest_in_a_fixed_order(self) -> None:
        members = [member(n, c) for n, c in PARTS.items()]
        names = [m.name for m in read_zip(pack(members, {}))]
        assert names == [
            "[Content_Types].xml",
            "_rels/.rels",
            "word/document.xml",
            "word/_rels/document.xml.rels",
            "docProps/app.xml",
            "word/z.xml",
            "word/пустой.xml",
        ]
        assert pack(members, {}) == pack(members[::-1], {})

    def it_tells_neither_time_nor_system_nor_user(self) -> None:
        with zipfile.ZipFile(BytesIO(pack([member(n, c) for n, c in PARTS.items()], {}))) as z:
            assert z.comment == b""
            for info in z.infolist():
                assert info.date_time == (1980, 1, 1, 0, 0, 0)
                assert (info.create_system, info.external_attr, info.internal_attr) == (0, 0, 0)
                assert (info.extra, info.comment) == (b"", b"")

    def it_copies_what_did_not_change_as_it_is_packed(self) -> None:
        before = [member(n, c) for n, c in PARTS.items()]
        after = {m.name: m for m in read_zip(pack(before, {"word/document.xml": b"new", "word/new.xml": b"more"}))}
        assert after["word/document.xml"].content() == b"new"
        assert after["word/new.xml"].content() == b"more"
        for m in before:
            assert m.name == "word/document.xml" or after[m.name] == m

    def it_gives_the_same_bytes_whatever_the_clock_locale_hash_seed_and_folder(self, tmp_path: Path) -> None:
        body = p("{{ x }}"), p("{%p for f in facts %}"), p("{{ f }}"), p("{%p endfor %}")
        digests = set()
        for n, extra in enumerate(
            (
                {"TZ": "Asia/Almaty", "LC_ALL": "C", "PYTHONHASHSEED": "0", "USER": "a"},
                {"TZ": "America/New_York", "LC_ALL": "C.UTF-8", "PYTHONHASHSEED": "7", "USER": "b"},
                {
                    "TZ": "UTC",
                    "LC_ALL": "ru_RU.UTF-8",
                    "PYTHONHASHSEED": "random",
                    "SOURCE_DATE_EPOCH": "99",
                    "USER": "c",
                },
            )
        ):
            folder = tmp_path / f"папка {n}"
            folder.mkdir()
            (folder / "ru.docx").write_bytes(docx(*body, header=p("{{ x }}")))
            os.utime(folder / "ru.docx", (n * 10_000_000, n * 10_000_000))
            environment = os.environ | extra | {"PANAHAT_CACHE": str(folder / "cache") if n else "off"}
            for _ in range(2):
                command = [sys.executable, "-c", _RENDER, "ru.docx"]
                done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=True)
                digests.add(done.stdout)
        assert len(digests) == 1

    @pytest.mark.parametrize("size", [0, 1, 100, 70_000])
    def it_keeps_content_of_any_size(self, size: int) -> None:
        content = bytes(n * 7 % 251 for n in range(size))
        assert read_zip(pack([member("a", content)], {}))[0].content() == content
