"""The states as data: whole, dated, sourced, printable in three languages, with nobody named."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any, get_args

import pytest
from letter_world import TODAY

from panahat.case.models.visa import Paper
from panahat.law.destinations import PAPERS, PROFILES, Destination
from panahat.law.model import KAZAKH_CASES
from panahat.law.registry import Law, load_law
from panahat.library import Library
from panahat.problems import Problem, Refused

LAW = load_law(Library.standing(), TODAY)
STATES = list(LAW.destinations.values())
COUNTRIES = set("DE FR CZ PL LT LV EE FI NO SE NL CH ES IE IS CA US AR BR".split())


@pytest.fixture(scope="module")
def law() -> Law:
    return LAW


def test_a_case_file_can_name_every_paper_that_a_state_may_expect() -> None:
    assert get_args(Paper) == PAPERS


class DescribeTheList:
    def it_has_every_state_once(self) -> None:
        assert sorted(d.country for d in STATES) == sorted(COUNTRIES)

    def it_names_each_post_once(self) -> None:
        posts = [post.key for d in STATES for post in d.posts]
        assert len(posts) == len(set(posts))

    def it_knows_the_closed_programme_and_what_is_left(self, law: Law) -> None:
        germany = law.destinations["germany"]
        programme = germany.programme("expedited-admission")
        assert programme is not None
        assert (programme.status, programme.since, programme.is_shut) == ("closed", "2025-07", True)
        assert germany.individual == "exceptional"
        assert germany.takes("activist")
        assert not germany.takes("lgbt")

    def it_knows_no_way_where_there_is_none(self, law: Law) -> None:
        for key in ("argentina", "brazil", "iceland", "sweden", "finland"):
            assert not any(law.destinations[key].takes(profile) for profile in PROFILES), key

    def it_gives_the_confirmed_way_of_deserters(self, law: Law) -> None:
        france = law.destinations["france"]
        assert france.takes("deserter")
        assert france.travel_document.possible == "yes"
        assert "vetting" in france.annexes


@pytest.mark.parametrize("state", STATES, ids=lambda d: d.key)
class DescribeAState:
    def it_is_to_be_verified_before_a_letter_goes_out(self, state: Destination) -> None:
        assert state.verify_before_use

    def it_names_its_sources_unless_it_is_recalled(self, state: Destination) -> None:
        part: Any
        for part in (*state.legal_basis, *state.programmes, *state.profiles.values(), state.travel_document):
            assert bool(part.sources) is (part.confidence != "recalled"), part

    def it_answers_for_every_profile(self, state: Destination) -> None:
        assert set(state.profiles) == set(PROFILES)

    def it_is_declined_by_the_rules_of_kazakh(self, state: Destination) -> None:
        forms = state.forms.kk
        assert tuple(forms) == KAZAKH_CASES
        name = forms["nom"]
        suffixes = [forms[case].removeprefix(name) for case in KAZAKH_CASES[1:]]
        if name == "АҚШ":
            assert suffixes == ["-тың", "-қа", "-ты", "-та", "-тан", "-пен"]
        elif name == "Нидерланд":
            assert suffixes == ["тың", "қа", "ты", "та", "тан", "пен"]
        else:
            assert name[-1] in "яа"
            assert suffixes == ["ның", "ға", "ны", "да", "дан", "мен"]

    def it_is_declined_in_russian(self, state: Destination) -> None:
        forms = state.forms.ru
        assert forms["into"].split(" ", 1)[1] == forms["acc"]
        assert forms["into"].startswith("во " if state.country == "FR" else "в ")

    def it_writes_every_addressee_in_three_languages(self, state: Destination) -> None:
        for post in state.posts:
            assert post.to.ru is not None
            assert post.to.ru.startswith("В ")
            assert post.to.kk is not None
            assert re.search(r"(іне|ына|сына)$", post.to.kk), post.to.kk
            assert post.to.en is not None
            assert post.to.en.startswith("To the ")

    def it_prints_only_rules_in_the_language_of_the_state(self, state: Destination) -> None:
        for basis in state.legal_basis:
            if basis.role != "context":
                assert not re.search("[А-Яа-яё]", f"{basis.act} {basis.provision}"), basis.act

    def it_dates_what_was_seen(self, state: Destination) -> None:
        part: Any
        for part in (*state.legal_basis, *state.programmes, *state.profiles.values()):
            assert part.as_of is None or part.as_of <= TODAY.isoformat()

    def it_expects_the_least_that_every_letter_needs(self, state: Destination) -> None:
        assert {"identity", "statement", "consent", "translations"} <= set(state.annexes)


class DescribeFlaws:
    def refused(self, folder: Path, old: str, new: str) -> list[Problem]:
        text = (Path(Library.standing().folders[0]) / "law/destinations.yaml").read_text("utf-8")
        assert old in text
        (folder / "law").mkdir()
        (folder / "law/destinations.yaml").write_text(text.replace(old, new, 1), "utf-8")
        with pytest.raises(Refused) as caught:
            load_law(Library.standing(folder), TODAY)
        return list(caught.value.problems)

    @pytest.mark.parametrize(
        ("old", "new", "code"),
        [
            ("status: closed", "status: shut", "yaml/not-one-of"),
            ("since: 2025-07", "since: July", "yaml/wrong-type"),
            ("country: DE", "country: Germany", "yaml/wrong-type"),
            ("individual: exceptional", "individuals: exceptional", "yaml/unknown-field"),
            (
                "sources: [taz-de-deutschlands-harte",
                "sources: [no-such-source, taz-de-deutschlands-harte",
                "law/dangling-key",
            ),
            ("- key: france", "- key: germany", "law/twice"),
            ("checked_on: '2026-11-22'", "checked_on: '2026-12-22'", "law/future-day"),
        ],
    )
    def it_is_refused_at_its_line(self, tmp_path: Path, old: str, new: str, code: str) -> None:
        found = self.refused(tmp_path, old, new)
        assert code in {p.code.id for p in found}
        assert all(p.file == "law/destinations.yaml" and p.line for p in found)


def test_no_address_holds_the_name_of_a_person() -> None:
    used = {key for d in STATES for key in d.sources}
    for key in used:
        text = f"{LAW.sources[key].address} {LAW.sources[key].text}".lower()
        assert not re.search(r"hunko|svarovsk|diab", text), key


def test_everything_known_of_a_state_can_be_read() -> None:
    from click.testing import CliRunner

    from panahat.cli import main

    said = CliRunner().invoke(main, ["law", "france"]).output
    assert "French Republic" in said
    assert "asylum-visa: open [2024-10]" in said
    assert "deserter: case-by-case" in said
    assert "fr-embassy-astana" in said
