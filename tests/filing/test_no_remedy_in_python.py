"""No line of Python names a remedy, a kind of filing or an argument: they are folders of templates and facts of the case.

The facts of each remedy have a model and rules in the room `case`; everything else reads them by paths that data names.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from panahat.case.engine import shapes
from panahat.library import shipped

ROOT = Path(__file__).resolve().parents[2] / "src/panahat"
FACTS = "case"
MODELS = "case/models/"
REMEDY = re.compile(r"expulsion|expelled|extradit|handover|hand_over|deport|visa(?!b)", re.IGNORECASE)
COMPUTATIONS = {
    "argue/charges.py": "limitation, dual criminality and thresholds of a charge",
    "argue/facts_of_charges.py": "the same of every charge, for the tables of a text",
    "argue/tests.py": "the same as tests that conditions name",
    "drafting/context/computed.py": "words that are computed from several facts",
}
"""Files that may name a remedy, and what they compute; none may stay that needs it no more."""
DATA = {"law/destinations.py": "kinds of papers that destinations.yaml may name"}


def names(tree: ast.Module) -> Iterator[tuple[str, int]]:
    """Every identifier and string of the program with its line, without docstrings and messages."""
    silent: set[int] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            silent.add(id(node.value))
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "N_":
            silent.update(id(argument) for argument in node.args)
    for node in ast.walk(tree):
        line = getattr(node, "lineno", 0)
        for field in ("id", "attr", "arg", "name", "module", "asname"):
            if isinstance(value := getattr(node, field, None), str):
                yield value, line
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in silent:
            yield node.value, line


def found(pattern: re.Pattern[str]) -> dict[str, list[int]]:
    """The lines of each file whose names the pattern finds."""
    out: dict[str, list[int]] = {}
    for file in sorted(ROOT.rglob("*.py")):
        for name, line in names(ast.parse(file.read_text("utf-8"))):
            if pattern.search(name):
                out.setdefault(file.relative_to(ROOT).as_posix(), []).append(line)
    return out


def test_no_kind_of_filing_and_no_argument_is_named() -> None:
    folders = [f.name for room in ("filings", "arguments") for f in (shipped() / room).iterdir() if f.is_dir()]
    words = [name for name in folders if "-" in name]
    ids = re.compile(rf"^(?:{'|'.join(map(re.escape, words))})$|[/. ](?:{'|'.join(map(re.escape, words))})\b")
    assert {file: lines for file, lines in found(ids).items() if not file.startswith(MODELS)} == {}
    facts = {choice for group in shapes() for field in shapes()[group].fields.values() for choice in field.choices}
    told = {name for file in (ROOT / MODELS).glob("*.py") for name, _ in names(ast.parse(file.read_text("utf-8")))}
    assert {name for name in told if ids.search(name)} <= facts, (
        "a choice of a fact may bear the name of what pleads it"
    )


def test_no_remedy_is_named_outside_its_facts_and_their_computations() -> None:
    named = {file: lines for file, lines in found(REMEDY).items() if file.split("/")[0] != FACTS}
    assert {file: lines for file, lines in named.items() if file not in {**COMPUTATIONS, **DATA}} == {}


def test_every_exception_is_still_needed() -> None:
    assert {*COMPUTATIONS, *DATA} <= found(REMEDY).keys()


def test_expulsion_is_named_by_its_facts_and_their_rules_alone() -> None:
    """The proof of the machine: this remedy came without a line of Python beside its facts, their rules and their words."""
    files = {"case/models/__init__.py", "case/models/expulsion.py", "case/words.py"}
    named = found(re.compile("expulsion|expelled", re.IGNORECASE))
    assert {file for file in named if not file.startswith("case/rules/")} <= files
