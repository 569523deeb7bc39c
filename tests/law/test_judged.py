"""An act is judged by the law of its day: what a citation names on either side of the first of July 2026."""

from __future__ import annotations

from datetime import date

import pytest
import yaml
from plainly import plain

from panahat.law.citations import Judged, cite
from panahat.law.mentions import Mentions
from panahat.law.registry import load_law
from panahat.library import Library, shipped

LAW = load_law(Library.standing(), date(2026, 11, 28))
JUNE, JULY = date(2026, 6, 30), date(2026, 7, 1)
CHANGED_ARTICLE = "kz-koap-887-2"


def wording(language: str) -> dict[str, str]:
    lexicon = yaml.safe_load((shipped() / "language" / language / "lexicon.yaml").read_text("utf-8"))
    return {name: str(text) for name, text in lexicon["changed_law"].items()}


def said(keys: list[str], act: date, filing: date, language: str = "ru", case: str = "nom") -> str:
    """What a filing of that day, against an act of that day, prints when it has named every act before."""
    citation = cite(LAW, keys, filing, language, judged=Judged(act, wording(language)))
    assert not [p for p in citation.problems if p.level == "error"]
    mentions = Mentions(LAW, language, filing)
    mentions.seen.update(LAW.acts)
    return plain(mentions.resolve(citation.forms[case]))


class DescribeTheBorderDay:
    @pytest.mark.parametrize(
        ("act", "filing", "text"),
        [
            (date(2026, 6, 29), JUNE, "пункт 3 статьи 13 Конституции РК"),
            (JUNE, JULY, "пункт 3 статьи 13 Конституции 1995 года, а ныне — пункт 3 статьи 12 Конституции РК"),
            (JULY, date(2026, 7, 2), "пункт 3 статьи 12 Конституции РК"),
            (JULY, JULY, "пункт 3 статьи 12 Конституции РК"),
        ],
    )
    def it_names_both_constitutions_only_across_it(self, act: date, filing: date, text: str) -> None:
        assert said(["kz-const-legal-aid"], act, filing) == text

    @pytest.mark.parametrize(
        ("act", "filing", "text"),
        [
            (date(2026, 6, 29), JUNE, "ҚР Конституциясының 13-бабының 3-тармағы"),
            (
                JUNE,
                JULY,
                "1995 жылғы Конституцияның 13-бабының 3-тармағы, ал қазір – ҚР Конституциясының 12-бабының 3-тармағы",
            ),
            (JULY, date(2026, 7, 2), "ҚР Конституциясының 12-бабының 3-тармағы"),
        ],
    )
    def it_says_the_same_in_kazakh(self, act: date, filing: date, text: str) -> None:
        assert said(["kz-const-legal-aid"], act, filing, "kk") == text

    def it_puts_both_into_the_case_asked_for(self) -> None:
        assert said(["kz-const-legal-aid"], JUNE, JULY, case="ins") == (
            "пунктом 3 статьи 13 Конституции 1995 года, а ныне — пунктом 3 статьи 12 Конституции РК"
        )
        assert said(["kz-const-legal-aid"], JUNE, JULY, "kk", "abl") == (
            "1995 жылғы Конституцияның 13-бабының 3-тармағынан, ал қазір – ҚР Конституциясының 12-бабының 3-тармағынан"
        )

    def it_keeps_what_has_not_changed_in_front_and_once(self) -> None:
        assert said(["kz-const-legal-aid", "kz-upk-592-1"], JUNE, JULY) == (
            "часть 1 статьи 592 УПК РК и пункт 3 статьи 13 Конституции 1995 года, а ныне — пункт 3 статьи 12 Конституции РК"
        )

    def it_says_of_an_article_whose_text_has_changed_that_both_are_meant(self) -> None:
        assert said([CHANGED_ARTICLE], JUNE, JULY) == (
            "части 2, 3, 4 и 5 статьи 887 КоАП РК как в редакции, действовавшей в день обжалуемого акта, так и в нынешней"
        )
        assert said([CHANGED_ARTICLE], JUNE, JULY, "kk").endswith(
            "(шағым жасалған акт күнгі және қазіргі редакциясында)"
        )
        assert said([CHANGED_ARTICLE], JULY, date(2026, 7, 2)) == "части 2, 3, 4 и 5 статьи 887 КоАП РК"

    def it_judges_by_a_norm_that_is_no_longer_in_force(self) -> None:
        assert said(["kz-const95-13"], JUNE, JULY).endswith("статьи 13 Конституции 1995 года")

    def it_does_not_judge_by_a_norm_that_was_not_yet_in_force(self) -> None:
        assert said(["kz-koap-889-1"], JUNE, JULY) == "части 1, 2 и 3 статьи 889-1 КоАП РК"

    def it_tells_how_the_norm_stood_on_either_day(self) -> None:
        citation = cite(LAW, ["kz-const-legal-aid"], JULY, judged=Judged(JUNE, wording("ru")))
        assert [(s.on, s.version.act) for s in citation.standings if s.version] == [
            (JUNE, "kz-const-1995"),
            (JULY, "kz-const-2026"),
        ]


class DescribeTitlesOfTheirDay:
    def it_calls_foreigners_what_the_code_called_them(self) -> None:
        norm = LAW.norms["kz-koap-517-4"]
        assert "иностранцем" in (norm.titled(JUNE).ru or "")
        assert "иностранным гражданином" in (norm.titled(JULY).ru or "")
        assert "Шетел азаматының" in (norm.titled(JULY).kk or "")
