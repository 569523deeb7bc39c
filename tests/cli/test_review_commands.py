"""The reviewer's commands from the shell: `trace`, `diff`, `docket stale`, with good and with bad input."""

from __future__ import annotations

import json
import re
from base64 import b64encode
from hashlib import sha256
from html.parser import HTMLParser
from pathlib import Path

import pytest
from plainly import run
from review_world import Folder, edited, rendered

from panahat.seal.zipping import read_zip

ITEM = {"expires: 2026-03-12\n      proof": "expires: 2026-03-13\n      proof"}


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Folder:
    made = Folder(tmp_path / "work")
    monkeypatch.chdir(made.root)
    return made


@pytest.fixture
def pair(folder: Folder) -> tuple[Path, Path]:
    old = folder.render("v1")
    folder.change(ITEM)
    return old, folder.render("v2")


class DescribeDiff:
    def it_shows_the_words_and_the_cause_in_the_users_language(self, pair: tuple[Path, Path]) -> None:
        shown = run("--lang", "ru", "diff", *pair)
        assert shown.exit_code == 0
        assert "[-12-]{+13+}\u00a0марта" in shown.output
        assert "(asylum[0].certificate.expires): 12.03.2026 → 13.03.2026" in shown.output
        assert "строка 98" in shown.output

    def it_says_that_equal_texts_are_equal(self, pair: tuple[Path, Path]) -> None:
        shown = run("diff", pair[0], pair[0])
        assert (shown.exit_code, "The texts are equal" in shown.output) == (0, True)

    def it_compares_one_case_at_two_revisions(self, folder: Folder) -> None:
        folder.change(ITEM)
        folder.commit("second")
        shown = run("diff", "cases/transit-activist.yaml@HEAD~1", "cases/transit-activist.yaml@HEAD")
        assert "[-12-]{+13+}\u00a0марта" in shown.output
        assert "asylum[0].certificate.expires" in shown.output

    def it_gives_programs_the_same_as_data(self, pair: tuple[Path, Path]) -> None:
        found = json.loads(run("diff", *pair, "--json").stdout)
        (change,) = found["changes"]
        assert change["words"] == [{"old": "12", "new": "13"}]
        assert [(c["kind"], c["name"], c["line"]) for c in change["causes"]] == [
            ("fact", "asylum[0].certificate.expires", 98)
        ]
        assert found["facts"][0]["path"] == "asylum[0].certificate.expires"
        assert found["old"]["proven"] is True

    def it_writes_one_page_that_loads_nothing(self, pair: tuple[Path, Path], folder: Folder) -> None:
        page = folder.root / "out" / "changes.html"
        assert run("diff", *pair, "--html", page).exit_code == 0
        text = page.read_text("utf-8")
        assert "<del>12</del><ins>13</ins>" in text
        assert "asylum[0].certificate.expires" in text
        assert not re.search(r"(?i)https?:|src=|url\(|@import|fetch|import\(", text)
        (script,) = re.findall(r"<script>(.*?)</script>", text, re.DOTALL)
        assert f"script-src 'sha256-{b64encode(sha256(script.encode()).digest()).decode()}'" in text
        assert "default-src 'none'" in text
        assert _balanced(text)

    def it_makes_the_folder_its_files_go_to(self, pair: tuple[Path, Path], folder: Folder) -> None:
        made = folder.root / "new" / "deeper"
        assert run("diff", *pair, "--html", f"{made}/", "--docx", f"{made}/").exit_code == 0
        stem = pair[1].stem
        assert sorted(f.name for f in made.iterdir()) == [f"{stem}.diff.docx", f"{stem}.diff.html"]

    def it_prints_words_of_a_document_as_text_not_as_markup(self, pair: tuple[Path, Path], folder: Folder) -> None:
        hostile = "&lt;script&gt;alert(1)&lt;/script&gt; а на запрет возврата"
        pair[1].write_bytes(edited(pair[1].read_bytes(), {"а на запрет возврата": hostile}))
        page = folder.root / "out" / "x.html"
        run("diff", *pair, "--html", page)
        assert "&lt;script&gt;" in page.read_text("utf-8")
        assert "<script>alert" not in page.read_text("utf-8")

    def it_leads_from_change_to_change_and_shows_both_sides(self, pair: tuple[Path, Path], folder: Folder) -> None:
        pair[1].write_bytes(
            edited(pair[1].read_bytes(), {"а на запрет возврата": "а на запрет высылки", "Приложение": "Дополнение"})
        )
        page = folder.root / "out" / "x.html"
        run("--lang", "ru", "diff", *pair, "--html", page)
        text = page.read_text("utf-8")
        numbers = re.findall(r'<section class="change [^"]*" id="c(\d+)"', text)
        assert numbers == [str(n) for n in range(1, len(numbers) + 1)]
        assert len(numbers) > 1
        assert {f"#c{n}" for n in numbers} <= set(re.findall(r'href="(#c\d+)"', text))
        assert 'class="apart"' in text
        assert "KeyJ" in text
        assert "Разделы с изменениями" in text

    def it_shows_a_row_of_a_table_as_a_row_with_all_its_cells(self, pair: tuple[Path, Path], folder: Folder) -> None:
        other = folder.root / "out" / "row.docx"
        words = "ПРИЗНАК"
        xml = next(m.content() for m in read_zip(pair[0].read_bytes()) if m.name == "word/document.xml").decode()
        row = re.findall(r"<w:tr>.*?</w:tr>", xml)[2]
        first = re.findall(r"<w:t[^>]*>([^<]+)</w:t>", row)[0]
        other.write_bytes(edited(pair[0].read_bytes(), {row: row.replace(first, f"{first} {words}", 1)}))
        page = folder.root / "out" / "x.html"
        run("diff", pair[0], other, "--html", page)
        shown = re.findall(r'<table class="row"><tr>(.*?)</tr></table>', page.read_text("utf-8"))[0]
        assert shown.count("<td>") == len(re.findall("<w:tc>", row))
        assert words in shown

    def it_keeps_an_existing_page_unless_forced(self, pair: tuple[Path, Path], folder: Folder) -> None:
        page = folder.root / "out" / "changes.html"
        page.write_text("mine")
        refused = run("diff", *pair, "--html", page)
        assert (refused.exit_code, page.read_text()) == (1, "mine")
        assert "seal/exists" in refused.output
        assert run("diff", *pair, "--html", page, "--force").exit_code == 0

    def it_writes_nothing_where_one_side_cannot_be_read(self, pair: tuple[Path, Path], folder: Folder) -> None:
        broken = folder.root / "out" / "broken.docx"
        broken.write_bytes(pair[0].read_bytes()[:-99])
        page = folder.root / "out" / "x.html"
        shown = run("diff", pair[0], broken, "--html", page)
        assert shown.exit_code == 1
        assert "seal/zip-broken" in shown.output
        assert not page.exists()

    def it_marks_a_no_break_space_that_changed(self, pair: tuple[Path, Path]) -> None:
        pair[1].write_bytes(edited(pair[0].read_bytes(), {"12\u00a0марта": "12 марта"}))
        assert "[-⍽-]" in run("diff", *pair).output


class DescribeTrace:
    def it_shows_origin_facts_lines_and_norms(self, pair: tuple[Path, Path]) -> None:
        shown = run("--lang", "ru", "trace", pair[1])
        assert shown.exit_code == 0
        assert "довод asylum-claim-pending, абзац 2" in shown.output
        assert "asylum[0].filed (строка 82)" in shown.output
        assert "kz-upk-592-6" in shown.output

    def it_shows_only_what_was_edited_when_asked(self, pair: tuple[Path, Path]) -> None:
        pair[1].write_bytes(edited(pair[1].read_bytes(), {"а на запрет возврата": "а на запрет высылки"}))
        found = json.loads(run("trace", pair[1], "--edited", "--json").stdout)
        assert [row["state"] for row in found["paragraphs"]] == ["edited"]
        assert "edited: 1, added: 0, removed: 0." in run("trace", pair[1], "--edited").output
        assert "As drafted: 0" not in run("trace", pair[1], "--edited").output

    def it_asks_for_the_case_where_none_is_found(self, pair: tuple[Path, Path], folder: Folder) -> None:
        pair[1].with_suffix(".manifest.json").unlink()
        shown = run("trace", pair[1])
        assert (shown.exit_code, "version/no-source" in shown.output) == (1, True)
        assert run("trace", pair[1], "--case", folder.case).exit_code == 0


class DescribeDocket:
    def it_lists_stale_drafts_with_what_changed(self, pair: tuple[Path, Path]) -> None:
        shown = run("docket", "stale")
        assert shown.exit_code == 1
        assert "asylum[0].certificate.expires: 2026-03-12 → 2026-03-13, line 98" in shown.output
        assert "Drafts: 2, out of date: 1." in shown.output
        data = json.loads(run("docket", "stale", "--json").stdout)
        assert [d["stale"] for d in data["drafts"]] == [True, False]

    def it_ends_well_where_all_is_fresh(self, folder: Folder) -> None:
        folder.render("v1")
        assert run("docket", "stale", "out").exit_code == 0


class _Tags(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.sound = True

    def handle_starttag(self, tag: str, attrs: object) -> None:
        if tag not in ("meta", "br", "input"):
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        self.sound = self.sound and bool(self.open) and self.open.pop() == tag


def _balanced(text: str) -> bool:
    parser = _Tags()
    parser.feed(text)
    return parser.sound and not parser.open


class DescribeMerge:
    @pytest.fixture
    def lawyers(self, folder: Folder) -> Path:
        """A draft that a lawyer edited, whose case has changed since."""
        draft = folder.render("v1")
        draft.write_bytes(edited(draft.read_bytes(), {"а на запрет возврата": "а на запрет высылки"}))
        folder.change(ITEM)
        return draft

    def it_brings_the_lawyers_edits_into_the_draft_of_the_case_as_it_is_now(
        self, lawyers: Path, folder: Folder
    ) -> None:
        shown = run("merge", lawyers, folder.case, "-o", "out/v2.docx")
        assert shown.exit_code == 0, shown.output
        text = run("templates", "text", "out/v2.docx").output
        assert "а на запрет высылки" in text
        assert "13\u00a0марта 2026" in text
        found = json.loads(run("trace", "out/v2.docx", "--edited", "--json").stdout)
        assert [row["state"] for row in found["paragraphs"]] == ["edited"]

    def it_ends_with_1_where_both_changed_one_paragraph_and_shows_both(self, folder: Folder) -> None:
        draft = folder.render("v1")
        draft.write_bytes(edited(draft.read_bytes(), {"действия до 12": "действия до 20"}))
        folder.change(ITEM)
        shown = run("merge", draft, folder.case, "-o", "out/v2.docx", "--json")
        assert shown.exit_code == 1
        (conflict,) = json.loads(shown.stdout)["conflicts"]
        assert "действия до 20" in conflict["theirs"].replace("\u00a0", " ")
        assert "действия до 13" in conflict["ours"].replace("\u00a0", " ")
        assert (folder.root / "out" / "v2.docx").exists()

    def it_takes_three_documents_too(self, lawyers: Path, folder: Folder) -> None:
        base = folder.render("base", form="ru")
        ours = folder.render("ours")
        shown = run("merge", base, lawyers, ours, "-o", "out/v3.docx")
        assert shown.exit_code in (0, 1)
        assert (folder.root / "out" / "v3.docx").exists()

    def it_says_why_the_unedited_draft_cannot_be_made_anew_and_writes_nothing(
        self, lawyers: Path, folder: Folder
    ) -> None:
        lawyers.with_suffix(".manifest.json").unlink()
        shown = run("merge", lawyers, folder.case, "--for-nothing", "-o", "out/v2.docx")
        assert shown.exit_code == 2
        shown = run("merge", lawyers, folder.render("v2"), "-o", "out/v3.docx")
        assert (shown.exit_code, "version/no-base" in shown.output) == (1, True)
        assert not (folder.root / "out" / "v3.docx").exists()

    def it_refuses_another_number_of_documents(self, lawyers: Path) -> None:
        assert run("merge", lawyers, "-o", "x.docx").exit_code == 2

    def it_names_the_document_that_is_no_version_of_the_others(self, pair: tuple[Path, Path], folder: Folder) -> None:
        other = folder.root / "out" / "other.docx"
        other.write_bytes(rendered("regional-critic", form="kk").filing)
        shown = run("merge", pair[0], other, pair[1], "-o", "out/merged.docx")
        assert (shown.exit_code, "review/merge-unrelated" in shown.output) == (1, True)
        assert str(other) in shown.output


class DescribeRedline:
    @pytest.mark.parametrize("in_json", [False, True])
    def it_leaves_the_text_and_the_page_where_it_cannot_be_made(
        self, pair: tuple[Path, Path], folder: Folder, monkeypatch: pytest.MonkeyPatch, in_json: bool
    ) -> None:
        from panahat.review.redlining import engine

        monkeypatch.setattr(engine, "_made", lambda *_: pair[0].read_bytes())
        page, target = folder.root / "out" / "page.html", folder.root / "out" / "redline.docx"
        shown = run("diff", *pair, "--docx", target, "--html", page, *(["--json"] if in_json else []))
        assert (shown.exit_code, page.exists(), target.exists()) == (1, True, False)
        assert "review/redline-broken" in shown.output
        if in_json:
            assert json.loads(shown.stdout)["problems"][0]["code"] == "review/redline-broken"
        else:
            assert "{+13+}" in shown.output
            assert "Page:" in shown.output

    @pytest.mark.usefixtures("program_at_hand")
    def it_is_written_with_a_neutral_author_or_the_one_given(self, pair: tuple[Path, Path], folder: Folder) -> None:
        from panahat.seal.revisions import tracked

        for words, author in (((), "Panahat"), (("--author", "Проверка", "--date", "2026-02-09"), "Проверка")):
            target = folder.root / "out" / "redline.docx"
            shown = run("diff", *pair, "--docx", target, "--force", *words)
            assert shown.exit_code == 0, shown.output
            assert tracked(target.read_bytes()).authors == (author,)
