"""The vocabulary made from the schema: what a field is called and how it prints follows from its kind, in every language."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from textwrap import indent
from typing import Any

import pytest
from plainly import plain

from panahat.case.engine import shapes
from panahat.case.loading import CaseFile, load_bytes
from panahat.drafting.context import Words, vocabulary
from panahat.drafting.context.groups import Form, Group
from panahat.drafting.context.printing import Printer
from panahat.drafting.context.scribe import Fact, Scribe
from panahat.language import tongue
from panahat.workspace import Workspace

CASES = Path(__file__).resolve().parents[2] / "cases"
EXPULSION = """
track: koap
offences:
- article: '517'
  part: "3"
  alleged_on: 2026-01-20
  conduct: {ru: "Не выехал в срок.", kk: "Мерзімінде кетпеді."}
  admitted: "false"
  proof: [service-receipt]
- {article: '510', alleged_on: 2026-01-21}
detained: 2026-01-28 09:40
ruling:
  by: {ru: "Специализированный административный суд города Алматы", kk: "Алматы қаласының мамандандырылған әкімшілік соты"}
  on: 2026-01-28
  number: 7520-26-00-3/111
  penalty: fine-and-expulsion
  leave_by: 2026-02-05
  in_absentia: "true"
  answers:
    asylum: {grade: formulaic, quote: {ru: "Доводы несостоятельны.", kk: "Дәлелдер негізсіз."}, page: "3"}
hearing_language: ru
signs_of_request: [wanted-notice-before, same-day]
stay: {overstay_days: "12", ban_years: "5"}
"""


@pytest.fixture(scope="module")
def workspace() -> Workspace:
    return Workspace.at(None)


@pytest.fixture(scope="module")
def file() -> CaseFile:
    text = (CASES / "transit-activist.yaml").read_text("utf-8")
    return load_bytes(f"{text}\nexpulsion:{indent(EXPULSION, '  ')}".encode(), "case.yaml")


def words(workspace: Workspace, file: CaseFile, language: str) -> Words:
    made = vocabulary(file, workspace.law, workspace.filing("supreme-court-complaint"), workspace.arguments, language)
    assert isinstance(made, Words)
    return made


def at(data: Any, dotted: str) -> Any:
    for step in dotted.split("."):
        data = data[int(step)] if step.isdigit() else data[step]
    return data


@pytest.mark.parametrize(
    ("name", "ru", "kk"),
    [
        ("ruling.on.text", "28 января 2026 года", "2026 жылғы 28 қаңтар"),
        ("detained.hour", "09:40", "09:40"),
        ("detained.on.short", "28.01.2026", "28.01.2026"),
        (
            "ruling.by.gen",
            "Специализированного административного суда города Алматы",
            "Алматы қаласы мамандандырылған әкімшілік сотының",
        ),
        ("ruling.number", "7520-26-00-3/111", "7520-26-00-3/111"),
        ("ruling.penalty", "fine-and-expulsion", "fine-and-expulsion"),
        ("hearing_language_words.prep", "русском языке", None),
        ("hearing_language_words.loc", None, "орыс тілінде"),
        ("offences.0.conduct.0", "Не выехал в срок.", "Мерзімінде кетпеді."),
        ("offences.1.n", "2", "2"),
        ("ruling.answers.asylum.quote.0", "Доводы несостоятельны.", "Дәлелдер негізсіз."),
        ("ruling.answers.asylum.page", "3", "3"),
        ("stay.overstay_days", "12", "12"),
        ("stay.overstay_days_counted.nom", "12 дней", "күнтізбелік 12 күн"),
        ("stay.ban_years_counted.gen", "5 лет", None),
        ("signs_of_request.1", "same-day", "same-day"),
    ],
)
def it_prints_a_field_by_its_kind(
    workspace: Workspace, file: CaseFile, name: str, ru: str | None, kk: str | None
) -> None:
    for language, expected in (("ru", ru), ("kk", kk)):
        if expected is not None:
            found = at(words(workspace, file, language).data["expulsion"], name)
            assert plain(found) == expected
            assert name.endswith(".n") or found.sources, "a printed value knows its fact"


def it_narrows_a_citation_to_the_part_beside_the_norm(workspace: Workspace, file: CaseFile) -> None:
    offence = words(workspace, file, "ru").data["expulsion"]["offences"][0]
    assert "часть" in offence["article"]["nom"]
    assert "517" in offence["article"]["nom"]
    assert {s.kind for s in offence["article"]["nom"].sources} == {"fact"}
    assert offence["article_title"]


def it_refers_to_the_annexes_that_prove_a_group(workspace: Workspace, file: CaseFile) -> None:
    offence = words(workspace, file, "ru").data["expulsion"]["offences"][0]
    number = str([a.id for a in file.case.annexes].index("service-receipt") + 1)
    assert offence["annex_numbers"] == number
    assert number in offence["ref"]
    assert number in offence["conduct_proved"][0]


CITED = {
    "ru": (
        " (приложение 1, л. 2; приложения 2 и 3; приложение 4, л. 1, 3–5; подтверждает также: соседка)",
        "1 (л. 2), 2, 3, 4 (л. 1, 3–5)",
    ),
    "kk": (
        " (1-қосымша, 2-парақ; 2 және 3-қосымшалар; 4-қосымша, 1, 3–5-парақтар; сондай-ақ растайтын: көршісі)",
        "1 (2-парақ), 2, 3, 4 (1, 3–5-парақтар)",
    ),
    "en": (
        " (annex 1, sheet 2; annexes 2 and 3; annex 4, sheets 1, 3–5; also confirmed by: a neighbour)",
        "1 (sheet 2), 2, 3, 4 (sheets 1, 3–5)",
    ),
}


@pytest.mark.parametrize("language", CITED)
def it_prints_the_sheet_of_an_annex_and_what_else_confirms_it(language: str) -> None:
    by = {"ru": "соседка", "kk": "көршісі", "en": "a neighbour"}
    proof = [
        {"annex": "request", "pages": "3-5"},
        "service-receipt",
        {"annex": "request", "page": "1"},
        {"annex": "wanted-notice", "page": "2", "confirmed_by": by},
        "boarding-pass",
    ]
    numbers = {"wanted-notice": 1, "service-receipt": 2, "boarding-pass": 3, "request": 4}
    text = (CASES / "transit-activist.yaml").read_text("utf-8")
    case = load_bytes(f"{text}\nexpulsion: {{proof: {json.dumps(proof, ensure_ascii=False)}}}".encode(), "x").case
    found = Scribe(tongue(language), numbers, lambda _: None).refs(Fact(case.expulsion, ("expulsion",)))
    assert (plain(found["ref"]), plain(found["annex_numbers"])) == CITED[language]
    assert {(s.kind, s.name) for s in found["ref"].sources} == {
        *(
            ("annex", name)
            for name in ("wanted-notice:2", "service-receipt", "boarding-pass", "request:1", "request:3-5")
        ),
        *(
            ("fact", f"expulsion.proof[{n}].{key}")
            for n, key in ((0, "pages"), (2, "page"), (3, "page"), (3, "confirmed_by"))
        ),
    }


def it_says_false_of_what_is_absent_and_of_a_flag_that_does_not_hold(workspace: Workspace, file: CaseFile) -> None:
    expulsion = words(workspace, file, "ru").data["expulsion"]
    assert not expulsion["appeal"]
    assert not expulsion["appeal"]["outcome"]
    assert expulsion["released"] is False
    assert expulsion["ruling"]["leave_by"]
    first, second = expulsion["offences"]
    assert (first["admitted"], first["not_admitted"]) == (False, True)
    assert (second["admitted"], second["not_admitted"]) == (False, False)
    assert expulsion["offences_last"]["n"] == "2"


def it_takes_the_body_that_made_an_act_from_its_key_where_no_words_are_given(
    workspace: Workspace, file: CaseFile
) -> None:
    names = words(workspace, file, "ru").printer.names("ExpulsionRuling")
    assert names["by"].form.names.keys() == names["body"].form.names.keys()


@pytest.mark.parametrize("language", ["ru", "kk"])
def it_knows_the_names_of_every_group_of_the_schema_without_a_case(
    workspace: Workspace, file: CaseFile, language: str
) -> None:
    printer = words(workspace, file, language).printer
    for group in shapes():
        if group not in ("Words", "Text", "PersonName", "NameForms", "Case"):
            for name, made in printer.names(group).items():
                assert isinstance(made.form, Form), f"{group}.{name}"


@pytest.mark.parametrize("language", ["ru", "kk"])
def it_prints_what_the_form_of_a_name_promises(workspace: Workspace, file: CaseFile, language: str) -> None:
    made = words(workspace, file, language)
    for key, group in (("expulsion", "Expulsion"), ("entry", "Entry")):
        keeps(made.printer, made.data[key], Form(group=group), key)


WITHOUT_SOURCE = {
    "n",
    "he",
    "him",
    "his",
    "citizen",
    "v",
    "p",
    "claim_state",
    "past_harm_kinds",
    "category",
    "key",
    "body",
}
"""Numbers of lists, words that agree with a person, keys to compare, bodies that no fact names."""


@pytest.mark.parametrize(
    ("case", "kind", "language"),
    [
        ("transit-activist", "supreme-court-complaint", "ru"),
        ("regional-critic", "supreme-court-complaint", "kk"),
        ("refused-officer", "humanitarian-visa-letter", "en"),
        ("client-with-family", "humanitarian-visa-letter", "kk"),
    ],
)
def it_knows_the_fact_norm_or_annex_of_every_value(workspace: Workspace, case: str, kind: str, language: str) -> None:
    made = vocabulary(
        workspace.load(CASES / f"{case}.yaml"), workspace.law, workspace.filing(kind), workspace.arguments, language
    )
    assert list(unsourced(made.printer, made.data, Form(group="Case"), "")) == []


def unsourced(printer: Printer, value: Any, form: Form, where: str) -> Iterator[str]:
    """Where a printed text has no source."""
    if not value or where.rpartition(".")[2] in WITHOUT_SOURCE:
        return
    if isinstance(value, list):
        for n, one in enumerate(value):
            yield from unsourced(printer, one, form.each or Form(), f"{where}[{n}]")
    elif isinstance(value, dict):
        for name, below in printer.asked(form).items():
            yield from unsourced(printer, value.get(name), below, f"{where}.{name}")
    elif isinstance(value, str) and not getattr(value, "sources", ()):
        yield where


def keeps(printer: Printer, value: Any, form: Form, where: str) -> None:
    """Every value has the names and members that its form promises, and no others."""
    if not value:
        return
    if form.each is not None:
        assert isinstance(value, list), where
        for n, one in enumerate(value):
            keeps(printer, one, form.each, f"{where}[{n}]")
    elif names := printer.asked(form):
        assert isinstance(value, dict), where
        if not isinstance(value, Group):
            assert set(value) == set(names), where
        for name, below in names.items():
            keeps(printer, value.get(name), below, f"{where}.{name}")
    else:
        assert isinstance(value, str | bool), where
