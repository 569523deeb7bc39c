"""`templates check` holds every name of every text against the vocabulary, in branches that no case reaches."""

from __future__ import annotations

from pathlib import Path
from zipfile import ZipFile

import pytest

from panahat.drafting.names import unknown_names
from panahat.library import shipped
from panahat.problems import Problem
from panahat.workspace import Workspace

ARGUMENT = "arguments/health/{language}.md"


@pytest.fixture(scope="module")
def workspace() -> Workspace:
    return Workspace.at(None)


def found(workspace: Workspace) -> list[Problem]:
    """Every unknown name that the texts of a workspace use."""
    return list(
        unknown_names(
            workspace.library,
            workspace.law,
            workspace.filings,
            workspace.arguments,
            lambda n: workspace.template(n).texts,
        )
    )


def with_text(office: Path, name: str, added: str) -> Workspace:
    """The workspace of an office whose copy of a text ends with `added`."""
    own = office / name
    own.parent.mkdir(parents=True, exist_ok=True)
    own.write_text((shipped() / name).read_text("utf-8") + added, "utf-8")
    return Workspace.at(office)


def it_finds_nothing_in_the_texts_that_are_shipped(workspace: Workspace) -> None:
    assert found(workspace) == []


@pytest.mark.parametrize("language", ["ru", "kk"])
@pytest.mark.parametrize(
    ("text", "name", "nearest"),
    [
        ("{% if client.iin and not client.iin %}{{ client.adress }}{% endif %}", "client.adress", "client.address"),
        (
            "{% if expulsion %}{% else %}{{ expulsion.ruling.leaveby }}{% endif %}",
            "leaveby",
            "expulsion.ruling.leave_by",
        ),
        ("{% for c in charges %}{% if c.military and c.artcle %}.{% endif %}{% endfor %}", "c.artcle", "c.article"),
        (
            "{% for c in asylum %}{% for d in c.decisions %}{{ d.outcom }}{% endfor %}{% endfor %}",
            "outcom",
            "d.outcome",
        ),
        ("{% if clientt %}.{% endif %}", "clientt", "client"),
        ("{{ client.name.nominative }}", "client.name.nominative", "client.name.nom"),
    ],
)
def it_finds_a_name_in_a_branch_that_is_never_reached(
    tmp_path: Path, language: str, text: str, name: str, nearest: str
) -> None:
    file = ARGUMENT.format(language=language)
    [problem] = found(with_text(tmp_path, file, f"\n\n{text}\n"))
    assert problem.code.id == "draft/unknown-name"
    assert problem.file == file
    assert problem.line == (tmp_path / file).read_text("utf-8").splitlines().index(text) + 1
    assert name in problem.facts["name"]
    assert nearest in problem.facts["nearest"]


def it_finds_a_value_that_is_no_text(tmp_path: Path) -> None:
    text = "\n\n{% if client.iin %}{{ extradition.decision.by }}{{ risk.fear }}{{ entry }}{% endif %}\n"
    problems = found(with_text(tmp_path, ARGUMENT.format(language="ru"), text))
    assert [p.code.id for p in problems] == ["draft/not-printable"] * 3


def with_word(office: Path, name: str, part: str, old: bytes, new: bytes) -> Workspace:
    """The workspace of an office whose copy of a Word template has `new` for `old` in a part."""
    own = office / name
    own.parent.mkdir(parents=True)
    with ZipFile(shipped() / name) as given, ZipFile(own, "w") as written:
        for item in given.infolist():
            data = given.read(item)
            if item.filename == part:
                assert old in data
                data = data.replace(old, new, 1)
            written.writestr(item, data)
    return Workspace.at(office)


@pytest.mark.parametrize(
    ("name", "part"),
    [
        ("filings/supreme-court-complaint/ru.docx", "word/header1.xml"),
        ("filings/expulsion-appeal/kk.docx", "word/header1.xml"),
        ("sheets/review/ru.docx", "word/header1.xml"),
    ],
)
def it_reads_headers_too(tmp_path: Path, name: str, part: str) -> None:
    [problem] = found(with_word(tmp_path, name, part, b"</w:p>", b"<w:r><w:t>{{ clientt }}</w:t></w:r></w:p>"))
    assert (problem.file, problem.facts["name"]) == (f"{name} (header1)", "clientt")


def it_reads_the_review_sheet_by_its_own_description(tmp_path: Path) -> None:
    name = "sheets/review/ru.docx"
    [problem] = found(with_word(tmp_path, name, "word/document.xml", b"sheet.filing_on", b"sheet.filed_on"))
    assert (problem.file, problem.facts["nearest"]) == (name, "sheet.filing_on")


def it_names_the_paragraph_of_a_word_template(tmp_path: Path) -> None:
    name = "filings/humanitarian-visa-letter/en.docx"
    unit = b"{{ visa.service.unit|capfirst }}", b"{{ visa.service.units|capfirst }}"
    workspace = with_word(tmp_path, name, "word/document.xml", *unit)
    [problem] = found(workspace)
    assert problem.facts == {"name": "visa.service.units", "nearest": "visa.service.unit"}
    assert problem.line is not None
    assert "visa.service.units" in workspace.template(name).outline[problem.line - 1].text
