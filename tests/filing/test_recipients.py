"""To whom, through whom, how many copies, what fee: by the rules of filing.yaml, the case file's own words first."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

from panahat.case.loading import CaseFile, load_bytes
from panahat.drafting.context.scribe import Scribe
from panahat.drafting.recipients import addresses, printed
from panahat.drafting.sheet import review_sheet
from panahat.language import tongue
from panahat.library import shipped
from panahat.problems import Refused
from panahat.workspace import Workspace

ROOT = Path(__file__).resolve().parents[2]
SOURCE = ROOT / "cases/transit-activist.yaml"
KIND = "supreme-court-complaint"
ACT = "extradition.decision"
Office = Callable[..., Workspace]


@pytest.fixture
def office(tmp_path: Path) -> Office:
    def build(**fields: Any) -> Workspace:
        home = tmp_path / "filings" / KIND
        shutil.copytree(shipped() / "filings" / KIND, home, dirs_exist_ok=True)
        data = yaml.load((home / "filing.yaml").read_text("utf-8"), yaml.BaseLoader)
        (home / "filing.yaml").write_text(yaml.safe_dump({**data, **fields}, allow_unicode=True), "utf-8")
        return Workspace.at(tmp_path)

    return build


def case(change: Callable[[dict[str, Any]], None] = lambda _: None) -> CaseFile:
    data = yaml.load(SOURCE.read_text("utf-8"), yaml.BaseLoader)
    data["client"].pop("iin")  # null in the file
    change(data)
    return load_bytes(yaml.safe_dump(data, allow_unicode=True).encode(), "case.yaml")


def on_act(**facts: Any) -> Callable[[dict[str, Any]], None]:
    return lambda data: data["extradition"].update(decision={**data["extradition"]["decision"], "body": "gp", **facts})


def in_filing(**facts: Any) -> Callable[[dict[str, Any]], None]:
    return lambda data: data["filing"].update(facts)


REGIONS = {"almaty": "almaty-executive-body", "else": "mio"}
DISTRICT = {"ru": "Бостандыкский районный суд города Алматы", "kk": "Алматы қаласы Бостандық аудандық соты"}


@pytest.mark.parametrize(
    ("rule", "change", "body", "words"),
    [
        ("sc", on_act(), "sc", ""),
        ({"fixed": "gp"}, on_act(), "gp", ""),
        ({"maker": ACT}, on_act(by=DISTRICT), "gp", f"{ACT}.by"),
        ({"maker": ACT}, on_act(by=DISTRICT, body="sud-raion"), "sud-raion", f"{ACT}.by"),
        ({"above": ACT, "bodies": {"sud-raion": "oblast"}}, on_act(by=DISTRICT, body="sud-raion"), "oblast", ""),
        ({"above": ACT, "bodies": {"gp": "sc", "else": "oblast"}}, on_act(), "sc", ""),
        ({"above": ACT, "bodies": {"gp": "sc", "else": "oblast"}}, on_act(body="sud-raion"), "oblast", ""),
        ({"above": ACT, "bodies": {"gp": "sc"}}, on_act(body="sud-raion"), "", ""),
        ({"by_region": "filing.region", "bodies": REGIONS}, in_filing(region="almaty"), "almaty-executive-body", ""),
        ({"by_region": "filing.region", "bodies": REGIONS}, in_filing(region="abai"), "mio", ""),
        ({"by_region": "filing.region", "bodies": REGIONS}, in_filing(), "", ""),
        ({"named": "extradition.arrest.by"}, on_act(), "", "extradition.arrest.by"),
        (
            {"above": ACT, "bodies": {"gp": "sc", "else": "oblast"}},
            in_filing(addressee=DISTRICT),
            "",
            "filing.addressee",
        ),
        ([{"fixed": "gp", "when": {"is": {"filing.region": "abai"}}}, "sc"], in_filing(region="almaty"), "sc", ""),
        ([{"fixed": "gp", "when": {"is": {"filing.region": "abai"}}}, "sc"], in_filing(region="abai"), "gp", ""),
        ([{"named": "filing.through"}, {"fixed": "sc"}], in_filing(), "sc", ""),
    ],
)
def test_each_rule_finds_the_addressee(
    office: Office, rule: Any, change: Callable[[dict[str, Any]], None], body: str, words: str
) -> None:
    workspace, file = office(addressee=rule), case(change)
    filing = workspace.filing(KIND)
    [found] = addresses(file.case, workspace.law, filing, workspace.witness(file, filing))
    assert (found.body, found.words) == (body, words)
    said = {p.code.id for p in workspace.check(file, KIND)}
    assert ("draft/no-addressee" in said) is not (body or words != "")


@pytest.mark.parametrize(
    ("words", "language", "line"),
    [
        (DISTRICT, "ru", "в Бостандыкский районный суд города Алматы"),
        (DISTRICT, "kk", "Алматы қаласы Бостандық аудандық сотына"),
        ({"ru": "прокурор города Алматы"}, "ru", "прокурору города Алматы"),
        ({"ru": "следственный судья"}, "ru", "следственному судье"),
        ({"ru": "Второй кассационный суд"}, "ru", "во Второй кассационный суд"),
    ],
)
def test_a_body_that_the_case_names_stands_in_the_line_of_the_addressee(
    office: Office, words: dict[str, str], language: str, line: str
) -> None:
    workspace, file = office(), case(in_filing(through=words))
    filing = workspace.filing(KIND)
    _, found = addresses(file.case, workspace.law, filing, workspace.witness(file, filing))
    forms = printed(Scribe(tongue(language), {}, lambda _: None), workspace.law, file.case, found)
    assert isinstance(forms, dict)
    assert forms["to"].replace("\u00a0", " ") == line
    assert [s.name for s in forms["to"].sources] == ["filing.through"]


def test_the_sheet_and_explain_say_addressee_copies_fee_and_remarks(office: Office) -> None:
    workspace = office(
        through={"maker": ACT},
        copies={
            "n": "2",
            "norm": "kz-upk-592-1",
            "says": {"ru": "по числу сторон", "kk": "тараптар саны", "en": "one for each side"},
        },
        fee={"none": "true", "verify": "true"},
        sheet=[
            {"ru": "Позвонить в канцелярию.", "en": "Call the registry.", "when": {"fact": "client.held"}},
            {"ru": "Не для этого дела.", "when": {"is": {"filing.region": "abai"}}},
        ],
    )
    file = case(in_filing(region="almaty"))
    draft = workspace.draft(file, KIND)
    sheet = review_sheet([draft], file, workspace.law, workspace.filing(KIND), [], [])["sheet"]
    choices = [c["text"].replace("\u00a0", " ") for c in sheet["choices"]]
    assert "адресат: Верховный Суд Республики Казахстан (всегда этот)" in choices
    assert any(c.startswith("через кого: ") and c.endswith("(орган, вынесший акт)") for c in choices)
    code = "Уголовно-процессуального кодекса Республики Казахстан (далее — УПК РК)"
    assert f"экземпляров: 2 (часть 1 статьи 592 {code}); по числу сторон" in choices
    assert "государственная пошлина: нет; сверить перед использованием" in choices
    assert "Позвонить в канцелярию." in choices
    assert "Не для этого дела." not in choices
    told = {row["id"]: row["said"] for row in workspace.explain(file, KIND, "en")["filing"]}
    assert told["through"] == "through: the body that made the act"
    assert "one for each side" in told["copies"]
    assert told["fee"] == "fee: none; must be verified before use"
    assert told["sheet"] == "Call the registry."
    assert told["languages"] == "may be filed in: ru, kk"


@pytest.mark.parametrize(
    ("field", "raw", "code"),
    [
        ("addressee", {"above": ACT, "bodies": {"gp": "sx"}}, "argue/unknown-name"),
        ("addressee", {"above": ACT, "bodies": {"gx": "sc"}}, "argue/unknown-name"),
        ("addressee", {"above": ACT}, "yaml/missing-field"),
        ("addressee", {"above": "filing", "bodies": {"else": "sc"}}, "draft/no-act"),
        ("addressee", {"maker": "extradition.decisio"}, "argue/condition-field"),
        ("addressee", {"by_region": "filing.region", "bodies": {"abay": "mio"}}, "argue/unknown-name"),
        ("addressee", {"nearest": "sc"}, "yaml/unknown-field"),
        ("addressee", [{"fixed": "sc", "when": {"facts": "annexes"}}], "argue/unknown-name"),
        ("copies", {"n": "two"}, "yaml/wrong-type"),
        ("copies", {"number": "2"}, "yaml/unknown-field"),
        ("fee", {"mrp": "0,5"}, "yaml/wrong-type"),
        ("fee", [{"none": "true", "norm": "kz-tax-1"}], "argue/unknown-name"),
        ("act", "extradition.request.number", "draft/no-act"),
    ],
)
def test_a_rule_that_names_nothing_is_refused_at_its_line(office: Office, field: str, raw: Any, code: str) -> None:
    with pytest.raises(Refused) as caught:
        _ = office(**{field: raw}).filings
    [problem] = caught.value.problems
    assert (problem.code.id, problem.path[0]) == (code, field)
    assert problem.line is not None


def test_an_unknown_addressee_is_refused_by_the_final_filing_only(office: Office) -> None:
    workspace = office(addressee={"by_region": "filing.region", "bodies": REGIONS})
    [said] = [p for p in workspace.check(case(), KIND, final=True) if p.code.id == "draft/no-addressee"]
    assert (said.level, said.where) == ("error", "filing.region")
