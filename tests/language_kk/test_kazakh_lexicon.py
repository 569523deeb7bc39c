"""Words for what the case file names by a key."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, get_args

import pytest

import panahat.language.latin
import panahat.language.russian.lexicon
from panahat.case.models.people import Document, Relative, Representative
from panahat.case.models.risk import Ground
from panahat.language.kazakh.lexicon import choice, citizen_of, country, country_codes, recalled
from panahat.language.kazakh.suffixes import KazakhForms
from panahat.language.kazakh.tongue import Kazakh
from panahat.language.wordlists import wordlist

RECALLED = "language/kk-recalled-wording"


def keys(model: Any, field: Any) -> tuple[Any, ...]:
    """The keys that the schema of a case allows in a field."""
    return get_args(model.model_fields[field].annotation)


def declined(group: str, field: str, key: str, gender: str = "male") -> KazakhForms:
    """The words of a key that has forms."""
    forms = choice(group, field, key, gender)
    assert isinstance(forms, KazakhForms)
    return forms


class DescribeStates:
    def it_names_every_state_that_russian_names(self) -> None:
        assert country_codes() == panahat.language.russian.lexicon.country_codes()

    def it_names_russia_as_official_texts_do(self) -> None:
        assert country("RU").seven == (
            "Ресей Федерациясы",
            "Ресей Федерациясының",
            "Ресей Федерациясына",
            "Ресей Федерациясын",
            "Ресей Федерациясында",
            "Ресей Федерациясынан",
            "Ресей Федерациясымен",
        )
        assert country("RU").doubts == ()

    def it_says_of_a_name_written_from_memory_that_it_is(self) -> None:
        assert country("UA").doubts == (RECALLED,)

    @pytest.mark.parametrize("code", sorted(panahat.language.russian.lexicon.country_codes()))
    def it_declines_every_state_without_guessing(self, code: str) -> None:
        forms = country(code)

        assert set(forms.doubts) <= {RECALLED}
        assert len(set(forms.seven)) == 7

    def it_knows_no_state_that_is_not_listed(self) -> None:
        with pytest.raises(KeyError):
            country("ZZ")

    def it_drops_the_middle_genitive_of_a_citizen(self) -> None:
        assert citizen_of("RU").nom == "Ресей Федерациясының азаматы"
        assert citizen_of("RU").gen == "Ресей Федерациясы азаматының"
        assert citizen_of("RU").acc == "Ресей Федерациясының азаматын"


class DescribeKeysOfTheCaseFile:
    @pytest.mark.parametrize("kind", keys(Document, "kind"))
    def it_has_every_kind_of_document(self, kind: str) -> None:
        assert len(set(declined("Document", "kind", kind).seven)) == 7

    @pytest.mark.parametrize("kind", keys(Relative, "relation"))
    @pytest.mark.parametrize("gender", ["male", "female"])
    def it_has_every_relative_of_both_genders(self, kind: str, gender: str) -> None:
        assert len(set(declined("Relative", "relation", kind, gender).seven)) == 7

    @pytest.mark.parametrize("kind", [*keys(Representative, "role"), "defender", "representative", "applicant"])
    def it_has_every_role(self, kind: str) -> None:
        assert len(set(declined("Representative", "role", kind).seven)) == 7

    @pytest.mark.parametrize(
        ("kind", "expected"),
        [
            ("political-opinion", "саяси сенімдері"),
            ("religion", "діни нанымы"),
            ("ethnicity", "ұлты"),
            ("nationality", "азаматтығы"),
            ("race", "нәсілдік белгісі"),
            ("social-group", "белгілі бір әлеуметтік топқа тиесілілігі"),
        ],
    )
    def it_names_a_ground_as_it_stands_before_boyynsha(self, kind: str, expected: str) -> None:
        assert choice("Risk", "grounds", kind) == expected

    def it_has_every_ground(self) -> None:
        assert set(wordlist("kk/lexicon")["choices"]["grounds"]) == set(get_args(Ground))

    def it_calls_a_relative_by_whose_he_is(self) -> None:
        assert declined("Relative", "relation", "child", "female").dat == "қызына"
        assert declined("Relative", "relation", "spouse", "male").acc == "жұбайын"
        assert declined("Relative", "relation", "spouse", "female").acc == "зайыбын"

    @pytest.mark.parametrize(
        ("who", "word"),
        [
            ("female-younger-of-female", "сіңлісі"),
            ("female-younger-of-male", "қарындасы"),
            ("female-older-of-male", "әпкесі"),
            ("male-older-of-female", "ағасы"),
            ("male-younger-of-male", "інісі"),
            ("female-of-male", "бауыры"),
        ],
    )
    def it_names_a_sibling_by_who_is_older(self, who: str, word: str) -> None:
        assert declined("Relative", "relation", "sibling", who).nom == word


class DescribeStatus:
    @pytest.mark.parametrize("name", ["countries", "lexicon", "nouns", "abbreviations"])
    def it_says_of_every_word_whether_it_was_seen_or_recalled(self, name: str) -> None:
        def entries(node: Any) -> Iterator[dict[str, Any]]:
            for key, value in node.items():
                if key in ("letters", "checked_on"):
                    continue
                if isinstance(value, dict) and all(isinstance(v, dict) for v in value.values()):
                    yield from entries(value)
                elif isinstance(value, dict):
                    yield value

        found = list(entries(wordlist(f"kk/{name}")))

        assert len(found) > 10
        assert {entry["status"] for entry in found} == {"seen", "recalled"}

    def it_lists_what_a_lawyer_has_yet_to_confirm(self) -> None:
        found = recalled()

        assert found["countries/UA"] == "Украина"
        assert "countries/RU" not in found


class DescribeLatinLetters:
    @pytest.mark.parametrize(
        ("name", "expected"),
        [
            (("Щукина", "Юлия", "Владимировна"), "Shchukina Iuliia Vladimirovna"),
            (("Хрущёв", "Илья", None), "Khrushchev Ilia"),
            (("Подъячев", "Семён", None), "Podieiachev Semen"),
            (("Әлімбаев", "Қуаныш", "Өтегенұлы"), "Alimbaev Kuanysh Otegenuly"),
            (("Smith", "Анна", None), "Smith Anna"),
        ],
    )
    def it_follows_icao(self, name: tuple[str | None, ...] | tuple[str, ...], expected: str) -> None:
        assert panahat.language.latin.latin_name(*name) == expected

    def it_leaves_no_cyrillic_letter(self) -> None:
        letters = "абвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщъыіьэюя"

        assert panahat.language.latin.latin_name(letters, letters.upper()).isascii()


class DescribeTheTongue:
    """`panahat.language.kazakh.tongue` gives templates what this room makes."""

    tongue = Kazakh()

    def it_gives_templates_every_form_they_name(self) -> None:
        from datetime import date

        day = self.tongue.date(date(2026, 2, 11))

        assert set(day) == {
            "text",
            "nom",
            "gen",
            "dat",
            "acc",
            "loc",
            "abl",
            "ins",
            "attr",
            "quoted",
            "short",
            "since",
            "start",
        }
        assert self.tongue.term(10, "day") == "он тәулік"
        assert self.tongue.spelled_years(5) == "бес жыл"
        assert self.tongue.choice("Risk", "grounds", "ethnicity", "male") == "ұлты"
        assert self.tongue.agree("female")["he"]["dat"] == "оған"

    def it_addresses_a_body_in_the_dative(self) -> None:
        class Named:
            kk = "Қазақстан Республикасының Жоғарғы Соты"

        class Body:
            name = Named

        assert self.tongue.body(Body)["to"] == "Қазақстан Республикасының Жоғарғы Сотына"
