"""The house is one street: every room imports only what its row of the table allows, and no module leads back to itself."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path

import pytest

SOURCE = Path(__file__).resolve().parents[1] / "src"
PACKAGE = "panahat"

GROUND = {"problems", "codes", "messages", "moments", "cache", "library", "aligning", "records"}
GROUND |= {"pages", "record_checking", "page_counting"}
"""What every room may stand on; it knows no room."""

MAY_IMPORT: Mapping[str, set[str]] = {
    # the ground
    "version": set(),
    "messages": set(),
    "moments": set(),
    "cache": set(),
    "library": {"cache"},
    "aligning": set(),
    "problems": {"messages"},
    "codes": {"problems"},
    "sandbox": {"cache", "messages"},
    "locked": {"problems", "codes"},
    "opener": {"problems", "codes", "locked"},
    "git": {"problems", "codes"},
    "records": set(),
    "pages": {"codes", "opener", "problems"},
    "page_counting": {"cache", "codes", "problems"},
    "record_checking": {"codes", "messages", "opener", "pages", "problems", "records"},
    # the libraries of the street
    "language": GROUND,
    "law": GROUND | {"language"},
    # the street
    "case": GROUND | {"law", "language"},
    "argue": GROUND | {"case", "law", "language"},
    "letterhead": GROUND,
    "drafting": GROUND | {"argue", "case", "law", "language", "sandbox", "letterhead"},
    "seal": GROUND,
    "render": GROUND | {"seal", "sandbox"},
    "papers": GROUND | {"seal"},
    "review": GROUND | {"case", "argue", "drafting", "seal", "git"},
    # rooms that bring others together
    "workspace": GROUND | {"language", "law", "case", "argue", "drafting", "render", "letterhead"},
    "building": GROUND | {"workspace", "version", "law", "case", "drafting", "seal", "render"},
    "packing": GROUND
    | {"workspace", "building", "version", "case", "drafting", "language", "papers", "render", "seal"},
    "versions": GROUND
    | {"workspace", "building", "version", "git", "law", "case", "argue", "drafting", "seal", "review"},
    "docket": GROUND | {"workspace", "versions", "law", "case", "seal"},
    # the doors
    "api": {"workspace", "building", "versions", "problems", "case", "drafting"},
    "": {"api", "problems", "version"},
    "cli": GROUND
    | {"workspace", "building", "packing", "versions", "docket", "version", "law", "language"}
    | {"case", "argue", "drafting", "seal", "render", "papers", "review"},
    "__main__": {"cli"},
}
LIGHT = {"opener", "locked"}
"""Modules that any room may use beside the ground."""


def module_name(file: Path) -> str:
    """«case.rules.dates»; «case» for the file that opens the room, «» for the package's own door."""
    parts = file.relative_to(SOURCE / PACKAGE).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


@cache
def sources() -> dict[str, str]:
    return {module_name(f): f.read_text("utf-8") for f in sorted((SOURCE / PACKAGE).rglob("*.py"))}


def imported(name: str, text: str, modules: Iterable[str]) -> Iterator[str]:
    """The modules that a module names: at its top, in a function, for types only, or by a name put together at run time."""
    known = set(modules)
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.Import):
            found = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom) and node.module:
            found = [
                inner if inner.removeprefix(f"{PACKAGE}.") in known else node.module
                for inner in (f"{node.module}.{alias.name}" for alias in node.names)
            ]
        elif isinstance(node, ast.Call) and ast.unparse(node.func).endswith("import_module") and node.args:
            found = list(_put_together(name, node.args[0], known))
        else:
            continue
        for one in found:
            if one == PACKAGE or one.startswith(f"{PACKAGE}."):
                yield one.removeprefix(PACKAGE).removeprefix(".")


def _put_together(name: str, words: ast.expr, known: set[str]) -> Iterator[str]:
    """The modules that the words may name: every module of the folder where only a part of the name is written."""
    written = ast.unparse(words).replace("{__name__}", f"{PACKAGE}.{name}".rstrip("."))
    parts = [c.value for c in ast.walk(ast.parse(written)) if isinstance(c, ast.Constant) and isinstance(c.value, str)]
    for start in (p for p in parts if p.startswith(PACKAGE)):
        whole = start.removeprefix(f"{PACKAGE}.")
        if whole in known:
            yield start
        elif start.endswith("."):
            yield from (f"{PACKAGE}.{m}" for m in known if m.startswith(whole) and "." not in m.removeprefix(whole))


def circles(texts: Mapping[str, str]) -> list[list[str]]:
    """Every group of modules that lead to one another by imports of any kind (Tarjan's strongly connected components)."""
    arrows = {name: sorted(set(imported(name, text, texts)) & set(texts)) for name, text in texts.items()}
    number: dict[str, int] = {}
    lowest: dict[str, int] = {}
    open_ones: list[str] = []
    found: list[list[str]] = []

    def enter(name: str) -> None:
        number[name] = lowest[name] = len(number)
        open_ones.append(name)
        for other in arrows[name]:
            if other not in number:
                enter(other)
            if other in open_ones:
                lowest[name] = min(lowest[name], lowest[other])
        if lowest[name] == number[name]:
            group = open_ones[open_ones.index(name) :]
            del open_ones[open_ones.index(name) :]
            if len(group) > 1 or name in arrows[name]:
                found.append(sorted(group))

    for name in arrows:
        if name not in number:
            enter(name)
    return found


def test_no_module_leads_back_to_itself() -> None:
    found = circles(sources())
    assert not found, "\n".join(" – ".join(circle) for circle in found)


@pytest.mark.parametrize(
    "texts",
    [
        {"a": "import panahat.b", "b": "from panahat.a import x"},
        {"a": "def f():\n    from panahat import b", "b": "from panahat.a import x"},
        {"a": "if TYPE_CHECKING:\n    from panahat.b import X", "b": "import panahat.c", "c": "import panahat.a"},
        {"a": "x = import_module(f'{__name__}.{name}')", "a.b": "from panahat.a import x"},
        {"a": "x = import_module(f'panahat.a.{name}')", "a.b": "from panahat import a"},
        {"a": "x = import_module('panahat.b' if y else 'panahat.c')", "b": "import panahat.a", "c": ""},
        {"a": "from panahat.a import x"},
    ],
    ids=["plain", "lazy", "types-only", "own-rooms", "named-rooms", "one-of-two", "itself"],
)
def test_a_circle_of_any_kind_is_found(texts: Mapping[str, str]) -> None:
    assert circles(texts)


def test_a_street_is_no_circle() -> None:
    assert not circles({"a": "import panahat.b\nimport panahat.c", "b": "import panahat.c", "c": ""})


def test_every_room_imports_only_what_its_row_allows() -> None:
    texts = sources()
    wrong = [
        f"{name or PACKAGE} imports {other}"
        for name, text in texts.items()
        for other in imported(name, text, texts)
        if (room := other.split(".")[0]) != name.split(".")[0] and room not in MAY_IMPORT[name.split(".")[0]] | LIGHT
    ]
    assert not wrong, "\n".join(wrong)


def test_every_room_has_a_row_and_the_rows_form_one_street() -> None:
    rooms = {name.split(".")[0] for name in sources()}
    assert rooms <= set(MAY_IMPORT), f"say in the table what these may import: {sorted(rooms - set(MAY_IMPORT))}"
    rows = {room: "\n".join(f"import {PACKAGE}.{other}" for other in others) for room, others in MAY_IMPORT.items()}
    assert not circles(rows)
