"""With LibreOffice: its saving is not taken for an edit, and what is merged opens in it with conflicts as changes."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest
from merge_world import Doc, Noise, Row, Table, World, seen, written
from test_merge import LINES, para, start
from test_merge_cases import CASES, by_hand, draft, lawyer

from panahat import load_case, render
from panahat.messages import translator
from panahat.review.merging import merge

pytestmark = pytest.mark.office

DRAFTS = [
    ("transit-activist", "supreme-court-complaint", "ru"),
    ("transit-activist", "supreme-court-complaint", "kk"),
    ("transit-activist", "supreme-court-complaint", "kk-ru"),
    ("regional-critic", "supreme-court-complaint", "ru"),
    ("client-with-family", "humanitarian-visa-letter", "ru"),
    ("journalist", "humanitarian-visa-letter", "kk-ru"),
    ("refused-officer", "humanitarian-visa-letter", "en"),
]


def converted(docx: bytes, folder: Path, form: str) -> bytes:
    """The document as LibreOffice saves it in another form."""
    source = folder / "in" / "document.docx"
    source.parent.mkdir(exist_ok=True)
    source.write_bytes(docx)
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", form, "--outdir", str(folder), str(source)]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    return (folder / f"document.{form}").read_bytes()


def saved(docx: bytes, folder: Path) -> bytes:
    """The document opened and saved again as .docx."""
    return converted(docx, folder, "docx")


class DescribeSavingByLibreOffice:
    @pytest.mark.parametrize(("case", "kind", "form"), DRAFTS)
    def it_is_no_edit(self, case: str, kind: str, form: str, tmp_path: Path) -> None:
        base = render(load_case(CASES / f"{case}.yaml"), kind, form, base=CASES).filing
        merged = merge(base, saved(base, tmp_path), base)
        assert list(merged) == []
        assert merged.notes == ()

    @pytest.mark.parametrize("seed", [2, 3, 4, 7, 8])
    def it_is_no_edit_of_lists_notes_and_tables(self, seed: int, tmp_path: Path) -> None:
        base = written(World(seed).document())
        assert list(merge(base, saved(base, tmp_path), base)) == []

    def it_leaves_the_lawyers_edits_and_takes_the_new_facts(self, tmp_path: Path) -> None:
        new = draft("ru", ("licence: 0000001", "licence: 0000077"))
        merged = merge(draft(), saved(lawyer(draft()), tmp_path), new)
        plain = merge(draft(), lawyer(draft()), new)
        assert [s.text for s in seen(merged.document)] == [s.text for s in seen(plain.document)]
        assert len(merged.taken_ours) == 1
        assert len(merged.kept_theirs) == 4
        assert not merged.conflicts


class DescribeTheMergedDocumentInLibreOffice:
    def it_lists_a_conflict_as_changes_with_a_comment(self, tmp_path: Path) -> None:
        theirs = by_hand(draft(), {"дата рождения: 14\u00a0мая 1991\u00a0года": "родилась 14 мая 1991 г."})
        new = draft("ru", ("on: 1991-05-14", "on: 1991-05-15"))
        merged = merge(draft(), saved(theirs, tmp_path), new, translator("ru"))
        flat = converted(merged.document, tmp_path, "fodt").decode()
        assert sorted(re.findall(r"<text:(insertion|deletion)>", flat)) == ["deletion", "insertion"]
        shown = {}
        for kind in ("deletion", "insertion"):
            id = re.search(rf'<text:changed-region [^>]*text:id="([^"]*)">\s*<text:{kind}>', flat)
            assert id is not None
            start, end = (f'<text:change-{side} text:change-id="{id[1]}"/>' for side in ("start", "end"))
            inside = re.sub("<office:annotation .*?</office:annotation>", "", flat, flags=re.DOTALL)
            shown[kind] = re.sub("<[^>]*>", "", inside.split(start)[1].split(end)[0])
        assert shown == {
            "deletion": "родилась 14 мая 1991 г.",
            "insertion": "дата рождения: 15\u00a0мая 1991\u00a0года",
        }
        assert flat.count("<office:annotation ") == 1
        assert "Panahat" in flat

    def it_keeps_tracked_rows_and_headers_valid(self, tmp_path: Path) -> None:

        def doc(cell: str, header: str, rows: int = 3) -> Doc:
            made = start()
            lines = [Row(f"r{n}", [[para(f"a{n}", f"событие {n}{cell if n == 1 else ''}")]]) for n in range(rows)]
            made.body.insert(2, Table("t", lines))
            made.header.append(para("h", header))
            return made

        theirs, ours = doc(" юриста", "Копия юриста"), doc("", "Новый проект", 1)
        merged = merge(written(doc("", "Проект")), written(theirs, Noise(3)), written(ours))
        assert len(merged.conflicts) == 2
        flat = converted(merged.document, tmp_path, "fodt").decode()
        assert "событие 1 юриста" in re.sub("<[^>]*>", "", flat)
        assert LINES[4] in re.sub("<[^>]*>", "", flat)
        assert converted(merged.document, tmp_path, "pdf").startswith(b"%PDF")
