"""A merge that lost, doubled or changed anything is not handed out: the proof finds it in the finished document."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from merge_world import Doc, Noise, Para, Row, Table, parts_of, with_part, written

from panahat.problems import Refused
from panahat.review.merging import Merged, merge
from panahat.review.merging import proof as proofs
from panahat.review.merging.proof import prove

TEXT = "word/document.xml"


def para(id: str, text: str, note: str = "") -> Para:
    return Para(id, [(w, False) for w in text.split()], note=note)


def start() -> Doc:
    rows = [Row(f"r{n}", [[para(f"a{n}", f"событие {n}")], [para(f"c{n}", f"лист {n}")]]) for n in range(3)]
    body = [para(f"b{n}", f"Абзац номер {n} о постановлении и выдаче", "доклад" if n == 4 else "") for n in range(6)]
    return Doc([*body, Table("t", rows), para("end", "Подпись адвоката")], [para("h", "ПРОЕКТ жалобы")])


def given() -> tuple[bytes, bytes, bytes]:
    """The three drafts: each side changed, added and removed something, and one paragraph is a conflict."""
    theirs, ours = start(), start()
    theirs.body[0] = para("b0", "Абзац номер 0 о свежем постановлении и выдаче, уточнённый юристом")
    theirs.body[1].words[0] = ("Абзац", True)  # type: ignore[union-attr]
    theirs.body.insert(3, para("t", "Защита добавляет довод о здоровье"))
    theirs.header[0] = para("h", "ПРОЕКТ жалобы защиты")
    ours.body[0] = para("b0", "Абзац номер 0 о новом постановлении и выдаче")
    ours.body[2] = para("b2", "Абзац номер 2 о новом постановлении и выдаче")
    ours.body[4].note = "доклад за 2025 год"  # type: ignore[union-attr]
    ours.body.insert(5, para("o", "Закон изменился в марте"))
    return written(start()), written(theirs, Noise(4)), written(ours)


BASE, THEIRS, OURS = given()


@pytest.fixture(scope="module")
def merged() -> Merged:
    return merge(BASE, THEIRS, OURS)


def dropped(xml: str, words: str) -> str:
    """Without the paragraph that holds these words."""
    found = [p for p in re.findall(r"<w:p[ >].*?</w:p>", xml) if words in re.sub("<[^>]*>", "", p)]
    assert found, words
    return xml.replace(found[0], "", 1)


def doubled(xml: str, words: str) -> str:
    found = [p for p in re.findall(r"<w:p[ >].*?</w:p>", xml) if words in re.sub("<[^>]*>", "", p)]
    assert found, words
    return xml.replace(found[0], found[0] * 2, 1)


def swapped(xml: str, one: str, two: str) -> str:
    """With the paragraphs that hold these words in each other's place."""
    found = re.findall(r"<w:p[ >].*?</w:p>", xml)
    left, right = (next(p for p in found if words in re.sub("<[^>]*>", "", p)) for words in (one, two))
    return xml.replace(left, "@", 1).replace(right, left, 1).replace("@", right, 1)


def sub(pattern: str, new: str) -> Callable[[str], str]:
    def change(xml: str) -> str:
        made, count = re.subn(pattern, new, xml, count=1)
        assert count, pattern
        return made

    return change


BREAKS: dict[str, tuple[str, Callable[[str], str]]] = {
    "an untouched paragraph is lost": (TEXT, lambda x: dropped(x, "номер 3")),
    "an untouched paragraph is doubled": (TEXT, lambda x: doubled(x, "номер 3")),
    "the lawyer's addition is lost": (TEXT, lambda x: dropped(x, "здоровье")),
    "the lawyer's addition is doubled": (TEXT, lambda x: doubled(x, "здоровье")),
    "the new draft's addition is lost": (TEXT, lambda x: dropped(x, "в марте")),
    "the new draft's change is lost": (TEXT, sub("2 о новом постановлении", "2 о постановлении")),
    "a word is lost": (TEXT, sub("Закон изменился", "Закон")),
    "a letter is changed": (TEXT, sub("Закон изменился", "Закон изменялся")),
    "the lawyer's bold is lost": (TEXT, lambda x: re.sub(r'<w:b( w:val="1")?/>|<w:rStyle [^>]*>', "", x)),
    "a bold nobody made": (TEXT, sub("<w:r>(?=<w:t[^>]*>Закон изменился)", "<w:r><w:rPr><w:b/></w:rPr>")),
    "the conflict is settled without asking": (TEXT, sub(r"<w:ins [^>]*>.*?</w:ins>", "")),
    "the lawyer's side of the conflict is lost": (TEXT, sub(r"<w:del [^>]*>.*?</w:del>", "")),
    "the conflict is not tracked": (TEXT, lambda x: re.sub(r"</?w:ins[^>]*>", "", x)),
    "a row is lost": (TEXT, sub(r"<w:tr[ >](?:(?!</w:tr>).)*событие 1.*?</w:tr>", "")),
    "a row is doubled": (TEXT, sub(r"(<w:tr[ >](?:(?!</w:tr>).)*событие 2.*?</w:tr>)", r"\1\1")),
    "a cell has no paragraph": (TEXT, sub(r"(<w:tc>(?:(?!</w:tc>).)*?</w:tcPr>).*?</w:tc>", r"\1</w:tc>")),
    "two paragraphs change places": (TEXT, lambda x: swapped(x, "номер 3", "Закон изменился")),
    "a note is lost": ("word/footnotes.xml", sub("доклад", "")),
    "a note is changed": ("word/footnotes.xml", sub("доклад", "отчёт")),
    "a note is not there": ("word/footnotes.xml", sub('w:id="', 'w:id="9')),
    "the header is lost": ("word/header.xml", sub("ПРОЕКТ", "")),
    "the lawyer's header is undone": ("word/header.xml", sub("(<w:t[^>]*>)[^<]+", r"\1")),
    "a comment is doubled": ("word/comments.xml", sub("(<w:comment .*?</w:comment>)", r"\1\1")),
    "a comment is not there": ("word/comments.xml", sub("<w:comment .*?</w:comment>", "")),
    "the XML is broken": (TEXT, sub("</w:body>", "")),
}  # fmt: skip


class DescribeTheProof:
    def it_finds_nothing_in_a_right_merge(self, merged: Merged) -> None:
        assert prove(BASE, THEIRS, OURS, merged) == []
        assert len(merged.conflicts) == 1

    @pytest.mark.parametrize("name", BREAKS)
    def it_finds(self, name: str, merged: Merged) -> None:
        part, change = BREAKS[name]
        before = parts_of(merged.document)[part]
        after = change(before)
        assert after != before
        wrong = prove(BASE, THEIRS, OURS, replace(merged, document=with_part(merged.document, part, after)))
        assert wrong
        assert not any(c in " ".join(wrong) for c in ("Абзац", "Закон", "доклад"))

    def it_does_not_believe_a_report_of_what_never_was(self, merged: Merged) -> None:
        lost = with_part(merged.document, TEXT, dropped(parts_of(merged.document)[TEXT], "в марте"))
        same = replace(merged.taken_ours[-1], ours="Закон изменился в марте", theirs="Закон изменился в марте")
        assert prove(BASE, THEIRS, OURS, replace(merged, document=lost, same=(same,)))

    def it_stops_the_merge(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(proofs, "prove", lambda *_: ["text: lost (accepted)"])
        with pytest.raises(Refused) as refused:
            merge(BASE, THEIRS, OURS)
        assert [p.code.id for p in refused.value.problems] == ["review/merge-unproven"]
        assert refused.value.problems[0].facts["where"] == "text: lost (accepted)"


class DescribeABrokenMerge:
    """Each step of the merge left out in turn: the proof stands by itself."""

    def it_is_refused_where_a_change_is_not_applied(self, monkeypatch: pytest.MonkeyPatch) -> None:
        from panahat.review.merging import engine

        monkeypatch.setattr(engine, "replace_content", lambda *_, **__: False)
        self._refused()

    def it_is_refused_where_blocks_are_not_put(self, monkeypatch: pytest.MonkeyPatch) -> None:
        from panahat.review.merging import engine

        monkeypatch.setattr(engine, "put", lambda *_: None)
        self._refused()

    def it_is_refused_where_a_conflict_drops_the_lawyers_words(self, monkeypatch: pytest.MonkeyPatch) -> None:

        def run(tracker: object, run: Any, name: str) -> None:
            if name == "del":
                run.getparent().remove(run)

        monkeypatch.setattr("panahat.review.merging.tracking.Tracker.run", run)
        self._refused()

    def it_is_refused_where_pairs_are_wrong(self, monkeypatch: pytest.MonkeyPatch) -> None:
        from panahat.review.merging import planning

        real = planning.plan
        monkeypatch.setattr("panahat.review.merging.engine.plan", lambda *items: real(*items)[:-1])
        self._refused()

    def _refused(self) -> None:
        with pytest.raises(Refused) as refused:
            merge(BASE, THEIRS, OURS)
        assert [p.code.id for p in refused.value.problems] == ["review/merge-unproven"]
