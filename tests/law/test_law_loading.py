"""What the loader promises: valid law or every flaw at once, each with its file, line and column."""

from __future__ import annotations

import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
from law_folder import NORM, TODAY, TOPIC, Folder

from panahat.law.registry import load_law
from panahat.library import Library
from panahat.messages import translator
from panahat.problems import Refused


@pytest.fixture(autouse=True)
def own_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PANAHAT_CACHE", str(tmp_path / "cache"))


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    return Folder(tmp_path / "office")


FLAWS = [
    # file, what stands there, what spoils it, the code, the line
    ("norms/code.yaml", "title: {ru: Норма}", "title: {ru: 'Норма}", "yaml/broken", None),
    ("norms/code.yaml", "act: code", "act: kodex", "law/dangling-key", 4),
    ("norms/code.yaml", "sources: [s]", "sources: [s, t]", "law/dangling-key", 10),
    ("norms/code.yaml", "sources: [s]", "sources: []", "yaml/wrong-type", 10),
    ("norms/code.yaml", "seen_until:", "seen_untill:", "yaml/unknown-field", 7),
    ("norms/code.yaml", "    confidence: two-sources\n", "", "yaml/missing-field", 4),
    ("norms/code.yaml", "two-sources", "rumour", "yaml/not-one-of", 8),
    ("norms/code.yaml", "2026-04-01", "2026-02-30", "yaml/wrong-type", 7),
    ("norms/code.yaml", "2026-04-01", "01.04.2026", "yaml/wrong-type", 7),
    ("norms/code.yaml", "part: 2", "часть: 2", "yaml/unknown-field", 5),
    ("norms/code.yaml", "part: 2", "part: вторая", "yaml/wrong-type", 5),
    ("norms/code.yaml", "2026-11-22", "2026-11-26", "law/future-day", 9),
    ("norms/code.yaml", "gist: {ru: Изложение.}", "gist: {kk: Мазмұны.}", "yaml/missing-field", 6),
    ("norms/code.yaml", "gist: {ru: Изложение.}", "gist: Изложение.", "yaml/wrong-type", 6),
    ("norms/code.yaml", "key: norm", "key: Norm", "yaml/wrong-type", 1),
    ("norms/code.yaml", "key: norm", "key: norm\n  key: norm-2", "yaml/repeated-field", 2),
    ("norms/topic.yaml", "key: topic", "key: norm", "law/twice", 1),
    ("norms/code.yaml", "part: 2}", "part: &x 2, point: *x}", "yaml/alias", 5),
    ("norms/topic.yaml", "from: 2026-07-01", "from: 2026-07-02", "law/gap", 14),
    ("norms/topic.yaml", "from: 2026-07-01", "from: 2026-06-30", "law/overlap", 14),
    ("norms/topic.yaml", "from: 2026-07-01", "until: 2027-01-01", "law/overlap", 14),
    ("norms/topic.yaml", "from: 2026-07-01", "from: 2026-07-01, until: 2026-06-01", "law/backwards", 14),
    ("deadlines.yaml", "norm: norm", "norm: norma", "law/dangling-key", 2),
    ("deadlines.yaml", "rule: rule", "rule: rules", "law/dangling-key", 1),
    ("deadlines.yaml", "length: 10", "length: ten", "yaml/wrong-type", 1),
    ("deadlines.yaml", "length: 10, ", "", "yaml/missing-field", 1),
    ("counting.yaml", "start: [norm]", "begin: [norm]", "yaml/unknown-field", 2),
    ("calendar/2026.yaml", "date: 2026-01-01", "date: 2025-01-01", "law/wrong-year", 6),
    (
        "calendar/2026.yaml",
        "working_weekends: []",
        "working_weekends:\n- {date: 2026-01-05, moved_to: 2026-01-09, act: п, confidence: recalled, sources: [s]}",
        "law/not-a-weekend",
        8,
    ),
    ("warnings.yaml", "[]", "{}", "yaml/wrong-type", 1),
    ("warnings.yaml", "[]", "- {key: w, text: {ru: Текст.}, applies_to: {norms: [nothing]}}", "law/dangling-key", 1),
    (
        "dual_criminality.yaml",
        "[]",
        "- {key: ru-uk-1, verdict: depends, grounds: [norm], military: false, political: false,\n"
        "   argument: {ru: Довод.}, confidence: interpretation, checked_on: 2026-11-22}",
        "law/dangling-key",
        1,
    ),
]


class DescribeRefusal:
    @pytest.mark.parametrize(("file", "old", "new", "code", "line"), FLAWS)
    def it_names_each_flaw_with_its_file_and_line(
        self, folder: Folder, file: str, old: str, new: str, code: str, line: int | None
    ) -> None:
        folder.spoil(file, old, new)
        first = next(p for p in folder.refused() if p.file == f"law/{file}")
        assert first.code.id == code
        assert first.line == line or (line is None and first.line)
        assert first.column is not None

    def it_reports_all_flaws_of_all_files_at_once(self, folder: Folder) -> None:
        folder.spoil("norms/code.yaml", "seen_until:", "seen:")
        folder.spoil("norms/topic.yaml", "from: 2026-07-01", "from: 2026-07-05")
        folder.spoil("deadlines.yaml", "norm: norm", "norm: gone")
        assert [p.code.id for p in folder.refused()] == ["law/dangling-key", "yaml/unknown-field", "law/gap"]

    def it_names_a_file_that_is_not_there(self, folder: Folder) -> None:
        (folder.root / "law/bodies.yaml").unlink()
        assert [(p.code.id, p.file) for p in folder.refused()] == [("law/no-file", "law/bodies.yaml")]

    def it_refuses_a_file_that_nobody_would_read(self, folder: Folder) -> None:
        folder.write("norm/code2.yaml", NORM)
        assert [(p.code.id, p.file) for p in folder.refused()] == [("law/stray-file", "law/norm/code2.yaml")]

    def it_refuses_text_that_is_not_utf8(self, folder: Folder) -> None:
        folder.write("norms/code.yaml", NORM.encode("windows-1251"))
        assert [p.code.id for p in folder.refused()] == ["file/not-utf8"]

    @pytest.mark.parametrize("content", ["a: [\n", "- \x07\n", "--- 1\n--- 2\n"])
    def it_refuses_what_is_no_yaml_with_its_place(self, folder: Folder, content: str) -> None:
        folder.write("warnings.yaml", content)
        found = [(p.code.id, p.file) for p in folder.refused()]
        assert found == [("yaml/broken", "law/warnings.yaml")]

    @pytest.mark.parametrize("content", ["", "# пусто\n"])
    def it_refuses_an_empty_file_with_its_place(self, folder: Folder, content: str) -> None:
        folder.write("warnings.yaml", content)
        assert [(p.code.id, p.file, p.line) for p in folder.refused()] == [("yaml/wrong-type", "law/warnings.yaml", 1)]

    def it_says_where_the_other_entry_of_that_key_stands(self, folder: Folder) -> None:
        folder.write("norms/zz.yaml", "\n\n" + TOPIC)
        (problem,) = folder.refused()
        assert (problem.code.id, problem.line) == ("law/twice", 3)
        assert problem.facts["other"] == "law/norms/topic.yaml"
        assert problem.facts["other_line"] == "1"

    def it_speaks_in_full_sentences(self, folder: Folder) -> None:
        for name, content in (("norms/code.yaml", "- {}\n"), ("warnings.yaml", "- 1\n"), ("stray.yaml", "")):
            folder.write(name, content)
        for problem in folder.refused():
            said = problem.as_dict(translator("en"))
            for part in ("message", "why", "hint"):
                assert said[part].endswith((".", ")")), said
                assert "{" not in said[part]


class DescribeTheCache:
    def it_gives_the_same_law_from_the_cache_as_from_the_files(self, folder: Folder) -> None:
        fresh, kept = folder.law(), folder.law()
        assert dict(fresh.norms) == dict(kept.norms)
        assert dict(fresh.acts) == dict(kept.acts)
        assert fresh.calendar(2026) == kept.calendar(2026)

    def it_reads_the_files_again_when_one_letter_changes(self, folder: Folder) -> None:
        assert folder.law().norms["norm"].title.ru == "Норма"
        folder.spoil("norms/code.yaml", "title: {ru: Норма}", "title: {ru: Нормы}")
        assert folder.law().norms["norm"].title.ru == "Нормы"

    def it_makes_a_damaged_entry_anew(self, folder: Folder, tmp_path: Path) -> None:
        folder.law()
        kept = next((tmp_path / "cache").glob("law-*"))
        for damaged in (b"", b"{}\n", kept.read_bytes()[:-5], b'{"format":-1,"newest":"","length":0,"index":{}}\n'):
            kept.write_bytes(damaged)
            assert folder.law().norms["norm"].title.ru == "Норма"

    def it_still_refuses_a_future_check_after_it_was_cached(self, folder: Folder) -> None:
        folder.law(date(2026, 11, 25))
        assert {p.code.id for p in folder.refused(date(2026, 11, 21))} == {"law/future-day"}

    def it_needs_neither_yaml_nor_pydantic_when_cached(self) -> None:
        code = (
            "import sys\nfrom panahat.law.registry import load_law\nfrom panahat.library import Library\n"
            "from datetime import date\nlaw = load_law(Library.standing(), date(2026, 11, 28))\n"
            "law.standing('kz-upk-592-1', date(2026, 2, 9))\n"
            "print([m for m in ('yaml', 'pydantic') if m in sys.modules])"
        )
        runs = [
            subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True) for _ in range(2)
        ]
        assert runs[1].stdout.strip() == "[]"

    def it_builds_only_the_entries_that_are_read(self, folder: Folder) -> None:
        folder.law()
        law = folder.law()
        assert law.norms["norm"] is law.norms["norm"]
        assert list(law.norms._built) == ["norm"]  # type: ignore[attr-defined]


class DescribeTheOfficeShelf:
    def it_lays_an_office_file_over_the_shipped_one(self, tmp_path: Path) -> None:
        shipped, office = Folder(tmp_path / "shipped"), tmp_path / "office"
        (office / "law/norms").mkdir(parents=True)
        (office / "law/norms/code.yaml").write_text(NORM.replace("Норма", "Норма бюро"), "utf-8")
        law = load_law(Library((office, shipped.root)), TODAY)
        assert law.norms["norm"].title.ru == "Норма бюро"
        assert "topic" in law.norms

    @pytest.mark.parametrize(
        ("rows", "code"),
        [
            ("- {key: code, edition_on: 2026-11-20, on: 2026-11-20}", "yaml/missing-field"),
            ("- {key: nothing, by: А.Б., on: 2026-11-20}", "law/dangling-key"),
            ("- {key: norm, edition_on: 2026-11-20, by: А.Б., on: 2026-11-20}", "law/dangling-key"),
            ("- {key: code, edition_on: 2026-11-30, by: А.Б., on: 2026-11-20}", "law/future-day"),
            ("key: code", "yaml/wrong-type"),
            ("- {key: code", "yaml/broken"),
        ],
    )
    def it_refuses_a_flawed_confirmation_with_its_place(self, folder: Folder, rows: str, code: str) -> None:
        folder.confirm(rows)
        with pytest.raises(Refused) as caught:
            folder.law()
        problem = caught.value.problems[0]
        assert (problem.code.id, problem.file) == (code, "confirmations.yaml")
        assert problem.line is not None
