"""Names of persons in seven cases: one suffix, on the last word."""

from __future__ import annotations

from typing import Any

import pytest
from kazakh_gold import count, rows

from panahat.language.kazakh.names import decline_name, initials, short_name
from panahat.language.kazakh.suffixes import CASES, KazakhForms
from panahat.language.typography import NBSP

EV = "language/kk-surname-ev"
TURKIC = "language/kk-surname-turkic-ov"
UK_AK = "language/kk-surname-uk-ak"


def surname(word: str) -> KazakhForms:
    """The forms of a surname after initials, without them."""
    forms = short_name(word, "Анна", "Львовна", {})
    head = f"А.Л.{NBSP}"
    assert all(form.startswith(head) for form in forms.seven)
    return KazakhForms.of((form.removeprefix(head) for form in forms.seven), forms.doubts)


class DescribeTheTable:
    @pytest.mark.parametrize("row", rows("surnames"), ids=lambda row: row[0])
    def it_gives_a_surname_its_suffix_by_ending_and_sound(self, row: tuple[str, ...]) -> None:
        forms = surname(row[0])

        assert forms.seven == row
        assert forms.doubts == ()

    @pytest.mark.parametrize("row", rows("full_names"), ids=lambda row: row[0])
    def it_puts_the_suffix_of_a_full_name_on_its_last_word(self, row: tuple[str, ...]) -> None:
        name, given, *patronymic = row[0].split(" ")

        forms = decline_name(name, given, patronymic[0] if patronymic else None, {})

        assert forms.seven == row
        assert forms.doubts == ()

    def it_holds_many_forms_written_by_hand(self) -> None:
        assert count() >= 500


class DescribeDoubts:
    @pytest.mark.parametrize(
        ("name", "gen", "doubt"),
        [
            ("Медведев", "Медведевтің", EV),
            ("Горбачёв", "Горбачёвтің", EV),
            ("Сергеев", "Сергеевтің", EV),
            ("Сагымбетов", "Сагымбетовтің", TURKIC),
            ("Мүсірепов", "Мүсіреповтің", TURKIC),
            ("Құдайбергенов", "Құдайбергеновтің", TURKIC),
            ("Ахметов", "Ахметовтың", TURKIC),
            ("Ковальчук", "Ковальчуктың", UK_AK),
            ("Поляк", "Поляктың", UK_AK),
            ("Костюк", "Костюктың", UK_AK),
        ],
    )
    def it_says_when_texts_write_a_surname_both_ways(self, name: str, gen: str, doubt: str) -> None:
        forms = surname(name)

        assert forms.gen == gen
        assert forms.doubts == (doubt,)

    @pytest.mark.parametrize("name", ["Ногаев", "Алиев", "Ветров", "Денисов", "Лев"])
    def it_does_not_doubt_what_texts_write_one_way(self, name: str) -> None:
        assert surname(name).doubts == ()

    def it_declines_oglu_as_a_possessive_and_says_that_this_is_not_settled(self) -> None:
        forms = decline_name("Гасанов", "Рауф", "Эльдар оглы", {})

        assert forms.dat == "Гасанов Рауф Эльдар оглына"
        assert forms.doubts == ("language/kk-ogly",)

    def it_declines_a_daughter_written_apart_as_a_possessive(self) -> None:
        assert decline_name("Токтобаева", "Айпери", "Бейшен кызы", {}).acc == "Токтобаева Айпери Бейшен кызын"

    @pytest.mark.parametrize(
        ("name", "doubt"), [("Smith", "language/kk-foreign-letters"), ("Ш", "language/kk-no-sound")]
    )
    def it_leaves_a_word_without_a_sound_as_written_and_says_so(self, name: str, doubt: str) -> None:
        forms = surname(name)

        assert set(forms.seven) == {name}
        assert forms.doubts == (doubt,)


class DescribeConfirmedForms:
    def it_prints_the_forms_of_the_case_file(self) -> None:
        forms = short_name("Медведев", "Пётр", None, {"gen": "П. Медведевтың"})

        assert forms.gen == "П. Медведевтың"
        assert forms.dat == f"П.{NBSP}Медведевке"
        assert forms.doubts == (EV,)

    def it_has_no_doubt_left_when_all_six_are_confirmed(self) -> None:
        own = {case: f"П. Медведев-{case}" for case in CASES[1:]}

        forms = decline_name("Медведев", "Пётр", None, own)

        assert forms.seven[1:] == tuple(own.values())
        assert forms.doubts == ()

    @pytest.mark.parametrize("decline", [decline_name, short_name])
    def it_refuses_a_case_that_kazakh_does_not_have(self, decline: Any) -> None:
        with pytest.raises(ValueError, match="prep"):
            decline("Зорин", "Пётр", None, {"prep": "Зорине"})


class DescribeSpelling:
    def it_binds_initials_to_the_surname(self) -> None:
        assert short_name("Зорина", "Анна", "Львовна", {}).nom == f"А.Л.{NBSP}Зорина"

    @pytest.mark.parametrize(
        ("given", "patronymic", "expected"),
        [
            ("Анна", "Львовна", "А.Л."),
            ("Анна", None, "А."),
            ("Анна-Кира", "Жановна", "А-К.Ж."),
            ("Рауф", "Эльдар оглы", "Р.Э."),
            ("Чен Ир", None, "Ч.И."),
        ],
    )
    def it_shortens_given_names_and_patronymics(self, given: str, patronymic: str | None, expected: str) -> None:
        assert initials(given, patronymic) == expected

    def it_writes_the_suffix_in_capitals_after_capitals(self) -> None:
        assert decline_name("ЗОРИН", "ПАВЕЛ", None, {}).gen == "ЗОРИН ПАВЕЛДІҢ"

    def it_keeps_yo_and_hyphens_of_the_document(self) -> None:
        assert surname("Щёголев-Зверёв").nom == "Щёголев-Зверёв"

    def it_takes_no_suffix_on_the_words_before_the_last(self) -> None:
        forms = decline_name("Зорин", "Пётр", "Ильич", {})

        assert all(form.startswith("Зорин Пётр Ильич") for form in forms.seven)
