"""No-break spaces, paragraphs, quotation marks."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from panahat.language.typography import NBSP, nbsp, paragraphs


class DescribeNoBreakSpaces:
    @pytest.mark.parametrize(
        ("text", "bound"),
        [
            ("по ст. 592 УПК", "по ст._592 УПК"),
            ("статьи 592, часть 1", "статьи_592, часть_1"),
            ("(приложение 3)", "(приложение_3)"),
            ("№ 15 от 11 февраля 2026 года", "№_15 от 11_февраля 2026_года"),
            ("«11» февраля 2026 г.", "«11»_февраля 2026_г."),
            ("2026 г. Алматы", "2026_г. Алматы"),
            ("в г. Алматы", "в г._Алматы"),
            ("А.С. Зорина и Зорин П.И., а также", "А.С._Зорина и Зорин_П.И., а также"),
            ("Р. Т. Оспанова", "Р._Т._Оспанова"),
            ("УПК РК.", "УПК_РК."),
            ("10 суток, 5 лет и 24 часа", "10_суток, 5_лет и 24_часа"),
            ("10 000 тенге", "10_000_тенге"),
            ("на 3 л. в 1 экз.", "на 3_л. в 1_экз."),
            ("и т. д., т. е. так", "и_т._д., т._е. так"),
            ("суд — орган", "суд_— орган"),
            ("суд и орган", "суд и орган"),
            ("в 2026 ему", "в 2026 ему"),
            ("12 34", "12 34"),
        ],
    )
    def it_binds_what_must_not_part(self, text: str, bound: str) -> None:
        assert nbsp(text).replace(NBSP, "_") == bound

    @given(st.text(alphabet=" \u00a0ст.г№5102А«»П—рк\n", max_size=40))
    def it_changes_nothing_but_spaces_and_is_the_same_the_second_time(self, text: Any) -> None:
        once = nbsp(text)

        assert once.replace(NBSP, " ") == text.replace(NBSP, " ")
        assert nbsp(once) == once


class DescribeParagraphs:
    def it_parts_at_blank_lines_and_joins_other_lines(self) -> None:
        assert paragraphs("Первая\nстрока.\n\n  \nВторая   строка.\r\n\r\nТретья.\n") == [
            "Первая строка.",
            "Вторая строка.",
            "Третья.",
        ]

    def it_gives_nothing_for_nothing(self) -> None:
        assert paragraphs(" \n\n ") == []

    def it_keeps_no_break_spaces(self) -> None:
        assert paragraphs("ст.\u00a0592  УПК") == ["ст.\u00a0592 УПК"]

    @pytest.mark.parametrize(
        ("text", "expected"),
        [
            ('Фонд "Мир" и "Труд".', "Фонд «Мир» и «Труд»."),
            ('"Мир", ("Труд")', "«Мир», («Труд»)"),
            ('доска 5" и 6"', 'доска 5" и 6"'),
            ('"Мир', '"Мир'),
            ('Фонд "Мир "Труд""', 'Фонд "Мир "Труд""'),
            ('ТОО "Фонд «Мир»"', 'ТОО "Фонд «Мир»"'),
            ("«Мир»", "«Мир»"),
        ],
    )
    def it_turns_straight_quotes_only_where_they_are_plain(self, text: str, expected: str) -> None:
        assert paragraphs(text) == [expected]
