"""An office's letterhead comes from office.yaml: in each language, with a logo of which only the picture survives."""

from __future__ import annotations

import shutil
import struct
import zipfile
from io import BytesIO
from pathlib import Path
from zlib import compress, crc32

import pytest
from click.testing import CliRunner
from PIL import Image, PngImagePlugin
from worked_cases import CASES

from panahat.building import make, review
from panahat.cli import main
from panahat.letterhead import picture
from panahat.problems import Refused
from panahat.render.reading_back import paragraphs
from panahat.render.template import compile_bytes
from panahat.seal.inspection import inspect
from panahat.workspace import Workspace

SECRET = "СЕКРЕТ-1234"
COMPLAINT, LETTER, APPEAL = "supreme-court-complaint", "humanitarian-visa-letter", "expulsion-appeal"
OFFICE = """\
name: {ru: Контора «Пример», kk: «Үлгі» кеңсесі, en: Primer Law Office}
address: {ru: 'город Алматы, дом 1', kk: 'Алматы қаласы, 1-үй', en: '1 Primernaya Street, Almaty'}
phone: +7 700 000 00 99
logo: logo.png
"""
NAMES = {"ru": "Контора «Пример»", "kk": "«Үлгі» кеңсесі", "en": "Primer Law Office"}


def png(size: tuple[int, int] = (40, 20), **meta: str) -> bytes:
    told, out = PngImagePlugin.PngInfo(), BytesIO()
    for key, value in meta.items():
        told.add_itxt(key, value)
    Image.new("RGBA", size, (20, 80, 160, 120)).save(out, "PNG", pnginfo=told)
    return out.getvalue()


def jpeg() -> bytes:
    """A JPEG with EXIF: who made it, and that it lies on its side."""
    exif, out = Image.Exif(), BytesIO()
    exif[0x0112], exif[0x013B] = 6, "SEKRET-1234"
    Image.new("RGB", (40, 20), "navy").save(out, "JPEG", exif=exif)
    return out.getvalue()


def bomb() -> bytes:
    """A PNG of some hundred bytes that says it is 60,000 pixels wide and high."""

    def chunk(name: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", crc32(name + data))

    head = struct.pack(">IIBBBBB", 60_000, 60_000, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", compress(b"\0" * 1000)) + chunk(b"IEND", b"")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder of cases with an office.yaml and a logo beside them."""
    for case in ("transit-activist", "journalist", "expelled-it-worker"):
        (tmp_path / f"{case}.yaml").write_bytes((CASES / f"{case}.yaml").read_bytes())
    shutil.copytree(CASES / "annexes", tmp_path / "annexes")
    (tmp_path / "office.yaml").write_text(OFFICE, "utf-8")
    (tmp_path / "logo.png").write_bytes(png())
    return tmp_path


def drawn(folder: Path, case: str, kind: str, form: str) -> bytes:
    path = folder / f"{case}.yaml"
    workspace = Workspace.beside(path, None)
    return make(workspace, workspace.load(path), kind, form, base=folder).filing


def members(docx: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(BytesIO(docx)) as z:
        return {name: z.read(name) for name in z.namelist()}


class DescribeTheLetterhead:
    @pytest.mark.parametrize(
        ("case", "kind", "form"),
        [
            ("transit-activist", COMPLAINT, "ru"),
            ("transit-activist", COMPLAINT, "kk-ru"),
            ("expelled-it-worker", APPEAL, "kk"),
            ("journalist", LETTER, "en"),
        ],
    )
    def it_opens_each_text_in_its_own_language(self, folder: Path, case: str, kind: str, form: str) -> None:
        texts = [p.text for p in paragraphs(drawn(folder, case, kind, form))]
        assert [t for t in texts if t in NAMES.values()] == [NAMES[language] for language in form.split("-")]

    def it_may_stand_in_the_folder_of_an_offices_templates(self, folder: Path, tmp_path: Path) -> None:
        own = tmp_path / "own"
        own.mkdir()
        for name in ("office.yaml", "logo.png"):
            (folder / name).rename(own / name)
        path = folder / "journalist.yaml"
        workspace = Workspace.beside(path, own)
        made = make(workspace, workspace.load(path), LETTER, "ru", base=folder)
        assert NAMES["ru"] in made.drafts[0].text
        assert b'"office.yaml"' in made.manifest
        assert b'"logo.png"' in made.manifest

    def it_is_not_over_the_filing_of_one_who_is_no_advocate(self, folder: Path) -> None:
        path = folder / "transit-activist.yaml"
        text = path.read_text("utf-8").replace("role: advocate", "role: relative")
        path.write_text(text.replace("defence_notice:", "power_of_attorney:"), "utf-8")
        assert NAMES["ru"] not in "\n".join(
            p.text for p in paragraphs(drawn(folder, "transit-activist", COMPLAINT, "ru"))
        )

    def it_is_the_same_bytes_each_time(self, folder: Path) -> None:
        assert drawn(folder, "journalist", LETTER, "en") == drawn(folder, "journalist", LETTER, "en")


class DescribeTheLogo:
    @pytest.mark.parametrize(("content", "told"), [(png(Author=SECRET), "iTXt"), (jpeg(), "APP1")])
    def it_is_the_bare_picture_and_what_was_left_out_is_said(self, folder: Path, content: bytes, told: str) -> None:
        (folder / "logo.png").write_bytes(content)
        path = folder / "journalist.yaml"
        workspace = Workspace.beside(path, None)
        made = make(workspace, workspace.load(path), LETTER, "en", base=folder)
        [note] = [p for p in made.problems if p.code.id == "office/logo-scrubbed"]
        assert (note.level, note.where, note.line) == ("note", "logo", 4)
        assert told in note.facts["names"]
        everything = b"".join((*members(made.filing).values(), *members(made.sheet).values(), made.manifest))
        assert SECRET.encode() not in everything
        assert b"SEKRET" not in everything
        logo = members(made.filing)["word/media/logo.png"]
        assert [logo[at : at + 4] for at in range(len(logo)) if logo[at : at + 4] in (b"IHDR", b"IDAT", b"IEND")]
        assert Image.open(BytesIO(logo)).info == {}

    def it_is_turned_upright_as_the_device_meant_it(self) -> None:
        found = picture.bare(jpeg())
        assert (found.width, found.height) == (20, 40)
        assert Image.open(BytesIO(found.png)).size == (20, 40)

    def it_reveals_nothing_to_inspection(self, folder: Path) -> None:
        assert inspect(drawn(folder, "transit-activist", COMPLAINT, "kk-ru")) == []

    def it_stands_in_the_header_of_the_first_page_of_each_text(self, folder: Path) -> None:
        parts = members(drawn(folder, "transit-activist", COMPLAINT, "kk-ru"))
        assert [name for name, content in parts.items() if b"<w:drawing>" in content] == [
            "word/header2-2.xml",
            "word/header2.xml",
        ]

    def it_does_not_let_templates_have_pictures(self, folder: Path) -> None:
        with pytest.raises(Refused) as refused:
            compile_bytes(drawn(folder, "journalist", LETTER, "en"), "own.docx")
        assert "seal/picture" in {p.code.id for p in refused.value.problems}


def _write(name: str, content: bytes) -> object:
    return lambda folder: (folder / name).write_bytes(content)


def _link(folder: Path) -> None:
    (folder.parent / "elsewhere.png").write_bytes(png())
    (folder / "logo.png").unlink()
    (folder / "logo.png").symlink_to(folder.parent / "elsewhere.png")


def _said(old: str, new: str) -> object:
    return lambda folder: (folder / "office.yaml").write_text(OFFICE.replace(old, new), "utf-8")


BAD = {
    "a logo that is a text": (_write("logo.png", SECRET.encode()), "office/no-picture", "logo"),
    "a logo that is a GIF": (_write("logo.png", b"GIF89a" + bytes(60)), "office/no-picture", "logo"),
    "a logo that breaks off": (_write("logo.png", png()[:50]), "office/no-picture", "logo"),
    "an empty logo": (_write("logo.png", b""), "office/no-picture", "logo"),
    "a picture bomb": (_write("logo.png", bomb()), "office/logo-too-large", "logo"),
    "a logo of many bytes": (_write("logo.png", png() + bytes(1_000_001)), "office/logo-too-large", "logo"),
    "a logo of many pixels": (_write("logo.png", png((2000, 1001))), "office/logo-too-large", "logo"),
    "no logo there": (lambda folder: (folder / "logo.png").unlink(), "file/none", "logo"),
    "a logo above the folder": (_said("logo.png", "../logo.png"), "office/outside", "logo"),
    "a logo on the network": (_said("logo.png", "https://example.org/logo.png"), "office/outside", "logo"),
    "a logo by its whole path": (_said("logo.png", "/etc/passwd"), "office/outside", "logo"),
    "a logo that is a link": (_link, "office/outside", "logo"),
    "a key that there is not": (_said("phone", "fone"), "yaml/unknown-field", "fone"),
    "no name": (_said("name", "title"), "office/no-name", "name"),
    "a name in no language": (_said(OFFICE[6 : OFFICE.index("\n")], "x"), "yaml/wrong-type", "name"),
    "no YAML": (_said("phone: ", "phone: {"), "yaml/broken", ""),
    "an empty office.yaml": (_write("office.yaml", b""), "yaml/wrong-type", ""),
    "an address without English": (_said(", en: '1 Primernaya Street, Almaty'", ""), "office/no-language", "address"),
}  # fmt: skip


@pytest.mark.parametrize("case", BAD)
def test_bad_input_is_named_at_its_place_and_nothing_is_written(folder: Path, case: str) -> None:
    spoil, code, place = BAD[case]
    spoil(folder)  # type: ignore[operator]
    path = folder / "journalist.yaml"
    workspace = Workspace.beside(path, None)
    found = [
        p for p in review(workspace, workspace.load(path), LETTER, "en", base=folder).problems if p.level == "error"
    ]
    assert code in [p.code.id for p in found]
    [problem] = [p for p in found if p.code.id == code][:1]
    assert (problem.file, problem.where) == ("office.yaml", place)
    assert problem.line
    out = folder / "out"
    command = ["render", str(path), "--for", LETTER, "--in", "en", "-o", f"{out}/"]
    result = CliRunner().invoke(main, command)
    assert result.exit_code == 1
    assert code in result.output
    assert SECRET not in result.output
    assert "Traceback" not in result.output
    assert not out.exists() or not list(out.iterdir())
