"""Problem codes are data: each stands once in the table of its room, is used by name in the code, and says everything."""

from __future__ import annotations

import ast
import importlib
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from panahat.problems import ERROR, NOTE, WARNING, Codes

SOURCE = Path(__file__).resolve().parents[1] / "src"
TABLES = sorted(SOURCE.rglob("codes.txt"))
TEXT_ONLY = {"panahat.language.codes"}
"""Rooms whose codes are named by their ids."""


def module_of(table: Path) -> str:
    return ".".join(table.relative_to(SOURCE).with_suffix("").parts)


def named() -> Iterator[tuple[str, str, str]]:
    """(table, name, file) of every code that the program names: `codes.NO_FILE`, or NO_FILE imported from the table."""
    tables = {module_of(t) for t in TABLES}
    for file in sorted(SOURCE.rglob("*.py")):
        tree = ast.parse(file.read_text("utf-8"))
        known: dict[str, str] = {}
        for line in (n for n in ast.walk(tree) if isinstance(n, ast.ImportFrom)):
            for alias in line.names:
                if line.module in tables and alias.name != "BOOK":
                    yield line.module, alias.name, file.name
                elif f"{line.module}.{alias.name}" in tables:
                    known[alias.asname or alias.name] = f"{line.module}.{alias.name}"
        for node in ast.walk(tree):
            if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id in known:
                yield known[node.value.id], node.attr, file.name


def test_every_name_in_the_code_is_a_code() -> None:
    books = {module_of(t): importlib.import_module(module_of(t)).BOOK for t in TABLES}
    unknown = []
    for table, name, file in named():
        try:
            books[table].named(name)
        except AttributeError:
            unknown.append(f"{file}: {table}.{name}")
    assert not unknown


@pytest.mark.parametrize("table", TABLES, ids=module_of)
def test_every_code_of_a_table_is_used(table: Path) -> None:
    module = module_of(table)
    book = importlib.import_module(module).BOOK
    used = {book.named(name).id for at, name, _ in named() if at == module}
    assert module in TEXT_ONLY or {code.id for code in book} == used


@pytest.mark.parametrize("table", TABLES, ids=module_of)
def test_a_table_holds_whole_codes(table: Path) -> None:
    lines = [x for x in table.read_text("utf-8").splitlines() if x.strip() and not x.startswith("#")]
    for n, line in enumerate(lines):
        assert line.startswith("    ") == bool(n % 4), (
            f"a code is four lines: severity and id, what, why, remedy: {line}"
        )
    for code in Codes(str(table)):
        assert code.severity in (ERROR, WARNING, NOTE)
        assert code.id.count("/") == 1
        assert code.what
        assert code.why
        assert code.remedy


def test_every_code_stands_once() -> None:
    count = Counter(code.id for table in TABLES for code in Codes(str(table)))
    assert not [id for id, n in count.items() if n > 1]
