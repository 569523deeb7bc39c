"""Real drafts of a worked case: the case changes, the lawyer has edited, and both are in the merged filing."""

from __future__ import annotations

import re
import tempfile
from collections.abc import Mapping
from functools import cache
from pathlib import Path

import pytest
from merge_world import parts_of, seen, with_part

from panahat import load_case, render
from panahat.review.document import read_document
from panahat.review.merging import Merged, merge
from panahat.review.merging.reporting import ADDED, CHANGED, FORMATTING, REMOVED

CASES = Path(__file__).resolve().parents[2] / "cases"
KIND = "supreme-court-complaint"
LICENCE = ("licence: 0000001", "licence: 0000077")
BORN = ("on: 1991-05-14", "on: 1991-05-15")


@cache
def draft(form: str = "ru", *changes: tuple[str, str]) -> bytes:
    """The complaint of S1, its case changed so."""
    text = (CASES / "transit-activist.yaml").read_text("utf-8")
    for before, after in changes:
        assert before in text, before
        text = text.replace(before, after, 1)
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / "case.yaml"
        copy.write_text(text, "utf-8")
        return render(load_case(copy), KIND, form, base=CASES).filing


def by_hand(docx: bytes, changes: Mapping[str, str]) -> bytes:
    """The draft as the lawyer edited it: pieces of XML replaced."""
    xml = parts_of(docx)["word/document.xml"]
    for before, after in changes.items():
        assert before in xml, before
        xml = xml.replace(before, after, 1)
    return with_part(docx, "word/document.xml", xml)


END = "</w:t></w:r></w:p>"
NEW = (
    '<w:p><w:pPr><w:pStyle w:val="Tekst"/></w:pPr><w:r><w:t>Защита просит учесть состояние здоровья.</w:t></w:r></w:p>'
)
ADMISSIBILITY = "для отказа довольно одного." + END


def lawyer(docx: bytes) -> bytes:
    """A new paragraph, a bold word, a sentence cut, a row of the table out."""
    edited = by_hand(
        docx,
        {
            ADMISSIBILITY: ADMISSIBILITY + NEW,
            "город Вологда</w:t></w:r>": "город </w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>Вологда</w:t></w:r>",
            " Жалоба подаётся в срок.": "",
        },
    )
    xml = parts_of(edited)["word/document.xml"]
    row = next(r for r in re.findall(r"<w:tr>.*?</w:tr>", xml) if "02.10.2022" in r)
    return with_part(edited, "word/document.xml", xml.replace(row, ""))


def texts(merged: Merged, accepted: bool = True) -> list[str]:
    return [s.text for s in seen(merged.document, accepted)]


class DescribeACaseThatChanged:
    def it_has_the_lawyers_edits_and_the_new_facts(self) -> None:
        merged = merge(draft(), lawyer(draft()), draft("ru", LICENCE, BORN))
        found = texts(merged)
        assert not merged.conflicts
        assert "лицензия №\u00a00000077" in found
        assert "дата рождения: 15\u00a0мая 1991\u00a0года" in found
        assert "Защита просит учесть состояние здоровья." in found
        assert not any("Жалоба подаётся в срок" in t or t == "02.10.2022" for t in found)
        assert ("Вологда",) in [s.bold for s in seen(merged.document)]
        assert [s.kind for s in merged.taken_ours] == [CHANGED, CHANGED]
        assert [s.kind for s in merged.kept_theirs] == [FORMATTING, CHANGED, REMOVED, ADDED]
        assert merged.kept_theirs[-2].place.row[0] == 1

    def it_asks_where_both_changed_one_line(self) -> None:
        born = "дата рождения: 14\u00a0мая 1991\u00a0года"
        merged = merge(draft(), by_hand(draft(), {born: "родилась 14 мая 1991 г."}), draft("ru", BORN))
        assert [(c.kind, c.theirs) for c in merged.conflicts] == [(CHANGED, "родилась 14 мая 1991 г.")]
        assert "дата рождения: 15\u00a0мая 1991\u00a0года" in texts(merged)
        assert "родилась 14 мая 1991 г." in texts(merged, False)
        assert born not in texts(merged) + texts(merged, False)

    def it_gives_a_document_that_reads_as_any_other(self) -> None:
        merged = merge(draft(), lawyer(draft()), draft("ru", LICENCE))
        found = [u.text.replace("\t", "") for u in read_document(merged.document).body]
        assert found == texts(merged)

    @pytest.mark.parametrize("form", ["kk", "kk-ru"])
    def it_merges_the_other_forms(self, form: str) -> None:
        old, new = draft(form), draft(form, LICENCE)
        merged = merge(old, by_hand(old, {"0000001</w:t>": "0000001 (юрист)</w:t>"}), new)
        assert len(merged.conflicts) == 1
        changed = [t for t in texts(merge(old, old, new)) if "0000077" in t]
        assert changed == [t for t in (s.text for s in seen(new)) if "0000077" in t]
        assert len(changed) == (2 if form == "kk-ru" else 1)

    def it_changes_nothing_where_nothing_changed(self) -> None:
        merged = merge(draft("kk-ru"), draft("kk-ru"), draft("kk-ru"))
        assert list(merged) == []
        assert seen(merged.document) == seen(draft("kk-ru"))
