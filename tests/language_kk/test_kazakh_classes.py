"""A hundred surnames and more by class, in every case; the classes that texts dispute say so. And how fast it goes."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
import yaml

from panahat import language as russian
from panahat.language import codes
from panahat.language.kazakh import KazakhForms, decline_name, short_name
from panahat.language.typography import NBSP

CLASSES = yaml.safe_load((Path(__file__).parent / "names_by_class.yaml").read_text(encoding="utf-8"))
ROWS = [(group, name) for group in CLASSES for name in group["names"].split()]


def of_surname(name: str) -> KazakhForms:
    """The forms of a surname without the initials before it."""
    forms = short_name(name, "Анна", "Львовна")
    return KazakhForms.of((form.removeprefix(f"А.Л.{NBSP}") for form in forms.seven), forms.doubts)


class DescribeClassesOfSurnames:
    @pytest.mark.parametrize(("group", "name"), ROWS, ids=[name for _, name in ROWS])
    def it_follows_the_evidence_for_its_class(self, group: dict[str, str], name: str) -> None:
        forms = of_surname(name)
        assert forms.seven == (name, *(name + suffix for suffix in group["suffixes"].split()))

    @pytest.mark.parametrize(("group", "name"), ROWS, ids=[name for _, name in ROWS])
    def it_marks_what_is_disputed_and_nothing_else(self, group: dict[str, str], name: str) -> None:
        expected = (group["disputed"],) if "disputed" in group else ()
        assert of_surname(name).doubts == expected
        assert set(expected) <= set(codes.BOOK.codes)

    def it_is_a_table_of_a_hundred_names_and_more(self) -> None:
        assert len({name for _, name in ROWS}) >= 100


class DescribeSpeed:
    def it_computes_a_thousand_names_in_both_languages_in_under_two_seconds(self) -> None:
        stems = "Бор Вер Гор Дор Жур Зар Кир Лар Мор Нар Пор Рад Сор Тар Хар Шар Бел Вол Гур Дем".split()
        given = [
            ("Павел", "Ильич"),
            ("Лев", "Павлович"),
            ("Нұрлан", "Серікұлы"),
            ("Илья", None),
            ("Тимур", "Рашидович"),
        ]
        given += [
            ("Ян", "Янович"),
            ("Юрий", "Львович"),
            ("Олег", "Ефимович"),
            ("Марк", "Маркович"),
            ("Глеб", "Глебович"),
        ]
        names = [(s + e, *g) for s in stems for e in ("ов", "ев", "ин", "ский", "енко") for g in given]
        started = time.perf_counter()
        for name in names:
            decline_name(*name)
            short_name(*name)
            russian.decline_name(*name, "male", {})
            russian.initials_first(*name, "male", {})
            russian.latin_name(*name)
        assert len(names) == 1000
        assert time.perf_counter() - started < 2
