"""The Kazakh names of acts in the law data are declined as this room declines them."""

from __future__ import annotations

from typing import Any

import pytest
import yaml

from panahat.language.kazakh.phrases import decline_phrase
from panahat.language.kazakh.suffixes import CASES
from panahat.library import shipped

ACTS = yaml.safe_load((shipped() / "law" / "acts.yaml").read_text(encoding="utf-8"))
BODIES = yaml.safe_load((shipped() / "law" / "bodies.yaml").read_text(encoding="utf-8"))
STATE = "Қазақстан Республикасы"


class DescribeActs:
    @pytest.mark.parametrize("act", ACTS, ids=lambda act: act["key"])
    @pytest.mark.parametrize("name", ["title", "short"])
    def it_stores_the_forms_that_the_rules_give(self, act: dict[str, Any], name: str) -> None:
        stored = act["kazakh"][name]
        made = decline_phrase(stored["nom"])

        for case in CASES:
            if case == "gen" and stored[case] != made.gen:
                assert made.gen.replace(f"{STATE}ның", STATE) == stored[case].replace(f"{STATE}ның", STATE)
            else:
                assert stored[case] == made.case(case)

    def it_says_of_every_act_whether_its_kazakh_name_was_seen(self) -> None:
        assert {act["kk_status"] for act in ACTS} == {"seen", "recalled"}

    def it_counts_the_units_of_a_criminal_code_in_brackets_and_of_a_law_with_a_hyphen(self) -> None:
        units = {act["key"]: act["kazakh"]["units"] for act in ACTS}

        assert (units["kz-upk"]["point"], units["kz-uk"]["point"]) == ("1) тармақ", "1) тармақ")
        assert {units[key]["subpoint"] for key in ("kz-gpk", "kz-appk", "kz-koap")} == {"1) тармақша"}
        assert (units["kz-refugees"]["point"], units["kz-refugees"]["subpoint"]) == ("1-тармақ", "1) тармақша")
        assert {u["part"] for u in units.values() if "part" in u} == {"бірінші бөлік"}


class DescribeBodies:
    @pytest.mark.parametrize("body", [b for b in BODIES if "kk" in b["name"]], ids=lambda body: body["key"])
    def it_declines_every_body_without_a_guess(self, body: dict[str, Any]) -> None:
        forms = decline_phrase(body["name"]["kk"])

        assert forms.doubts == ()
        assert len(set(forms.seven)) == 7
