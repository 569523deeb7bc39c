"""One chronology from every dated fact, told in each language, and the pairs of dates that make arguments."""

from __future__ import annotations

from typing import Any

import pytest
from case_world import changed, law, load
from worked_cases import CASES, workspace

from panahat.argue.deciding import Witness
from panahat.argue.look import Around, Bench
from panahat.argue.model import Finding
from panahat.case.chronology import DAYS, dated
from panahat.case.engine import shapes
from panahat.case.needs import dotted
from panahat.drafting.context.chronology import pairs, timeline, told
from panahat.drafting.context.scribe import Scribe
from panahat.language import tongue
from panahat.language.wordlists import choices

KIND = "supreme-court-complaint"
NOT_TOLD = {
    *("Birth.on", "RelativeBirth.on", "Relative.born", "Document.issued", "Notice.on", "Representative.licence_on"),
    *("Organisation.since", "Acquaintance.since", "Consent.on", "Filing.on", "Custody.since", "Vetting.on"),
    *("MilitaryService.served_from", "MilitaryService.left_on", "MilitaryService.first_shown"),
    *("Charge.alleged_until", "Offence.detected_on", "ExpulsionAppeal.arrived", "Act.on", "Handover.on"),
    *("InquiryConsent.on", "InquirySent.on", "InquirySent.answered_on", "Inquiry.agreement_on", "PastOffence.on"),
    *("PassedOver.submitted", "FeePaid.on", "ResidenceRefusal.known_on", "Appeal.registered", "Appeal.served"),
    *("Entry.crossed_at", "ThirdState.since"),
}
"""Dates of people and papers, and those that another date of the same matter tells: no line in a filing."""
ENDS = {"expires", "until", "lawful_until", "leave_by", "return_planned"}
CHANGES: dict[str, tuple[str, dict[str, Any]]] = {
    "claim-before-request": ("asylum[0].filed", {"asylum[0].filed": "2025-09-30"}),
    "certificate-before-request": ("asylum[0].certificate.issued", {"asylum[0].certificate.issued": "2025-12-12"}),
    "left-before-case": ("entry.left_home_on", {"entry.left_home_on": "2024-12-11"}),
    "charged-after-activity": ("risk.activities[0].on", {"risk.activities[0].on": "2024-12-11"}),
    "barred-before-case": ("extradition.charges[0].alleged_on", {"extradition.charges[0].charged_on": "2024-11"}),
    "barred-before-search": ("extradition.charges[0].alleged_on", {"extradition.wanted.since": "2024-11-16"}),
}
"""A pair that holds in the base case: the fact of its earlier date, and a change that undoes it."""


def found(changes: dict[str, Any]) -> dict[str, Finding]:
    filing, arguments = workspace().filing(KIND), workspace().arguments
    periods = next(a.periods for a in arguments if a.periods is not None)
    around = Around(filing.named, act=("extradition", "decision"))
    file = load(changed(changes))
    return Witness(file.case, Bench(law(), file.case.filing.on, periods, around)).pairs()


class DescribeTheChronology:
    def it_holds_every_dated_fact_in_order_of_time(self) -> None:
        file = workspace().load(CASES / "transit-activist.yaml")
        lines = dated(file.case)
        assert {dotted(d.path) for d in lines} >= {
            *("asylum[0].filed", "extradition.request.received", "extradition.decision.served.client"),
            *("events[0].on", "risk.activities[0].on", "client.born.on", "extradition.arrest.temporary.until"),
        }
        assert [x["path"] for x in timeline(file, "ru", values=True)] == [dotted(d.path) for d in lines]
        assert not any(d.unsettled for d in lines)

    def it_says_where_the_dates_do_not_settle_the_order(self) -> None:
        file = load(changed({"risk.activities[0].on": "2024", "extradition.charges[0].charged_on": "2024-12"}))
        unsettled = [dotted(d.path) for d in dated(file.case) if d.unsettled]
        assert unsettled == ["extradition.charges[0].charged_on"]  # the year may end after the month begins

    def it_tells_an_act_once_though_it_was_announced_the_same_day(self) -> None:
        same = load(changed({"extradition.decision.announced": "2026-01-27"}))
        later = load(changed({"extradition.decision.announced": "2026-01-28"}))
        assert [dotted(d.path) for d in dated(same.case)].count("extradition.decision.announced") == 0
        assert [dotted(d.path) for d in dated(later.case)].count("extradition.decision.announced") == 1

    @pytest.mark.parametrize("language", ["ru", "kk", "en"])
    def it_has_words_for_every_dated_fact_of_the_schema_that_is_a_happening(self, language: str) -> None:
        words = choices(language, "Dated", "what") or {}
        silent = {
            f"{group}.{f.key}"
            for group, fields in ((name, shapes()[name].fields) for name in shapes())
            for f in fields.values()
            if f.kind in DAYS and f.key not in ENDS | {"announced"}
            if "what" not in fields or fields["what"].group != "Text"
        } - set(words)
        assert silent <= NOT_TOLD, silent - NOT_TOLD

    def it_tells_the_paper_by_its_number_and_annexes_and_marks_what_the_file_tells_itself(self) -> None:
        case = load(changed({})).case
        scribe = Scribe(tongue("ru"), {a.id: n for n, a in enumerate(case.annexes, 1)}, lambda _: None)
        lines = {str(x["what"][0]): x for x in told(scribe, case)}
        assert lines["вынесено постановление о выдаче №\u00a000\u2011Э/26\u2011001"]["annex_numbers"] == "6"
        assert lines["вынесено постановление о выдаче №\u00a000\u2011Э/26\u2011001"]["told"]
        assert not lines["Вынесено постановление о выдаче."]["told"]
        assert not lines["запрос о выдаче поступил в Казахстан"]["told"]

    def it_shows_no_value_to_those_who_only_ask_why(self) -> None:
        file = load(changed({}))
        rows = timeline(file, "ru", values=False)
        assert "on" not in rows[0]
        assert not any("00-Э" in x["what"] or "пересадке" in x["what"] for x in rows)


class DescribePairs:
    @pytest.mark.parametrize("pair", CHANGES)
    def it_holds_where_one_date_is_surely_earlier_and_only_there(self, pair: str) -> None:
        earlier, change = CHANGES[pair]
        assert dotted(found({})[pair].pairs[0].facts[0]) == earlier
        assert pair not in found(change)

    def it_sets_service_on_the_client_beside_service_on_the_defender(self) -> None:
        served = {"client": "2026-01-29", "defender": "2026-02-10"}
        assert "client-served-before-defender" not in found({})
        [pair] = found({"extradition.decision.served": served})["client-served-before-defender"].pairs
        assert dotted(pair.facts[1]) == "extradition.decision.served.defender"

    def it_says_what_speaks_against_the_client(self) -> None:
        against = found({"risk.activities[0].on": "2025-01"})
        assert against["charged-before-activity"].named["charged-before-activity"].pair == "against"
        assert "charged-after-activity" not in against

    def it_is_counted_in_words_only_where_both_days_are_known(self) -> None:
        scribe, named = Scribe(tongue("ru"), {}, lambda _: None), workspace().filing(KIND).named
        [exact] = pairs(scribe, found({}), named)["claim_before_request"]
        assert (exact["days_counted"]["nom"], exact["months_counted"]) == ("26\u00a0дней", False)
        [vague] = pairs(scribe, found({"entry.left_home_on": "2022-10"}), named)["left_before_case"]
        assert (vague["earlier"]["text"], vague["days_counted"]) == ("в\u00a0октябре 2022\u00a0года", False)

    def it_is_explained_with_lines(self) -> None:
        said = workspace().explain(workspace().load(CASES / "transit-activist.yaml"), KIND, "ru")
        [pair] = [x for x in said["pairs"] if x["id"] == "claim-before-request"]
        assert [x["path"] for x in pair["facts"]] == ["asylum[0].filed", "extradition.request.received"]
        assert all(x["line"] for x in (*pair["facts"], *said["chronology"]))
