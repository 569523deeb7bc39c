"""The folder that goes to the body: whole, in order, the same each time, or not at all."""

from __future__ import annotations

import json
import os
import re
import shutil
import stat
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
from annex_files import annexes, paper, photo
from click.testing import CliRunner
from pypdf import PdfReader
from word_files import docx, p
from worked_cases import CASES

from panahat.cli import main
from panahat.packing import making
from panahat.packing.naming import short
from panahat.packing.settings import load
from panahat.render.reading_back import paragraphs

KIND, CASE = "expulsion-appeal", "border-guard"


def office(documents: Mapping[str, bytes]) -> dict[str, bytes]:
    """A stand-in for LibreOffice: two pages for each document."""
    return {name: paper(name, 2) for name in documents}


def made_desk(folder: Path, patch: pytest.MonkeyPatch) -> Path:
    """A folder with one case and its annexes, where LibreOffice is quick."""
    shutil.copy(CASES / f"{CASE}.yaml", folder)
    shutil.copytree(CASES / "annexes" / CASE, folder / "annexes" / CASE)
    patch.setattr(making, "pdfs_of", office)
    patch.setattr(making, "office", lambda: "soffice")
    patch.chdir(folder)
    return folder


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    return made_desk(tmp_path, monkeypatch)


def ran(*more: str, exit_code: int = 0, form: str = "ru") -> str:
    done = CliRunner().invoke(main, ["pack", f"{CASE}.yaml", "--for", KIND, "--in", form, "-o", "out", *more])
    assert done.exit_code == exit_code, done.output
    return done.output


def problems(*more: str) -> list[dict[str, Any]]:
    """What is said against packing, the worst first."""
    found: list[dict[str, Any]] = json.loads(ran("--json", *more, exit_code=1))["problems"]
    return [q for q in found if q["severity"] == "error"]


def files(desk: Path) -> list[str]:
    return sorted(f.relative_to(desk / "out").as_posix() for f in (desk / "out").rglob("*") if f.is_file())


def words(file: Path) -> str:
    return "\n".join(q.text for q in paragraphs(file.read_bytes())).replace("\u00a0", " ")


@pytest.fixture(scope="module")
def done(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Path, dict[str, Any]]]:
    """A pack in both languages, made once, and what it told programs."""
    with pytest.MonkeyPatch.context() as patch:
        folder = made_desk(tmp_path_factory.mktemp("desk"), patch)
        before = {f: f.read_bytes() for f in folder.rglob("*") if f.is_file()}
        told = json.loads(ran("--json", "--scrub", form="kk-ru"))
        assert {f: f.read_bytes() for f in before} == before, "the case or its annexes were changed"
        yield folder, told


class DescribeTheFolder:
    def it_holds_filing_list_annexes_in_order_and_all_in_one(self, done: tuple[Path, dict[str, Any]]) -> None:
        names = files(done[0])
        assert [n[:2] for n in names if "/" not in n] == [
            "00",
            "01",
            "01",
            "02",
            "02",
            *(f"{n:02}" for n in range(3, 14)),
        ]
        assert names[0] == "00-ves-paket.pdf"
        assert names[-4:] == [
            f"ne-podavat/{n}" for n in ("list-proverki.docx", "manifest.json", "pack.json", "pamyatka.docx")
        ]
        assert all(re.fullmatch(r"[a-z0-9./-]+", n) for n in names)
        whole = PdfReader(done[0] / "out" / names[0])
        assert [o["/Title"].partition(".")[0] for o in whole.outline][2:5] == [f"Приложение {n}" for n in (1, 2, 3)]
        assert {stat.S_IMODE(f.stat().st_mode) for f in (done[0] / "out").rglob("*")} == {0o600, 0o700}

    def it_tells_programs_what_it_made(self, done: tuple[Path, dict[str, Any]]) -> None:
        kept = {one["name"]: one for one in done[1]["files"]}
        aside = {n for n in files(done[0]) if "/" in n} - {"ne-podavat/pack.json"}
        assert {name for name, one in kept.items() if not one["goes"]} == aside
        assert kept["00-ves-paket.pdf"]["pages"] == 4 + sum(n for f, _, n in annexes() if f.parent.name == CASE)
        assert done[1]["route"] == "paper"

    def it_speaks_both_languages_of_a_filing_the_main_one_first(self, done: tuple[Path, dict[str, Any]]) -> None:
        annex = next(f for f in (done[0] / "out").iterdir() if f.name.startswith("03"))
        text = PdfReader(annex).pages[0].extract_text()
        assert text.index("Приложение 1. ") < text.index("1-қосымша. ")
        assert "ҚОСЫМШАЛАР ТІЗБЕСІ" in words(done[0] / "out/02-opis.docx")

    def it_is_the_same_each_time_and_replaced_when_asked(self, done: tuple[Path, dict[str, Any]]) -> None:
        before = {name: (done[0] / "out" / name).read_bytes() for name in files(done[0])}
        ran("--force", "--scrub", form="kk-ru")
        assert {name: (done[0] / "out" / name).read_bytes() for name in files(done[0])} == before


class DescribeTheRoutes:
    @pytest.mark.parametrize(
        ("route", "note", "listing"),
        [
            ("eds", "10 МБ на файл: это умолчание программы, а не норма", "Номер регистрации"),
            ("custody", "Передать администрации места содержания", "принят администрацией места содержания"),
        ],
    )
    def it_says_what_to_do_on_each(self, desk: Path, route: str, note: str, listing: str) -> None:
        file = desk / f"{CASE}.yaml"
        if route == "custody":
            held = "client:\n  held: {place: {ru: Изолятор, kk: Изолятор}, since: 2026-08-18}\n"
            file.write_text(file.read_text("utf-8").replace("client:\n", held, 1), "utf-8")
        ran("--route", route)
        assert note in words(desk / "out/ne-podavat/pamyatka.docx")
        assert "кземпляров: 2" in words(desk / "out/ne-podavat/pamyatka.docx")
        assert listing in words(desk / "out/02-opis.docx")
        filing = words(next((desk / "out").glob("01-*.docx")))
        assert ("электронной цифровой подписью" in filing) == (route == "eds")

    def it_goes_each_way_where_the_models_are_not_loaded(self, desk: Path) -> None:
        for route in ("paper", "eds"):
            command = [
                sys.executable,
                "-m",
                "panahat",
                "pack",
                f"{CASE}.yaml",
                "--for",
                KIND,
                "--route",
                route,
                "-o",
                route,
            ]
            done = subprocess.run(command, capture_output=True, text=True, check=False, env={**os.environ, "PATH": ""})
            assert done.returncode == 0, done.stderr
            assert (desk / route / "ne-podavat/pamyatka.docx").is_file()

    def it_refuses_what_the_cabinet_would_not_take(self, desk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(making, "_MEGABYTE", 100)
        found = problems("--route", "eds")
        assert {q["code"] for q in found} == {"pack/too-big-for-route"}
        assert len(found) == 11

    def it_says_that_its_limits_are_defaults(self) -> None:
        from worked_cases import workspace

        routes = load(workspace().library).routes
        assert {name: (r.basis, r.verify) for name, r in routes.items()} == {
            "paper": ("default", False), "eds": ("default", True), "custody": ("default", False),
        }  # fmt: skip


def as_link(file: Path) -> None:
    file.rename(file.with_name("other.pdf"))
    file.symlink_to("other.pdf")


class DescribeBadAnnexes:
    @pytest.mark.parametrize(
        ("spoil", "code"),
        [
            (Path.unlink, "pack/missing"),
            (lambda f: f.write_bytes(b"GIF89a"), "pack/not-a-paper"),
            (lambda f: f.write_bytes(f.read_bytes()[:300]), "file/pdf-damaged"),
            (as_link, "case/annex-link"),
            (lambda f: f.write_bytes(paper("a / b", 1)), "case/fewer-pages"),
        ],
        ids=["missing", "a gif", "cut off", "a link", "fewer pages"],
    )
    def it_is_refused_at_its_place_and_nothing_is_written(
        self, desk: Path, spoil: Callable[[Path], object], code: str
    ) -> None:
        file = next(f for f, _, pages in annexes() if f.parent.name == CASE and pages > 1)
        spoil(desk / file.relative_to(CASES))
        [found] = problems()
        assert found["code"] == code
        assert found["path"].startswith("annexes[")
        assert found["line"]
        assert not (desk / "out").exists()
        assert not list(desk.glob(".panahat*"))

    def it_says_everything_at_once(self, desk: Path) -> None:
        first, second, third = sorted((desk / "annexes" / CASE).iterdir())[:3]
        first.write_bytes(b"")
        second.unlink()
        as_link(third)
        assert sorted(q["code"] for q in problems()) == ["case/annex-link", "pack/missing", "pack/not-a-paper"]

    def it_takes_out_of_the_copies_what_a_file_tells(self, desk: Path) -> None:
        file = next(f for f, _, pages in annexes() if f.parent.name == CASE and pages == 1)
        (desk / file.relative_to(CASES)).write_bytes(photo())
        told = json.loads(ran("--json", "--scrub"))["problems"]
        assert [q["code"] for q in told if q["code"].startswith("pack/")] == ["pack/scrubbed"]
        assert not any(b"Secret-1234" in f.read_bytes() for f in (desk / "out").rglob("*") if f.is_file())

    def it_takes_a_word_document_only_where_libreoffice_is(self, desk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        file = next(f for f, _, pages in annexes() if f.parent.name == CASE and pages == 2)
        (desk / file.relative_to(CASES)).write_bytes(docx(p("Справка")))
        monkeypatch.setattr(making, "office", lambda: None)
        assert [q["code"] for q in problems()] == ["pack/needs-office"]


def it_has_the_annexes_without_libreoffice_and_says_what_is_missing(
    desk: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = next(f for f, _, pages in annexes() if f.parent.name == CASE and pages == 1)
    (desk / file.relative_to(CASES)).write_bytes(photo())
    monkeypatch.setattr(making, "pdfs_of", lambda _: None)
    told = json.loads(ran("--json"))["problems"]
    [tells] = [q for q in told if q["code"] == "pack/tells"]
    assert "place (GPS)" in tells["message"]
    assert any(q["code"] == "pack/no-office" for q in told)
    assert any(b"Secret-1234" in f.read_bytes() for f in (desk / "out").glob("*.pdf"))
    assert {Path(n).suffix for n in files(desk) if n.startswith(("01", "02"))} == {".docx"}
    assert "Сдать в канцелярию" in words(desk / "out/ne-podavat/pamyatka.docx")
    assert PdfReader(desk / "out/00-ves-paket.pdf").pages[0].extract_text().endswith("1 / 22")


class DescribeFileNames:
    @pytest.mark.parametrize(
        ("title", "said"),
        [
            ("Постановление суда от 28 января 2026 года", "postanovlenie-suda-ot-28-yanvarya-2026"),
            ("Письмо Ивановой М.П. о здоровье сына", "pismo-o-zdorovye-syna"),
            ("Петрова: объяснение", "obyasnenie"),
            ("Соттың 2026 жылғы 28 қаңтардағы қаулысы", "sottyn-2026-zhylgy-28-kantardagy-kaulysy"),
            ("Справка о " + "длинное " * 20, "spravka-o-dlinnoe-dlinnoe-dlinnoe"),
        ],
    )
    def it_is_short_and_names_nobody(self, title: str, said: str) -> None:
        assert short(title, frozenset({"petr"}), 40) == said

    def it_keeps_every_word_of_a_title_that_names_nobody(self) -> None:
        assert short("Жалоба в Верховный Суд", None, 40) == "zhaloba-v-verkhovny-sud"


@pytest.mark.office
@pytest.mark.parametrize("form", ["ru", "kk-ru"])
def it_is_tagged_titled_and_the_same_with_the_real_libreoffice(
    desk: Path, monkeypatch: pytest.MonkeyPatch, form: str
) -> None:
    from panahat.seal import pdf

    monkeypatch.setattr(making, "pdfs_of", pdf.pdfs_of)
    ran(form=form)
    for name in ("00-ves-paket.pdf", "02-opis.pdf"):
        told = subprocess.run(["pdfinfo", desk / "out" / name], capture_output=True, text=True, check=True).stdout
        assert re.search(r"^Tagged: +yes$", told, re.M)
        assert ("Suspects:        yes" in told) == (name == "00-ves-paket.pdf"), (
            "scans have no structure, and it is said"
        )
        assert re.search(r"^Title: +\S", told, re.M)
        assert not re.search("LibreOffice|Writer|CreationDate", told)
    whole = (desk / "out/00-ves-paket.pdf").read_bytes()
    shutil.rmtree(desk / "out")
    ran(form=form)
    assert (desk / "out/00-ves-paket.pdf").read_bytes() == whole


def it_has_for_every_worked_case_annexes_with_the_pages_that_it_says() -> None:
    short_ones = [label for file, label, pages in annexes() if len(PdfReader(file).pages) != pages]
    assert not short_ones, "run: python tests/shared/annex_files.py"
