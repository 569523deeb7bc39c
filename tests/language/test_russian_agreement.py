"""Agreement with a person's gender, and the words of the case file's keys."""

from __future__ import annotations

import pytest
from russian_gold import listed

from panahat.language.forms import CASES, NameForms
from panahat.language.russian.lexicon import agree, choice, citizen_of, country, country_codes
from panahat.language.russian.phrases import decline_phrase
from panahat.language.wordlists import wordlist

VERBS = listed(
    "asked applied arrived left was held received stayed lived born learned feared took_part wrote spoke refused "
    "complained suffered detained arrested placed charged wanted_listed notified deprived forced convicted obliged "
    "familiarised beaten tortured"
)
PARTICIPLES = listed("wanted held accused detained persecuted returned extradited")
EU = listed("AT BE BG HR CY CZ DK EE FI FR DE GR HU IE IT LV LT LU MT NL PL PT RO SK SI ES SE")
CIS = listed("RU KZ BY UA KG UZ TJ TM AZ AM GE MD")


def declined(group: str, field: str, key: str, gender: str = "male") -> NameForms:
    """The words of a key that has forms."""
    forms = choice(group, field, key, gender)
    assert isinstance(forms, NameForms)
    return forms


class DescribeAgreement:
    @pytest.mark.parametrize("gender", ["male", "female"])
    def it_has_every_word_the_templates_may_use(self, gender: str) -> None:
        words = agree(gender)

        assert set(VERBS) <= set(words["v"])
        assert set(PARTICIPLES) <= set(words["p"])
        assert tuple(words["he"]) == CASES == tuple(words["citizen"])
        assert tuple(words["him"]) == CASES[1:]
        assert all(tuple(forms) == CASES for forms in words["p"].values())

    def it_agrees_with_a_man_and_with_a_woman(self) -> None:
        man, woman = agree("male"), agree("female")

        assert (man["v"]["asked"], woman["v"]["asked"]) == ("обратился", "обратилась")
        assert (man["v"]["placed"], woman["v"]["placed"]) == ("помещён", "помещена")
        assert (man["his"], woman["his"]) == ("его", "её")
        assert (man["he"]["ins"], woman["he"]["ins"]) == ("им", "ею")
        assert (man["him"]["dat"], woman["him"]["gen"]) == ("нему", "неё")
        assert woman["p"]["held"]["acc"] == "содержащуюся"
        assert man["p"]["extradited"]["acc"] == "выданного"
        assert woman["citizen"]["ins"] == "гражданкой"

    def it_gives_no_verb_the_same_form_for_both(self) -> None:
        for name, pair in wordlist("ru/agreement")["v"].items():
            assert len(pair) == 2, name
            assert len(set(pair)) == 2, name

    def it_writes_participles_as_the_endings_rule(self) -> None:
        from panahat.language.russian.paradigms import adjective

        for both in wordlist("ru/agreement")["p"].values():
            for forms in both.values():
                assert (adjective(forms[0], animate=True) or "?")[1] == tuple(forms)

    def it_refuses_a_gender_it_does_not_know(self) -> None:
        with pytest.raises(ValueError, match="male or female"):
            agree("other")


class DescribeCountries:
    def it_knows_the_countries_that_cases_name(self) -> None:
        assert {*EU, *CIS, "TR", "IL", "US", "GB", "CA", "NO"} <= country_codes()

    @pytest.mark.parametrize("code", sorted(country_codes()))
    def it_declines_official_names_as_the_rule_of_the_main_word_does(self, code: str) -> None:
        assert country(code).six == decline_phrase(country(code).nom).six

    def it_names_a_citizen_by_gender(self) -> None:
        assert citizen_of("RU", "male").gen == "гражданина Российской Федерации"
        assert citizen_of("RU", "female").acc == "гражданку Российской Федерации"
        assert citizen_of("KZ", "female").ins == "гражданкой Республики Казахстан"

    def it_does_not_invent_a_country(self) -> None:
        with pytest.raises(KeyError):
            country("ZZ")


class DescribeKeys:
    @pytest.mark.parametrize(
        "kind", ["travel-passport", "internal-passport", "asylum-certificate", "refugee-certificate", "other"]
    )
    def it_has_every_kind_of_document(self, kind: str) -> None:
        assert declined("Document", "kind", kind).six == decline_phrase(declined("Document", "kind", kind).nom).six

    @pytest.mark.parametrize("kind", ["spouse", "partner", "child", "parent", "sibling", "other"])
    @pytest.mark.parametrize("gender", ["male", "female"])
    def it_has_every_relative(self, kind: str, gender: str) -> None:
        assert len(set(declined("Relative", "relation", kind, gender).six)) >= 3

    def it_tells_relatives_by_gender(self) -> None:
        assert (
            declined("Relative", "relation", "spouse", "female").acc,
            declined("Relative", "relation", "spouse", "male").acc,
        ) == ("супругу", "супруга")
        assert (
            declined("Relative", "relation", "child", "female").ins,
            declined("Relative", "relation", "parent", "female").gen,
        ) == ("дочерью", "матери")

    @pytest.mark.parametrize("kind", ["advocate", "counsel", "relative", "defender", "representative", "applicant"])
    def it_has_every_role(self, kind: str) -> None:
        assert (
            declined("Representative", "role", kind).six
            == decline_phrase(declined("Representative", "role", kind).nom).six
        )

    def it_has_a_role_for_women_only_where_usage_has_one(self) -> None:
        assert declined("Representative", "role", "relative", "female").dat == "родственнице"
        assert declined("Representative", "role", "advocate", "female").dat == "адвокату"

    def it_has_every_ground_in_the_genitive(self) -> None:
        grounds = ("political-opinion", "religion", "ethnicity", "nationality", "race", "social-group")
        assert [choice("Risk", "grounds", g) for g in grounds] == [
            "политических убеждений",
            "вероисповедания",
            "национальности",
            "гражданства",
            "расы",
            "принадлежности к определённой социальной группе",
        ]
