"""English words of a letter: dates, states, relatives, Latin names."""

from __future__ import annotations

from datetime import date

import pytest
from letter_world import DELETE, changed, letter

from panahat.language import tongue
from panahat.language.english import Plain, choice, counted, country, date_text, title_case


def test_a_date_is_written_in_words_with_the_day_bound_to_the_month() -> None:
    assert date_text(date(2026, 2, 11)) == "11\u00a0February 2026"


@pytest.mark.parametrize(
    ("code", "name"), [("RU", "Russian Federation"), ("KZ", "Republic of Kazakhstan"), ("CH", "Switzerland")]
)
def test_a_state_has_its_official_or_usual_name(code: str, name: str) -> None:
    assert country(code) == name


def test_relatives_and_documents_have_words() -> None:
    assert choice("Relative", "relation", "child", "female") == Plain("daughter")
    assert choice("Relative", "relation", "spouse", "male") == Plain("husband")
    assert choice("Document", "kind", "travel-passport") == Plain("travel passport")


@pytest.mark.parametrize(
    ("written", "said"),
    [("STUDENAIA AGLAIA", "Studenaia Aglaia"), ("UZDAROV-KEMIEV", "Uzdarov-Kemiev"), ("de la Cruz", "De La Cruz")],
)
def test_a_latin_name_gets_ordinary_capitals(written: str, said: str) -> None:
    assert title_case(written) == said


@pytest.mark.parametrize(("years", "words"), [(1, "1\u00a0year"), (10, "10\u00a0years")])
def test_years_agree_with_their_number(years: int, words: str) -> None:
    assert counted(years, "year") == words


@pytest.mark.parametrize(
    ("numbers", "words"),
    [
        ([3], "annex\u00a03"),
        ([3, 5], "annexes\u00a03 and\u00a05"),
        ([1, 3, 5], "annexes\u00a01, 3 and\u00a05"),
    ],
)
def test_annexes_are_listed(numbers: list[int], words: str) -> None:
    assert tongue("en").refs(numbers) == words


class DescribeTheNameInLatinLetters:
    def it_is_that_of_the_passport(self) -> None:
        assert "PRIAKHIN GORDEI" in letter("refused-officer").text

    def it_is_spelled_by_the_rules_of_passports_where_none_gives_it(self) -> None:
        spelled = {"client.name.latin": "PRYAKHIN GORDEY"}
        assert "PRYAKHIN GORDEY" in letter("refused-officer", spelled).text
        case = changed("refused-officer").case
        assert case.client.name.latin == "PRIAKHIN GORDEI"
        unwritten = letter("refused-officer", {"client.name.latin": DELETE}).text
        assert "PRIAKHIN GORDEI" in unwritten
        assert "Mr\u00a0Priakhin" in unwritten
