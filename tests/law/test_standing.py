"""How a norm stands on a day: four states, three doubts, and what clears them."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from law_folder import Folder

from panahat.law.describing import describe, stale
from panahat.law.registry import Law, load_law
from panahat.library import Library
from panahat.problems import ERROR, WARNING

TODAY = date(2026, 11, 28)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Folder:
    monkeypatch.setenv("PANAHAT_CACHE", str(tmp_path / "cache"))
    return Folder(tmp_path / "office")


@pytest.fixture(scope="module")
def law() -> Law:
    return load_law(Library.standing(), TODAY)


def codes(law: Law, keys: list[str], on: date, final: bool = False) -> list[tuple[str, str]]:
    return [(p.code.id, p.level) for p in law.problems_for(keys, on, final)]


class DescribeStates:
    def it_tells_an_event_under_the_old_constitution_from_a_filing_under_the_new(self, law: Law) -> None:
        event, filing = law.standing("kz-const-torture", date(2026, 6, 30)), law.standing("kz-const-torture", TODAY)
        assert event.version is not None
        assert filing.version is not None
        assert (event.state, event.version.act, event.version.places[0].article) == ("in-force", "kz-const-1995", "17")
        assert (filing.state, filing.version.act, filing.version.places[0].article) == (
            "in-force",
            "kz-const-2026",
            "20",
        )

    def it_changes_over_on_the_first_of_july(self, law: Law) -> None:
        for key in (k for k in law.norms if k.startswith("kz-const-")):
            acts = [law.standing(key, day).version for day in (date(2026, 6, 30), date(2026, 7, 1))]
            assert [v and v.act for v in acts] == ["kz-const-1995", "kz-const-2026"], key

    def it_knows_four_states(self, law: Law) -> None:
        day = date(2026, 2, 9)
        states = {
            k: law.standing(k, day).state for k in ("kz-upk-592-1", "kz-upk-313-excl", "kz-const26-20", "nothing")
        }
        assert list(states.values()) == ["in-force", "repealed", "not-yet", "unknown"]

    def it_gives_each_state_its_own_problem(self, law: Law) -> None:
        day = date(2026, 2, 9)
        assert codes(law, ["kz-upk-592-1"], day) == []
        assert codes(law, ["kz-upk-313-excl"], day) == [("law/repealed", ERROR)]
        assert codes(law, ["kz-const26-20"], day) == [("law/not-yet-in-force", ERROR)]
        assert codes(law, ["kz-upk-592-99"], day) == [("law/unknown-key", ERROR)]

    def it_names_near_keys_for_an_unknown_one(self, law: Law) -> None:
        problem = law.problems_for(["kz-upk-592-1a"], TODAY)[0]
        assert "kz-upk-592-1" in problem.facts["near"]

    def it_says_that_no_key_is_near(self, law: Law) -> None:
        assert law.problems_for(["xyz"], TODAY)[0].facts["near"] == "@none is like it"

    def it_says_since_and_until_when(self, law: Law) -> None:
        gone, early = law.problems_for(["kz-upk-313-excl", "kz-const26-20"], date(2026, 2, 9))
        assert {**gone.facts, **early.facts} | {"key": ""} == {
            "key": "",
            "on": "2026-02-09",
            "until": "2025-06-30",
            "since": "2026-07-01",
        }

    def it_lets_an_act_limit_its_norms(self, law: Law) -> None:
        assert law.standing("iccpr-7", date(2006, 4, 23)).state == "not-yet"
        assert law.standing("iccpr-7", date(2006, 4, 24)).state == "in-force"

    def it_does_not_invent_the_first_day_of_a_new_article(self, law: Law) -> None:
        days = (date(2025, 9, 13), date(2025, 9, 20), date(2026, 2, 9))
        found = [law.standing("kz-upk-589-1-art", day) for day in days]
        assert [(s.state, s.doubts) for s in found] == [("not-yet", ()), ("in-force", ("verify",)), ("in-force", ())]


class DescribeDoubts:
    def it_warns_in_a_draft_and_refuses_in_a_final_filing(self, law: Law) -> None:
        doubts = ["law/recalled", "law/unverified"]
        assert codes(law, ["minsk-1993-66"], TODAY) == [(code, WARNING) for code in doubts]
        assert codes(law, ["minsk-1993-66"], TODAY, final=True) == [(code, ERROR) for code in doubts]

    def it_doubts_an_edition_later_than_the_one_seen(self, law: Law) -> None:
        assert law.standing("kz-upk-592-1", date(2026, 4, 1)).doubts == ()
        assert law.standing("kz-upk-592-1", date(2026, 4, 2)).doubts == ("unseen-edition",)

    def it_says_an_unseen_edition_once_for_each_act(self, law: Law) -> None:
        keys = ["kz-upk-592-1", "kz-upk-592-7", "kz-refugees-8-1-5"]
        found = law.problems_for(keys, date(2026, 9, 1))
        assert [(p.code.id, p.facts["act_key"], p.facts["keys"]) for p in found] == [
            ("law/edition-not-seen", "kz-upk", "kz-upk-592-1, kz-upk-592-7"),
            ("law/edition-not-seen", "kz-refugees", "kz-refugees-8-1-5"),
        ]

    def it_does_not_ask_for_editions_of_treaties(self, law: Law) -> None:
        assert law.standing("conv-1951-33", TODAY).doubts == ()

    def it_doubts_every_norm_of_an_act_that_is_itself_in_doubt(self, law: Law) -> None:
        assert "verify" in law.standing("chisinau-2002-66", TODAY).doubts

    def it_speaks_of_decisions_and_documents_too(self, law: Law) -> None:
        assert codes(law, ["ecthr-mss"], TODAY) == [("law/recalled", WARNING), ("law/unverified", WARNING)]
        assert codes(law, ["hrc-gc20", "hrc-2104-2011"], TODAY) == []
        assert codes(law, ["ecthr-mss"], TODAY, final=True) == [("law/recalled", ERROR), ("law/unverified", ERROR)]


class DescribeConfirmations:
    def it_clears_an_edition_for_thirty_days_after_the_act_was_compared(self, folder: Folder) -> None:
        folder.confirm("- {key: code, edition_on: 2026-11-20, by: А.Б., on: 2026-11-20}\n")
        law = folder.law()
        assert law.standing("norm", date(2026, 11, 25)).doubts == ()
        assert law.standing("norm", date(2026, 12, 20)).doubts == ()
        assert law.standing("norm", date(2026, 12, 21)).doubts == ("unseen-edition",)

    def it_clears_memory_and_verification_of_one_entry(self, folder: Folder) -> None:
        folder.spoil("norms/code.yaml", "confidence: two-sources", "confidence: recalled\n    verify_before_use: true")
        day = date(2026, 3, 1)
        assert folder.law().standing("norm", day).doubts == ("recalled", "verify")
        folder.confirm("- {key: norm, by: А.Б., on: 2026-11-20}\n")
        assert folder.law().standing("norm", day).doubts == ()
        assert codes(folder.law(), ["norm"], day, final=True) == []

    def it_clears_the_doubts_of_an_act_but_not_those_of_its_norms(self, folder: Folder) -> None:
        folder.spoil("acts.yaml", "sources: [s], in_force: {from: 2026-07-01}", "sources: [s], verify_before_use: true")
        assert folder.law().standing("topic", date(2026, 7, 1)).doubts == ("verify",)
        folder.confirm("- {key: new, by: А.Б., on: 2026-11-20}\n")
        assert folder.law().standing("topic", date(2026, 7, 1)).doubts == ()
        folder.spoil(
            "norms/topic.yaml", "gist: {ru: Новое место.}", "gist: {ru: Новое место.}\n    verify_before_use: true"
        )
        assert folder.law().standing("topic", date(2026, 7, 1)).doubts == ("verify",)

    def it_does_not_let_one_confirmation_clear_another_entry(self, folder: Folder) -> None:
        folder.confirm("- {key: new, edition_on: 2026-11-20, by: А.Б., on: 2026-11-20}\n")
        assert folder.law().standing("norm", TODAY).doubts == ("unseen-edition",)
        assert folder.law().standing("topic", TODAY).doubts == ()

    def it_reads_the_confirmations_of_every_folder_of_the_library(self, folder: Folder, tmp_path: Path) -> None:
        office = tmp_path / "workspace"
        office.mkdir()
        (office / "confirmations.yaml").write_text(
            "- {key: code, edition_on: 2026-11-20, by: Б., on: 2026-11-20}", "utf-8"
        )
        law = load_law(Library((office, folder.root)), TODAY)
        assert law.standing("norm", TODAY).doubts == ()

    def it_keeps_no_initials_in_the_cache(self, folder: Folder, tmp_path: Path) -> None:
        folder.confirm("- {key: norm, by: Ы.Ъ., on: 2026-11-20}\n")
        folder.law()
        for kept in (tmp_path / "cache").iterdir():
            assert "Ы.Ъ.".encode() not in kept.read_bytes()
            assert b"\\u042b" not in kept.read_bytes()


class DescribeStale:
    def it_lists_what_was_not_compared_for_ninety_days_oldest_first(self, folder: Folder) -> None:
        folder.spoil("deadlines.yaml", "2026-11-22", "2026-01-10")
        folder.spoil("norms/code.yaml", "2026-11-22", "2026-01-20")
        law = folder.law()
        assert [(s.section, s.key) for s in stale(law, date(2026, 11, 25))] == [("deadlines", "dl"), ("norms", "norm")]
        assert stale(law, date(2026, 11, 25))[0].age == 319
        assert stale(law, date(2026, 1, 20)) == []

    def it_finds_nothing_stale_in_fresh_data(self, law: Law) -> None:
        assert stale(law, TODAY) == []


class DescribeOneEntry:
    def it_tells_all_of_a_norm_as_of_a_day(self, law: Law) -> None:
        told = describe(law, "kz-const-torture", date(2026, 2, 9))
        assert told is not None
        assert (told["entry"], told["state"], told["doubts"]) == ("norm", "in-force", ["unseen-edition"])
        assert told["version"]["act"] == "kz-const-1995"
        assert told["version"]["places"] == [{"article": "17", "point": "1"}, {"article": "17", "point": "2"}]
        assert told["version"]["gist"]["ru"]
        assert told["version"]["sources"][0]["address"].startswith("https://")
        assert [v["act"] for v in told["other_versions"]] == ["kz-const-2026"]

    def it_shows_a_norm_in_force_no_longer_than_its_act(self, law: Law) -> None:
        told = describe(law, "iccpr-7", TODAY)
        assert told is not None
        assert told["version"]["in_force"] == {"start": "2006-04-24"}

    def it_leads_from_a_norm_to_its_periods_warnings_and_contradictions(self, law: Law) -> None:
        complaint, expulsion = describe(law, "kz-upk-592-1", TODAY), describe(law, "kz-koap-834-4", TODAY)
        assert complaint is not None
        assert expulsion is not None
        assert complaint["deadlines"] == ["dl-592-complaint"]
        assert "w-supreme-court-only" in complaint["warnings"]
        assert expulsion["contradictions"] == ["x-834-4", "x-883", "x-834-1-4", "x-883-834"]

    @pytest.mark.parametrize(
        ("key", "kind"),
        [("kz-upk", "act"), ("hrc-2104-2011", "decision"), ("cat-gc4", "soft-law"), ("kz-upk-592-1", "norm")],
    )
    def it_tells_of_every_kind_of_entry(self, law: Law, key: str, kind: str) -> None:
        told = describe(law, key, TODAY)
        assert told is not None
        assert told["entry"] == kind

    def it_knows_nothing_of_an_unknown_key(self, law: Law) -> None:
        assert describe(law, "nothing", TODAY) is None
