"""The small text dialect of arguments: what a lawyer writes is what comes out, and no value of a case is taken for markup."""

from __future__ import annotations

from typing import Any

from panahat.drafting.marks import Ledger
from panahat.drafting.passages import Block, blocks, to_jinja
from panahat.drafting.traced import Source, Spoken, Traced, spoken
from panahat.sandbox import compile_text, run_text


def rendered(source: str, **data: Any) -> list[Block]:
    ledger = Ledger()
    return blocks(run_text(compile_text(to_jinja(source)), data, ledger.finalize), ledger, "ru")


def shown(source: str, **data: Any) -> list[tuple[str, str]]:
    return [(b.kind, b.text) for b in rendered(source, **data)]


class DescribeParagraphs:
    def it_joins_lines_and_parts_paragraphs_at_blank_lines(self) -> None:
        assert shown("# Заголовок\n\nпервая\nстрока\n\nвторой") == [
            ("head", "Заголовок"),
            ("para", "первая строка"),
            ("para", "второй"),
        ]

    def it_tells_objection_answer_and_line_of_the_summary_apart(self) -> None:
        assert shown("= кратко\n\nтекст\n\n? Возразят.\n! Но\nнет.") == [
            ("summary", "кратко"),
            ("para", "текст"),
            ("objection", "Возразят."),
            ("answer", "Но нет."),
        ]

    def it_keeps_a_paragraph_that_begins_and_ends_with_a_tag(self) -> None:
        source = "{% if yes %}\n{% for x in xs %}{{ x }} {% endfor %}\n{% endif %}"
        assert shown(source, yes=True, xs=["а", "б"]) == [("para", "а б")]

    def it_numbers_list_items_itself_and_starts_again_after_a_paragraph(self) -> None:
        found = rendered("7. один\n7. два\n\nтекст\n\n3. снова")
        assert [(b.kind, b.n) for b in found] == [("item", 1), ("item", 2), ("para", 0), ("item", 1)]

    def it_numbers_items_made_by_a_loop(self) -> None:
        found = rendered("{% for x in xs %}\n1. {{ x }}\n{% endfor %}", xs=["а", "б", "в"])
        assert [(b.n, b.text) for b in found] == [(1, "а"), (2, "б"), (3, "в")]

    def it_leaves_out_a_paragraph_whose_condition_fails_without_leaving_a_blank(self) -> None:
        assert shown("до\n\n{% if no %}\nнет\n{% endif %}\n\nпосле", no=False) == [("para", "до"), ("para", "после")]

    def it_tidies_spaces_that_absent_words_leave(self) -> None:
        assert shown("А {% if no %}нет{% endif %} , б .", no=False) == [("para", "А, б.")]

    def it_keeps_no_break_spaces(self) -> None:
        assert shown("статья\u00a0592") == [("para", "статья\u00a0592")]


class DescribeFaces:
    def it_knows_bold_and_italic(self) -> None:
        (block,) = rendered("**важно** и *тихо*")
        assert [(r.text, r.bold, r.italic) for r in block.runs] == [
            ("важно", True, False),
            (" и ", False, False),
            ("тихо", False, True),
        ]

    def it_sets_a_printed_value_in_the_face_around_it(self) -> None:
        (block,) = rendered("**{{ day }}.** Текст", day="11 февраля")
        assert [(r.text, r.bold) for r in block.runs] == [("11 февраля.", True), (" Текст", False)]

    def it_takes_no_value_for_markup(self) -> None:
        hostile = "**жирно** | # 1. {{ 7*7 }} {% if x %}"
        (block,) = rendered("{{ v }}", v=hostile)
        assert block.kind == "para"
        assert block.text == hostile
        assert not any(r.bold for r in block.runs)


class DescribeTables:
    def it_takes_the_first_row_for_the_head_and_values_with_bars_for_text(self) -> None:
        found = rendered("| А | Б |\n{% for x in xs %}\n| {{ x }} | 1 |\n{% endfor %}", xs=["а|б"])
        assert [b.kind for b in found] == ["row-head", "row"]
        assert ["".join(r.text for r in cell) for cell in found[1].cells] == ["а|б", "1"]

    def it_reads_a_bar_inside_a_tag_as_a_filter(self) -> None:
        (block,) = rendered("| {{ x|capfirst }} | б |", x="статья")
        assert ["".join(r.text for r in cell) for cell in block.cells] == ["Статья", "б"]


def origins(block: Block) -> set[Source]:
    """The facts and norms behind a block, without the words they were printed in."""
    return {s for s in block.sources if s.kind != "words"}


class DescribeSources:
    def it_remembers_the_sources_of_each_paragraph_alone(self) -> None:
        a, b = Source("fact", "client.name"), Source("norm", "kz-upk-592-1")
        found = rendered("{{ a }}\n\n{{ b }} и {{ a }}\n\nничего", a=Traced("А", [a]), b=Traced("Б", [b]))
        assert [origins(block) for block in found] == [{a}, {a, b}, set()]

    def it_remembers_the_words_in_which_each_was_printed(self) -> None:
        a, b = Source("fact", "client.name"), Source("norm", "kz-upk-592-1")
        (block,) = rendered(
            "{{ a|capfirst }} и {{ b }}", a=Traced("анна", [a]), b=Traced("статья 592 \ue000kz-upk:gen\ue001", [b])
        )
        told = sorted(spoken(s.name) for s in block.sources if s.kind == "words")
        assert told == [
            Spoken("Анна", (("fact", "client.name"),)),
            Spoken("статья 592", (("norm", "kz-upk-592-1"),)),
        ]

    def it_keeps_them_through_filters(self) -> None:
        a = Source("fact", "client.name")
        (block,) = rendered("{{ a|capfirst }}", a=Traced("анна", [a]))
        assert block.text == "Анна"
        assert origins(block) == {a}
