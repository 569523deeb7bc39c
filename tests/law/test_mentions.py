"""How acts are named in a document: in full first, short afterwards."""

from __future__ import annotations

from xml.etree import ElementTree as ET

import pytest
from plainly import plain
from small_law import ACTS, SmallLaw, act, declined

from panahat.law.mentions import Mentions, lone, marker


class DescribeMentions:
    def it_names_an_act_in_full_first_and_short_afterwards(self) -> None:
        mentions = Mentions(SmallLaw())
        text = f"часть 1 статьи 592 {marker('kz-upk', 'gen')} и статья 590 {marker('kz-upk', 'gen')}"
        assert plain(mentions.resolve(text)) == (
            "часть 1 статьи 592 Уголовно-процессуального кодекса Республики Казахстан (далее — УПК РК)"
            " и статья 590 УПК РК"
        )

    def it_remembers_across_the_pieces_of_one_document(self) -> None:
        mentions = Mentions(SmallLaw())
        assert "далее" in mentions.resolve(marker("kz-upk", "gen"))
        assert plain(mentions.resolve(marker("kz-upk", "ins"))) == "УПК РК"
        assert mentions.seen == {"kz-upk"}

    def it_begins_anew_in_another_document(self) -> None:
        Mentions(SmallLaw()).resolve(marker("kz-upk", "gen"))
        assert "далее" in Mentions(SmallLaw()).resolve(marker("kz-upk", "gen"))

    @pytest.mark.parametrize(
        "case, first, later",
        [
            (
                "nom",
                "Конвенция о статусе беженцев от 28 июля 1951 года (далее — Конвенция 1951 года)",
                "Конвенция 1951 года",
            ),
            (
                "gen",
                "Конвенции о статусе беженцев от 28 июля 1951 года (далее — Конвенция 1951 года)",
                "Конвенции 1951 года",
            ),
            (
                "acc",
                "Конвенцию о статусе беженцев от 28 июля 1951 года (далее — Конвенция 1951 года)",
                "Конвенцию 1951 года",
            ),
            (
                "ins",
                "Конвенцией о статусе беженцев от 28 июля 1951 года (далее — Конвенция 1951 года)",
                "Конвенцией 1951 года",
            ),
        ],
    )
    def it_declines_both_names_and_introduces_the_short_one_in_the_nominative(
        self, case: str, first: str, later: str
    ) -> None:
        mentions = Mentions(SmallLaw())
        assert plain(mentions.resolve(marker("conv-1951", case))) == first
        assert plain(mentions.resolve(marker("conv-1951", case))) == later

    def it_introduces_no_short_name_that_is_the_title(self) -> None:
        assert plain(Mentions(SmallLaw()).resolve(marker("const-old", "gen"))) == "Конституции 1995 года"

    def it_ties_dates_numbers_and_the_state_to_their_words(self) -> None:
        mentions = Mentions(SmallLaw())
        assert mentions.resolve(marker("kz-upk", "gen")).endswith("(далее\u00a0— УПК\u00a0РК)")
        assert "28\u00a0июля 1951\u00a0года" in mentions.resolve(marker("conv-1951", "gen"))
        assert mentions.resolve(marker("np-7", "gen")) == "нормативного №\u00a07 (далее\u00a0— НП №\u00a07)"

    def it_leaves_text_without_mentions_as_it_is(self) -> None:
        text = "РК  — «статья 5» 10 мая"
        assert Mentions(SmallLaw()).resolve(text) == text

    def it_refuses_an_act_that_is_not_in_the_registry(self) -> None:
        with pytest.raises(KeyError):
            Mentions(SmallLaw()).resolve(marker("no-such-act", "gen"))

    def it_refuses_a_language_it_cannot_write(self) -> None:
        with pytest.raises(KeyError):
            Mentions(SmallLaw(), "xx")

    def it_names_no_act_in_an_english_letter(self) -> None:
        english = Mentions(SmallLaw(), "en")
        assert english.resolve("Article 5 of the Code") == "Article 5 of the Code"
        with pytest.raises(KeyError):
            english.resolve(marker(next(iter(SmallLaw().acts)), "gen"))


class DescribeMentionsInXml:
    ODD = act("odd", declined("Закон «A & B <C>»"), declined("Закон A&B"), {"article": "статья"})

    def it_says_in_xml_what_it_says_in_text(self) -> None:
        law = SmallLaw(acts={**ACTS, "odd": self.ODD})
        text = f"по {marker('odd', 'dat')} и {marker('kz-upk', 'dat')}, {marker('odd', 'dat')}"
        xml = f"<p>{text}</p>"
        read = ET.fromstring(Mentions(law).resolve_xml(xml)).text
        assert read == Mentions(law).resolve(text)

    def it_leaves_the_rest_of_the_xml_alone(self) -> None:
        xml = '<p a="&amp;">&lt;x&gt; РК</p>'
        assert Mentions(SmallLaw()).resolve_xml(xml) == xml

    def it_keeps_the_order_of_the_document_across_parts(self) -> None:
        mentions = Mentions(SmallLaw())
        assert "далее" in mentions.resolve_xml(f"<h>{marker('kz-upk', 'gen')}</h>")
        assert "далее" not in mentions.resolve_xml(f"<p>{marker('kz-upk', 'gen')}</p>")


class DescribeActsNamedOnce:
    TEXTS = (marker("kz-upk", "gen"), f"{marker('conv-1951', 'gen')} и {marker('kz-upk', 'dat')}")

    def it_finds_them_across_all_pieces(self) -> None:
        assert lone(self.TEXTS) == {"conv-1951"}

    def it_gives_them_no_short_name(self) -> None:
        mentions = Mentions(SmallLaw(), once=lone(self.TEXTS))
        assert plain("|".join(map(mentions.resolve, self.TEXTS))) == (
            "Уголовно-процессуального кодекса Республики Казахстан (далее — УПК РК)"
            "|Конвенции о статусе беженцев от 28 июля 1951 года и УПК РК"
        )
