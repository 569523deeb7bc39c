"""The worked cases are whole, invented, and consistent; the failing ones fail for the reasons they state."""

from __future__ import annotations

import re
from datetime import date, timedelta

import pytest
from worked_cases import CASES, FAILING, WORKED, case, groups, proofs, texts

from panahat.case.checking import check
from panahat.case.loading import load_case
from panahat.case.models.acts import Appeal
from panahat.case.models.base import Text
from panahat.law.registry import load_law
from panahat.library import Library
from panahat.problems import Refused, errors
from panahat.workspace import Workspace

TYPEWRITTEN = re.compile(r'  |"|“|„|\.\.\.| - |[!?]{2}|\u00a0')
EXPECTED = re.compile(r"^#\s+(case/[a-z0-9-]+)\b", re.MULTILINE)


@pytest.mark.parametrize("name", WORKED)
class DescribeAWorkedCase:
    def it_loads_without_a_word(self, name: str) -> None:
        assert load_case(CASES / f"{name}.yaml").notes == ()

    def it_says_that_its_people_are_invented(self, name: str) -> None:
        assert case(name).synthetic is True

    def it_is_called_what_its_file_is_called(self, name: str) -> None:
        assert case(name).id == name

    def it_proves_facts_only_by_annexes_it_has_and_has_none_that_prove_nothing(self, name: str) -> None:
        assert proofs(case(name)) == {a.id for a in case(name).annexes}

    def it_has_a_small_file_for_every_annex_and_no_other(self, name: str) -> None:
        files = {CASES / (a.file or "") for a in case(name).annexes}
        assert files == set((CASES / "annexes" / name).iterdir())
        for file in files:
            assert file.read_bytes().startswith(b"%PDF-1.4")
            assert file.stat().st_size < 20_000

    def it_gives_every_text_in_kazakh_too(self, name: str) -> None:
        assert [path for path, text in texts(case(name)) if not text.kk] == []

    def it_is_typeset_as_a_filing_is(self, name: str) -> None:
        wrong = [
            (path, text)
            for path, words in texts(case(name))
            for text in (words.ru, words.kk or "")
            if TYPEWRITTEN.search(text) or text.count("«") != text.count("»")
        ]
        assert wrong == []

    def it_writes_longer_texts_in_full_sentences(self, name: str) -> None:
        for path, words in texts(case(name)):
            if path.endswith(".quote"):  # exactly as the act has it
                continue
            if isinstance(words, Text):
                assert words.ru[0].isupper() or words.ru[0] in "«0123456789", path
                assert words.ru.endswith("."), path
                assert words.kk is None or words.kk.endswith("."), path
            else:
                assert not words.ru.endswith("."), path

    def it_gives_the_same_numbers_in_both_languages(self, name: str) -> None:
        for path, words in texts(case(name)):
            assert sorted(re.findall(r"\d+", words.ru)) == sorted(re.findall(r"\d+", words.kk or "")), path

    def it_reaches_nobody_by_telephone_or_mail(self, name: str) -> None:
        representative = case(name).representative
        assert representative is not None
        assert representative.phone is not None
        assert representative.phone.startswith("+7 700 000 00 ")
        assert representative.email is not None
        assert representative.email.endswith("@example.org")

    def it_holds_no_day_after_its_filing_except_ends_of_periods(self, name: str) -> None:
        for path, group in groups(case(name)):
            for field in type(group).model_fields:
                value = getattr(group, field)
                if isinstance(value, date) and field not in ("until", "expires", "leave_by", "lawful_until"):
                    assert value <= case(name).filing.on, f"{path}.{field}"

    def it_tells_its_chronology_in_order(self, name: str) -> None:
        days = [e.on for e in case(name).events]
        assert days == sorted(days)

    def it_passes_the_check_for_a_final_filing(self, name: str) -> None:
        file = load_case(CASES / f"{name}.yaml")
        found = check(file, load_law(Library.standing()), None, final=True, base=CASES)
        assert [(p.code.id, p.where) for p in errors(found)] == []


class DescribeTheTransitActivist:
    def it_files_on_the_last_day_because_the_tenth_is_a_sunday(self) -> None:
        s1 = case("transit-activist")
        assert s1.extradition is not None
        assert s1.extradition.decision is not None
        served = s1.extradition.decision.served.client
        assert served == date(2026, 1, 29)
        tenth = served + timedelta(days=10)
        assert tenth.isoweekday() == 7
        assert s1.filing.on == tenth + timedelta(days=1)

    def it_has_a_pending_claim_made_within_five_days_of_arrival(self) -> None:
        s1 = case("transit-activist")
        assert s1.asylum is not None
        assert s1.entry is not None
        assert [c.status for c in s1.asylum] == ["pending"]
        assert isinstance(s1.entry.on, date)
        assert s1.asylum[0].filed - s1.entry.on <= timedelta(days=5)

    def it_leaves_open_when_the_defender_received_the_ruling(self) -> None:
        s1 = case("transit-activist")
        assert s1.extradition is not None
        assert s1.extradition.decision is not None
        assert s1.extradition.decision.served.defender is None

    def it_was_time_barred_in_kazakhstan_before_the_request_came(self) -> None:
        s1 = case("transit-activist")
        assert s1.extradition is not None
        assert s1.extradition.request is not None
        assert s1.extradition.request.received is not None
        alleged = s1.extradition.charges[0].alleged_on
        assert isinstance(alleged, date)
        assert alleged.replace(year=alleged.year + 5) < s1.extradition.request.received
        assert s1.extradition.evaded is False


class DescribeTheRegionalCritic:
    def it_files_before_the_tenth_day_which_is_a_thursday(self) -> None:
        s2 = case("regional-critic")
        assert s2.extradition is not None
        assert s2.extradition.decision is not None
        served = s2.extradition.decision.served.client
        assert served == date(2026, 7, 13)
        tenth = served + timedelta(days=10)
        assert tenth.isoweekday() == 4
        assert s2.filing.on < tenth

    def it_was_arrested_under_the_old_constitution_and_files_under_the_new(self) -> None:
        s2 = case("regional-critic")
        assert s2.extradition is not None
        assert s2.extradition.arrest is not None
        assert s2.extradition.arrest.on is not None
        assert s2.extradition.arrest.on < date(2026, 7, 1) <= s2.filing.on

    def it_went_to_court_within_a_month_of_the_refusal(self) -> None:
        s2 = case("regional-critic")
        assert s2.asylum is not None
        refusal = s2.asylum[0].decisions[-1]
        assert refusal.served is not None
        assert refusal.served.client is not None
        assert isinstance(refusal.appeal, Appeal)
        assert (refusal.outcome, refusal.appeal.status) == ("refused", "pending")
        assert refusal.appeal.filed <= refusal.served.client.replace(month=refusal.served.client.month + 1)


@pytest.mark.parametrize(
    "name", [name for name in WORKED if (e := case(name).extradition) and e.arrest and e.arrest.on]
)
def test_custody_and_arrest_keep_their_terms(name: str) -> None:
    extradition = case(name).extradition
    assert extradition is not None
    arrest = extradition.arrest
    assert arrest is not None
    assert arrest.on is not None
    began, temporary = arrest.detained.day, arrest.temporary
    assert temporary is not None
    assert temporary.on is not None
    assert began < temporary.on <= began + timedelta(days=3)
    assert temporary.until == began + timedelta(days=39)
    assert temporary.on < arrest.on < began + timedelta(days=40)
    assert arrest.until == began.replace(year=began.year + 1) - timedelta(days=1)


@pytest.mark.parametrize("name", FAILING)
def test_a_failing_case_reports_exactly_what_its_head_promises(name: str) -> None:
    path = CASES / "failing" / f"{name}.yaml"
    promised = EXPECTED.findall(path.read_text("utf-8"))
    try:
        file = load_case(path)
    except Refused as refused:
        found = refused.problems
    else:
        found = Workspace.at(None).check(file, None, final=True, base=path.parent)
    assert sorted(p.code.id for p in errors(found)) == sorted(promised)
    assert promised
