"""The review sheet says on its first page what to decide, in words, and nothing that a lawyer cannot use."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
import yaml
from plainly import plain
from worked_cases import CASES, made, workspace

from panahat.building import review
from panahat.case.engine import shapes
from panahat.case.loading import load_bytes
from panahat.drafting.sheet import review_sheet
from panahat.library import shipped
from panahat.render.reading_back import paragraphs
from panahat.seal.proof import read_manifest

S1, COMPLAINT, LETTER = "transit-activist", "supreme-court-complaint", "humanitarian-visa-letter"
WRITTEN = [
    (S1, COMPLAINT), ("regional-critic", COMPLAINT), ("expelled-it-worker", "expulsion-appeal"),
    ("border-guard", "expulsion-appeal"), ("journalist", LETTER), ("refused-officer", LETTER), ("client-with-family", LETTER),
]  # fmt: skip
SHEETS = shipped() / "sheets"


def sheet_of(change: tuple[str, str] = ("", ""), kind: str = COMPLAINT, case: str = S1) -> dict[str, Any]:
    """The data of the sheet for a worked case in which some words of the file were changed."""
    text = (CASES / f"{case}.yaml").read_text("utf-8")
    assert change[0] in text
    file = load_bytes(text.replace(*change, 1).encode(), f"{case}.yaml")
    seen = review(workspace(), file, kind)
    data: dict[str, Any] = review_sheet(seen.drafts, file, workspace().law, workspace().filing(kind), seen.problems, [])
    return dict(data["sheet"])


def words(case: str, kind: str) -> list[str]:
    return [p.text.replace("\u00a0", " ") for p in paragraphs(made(case, kind, "ru").sheet)]


class DescribeItsWords:
    @pytest.mark.parametrize(("case", "kind"), WRITTEN[:3])
    def it_never_leaves_a_number_sign_at_the_end_of_a_line(self, case: str, kind: str) -> None:
        assert not [p.text for p in paragraphs(made(case, kind, "ru").sheet) if "№ " in p.text]

    @pytest.mark.parametrize(("case", "kind"), WRITTEN)
    def it_names_facts_in_words_and_holds_no_key_address_or_digest(self, case: str, kind: str) -> None:
        text = "\n".join(words(case, kind))
        keys = "|".join(key for key in shapes()["Case"].fields if key not in ("id", "schema"))
        assert not re.findall(rf"\b(?:{keys})(?:\[\d*\])?\.[a-z_]+", text.replace("confirmations.yaml", ""))
        assert not re.findall(r"https?://|\b[0-9a-f]{64}\b|\d{4}-\d\d-\d\d", text)

    def it_says_line_by_line_where_the_facts_of_an_argument_stand(self) -> None:
        [row] = [row for row in sheet_of()["grounds"] if "защитник" in row["facts"]]
        line = next(
            n for n, text in enumerate((CASES / f"{S1}.yaml").read_text("utf-8").splitlines(), 1) if "notified:" in text
        )
        assert row["facts"] == f"защитнику сообщили о постановлении — нет (строка {line})"

    @pytest.mark.parametrize("name", ["review", "letter"])
    def its_template_prints_what_is_described_and_the_description_names_all_there_is(self, name: str) -> None:
        described = set(yaml.safe_load((SHEETS / "sheet.yaml").read_text("utf-8"))["vocabulary"])
        assert described == {f"sheet.{key}" for key in sheet_of()}
        assert set(re.findall(r"sheet\.[a-z_]+", (SHEETS / name / "ru.txt").read_text("utf-8"))) <= described

    def it_is_another_for_a_letter_without_words_of_a_court(self) -> None:
        assert not re.findall(r"(?i)\bсуд|довод|срок", (SHEETS / "letter/ru.txt").read_text("utf-8"))
        assert "Внутренний документ бюро: к письму не прилагается." in words("journalist", LETTER)[2]


class DescribeTheFirstPage:
    def it_warns_of_a_day_that_only_a_moved_last_day_saves(self) -> None:
        [alert] = sheet_of()["deadline"]
        assert "переносится на 09.02.2026; бесспорным днём было 06.02.2026" in alert["what"]
        assert sheet_of(("  on: 2026-02-09\n  place", "  on: 2026-02-06\n  place"))["deadline"] == []

    def it_says_that_a_period_is_over(self) -> None:
        sheet = sheet_of(("  on: 2026-02-09\n  place", "  on: 2026-02-12\n  place"))
        assert any("09.02.2026" in alert["what"] for alert in sheet["deadline"])
        assert [term["late"] for term in sheet["terms"]] == [True]

    def it_lists_a_statement_without_an_annex_and_says_that_there_are_none_only_where_so(self) -> None:
        assert [x["what"].split(" (")[0] for x in sheet_of()["unproved"]] == [
            "доверитель скрывался от иностранного следствия — нет",
            "кого доверитель опасается и почему",
            "взгляды, за которые преследуют доверителя",
        ]
        more = sheet_of(("      proof: [mother-statement]\n  past_harm", "      proof: []\n  past_harm"))["unproved"]
        assert len(more) == 4

    def it_tells_apart_what_the_client_must_hear_and_what_only_authors_of_texts_must_know(self) -> None:
        sheet = sheet_of()
        law = workspace().law
        client, lawyer = ({plain(x["text"]) for x in sheet[key]} for key in ("client", "warnings"))
        assert law.warnings["w-suspension-prolongs-arrest"].text.ru in client
        assert law.warnings["w-2026-removals"].text.ru in lawyer
        assert not {law.warnings[key].text.ru for key in ("w-units", "w-kk-texts")} & (client | lawyer)

    def it_names_the_ruling_that_nobody_has_read(self) -> None:
        unread = sheet_of(case="regional-critic")["unread"]
        assert any(
            "24 февраля 2026" in x["cite"].replace("\u00a0", " ") and "не прочитан" in x["doubts"] for x in unread
        )

    def it_says_beside_the_citation_what_a_printed_norm_does_not_carry(self) -> None:
        told = {plain(x["cite"]): plain(x["text"]) for x in sheet_of()["limits"]}
        assert "нерассмотренное ходатайство" in told["пункт 4 части 1 статьи 590 УПК РК"]
        assert not [cite for cite in told if "КоАП" in cite]


class DescribeASheetOfAKazakhFilingToABody:
    def it_tells_the_chronology_in_its_own_language_and_speaks_of_no_court(self) -> None:
        sheet = made("refused-resident", "residence-refusal-complaint", "kk").sheet
        text = [p.text.replace("\u00a0", " ") for p in paragraphs(sheet)]
        assert "прибытие в Казахстан" in text
        assert any("прочтёт орган" in line for line in text)
        assert not [line for line in text if "прочтёт суд" in line or "в суд не подаётся" in line]


class DescribeItsLength:
    @pytest.mark.office
    @pytest.mark.parametrize(
        ("case", "kind", "language"), [(*w, "ru") for w in WRITTEN] + [(*w, "kk") for w in WRITTEN[:4]]
    )
    def it_is_at_most_four_pages(self, case: str, kind: str, language: str, tmp_path: Path) -> None:
        (tmp_path / "sheet.docx").write_bytes(made(case, kind, language).sheet)
        office = shutil.which("soffice")
        assert office
        profile = f"-env:UserInstallation=file://{tmp_path}/p"
        command = [
            office,
            profile,
            "--headless",
            "--convert-to",
            "pdf",
            "--outdir",
            str(tmp_path),
            str(tmp_path / "sheet.docx"),
        ]
        subprocess.run(command, check=True, capture_output=True)
        pages = len(re.findall(rb"/Type\s*/Page\b", (tmp_path / "sheet.pdf").read_bytes()))
        assert 1 <= pages <= 4


def test_the_manifest_says_where_what_is_cited_was_read() -> None:
    done = made(S1, COMPLAINT, "ru")
    sources = read_manifest(done.manifest).sources
    used = {key for p in done.drafts[0].paragraphs for key in p.norms}
    assert used <= set(sources)
    assert any("adilet.zan.kz" in address for address in sources["kz-upk-592-1"])


def test_explain_gives_the_forms_of_bodies_that_the_sheet_leaves_out_and_only_when_asked() -> None:
    from click.testing import CliRunner

    from panahat.cli import main

    command = ["explain", str(CASES / f"{S1}.yaml"), "--for", COMPLAINT]
    declined = "Генеральной прокуратурой Российской Федерации"
    assert declined not in CliRunner().invoke(main, command).output
    assert declined in CliRunner().invoke(main, [*command, "--forms"]).output
    assert not any(declined in row["ins"] for row in sheet_of()["names"])
