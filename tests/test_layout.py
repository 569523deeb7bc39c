"""The house stays in order: engines stay in one room, files stay small (who may import whom: `test_house`)."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

SOURCE = Path(__file__).resolve().parents[1] / "src" / "panahat"
STREET = ("case", "argue", "drafting", "render", "seal", "review")
LIBRARIES = ("law", "language")
ENGINES = {
    "docxtpl": {"render"},
    "docx": {"render"},
    "jinja2": {"sandbox", "render", "versions"},
    "pydantic": {"case"},
    "pymorphy3": {"language"},
    "pytrovich": {"language"},
    "num2words": {"language"},
    "click": {"cli"},
    "babel": {"messages", "language"},
    "python_redlines": {"review"},
    "pypdf": {"page_counting", "papers", "seal"},
    "rapidfuzz": {"aligning", "review"},
}


@cache
def modules() -> list[tuple[Path, str, ast.Module]]:
    return [
        (file, file.relative_to(SOURCE).parts[0].removesuffix(".py"), ast.parse(file.read_text("utf-8")))
        for file in sorted(SOURCE.rglob("*.py"))
    ]


def imports(tree: ast.Module) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def test_each_engine_lives_in_one_room() -> None:
    wrong = [
        f"{file.relative_to(SOURCE)} imports {name}"
        for file, room, tree in modules()
        for name in imports(tree)
        if (engine := name.split(".")[0]) in ENGINES and room not in ENGINES[engine]
    ]
    assert not wrong


def test_nothing_can_open_a_connection() -> None:
    forbidden = {"socket", "urllib.request", "http.client", "requests", "httpx", "ftplib", "smtplib", "asyncio"}
    wrong = [
        f"{file.relative_to(SOURCE)} imports {name}"
        for file, _, tree in modules()
        for name in imports(tree)
        if name in forbidden
    ]
    assert not wrong


def test_files_stay_small() -> None:
    lengths = {file.relative_to(SOURCE): len(file.read_text("utf-8").splitlines()) for file, _, _ in modules()}
    longest = max(lengths, key=lambda f: lengths[f])
    assert lengths[longest] <= 350, f"{longest} has {lengths[longest]} lines: does it still have one subject?"
    ordered = sorted(n for n in lengths.values() if n)
    assert ordered[len(ordered) // 2] <= 120


def test_every_room_has_its_folder_of_tests() -> None:
    rooms = {file.parent.name for file in SOURCE.glob("*/__init__.py")}
    assert rooms <= {file.parent.name for file in Path(__file__).parent.glob("*/test_*.py")}


def test_every_room_says_what_it_is_for() -> None:
    for room in (*STREET, *LIBRARIES, "versions", "docket", "cli", "messages"):
        doc = ast.get_docstring(ast.parse((SOURCE / room / "__init__.py").read_text("utf-8")))
        assert doc, room
        assert len(doc) > 60, room


def test_importing_the_package_loads_nothing_heavy() -> None:
    import subprocess
    import sys

    code = "import sys, panahat; print(*sorted(m for m in sys.modules if '.' not in m))"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split()
    assert not {"click", "pydantic", "yaml", "jinja2", "lxml", "docx", "babel", "pymorphy3", "rapidfuzz"} & set(loaded)
