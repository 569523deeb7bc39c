"""Every command from the shell: good input, bad input, JSON, exit codes; never a traceback, never a value of the case."""

from __future__ import annotations

import json
import re
import stat
from operator import itemgetter
from pathlib import Path

import pytest
from click.testing import CliRunner
from plainly import run

from panahat.cli import COMMANDS, main

CASES = Path(__file__).resolve().parents[2] / "cases"
S1 = str(CASES / "transit-activist.yaml")
KIND = "supreme-court-complaint"
SECRET = "Студён"


class DescribeHelp:
    @pytest.mark.parametrize("command", COMMANDS)
    @pytest.mark.parametrize("language", ["ru", "kk", "en"])
    def it_speaks_the_users_language(self, command: str, language: str) -> None:
        shown = run("--lang", language, command, "-h")
        assert shown.exit_code == 0
        cyrillic = any("а" <= c <= "я" for c in shown.output.lower())
        assert cyrillic == (language != "en")

    def it_refuses_wrong_use_with_exit_code_2(self) -> None:
        assert run("render", S1).exit_code == 2
        assert run("nonsense").exit_code == 2

    @pytest.mark.parametrize(
        "words",
        [
            ["render"],
            ["render", S1, "--in", "xx"],
            ["render", S1, "--forc"],
            ["redner"],
            ["law", "592", "--on", "09.02.2026"],
            ["deadlines", "--count", "dl-592-complaint", "--from", "09.02.2026"],
            ["--templates", "no-such-folder", "filings"],
            ["docket"],
        ],
    )
    @pytest.mark.parametrize("language", ["ru", "kk"])
    def it_says_what_is_wrong_with_the_call_in_the_users_language(self, words: list[str], language: str) -> None:
        shown = run("--lang", language, *words)
        assert shown.exit_code == 2
        assert not re.search(r"Usage|Error|Try|Missing|Invalid|No such|Did you", shown.output)

    def it_names_the_command_that_was_meant(self) -> None:
        assert "'render'" in run("redner").output


class DescribeFilings:
    def it_lists_what_can_be_drafted(self) -> None:
        listed = json.loads(run("filings", "--json").output)
        assert {"supreme-court-complaint"} <= {row["kind"] for row in listed}
        assert KIND in run("filings").output


class DescribeLaw:
    def it_shows_the_version_in_force_on_a_day(self) -> None:
        before = json.loads(run("law", "kz-const-torture", "--on", "2026-06-30", "--json").output)
        after = json.loads(run("law", "kz-const-torture", "--on", "2026-07-01", "--json").output)
        assert before["version"]["act"] == "kz-const-1995"
        assert after["version"]["act"] == "kz-const-2026"

    def it_offers_near_keys_for_an_unknown_one(self) -> None:
        shown = run("law", "kz-upk-592-99")
        assert shown.exit_code == 1
        assert "kz-upk-592-7" in shown.output

    def it_finds_entries_by_number_and_words(self) -> None:
        found = json.loads(run("law", "УПК", "592", "--json").output)["found"]
        assert found[0]["key"] == "kz-upk-592-1"
        assert set(found[0]) == {"section", "key", "title"}
        assert "  gp  " in run("law", "прокуратура").output

    def it_tells_of_a_norm_or_an_act_what_the_sources_do_not_have(self) -> None:
        for key, warning in (("minsk-1993-57", "w-minsk-unread"), ("chisinau-2002", "w-chisinau-rf")):
            assert f" {warning} — " in run("law", key).output

    def it_marks_a_title_of_which_no_kazakh_text_was_seen(self) -> None:
        assert "not seen" in run("--lang", "en", "law", "kz-upk-24-1").output
        assert "from memory" in run("--lang", "en", "law", "kz-upk-30").output
        assert "Kazakh title" not in run("--lang", "en", "law", "kz-upk-592-1").output

    @pytest.mark.parametrize("key", ["gp", "dl-592-complaint", "w-repeat-offence", "upk", "kz-upk"])
    def it_shows_an_entry_of_any_kind(self, key: str) -> None:
        shown = run("law", key)
        assert shown.exit_code == 0
        assert f"key: {key}\n" in shown.output
        assert "{" not in shown.output

    def it_lists_all_norms_by_act(self) -> None:
        shown = run("law")
        assert shown.exit_code == 0
        assert "kz-upk-592-1" in shown.output

    def it_says_which_entries_are_stale(self) -> None:
        assert run("law", "check", "--days", "100000").exit_code == 0
        assert run("law", "check", "--days", "-1").exit_code == 1

    def it_says_which_cases_a_change_of_law_touches(self) -> None:
        touched = json.loads(run("law", "impact", "cat-3", str(CASES), "--json").output)["touched"]
        assert {"transit-activist", "regional-critic"} <= {row["case"] for row in touched}
        assert all("torture-risk" in row["arguments"] for row in touched if row["kind"] == KIND)


class DescribeCheck:
    def it_passes_the_worked_cases(self) -> None:
        assert run("check", S1, "--for", KIND).exit_code == 0

    def it_names_every_problem_of_a_failing_case_with_its_line(self) -> None:
        shown = run("check", str(CASES / "failing" / "late-and-unauthorised.yaml"), "--for", KIND, "--json")
        assert shown.exit_code == 1
        problems = json.loads(shown.output)["problems"]
        assert len([p for p in problems if p["severity"] == "error"]) >= 5
        assert all(p["line"] for p in problems if p["severity"] == "error")
        assert all(p["message"] and p["hint"] for p in problems)

    def it_shows_errors_first_and_folds_what_is_only_wanted(self) -> None:
        words = ("--lang", "en", "check", str(CASES / "expelled-it-worker.yaml"), "--for", KIND)
        shown = run(*words).output
        levels = re.findall(r"(error|warning|note) \[", shown)
        assert levels == sorted(levels, key=lambda level: level != "error")
        assert "case/needed" in shown
        assert "case/wanted" not in shown
        again = shown.splitlines()[-1]
        assert again.endswith(f"--for {KIND} --wanted")
        assert run(*words, "--wanted").output.count("case/wanted") == int(re.findall(r"\d+", again)[0])

    def it_says_a_missing_file_in_one_sentence(self) -> None:
        shown = run("check", "no-such-case.yaml")
        assert shown.exit_code == 1
        assert "Traceback" not in shown.output

    def it_reads_standard_input(self) -> None:
        text = Path(S1).read_text("utf-8")
        assert CliRunner().invoke(main, ["check", "-"], input=text).exit_code == 0

    def it_lists_known_kinds_for_an_unknown_one(self) -> None:
        shown = run("check", S1, "--for", "no-such-kind")
        assert shown.exit_code == 1
        assert KIND in shown.output


class DescribeCheckingManyFiles:
    FAILING = str(CASES / "failing" / "late-and-unauthorised.yaml")
    BROKEN = str(CASES / "failing" / "broken-file.yaml")

    @staticmethod
    def problems(*words: str) -> list[dict[str, object]]:
        found: list[dict[str, object]] = json.loads(run("check", "--json", *words).output)["problems"]
        return found

    def it_gives_the_problems_of_each_file_and_of_no_other(self) -> None:
        files = [S1, self.FAILING, str(CASES / "refused-officer.yaml")]
        together = self.problems(*files)
        assert {p["file"] for p in together} == {self.FAILING, files[2]}
        key = itemgetter("file", "line", "column")
        assert sorted(together, key=key) == sorted((p for f in files for p in self.problems(f)), key=key)

    def it_goes_on_past_a_file_that_cannot_be_read(self) -> None:
        shown = run("check", self.BROKEN, "no-such-case.yaml", self.FAILING)
        assert shown.exit_code == 1
        for name in (self.BROKEN, "no-such-case.yaml", self.FAILING):
            assert f"{name}:" in shown.output

    def it_passes_when_nothing_must_be_mended_in_any(self) -> None:
        assert run("check", *sorted(map(str, CASES.glob("*.yaml")))).exit_code == 0
        assert run("check", S1, self.FAILING).exit_code == 1
        assert run("check", self.FAILING, S1).exit_code == 1

    def it_says_each_problem_once_however_often_a_file_is_named(self) -> None:
        assert self.problems(self.FAILING, self.FAILING) == self.problems(self.FAILING)

    def it_lays_the_templates_beside_each_case_over_the_shipped_ones(self, tmp_path: Path) -> None:
        text = Path(S1).read_text("utf-8")
        for name, folder in (("a", ""), ("b", "templates")):
            (tmp_path / name / folder).mkdir(parents=True)
            (tmp_path / name / "case.yaml").write_text(text, "utf-8")
        (tmp_path / "b" / "templates" / "confirmations.yaml").write_text("- {key: nothing}", "utf-8")
        found = self.problems(*(str(tmp_path / name / "case.yaml") for name in "ab"))
        assert any(p["file"] == "confirmations.yaml" for p in found)

    def it_asks_for_at_least_one(self) -> None:
        assert run("check").exit_code == 2


class DescribeExplain:
    def it_gives_every_argument_a_verdict_and_the_lines_that_decided(self) -> None:
        rows = json.loads(run("explain", S1, "--for", KIND, "--json").output)["arguments"]
        by_id = {row["id"]: row for row in rows}
        assert by_id["asylum-claim-pending"]["verdict"] == "included"
        fact = by_id["asylum-claim-pending"]["tests"][0]["facts"][-1]
        line = Path(S1).read_text("utf-8").splitlines()[fact["line"] - 1]
        assert fact["path"] == "asylum[0].status"
        assert "status: pending" in line

    def it_names_warnings_by_what_they_say(self) -> None:
        shown = run("--lang", "ru", "explain", S1, "--for", KIND).output
        assert "Жалоба по ст. 592 — в ВЕРХОВНЫЙ СУД" in shown
        assert not re.search(r"^    (?:да|нет|не известно): wr?-", shown, re.MULTILINE)

    def it_prints_no_value_of_the_case(self) -> None:
        assert SECRET not in run("explain", S1, "--for", KIND).output


class DescribeDeadlines:
    def it_shows_both_the_rolled_and_the_safe_day_and_the_count(self) -> None:
        rows = json.loads(run("deadlines", S1, "--json").output)["deadlines"]
        (row,) = [row for row in rows if row["fact"] == "extradition.decision.served.client"]
        assert (row["unrolled"], row["due"], row["safe"]) == ("2026-02-08", "2026-02-09", "2026-02-06")
        assert "kz-upk-48-4" in row["norms"]
        assert "09.02.2026" in run("deadlines", S1).output

    @pytest.mark.parametrize("language", ["ru", "kk", "en"])
    def it_counts_a_period_of_the_law_data_without_a_case(self, language: str) -> None:
        words = ["deadlines", "--count", "dl-592-complaint", "--from", "2026-01-29"]
        shown = run("--lang", language, *words)
        assert shown.exit_code == 0
        assert "09.02.2026" in shown.output
        (row,) = json.loads(run("--lang", language, *words, "--json").output)["deadlines"]
        assert (row["due"], row["safe"]) == ("2026-02-09", "2026-02-06")

    def it_counts_hours_from_an_hour_and_asks_for_it(self) -> None:
        (row,) = json.loads(
            run("deadlines", "--count", "dl-587-detention", "--from", "2026-02-09 14:30", "--json").output
        )["deadlines"]
        assert row["due"].startswith("2026-02-12T14:")
        shown = run("deadlines", "--count", "dl-587-detention", "--from", "2026-02-09")
        assert shown.exit_code == 1
        assert "2026-01-28 12:00" in shown.output

    def it_names_the_period_that_was_meant(self) -> None:
        shown = run("deadlines", "--count", "kz-592-complaint", "--from", "2026-02-09")
        assert shown.exit_code == 1
        assert "dl-592-complaint" in shown.output

    @pytest.mark.parametrize("words", [["--count", "dl-592-complaint"], ["--from", "2026-02-09"], []])
    def it_wants_a_period_and_a_day_or_cases(self, words: list[str]) -> None:
        assert run("deadlines", *words).exit_code == 2

    @pytest.mark.parametrize("said", ["2026-01-28 12:00", "2026-01-28"])
    def it_counts_from_the_day_of_a_moment_where_no_copy_was_served(self, tmp_path: Path, said: str) -> None:
        text = (CASES / "expelled-it-worker.yaml").read_text("utf-8")
        kept = re.sub(r"\n      (client|defender): 2026-01-28", "", text).replace(
            "announced: 2026-01-28 12:00", f"announced: {said}"
        )
        (tmp_path / "case.yaml").write_text(kept, "utf-8")
        rows = json.loads(run("deadlines", str(tmp_path / "case.yaml"), "--json").output)["deadlines"]
        (row,) = [row for row in rows if row["fact"] == "expulsion.ruling.announced"]
        assert row["start"] == "2026-01-28"

    @pytest.mark.parametrize("case", sorted(CASES.glob("*.yaml")), ids=lambda file: file.stem)
    def it_answers_for_every_worked_case(self, case: Path) -> None:
        shown = run("deadlines", str(case))
        assert shown.exit_code == 0
        assert shown.output.strip()
        rows = json.loads(run("--lang", "kk", "deadlines", str(case), "--json").output)["deadlines"]
        assert all(set("әіңғүұқөһ") & set(row["title"]) for row in rows)
        assert rows or "--count" in shown.output


class DescribeNames:
    def it_prints_all_cases_and_marks_disputed_forms(self) -> None:
        shown = run("names", "Ветрова Анна Ильинична", "--gender", "f")
        assert "Ветровой Анне Ильиничне" in shown.output
        assert "?" not in shown.output
        assert "?" in run("names", "Заяц Пётр Ильич", "--gender", "m").output

    def it_gives_json(self) -> None:
        forms = json.loads(run("names", "Ветров Пётр Ильич", "--gender", "m", "--json").output)["ru"]
        assert forms["ins"]["full"] == "Ветровым Петром Ильичом"
        assert forms["gen"]["initials"] == "П.И.\u00a0Ветрова"

    def it_asks_for_a_given_name(self) -> None:
        assert run("names", "Ветров", "--gender", "m").exit_code == 2


class DescribeNew:
    @pytest.mark.parametrize("language", ["ru", "kk", "en"])
    def it_makes_a_starter_file_that_check_can_read(self, tmp_path: Path, language: str) -> None:
        target = tmp_path / "case.yaml"
        assert run("--lang", language, "new", KIND, "-o", str(target)).exit_code == 0
        shown = run("check", str(target), "--json")
        codes = {p["code"] for p in json.loads(shown.output)["problems"] if p["severity"] == "error"}
        assert codes <= {"case/blank", "case/blank-in-group"}, codes

    def it_keeps_an_existing_file(self, tmp_path: Path) -> None:
        target = tmp_path / "case.yaml"
        target.write_text("mine")
        assert run("new", KIND, "-o", str(target)).exit_code == 1
        assert target.read_text() == "mine"

    def it_makes_the_folder_for_the_file(self, tmp_path: Path) -> None:
        assert run("new", KIND, "-o", f"{tmp_path}/cases/").exit_code == 0
        assert [f.name for f in (tmp_path / "cases").iterdir()] == [f"{KIND}.yaml"]

    def it_shows_folded_groups_by_the_command_that_the_file_names(self) -> None:
        folded = run("--lang", "en", "new", KIND).output
        command = re.search(r"(new .* --only risk\.health)$", folded, re.MULTILINE)
        assert command
        shown = run("--lang", "en", *command[1].split(), "--only", "entry").output
        assert re.search(r"^  # illnesses", shown)
        assert re.search(r"^    danger:", shown, re.MULTILINE)
        assert re.search(r"^entry:", shown, re.MULTILINE)
        whole = run("--lang", "en", "new", KIND, "--unfold", "risk.health").output
        assert re.search(r"^    danger:", whole, re.MULTILINE)
        assert len(whole) > len(shown)

    def it_offers_the_groups_where_one_is_not_known(self) -> None:
        assert run("new", KIND, "--only", "risk.helth").exit_code == 2
        shown = run("--lang", "en", "new", KIND, "--unfold", "risk.helth")
        assert shown.exit_code == 2
        assert "risk.health" in shown.output


class DescribeSchema:
    @pytest.mark.parametrize("language", ["ru", "kk", "en"])
    def it_prints_the_json_schema_in_the_language_asked_for(self, language: str) -> None:
        shown = json.loads(run("schema", "--lang", language).output)
        surname = shown["definitions"]["PersonName"]["properties"]["surname"]["description"]
        assert (
            surname
            == json.loads(run("--lang", language, "schema").output)["definitions"]["PersonName"]["properties"][
                "surname"
            ]["description"]
        )

    def it_writes_the_file_that_starter_files_name(self, tmp_path: Path) -> None:
        assert run("schema", "-o", f"{tmp_path}/cases/").exit_code == 0
        (written,) = (tmp_path / "cases").iterdir()
        assert run("new", KIND).output.startswith(f"# yaml-language-server: $schema={written.name}\n")


CONFIRMED = (
    *(
        f"- {{key: {a}, edition_on: 2026-02-09, by: АБ, on: 2026-02-09}}"
        for a in ("ru-uk", "kz-refugees", "kz-const-1995")
    ),
    *(f"- {{key: {k}, by: АБ, on: 2026-02-09}}" for k in ("kz-upk-589-1-art", "sr-russia-60")),
)
"""What an office compared with the official texts, so that the complaint of S1 may be final."""


class DescribeRender:
    def it_writes_filing_sheet_and_manifest_for_their_owner_alone(self, tmp_path: Path) -> None:
        shown = run("render", S1, "--for", KIND, "-o", str(tmp_path))
        assert shown.exit_code == 0, shown.output
        made = sorted(p.name for p in tmp_path.iterdir())
        assert made == [
            "transit-activist.supreme-court-complaint.ru.docx",
            "transit-activist.supreme-court-complaint.ru.manifest.json",
            "transit-activist.supreme-court-complaint.ru.review.docx",
        ]
        assert {stat.S_IMODE(p.stat().st_mode) for p in tmp_path.iterdir()} == {0o600}
        assert SECRET not in shown.output

    def it_keeps_existing_files_without_force(self, tmp_path: Path) -> None:
        target = tmp_path / "mine.docx"
        target.write_text("mine")
        assert run("render", S1, "--for", KIND, "-o", str(target)).exit_code == 1
        assert [p.name for p in tmp_path.iterdir()] == ["mine.docx"]
        assert target.read_text() == "mine"
        assert run("render", S1, "--for", KIND, "-o", str(target), "--force").exit_code == 0

    def it_makes_no_file_of_a_failing_case(self, tmp_path: Path) -> None:
        for case in (CASES / "failing").glob("*.yaml"):
            shown = run("render", str(case), "--for", KIND, "-o", str(tmp_path))
            assert shown.exit_code == 1
            assert "Traceback" not in shown.output
        assert not list(tmp_path.iterdir())

    def it_makes_the_folder_of_the_filing_and_none_of_a_failing_case(self, tmp_path: Path) -> None:
        failing = str(CASES / "failing" / "late-and-unauthorised.yaml")
        assert run("render", failing, "--for", KIND, "-o", f"{tmp_path}/out/").exit_code == 1
        assert not list(tmp_path.iterdir())
        assert run("render", S1, "--for", KIND, "-o", f"{tmp_path}/out/").exit_code == 0
        assert len(list((tmp_path / "out").iterdir())) == 3

    def it_refuses_a_final_filing_while_the_law_is_uncertain(self, tmp_path: Path) -> None:
        shown = run("render", S1, "--for", KIND, "-o", str(tmp_path), "--final")
        assert shown.exit_code == 1
        assert "law/edition-not-seen" in shown.output
        assert not list(tmp_path.iterdir())

    def it_makes_a_final_filing_once_the_office_confirmed_the_editions(self, tmp_path: Path) -> None:
        office = tmp_path / "office"
        office.mkdir()
        office.joinpath("confirmations.yaml").write_text("\n".join(CONFIRMED), "utf-8")
        out = tmp_path / "out"
        out.mkdir()
        shown = run("--templates", str(office), "render", S1, "--for", KIND, "-o", str(out), "--final")
        assert shown.exit_code == 0, shown.output
        from panahat.render.reading_back import paragraphs

        filing = next(out.glob("*.ru.docx")).read_bytes()
        assert not any("ПРОЕКТ" in p.text for p in paragraphs(filing))

    def it_marks_a_draft(self, tmp_path: Path) -> None:
        from panahat.render.reading_back import paragraphs

        run("render", S1, "--for", KIND, "-o", str(tmp_path))
        filing = next(tmp_path.glob("*.ru.docx")).read_bytes()
        assert any("ПРОЕКТ" in p.text for p in paragraphs(filing))


class DescribeTemplates:
    def it_finds_nothing_to_mend_in_the_shipped_ones(self) -> None:
        shown = run("templates", "check")
        assert shown.exit_code == 0, shown.output

    def it_prints_a_word_file_as_text(self) -> None:
        file = CASES.parent / "templates" / "filings" / KIND / "ru.docx"
        assert run("templates", "text", str(file)).output == file.with_suffix(".txt").read_text("utf-8")


class DescribeKazakh:
    def it_makes_the_filing_in_kazakh_and_in_both_languages(self, tmp_path: Path) -> None:
        for form, layout in (("kk", "pages"), ("kk-ru", "pages"), ("kk-ru", "columns")):
            target = tmp_path / f"{form}-{layout}.docx"
            shown = run("render", S1, "--for", KIND, "--in", form, "--layout", layout, "-o", str(target))
            assert shown.exit_code == 0, shown.output
            assert target.exists()

    def it_refuses_a_final_kazakh_filing_until_a_native_lawyer_confirmed_the_words(self, tmp_path: Path) -> None:
        office = tmp_path / "office"
        office.mkdir()
        rows = [*CONFIRMED]
        office.joinpath("confirmations.yaml").write_text("\n".join(rows), "utf-8")
        words = (
            "--templates",
            str(office),
            "render",
            S1,
            "--for",
            KIND,
            "--in",
            "kk-ru",
            "--final",
            "-o",
            str(tmp_path),
        )
        refused = run(*words)
        assert refused.exit_code == 1
        assert "draft/unconfirmed-words" in refused.output
        rows.append("- {key: phrases-kk, by: АБ, on: 2026-02-09}")
        office.joinpath("confirmations.yaml").write_text("\n".join(rows), "utf-8")
        assert run(*words).exit_code == 0

    def it_shows_an_untranslated_text_in_a_draft_and_refuses_it_in_a_final_filing(self, tmp_path: Path) -> None:
        case = tmp_path / "case.yaml"
        text = Path(S1).read_text("utf-8")
        first = next(line for line in text.splitlines() if line.strip().startswith("kk:") and "place" not in line)
        case.write_text(text.replace(first + "\n", "", 1), "utf-8")
        shown = run("check", str(case), "--for", KIND, "--in", "kk-ru", "--json")
        assert "case/untranslated" in shown.output
        assert "draft/untranslated" not in shown.output, "one gap, one problem"
        final = run("check", str(case), "--for", KIND, "--in", "kk-ru", "--final", "--json")
        problems = json.loads(final.output)["problems"]
        assert {p["severity"] for p in problems if p["code"] == "case/untranslated"} == {"error"}

    def it_shows_kazakh_and_latin_forms_of_a_name(self) -> None:
        shown = run("names", "Петров Иван Ильич", "--gender", "m")
        assert "Петров Иван Ильичтің" in shown.output
        assert "Petrov Ivan Ilich" in shown.output
        given = run("names", "Петров Иван Ильич", "--gender", "m", "--latin", "PETROFF IVAN")
        assert "PETROFF IVAN" in given.output


class DescribeLetters:
    @pytest.mark.parametrize("case", ["journalist", "refused-officer", "client-with-family"])
    @pytest.mark.parametrize("form", ["ru", "kk", "kk-ru", "en"])
    def it_makes_the_letter_in_every_form(self, tmp_path: Path, case: str, form: str) -> None:
        shown = run(
            "render",
            str(CASES / f"{case}.yaml"),
            "--for",
            "humanitarian-visa-letter",
            "--in",
            form,
            "-o",
            str(tmp_path),
        )
        assert shown.exit_code == 0, shown.output
        assert len(list(tmp_path.iterdir())) == 3

    def it_lists_known_destinations_for_an_unknown_one(self, tmp_path: Path) -> None:
        case = tmp_path / "case.yaml"
        text = (CASES / "journalist.yaml").read_text("utf-8")
        known = next(line for line in text.splitlines() if line.strip().startswith("destination:"))
        case.write_text(text.replace(known, known.split(":")[0] + ": atlantis"), "utf-8")
        shown = run("check", str(case), "--for", "humanitarian-visa-letter")
        assert shown.exit_code == 1
        assert "france" in shown.output


class DescribeTheOfficesFolder:
    @pytest.fixture
    def project(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
        (tmp_path / ".git").mkdir()
        (tmp_path / "cases" / "2026").mkdir(parents=True)
        (tmp_path / "cases" / "x.yaml").write_bytes(Path(S1).read_bytes())
        (tmp_path / "cases" / "2026" / "y.yaml").write_bytes(Path(S1).read_bytes())
        monkeypatch.chdir(tmp_path)
        return tmp_path

    @pytest.mark.parametrize("command", ["check", "explain", "deadlines"])
    def it_is_named_where_it_counts(self, project: Path, command: str) -> None:
        (project / "cases" / "templates" / "law").mkdir(parents=True)
        options = () if command == "deadlines" else ("--for", KIND)
        shown = run("--lang", "en", command, "cases/x.yaml", *options)
        assert "Templates of the office: cases/templates\n" in shown.stderr
        assert "Ignored" not in shown.stderr

    @pytest.mark.parametrize(
        ("lies", "case"), [("templates", "cases/x.yaml"), ("cases/templates", "cases/2026/y.yaml")]
    )
    def it_is_named_where_it_is_ignored_with_the_place_that_counts(self, project: Path, lies: str, case: str) -> None:
        (project / lies).mkdir()
        (project / lies / "confirmations.yaml").write_text("[]")
        shown = run("--lang", "en", "check", case)
        assert f"{lies}. The office's templates lie in {Path(case).parent}/templates" in shown.stderr

    def it_is_named_where_another_is_asked_for(self, project: Path) -> None:
        for name in ("cases/templates", "mine"):
            (project / name / "filings").mkdir(parents=True)
        shown = run("--lang", "en", "--templates", "mine", "check", "cases/x.yaml")
        assert "Templates of the office: mine\n" in shown.stderr
        assert "Ignored: cases/templates." in shown.stderr

    def it_is_not_taken_for_one_that_holds_other_things(self, project: Path) -> None:
        (project / "templates" / "emails").mkdir(parents=True)
        assert run("check", "cases/x.yaml").stderr == ""

    def it_is_not_the_folder_the_program_came_with(self) -> None:
        assert run("check", S1).stderr == ""
