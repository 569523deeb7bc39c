"""The Draft: every paragraph can say why it is there, and a change of facts changes the filing the right way."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

from panahat.case.facts import get, path_of
from panahat.case.loading import CaseFile, load_bytes
from panahat.drafting.model import Draft
from panahat.workspace import Workspace

CASES = Path(__file__).resolve().parents[2] / "cases"
KIND = "supreme-court-complaint"


@pytest.fixture(scope="module")
def workspace() -> Workspace:
    return Workspace.at(None)


@pytest.fixture(scope="module")
def s1(workspace: Workspace) -> Draft:
    return workspace.draft(workspace.load(CASES / "transit-activist.yaml"), KIND)


@pytest.fixture(scope="module")
def s2(workspace: Workspace) -> Draft:
    return workspace.draft(workspace.load(CASES / "regional-critic.yaml"), KIND)


def changed(workspace: Workspace, change: Callable[[Any], None], case: str = "transit-activist") -> Draft:
    data = known(yaml.load((CASES / f"{case}.yaml").read_text("utf-8"), yaml.BaseLoader))
    change(data)
    return workspace.draft(file_of(data), KIND)


def known(data: Any) -> Any:
    """`data` without the keys whose value is null."""
    if isinstance(data, dict):
        return {k: known(v) for k, v in data.items() if v not in ("null", "")}
    return [known(v) for v in data] if isinstance(data, list) else data


def file_of(data: Any) -> CaseFile:
    return load_bytes(yaml.safe_dump(data, allow_unicode=True, sort_keys=False, width=10_000).encode(), "case.yaml")


class DescribeAdvocacy:
    def it_prints_a_fact_of_this_person_or_an_annex_in_every_argument(self, s1: Draft, s2: Draft) -> None:
        identity = re.compile(r"(client\.(name|gender|citizenship)|extradition\.requesting_state|representative)\b")
        for draft in (s1, s2):
            told = {p.origin.name for p in draft.paragraphs if p.annexes or any(not identity.match(f) for f in p.facts)}
            assert {d.argument.id for d in draft.decisions if d.included} <= told

    def it_says_on_the_first_page_what_the_filing_rests_on_heaviest_first(self, s1: Draft, s2: Draft) -> None:
        for draft, first in ((s1, "limitation"), (s2, "dual-criminality-absent")):
            styles = [p.style for p in draft.paragraphs]
            page = draft.paragraphs[styles.index("Перед перечнем") : styles.index("Раздел")]
            lines = [p for p in page if p.style == "Перечень"]
            assert 5 <= len(lines) <= 10
            assert lines[0].origin.name == first
            numbers = [re.search(r"пункт (\d+)\.(\d+)\)\.$", p.text.replace("\u00a0", " ")) for p in lines]
            assert all(numbers)
            found = [tuple(map(int, n.groups())) for n in numbers if n]
            assert found == sorted(found)

    def it_prints_the_answer_in_the_paragraph_of_its_objection(self, s1: Draft) -> None:
        said = [p.text for p in s1.paragraphs if p.text.startswith("Возразят")]
        assert len(said) == sum(d.included for d in s1.decisions)
        assert all(len(re.findall(r"[.!?:] [А-ЯЁ]", text)) >= 1 for text in said)

    def it_offers_the_sheet_each_objection_with_its_answer(self, s1: Draft) -> None:
        arguments = [a for section in s1.context["sections"] for a in section["arguments"]]
        assert all(a["answers"] and all(x["objection"] and x["answer"] for x in a["answers"]) for a in arguments)


class DescribeOrigins:
    def it_names_a_template_or_an_argument_for_every_paragraph(
        self, s1: Draft, s2: Draft, workspace: Workspace
    ) -> None:
        known = {a.id for a in workspace.arguments} | {f"filings/{KIND}/ru.docx"}
        for draft in (s1, s2):
            assert {p.origin.name for p in draft.paragraphs} <= known
            assert all(p.origin.kind in ("template", "argument") for p in draft.paragraphs)

    def it_knows_the_fact_and_the_norms_behind_the_paragraph_that_states_the_period(self, s1: Draft, s2: Draft) -> None:
        for draft in (s1, s2):
            stated = next(p for p in draft.paragraphs if "в течение десяти суток" in p.text)
            assert draft.terms[0].fact in stated.facts
            assert set(draft.terms[0].count.norms) <= set(stated.norms)

    def it_names_facts_that_stand_in_the_case_file(self, s1: Draft, workspace: Workspace) -> None:
        file = workspace.load(CASES / "transit-activist.yaml")
        named = {fact for p in s1.paragraphs for fact in p.facts}
        assert "extradition.decision.on" in named
        for fact in named:
            assert get(file.case, path_of(fact)) is not None, fact

    def it_names_norms_of_the_registry_and_annexes_of_the_case(self, s1: Draft, workspace: Workspace) -> None:
        file = workspace.load(CASES / "transit-activist.yaml")
        norms = {key for p in s1.paragraphs for key in p.norms}
        assert norms <= {*workspace.law.norms, *workspace.law.decisions, *workspace.law.soft_law}
        assert {a for p in s1.paragraphs for a in p.annexes} <= {a.id for a in file.case.annexes}

    def it_names_the_norm_of_every_cited_article(self, s1: Draft) -> None:
        for p in s1.paragraphs:
            if re.search(r"стать[ияеёю]\w*\u00a0\d", p.text) and p.style not in ("Таблица", "Приложение"):
                assert p.norms, p.text

    def it_names_the_condition_that_let_a_paragraph_in(self, s1: Draft) -> None:
        (suspend,) = [p for p in s1.paragraphs if "приостановить решение о выдаче" in p.text]
        assert any(c.startswith("if ask.suspend") for c in suspend.condition)


class DescribeWording:
    def it_names_each_act_in_full_once_and_first(self, s1: Draft, s2: Draft) -> None:
        for draft in (s1, s2):
            text = draft.text
            assert text.count("Уголовно-процессуального кодекса Республики Казахстан (далее\u00a0— УПК\u00a0РК)") == 1
            assert text.index("далее\u00a0— УПК") < re.search(r"(?<!далее\u00a0— )УПК\u00a0РК", text).start()  # type: ignore[union-attr]

    def it_leaves_no_private_mark_and_no_untidy_place(self, s1: Draft, s2: Draft) -> None:
        for draft in (s1, s2):
            assert not re.search("[\ue000-\uf8ff]", draft.text)
            assert draft.problems == ()

    def it_never_pleads_that_a_pending_claim_is_asylum_granted(self, s1: Draft) -> None:
        closing = next(p.text for p in s1.paragraphs if "руководствуясь" in p.text)
        assert "590" in closing
        assert not re.search(r"пункт\w* 4\b|\b4, ", closing)

    def it_cites_the_constitution_in_force_on_the_day_of_each_filing(self, s1: Draft, s2: Draft) -> None:
        told = [d.text.replace("\u00a0", " ") for d in (s1, s2)]
        assert "статьи 17 Конституции Республики Казахстан (далее" in told[0]
        assert "статьи 20 Конституции Республики Казахстан (далее" in told[1]
        assert all("Казахстан 1995 года" not in text for text in told)


class DescribeChangesOfFacts:
    def it_prints_the_other_gender_everywhere(self, workspace: Workspace) -> None:
        def man(data: Any) -> None:
            data["client"]["gender"] = "male"
            data["client"]["name"] = {"surname": "Студёный", "given": "Глеб", "patronymic": "Миронович"}

        text = changed(workspace, man).text.replace("\u00a0", " ")
        assert "Студёного Глеба Мироновича" in text
        for word in ("гражданка", "прибыла", "задержана", " подала "):
            own = [line for line in text.splitlines() if word in line]
            assert not [line for line in own if line.startswith("Студёный")], own

    def it_asks_to_restore_a_missed_period(self, workspace: Workspace) -> None:
        def late(data: Any) -> None:
            data["filing"]["on"] = "2026-02-20"
            data["filing"]["late_reason"] = {
                "ru": "Копия вручена без перевода, и смысл её стал понятен лишь защитнику."
            }

        draft = changed(workspace, late)
        assert "restore" in draft.motions
        assert "Срок пропущен по уважительной причине" in draft.text
        assert "Жалоба подаётся в срок" not in draft.text

    def it_counts_from_the_earlier_service_and_shows_both(self, workspace: Workspace) -> None:
        def both(data: Any) -> None:
            data["extradition"]["decision"]["served"]["defender"] = "2026-02-04"

        draft = changed(workspace, both)
        assert [(t.who, t.count.due.isoformat()) for t in draft.terms] == [
            ("client", "2026-02-09"),
            ("defender", "2026-02-16"),
        ]

    def it_renumbers_annexes_and_references_by_first_mention(self, workspace: Workspace) -> None:
        def reorder(data: Any) -> None:
            data["annexes"] = [data["annexes"][1], data["annexes"][0], *data["annexes"][2:]]

        def unmention(data: Any) -> None:
            reorder(data)
            data["representative"]["defence_notice"]["proof"] = []

        first, second, *rest = changed(workspace, lambda _: None).annexes
        swapped, gone = changed(workspace, reorder), changed(workspace, unmention)
        assert swapped.annexes == (second, first, *rest), "within one reference the order of the case file decides"
        assert gone.annexes == (*rest, second, first), "what the text does not mention stands last"
        assert [p.facts["keys"] for p in gone.problems if p.code.id == "draft/unmentioned"] == [f"{second}, {first}"]
        intro = [next(p.text for p in d.paragraphs if "решено выдать" in p.text) for d in (swapped, gone)]
        assert "(приложение\u00a03)" in intro[0]
        assert "(приложение\u00a01)" in intro[1]
        listed = [p.text.partition(".")[0] for p in gone.paragraphs if p.style == "Приложение"]
        assert listed == [str(n) for n in range(1, len(gone.annexes) + 1)]
        assert [a["id"].replace("\u2011", "-") for a in gone.context["annexes"]] == list(gone.annexes)

    def it_adds_the_lawyers_own_passages_with_their_numbers(self, workspace: Workspace) -> None:
        def add(data: Any) -> None:
            data["filing"]["additions"] = [
                {"section": "arguments", "heading": {"ru": "Особый довод"}, "text": {"ru": "Текст особого довода."}},
                {"section": "requests", "text": {"ru": "вынести частное постановление"}},
            ]

        draft = changed(workspace, add)
        number = len(draft.asks) + 1
        assert any(p.text == f"{number}. Вынести частное постановление." for p in draft.paragraphs)
        assert any(re.fullmatch(r"\d+\.1\. Особый довод", p.text) for p in draft.paragraphs)
