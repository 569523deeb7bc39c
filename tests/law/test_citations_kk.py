"""What a citation reads like in Kazakh: the chain of units, the suffixes, the lists, and the name of the act."""

from __future__ import annotations

import re
from collections import Counter
from datetime import date

import pytest
from hypothesis import given
from plainly import plain
from small_law import SmallLaw, upk
from test_citations import NAMES

from panahat.argue.load import load_arguments
from panahat.drafting.filing_loading import load_filings
from panahat.language.kazakh import citing as grammar_kk
from panahat.language.kazakh.suffixes import ordinal
from panahat.law.citations import Ref, cite
from panahat.law.mentions import Mentions, marker
from panahat.law.model import KAZAKH_CASES
from panahat.law.places import tree
from panahat.law.registry import Law, load_law
from panahat.library import Library

ON = date(2026, 11, 20)
OLD = date(2026, 2, 9)
MARKER = re.compile("\ue000[^\ue001]+\ue001")
CODE = {
    "article": "1-бап",
    "part": "бірінші бөлік",
    "point": "1) тармақ",
    "subpoint": "1) тармақша",
    "paragraph": "бірінші абзац",
}
ORDINALS = {ordinal(n): str(n) for n in range(40, 0, -1)}
_ORDINAL = re.compile("|".join(sorted(ORDINALS, key=len, reverse=True)))
_NUMBER = re.compile(r"\d+(?:[-.]\d+)*|\b[A-F]\b")


@pytest.fixture(scope="module")
def law() -> Law:
    return load_law(Library.standing(), date(2026, 11, 28))


def said(law: Law, *refs: str | Ref, case: str = "nom", on: date = ON) -> str:
    """The citation as a second mention reads, with plain spaces."""
    mentions = Mentions(law, "kk")
    form = cite(law, refs, on, "kk").forms[case]
    mentions.resolve(form)
    return plain(mentions.resolve(form))


def placed(*names: str, case: str = "nom") -> str:
    """Places of a code alone: «590-1-7» is point 7 of part 1 of article 590."""
    found = SmallLaw(upk(*names))
    places = [p for name in names for p in found.norms[name].versions[0].places]
    return plain(grammar_kk.CITING.placed(tree(places, tuple(CODE)), CODE, case))


def numbers(text: str) -> Counter[str]:
    """Every number that a citation names, an ordinal word as its number."""
    bare = plain(MARKER.sub("", text))
    return Counter(_NUMBER.findall(_ORDINAL.sub(lambda m: ORDINALS[m[0]], bare)))


class DescribePlacesOfACode:
    @pytest.mark.parametrize(
        "names, text",
        [
            (["590"], "590-бабы"),
            (["589_1"], "589-1-бабы"),
            (["592-1"], "592-бабының бірінші бөлігі"),
            (["27-1_2"], "27-бабының 1-2-бөлігі"),
            (["590-1-7"], "590-бабы бірінші бөлігінің 7) тармағы"),
            (["590-1-7-2"], "590-бабы бірінші бөлігі 7) тармағының 2) тармақшасы"),
            (["6", "7", "9"], "6, 7 және 9-баптары"),
            (["24", "25"], "24 және 25-баптары"),
            (["592-1", "592-7"], "592-бабының бірінші және жетінші бөліктері"),
            (["97-1", "97-2", "97-3", "97-4"], "97-бабының бірінші, екінші, үшінші және төртінші бөліктері"),
            (["55-1-8", "55-1-10"], "55-бабы бірінші бөлігінің 8) және 10) тармақтары"),
            (["579", "590-1", "592-1"], "579-бабы, 590-бабының бірінші бөлігі және 592-бабының бірінші бөлігі"),
            (
                ["590-1-7", "592-1", "592-7"],
                "590-бабы бірінші бөлігінің 7) тармағы, 592-бабының бірінші және жетінші бөліктері",
            ),
            (["590-1-7", "590-3"], "590-бабының бірінші бөлігінің 7) тармағы және үшінші бөлігі"),
        ],
    )
    def it_goes_from_the_article_inwards(self, names: list[str], text: str) -> None:
        assert placed(*names) == text

    @pytest.mark.parametrize(
        "case, article, part, point",
        [
            ("nom", "592-бабы", "592-бабының бірінші бөлігі", "6) және 7) тармақтары"),
            ("gen", "592-бабының", "592-бабының бірінші бөлігінің", "6) және 7) тармақтарының"),
            ("dat", "592-бабына", "592-бабының бірінші бөлігіне", "6) және 7) тармақтарына"),
            ("acc", "592-бабын", "592-бабының бірінші бөлігін", "6) және 7) тармақтарын"),
            ("loc", "592-бабында", "592-бабының бірінші бөлігінде", "6) және 7) тармақтарында"),
            ("abl", "592-бабынан", "592-бабының бірінші бөлігінен", "6) және 7) тармақтарынан"),
            ("ins", "592-бабымен", "592-бабының бірінші бөлігімен", "6) және 7) тармақтарымен"),
        ],
    )
    def it_puts_the_case_after_the_possessive(self, case: str, article: str, part: str, point: str) -> None:
        assert placed("592", case=case) == article
        assert placed("592-1", case=case) == part
        assert placed("590-1-6", "590-1-7", case=case) == f"590-бабы бірінші бөлігінің {point}"

    def it_declines_every_member_of_a_list_of_unlike_places(self) -> None:
        assert placed("590-1", "592", case="dat") == "590-бабының бірінші бөлігіне және 592-бабына"

    def it_never_breaks_a_number_from_its_word(self) -> None:
        found = grammar_kk.numbered(["6", "7"], "1) тармақ", "nom")
        assert found == "6) және 7)\u00a0тармақтары"
        assert grammar_kk.numbered(["A"], "A бөлім", "nom") == "A\u00a0бөлімі"
        assert grammar_kk.numbered(["II"], "1-бап", "nom") == "II\u00a0бабы"
        assert grammar_kk.numbered(["г"], "1) тармақ", "nom") == "«г»\u00a0тармағы"
        assert grammar_kk.numbered(["b"], "1) тармақша", "nom") == "b)\u00a0тармақшасы"

    def it_leaves_a_number_that_no_part_can_have_in_figures(self) -> None:
        assert placed("592-0", case="dat") == "592-бабының 0-бөлігіне"
        assert placed("592-1000") == "592-бабының 1000-бөлігі"

    @given(NAMES)
    def it_names_every_number_that_russian_names(self, names: list[str]) -> None:
        for case in KAZAKH_CASES:
            text = placed(*names, case=case)
            assert "  " not in text
            russian = cite(SmallLaw(upk(*names)), names, OLD).forms["nom"]
            assert numbers(text) == numbers(russian)


class DescribeOrdinals:
    @pytest.mark.parametrize(
        "number, word",
        [
            (1, "бірінші"),
            (10, "оныншы"),
            (11, "он бірінші"),
            (12, "он екінші"),
            (20, "жиырмасыншы"),
            (21, "жиырма бірінші"),
        ],
    )
    def it_writes_the_number_of_a_part_as_a_word(self, number: int, word: str) -> None:
        assert ordinal(number) == word


class DescribeActsOfOtherKinds:
    @pytest.mark.parametrize(
        "refs, text",
        [
            (["kz-refugees-8-1-5"], "«Босқындар туралы» Заңның 8-бабы 1-тармағының 5) тармақшасы"),
            (["kz-refugees-18-2-2"], "«Босқындар туралы» Заңның 18-бабы 2-тармағының екінші бөлігі"),
            (["conv-1951-33"], "1951 жылғы конвенцияның 33-бабының 1-тармағы"),
            (["conv-1951-1f"], "1951 жылғы конвенцияның 1-бабының F бөлімі"),
            (["conv-1951-1a2"], "1951 жылғы конвенцияның 1-бабы A бөлімінің 2-тармағы"),
            (["cat-3"], "Азаптауларға қарсы конвенцияның 3-бабы"),
            (["iccpr-7"], "Пактінің 7-бабы"),
            ([Ref("ru-uk-158", part="2")], "РФ ҚК-нің 158-бабының екінші бөлігі"),
            (["ru-uk-280-3"], "РФ ҚК-нің 280.3-бабы"),
            (["kz-const-torture"], "ҚР Конституциясының 20-бабының 1 және 2-тармақтары"),
            (["kz-adv-notice"], "«Адвокаттық қызмет және заң көмегі туралы» Заң"),
        ],
    )
    def it_counts_units_as_the_act_does(self, law: Law, refs: list[str | Ref], text: str) -> None:
        assert said(law, *refs) == text

    def it_joins_several_acts(self, law: Law) -> None:
        assert said(law, "kz-upk-590-1-7", "cat-3", "iccpr-7", case="dat") == (
            "ҚР ҚПК-нің 590-бабы бірінші бөлігінің 7) тармағына, Азаптауларға қарсы конвенцияның 3-бабына"
            " және Пактінің 7-бабына"
        )

    def it_follows_the_constitution_from_one_to_the_next(self, law: Law) -> None:
        before, after = (said(law, "kz-const-treaties", on=day) for day in (date(2026, 6, 30), date(2026, 7, 1)))
        assert before == "1995 жылғы Конституцияның 4-бабының 3-тармағы"
        assert after == "ҚР Конституциясының 5-бабының 3-тармағы"


class DescribeNamesOfActs:
    def it_introduces_the_short_name_once_and_declines_it_after(self, law: Law) -> None:
        mentions = Mentions(law, "kk")
        form = cite(law, ["kz-upk-592-1"], ON, "kk").forms["dat"]
        assert plain(mentions.resolve(form)) == (
            "Қазақстан Республикасы Қылмыстық-процестік кодексінің (бұдан әрі – ҚР ҚПК) 592-бабының бірінші бөлігіне"
        )
        assert mentions.resolve(form) == "ҚР\u00a0ҚПК\u2011нің 592\u2011бабының бірінші бөлігіне"

    def it_keeps_the_genitive_of_the_state_where_the_act_stands_in_no_genitive(self, law: Law) -> None:
        whole = plain(Mentions(law, "kk").resolve(marker("kz-upk", "loc")))
        assert whole == "Қазақстан Республикасының Қылмыстық-процестік кодексінде (бұдан әрі – ҚР ҚПК)"

    def it_names_every_act_in_every_case(self, law: Law) -> None:
        for case in KAZAKH_CASES:
            mentions = Mentions(law, "kk")
            for key, act in law.acts.items():
                assert act.kazakh, key
                first, later = mentions.resolve(marker(key, case)), mentions.resolve(marker(key, case))
                assert plain(first).startswith(act.kazakh.title[case])
                assert plain(later) == act.kazakh.short[case]

    def it_counts_the_same_units_in_both_languages(self, law: Law) -> None:
        for key, act in law.acts.items():
            assert act.kazakh
            assert list(act.kazakh.units) == list(act.units), key

    def it_cites_nothing_of_an_act_without_a_kazakh_name(self) -> None:
        citation = cite(SmallLaw(upk("592-1")), ["592-1"], OLD, "kk")
        assert set(citation.forms.values()) == {""}
        assert [p.code.id for p in citation.problems] == ["law/no-name-in-language"]


class DescribeShippedCitations:
    """Every group that an argument or a filing cites, and every norm on record."""

    def groups(self, law: Law) -> dict[str, list[Ref]]:
        library = Library.standing()
        owners = [(a.id, a.cites) for a in load_arguments(library, law)]
        owners += [(kind, filing.cites) for kind, filing in load_filings(library).items()]
        return {
            f"{owner}: {name}": [Ref(p.key, p.part or None, p.point or None) for p in cites.places]
            for owner, found in owners
            for name, cites in found.items()
        }

    @pytest.mark.parametrize("day", [OLD, ON])
    def it_names_the_same_places_in_both_languages(self, law: Law, day: date) -> None:
        groups = self.groups(law)
        assert len(groups) > 60
        for name, refs in groups.items():
            russian, kazakh = cite(law, refs, day), cite(law, refs, day, "kk")
            assert kazakh.keys == russian.keys, name
            assert set(kazakh.forms) == set(KAZAKH_CASES)
            for form in kazakh.forms.values():
                assert bool(form) == bool(russian.forms["nom"]), name
                assert numbers(form) == numbers(russian.forms["nom"]), name

    def it_can_cite_every_norm(self, law: Law) -> None:
        for key, norm in law.norms.items():
            for version in norm.versions:
                end = version.in_force.end or law.acts[version.act].in_force.end
                day = end or max(
                    d for d in (OLD, version.in_force.earliest, law.acts[version.act].in_force.earliest) if d
                )
                russian, kazakh = cite(law, [key], day), cite(law, [key], day, "kk")
                assert kazakh.keys == (key,)
                assert numbers(kazakh.forms["ins"]) == numbers(russian.forms["ins"]), key
