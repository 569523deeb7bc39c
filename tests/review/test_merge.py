"""The rules of a merge, one by one: what each side did is in the result, and where both did, the document asks."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from merge_world import Doc, Noise, Para, Row, Table, changed, parts_of, seen, with_part, written, zipped

from panahat.problems import Refused
from panahat.review.merging import Merged, merge
from panahat.review.merging.reporting import ADDED, CHANGED, FORMATTING, MOVED, REMOVED

LINES = (
    "Заявитель просит отменить постановление о выдаче полностью",
    "Постановление вынесено без проверки доводов об убежище",
    "Ходатайство об убежище подано и до сих пор не рассмотрено",
    "Угроза пыток подтверждена докладами и делами других людей",
    "Адвокат не был извещён о рассмотрении вопроса о выдаче",
)


def para(id: str, text: str, **more: object) -> Para:
    return Para(id, [(w, False) for w in text.split()], **more)  # type: ignore[arg-type]


def start() -> Doc:
    """A document of five paragraphs."""
    return Doc([para(f"b{n}", line) for n, line in enumerate(LINES)])


def say(doc: Doc, n: int, text: str) -> Para:
    block = doc.body[n]
    assert isinstance(block, Para)
    block.words = [(w, False) for w in text.split()]
    return block


def three(theirs: Callable[[Doc], object], ours: Callable[[Doc], object], make: Callable[[], Doc] = start) -> Merged:
    """The merge of what both did to one document; theirs is saved by a noisy program."""
    base, left, right = make(), make(), make()
    theirs(left)
    ours(right)
    return merge(written(base), written(left, Noise(1)), written(right))


def nothing(doc: Doc) -> None:
    """No edit."""


def texts(merged: Merged, accepted: bool = True) -> list[str]:
    return [s.text for s in seen(merged.document, accepted)]


def document(merged: Merged) -> str:
    return parts_of(merged.document)["word/document.xml"]


class DescribeChangesOfOneSide:
    def it_takes_a_new_text_and_keeps_the_lawyers_bold_elsewhere(self) -> None:
        def bold(doc: Doc) -> None:
            doc.body[3].words[0] = ("Угроза", True)  # type: ignore[union-attr]

        merged = three(bold, lambda d: say(d, 1, "Постановление вынесено без всякой проверки доводов об убежище"))
        assert texts(merged)[1] == "Постановление вынесено без всякой проверки доводов об убежище"
        assert seen(merged.document)[3].bold == ("Угроза",)
        assert [(s.kind, s.place.number) for s in merged.taken_ours] == [(CHANGED, 2)]
        assert [(s.kind, s.place.number) for s in merged.kept_theirs] == [(FORMATTING, 4)]
        assert not merged.conflicts

    def it_removes_what_one_side_removed(self) -> None:
        merged = three(lambda d: d.body.pop(0), lambda d: d.body.pop(3))
        assert texts(merged) == [LINES[1], LINES[2], LINES[4]]
        assert [s.kind for s in merged.taken_ours] == [s.kind for s in merged.kept_theirs] == [REMOVED]

    def it_moves_what_ours_moved_with_the_lawyers_words_in_it(self) -> None:
        merged = three(lambda d: say(d, 0, LINES[0] + " и незамедлительно"), lambda d: d.body.insert(4, d.body.pop(0)))
        assert texts(merged) == [*LINES[1:], LINES[0] + " и незамедлительно"]
        assert [s.kind for s in merged.taken_ours] == [MOVED]
        assert [s.kind for s in merged.kept_theirs] == [CHANGED]

    def it_leaves_what_both_moved_where_the_lawyer_put_it(self) -> None:
        merged = three(lambda d: d.body.insert(4, d.body.pop(1)), lambda d: d.body.insert(3, d.body.pop(1)))
        assert texts(merged) == [LINES[0], LINES[2], LINES[3], LINES[4], LINES[1]]
        assert [n.text for n in merged.notes] == ["Both moved this paragraph; it stands where the lawyer put it."]

    def it_is_theirs_where_ours_is_the_base_and_ours_where_theirs_is(self) -> None:
        def much(doc: Doc) -> None:
            say(doc, 0, "Совсем другой первый абзац")
            doc.body.insert(2, para("n", "Новый абзац о здоровье"))

        assert texts(three(much, nothing)) == texts(three(nothing, much)) == texts(three(much, much))


class DescribeAdditionsByBoth:
    def it_adds_the_same_once(self) -> None:
        def more(doc: Doc) -> None:
            doc.body.insert(2, para("n", "Новый абзац о здоровье"))

        merged = three(more, more)
        assert texts(merged).count("Новый абзац о здоровье") == 1
        assert [s.kind for s in merged.same] == [ADDED]

    def it_keeps_different_ones_the_lawyers_first_and_says_so(self) -> None:
        merged = three(
            lambda d: d.body.insert(2, para("t", "Абзац юриста о здоровье")),
            lambda d: d.body.insert(2, para("o", "Новый довод из закона")),
        )
        assert texts(merged)[2:4] == ["Абзац юриста о здоровье", "Новый довод из закона"]
        assert [n.text for n in merged.notes] == [
            "Both added text at this place; the lawyer's stands first. Check the order."
        ]
        assert merged.notes[0].place is not None
        assert merged.notes[0].place.number == 4


class DescribeConflicts:
    def it_shows_both_in_one_paragraph(self) -> None:
        merged = three(lambda d: say(d, 1, LINES[1] + " и статусе"), lambda d: say(d, 1, LINES[1] + " и пытках"))
        assert texts(merged, True)[1] == LINES[1] + " и пытках"
        assert texts(merged, False)[1] == LINES[1] + " и статусе"
        assert len(texts(merged)) == 5
        (conflict,) = merged.conflicts
        assert (conflict.kind, conflict.place.story, conflict.place.number) == (CHANGED, "", 2)
        assert (conflict.base, conflict.theirs) == (LINES[1], LINES[1] + " и статусе")

    def it_marks_the_words_that_differ_and_no_others(self) -> None:
        merged = three(lambda d: say(d, 1, LINES[1] + " и статусе"), lambda d: say(d, 1, LINES[1] + " и пытках"))
        marked = re.findall(r"<w:(?:t|delText)[^>]*>([^<]*)</w:(?:t|delText)></w:r></w:(?:ins|del)>", document(merged))
        assert marked == ["статусе", "пытках"]
        ids = re.findall(r'<w:(?:ins|del) [^>]*w:id="(\d+)"', document(merged))
        assert len(ids) == len(set(ids)) == 2

    def it_counts_the_lawyers_bold_against_a_new_text(self) -> None:
        def bold(doc: Doc) -> None:
            doc.body[1].words[0] = ("Постановление", True)  # type: ignore[union-attr]

        merged = three(bold, lambda d: say(d, 1, LINES[1].replace("Постановление", "Решение")))
        assert len(merged.conflicts) == 1
        assert seen(merged.document, False)[1].bold == ("Постановление",)

    def it_holds_both_looks_of_a_paragraph(self) -> None:
        def style(name: str) -> Callable[[Doc], None]:
            return lambda d: setattr(d.body[1], "style", name)

        merged = three(style("Razdel"), style("Perechen"))
        assert (seen(merged.document, True)[1].style, seen(merged.document, False)[1].style) == ("Перечень", "Раздел")
        assert "<w:pPrChange" in document(merged)

    def it_asks_before_removing_what_the_lawyer_changed(self) -> None:
        merged = three(lambda d: say(d, 1, LINES[1] + " и статусе"), lambda d: d.body.pop(1))
        assert LINES[1] + " и статусе" not in texts(merged, True)
        assert texts(merged, False)[1] == LINES[1] + " и статусе"
        assert [c.kind for c in merged.conflicts] == [REMOVED]

    def it_asks_before_bringing_back_what_the_lawyer_removed(self) -> None:
        merged = three(lambda d: d.body.pop(1), lambda d: say(d, 1, LINES[1] + " и пытках"))
        assert texts(merged, True)[1] == LINES[1] + " и пытках"
        assert texts(merged, False) == [LINES[0], *LINES[2:]]

    def it_keeps_every_word_where_the_lawyer_joined_and_ours_changed(self) -> None:
        def join(doc: Doc) -> None:
            say(doc, 1, f"{LINES[1]} {LINES[2]}")
            doc.body.pop(2)

        merged = three(join, lambda d: say(d, 1, LINES[1] + " и пытках"))
        assert texts(merged, True)[1:3] == [LINES[1] + " и пытках", LINES[2]]
        assert texts(merged, False)[1] == f"{LINES[1]} {LINES[2]}"

    def it_doubles_nothing_where_the_lawyer_split_and_ours_changed(self) -> None:
        def split(doc: Doc) -> None:
            say(doc, 1, "Постановление вынесено без проверки доводов")
            doc.body.insert(2, para("n", "об убежище"))

        merged = three(split, lambda d: say(d, 1, LINES[1] + " и пытках"))
        assert texts(merged, True) == [LINES[0], LINES[1] + " и пытках", *LINES[2:]]
        assert texts(merged, False)[1:3] == ["Постановление вынесено без проверки доводов", "об убежище"]

    def it_says_in_a_comment_what_to_do(self) -> None:
        base, left, right = start(), start(), start()
        say(left, 1, LINES[1] + " и статусе")
        say(right, 1, LINES[1] + " и пытках")
        merged = merge(written(base), written(left), written(right), lambda text: f"[{text.split('.')[0]}]")
        comments = parts_of(merged.document)["word/comments.xml"]
        assert re.findall(r"<w:t>(.*?)</w:t>", comments) == ["[Changed by the lawyer and in the new draft]"]
        assert 'w:author="Panahat"' in comments
        assert "w:date" not in comments + document(merged)
        assert '<w:commentReference w:id="0"/>' in document(merged)


class DescribeDifferentWordsOfOneParagraph:
    def it_makes_both_changes(self) -> None:
        merged = three(
            lambda d: say(d, 1, LINES[1] + " и статусе"),
            lambda d: say(d, 1, LINES[1].replace("Постановление", "Новое решение")),
        )
        whole = LINES[1].replace("Постановление", "Новое решение") + " и статусе"
        assert (texts(merged)[1], merged.conflicts) == (whole, ())
        assert "<w:ins " not in document(merged)
        (joined,) = merged.joined
        assert (joined.theirs, joined.result, joined.place.number) == (LINES[1] + " и статусе", whole, 2)

    def it_keeps_the_look_that_each_gave_its_words(self) -> None:
        def bold(doc: Doc) -> None:
            doc.body[1].words[0] = ("Постановление", True)  # type: ignore[union-attr]

        def ours(doc: Doc) -> None:
            doc.body[1].words += [("и", False), ("пытках", True)]  # type: ignore[union-attr]

        merged = three(bold, ours)
        assert seen(merged.document, True)[1].bold == ("Постановление", "пытках")
        assert (texts(merged)[1], merged.conflicts) == (LINES[1] + " и пытках", ())

    def it_makes_what_both_did_alike_once(self) -> None:
        alike = LINES[1].replace("доводов", "всех доводов")
        merged = three(lambda d: say(d, 1, "Это " + alike), lambda d: say(d, 1, alike.replace("без", "без всякой")))
        assert len(merged.conflicts) == 1  # «без» and «всех доводов» stand too near
        far = LINES[1] + " и статусе"
        merged = three(lambda d: say(d, 1, "Это " + far), lambda d: say(d, 1, far.replace("без", "без всякой")))
        assert (texts(merged)[1], merged.conflicts) == ("Это " + far.replace("без", "без всякой"), ())

    @pytest.mark.parametrize(
        ("theirs", "ours"),
        [
            ("без должной проверки", "без полной проверки"),
            ("при проверке", "без сверки"),
            ("без всякой проверки", "проверки"),
        ],
    )
    def it_asks_where_the_words_are_the_same_or_near(self, theirs: str, ours: str) -> None:
        merged = three(
            lambda d: say(d, 1, LINES[1].replace("без проверки", theirs)),
            lambda d: say(d, 1, LINES[1].replace("без проверки", ours)),
        )
        assert len(merged.conflicts) == 1

    def it_is_refused_where_a_word_of_the_result_is_lost(self, monkeypatch: pytest.MonkeyPatch) -> None:
        from panahat.review.merging import by_words

        monkeypatch.setattr(by_words, "_runs", lambda *_: iter(()))
        with pytest.raises(Refused, match="review/merge-unproven"):
            three(
                lambda d: say(d, 1, LINES[1] + " и статусе"),
                lambda d: say(d, 1, LINES[1].replace("Постановление", "Новое решение")),
            )


class DescribeNumbersThatTheNewDraftChanged:
    """The lawyer's own text is not rewritten, but what no longer fits it is named."""

    @staticmethod
    def renumbered(base: list[str], added: str, ours: list[str]) -> list[str]:
        def doc(*lines: str) -> bytes:
            return written(Doc([para(f"b{n}", line) for n, line in enumerate(lines)]))

        merged = merge(doc(*base), doc(*base, added), doc(*ours), str, {"раздел", "разделе", "приложение"})
        assert added in texts(merged)
        return [n.about for n in merged.notes if "names a number" in n.text]

    @pytest.mark.parametrize(
        ("was", "now", "added", "told"),
        [
            ("приложение 3", "приложение 4", "Защита ссылается и на приложения 2, 3 и 7 дела", ["«приложения 3» → 4"]),
            ("3-қосымша", "4-қосымша", "Қорғау тарапы 3-қосымшаға да сүйенеді", ["«3-қосымшаға» → 4"]),
            ("статья 592", "статья 593", "Это следует и из статьи 592 Кодекса", ["«статьи 592» → 593"]),
            ("приложение 3", "приложение 4", "Защита ждёт уже 3 года и 3 месяца", []),
        ],
    )
    def it_names_each(self, was: str, now: str, added: str, told: list[str]) -> None:
        lines = [*LINES, "Справка о задержании и обыске"]
        base = [*lines[:2], f"{lines[2]} ({was})", *lines[3:]]
        assert self.renumbered(base, added, [line.replace(was, now) for line in base]) == told

    def it_names_the_number_of_a_heading_too(self) -> None:
        base = [*LINES, "4. Доводы о пытках и преследовании"]
        ours = [*LINES, "4. Доводы о семье и детях", "5. Доводы о пытках и преследовании"]
        added = "См. раздел 4 этой жалобы, поданной 4 мая"
        assert self.renumbered(base, added, ours) == ["«раздел 4» → 5"]

    def it_says_nothing_where_the_number_still_stands_for_the_same(self) -> None:
        base = [LINES[0] + " (приложение 3)", LINES[1] + " (приложение 3)", *LINES[2:]]
        ours = [LINES[0] + " (приложение 4)", *base[1:]]
        assert self.renumbered(base, "Защита ссылается на приложение 3", ours) == []


class DescribeTables:
    @staticmethod
    def doc() -> Doc:
        rows = [Row(f"r{n}", [[para(f"a{n}", f"событие {n}")], [para(f"c{n}", f"приложение {n}")]]) for n in range(3)]
        return Doc([para("b0", LINES[0]), Table("t", rows), para("b1", LINES[1])])

    @staticmethod
    def table(doc: Doc) -> Table:
        table = doc.body[1]
        assert isinstance(table, Table)
        return table

    def it_merges_cells_of_one_row(self) -> None:
        def cell(column: int, text: str) -> Callable[[Doc], None]:
            return lambda d: self.table(d).rows[1].cells[column].__setitem__(0, para("x", text))

        merged = three(cell(0, "событие 1 уточнено"), cell(1, "приложение 17"), self.doc)
        assert texts(merged)[3:5] == ["событие 1 уточнено", "приложение 17"]
        assert not merged.conflicts
        assert merged.taken_ours[0].place.row == (1, 2)

    def it_takes_and_keeps_rows(self) -> None:
        merged = three(
            lambda d: self.table(d).rows.pop(0),
            lambda d: self.table(d).rows.append(Row("n", [[para("x", "новое событие")], [para("y", "приложение 9")]])),
            self.doc,
        )
        assert texts(merged)[1:-1] == [
            "событие 1", "приложение 1", "событие 2", "приложение 2", "новое событие", "приложение 9",
        ]  # fmt: skip

    def it_tracks_whole_rows(self) -> None:
        def other(doc: Doc) -> None:
            self.table(doc).rows[1].cells[0] = [para("x", "событие 1 уточнено")]

        merged = three(other, lambda d: self.table(d).rows.pop(1), self.doc)
        assert "событие 1 уточнено" in texts(merged, False)
        assert "событие 1 уточнено" not in texts(merged, True)
        assert "приложение 1" not in texts(merged, True)
        assert re.search(r"<w:trPr><w:del ", document(merged))

    def it_shows_both_tables_where_ours_changed_the_columns(self) -> None:
        def widen(doc: Doc) -> None:
            for row in self.table(doc).rows:
                row.cells.append([para("z", "отметка")])

        def cell(doc: Doc) -> None:
            self.table(doc).rows[1].cells[0] = [para("x", "событие 1 уточнено")]

        merged = three(cell, widen, self.doc)
        assert texts(merged, True).count("отметка") == 3
        assert "событие 1 уточнено" in texts(merged, False)
        assert "отметка" not in texts(merged, False)
        assert "отметка" in texts(three(nothing, widen, self.doc), False)


class DescribeHeadersAndPages:
    def it_takes_a_header_that_the_lawyers_copy_lacks(self) -> None:
        merged = three(nothing, lambda d: d.header.append(para("h", "ПРОЕКТ")))
        assert [s.text for s in seen(merged.document, True, "header")] == ["ПРОЕКТ"]
        assert [s.place.story for s in merged.taken_ours] == ["header"]

    def it_shows_even_pages_apart_where_only_the_new_draft_asks(self) -> None:
        base = {n: c for n, c in parts_of(written(start())).items() if n.startswith("word/") and "_rels" not in n}
        plain = '<w:settings xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">{}</w:settings>'
        base_, theirs, ours = [
            zipped(base | {"word/settings.xml": plain.format(content)})
            for content in ("<w:zoom/>", "<w:zoom/><w:compat/>", "<w:zoom/><w:evenAndOddHeaders/>")
        ]
        settings = parts_of(merge(base_, theirs, ours).document)["word/settings.xml"]
        assert "<w:zoom/><w:evenAndOddHeaders/><w:compat/>" in settings

    def it_tracks_a_header_that_both_changed_without_a_comment(self) -> None:
        def head(text: str) -> Callable[[Doc], None]:
            return lambda d: d.header.__setitem__(0, para("h", text))

        def doc() -> Doc:
            return Doc(start().body, [para("h", "Жалоба защитника ПРОЕКТ")])

        merged = three(head("Жалоба защитника копия"), head("Жалоба защитника № 2"), doc)
        for accepted, text in ((True, "Жалоба защитника № 2"), (False, "Жалоба защитника копия")):
            assert [s.text for s in seen(merged.document, accepted, "header")] == [text]
        assert [(c.place.story, c.place.number) for c in merged.conflicts] == [("header", 1)]
        assert "word/comments.xml" not in parts_of(merged.document)

    @pytest.mark.parametrize(("theirs", "note"), [("16838", "taken over"), ("15000", "the lawyer's stays")])
    def it_takes_the_page_setup_unless_the_lawyer_changed_it(self, theirs: str, note: str) -> None:
        base = written(start())
        page = 'w:w="11906" w:h="16838"'
        copy = changed(base, old_1=page, new_1=f'w:w="11906" w:h="{theirs}"')
        merged = merge(base, copy, changed(base, old_1=page, new_1='w:w="11906" w:h="17000"'))
        assert ('w:h="17000"' in document(merged)) is (theirs == "16838")
        assert note in merged.notes[0].text


class DescribeTheReport:
    def it_names_the_comments_notes_and_footers_it_took_over(self) -> None:
        def theirs(doc: Doc) -> None:
            doc.body[1].note = "доклад за 2025 год"  # type: ignore[union-attr]
            doc.footer = [para("f", "Исполнитель Петров")]

        merged = three(theirs, lambda d: say(d, 3, LINES[3] + " и докладом"))
        told = [n.about for n in merged.notes if n.text == "Kept from the lawyer's copy:"]
        assert any("footnotes" in t and "доклад за 2025 год" in t for t in told), told
        assert any("Исполнитель Петров" in str(s) for s in (*told, *merged.kept_theirs))


class DescribeWhatComesAlong:
    def it_brings_a_missing_style_with_what_it_is_based_on(self) -> None:
        base = written(start())
        new = (
            '<w:style w:type="paragraph" w:styleId="Quote"><w:name w:val="Цитата"/><w:basedOn w:val="Inset"/></w:style>'
            '<w:style w:type="paragraph" w:styleId="Inset"><w:name w:val="Отступ"/><w:basedOn w:val="Tekst"/></w:style>'
            "</w:styles>"
        )
        ours = changed(base, "word/styles.xml", old_1="</w:styles>", new_1=new)
        ours = changed(
            ours,
            old_1="<w:sectPr>",
            new_1='<w:p><w:pPr><w:pStyle w:val="Quote"/></w:pPr><w:r><w:t>Цитата суда</w:t></w:r></w:p><w:sectPr>',
        )
        theirs = written(start(), Noise(3))
        merged = merge(base, theirs, ours)
        assert seen(merged.document)[-1].style == "Цитата"
        styles = parts_of(merged.document)["word/styles.xml"]
        assert styles.count('w:val="Цитата"') == styles.count('w:val="Отступ"') == 1

    def it_brings_a_list_with_new_ids(self) -> None:
        base = written(start())
        numbering = parts_of(base)["word/numbering.xml"]
        second = '<w:num w:numId="2"><w:abstractNumId w:val="7"/></w:num></w:numbering>'
        numbering = numbering.replace("</w:numbering>", second).replace(
            '<w:num w:numId="1">',
            '<w:abstractNum w:abstractNumId="7"><w:lvl w:ilvl="0"/></w:abstractNum><w:num w:numId="1">',
        )
        ours = with_part(base, "word/numbering.xml", numbering)
        item = '<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="2"/></w:numPr></w:pPr><w:r><w:t>Пункт</w:t></w:r></w:p>'
        ours = changed(ours, old_1="<w:sectPr>", new_1=item + "<w:sectPr>")
        taken = changed(base, "word/numbering.xml", old_1="</w:numbering>", new_1=second.replace('"7"', '"0"'))
        merged = merge(base, taken, ours)
        assert '<w:numId w:val="3"/>' in document(merged)
        assert re.search(
            r'<w:num w:numId="3">\s*<w:abstractNumId w:val="1"/>', parts_of(merged.document)["word/numbering.xml"]
        )

    def it_takes_a_style_whose_look_ours_changed(self) -> None:
        base = written(start())
        ours = changed(base, "word/styles.xml", old_1='<w:jc w:val="both"/>', new_1='<w:jc w:val="left"/>')
        merged = merge(base, written(start(), Noise(5)), ours)
        assert not merged.taken_ours
        assert '<w:jc w:val="both"/>' not in parts_of(merged.document)["word/styles.xml"]
        assert [n.about for n in merged.notes] == ["текст"]

    def it_gives_notes_of_ours_their_own_numbers(self) -> None:
        def note(n: int, text: str) -> Callable[[Doc], None]:
            return lambda d: setattr(d.body[n], "note", text)

        merged = three(note(0, "примечание юриста"), note(3, "примечание о пытках"))
        assert [s.text for s in seen(merged.document, True, "footnotes")] == [
            "примечание юриста",
            "примечание о пытках",
        ]

    def it_merges_a_note_apart_from_its_paragraph(self) -> None:
        def doc() -> Doc:
            made = start()
            made.body[1].note = "см. доклад 2024 года"  # type: ignore[union-attr]
            return made

        merged = three(
            lambda d: setattr(d.body[1], "note", "см. доклад 2024 года, с. 5"),
            lambda d: say(d, 1, LINES[1] + " и пытках"),
            doc,
        )
        assert not merged.conflicts
        assert texts(merged)[1] == LINES[1] + " и пытках"
        assert [s.text for s in seen(merged.document, True, "footnotes")] == ["см. доклад 2024 года, с. 5"]

    def it_refuses_a_link_in_a_paragraph_that_ours_changed(self) -> None:
        base = written(start())
        ours = changed(
            base,
            old_1="<w:sectPr>",
            new_1='<w:p><w:hyperlink r:id="rIdstyles"><w:r><w:t>ссылка</w:t></w:r></w:hyperlink></w:p><w:sectPr>',
        )
        assert refused(base, base, ours) == ["review/merge-foreign"]


class DescribeTheLawyersMarks:
    COMMENTS = (
        '<w:comments xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:comment w:id="4" '
        'w:author="Юрист"><w:p><w:r><w:t>Проверить</w:t></w:r></w:p></w:comment></w:comments>'
    )

    def theirs(self, line: str) -> bytes:
        """The base with a comment of the lawyer on `line`."""
        whole = {n: c for n, c in parts_of(written(start())).items() if n.startswith("word/") and "_rels" not in n}
        whole["word/comments.xml"] = self.COMMENTS
        mark = '<w:commentRangeEnd w:id="4"/><w:r><w:commentReference w:id="4"/></w:r>'
        at = whole["word/document.xml"].index(line)
        start_of_run = whole["word/document.xml"].rindex("<w:r>", 0, at)
        end_of_run = whole["word/document.xml"].index("</w:r>", at) + len("</w:r>")
        body = whole["word/document.xml"]
        whole["word/document.xml"] = (
            body[:start_of_run]
            + '<w:commentRangeStart w:id="4"/>'
            + body[start_of_run:end_of_run]
            + mark
            + body[end_of_run:]
        )
        return zipped(whole)

    def it_keeps_a_comment_whose_text_ours_changed(self) -> None:
        right = start()
        say(right, 1, LINES[1] + " и пытках")
        merged = merge(written(start()), self.theirs(LINES[1]), written(right))
        assert not merged.conflicts
        assert [(n.text, n.about) for n in merged.notes][1:] == [
            ("Kept from the lawyer's copy:", "comment: added «Проверить»")
        ]
        assert merged.notes[0].text == "The lawyer's comment stands on a text that the new draft changed."
        assert document(merged).count('w:id="4"') == 3
        assert "Юрист" in parts_of(merged.document)["word/comments.xml"]

    def it_adds_its_comments_to_the_lawyers(self) -> None:
        left, right = self.theirs(LINES[0]), start()
        left = changed(left, old_1=LINES[1], new_1=LINES[1] + " и статусе")
        say(right, 1, LINES[1] + " и пытках")
        merged = merge(written(start()), left, written(right))
        comments = parts_of(merged.document)["word/comments.xml"]
        assert re.findall(r'<w:comment w:id="(\d+)"', comments) == ["4", "5"]

    def it_asks_before_a_commented_paragraph_goes(self) -> None:
        right = start()
        right.body.pop(1)
        merged = merge(written(start()), self.theirs(LINES[1]), written(right))
        assert [c.kind for c in merged.conflicts] == [REMOVED]
        assert LINES[1] not in texts(merged, True)
        assert document(merged).count('w:id="4"') == 3

    def it_keeps_the_names_of_those_who_commented_and_no_others(self) -> None:
        people = (
            '<w15:people xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml"><w15:person w15:author="Юрист"/>'
            "</w15:people>"
        )
        for docx, kept in ((self.theirs(LINES[1]), True), (written(start()), False)):
            whole = {n: c for n, c in parts_of(docx).items() if n.startswith("word/") and "_rels" not in n}
            merged = merge(written(start()), zipped(whole | {"word/people.xml": people}), written(start()))
            assert ("word/people.xml" in parts_of(merged.document)) is kept
            assert ("people" in parts_of(merged.document)["word/_rels/document.xml.rels"]) is kept

    def it_leaves_what_the_lawyer_put_around_paragraphs(self) -> None:
        base = written(start())
        xml = parts_of(base)["word/document.xml"]
        first = re.findall(r"<w:p>.*?</w:p>", xml)[0]
        theirs = changed(base, old_1=first, new_1=f"<w:sdt><w:sdtContent>{first}</w:sdtContent></w:sdt>")
        right = start()
        say(right, 3, "Новое: " + LINES[3])
        merged = merge(base, theirs, written(right))
        assert texts(merged) == [*LINES[:3], "Новое: " + LINES[3], LINES[4]]
        assert "<w:sdtContent><w:p>" in document(merged)

    def it_takes_tracked_changes_as_accepted_and_says_so(self) -> None:
        base = written(start())
        run = '<w:ins w:id="1" w:author="Юрист"><w:r><w:t xml:space="preserve"> СРОЧНО</w:t></w:r></w:ins></w:p>'
        theirs = changed(base, old_1="</w:p>", new_1=run)
        merged = merge(base, theirs, base)
        assert texts(merged)[0] == LINES[0] + " СРОЧНО"
        assert "<w:ins" not in document(merged)
        assert [n.text for n in merged.notes] == ["The lawyer's tracked changes were taken as accepted."]

    def it_keeps_links_fields_and_notes_valid_inside_a_conflict(self) -> None:
        base = written(start())
        link = (
            '<w:hyperlink w:anchor="x"><w:r><w:t>ссылка</w:t></w:r></w:hyperlink><w:fldSimple w:instr=" DATE ">'
            "<w:r><w:t>2026</w:t></w:r></w:fldSimple></w:p>"
        )
        at = f"{LINES[1]}</w:t></w:r>"
        theirs = changed(base, old_1=f"{at}</w:p>", new_1=at + link)
        right = start()
        say(right, 1, LINES[1] + " и пытках")
        xml = document(merge(base, theirs, written(right)))
        assert re.search(r'<w:hyperlink w:anchor="x"><w:del [^>]*><w:r><w:delText[^>]*>ссылка', xml)
        assert "<w:delInstrText" in xml
        assert "fldSimple" not in xml
        assert not re.search(r"<w:del [^>]*>(?:(?!</w:del>).)*<w:t[ >]", xml)


def refused(base: bytes, theirs: bytes, ours: bytes) -> list[str]:
    with pytest.raises(Refused) as caught:
        merge(base, theirs, ours)
    return [p.code.id for p in caught.value.problems]


class DescribeWhatCannotBeMerged:
    def it_refuses_drafts_that_have_nothing_in_common(self) -> None:
        base = written(start())
        other = written(Doc([para(f"x{n}", f"вовсе {n} иное {n * 7} письмо") for n in range(4)]))
        assert refused(base, other, base) == refused(base, base, other) == ["review/merge-unrelated"]

    def it_refuses_another_division_into_sections(self) -> None:
        base = written(start())
        ours = changed(base, old_1='<w:pStyle w:val="Tekst"/>', new_1='<w:pStyle w:val="Tekst"/><w:sectPr/>')
        assert refused(base, base, ours) == ["review/merge-sections"]

    def it_refuses_macros_strict_form_and_damage(self) -> None:
        base = written(start())
        rels = "word/_rels/document.xml.rels"
        vba = "http://schemas.microsoft.com/office/2006/relationships/vbaProject"
        macro = changed(
            base,
            rels,
            old_1="</Relationships>",
            new_1=f'<Relationship Id="m" Type="{vba}" Target="styles.xml"/></Relationships>',
        )
        strict = changed(
            base,
            old_1='xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"',
            new_1='xmlns:w="http://purl.oclc.org/ooxml/wordprocessingml/main"',
        )
        assert refused(base, macro, base) == ["review/macro"]
        assert refused(base, strict, base) == ["review/merge-strict"]
        assert refused(base, base[:-40], base)[0].startswith("seal/zip")


class DescribeTheResult:
    def it_tells_nothing_of_who_saved_it(self) -> None:
        merged = merge(written(start()), written(start(), Noise(2)), written(start()))
        whole = "".join(parts_of(merged.document).values())
        assert "Юрист" not in whole
        assert "rsid" not in whole

    def it_takes_a_renamed_style_for_the_same(self) -> None:
        base = written(start())
        renamed = changed(base, "word/styles.xml", old_1='w:val="Текст"', new_1='w:val="Основной текст"')
        right = start()
        right.body.insert(1, para("n", "Новый абзац о здоровье"))
        merged = merge(base, renamed, written(right))
        assert not merged.kept_theirs
        assert {s.style for s in seen(merged.document)} == {"Основной текст"}

    def it_is_the_same_every_time(self) -> None:
        right = start()
        say(right, 1, LINES[1] + " и пытках")
        given = written(start()), written(start(), Noise(2)), written(right)
        assert merge(*given).document == merge(*given).document

    def it_reads_for_word_as_it_was_reported(self) -> None:
        from panahat.review.document import read_document
        from panahat.seal.revisions import accept_all, reject_all

        merged = three(
            lambda d: (say(d, 1, LINES[1] + " и статусе"), say(d, 3, LINES[3] + "; см. доклад"), d.body.pop(0)),
            lambda d: (say(d, 1, LINES[1] + " и пытках"), d.body.pop(3), say(d, 0, LINES[0] + " и освободить")),
        )
        assert len(merged.conflicts) == 3
        for settle, accepted in ((accept_all, True), (reject_all, False)):
            found = [u.text for u in read_document(settle(merged.document)).body]
            assert found == texts(merged, accepted)
