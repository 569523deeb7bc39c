"""Words and paragraphs are compared so that nothing is lost and nothing is shown that did not change."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from panahat.aligning import align
from panahat.review.comparing import Change, changes, compare_documents, pieces, tokens
from panahat.review.document import Document, Unit

WORDS = ["суд", "отказ", "выдача", "12.09.2025", "и", "№", "статья\u00a0592", "«УПК»", "—", "5.1."]
texts = st.lists(st.sampled_from(WORDS), max_size=12).map(" ".join)
documents = st.lists(texts, max_size=14)
LONG = "Выдача лица, ищущего убежище, недопустима до окончательного решения"


def document(*paragraphs: str, header: str = "") -> Document:
    units = [Unit("", n, text) for n, text in enumerate(paragraphs, 1)]
    return Document((*units, *([Unit("header", 1, header)] if header else [])))


def kinds(old: Document, new: Document) -> list[str]:
    return [c.kind for c in changes(compare_documents(old, new))]


class DescribeWords:
    @given(texts, texts)
    def it_gives_both_texts_back(self, old: str, new: str) -> None:
        found = pieces(old, new)
        assert "".join(p.old for p in found) == old
        assert "".join(p.new for p in found) == new
        assert all(old[p.at :].startswith(p.old) and new[p.to :].startswith(p.new) for p in found)

    @given(texts)
    def it_joins_its_tokens_to_the_same_text(self, text: str) -> None:
        assert "".join(tokens(text)) == text

    def it_marks_the_changed_words_and_no_others(self) -> None:
        found = [(p.old, p.new) for p in pieces("срок до 3 мая", "срок до 5 мая") if p.changed]
        assert found == [("3", "5")]

    def it_takes_a_date_for_one_word(self) -> None:
        assert [(p.old, p.new) for p in pieces("12.09.2025", "15.09.2025")] == [("12.09.2025", "15.09.2025")]

    def it_sees_a_no_break_space(self) -> None:
        assert [(p.old, p.new) for p in pieces("статья 592", "статья\u00a0592") if p.changed] == [(" ", "\u00a0")]

    def it_joins_changed_words_that_only_a_space_parts(self) -> None:
        found = [(p.old, p.new) for p in pieces("а 3 мая б", "а 4 июня б") if p.changed]
        assert found == [("3 мая", "4 июня")]


class DescribeAlignment:
    @given(documents, documents)
    def it_names_every_paragraph_once(self, old: list[str], new: list[str]) -> None:
        pairs = align(old, new)
        assert sorted(p.old for p in pairs if p.old is not None) == list(range(len(old)))
        assert [p.new for p in pairs if p.new is not None] == list(range(len(new)))

    @given(documents)
    def it_finds_no_change_in_an_equal_text(self, paragraphs: list[str]) -> None:
        assert all(p.old == p.new and not p.moved for p in align(paragraphs, paragraphs))

    @given(st.lists(texts, min_size=1, max_size=10), st.data())
    def it_finds_the_one_paragraph_put_in(self, paragraphs: list[str], data: st.DataObject) -> None:
        at = data.draw(st.integers(0, len(paragraphs)))
        new = [*paragraphs[:at], "совсем другой абзац, которого раньше не было", *paragraphs[at:]]
        assert [p for p in align(paragraphs, new) if p.old is None] == [align(paragraphs, new)[at]]


class DescribeChanges:
    def it_tells_changed_added_removed_and_moved(self) -> None:
        assert kinds(document("а", LONG), document("а", LONG.replace("лица", "человека"))) == ["changed"]
        assert kinds(document("а"), document("а", LONG)) == ["added"]
        assert kinds(document("а", LONG), document("а")) == ["removed"]
        moved = [f"{LONG}, пункт {n}" for n in "один два три".split()]
        assert kinds(document(*moved), document(moved[1], moved[2], moved[0])) == ["moved"]

    def it_recognises_a_moved_paragraph_whose_words_changed(self) -> None:
        others = [f"{word} о другом предмете, который суд рассмотрит" for word in ("первый", "второй", "третий")]
        new = LONG.replace("недопустима", "невозможна")
        (change,) = changes(compare_documents(document(LONG, *others), document(*others, new)))
        assert change.kind == "moved"
        assert [(p.old, p.new) for p in change.pieces if p.changed] == [("недопустима", "невозможна")]

    def it_does_not_take_two_different_paragraphs_for_one(self) -> None:
        other = "Доверитель просит освободить его из-под стражи немедленно"
        assert sorted(kinds(document(LONG), document(other))) == ["added", "removed"]

    def it_shows_what_is_gone_before_what_came_in_its_place(self) -> None:
        other = "Доверитель просит освободить его из-под стражи немедленно"
        assert kinds(document("а", LONG, "б"), document("а", other, "б")) == ["removed", "added"]

    def it_compares_headers_with_headers(self) -> None:
        assert kinds(document("а", header="ПРОЕКТ"), document("а", header="проект")) == ["changed"]
        assert sorted(kinds(document("а", header="ПРОЕКТ"), document("а", "ПРОЕКТ"))) == ["added", "removed"]

    def it_knows_where_only_the_number_at_the_head_changed(self) -> None:
        def change(old: str, new: str) -> Change:
            return Change("changed", Unit("", 1, old), Unit("", 1, new))

        assert change("5.1. Срок истёк", "4.2. Срок истёк").numbers == ("5.1", "4.2")
        assert change("5.1. Срок истёк", "4.2. Срок не истёк").numbers is None
        assert change("2025 год", "2026 год").numbers is None
        assert change("30 ноября 2021 года", "20 ноября 2021 года").numbers is None

    def it_sees_a_paragraph_split_and_two_joined(self) -> None:
        whole = f"{LONG}. Срок истёк, и это видно из материалов."
        parts = whole.split(". ", 1)
        for old, new, kind in (((whole,), parts, "split"), (parts, (whole,), "joined")):
            (found,) = changes(compare_documents(document("а", *old, "я"), document("а", *new, "я")))
            assert (found.kind, len(found.more)) == (kind, 1)
            assert "¶" in "".join(p.new if kind == "split" else p.old for p in found.pieces if p.changed)

    def it_pairs_what_stands_in_one_cell_however_short_though_rows_came_before(self) -> None:
        def cells(*rows: tuple[str, str]) -> Document:
            places = [((1, n, m), text) for n, row in enumerate(rows, 1) for m, text in enumerate(row, 1)]
            return Document(tuple(Unit("", n, text, place) for n, (place, text) in enumerate(places, 1)))

        old, new = cells((LONG, "5")), cells(("Новая строка таблицы о другом", "4"), (LONG, "6"))
        assert kinds(old, new) == ["added", "added", "changed"]

    def it_takes_a_new_paragraph_beside_a_changed_one_for_new(self) -> None:
        old, new = document("а", LONG, "я"), document("а", f"{LONG} суда", "Совсем другое об ином", "я")
        assert kinds(old, new) == ["changed", "added"]
