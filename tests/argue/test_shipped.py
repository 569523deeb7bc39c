"""The arguments that ship with the program hold together with the law data and with their texts."""

from __future__ import annotations

import re

import pytest
import yaml

from panahat.argue.conditions import used
from panahat.argue.load import load_arguments
from panahat.argue.model import LAWYER, Argument
from panahat.argue.tests import TESTS
from panahat.law.registry import Law, load_law
from panahat.library import Library, shipped

EXPECTED = {
    "access-to-asylum-in-transit",
    "activity-abroad",
    "arrest-extension-without-decision",
    "arrest-hearing-without-defence",
    "arrest-not-necessary",
    "arrest-term-exceeded",
    "asylum-bars-expulsion",
    "asylum-claim-pending",
    "asylum-granted",
    "bail-not-set",
    "children-and-family",
    "civil-no-interpreter",
    "civil-not-heard",
    "conscience-and-service",
    "copy-not-understood",
    "credibility",
    "cut-off-in-custody",
    "defender-not-notified",
    "detention-over-72-hours",
    "diplomatic-assurances",
    "dual-criminality-absent",
    "enforced-disappearance-risk",
    "ethnic-regional-targeting",
    "exclusion-answered",
    "expulsion-as-disguised-extradition",
    "extradition-not-foreseeable",
    "handover-to-danger",
    "handover-without-procedure",
    "health",
    "interim-irreparable",
    "interim-proportionate",
    "koap-court-not-authorised",
    "koap-facts-not-proved",
    "koap-limitation",
    "koap-minor-offence",
    "koap-no-copy",
    "koap-no-defender",
    "koap-no-interpreter",
    "koap-no-judge-named",
    "koap-no-leave-date",
    "koap-no-offence",
    "koap-not-heard",
    "koap-prosecutor-absent",
    "koap-same-day",
    "late-application-explained",
    "limitation",
    "military-offence",
    "no-contact-after-taking",
    "no-copy",
    "no-custodial-penalty",
    "no-defender",
    "no-expulsion-sanction",
    "no-internal-flight",
    "no-interpreter",
    "no-penalty-for-illegal-entry",
    "no-persecution-answered",
    "no-state-protection",
    "non-return-in-expulsion",
    "past-torture",
    "persecution-danger",
    "political-motive",
    "proportionality-and-family",
    "refugee-ethnicity",
    "refugee-non-return",
    "refugee-political-opinion",
    "refugee-procedure-errors",
    "refugee-religion",
    "refugee-social-group",
    "refusal-evidence-ignored",
    "refusal-formulaic",
    "refusal-silent",
    "refusal-wrong-standard",
    "release-or-bail",
    "remedy-not-named",
    "residence-case-is-persecution",
    "residence-foreign-case",
    "residence-not-heard",
    "residence-refusal-proportionality",
    "return-to-danger",
    "returned-without-fault",
    "safe-third-country-answered",
    "sur-place",
    "temporary-custody-exceeded",
    "term-not-begun",
    "torture-risk",
    "un-interim-measures",
    "un-measures-against-return",
    "unaddressed-claims",
    "unfair-trial",
    "valid-reason",
}


@pytest.fixture(scope="module")
def law() -> Law:
    return load_law(Library.standing())


@pytest.fixture(scope="module")
def arguments(law: Law) -> tuple[Argument, ...]:
    return load_arguments(Library.standing(), law)


def text_of(argument: Argument) -> str:
    return (shipped() / "arguments" / argument.id / "ru.md").read_text("utf-8")


def test_every_argument_is_there(arguments: tuple[Argument, ...]) -> None:
    assert {a.id for a in arguments} == EXPECTED
    assert LAWYER not in EXPECTED


def test_protection_against_return_is_pleaded_before_the_pending_claim(arguments: tuple[Argument, ...]) -> None:
    order = [a.id for a in arguments]
    assert order.index("refugee-non-return") < order.index("asylum-claim-pending")


def test_only_a_granted_asylum_carries_point_4(arguments: tuple[Argument, ...]) -> None:
    granted = next(a for a in arguments if a.id == "asylum-granted")
    assert granted.all == ("asylum-granted",)
    assert not granted.any


def test_every_group_and_document_declared_is_used_by_the_text(arguments: tuple[Argument, ...]) -> None:
    for argument in arguments:
        used = re.findall(r"\b(?:cite|decisions|soft)\.([a-z0-9_]+)", text_of(argument))
        declared = [*argument.cites, *(a.name for a in (*argument.decisions, *argument.soft_law))]
        assert set(declared) <= set(used), argument.id


PRESS_ONLY = {"kz-sc-2026-02-24"}
"""Decisions whose text nobody has: the filing says so itself, a draft shows the doubt, a final filing refuses it."""


def test_only_a_decision_that_the_text_calls_known_from_the_press_still_needs_checking(
    arguments: tuple[Argument, ...], law: Law
) -> None:
    for argument in arguments:
        for cited in argument.decisions:
            assert not law.decisions[cited.key].adverse, (argument.id, cited.key)
            if law.decisions[cited.key].verify_before_use:
                assert cited.key in PRESS_ONLY, (argument.id, cited.key)
                assert "известно из печати" in text_of(argument)


def test_every_condition_and_test_is_asked_by_an_argument_a_filing_or_a_warning_or_sets_dates_side_by_side(
    arguments: tuple[Argument, ...],
) -> None:
    exprs = [x for a in arguments for x in (*a.conditions, *(c.when for c in a.named.values()))]
    asked = {name for expr in exprs for _, name in used(expr)}
    shipped_ones = yaml.safe_load((shipped() / "conditions.yaml").read_text("utf-8"))
    pairs = {id for id, raw in shipped_ones.items() if "pair" in raw}
    asked |= {name for id in pairs for _, name in used(shipped_ones[id]["when"])}
    others = [shipped() / "law" / "warnings.yaml", *(shipped() / "filings").glob("*/filing.yaml")]
    asked |= {word for file in others for word in re.findall(r"[a-z0-9-]+", file.read_text("utf-8"))}
    assert {*TESTS, *shipped_ones} - asked - pairs == set()


def test_the_figures_agree_with_the_gists_of_the_law_data(arguments: tuple[Argument, ...], law: Law) -> None:
    """The numbers of periods.yaml stand, in this order, in the gists of Criminal Code art. 71 and 11."""
    [periods] = [a.periods for a in arguments if a.periods is not None]
    gist = law.norms["kz-uk-71"].versions[-1].gist.ru or ""
    assert re.search(r"проступок — 1 год, небольшая тяжесть — 2, средняя — 5, тяжкое — 10, особо тяжкое — 15", gist)
    assert list(periods.prosecution.years.values()) == [1, 2, 5, 10, 15]
    assert re.search(r"предел — 5, 10, 15, 20 лет", gist)
    assert list(periods.absolute.years.values()) == [5, 10, 15, 20]
    categories = law.norms["kz-uk-11"].versions[-1].gist.ru or ""
    assert re.search(r"до 2 лет .* до 5, тяжкие — до 12", categories)
    assert list(periods.categories.years.values()) == [2, 5, 12]
    extremist = law.norms["kz-uk-3-39"].versions[-1].gist.ru or ""
    assert re.search(r"174, 179–182, 184, 258–260, 267, 404 \(ч. 2, 3\), 405", extremist)
