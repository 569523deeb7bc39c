"""Names of persons: the hand-written table, initials, confirmed forms, doubts."""

from __future__ import annotations

import pytest
from russian_gold import six, table

from panahat.language.russian.names import decline_name, initials, initials_first, short_name
from panahat.language.typography import NBSP

CLASSES, ROWS = table("names.yaml")


def parts_of(row: str) -> tuple[str, str, str | None, str]:
    """Surname, given name, patronymic and gender of a row."""
    letter, _, rest = row.partition(" ")
    surname, given, *father = six(rest, CLASSES)[0].split(" / ")
    return surname, given, father[0] if father else None, {"m": "male", "f": "female"}[letter]


class DescribeFullNames:
    @pytest.mark.parametrize("row", ROWS)
    def it_declines_every_name_of_the_table(self, row: str) -> None:
        expected = tuple(form.replace(" / ", " ") for form in six(row[2:], CLASSES))

        assert decline_name(*parts_of(row), {}).six == expected

    def it_has_a_table_of_at_least_150_different_names(self) -> None:
        assert len({parts_of(row) for row in ROWS}) >= 150

    @pytest.mark.parametrize("row", ROWS)
    def it_declines_the_surname_alike_with_initials_before_and_after(self, row: str) -> None:
        surname, given, father, gender = parts_of(row)
        letters = initials(given, father)

        after = short_name(surname, given, father, gender, {}).six
        before = initials_first(surname, given, father, gender, {}).six

        assert [form.removesuffix(NBSP + letters) for form in after] == [
            form.removeprefix(letters + NBSP) for form in before
        ]
        assert after[0] == f"{surname}{NBSP}{letters}"
        assert decline_name(surname, given, father, gender, {}).gen.startswith(after[1].removesuffix(NBSP + letters))

    def it_never_adds_or_takes_the_dots_of_yo(self) -> None:
        assert decline_name("Соловьев", "Семен", "Артемович", "male", {}).ins == "Соловьевым Семеном Артемовичем"
        assert decline_name("Соловьёв", "Семён", "Артёмович", "male", {}).ins == "Соловьёвым Семёном Артёмовичем"
        assert decline_name("Зорина", "Алена", None, "female", {}).gen == "Зориной Алены"
        assert decline_name("Зорин", "Илья", None, "male", {}).ins == "Зориным Ильей"

    def it_refuses_a_gender_it_does_not_know(self) -> None:
        with pytest.raises(ValueError, match="male or female"):
            decline_name("Зорин", "Илья", None, "m", {})


class DescribeInitials:
    @pytest.mark.parametrize(
        ("given", "father", "expected"),
        [
            ("Анна", "Сергеевна", "А.С."),
            ("Анна", None, "А."),
            ("Анна-Мария", None, "А.-М."),
            ("Анна-Мария", "Петровна", "А.-М.П."),
            ("Абдул Рахман", None, "А.Р."),
            ("Рашид", "Гусейн оглы", "Р.Г."),
            ("Әйгерім", "Маратқызы", "Ә.М."),
            ("касым-жомарт", "кемелевич", "К.-Ж.К."),
        ],
    )
    def it_takes_the_first_letters(self, given: str, father: str | None, expected: str) -> None:
        assert initials(given, father) == expected

    def it_binds_them_to_the_surname_with_a_no_break_space(self) -> None:
        assert short_name("Зорин", "Лев", "Ильич", "male", {}).gen == "Зорина\u00a0Л.И."
        assert initials_first("Зорин", "Лев", "Ильич", "male", {}).dat == "Л.И.\u00a0Зорину"


class DescribeConfirmedForms:
    def it_lets_a_confirmed_form_win_case_by_case(self) -> None:
        forms = decline_name("Дарвин", "Карл", None, "male", {"ins": "Дарвином Карлом"})

        assert forms.ins == "Дарвином Карлом"
        assert forms.gen == "Дарвина Карла"
        assert forms.doubts

    def it_has_no_doubt_once_every_case_is_confirmed(self) -> None:
        own = dict.fromkeys(("gen", "dat", "acc", "ins", "prep"), "Кравец Иван")

        assert decline_name("Кравец", "Иван", None, "male", own).doubts == ()

    def it_refuses_a_case_that_does_not_exist(self) -> None:
        with pytest.raises(ValueError, match="loc"):
            decline_name("Зорин", "Лев", None, "male", {"loc": "Зорине Льве"})


class DescribeDoubts:
    @pytest.mark.parametrize(
        ("surname", "given", "father", "gender", "doubt"),
        [
            ("Кравец", "Иван", None, "male", "name-fleeting-vowel"),
            ("Заяц", "Иван", None, "male", "name-fleeting-vowel"),
            ("Соловей", "Иван", None, "male", "name-fleeting-vowel"),
            ("Горшок", "Иван", None, "male", "name-fleeting-vowel"),
            ("Лев", "Иван", None, "male", "name-fleeting-vowel"),
            ("Гаврилёнок", "Иван", None, "male", "name-fleeting-vowel"),
            ("Дарвин", "Карл", None, "male", "name-foreign-in"),
            ("Чаплин", "Карл", None, "male", "name-foreign-in"),
            ("Шин", "Олег", None, "male", "name-foreign-in"),
            ("Гурцкая", "Нина", None, "female", "name-may-be-frozen"),
            ("Шенгелая", "Давид", None, "male", "name-may-be-frozen"),
            ("Золя", "Эмиль", None, "male", "name-may-be-frozen"),
            ("Смородина", "Рита", None, "female", "name-noun-or-adjective"),
            ("Голова", "Рита", None, "female", "name-noun-or-adjective"),
            ("Топчий", "Иван", None, "male", "name-noun-or-adjective"),
            ("Ибраева", "Айгуль", None, "female", "name-soft-female"),
            ("Ибраева", "Алия", None, "female", "name-stressed-iya"),
            ("Зорин", "Жан-Жак", None, "male", "name-compound"),
            ("Ким", "Ен Сун", None, "male", "name-eastern-order"),
            ("Гаркуш", "Иван", None, "male", "name-stress"),
            ("Smith", "Иван", None, "male", "name-foreign-letters"),
            ("Зoрин", "Иван", None, "male", "name-foreign-letters"),
            ("Зорин", "И", None, "male", "name-single-letter"),
            ("Зорина", "Иван", "Ильинична", "male", "name-gender-clash"),
            ("Петрова", "Саша", None, "male", "name-gender-clash"),
            ("Петров", "Саша", None, "female", "name-gender-clash"),
            ("Алиев", "Али", "Хасан", "male", "name-unusual-patronymic"),
        ],
    )
    def it_says_why_a_name_needs_a_look(
        self, surname: str, given: str, father: str | None, gender: str, doubt: str
    ) -> None:
        for forms in (decline_name, short_name, initials_first):
            assert f"language/{doubt}" in forms(surname, given, father, gender, {}).doubts

    @pytest.mark.parametrize(
        ("surname", "given", "father", "gender"),
        [
            ("Зорин", "Лев", "Ильич", "male"),
            ("Зорина", "Анна", "Львовна", "female"),
            ("Рабинович", "Марк", "Ильич", "male"),
            ("Ткач", "Анна", "Львовна", "female"),
            ("Шевченко", "Тарас", "Ильич", "male"),
            ("Әлімбаев", "Қуаныш", "Ногайұлы", "male"),
            ("Мамедов", "Рашид", "Гусейн оглы", "male"),
            ("Асанбек", "Ержан", "Маратович", "male"),
            ("Достоевский", "Лев", "Ильич", "male"),
        ],
    )
    def it_is_silent_on_names_that_are_settled(self, surname: str, given: str, father: str, gender: str) -> None:
        assert decline_name(surname, given, father, gender, {}).doubts == ()
