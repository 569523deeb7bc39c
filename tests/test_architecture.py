"""docs/architecture.md says of the house what its rules say: every room, what it is for, and whom it may import."""

from __future__ import annotations

import ast
import re
from itertools import pairwise
from pathlib import Path

import pytest

from test_house import GROUND, MAY_IMPORT, PACKAGE, SOURCE, sources

PAGE = Path(__file__).resolve().parents[1] / "docs" / "architecture.md"
START, END = "<!-- table: written by `python tests/test_architecture.py` -->\n", "<!-- end of table -->\n"


def purpose(room: str) -> str:
    """The first sentence of what a room says of itself."""
    place = SOURCE / PACKAGE / room
    file = place / "__init__.py" if place.is_dir() else place.with_suffix(".py")
    told = " ".join((ast.get_docstring(ast.parse(file.read_text("utf-8"))) or "").split("\n\n")[0].split())
    return re.split(r"(?<=\.)\s(?=[A-Z])", told)[0].rstrip(".:")


def table() -> str:
    """The rooms in the order of the rules: what each is for, whom it may import beside the ground."""
    rows = ["| room | what it is for | may import |", "|---|---|---|"]
    for room, others in MAY_IMPORT.items():
        if room and room in {name.split(".")[0] for name in sources()}:
            beside = sorted(others - GROUND, key=list(MAY_IMPORT).index)
            ground = "the ground" if others >= GROUND else ", ".join(sorted(others & GROUND))
            rows.append(f"| `{room}` | {purpose(room)} | {', '.join(filter(None, (ground, *beside))) or 'nothing'} |")
    return "\n".join(rows) + "\n"


def rewritten(text: str) -> str:
    head, rest = text.split(START)
    return head + START + table() + END + rest.split(END)[1]


def test_the_table_is_the_rules() -> None:
    text = PAGE.read_text("utf-8")
    assert text == rewritten(text), "run: python tests/test_architecture.py"


def test_the_picture_shows_every_room_and_no_other() -> None:
    picture = PAGE.read_text("utf-8").split("```mermaid\n")[1].split("```")[0]
    groups = set(re.findall(r"subgraph (\w+)", picture))
    drawn = {word for line in picture.splitlines()[1:] for word in re.findall(r"\b[a-z_]+\b", line.split("[")[0])}
    drawn -= groups | {"subgraph", "end"}
    rooms = {name.split(".")[0] for name in sources()} - {"", "__main__", "version", "codes", "opener"}
    assert drawn == rooms


def test_each_arrow_of_the_picture_is_allowed() -> None:
    picture = PAGE.read_text("utf-8").split("```mermaid\n")[1].split("```")[0]
    for line in picture.splitlines():
        chain = [word.strip() for word in line.split("-->")]
        for one, other in pairwise(chain):
            assert one not in MAY_IMPORT or other in MAY_IMPORT[one], f"{one} --> {other}"


@pytest.mark.parametrize("record", sorted((PAGE.parent / "decisions").glob("0*.md")), ids=lambda path: path.stem)
def test_a_decision_is_short_numbered_and_listed(record: Path) -> None:
    number = int(record.name[:4])
    lines = record.read_text("utf-8").splitlines()
    assert lines[0].startswith(f"# {number}. ")
    assert len(lines) <= 25
    assert f"| [{number}]({record.name}) |" in (record.parent / "README.md").read_text("utf-8")


def test_papers_name_files_that_are_there() -> None:
    root = PAGE.parents[1]
    for paper in (PAGE, root / "CONTRIBUTING.md", *(PAGE.parent / "decisions").glob("*.md")):
        text = paper.read_text("utf-8")
        for link in re.findall(r"\]\((?!https?:)([^)#]+)", text):
            assert (paper.parent / link).exists(), f"{paper.name}: {link}"
        for path in re.findall(r"`((?:tests|src|templates|cases|docs)/[\w./-]*)`", text):
            assert (root / path).exists(), f"{paper.name}: {path}"


if __name__ == "__main__":
    PAGE.write_text(rewritten(PAGE.read_text("utf-8")), "utf-8")
