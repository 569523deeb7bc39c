"""Letters of another alphabet are found by word and place; what only looks odd is left alone."""

from __future__ import annotations

from types import SimpleNamespace

import pytest
from case_world import changed, load, refused

from panahat.case.characters import Letter, is_latin, letters_of, lone_letters, meant_key, mixed_letters
from panahat.case.facts import get
from panahat.case.rules.names import skeleton
from panahat.case.syntax import explain
from panahat.messages import translator
from panahat.problems import Problem


def notes(**changes: str) -> list[Problem]:
    return list(load(changed({f"client.name.{key}": value for key, value in changes.items()})).notes)


class DescribeMixedWords:
    @pytest.mark.parametrize(
        ("text", "letters"),
        [
            ("спрaвка", [Letter(1, 4, "a")]),
            ("Это Теlegram", [Letter(2, 1, "Т"), Letter(2, 2, "е")]),
            ("бiлім", [Letter(1, 2, "i")]),
            ("в cуде о выдаче", [Letter(2, 1, "c")]),
            ("Cтатья", [Letter(1, 1, "C")]),
        ],
    )
    def it_names_the_letters(self, text: str, letters: list[Letter]) -> None:
        assert list(mixed_letters(text)) == letters

    @pytest.mark.parametrize(
        "text", ["IT-отдел", "SMMщик", "Telegram и Wi-Fi", "VPN-сервис", "ст. 592", "Қазақстан", "2а"]
    )
    def it_leaves_words_that_mix_nothing_alike(self, text: str) -> None:
        assert list(mixed_letters(text)) == []

    def it_finds_a_lone_latin_letter_where_a_preposition_stands(self) -> None:
        assert list(lone_letters("она ехала c сестрой")) == [Letter(3, 1, "c")]
        assert list(lone_letters("пункт «a» Закона, витамин C.")) == []

    def it_finds_every_latin_letter_of_a_name(self) -> None:
        assert [(x.word, x.place) for x in letters_of("Анна Мaриa", is_latin)] == [(2, 2), (2, 5)]


class DescribeMeantKeys:
    @pytest.mark.parametrize(
        ("key", "meant"), [("сlient", "client"), ("оn", "on"), ("ru", None), ("клиент", None), ("nаmе", "name")]
    )
    def it_knows_the_key_behind_look_alikes(self, key: str, meant: str | None) -> None:
        found = meant_key(key, ("client", "on", "name", "ru"))
        assert (found and found[0]) == meant


class DescribeMarksThatStandForNothing:
    @pytest.mark.parametrize(
        "mark", ["None", "null", "NULL", "n/a", "TODO", "???", "…", "...", "—", "-", "xxx", "ХХХ", "___"]
    )
    @pytest.mark.parametrize("place", ["client.address", "client.name.given", "representative.licence"])
    def it_refuses_one_where_a_fact_should_stand(self, mark: str, place: str) -> None:
        value = {"ru": mark, "kk": "Алматы қаласы"} if place == "client.address" else mark
        found = refused(changed({place: value}))
        assert [(p.code.id, p.where) for p in found] == [
            ("case/no-fact", place + (".ru" if isinstance(value, dict) else ""))
        ]

    @pytest.mark.parametrize("word", ["нет", "Неизвестно", "жоқ", "белгісіз", "unknown", "не указано."])
    def it_warns_of_a_word_that_only_says_that_nothing_is_known(self, word: str) -> None:
        assert [p.code.id for p in load(changed({"representative.licence": word})).notes] == ["case/unknown-fact"]

    @pytest.mark.parametrize("text", ["город ???", "дом ___, квартира 5", "TODO: адрес", "<адрес>", "улица [ … ]"])
    def it_warns_of_what_was_left_to_be_written_later(self, text: str) -> None:
        noted = load(changed({"client.address": {"ru": text, "kk": "Алматы қаласы"}})).notes
        assert [p.code.id for p in noted] == ["case/left-open"]

    @pytest.mark.parametrize(
        "text", ["город Нет-Яр", "дом 5 — у реки…", "кабинет № 12/34-5", "улица «XX съезда»", "1990"]
    )
    def it_lets_stand_what_says_something(self, text: str) -> None:
        assert not load(changed({"client.address": {"ru": text, "kk": "Алматы қаласы"}})).notes

    @pytest.mark.parametrize("empty", ["", " null", " ~"])
    def it_takes_a_plain_emptiness_for_a_fact_that_is_not_known(self, empty: str) -> None:
        text = changed({"representative.licence": "LICENCE"}).replace(" LICENCE", empty)
        assert get(load(text).case, "representative.licence") is None

    @pytest.mark.parametrize("empty", ['""', "''"])
    def it_refuses_an_emptiness_in_quotes(self, empty: str) -> None:
        text = changed({"representative.licence": "LICENCE"}).replace("LICENCE", empty)
        assert [p.code.id for p in refused(text)] == ["case/empty"]


class DescribeNumbersOfArticles:
    @pytest.mark.parametrize("written", ["ч. 2", "часть 2", "2-бөлік", "(2)", "вторая", "—", "2 и 3"])
    def it_refuses_words_and_marks_beside_the_number_of_a_part(self, written: str) -> None:
        (problem,) = refused(changed({"extradition.charges[0].part": written}))
        assert (problem.code.id, problem.where) == ("case/not-a-number", "extradition.charges[0].part")

    @pytest.mark.parametrize("written", ["2", "1.1", "1-1", "-"])
    def it_takes_a_number_as_a_code_writes_it_and_the_dash_for_no_parts(self, written: str) -> None:
        assert not load(changed({"extradition.charges[0].part": written})).notes


class DescribeWordsOfTheCaseFile:
    @pytest.mark.parametrize("written", ["женский", "Женский.", "әйел"])
    def it_names_the_word_that_a_russian_or_kazakh_one_means(self, written: str) -> None:
        (problem,) = refused(changed({"client.gender": written}))
        assert (problem.code.id, problem.facts["word"]) == ("case/meant-choice", "female")

    @pytest.mark.parametrize(
        ("written", "nearest"), [("almatinskaya", "almaty"), ("Туркестан", "turkistan"), ("karagandy", "karaganda")]
    )
    def it_names_the_nearest_regions_where_one_is_unknown(self, written: str, nearest: str) -> None:
        [problem] = refused(changed({"filing.region": written}))
        assert (problem.code.id, problem.where) == ("case/region", "filing.region")
        said = problem.as_dict(translator("en"))
        assert nearest in str(said["hint"]).split("All:")[0]
        assert written not in f"{said['message']} {said['hint']}"

    def it_explains_the_words_it_knows_in_the_users_language(self) -> None:
        (problem,) = refused(changed({"client.gender": "девушка"}))
        said = {x: problem.say(translator(x), problem.code.remedy) for x in ("ru", "en")}
        assert "male (мужской), female (женский)" in said["ru"]
        assert said["en"].endswith(": male, female.")


class DescribeNotes:
    def it_warns_of_capitals_and_small_letters_in_names(self) -> None:
        assert [p.code.id for p in notes(surname="СТУДЁНАЯ")] == ["case/name-capitals"]
        assert [p.code.id for p in notes(given="аглая")] == ["case/name-capitals"]

    def it_warns_of_two_spaces_in_a_row(self) -> None:
        file = load(changed({"events[0].what.ru": "Она  задержана при пересадке."}))
        assert [(p.code.id, p.where) for p in file.notes] == [("case/spaces", "events[0].what.ru")]

    def it_warns_of_a_lone_letter(self) -> None:
        file = load(changed({"events[0].what.ru": "Она задержана c сестрой."}))
        assert [(p.code.id, dict(p.facts)["word"]) for p in file.notes] == [("case/lone-letter", "3")]

    @pytest.mark.parametrize("name", ["Жарқынбай", "Әлия", "О'Коннор", "Салтыков-Щедрин", "Ахмед оглы", "фон Бок"])
    def it_takes_names_of_many_kinds(self, name: str) -> None:
        assert {p.code.id for p in notes(surname=name)} <= {"case/name-capitals"}

    def it_takes_every_latin_letter_of_a_passport(self) -> None:
        assert notes(latin="STUDENAÏA-O'NEIL AGLAIA") == []

    def it_looks_into_forms_and_choices_of_names(self) -> None:
        found = refused(changed({"client.name.forms": {"ru": {"gen": "Студёной Aглаи"}}}))
        assert [(p.code.id, p.where) for p in found] == [("case/latin-in-name", "client.name.forms.ru.gen")]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Щукина", "shchukina"),
        ("Студёная", "studenaya"),
        ("Елизарьева", "yelizaryeva"),
        ("Хрущёв", "khrushchev"),
        ("Юлия", "iuliia"),
        ("Цветков", "tsvetkov"),
        ("Жарқынбай", "zharkynbai"),
        ("Александр", "alexandr"),
    ],
)
def test_a_name_has_one_skeleton_however_it_is_transliterated(one: str, other: str) -> None:
    assert skeleton(one) == skeleton(other)


def test_what_libyaml_says_in_words_nobody_foresaw_is_still_told_with_its_place() -> None:
    mark = SimpleNamespace(line=1, column=2)
    (problem,) = explain(SimpleNamespace(problem="new words", problem_mark=mark), "a: 1\n  b\n", "x", 30)
    assert (problem.code.id, problem.line, problem.column) == ("case/yaml", 2, 3)
