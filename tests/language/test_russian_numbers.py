"""Dates, numerals and counted nouns, beside Babel and num2words."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from babel import Locale
from babel.dates import format_date
from num2words import num2words

from panahat.language.forms import CASES
from panahat.language.russian.numbers import (
    counted,
    date_quoted,
    date_short,
    date_text,
    noun_after,
    plural,
    spelled_term,
    words,
)
from panahat.language.typography import NBSP
from panahat.language.wordlists import wordlist

LIBRARY_CASES = dict(zip(CASES, "ngdaip", strict=True))


class DescribeDates:
    def it_writes_three_forms(self) -> None:
        day = date(2026, 2, 5)

        assert date_text(day) == "5\u00a0февраля 2026\u00a0года"
        assert date_quoted(day) == "«05»\u00a0февраля 2026\u00a0года"
        assert date_short(day) == "05.02.2026"

    def it_names_every_day_of_a_year_as_babel_does(self) -> None:
        for n in range(366):
            day = date(2028, 1, 1) + timedelta(n)
            assert date_text(day).replace(NBSP, " ") == format_date(day, "d MMMM y 'года'", locale="ru")
            assert date_quoted(day).replace(NBSP, " ") == format_date(day, "«dd» MMMM y 'года'", locale="ru")


class DescribeNumerals:
    @pytest.mark.parametrize("case", CASES)
    @pytest.mark.parametrize("gender", ["m", "f", "n"])
    def it_writes_every_number_to_a_thousand_as_num2words_does(self, case: str, gender: str) -> None:
        for n in range(1000):
            assert words(n, case, gender) == num2words(
                n, lang="ru", case=LIBRARY_CASES[case], gender=gender, animate=False
            )

    def it_writes_greater_numbers(self) -> None:
        assert words(4325) == "четыре тысячи триста двадцать пять"
        assert words(21001, "gen", "f") == "двадцати одной тысячи одной"
        assert words(2000000, "dat") == "двум миллионам"

    def it_follows_animate_nouns_in_the_accusative(self) -> None:
        assert words(1, "acc", "m", animate=True) == "одного"
        assert words(2, "acc", "f", animate=True) == "двух"
        assert words(22, "acc", "m", animate=True) == "двадцать два"

    def it_counts_nouns_that_have_no_singular(self) -> None:
        assert [words(n, "nom", "p") for n in (1, 2, 3, 4, 5, 21)] == [
            "одни",
            "двое",
            "трое",
            "четверо",
            "пять",
            "двадцать одни",
        ]
        assert words(22, "gen", "p") == "двадцати двух"

    @pytest.mark.parametrize(
        ("n", "case", "gender"),
        [(22, "nom", "p"), (104, "acc", "p"), (-1, "nom", "m"), (1, "loc", "m"), (1, "nom", "x")],
    )
    def it_refuses_what_russian_has_no_form_for(self, n: int, case: str, gender: str) -> None:
        with pytest.raises(ValueError, match=r"numeral|number"):
            words(n, case, gender)


class DescribeCountedNouns:
    @pytest.mark.parametrize(
        ("n", "noun", "case", "expected"),
        [
            (1, "day", "nom", "1 сутки"),
            (2, "day", "nom", "2 суток"),
            (10, "day", "gen", "10 суток"),
            (21, "day", "acc", "21 сутки"),
            (10, "day", "dat", "10 суткам"),
            (1, "sheet", "nom", "1 лист"),
            (3, "sheet", "nom", "3 листа"),
            (5, "sheet", "nom", "5 листов"),
            (5, "sheet", "prep", "5 листах"),
            (21, "sheet", "prep", "21 листе"),
            (1, "copy", "prep", "1 экземпляре"),
            (2, "copy", "acc", "2 экземпляра"),
            (2, "year", "nom", "2 года"),
            (2, "year", "gen", "2 лет"),
            (5, "year", "ins", "5 годами"),
            (11, "month", "nom", "11 месяцев"),
            (2, "annex", "nom", "2 приложения"),
            (12, "hour", "gen", "12 часов"),
            (3, "working-day", "nom", "3 рабочих дня"),
            (22, "calendar-day", "nom", "22 дня"),
            (2, "duplicate", "nom", "2 копии"),
            (4, "point", "gen", "4 пунктов"),
            (2, "child", "acc", "2 детей"),
            (2, "person", "acc", "2 человек"),
            (5, "person", "dat", "5 человекам"),
            (101, "rouble", "ins", "101 рублём"),
            (4325, "tenge", "gen", "4325 тенге"),
        ],
    )
    def it_puts_the_noun_into_the_case_the_number_asks_for(self, n: int, noun: str, case: str, expected: str) -> None:
        assert counted(n, noun, case).replace(NBSP, " ") == expected

    def it_binds_number_and_noun_and_parts_thousands(self) -> None:
        assert counted(12000, "rouble") == "12\u00a0000\u00a0рублей"

    def it_chooses_the_plural_as_babel_does(self) -> None:
        rule = Locale("ru").plural_form
        assert all(plural(n) == rule(n) for n in range(1200))

    @pytest.mark.parametrize(
        ("n", "noun", "case", "expected"),
        [
            (10, "day", "nom", "десять суток"),
            (10, "day", "gen", "десяти суток"),
            (3, "day", "nom", "трое суток"),
            (3, "day", "gen", "трёх суток"),
            (1, "day", "gen", "одних суток"),
            (5, "working-day", "gen", "пяти рабочих дней"),
            (21, "calendar-day", "nom", "двадцать один день"),
            (21, "calendar-day", "gen", "двадцати одного дня"),
            (2, "week", "acc", "две недели"),
            (2, "child", "acc", "двух детей"),
            (1, "article", "ins", "одной статьёй"),
            (12, "month", "prep", "двенадцати месяцах"),
            (5, "year", "nom", "пять лет"),
        ],
    )
    def it_spells_a_term(self, n: int, noun: str, case: str, expected: str) -> None:
        assert spelled_term(n, noun, case) == expected

    def it_knows_no_other_nouns_and_cases(self) -> None:
        with pytest.raises(KeyError):
            counted(1, "elephant")
        with pytest.raises(ValueError, match="loc"):
            noun_after(1, "day", "loc")

    def it_has_six_forms_for_every_noun(self) -> None:
        for name, entry in wordlist("ru/nouns").items():
            assert entry["gender"] in "mfnp", name
            assert "frozen" in entry or (len(entry["one"]) == len(entry["many"]) == 6 and entry["few"]), name
