"""The rules between facts: each scenario changes one thing in a case that nothing is wrong with."""

from __future__ import annotations

import os
import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml
from case_world import DELETE, HERE, changed, checked, codes, late, law, load

from panahat.case.checking import FINAL, check
from panahat.case.codes import BOOK
from panahat.case.codes import __file__ as codes_file
from panahat.case.loading import CaseFile
from panahat.case.needs import Need, Needs
from panahat.drafting.filing_loading import load_filings
from panahat.library import Library
from panahat.messages import translator
from panahat.problems import ERROR, WARNING, Problem

BY_SUBJECT = yaml.load((HERE / "rules.yaml").read_text("utf-8"), yaml.BaseLoader)
ALL = [scenario for scenarios in BY_SUBJECT.values() for scenario in scenarios]
SCENARIOS = [
    pytest.param(scenario, id=f"{subject}: {scenario['name']}")
    for subject, scenarios in BY_SUBJECT.items()
    for scenario in scenarios
]


def plain(value: Any) -> Any:
    """A value of a scenario with DELETE in place of «~»."""
    if isinstance(value, dict):
        return {k: plain(v) for k, v in value.items()}
    if isinstance(value, list):
        return [plain(v) for v in value]
    return DELETE if value == "~" else value


def test_nothing_is_wrong_with_the_base_case() -> None:
    assert checked({}) == []


@pytest.mark.parametrize("scenario", SCENARIOS)
def test_a_change_is_found_and_nothing_else(scenario: dict[str, Any]) -> None:
    found: dict[str, list[str]] = {}
    change = plain(scenario["change"])
    for problem in [*checked(change, argument_ids=scenario.get("arguments")), *late(change)]:
        found.setdefault(problem.code.id, []).append(problem.where)
    assert {code: sorted(places) for code, places in found.items()} == scenario["expect"]


def test_every_rule_says_where_in_the_file_it_looked() -> None:
    text = changed({"client.address": {"ru": "город Алматы"}})
    (found,) = check(load(text), law(), None, final=False, base=None)
    assert text.split("\n")[(found.line or 0) - 1].strip().startswith("address")
    assert found.file == "case.yaml"


class DescribeAnAlibi:
    """Warned of where the filing says that guilt is not in question: by plain words of the data, at its line."""

    @pytest.mark.parametrize(
        ("path", "language", "text"),
        [
            ("extradition.charges[0].political", "ru", "В это время она уже находилась в Ереване."),
            ("extradition.charges[0].kz_note", "ru", "У неё алиби."),
            ("risk.political_view", "ru", "Она не могла этого совершить."),
            ("extradition.charges[0].conduct", "kk", "Оқиға орнында болмаған."),
        ],
    )
    def it_is_found_at_its_line(self, path: str, language: str, text: str) -> None:
        file = load(changed({path: {"ru": "Так сказано.", language: text}}))
        found = [p for p in self.found(file) if p.code.id == "case/alibi"]
        assert [(p.where, p.line is not None) for p in found] == [(f"{path}.{language}", True)]

    @pytest.mark.parametrize(
        "text",
        ["Обвинение предъявлено, когда она была за границей.", "Она не могла вернуться.", "Она была журналисткой."],
    )
    def it_is_not_seen_in_other_words(self, text: str) -> None:
        assert not self.found(load(changed({"extradition.charges[0].political": {"ru": text}})))

    def it_is_no_matter_for_a_letter(self) -> None:
        file = load(changed({"extradition.charges[0].political": {"ru": "У неё алиби."}}))
        needs = load_filings(Library.standing())["humanitarian-visa-letter"].needs
        assert "case/alibi" not in codes(check(file, law(), needs, final=False, base=None))

    @staticmethod
    def found(file: CaseFile) -> list[Problem]:
        needs = load_filings(Library.standing())["supreme-court-complaint"].needs
        return [p for p in check(file, law(), needs, final=False, base=None) if p.code.id == "case/alibi"]


@pytest.mark.parametrize(
    ("kind", "said"), [("supreme-court-complaint", "УПК, ст. 68"), ("expulsion-appeal", "КоАП, ст. 750")]
)
def test_missing_authority_is_named_by_the_code_of_the_proceedings(kind: str, said: str) -> None:
    needs = load_filings(Library.standing())[kind].needs
    found = checked({"representative.defence_notice": DELETE}, needs=needs)
    [problem] = [p for p in found if p.code.id == "case/no-authority"]
    assert said in problem.say(translator("ru"), problem.code.why)


def test_a_grave_illness_without_a_paper_stops_a_final_filing() -> None:
    health = [{"what": {"ru": "рак"}, "degree": "life-threatening", "danger": {"ru": "Смерть."}}]
    [problem] = [p for p in checked({"risk.health": health}, final=True) if p.code.id == "case/illness-unproved"]
    assert problem.severity == ERROR


class DescribeTheDayOfTheFiling:
    def it_is_compared_with_today_only_when_today_is_known(self) -> None:
        assert codes(checked({}, today=date(2026, 2, 8))) == ["case/filing-in-future"]
        assert checked({}, today=date(2026, 2, 9)) == []


class DescribeTextsInOtherLanguages:
    def it_asks_for_kazakh_only_when_kazakh_is_asked_for(self) -> None:
        found = checked({}, languages=("ru", "kk"))
        assert set(codes(found)) == {"case/untranslated"}
        assert "events[0].what" in [p.where for p in found]

    def it_is_content_with_a_text_in_both(self) -> None:
        without = len(checked({}, languages=("ru", "kk")))
        assert len(checked({"filing.place.kk": "Астана қаласы"}, languages=("ru", "kk"))) == without - 1

    def it_finds_a_kazakh_letter_lost_to_its_russian_neighbour_and_never_shows_the_word(self) -> None:
        found = checked({"filing.place.kk": "Казақстан, Астана қаласы"}, languages=("ru", "kk"))
        (lost,) = [p for p in found if p.code.id == "case/lost-letter"]
        assert lost.where == "filing.place.kk"
        assert (lost.facts["word"], lost.facts["letter"], lost.facts["meant"]) == ("1", "1", "қ")
        assert "азақстан" not in str(lost.facts)


class DescribeAFinalFiling:
    @pytest.mark.parametrize("final", [False, True])
    def it_raises_what_it_cannot_bear(self, final: bool) -> None:
        changes = {"filing.on": "2026-02-10", "events[0].proof": []}
        problems = [*checked(changes, final=final), *late(changes, final=final)]
        levels = {p.code.id: p.level for p in problems if p.code.id in ("case/late", "case/no-proof")}
        assert levels == {"case/late": ERROR if final else WARNING, "case/no-proof": WARNING}

    @pytest.mark.parametrize(("final", "level"), [(False, WARNING), (True, ERROR)])
    @pytest.mark.parametrize("need", ["extradition.decision.number", "extradition.decision.served.client"])
    def it_asks_for_proof_of_what_it_rests_on(self, need: str, final: bool, level: str) -> None:
        changes: dict[str, Any] = {"extradition.decision.proof": [], "events[0].proof": []}
        found = checked(changes, final=final, needs=Needs("letter", (Need.of(need),)))
        levels = {(p.code.id, p.where): p.level for p in found if p.code.id.endswith(("unproved", "no-proof"))}
        rests = "case/needed-unproved" if need.endswith("number") else "case/no-proof"
        assert levels == {
            (rests, "extradition.decision"): level if need.endswith("number") else WARNING,
            ("case/no-proof", "events[0]"): WARNING,
        }

    def it_asks_for_the_file_of_every_annex(self) -> None:
        problems = [p for p in checked({}, final=True) if p.code.id == "case/annex-no-path"]
        assert len(problems) == 8
        assert {p.level for p in problems} == {ERROR}

    def it_says_that_an_example_must_not_be_lodged(self) -> None:
        assert "case/example" in codes(checked({}, final=True))
        assert "case/example" not in codes(checked({"synthetic": "false"}, final=True))

    def it_raises_warnings_only(self) -> None:
        assert {code.severity for code in FINAL} == {WARNING}


class DescribeAnnexFiles:
    def problem(self, folder: Path, file: str) -> list[str]:
        return codes(checked({"annexes[0].file": file}, base=folder))

    def it_finds_a_file_beside_the_case(self, tmp_path: Path) -> None:
        (tmp_path / "annexes").mkdir()
        (tmp_path / "annexes/passport.pdf").write_bytes(b"%PDF")
        assert self.problem(tmp_path, "annexes/passport.pdf") == []

    def it_misses_a_file_that_is_not_there(self, tmp_path: Path) -> None:
        assert self.problem(tmp_path, "passport.pdf") == ["case/annex-file-missing"]

    @pytest.mark.parametrize(
        "path",
        ["../a.pdf", "a/../../b.pdf", "/etc/passwd", "~/a.pdf", "C:\\a.pdf", "C:a.pdf", "\\\\host\\a.pdf", "..\\a.pdf"],
    )
    def it_refuses_a_path_out_of_the_folder_without_touching_it(self, tmp_path: Path, path: str) -> None:
        assert self.problem(tmp_path, path) == ["case/annex-escapes"]

    def it_follows_a_link_to_see_where_it_leads(self, tmp_path: Path) -> None:
        case, outside = tmp_path / "case", tmp_path / "outside.pdf"
        case.mkdir()
        outside.write_bytes(b"%PDF")
        (case / "link.pdf").symlink_to(outside)
        (case / "inside.pdf").write_bytes(b"%PDF")
        (case / "good.pdf").symlink_to(case / "inside.pdf")
        assert self.problem(case, "link.pdf") == ["case/annex-escapes"]
        assert self.problem(case, "good.pdf") == ["case/annex-link"]

    def it_takes_no_folder_and_no_broken_link_for_a_file(self, tmp_path: Path) -> None:
        (tmp_path / "folder").mkdir()
        (tmp_path / "broken.pdf").symlink_to(tmp_path / "nowhere.pdf")
        (tmp_path / "circle.pdf").symlink_to(tmp_path / "circle.pdf")
        os.mkfifo(tmp_path / "pipe.pdf")
        assert self.problem(tmp_path, "folder") == ["file/folder"]
        assert self.problem(tmp_path, "broken.pdf") == ["file/none"]
        assert self.problem(tmp_path, "circle.pdf") == ["file/circle"]
        assert self.problem(tmp_path, "pipe.pdf") == ["file/not-ordinary"]
        assert self.problem(tmp_path, "а" * 250 + ".pdf") == ["file/name"]

    def it_looks_for_nothing_where_the_case_has_no_folder(self) -> None:
        assert checked({"annexes[0].file": "passport.pdf"}) == []


def test_every_rule_code_has_a_scenario() -> None:
    told = {code for scenario in ALL for code in scenario["expect"]}
    elsewhere = {
        "case/clarify",
        "case/filing-in-future",
        "case/untranslated",
        "case/lost-letter",
        "case/example",
        "case/annex-no-path",
        "case/annex-file-missing",
        "case/annex-is-case",
        "case/annex-link",
        "case/alibi",
        "case/needed-unproved",
        "case/fewer-pages",
        "case/more-pages",
        "case/pages-unknown",
    }
    rules = {c.id for c in BOOK} & set(_rule_codes())
    assert rules - told - elsewhere == set()


def _rule_codes() -> list[str]:
    rules = [f for f in (Path(codes_file).parent / "rules").glob("*.py") if f.stem != "visa"]
    said = {name for file in rules for name in re.findall(r"\bcodes\.([A-Z_]+)", file.read_text("utf-8"))}
    return [BOOK.named(name).id for name in said]
