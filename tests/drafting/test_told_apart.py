"""What a case file tells apart, a filing prints apart: numbers, points of articles, custody, papers, proof of each text."""

from __future__ import annotations

import pytest
from test_partial_dates_printed import drafted

LETTER, COMPLAINT = "humanitarian-visa-letter", "supreme-court-complaint"


@pytest.mark.parametrize(("language", "none"), [("ru", "без номера"), ("kk", "нөмірсіз"), ("en", "no number")])
class DescribeANumber:
    def it_is_left_out_where_it_is_not_known(self, language: str, none: str) -> None:
        text = drafted("journalist", LETTER, language, client__documents__0__number=None)
        assert not any(line.startswith(none) for line in text.split("\n"))

    def it_is_said_to_be_missing_only_where_the_file_says_so(self, language: str, none: str) -> None:
        text = drafted("journalist", LETTER, language, client__documents__0__number="none")
        assert any(line.startswith(none) for line in text.split("\n"))


def test_a_ruling_without_a_number_is_named_by_its_day() -> None:
    for number in (None, "none"):
        text = drafted("transit-activist", COMPLAINT, "ru", extradition__decision__number=number, client__iin=None)
        assert "от 27 января 2026 года о выдаче" in text


@pytest.mark.parametrize(
    ("language", "words"),
    [("ru", "пункту «в» части 2 статьи 158"), ("kk", "158-бабы екінші бөлігінің «в» тармағы")],
)
def test_a_charge_names_the_point_of_the_article(language: str, words: str) -> None:
    charge = {"extradition__charges__0__part": "2", "extradition__charges__0__point": "в"}
    text = drafted("transit-activist", COMPLAINT, language, client__iin=None, **charge)
    assert words in text or words.replace("пункту", "пункт") in text


@pytest.mark.parametrize(
    ("reach", "words"),
    [("federal", "Федеральный розыск"), ("national", "Розыск внутри государства (Российская Федерация)")],
)
def test_a_letter_says_how_far_the_search_reaches(reach: str, words: str) -> None:
    assert words in drafted("journalist", LETTER, "ru", extradition__wanted={"reach": reach})


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        ({"kind": "birth-certificate"}, "Свидетельство о рождении"),
        ({"kind": "death-certificate"}, "Свидетельство о смерти"),
        (
            {"kind": "other", "title": {"ru": "справка о составе семьи"}},
            "Справка о составе семьи",
        ),
    ],
)
def test_a_paper_is_called_by_its_kind_or_its_own_title(kind: dict[str, object], words: str) -> None:
    assert words in drafted("journalist", LETTER, "ru", client__documents__0=kind)


def test_what_is_said_of_a_charge_has_its_own_proof() -> None:
    data = {
        "extradition__charges__0__political": {
            "ru": "Дело возбудили после её поста.",
            "kk": "Іс жазбасынан кейін басталды.",
            "proof": ["passport"],
        }
    }
    text = drafted("transit-activist", COMPLAINT, "ru", client__iin=None, **data)
    [line] = [x for x in text.split("\n") if "Дело возбудили после её поста" in x]
    alone = drafted("transit-activist", COMPLAINT, "ru", client__iin=None)
    assert "Дело возбудили после её поста (приложение" in line
    assert line not in alone


def test_one_charge_is_not_the_gravest() -> None:
    assert "Самое тяжкое" not in drafted("journalist", LETTER, "ru")


def test_a_request_of_which_nothing_is_known_ends_no_sentence_with_a_colon() -> None:
    request = {"purpose": "prosecution"}
    text = drafted("transit-activist", COMPLAINT, "ru", client__iin=None, extradition__request=request)
    assert "просит Российская Федерация." in text


def test_a_licence_is_named_with_its_day() -> None:
    day = {"representative__licence": "0000001", "representative__licence_on": "2012-03-05"}
    text = drafted("transit-activist", COMPLAINT, "ru", client__iin=None, **day)
    assert "№ 0000001 от 5 марта 2012 года" in text
