"""Expelled by a civil court: the appeal against a penalty is refused, the right one named; it has no word of that code."""

from __future__ import annotations

import re

import yaml
from worked_cases import CASES, workspace

from panahat.building import make, review
from panahat.case.loading import CaseFile, load_bytes
from panahat.problems import ERROR

CIVIL, PENALTY = "civil-expulsion-appeal", "expulsion-appeal"


def civil_case() -> CaseFile:
    """The worked case of the border guard, were he expelled by a civil court."""
    case = yaml.load((CASES / "border-guard.yaml").read_text("utf-8"), yaml.BaseLoader)
    case["expulsion"]["ruling"]["by"] = {"ru": "Уральский городской суд", "kk": "Орал қалалық соты"}
    titles = {"ruling": {"ru": "Решение суда", "kk": "Сот шешімі"}, "protocol": {"ru": "Заявление", "kk": "Арыз"}}
    for annex in case["annexes"]:
        annex["title"] = titles.get(annex["id"], annex["title"])
    case["expulsion"].update(
        track="gpk", offences=[], hearing_language="kk", application={"what": {"ru": "А.", "kk": "Б."}}
    )
    del case["client"]["iin"], case["expulsion"]["protocol"], case["expulsion"]["ruling"]["penalty"]
    return load_bytes(yaml.safe_dump(case, allow_unicode=True).encode(), "civil.yaml")


def test_its_appeal_has_no_norm_and_no_word_of_the_administrative_code_in_either_language() -> None:
    made = make(workspace(), civil_case(), CIVIL, "kk-ru", base=CASES)
    for draft in made.drafts:
        acts = {workspace().law.norms[key].versions[-1].act for key, _ in draft.cited}
        assert "kz-gpk" in acts
        assert "kz-koap" not in acts
        assert not re.search("КоАП|ӘҚБтК|дминистративн|кімшілік құқық|взыскан|аулының|аулысы", draft.text)


def test_the_appeal_against_a_penalty_is_refused_and_the_right_one_named() -> None:
    problems = review(workspace(), civil_case(), PENALTY).problems
    [stop] = [p for p in problems if p.level == ERROR]
    assert CIVIL in " ".join(map(str, stop.facts.values()))
