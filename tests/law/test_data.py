"""What the shipped law data promises: all of it valid, whole, dated, sourced, and with no names of people."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from panahat.law.registry import Law, load_law
from panahat.library import Library, shipped

TODAY = date(2026, 11, 28)
FOLDER = shipped() / "law"
TEXTS = [*FOLDER.rglob("*.yaml"), *FOLDER.rglob("*.md"), *Path(__file__).parent.glob("*.*")]
CASES = ("nom", "gen", "dat", "acc", "ins", "prep")
NBSP = "\u00a0"


@pytest.fixture(scope="module")
def law() -> Law:
    return load_law(Library.standing(), TODAY)


def printed(law: Law) -> Iterator[tuple[str, str]]:
    """Every text of the law data that a filing may print, with the key it belongs to."""
    for key, act in law.acts.items():
        yield from ((key, form) for form in (*act.title_forms.values(), *act.short_forms.values()))
    for key, body in law.bodies.items():
        yield from ((key, form) for form in body.forms.values())
    for section in (law.decisions, law.soft_law):
        for key in section:
            yield from ((key, form) for form in section[key].citation.values())


class DescribeTheWholeOfIt:
    def it_has_every_entry_of_the_collected_law(self, law: Law) -> None:
        sizes = {
            "norms": len(law.norms),
            "acts": len(law.acts),
            "deadlines": len(law.deadlines),
            "bodies": len(law.bodies),
            "duals": len(law.duals),
            "decisions": len(law.decisions),
            "soft_law": len(law.soft_law),
            "warnings": len(law.warnings),
            "contradictions": len(law.contradictions),
        }
        least = {
            "norms": 437,
            "acts": 50,
            "deadlines": 78,
            "bodies": 29,
            "duals": 11,
            "decisions": 29,
            "soft_law": 18,
            "warnings": 38,
            "contradictions": 18,
        }
        assert {k: n for k, n in sizes.items() if n < least[k]} == {}

    def it_covers_the_years_from_2022_to_2027(self, law: Law) -> None:
        assert law.years == (2022, 2023, 2024, 2025, 2026, 2027)

    @pytest.mark.parametrize(
        "topic",
        [
            "treaties",
            "defence",
            "legal-aid",
            "foreigners",
            "equality",
            "life",
            "liberty",
            "torture",
            "limits",
            "language",
            "privacy",
        ],
    )
    def it_has_the_topics_of_both_constitutions(self, law: Law, topic: str) -> None:
        assert [v.act for v in law.norms[f"kz-const-{topic}"].versions] == ["kz-const-1995", "kz-const-2026"]

    def it_keeps_the_keys_that_its_readme_names(self, law: Law) -> None:
        readme = (FOLDER / "README.md").read_text("utf-8")
        named = set(
            re.findall(
                r"`((?:kz|ru|conv|prot|cat|iccpr|op1|udhr|minsk|chisinau|vclt|icpped|hrc|ecthr)-[a-z0-9-]+)`", readme
            )
        )
        known = {*law.norms, *law.acts, *law.decisions, *law.soft_law}
        assert len(named) > 30
        assert named <= known

    def it_says_where_each_article_stands_unless_its_number_is_not_confirmed(self, law: Law) -> None:
        placeless = {key for key, norm in law.norms.items() for v in norm.versions if not v.places}
        assert placeless == {
            "kz-adv-notice",
            "kz-npvs-2008-1",
            "kz-npvs-2009-7",
            "kz-order-118-cert",
        }

    def it_uses_only_units_that_the_act_has(self, law: Law) -> None:
        for key, norm in law.norms.items():
            for version in norm.versions:
                for place in version.places:
                    used = {
                        u for u in ("article", "section", "part", "point", "subpoint", "paragraph") if getattr(place, u)
                    }
                    assert used <= set(law.acts[version.act].units), key

    def it_never_claims_to_have_seen_a_text_after_it_was_checked(self, law: Law) -> None:
        for key, norm in law.norms.items():
            for v in norm.versions:
                assert v.seen_until is None or v.seen_until <= v.checked_on, key
                assert v.seen_from is None or v.seen_until is None or v.seen_from <= v.seen_until, key

    def it_uses_every_source(self, law: Law) -> None:
        used = {s for norm in law.norms.values() for v in norm.versions for s in v.sources}
        for section in (
            law.acts,
            law.bodies,
            law.counting,
            law.decisions,
            law.soft_law,
            law.practice,
            law.destinations,
            law.tables,
        ):
            used |= {s for key in section for s in section[key].sources}
        calendars = "".join(f.read_text("utf-8") for f in (FOLDER / "calendar").glob("*.yaml"))
        assert {s for s in set(law.sources) - used if s not in calendars} == set()


class DescribeTrust:
    def it_marks_what_the_source_tells_to_verify(self, law: Law) -> None:
        for key in ("minsk-1993-56", "minsk-1993-57", "kz-adv-notice", "kz-treaties-20", "kz-sc-4-intro"):
            assert law.norms[key].versions[0].verify_before_use, key

    def it_doubts_everything_written_from_memory(self, law: Law) -> None:
        recalled = {k for k, n in law.norms.items() for v in n.versions if v.confidence == "recalled"}
        assert {"minsk-1993-66", "minsk-1993-82", "kz-adv-notice"} <= recalled
        assert all("recalled" in law.standing(k, TODAY).doubts for k in recalled)

    def it_prints_no_number_or_date_that_is_only_remembered(self, law: Law) -> None:
        for act in ("kz-languages", "kz-treaties", "kz-local-gov"):
            assert "№" not in law.acts[act].title_forms["nom"]
        assert re.search(r"\d", law.acts["kz-courts"].title_forms["nom"]) is None
        for key in ("ecthr-chahal", "ecthr-saadi", "ecthr-othman"):
            assert "года" not in law.decisions[key].citation["nom"]
        assert "21068674" not in law.decisions["cnda-2023-07-20"].citation["nom"]

    def it_knows_no_first_day_that_no_source_names(self, law: Law) -> None:
        bail = law.norms["kz-upk-589-1-art"].versions[0].in_force
        assert (bail.start, bail.not_before, bool(bail.from_note)) == (None, date(2025, 9, 14), True)


class DescribeForms:
    def it_has_no_stray_spaces_in_what_is_printed(self, law: Law) -> None:
        for key, form in printed(law):
            assert form == form.strip(), key
            assert "  " not in form, key
            assert " ," not in form, key

    def it_keeps_numbers_with_their_signs(self, law: Law) -> None:
        for key, form in printed(law):
            assert "№ " not in form, key
            assert not re.search(r"\d{4} год", form), key
            assert not re.search(
                r"\d (января|февраля|марта|апреля|мая|июня|июля|августа|сентября|октября|ноября|декабря)", form
            ), key

    def it_declines_every_full_name_of_an_act(self, law: Law) -> None:
        for key, act in law.acts.items():
            forms = act.title_forms
            assert tuple(forms) == CASES, key
            assert forms["gen"] != forms["nom"] != forms["ins"], key
            assert forms["acc"] != forms["gen"], key

    def it_addresses_bodies_in_the_accusative_and_officials_in_the_dative(self, law: Law) -> None:
        for key, body in law.bodies.items():
            to = body.forms["to"]
            assert to == body.forms["dat"] or to.startswith("в "), key

    @pytest.mark.parametrize(
        ("body", "case", "form"),
        [
            ("sc", "to", "в Верховный Суд Республики Казахстан"),
            ("gp-head", "ins", "Генеральным Прокурором Республики Казахстан"),
            ("gp-deputy", "gen", "заместителя Генерального Прокурора Республики Казахстан"),
            ("un-hrc", "dat", "Комитету ООН по правам человека"),
            ("almaty-executive-body", "prep", "местном исполнительном органе города Алматы"),
            ("inv-judge", "ins", "следственным судьёй"),
            (
                "commission",
                "acc",
                "комиссию по осуществлению процедуры присвоения, продления, лишения и прекращения статуса беженца",
            ),
        ],
    )
    def it_prints_a_body_in_its_case(self, law: Law, body: str, case: str, form: str) -> None:
        assert law.bodies[body].forms[case] == form

    @pytest.mark.parametrize(
        ("act", "case", "form"),
        [
            ("kz-upk", "ins", "Уголовно-процессуальным кодексом Республики Казахстан"),
            ("kz-refugees", "gen", "Закона Республики Казахстан от 4 декабря 2009 года № 216-IV «О беженцах»"),
            ("conv-1951", "acc", "Конвенцию о статусе беженцев от 28 июля 1951 года"),
            ("prot-1967", "dat", "Протоколу, касающемуся статуса беженцев, от 31 января 1967 года"),
            ("iccpr", "prep", "Международном пакте о гражданских и политических правах от 16 декабря 1966 года"),
            (
                "kz-npvs-2008-1",
                "gen",
                "нормативного постановления Верховного Суда Республики Казахстан от 10 июля 2008 года № 1 "
                "«О применении норм международных договоров Республики Казахстан»",
            ),
        ],
    )
    def it_prints_an_act_in_its_case(self, law: Law, act: str, case: str, form: str) -> None:
        assert law.acts[act].title_forms[case].replace(NBSP, " ") == form


class DescribeComparisons:
    def it_calls_desertion_and_absence_military_and_evasion_not(self, law: Law) -> None:
        assert {k for k, d in law.duals.items() if d.military} == {"ru-uk-337", "ru-uk-338"}
        assert "kz-upk-590-1-9" in law.duals["ru-uk-338"].grounds

    def it_finds_no_equivalent_only_where_there_is_no_candidate(self, law: Law) -> None:
        assert {k for k, d in law.duals.items() if d.verdict == "no-equivalent"} == {
            k for k, d in law.duals.items() if not d.candidates
        }

    def it_compares_a_foreign_article_with_articles_of_kazakhstan(self, law: Law) -> None:
        for key, dual in law.duals.items():
            assert law.norms[key].versions[0].act == "ru-uk"
            assert {law.norms[c].versions[0].act for c in dual.candidates} <= {"kz-uk"}


class DescribePeriods:
    def it_counts_each_period_by_the_rules_of_its_own_code(self, law: Law) -> None:
        for key, deadline in law.deadlines.items():
            rule = law.counting[deadline.rule]
            act = law.norms[deadline.norm].versions[0].act
            assert rule.act in (None, act), key

    def it_gives_every_counted_period_a_length(self, law: Law) -> None:
        for key, deadline in law.deadlines.items():
            assert (deadline.length is None) == (deadline.unit == "named-day"), key

    def it_counts_the_complaint_against_extradition_in_ten_days(self, law: Law) -> None:
        complaint = law.deadlines["dl-592-complaint"]
        assert (complaint.length, complaint.unit, complaint.rule, complaint.keeper) == (10, "days", "upk", "applicant")

    def it_moves_holidays_only_to_working_days(self, law: Law) -> None:
        for number in law.years:
            year = law.calendar(number)
            assert year is not None
            for day in year.days_off:
                if day.kind == "transferred":
                    assert day.on.weekday() < 5, day.on
                    assert day.moved_from is not None

    def it_warns_that_orders_of_the_running_year_may_still_come(self, law: Law) -> None:
        running, coming = law.calendar(2026), law.calendar(2027)
        assert running is not None
        assert coming is not None
        assert (running.complete, running.orders, running.orders_seen_through) == (True, "open", date(2026, 7, 10))
        assert coming.complete is False


class DescribePrivacy:
    def it_names_no_person_of_whom_the_press_wrote(self) -> None:
        lines = (Path(__file__).parent / "names.sha256").read_text("utf-8").splitlines()
        forbidden = {line for line in lines if not line.startswith("#")}
        assert len(forbidden) == 40
        words = {w for file in TEXTS for w in re.findall(r"[^\W\d_]{6,}", file.read_text("utf-8").lower())}
        beginnings = {w[:n] for w in words for n in range(6, 13) if n <= len(w)}
        found = [b for b in beginnings if hashlib.sha256(b.encode()).hexdigest() in forbidden]
        assert found == []

    def it_names_no_applicant_before_a_committee(self, law: Law) -> None:
        for key, decision in law.decisions.items():
            if key.startswith(("cat-", "hrc-")):
                assert "«" not in decision.citation["nom"], key

    def it_holds_no_address_of_this_computer(self) -> None:
        for file in TEXTS:
            assert not re.search(r"/(home|Users|work|tmp|root)/", file.read_text("utf-8")), file.name
