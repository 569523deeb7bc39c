"""What a citation reads like, in which order, and when it refuses to be one."""

from __future__ import annotations

import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from plainly import plain
from small_law import SmallLaw, upk, version

from panahat.law.citations import Citation, Ref, cite
from panahat.law.mentions import Mentions, marker
from panahat.law.model import CASES
from panahat.law.registry import load_law
from panahat.library import Library

ON = date(2026, 2, 9)
ACT = re.compile("\ue000([^:]+):([a-z]+)\ue001")


def read(citation: Citation, case: str = "nom") -> str:
    """The citation as a reader sees it, acts as «[key:case]» and plain spaces."""
    return plain(ACT.sub(r"[\1:\2]", citation.forms[case]))


def said(*names: str, case: str = "nom") -> str:
    return read(cite(SmallLaw(upk(*names)), names, ON), case).removesuffix(" [kz-upk:gen]")


class DescribePlacesOfOneAct:
    @pytest.mark.parametrize(
        "names, text",
        [
            (["590"], "статья 590"),
            (["590-1"], "часть 1 статьи 590"),
            (["590-1-7"], "пункт 7 части 1 статьи 590"),
            (["590-1-7", "590-1-11"], "пункты 7 и 11 части 1 статьи 590"),
            (["590-1-1", "590-1-4", "590-1-7"], "пункты 1, 4 и 7 части 1 статьи 590"),
            (["592-1", "592-4"], "части 1 и 4 статьи 592"),
            (["6", "7", "9"], "статьи 6, 7 и 9"),
            (["590-1-7-2"], "подпункт 2 пункта 7 части 1 статьи 590"),
            (["590-1-7", "592-1", "592-7"], "пункт 7 части 1 статьи 590, части 1 и 7 статьи 592"),
            (["590-1", "592-1"], "часть 1 статьи 590 и часть 1 статьи 592"),
            (["579", "590-1", "592-1"], "статья 579, часть 1 статьи 590 и часть 1 статьи 592"),
            (["590-1-7", "590-3"], "пункт 7 части 1 и часть 3 статьи 590"),
            (["590-1-7", "590-1-11", "590-3"], "пункты 7 и 11 части 1 и часть 3 статьи 590"),
            (["590-1-7", "590-3", "592-7"], "пункт 7 части 1 и часть 3 статьи 590, часть 7 статьи 592"),
            (["590-1", "590-2-4", "590-3"], "часть 1, пункт 4 части 2 и часть 3 статьи 590"),
        ],
    )
    def it_joins_them_as_a_lawyer_writes_them(self, names: list[str], text: str) -> None:
        assert said(*names) == text

    @pytest.mark.parametrize(
        "names, text",
        [
            (["590", "589_1", "589"], "статьи 589, 589-1 и 590"),
            (["590-2", "590-1_1", "590-1"], "части 1, 1-1 и 2 статьи 590"),
            (["590-1-11", "590-1-7"], "пункты 7 и 11 части 1 статьи 590"),
            (["592-1", "590-1"], "часть 1 статьи 590 и часть 1 статьи 592"),
            (["100", "12", "9"], "статьи 9, 12 и 100"),
        ],
    )
    def it_puts_them_in_the_order_of_the_act(self, names: list[str], text: str) -> None:
        assert said(*names) == text

    def it_names_an_equal_place_once(self) -> None:
        assert said("592-1", "592-1") == "часть 1 статьи 592"

    def it_lets_a_whole_article_swallow_its_parts(self) -> None:
        assert said("590-1-7", "590", "592-1") == "статья 590 и часть 1 статьи 592"
        assert said("590-1-7", "590-1") == "часть 1 статьи 590"

    def it_never_makes_a_range(self) -> None:
        assert said("590-1", "590-2", "590-3", "590-4") == "части 1, 2, 3 и 4 статьи 590"


class DescribeCases:
    @pytest.mark.parametrize(
        "case, text",
        [
            ("nom", "пункт 7 части 1 статьи 590, части 1 и 7 статьи 592"),
            ("gen", "пункта 7 части 1 статьи 590, частей 1 и 7 статьи 592"),
            ("dat", "пункту 7 части 1 статьи 590, частям 1 и 7 статьи 592"),
            ("acc", "пункт 7 части 1 статьи 590, части 1 и 7 статьи 592"),
            ("ins", "пунктом 7 части 1 статьи 590, частями 1 и 7 статьи 592"),
            ("prep", "пункте 7 части 1 статьи 590, частях 1 и 7 статьи 592"),
        ],
    )
    def it_gives_the_asked_case_to_each_head_and_the_genitive_to_what_follows(self, case: str, text: str) -> None:
        assert said("590-1-7", "592-1", "592-7", case=case) == text

    @pytest.mark.parametrize(
        "case, one, many",
        [
            ("gen", "статьи 7", "статей 7 и 9"),
            ("dat", "статье 7", "статьям 7 и 9"),
            ("acc", "статью 7", "статьи 7 и 9"),
            ("ins", "статьёй 7", "статьями 7 и 9"),
            ("prep", "статье 7", "статьях 7 и 9"),
        ],
    )
    def it_declines_articles(self, case: str, one: str, many: str) -> None:
        assert said("7", case=case) == one
        assert said("7", "9", case=case) == many

    def it_keeps_the_act_in_the_genitive_after_a_place(self) -> None:
        forms = cite(SmallLaw(upk("592-1")), ["592-1"], ON).forms
        assert {ACT.findall(form)[0] for form in forms.values()} == {("kz-upk", "gen")}

    def it_ties_each_number_to_its_word(self) -> None:
        form = cite(SmallLaw(upk("590-1-7", "590-1-11")), ["590-1-7", "590-1-11"], ON).forms["gen"]
        assert form.startswith("пунктов\u00a07 и 11 части\u00a01 статьи\u00a0590 \ue000")


class DescribeOtherActs:
    LAW = SmallLaw(
        {
            **upk("592-1", "592-7", "590-1-7"),
            "return": (version("kz-refugees", {"article": "8", "point": "1", "subpoint": "5"}),),
            "ends": (version("kz-refugees", {"article": "12", "subpoint": "1"}),),
            "ban": (version("kz-refugees", {"article": "18", "point": "2", "part": "2"}),),
            "conv-33": (version("conv-1951", {"article": "33", "point": "1"}),),
            "conv-1f": (version("conv-1951", {"article": "1", "section": "F"}),),
            "conv-1a2": (version("conv-1951", {"article": "1", "section": "A", "point": "2"}),),
            "vclt-30": (version("vclt", {"article": "30", "point": "4", "subpoint": "b"}),),
            "whole": (version("np-7"),),
            "np-point": (version("np-7", {"point": "1"}),),
            "two-places": (
                version("kz-upk", {"article": "588", "part": "7"}, {"article": "589", "part": "8"}),
            ),
            "theft": (version("ru-uk", {"article": "158"}),),
            "extremism": (version("ru-uk", {"article": "280.3"}),),
            "roman": (version("conv-1951", {"article": "V"}, {"article": "IX"}, {"article": "I"}),),
        }
    )  # fmt: skip

    @pytest.mark.parametrize(
        "refs, text",
        [
            (["return"], "подпункт 5 пункта 1 статьи 8 [kz-refugees:gen]"),
            (["ends"], "подпункт 1 статьи 12 [kz-refugees:gen]"),
            (["ban"], "часть 2 пункта 2 статьи 18 [kz-refugees:gen]"),
            (["conv-33"], "пункт 1 статьи 33 [conv-1951:gen]"),
            (["conv-1f"], "раздел F статьи 1 [conv-1951:gen]"),
            (["conv-1a2", "conv-1f"], "пункт 2 раздела A и раздел F статьи 1 [conv-1951:gen]"),
            (["vclt-30"], "подпункт b пункта 4 статьи 30 [vclt:gen]"),
            (["np-point"], "пункт 1 [np-7:gen]"),
            (["two-places"], "часть 7 статьи 588 и часть 8 статьи 589 [kz-upk:gen]"),
            (["roman"], "статьи I, V и IX [conv-1951:gen]"),
            (["extremism"], "статья 280.3 [ru-uk:gen]"),
        ],
    )
    def it_uses_the_words_of_each_act(self, refs: list[str], text: str) -> None:
        assert read(cite(self.LAW, refs, ON)) == text

    def it_joins_several_acts_in_the_order_they_are_first_named(self) -> None:
        refs = ["conv-33", "592-7", "return", "592-1"]
        assert read(cite(self.LAW, refs, ON), "ins") == (
            "пунктом 1 статьи 33 [conv-1951:gen], частями 1 и 7 статьи 592 [kz-upk:gen]"
            " и подпунктом 5 пункта 1 статьи 8 [kz-refugees:gen]"
        )

    def it_names_an_act_as_a_whole_in_the_asked_case(self) -> None:
        assert read(cite(self.LAW, ["whole"], ON), "ins") == "[np-7:ins]"
        assert read(cite(self.LAW, ["592-1", "whole"], ON), "dat") == "части 1 статьи 592 [kz-upk:gen] и [np-7:dat]"

    def it_prefers_a_place_to_the_act_as_a_whole(self) -> None:
        citation = cite(self.LAW, ["whole", "np-point"], ON)
        assert read(citation) == "пункт 1 [np-7:gen]"
        assert citation.keys == ("whole", "np-point")

    def it_narrows_a_foreign_article_to_the_part_the_case_names(self) -> None:
        assert read(cite(self.LAW, [Ref("theft", part="2")], ON), "dat") == "части 2 статьи 158 [ru-uk:gen]"
        assert (
            read(cite(self.LAW, [Ref("theft", part="3", point="г")], ON)) == "пункт «г» части 3 статьи 158 [ru-uk:gen]"
        )
        assert read(cite(self.LAW, [Ref("theft", part="1.1")], ON)) == "часть 1.1 статьи 158 [ru-uk:gen]"

    def it_drops_the_old_point_when_the_part_is_another(self) -> None:
        assert read(cite(self.LAW, [Ref("590-1-7", part="2")], ON)) == "часть 2 статьи 590 [kz-upk:gen]"
        assert read(cite(self.LAW, [Ref("590-1-7", point="9")], ON)) == "пункт 9 части 1 статьи 590 [kz-upk:gen]"
        assert read(cite(self.LAW, [Ref("ban", point="1")], ON)) == "пункт 1 статьи 18 [kz-refugees:gen]"

    @pytest.mark.parametrize("part", ["", "2 ", "2; прошу", "первая", "1-", "<b>", "\ue000x:gen\ue001", "9" * 50])
    def it_takes_no_words_from_a_case_for_a_number(self, part: str) -> None:
        citation = cite(self.LAW, [Ref("theft", part=part)], ON)
        assert [p.code.id for p in citation.problems] == ["law/strange-place"]
        assert set(citation.forms.values()) == {""}

    def it_refuses_a_part_the_act_does_not_have(self) -> None:
        citation = cite(self.LAW, [Ref("conv-33", part="2")], ON)
        assert [p.code.id for p in citation.problems] == ["law/strange-place"]

    def it_refuses_a_place_on_a_level_the_act_does_not_have(self) -> None:
        law = SmallLaw({"odd": (version("np-7", {"article": "5"}),)})
        with pytest.raises(KeyError):
            cite(law, ["odd"], ON)


class DescribeTime:
    LAW = SmallLaw(
        {
            "torture": (
                version("const-old", {"article": "17", "point": "2"}, until="2026-06-30"),
                version("const-new", {"article": "19", "point": "3"}, since="2026-07-01"),
            ),
            "gone": (version("kz-upk", {"article": "1"}, until="2025-12-31"),),
            "coming": (version("kz-upk", {"article": "2"}, since="2027-01-01"),),
            "doubtful": (
                version("kz-upk", {"article": "3"}, confidence="recalled", verify=True, seen_until="2025-01-01"),
            ),
        }
    )

    def it_cites_a_topic_in_the_act_in_force_that_day(self) -> None:
        assert read(cite(self.LAW, ["torture"], date(2026, 6, 30))) == "пункт 2 статьи 17 [const-old:gen]"
        assert read(cite(self.LAW, ["torture"], date(2026, 7, 1))) == "пункт 3 статьи 19 [const-new:gen]"

    def it_says_which_version_it_rests_on(self) -> None:
        assert [v.act for v in cite(self.LAW, ["torture"], date(2026, 7, 1)).versions] == ["const-new"]

    @pytest.mark.parametrize("key", ["nothing", "gone", "coming"])
    def it_writes_nothing_for_a_norm_that_cannot_be_cited(self, key: str) -> None:
        citation = cite(self.LAW, [key], ON)
        assert set(citation.forms) == set(CASES)
        assert set(citation.forms.values()) == {""}
        assert citation.keys == ()
        assert [p.level for p in citation.problems] == ["error"]

    def it_tells_unknown_repealed_and_coming_norms_apart(self) -> None:
        problems = cite(self.LAW, ["nothing", "gone", "coming"], ON).problems
        assert len({p.code.id for p in problems}) == 3

    def it_cites_a_doubtful_norm_and_says_each_doubt(self) -> None:
        citation = cite(self.LAW, ["doubtful"], ON)
        assert read(citation) == "статья 3 [kz-upk:gen]"
        assert {p.code.id for p in citation.problems} == {"law/recalled", "law/unverified", "law/edition-not-seen"}
        assert {p.level for p in citation.problems} == {"warning"}

    def it_makes_each_doubt_an_error_in_a_final_filing(self) -> None:
        citation = cite(self.LAW, ["doubtful"], ON, final=True)
        assert [p.level for p in citation.problems] == ["error"] * 3

    def it_says_how_each_asked_norm_stands(self) -> None:
        standings = cite(self.LAW, ["torture", "gone", "torture"], ON).standings
        assert [(s.key, s.state) for s in standings] == [("torture", "in-force"), ("gone", "repealed")]


NAMES = st.lists(
    st.builds(
        lambda article, rest: "-".join([article, *rest]),
        st.sampled_from(["9", "12", "100", "589", "589_1", "590"]),
        st.lists(st.sampled_from(["1", "1_1", "2", "11"]), max_size=2),
    ),
    min_size=1,
    max_size=8,
)


class DescribeEveryCitation:
    @given(NAMES, st.randoms())
    def it_does_not_depend_on_the_order_asked_for(self, names: list[str], random) -> None:  # type: ignore[no-untyped-def]
        shuffled = random.sample(names, len(names))
        assert said(*names) == said(*shuffled)

    @given(NAMES)
    def it_names_every_article_and_has_no_doubled_space(self, names: list[str]) -> None:
        for case in CASES:
            text = said(*names, case=case)
            assert "  " not in text
            for name in names:
                assert re.search(rf"\b{name.split('-')[0].replace('_', '-')}\b", text)


class DescribeTheRegistry:
    """Every norm on record reads as a citation, in its own act's words."""

    LAW = load_law(Library.standing(), date(2026, 11, 28))

    def _days(self, key: str) -> list[date]:
        found = self.LAW.norms[key].versions
        acts = [self.LAW.acts[v.act].in_force for v in found]
        return [
            v.in_force.end or act.end or max(d for d in (ON, v.in_force.earliest, act.earliest) if d)
            for v, act in zip(found, acts, strict=True)
        ]

    def it_can_cite_every_norm(self) -> None:
        for key in self.LAW.norms:
            for day in self._days(key):
                citation = cite(self.LAW, [key], day)
                assert citation.keys == (key,)
                assert all(ACT.search(form) for form in citation.forms.values())
                assert not [p for p in citation.problems if p.level == "error"]

    def it_writes_out_every_act_in_every_case(self) -> None:
        for case in CASES:
            mentions = Mentions(self.LAW)
            for key in self.LAW.acts:
                first, later = mentions.resolve(marker(key, case)), mentions.resolve(marker(key, case))
                act = self.LAW.acts[key]
                assert plain(first).startswith(plain(act.title_forms[case]))
                assert plain(later) == plain(act.short_forms[case])

    @pytest.mark.parametrize(
        "keys, text",
        [
            (["kz-refugees-8-1-5"], "подпункт 5 пункта 1 статьи 8 [kz-refugees:gen]"),
            (["kz-refugees-18-2-2"], "часть 2 пункта 2 статьи 18 [kz-refugees:gen]"),
            (["conv-1951-33"], "пункт 1 статьи 33 [conv-1951:gen]"),
            (["kz-upk-590-1-7", "kz-upk-590-1-11"], "пункты 7 и 11 части 1 статьи 590 [kz-upk:gen]"),
            (["ru-uk-280-3"], "статья 280.3 [ru-uk:gen]"),
            (["kz-adv-notice"], "[kz-advocacy:nom]"),
        ],
    )
    def it_cites_as_the_act_counts_its_units(self, keys: list[str], text: str) -> None:
        assert read(cite(self.LAW, keys, ON)) == text

    def it_follows_the_constitution_from_one_to_the_next(self) -> None:
        before = cite(self.LAW, ["kz-const-treaties"], date(2026, 6, 30))
        after = cite(self.LAW, ["kz-const-treaties"], date(2026, 7, 1))
        assert read(before) == "пункт 3 статьи 4 [kz-const-1995:gen]"
        assert read(after) == "пункт 3 статьи 5 [kz-const-2026:gen]"
