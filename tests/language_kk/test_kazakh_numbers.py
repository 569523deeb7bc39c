"""Dates, numbers, counted things."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from panahat.language.kazakh.numbers import counted, date_forms, month_forms, spelled_term
from panahat.language.kazakh.suffixes import ordinal, words
from panahat.language.typography import NBSP
from panahat.language.wordlists import wordlist

# the table of the grammar: month, -да, -дағы, -нан/-дан/-тан, -ға
MONTHS = """
қаңтар қаңтарда қаңтардағы қаңтардан қаңтарға
ақпан ақпанда ақпандағы ақпаннан ақпанға
наурыз наурызда наурыздағы наурыздан наурызға
сәуір сәуірде сәуірдегі сәуірден сәуірге
мамыр мамырда мамырдағы мамырдан мамырға
маусым маусымда маусымдағы маусымнан маусымға
шілде шілдеде шілдедегі шілдеден шілдеге
тамыз тамызда тамыздағы тамыздан тамызға
қыркүйек қыркүйекте қыркүйектегі қыркүйектен қыркүйекке
қазан қазанда қазандағы қазаннан қазанға
қараша қарашада қарашадағы қарашадан қарашаға
желтоқсан желтоқсанда желтоқсандағы желтоқсаннан желтоқсанға
"""
FIRST_TWELVE = (
    "бірінші, екінші, үшінші, төртінші, бесінші, алтыншы, жетінші, сегізінші, тоғызыншы, оныншы, он бірінші, он екінші"
)


class DescribeDates:
    @pytest.mark.parametrize(
        ("month", "row"), list(enumerate((line.split() for line in MONTHS.strip().splitlines()), start=1))
    )
    def it_declines_every_month_as_official_texts_do(self, month: int, row: list[str]) -> None:
        forms = date_forms(date(2026, month, 11))
        head = f"2026{NBSP}жылғы 11{NBSP}"

        assert [forms.nom, forms.loc, forms.attr, forms.abl, forms.dat] == [head + word for word in row]

    @pytest.mark.parametrize(("month", "gen", "acc", "ins"), [(2, "ның", "ды", "мен"), (3, "дың", "ды", "бен"),
                                                              (7, "нің", "ні", "мен"), (9, "тің", "ті", "пен")])  # fmt: skip
    def it_has_the_other_cases_by_sound(self, month: int, gen: str, acc: str, ins: str) -> None:
        forms = month_forms(month)

        assert (forms.gen, forms.acc, forms.ins) == (forms.nom + gen, forms.nom + acc, forms.nom + ins)

    def it_quotes_the_day_for_a_signature_line(self) -> None:
        assert date_forms(date(2026, 2, 11)).quoted == f"2026{NBSP}жылғы «11»{NBSP}ақпан"

    def it_writes_no_leading_zero_in_words_and_two_digits_in_figures(self) -> None:
        forms = date_forms(date(2026, 3, 5))

        assert forms.nom == f"2026{NBSP}жылғы 5{NBSP}наурыз"
        assert forms.short == "05.03.2026"

    def it_has_a_form_for_every_day_of_a_year(self) -> None:
        days = [date(2026, 1, 1) + timedelta(n) for n in range(365)]

        assert len({date_forms(day).attr for day in days}) == 365


class DescribeOrdinals:
    def it_writes_the_first_twelve_as_the_codes_do(self) -> None:
        assert ", ".join(ordinal(n) for n in range(1, 13)) == FIRST_TWELVE

    @pytest.mark.parametrize(
        ("n", "expected"),
        [
            (20, "жиырмасыншы"),
            (30, "отызыншы"),
            (40, "қырқыншы"),
            (50, "елуінші"),
            (60, "алпысыншы"),
            (70, "жетпісінші"),
            (80, "сексенінші"),
            (90, "тоқсаныншы"),
            (100, "жүзінші"),
            (590, "бес жүз тоқсаныншы"),
            (592, "бес жүз тоқсан екінші"),
            (999, "тоғыз жүз тоқсан тоғызыншы"),
        ],
    )
    def it_makes_only_the_last_word_ordinal(self, n: int, expected: str) -> None:
        assert ordinal(n) == expected

    @pytest.mark.parametrize("n", [0, -1])
    def it_begins_at_one(self, n: int) -> None:
        with pytest.raises(ValueError, match="begins at 1"):
            ordinal(n)


class DescribeCardinals:
    def it_agrees_with_num2words(self) -> None:
        from num2words import num2words

        ours = [words(n) for n in range(1, 1000)]

        assert ours == [num2words(n, lang="kz").replace("бір жүз", "жүз") for n in range(1, 1000)]

    @pytest.mark.parametrize("n", [-1, 10**12])
    def it_refuses_what_it_cannot_write(self, n: int) -> None:
        with pytest.raises(ValueError, match="from 0 up"):
            words(n)


class DescribeTerms:
    @pytest.mark.parametrize(
        ("n", "noun", "expected"),
        [
            (10, "day", "он тәулік"),
            (3, "day", "үш тәулік"),
            (24, "hour", "жиырма төрт сағат"),
            (5, "working-day", "бес жұмыс күні"),
            (5, "calendar-day", "күнтізбелік бес күн"),
            (5, "year", "бес жыл"),
            (1, "month", "бір ай"),
            (2, "week", "екі апта"),
        ],
    )
    def it_writes_a_term_as_the_codes_do(self, n: int, noun: str, expected: str) -> None:
        assert spelled_term(n, noun) == expected

    @pytest.mark.parametrize(
        ("n", "noun", "case", "expected"),
        [
            (10, "day", "abl", "он тәуліктен"),
            (1, "month", "dat", "бір айға"),
            (5, "working-day", "dat", "бес жұмыс күніне"),
            (5, "year", "dat", "бес жылға"),
        ],
    )
    def it_puts_the_case_on_the_noun(self, n: int, noun: str, case: str, expected: str) -> None:
        assert spelled_term(n, noun, case) == expected

    @pytest.mark.parametrize(
        ("n", "noun", "expected"),
        [(3, "sheet", "3_парақ"), (1, "copy", "1_дана"), (5, "year", "5_жыл"), (12500, "tenge", "12_500_теңге")],
    )
    def it_counts_in_digits_without_a_plural(self, n: int, noun: str, expected: str) -> None:
        assert counted(n, noun) == expected.replace("_", NBSP)

    def it_has_every_noun_of_the_russian_room(self) -> None:
        assert set(wordlist("kk/nouns")) >= set(wordlist("ru/nouns")) - {"checked_on"}
        assert [n for n in wordlist("ru/nouns") if n != "checked_on" and not spelled_term(2, n)] == []
