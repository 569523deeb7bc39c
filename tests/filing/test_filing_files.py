"""A flaw of filing.yaml is told with its own code at its line; no kind of filing is named in Python."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest
import yaml
from click.testing import CliRunner
from msgspec.structs import replace

from panahat.argue.condition_reading import Known, read_conditions
from panahat.cli import main
from panahat.drafting.filing_loading import load_filings
from panahat.drafting.filing_reading import check_filing
from panahat.drafting.unbound import unbound
from panahat.law.registry import load_law
from panahat.library import Library, shipped
from panahat.pages import Page
from panahat.problems import Refused
from panahat.workspace import Workspace

KIND = "supreme-court-complaint"
SOURCE = (shipped() / f"filings/{KIND}/filing.yaml").read_text("utf-8")


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("{id: risk, title", "{id: refuge, title", "draft/twice"),
        ("key: dl-592-complaint", "key: dl-592-complain", "argue/unknown-name"),
        ("addressee: {fixed: sc}", "addressee: {fixed: sx}", "argue/unknown-name"),
        ("- id: notify\n  title:", "- title:", "yaml/missing-field"),
        ("{asked: suspend}", "{asked: suspense}", "argue/unknown-name"),
        ("{late: true}", "{late: perhaps}", "argue/condition-value"),
        ("{fact: annexes}", "{fact: anexes}", "argue/condition-field"),
        ("client: extradition.decision.served.client", "client: extradition.decision.number", "draft/no-day"),
        ("- client.gender", "- client.gendre", "argue/condition-field"),
        ("sections_from: 4", "sections_from: four", "yaml/wrong-type"),
        ("forum: court", "forun: court", "yaml/unknown-field"),
        ("- state: not-applicable", "- state: not-aplicable", "yaml/not-one-of"),
        ("- state: not-applicable", "- instead: [supreme-court-plaint]\n  state: late", "argue/unknown-name"),
    ],
)
def test_a_flaw_is_told_at_its_line(tmp_path: Path, old: str, new: str, code: str) -> None:
    shutil.copytree(shipped() / f"filings/{KIND}", tmp_path / f"filings/{KIND}")
    assert SOURCE.count(old) >= 1
    (tmp_path / f"filings/{KIND}/filing.yaml").write_text(SOURCE.replace(old, new, 1), "utf-8")
    with pytest.raises(Refused) as caught:
        load_filings(Library((tmp_path, shipped())))
    [problem] = caught.value.problems
    assert (problem.code.id, problem.file) == (code, f"filings/{KIND}/filing.yaml")
    assert problem.line in (SOURCE[: SOURCE.index(old)].count("\n") + 1, SOURCE[: SOURCE.index(old)].count("\n") + 2)


def test_all_flaws_of_all_files_are_told_at_once(tmp_path: Path) -> None:
    for folder in ("filings/" + KIND, "arguments/torture-risk"):
        shutil.copytree(shipped() / folder, tmp_path / folder)
    flaws = {
        f"filings/{KIND}/filing.yaml": {
            "title:\n  ru:": "titel:\n  ru:",
            "key: dl-592-complaint": "key: dl-592-complain",
            "{id: risk, title": "{id: refuge, title",
            "- id: notify\n  title:": "- title:",
            "copy of the ruling\n  when: {always: true}": "copy of the ruling\n  when: {fact: anexes}",
            "addressee: {fixed: sc}": "addressee: {by_region: filing.region, bodies: {almati: sc}}",
            "- w-no-consulate": "- w-no-consul",
            "complaint: [kz-upk-592-1]": "complaint: [kz-upk-592-0]",
        },
        "arguments/torture-risk/argument.yaml": {"force:": "farce:", "any: [": "any: [{fact: client.hold}, "},
    }
    for name, changes in flaws.items():
        text = (tmp_path / name).read_text("utf-8")
        for old, new in changes.items():
            assert old in text, old
            text = text.replace(old, new, 1)
        (tmp_path / name).write_text(text, "utf-8")
    done = CliRunner().invoke(main, ["--lang", "en", "--templates", str(tmp_path), "templates", "check", "--json"])
    told = json.loads(done.stdout)["problems"]
    assert done.exit_code == 1
    assert all(p["line"] for p in told)
    found = sorted((Path(p["file"]).parent.name, p["code"].split("/")[1], p["path"]) for p in told)
    assert found == [
        (KIND, "condition-field", "asks[3].when.fact"),
        (KIND, "missing-field", "asks[3].id"),
        (KIND, "missing-field", "title"),
        (KIND, "twice", "sections[1].id"),
        (KIND, "unknown-field", "titel"),
        (KIND, "unknown-name", "addressee.bodies.almati"),
        (KIND, "unknown-name", "cites.complaint[0]"),
        (KIND, "unknown-name", "periods[0].key"),
        (KIND, "unknown-name", "warnings[4]"),
        ("torture-risk", "condition-field", "any[0].fact"),
        ("torture-risk", "missing-field", "force"),
        ("torture-risk", "unknown-field", "farce"),
    ]
    hints = " ".join(p["hint"] for p in told)
    for nearest in ("annexes", "almaty", "kz-upk-592-", "dl-592-complaint", "w-no-consulate", "client.held"):
        assert nearest in hints, nearest


ODD: tuple[Any, ...] = ("", "odd", [], ["odd"], [["odd"]], {}, {"odd": "odd"}, {"odd": ["odd"]}, {"id": {}, "when": []})


def nodes(data: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    if path:
        yield path
    inside = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    for key, value in inside:
        yield from nodes(value, (*path, key))


KINDS = sorted(f.name for f in (shipped() / "filings").iterdir() if f.is_dir())
TURNS = 4
"""Each kind has every fourth of its values changed, each the next: together they change every kind of value."""


@pytest.mark.parametrize("kind", KINDS)
def test_whatever_stands_in_a_filing_is_told_and_never_breaks_the_program(kind: str) -> None:
    source = (shipped() / f"filings/{kind}/filing.yaml").read_text("utf-8")
    data = yaml.load(source, yaml.BaseLoader)
    law = load_law(Library.standing())
    known = Known(law, read_conditions(Library.standing(), law, {})[0], (), {"annul"})
    for n, path in list(enumerate(nodes(data)))[KINDS.index(kind) % TURNS :: TURNS]:
        changed = deepcopy(data)
        inner = changed
        for step in path[:-1]:
            inner = inner[step]
        inner[path[-1]] = ODD[n % len(ODD)]
        page = Page(f"filings/{kind}/filing.yaml", changed)
        check_filing(page, known, kind, ("ru", "kk", "en"))
        assert all(p.code.id and isinstance(p.path, tuple) for p in page.problems)


@pytest.mark.parametrize(
    ("old", "new", "code", "path"),
    [
        ("section: risk", "section: risks", "draft/no-section", "section"),
        ("asks: [", "asks: [annull, ", "draft/no-request", "asks[0]"),
    ],
)
def test_an_argument_that_no_filing_takes_up_is_told(tmp_path: Path, old: str, new: str, code: str, path: str) -> None:
    home = tmp_path / "arguments/torture-risk"
    shutil.copytree(shipped() / "arguments/torture-risk", home)
    text = (home / "argument.yaml").read_text("utf-8")
    assert old in text
    (home / "argument.yaml").write_text(text.replace(old, new, 1), "utf-8")
    workspace = Workspace.at(tmp_path)
    [problem] = unbound(workspace.library, workspace.filings, workspace.arguments)
    assert (problem.code.id, problem.where, problem.file) == (code, path, "arguments/torture-risk/argument.yaml")
    assert problem.line
    assert problem.facts["nearest"] in ("risk", "annul")


def test_an_argument_that_sections_of_its_name_do_not_list_is_told(tmp_path: Path) -> None:
    workspace = Workspace.at(None)
    listed = {
        kind: replace(f, sections=[replace(s, arguments=("no-copy",)) for s in f.sections])
        for kind, f in workspace.filings.items()
    }
    told = list(unbound(workspace.library, listed, workspace.arguments))
    sections = {s.id for f in listed.values() for s in f.sections}
    homeless = {f"arguments/{a.id}/argument.yaml" for a in workspace.arguments if a.section not in sections}
    assert {p.file for p in told if p.code.id == "draft/no-section"} == homeless
    assert {p.code.id for p in told if p.file not in homeless} == {"draft/no-filing"}
    assert len(told) == len(workspace.arguments) - 1
    assert {p.level for p in told if p.code.id == "draft/no-filing"} == {"warning"}


def test_every_shipped_argument_is_pleaded_by_a_filing_that_makes_its_requests() -> None:
    workspace = Workspace.at(None)
    assert list(unbound(workspace.library, workspace.filings, workspace.arguments)) == []


@pytest.mark.parametrize("language", ["ru", "kk", "en"])
def test_explain_says_every_request_and_motion_in_words_of_the_language(language: str) -> None:
    workspace = Workspace.at(None)
    relief = [w for filing in workspace.filings.values() for w in (*filing.asks, *filing.motions)]
    assert [w.id for w in relief if not w.title.get(language)] == []
    case = Path(__file__).parents[2] / "cases/border-guard.yaml"
    told = CliRunner().invoke(main, ["--lang", language, "explain", str(case), "--for", "expulsion-appeal"]).output
    assert [w.id for w in relief if "_" in w.id and w.id in told] == []
    assert workspace.filings["expulsion-appeal"].asks[0].title[language] in told
